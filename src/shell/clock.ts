/**
 * Real time. `nowMs` never goes back: it follows the monotonic clock from the wall clock's reading at the start, and jumps
 * forward when the wall clock is ahead (the machine slept). Timers share one binary heap and one timer of Node's, so that
 * tens of thousands of them cost nothing while they wait.
 */
import type { Alarm, AlarmClock } from "../ports.ts";

/** The wall clock must be this far ahead of the monotonic one before we follow it. */
const JUMP_MS = 1_000;
/** Longest sleep: how soon a jump of the wall clock is noticed when nothing else happens. */
const LONGEST_SLEEP_MS = 10_000;

const NOWHERE = -1;
/** Out of the heap, and about to fire. */
const DUE = -2;

interface Timers {
  set(entry: Entry, atMs: number): void;
  clear(entry: Entry): void;
}

class Entry implements Alarm {
  atMs = 0;
  /** Of two timers due at one instant, the one set first fires first. */
  order = 0;
  /** Where it stands in the heap, or `NOWHERE`, or `DUE`. */
  place = NOWHERE;
  readonly #fire: (subject: never) => void;
  readonly #subject: unknown;
  readonly #timers: Timers;

  constructor(fire: (subject: never) => void, subject: unknown, timers: Timers) {
    this.#fire = fire;
    this.#subject = subject;
    this.#timers = timers;
  }

  fire(): void {
    this.#fire(this.#subject as never);
  }

  get isSet(): boolean {
    return this.place !== NOWHERE;
  }

  set(atMs: number): void {
    this.#timers.set(this, atMs);
  }

  clear(): void {
    this.#timers.clear(this);
  }
}

export function createClock(wallMs: () => number = Date.now): AlarmClock {
  const heap: Entry[] = [];
  let settings = 0;
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
    for (let next = heap[0]; next !== undefined && next.atMs <= now; next = heap[0]) {
      remove(heap, next);
      next.place = DUE;
      due.push(next);
    }
    schedule();
    for (const entry of due) {
      // One that fired before may have cleared it, or set it to another time.
      if (entry.place !== DUE) continue;
      entry.place = NOWHERE;
      entry.fire();
    }
  };

  const timers: Timers = {
    set(entry, atMs) {
      if (entry.place >= 0) remove(heap, entry);
      entry.atMs = atMs;
      entry.order = settings++;
      rise(heap, heap.length, entry);
      schedule();
    },
    clear(entry) {
      const { place } = entry;
      if (place >= 0) remove(heap, entry);
      entry.place = NOWHERE;
      // The last one takes Node's timer with it, so that nothing keeps the process from ending.
      if (place === 0) schedule();
    },
  };

  return {
    nowMs,
    alarm: (fire, subject) => new Entry(fire, subject, timers),
    arm(atMs, fire) {
      const entry = new Entry(fire, undefined, timers);
      entry.set(atMs);
      return () => entry.clear();
    },
  };
}

function before(a: Entry, b: Entry): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}

function put(heap: Entry[], entry: Entry, place: number): void {
  heap[place] = entry;
  entry.place = place;
}

/** Puts the entry there, or as far up from there as it belongs. */
function rise(heap: Entry[], from: number, entry: Entry): void {
  let at = from;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!before(entry, heap[parent]!)) break;
    put(heap, heap[parent]!, at);
    at = parent;
  }
  put(heap, entry, at);
}

/** Puts the entry there, or as far down from there as it belongs. */
function sink(heap: Entry[], from: number, entry: Entry): void {
  let at = from;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
    if (!before(heap[child]!, entry)) break;
    put(heap, heap[child]!, at);
    at = child;
  }
  put(heap, entry, at);
}

/** The last one takes the place of one that leaves, and finds its own from there. */
function remove(heap: Entry[], entry: Entry): void {
  const { place } = entry;
  entry.place = NOWHERE;
  const last = heap.pop()!;
  if (last === entry) return;
  sink(heap, place, last);
  if (last.place === place) rise(heap, place, last);
}
