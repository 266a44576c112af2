/** Rules for the resources of tasks and executors beyond those of a single Resource object (http-v1 §10.4). */
import type { Resource } from "../../model/gen/mesos.ts";
import { validateId } from "../../model/id.ts";
import { printResource } from "../../model/print.ts";
import { isDynamicallyReserved, isUnreserved, roleOf } from "../../model/reservation.ts";
import { isPersistentVolume, isRevocable } from "../../model/resource.ts";
import { sum } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { scalarMilli } from "../../model/select.ts";
import { validateResources } from "../../model/validate-resource.ts";

/** What is wrong with resources that anybody may use or name, in the format after refinement. */
export function resourcesError(resources: readonly Resource[]): string | undefined {
  const valid = validateResources(resources);
  if (!valid.ok) return `Invalid resources: ${valid.error}`;
  if ((scalarMilli(resources, "gpus") ?? 0) % 1000 !== 0) {
    return "Invalid 'gpus' resource: The 'gpus' resource must be an unsigned integer";
  }
  for (const resource of resources) {
    const error = diskError(resource);
    if (error !== undefined) return `Invalid DiskInfo: ${error}`;
  }
  const wrong = resources.find((resource) => isDynamicallyReserved(resource) && isRevocable(resource));
  if (wrong === undefined) return undefined;
  const what = `Dynamically reserved resource ${printResource(wrong)}`;
  return `Invalid ReservationInfo: ${what} cannot be created from revocable resources`;
}

function diskError(resource: Resource): string | undefined {
  const { disk } = resource;
  if (disk === undefined) return undefined;
  if (disk.persistence === undefined) {
    if (disk.volume !== undefined) return "Non-persistent volume not supported";
    return disk.source === undefined ? "DiskInfo is set but empty" : undefined;
  }
  if (isRevocable(resource)) return "Persistent volumes cannot be created from revocable resources";
  if (isUnreserved(resource)) return "Persistent volumes cannot be created from unreserved resources";
  if (disk.volume === undefined) return "Expecting 'volume' to be set for persistent volume";
  if (disk.volume.host_path !== undefined) return "Expecting 'host_path' to be unset for persistent volume";
  const valid = validateId(disk.persistence.id);
  return valid.ok ? undefined : `Invalid persistence ID for persistent volume: ${valid.error}`;
}

/**
 * A persistence id may appear once per role; whoever takes copies of a shared volume for one leaves them out before.
 */
export function persistenceIdError(resources: Resources): string | undefined {
  const seen = new Set<string>();
  for (const resource of resources.filter(isPersistentVolume)) {
    const id = resource.disk!.persistence!.id;
    const key = `${roleOf(resource)}\n${id}`;
    if (seen.has(key)) return `Persistence ID '${id}' is not unique`;
    seen.add(key);
  }
  return undefined;
}

/** All must be allocated to one role. */
export function allocationError(resources: readonly Resource[]): string | undefined {
  let role: string | undefined;
  for (const { allocation_info } of resources) {
    const other = allocation_info?.role;
    if (other === undefined) return "The resources are not allocated to a role";
    if (role !== undefined && other !== role) {
      return (
        `The resources have multiple allocation roles ('${other}' and '${role}')` +
        " but only one allocation role is allowed"
      );
    }
    role = other;
  }
  return undefined;
}

/** Of one name either all or nothing may be revocable; of several wrong ones the first in the alphabet is named. */
export function revocableMixError(resources: readonly Resource[]): string | undefined {
  if (!resources.some(isRevocable)) return undefined;
  for (const name of new Set(resources.map((resource) => resource.name).sort())) {
    const kinds = new Set(resources.filter((resource) => resource.name === name).map(isRevocable));
    if (kinds.size > 1) return `Cannot use both revocable and non-revocable '${name}' at the same time`;
  }
  return undefined;
}

/** Do two of the lists name the same port or item? Quantities then are less together than one by one. */
export function overlap(lists: readonly Resources[]): boolean {
  return size(sum(lists.flat())) !== lists.reduce((total, list) => total + size(list), 0);
}

function size(resources: Resources): number {
  let total = 0;
  for (const { ranges, set } of resources) {
    for (const { begin, end } of ranges?.range ?? []) total += Number(end) - Number(begin) + 1;
    total += set?.item?.length ?? 0;
  }
  return total;
}

/** All must come from one provider, or all from the agent itself. */
export function providerMixError(resources: readonly Resource[]): string | undefined {
  const providers = new Set(resources.map(({ provider_id }) => provider_id?.value));
  if (providers.size === 1) return undefined;
  if (providers.has(undefined)) return "Some resources have a resource provider and some do not";
  return `The resources have multiple resource providers: ${[...providers].join(", ")}`;
}

/** Each must be a persistent volume that can be written to. */
export function volumesError(volumes: readonly Resource[]): string | undefined {
  for (const volume of volumes) {
    const { disk } = volume;
    if (disk === undefined) return `Resource ${printResource(volume)} does not have DiskInfo`;
    if (disk.persistence === undefined) return "'persistence' is not set in DiskInfo";
    if (disk.volume === undefined) return "Expecting 'volume' to be set for persistent volume";
    if (disk.volume.mode === "RO") return "Read-only persistent volume not supported";
  }
  return undefined;
}
