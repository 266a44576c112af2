/** What the master says of agents. */
import type { AgentCapabilities } from "../../model/capability.ts";
import { equalAttributes } from "../../model/attribute.ts";
import type { AgentInfo, DomainInfo, Offer_Operation, Unavailability } from "../../model/gen/mesos.ts";
import type { AgentId, FrameworkId } from "../../model/id.ts";
import { applyOperation } from "../../model/operation.ts";
import { equals, toResources } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { Agent } from "../agent.ts";
import type { AddedAgent } from "../allocator.ts";
import type { Bundle } from "../bundle.ts";
import type { State } from "../state.ts";
import { splitUse } from "../use.ts";
import type { Use } from "../use.ts";
import { countTasks, discountTasks } from "./resources.ts";

/** Where agents listen unless they say otherwise. */
const DEFAULT_PORT = 5051;

export function addAgent(
  state: State, added: AddedAgent, total: Resources, used: ReadonlyMap<FrameworkId, Resources>,
): Result<void> {
  if (state.agents.has(added.id)) return err(`Agent ${added.id} is known already: update it instead`);
  const uses = splitUse(state, used);
  if (!uses.ok) return uses;
  const bundle = state.bundles.of(total);
  const agent = new Agent(added.id, state.newAgentIndex(), added.info, added.capabilities, bundle);
  state.enter(agent);
  state.setMaintenance(agent, maintenanceOf(added.unavailability));
  state.countTotal(bundle, 1);
  state.revocableAvailable.add(agent.available.revocable);
  state.writeAgent(agent);
  holdUses(state, agent, uses.value, true);
  endPause(state);
  state.want(agent);
  return ok(undefined);
}

/** Frameworks the allocator does not know yet are remembered: their resources are not available either. */
function holdUses(state: State, agent: Agent, uses: readonly Use[], areTasks: boolean): void {
  for (const { holder, role, bundle } of uses) {
    const framework = state.frameworks.get(holder as FrameworkId);
    if (framework === undefined) {
      agent.ghosts ??= new Map();
      const ghosts = agent.ghosts.get(holder as FrameworkId) ?? [];
      agent.ghosts.set(holder as FrameworkId, [...ghosts, { role, bundle }]);
    } else {
      state.hold(agent, state.client(framework, role), bundle);
      if (areTasks) countTasks(state, agent, role, bundle);
    }
  }
  if (uses.length > 0) state.refreshAvailable(agent);
}

/** Enough agents are back after a failover (ALC-22). */
function endPause(state: State): void {
  if (!state.isPaused || state.expectedAgents === undefined || state.agents.size < state.expectedAgents) return;
  state.expectedAgents = undefined;
  state.isPaused = false;
}

export function updateAgent(
  state: State, id: AgentId, info: AgentInfo, total?: Resources, capabilities?: AgentCapabilities,
): Result<void> {
  const agent = state.agents.get(id);
  if (agent === undefined) return unknownAgent(id);
  let isChanged = false;
  if (!equalAttributes(info.attributes ?? [], agent.info.attributes ?? [])) {
    isChanged = true;
    removeFilters(state, agent);
  }
  if (!sameInfo(info, agent.info)) {
    isChanged = true;
    agent.info = info;
  }
  if (capabilities !== undefined) {
    const before = agent.capabilities;
    isChanged ||= capabilities.size !== before.size || [...capabilities].some((one) => !before.has(one));
    agent.capabilities = capabilities;
  }
  if (total !== undefined && setTotal(state, agent, state.bundles.of(total))) isChanged = true;
  state.writeAgent(agent);
  if (isChanged) state.want(agent);
  return ok(undefined);
}

/** The same agent as far as Mesos looks: the order of attributes and resources does not count. */
function sameInfo(left: AgentInfo, right: AgentInfo): boolean {
  return (
    left.hostname === right.hostname &&
    (left.port ?? DEFAULT_PORT) === (right.port ?? DEFAULT_PORT) &&
    (left.checkpoint ?? false) === (right.checkpoint ?? false) &&
    equalAttributes(left.attributes ?? [], right.attributes ?? []) &&
    sameDomain(left.domain?.fault_domain, right.domain?.fault_domain) &&
    equals(toResources(left.resources), toResources(right.resources))
  );
}

