/**
 * Nobody is offered more than his limit. By Mesos' rules a limit binds the frameworks of the very role it is set on, while
 * what those below it have is charged to it. What a role has otherwise (tasks of agents that come back, a limit that was set
 * lower) may be above it.
 */
import type { Master } from "../../master/master.ts";
import { offerId } from "../../model/id.ts";
import type { Role } from "../../model/id.ts";
import { quantitiesOfAmounts, scalarQuantitiesOf } from "../../model/quantities.ts";
import type { Quantities } from "../../model/quantities.ts";
import { fromMilli } from "../../model/scalar.ts";
import type { Quota } from "../../model/quota.ts";
import type { Cluster } from "../simulation.ts";
import type { Observer } from "../world.ts";
import { CHECKS } from "./names.ts";

export function quotaChecker({ world, election }: Cluster): Observer {
  /** What limited roles had when the cycle began, and just before it came back; the number of the first offer it made. */
  let atBegin = new Map<Role, Quantities>();
  let quotasAtBegin: ReadonlyMap<Role, Quota> = new Map();
  let before = new Map<Role, Quantities>();
  let firstOffer = 0;

  return {
    onBatch(master, { effects }) {
      const { core } = master;
      if (master !== election.leader || !effects.some(({ kind }) => kind === "allocate")) return;
      atBegin = uses(core);
      quotasAtBegin = new Map(core.quotas);
    },
    onStep(master, event) {
      if (event.type !== "allocated" || master !== election.leader) return;
      const { core } = master;
      before = uses(core);
      firstOffer = core.next.offer;
    },
    afterStep(master, event) {
      if (event.type !== "allocated" || before.size === 0 || master !== election.leader) return;
      const { core } = master;
      for (const [role, given] of offeredSince(core, firstOffer)) {
        for (const [resource, limitNow] of core.quotas.get(role)?.limits ?? []) {
          const limit = Math.max(limitNow, quotasAtBegin.get(role)?.limits.get(resource) ?? Infinity);
          const more = given.get(resource) ?? 0;
          const had = before.get(role)?.get(resource) ?? 0;
          // What came in while it ran the cycle could not know of.
          if (more === 0 || had + more <= limit || had > (atBegin.get(role)?.get(resource) ?? 0)) continue;
          const [limitText, hadText, moreText] = [limit, had, more].map(fromMilli);
          world.violate(CHECKS.quota, `role ${role} has ${resource} up to ${limitText}, had ${hadText} and was offered ${moreText} more`);
        }
      }
    },
  };
}

function uses({ quotas, allocator }: Master): Map<Role, Quantities> {
  const result = new Map<Role, Quantities>();
  for (const [role, { limits }] of quotas) {
    const use = allocator.role(role)?.offeredOrConsumed;
    if (limits.size > 0 && use !== undefined) result.set(role, quantitiesOfAmounts(use));
  }
  return result;
}

/** Unreserved scalars; what is reserved is charged whether or not it is offered. */
function offeredSince({ options, offers, next }: Master, first: number): Map<Role, Map<string, number>> {
  const sums = new Map<Role, Map<string, number>>();
  for (let number = first; number < next.offer; number++) {
    const offer = offers.get(offerId(`${options.id}-O${number}`));
    if (offer === undefined) continue;
    const sum = sums.get(offer.role) ?? new Map<string, number>();
    sums.set(offer.role, sum);
    const free = offer.resources.filter(({ reservations = [] }) => reservations.length === 0);
    for (const [name, milli] of scalarQuantitiesOf(free)) sum.set(name, (sum.get(name) ?? 0) + milli);
  }
  return sums;
}
