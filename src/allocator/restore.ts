/** A second allocator in the state of an image (image.ts), sharing nothing that changes with the one it was taken of. */
import { SmallMap } from "../model/small-map.ts";
import { Agent } from "./agent.ts";
import type { AllocatorOptions } from "./allocator.ts";
import { Framework } from "./client.ts";
import type { Client } from "./client.ts";
import type { Constraints } from "./constraints.ts";
import type { AgentImage, AllocatorImage, FrameworkImage, HandledImage } from "./image.ts";
import { Tally } from "./quantity.ts";
import { State } from "./state.ts";

/** `constraintsOf`: compiled ones of a framework. Not of an image that was taken while a cycle ran. */
export function restoreState(
  image: AllocatorImage, options: AllocatorOptions, module: WebAssembly.Module,
  constraintsOf: (framework: FrameworkImage, state: State) => Constraints,
): State {
  if (image.isRunning) throw new Error("the image was taken while a cycle ran: its rows are not in it");
  const state = new State(options, module);
  for (const name of image.kinds) state.bundles.kinds.number(name);
  for (const name of image.counted) state.bundles.counted.add(name);
  restoreNumbers(state, image.handled);
  state.bundles.know(image.handled.lists);
  restoreRoles(state, image);
  for (const framework of image.frameworks) restoreFramework(state, framework, constraintsOf(framework, state));
  const clients = image.frameworks.map(({ id }) => state.frameworks.get(id)!.clients);
  for (const agent of image.agents) restoreAgent(state, agent, clients);
  image.frameworks.forEach((framework, place) => {
    for (const { role, entity } of framework.clients) setEntity(state, clients[place]!.get(role)!.entity, entity);
  });
  restoreNodes(state, image);
  restoreFilters(state, image, clients);
  // Without those in use that had been forgotten.
  state.bundles.know(image.handled.lists);
  state.whitelist = image.whitelist;
  const agents = [...state.agents.values()];
  for (const place of image.candidates) state.candidates.add(agents[place]!);
  const { isEveryoneCandidate, isRunWanted, isPaused, runs, cycle, expectedAgents, era, nextTickMs } = image;
  const { recoveryDeadlineMs, recoveryEra } = image;
  Object.assign(state, {
    isEveryoneCandidate, isRunWanted, isPaused, runs, cycle, expectedAgents, era, nextTickMs, recoveryDeadlineMs, recoveryEra,
    compactAt: image.handled.compactAt, settledAt: image.isSettled ? state.touches : -1,
  } satisfies Partial<State>);
  return state;
}

function restoreNumbers({ bundles, roles }: State, { identities, items, roles: names }: HandledImage): void {
  for (const identity of identities) bundles.identities.number(identity);
  for (const item of items) bundles.items.number(item);
  for (const name of names) roles.number(name);
}

function restoreRoles(state: State, { weights, roles, quotaRoles }: AllocatorImage): void {
  for (const [name, weight] of weights) state.roles.weights.set(name, weight);
  for (const { name, weight, quota } of roles) {
    const role = state.roles.track(name);
    role.weight = weight;
    role.quota = quota;
  }
  for (const name of quotaRoles) state.quotaRoles.add(state.roles.get(name)!);
}

function restoreFramework(state: State, image: FrameworkImage, constraints: Constraints): void {
  const framework = new Framework(image.id, image.settings, constraints);
  framework.suppressed = image.suppressed;
  framework.isActive = image.isActive;
  for (const [agent, untilMs] of image.inverseFilters) framework.inverseFilters.set(agent, [...untilMs]);
  state.frameworks.set(image.id, framework);
  for (const { role, isActive } of image.clients) state.setActive(state.client(framework, role), isActive);
}

function restoreAgent(state: State, image: AgentImage, clients: readonly ReadonlyMap<string, Client>[]): void {
  const { bundles } = state;
  const total = bundles.exactly(image.total);
  const agent = new Agent(image.id, state.newAgentIndex(), image.info, image.capabilities, total);
  state.enter(agent);
  agent.isActive = image.isActive;
  const { maintenance } = image;
  state.setMaintenance(agent, maintenance && {
    ...maintenance, statuses: new Map(maintenance.statuses), outstanding: new Set(maintenance.outstanding),
  });
  state.countTotal(total, 1);
  state.revocableAvailable.add(agent.available.revocable);
  state.writeAgent(agent);
  for (const [holder, role, resources] of image.ghosts) {
    agent.ghosts ??= new Map();
    const list = agent.ghosts.get(holder) ?? [];
    agent.ghosts.set(holder, [...list, { role, bundle: bundles.exactly(resources) }]);
  }
  for (let i = image.held.length - 1; i >= 0; i--) {
    const [place, role, resources] = image.held[i]!;
    state.hold(agent, clients[place]!.get(role)!, bundles.exactly(resources));
  }
  for (const [role, values] of image.tasks) {
    const tally = new Tally();
    tally.values.push(...values);
    agent.tasks ??= new SmallMap();
    agent.tasks.set(role, tally);
    state.roles.get(role)?.usedByTasks.add(tally.vector());
  }
  state.setAvailable(agent, bundles.exactly(image.available));
}

/** After everything that charges them: their totals may have digits that adding up the holdings would not give. */
function restoreNodes(state: State, { roles, root }: AllocatorImage): void {
  for (const { name, node, leaf, knownWeight } of roles) {
    const role = state.roles.get(name)!;
    if (node !== undefined) setEntity(state, role.node, node);
    if (leaf !== undefined) setEntity(state, role.leaf, leaf);
    role.isWeightKnown = knownWeight !== undefined;
    if (knownWeight !== undefined) state.entities.setWeight(role.node, knownWeight);
  }
  setEntity(state, state.roles.root.node, root);
}

function setEntity({ entities }: State, entity: number, [grants, ...totals]: readonly number[]): void {
  entities.setGrants(entity, grants!);
  totals.forEach((total, kind) => entities.setTotal(entity, kind, total));
}

function restoreFilters(state: State, { filters, moments }: AllocatorImage, clients: readonly ReadonlyMap<string, Client>[]): void {
  const agents = [...state.agents.values()];
  const byMoment = moments.map((): number[] => []);
  filters.moments.forEach((moment, i) => byMoment[moment]!.push(i));
  moments.forEach(([untilMs, era], moment) => {
    // Also one that nothing is due at any more: a deadline may be armed for it.
    state.filters.expect(untilMs, era);
    for (const i of byMoment[moment]!) {
      const client = clients[filters.frameworks[i]!]!.get(filters.roles[i]!)!;
      state.filters.add(agents[filters.agents[i]!]!, client, state.bundles.exactly(filters.refused[i]!), untilMs, era);
    }
  });
}
