/**
 * Questions about tasks and operations, and wishes about tasks nobody knows (TSK-09, TSK-10, TSK-63, TSK-64, OPR-22).
 */
import { describe, expect, it } from "vitest";
import { AGENT, comesBack, reports, uuid } from "../../../support/cast.ts";
import { messages } from "../../../support/driven-master.ts";
import { cluster, task } from "../cluster.ts";
import type { Cluster, Scheduler } from "../cluster.ts";

const AWARE = [{ type: "MULTI_ROLE" }, { type: "PARTITION_AWARE" }] as const;

/**
 * Two frameworks, one of which knows the newer task states; the first agent runs task `t` of the other, the second is
 * lost.
 */
const ready = () => {
  const story = cluster({ agentPingTimeoutMs: 1000, maxAgentPingTimeouts: 2 }).agents(2, "cpus:4;mem:4096");
  const { driven } = story;
  const plain = story.framework("plain", { checkpoint: true });
  const offer = plain.offers.find(({ agent_id }) => agent_id.value === story.agentIds[0])!;
  plain.launch([task("t", "cpus:1;mem:512", offer)], [offer]);
  const aware = story.framework("aware", { capabilities: AWARE });
  for (let second = 0; second < 10; second++) {
    story.pass(1);
    driven.message(AGENT, "mesos.internal.PongSlaveMessage", {}, `slave-observer(1)`);
  }
  driven.take();
  return { story, plain, aware };
};

const asks = (
  { driven }: Cluster, framework: Scheduler, tasks: readonly { readonly task: string; readonly agent?: string }[]
): string[] => {
  const before = framework.events("UPDATE").length;
  const questions = tasks.map(
    ({ task: id, agent }) => ({ task_id: { value: id }, ...(agent && { agent_id: { value: agent } }) })
  );
  expect(framework.call({ type: "RECONCILE", reconcile: { tasks: questions } })).toBe("202");
  expect(driven.master.counters.get("messages_reconcile_tasks")).toBeGreaterThan(0);
  return framework.events("UPDATE").slice(before).map(({ update }) => {
    const { state, reason, uuid: bytes, source, message } = update!.status;
    expect([reason, source, bytes]).toEqual(["REASON_RECONCILIATION", "SOURCE_MASTER", undefined]);
    return `${update!.status.task_id.value} ${state}: ${message}`;
  });
};

describe("a question about tasks", () => {
  it("is answered with what is known of each", () => {
    const { story, aware } = ready();
    const [here, lost] = story.agentIds;
    expect(asks(story, aware, [
      { task: "a" }, { task: "b", agent: here! }, { task: "c", agent: lost! }, { task: "d", agent: "m-S99" },
    ])).toEqual([
      "a TASK_UNKNOWN: Reconciliation: Task is unknown",
      "b TASK_GONE: Reconciliation: Task is unknown to the agent",
      "c TASK_UNREACHABLE: Reconciliation: Task is unreachable",
      "d TASK_UNKNOWN: Reconciliation: Task is unknown",
    ]);
  });

  it("to a framework that knows only the older states is answered in these", () => {
    const { story, plain } = ready();
    const [here, lost] = story.agentIds;
    expect(asks(
      story, plain, [{ task: "a" }, { task: "b", agent: here! }, { task: "c", agent: lost! }]
    ).map((line) => line.split(":")[0])).toEqual([
      "a TASK_LOST", "b TASK_LOST", "c TASK_LOST",
    ]);
  });

  it("without naming any is about all it has, but not about another framework's", () => {
    const { story, plain, aware } = ready();
    expect(asks(story, plain, [])).toEqual(["t TASK_STAGING: Reconciliation: Latest task state"]);
    expect(asks(story, aware, [])).toEqual([]);
    expect(asks(story, aware, [{ task: "t" }])).toEqual(["t TASK_UNKNOWN: Reconciliation: Task is unknown"]);
  });

  it("is not answered before an agent that may know had time to come back", () => {
    const before = ready();
    // The next master finds both in the registry: one is admitted, the other unreachable.
    const next = cluster({}, before.story.driven.store);
    const web = next.framework("web", { capabilities: AWARE });
    const [here, lost] = before.story.agentIds;
    expect(asks(next, web, [{ task: "a" }, { task: "b", agent: here! }])).toEqual([]);
    expect(asks(next, web, [{ task: "c", agent: lost! }])).toEqual(
      ["c TASK_UNREACHABLE: Reconciliation: Task is unreachable"],
    );
    comesBack(next.driven, here!);
    expect(asks(next, web, [{ task: "a" }, { task: "b", agent: here! }]).map((line) => line.split(":")[0])).toEqual([
      "a TASK_UNKNOWN", "b TASK_GONE",
    ]);
  });
});

