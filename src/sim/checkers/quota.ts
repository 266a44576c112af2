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
import { DEFAULT_QUOTA } from "../../model/quota.ts";
import type { Quota } from "../../model/quota.ts";
import type { Cluster } from "../simulation.ts";
import type { Observer } from "../world.ts";
import { CHECKS } from "./names.ts";
import type { Wanting } from "./wanting.ts";

export function quotaChecker({ world, election }: Cluster, wanting: Wanting): Observer {
  /** What limited roles that may be offered something had when the cycle began; the number of the first offer it made. */
  let atBegin = new Map<Role, Quantities>();
  let quotasAtBegin: ReadonlyMap<Role, Quota> = new Map();
  let firstOffer = 0;

  return {
    onBatch(master, batch) {
      const { core } = master;
      if (master !== election.leader || !batch.effects.some(({ kind }) => kind === "allocate")) return;
      const isLimited = (role: Role): boolean => (core.quotas.get(role)?.limits.size ?? 0) > 0;
      const roles = new Set(wanting.at(batch, core).map(({ role }) => role).filter(isLimited));
      atBegin = new Map(Array.from(roles, (role) => [role, usedBy(core, role)]));
      quotasAtBegin = new Map(core.quotas);
    },
    onStep(master, event) {
      if (event.type !== "allocated" || master !== election.leader) return;
      firstOffer = master.core.next.offer;
    },
    afterStep(master, event) {
      if (event.type !== "allocated" || master !== election.leader) return;
      const { core } = master;
      for (const [role, given] of offeredSince(core, firstOffer)) {
        const { limits } = core.quotas.get(role) ?? DEFAULT_QUOTA;
        const has = limits.size === 0 ? undefined : usedBy(core, role);
        for (const [resource, limitNow] of limits) {
          const limit = Math.max(limitNow, quotasAtBegin.get(role)?.limits.get(resource) ?? Infinity);
          const more = given.get(resource) ?? 0;
          if (more > 0) world.tried(CHECKS.quota);
          const had = (has?.get(resource) ?? 0) - more;
          // What came in while it ran the cycle could not know of.
          if (more === 0 || had + more <= limit || had > (atBegin.get(role)?.get(resource) ?? 0)) continue;
          const [limitText, hadText, moreText] = [limit, had, more].map(fromMilli);
          world.violate(CHECKS.quota, `role ${role} has ${resource} up to ${limitText}, had ${hadText} and was offered ${moreText} more`);
        }
      }
    },
  };
}

function usedBy({ allocator }: Master, role: Role): Quantities {
  return quantitiesOfAmounts(allocator.role(role)?.offeredOrConsumed ?? new Map());
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
