import { fromMilli, toMilli } from "./scalar.ts";
import { NO_QUANTITIES, equalQuantities, quantitiesFrom } from "./quantities.ts";
import type { Quantities } from "./quantities.ts";
import type { QuotaConfig } from "./gen/quota.ts";
import type { Value_Scalar } from "./gen/mesos.ts";

/**
 * Upper bounds by name in thousandths. Unlike in Quantities a missing name means unlimited, and 0 means nothing at all.
 */
export type Limits = ReadonlyMap<string, number>;

/** What a role is guaranteed at least and may have at most (ALC-14, ALC-15). */
export interface Quota {
  readonly guarantees: Quantities;
  readonly limits: Limits;
}

/** What a role has that nobody set a quota for. */
export const DEFAULT_QUOTA: Quota = { guarantees: NO_QUANTITIES, limits: new Map() };

/** From the wire; a guarantee of 0 is none. */
export function quotaFrom(config: QuotaConfig): Quota {
  return { guarantees: quantitiesFrom(config.guarantees), limits: limitsFrom(config.limits) };
}

/** To the wire, names in order. */
export function quotaConfig(role: string, { guarantees, limits }: Quota): QuotaConfig {
  return { role, guarantees: scalarMap(guarantees), limits: scalarMap(limits) };
}

/** Is it as if nobody had set it? Setting such a quota removes the role's quota. */
export function isDefaultQuota({ guarantees, limits }: Quota): boolean {
  return guarantees.size === 0 && limits.size === 0;
}

export function equalQuota(left: Quota, right: Quota): boolean {
  return (
    equalQuantities(left.guarantees, right.guarantees) &&
    left.limits.size === right.limits.size &&
    [...left.limits].every(([name, milli]) => right.limits.get(name) === milli)
  );
}

/** Are the quantities within every limit? */
export function withinLimits(limits: Limits, quantities: Quantities): boolean {
  for (const [name, milli] of limits) {
    if ((quantities.get(name) ?? 0) > milli) return false;
  }
  return true;
}

/** What of the limits is left after the quantities were used, 0 at least. */
export function subtractFromLimits(limits: Limits, quantities: Quantities): Limits {
  const result = new Map<string, number>();
  for (const [name, milli] of limits) result.set(name, Math.max(0, milli - (quantities.get(name) ?? 0)));
  return result;
}

function limitsFrom(map: { readonly [name: string]: Value_Scalar } | undefined): Limits {
  return new Map(Object.entries(map ?? {}).map(([name, scalar]) => [name, toMilli(scalar.value)]));
}

function scalarMap(amounts: ReadonlyMap<string, number>): Record<string, Value_Scalar> {
  const entries = [...amounts].sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([name, milli]) => [name, { value: fromMilli(milli) }]));
}
