import { equalLabels } from "./labels.ts";
import { addRanges, containsRanges, equalRanges, subtractRanges } from "./ranges.ts";
import { equalReservations, isDynamicallyReserved } from "./reservation.ts";
import { addScalars, subtractScalars, toMilli } from "./scalar.ts";
import { addSets, containsSets, equalSets, subtractSets } from "./sets.ts";
import type { Resource, Resource_DiskInfo, Resource_DiskInfo_Source } from "./gen/mesos.ts";

/**
 * One Resource object and what makes two of them the same kind of thing (ALC-30). Two objects have the same identity
 * when name, type, allocation role, reservation stack, disk, revocability, sharedness and provider agree; the quantity
 * and how a disk is mounted (`disk.volume`) do not count. Most, not all, things of one identity can be merged: volumes
 * and whole disks stay apart.
 */

/** Same kind of thing, whatever the quantity. */
export function sameIdentity(left: Resource, right: Resource): boolean {
  if (left === right) return true;
  return (
    left.name === right.name &&
    left.type === right.type &&
    (left.shared === undefined) === (right.shared === undefined) &&
    (left.revocable === undefined) === (right.revocable === undefined) &&
    (left.allocation_info === undefined) === (right.allocation_info === undefined) &&
    left.allocation_info?.role === right.allocation_info?.role &&
    left.provider_id?.value === right.provider_id?.value &&
    equalReservations(left.reservations, right.reservations) &&
    equalDisk(left.disk, right.disk)
  );
}

/** Same identity and same quantity. */
export function equalResource(left: Resource, right: Resource): boolean {
  if (left === right) return true;
  if (!sameIdentity(left, right)) return false;
  switch (left.type) {
    case "SCALAR":
      return milliOf(left) === milliOf(right);
    case "RANGES":
      return equalRanges(left.ranges?.range ?? [], right.ranges?.range ?? []);
    case "SET":
      return equalSets(left.set?.item ?? [], right.set?.item ?? []);
    default:
      return false;
  }
}

/** Do the two merge into one object? Volumes, MOUNT and BLOCK disks and RAW disks with an id never do. */
export function isAddable(left: Resource, right: Resource): boolean {
  if (left.shared !== undefined) return equalResource(left, right);
  return !isIndivisible(left) && sameIdentity(left, right);
}

/**
 * Can right be taken out of left leaving one object? Indivisible ones only whole. Taking away more than is there counts
 * as yes: see `containsResource`.
 */
export function isSubtractable(left: Resource, right: Resource): boolean {
  if (left.shared !== undefined || isIndivisible(left)) return equalResource(left, right);
  return sameIdentity(left, right);
}

/** Is right a part of left? Says nothing about copies of shared ones, see `resources.ts`. */
export function containsResource(left: Resource, right: Resource): boolean {
  if (!isSubtractable(left, right)) return false;
  switch (left.type) {
    case "SCALAR":
      return milliOf(right) <= milliOf(left);
    case "RANGES":
      return containsRanges(left.ranges?.range ?? [], right.ranges?.range ?? []);
    case "SET":
      return containsSets(left.set?.item ?? [], right.set?.item ?? []);
    default:
      return false;
  }
}

/** Adds quantities of two addable, not shared objects. */
export function addResource(left: Resource, right: Resource): Resource {
  switch (left.type) {
    case "SCALAR":
      return withScalar(left, addScalars(left.scalar?.value ?? 0, right.scalar?.value ?? 0));
    case "RANGES":
      return { ...left, ranges: { range: addRanges(left.ranges?.range ?? [], right.ranges?.range ?? []) } };
    case "SET":
      return { ...left, set: { item: addSets(left.set?.item ?? [], right.set?.item ?? []) } };
    default:
      return left;
  }
}

/**
 * Subtracts quantities of two subtractable, not shared objects. A scalar may become negative: the caller drops it. What
 * is in right only is ignored in ranges and sets. Left itself comes back when nothing is taken away.
 */
export function subtractResource(left: Resource, right: Resource): Resource {
  switch (left.type) {
    case "SCALAR":
      return withScalar(left, subtractScalars(left.scalar?.value ?? 0, right.scalar?.value ?? 0));
    case "RANGES": {
      const range = subtractRanges(left.ranges?.range ?? [], right.ranges?.range ?? []);
      return range === left.ranges?.range ? left : { ...left, ranges: { range } };
    }
    case "SET": {
      const item = subtractSets(left.set?.item ?? [], right.set?.item ?? []);
      return item === left.set?.item ? left : { ...left, set: { item } };
    }
    default:
      return left;
  }
}

/** Zero thousandths, no interval, no item. */
export function isEmptyResource(resource: Resource): boolean {
  switch (resource.type) {
    case "SCALAR":
      return milliOf(resource) === 0;
    case "RANGES":
      return (resource.ranges?.range?.length ?? 0) === 0;
    case "SET":
      return (resource.set?.item?.length ?? 0) === 0;
    default:
      return false;
  }
}

/** The scalar in thousandths; 0 for ranges and sets. */
export function milliOf(resource: Resource): number {
  return resource.scalar === undefined ? 0 : toMilli(resource.scalar.value);
}

/** The same thing in another quantity. */
export function withScalar(resource: Resource, value: number): Resource {
  return { ...resource, scalar: { value } };
}

export function isPersistentVolume(resource: Resource): boolean {
  return resource.disk?.persistence !== undefined;
}

export function isRevocable(resource: Resource): boolean {
  return resource.revocable !== undefined;
}

export function isShared(resource: Resource): boolean {
  return resource.shared !== undefined;
}

export function isFromProvider(resource: Resource): boolean {
  return resource.provider_id !== undefined;
}

/** Must the agent write it to its checkpoint: dynamic reservations and volumes, unless a provider keeps them? */
export function needsCheckpoint(resource: Resource): boolean {
  return !isFromProvider(resource) && (isDynamicallyReserved(resource) || isPersistentVolume(resource));
}

/** The disk a volume lies on: without persistence, mount and sharing, keeping the source. */
export function withoutPersistence(volume: Resource): Resource {
  const source = volume.disk?.source;
  return { ...volume, disk: source === undefined ? undefined : { source }, shared: undefined };
}

/** Is it one piece that is had whole or not at all: a volume, a MOUNT or BLOCK disk, a RAW disk with an id? */
export function isIndivisible({ disk }: Resource): boolean {
  if (disk === undefined) return false;
  if (disk.persistence !== undefined) return true;
  if (disk.source === undefined) return false;
  switch (disk.source.type) {
    case "PATH":
      return false;
    case "RAW":
      return disk.source.id !== undefined;
    default:
      return true;
  }
}

function equalDisk(left: Resource_DiskInfo | undefined, right: Resource_DiskInfo | undefined): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  return left.persistence?.id === right.persistence?.id && equalSource(left.source, right.source);
}

function equalSource(left: Resource_DiskInfo_Source | undefined, right: Resource_DiskInfo_Source | undefined): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  return (
    left.type === right.type &&
    left.id === right.id &&
    left.profile === right.profile &&
    left.vendor === right.vendor &&
    (left.path === undefined) === (right.path === undefined) &&
    left.path?.root === right.path?.root &&
    (left.mount === undefined) === (right.mount === undefined) &&
    left.mount?.root === right.mount?.root &&
    equalLabels(left.metadata, right.metadata)
  );
}
