import { Familiar, FamiliarPairs } from "./familiar.ts";
import { addResource, containsResource, equalResource, isAddable, isEmptyResource } from "./resource.ts";
import { isIndivisible, isShared, isSubtractable, subtractResource } from "./resource.ts";
import { popReservation, pushReservation, withReservations } from "./reservation.ts";
import type { Reservation } from "./reservation.ts";
import { upgradeResource } from "./reservation-format.ts";
import { withAllocation } from "./resource-shape.ts";
import type { Resource } from "./gen/mesos.ts";
import { validateResource } from "./validate-resource.ts";

/**
 * Chapter: the model. Values and arithmetic that every other folder shares and that know nothing of time, wires or
 * state: what there is (`resource`, `resources`, `select`, `quantities`, `quota`), for whom (`role`, `reservation`,
 * `operation`), what things are called (`id`, `upid`, `task-state`, `capability`, `error`), how they are written
 * (`parse`, `print`, `value`, `duration`, `bytes`), the generated interfaces of all wire values (`gen/`) and every bound
 * (`limits`).
 *
 * This file: amounts of everything, as immutable lists of Resource objects in normal form, and the arithmetic on them.
 *
 * Normal form: every object is in the format after refinement, valid and not empty, and no two of them could be merged
 * (`isAddable`). A shared volume stands in the list once per copy. `toResources` makes it from what the wire brought,
 * `sum` from objects that are valid already; every function here expects and gives it. Nothing is mutated, and an
 * operation that changes nothing returns its left argument itself.
 */
export type Resources = readonly Resource[];

export const NO_RESOURCES: Resources = [];

/** Normal form of a list from the wire, in any format; invalid and empty objects are left out. */
export function toResources(list: readonly Resource[] | undefined): Resources {
  const first = list?.[0];
  if (first === undefined) return NO_RESOURCES;
  const forms = formsByFirst.get(first);
  const found = forms?.find(({ of }) => isSameList(of, list!));
  if (found !== undefined) return found.form;
  const form = normalForm(list!);
  if (forms === undefined) {
    formsByFirst.set(first, [{ of: list!, form }]);
    return form;
  }
  if (forms.length === MAX_FORMS) forms.shift();
  forms.push({ of: list!, form });
  return form;
}

/**
 * Lists that were brought into normal form, by their first object. Tasks of one kind and agents of one kind come with the very
 * same objects again and again (see `readShared` of the wire), and get the very same list.
 */
const formsByFirst = new Familiar<Resource, { readonly of: readonly Resource[]; readonly form: Resources }[]>();
const MAX_FORMS = 4;

function isSameList(left: readonly Resource[], right: readonly Resource[]): boolean {
  return left.length === right.length && left.every((resource, i) => resource === right[i]);
}

function normalForm(list: readonly Resource[]): Resources {
  const result: Resource[] = [];
  for (const resource of list) {
    if (validateResource(resource).ok) push(result, upgradeResource(resource));
  }
  return result.length === 0 ? NO_RESOURCES : result;
}

/** Normal form of valid objects in the inner format; empty ones are left out. */
export function sum(objects: Iterable<Resource>): Resources {
  const result: Resource[] = [];
  for (const resource of objects) push(result, resource);
  return result.length === 0 ? NO_RESOURCES : result;
}

/** Everything of both. */
export function add(left: Resources, right: Resources): Resources {
  if (right.length === 0) return left;
  if (left.length === 0) return right;
  const known = sums.get(left, right);
  if (known !== undefined) return known;
  const result = left.slice();
  for (const resource of right) push(result, resource);
  sums.set(left, right, result);
  return result;
}

/** Agents of one kind run tasks of one kind: the same lists are added and subtracted all the time. */
const sums = new FamiliarPairs<Resources, Resources>();
const rests = new FamiliarPairs<Resources, Resources>();

/**
 * Left without right. Right need not be contained: a scalar or count that would become negative is dropped, ports and
 * items that are not there are ignored. What vanishes leaves its place to the last object of the list.
 */
