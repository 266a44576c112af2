/**
 * The master's side of a scenario: what each step does to the allocator, in calls of its interface, and the bookkeeping
 * of offers and tasks that takes (README.md here, "Steps"). It has no opinion on what the allocator should decide.
 */
import type { Offer_Operation } from "../../../src/model/gen/mesos.ts";
import { add, contains, subtract, toResources } from "../../../src/model/resources.ts";
import type { Resources } from "../../../src/model/resources.ts";
import { isShared } from "../../../src/model/resource.ts";
import type { Step, StepOf } from "./format.ts";
import { conversionsOf } from "./conversions.ts";
import type {
  AgentArgs, AllocatorUnderTest, Conversion, FrameworkArgs, InverseOfferEntry, OfferEntry,
} from "./under-test.ts";

/** Capabilities of an agent the scenario says nothing about: all an up-to-date agent has. */
export const ALL_AGENT_CAPABILITIES: readonly string[] = [
  "MULTI_ROLE", "HIERARCHICAL_ROLE", "RESERVATION_REFINEMENT", "RESOURCE_PROVIDER", "RESIZE_VOLUME",
  "AGENT_OPERATION_FEEDBACK", "AGENT_DRAINING", "TASK_RESOURCE_LIMITS",
];

/** Seconds of the filter when a framework names none. */
const DEFAULT_REFUSE_SECONDS = 5;

/** Resources of a framework somewhere: an offer not answered yet, or a task. */
export interface Holding {
  readonly agent: string;
  readonly framework: string;
  readonly role: string;
  readonly resources: Resources;
}

export interface KnownAgent {
  readonly args: AgentArgs;
  readonly total: Resources;
  /** Its total was replaced while conversions may rest on the old one: no more operations there. */
  readonly totalReplaced: boolean;
  readonly hasMaintenance: boolean;
}

export interface KnownFramework {
  readonly args: FrameworkArgs;
  readonly active: boolean;
}

export class MasterSide {
  readonly agents = new Map<string, KnownAgent>();
  readonly frameworks = new Map<string, KnownFramework>();
  readonly tasks = new Map<string, Holding>();
  readonly offers = new Map<string, Holding>();
  readonly inverseOffers = new Map<string, { readonly agent: string; readonly framework: string }>();

  private readonly engine: AllocatorUnderTest;
  private offersMade = 0;
  private inverseOffersMade = 0;

  constructor(engine: AllocatorUnderTest) {
    this.engine = engine;
  }

  /** Makes the calls of one step (not `advance`, which only moves time) and gives its result text, if it has one. */
  perform(step: Step): string | undefined {
    switch (step.do) {
      case "batch":
        for (const inner of step.steps) this.perform(inner);
        return undefined;
      case "advance":
        return undefined;
      case "add_agent":
        return this.addAgent(step);
      case "update_agent":
        return this.updateAgent(step);
      case "remove_agent":
        return this.removeAgent(step.agent);
      case "activate_agent":
        this.engine.activateAgent(step.agent);
        return undefined;
      case "deactivate_agent":
        this.engine.deactivateAgent(step.agent);
        this.recoverOffers((offer) => offer.agent === step.agent);
        this.withdrawInverseOffers((offer) => offer.agent === step.agent);
        return undefined;
      case "add_resource_provider": {
        const agent = this.agent(step.agent);
        this.engine.addResourceProvider(step.agent, step.resources, step.used ?? []);
        this.agents.set(step.agent, { ...agent, total: add(agent.total, toResources(step.resources)) });
        return undefined;
      }
      case "update_available":
        return this.updateAvailable(step.agent, step.operations);
      case "whitelist":
        this.engine.updateWhitelist(step.hosts ?? undefined);
        return undefined;
      case "maintenance":
        this.withdrawInverseOffers((offer) => offer.agent === step.agent);
        this.engine.updateUnavailability(step.agent, step.unavailability ?? undefined);
        this.agents.set(step.agent, { ...this.agent(step.agent), hasMaintenance: step.unavailability !== null });
        return undefined;
      case "add_framework":
        return this.addFramework(step);
      case "update_framework":
        return this.updateFramework(step);
      case "remove_framework":
        return this.removeFramework(step.framework, step.bare === true);
      case "deactivate_framework":
        this.deactivateFramework(step.framework);
        this.recoverOffers((offer) => offer.framework === step.framework);
        this.withdrawInverseOffers((offer) => offer.framework === step.framework);
        return undefined;
      case "activate_framework":
        this.engine.activateFramework(step.framework);
        this.frameworks.set(step.framework, { ...this.framework(step.framework), active: true });
        return undefined;
      case "request":
        this.engine.requestResources(step.framework);
        return undefined;
      case "suppress":
        this.engine.suppressOffers(step.framework, step.roles);
        return undefined;
      case "revive":
        this.engine.reviveOffers(step.framework, step.roles);
        return undefined;
      case "decline":
        for (const id of step.offers) this.giveBack(id, step.refuse_seconds ?? DEFAULT_REFUSE_SECONDS);
        return undefined;
      case "rescind":
        for (const id of step.offers) this.giveBack(id, undefined);
        return undefined;
      case "accept":
        return this.accept(step);
      case "release":
        for (const task of step.tasks) this.endTask(task);
        return undefined;
      case "inverse_response":
        for (const id of step.inverse_offers) {
          const { agent, framework } = take(this.inverseOffers, id, "inverse offer");
          this.engine.updateInverseOffer(agent, framework, step.status, step.refuse_seconds);
        }
        return undefined;
      case "inverse_rescind":
        this.withdrawInverseOffers((_, id) => step.inverse_offers.includes(id));
        return undefined;
      case "inverse_statuses":
        return this.inverseStatuses();
      case "set_quota":
        this.engine.updateQuota(step.role, { guarantees: step.guarantees, limits: step.limits });
        return undefined;
      case "set_weight":
        this.engine.updateWeights(step.weights);
        return undefined;
      case "recover":
        this.engine.recover(step.expected_agents, step.quotas);
        return undefined;
    }
  }

