/**
 * Agents that are given up: unreachable, gone, unregistered, forgotten; and what that means for tasks (AGT-33 to
 * AGT-40).
 */
import { describe, expect, it } from "vitest";
import { drivenMaster, events, lines, messages } from "../../../support/driven-master.ts";
import { masterOptions } from "../../../support/master-options.ts";
import { plainAllocator } from "../../../support/plain-allocator.ts";
import { AGENT, DRIVER, agentInfo, awareFrameworkInfo, comesBack, frameworkInfo, joins, launches, reports, subscribes } from "../../../support/cast.ts";
import type { FrameworkInfo } from "../../../../src/model/gen/mesos.ts";
import { markAgentGone } from "../../../../src/master/agents/mark-gone.ts";
import { Outbox } from "../../../../src/master/outbox.ts";
import { applyRegistryOperation, applyWrites } from "../../../../src/master/registry/operations.ts";
import type { MasterOptions } from "../../../../src/master/options.ts";
import type { AgentId } from "../../../../src/model/id.ts";
import { agentId } from "../../../../src/model/id.ts";

/** An agent runs task t1 of a driver; a v1 scheduler listens, too. */
function running(info: FrameworkInfo = frameworkInfo(), options: Partial<MasterOptions> = {}) {
  const allocator = plainAllocator();
  const driven = drivenMaster(masterOptions(options), allocator, () => ({ cycle: 0, status: 0 }));
  driven.elect();
  const agent = joins(driven);
  const framework = subscribes(driven, info);
  const body = new TextEncoder().encode(JSON.stringify({ type: "SUBSCRIBE", subscribe: { framework_info: frameworkInfo({ name: "http" }) } }));
  driven.request({ path: "/api/v1/scheduler", body, headers: { "content-type": "application/json" } });
  launches(driven, () => allocator.plan(framework, "web", agent), framework, agent, ["t1"]);
  reports(driven, framework, agent, "t1", "TASK_RUNNING");
  driven.take();
  const record = driven.master.frameworks.get(framework)!;
  const gone = (id: AgentId = agent): string => {
    const out = new Outbox();
    const answer = markAgentGone(driven.master, id, driven.nowMs, out);
    for (const { operation, then } of out.persists) {
      const writes = applyRegistryOperation(driven.store, operation);
      applyWrites(driven.store, writes.ok ? writes.value : []);
      expect(operation.kind).toBe("mark-gone");
      driven.event({ type: "persisted", then });
    }
    return typeof answer === "string" ? answer : "busy";
  };
  return { driven, allocator, agent, framework, record, gone };
}

describe("an unreachable agent", () => {
  it("is unreachable for the registry first; then its tasks get their last word, and every framework hears of the loss", () => {
    const { driven, agent, framework, record } = running(awareFrameworkInfo());
    driven.isStoreSlow = true;
    driven.pass(75_000);
    const said = driven.take();
    expect(lines(said).filter((line) => !/PingSlave|HEARTBEAT/.test(line))).toEqual([]);
    driven.persist();
    const after = driven.take();
    expect(lines(after)).toEqual([
      `master > ${DRIVER} StatusUpdateMessage`,
      `master > ${DRIVER} LostSlaveMessage`,
      "stream-1 FAILURE",
    ]);
    const nanoseconds = BigInt(driven.nowMs) * 1_000_000n;
    expect(messages(after, "mesos.internal.StatusUpdateMessage")[0]!.update).toEqual({
      framework_id: { value: framework },
      agent_id: { value: agent },
      status: {
        task_id: { value: "t1" }, agent_id: { value: agent }, state: "TASK_UNREACHABLE", source: "SOURCE_MASTER",
        reason: "REASON_AGENT_REMOVED", message: "health check timed out", unreachable_time: { nanoseconds },
        timestamp: driven.nowMs / 1000,
      },
      timestamp: driven.nowMs / 1000,
    });
    expect(messages(after, "mesos.internal.LostSlaveMessage")).toEqual([{ agent_id: { value: agent } }]);
    expect(events(after, "FAILURE")).toEqual([{ type: "FAILURE", failure: { agent_id: { value: agent } } }]);
    expect([...record.unreachableTasks.keys()]).toEqual(["t1"]);
    expect(record.used.size).toBe(0);
  });

  it("means TASK_LOST for frameworks that are not partition-aware, with the time all the same", () => {
    const { driven, record } = running();
    driven.pass(75_000);
    const [update] = messages(driven.take(), "mesos.internal.StatusUpdateMessage");
    expect(update!.update.status).toMatchObject({ state: "TASK_LOST", unreachable_time: { nanoseconds: expect.any(BigInt) } });
    expect([...record.unreachableTasks.values()].map(({ state }) => state)).toEqual(["TASK_LOST"]);
    expect(driven.master.counters.get("tasks_lost")).toBe(1);
  });

  it("is not heard any more: what it still says is dropped and counted", () => {
    const { driven, agent, framework } = running();
    driven.pass(75_000);
    driven.take();
    reports(driven, framework, agent, "t1", "TASK_FINISHED", { seed: 4 });
    expect(driven.take()).toEqual([]);
    expect(driven.master.counters.get("invalid_status_updates")).toBe(1);
  });

  it("keeps only so many of a framework's tasks in mind", () => {
    const { driven, allocator, agent, framework, record } = running(awareFrameworkInfo(), { maxUnreachableTasksPerFramework: 2 });
    launches(driven, () => allocator.plan(framework, "web", agent), framework, agent, ["t2", "t3"]);
    driven.pass(75_000);
    expect([...record.unreachableTasks.keys()]).toEqual(["t2", "t3"]);
  });
});

