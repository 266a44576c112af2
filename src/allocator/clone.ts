/** A second allocator in the same state, sharing nothing that changes: what looking ahead is done with. */
import { Agent } from "./agent.ts";
import { Framework } from "./client.ts";
import type { Client } from "./client.ts";
import { State } from "./state.ts";
import type { RoleNode } from "./roles.ts";

export function cloneState(original: State): State {
  const copy = new State(original.options, original.module);
  for (const name of original.bundles.kinds.names) copy.bundles.kinds.number(name);
  copyRoles(original, copy);
  for (const framework of original.frameworks.values()) copyFramework(copy, framework);
  for (const agent of original.agents.values()) copyAgent(original, copy, agent);
  for (const framework of original.frameworks.values()) copyClients(original, copy, framework);
  for (const role of original.roles.byName.values()) copyNode(original, copy, role);
  original.filters.forEach((agentIndex, bit, refused, untilMs, era) => {
    const agent = original.agentAt[agentIndex];
    const client = original.clientAt[bit];
    if (agent === undefined || client === undefined) return;
    const refusing = copy.frameworks.get(client.framework.id)?.clients.get(client.role.name);
    if (refusing === undefined) return;
    copy.filters.add(copy.agents.get(agent.id)!, refusing, copy.bundles.of(refused.resources), untilMs, era);
  });
  copy.whitelist = original.whitelist;
  copy.isEveryoneCandidate = original.isEveryoneCandidate;
  for (const { id } of original.candidates) copy.candidates.add(copy.agents.get(id)!);
  copy.isRunWanted = original.isRunWanted;
  copy.isPaused = original.isPaused;
  copy.runs = original.runs;
  copy.expectedAgents = original.expectedAgents;
  copy.era = original.era;
  copy.nextTickMs = original.nextTickMs;
  copy.recoveryDeadlineMs = original.recoveryDeadlineMs;
  copy.recoveryEra = original.recoveryEra;
  return copy;
}

function copyRoles(original: State, copy: State): void {
  for (const [name, weight] of original.roles.weights) copy.roles.weights.set(name, weight);
  for (const role of original.roles.byName.values()) {
    const twin = copy.roles.track(role.name);
    twin.weight = role.weight;
    twin.quota = role.quota;
  }
  for (const role of original.quotaRoles) copy.quotaRoles.add(copy.roles.get(role.name)!);
}

function copyFramework(copy: State, framework: Framework): void {
  const twin: Framework = Object.assign(Object.create(Framework.prototype) as Framework, framework, {
    clients: new Map<string, Client>(),
    inverseFilters: new Map([...framework.inverseFilters].map(([id, untilMs]) => [id, [...untilMs]])),
  });
  copy.frameworks.set(framework.id, twin);
  for (const [role, client] of framework.clients) copy.setActive(copy.client(twin, role), client.isActive);
}

function copyAgent(original: State, copy: State, agent: Agent): void {
  const total = copy.bundles.of(agent.total.resources);
  const twin = new Agent(agent.id, copy.newAgentIndex(), agent.info, agent.capabilities, total);
  copy.agentAt[twin.index] = twin;
  copy.agents.set(agent.id, twin);
  twin.isActive = agent.isActive;
  const { maintenance } = agent;
  twin.maintenance = maintenance && {
    ...maintenance, statuses: new Map(maintenance.statuses), outstanding: new Set(maintenance.outstanding),
  };
  copy.countTotal(total, 1);
  copy.revocableAvailable.add(twin.available.revocable);
  copy.writeAgent(twin);
  for (const [id, ghosts] of agent.ghosts ?? []) {
    twin.ghosts ??= new Map();
    twin.ghosts.set(id, ghosts.map(({ role, bundle }) => ({ role, bundle: copy.bundles.of(bundle.resources) })));
  }
  for (const { client, bundle } of [...agent.holdings()].reverse()) {
    const holder = copy.frameworks.get(client.framework.id)!.clients.get(client.role.name)!;
    copy.hold(twin, holder, copy.bundles.of(bundle.resources));
  }
  for (const [role, tally] of agent.tasks ?? []) {
    twin.tasks ??= new Map();
    twin.tasks.set(role, tally.clone());
    const vector = tally.vector();
    if (original.roles.get(role) !== undefined) copy.roles.get(role)!.usedByTasks.add(vector);
  }
  copy.refreshAvailable(twin);
}

function copyClients(original: State, copy: State, framework: Framework): void {
  for (const [role, client] of framework.clients) {
    const twin = copy.frameworks.get(framework.id)!.clients.get(role)!;
    copyEntity(original, copy, client.entity, twin.entity);
  }
}

function copyNode(original: State, copy: State, role: RoleNode): void {
  const twin = copy.roles.get(role.name)!;
  if (role.node < 0) return;
  copyEntity(original, copy, role.node, twin.node);
  if (role.leaf >= 0) copyEntity(original, copy, role.leaf, twin.leaf);
  twin.isWeightKnown = role.isWeightKnown;
  if (role.isWeightKnown) copy.entities.setWeight(twin.node, original.entities.weightOf(role.node));
}

/** Totals, too: they may have digits that adding up the holdings would not give. */
function copyEntity(original: State, copy: State, from: number, to: number): void {
  copy.entities.setGrants(to, original.entities.grantsOf(from));
  for (let kind = 0; kind < original.bundles.kinds.names.length; kind++) {
    copy.entities.setTotal(to, kind, original.entities.totalOf(from, kind));
  }
}
