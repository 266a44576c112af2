import { Familiar } from "./familiar.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";
import { hasRefinedReservations, reservationsOf } from "./reservation.ts";
import { complete } from "./resource-shape.ts";
import { DEFAULT_ROLE } from "./role.ts";
import type { Resource, Resource_ReservationInfo } from "./gen/mesos.ts";

/** From any of the three wire formats to the one used inside: `reservations` only (see `reservation.ts`). */
export function upgradeResource(resource: Resource): Resource {
  if (resource.role === undefined && resource.reservation === undefined) return resource;
  const known = upgrades.get(resource);
  if (known !== undefined) return known;
  const upgraded = upgrade(resource);
  upgrades.set(resource, upgraded);
  return upgraded;
}

const upgrades = new Familiar<Resource, Resource>();

function upgrade(resource: Resource): Resource {
  const { role = DEFAULT_ROLE, reservation } = resource;
  const upgraded = { ...complete(resource), role: undefined, reservation: undefined };
  if (reservationsOf(resource).length > 0 || (role === DEFAULT_ROLE && reservation === undefined)) return upgraded;
  const single: Resource_ReservationInfo =
    reservation === undefined ? { type: "STATIC", role } : { ...reservation, type: "DYNAMIC", role };
  return { ...upgraded, reservations: [single] };
}

/** `upgradeResource` for a list; the list itself when it has nothing to upgrade. */
export function upgradeResources(resources: readonly Resource[]): readonly Resource[] {
  return mapUnlessSame(resources, upgradeResource);
}

/**
 * To the format before refinement, for agents and frameworks without RESERVATION_REFINEMENT. A refined resource cannot
 * be said in it.
 */
export function downgradeResource(resource: Resource): Result<Resource> {
  if (hasRefinedReservations(resource)) return err("Cannot downgrade resources containing refined reservations");
  return ok({ ...endpointResource(resource), reservations: undefined });
}

/** `downgradeResource` for a list; the first refined one fails it. */
export function downgradeResources(resources: readonly Resource[]): Result<readonly Resource[]> {
  const result: Resource[] = [];
  for (const resource of resources) {
    const downgraded = downgradeResource(resource);
    if (!downgraded.ok) return downgraded;
    result.push(downgraded.value);
  }
  return ok(result);
}

/**
 * To the format of endpoint JSON (`reserved_resources_full` and its like): the stack, and for at most one reservation
 * `role` and `reservation` as before refinement.
 */
export function endpointResource(resource: Resource): Resource {
  const [first, second] = reservationsOf(resource);
  if (first === undefined) return { ...complete(resource), role: DEFAULT_ROLE };
  if (second !== undefined) return resource;
  const { type, role, ...reservation } = first;
  return { ...complete(resource), role, reservation: type === "DYNAMIC" ? reservation : undefined };
}

/** The list itself when nothing changes. */
export function mapUnlessSame<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  let changed: T[] | undefined;
  for (let i = 0; i < items.length; i++) {
    const item = change(items[i]!);
    if (changed === undefined && item !== items[i]) changed = items.slice(0, i);
    changed?.push(item);
  }
  return changed ?? items;
}
