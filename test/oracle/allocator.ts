/**
 * The oracle: Mesos' hierarchical allocator, slow and obvious. Objects and maps, no cleverness, no code in common with
 * the kernel; it is what the kernel is compared with, and the recordings are what it is compared with. Only the
 * arithmetic on Resource objects comes from `src/model`.
 *
 *     allocator.ts   the calls of the allocator interface, when a run starts, filters and their expiry
 *     offers.ts      one run: the two stages (the heart); inverse-offers.ts what ends a run
 *     cluster.ts     bookkeeping: agents, frameworks, roles and sorters kept in step
 *     sorter.ts      whose turn it is; role-tree.ts quota, reservations and use by role
 *     quirks.ts      what the original does against its documentation, one switch each
 *     random-cluster.ts   random clusters and call sequences, to compare two engines
 */
import { isDeepStrictEqual } from "node:util";
import type { Offer_Operation, Resource, Unavailability } from "../../src/model/gen/mesos.ts";
import { add, NO_RESOURCES, toResources } from "../../src/model/resources.ts";
import { conversionsOf } from "../golden/allocator/conversions.ts";
import type { FinalState, InverseStatus, QuotaSpec } from "../golden/allocator/format.ts";
import { byNumber } from "../golden/allocator/master-side.ts";
import type {
  AgentArgs, AllocatorUnderTest, Conversion, Decisions, EngineFactory, EngineOptions, FrameworkArgs, HeldByFramework,
  HeldOnAgent, InverseOfferAnswer, InverseOfferEntry, OfferEntry,
} from "../golden/allocator/under-test.ts";
import { Agent, sameAttributes } from "./agent.ts";
import { amountsFrom, limitsFrom } from "./amounts.ts";
import { Cluster } from "./cluster.ts";
import { finalState } from "./final-state.ts";
import { Framework, refusalMs } from "./framework.ts";
import { converted, stamped, stampedConversion, summed } from "./holdings.ts";
import { makeInverseOffers } from "./inverse-offers.ts";
import { makeOffers } from "./offers.ts";
import { AS_RECORDED } from "./quirks.ts";
import type { Quirks } from "./quirks.ts";
import { Timers } from "./timers.ts";

/** Engines of the given behaviour, as recorded unless told otherwise. */
export function oracle(quirks: Quirks = AS_RECORDED): EngineFactory {
  return (options) => new Oracle(options, quirks);
}

class Oracle implements AllocatorUnderTest {
  private readonly options: EngineOptions;
  private readonly cluster: Cluster;
  private readonly timers = new Timers();
  private readonly intervalMs: number;
  /** Agents the next run is about. */
  private candidates = new Set<string>();
  private runAsked = false;
  private isPaused = false;
  /** Agents to wait for while paused. */
  private expectedAgents?: number;
  private runsEver = 0;
  private runs = 0;
  private offers: OfferEntry[] = [];
  private inverseOffers: InverseOfferEntry[] = [];

  constructor(options: EngineOptions, quirks: Quirks) {
    this.options = options;
    this.intervalMs = (options.allocation_interval ?? 1) * 1000;
    this.cluster = new Cluster({
      quirks,
      excludedNames: options.fair_sharing_excluded_resource_names ?? [],
      random: options.random,
      minAllocatable: options.min_allocatable_resources ?? [],
      filterGpus: options.filter_gpu_resources ?? true,
      domain: options.domain,
    });
    this.timers.after(this.intervalMs, () => this.tick());
  }

  addAgent(
    args: AgentArgs, capabilities: readonly string[], unavailability: Unavailability | undefined,
    total: readonly Resource[], used: readonly HeldOnAgent[],
  ): void {
    if (this.cluster.agents.has(args.id)) return;
    const agent = new Agent(args, capabilities, toResources(total));
    agent.setMaintenance(unavailability);
    this.cluster.addAgent(args.id, agent);
    for (const [framework, resources] of summed(used, (entry) => entry.framework)) {
      agent.use(framework, resources);
      agent.startTasks(framework, resources);
      this.cluster.trackUse(args.id, framework, resources);
      this.cluster.trackTasks(args.id, framework, resources);
    }
    if (this.isPaused && this.expectedAgents !== undefined && this.cluster.agents.size >= this.expectedAgents) {
      this.expectedAgents = undefined;
      this.isPaused = false;
    }
    this.ask([args.id]);
  }

