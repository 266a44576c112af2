/** GET /roles and GET_ROLES: who may use how much, and what is used (EPM-10, CAL-15, JSN-14). */
import type { Role as RoleMessage } from "../../model/gen/mesos.ts";
import type { Role } from "../../model/id.ts";
import type { Principal } from "../../model/principal.ts";
import { addQuantities } from "../../model/quantities.ts";
import type { Quantities } from "../../model/quantities.ts";
import { DEFAULT_QUOTA } from "../../model/quota.ts";
import { ancestorsOf } from "../../model/role.ts";
import { fromMilli } from "../../model/scalar.ts";
import { approver } from "../authorize/authorize.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { NO_USE, roleUses } from "../role-use.ts";
import type { RoleUse } from "../role-use.ts";
import { answerJson } from "./answer.ts";
import { array, double, object, string, strings } from "./json.ts";

const DEFAULT_WEIGHT = 1;
/** The only names of which everybody knows that they are scalars. */
const V1_NAMES: ReadonlySet<string> = new Set(["cpus", "gpus", "mem", "disk"]);

export function roles(master: Master, request: HttpRequest): HttpResponse {
  const list = shownRolesOf(master, request.principal).map(([name, use]) => role(master, name, use));
  return answerJson(request, object([["roles", array(list)]]));
}

/** Roles that may be seen. */
function shownRolesOf(master: Master, principal: Principal | undefined): readonly (readonly [Role, RoleUse])[] {
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
export function quotaUse(
  master: Master,
): (name: string) => { readonly consumed: Quantities; readonly offered: Quantities } {
  const all: ReadonlyMap<string, RoleUse> = roleUses(master);
  return (name) => {
    const { allocated, idle, offered } = all.get(name) ?? NO_USE;
    return { consumed: addQuantities(allocated, idle), offered };
  };
}

function role(master: Master, name: Role, { allocated, offered, reserved, idle, frameworks }: RoleUse): string {
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

/** All of them; with --roles, those and the ones above them, and no others. */
function knownRoles(master: Master): ReadonlyMap<Role, RoleUse> {
  const all = roleUses(master);
  const { roleWhitelist } = master.options;
  if (roleWhitelist === undefined) return all;
  const shown = new Set<string>([...roleWhitelist].flatMap((name) => [name, ...ancestorsOf(name)]));
  return new Map([...all].filter(([name]) => shown.has(name)));
}
