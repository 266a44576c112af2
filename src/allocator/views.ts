/** What can be read of the allocator. */
import type { AgentId, FrameworkId, Role } from "../model/id.ts";
import { toMilli } from "../model/scalar.ts";
import { quantitiesOfAmounts } from "../model/quantities.ts";
import type { Amounts, Quantities } from "../model/quantities.ts";
import type { Allocator, RoleUse } from "./allocator.ts";
import type { Client } from "./client.ts";
import { consumedBy } from "./snapshot.ts";
import { ROOT } from "./entities.ts";
import { Tally } from "./quantity.ts";
import { compareBytes } from "./ranks.ts";
import type { RoleNode } from "./roles.ts";
import type { State } from "./state.ts";

type Views = Pick<
  Allocator, "roles" | "role" | "order" | "available" | "totals" | "runs" | "excludedByConstraints" | "checksum"
>;

export function viewsOf(state: State): Views {
  return {
    roles: () => new Map([...state.roles.byName.values()].map((role) => [role.name, useOf(state, role)])),
    role: (name) => {
      const role = state.roles.get(name);
      return role && useOf(state, role);
    },
    order: () => orderOf(state),
    available: (id) => state.agents.get(id)?.available.resources,
    totals: () => ({
      total: quantities(state, (kind) => state.total.get(kind)),
      offeredOrAllocated: quantities(state, (kind) => state.entities.totalOf(ROOT, kind)),
    }),
    runs: () => state.runs,
    excludedByConstraints: (id) => excludedBy(state, id),
    checksum: () => checksum(state),
  };
}

function useOf(state: State, role: RoleNode): RoleUse {
  const subtree = [...state.roles.subtree(role)];
  const sum = (pick: (node: RoleNode) => Tally): Tally => {
    const tally = new Tally();
    for (const node of subtree) tally.addTally(pick(node));
    return tally;
  };
  const tasks = sum((node) => node.usedByTasks);
  tasks.addTally(role.reserved);
  const used = sum((node) => node.reservedUse);
  const offeredOrConsumed = consumedBy(state, role);
  let filters = 0;
  for (const client of role.clients) filters += state.filters.countOf(client);
  return {
    consumed: amounts(state, (kind) => tasks.get(kind)),
    offeredOrConsumed: amounts(state, (kind) => offeredOrConsumed.get(kind)),
    offeredOrAllocated: amounts(state, (kind) => (role.node < 0 ? 0 : state.entities.totalOf(role.node, kind))),
    reserved: amounts(state, (kind) => role.reserved.get(kind)),
    reservedInUse: amounts(state, (kind) => used.get(kind)),
    dominantShare: role.node < 0 ? 0 : shareOf(state, role.node, 1),
    weight: state.roles.weightOf(role),
    quota: role.quota,
    filters,
  };
}

/** The same order the kernel makes, over the live columns. */
function orderOf(state: State): ReturnType<Allocator["order"]> {
  const roles: Role[] = [];
  const frameworks = new Map<Role, readonly FrameworkId[]>();
  const visit = (node: RoleNode): void => {
    const nodes: { entity: number; weight: number; name: string; enter: () => void }[] = [];
    for (const child of node.children.values()) {
      if (child.node < 0) continue;
      const enter = child.leaf === child.node ? () => leaf(child) : () => visit(child);
      nodes.push({ entity: child.node, weight: state.roles.weightOf(child), name: child.baseName, enter });
    }
    if (node.leaf >= 0 && node.leaf !== node.node) {
      nodes.push({ entity: node.leaf, weight: 1, name: ".", enter: () => leaf(node) });
    }
    for (const { enter } of sorted(state, nodes)) enter();
  };
  const leaf = (role: RoleNode): void => {
    roles.push(role.name);
    const clients = [...role.clients]
      .filter((client: Client) => client.isActive)
      .map((client) => ({ entity: client.entity, weight: 1, name: client.framework.id as string }));
    frameworks.set(role.name, sorted(state, clients).map(({ name }) => name as FrameworkId));
  };
  visit(state.roles.root);
  return { roles, frameworks };
}