  /** Numbers new offers, which the caller has sorted, and remembers them. */
  noteOffer(entry: OfferEntry): string {
    const id = `O${++this.offersMade}`;
    this.offers.set(id, {
      agent: entry.agent, framework: entry.framework, role: entry.role, resources: toResources(entry.resources),
    });
    return id;
  }

  noteInverseOffer(entry: InverseOfferEntry): string {
    const id = `I${++this.inverseOffersMade}`;
    this.inverseOffers.set(id, { agent: entry.agent, framework: entry.framework });
    return id;
  }

  private addAgent(step: StepOf<"add_agent">): undefined {
    const args: AgentArgs = {
      id: step.id, hostname: step.hostname ?? step.id, attributes: step.attributes ?? [], domain: step.domain,
    };
    for (const { task, framework, role, resources } of step.used ?? []) {
      this.tasks.set(task, { agent: step.id, framework, role, resources: toResources(resources) });
    }
    const capabilities = step.capabilities ?? ALL_AGENT_CAPABILITIES;
    this.engine.addAgent(args, capabilities, step.unavailability, step.resources, step.used ?? []);
    this.agents.set(step.id, {
      args, total: toResources(step.resources), totalReplaced: false, hasMaintenance: step.unavailability !== undefined,
    });
    return undefined;
  }

  private updateAgent(step: StepOf<"update_agent">): undefined {
    const agent = this.agent(step.agent);
    const args: AgentArgs = {
      id: step.agent,
      hostname: step.hostname ?? agent.args.hostname,
      attributes: step.attributes ?? agent.args.attributes,
      domain: step.domain ?? agent.args.domain,
    };
    this.engine.updateAgent(args, step.resources, step.capabilities);
    const total = step.resources === undefined ? agent.total : toResources(step.resources);
    this.agents.set(step.agent, {
      ...agent, args, total, totalReplaced: agent.totalReplaced || !contains(total, agent.total),
    });
    return undefined;
  }

  private removeAgent(id: string): undefined {
    this.engine.removeAgent(id);
    this.endTasks((task) => task.agent === id);
    this.recoverOffers((offer) => offer.agent === id);
    for (const [inverse, { agent }] of [...this.inverseOffers]) if (agent === id) this.inverseOffers.delete(inverse);
    this.agents.delete(id);
    return undefined;
  }

  private updateAvailable(id: string, operations: readonly Offer_Operation[]): string {
    if (!this.engine.updateAvailable(id, operations)) return "failed";
    const agent = this.agent(id);
    let total = agent.total;
    for (const operation of operations) total = convert(total, conversionsOf(operation));
    this.agents.set(id, { ...agent, total });
    return "ok";
  }

  private addFramework(step: StepOf<"add_framework">): undefined {
    const args = frameworkArgs(step.id, step);
    const used = [...this.tasks.values()].filter((task) => task.framework === step.id);
    this.engine.addFramework(args, used, step.active ?? true);
    this.frameworks.set(step.id, { args, active: step.active ?? true });
    return undefined;
  }

  private updateFramework(step: StepOf<"update_framework">): undefined {
    const args = frameworkArgs(step.framework, step);
    this.engine.updateFramework(args);
    this.frameworks.set(step.framework, { ...this.framework(step.framework), args });
    this.recoverOffers((offer) => offer.framework === step.framework && !args.roles.includes(offer.role));
    return undefined;
  }

  private removeFramework(id: string, bare: boolean): undefined {
    if (this.framework(id).active) this.deactivateFramework(id);
    if (!bare) this.recoverOffers((offer) => offer.framework === id);
    this.withdrawInverseOffers((offer) => offer.framework === id);
    this.endTasks((task) => task.framework === id);
    this.engine.removeFramework(id);
    for (const [offer, { framework }] of [...this.offers]) if (framework === id) this.offers.delete(offer);
    this.frameworks.delete(id);
    return undefined;
  }