describe("an agent that unregisters", () => {
  it("is removed for good: its tasks are lost for everybody", () => {
    const { driven, agent, record } = running(awareFrameworkInfo());
    driven.message(AGENT, "mesos.internal.UnregisterSlaveMessage", { agent_id: { value: agent } });
    const [update] = messages(driven.take(), "mesos.internal.StatusUpdateMessage");
    expect(update!.update.status).toMatchObject({
      state: "TASK_LOST", reason: "REASON_AGENT_REMOVED", message: "Agent node1 removed: the agent unregistered",
    });
    expect([...record.completedTasks].map(({ id }) => id)).toEqual(["t1"]);
    expect(driven.store.size).toBe(0);
    expect(driven.master.counters.get("slave_removals/reason_unregistered")).toBe(1);
    expect(driven.master.unreachableAgents.size).toBe(0);
  });

  it("has to say so itself", () => {
    const { driven, agent } = running();
    driven.message("slave(1)@10.0.0.66:5051", "mesos.internal.UnregisterSlaveMessage", { agent_id: { value: agent } });
    driven.message(AGENT, "mesos.internal.UnregisterSlaveMessage", { agent_id: { value: "x" } });
    expect(driven.take()).toEqual([]);
    expect(driven.master.agents.has(agent)).toBe(true);
  });
});

describe("an agent that an operator marks gone", () => {
  it("is shut down, its tasks are gone, and it may not come back", () => {
    const { driven, agent, record, gone } = running(awareFrameworkInfo());
    expect(gone()).toBe("started");
    const said = driven.take();
    expect(lines(said)).toEqual([
      `master > ${AGENT} ShutdownMessage`,
      `master > ${DRIVER} StatusUpdateMessage`,
      `master > ${DRIVER} LostSlaveMessage`,
      "stream-1 FAILURE",
    ]);
    expect(messages(said, "mesos.internal.StatusUpdateMessage")[0]!.update.status).toMatchObject({
      state: "TASK_GONE_BY_OPERATOR", reason: "REASON_AGENT_REMOVED_BY_OPERATOR", message: "Agent has been marked gone",
    });
    expect([...record.completedTasks].map(({ id }) => id)).toEqual(["t1"]);
    expect([...driven.store.keys()]).toEqual([`gone/${agent}`]);
    comesBack(driven, agent);
    expect(messages(driven.take(), "mesos.internal.ShutdownMessage")).toEqual([{ message: "Agent has been marked gone" }]);
    expect(gone()).toBe("gone");
  });

  it("leaves what it ran for a framework that is not partition-aware among the unreachable tasks, as lost", () => {
    const { driven, record, gone } = running();
    gone();
    const [update] = messages(driven.take(), "mesos.internal.StatusUpdateMessage");
    expect(update!.update.status).toMatchObject({ state: "TASK_LOST", reason: "REASON_AGENT_REMOVED" });
    expect(update!.update.status.unreachable_time).toBeUndefined();
    expect([...record.unreachableTasks.values()].map(({ id, state }) => [id, state])).toEqual([["t1", "TASK_LOST"]]);
    expect([...record.completedTasks]).toEqual([]);
  });

  it("may have been unreachable: the tasks nobody could see are over now", () => {
    const { driven, record, gone } = running(awareFrameworkInfo());
    driven.pass(75_000);
    driven.take();
    expect(gone()).toBe("started");
    const said = driven.take();
    expect(lines(said)).toEqual([`master > ${DRIVER} StatusUpdateMessage`]);
    expect(messages(said, "mesos.internal.StatusUpdateMessage")[0]!.update.status.state).toBe("TASK_GONE_BY_OPERATOR");
    expect(record.unreachableTasks.size).toBe(0);
    expect([...record.completedTasks].map(({ state }) => state)).toEqual(["TASK_GONE_BY_OPERATOR"]);
    expect(driven.master.unreachableAgents.size).toBe(0);
  });

  it("has to be one we know, and not in the middle of something else", () => {
    const { driven, agent, gone } = running();
    expect(gone(agentId("x"))).toBe("unknown");
    driven.isStoreSlow = true;
    driven.pass(75_000);
    expect(gone(agent)).toBe("busy");
  });
});

describe("the memory of lost agents", () => {
  const lose = (options: Partial<MasterOptions>) => {
    const driven = drivenMaster(masterOptions(options), plainAllocator());
    driven.elect();
    for (let i = 0; i < 4; i++) {
      joins(driven, `slave(1)@10.0.0.${i}:5051`, { agent: agentInfo({ hostname: `node${i}` }) });
      driven.pass(75_000);
    }
    return driven;
  };

  it("is cut at a number, the longest lost first", () => {
    const driven = lose({ registryMaxAgentCount: 2 });
    driven.pass(900_000);
    expect([...driven.store.keys()]).toEqual(["unreachable/m-S2", "unreachable/m-S3"]);
    expect([...driven.master.unreachableAgents.keys()]).toEqual(["m-S2", "m-S3"]);
  });

  it("is cut at an age", () => {
    const driven = lose({ registryMaxAgentAgeMs: 3_600_000 });
    driven.pass(3_500_000);
    expect(driven.store.size).toBe(4);
    driven.pass(1_200_000);
    expect(driven.store.size).toBe(0);
  });

  it("includes their tasks", () => {
    const { driven, record } = running(awareFrameworkInfo(), { registryMaxAgentAgeMs: 3_600_000 });
    driven.pass(75_000);
    expect(record.unreachableTasks.size).toBe(1);
    driven.pass(5_000_000);
    expect(record.unreachableTasks.size).toBe(0);
  });
});
