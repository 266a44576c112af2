/**
 * Tasks on the records of their agent and framework. A task uses its resources from `addTask` until its first terminal
 * state (`updateTaskState`); its record goes when that state is acknowledged or its agent is given up (`removeTask`).
 */
import type { TaskState, TaskStatus } from "../../model/gen/mesos.ts";
import { isTerminalTask } from "../../model/task-state.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import { announceTask, announceUpdate } from "../news.ts";
import type { Agent } from "./agent.ts";
import type { Framework } from "./framework.ts";
import { tasksChanged } from "./shown-tasks.ts";
import { charge, deleteWithin, discharge, must, tally, within } from "./tables.ts";
import type { Task } from "./task.ts";

/** A state in which a task holds resources no more: terminal, or its agent is unreachable. */
export function isOver(state: TaskState): boolean {
  return isTerminalTask(state) || state === "TASK_UNREACHABLE";
}

/**
 * Puts the task on both records and charges its resources unless it is over. The allocator has counted them before. Of
 * a framework that is in no table yet operators hear first (`addFramework`).
 */
export function addTask(master: Master, framework: Framework, agent: Agent, task: Task): void {
  framework.tasks.set(task.id, task);
  tasksChanged(framework, "live");
  within(agent.tasks, framework.id).set(task.id, task);
  tally(framework.taskStates, task.state, 1);
  tally(agent.taskStates, task.state, 1);
  forgetUnreachable(framework, task);
  if (master.frameworks.has(framework.id)) announceTask(master, task);
  if (isOver(task.state)) return;
  charge(framework.used, agent.id, task.resources);
  charge(agent.used, framework.id, task.resources);
}

/** What an update says about a task: `latest` is the newest state its agent knows, ahead of `status` (TSK-56). */
interface TaskUpdate {
  readonly status: TaskStatus;
  readonly latest?: TaskState;
}

/**
 * Records an update: the state moves on unless it was terminal already, the history keeps the last of each run of equal
 * states without its data (TSK-62), and at the first state that ends the task its resources are freed (TSK-58).
 */
export function updateTask(master: Master, task: Task, update: TaskUpdate): void {
  const { status } = update;
  const state = update.latest ?? status.state;
  const ended = !isOver(task.state) && isOver(state);
  if (!isTerminalTask(task.state)) setState(master, task, state);
  const repeats = task.statuses.at(-1)?.state === status.state;
  const kept = withoutData(status);
  task.statuses = [...(repeats ? task.statuses.slice(0, -1) : task.statuses), kept];
  task.moment = undefined;
  const framework = master.frameworks.get(task.frameworkId);
  if (framework !== undefined) tasksChanged(framework, "live");
  if (!repeats || isCheck(status)) announceUpdate(master, task, status);
  if (!ended) return;
  free(master, task);
  countEnd(master, task, state, status);
}

/** What agents report is forwarded whole, but kept without its data. */
export function withoutData(status: TaskStatus): TaskStatus {
  if (status.data === undefined) return status;
  const { data: _, ...kept } = status;
  return kept;
}

/** News of a check is news although the task is in the same state. */
function isCheck({ reason }: TaskStatus): boolean {
  return reason === "REASON_TASK_CHECK_STATUS_UPDATED" || reason === "REASON_TASK_HEALTH_CHECK_STATUS_UPDATED";
}

/**
 * Takes the task off both records; resources it still uses are freed. It moves to the framework's completed tasks, or
 * to the unreachable ones, from which an agent that returns may take it back (AGT-35).
 */
export function removeTask(master: Master, task: Task, to: "completed" | "unreachable"): void {
  if (!isOver(task.state)) free(master, task);
  const agent = master.agents.get(task.agentId);
  if (agent?.tasks.get(task.frameworkId)?.get(task.id) === task) {
    deleteWithin(agent.tasks, task.frameworkId, task.id);
    tally(agent.taskStates, task.state, -1);
  }
  if (agent?.drain !== undefined) master.emptied.add(agent.id);
  const framework = master.frameworks.get(task.frameworkId);
  if (framework === undefined) return;
  if (framework.tasks.delete(task.id)) tally(framework.taskStates, task.state, -1);
  tasksChanged(framework, "live");
  if (to === "completed") rememberCompleted(framework, task);
  else rememberUnreachable(master, framework, task);
}

export function rememberCompleted(framework: Framework, task: Task): void {
  framework.completedTasks.push(task);
  tasksChanged(framework, "completed");
}

export function forgetUnreachable(framework: Framework, task: Task): void {
  if (framework.unreachableTasks.delete(task.id)) tasksChanged(framework, "unreachable");
}

/** The counts of both records follow, unless the task is on neither any more. */
function setState(master: Master, task: Task, state: TaskState): void {
  const framework = master.frameworks.get(task.frameworkId);
  const agent = master.agents.get(task.agentId);
  for (const counts of [
    framework?.tasks.get(task.id) === task ? framework.taskStates : undefined,
    agent?.tasks.get(task.frameworkId)?.get(task.id) === task ? agent.taskStates : undefined,
  ]) {
    if (counts === undefined) continue;
    tally(counts, task.state, -1);
    tally(counts, state, 1);
  }
  task.state = state;
}

function free(master: Master, task: Task): void {
  const framework = master.frameworks.get(task.frameworkId);
  const agent = master.agents.get(task.agentId);
  if (framework !== undefined) discharge(framework.used, task.agentId, task.resources);
  if (agent !== undefined) discharge(agent.used, task.frameworkId, task.resources);
  must(master.allocator.recoverResources(task.frameworkId, task.agentId, task.resources, undefined, "allocated"));
  master.hasFreed = true;
}

function rememberUnreachable(master: Master, framework: Framework, task: Task): void {
  framework.unreachableTasks.delete(task.id);
  framework.unreachableTasks.set(task.id, task);
  tasksChanged(framework, "unreachable");
  if (framework.unreachableTasks.size <= master.options.maxUnreachableTasksPerFramework) return;
  for (const oldest of framework.unreachableTasks.keys()) {
    framework.unreachableTasks.delete(oldest);
    break;
  }
}

function countEnd(master: Master, task: Task, ended: TaskState, status: TaskStatus): void {
  const state = ended.toLowerCase();
  if (isTerminalTask(ended)) {
    count(master.counters, state.replace("task_", "tasks_"));
    const framework = master.frameworks.get(task.frameworkId);
    if (framework !== undefined) count(framework.counters, `tasks/terminal/${state}`);
  }
  if (status.reason !== undefined) countReason(master, status);
}

/** One more end of this state, source and reason (MET-11). */
export function countReason(master: Master, status: TaskStatus): void {
  const { state, source = "SOURCE_MASTER", reason } = status;
  count(master.counters, [state, v0(source), v0(reason ?? "")].join("/").toLowerCase());
}

/** Metric names keep the older words: `source_slave`, `reason_slave_removed`. */
function v0(name: string): string {
  return name.replace("AGENT", "SLAVE");
}
