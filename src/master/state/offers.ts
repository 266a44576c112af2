/**
 * Outstanding offers and inverse offers. From the moment the allocator makes an offer until `takeOffer`, `returnOffer`
 * or `rescindOffer`, its resources count as the framework's (OFR-05); every offer ends through exactly one of the
 * three.
 */
import type { Refusal } from "../../allocator/allocator.ts";
import { add, subtract } from "../../model/resources.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import { tell } from "../tell.ts";
import { own } from "./agent.ts";
import type { InverseOffer, Offer } from "./offer.ts";
import { must } from "./tables.ts";

/** Puts a new offer on all records. The allocator made it, so it has counted it already. */
export function addOffer(master: Master, offer: Offer): void {
  master.offers.set(offer.id, offer);
  master.frameworks.get(offer.frameworkId)?.offers.set(offer.id, offer);
  const agent = master.agents.get(offer.agentId);
  if (agent === undefined) return;
  agent.offers.set(offer.id, offer);
  agent.offered = add(agent.offered, offer.resources);
}

/** Takes the offer off all records; its resources stay the framework's, and the caller must account for them. */
export function takeOffer(master: Master, offer: Offer, out: Outbox): void {
  master.offers.delete(offer.id);
  master.frameworks.get(offer.frameworkId)?.offers.delete(offer.id);
  const agent = master.agents.get(offer.agentId);
  if (agent !== undefined) {
    agent.offers.delete(offer.id);
    agent.offered = subtract(agent.offered, offer.resources);
  }
  if (master.options.offerTimeoutMs !== undefined) out.disarm({ kind: "offer-timeout", offerId: offer.id });
}

/** Gives the offer's resources back without a word to the framework; a refusal installs a filter (OFR-15). */
export function returnOffer(master: Master, offer: Offer, refusal: Refusal | undefined, out: Outbox): void {
  takeOffer(master, offer, out);
  must(master.allocator.recoverResources(offer.frameworkId, offer.agentId, offer.resources, refusal, "offered"));
}

/**
 * Takes the offer back from the framework and tells it so (OFR-07); with a `refusal` it is not made again for its time.
 */
export function rescindOffer(master: Master, offer: Offer, out: Outbox, refusal?: Refusal): void {
  const framework = master.frameworks.get(offer.frameworkId);
  returnOffer(master, offer, refusal, out);
  if (framework === undefined) return;
  count(framework.counters, "offers/rescinded");
  tell(master, framework, { type: "RESCIND", rescind: { offer_id: { value: offer.id } } }, out);
}

export function addInverseOffer(master: Master, offer: InverseOffer): void {
  master.inverseOffers.set(offer.id, offer);
  master.frameworks.get(offer.frameworkId)?.inverseOffers.set(offer.id, offer);
  const agent = master.agents.get(offer.agentId);
  if (agent !== undefined) own(agent, "inverseOffers").set(offer.id, offer);
}

/**
 * Takes the inverse offer off all records and tells the allocator how it ended: with the framework's answer, or with
 * none, which makes room for another one (OFR-24).
 */
export function endInverseOffer(
  master: Master, offer: InverseOffer, answer: InverseOfferAnswer | undefined, nowMs: number, out: Outbox,
): void {
  master.inverseOffers.delete(offer.id);
  master.frameworks.get(offer.frameworkId)?.inverseOffers.delete(offer.id);
  master.agents.get(offer.agentId)?.inverseOffers.delete(offer.id);
  if (master.options.offerTimeoutMs !== undefined) out.disarm({ kind: "offer-timeout", offerId: offer.id });
  const { agentId, frameworkId } = offer;
  must(master.allocator.updateInverseOffer(agentId, frameworkId, answer?.status, answer?.refusal, nowMs));
}

/** What a framework answered to an inverse offer. */
interface InverseOfferAnswer {
  readonly status: "ACCEPT" | "DECLINE";
  readonly refusal: Refusal;
}

/** Takes the inverse offer back and tells the framework so. */
export function rescindInverseOffer(master: Master, offer: InverseOffer, nowMs: number, out: Outbox): void {
  const framework = master.frameworks.get(offer.frameworkId);
  endInverseOffer(master, offer, undefined, nowMs, out);
  if (framework === undefined) return;
  const event = { inverse_offer_id: { value: offer.id } };
  tell(master, framework, { type: "RESCIND_INVERSE_OFFER", rescind_inverse_offer: event }, out);
}
