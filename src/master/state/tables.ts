/**
 * What all records share: sums of resources by key, tables of two levels, and how the allocator's answers are taken.
 */
import { NO_RESOURCES, add, subtract } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import type { Result } from "../../model/result.ts";
import { SmallMap } from "../../model/small-map.ts";
import type { Table } from "../../model/small-map.ts";
import { Usage } from "./usage.ts";

/** Adds to the sum under a key. */
export function charge<K>(sums: Table<K, Resources>, key: K, resources: Resources): void {
  if (sums instanceof Usage) sums.charge(key, resources);
  else if (resources.length > 0) sums.set(key, add(sums.get(key) ?? NO_RESOURCES, resources));
}

/** Takes from the sum under a key; the entry goes when nothing is left. */
export function discharge<K>(sums: Table<K, Resources>, key: K, resources: Resources): void {
  const rest = subtract(sums.get(key) ?? NO_RESOURCES, resources);
  if (rest.length === 0) sums.delete(key);
  else sums.set(key, rest);
}

/** So many more, or fewer, of a kind; none of it is no entry. */
export function tally<K>(counts: Table<K, number>, kind: K, by: number): void {
  const count = (counts.get(kind) ?? 0) + by;
  if (count === 0) counts.delete(kind);
  else counts.set(kind, count);
}

/** The inner map under a key, made when it is not there. */
export function within<K, L extends string, V>(table: Table<K, Table<L, V>>, key: K): Table<L, V> {
  let inner = table.get(key);
  if (inner === undefined) {
    inner = new SmallMap();
    table.set(key, inner);
  }
  return inner;
}

/** Deletes from a table of two levels; an inner map that becomes empty goes too. */
export function deleteWithin<K, L, V>(table: Table<K, Table<L, V>>, key: K, innerKey: L): void {
  const inner = table.get(key);
  if (inner === undefined) return;
  inner.delete(innerKey);
  if (inner.size === 0) table.delete(key);
}

/**
 * What the allocator answered to a verb that follows from our own records: it cannot refuse, unless one of the two is
 * wrong about the cluster, and then neither may go on making offers.
 */
export function must(answer: Result<void>): void {
  if (!answer.ok) throw new Error(`the allocator disagrees with the master's records: ${answer.error}`);
}
