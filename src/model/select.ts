import { isPersistentVolume, isRevocable, isShared, milliOf } from "./resource.ts";
import { isAllocatableTo, isReserved, isReservedToSubtree, isUnreserved, roleOf } from "./reservation.ts";
import { NO_RESOURCES } from "./resources.ts";
import type { Resources } from "./resources.ts";
import { DEFAULT_ROLE, isSubroleOf } from "./role.ts";
import { addRanges } from "./ranges.ts";
import type { Ranges } from "./ranges.ts";
import type { Resource } from "./gen/mesos.ts";

/**
 * Parts of resources. Taking objects out of a normal form leaves a normal form; when nothing is left out the argument
 * itself comes back.
 */
export function filter(resources: Resources, keep: (resource: Resource) => boolean): Resources {
  const first = resources.findIndex((resource) => !keep(resource));
  if (first < 0) return resources;
  const result = resources.slice(0, first);
  for (let i = first + 1; i < resources.length; i++) {
    if (keep(resources[i]!)) result.push(resources[i]!);
  }
  return result.length === 0 ? NO_RESOURCES : result;
}

export function unreserved(resources: Resources): Resources {
  return filter(resources, isUnreserved);
}

/** What is reserved: for exactly this role, or for any. */
export function reserved(resources: Resources, role?: string): Resources {
  return filter(resources, (resource) => isReserved(resource, role));
}

/** What is reserved for the role or one below it. */
export function reservedToSubtree(resources: Resources, role: string): Resources {
  return filter(resources, (resource) => isReservedToSubtree(resource, role));
}

/** What may be offered to the role: unreserved, or reserved for it or a role above (ALC-25). */
export function allocatableTo(resources: Resources, role: string): Resources {
  return filter(resources, (resource) => isAllocatableTo(resource, role));
}

/** What is allocated to exactly this role. */
export function allocatedTo(resources: Resources, role: string): Resources {
  return filter(resources, (resource) => resource.allocation_info?.role === role);
}

/** What is allocated to the role or one below it. */
export function allocatedToSubtree(resources: Resources, role: string): Resources {
  return filter(resources, ({ allocation_info: info }) => info?.role !== undefined && isSubroleOf(info.role, role));
}

export function revocable(resources: Resources): Resources {
  return filter(resources, isRevocable);
}

export function nonRevocable(resources: Resources): Resources {
  return filter(resources, (resource) => !isRevocable(resource));
}

export function shared(resources: Resources): Resources {
  return filter(resources, isShared);
}

export function nonShared(resources: Resources): Resources {
  return filter(resources, (resource) => !isShared(resource));
}

export function persistentVolumes(resources: Resources): Resources {
  return filter(resources, isPersistentVolume);
}

export function scalars(resources: Resources): Resources {
  return filter(resources, (resource) => resource.type === "SCALAR");
}

export function named(resources: Resources, name: string): Resources {
  return filter(resources, (resource) => resource.name === name);
}

/** Sum of the scalars of this name, in thousandths; undefined when there is none. */
export function scalarMilli(resources: Resources, name: string): number | undefined {
  let total: number | undefined;
  for (const resource of resources) {
    if (resource.name === name && resource.type === "SCALAR") total = (total ?? 0) + milliOf(resource);
  }
  return total;
}

/** Union of the ranges of this name (`ports`); undefined when there are none. */
export function rangesNamed(resources: Resources, name: string): Ranges | undefined {
  let total: Ranges | undefined;
  for (const resource of resources) {
    if (resource.name !== name || resource.type !== "RANGES") continue;
    total = addRanges(total ?? [], resource.ranges?.range ?? []);
  }
  return total;
}

/** By the role they are reserved for; what is unreserved is left out. */
export function byReservation(resources: Resources): ReadonlyMap<string, Resources> {
  return groupBy(reserved(resources), roleOf);
}

/** By the role they are allocated to; what is not allocated goes to `*`. */
export function byAllocation(resources: Resources): ReadonlyMap<string, Resources> {
  return groupBy(resources, (resource) => resource.allocation_info?.role ?? DEFAULT_ROLE);
}

function groupBy(resources: Resources, keyOf: (resource: Resource) => string): ReadonlyMap<string, Resources> {
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    const key = keyOf(resource);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [resource]);
    else group.push(resource);
  }
  return groups;
}
