/** When filters are due: a binary heap in flat arrays, by time and then by the order in which they were made. */
export class Deadlines {
  private times = new Float64Array(256);
  private orders = new Float64Array(256);
  private filters = new Int32Array(256);
  private stamps = new Int32Array(256);
  private size = 0;

  add(timeMs: number, order: number, filter: number, stamp: number): void {
    if (this.size === this.times.length) this.grow();
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (!this.isLater(parent, timeMs, order)) break;
      this.move(parent, at);
      at = parent;
    }
    this.put(at, timeMs, order, filter, stamp);
  }

  /** Takes out all due before `nowMs`, or at it if made before `order`. */
  popDue(nowMs: number, order: number, due: (filter: number, stamp: number) => void): void {
    while (this.size > 0) {
      const time = this.times[0]!;
      if (time > nowMs || (time === nowMs && this.orders[0]! >= order)) return;
      const filter = this.filters[0]!;
      const stamp = this.stamps[0]!;
      this.pop();
      due(filter, stamp);
    }
  }

  /** All there are, in no order. */
  forEach(visit: (filter: number, stamp: number, timeMs: number, order: number) => void): void {
    for (let at = 0; at < this.size; at++) {
      visit(this.filters[at]!, this.stamps[at]!, this.times[at]!, this.orders[at]!);
    }
  }

  /** Time of the first that still counts. */
  nextMs(counts: (filter: number, stamp: number) => boolean): number | undefined {
    while (this.size > 0 && !counts(this.filters[0]!, this.stamps[0]!)) this.pop();
    return this.size > 0 ? this.times[0] : undefined;
  }

  private pop(): void {
    const last = --this.size;
    if (last === 0) return;
    const timeMs = this.times[last]!;
    const order = this.orders[last]!;
    const filter = this.filters[last]!;
    const stamp = this.stamps[last]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= last) break;
      if (child + 1 < last && this.isLater(child, this.times[child + 1]!, this.orders[child + 1]!)) child++;
      if (this.isLater(child, timeMs, order)) break;
      this.move(child, at);
      at = child;
    }
    this.put(at, timeMs, order, filter, stamp);
  }

  private isLater(at: number, timeMs: number, order: number): boolean {
    const time = this.times[at]!;
    return time > timeMs || (time === timeMs && this.orders[at]! > order);
  }

  private move(from: number, to: number): void {
    this.times[to] = this.times[from]!;
    this.orders[to] = this.orders[from]!;
    this.filters[to] = this.filters[from]!;
    this.stamps[to] = this.stamps[from]!;
  }

  private put(at: number, timeMs: number, order: number, filter: number, stamp: number): void {
    this.times[at] = timeMs;
    this.orders[at] = order;
    this.filters[at] = filter;
    this.stamps[at] = stamp;
  }

  private grow(): void {
    const capacity = this.times.length * 2;
    const times = new Float64Array(capacity);
    times.set(this.times);
    this.times = times;
    const orders = new Float64Array(capacity);
    orders.set(this.orders);
    this.orders = orders;
    const filters = new Int32Array(capacity);
    filters.set(this.filters);
    this.filters = filters;
    const stamps = new Int32Array(capacity);
    stamps.set(this.stamps);
    this.stamps = stamps;
  }
}
