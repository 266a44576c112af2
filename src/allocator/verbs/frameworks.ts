/** What the master says of frameworks. */
import type { AgentId, FrameworkId, Role } from "../../model/id.ts";
import { CONSTRAINTS_MAX_MEMORY_BYTES, CONSTRAINTS_MAX_PROGRAM_SIZE } from "../../model/limits.ts";
import type { OfferConstraints } from "../../model/gen/scheduler.ts";
import type { Resources } from "../../model/resources.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import type { FrameworkSettings } from "../allocator.ts";
import { Framework } from "../client.ts";
import type { Client } from "../client.ts";
import { compileConstraints } from "../constraints.ts";
import type { Constraints } from "../constraints.ts";
import type { State } from "../state.ts";
import { splitUse } from "../use.ts";
import { countTasks } from "./resources.ts";

export function constraintsOf(state: State, constraints: OfferConstraints | undefined): Result<Constraints> {
  return compileConstraints(constraints, {
    maxProgramSize: state.options.constraintsMaxProgramSize ?? CONSTRAINTS_MAX_PROGRAM_SIZE,
    maxMemoryBytes: state.options.constraintsMaxMemoryBytes ?? CONSTRAINTS_MAX_MEMORY_BYTES,
  });
}

export function addFramework(
  state: State, id: FrameworkId, settings: FrameworkSettings, used: ReadonlyMap<AgentId, Resources>, isActive: boolean,
): Result<void> {
  if (state.frameworks.has(id)) return err(`Framework ${id} is known already: update it instead`);
  const constraints = constraintsOf(state, settings.offerConstraints);
  if (!constraints.ok) return constraints;
  const uses = splitUse(state, used);
  if (!uses.ok) return uses;
  const framework = new Framework(id, settings, constraints.value);
  framework.isActive = isActive;
  state.frameworks.set(id, framework);
  for (const role of framework.roles) state.client(framework, role);
  for (const { holder, role, bundle } of uses.value) {
    const agent = state.agents.get(holder as AgentId);
    // What it uses on agents that are not here yet is counted when they come.
    if (agent === undefined) continue;
    agent.ghosts?.delete(id);
    state.hold(agent, state.client(framework, role), bundle);
    countTasks(state, agent, role, bundle);
    state.refreshAvailable(agent);
  }
  activateClients(state, framework);
  if (isActive) state.want();
  return ok(undefined);
}

/** A client takes part in runs while its framework is active, subscribed to the role and has not suppressed it. */
function activateClients(state: State, framework: Framework): void {
  for (const [role, client] of framework.clients) {
    const isWanted = framework.roles.has(role as Role) && !framework.suppressed.has(role as Role);
    state.setActive(client, framework.isActive && isWanted);
  }
}

export function updateFramework(state: State, id: FrameworkId, settings: FrameworkSettings): Result<void> {
  const framework = state.frameworks.get(id);
  if (framework === undefined) return unknownFramework(id);
  const constraints = constraintsOf(state, settings.offerConstraints);
  if (!constraints.ok) return constraints;
  const before = { roles: framework.roles, suppressed: framework.suppressed };
  const updated = new Framework(id, settings, constraints.value);
  framework.settings = settings;
  framework.roles = updated.roles;
  framework.suppressed = updated.suppressed;
  framework.capabilities = updated.capabilities;
  framework.minAllocatable = updated.minAllocatable;
  framework.constraints = updated.constraints;
  for (const role of framework.roles) state.client(framework, role);
  for (const [role, client] of [...framework.clients]) {
    const name = role as Role;
    if (!framework.roles.has(name)) {
      if (before.roles.has(name)) state.filters.removeOfClient(client);
      state.tryForget(client);
      continue;
    }
    state.writeClient(client);
    if (before.suppressed.has(name) && !framework.suppressed.has(name)) state.filters.removeOfClient(client);
  }
  // An update always counts as a revival, of no role perhaps.
  framework.inverseFilters.clear();
  activateClients(state, framework);
  return ok(undefined);
}

export function removeFramework(state: State, id: FrameworkId): Result<void> {
  const framework = state.frameworks.get(id);
  if (framework === undefined) return unknownFramework(id);
  const clients = new Set(framework.clients.values());
  if ([...clients].some((client) => client.held > 0)) freeAll(state, clients);
  framework.roles = new Set();
  for (const client of [...framework.clients.values()]) state.tryForget(client);
  state.frameworks.delete(id);
  return ok(undefined);
}

function freeAll(state: State, clients: ReadonlySet<Client>): void {
  for (const agent of state.agents.values()) {
    const held = [...agent.holdings()].filter(({ client }) => clients.has(client));
    if (held.length === 0) continue;
    for (const { client, bundle } of held) state.giveBack(agent, client, bundle);
    state.refreshAvailable(agent);
  }
}

export function setFrameworkActive(state: State, id: FrameworkId, isActive: boolean): Result<void> {
  const framework = state.frameworks.get(id);
  if (framework === undefined) return unknownFramework(id);
  framework.isActive = isActive;
  activateClients(state, framework);
  if (isActive) {
    state.want();
  } else {
    for (const client of framework.clients.values()) state.filters.removeOfClient(client);
    framework.inverseFilters.clear();
  }
  return ok(undefined);
}

export function suppressRoles(state: State, id: FrameworkId, roles: ReadonlySet<Role>): Result<void> {
  const chosen = chosenRoles(state, id, roles);
  if (!chosen.ok) return chosen;
  const { framework, names } = chosen.value;
  framework.suppressed = new Set([...framework.suppressed, ...names]);
  activateClients(state, framework);
  return ok(undefined);
}

export function reviveRoles(state: State, id: FrameworkId, roles: ReadonlySet<Role>): Result<void> {
  const chosen = chosenRoles(state, id, roles);
  if (!chosen.ok) return chosen;
  const { framework, names } = chosen.value;
  framework.inverseFilters.clear();
  for (const name of names) state.filters.removeOfClient(framework.clients.get(name)!);
  framework.suppressed = new Set([...framework.suppressed].filter((role) => !names.has(role)));
  activateClients(state, framework);
  state.want();
  return ok(undefined);
}

interface Chosen {
  readonly framework: Framework;
  readonly names: ReadonlySet<Role>;
}

function chosenRoles(state: State, id: FrameworkId, roles: ReadonlySet<Role>): Result<Chosen> {
  const framework = state.frameworks.get(id);
  if (framework === undefined) return unknownFramework(id);
  for (const role of roles) {
    if (!framework.roles.has(role)) return err(`Framework ${id} is not subscribed to role '${role}'`);
  }
  return ok({ framework, names: roles.size === 0 ? framework.roles : roles });
}

function unknownFramework(id: FrameworkId): { readonly ok: false; readonly error: string } {
  return err(`Framework ${id} is not known: add it first`);
}
