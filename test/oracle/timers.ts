/** A virtual clock: what is due acts by due time, and at one instant in the order in which it was armed. */
export class Timers {
  nowMs = 0;
  private armed: { readonly dueMs: number; readonly act: () => void }[] = [];

  after(durationMs: number, act: () => void): void {
    this.armed.push({ dueMs: this.nowMs + durationMs, act });
  }

  advanceTo(nowMs: number): void {
    for (let next = this.next(); next !== undefined && next.dueMs <= nowMs; next = this.next()) {
      this.armed.splice(this.armed.indexOf(next), 1);
      this.nowMs = next.dueMs;
      next.act();
    }
    this.nowMs = nowMs;
  }

  private next(): { readonly dueMs: number; readonly act: () => void } | undefined {
    let first = this.armed[0];
    for (const timer of this.armed) if (timer.dueMs < first!.dueMs) first = timer;
    return first;
  }
}
