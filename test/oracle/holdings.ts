/** Resources on their way from the calls of the interface, where the role stands next to them, into the bookkeeping. */
import type { Resource } from "../../src/model/gen/mesos.ts";
import { add, allocate, contains, NO_RESOURCES, subtract, toResources } from "../../src/model/resources.ts";
import type { Resources } from "../../src/model/resources.ts";
import type { Conversion } from "../golden/allocator/under-test.ts";

/** Stamped with the role. */
export function stamped(role: string, resources: readonly Resource[]): Resources {
  return allocate(toResources(resources), role);
}

/** Resources by the role they are stamped with. */
export function byRole(resources: Resources): [string, Resources][] {
  const roles = [...new Set(resources.map((resource) => resource.allocation_info?.role ?? "*"))];
  return roles.map((role) => [role, resources.filter((resource) => (resource.allocation_info?.role ?? "*") === role)]);
}

/** Resources stamped with their roles, one sum per key. */
export function summed<T extends { readonly role: string; readonly resources: readonly Resource[] }>(
  entries: readonly T[], keyOf: (entry: T) => string,
): Map<string, Resources> {
  const result = new Map<string, Resources>();
  for (const entry of entries) {
    const resources = stamped(entry.role, entry.resources);
    result.set(keyOf(entry), add(result.get(keyOf(entry)) ?? NO_RESOURCES, resources));
  }
  return result;
}

/** Conversions one after the other; undefined if one does not apply. */
export function converted(resources: Resources, conversions: readonly Conversion[]): Resources | undefined {
  let result = resources;
  for (const { consumed, converted: into } of conversions) {
    if (!contains(result, toResources(consumed))) return undefined;
    result = add(subtract(result, toResources(consumed)), toResources(into));
  }
  return result;
}

/** A conversion within what a role holds. */
export function stampedConversion(role: string, { consumed, converted: into }: Conversion): Conversion {
  return { consumed: stamped(role, consumed), converted: stamped(role, into) };
}
