/**
 * Numbers of identities, set items and roles are given once and never taken back one by one: volumes and labels come
 * and go for months. When there are far more than are in use, all are given anew. Not while a cycle runs.
 */
import * as L from "../../assembly/layout.ts";
import { SPARE_NUMBERS } from "../model/limits.ts";
import type { Bundle } from "./bundle.ts";
import type { State } from "./state.ts";

/** Compacts if there is much to gain. */
export function compactIfNeeded(state: State): void {
  const { bundles, roles } = state;
  const count = bundles.identities.names.length + bundles.items.names.length + roles.numbers.names.length;
  if (count < state.compactAt) return;
  compact(state);
  const left = bundles.identities.names.length + bundles.items.names.length + roles.numbers.names.length;
  state.compactAt = 2 * left + SPARE_NUMBERS;
}

function compact(state: State): void {
  const { bundles, records, filters, roles, entities } = state;
  const names = [...bundles.identities.names];
  bundles.startAnew();
  const renumber = (identity: number): number => bundles.identities.number(names[identity]!);
  for (const bundle of bundlesInUse(state)) bundle.renumber(renumber);
  for (const agent of state.agents.values()) {
    for (const copies of agent.sharedCopies?.values() ?? []) {
      const all = [...copies];
      copies.clear();
      for (const [identity, count] of all) copies.set(renumber(identity), count);
    }
  }
  roles.startAnew();
  for (const role of roles.byName.values()) {
    if (role.leaf >= 0) entities.setLink(role.leaf, L.LINK_ROLE, roles.number(role.name));
  }
  records.sweepAll();
  filters.move(records.widen(records.stride));
}

function bundlesInUse(state: State): Set<Bundle> {
  const result = new Set<Bundle>(state.records.bundlesOfFilters());
  for (const agent of state.agents.values()) {
    result.add(agent.total).add(agent.available).add(agent.maskBase);
    for (const { bundle } of agent.holdings()) result.add(bundle);
    for (const ghosts of agent.ghosts?.values() ?? []) for (const { bundle } of ghosts) result.add(bundle);
  }
  result.delete(state.bundles.empty);
  return result;
}
