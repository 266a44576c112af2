/** The kernel, through `src/allocator`, as an engine the recordings can be replayed on. */
import { allocate, toResources } from "../../../src/model/resources.ts";
import type { Resources } from "../../../src/model/resources.ts";
import type { AgentCapabilities } from "../../../src/model/capability.ts";
import type {
  AgentInfo, FrameworkInfo, FrameworkInfo_Capability_Type, Offer_Operation, Resource, Unavailability,
} from "../../../src/model/gen/mesos.ts";
import { agentId, frameworkId, roleName } from "../../../src/model/id.ts";
import type { AgentId, FrameworkId, Role } from "../../../src/model/id.ts";
import { fromMilli, toMilli } from "../../../src/model/scalar.ts";
import type { Result } from "../../../src/model/result.ts";
import type {
  Allocator, AllocatorOffer, AllocatorOptions, CycleJob, CycleResult, RoleQuota,
} from "../../../src/allocator/allocator.ts";
import { createAllocator } from "../../../src/allocator/hierarchical.ts";
import { runInline } from "../../../src/shell/pool/inline.ts";
import { kernelModule } from "../../support/kernel-module.ts";
import type { FinalState, InverseStatus, Quantities, QuotaSpec, RoleState } from "./format.ts";
import type {
  AgentArgs, AllocatorUnderTest, Conversion, Decisions, EngineFactory, EngineOptions, FrameworkArgs, HeldByFramework,
  HeldOnAgent, InverseOfferAnswer, InverseOfferEntry, OfferEntry,
} from "./under-test.ts";

export const kernelEngine: EngineFactory = (options) => new KernelEngine(options, runInline(kernelModule));

/** Runs cycles some other way, or with other options. */
export function kernelEngineWith(
  run: (job: CycleJob) => CycleResult, change: Partial<AllocatorOptions> = {},
): EngineFactory {
  return (options) => new KernelEngine(options, run, change);
}

export class KernelEngine implements AllocatorUnderTest {
  readonly allocator: Allocator;
  private readonly run: (job: CycleJob) => CycleResult;
  private readonly intervalMs: number;
  private readonly agents = new Map<AgentId, AgentInfo>();
  private nowMs = 0;
  private nextTickMs: number;
  private runsSeen = 0;
  private offers: OfferEntry[] = [];
  private inverseOffers: InverseOfferEntry[] = [];

  constructor(options: EngineOptions, run: (job: CycleJob) => CycleResult, change: Partial<AllocatorOptions> = {}) {
    this.run = run;
    this.intervalMs = (options.allocation_interval ?? 1) * 1000;
    this.nextTickMs = this.intervalMs;
    const visit = options.visitingOrder ?? ((ascending: readonly string[]) => ascending);
    this.allocator = createAllocator(
      {
        allocationIntervalMs: this.intervalMs,
        minAllocatable: options.min_allocatable_resources?.map(milli),
        excludedNames: options.fair_sharing_excluded_resource_names,
        filterGpuResources: options.filter_gpu_resources ?? true,
        domain: options.domain && domainOf(options.domain),
        recoveryTimeoutMs: (options.recovery_timeout ?? 600) * 1000,
        agentRecoveryFactor: options.agent_recovery_factor ?? 0.8,
        roleSorter: "drf",
        frameworkSorter: "drf",
        strict: false,
        seed: 1,
        constraintsMaxMemoryBytes: options.offer_constraints_re2_max_mem,
        constraintsMaxProgramSize: options.offer_constraints_re2_max_program_size,
        visitingOrder: visit as unknown as AllocatorOptions["visitingOrder"],
        ...change,
      },
      kernelModule,
    );
  }

  get timeMs(): number {
    return this.nowMs;
  }

  /** The cycle that is asked for, or that of the next tick: the last thing this engine does. */
  nextCycle(): readonly AllocatorOffer[] {
    const { allocator } = this;
    if (!allocator.wantsCycle()) {
      allocator.expire(this.nextTickMs);
      allocator.tick(this.nextTickMs);
    }
    if (!allocator.wantsCycle()) return [];
    return allocator.finishCycle(this.run(allocator.beginCycle(this.nextTickMs)), this.nextTickMs).offers;
  }

  addAgent(
    args: AgentArgs, capabilities: readonly string[], unavailability: Unavailability | undefined,
    total: readonly Resource[], used: readonly HeldOnAgent[],
  ): void {
    const info = infoOf(args);
    const id = agentId(args.id);
    this.agents.set(id, info);
    const agent = { id, info, capabilities: new Set(capabilities) as AgentCapabilities, unavailability };
    must(this.allocator.addAgent(agent, toResources(total), usedBy(used)));
  }

  updateAgent(
    args: AgentArgs, total: readonly Resource[] | undefined, capabilities: readonly string[] | undefined,
  ): void {
    const set = capabilities && (new Set(capabilities) as AgentCapabilities);
    must(this.allocator.updateAgent(agentId(args.id), infoOf(args), total && toResources(total), set));
  }

