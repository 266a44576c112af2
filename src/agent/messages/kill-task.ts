/**
 * A task is to end (TSK-08, TSK-12): before its executor knows of it we end it ourselves, otherwise the executor does.
 */
import type { KillTaskMessage } from "../../model/gen/internal.ts";
import type { KillPolicy } from "../../model/gen/mesos.ts";
import type { TaskId } from "../../model/id.ts";
import { idOfTask, membersOf, queuedGroupOf } from "../executors/deliver.ts";
import { sendKill } from "../executors/send.ts";
import { shutdownExecutor } from "../executors/shutdown.ts";
import type { Outbox } from "../outbox.ts";
import { executorOfTask, frameworkOf, wasEverSentTask } from "../state.ts";
import type { Agent, Executor } from "../state.ts";
import { decide, droppedState } from "../tasks/status.ts";

export function killTask(agent: Agent, message: KillTaskMessage, nowMs: number, out: Outbox): void {
  const taskId = message.task_id.value as TaskId;
  const framework = frameworkOf(agent, message.framework_id);
  if (agent.state === "RECOVERING" || agent.state === "TERMINATING" || framework?.state !== "RUNNING") {
    return out.log("warn", `Ignoring kill task ${taskId} of framework ${message.framework_id.value}`);
  }
  const executor = executorOfTask(framework, taskId);
  if (executor !== undefined) return killIn(agent, executor, taskId, message.kill_policy, nowMs, out);
  decide(agent, {
    frameworkId: framework.id,
    taskId,
    state: droppedState(framework),
    reason: "REASON_EXECUTOR_TERMINATED",
    message: "Cannot find executor",
  }, nowMs, out);
}

/** The same for a task whose executor is known. */
export function killIn(
  agent: Agent, executor: Executor, taskId: TaskId, policy: KillPolicy | undefined, nowMs: number, out: Outbox,
): void {
  if (executor.state === "TERMINATING" || executor.state === "TERMINATED") {
    return out.log("warn", `Ignoring kill task ${taskId}: its executor is ${executor.state}`);
  }
  if (!executor.queued.has(taskId)) return sendKill(executor, taskId, policy, out);
  endQueued(agent, executor, taskId, nowMs, out);
  // Executors for one task do not end by themselves when they never get it.
  if (executor.state === "RUNNING" && executor.queued.size === 0 && !wasEverSentTask(executor)) {
    shutdownExecutor(agent, executor, nowMs, out);
  }
}

/** With a member of a group all of it ends. */
function endQueued(agent: Agent, executor: Executor, taskId: TaskId, nowMs: number, out: Outbox): void {
  const group = queuedGroupOf(executor, taskId);
  const whole = group !== undefined && executor.state === "REGISTERING";
  const message = whole
    ? "A task within the task group was killed before delivery to the executor"
    : "Killed before delivery to the executor";
  for (const id of group === undefined ? [taskId] : membersOf(group).map(idOfTask)) {
    decide(agent, {
      frameworkId: executor.frameworkId,
      taskId: id,
      state: "TASK_KILLED",
      reason: "REASON_TASK_KILLED_DURING_LAUNCH",
      message,
      executorId: executor.id,
    }, nowMs, out);
  }
}
