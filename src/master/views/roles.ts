/** GET /roles and GET_ROLES: who may use how much, and what is used (EPM-10, CAL-15, JSN-14). */
import type { Role as RoleMessage } from "../../model/gen/mesos.ts";
import type { FrameworkId, Role } from "../../model/id.ts";
import type { Principal } from "../../model/principal.ts";
import { addQuantities, quantitiesOf, subtractQuantities } from "../../model/quantities.ts";
import type { Quantities } from "../../model/quantities.ts";
import { DEFAULT_QUOTA } from "../../model/quota.ts";
import { isReserved, roleOf } from "../../model/reservation.ts";
import { withoutCopies } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { ancestorsOf } from "../../model/role.ts";
import { fromMilli } from "../../model/scalar.ts";
import { byAllocation, byReservation } from "../../model/select.ts";
import { approver } from "../authorize/authorize.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { answerJson } from "./answer.ts";
import { array, double, object, string, strings } from "./json.ts";
import { total } from "./resources.ts";

const DEFAULT_WEIGHT = 1;
/** The only names of which everybody knows that they are scalars. */
const V1_NAMES: ReadonlySet<string> = new Set(["cpus", "gpus", "mem", "disk"]);

/** Amounts of a role and everything below it. */
interface Breakdown {
  allocated: Quantities;
  offered: Quantities;
  reserved: Quantities;
  /** Reserved and not allocated: it counts against the quota all the same (ALC-21). */
  idle: Quantities;
  readonly frameworks: Set<FrameworkId>;
}

export function roles(master: Master, request: HttpRequest): HttpResponse {
  const list = shownRolesOf(master, request.principal).map(([name, breakdown]) => role(master, name, breakdown));
  return answerJson(request, object([["roles", array(list)]]));
}

/** Roles that may be seen. */
function shownRolesOf(master: Master, principal: Principal | undefined): readonly (readonly [Role, Breakdown])[] {
  const approve = approver(master, principal, "VIEW_ROLE");
  return [...knownRoles(master)].filter(([name]) => approve(name));
}

export function roleMessages(master: Master, principal: Principal | undefined): readonly RoleMessage[] {
  return shownRolesOf(master, principal).map(([name, { allocated, offered, frameworks }]) => ({
    name,
    weight: weightOf(master, name),
    frameworks: Array.from(frameworks, (value) => ({ value })),
    resources: inOrder(addQuantities(allocated, offered))
      .filter(([resource]) => V1_NAMES.has(resource))
      .map(([resource, milli]) => ({ name: resource, type: "SCALAR", scalar: { value: fromMilli(milli) } })),
  }));
}

/** What counts against a role's quota, and what is offered to it and to the roles below it. */
export function quotaUse(master: Master): (name: string) => { readonly consumed: Quantities; readonly offered: Quantities } {
  const all: ReadonlyMap<string, Breakdown> = knownRoles(master);
  return (name) => {
    const { allocated, idle, offered } = all.get(name) ?? noBreakdown();
    return { consumed: addQuantities(allocated, idle), offered };
  };
}

function role(master: Master, name: Role, { allocated, offered, reserved, idle, frameworks }: Breakdown): string {
  const { guarantees, limits } = master.quotas.get(name) ?? DEFAULT_QUOTA;
  return object([
    ["name", string(name)],
    ["weight", double(weightOf(master, name))],
    ["quota", object([
      ["role", string(name)],
      ["guarantee", quantities(guarantees)],
      ["limit", quantities(limits)],
      ["consumed", quantities(addQuantities(allocated, idle))],
    ])],
    ["resources", quantities(addQuantities(allocated, offered))],
    ["allocated", quantities(allocated)],
    ["offered", quantities(offered)],
    ["reserved", quantities(reserved)],
    ["frameworks", strings(frameworks)],
  ]);
}

function weightOf({ weights }: Master, name: Role): number {
  return weights.get(name) ?? DEFAULT_WEIGHT;
}

function quantities(amounts: ReadonlyMap<string, number>): string {
  return object(inOrder(amounts).map(([name, milli]) => [name, double(fromMilli(milli))] as const));
}

function inOrder(amounts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...amounts].sort(([left], [right]) => (left < right ? -1 : 1));
}

/**
 * Every role that somebody subscribes to or uses, that something is reserved for, or that has a weight or quota, and the roles
 * above them, by name; with --roles, those and no others.
 */
function knownRoles(master: Master): ReadonlyMap<Role, Breakdown> {
  const all = new Map<Role, Breakdown>();
  const at = (name: Role): Breakdown => {
    let found = all.get(name);
    if (found === undefined) all.set(name, (found = noBreakdown()));
    return found;
  };
  const upwards = (name: string, change: (breakdown: Breakdown) => void): void => {
    change(at(name as Role));
    for (const above of ancestorsOf(name)) change(at(above as Role));
  };
  for (const name of [...master.weights.keys(), ...master.quotas.keys()]) upwards(name, () => {});
  for (const name of master.options.roleWhitelist ?? []) upwards(name, () => {});
  for (const framework of master.frameworks.values()) {
    const used = byAllocation(held([...framework.used.values()]));
    const offered = byAllocation(held(Array.from(framework.offers.values(), ({ resources }) => resources)));
    for (const name of new Set([...framework.roles, ...used.keys(), ...offered.keys()])) {
      upwards(name, () => {});
      at(name as Role).frameworks.add(framework.id);
    }
    for (const [name, resources] of used) charge(upwards, name, "allocated", quantitiesOf(resources));
    for (const [name, resources] of offered) charge(upwards, name, "offered", quantitiesOf(resources));
  }
  for (const agent of master.agents.values()) {
    const inUse = usedReservations([...agent.used.values()]);
    for (const [name, resources] of byReservation(agent.total)) {
      const reserved = quantitiesOf(resources);
      charge(upwards, name, "reserved", reserved);
      charge(upwards, name, "idle", subtractQuantities(reserved, inUse.get(name) ?? new Map()));
    }
  }
  const shown = shownRoles(master.options.roleWhitelist);
  return new Map([...all].filter(([name]) => shown(name)).sort(([left], [right]) => (left < right ? -1 : 1)));
}

type Upwards = (name: string, change: (breakdown: Breakdown) => void) => void;

function charge(upwards: Upwards, name: string, what: "allocated" | "offered" | "reserved" | "idle", by: Quantities): void {
  upwards(name, (breakdown) => void (breakdown[what] = addQuantities(breakdown[what], by)));
}

function shownRoles(whitelist: ReadonlySet<Role> | undefined): (name: Role) => boolean {
  if (whitelist === undefined) return () => true;
  const shown = new Set<string>([...whitelist].flatMap((name) => [name, ...ancestorsOf(name)]));
  return (name) => shown.has(name);
}

/** Everything of several lists; of a shared volume one copy is had, however many there are. */
function held(lists: readonly Resources[]): Resources {
  return withoutCopies(total(lists));
}

function usedReservations(lists: readonly Resources[]): ReadonlyMap<string, Quantities> {
  const byRole = new Map<string, Quantities>();
  for (const resources of lists) {
    for (const resource of withoutCopies(resources)) {
      if (!isReserved(resource)) continue;
      const name = roleOf(resource);
      byRole.set(name, addQuantities(byRole.get(name) ?? new Map(), quantitiesOf([resource])));
    }
  }
  return byRole;
}

function noBreakdown(): Breakdown {
  return { allocated: new Map(), offered: new Map(), reserved: new Map(), idle: new Map(), frameworks: new Set() };
}
