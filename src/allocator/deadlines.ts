/**
 * When filters are due: a heap of moments, whole milliseconds, each with the number of its list in the filter table.
 * What is made before a tick is armed and what after goes to different lists, even if due at one instant: the era
 * says which.
 */
interface Moment {
  readonly timeMs: number;
  readonly era: number;
  readonly due: number;
}

export class Deadlines {
  /** Numbers of lists are below this. */
  lists = 0;
  private readonly heap: Moment[] = [];
  private readonly latest = new Map<number, Moment>();
  private readonly unused: number[] = [];

  /** The list for this time and era. */
  list(timeMs: number, era: number): number {
    const wholeMs = Math.ceil(timeMs);
    const known = this.latest.get(wholeMs);
    if (known?.era === era) return known.due;
    const moment = { timeMs: wholeMs, era, due: this.unused.pop() ?? this.lists++ };
    this.latest.set(wholeMs, moment);
    this.push(moment);
    return moment.due;
  }

  /** Takes out all due before `nowMs`, or at it if of an era before `era`. */
  popDue(nowMs: number, era: number, isDue: (due: number) => void): void {
    for (let first = this.heap[0]; first !== undefined; first = this.heap[0]) {
      if (first.timeMs > nowMs || (first.timeMs === nowMs && first.era >= era)) return;
      this.pop();
      isDue(first.due);
    }
  }

  /** Time of the first list that is not empty. */
  nextMs(isEmpty: (due: number) => boolean): number | undefined {
    while (this.heap.length > 0 && isEmpty(this.heap[0]!.due)) this.pop();
    return this.heap[0]?.timeMs;
  }

  /** All lists there are, in no order. */
  forEach(visit: (due: number, timeMs: number, era: number) => void): void {
    for (const { due, timeMs, era } of this.heap) visit(due, timeMs, era);
  }

  private push(moment: Moment): void {
    const { heap } = this;
    let at = heap.length;
    heap.push(moment);
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (!isBefore(moment, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = moment;
  }

  private pop(): void {
    const { heap } = this;
    const first = heap[0]!;
    this.unused.push(first.due);
    if (this.latest.get(first.timeMs) === first) this.latest.delete(first.timeMs);
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
      if (!isBefore(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
  }
}

function isBefore(left: Moment, right: Moment): boolean {
  return left.timeMs < right.timeMs || (left.timeMs === right.timeMs && left.era < right.era);
}
