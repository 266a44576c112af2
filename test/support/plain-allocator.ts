/**
 * An allocator that knows what there is and who holds it, and offers exactly what a test tells it to: for stories in
 * which who gets what is not the point.
 */
import type { AddedAgent, Allocator, AllocatorOffer, CycleJob, FinishedCycle, ResourceConversion } from "../../src/allocator/allocator.ts";
import type { AgentId, FrameworkId, Role } from "../../src/model/id.ts";
import { NO_RESOURCES, add, allocate, contains, subtract, unallocate } from "../../src/model/resources.ts";
import type { Resources } from "../../src/model/resources.ts";
import { err, ok } from "../../src/model/result.ts";
import type { Result } from "../../src/model/result.ts";

export interface PlainAllocator extends Allocator {
  /** Has these resources of an agent, or all that is free, offered in the next cycle. */
  plan(frameworkId: FrameworkId, role: string, agentId: AgentId, resources?: Resources): void;
  /** Names of the verbs it has been told, with their first argument. */
  readonly told: string[];
  readonly active: Set<AgentId>;
}

export function plainAllocator(): PlainAllocator {
  const agents = new Map<AgentId, { total: Resources; held: Resources }>();
  const frameworks = new Set<FrameworkId>();
  const active = new Set<AgentId>();
  const told: string[] = [];
  let planned: AllocatorOffer[] = [];

  const on = (verb: string, id: AgentId, change: (agent: { total: Resources; held: Resources }) => void): Result<void> => {
    told.push(`${verb} ${id}`);
    const agent = agents.get(id);
    if (agent === undefined) return err(`${verb}: no agent ${id}`);
    change(agent);
    return ok(undefined);
  };
  const known = (verb: string, id: FrameworkId): Result<void> => {
    told.push(`${verb} ${id}`);
    return frameworks.has(id) ? ok(undefined) : err(`${verb}: no framework ${id}`);
  };
  const sumOf = (used: ReadonlyMap<unknown, Resources>): Resources =>
    [...used.values()].reduce((all, one) => add(all, unallocate(one)), NO_RESOURCES);

  const plain = {
    told,
    active,
    plan(frameworkId: FrameworkId, role: string, agentId: AgentId, resources?: Resources): void {
      const free = resources ?? plain.available(agentId) ?? NO_RESOURCES;
      planned.push({ frameworkId, role: role as Role, agentId, resources: allocate(free, role) });
    },
    addAgent({ id }: AddedAgent, total: Resources, used: ReadonlyMap<FrameworkId, Resources>): Result<void> {
      told.push(`addAgent ${id}`);
      if (agents.has(id)) return err(`agent ${id} is there already`);
      agents.set(id, { total, held: sumOf(used) });
      active.add(id);
      return ok(undefined);
    },
    updateAgent: (id: AgentId, _info: unknown, total?: Resources) =>
      on("updateAgent", id, (agent) => void (agent.total = total ?? agent.total)),
    removeAgent: (id: AgentId) => on("removeAgent", id, () => void (agents.delete(id), active.delete(id))),
    activateAgent: (id: AgentId) => on("activateAgent", id, () => void active.add(id)),
    deactivateAgent: (id: AgentId) => on("deactivateAgent", id, () => void active.delete(id)),
    addResourceProvider: (id: AgentId, total: Resources, used: ReadonlyMap<FrameworkId, Resources>) =>
      on("addResourceProvider", id, (agent) => {
        agent.total = add(agent.total, total);
        agent.held = add(agent.held, sumOf(used));
      }),
    addFramework(id: FrameworkId): Result<void> {
      told.push(`addFramework ${id}`);
      if (frameworks.has(id)) return err(`framework ${id} is there already`);
      frameworks.add(id);
      return ok(undefined);
    },
    updateFramework: (id: FrameworkId) => known("updateFramework", id),
    removeFramework: (id: FrameworkId) => (frameworks.delete(id) ? ok(undefined) : err(`no framework ${id}`)),
    activateFramework: (id: FrameworkId) => known("activateFramework", id),
    deactivateFramework: (id: FrameworkId) => known("deactivateFramework", id),
    recoverResources(_framework: FrameworkId, id: AgentId, resources: Resources): Result<void> {
      const agent = agents.get(id);
      const free = unallocate(resources);
      if (agent === undefined) return ok(undefined);
      if (!contains(agent.held, free)) return err(`agent ${id} does not hold what is given back`);
      agent.held = subtract(agent.held, free);
      return ok(undefined);
    },
    transitionOfferedToAllocated: () => ok(undefined),
    updateAllocation: (_framework: FrameworkId, id: AgentId, _offered: Resources, conversions: readonly ResourceConversion[]) =>
      on("updateAllocation", id, (agent) => {
        for (const { consumed, converted } of conversions) {
          agent.total = add(subtract(agent.total, unallocate(consumed)), unallocate(converted));
          agent.held = add(subtract(agent.held, unallocate(consumed)), unallocate(converted));
        }
      }),
    updateInverseOffer: () => ok(undefined),
    inverseOfferStatuses: () => [],
    validateConstraints: () => ok(undefined),
    suppressRoles: () => ok(undefined),
    reviveRoles: () => ok(undefined),
    updateWeights: () => ok(undefined),
    updateQuota: () => ok(undefined),
    recover: (expected: number) => (told.push(`recover ${expected}`), ok(undefined)),
    tick: () => {},
    expire: () => {},
    nextDeadlineMs: () => undefined,
    wantsCycle: () => planned.length > 0,
    beginCycle: () => ({ cycle: 0 }) as CycleJob,
    finishCycle(): FinishedCycle {
      const offers = planned;
      planned = [];
      for (const { agentId, resources } of offers) {
        const agent = agents.get(agentId)!;
        agent.held = add(agent.held, unallocate(resources));
      }
      return { offers, inverseOffers: [], dropped: 0 };
    },
    available(id: AgentId): Resources | undefined {
      const agent = agents.get(id);
      return agent === undefined ? undefined : subtract(agent.total, agent.held);
    },
  };
  return plain as unknown as PlainAllocator;
}
