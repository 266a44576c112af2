/**
 * Everything impure, as interfaces. The pure cores never see these: a driver (`shell/drive.ts` for the real world,
 * `sim/world.ts` for the seeded one) owns the ports, turns what happens behind them into events, and carries out what the
 * cores ask for in their outbox. What may surprise us is in this file and nowhere else.
 */
import type { CycleJob, CycleResult } from "./allocator/allocator.ts";
import type { RegistryEntries, RegistryWrite } from "./master/registry/registry.ts";
import type { Upid } from "./model/upid.ts";
import type { Message } from "./wire/v0/messages.ts";

/** Time: wall clock for records, one-shot timers for the drivers. Milliseconds since the epoch, fractions allowed. */
export interface Clock {
  nowMs(): number;
  /** Calls `fire` once at or after `atMs`; the returned function disarms it. */
  arm(atMs: number, fire: () => void): () => void;
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
  onMessage(handler: (from: Upid, toActor: string, message: Message) => void): void;
  onExited(handler: (peer: Upid) => void): void;
}

/** Durable registry entries. `apply` resolves when the whole batch is on stable storage, rejects when we may no longer write. */
export interface Store {
  load(): Promise<RegistryEntries>;
  apply(batch: readonly RegistryWrite[]): Promise<void>;
  close(): Promise<void>;
}

/** Who leads. A standalone master is elected at once and for good. */
export interface Election {
  /** Resolves when we lead; `lost` is called once when we no longer do. */
  contend(lost: (why: string) => void): Promise<void>;
  resign(): Promise<void>;
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
