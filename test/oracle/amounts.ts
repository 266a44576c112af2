/**
 * Scalar amounts by name, as doubles: arithmetic rounds to thousandths, but what was never added to or subtracted from
 * keeps its digits (raw_value_passes_through). That is why the oracle does not use the integer quantities of src/model.
 */
import type { Resource } from "../../src/model/gen/mesos.ts";
import { equalResource, isShared } from "../../src/model/resource.ts";
import { addScalars, subtractScalars, toMilli } from "../../src/model/scalar.ts";

/** No entry is zero (except in limits); no entry means 0 (in limits: unlimited). */
export type Amounts = ReadonlyMap<string, number>;

export const NOTHING: Amounts = new Map();

/** Amounts of the scalars in a list; a shared volume counts once however many copies there are. */
export function amountsOf(resources: readonly Resource[]): Amounts {
  const result = new Map<string, number>();
  const volumes: Resource[] = [];
  for (const resource of resources) {
    if (isShared(resource)) {
      if (volumes.some((volume) => equalResource(volume, resource))) continue;
      volumes.push(resource);
    }
    if (resource.scalar !== undefined) put(result, resource.name, resource.scalar.value);
  }
  return result;
}

/** From a map of the scenario: zeros are dropped. */
export function amountsFrom(map: Readonly<Record<string, number>> | undefined): Amounts {
  const result = new Map<string, number>();
  for (const [name, value] of Object.entries(map ?? {})) put(result, name, value);
  return result;
}

/** From a map of the scenario: zero is a limit too. */
export function limitsFrom(map: Readonly<Record<string, number>> | undefined): Amounts {
  return new Map(Object.entries(map ?? {}));
}

export function plus(left: Amounts, right: Amounts): Amounts {
  const result = new Map(left);
  for (const [name, value] of right) put(result, name, value);
  return result;
}

/** What would be zero or negative is dropped. */
export function minus(left: Amounts, right: Amounts): Amounts {
  const result = new Map(left);
  for (const [name, value] of right) {
    const had = left.get(name);
    if (had === undefined) continue;
    if (toMilli(had) <= toMilli(value)) result.delete(name);
    else result.set(name, subtractScalars(had, value));
  }
  return result;
}

/** Limits that remain when some of it is used: down to zero, never below. */
export function limitsMinus(limits: Amounts, used: Amounts): Amounts {
  const result = new Map(limits);
  for (const [name, limit] of limits) {
    const value = used.get(name);
    if (value !== undefined) result.set(name, Math.max(subtractScalars(limit, value), 0));
  }
  return result;
}

function put(result: Map<string, number>, name: string, value: number): void {
  const had = result.get(name);
  if (toMilli(value) !== 0) result.set(name, had === undefined ? value : addScalars(had, value));
}