function sorted<T extends { entity: number; weight: number; name: string }>(state: State, list: readonly T[]): T[] {
  return list.toSorted(
    (a, b) =>
      shareOf(state, a.entity, a.weight) - shareOf(state, b.entity, b.weight) ||
      state.entities.grantsOf(a.entity) - state.entities.grantsOf(b.entity) ||
      compareBytes(a.name, b.name),
  );
}

function shareOf(state: State, entity: number, weight: number): number {
  let share = 0;
  const excluded = state.options.excludedNames ?? [];
  state.bundles.kinds.names.forEach((name, kind) => {
    const total = state.total.get(kind);
    if (total > 0 && !excluded.includes(name)) share = Math.max(share, state.entities.totalOf(entity, kind) / total);
  });
  return share / weight;
}

function excludedBy(state: State, id: FrameworkId): ReadonlyMap<Role, readonly AgentId[]> {
  const result = new Map<Role, readonly AgentId[]>();
  const framework = state.frameworks.get(id);
  for (const role of framework?.roles ?? []) {
    const admits = framework!.constraints.get(role);
    const agents = admits === undefined ? [] : [...state.agents.values()].filter((agent) => !admits(agent.info));
    result.set(role, agents.map((agent) => agent.id));
  }
  return result;
}

function quantities(state: State, of: (kind: number) => number): Quantities {
  return quantitiesOfAmounts(amounts(state, of));
}

function amounts(state: State, of: (kind: number) => number): Amounts {
  const result = new Map<string, number>();
  state.bundles.kinds.names.forEach((name, kind) => {
    const amount = of(kind);
    if (toMilli(amount) > 0) result.set(name, amount);
  });
  return result;
}

/** FNV over totals, grants, what agents have left, filters and candidates. */
function checksum(state: State): number {
  let hash = 0x811c9dc5;
  const mix = (value: number | string): void => {
    const text = String(value);
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 10, 0x01000193);
  };
  const kinds = state.bundles.kinds.names;
  const byName = kinds.map((name, kind) => ({ name, kind })).sort((a, b) => compareBytes(a.name, b.name));
  const mixTotals = (of: (kind: number) => number): void => {
    for (const { name, kind } of byName) if (of(kind) !== 0) mix(`${name}${of(kind)}`);
  };
  for (const id of [...state.frameworks.keys()].sort(compareBytes)) {
    const framework = state.frameworks.get(id)!;
    mix(`${id} ${framework.isActive} ${[...framework.suppressed].sort().join()}`);
    for (const name of [...framework.clients.keys()].sort(compareBytes)) {
      const client = framework.clients.get(name)!;
      mix(`${name} ${client.isActive} ${state.entities.grantsOf(client.entity)} ${state.filters.countOf(client)}`);
      mixTotals((kind) => state.entities.totalOf(client.entity, kind));
    }
  }
  for (const id of [...state.agents.keys()].sort(compareBytes)) {
    const agent = state.agents.get(id)!;
    mix(`${id} ${agent.isActive} ${agent.needs} ${agent.maintenance?.outstanding.size}`);
    mix(JSON.stringify(agent.total.resources));
    mix(JSON.stringify(agent.available.resources));
  }
  for (const name of [...state.roles.byName.keys()].sort(compareBytes)) {
    const role = state.roles.get(name)!;
    const { guarantees, limits } = role.quota;
    mix(`${name} ${state.roles.weightOf(role)} ${JSON.stringify([[...guarantees], [...limits]])}`);
    for (const tally of [role.reserved, role.unreservedUse, role.reservedUse, role.usedByTasks]) {
      mixTotals((kind) => tally.get(kind));
    }
  }
  mix(`${state.isPaused} ${state.isRunWanted} ${state.expectedAgents}`);
  mix([...(state.whitelist ?? ["*"])].sort().join());
  return hash >>> 0;
}
