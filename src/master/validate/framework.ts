/**
 * May a framework subscribe as it says it is, and what may it change later (http-v1 §10.2)? Texts are those of Mesos.
 */
import type { Allocator } from "../../allocator/allocator.ts";
import { capabilitiesFrom } from "../../model/capability.ts";
import { printDouble } from "../../model/decimal.ts";
import { durationFromSeconds } from "../../model/duration.ts";
import type { FrameworkInfo, OfferFilters } from "../../model/gen/mesos.ts";
import type { OfferConstraints } from "../../model/gen/scheduler.ts";
import { validateId } from "../../model/id.ts";
import type { FrameworkId, Role } from "../../model/id.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { DEFAULT_ROLE, validateRole } from "../../model/role.ts";
import type { Master } from "../master.ts";
import { rolesOf } from "../state/frameworks.ts";
import type { OfferWishes } from "../state/frameworks.ts";
import { amountError } from "./quantity.ts";
import { isWhitelisted } from "./role.ts";

/** What is wrong with a FrameworkInfo that subscribes or is updated; undefined if nothing. */
export function frameworkError(master: Master, info: FrameworkInfo): string | undefined {
  return frameworkInfoError(info) ?? admissionError(master, info);
}

/** What is wrong with a FrameworkInfo in itself, whoever brings it; undefined if nothing. */
export function frameworkInfoError(info: FrameworkInfo): string | undefined {
  if (goodOnes.has(info)) return undefined;
  const error = rolesError(info) ??
    idError(info) ??
    offerFiltersError(info.offer_filters) ??
    failoverTimeoutError(info.failover_timeout ?? 0);
  if (error === undefined) goodOnes.add(info);
  return error;
}

/** Found to be right before: thousands of agents that come back bring the very same ones. */
const goodOnes = new WeakSet<FrameworkInfo>();

/** What is wrong with a change of FrameworkInfo; undefined if nothing (FWK-14). */
export function updateError(old: FrameworkInfo, info: FrameworkInfo): string | undefined {
  if (old.principal !== info.principal) return "Changing framework's principal is not allowed.";
  if (old.user !== info.user) return unsupported("user", old.user, info.user);
  const [was, is] = [old.checkpoint ?? false, info.checkpoint ?? false];
  return was === is ? undefined : unsupported("checkpoint", String(was), String(is));
}

/** The FrameworkInfo of one who subscribes again, with what cannot change as it was (FWK-14). */
export function withImmutableFields(old: FrameworkInfo, info: FrameworkInfo): FrameworkInfo {
  if (old.user === info.user && (old.checkpoint ?? false) === (info.checkpoint ?? false)) return info;
  return { ...info, user: old.user, checkpoint: old.checkpoint ?? false };
}

/** Suppressed roles and offer constraints, if they fit the roles and can be used (FWK-42 to FWK-47). */
export function offerWishes(
  allocator: Allocator,
  info: FrameworkInfo,
  suppressed: readonly string[] | undefined,
  constraints: OfferConstraints | undefined,
): Result<OfferWishes> {
  const roles: ReadonlySet<string> = new Set(rolesOf(info));
  const strangers = [...new Set(suppressed)].filter((role) => !roles.has(role)).sort();
  if (strangers.length > 0) return err(`Suppressed roles ${braced(strangers)} are not contained in the set of roles`);
  for (const role of Object.keys(constraints?.role_constraints ?? {})) {
    if (roles.has(role)) continue;
    return err(`Offer constraints specify \`role_constraints\` for a role '${role}'not contained in the set of roles`);
  }
  const valid = allocator.validateConstraints(constraints);
  if (!valid.ok) return err(`Offer constraints are not valid: ${valid.error}`);
  return ok({ suppressedRoles: new Set(suppressed as readonly Role[] | undefined), offerConstraints: constraints });
}

function rolesError(info: FrameworkInfo): string | undefined {
  const roles = info.roles ?? [];
  if (!capabilitiesFrom(info.capabilities).has("MULTI_ROLE")) {
    if (roles.length > 0) {
      return "'FrameworkInfo.roles' must not be set when the framework is not MULTI_ROLE capable";
    }
    const valid = validateRole(info.role ?? DEFAULT_ROLE);
    return valid.ok ? undefined : `'FrameworkInfo.role' is not a valid role: ${valid.error}`;
  }
  if (info.role !== undefined) {
    return "'FrameworkInfo.role' must not be set when the framework is MULTI_ROLE capable";
  }
  const repeated = new Set(roles.filter((role, i) => roles.indexOf(role) < i));
  if (repeated.size > 0) return `'FrameworkInfo.roles' contains duplicate items: ${braced([...repeated])}`;
  for (const role of roles) {
    const valid = validateRole(role);
    if (!valid.ok) return `'FrameworkInfo.roles' contains invalid role: ${valid.error}`;
  }
  return undefined;
}

function idError({ id }: FrameworkInfo): string | undefined {
  if (id === undefined || id.value === "") return undefined;
  const valid = validateId(id.value);
  return valid.ok ? undefined : valid.error;
}

function offerFiltersError(filters: Readonly<Record<string, OfferFilters>> | undefined): string | undefined {
  for (const { min_allocatable_resources: minimum } of Object.values(filters ?? {})) {
    for (const { quantities = {} } of minimum?.quantities ?? []) {
      const entries = Object.entries(quantities);
      if (entries.length === 0) return "Resource quantities must contain at least one quantity";
      for (const [name, { value }] of entries) {
        const error = amountError(value);
        if (error !== undefined) return `Invalid resource quantity for '${name}': ${error}`;
      }
    }
  }
  return undefined;
}

function failoverTimeoutError(seconds: number): string | undefined {
  if (durationFromSeconds(seconds).ok) return undefined;
  return `The framework failover_timeout (${printDouble(seconds)}) is invalid`;
}

/** What this master's flags and memory refuse (FWK-10 to FWK-12). */
function admissionError(master: Master, info: FrameworkInfo): string | undefined {
  const refused = rolesOf(info).filter((role) => !isWhitelisted(master, role)).sort();
  if (refused.length > 0) return `Roles ${braced(refused)} are not present in the master's --roles`;
  if (info.user === "root" && !master.options.rootSubmissions) {
    return "User 'root' is not allowed to run frameworks without --root_submissions set";
  }
  const removed = info.id !== undefined && master.completedFrameworks.has(info.id.value as FrameworkId);
  return removed ? "Framework has been removed" : undefined;
}

function unsupported(field: string, from: string, to: string): string {
  return `Updating 'FrameworkInfo.${field}' is unsupported; attempted to update from '${from}' to '${to}'`;
}

function braced(items: readonly string[]): string {
  return `{ ${items.join(", ")} }`;
}