  removeAgent(id: string): void {
    must(this.allocator.removeAgent(agentId(id)));
    this.agents.delete(agentId(id));
  }

  activateAgent(id: string): void {
    must(this.allocator.activateAgent(agentId(id)));
  }

  deactivateAgent(id: string): void {
    must(this.allocator.deactivateAgent(agentId(id)));
  }

  addResourceProvider(id: string, total: readonly Resource[], used: readonly HeldOnAgent[]): void {
    must(this.allocator.addResourceProvider(agentId(id), toResources(total), usedBy(used)));
  }

  updateAvailable(id: string, operations: readonly Offer_Operation[]): boolean {
    return this.allocator.updateAvailable(agentId(id), operations).ok;
  }

  updateUnavailability(id: string, unavailability: Unavailability | undefined): void {
    must(this.allocator.updateUnavailability(agentId(id), unavailability));
  }

  updateWhitelist(hosts: readonly string[] | undefined): void {
    this.allocator.updateWhitelist(hosts && new Set(hosts));
  }

  addFramework(args: FrameworkArgs, used: readonly HeldByFramework[], active: boolean): void {
    const byAgent = new Map<AgentId, Resources>();
    for (const { agent, role, resources } of used) {
      const id = agentId(agent);
      byAgent.set(id, [...(byAgent.get(id) ?? []), ...allocate(toResources(resources), role)]);
    }
    must(this.allocator.addFramework(frameworkId(args.id), settingsOf(args), byAgent, active));
  }

  updateFramework(args: FrameworkArgs): void {
    must(this.allocator.updateFramework(frameworkId(args.id), settingsOf(args)));
  }

  removeFramework(id: string): void {
    must(this.allocator.removeFramework(frameworkId(id)));
  }

  activateFramework(id: string): void {
    must(this.allocator.activateFramework(frameworkId(id)));
  }

  deactivateFramework(id: string): void {
    must(this.allocator.deactivateFramework(frameworkId(id)));
  }

  suppressOffers(id: string, roles: readonly string[]): void {
    must(this.allocator.suppressRoles(frameworkId(id), new Set(roles.map(roleName))));
  }

  reviveOffers(id: string, roles: readonly string[]): void {
    must(this.allocator.reviveRoles(frameworkId(id), new Set(roles.map(roleName))));
  }

  requestResources(): void {
    // A request has no effect in Mesos either.
  }

  updateAllocation(
    framework: string, agent: string, role: string, offered: readonly Resource[], conversions: readonly Conversion[],
  ): void {
    const stamped = conversions.map(({ consumed, converted }) => ({
      consumed: allocate(consumed, role), converted: allocate(converted, role),
    }));
    must(this.allocator.updateAllocation(frameworkId(framework), agentId(agent), allocate(offered, role), stamped));
  }

  recoverResources(
    framework: string, agent: string, role: string, resources: readonly Resource[],
    refuseSeconds: number | undefined, isAllocated: boolean,
  ): void {
    const refusal = refuseSeconds === undefined ? undefined : { seconds: refuseSeconds, nowMs: this.nowMs };
    const held = isAllocated ? "allocated" : "offered";
    const list = allocate(resources, role);
    must(this.allocator.recoverResources(frameworkId(framework), agentId(agent), list, refusal, held));
  }

  transitionOfferedToAllocated(_framework: string, agent: string, role: string, resources: readonly Resource[]): void {
    must(this.allocator.transitionOfferedToAllocated(agentId(agent), allocate(resources, role)));
  }

  updateInverseOffer(
    agent: string, framework: string, status: InverseStatus | undefined, refuseSeconds: number | undefined,
  ): void {
    const refusal = refuseSeconds === undefined ? undefined : { seconds: refuseSeconds, nowMs: this.nowMs };
    must(this.allocator.updateInverseOffer(agentId(agent), frameworkId(framework), status, refusal, this.nowMs));
  }

  inverseOfferStatuses(): readonly InverseOfferAnswer[] {
    return this.allocator.inverseOfferStatuses().map(({ agentId: agent, frameworkId: framework, status }) => ({
      agent, framework, status: status as InverseStatus,
    }));
  }

  updateQuota(role: string, quota: QuotaSpec): void {
    must(this.allocator.updateQuota(roleName(role), quotaOf(quota)));
  }

  updateWeights(weights: Readonly<Record<string, number>>): void {
    must(this.allocator.updateWeights(new Map(Object.entries(weights)) as unknown as ReadonlyMap<Role, number>));
  }

  recover(expectedAgents: number, quotas: Readonly<Record<string, QuotaSpec>>): void {
    const map = new Map(Object.entries(quotas).map(([role, quota]) => [roleName(role), quotaOf(quota)]));
    must(this.allocator.recover(expectedAgents, map, this.nowMs));
  }

