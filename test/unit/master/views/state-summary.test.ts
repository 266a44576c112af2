/** GET /state-summary: how many tasks of which state, on which agents and for which frameworks. */
import { describe, expect, it } from "vitest";
import { reports } from "../../../support/cast.ts";
import { cluster, task } from "../cluster.ts";
import type { Cluster } from "../cluster.ts";
import { read } from "./reading.ts";

interface Line {
  readonly id: string;
  readonly framework_ids?: string[];
  readonly slave_ids?: string[];
  readonly [state: string]: unknown;
}

/** `S0 TASK_RUNNING 1 of f`: everything that is not 0. */
function lines(story: Cluster): string[] {
  const { slaves, frameworks } = read(story, "/state-summary") as { slaves: Line[]; frameworks: Line[] };
  return [...slaves, ...frameworks].map((line) => {
    const counts = Object.entries(line).filter(([name, value]) => name.startsWith("TASK_") && value !== 0).flat();
    const others = [...(line.framework_ids ?? line.slave_ids ?? [])].map((id) => id.replace(/.*-/, "")).toSorted();
    return [line.id.replace(/.*-/, ""), ...counts, ...(others.length === 0 ? [] : ["of", ...others])].join(" ");
  });
}

describe("a summary", () => {
  it("counts live and past tasks of agents and frameworks", () => {
    const story = cluster().agents(2, "cpus:4;mem:4096");
    const web = story.framework("web");
    story.pass(1);
    const [on0, on1] = story.agentIds.map((id) => web.offers.find(({ agent_id }) => agent_id.value === id)!);
    web.launch([task("a", "cpus:1;mem:64", on0!), task("b", "cpus:1;mem:64", on0!)], [on0!]);
    web.launch([task("c", "cpus:1;mem:64", on1!)], [on1!]);
    expect(lines(story)).toEqual([
      "S0 TASK_STAGING 2 of 0000", "S1 TASK_STAGING 1 of 0000", "0000 TASK_STAGING 3 of S0 S1",
    ]);

    reports(story.driven, web.id, story.agentIds[0]!, "a", "TASK_RUNNING", { seed: 1 });
    reports(story.driven, web.id, story.agentIds[0]!, "b", "TASK_FAILED", { seed: 2 });
    expect(lines(story)).toEqual([
      "S0 TASK_RUNNING 1 TASK_FAILED 1 of 0000", "S1 TASK_STAGING 1 of 0000",
      "0000 TASK_STAGING 1 TASK_RUNNING 1 TASK_FAILED 1 of S0 S1",
    ]);

    const { uuid } = web.events("UPDATE").at(-1)!.update!.status;
    const text = Buffer.from(uuid!).toString("base64");
    const acknowledge = { agent_id: on0!.agent_id, task_id: { value: "b" }, uuid: text };
    expect(web.call({ type: "ACKNOWLEDGE", acknowledge })).toBe("202");
    expect(web.record.tasks.has("b" as never)).toBe(false); // over, and still counted
    expect(lines(story)[0]).toBe("S0 TASK_RUNNING 1 TASK_FAILED 1 of 0000");
  });

  it("counts what an unreachable agent ran with its framework only", () => {
    const story = cluster({ agentReregisterTimeoutMs: 60_000 }).agents(1, "cpus:4;mem:4096");
    const web = story.framework("web", {
      checkpoint: true, capabilities: [{ type: "MULTI_ROLE" }, { type: "PARTITION_AWARE" }],
    });
    story.pass(1);
    web.launch([task("a", "cpus:1;mem:64", web.offers[0]!)]);
    const [agent] = story.driven.master.agents.values();
    story.driven.event({ type: "exited", peer: agent!.pid });
    story.pass(61);
    expect(lines(story)).toEqual(["0000 TASK_UNREACHABLE 1 of S0"]);
  });

  it("leaves out frameworks that are over", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096");
    const web = story.framework("web");
    story.pass(1);
    web.launch([task("a", "cpus:1;mem:64", web.offers[0]!)]);
    web.call({ type: "TEARDOWN" });
    expect(lines(story)).toEqual(["S0"]);
  });
});
