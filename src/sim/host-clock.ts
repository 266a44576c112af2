/**
 * The clock of a program and its timers, by the rules of the real ones (shell/clock.ts): while it runs its time never goes
 * back; it jumps when the wall clock is found to be far ahead, and what is due then is due now; and when the program starts
 * anew it begins with what the wall clock says.
 */
import type { Agenda, Entry } from "./agenda.ts";

const JUMP_MS = 1_000;

/** `T`: what is handed to `fire` when a timer is due. */
export class HostClock<T> {
  private readonly agenda: Agenda;
  private readonly fire: (timer: T) => void;
  private readonly timers = new Map<string, Armed<T>>();
  /** How far the program's clock, and the wall clock of its machine, are ahead of everybody's. */
  private aheadMs = 0;
  private wallAheadMs = 0;

  constructor(agenda: Agenda, fire: (timer: T) => void) {
    this.agenda = agenda;
    this.fire = fire;
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

  arm(key: string, atMs: number, timer: T): void {
    this.disarm(key);
    const armed = new Armed(this, key, atMs, timer);
    this.timers.set(key, armed);
    this.plan(armed);
  }

  disarm(key: string): void {
    this.agenda.callOff(this.timers.get(key)?.entry);
    this.timers.delete(key);
  }

  due({ key, timer }: Armed<T>): void {
    this.timers.delete(key);
    this.fire(timer);
  }

  /** The wall clock is set, ahead or back. */
  jump(ms: number): void {
    this.wallAheadMs += ms;
    if (this.wallAheadMs - this.aheadMs < JUMP_MS) return;
    this.aheadMs = this.wallAheadMs;
    for (const armed of this.timers.values()) {
      this.agenda.callOff(armed.entry);
      this.plan(armed);
    }
  }

  private plan(armed: Armed<T>): void {
    armed.entry = this.agenda.at(armed.atMs - this.aheadMs, armed);
  }
}

/** One object a timer: a large cluster has ten thousand of them, and each is armed anew every few seconds. */
class Armed<T> {
  readonly key: string;
  readonly atMs: number;
  readonly timer: T;
  entry: Entry | undefined;
  private readonly clock: HostClock<T>;

  constructor(clock: HostClock<T>, key: string, atMs: number, timer: T) {
    this.clock = clock;
    this.key = key;
    this.atMs = atMs;
    this.timer = timer;
  }

  happen(): void {
    this.clock.due(this);
  }
}
