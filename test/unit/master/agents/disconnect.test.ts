/**
 * The connection to an agent breaks (AGT-29, AGT-31, AGT-32): what is taken back at once, what waits, what survives.
 */
import { describe, expect, it } from "vitest";
import { drivenMaster, events, lines, messages } from "../../../support/driven-master.ts";
import { masterOptions } from "../../../support/master-options.ts";
import { plainAllocator } from "../../../support/plain-allocator.ts";
import { AGENT, DRIVER, awareFrameworkInfo, comesBack, frameworkInfo, joins, launches, reportedTask, reports, subscribes } from "../../../support/cast.ts";
import type { FrameworkInfo } from "../../../../src/model/gen/mesos.ts";
import { upid } from "../../../support/driven-master.ts";

function cluster(info: FrameworkInfo = frameworkInfo()) {
  const allocator = plainAllocator();
  const driven = drivenMaster(masterOptions(), allocator, () => ({ cycle: 0, status: 0 }));
  driven.elect();
  const agent = joins(driven);
  const framework = subscribes(driven, info);
  const plan = (): void => allocator.plan(framework, "web", agent);
  const breaks = (): void => driven.event({ type: "exited", peer: upid(AGENT) });
  driven.take();
  return { driven, allocator, agent, framework, plan, breaks };
}

describe("a broken connection to an agent", () => {
  it("takes its offers back and stops new ones, and the next ping says so", () => {
    const { driven, allocator, agent, plan, breaks } = cluster();
    plan();
    driven.event({ type: "timer", timer: { kind: "allocation-tick" } });
    expect(driven.master.offers.size).toBe(1);
    driven.take();
    breaks();
    expect(lines(driven.take())).toEqual([`master > ${DRIVER} RescindResourceOfferMessage`]);
    expect(driven.master.offers.size).toBe(0);
    expect(allocator.active.has(agent)).toBe(false);
    driven.pass(15_000);
    expect(messages(driven.take(), "mesos.internal.PingSlaveMessage")).toEqual([{ connected: false }]);
  });

  it("leaves the tasks of frameworks that checkpoint alone", () => {
    const { driven, framework, agent, plan, breaks } = cluster();
    launches(driven, plan, framework, agent, ["t1"]);
    reports(driven, framework, agent, "t1", "TASK_RUNNING");
    driven.take();
    breaks();
    expect(messages(driven.take(), "mesos.internal.StatusUpdateMessage")).toEqual([]);
    expect(driven.master.frameworks.get(framework)!.tasks.size).toBe(1);
  });

  it("loses the tasks of frameworks that do not", () => {
    const { driven, allocator, framework, agent, plan, breaks } = cluster(frameworkInfo({ checkpoint: false }));
    launches(driven, plan, framework, agent, ["t1"]);
    driven.take();
    breaks();
    const [update] = messages(driven.take(), "mesos.internal.StatusUpdateMessage");
    expect(update).toMatchObject({
      update: {
        status: {
          task_id: { value: "t1" }, state: "TASK_LOST", source: "SOURCE_MASTER",
          reason: "REASON_AGENT_DISCONNECTED", message: "Agent node1 disconnected",
        },
      },
      pid: "@0.0.0.0:0",
    });
    expect(update!.update.uuid).toBeUndefined();
    expect([...driven.master.frameworks.get(framework)!.completedTasks].map(({ id, state }) => [id, state])).toEqual([["t1", "TASK_LOST"]]);
    expect(allocator.available(agent)).toEqual(driven.master.agents.get(agent)!.total);
    expect(driven.master.counters.get("task_lost/source_master/reason_slave_disconnected")).toBe(1);
  });

  it("means nothing when it is reported twice, or by somebody else", () => {
    const { driven, agent, breaks } = cluster();
    breaks();
    driven.pass(60_000);
    const { reregisteredAtMs } = driven.master.agents.get(agent)!;
    breaks();
    driven.event({ type: "exited", peer: upid("slave(1)@10.0.0.77:5051") });
    expect(driven.master.agents.get(agent)!.reregisteredAtMs).toBe(reregisteredAtMs);
    driven.pass(15_000);
    expect(driven.master.agents.size).toBe(0); // the second report gave it no more time to answer pings
  });

  it("is over when the agent re-registers: no more deadline, offers again, connected pings", () => {
    const { driven, allocator, agent, breaks } = cluster();
    breaks();
    driven.pass(10_000);
    comesBack(driven, agent);
    expect(allocator.active.has(agent)).toBe(true);
    driven.take();
    for (let waited = 0; waited < 700_000; waited += 15_000) {
      driven.pass(15_000);
      driven.message(AGENT, "mesos.internal.PongSlaveMessage", {}, "slave-observer(1)");
    }
    expect(driven.master.agents.has(agent)).toBe(true);
    expect(messages(driven.take(), "mesos.internal.PingSlaveMessage").every(({ connected }) => connected)).toBe(true);
  });

  it("that is never mended ends in unreachable after ten minutes, even if pings are answered", () => {
    const { driven, framework, agent, plan, breaks } = cluster(awareFrameworkInfo());
    launches(driven, plan, framework, agent, ["t1"]);
    breaks();
    driven.take();
    for (let waited = 0; waited < 600_000; waited += 15_000) {
      driven.message(AGENT, "mesos.internal.PongSlaveMessage", {}, "slave-observer(1)");
      driven.pass(15_000);
    }
    expect(driven.master.agents.size).toBe(0);
    const [update] = messages(driven.said, "mesos.internal.StatusUpdateMessage");
    expect(update!.update.status).toMatchObject({
      state: "TASK_UNREACHABLE", reason: "REASON_AGENT_REMOVED",
      message: "agent did not reregister within 10mins after disconnecting",
    });
  });

  it("reaches a v1 scheduler as events", () => {
    const { driven, allocator, agent, breaks } = cluster();
    const body = new TextEncoder().encode(JSON.stringify({
      type: "SUBSCRIBE", subscribe: { framework_info: frameworkInfo({ name: "http" }) },
    }));
    driven.request({ path: "/api/v1/scheduler", body, headers: { "content-type": "application/json" } });
    const http = [...driven.master.frameworks.values()].find(({ info }) => info.name === "http")!;
    allocator.plan(http.id, "web", agent);
    driven.event({ type: "timer", timer: { kind: "allocation-tick" } });
    driven.take();
    breaks();
    expect(events(driven.take(), "RESCIND")).toHaveLength(1);
  });

  it("can be told from a task the agent brings back later: a lost one it still runs is not ours any more", () => {
    const { driven, framework, agent, plan, breaks } = cluster(frameworkInfo({ checkpoint: false }));
    launches(driven, plan, framework, agent, ["t1"]);
    breaks();
    comesBack(driven, agent, {
      tasks: [reportedTask(framework, agent, "t1")],
      frameworks: [{ ...frameworkInfo({ checkpoint: false }), id: { value: framework } }],
    });
    expect(driven.master.frameworks.get(framework)!.tasks.size).toBe(0);
  });
});
