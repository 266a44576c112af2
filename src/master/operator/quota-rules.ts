/** What quotas must obey, alone and together (ALC-14 to ALC-18). Texts are those of Mesos. */
import { printDouble } from "../../model/decimal.ts";
import type { Value_Scalar } from "../../model/gen/mesos.ts";
import type { QuotaConfig } from "../../model/gen/quota.ts";
import {
  NO_QUANTITIES, addQuantities, containsQuantities, printQuantities, scalarQuantitiesOf,
} from "../../model/quantities.ts";
import type { Quantities } from "../../model/quantities.ts";
import { quotaFrom, withinLimits } from "../../model/quota.ts";
import type { Quota } from "../../model/quota.ts";
import { isRevocable } from "../../model/resource.ts";
import { validateRole } from "../../model/role.ts";
import type { Master } from "../master.ts";
import { amountError } from "../validate/quantity.ts";

/** In megabytes, and of anything else. */
const MAX_MEGABYTES = 1024 ** 4;
const MAX_AMOUNT = 1e12;

type Amounts = { readonly [name: string]: Value_Scalar } | undefined;

/** What is wrong with one quota by itself. */
export function quotaError(config: QuotaConfig): string | undefined {
  const { role, guarantees, limits } = config;
  const valid = validateRole(role);
  if (!valid.ok) return `Invalid 'QuotaConfig.role': ${valid.error}`;
  const error =
    tooLarge("guarantees", guarantees) ??
    tooLarge("limits", limits) ??
    amountsError("guarantee", guarantees) ??
    amountsError("limit", limits);
  if (error !== undefined) return error;
  const quota = quotaFrom(config);
  if (withinLimits(quota.limits, quota.guarantees)) return undefined;
  const outer = `the 'QuotaConfig.limits' ${show(limits)}`;
  return `'QuotaConfig.guarantees' ${show(guarantees)} is not contained within ${outer}`;
}

function tooLarge(what: "guarantees" | "limits", amounts: Amounts): string | undefined {
  for (const [name, { value }] of Object.entries(amounts ?? {})) {
    const isMegabytes = name === "mem" || name === "disk";
    if (!(value > (isMegabytes ? MAX_MEGABYTES : MAX_AMOUNT))) continue;
    const most = isMegabytes ? `1 exabyte (${MAX_MEGABYTES})` : `1 trillion (${MAX_AMOUNT})`;
    const invalid = `{'${name}': ${printDouble(value)}} is invalid: values greater than ${most} are not supported`;
    return `Invalid 'QuotaConfig.${what}': ${invalid}`;
  }
  return undefined;
}

function amountsError(what: "guarantee" | "limit", amounts: Amounts): string | undefined {
  for (const [name, { value }] of Object.entries(amounts ?? {})) {
    const error = amountError(value);
    if (error !== undefined) return `Invalid ${what} configuration {'${name}': ${printDouble(value)}}: ${error}`;
  }
  return undefined;
}

function show(amounts: Amounts): string {
  const entries = Object.entries(amounts ?? {}).map(([name, { value }]) => `${name}: ${printDouble(value)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** Nobody may guarantee less than is guaranteed below it (ALC-16). Roles without quota guarantee nothing. */
export function treeError(quotas: ReadonlyMap<string, Quota>): string | undefined {
  const below = new Map<string, Quantities>();
  for (const [role, { guarantees }] of quotas) {
    const parent = role.slice(0, Math.max(0, role.lastIndexOf("/")));
    if (parent !== "") below.set(parent, addQuantities(below.get(parent) ?? NO_QUANTITIES, guarantees));
  }
  for (const [parent, sum] of below) {
    const own = quotas.get(parent)?.guarantees ?? NO_QUANTITIES;
    if (containsQuantities(own, sum)) continue;
    const has = `Parent role '${parent.slice(parent.lastIndexOf("/") + 1)}' with guarantees (${printQuantities(own)})`;
    const needs = `does not contain the sum of its children's guarantees (${printQuantities(sum)})`;
    return `Invalid quota configuration. ${has} ${needs}`;
  }
  return undefined;
}

/** How all guarantees together are more than all agents, as `'<guarantees>' exceed cluster capacity '<capacity>'`. */
export function overcommitment(master: Master, quotas: ReadonlyMap<string, Quota>): string | undefined {
  let guaranteed = NO_QUANTITIES;
  for (const [role, { guarantees }] of quotas) {
    if (!role.includes("/")) guaranteed = addQuantities(guaranteed, guarantees);
  }
  let capacity = NO_QUANTITIES;
  for (const { total } of master.agents.values()) {
    capacity = addQuantities(capacity, scalarQuantitiesOf(total.filter((resource) => !isRevocable(resource))));
  }
  if (containsQuantities(capacity, guaranteed)) return undefined;
  return `'${printQuantities(guaranteed)}' exceed cluster capacity '${printQuantities(capacity)}'`;
}
