/**
 * RECONCILE asks for the state of tasks as the master knows it: of those named, or (none named) of all the framework
 * has (TSK-63, TSK-64). While agents may still come back after a failover, no answer is better than a wrong one.
 */
import type { TaskState, TimeInfo } from "../../model/gen/mesos.ts";
import type { Call_Reconcile, Call_Reconcile_Task } from "../../model/gen/scheduler.ts";
import { agentId, taskId } from "../../model/id.ts";
import type { AgentId } from "../../model/id.ts";
import { toldTaskState } from "../../model/task-state.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import type { Framework } from "../state/framework.ts";
import type { Task } from "../state/task.ts";
import { masterUpdate, observed } from "../status.ts";
import { tellUpdate } from "../tell.ts";

export function reconcile(
  master: Master, framework: Framework, call: Call_Reconcile, nowMs: number, out: Outbox,
): void {
  count(master.counters, "messages_reconcile_tasks");
  const asked = call.tasks ?? [];
  if (asked.length === 0) {
    for (const task of framework.tasks.values()) tellLatest(framework, task, nowMs, out);
    return;
  }
  for (const question of asked) {
    const task = framework.tasks.get(taskId(question.task_id.value));
    if (task !== undefined) tellLatest(framework, task, nowMs, out);
    else tellUnknown(master, framework, question, nowMs, out);
  }
}

/** The state last forwarded, so that the framework does not hear of a state before the update that carries it. */
function tellLatest(framework: Framework, task: Task, nowMs: number, out: Outbox): void {
  const { frameworkId, agentId, executorId, id } = task;
  const state = task.statusUpdateState ?? task.state;
  const message = "Reconciliation: Latest task state";
  const about = { frameworkId, taskId: id, agentId, executorId, state, message, extra: observed(task) };
  tellUpdate(framework, masterUpdate({ ...about, reason: "REASON_RECONCILIATION" }, nowMs), undefined, out);
}

function tellUnknown(
  master: Master, framework: Framework, { task_id, agent_id }: Call_Reconcile_Task, nowMs: number, out: Outbox,
): void {
  const agent = agent_id === undefined ? undefined : agentId(agent_id.value);
  const answer = whereabouts(master, agent);
  if (answer === undefined) return;
  const update = masterUpdate({
    frameworkId: framework.id,
    taskId: taskId(task_id.value),
    agentId: agent,
    state: toldTaskState(answer.state, framework.capabilities.has("PARTITION_AWARE")),
    message: answer.message,
    reason: "REASON_RECONCILIATION",
    ...(answer.unreachableTime === undefined ? {} : { extra: { unreachable_time: answer.unreachableTime } }),
  }, nowMs);
  tellUpdate(framework, update, undefined, out);
}

/** What is known of a task that is on no record, from the agent it is said to be on; undefined: wait. */
function whereabouts(
  master: Master, agent: AgentId | undefined,
): { readonly state: TaskState; readonly message: string; readonly unreachableTime?: TimeInfo } | undefined {
  if (agent === undefined ? master.recoveredAgents.size > 0 : master.recoveredAgents.has(agent)) return undefined;
  if (agent !== undefined) {
    if (master.agents.has(agent)) {
      return { state: "TASK_GONE", message: "Reconciliation: Task is unknown to the agent" };
    }
    const unreachableTime = master.unreachableAgents.get(agent);
    if (unreachableTime !== undefined) {
      return { state: "TASK_UNREACHABLE", message: "Reconciliation: Task is unreachable", unreachableTime };
    }
    if (master.goneAgents.has(agent)) {
      return { state: "TASK_GONE_BY_OPERATOR", message: "Reconciliation: Task is gone" };
    }
  }
  return { state: "TASK_UNKNOWN", message: "Reconciliation: Task is unknown" };
}
