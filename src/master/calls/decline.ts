/**
 * DECLINE gives offers back; for the time of the filters their resources are not offered to the framework again
 * (OFR-08).
 */
import type { Call_Decline } from "../../model/gen/scheduler.ts";
import { offerId } from "../../model/id.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import type { Framework } from "../state/framework.ts";
import { returnOffer } from "../state/offers.ts";
import { refusalOf } from "./filters.ts";

/** Offers that are no longer valid, or another framework's, are passed over. */
export function decline(master: Master, framework: Framework, call: Call_Decline, nowMs: number, out: Outbox): void {
  count(master.counters, "messages_decline_offers");
  for (const { value } of call.offer_ids ?? []) {
    const offer = framework.offers.get(offerId(value));
    if (offer === undefined) continue;
    returnOffer(master, offer, refusalOf(call.filters, nowMs), out);
    count(framework.counters, "offers/declined");
  }
}
