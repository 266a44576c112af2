/** Moving a task to the state an update brings: queued or launched tasks end up among the terminated ones. */
import type { TaskStatus } from "../../model/gen/mesos.ts";
import type { TaskId } from "../../model/id.ts";
import { dequeue } from "../executors/deliver.ts";
import type { Agent, Executor } from "../state.ts";
import { isTerminalTask } from "../../model/task-state.ts";
import { taskOf, withStatus } from "./task.ts";

/** An error says why the task can no longer take this state; the update must then not be stored. */
export function applyStatus(agent: Agent, executor: Executor, status: TaskStatus): string | undefined {
  const taskId = status.task_id.value as TaskId;
  const ended = executor.terminated.get(taskId);
  if (ended !== undefined) return `Task is already terminated with state ${ended.state}`;
  const terminal = isTerminalTask(status.state);
  if (executor.queued.has(taskId)) {
    if (!terminal) return "Cannot send non-terminal update for queued task";
    const task = taskOf(dequeue(executor, taskId)!, status.state, executor.frameworkId);
    executor.terminated.set(taskId, withStatus(task, status));
  } else {
    const task = executor.launched.get(taskId);
    if (task === undefined) return "Task is unknown";
    if (terminal) executor.launched.delete(taskId);
    (terminal ? executor.terminated : executor.launched).set(taskId, withStatus(task, status));
  }
  if (terminal) count(agent, status);
  return undefined;
}

function count({ metrics }: Agent, { state }: TaskStatus): void {
  if (state === "TASK_FINISHED") metrics.tasksFinished++;
  else if (state === "TASK_FAILED") metrics.tasksFailed++;
  else if (state === "TASK_KILLED") metrics.tasksKilled++;
  else if (state === "TASK_LOST") metrics.tasksLost++;
  else if (state === "TASK_GONE") metrics.tasksGone++;
}
