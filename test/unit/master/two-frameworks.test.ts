/** The classic example, from end to end, as a transcript that people can read (test/golden/two-frameworks.md). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { printResources } from "../../../src/model/print.ts";
import { unallocate } from "../../../src/model/resources.ts";
import { reports } from "../../support/cast.ts";
import type { Said } from "../../support/driven-master.ts";
import { cluster, contents, task } from "./cluster.ts";
import type { Scheduler } from "./cluster.ts";

const short = (id: string): string => id.replace(/^m-/, "");

it("an agent with 4 cpus and 4 GB serves two frameworks, and what one leaves is offered to the other", () => {
  const story = cluster();
  const lines: string[] = [];
  const names = new Map<string, string>();

  const line = (said: Said): string | undefined => {
    if (said.kind === "write") {
      const { type, subscribed, offers, update } = said.event;
      const who = `${names.get(said.stream)} hears ${type}`;
      if (subscribed !== undefined) return `${who} as ${short(subscribed.framework_id.value)}`;
      if (update !== undefined) return `${who}: ${update.status.task_id.value} is ${update.status.state}`;
      const all = offers?.offers?.map(
        (offer) => `${short(offer.id.value)} on ${short(offer.agent_id.value)}, ${contents(offer)}`,
      );
      return all === undefined ? who : `${who}: ${all.join(" and ")}`;
    }
    if (said.kind !== "send") return undefined;
    const { name, value } = said.message;
    if (name === "mesos.internal.RunTaskMessage") {
      const has = printResources(unallocate(value.task.resources ?? []));
      const { task_id, agent_id } = value.task;
      return `agent ${short(agent_id.value)} is told to run ${task_id.value} of ${short(value.framework.id!.value)} with ${has}`;
    }
    if (name === "mesos.internal.StatusUpdateAcknowledgementMessage") {
      return `agent ${short(value.agent_id.value)} is told that the update of ${value.task_id.value} was acknowledged`;
    }
    return undefined;
  };
  const note = (what?: string): void => {
    if (what !== undefined) lines.push(what);
    lines.push(...story.driven.take().flatMap((said) => line(said) ?? []));
  };
  const subscribed = (name: string): Scheduler => {
    const scheduler = story.framework(name);
    names.set(scheduler.stream, name);
    note(`${name}: SUBSCRIBE`);
    return scheduler;
  };

  story.agents(1, "cpus:4;mem:4096");
  note("agent S0 registers with cpus:4; mem:4096");
  const web = subscribed("web");
  const [offer] = web.offers;
  web.launch([task("task-1", "cpus:2;mem:1024", offer!), task("task-2", "cpus:1;mem:2048", offer!)]);
  note("web: ACCEPT O0, LAUNCH task-1 (cpus:2; mem:1024) and task-2 (cpus:1; mem:2048)");
  const batch = subscribed("batch");
  expect(contents(batch.offers[0])).toBe("cpus:1; mem:1024");

  reports(story.driven, web.id, story.agentIds[0]!, "task-2", "TASK_FINISHED");
  note("agent S0 reports that task-2 finished");
  const { uuid } = web.events("UPDATE").at(-1)!.update!.status;
  const acknowledge = {
    agent_id: offer!.agent_id, task_id: { value: "task-2" }, uuid: Buffer.from(uuid!).toString("base64"),
  };
  expect(web.call({ type: "ACKNOWLEDGE", acknowledge })).toBe("202");
  note("web: ACKNOWLEDGE task-2");
  story.pass(1);
  note("a second passes");

  const golden = readFileSync(join(import.meta.dirname, "../../golden/two-frameworks.md"), "utf8");
  expect(lines.map((text) => `- ${text}`)).toEqual(golden.split("\n").filter((text) => text.startsWith("- ")));
});