  updateAgent(
    args: AgentArgs, total: readonly Resource[] | undefined, capabilities: readonly string[] | undefined,
  ): void {
    const agent = this.cluster.agents.get(args.id);
    if (agent === undefined) return;
    let isChanged = false;
    if (!sameAttributes(agent.args.attributes, args.attributes)) {
      isChanged = true;
      this.cluster.dropFilters(args.id);
    }
    if (isChanged || agent.args.hostname !== args.hostname || !isDeepStrictEqual(agent.args.domain, args.domain)) {
      isChanged = true;
      agent.args = args;
    }
    if (capabilities !== undefined && !isDeepStrictEqual(agent.capabilities, new Set(capabilities))) {
      isChanged = true;
      agent.capabilities = new Set(capabilities);
    }
    if (total !== undefined) isChanged = this.cluster.setTotal(args.id, agent, toResources(total)) || isChanged;
    if (isChanged) this.ask([args.id]);
  }

  removeAgent(id: string): void {
    const agent = this.cluster.agents.get(id);
    if (agent === undefined) return;
    this.cluster.removeAgent(id, agent);
    this.candidates.delete(id);
  }

  activateAgent(id: string): void {
    const agent = this.cluster.agents.get(id);
    if (agent !== undefined) agent.active = true;
  }

  deactivateAgent(id: string): void {
    const agent = this.cluster.agents.get(id);
    if (agent !== undefined) agent.active = false;
  }

  addResourceProvider(id: string, total: readonly Resource[], used: readonly HeldOnAgent[]): void {
    const agent = this.cluster.agents.get(id);
    if (agent === undefined) return;
    this.cluster.setTotal(id, agent, add(agent.total, toResources(total)));
    for (const [framework, resources] of summed(used, (entry) => entry.framework)) {
      if (!this.cluster.frameworks.has(framework)) continue;
      agent.use(framework, resources);
      this.cluster.trackUse(id, framework, resources);
    }
  }

  updateAvailable(id: string, operations: readonly Offer_Operation[]): boolean {
    const agent = this.cluster.agents.get(id);
    if (agent === undefined) return false;
    const conversions = operations.flatMap(conversionsOf);
    const total = converted(agent.total, conversions);
    if (converted(agent.available, conversions) === undefined || total === undefined) return false;
    this.cluster.setTotal(id, agent, total);
    return true;
  }

  updateUnavailability(id: string, unavailability: Unavailability | undefined): void {
    const agent = this.cluster.agents.get(id);
    if (agent === undefined) return;
    for (const framework of this.cluster.frameworks.values()) {
      framework.inverseFilters = framework.inverseFilters.filter((filter) => filter.agent !== id);
    }
    agent.setMaintenance(unavailability);
    this.ask([id]);
  }

  updateWhitelist(hosts: readonly string[] | undefined): void {
    this.cluster.whitelist = hosts;
  }

  addFramework(args: FrameworkArgs, used: readonly HeldByFramework[], active: boolean): void {
    if (this.cluster.frameworks.has(args.id)) return;
    const framework = new Framework(args, active);
    this.cluster.frameworks.set(args.id, framework);
    for (const role of args.roles) this.cluster.trackFramework(args.id, role);
    for (const [agent, resources] of summed(used, (entry) => entry.agent)) {
      if (!this.cluster.agents.has(agent)) continue;
      this.cluster.trackUse(agent, args.id, resources);
      this.cluster.trackTasks(agent, args.id, resources);
    }
    this.cluster.refreshActive(framework);
    if (active) this.askAll();
  }

  updateFramework(args: FrameworkArgs): void {
    const framework = this.cluster.frameworks.get(args.id);
    if (framework === undefined) return;
    const left = framework.args.roles.filter((role) => !args.roles.includes(role));
    const revived = [...framework.suppressed].filter((role) => !args.suppressedRoles.includes(role));
    for (const role of args.roles) this.cluster.trackFramework(args.id, role);
    for (const role of left) this.cluster.untrackFramework(args.id, role);
    framework.dropFilters([...left, ...revived]);
    framework.args = args;
    framework.suppressed = new Set(args.suppressedRoles);
    this.cluster.refreshActive(framework);
  }

