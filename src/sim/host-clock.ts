/**
 * The clock of a program and its timers, by the rules of the real ones (shell/clock.ts): while it runs its time never goes
 * back; it jumps when the wall clock is found to be far ahead, and what is due then is due now; and when the program starts
 * anew it begins with what the wall clock says.
 */
import type { Agenda, Entry } from "./agenda.ts";

const JUMP_MS = 1_000;

interface Timer {
  readonly atMs: number;
  readonly fire: () => void;
  entry: Entry;
}

export class HostClock {
  private readonly agenda: Agenda;
  private readonly timers = new Map<string, Timer>();
  /** How far the program's clock, and the wall clock of its machine, are ahead of everybody's. */
  private aheadMs = 0;
  private wallAheadMs = 0;

  constructor(agenda: Agenda) {
    this.agenda = agenda;
  }

  get nowMs(): number {
    return this.agenda.nowMs + this.aheadMs;
  }

  get armed(): IterableIterator<string> {
    return this.timers.keys();
  }

  /** The program starts. */
  start(): void {
    this.aheadMs = this.wallAheadMs;
  }

  /** The program ends, and its timers with it. */
  end(): void {
    for (const { entry } of this.timers.values()) this.agenda.callOff(entry);
    this.timers.clear();
  }

  arm(key: string, atMs: number, fire: () => void): void {
    this.disarm(key);
    const due = (): void => {
      this.timers.delete(key);
      fire();
    };
    this.timers.set(key, { atMs, fire: due, entry: this.plan(atMs, due) });
  }

  disarm(key: string): void {
    this.agenda.callOff(this.timers.get(key)?.entry);
    this.timers.delete(key);
  }

  /** The wall clock is set, ahead or back. */
  jump(ms: number): void {
    this.wallAheadMs += ms;
    if (this.wallAheadMs - this.aheadMs < JUMP_MS) return;
    this.aheadMs = this.wallAheadMs;
    for (const timer of this.timers.values()) {
      this.agenda.callOff(timer.entry);
      timer.entry = this.plan(timer.atMs, timer.fire);
    }
  }

  private plan(atMs: number, fire: () => void): Entry {
    return this.agenda.at(atMs - this.aheadMs, fire);
  }
}
