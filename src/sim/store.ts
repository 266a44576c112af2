/**
 * The registry's disk. A batch is durable some time after it was given, all of it or nothing; a batch whose writer crashed may
 * have made it or not, but never without those before it. Only the session opened last may write: the others are fenced.
 */
import { applyWrites } from "../master/registry/operations.ts";
import type { RegistryEntries, RegistryWrite } from "../master/registry/registry.ts";
import type { Agenda } from "./agenda.ts";
import type { Chance } from "./chance.ts";

/** Mean time of a batch and of reading everything. */
const WRITE_MS = 4;
const LOAD_MS = 50;

type WriteDone = (error: string | undefined) => void;

export class SimStore {
  readonly durable = new Map<string, Uint8Array>();
  /** Batches that were made durable. */
  writes = 0;
  /** How much slower than usual it is. */
  slowness = 1;
  /** So many of the next batches fail. */
  failures = 0;
  private readonly agenda: Agenda;
  private readonly chance: Chance;
  private current: StoreSession | undefined;

  constructor(agenda: Agenda, chance: Chance) {
    this.agenda = agenda;
    this.chance = chance;
  }

  /** From now on only this session may write. */
  open(): StoreSession {
    this.current?.settle();
    this.current = new StoreSession(this);
    return this.current;
  }

  load(session: StoreSession, done: (entries: RegistryEntries) => void): void {
    this.agenda.after(this.chance.exponential(LOAD_MS), () => {
      if (session === this.current) done(new Map(this.durable));
    });
  }

  apply(session: StoreSession, batch: readonly RegistryWrite[], done: WriteDone): void {
    this.agenda.after(this.chance.exponential(WRITE_MS * this.slowness), () => {
      if (session.isAbandoned) return;
      if (session !== this.current) return done("another master leads: this one may no longer write");
      if (this.failures > 0) {
        this.failures--;
        // The writer cannot know whether a failed write was the answer's fault or the disk's.
        if (this.chance.happens(0.5)) this.persist(batch);
        return done("the disk failed");
      }
      this.persist(batch);
      done(undefined);
    });
    session.underWay = batch;
  }

  persist(batch: readonly RegistryWrite[]): void {
    applyWrites(this.durable, batch);
    this.writes++;
  }

  /** Nobody will hear how the batch went. */
  decide(batch: readonly RegistryWrite[]): void {
    if (this.chance.happens(0.5)) this.persist(batch);
  }
}

/** The right to write. One batch at a time. */
export class StoreSession {
  underWay: readonly RegistryWrite[] | undefined;
  isAbandoned = false;
  private readonly store: SimStore;

  constructor(store: SimStore) {
    this.store = store;
  }

  load(done: (entries: RegistryEntries) => void): void {
    this.store.load(this, done);
  }

  apply(batch: readonly RegistryWrite[], done: WriteDone): void {
    this.store.apply(this, batch, (error) => {
      this.underWay = undefined;
      done(error);
    });
  }

  /** Somebody else may write now: what is under way is durable by now or never will be. */
  settle(): void {
    const { underWay } = this;
    this.underWay = undefined;
    if (underWay !== undefined) this.store.decide(underWay);
  }

  /** The writer has crashed. */
  abandon(): void {
    this.isAbandoned = true;
    this.settle();
  }
}