  private deactivateFramework(id: string): void {
    this.engine.deactivateFramework(id);
    this.frameworks.set(id, { ...this.framework(id), active: false });
  }

  private accept(step: StepOf<"accept">): undefined {
    const { agent, framework, role, resources: offered } = take(this.offers, step.offer, "offer");
    const conversions: Conversion[] = [];
    let remainder = offered;
    for (const operation of step.operations ?? []) {
      const own = conversionsOf(operation);
      remainder = convert(remainder, own);
      conversions.push(...own);
    }
    let launched: Resources = [];
    for (const task of step.tasks ?? []) {
      const resources = toResources(task.resources);
      const extra = subtract(resources.filter(isShared), remainder.filter(isShared));
      if (extra.length > 0) conversions.push({ consumed: [], converted: extra });
      remainder = subtract(remainder, resources);
      launched = add(launched, resources);
      this.tasks.set(task.task, { agent, framework, role, resources });
    }
    if (conversions.length > 0) {
      this.engine.updateAllocation(framework, agent, role, offered, conversions);
      const known = this.agent(agent);
      const ofTotal = conversions.filter(({ consumed }) => consumed.length > 0);
      this.agents.set(agent, { ...known, total: convert(known.total, ofTotal) });
    }
    const converted = subtract(remainder, offered);
    const declined = subtract(remainder, converted);
    const refuseSeconds = step.refuse_seconds ?? DEFAULT_REFUSE_SECONDS;
    if (converted.length > 0) this.engine.recoverResources(framework, agent, role, converted, undefined, false);
    if (declined.length > 0) this.engine.recoverResources(framework, agent, role, declined, refuseSeconds, false);
    if (launched.length > 0) this.engine.transitionOfferedToAllocated(framework, agent, role, launched);
    return undefined;
  }

  private giveBack(id: string, refuseSeconds: number | undefined): void {
    const { agent, framework, role, resources } = take(this.offers, id, "offer");
    this.engine.recoverResources(framework, agent, role, resources, refuseSeconds, false);
  }

  private recoverOffers(which: (offer: Holding) => boolean): void {
    for (const [id, offer] of [...this.offers]) if (which(offer)) this.giveBack(id, undefined);
  }

  private endTask(id: string): void {
    const { agent, framework, role, resources } = take(this.tasks, id, "task");
    this.engine.recoverResources(framework, agent, role, resources, undefined, true);
  }

  private endTasks(which: (task: Holding) => boolean): void {
    for (const [id, task] of [...this.tasks]) if (which(task)) this.endTask(id);
  }

  private withdrawInverseOffers(which: (offer: { agent: string; framework: string }, id: string) => boolean): void {
    for (const [id, offer] of [...this.inverseOffers]) {
      if (!which(offer, id)) continue;
      this.inverseOffers.delete(id);
      this.engine.updateInverseOffer(offer.agent, offer.framework, undefined, undefined);
    }
  }

  private inverseStatuses(): string {
    const answers = this.engine.inverseOfferStatuses();
    const texts = answers.map(({ agent, framework, status }) => `${agent} ${framework} ${status}`);
    return texts.sort().join(", ") || "none";
  }

  private agent(id: string): KnownAgent {
    return this.agents.get(id) ?? missing("agent", id);
  }

  private framework(id: string): KnownFramework {
    return this.frameworks.get(id) ?? missing("framework", id);
  }
}

/** Compares ids by the number at their end: S2 before S10. */
export function byNumber(left: string, right: string): number {
  return numberOf(left) - numberOf(right);
}

function numberOf(id: string): number {
  return Number(/\d+$/.exec(id)?.[0] ?? 0);
}

function frameworkArgs(id: string, step: StepOf<"add_framework"> | StepOf<"update_framework">): FrameworkArgs {
  return {
    id,
    roles: step.roles,
    capabilities: step.capabilities,
    suppressedRoles: step.suppressed_roles ?? [],
    offerConstraints: step.offer_constraints,
    minAllocatable: step.min_allocatable,
  };
}

/** Applies conversions one after the other; the scenario promises that they apply. */
function convert(resources: Resources, conversions: readonly Conversion[]): Resources {
  let result = resources;
  for (const { consumed, converted } of conversions) {
    if (!contains(result, consumed)) missing("resources", JSON.stringify(consumed));
    result = add(subtract(result, consumed), converted);
  }
  return result;
}

function take<T>(from: Map<string, T>, id: string, what: string): T {
  const found = from.get(id) ?? missing(what, id);
  from.delete(id);
  return found;
}

function missing(what: string, id: string): never {
  throw new Error(`scenario names ${what} ${id}, which is not there`);
}