  removeFramework(id: string): void {
    const framework = this.cluster.frameworks.get(id);
    if (framework === undefined) return;
    for (const [agentId, agent] of this.cluster.agents) {
      const resources = agent.inUse.get(id) ?? NO_RESOURCES;
      this.cluster.untrackUse(agentId, id, resources);
      agent.free(id, resources);
    }
    for (const role of framework.args.roles) this.cluster.untrackFramework(id, role);
    this.cluster.frameworks.delete(id);
  }

  activateFramework(id: string): void {
    const framework = this.cluster.frameworks.get(id);
    if (framework === undefined) return;
    framework.active = true;
    this.cluster.refreshActive(framework);
    this.askAll();
  }

  deactivateFramework(id: string): void {
    const framework = this.cluster.frameworks.get(id);
    if (framework === undefined) return;
    framework.active = false;
    framework.offerFilters = [];
    framework.inverseFilters = [];
    this.cluster.refreshActive(framework);
  }

  suppressOffers(id: string, roles: readonly string[]): void {
    const framework = this.cluster.frameworks.get(id);
    if (framework === undefined) return;
    for (const role of roles.length > 0 ? roles : framework.args.roles) framework.suppressed.add(role);
    this.cluster.refreshActive(framework);
  }

  reviveOffers(id: string, roles: readonly string[]): void {
    const framework = this.cluster.frameworks.get(id);
    if (framework === undefined) return;
    const revived = roles.length > 0 ? roles : framework.args.roles;
    for (const role of revived) framework.suppressed.delete(role);
    framework.dropFilters(revived);
    this.cluster.refreshActive(framework);
    this.askAll();
  }

  requestResources(): void {
    // A request has no effect on what is offered.
  }

  updateAllocation(
    frameworkId: string, agentId: string, role: string, offered: readonly Resource[],
    conversions: readonly Conversion[],
  ): void {
    const agent = this.cluster.agents.get(agentId);
    const before = stamped(role, offered);
    const after = converted(before, conversions.map((conversion) => stampedConversion(role, conversion)));
    const total = agent && converted(agent.total, conversions.filter(({ consumed }) => consumed.length > 0));
    const sorter = this.cluster.frameworkSorters.get(role);
    if (agent === undefined || after === undefined || total === undefined) return;
    if (sorter === undefined || !sorter.has(frameworkId)) return;
    agent.free(frameworkId, before);
    agent.use(frameworkId, after);
    this.cluster.roles.untrackUse(role, agentId, before);
    this.cluster.roles.trackUse(role, agentId, after);
    sorter.convert(frameworkId, agentId, before, after);
    this.cluster.roleSorter.convert(role, agentId, before, after);
    this.cluster.setTotal(agentId, agent, total);
  }

  recoverResources(
    frameworkId: string, agentId: string, role: string, resources: readonly Resource[],
    refuseSeconds: number | undefined, isAllocated: boolean,
  ): void {
    const agent = this.cluster.agents.get(agentId);
    const framework = this.cluster.frameworks.get(frameworkId);
    const plain = toResources(resources);
    const recovered = stamped(role, plain);
    if (plain.length === 0 || agent === undefined) return;
    if (isAllocated) {
      agent.endTasks(frameworkId, recovered);
      this.cluster.untrackTasks(agentId, frameworkId, recovered);
    }
    if (framework === undefined) return;
    agent.free(frameworkId, recovered);
    this.cluster.untrackUse(agentId, frameworkId, recovered);

    const refusedMs = refuseSeconds === undefined ? 0 : refusalMs(refuseSeconds);
    if (refusedMs === 0) return;
    const filter = { role, agent: agentId, refused: plain };
    framework.offerFilters.push(filter);
    this.timers.after(Math.max(this.intervalMs, refusedMs), () => {
      framework.offerFilters = framework.offerFilters.filter((other) => other !== filter);
    });
  }

