/**
 * A whole cluster in one thread and without time of its own: the same master, byte for byte, over a network, a disk, agents
 * and schedulers that a seed decides about. The same seed gives the same run, to the last message.
 *
 *     agenda chance trace spoken             time, luck, what happened, in words
 *     network pipe store host-clock          what may be lost, and what may go wrong with clocks
 *     master-host election transport parcel  the loop of design §1 around the master core; who leads; libprocess
 *     real-agent executor-host runtime       our agent and our command executor with containers that are only said to run
 *     light-agent workers still              an agent for those who need ten thousand, and what not all of them need hear
 *     framework scheduler-line driver-line   schedulers, over the HTTP API or with old drivers
 *     operator stream-reader                 who looks after the cluster, and who listens to what happens in it
 *     faults checkers scenario simulation    what goes wrong, what must hold all the same, and how to ask for it
 *
 * This file: what all of them share.
 */
import type { Effect, Outbox } from "../master/outbox.ts";
import type { MasterEvent } from "../master/event.ts";
import { loadKernel } from "../allocator/kernel.ts";
import type { KernelFunctions } from "../allocator/kernel.ts";
import type { CycleJob } from "../allocator/allocator.ts";
import type { SchedulerCall, SchedulerEvent } from "../wire/v1/scheduler.ts";
import { Agenda } from "./agenda.ts";
import type { SimAgent, SimTask } from "./agent.ts";
import { COUNTED } from "./checkers/names.ts";
import type { Check } from "./checkers/names.ts";
import { Chance } from "./chance.ts";
import type { Framework } from "./framework.ts";
import type { MasterHost } from "./master-host.ts";
import { Network } from "./network.ts";
import { Packer } from "./parcel.ts";
import { SimStore } from "./store.ts";
import type { StoreEvent } from "./store.ts";
import { Trace } from "./trace.ts";
import type { Named } from "./trace.ts";
import { Workers } from "./workers.ts";

/** Simulated time begins here, whatever the seed: 2026-11-20 04:00 UTC. */
export const START_MS = 1_795_147_200_000;

export interface WorldOptions {
  readonly seed: number;
  /** The compiled `dist/kernel.wasm`. */
  readonly kernel: WebAssembly.Module;
  /** Everything goes through the codecs, as on a real wire. */
  readonly bytes: boolean;
  readonly latencyMs: number;
  /** Lines of the trace kept for when a checker fails. */
  readonly keepLines: number;
  /** Gets every line of the trace. */
  readonly onLine?: (line: string) => void;
}

/** Something that must always hold did not. */
export interface Violation {
  readonly checker: Check;
  readonly what: string;
  readonly atMs: number;
}

/** Somebody who watches everything and changes nothing. A hook that is not there costs nothing. */
export interface Observer {
  /** A master is about to take this event. `call`: what its request says. */
  onStep?(master: MasterHost, event: MasterEvent, call: SchedulerCall | undefined): void;
  /** A master has taken this event, and nobody has seen yet what follows. */
  afterStep?(master: MasterHost, event: MasterEvent): void;
  /** A master has taken a batch of events; what it wants will be carried out when it is durable. */
  onBatch?(master: MasterHost, out: Outbox): void;
  /** What a master wants is carried out now. */
  onEffect?(master: MasterHost, effect: Effect): void;
  onMasterDown?(master: MasterHost): void;
  onStore?(event: StoreEvent): void;
  /** An agent has this task now, or knows something new of it. */
  onTask?(agent: SimAgent, task: SimTask): void;
  /** An agent has been sent this task and will not have it. */
  onTaskRefused?(agent: SimAgent, key: string): void;
  onAgentDown?(agent: SimAgent): void;
  onFrameworkEvent?(framework: Framework, event: SchedulerEvent): void;
  /** Every now and then. */
  look?(): void;
  /** Faults are over, and everybody had time to settle. */
  settled?(): void;
  /** Schedulers have ended their work and gone. */
  emptied?(): void;
}

type Hook = keyof Observer;

export class World {
  readonly seed: number;
  readonly agenda = new Agenda(START_MS);
  readonly trace: Trace;
  readonly network: Network;
  readonly store: SimStore;
  readonly bytes: boolean;
  readonly kernel: WebAssembly.Module;
  readonly workers = new Workers();
  readonly packer = new Packer(this);
  readonly violations: Violation[] = [];
  /** How often a checker had something to compare, where that depends on the run. */
  readonly tries = new Map<Check, number>(COUNTED.map((check) => [check, 0]));
  private readonly chance: Chance;
  private readonly kernels = new WeakMap<WebAssembly.Memory, KernelFunctions>();
  private readonly watching: { [H in Hook]: (Observer & Required<Pick<Observer, H>>)[] } = {
    onStep: [], afterStep: [], onBatch: [], onEffect: [], onMasterDown: [], onStore: [], onTask: [], onTaskRefused: [], onAgentDown: [], onFrameworkEvent: [],
    look: [], settled: [], emptied: [],
  };

  constructor({ seed, kernel, bytes, latencyMs, keepLines, onLine }: WorldOptions) {
    this.seed = seed;
    this.kernel = kernel;
    this.bytes = bytes;
    this.chance = new Chance(seed);
    this.trace = new Trace(START_MS, keepLines, onLine);
    this.network = new Network(this.agenda, this.chance.fork(), { latencyMs });
    this.store = new SimStore(this.agenda, this.chance.fork(), (event) => {
      for (const watcher of this.watching.onStore) watcher.onStore(event);
    });
  }

  get nowMs(): number {
    return this.agenda.nowMs;
  }

  /** A stream of draws for one part of the world; ask in a fixed order. */
  fork(): Chance {
    return this.chance.fork();
  }

  note(who: string, what: string, about?: string | (() => string)): void {
    this.trace.note(this.agenda.nowMs, who, what, about);
  }

  /** What `from` said has come to `to`. */
  heard(from: Named, to: Named, what: string, about: () => string): void {
    this.trace.heard(this.agenda.nowMs, from, to, what, about);
  }

  violate(checker: Check, what: string): void {
    this.note("checker", checker, what);
    this.violations.push({ checker, what, atMs: this.nowMs });
  }

  /** A checker compares. */
  tried(checker: (typeof COUNTED)[number]): void {
    this.tries.set(checker, this.tries.get(checker)! + 1);
  }

  watch(observer: Observer): void {
    for (const hook of Object.keys(this.watching) as Hook[]) {
      if (observer[hook] !== undefined) (this.watching[hook] as Observer[]).push(observer);
    }
  }

  watchers<H extends Hook>(hook: H): readonly (Observer & Required<Pick<Observer, H>>)[] {
    return this.watching[hook];
  }

  /** Runs the kernel in place; what it returned. */
  runKernel({ memory, address }: CycleJob): number {
    let kernel = this.kernels.get(memory);
    if (kernel === undefined) this.kernels.set(memory, (kernel = loadKernel(this.kernel, memory)));
    return kernel.run(address);
  }
}
