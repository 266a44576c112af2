/**
 * What is to happen and when: simulated time is nothing but a binary heap. Of two entries for one instant the one that was
 * entered first comes first, so a run repeats exactly.
 */
export interface Entry {
  readonly atMs: number;
  readonly order: number;
  /** Undefined once it has happened or was called off. */
  run: (() => void) | undefined;
}

/** When called-off entries outnumber the others by so much, they are swept out. */
const SWEEP_AT = 4_096;

export class Agenda {
  /** Milliseconds since the epoch. */
  nowMs: number;
  /** Entries that have happened. */
  steps = 0;
  private readonly heap: Entry[] = [];
  private entered = 0;
  private calledOff = 0;

  constructor(startMs: number) {
    this.nowMs = startMs;
  }

  /** Never in the past: what is late happens now. */
  at(atMs: number, run: () => void): Entry {
    const entry: Entry = { atMs: atMs > this.nowMs ? atMs : this.nowMs, order: this.entered++, run };
    push(this.heap, entry);
    return entry;
  }

  after(ms: number, run: () => void): Entry {
    return this.at(this.nowMs + ms, run);
  }

  callOff(entry: Entry | undefined): void {
    if (entry?.run === undefined) return;
    entry.run = undefined;
    this.calledOff++;
    if (this.calledOff > SWEEP_AT && this.calledOff * 2 > this.heap.length) this.sweep();
  }

  /** Lets everything up to this instant happen, unless `goOn` says no after one of them. */
  runUntil(untilMs: number, goOn: () => boolean): void {
    const { heap } = this;
    while (heap.length > 0 && heap[0]!.atMs <= untilMs) {
      const entry = pop(heap);
      const { run } = entry;
      if (run === undefined) {
        this.calledOff--;
        continue;
      }
      entry.run = undefined;
      this.nowMs = entry.atMs;
      this.steps++;
      run();
      if (!goOn()) return;
    }
    this.nowMs = Math.max(this.nowMs, untilMs);
  }

  private sweep(): void {
    const { heap } = this;
    let kept = 0;
    for (const entry of heap) if (entry.run !== undefined) heap[kept++] = entry;
    heap.length = kept;
    for (let at = (kept >> 1) - 1; at >= 0; at--) sink(heap, at, heap[at]!);
    this.calledOff = 0;
  }
}

function isBefore(left: Entry, right: Entry): boolean {
  return left.atMs < right.atMs || (left.atMs === right.atMs && left.order < right.order);
}

function push(heap: Entry[], entry: Entry): void {
  let at = heap.length;
  heap.push(entry);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBefore(entry, heap[parent]!)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = entry;
}

function pop(heap: Entry[]): Entry {
  const top = heap[0]!;
  const last = heap.pop()!;
  if (heap.length > 0) sink(heap, 0, last);
  return top;
}

function sink(heap: Entry[], from: number, entry: Entry): void {
  let at = from;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
    if (!isBefore(heap[child]!, entry)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = entry;
}
