import { equalLabels } from "./labels.ts";
import { complete } from "./resource-shape.ts";
import { DEFAULT_ROLE, isSubroleOf } from "./role.ts";
import type { Resource, Resource_ReservationInfo } from "./gen/mesos.ts";

/**
 * Reservations are a stack (ALC-23 to ALC-26): the first may be STATIC (from the agent's flags), the others are DYNAMIC
 * and each is for a role strictly below the one before. RESERVE pushes, UNRESERVE pops; the last one owns the resource.
 *
 * On the wire there are three formats (ALC-27). Before refinement: `role` plus `reservation` for a dynamic one. After:
 * `reservations`, no `role`. Endpoint JSON: both at once. Inside, everything is in the format after refinement, and the
 * functions here that take a Resource expect it.
 */
export type Reservation = Resource_ReservationInfo;

const NONE: readonly Reservation[] = [];

/** The stack, oldest first; empty when unreserved. */
export function reservationsOf(resource: Resource): readonly Reservation[] {
  return resource.reservations ?? NONE;
}

export function isUnreserved(resource: Resource): boolean {
  return resource.reservations === undefined || resource.reservations.length === 0;
}

/** Is it reserved, and if a role is given, for exactly that role? */
export function isReserved(resource: Resource, role?: string): boolean {
  const owner = resource.reservations?.at(-1);
  return owner !== undefined && (role === undefined || owner.role === role);
}

/** The role it is reserved for, `*` when it is not. */
export function roleOf(resource: Resource): string {
  return resource.reservations?.at(-1)?.role ?? DEFAULT_ROLE;
}

/** Was the last reservation made at run time? */
export function isDynamicallyReserved(resource: Resource): boolean {
  return resource.reservations?.at(-1)?.type === "DYNAMIC";
}

export function hasRefinedReservations(resource: Resource): boolean {
  return resource.reservations !== undefined && resource.reservations.length > 1;
}

/** May it be offered to the role: is it unreserved, or reserved for the role or one above it? */
export function isAllocatableTo(resource: Resource, role: string): boolean {
  return isUnreserved(resource) || isSubroleOf(role, roleOf(resource));
}

/** Is it reserved for the role or one below it? */
export function isReservedToSubtree(resource: Resource, role: string): boolean {
  return !isUnreserved(resource) && isSubroleOf(roleOf(resource), role);
}

/** The same resource with one more reservation; whether the result is valid is for `validateResource` to say. */
export function pushReservation(resource: Resource, reservation: Reservation): Resource {
  return withReservations(resource, [...reservationsOf(resource), reservation]);
}

/** The same resource without its last reservation; itself when there is none. */
export function popReservation(resource: Resource): Resource {
  if (isUnreserved(resource)) return resource;
  return withReservations(resource, reservationsOf(resource).slice(0, -1));
}

/** The same resource with another stack. */
export function withReservations(resource: Resource, reservations: readonly Reservation[]): Resource {
  if (reservations.length > 0) return { ...complete(resource), reservations };
  return isUnreserved(resource) ? resource : { ...resource, reservations: undefined };
}

/** Same type, role, principal and labels. */
function equalReservation(left: Reservation, right: Reservation): boolean {
  return (
    left === right ||
    (left.role === right.role &&
      (left.type ?? "UNKNOWN") === (right.type ?? "UNKNOWN") &&
      left.principal === right.principal &&
      equalLabels(left.labels, right.labels))
  );
}

/** Equal stacks, level by level. */
export function equalReservations(
  left: readonly Reservation[] | undefined,
  right: readonly Reservation[] | undefined,
): boolean {
  if (left === right) return true;
  const depth = left?.length ?? 0;
  if (depth !== (right?.length ?? 0)) return false;
  for (let i = 0; i < depth; i++) {
    if (!equalReservation(left![i]!, right![i]!)) return false;
  }
  return true;
}

/** The longest stack both share: what a re-reservation may not touch (OPR-07). */
export function commonReservations(left: Resource, right: Resource): readonly Reservation[] {
  const a = reservationsOf(left);
  const b = reservationsOf(right);
  let depth = 0;
  while (depth < a.length && depth < b.length && equalReservation(a[depth]!, b[depth]!)) depth++;
  return a.slice(0, depth);
}