function sameDomain(left: DomainInfo["fault_domain"], right: DomainInfo["fault_domain"]): boolean {
  return left?.region.name === right?.region.name && left?.zone.name === right?.zone.name;
}

/** All refusals of the agent are forgotten: what was refused may be quite another thing now (OFR-18). */
function removeFilters(state: State, agent: Agent): void {
  state.filters.removeOfAgent(agent);
  for (const framework of state.frameworks.values()) framework.inverseFilters.delete(agent.id);
}

/** Gives the agent another total; says whether it is another one. */
export function setTotal(state: State, agent: Agent, total: Bundle): boolean {
  const old = agent.total;
  if (old.equals(total)) return false;
  state.countTotal(total, 1);
  state.countTotal(old, -1);
  agent.total = total;
  state.refreshAvailable(agent);
  state.writeAgent(agent);
  return true;
}

export function removeAgent(state: State, id: AgentId): Result<void> {
  const agent = state.agents.get(id);
  if (agent === undefined) return unknownAgent(id);
  for (const [role, tally] of agent.tasks ?? []) discountTasks(state, role, tally);
  agent.tasks = undefined;
  for (const { client, bundle } of [...agent.holdings()]) state.giveBack(agent, client, bundle);
  state.countTotal(agent.total, -1);
  state.revocableAvailable.subtract(agent.available.revocable);
  state.filters.forget(agent);
  for (const framework of state.frameworks.values()) framework.inverseFilters.delete(id);
  state.markAgent(agent);
  state.leave(agent);
  return ok(undefined);
}

export function setAgentActive(state: State, id: AgentId, isActive: boolean): Result<void> {
  const agent = state.agents.get(id);
  if (agent === undefined) return unknownAgent(id);
  agent.isActive = isActive;
  state.markAgent(agent);
  return ok(undefined);
}

export function addResourceProvider(
  state: State, id: AgentId, total: Resources, used: ReadonlyMap<FrameworkId, Resources>,
): Result<void> {
  const agent = state.agents.get(id);
  if (agent === undefined) return unknownAgent(id);
  const uses = splitUse(state, used);
  if (!uses.ok) return uses;
  setTotal(state, agent, agent.total.plus(state.bundles.of(total)));
  // A framework that is not known never holds parts of a provider: the master adds it before.
  holdUses(state, agent, uses.value.filter(({ holder }) => state.frameworks.has(holder as FrameworkId)), false);
  return ok(undefined);
}

/** An operator's operations: they need what is not offered or used, and change the total (ALC-46). */
export function updateAvailable(state: State, id: AgentId, operations: readonly Offer_Operation[]): Result<void> {
  const agent = state.agents.get(id);
  if (agent === undefined) return unknownAgent(id);
  let available = agent.available.resources;
  let total = agent.total.resources;
  for (const operation of operations) {
    const next = applyOperation(available, operation);
    if (!next.ok) return next;
    available = next.value;
    const nextTotal = applyOperation(total, operation);
    if (!nextTotal.ok) return nextTotal;
    total = nextTotal.value;
  }
  setTotal(state, agent, state.bundles.of(total));
  return ok(undefined);
}

export function updateUnavailability(state: State, id: AgentId, unavailability?: Unavailability): Result<void> {
  const agent = state.agents.get(id);
  if (agent === undefined) return unknownAgent(id);
  for (const framework of state.frameworks.values()) framework.inverseFilters.delete(id);
  state.setMaintenance(agent, maintenanceOf(unavailability));
  state.want(agent);
  return ok(undefined);
}

function maintenanceOf(unavailability: Unavailability | undefined): Agent["maintenance"] {
  return unavailability && { unavailability, statuses: new Map(), outstanding: new Set() };
}

export function unknownAgent(id: AgentId): { readonly ok: false; readonly error: string } {
  return err(`Agent ${id} is not known: add it first`);
}
