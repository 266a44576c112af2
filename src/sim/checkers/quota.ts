/**
 * Nobody is offered more than his limit. By Mesos' rules a limit binds the frameworks of the very role it is set on, while
 * what those below it have is charged to it. What a role has otherwise (tasks of agents that come back, a limit that was set
 * lower) may be above it.
 */
import type { Master } from "../../master/master.ts";
import { offerId } from "../../model/id.ts";
import type { Role } from "../../model/id.ts";
import { scalarQuantitiesOf } from "../../model/quantities.ts";
import type { Quantities } from "../../model/quantities.ts";
import { fromMilli } from "../../model/scalar.ts";
import type { Cluster } from "../simulation.ts";
import type { Observer } from "../world.ts";
import { CHECKS } from "./names.ts";

export function quotaChecker({ world }: Cluster): Observer {
  /** What limited roles had when the cycle began, and just before it came back; the number of the first offer it made. */
  let atBegin = new Map<Role, Quantities>();
  let before = new Map<Role, Quantities>();
  let firstOffer = 0;

  return {
    onBatch({ core }, { effects }) {
      if (effects.some(({ kind }) => kind === "allocate")) atBegin = uses(core);
    },
    onStep({ core }, event) {
      if (event.type !== "allocated") return;
      before = uses(core);
      firstOffer = core.next.offer;
    },
    afterStep({ core }, event) {
      if (event.type !== "allocated" || before.size === 0) return;
      for (const [role, given] of offeredSince(core, firstOffer)) {
        for (const [resource, limit] of core.quotas.get(role)?.limits ?? []) {
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
    if (limits.size > 0 && use !== undefined) result.set(role, use);
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
