import type { Resource } from "./gen/mesos.ts";

/**
 * A copy with every field of a Resource present, unset ones undefined. Engines give such objects one layout and copy
 * them about twenty times faster when a field is set that the original did not have: `{ ...complete(resource), role }`.
 */
export function complete(resource: Resource): Resource {
  return {
    provider_id: resource.provider_id,
    name: resource.name,
    type: resource.type,
    scalar: resource.scalar,
    ranges: resource.ranges,
    set: resource.set,
    role: resource.role,
    allocation_info: resource.allocation_info,
    reservation: resource.reservation,
    reservations: resource.reservations,
    disk: resource.disk,
    revocable: resource.revocable,
    shared: resource.shared,
  };
}

/** The same resource allocated to the role (ALC-31), or to nobody. */
export function withAllocation(resource: Resource, role: string | undefined): Resource {
  const had = resource.allocation_info;
  if (role === undefined) return had === undefined ? resource : { ...resource, allocation_info: undefined };
  return had?.role === role ? resource : { ...complete(resource), allocation_info: { role } };
}
