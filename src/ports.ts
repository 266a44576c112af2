/**
 * Everything impure, as interfaces. The pure cores never see these: a driver (`shell/drive.ts` for the real world,
 * `sim/world.ts` for the seeded one) owns the ports, turns what happens behind them into events, and carries out what the
 * cores ask for in their outbox. What may surprise us is in this file and nowhere else.
 */
import type { CheckpointFiles } from "./agent/event.ts";
import type { Checkpoint, ContainerSpec, VolumeLink } from "./agent/outbox.ts";
import type { CycleJob, CycleResult } from "./allocator/allocator.ts";
import type { RegistryEntries, RegistryWrite } from "./master/registry/registry.ts";
import type { MasterInfo, ResourceStatistics } from "./model/gen/mesos.ts";
import type { Upid } from "./model/upid.ts";
import type { Message } from "./wire/v0/messages.ts";

/** Time: wall clock for records, one-shot timers for the drivers. Milliseconds since the epoch, fractions allowed. */
export interface Clock {
  nowMs(): number;
  /** Calls `fire` once at or after `atMs`; the returned function disarms it. */
  arm(atMs: number, fire: () => void): () => void;
}

/** A clock for those who arm the same timers again and again. */
export interface AlarmClock extends Clock {
  /** One that is not set yet; `fire` is given `subject`, so that many alarms can do with one function. */
  alarm<T>(fire: (subject: T) => void, subject: T): Alarm;
}

export interface Alarm {
  /** It was set, and has neither fired since nor been cleared. */
  readonly isSet: boolean;
  /** Fires once at or after `atMs`, instead of when it was to fire before. */
  set(atMs: number): void;
  clear(): void;
}

/** Randomness: seeds for the pure cores and fresh ids for the shell. */
export interface Random {
  /** A 32-bit seed. */
  seed(): number;
  /** A random version 4 UUID as text. */
  uuid(): string;
}

/** libprocess messages between actors, best effort, FIFO per connection (wire-v0 §1 to §3). */
export interface Transport {
  /** The address peers reach us at, as it stands in our own UPIDs. */
  readonly address: { readonly host: string; readonly port: number };
  send(fromActor: string, to: Upid, message: Message): void;
  /** Opens (or keeps) the persistent connection to this peer; when it breaks, `onExited` is called once per linked peer. */
  link(to: Upid): void;
  /** Replaces the persistent connection under the same links, without an exited event. */
  relink(to: Upid): void;
  unlink(to: Upid): void;
  /** `body`: the bytes of the message, where there are any. */
  onMessage(handler: (from: Upid, toActor: string, message: Message, body?: Uint8Array) => void): void;
  onExited(handler: (peer: Upid) => void): void;
}

/**
 * Durable registry entries. Only one who leads has one open: `load` takes it over from whoever led before, whose writes fail
 * from then on.
 */
export interface Store {
  load(): Promise<RegistryEntries>;
  /**
   * One item per operation. Resolves when all are on stable storage, rejects when we may no longer write. However it ends, each
   * operation is done whole or not at all, and none without those before it.
   */
  apply(batch: readonly (readonly RegistryWrite[])[]): Promise<void>;
  close(): Promise<void>;
}

/** Who leads, for one who would. */
export interface Election {
  /** Takes part, for good. Nothing is told before this returns but what a standalone master knows. */
  contend(info: MasterInfo, events: ElectionEvents): void;
  /** False while somebody else might lead although we have not lost: nothing may be done then (`certain` follows, or `lost`). */
  mayAct(): boolean;
  /** Leaves, so that another one can be elected at once. We must have ceased to act. */
  resign(): Promise<void>;
}

export interface ElectionEvents {
  /** Somebody else than before leads, perhaps we; undefined: nobody does, or we cannot know. */
  detected(leader: MasterInfo | undefined): void;
  elected(): void;
  /** `mayAct` is true again. */
  certain(): void;
  /** We can never lead, or no longer do. Called once. */
  lost(why: string): void;
}

/** Runs one allocation cycle on the shared columns. */
export interface Kernel {
  run(job: CycleJob): Promise<CycleResult>;
  close(): Promise<void>;
}

/** Structured log, quiet by default. */
export interface Log {
  debug(fields: object, text: string): void;
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

/** Runs the processes of an agent's containers. Ids of containers are texts: `parent.child` for a nested one. */
export interface Runtime {
  /**
   * Prepares the sandbox and starts the first process. Rejects with why it could not; `fetchFailed` is set on that error when a
   * file could not be brought.
   */
  launch(spec: ContainerSpec): Promise<{ readonly pid: number; readonly fetched: number }>;
  /** Makes directories from outside reachable in a sandbox. */
  linkVolumes(directory: string, links: readonly VolumeLink[]): void;
  /**
   * Takes over the containers of an earlier run, of which only the pid (and its start time) is known: those that live, by id.
   * Everything else that run left is killed.
   */
  adopt(
    containers: readonly {
      readonly containerId: string;
      readonly pid: number;
      readonly startTicks: number | undefined;
      readonly statusFile: string;
    }[],
  ): Readonly<Record<string, number>>;
  /** To the first process of what was to be run there, only. */
  signal(containerId: string, signal: number): void;
  /** Kills every process of the container and of those nested in it; it then exits like any other. */
  destroy(containerId: string): void;
  measure(containerIds: readonly string[]): Readonly<Record<string, ResourceStatistics>>;
  /** Nothing of the container runs any more. `status` is a wait status, unless nobody could collect it. */
  onExited(handler: (containerId: string, status: number | undefined) => void): void;
  /** Resolves when no process is left of the containers that shall not live on. */
  close(shallEnd: (containerId: string) => boolean): Promise<void>;
}

/** What an agent keeps below `<work_dir>/meta`. */
export interface Checkpoints {
  /** Everything an earlier run left. */
  load(): CheckpointFiles;
  /** In order; throws when the disk refuses, and then the agent must end. */
  apply(changes: readonly Checkpoint[]): void;
}
