/** Who shares the cgroups of an executor with whom (TSK-07). */
import { describe, expect, it } from "vitest";
import type { Offer } from "../../../../src/model/gen/mesos.ts";
import { resources } from "../../../support/resources.ts";
import { cluster, task } from "../cluster.ts";

function ready() {
  const story = cluster().agents(1, "cpus:4;mem:4096;disk:1000");
  const web = story.framework("web");
  /** A group of one on the executor `e`; what is said of it, if anything. */
  const group = (id: string, offer: Offer, shares: boolean): string => {
    const executor = {
      type: "DEFAULT", executor_id: { value: "e" }, framework_id: { value: web.id },
      resources: resources("cpus:0.1;mem:32;disk:10"),
    };
    const container = { type: "MESOS" as const, linux_info: { share_cgroups: shares } };
    const task_group = { tasks: [task(id, "cpus:0.1", offer, { container })] };
    expect(web.accept([{ type: "LAUNCH_GROUP", launch_group: { executor, task_group } }], [offer], 0)).toBe("202");
    story.pass(2);
    return web.events("UPDATE").find(({ update }) => update!.status.task_id.value === id)?.update?.status.message ?? "";
  };
  return { story, web, group };
}

const DIFFERENT =
  "If set, the value of 'share_cgroups' must be the same for all tasks in each task group and under a single executor";

describe("the tasks under one executor", () => {
  it("all share its cgroups, or none does", () => {
    const { web, group } = ready();
    expect(group("first", web.offers[0]!, false)).toBe("");
    expect(group("second", web.offers[0]!, true)).toBe(DIFFERENT);
    expect(group("third", web.offers[0]!, false)).toBe("");
  });

  it("have nothing in common with those of an earlier one of that name, even while its task is on the records", () => {
    const { story, web, group } = ready();
    expect(group("first", web.offers[0]!, false)).toBe("");
    const [agent] = story.agentIds;
    story.driven.message(story.addressOf(1), "mesos.internal.ExitedExecutorMessage", {
      agent_id: { value: agent! }, framework_id: { value: web.id }, executor_id: { value: "e" }, status: 9,
    });
    expect(web.record.tasks.has("first" as never)).toBe(true);
    story.pass(2);
    expect(group("second", web.offers[0]!, true)).toBe("");
  });
});
