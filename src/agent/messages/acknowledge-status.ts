/**
 * The framework has seen a status update: the next of that task may go, and what was only kept for it may be forgotten.
 */
import type { StatusUpdateAcknowledgementMessage } from "../../model/gen/internal.ts";
import type { FrameworkId, TaskId } from "../../model/id.ts";
import { removeIfIdle, removeIfOver } from "../executors/remove.ts";
import type { Outbox } from "../outbox.ts";
import { executorOfTask, frameworkOf } from "../state.ts";
import type { Agent } from "../state.ts";
import { acknowledgeUpdate } from "../updates.ts";

export function acknowledgeStatus(
  agent: Agent, message: StatusUpdateAcknowledgementMessage, nowMs: number, out: Outbox,
): void {
  const frameworkId = message.framework_id.value as FrameworkId;
  const taskId = message.task_id.value as TaskId;
  const outcome = acknowledgeUpdate(agent, frameworkId, taskId, message.uuid, nowMs, out);
  if (outcome === "unknown") {
    return out.log("warn", `Unexpected acknowledgement for task ${taskId} of framework ${frameworkId}`);
  }
  const framework = frameworkOf(agent, message.framework_id);
  const executor = framework === undefined ? undefined : executorOfTask(framework, taskId);
  if (framework === undefined || executor === undefined) return;
  const task = executor.terminated.get(taskId);
  if (outcome === "terminated" && task !== undefined) {
    executor.terminated.delete(taskId);
    executor.completed.push(task);
  }
  removeIfOver(agent, framework, executor, out);
  removeIfIdle(agent, framework, out);
}
