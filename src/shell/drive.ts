/**
 * The loop of design §1 (master/loop.ts) against the real world. When sockets bring more events than can be stepped,
 * `onPressure` tells them to wait.
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
import { Loop } from "../master/loop.ts";
import { Outbox } from "../master/outbox.ts";
import type { Effect } from "../master/outbox.ts";
import type { RegistryEntries } from "../master/registry/registry.ts";
import type { Clock, Store } from "../ports.ts";

/** Longest turn of stepping: sockets are served in between. */
const MAX_TURN_MS = 10;

export interface DriveOptions {
  /** The core (master/master.ts), or a fake one. */
  step(event: MasterEvent, nowMs: number, out: Outbox): void;
  /** Between the steps of a batch and its end. True: once more, when sockets and timers have had their turn. */
  prepare?(nowMs: number, out: Outbox): boolean;
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

export function createDrive(options: DriveOptions): Drive {
  const { clock, store } = options;
  const loop = new Loop();
  let standsBy = false;
  let state: "running" | "stopped" = "running";
  let failure: Error | undefined;
  let turnPlanned = false;
  /** Ends the batch that has been stepped, but is being prepared for its end. */
  let endBatch: (() => void) | undefined;
  let writing: Promise<void> | undefined;
  /** What may go out as soon as we may act again. */
  let held: Outbox[] = [];

  const mayAct = (): boolean => !loop.leads || options.mayAct();

  const planTurn = (): void => {
    if (turnPlanned || endBatch !== undefined || !loop.wantsTurn || (loop.leads ? held.length > 0 : !standsBy)) return;
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
      const events = loop.takeEvents();
      let stepped = 0;
      while (stepped < events.length && (stepped === 0 || clock.nowMs() - nowMs < MAX_TURN_MS)) {
        options.step(events[stepped++]!, nowMs, out);
      }
      loop.putBack(events.slice(stepped));
      endBatch = () => {
        endBatch = undefined;
        options.afterBatch(nowMs, out);
        if (loop.finish(out)) release(out);
        else writing ??= writeAll();
      };
      prepare(nowMs, out);
    } catch (error) {
      fail(error);
    }
    if (loop.relieve()) options.onPressure(false);
  };

  const prepare = (nowMs: number, out: Outbox): void => {
    if (options.prepare?.(nowMs, out) !== true) return endBatch?.();
    const wanted = endBatch;
    setImmediate(() => {
      // It may have been ended meanwhile, since all is to stop; and what failed is left as it is.
      if (wanted !== endBatch || failure !== undefined) return;
      try {
        prepare(nowMs, out);
      } catch (error) {
        fail(error);
      }
      planTurn();
    });
  };

  /** Writes everything that waits, again and again until nothing does. */
  const writeAll = async (): Promise<void> => {
    for (let writes = loop.nextWrite(); writes !== undefined && failure === undefined; writes = loop.nextWrite()) {
      try {
        if (writes.length > 0) await store.apply(writes);
      } catch (error) {
        fail(error);
        break;
      }
      loop.written().forEach(release);
      planTurn();
    }
    writing = undefined;
  };

  const release = (out: Outbox): void => {
    if (held.length > 0 || !mayAct()) {
      held.push(out);
      return;
    }
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
    if (loop.offer(event)) options.onPressure(true);
    planTurn();
  };

  return {
    lead(registry) {
      loop.lead(registry);
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
      try {
        if (failure === undefined) endBatch?.();
      } catch (error) {
        fail(error);
      }
      await writing;
    },
  };
}
