/** May these offers be accepted together (http-v1 §10.3)? Texts are those of Mesos. */
import type { OfferID } from "../../model/gen/mesos.ts";
import { offerId } from "../../model/id.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import type { Master } from "../master.ts";
import type { Framework } from "../state/framework.ts";
import type { Offer } from "../state/offer.ts";

/** The offers, all of one agent, one role and this framework; or why they cannot be used. At least one. */
export function acceptableOffers(
  master: Master, framework: Framework, ids: readonly OfferID[] | undefined,
): Result<readonly [Offer, ...Offer[]]> {
  if (ids?.length === 1) {
    const only = master.offers.get(offerId(ids[0]!.value));
    if (only?.frameworkId === framework.id) return ok([only]);
  }
  const values = (ids ?? []).map(({ value }) => offerId(value));
  const repeated = values.find((id, i) => values.indexOf(id) < i);
  if (repeated !== undefined) return err(`Duplicate offer ${repeated} in offer list`);
  const offers: Offer[] = [];
  for (const id of values) {
    const offer = master.offers.get(id);
    if (offer === undefined) return err(`Offer ${id} is no longer valid`);
    offers.push(offer);
  }
  const [first, ...others] = offers;
  if (first === undefined) return err("No offers specified");
  const foreign = offers.find((offer) => offer.frameworkId !== framework.id);
  if (foreign !== undefined) {
    const { id, frameworkId } = foreign;
    return err(`Offer ${id} has invalid framework ${frameworkId} while framework ${framework.id} is expected`);
  }
  const elsewhere =
    others.find((offer) => offer.role !== first.role) ?? others.find((offer) => offer.agentId !== first.agentId);
  if (elsewhere === undefined) return ok([first, ...others]);
  const { id, role, agentId } = elsewhere;
  if (role !== first.role) {
    const rule = "Aggregated offers must be allocated to the same role.";
    return err(`${rule} Offer ${id} uses role '${role} but another is using role '${first.role}`);
  }
  const rule = "Aggregated offers must belong to one single agent.";
  return err(`${rule} Offer ${id} uses agent ${agentId} and agent ${first.agentId}`);
}