  transitionOfferedToAllocated(
    frameworkId: string, agentId: string, role: string, resources: readonly Resource[],
  ): void {
    const agent = this.cluster.agents.get(agentId);
    if (agent === undefined) return;
    const used = stamped(role, resources);
    agent.startTasks(frameworkId, used);
    this.cluster.trackTasks(agentId, frameworkId, used);
  }

  updateInverseOffer(
    agentId: string, frameworkId: string, status: InverseStatus | undefined, refuseSeconds: number | undefined,
  ): void {
    const framework = this.cluster.frameworks.get(frameworkId);
    const maintenance = this.cluster.agents.get(agentId)?.maintenance;
    if (framework === undefined || maintenance === undefined) return;
    if (maintenance.outstanding.delete(frameworkId) && status !== undefined) {
      maintenance.answers.set(frameworkId, status);
    }
    const refusedMs = refuseSeconds === undefined ? 0 : refusalMs(refuseSeconds);
    if (refusedMs === 0) return;
    const filter = { agent: agentId };
    framework.inverseFilters.push(filter);
    this.timers.after(refusedMs, () => {
      framework.inverseFilters = framework.inverseFilters.filter((other) => other !== filter);
    });
  }

  inverseOfferStatuses(): readonly InverseOfferAnswer[] {
    return [...this.cluster.agents].flatMap(([agent, { maintenance }]) =>
      [...(maintenance?.answers ?? [])].map(([framework, status]) => ({ agent, framework, status })),
    );
  }

  updateQuota(role: string, { guarantees, limits }: QuotaSpec): void {
    this.cluster.roles.setQuota(role, { guarantees: amountsFrom(guarantees), limits: limitsFrom(limits) });
  }

  updateWeights(weights: Readonly<Record<string, number>>): void {
    for (const [role, weight] of Object.entries(weights)) {
      this.cluster.roles.setWeight(role, weight);
      this.cluster.roleSorter.setWeight(role, weight);
    }
  }

  recover(expectedAgents: number, quotas: Readonly<Record<string, QuotaSpec>>): void {
    if (Object.keys(quotas).length === 0) return;
    for (const [role, quota] of Object.entries(quotas)) this.updateQuota(role, quota);
    this.expectedAgents = Math.trunc(expectedAgents * (this.options.agent_recovery_factor ?? 0.8));
    if (this.expectedAgents === 0) return;
    this.isPaused = true;
    this.timers.after((this.options.recovery_timeout ?? 600) * 1000, () => {
      this.isPaused = false;
    });
  }

  settle(): void {
    if (!this.runAsked) return;
    this.runAsked = false;
    if (this.isPaused) return;
    this.runs++;
    this.makeOffers(++this.runsEver);
    for (const offer of makeInverseOffers(this.cluster, this.candidates)) {
      this.inverseOffers.push({ ...offer, atMs: this.timers.nowMs });
    }
    this.candidates.clear();
  }

  advanceTo(nowMs: number): void {
    this.timers.advanceTo(nowMs);
  }

  collect(): Decisions {
    const { runs, offers, inverseOffers } = this;
    [this.runs, this.offers, this.inverseOffers] = [0, [], []];
    return { runs, offers, inverseOffers };
  }

  finalState(): FinalState {
    return finalState(this.cluster);
  }

  private tick(): void {
    this.askAll();
    this.settle();
    this.timers.after(this.intervalMs, () => this.tick());
  }

  private askAll(): void {
    this.ask([...this.cluster.agents.keys()]);
  }

  /** While paused a request is forgotten; one made before the pause waits for its end. */
  private ask(agents: readonly string[]): void {
    if (this.isPaused) return;
    for (const agent of agents) this.candidates.add(agent);
    this.runAsked = true;
  }

  private makeOffers(run: number): void {
    const { agents, whitelist } = this.cluster;
    const eligible = [...this.candidates].filter((id) => {
      const agent = agents.get(id);
      return agent?.active === true && (whitelist === undefined || whitelist.includes(agent.args.hostname));
    });
    eligible.sort(byNumber);
    const order = this.options.visitingOrder ?? ((ascending) => ascending);
    for (const offer of makeOffers(this.cluster, order(eligible, run, 1), order(eligible, run, 2))) {
      this.offers.push({ ...offer, atMs: this.timers.nowMs });
    }
  }
}
