/**
 * What is to happen and when: simulated time is nothing but this list. Of two entries for one instant the one that was entered
 * first comes first, so a run repeats exactly.
 *
 *     now    a binary heap of what happens within this moment: small, whatever the cluster
 *     soon   what happens later in this slice of time, unordered, by moment; a moment is put in order when it begins
 *     far    everything later, unordered, by slice; a slice is dealt out to its moments when it begins
 *
 * A large cluster has a hundred thousand timers far away, and sends a million messages at once when a master begins to lead.
 */
export interface Entry {
  readonly atMs: number;
  readonly order: number;
  /** Undefined once it has happened or was called off. */
  run: Happening | undefined;
}

/** What is done then. An object stands for itself: it is entered again and again, and needs no function made for it. */
type Happening = (() => void) | { happen(): void };

/** Powers of two, so that where an instant belongs is not a matter of rounding. */
const SLICE_MS = 64;
const MOMENT_MS = 1 / 16;
const MOMENTS = SLICE_MS / MOMENT_MS;
/** When called-off entries outnumber the others by so much, they are swept out. */
const SWEEP_AT = 4_096;

export class Agenda {
  /** Milliseconds since the epoch. */
  nowMs: number;
  /** Entries that have happened. */
  steps = 0;
  private readonly startMs: number;
  private readonly now: Entry[] = [];
  private readonly soon: Entry[][] = Array.from({ length: MOMENTS }, () => []);
  private readonly far = new Map<number, Entry[]>();
  /** The first moment of this slice that has not begun, and when it does. */
  private nextMoment = MOMENTS;
  private momentMs: number;
  /** The first slice that has not begun, and when it does. */
  private nextSlice = 0;
  private sliceMs: number;
  private length = 0;
  private entered = 0;
  private calledOff = 0;

  constructor(startMs: number) {
    this.nowMs = this.startMs = this.momentMs = this.sliceMs = startMs;
  }

  /** Never in the past: what is late happens now. */
  at(atMs: number, run: Happening): Entry {
    const entry: Entry = { atMs: atMs > this.nowMs ? atMs : this.nowMs, order: this.entered++, run };
    this.length++;
    if (entry.atMs < this.momentMs) push(this.now, entry);
    else if (entry.atMs < this.sliceMs) this.enterSoon(entry);
    else this.enterFar(entry);
    return entry;
  }

  after(ms: number, run: Happening): Entry {
    return this.at(this.nowMs + ms, run);
  }

  callOff(entry: Entry | undefined): void {
    if (entry?.run === undefined) return;
    entry.run = undefined;
    this.calledOff++;
    if (this.calledOff > SWEEP_AT && this.calledOff * 2 > this.length) this.sweep();
  }

  /** Lets everything up to this instant happen, unless `goOn` says no after one of them. */
  runUntil(untilMs: number, goOn: () => boolean): void {
    const { now } = this;
    while ((now.length > 0 || this.beginMoment(untilMs)) && now[0]!.atMs <= untilMs) {
      const entry = pop(now);
      this.length--;
      const { run } = entry;
      if (run === undefined) {
        this.calledOff--;
        continue;
      }
      entry.run = undefined;
      this.nowMs = entry.atMs;
      this.steps++;
      if (typeof run === "function") run();
      else run.happen();
      if (!goOn()) return;
    }
    this.nowMs = Math.max(this.nowMs, untilMs);
  }

  private enterSoon(entry: Entry): void {
    this.soon[MOMENTS - Math.ceil((this.sliceMs - entry.atMs) / MOMENT_MS)]!.push(entry);
  }

  private enterFar(entry: Entry): void {
    const slice = Math.floor((entry.atMs - this.startMs) / SLICE_MS);
    const entries = this.far.get(slice);
    if (entries === undefined) this.far.set(slice, [entry]);
    else entries.push(entry);
  }

  /** Nothing happens now any more: the next moment in which something does begins, if it is in time. False: it is not. */
  private beginMoment(untilMs: number): boolean {
    const { now, soon } = this;
    while (now.length === 0) {
      if (this.momentMs > untilMs) return false;
      if (this.nextMoment === MOMENTS && !this.beginSlice(untilMs)) return false;
      const entries = soon[this.nextMoment++]!;
      this.momentMs += MOMENT_MS;
      for (const entry of entries) now.push(entry);
      if (entries.length > 0) soon[this.nextMoment - 1] = [];
    }
    arrange(now);
    return true;
  }

  private beginSlice(untilMs: number): boolean {
    const { far } = this;
    let entries: Entry[] | undefined;
    while (entries === undefined) {
      if (this.sliceMs > untilMs || far.size === 0) return false;
      entries = far.get(this.nextSlice);
      far.delete(this.nextSlice);
      this.nextSlice++;
      this.sliceMs += SLICE_MS;
      // An empty one is over at once.
      this.momentMs = this.sliceMs;
    }
    this.momentMs = this.sliceMs - SLICE_MS;
    this.nextMoment = 0;
    for (const entry of entries) this.enterSoon(entry);
    return true;
  }

  private sweep(): void {
    const { far, now, soon } = this;
    this.length = keepPlanned(now);
    arrange(now);
    for (const entries of soon) this.length += keepPlanned(entries);
    for (const entries of far.values()) this.length += keepPlanned(entries);
    this.calledOff = 0;
  }
}

/** How many are left. */
function keepPlanned(entries: Entry[]): number {
  let kept = 0;
  for (const entry of entries) if (entry.run !== undefined) entries[kept++] = entry;
  entries.length = kept;
  return kept;
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

function arrange(heap: Entry[]): void {
  for (let at = (heap.length >> 1) - 1; at >= 0; at--) sink(heap, at, heap[at]!);
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
