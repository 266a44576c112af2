/**
 * The order of design §1, as far as it is the same in the real world (shell/drive.ts) and in a simulated one
 * (sim/master-host.ts), without either's way of waiting:
 *
 *     events queue up -> a batch is stepped -> its registry operations are written -> its effects go out
 *
 * A batch's effects go out only when its own writes and those of all batches before it are durable, and always in order.
 * While a write is under way further batches are stepped; what they want written goes into the next write together.
 */
import {
  EVENT_QUEUE_HIGH_MARK, EVENT_QUEUE_LOW_MARK, MAX_BATCHES_WAITING, MAX_BATCH_EVENTS,
} from "../model/limits.ts";
import type { MasterEvent } from "./event.ts";
import type { Outbox } from "./outbox.ts";
import type { RegistryEntries, RegistryWrite } from "./registry/registry.ts";

/** What one operation writes. */
type Writes = readonly RegistryWrite[];

interface Batch {
  readonly out: Outbox;
  readonly writes: readonly Writes[];
}

export class Loop {
  /** More events come than can be stepped: whoever brings them is to wait. */
  isPressed = false;
  leads = false;
  private queue: MasterEvent[] = [];
  private waiting: Batch[] = [];
  private underWay: readonly Batch[] | undefined;

  /** We lead, with these entries. */
  lead(registry: RegistryEntries): void {
    this.leads = true;
    this.queue.unshift({ type: "elected", registry });
  }

  /** There is something to step, and room for what comes of it. */
  get wantsTurn(): boolean {
    return this.queue.length > 0 && this.waiting.length < MAX_BATCHES_WAITING;
  }

  /** Nothing waits to be stepped, written or sent. */
  get isIdle(): boolean {
    return this.queue.length === 0 && this.waiting.length === 0 && this.underWay === undefined;
  }

  /** True: from now on `isPressed`. */
  offer(event: MasterEvent): boolean {
    this.queue.push(event);
    if (this.isPressed || this.queue.length < EVENT_QUEUE_HIGH_MARK) return false;
    return (this.isPressed = true);
  }

  /** Events for one turn, at most. */
  takeEvents(most = MAX_BATCH_EVENTS): MasterEvent[] {
    return this.queue.splice(0, Math.min(most, MAX_BATCH_EVENTS));
  }

  /** Those the turn had no time for come first in the next one. */
  putBack(events: readonly MasterEvent[]): void {
    if (events.length > 0) this.queue = events.concat(this.queue);
  }

  /** After a turn. True: no longer `isPressed`. */
  relieve(): boolean {
    if (!this.isPressed || this.queue.length > EVENT_QUEUE_LOW_MARK) return false;
    this.isPressed = false;
    return true;
  }

  /**
   * A batch has been stepped. True: its effects may go out at once; false: they wait for a write. Throws when the core
   * wants to write and does not lead: then it is wrong.
   */
  finish(out: Outbox): boolean {
    const writes = this.writesOf(out);
    if (this.underWay === undefined && this.waiting.length === 0 && writes.length === 0) return true;
    this.waiting.push({ out, writes });
    return false;
  }

  /** Everything that waits, as one write, one item per operation; undefined while one is under way, or nothing waits. */
  nextWrite(): readonly Writes[] | undefined {
    if (this.underWay !== undefined || this.waiting.length === 0) return undefined;
    this.underWay = this.waiting;
    this.waiting = [];
    return this.underWay.flatMap(({ writes }) => writes);
  }

  /** The write is durable: these may go out, in this order. */
  written(): Outbox[] {
    const done = (this.underWay ?? []).map(({ out }) => out);
    this.underWay = undefined;
    return done;
  }

  private writesOf({ persists }: Outbox): Writes[] {
    return persists.flatMap(({ operation, writes }) => {
      if (!this.leads) throw new Error(`${operation.kind} is to be persisted by one who does not lead`);
      return writes.length === 0 ? [] : [writes];
    });
  }
}
