/**
 * Who gets what: Mesos' hierarchical DRF allocator.
 *
 * This file is everything the master may say and all it gets back. The allocator is pure and synchronous: it has no
 * clock, no timer and no thread. Time is an argument; the caller arms one timer for `nextDeadlineMs()` and one for
 * the batch interval; a run over the agents is a `CycleJob` that the caller hands to a pool (or runs in place) and
 * whose result it brings back. The master goes on between `beginCycle` and `finishCycle`: what it says meanwhile
 * counts from the next cycle on, and offers for agents or frameworks it changed meanwhile are dropped and made again.
 *
 *     verbs ──> state (roles agents clients filters quota inverse) ──> columns in shared memory ──beginCycle──> kernel
 *     offers <── materialize (quantities to Resource objects) <── rows <──────────finishCycle── kernel
 *
 * Every verb either does all it says or returns an error and changes nothing. Resources of frameworks (`used`,
 * `resources`, offers) carry `allocation_info.role`; totals of agents do not.
 */
import type { AllocatorImage } from "./image.ts";
import type { AgentCapabilities } from "../model/capability.ts";
import type { AgentInfo, DomainInfo, FrameworkInfo, Offer_Operation, Unavailability } from "../model/gen/mesos.ts";
import type { InverseOfferStatus_Status } from "../model/gen/allocator.ts";
import type { OfferConstraints } from "../model/gen/scheduler.ts";
import type { AgentId, FrameworkId, Role } from "../model/id.ts";
import type { Amounts, Quantities } from "../model/quantities.ts";
import type { Resources } from "../model/resources.ts";
import type { Result } from "../model/result.ts";

export interface AllocatorOptions {
  /** How often the caller calls `tick`, and the least a refusal lasts (OFR-16). */
  readonly allocationIntervalMs: number;
  /** Offer only what holds one of these (ALC-39); none or empty: anything. */
  readonly minAllocatable?: readonly Quantities[];
  /** Names left out of the dominant share (ALC-08). */
  readonly excludedNames?: readonly string[];
  /** Keep agents with GPUs for frameworks with GPU_RESOURCES (ALC-36). */
  readonly filterGpuResources: boolean;
  /** The master's own domain; without one no agent is remote (ALC-37). */
  readonly domain?: DomainInfo;
  readonly recoveryTimeoutMs: number;
  /** Fraction 0..1 of the expected agents that ends the pause after a failover (ALC-22). */
  readonly agentRecoveryFactor: number;
  readonly roleSorter: "drf" | "random";
  readonly frameworkSorter: "drf" | "random";
  /** `hierarchical-strict`: the quirks named in `quirks.ts` are off. */
  readonly strict: boolean;
  /** Seeds the order in which agents are visited and the random sorters. 32 bits. */
  readonly seed: number;
  /** Largest program a constraint's regular expression may compile to, and largest memory in bytes (FWK-47). */
  readonly constraintsMaxProgramSize?: number;
  readonly constraintsMaxMemoryBytes?: number;
  /** For recordings and tests: the order of agents in a stage, from those in ascending order. Replaces the shuffle. */
  readonly visitingOrder?: (ascending: readonly AgentId[], run: number, stage: 1 | 2) => readonly AgentId[];
}

export interface AllocatorOffer {
  readonly frameworkId: FrameworkId;
  readonly role: Role;
  readonly agentId: AgentId;
  /** Stamped with `allocation_info.role`. */
  readonly resources: Resources;
}

export interface AllocatorInverseOffer {
  readonly frameworkId: FrameworkId;
  readonly agentId: AgentId;
  readonly unavailability: Unavailability;
}

export interface AddedAgent {
  readonly id: AgentId;
  readonly info: AgentInfo;
  readonly capabilities: AgentCapabilities;
  readonly unavailability?: Unavailability | undefined;
}

/** What the allocator keeps of a framework besides what it holds. */
export interface FrameworkSettings {
  readonly info: FrameworkInfo;
  readonly suppressedRoles?: ReadonlySet<Role> | undefined;
  readonly offerConstraints?: OfferConstraints | undefined;
}

export interface RoleQuota {
  /** In thousandths, as everywhere; a fraction of one is kept, as in Mesos. */
  readonly guarantees: Quantities;
  /** A missing name is unlimited; zero is a limit. */
  readonly limits: ReadonlyMap<string, number>;
}

/** Why and for how long resources come back unwanted; the number of seconds is what the framework sent (OFR-15). */
export interface Refusal {
  readonly seconds: number;
  readonly nowMs: number;
}