  settle(): void {
    while (this.allocator.wantsCycle()) {
      const job = this.allocator.beginCycle(this.nowMs);
      const { offers, inverseOffers } = this.allocator.finishCycle(this.run(job), this.nowMs);
      for (const { frameworkId: framework, role, agentId: agent, resources } of offers) {
        this.offers.push({ framework, role, agent, resources: bare(resources), atMs: this.nowMs });
      }
      for (const { frameworkId: framework, agentId: agent, unavailability } of inverseOffers) {
        this.inverseOffers.push({ framework, agent, unavailability, atMs: this.nowMs });
      }
    }
  }

  advanceTo(nowMs: number): void {
    while (this.nextTickMs <= nowMs) {
      this.expireTo(this.nextTickMs);
      this.nowMs = this.nextTickMs;
      this.allocator.tick(this.nowMs);
      this.nextTickMs += this.intervalMs;
      this.settle();
      this.expireTo(this.nowMs);
    }
    this.expireTo(nowMs);
    this.nowMs = nowMs;
  }

  private expireTo(nowMs: number): void {
    const next = this.allocator.nextDeadlineMs();
    if (next !== undefined && next <= nowMs) this.allocator.expire(nowMs);
    this.settle();
  }

  collect(): Decisions {
    const decisions = {
      runs: this.allocator.runs() - this.runsSeen, offers: this.offers, inverseOffers: this.inverseOffers,
    };
    this.runsSeen = this.allocator.runs();
    this.offers = [];
    this.inverseOffers = [];
    return decisions;
  }

  finalState(): FinalState {
    const { roles, frameworks } = this.allocator.order();
    const states: Record<string, RoleState> = {};
    for (const [name, use] of this.allocator.roles()) {
      states[name] = {
        quota_consumed_by_offers_and_tasks: Object.fromEntries(use.offeredOrConsumed),
        quota_consumed_by_tasks: Object.fromEntries(use.consumed),
        reserved: Object.fromEntries(use.reserved),
        reserved_in_use: Object.fromEntries(use.reservedInUse),
      };
    }
    const available: Record<string, readonly Resource[]> = {};
    for (const id of this.agents.keys()) available[id] = this.allocator.available(id)!;
    return { role_order: roles, framework_order: Object.fromEntries(frameworks), roles: states, available };
  }
}

function bare(resources: Resources): Resources {
  return resources.map(({ allocation_info: _, ...resource }) => resource);
}

function infoOf({ id, hostname, attributes, domain }: AgentArgs): AgentInfo {
  return { id: { value: id }, hostname, attributes, domain: domain && domainOf(domain) };
}

function domainOf({ region, zone }: { region: string; zone: string }): AgentInfo["domain"] {
  return { fault_domain: { region: { name: region }, zone: { name: zone } } };
}

function usedBy(used: readonly HeldOnAgent[]): ReadonlyMap<FrameworkId, Resources> {
  const result = new Map<FrameworkId, Resources>();
  for (const { framework, role, resources } of used) {
    const id = frameworkId(framework);
    result.set(id, [...(result.get(id) ?? []), ...allocate(toResources(resources), role)]);
  }
  return result;
}

function settingsOf(args: FrameworkArgs) {
  const minima = Object.entries(args.minAllocatable ?? {}).map(([role, sets]) => [
    role,
    {
      min_allocatable_resources: {
        quantities: sets.map((set) => ({
          quantities: Object.fromEntries(Object.entries(set).map(([name, value]) => [name, { value }])),
        })),
      },
    },
  ]);
  const isMultiRole = args.capabilities.includes("MULTI_ROLE");
  const info: FrameworkInfo = {
    user: "", name: args.id, id: { value: args.id },
    ...(isMultiRole ? { roles: args.roles } : { role: args.roles[0] }),
    capabilities: args.capabilities.map((type) => ({ type: type as FrameworkInfo_Capability_Type })),
    offer_filters: Object.fromEntries(minima),
  };
  const suppressedRoles = new Set(args.suppressedRoles.map(roleName));
  return { info, suppressedRoles, offerConstraints: args.offerConstraints };
}

function quotaOf({ guarantees, limits }: QuotaSpec): RoleQuota {
  return {
    guarantees: new Map(exactly(guarantees).filter(([, value]) => toMilli(value / 1000) > 0)),
    limits: new Map(exactly(limits)),
  };
}

/** Thousandths that read back as the same double. */
function exactly(quantities: Quantities = {}): (readonly [string, number])[] {
  const exact = (value: number): number => (fromMilli(toMilli(value)) === value ? toMilli(value) : value * 1000);
  return Object.entries(quantities).map(([name, value]) => [name, exact(value)] as const);
}

function milli(quantities: Quantities): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(quantities).map(([name, value]) => [name, toMilli(value)] as const).filter(([, value]) => value > 0),
  );
}

function must(result: Result<void>): void {
  if (!result.ok) throw new Error(result.error);
}
