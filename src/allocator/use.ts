/** Resources of holders, taken apart by the role they are allocated to. */
import type { Resource } from "../model/gen/mesos.ts";
import type { Resources } from "../model/resources.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import { bundleBehind } from "./bundle.ts";
import type { Bundle } from "./bundle.ts";
import type { State } from "./state.ts";

/** What a framework uses of an agent in one role. */
export interface Use {
  /** The other side of the map: an agent's or a framework's id. */
  readonly holder: string;
  readonly role: string;
  readonly bundle: Bundle;
}

export function splitUse(state: State, used: ReadonlyMap<string, Resources>): Result<readonly Use[]> {
  const result: Use[] = [];
  for (const [holder, resources] of used) {
    if (resources.length === 0) continue;
    const one = ofOneRole(state, resources);
    if (one !== undefined) {
      result.push({ holder, ...one });
      continue;
    }
    const byRole = new Map<string, Resource[]>();
    for (const resource of resources) {
      const role = resource.allocation_info?.role;
      if (role === undefined) return err(`Resource '${resource.name}' used by ${holder} is not allocated to a role`);
      const list = byRole.get(role);
      if (list === undefined) byRole.set(role, [resource]);
      else list.push(resource);
    }
    for (const [role, list] of byRole) result.push({ holder, role, bundle: state.bundles.of(list) });
  }
  return ok(result);
}

/** The role and the bundle of resources allocated to one role; undefined if they are not. */
export function ofOneRole(state: State, resources: Resources): { role: string; bundle: Bundle } | undefined {
  const role = resources[0]?.allocation_info?.role;
  if (role === undefined) return undefined;
  if (bundleBehind(resources) === undefined) {
    for (let i = 1; i < resources.length; i++) {
      if (resources[i]!.allocation_info?.role !== role) return undefined;
    }
  }
  return { role, bundle: state.bundles.of(resources) };
}