/** Resources that turn into others; nothing consumed means one more copy of a shared volume. */
export interface ResourceConversion {
  readonly consumed: Resources;
  readonly converted: Resources;
}

export interface InverseOfferAnswer {
  readonly agentId: AgentId;
  readonly frameworkId: FrameworkId;
  readonly status: InverseOfferStatus_Status;
  readonly answeredAtMs: number;
}

/** One run of the kernel on the shared memory: structured-cloneable, small. */
export interface CycleJob {
  readonly cycle: number;
  readonly memory: WebAssembly.Memory;
  /** Address of the run's header in the memory. */
  readonly address: number;
}

export interface CycleResult {
  readonly cycle: number;
  /** What the kernel returned; not 0 or absent: the cycle did not take place and is to be run again. */
  readonly status: number;
}

export interface FinishedCycle {
  readonly offers: readonly AllocatorOffer[];
  readonly inverseOffers: readonly AllocatorInverseOffer[];
  /**
   * Offers not made because their agent or framework changed while the cycle ran; their agents are candidates again.
   */
  readonly dropped: number;
}

/**
 * Use of one role and everything below it. As in Mesos, an amount nobody has done arithmetic on keeps all its digits.
 */
export interface RoleUse {
  /** Unreserved, not revocable, used by tasks, plus all reservations: what `/roles` calls consumed (ALC-21). */
  readonly consumed: Amounts;
  /** The same, offers included: what quota is enforced against. */
  readonly offeredOrConsumed: Amounts;
  /** Everything offered or used, reserved or not. */
  readonly offeredOrAllocated: Amounts;
  readonly reserved: Amounts;
  readonly reservedInUse: Amounts;
  /** Dominant share before the weight is applied to it, 0..1. */
  readonly dominantShare: number;
  readonly weight: number;
  readonly quota: RoleQuota;
  /** Offer filters in force. */
  readonly filters: number;
}

/** Why a client is or is not offered an agent. */
export type Reason =
  | "feasible"
  | "nothing left on the agent"
  | "offer constraints exclude the agent"
  | "agent has GPUs and the framework is not GPU_RESOURCES capable"
  | "agent is in another region and the framework is not REGION_AWARE"
  | "framework is MULTI_ROLE capable and the agent is not"
  | "role is hierarchical and the agent is not HIERARCHICAL_ROLE capable"
  | "nothing on the agent may go to the role"
  | "framework lacks the capabilities for what is left"
  | "quota limit of the role is reached"
  | "held back for quota guarantees of others"
  | "less than the minimum of an offer"
  | "framework has refused it for some time"
  | "allocation is paused until agents are back"
  | "framework is not active"
  | "framework is not subscribed to the role"
  | "role is suppressed"
  | "agent is deactivated"
  | "agent is not on the whitelist";

/** Offers of the next cycles, and how a change makes them differ. */
export interface WhatIfOutcome {
  readonly offers: readonly AllocatorOffer[];
  /** Made only with the change, and only without it. */
  readonly made: readonly AllocatorOffer[];
  readonly lost: readonly AllocatorOffer[];
}

export interface Allocator {
  addAgent(agent: AddedAgent, total: Resources, used: ReadonlyMap<FrameworkId, Resources>): Result<void>;
  /** Absent total or capabilities stay as they are. */
  updateAgent(id: AgentId, info: AgentInfo, total?: Resources, capabilities?: AgentCapabilities): Result<void>;
  removeAgent(id: AgentId): Result<void>;
  activateAgent(id: AgentId): Result<void>;
  deactivateAgent(id: AgentId): Result<void>;
  /** `total` is added to the agent's. */
  addResourceProvider(id: AgentId, total: Resources, used: ReadonlyMap<FrameworkId, Resources>): Result<void>;
  /**
   * Applies an operator's operations to what is not offered or used; the error says why that was not possible
   * (ALC-46).
   */
  updateAvailable(id: AgentId, operations: readonly Offer_Operation[]): Result<void>;
  updateUnavailability(id: AgentId, unavailability: Unavailability | undefined): Result<void>;
  /** Host names; undefined: all (ALC-43). */
  updateWhitelist(hosts: ReadonlySet<string> | undefined): void;

