import { countRanges } from "./ranges.ts";
import { printDouble } from "./decimal.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";
import { fromMilli, toMilli } from "./scalar.ts";
import { parseValue, tokenize } from "./value.ts";
import type { Resource, Value_Scalar } from "./gen/mesos.ts";

/**
 * Amounts by name only, in thousandths: what quota, shares and offer filters are made of. Scalars count as they are,
 * ranges and sets by the number of their elements. A name that is missing counts as 0; zero and negative entries are
 * never stored. (Limits, where missing means unlimited, are in `quota.ts`.)
 */
export type Quantities = ReadonlyMap<string, number>;

/** Amounts as Mesos tells them, not in thousandths: `cpus: 0.5`, with all the digits it has. */
export type Amounts = ReadonlyMap<string, number>;

export const NO_QUANTITIES: Quantities = new Map();

/** Counts everything in a list of resources; each copy of a shared volume counts unless the caller drops them. */
export function quantitiesOf(resources: readonly Resource[]): Quantities {
  const result = new Map<string, number>();
  for (const resource of resources) increase(result, resource.name, milliCount(resource));
  return result;
}

/** Counts the scalars in a list of resources and skips the rest. */
export function scalarQuantitiesOf(resources: readonly Resource[]): Quantities {
  const result = new Map<string, number>();
  for (const resource of resources) {
    if (resource.type === "SCALAR") increase(result, resource.name, milliCount(resource));
  }
  return result;
}

/** Amounts in whole thousandths; what is less than half of one is dropped. */
export function quantitiesOfAmounts(amounts: Amounts): Quantities {
  const result = new Map<string, number>();
  for (const [name, amount] of amounts) increase(result, name, toMilli(amount));
  return result;
}

/** From a wire map of scalars (quota, offer filters); values that are not positive are dropped. */
export function quantitiesFrom(map: { readonly [name: string]: Value_Scalar } | undefined): Quantities {
  const result = new Map<string, number>();
  for (const [name, scalar] of Object.entries(map ?? {})) increase(result, name, toMilli(scalar.value));
  return result;
}

/** Everything of both. */
export function addQuantities(left: Quantities, right: Quantities): Quantities {
  if (right.size === 0) return left;
  if (left.size === 0) return right;
  const result = new Map(left);
  for (const [name, milli] of right) result.set(name, (result.get(name) ?? 0) + milli);
  return result;
}

/** Left without right; what would be zero or negative is dropped. */
export function subtractQuantities(left: Quantities, right: Quantities): Quantities {
  let result: Map<string, number> | undefined;
  for (const [name, milli] of right) {
    const had = left.get(name);
    if (had === undefined) continue;
    result ??= new Map(left);
    if (had > milli) result.set(name, had - milli);
    else result.delete(name);
  }
  return result ?? left;
}

/** Is there at least as much of everything in left as in right? */
export function containsQuantities(left: Quantities, right: Quantities): boolean {
  for (const [name, milli] of right) {
    if ((left.get(name) ?? 0) < milli) return false;
  }
  return true;
}

export function equalQuantities(left: Quantities, right: Quantities): boolean {
  return left === right || (containsQuantities(left, right) && containsQuantities(right, left));
}

/**
 * Do the resources hold at least these quantities (ALC-39)? Unlike the rest of this file it subtracts the raw doubles
 * one after the other, as Mesos does: 0.7 and 0.1 are not enough for 0.8.
 */
export function holdsQuantities(resources: readonly Resource[], quantities: Quantities): boolean {
  for (const [name, milli] of quantities) {
    let missing = fromMilli(milli);
    for (const resource of resources) {
      if (missing <= 0) break;
      if (resource.name === name) missing -= resource.scalar?.value ?? milliCount(resource) / 1000;
    }
    if (missing > 0) return false;
  }
  return true;
}

/** Reads `cpus:0.01;mem:32`; names given twice are added, zeros dropped. */
export function parseQuantities(text: string): Result<Quantities> {
  const result = new Map<string, number>();
  for (const token of tokenize(text, /;/)) {
    const [name, quantity, extra] = tokenize(token, /:/);
    if (name === undefined || quantity === undefined || extra !== undefined) {
      return err(`Failed to parse '${token}': missing or extra ':'`);
    }
    const value = parseValue(quantity);
    if (!value.ok) return err(`Failed to parse '${quantity}' to quantity: ${value.error}`);
    if (value.value.scalar === undefined) {
      return err(`Failed to parse '${quantity}' to quantity: only scalar values are allowed`);
    }
    increase(result, name.trim(), toMilli(value.value.scalar.value));
  }
  return ok(result);
}

/** Reads alternatives, `cpus:0.01|mem:32` (`--min_allocatable_resources`); empty text gives none. */
export function parseQuantitySets(text: string): Result<readonly Quantities[]> {
  const result: Quantities[] = [];
  for (const token of tokenize(text, /\|/)) {
    const quantities = parseQuantities(token);
    if (!quantities.ok) return quantities;
    result.push(quantities.value);
  }
  return ok(result);
}

/** `cpus:0.01; mem:32` by name, `{}` when there is nothing. */
export function printQuantities(quantities: Quantities): string {
  if (quantities.size === 0) return "{}";
  const names = [...quantities.keys()].sort();
  return names.map((name) => `${name}:${printDouble(fromMilli(quantities.get(name)!))}`).join("; ");
}

/** One object, as `quantitiesOf` counts it. */
export function milliCount(resource: Resource): number {
  switch (resource.type) {
    case "SCALAR":
      return toMilli(resource.scalar?.value ?? 0);
    case "RANGES":
      return countRanges(resource.ranges?.range ?? []) * 1000;
    default:
      return (resource.set?.item?.length ?? 0) * 1000;
  }
}

function increase(quantities: Map<string, number>, name: string, milli: number): void {
  if (milli > 0) quantities.set(name, (quantities.get(name) ?? 0) + milli);
}
