/**
 * Offers that stand in the way of a new quota are taken back (ALC-19): not exactly those, as what the allocator has
 * left may be gone the next moment, but enough of them.
 */
import type { QuotaConfig } from "../../model/gen/quota.ts";
import type { Role } from "../../model/id.ts";
import {
  NO_QUANTITIES, addQuantities, containsQuantities, quantitiesOf, subtractQuantities,
} from "../../model/quantities.ts";
import { quotaFrom, withinLimits } from "../../model/quota.ts";
import { isUnreserved } from "../../model/reservation.ts";
import { isRevocable } from "../../model/resource.ts";
import { isSubroleOf } from "../../model/role.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { rescindOffer } from "../state/offers.ts";
import { quotaUse } from "../views/roles.ts";

/** First the role's own offers until it is within its limits, then those of others until its guarantees can be met. */
export function rescindForQuota(master: Master, configs: readonly QuotaConfig[], out: Outbox): void {
  for (const config of configs) {
    const { guarantees, limits } = quotaFrom(config);
    const { consumed, offered } = quotaUse(master)(config.role);
    let had = addQuantities(consumed, offered);
    for (const offer of [...master.offers.values()]) {
      if (withinLimits(limits, had)) break;
      if (!isSubroleOf(offer.role, config.role)) continue;
      had = subtractQuantities(had, quantitiesOf(offer.resources));
      rescindOffer(master, offer, out);
    }
    for (const offer of [...master.offers.values()]) {
      if (containsQuantities(had, guarantees)) break;
      if (isSubroleOf(offer.role, config.role)) continue;
      had = addQuantities(had, quantitiesOf(offer.resources));
      rescindOffer(master, offer, out);
    }
  }
}

/**
 * For a quota set the old way all offers of an agent go together, until they amount to the guarantee and every
 * framework of the role may get an agent of its own.
 */
export function rescindForGuarantee(master: Master, config: QuotaConfig, out: Outbox): void {
  const { guarantees } = quotaFrom(config);
  const frameworks = [...master.frameworks.values()].filter(({ state, roles }) => (
    state === "active" && roles.includes(config.role as Role)));
  let rescinded = NO_QUANTITIES;
  let agents = 0;
  for (const agent of master.agents.values()) {
    if (containsQuantities(rescinded, guarantees) && agents >= frameworks.length) break;
    if (!agent.active || agent.offers.size === 0) continue;
    agents++;
    for (const offer of [...agent.offers.values()]) {
      const plain = offer.resources.filter((resource) => isUnreserved(resource) && !isRevocable(resource));
      rescinded = addQuantities(rescinded, quantitiesOf(plain));
      rescindOffer(master, offer, out);
    }
  }
}
