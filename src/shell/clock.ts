/**
 * Real time. `nowMs` never goes back: it follows the monotonic clock from the wall clock's reading at the start, and jumps
 * forward when the wall clock is ahead (the machine slept). Timers share one binary heap and one timer of Node's, so that
 * tens of thousands of them cost nothing while they wait.
 */
import type { Clock } from "../ports.ts";

/** The wall clock must be this far ahead of the monotonic one before we follow it. */
const JUMP_MS = 1_000;
/** Longest sleep: how soon a jump of the wall clock is noticed when nothing else happens. */
const LONGEST_SLEEP_MS = 10_000;

interface Entry {
  readonly atMs: number;
  /** Of two timers due at one instant, the one armed first fires first. */
  readonly order: number;
  /** Undefined once fired or disarmed. */
  fire: (() => void) | undefined;
  inHeap: boolean;
}

export function createClock(wallMs: () => number = Date.now): Clock {
  const heap: Entry[] = [];
  let disarmed = 0;
  let armed = 0;
  let offsetMs = wallMs() - performance.now();
  let sleep: NodeJS.Timeout | undefined;
  let wakeAtMs = Infinity;

  const nowMs = (): number => {
    const monotonicMs = performance.now() + offsetMs;
    const aheadMs = wallMs() - monotonicMs;
    if (aheadMs < JUMP_MS) return monotonicMs;
    offsetMs += aheadMs;
    return monotonicMs + aheadMs;
  };

  const schedule = (): void => {
    while (heap[0] !== undefined && heap[0].fire === undefined) {
      pop(heap);
      disarmed--;
    }
    const next = heap[0];
    if (next !== undefined && next.atMs >= wakeAtMs) return;
    clearTimeout(sleep);
    wakeAtMs = Infinity;
    if (next === undefined) return;
    const now = nowMs();
    const delayMs = Math.min(Math.max(next.atMs - now, 0), LONGEST_SLEEP_MS);
    wakeAtMs = now + delayMs;
    sleep = setTimeout(wake, Math.ceil(delayMs));
  };

  const wake = (): void => {
    wakeAtMs = Infinity;
    const now = nowMs();
    const due: Entry[] = [];
    while (heap.length > 0 && heap[0]!.atMs <= now) {
      const entry = pop(heap);
      if (entry.fire === undefined) disarmed--;
      else due.push(entry);
    }
    schedule();
    for (const entry of due) {
      const { fire } = entry;
      entry.fire = undefined;
      fire?.();
    }
  };

  return {
    nowMs,
    arm(atMs, fire) {
      const entry: Entry = { atMs, order: armed++, fire, inHeap: true };
      push(heap, entry);
      schedule();
      return () => {
        if (entry.fire === undefined) return;
        entry.fire = undefined;
        if (!entry.inHeap) return;
        disarmed++;
        if (disarmed * 2 > heap.length + 16) disarmed -= compact(heap);
        // The last one alive takes Node's timer with it, so that nothing keeps the process from ending.
        if (disarmed === heap.length || heap[0] === entry) schedule();
      };
    },
  };
}

function before(a: Entry, b: Entry): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}

function push(heap: Entry[], entry: Entry): void {
  let at = heap.length;
  heap.push(entry);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!before(entry, heap[parent]!)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = entry;
}

function pop(heap: Entry[]): Entry {
  const top = heap[0]!;
  const last = heap.pop()!;
  if (heap.length > 0) sink(heap, 0, last);
  top.inHeap = false;
  return top;
}

function sink(heap: Entry[], from: number, entry: Entry): void {
  let at = from;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
    if (!before(heap[child]!, entry)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = entry;
}

/** Throws the disarmed entries away and gives back how many there were. */
function compact(heap: Entry[]): number {
  const live = heap.filter((entry) => entry.fire !== undefined);
  const dropped = heap.length - live.length;
  heap.length = 0;
  heap.push(...live);
  for (let at = (heap.length >> 1) - 1; at >= 0; at--) sink(heap, at, heap[at]!);
  return dropped;
}
