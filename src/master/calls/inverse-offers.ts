/**
 * ACCEPT_INVERSE_OFFERS and DECLINE_INVERSE_OFFERS answer the question whether an agent may be taken away for
 * maintenance. The answer is recorded for the operator and stops further inverse offers for the time of the filters
 * (OFR-25).
 */
import type { Filters, OfferID } from "../../model/gen/mesos.ts";
import { offerId } from "../../model/id.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import type { Framework } from "../state/framework.ts";
import { endInverseOffer } from "../state/offers.ts";
import { refusalOf } from "./filters.ts";

/** Inverse offers that are no longer valid, or another framework's, are passed over. */
export function answerInverseOffers(
  master: Master, framework: Framework, status: "ACCEPT" | "DECLINE",
  { ids, filters }: { readonly ids: readonly OfferID[] | undefined; readonly filters: Filters | undefined },
  nowMs: number, out: Outbox,
): void {
  for (const { value } of ids ?? []) {
    const offer = framework.inverseOffers.get(offerId(value));
    if (offer === undefined) continue;
    endInverseOffer(master, offer, { status, refusal: refusalOf(filters, nowMs) }, nowMs, out);
  }
}
