/** GET /tasks: tasks by the time of their first status, newest first, a page at a time (EPM-09, JSN-15). */
import { DEFAULT_TASK_LIMIT } from "../../model/limits.ts";
import type { Piece } from "../../wire/pieces.ts";
import { viewerOf } from "../authorize/viewer.ts";
import type { Viewer } from "../authorize/viewer.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { taskMoment } from "../state/task.ts";
import type { Task } from "../state/task.ts";
import { answerPieces, pushList } from "./answer.ts";
import { taskText } from "./task.ts";

export function tasks(master: Master, request: HttpRequest): HttpResponse {
  const { query } = request;
  const found = select(master, viewerOf(master, request.principal), query["framework_id"], query["task_id"]);
  const offset = whole(query["offset"], 0);
  const limit = whole(query["limit"], DEFAULT_TASK_LIMIT);
  const pieces: Piece[] = ['{"tasks":'];
  pushList(pieces, page(found, query["order"] === "asc", offset, offset + limit).map(taskMoment), taskText);
  pieces.push("}");
  return answerPieces(request, pieces);
}

function select({ frameworks, completedFrameworks }: Master, viewer: Viewer, frameworkId?: string, taskId?: string): Task[] {
  const found: Task[] = [];
  for (const { id, info, tasks: live, unreachableTasks, completedTasks } of [...frameworks.values(), ...completedFrameworks.values()]) {
    if ((frameworkId !== undefined && id !== frameworkId) || !viewer.framework(info)) continue;
    const collect = (all: Iterable<Task>): void => {
      for (const task of all) if ((taskId === undefined || task.id === taskId) && viewer.task(task, info)) found.push(task);
    };
    collect(live.values());
    collect(unreachableTasks.values());
    collect(completedTasks);
  }
  return found;
}

/** What is no number counts as not given; a negative limit is none. */
function whole(text: string | undefined, otherwise: number): number {
  if (text === undefined || !/^[+-]?\d+$/.test(text)) return otherwise;
  const value = Number(text);
  return value < 0 ? Infinity : value;
}

/**
 * The tasks at `from` to `to` in order. Only those are sorted as tasks that can be on the page: the times alone say where its
 * ends are, and numbers sort fast.
 */
function page(all: readonly Task[], ascending: boolean, from: number, to: number): readonly Task[] {
  if (from >= all.length || to <= from) return [];
  const sign = ascending ? 1 : -1;
  const keys = Float64Array.from(all, (task) => sign * beganAt(task));
  const sorted = keys.toSorted();
  const [low, high] = [sorted[from]!, sorted[Math.min(to, sorted.length) - 1]!];
  const before = sorted.findIndex((key) => key >= low);
  const candidates: { readonly task: Task; readonly key: number }[] = [];
  for (let i = 0; i < all.length; i++) {
    if (keys[i]! >= low && keys[i]! <= high) candidates.push({ task: all[i]!, key: keys[i]! });
  }
  candidates.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
  return candidates.slice(from - before, to - before).map(({ task }) => task);
}

/** A task that nobody has reported on yet began before all others. */
function beganAt({ statuses }: Task): number {
  return statuses.length === 0 ? -Infinity : (statuses[0]!.timestamp ?? 0);
}