export function subtract(left: Resources, right: Resources): Resources {
  if (left === right) return NO_RESOURCES;
  if (left.length === 0 || right.length === 0) return left;
  const known = rests.get(left, right);
  if (known !== undefined) return known;
  const rest = restOf(left, right);
  rests.set(left, right, rest);
  return rest;
}

function restOf(left: Resources, right: Resources): Resources {
  let result: Resource[] | undefined;
  for (const resource of right) {
    const from = result ?? left;
    const at = from.findIndex((candidate) => isSubtractable(candidate, resource));
    if (at < 0) continue;
    const rest = isShared(resource) ? undefined : subtractResource(from[at]!, resource);
    if (rest === from[at]) continue;
    result ??= left.slice();
    if (rest !== undefined && !isNothing(rest)) result[at] = rest;
    else removeAt(result, rest === undefined ? lastCopy(result, resource) : at);
  }
  return result ?? left;
}

/** Is right a part of left? Copies of shared volumes count. */
export function contains(left: Resources, right: Resources): boolean {
  for (let i = 0; i < right.length; i++) {
    const resource = right[i]!;
    if (isIndivisible(resource)) {
      if (countOf(left, resource) < countOf(right, resource, i + 1)) return false;
    } else if (!left.some((candidate) => containsResource(candidate, resource))) {
      return false;
    }
  }
  return true;
}

/** The same amounts, in whatever order. */
export function equals(left: Resources, right: Resources): boolean {
  return left === right || (left.length === right.length && contains(left, right) && contains(right, left));
}

/** How many objects equal this one are among the first `end`: more than 1 only for copies of a shared volume. */
export function countOf(resources: Resources, resource: Resource, end = resources.length): number {
  let count = 0;
  for (let i = 0; i < end; i++) {
    if (equalResource(resources[i]!, resource)) count++;
  }
  return count;
}

/** Each shared volume once: how a list goes to the wire. */
export function withoutCopies(resources: Resources): Resources {
  if (!resources.some(isShared)) return resources;
  return resources.filter((resource, i) => !isShared(resource) || countOf(resources, resource, i) === 0);
}

/** Everything stamped as allocated to the role (ALC-31). */
export function allocate(resources: Resources, role: string): Resources {
  return transform(resources, (resource) => withAllocation(resource, role));
}

/** Everything without its allocation role; what differed by it only is merged. */
export function unallocate(resources: Resources): Resources {
  return transform(resources, (resource) => withAllocation(resource, undefined));
}

/** Everything with one more reservation. */
export function reserve(resources: Resources, reservation: Reservation): Resources {
  return transform(resources, (resource) => pushReservation(resource, reservation));
}

/** Everything without its last reservation. */
export function unreserve(resources: Resources): Resources {
  return transform(resources, popReservation);
}

/** Everything without any reservation. */
export function toUnreserved(resources: Resources): Resources {
  return transform(resources, (resource) => withReservations(resource, []));
}

/** Applies a change that may make objects mergeable, and merges them. */
function transform(resources: Resources, change: (resource: Resource) => Resource): Resources {
  let result: Resource[] | undefined;
  for (let i = 0; i < resources.length; i++) {
    const changed = change(resources[i]!);
    if (result === undefined && changed !== resources[i]) result = resources.slice(0, i);
    if (result !== undefined) push(result, changed);
  }
  return result ?? resources;
}

/** Adds to a list under construction. A copy of a shared volume goes next to the others. */
function push(result: Resource[], resource: Resource): void {
  if (isEmptyResource(resource)) return;
  const at = result.findIndex((candidate) => isAddable(candidate, resource));
  if (at < 0) result.push(resource);
  else if (isShared(resource)) result.splice(at, 0, result[at]!);
  else result[at] = addResource(result[at]!, resource);
}

function isNothing(resource: Resource): boolean {
  return isEmptyResource(resource) || (resource.scalar !== undefined && resource.scalar.value < 0);
}

function lastCopy(resources: Resources, resource: Resource): number {
  return resources.findLastIndex((candidate) => equalResource(candidate, resource));
}

function removeAt(resources: Resource[], at: number): void {
  const last = resources.pop()!;
  if (at < resources.length) resources[at] = last;
}
