/**
 * Where the registry is kept: on a leader's disk, or in ZooKeeper for several masters. A write is durable some time after it
 * was asked for; of one whose writer is gone each operation was done whole or not at all, and none without those before it.
 * Several may believe that they lead and write: the real fence (master/registry/fence.ts) says whose writes land. What can go
 * wrong is what goes wrong with disks and with ZooKeeper:
 *
 *     slow        writes take long; the leader has much under way when something else happens
 *     fails       a write is refused, and nobody knows whether it was done
 *     connection  lost while a write is under way: the writer finds out from the head how it fared
 *     session     over while a write is under way, with a writer who does not know it and goes on
 *
 * And, to try the checkers on: a disk that says a write is durable before it is, a store that fences nobody.
 */
import { DEPOSED, afterConnectionLoss } from "../master/registry/fence.ts";
import type { Head } from "../master/registry/fence.ts";
import { applyWrites } from "../master/registry/operations.ts";
import type { RegistryEntries, RegistryWrite } from "../master/registry/registry.ts";
import type { Agenda } from "./agenda.ts";
import type { Chance } from "./chance.ts";

/** Mean times of a write, of taking over, of reading everything, and of getting a new connection. */
const WRITE_MS = 4;
const TAKE_OVER_MS = 5;
const LOAD_MS = 50;
const RECONNECT_MS = 500;
/** What a disk that lies keeps in its memory for so long. */
const UNSYNCED_MS = 60_000;

type WriteDone = (error: string | undefined) => void;

/** What one operation writes. */
type Writes = readonly RegistryWrite[];

/** What happens to a store, for those who watch. `writer`: whoever asked, by the name of his session. */
export type StoreEvent =
  /** He has taken over: whoever wrote before may no longer. */
  | { readonly kind: "taken"; readonly writer: string }
  | { readonly kind: "loaded"; readonly writer: string; readonly entries: RegistryEntries }
  | { readonly kind: "asked"; readonly writer: string; readonly operations: readonly Writes[] }
  | { readonly kind: "landed"; readonly writer: string; readonly operations: readonly Writes[] }
  | { readonly kind: "acknowledged"; readonly writer: string };

export interface StoreSettings {
  /** False, to try the checkers on: whoever believes to lead may write. */
  readonly isFenced: boolean;
  /** True, to try the checkers on: what was acknowledged in the last minute is lost with the leader's power. */
  readonly losesFsync: boolean;
}

export class SimStore {
  /** What one who took over now would find. */
  readonly durable = new Map<string, Uint8Array>();
  /** How much slower than usual it is. */
  slowness = 1;
  /** So many of the next writes fail, or lose their connection. */
  failures = 0;
  disconnections = 0;
  /** Called once, when the next write is under way. */
  onUnderWay: (() => void) | undefined;
  settings!: StoreSettings;
  head: Head = { format: "sim", writer: "", packet: 0 };
  version = 0;
  private readonly agenda: Agenda;
  private readonly chance: Chance;
  private readonly tell: (event: StoreEvent) => void;
  private undos: { readonly atMs: number; readonly key: string; readonly before: Uint8Array | undefined }[] = [];
  private sessions = 0;

  constructor(agenda: Agenda, chance: Chance, tell: (event: StoreEvent) => void) {
    this.agenda = agenda;
    this.chance = chance;
    this.tell = tell;
  }

  /** For one who was elected. */
  open(who: string): StoreSession {
    return new StoreSession(this, `${who}#${++this.sessions}`);
  }

  after(meanMs: number, act: () => void): void {
    this.agenda.after(this.chance.exponential(meanMs * this.slowness), act);
  }

  happens(probability: number): boolean {
    return this.chance.happens(probability);
  }

  /** A part of a list from its beginning: what was done of it when it was cut short. */
  beginningOf<T>(list: readonly T[]): readonly T[] {
    return list.slice(0, this.chance.below(list.length + 1));
  }

  takeOver(writer: string): void {
    this.head = { format: "sim", writer, packet: 0 };
    this.version++;
    this.tell({ kind: "taken", writer });
  }

  read(writer: string): RegistryEntries {
    const entries = new Map(this.durable);
    this.tell({ kind: "loaded", writer, entries });
    return entries;
  }

  asked(writer: string, operations: readonly Writes[]): void {
    this.tell({ kind: "asked", writer, operations });
  }

