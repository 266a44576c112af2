/**
 * What an allocator must offer to be replayed against the recordings: one method per call of the allocator interface,
 * time, and a way to collect what it decided. The oracle (`test/oracle/allocator.ts`) and the kernel (through an
 * adapter of a few lines around `src/allocator`) both implement it; the replayer knows nothing else of them.
 *
 * The rules of the recordings, which the implementer must keep:
 *
 * - A call never starts an allocation run by itself. It only asks for one (or not). `settle()` carries out everything
 *   pending, so calls made back to back share one run over the union of the agents they asked for.
 * - `advanceTo(nowMs)` moves the clock and lets everything due fire: by due time, and at one instant in the order in
 *   which the timers were armed; each run settles before the next timer fires. The batch timer is armed when the engine
 *   is made (at 0), and again when the run it started is over. The replayer moves the clock in quarter seconds.
 * - Agents are visited in ascending order of the number at the end of their id in both stages (`visitingOrder` of the
 *   options overrides that), and candidates for being cut down in the order written in README.md here.
 * - Resources never carry allocation_info here: the role stands next to them. A shared volume that appears n times in
 *   a list is n copies of it. No list is ever changed in place by either side.
 */
import type { Attribute, Offer_Operation, Resource, Unavailability } from "../../../src/model/gen/mesos.ts";
import type { OfferConstraints } from "../../../src/model/gen/scheduler.ts";
import type { Domain, FinalState, InverseStatus, Quantities, QuotaSpec, ScenarioOptions } from "./format.ts";

/** What the allocator knows of an agent besides its resources. */
export interface AgentArgs {
  readonly id: string;
  readonly hostname: string;
  readonly attributes: readonly Attribute[];
  readonly domain?: Domain;
}

/** What the allocator knows of a framework. `capabilities` are v1 enum names. */
export interface FrameworkArgs {
  readonly id: string;
  readonly roles: readonly string[];
  readonly capabilities: readonly string[];
  readonly suppressedRoles: readonly string[];
  readonly offerConstraints?: OfferConstraints;
  /** Offer filters of the FrameworkInfo: per role a list of quantity sets, one of which an offer must contain. */
  readonly minAllocatable?: Readonly<Record<string, readonly Quantities[]>>;
}

/** Resources a framework holds in one role on an agent. */
export interface HeldOnAgent {
  readonly framework: string;
  readonly role: string;
  readonly resources: readonly Resource[];
}

/** Resources a framework holds in one role somewhere. */
export interface HeldByFramework {
  readonly agent: string;
  readonly role: string;
  readonly resources: readonly Resource[];
}

/** Resources that turn into others; nothing consumed means an additional copy of a shared volume. */
export interface Conversion {
  readonly consumed: readonly Resource[];
  readonly converted: readonly Resource[];
}

/** One (framework, role, agent) entry of an offer callback. */
export interface OfferEntry {
  readonly framework: string;
  readonly role: string;
  readonly agent: string;
  /**
   * With every copy of a shared volume: a run whose both stages offer it to the same framework makes one entry with two
   * copies, and both come back when the offer is answered (the text of the recordings shows one).
   */
  readonly resources: readonly Resource[];
  /** The time of the run that made it. */
  readonly atMs: number;
}

export interface InverseOfferEntry {
  readonly framework: string;
  readonly agent: string;
  readonly unavailability: Unavailability;
  readonly atMs: number;
}

/** The last answer of a framework to an inverse offer of an agent that still has maintenance scheduled. */
export interface InverseOfferAnswer {
  readonly agent: string;
  readonly framework: string;
  readonly status: InverseStatus;
}

/** What happened since the last `collect()`, in any order. */
export interface Decisions {
  /** Allocation runs that took place; runs skipped because allocation is paused do not count. */
  readonly runs: number;
  readonly offers: readonly OfferEntry[];
  readonly inverseOffers: readonly InverseOfferEntry[];
}

export interface AllocatorUnderTest {
  addAgent(
    agent: AgentArgs, capabilities: readonly string[], unavailability: Unavailability | undefined,
    total: readonly Resource[], used: readonly HeldOnAgent[],
  ): void;
  /** Without `total` or `capabilities` these stay as they are. */
  updateAgent(
    agent: AgentArgs, total: readonly Resource[] | undefined, capabilities: readonly string[] | undefined,
  ): void;
  removeAgent(agentId: string): void;
  activateAgent(agentId: string): void;
  deactivateAgent(agentId: string): void;
  addResourceProvider(agentId: string, total: readonly Resource[], used: readonly HeldOnAgent[]): void;
  /** An operator's operations on unallocated resources: false and nothing changed if they do not apply. */
  updateAvailable(agentId: string, operations: readonly Offer_Operation[]): boolean;
  updateUnavailability(agentId: string, unavailability: Unavailability | undefined): void;
  /** undefined: all agents. */
  updateWhitelist(hosts: readonly string[] | undefined): void;

  addFramework(framework: FrameworkArgs, used: readonly HeldByFramework[], active: boolean): void;
  updateFramework(framework: FrameworkArgs): void;
  removeFramework(frameworkId: string): void;
  activateFramework(frameworkId: string): void;
  deactivateFramework(frameworkId: string): void;
  /** No roles means all roles of the framework, also in `reviveOffers`. */
  suppressOffers(frameworkId: string, roles: readonly string[]): void;
  reviveOffers(frameworkId: string, roles: readonly string[]): void;
  requestResources(frameworkId: string): void;

  updateAllocation(
    frameworkId: string, agentId: string, role: string, offered: readonly Resource[],
    conversions: readonly Conversion[],
  ): void;
  /** `refuseSeconds` undefined: no filter. `isAllocated`: they were in use by tasks, not merely offered. */
  recoverResources(
    frameworkId: string, agentId: string, role: string, resources: readonly Resource[],
    refuseSeconds: number | undefined, isAllocated: boolean,
  ): void;
  transitionOfferedToAllocated(
    frameworkId: string, agentId: string, role: string, resources: readonly Resource[],
  ): void;

  /** `status` undefined: rescinded or timed out. `refuseSeconds` undefined: no filter. */
  updateInverseOffer(
    agentId: string, frameworkId: string, status: InverseStatus | undefined, refuseSeconds: number | undefined,
  ): void;
  inverseOfferStatuses(): readonly InverseOfferAnswer[];

  updateQuota(role: string, quota: QuotaSpec): void;
  updateWeights(weights: Readonly<Record<string, number>>): void;
  recover(expectedAgents: number, quotas: Readonly<Record<string, QuotaSpec>>): void;

  settle(): void;
  advanceTo(nowMs: number): void;
  collect(): Decisions;
  finalState(): FinalState;
}

/** Options of the recording plus what the recordings fix and property tests vary. */
export interface EngineOptions extends ScenarioOptions {
  /** Order in which a stage of a run visits its agents; absent: ascending by the number at the end of the id. */
  readonly visitingOrder?: VisitingOrder;
  /** Uniform in [0, 1): present for random sorters instead of DRF (the recordings are all DRF). */
  readonly random?: () => number;
}

/** Called once per stage (1, then 2) with the candidates in ascending order; `run` counts runs from 1. */
export type VisitingOrder = (ascending: readonly string[], run: number, stage: 1 | 2) => readonly string[];

export type EngineFactory = (options: EngineOptions) => AllocatorUnderTest;
