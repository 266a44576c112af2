import type { Value_Range } from "./gen/mesos.ts";
import { digitsOf } from "./exact.ts";

/**
 * Sets of whole numbers written as inclusive intervals (ports). Canonical means ascending, disjoint and coalesced:
 * neighbours such as 1-2 and 3-4 are one interval. Arithmetic is linear on canonical input; other input is sorted.
 */
export type Ranges = readonly Value_Range[];

/** Ascending, disjoint and merged; returns the argument itself when it is canonical already. */
export function coalesceRanges(ranges: Ranges): Ranges {
  return isCanonical(ranges) ? ranges : merge(byBegin(ranges));
}

/** Union, canonical. */
export function addRanges(left: Ranges, right: Ranges): Ranges {
  if (right.length === 0) return coalesceRanges(left);
  if (left.length === 0) return coalesceRanges(right);
  return merge(byBegin([...left, ...right]));
}

/**
 * What is in left and not in right; right need not be contained. Intervals of left that merely touch stay apart, and
 * left itself is returned when nothing is taken away.
 */
export function subtractRanges(left: Ranges, right: Ranges): Ranges {
  if (left.length === 0 || right.length === 0) return left;
  const holes = coalesceRanges(right);
  const result: Value_Range[] = [];
  let changed = false;
  let next = 0;
  for (const range of byBegin(left)) {
    while (next < holes.length && holes[next]!.end < range.begin) next++;
    let begin = range.begin;
    let hole = next;
    for (; hole < holes.length && holes[hole]!.begin <= range.end; hole++) {
      const { begin: from, end: to } = holes[hole]!;
      if (begin < from) result.push({ begin, end: from - 1 });
      begin = to + 1;
    }
    if (hole === next) {
      result.push(range);
      continue;
    }
    changed = true;
    if (begin <= range.end) result.push({ begin, end: range.end });
    next = hole - 1;
  }
  return changed ? result : left;
}

/** What is in both, canonical. */
export function intersectRanges(left: Ranges, right: Ranges): Ranges {
  const a = coalesceRanges(left);
  const b = coalesceRanges(right);
  const result: Value_Range[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const begin = Math.max(a[i]!.begin, b[j]!.begin);
    const end = Math.min(a[i]!.end, b[j]!.end);
    if (begin <= end) result.push({ begin, end });
    if (a[i]!.end < b[j]!.end) i++;
    else j++;
  }
  return result;
}

/** Is every number of right in left? */
export function containsRanges(left: Ranges, right: Ranges): boolean {
  if (right.length === 0 || left === right) return true;
  const outer = coalesceRanges(left);
  let i = 0;
  for (const range of coalesceRanges(right)) {
    while (i < outer.length && outer[i]!.end < range.begin) i++;
    const candidate = outer[i];
    if (candidate === undefined || candidate.begin > range.begin || candidate.end < range.end) return false;
  }
  return true;
}

/** Do both hold the same numbers, however they are cut into intervals? */
export function equalRanges(left: Ranges, right: Ranges): boolean {
  if (left === right) return true;
  const a = coalesceRanges(left);
  const b = coalesceRanges(right);
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (a[i]!.begin !== b[i]!.begin || a[i]!.end !== b[i]!.end) return false;
  }
  return true;
}

/** How many numbers the intervals hold (they must not overlap). */
export function countRanges(ranges: Ranges): number {
  let count = 0;
  for (const range of ranges) count += range.end - range.begin + 1;
  return count;
}

/** `[31000-32000, 33000-33001]` */
export function printRanges(ranges: Ranges): string {
  return `[${ranges.map((range) => `${digitsOf(range, "begin")}-${digitsOf(range, "end")}`).join(", ")}]`;
}

function isCanonical(ranges: Ranges): boolean {
  for (let i = 1; i < ranges.length; i++) {
    if (ranges[i]!.begin <= ranges[i - 1]!.end + 1) return false;
  }
  return true;
}

function byBegin(ranges: Ranges): Ranges {
  for (let i = 1; i < ranges.length; i++) {
    if (ranges[i]!.begin < ranges[i - 1]!.begin) return ranges.toSorted((a, b) => a.begin - b.begin || a.end - b.end);
  }
  return ranges;
}

function merge(sorted: Ranges): Ranges {
  const result: Value_Range[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last === undefined || range.begin > last.end + 1) result.push(range);
    else if (range.end > last.end) result[result.length - 1] = { begin: last.begin, end: range.end };
  }
  return result;
}
