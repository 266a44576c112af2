/**
 * The timers of a core, one per key (master/outbox.ts). Most are armed again whenever they fire, such as the pings of fifty
 * thousand agents: so a timer that has fired stays for the next time, and all are looked through now and then for those
 * whose time never came.
 */
import type { Alarm, AlarmClock } from "../ports.ts";

/** So many may have fired and not be armed again, besides as many as are. */
const SPENT_MORE = 64;

export class Alarms<T> {
  readonly #clock: AlarmClock;
  readonly #fire: (timer: T) => void;
  readonly #alarms = new Map<string, Alarm>();
  /** How many of them are not set. */
  #spent = 0;

  constructor(clock: AlarmClock, fire: (timer: T) => void) {
    this.#clock = clock;
    this.#fire = (timer) => {
      this.#spent++;
      fire(timer);
    };
  }

  /** Arms the timer of this key, or arms it anew; the same key always means the same timer. */
  arm(key: string, timer: T, atMs: number): void {
    let alarm = this.#alarms.get(key);
    if (alarm === undefined) {
      alarm = this.#clock.alarm(this.#fire, timer);
      this.#alarms.set(key, alarm);
    } else if (!alarm.isSet) {
      this.#spent--;
    }
    alarm.set(atMs);
    if (this.#spent * 2 > this.#alarms.size + SPENT_MORE) this.#forgetSpent();
  }

  disarm(key: string): void {
    const alarm = this.#alarms.get(key);
    if (alarm === undefined) return;
    if (!alarm.isSet) this.#spent--;
    alarm.clear();
    this.#alarms.delete(key);
  }

  /** Disarms all. */
  clear(): void {
    for (const alarm of this.#alarms.values()) alarm.clear();
    this.#alarms.clear();
    this.#spent = 0;
  }

  /** How many keys it knows. */
  get size(): number {
    return this.#alarms.size;
  }

  #forgetSpent(): void {
    for (const [key, alarm] of this.#alarms) {
      if (!alarm.isSet) this.#alarms.delete(key);
    }
    this.#spent = 0;
  }
}