  addFramework(
    id: FrameworkId,
    settings: FrameworkSettings,
    used: ReadonlyMap<AgentId, Resources>,
    active: boolean,
  ): Result<void>;
  updateFramework(id: FrameworkId, settings: FrameworkSettings): Result<void>;
  /** Frees what it still holds. */
  removeFramework(id: FrameworkId): Result<void>;
  activateFramework(id: FrameworkId): Result<void>;
  deactivateFramework(id: FrameworkId): Result<void>;
  /** No roles: all of the framework's. */
  suppressRoles(id: FrameworkId, roles: ReadonlySet<Role>): Result<void>;
  /** No roles: all of the framework's. Clears their filters and asks for a run. */
  reviveRoles(id: FrameworkId, roles: ReadonlySet<Role>): Result<void>;
  /** Could these settings be used? The error is what SUBSCRIBE and UPDATE_FRAMEWORK answer (FWK-43 to 47). */
  validateConstraints(constraints: OfferConstraints | undefined): Result<void>;

  /**
   * Offered or used resources of one role are free again. With a refusal the role of the framework is not offered
   * parts of them on this agent for its time. Unknown agents and frameworks are no error: they went away with what
   * they had.
   */
  recoverResources(
    frameworkId: FrameworkId,
    agentId: AgentId,
    resources: Resources,
    refusal: Refusal | undefined,
    held: "offered" | "allocated",
  ): Result<void>;
  /** Resources of an offer are used by tasks from now on. */
  transitionOfferedToAllocated(agentId: AgentId, resources: Resources): Result<void>;
  /** Operations of a framework on an offer: both the agent's total and what the framework holds are converted. */
  updateAllocation(
    frameworkId: FrameworkId,
    agentId: AgentId,
    offered: Resources,
    conversions: readonly ResourceConversion[],
  ): Result<void>;

  /** `status` undefined: rescinded or timed out. */
  updateInverseOffer(
    agentId: AgentId,
    frameworkId: FrameworkId,
    status: InverseOfferStatus_Status | undefined,
    refusal: Refusal | undefined,
    nowMs: number,
  ): Result<void>;
  inverseOfferStatuses(): readonly InverseOfferAnswer[];

  updateQuota(role: Role, quota: RoleQuota): Result<void>;
  updateWeights(weights: ReadonlyMap<Role, number>): Result<void>;
  /** After a failover, before the first agent: pauses until enough agents are back if there are quotas (ALC-22). */
  recover(expectedAgents: number, quotas: ReadonlyMap<Role, RoleQuota>, nowMs: number): Result<void>;

  /**
   * The batch timer fired: all agents become candidates. What expires at this instant and was due before it, expires.
   */
  tick(nowMs: number): void;
  /** Lets go what is due: filters, inverse filters, the recovery pause. */
  expire(nowMs: number): void;
  /** When `expire` is to be called next. */
  nextDeadlineMs(): number | undefined;
  /** A run is asked for, none is under way and allocation is not paused. */
  wantsCycle(): boolean;
  /** Takes the candidates. Only when `wantsCycle()`. */
  beginCycle(nowMs: number): CycleJob;
  finishCycle(result: CycleResult, nowMs: number): FinishedCycle;
  isPaused(): boolean;

  roles(): ReadonlyMap<Role, RoleUse>;
  role(role: Role): RoleUse | undefined;
  /** Active roles, and per role its active frameworks, as the next run would order them. */
  order(): { readonly roles: readonly Role[]; readonly frameworks: ReadonlyMap<Role, readonly FrameworkId[]> };
  /** What of an agent is neither offered nor used (shared volumes always are in it). */
  available(id: AgentId): Resources | undefined;
  /** Cluster-wide scalars: all there is, and what is offered or used. */
  totals(): { readonly total: Quantities; readonly offeredOrAllocated: Quantities };
  /** Runs that took place. */
  runs(): number;
  /** Agents kept from the framework by its constraints, per role it subscribes to (FWK-48). */
  excludedByConstraints(id: FrameworkId): ReadonlyMap<Role, readonly AgentId[]>;
  /**
   * Per agent (all if none is named) why the framework is not offered it in the role; "feasible" if it would be, were
   * it its turn first. Not while a cycle runs.
   */
  explain(id: FrameworkId, role: Role, agents?: readonly AgentId[]): Result<ReadonlyMap<AgentId, Reason>>;
  /** The next `cycles` cycles on a copy of this allocator, with and without a change; this one stays as it is. */
  whatIf(nowMs: number, cycles: number, change?: (copy: Allocator) => void): WhatIfOutcome;
  /** All it knows, as values that do not change any more: what `restoreAllocator` takes. */
  image(): AllocatorImage;
  /** The same in steps of a fraction of a millisecond: until the last one no verb may be said. */
  imageSteps(): Generator<void, AllocatorImage>;
  /** A number that changes with the state: equal states have equal ones. */
  checksum(): number;
}

