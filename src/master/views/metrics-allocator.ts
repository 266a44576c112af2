/** What the allocator says of itself (MET-44 to MET-51). */
import { addQuantities, quantitiesOfAmounts } from "../../model/quantities.ts";
import type { Quantities } from "../../model/quantities.ts";
import { isDefaultQuota } from "../../model/quota.ts";
import { fromMilli } from "../../model/scalar.ts";
import type { RoleUse } from "../../allocator/allocator.ts";
import type { Role } from "../../model/id.ts";
import type { Master } from "../master.ts";

export function allocatorMetrics(snapshot: Map<string, number>, { allocator, frameworks }: Master): void {
  snapshot.set("allocator/mesos/allocation_runs", allocator.runs());
  // It does its work when it is told to, so nothing ever waits there.
  snapshot.set("allocator/mesos/event_queue_dispatches", 0).set("allocator/event_queue_dispatches", 0);
  const { total, offeredOrAllocated } = allocator.totals();
  for (const name of ["cpus", "mem", "disk"]) {
    const prefix = `allocator/mesos/resources/${name}`;
    snapshot.set(`${prefix}/total`, fromMilli(total.get(name) ?? 0));
    snapshot.set(`${prefix}/offered_or_allocated`, fromMilli(offeredOrAllocated.get(name) ?? 0));
  }
  const subscribed = new Set<Role>([...frameworks.values()].flatMap(({ roles }) => roles));
  let everything: Quantities = new Map();
  for (const [role, use] of allocator.roles()) {
    if (!role.includes("/")) everything = addQuantities(everything, quantitiesOfAmounts(use.consumed));
    addQuota(snapshot, role, use);
    if (!subscribed.has(role)) continue;
    snapshot.set(`allocator/mesos/offer_filters/roles/${role}/active`, use.filters);
    snapshot.set(`allocator/mesos/roles/${role}/shares/dominant`, use.dominantShare);
  }
  addThousandths(snapshot, "", "consumed", everything);
}

function addQuota(snapshot: Map<string, number>, role: string, { consumed, offeredOrConsumed, quota }: RoleUse): void {
  addAmounts(snapshot, role, "consumed", consumed);
  if (isDefaultQuota(quota)) return;
  addThousandths(snapshot, role, "guarantee", quota.guarantees);
  addThousandths(snapshot, role, "limit", quota.limits);
  const names = new Set([...quota.guarantees.keys(), ...quota.limits.keys()]);
  const used = Array.from(names, (name) => [name, offeredOrConsumed.get(name) ?? 0] as const);
  addAmounts(snapshot, role, "offered_or_allocated", used);
}

function addThousandths(snapshot: Map<string, number>, role: string, what: string, quantities: Quantities): void {
  addAmounts(snapshot, role, what, Array.from(quantities, ([name, milli]) => [name, fromMilli(milli)] as const));
}

function addAmounts(
  snapshot: Map<string, number>, role: string, what: string, amounts: Iterable<readonly [name: string, amount: number]>,
): void {
  for (const [name, amount] of amounts) {
    snapshot.set(`allocator/mesos/quota/roles/${role}/resources/${name}/${what}`, amount);
  }
}
