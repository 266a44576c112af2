/**
 * The tasks of a framework as readers last saw them. A hundred thousand of them are taken at a time, so the lists stay
 * until a task comes, goes or changes (`tasksChanged`; `invariants.ts` looks whether somebody forgot to say so).
 */
import type { Framework } from "./framework.ts";
import { taskMoment } from "./task.ts";
import type { Task, TaskMoment } from "./task.ts";

/** The tables of a framework that hold tasks. */
const TABLES = {
  live: ({ tasks }: Framework): Iterable<Task> => tasks.values(),
  unreachable: ({ unreachableTasks }: Framework): Iterable<Task> => unreachableTasks.values(),
  completed: ({ completedTasks }: Framework): Iterable<Task> => completedTasks,
} as const;

export type TaskTable = keyof typeof TABLES;
export const TASK_TABLES: readonly TaskTable[] = ["live", "unreachable", "completed"];

export type ShownTasks = { [table in TaskTable]: readonly TaskMoment[] | undefined };

/** The tasks in one of its tables as they are now: the same list again while nothing has changed. */
export function shownTasks(framework: Framework, table: TaskTable): readonly TaskMoment[] {
  const shown = (framework.shown ??= { live: undefined, unreachable: undefined, completed: undefined });
  return (shown[table] ??= Array.from(TABLES[table](framework), taskMoment));
}

export function tasksChanged({ shown }: Framework, table: TaskTable): void {
  if (shown !== undefined) shown[table] = undefined;
}

/** Is what readers see of this table what stands in it? */
export function showsAll(framework: Framework, table: TaskTable): boolean {
  const kept = framework.shown?.[table];
  if (kept === undefined) return true;
  const tasks = [...TABLES[table](framework)];
  return kept.length === tasks.length && kept.every((moment, i) => moment === tasks[i]!.moment);
}
