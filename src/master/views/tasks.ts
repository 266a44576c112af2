/** GET /tasks: tasks by the time of their first status, newest first, a page at a time (EPM-09, JSN-15). */
import { DEFAULT_TASK_LIMIT } from "../../model/limits.ts";
import { nthSmallest } from "../../model/nth.ts";
import { readWhole } from "../../model/whole.ts";
import type { Piece } from "../../wire/pieces.ts";
import { viewerOf } from "../authorize/viewer.ts";
import type { Viewer } from "../authorize/viewer.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { TASK_TABLES } from "../state/shown-tasks.ts";
import type { TaskMoment } from "../state/task.ts";
import { answerPieces, pushList } from "./answer.ts";
import { taskMoments, taskText } from "./task.ts";

export function tasks(master: Master, request: HttpRequest): HttpResponse {
  const { query } = request;
  const found = select(master, viewerOf(master, request.principal), query["framework_id"], query["task_id"]);
  const offset = whole(query["offset"], 0);
  const end = offset + whole(query["limit"], DEFAULT_TASK_LIMIT);
  const pieces: Piece[] = ['{"tasks":'];
  pushList(pieces, page(found, query["order"] === "asc", place(offset), place(end)), taskText);
  pieces.push("}");
  return answerPieces(request, pieces);
}

function select(master: Master, viewer: Viewer, frameworkId?: string, taskId?: string): readonly TaskMoment[] {
  const lists: (readonly TaskMoment[])[] = [];
  for (const framework of [...master.frameworks.values(), ...master.completedFrameworks.values()]) {
    if ((frameworkId !== undefined && framework.id !== frameworkId) || !viewer.framework(framework.info)) continue;
    for (const table of TASK_TABLES) lists.push(taskMoments(framework, table, viewer));
  }
  const found = lists.flat();
  return taskId === undefined ? found : found.filter(({ task }) => task.id === taskId);
}

/** What is no number counts as not given. */
function whole(text: string | undefined, otherwise: number): bigint {
  const value = text === undefined ? undefined : readWhole(text, 32);
  return value?.ok === true ? value.value : BigInt(otherwise);
}

/** A Mesos master counts in 64 bits without a sign: a negative limit is none, unless the offset takes it past the end. */
function place(index: bigint): number {
  return Number(BigInt.asUintN(64, index));
}

/**
 * The tasks at `from` to `to` in order, those with the same time as they come. The times alone say where the page
 * begins and ends; only what is on it is sorted.
 */
function page(all: readonly TaskMoment[], ascending: boolean, from: number, to: number): readonly TaskMoment[] {
  const end = Math.min(to, all.length);
  if (from >= end) return [];
  const sign = ascending ? 1 : -1;
  const keys = new Float64Array(all.length);
  for (let i = 0; i < keys.length; i++) keys[i] = sign * all[i]!.beganAt;
  const shuffled = keys.slice();
  const [low, high] = [nthSmallest(shuffled, from), nthSmallest(shuffled, end - 1)];
  let before = 0;
  for (const key of keys) if (key < low) before++;
  const sorted = keys.filter((key) => key >= low && key <= high).sort();
  const shown: TaskMoment[] = [];
  const taken = new Uint32Array(sorted.length);
  for (let i = 0; i < keys.length; i++) {
    if (keys[i]! < low || keys[i]! > high) continue;
    const first = lowerBound(sorted, keys[i]!);
    const place = before + first + taken[first]!++;
    if (place >= from && place < end) shown[place - from] = all[i]!;
  }
  return shown;
}

/** Where the first value stands that is not smaller. */
function lowerBound(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
