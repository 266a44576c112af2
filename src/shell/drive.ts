/**
 * The loop of design §1 against the real world:
 *
 *     events queue up -> a batch is stepped -> afterBatch -> its registry operations are written -> its effects go out
 *
 * A batch's effects go out only when its own writes and those of all batches before it are durable, and always in
 * order. While a write is under way further batches are stepped; what they want written goes into the next write
 * together. When sockets bring more events than can be stepped, `onPressure` tells them to wait.
 *
 * Two things end it for good: the store refuses a write (somebody else leads, or the disk is gone), and an exception
 * out of the core, which means that we are wrong. Then nothing is stepped and nothing goes out any more; what had been
 * stepped before an exception is still written and sent.
 *
 * A leader that is not sure that it still leads (`mayAct`) holds everything: it steps nothing, and what was to go out
 * waits. It looks at that before each turn and before each release, so a process that was frozen in between sends
 * nothing old.
 */
import type { MasterEvent } from "../master/event.ts";
import { Outbox } from "../master/outbox.ts";
import type { Effect } from "../master/outbox.ts";
import { applyRegistryOperation, applyWrites } from "../master/registry/operations.ts";
import type { RegistryEntries, RegistryWrite } from "../master/registry/registry.ts";
import {
  EVENT_QUEUE_HIGH_MARK, EVENT_QUEUE_LOW_MARK, MAX_BATCHES_WAITING, MAX_BATCH_EVENTS,
} from "../model/limits.ts";
import type { Clock, Store } from "../ports.ts";

/** Longest turn of stepping: sockets are served in between. */
const MAX_TURN_MS = 10;

export interface DriveOptions {
  /** The core (master/master.ts), or a fake one. */
  step(event: MasterEvent, nowMs: number, out: Outbox): void;
  afterBatch(nowMs: number, out: Outbox): void;
  readonly clock: Clock;
  readonly store: Store;
  /** False: hold everything until `wake`. Asked only while we lead. */
  mayAct(): boolean;
  /** Does what the effects say, in order (carry-out.ts). */
  carryOut(effects: readonly Effect[]): void;
  /** True: bring no more events for now. False: go on. */
  onPressure(high: boolean): void;
  /** The loop has ended because of this; called once. */
  onFailed(error: Error): void;
}

export interface Drive {
  /** We lead, with these entries. Events offered before it wait for it, unless `standBy` has been said. */
  lead(registry: RegistryEntries): void;
  /** Somebody else may lead: events are stepped from now on, by a core that knows that it does not lead. */
  standBy(): void;
  /** `mayAct` is true again. */
  wake(): void;
  offer(event: MasterEvent): void;
  /** Steps nothing more; resolves when the writes under way are done and their effects have gone out. */
  stop(): Promise<void>;
}

/** What came out of one batch. */
interface Batch {
  /** Of each operation. */
  readonly writes: readonly (readonly RegistryWrite[])[];
  readonly out: Outbox;
}

export function createDrive(options: DriveOptions): Drive {
  const { clock, store } = options;
  let queue: MasterEvent[] = [];
  let entries: Map<string, Uint8Array> | undefined;
  let standsBy = false;
  let state: "running" | "stopped" = "running";
  let failure: Error | undefined;
  let turnPlanned = false;
  let pressed = false;
  let waiting: Batch[] = [];
  let writing: Promise<void> | undefined;
  /** What may go out as soon as we may act again. */
  let held: Batch[] = [];

  const mayAct = (): boolean => entries === undefined || options.mayAct();

  const planTurn = (): void => {
    if (turnPlanned || queue.length === 0 || waiting.length >= MAX_BATCHES_WAITING) return;
    if (entries === undefined ? !standsBy : held.length > 0) return;
    turnPlanned = true;
    setImmediate(() => {
      turnPlanned = false;
      if (state !== "running" || !mayAct()) return;
      turn();
      planTurn();
    });
  };

  const turn = (): void => {
    const out = new Outbox();
    try {
      const nowMs = clock.nowMs();
      const events = queue.splice(0, MAX_BATCH_EVENTS);
      let stepped = 0;
      while (stepped < events.length && (stepped === 0 || clock.nowMs() - nowMs < MAX_TURN_MS)) {
        options.step(events[stepped++]!, nowMs, out);
      }
      if (stepped < events.length) queue = events.slice(stepped).concat(queue);
      options.afterBatch(nowMs, out);
      finish({ out, writes: writesOf(out) });
    } catch (error) {
      fail(error);
    }
    if (pressed && queue.length <= EVENT_QUEUE_LOW_MARK) options.onPressure(pressed = false);
  };

  const writesOf = (out: Outbox): (readonly RegistryWrite[])[] =>
    out.persists.flatMap(({ operation }) => {
      const writes = applyRegistryOperation(entries!, operation);
      if (!writes.ok) throw new Error(`The registry does not allow ${operation.kind}: ${writes.error}`);
      applyWrites(entries!, writes.value);
      return writes.value.length === 0 ? [] : [writes.value];
    });

  const finish = (batch: Batch): void => {
    if (writing === undefined && batch.writes.length === 0) return release(batch);
    waiting.push(batch);
    writing ??= writeAll();
  };

  /** Writes everything that waits, again and again until nothing does. */
  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const writes = group.flatMap((batch) => batch.writes);
      try {
        if (writes.length > 0) await store.apply(writes);
      } catch (error) {
        waiting = [];
        fail(error);
        break;
      }
      group.forEach(release);
      planTurn();
    }
    writing = undefined;
  };

  const release = (batch: Batch): void => {
    if (held.length > 0 || !mayAct()) {
      held.push(batch);
      return;
    }
    const { out } = batch;
    try {
      options.carryOut(out.effects);
    } catch (error) {
      fail(error);
    }
    for (const { then } of out.persists) offer({ type: "persisted", then });
  };

  const fail = (cause: unknown): void => {
    state = "stopped";
    const error = cause instanceof Error ? cause : new Error(String(cause));
    failure ??= error;
    // After the writes that are still under way: what was stepped before is not lost.
    void Promise.resolve(writing).then(() => {
      if (failure === error) options.onFailed(error);
    });
  };

  const offer = (event: MasterEvent): void => {
    if (state !== "running") return;
    queue.push(event);
    if (!pressed && queue.length >= EVENT_QUEUE_HIGH_MARK) options.onPressure(pressed = true);
    planTurn();
  };

  return {
    lead(registry) {
      entries = new Map(registry);
      queue.unshift({ type: "elected", registry });
      planTurn();
    },
    standBy() {
      standsBy = true;
      planTurn();
    },
    wake() {
      if (state !== "running" || !mayAct()) return;
      const batches = held;
      held = [];
      batches.forEach(release);
      planTurn();
    },
    offer,
    async stop() {
      state = "stopped";
      await writing;
    },
  };
}
