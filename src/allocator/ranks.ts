/** Numbers in the order of names: what ties of shares are broken by. Names compare as bytes of UTF-8. */
export class Ranks {
  private readonly sorted: string[] = [];
  private readonly entries = new Map<string, { rank: number; uses: number }>();
  private readonly changed: () => void;

  /** `changed`: all numbers have been given anew. */
  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** The number of a name, kept until it is dropped as often. */
  take(name: string): number {
    const known = this.entries.get(name);
    if (known !== undefined) {
      known.uses++;
      return known.rank;
    }
    const at = this.place(name);
    const before = at === 0 ? undefined : this.entries.get(this.sorted[at - 1]!)!.rank;
    const after = at === this.sorted.length ? undefined : this.entries.get(this.sorted[at]!)!.rank;
    const rank = between(before, after);
    this.sorted.splice(at, 0, name);
    this.entries.set(name, { rank, uses: 1 });
    if (rank === before || rank === after) this.renumber();
    return this.entries.get(name)!.rank;
  }

  drop(name: string): void {
    const entry = this.entries.get(name);
    if (entry === undefined || --entry.uses > 0) return;
    this.entries.delete(name);
    this.sorted.splice(this.place(name), 1);
  }

  get(name: string): number {
    return this.entries.get(name)!.rank;
  }

  private renumber(): void {
    this.sorted.forEach((name, i) => {
      this.entries.get(name)!.rank = i;
    });
    this.changed();
  }

  private place(name: string): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareBytes(this.sorted[middle]!, name) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function between(before: number | undefined, after: number | undefined): number {
  if (before === undefined) return after === undefined ? 0 : after - 1;
  return after === undefined ? before + 1 : (before + after) / 2;
}

/** Compares as bytes of UTF-8: like code units, but surrogates come after everything else. */
export function compareBytes(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const l = left.charCodeAt(i);
    const r = right.charCodeAt(i);
    if (l === r) continue;
    const leftHigh = l >= 0xd800 && l < 0xe000;
    const rightHigh = r >= 0xd800 && r < 0xe000;
    if (leftHigh !== rightHigh) return leftHigh ? 1 : -1;
    return l - r;
  }
  return left.length - right.length;
}