  acknowledged(writer: string): void {
    this.tell({ kind: "acknowledged", writer });
  }

  /** False: somebody else has taken over, and nothing was written. */
  land(writer: string, packet: number, version: number, operations: readonly Writes[]): boolean {
    if (this.settings.isFenced && version !== this.version) return false;
    for (const writes of operations) this.persist(writes);
    this.head = { format: "sim", writer, packet };
    this.version++;
    this.tell({ kind: "landed", writer, operations });
    return true;
  }

  /** The machine of the one who leads loses power. */
  losePower(): void {
    for (const { key, before } of this.undos.reverse()) {
      if (before === undefined) this.durable.delete(key);
      else this.durable.set(key, before);
    }
    this.undos = [];
  }

  private persist(writes: Writes): void {
    if (this.settings.losesFsync) {
      const { nowMs } = this.agenda;
      this.undos = this.undos.filter(({ atMs }) => atMs > nowMs - UNSYNCED_MS);
      for (const { key } of writes) this.undos.push({ atMs: nowMs, key, before: this.durable.get(key) });
    }
    applyWrites(this.durable, writes);
  }
}

/** One leadership's way to the store. One write at a time. */
export class StoreSession {
  readonly writer: string;
  private readonly store: SimStore;
  private underWay: readonly Writes[] | undefined;
  private version = 0;
  private packet = 0;
  private isOver = false;

  constructor(store: SimStore, writer: string) {
    this.store = store;
    this.writer = writer;
  }

  /** Takes the store over and reads it; never `done` if the session is over before. */
  load(done: (entries: RegistryEntries) => void): void {
    const { store } = this;
    store.after(TAKE_OVER_MS, () => {
      if (this.isOver) return;
      store.takeOver(this.writer);
      this.version = store.version;
      store.after(LOAD_MS, () => {
        if (!this.isOver) done(store.read(this.writer));
      });
    });
  }

  apply(operations: readonly Writes[], done: WriteDone): void {
    const { store } = this;
    store.asked(this.writer, operations);
    this.packet++;
    this.underWay = operations;
    this.write(operations, done);
    const { onUnderWay } = store;
    store.onUnderWay = undefined;
    onUnderWay?.();
  }

  /**
   * The candidacy is over, and the writer may not know it. A real ZooKeeper takes nothing more from it; here it sometimes does,
   * so that the fence is put to the test.
   */
  expire(): void {
    if (this.store.happens(0.5)) this.abandon(false);
  }

  /** The writer is gone: nobody will hear how its last write fared. */
  abandon(isDark: boolean): void {
    const { store, underWay, packet, version } = this;
    if (this.isOver) return;
    this.isOver = true;
    this.underWay = undefined;
    if (underWay !== undefined) {
      const done = store.beginningOf(underWay);
      if (done.length > 0) store.land(this.writer, packet, version, done);
    }
    if (isDark) store.losePower();
  }

  private write(operations: readonly Writes[], done: WriteDone): void {
    const { store, packet, version } = this;
    store.after(WRITE_MS, () => {
      if (this.isOver) return;
      if (store.disconnections > 0) {
        store.disconnections--;
        if (store.happens(0.5)) store.land(this.writer, packet, version, operations);
        return store.after(RECONNECT_MS, () => this.findOut(operations, done));
      }
      if (store.failures > 0) {
        store.failures--;
        // The writer cannot know whether a failed write was the answer's fault or the disk's.
        if (store.happens(0.5)) store.land(this.writer, packet, version, operations);
        return this.finish(done, "the disk failed");
      }
      const hasLanded = store.land(this.writer, packet, version, operations);
      this.finish(done, hasLanded ? undefined : DEPOSED);
    });
  }

  /** There is a connection again, after one that broke while this was written. */
  private findOut(operations: readonly Writes[], done: WriteDone): void {
    const { store, writer, packet, version } = this;
    if (this.isOver) return;
    switch (afterConnectionLoss(store, { writer, packet, version })) {
      case "done":
        return this.finish(done, undefined);
      case "again":
        return this.write(operations, done);
      case "deposed":
        return this.finish(done, DEPOSED);
    }
  }

  private finish(done: WriteDone, error: string | undefined): void {
    this.underWay = undefined;
    if (error === undefined) {
      this.version++;
      this.store.acknowledged(this.writer);
    }
    done(error);
  }
}