describe("a question about operations", () => {
  it("is answered with what is known of each", () => {
    const { story, aware } = ready();
    const [here, lost] = story.agentIds;
    const ask = (id: string, agent?: string) => (
      { operation_id: { value: id }, ...(agent && { agent_id: { value: agent } }) }
    );
    const operations = [ask("a"), ask("b", here), ask("c", lost), ask("d", "m-S99")];
    expect(aware.call({ type: "RECONCILE_OPERATIONS", reconcile_operations: { operations } })).toBe("202");
    expect(aware.events("UPDATE_OPERATION_STATUS").map(({ update_operation_status: update }) => {
      const { operation_id, state, message } = update!.status;
      return `${operation_id!.value} ${state}: ${message}`;
    })).toEqual([
      "a OPERATION_UNKNOWN: Reconciliation: Operation is unknown and no 'agent_id' was provided",
      "b OPERATION_UNKNOWN: Reconciliation: Operation is unknown",
      "c OPERATION_UNREACHABLE: Reconciliation: Agent is unreachable",
      "d OPERATION_UNKNOWN: Reconciliation: Both operation and agent are unknown",
    ]);
  });

  it("of a provider that only the agent may know is passed on", () => {
    const { story, aware } = ready();
    const question = {
      operation_id: { value: "x" }, agent_id: { value: story.agentIds[0]! }, resource_provider_id: { value: "lvm" },
    };
    aware.call({ type: "RECONCILE_OPERATIONS", reconcile_operations: { operations: [question] } });
    expect(aware.events("UPDATE_OPERATION_STATUS")).toEqual([]);
    expect(story.toldAgents("mesos.internal.ReconcileOperationsMessage")).toEqual([{
      framework_id: { value: aware.id },
      operations: [{ operation_id: { value: "x" }, resource_provider_id: { value: "lvm" } }],
    }]);
  });
});

describe("KILL", () => {
  const kill = (framework: Scheduler, id: string, agent?: string): string =>
    framework.call({ type: "KILL", kill: { task_id: { value: id }, ...(agent && { agent_id: { value: agent } }) } });

  it("goes to the agent of the task, once for each wish", () => {
    const { story, plain } = ready();
    kill(plain, "t");
    kill(plain, "t", story.agentIds[0]);
    expect(story.toldAgents("mesos.internal.KillTaskMessage")).toHaveLength(2);
    kill(plain, "t", story.agentIds[1]);
    expect(story.toldAgents("mesos.internal.KillTaskMessage"), "the task is not there").toHaveLength(2);
  });

  it("of a task that is not on the records is answered like a question", () => {
    const { story, aware } = ready();
    expect(kill(aware, "t")).toBe("202");
    expect(aware.taskStates).toEqual({ t: "TASK_UNKNOWN REASON_RECONCILIATION" });
    expect(story.toldAgents("mesos.internal.KillTaskMessage")).toEqual([]);
  });

  it("is repeated when the agent comes back without having heard it", () => {
    const { story, plain } = ready();
    reports(story.driven, plain.id, story.agentIds[0]!, "t", "TASK_RUNNING");
    const agent = story.driven.master.agents.get(story.agentIds[0]!)!;
    story.driven.event({ type: "exited", peer: agent.pid });
    kill(plain, "t");
    expect(story.toldAgents("mesos.internal.KillTaskMessage")).toEqual([]);
    const reported = {
      name: "t", task_id: { value: "t" }, framework_id: { value: plain.id }, agent_id: { value: agent.id },
      state: "TASK_RUNNING" as const,
      resources: [...plain.record.tasks.values()][0]!.resources,
    };
    comesBack(story.driven, agent.id, { agent: agent.info, tasks: [reported], frameworks: [plain.record.info] });
    expect(
      messages(story.driven.said, "mesos.internal.KillTaskMessage").map(({ task_id }) => task_id.value),
    ).toEqual(["t"]);
  });
});

describe("ACKNOWLEDGE", () => {
  const note = (framework: Scheduler, story: Cluster, bytes: Uint8Array, id = "t"): string => framework.call({
    type: "ACKNOWLEDGE",
    acknowledge: {
      agent_id: { value: story.agentIds[0]! }, task_id: { value: id }, uuid: Buffer.from(bytes).toString("base64"),
    },
  });
  const noted = (story: Cluster): number => story.toldAgents(
    "mesos.internal.StatusUpdateAcknowledgementMessage",
  ).length;

  it("of the end of a task ends its record; its resources were free before", () => {
    const { story, plain } = ready();
    reports(story.driven, plain.id, story.agentIds[0]!, "t", "TASK_FINISHED", { seed: 5 });
    expect(plain.taskStates).toEqual({ t: "TASK_FINISHED" });
    expect(plain.record.used.size).toBe(0);
    expect(plain.record.tasks.size).toBe(1);
    note(plain, story, uuid(6));
    expect(plain.record.tasks.size, "of another update").toBe(1);
    note(plain, story, uuid(5));
    expect(plain.record.tasks.size).toBe(0);
    expect([...plain.record.completedTasks].map(({ id, state }) => `${id} ${state}`)).toEqual(["t TASK_FINISHED"]);
  });

  it("of an update that never went out is not passed on", () => {
    const { story, plain } = ready();
    note(plain, story, uuid(5));
    expect(noted(story)).toBe(0);
    expect(story.driven.master.counters.get("invalid_status_update_acknowledgements")).toBe(1);
  });
});
