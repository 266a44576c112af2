/**
 * The common way of RESERVE, UNRESERVE, CREATE and DESTROY: what they make of resources can be used by the next
 * operation.
 */
import type { Offer_Operation } from "../../model/gen/mesos.ts";
import { applyConversions, conversionsOf } from "../../model/operation.ts";
import { shared } from "../../model/select.ts";
import { countCarriedOut, refuse } from "./acceptance.ts";
import type { Acceptance } from "./acceptance.ts";
import { applyOperation } from "./apply.ts";

/** Converts what is left of the offers and the agent's resources; refuses what is not there. */
export function convert(acceptance: Acceptance, operation: Offer_Operation): void {
  const { master, framework, agent, out } = acceptance;
  const conversions = conversionsOf(operation);
  if (!conversions.ok) return refuse(acceptance, operation, conversions.error);
  if (conversions.value.every(({ consumed }) => consumed.length === 0)) {
    return refuse(acceptance, operation, `Invalid ${operation.type} operation: all its resources are of quantity zero`);
  }
  const remaining = applyConversions(acceptance.remaining, conversions.value);
  if (!remaining.ok) return refuse(acceptance, operation, remaining.error);
  acceptance.remaining = remaining.value;
  acceptance.conversions.push(...conversions.value);
  if (operation.type === "CREATE" || operation.type === "DESTROY") acceptance.sharedVolumes = shared(remaining.value);
  applyOperation(master, framework.id, agent, operation, out);
  countCarriedOut(framework, operation);
}
