/** Handing queued tasks to an executor that has connected, in the order they came; the members of a group together. */
import type { TaskGroupInfo, TaskInfo } from "../../model/gen/mesos.ts";
import type { TaskId } from "../../model/id.ts";
import type { Outbox } from "../outbox.ts";
import type { Executor, Framework } from "../state.ts";
import { taskOf } from "../tasks/task.ts";
import { sendTask, sendTaskGroup } from "./send.ts";

export function deliverQueued(framework: Framework, executor: Executor, out: Outbox): void {
  const grouped = new Set(executor.queuedGroups.flatMap(membersOf).map(idOfTask));
  for (const task of [...executor.queued.values()]) {
    if (grouped.has(idOfTask(task))) continue;
    launched(executor, task);
    sendTask(framework, executor, task, out);
  }
  for (const group of executor.queuedGroups) {
    for (const task of membersOf(group)) launched(executor, task);
    sendTaskGroup(executor, group, out);
  }
  executor.queuedGroups = [];
}

/** Takes a task out of the queue before it is delivered; a group whose members are all gone goes too. */
export function dequeue(executor: Executor, taskId: TaskId): TaskInfo | undefined {
  const task = executor.queued.get(taskId);
  executor.queued.delete(taskId);
  executor.queuedGroups = executor.queuedGroups.filter((group) =>
    membersOf(group).some((member) => executor.queued.has(idOfTask(member))),
  );
  return task;
}

/** The queued group the task is in. */
export function queuedGroupOf(executor: Executor, taskId: TaskId): TaskGroupInfo | undefined {
  return executor.queuedGroups.find((group) => membersOf(group).some((member) => idOfTask(member) === taskId));
}

export function membersOf(group: TaskGroupInfo): readonly TaskInfo[] {
  return group.tasks ?? [];
}

export function idOfTask(task: TaskInfo): TaskId {
  return task.task_id.value as TaskId;
}

function launched(executor: Executor, task: TaskInfo): void {
  executor.queued.delete(idOfTask(task));
  executor.launched.set(idOfTask(task), taskOf(task, "TASK_STAGING", executor.frameworkId));
}
