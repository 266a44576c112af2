/**
 * Who uses how much, by role: what is allocated and offered to it and to the roles below it, and what is reserved for
 * them. Added up when somebody looks, out of sums that each agent and framework keeps, so it is quick in a large
 * cluster, too.
 */
import type { FrameworkId, Role } from "../model/id.ts";
import { NO_QUANTITIES, addQuantities, milliCount, quantitiesOf, subtractQuantities } from "../model/quantities.ts";
import type { Quantities } from "../model/quantities.ts";
import { isReserved, roleOf } from "../model/reservation.ts";
import { isShared } from "../model/resource.ts";
import { sum, withoutCopies } from "../model/resources.ts";
import type { Resources } from "../model/resources.ts";
import { ancestorsOf } from "../model/role.ts";
import { byAllocation, byReservation } from "../model/select.ts";
import type { Master } from "./master.ts";
import type { Agent } from "./state/agent.ts";

/** Amounts of a role and everything below it. */
export interface RoleUse {
  allocated: Quantities;
  offered: Quantities;
  reserved: Quantities;
  /** Reserved and not allocated: it counts against the quota all the same (ALC-21). */
  idle: Quantities;
  /** Those that are subscribed to the role itself, or use something in it. */
  readonly frameworks: ReadonlySet<FrameworkId>;
}

export const NO_USE: RoleUse = {
  allocated: NO_QUANTITIES, offered: NO_QUANTITIES, reserved: NO_QUANTITIES, idle: NO_QUANTITIES, frameworks: new Set(),
};

/**
 * Every role that somebody subscribes to or uses, that something is reserved for, or that has a weight or quota, and
 * the roles above them, by name.
 */
export function roleUses(master: Master): ReadonlyMap<Role, RoleUse> {
  const sums = { allocated: allocated(master), offered: offered(master), ...reservations(master) };
  const frameworks = frameworksByRole(master, [sums.allocated, sums.offered]);
  const uses = new Map<Role, RoleUse>();
  const use = (name: Role): RoleUse => {
    let found = uses.get(name);
    found ??= { ...NO_USE, frameworks: frameworks.get(name) ?? NO_USE.frameworks };
    uses.set(name, found);
    return found;
  };
  const { weights, quotas, options: { roleWhitelist = [] } } = master;
  const own = Object.values(sums).flatMap((byRole) => [...byRole.keys()]);
  for (const name of new Set([...own, ...frameworks.keys(), ...weights.keys(), ...quotas.keys(), ...roleWhitelist])) {
    for (const role of [name, ...ancestorsOf(name)]) {
      const all = use(role as Role);
      for (const what of ["allocated", "offered", "reserved", "idle"] as const) {
        all[what] = addQuantities(all[what], sums[what].get(name)?.amounts ?? NO_QUANTITIES);
      }
    }
  }
  return new Map([...uses].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** What of exactly one role, and of whom. */
interface Sum {
  readonly amounts: Map<string, number>;
  readonly frameworks: Set<FrameworkId>;
}
type Sums = Map<string, Sum>;

type Amounts = Iterable<readonly [name: string, milli: number]>;

function add(sums: Sums, role: string, amounts: Amounts, of?: FrameworkId): void {
  let sum = sums.get(role);
  if (sum === undefined) sums.set(role, (sum = { amounts: new Map(), frameworks: new Set() }));
  for (const [name, milli] of amounts) sum.amounts.set(name, (sum.amounts.get(name) ?? 0) + milli);
  if (of !== undefined) sum.frameworks.add(of);
}

/** Of a shared volume a framework has one copy, however many of its tasks use it. */
function allocated({ frameworks }: Master): Sums {
  const sums: Sums = new Map();
  for (const { id, used } of frameworks.values()) {
    for (const [role, amounts] of used.allocated) add(sums, role, amounts, id);
    if (used.hasShared) addShared(sums, id, used.lists);
  }
  return sums;
}

function offered({ offers }: Master): Sums {
  const sums: Sums = new Map();
  const shared = new Map<FrameworkId, Resources[]>();
  for (const { frameworkId, role, resources } of offers.values()) {
    add(sums, role, resources.filter((one) => !isShared(one)).map((one) => [one.name, milliCount(one)]), frameworkId);
    if (resources.some(isShared)) shared.set(frameworkId, [...(shared.get(frameworkId) ?? []), resources]);
  }
  for (const [framework, lists] of shared) addShared(sums, framework, lists);
  return sums;
}

function addShared(sums: Sums, framework: FrameworkId, lists: readonly Resources[]): void {
  for (const [role, resources] of byAllocation(withoutCopies(sum(lists.flat().filter(isShared))))) {
    add(sums, role, quantitiesOf(resources), framework);
  }
}

function reservations({ agents }: Master): { readonly reserved: Sums; readonly idle: Sums } {
  const [reserved, idle]: [Sums, Sums] = [new Map(), new Map()];
  for (const agent of agents.values()) {
    const all = reservedIn(agent.total);
    if (all.size === 0) continue;
    const inUse = reservedInUse(agent);
    for (const [role, amounts] of all) {
      add(reserved, role, amounts);
      add(idle, role, subtractQuantities(amounts, inUse.get(role) ?? NO_QUANTITIES));
    }
  }
  return { reserved, idle };
}

const RESERVED = new WeakMap<Resources, ReadonlyMap<string, Quantities>>();

/** An agent's total stays the same for long. */
function reservedIn(total: Resources): ReadonlyMap<string, Quantities> {
  let found = RESERVED.get(total);
  if (found === undefined) {
    found = new Map(Array.from(byReservation(total), ([role, resources]) => [role, quantitiesOf(resources)]));
    RESERVED.set(total, found);
  }
  return found;
}

function reservedInUse({ used }: Agent): ReadonlyMap<string, Quantities> {
  if (!used.hasShared) return used.reserved;
  const byRole = new Map<string, Quantities>();
  for (const resource of used.lists.flatMap(withoutCopies)) {
    if (!isReserved(resource)) continue;
    const role = roleOf(resource);
    byRole.set(role, addQuantities(byRole.get(role) ?? NO_QUANTITIES, quantitiesOf([resource])));
  }
  return byRole;
}

function frameworksByRole(
  { frameworks }: Master, inUse: readonly Sums[],
): ReadonlyMap<string, ReadonlySet<FrameworkId>> {
  const byRole = new Map<string, Set<FrameworkId>>();
  const at = (role: string): Set<FrameworkId> => {
    let found = byRole.get(role);
    if (found === undefined) byRole.set(role, (found = new Set()));
    return found;
  };
  for (const { id, roles } of frameworks.values()) for (const role of roles) at(role).add(id);
  for (const sums of inUse) for (const [role, { frameworks: users }] of sums) for (const id of users) at(role).add(id);
  return byRole;
}
