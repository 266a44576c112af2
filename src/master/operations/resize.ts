/**
 * GROW_VOLUME and SHRINK_VOLUME: the resized volume is not to be used before the agent has resized it (OPR-11, OPR-12).
 */
import type {
  Offer_Operation, Offer_Operation_GrowVolume, Offer_Operation_ShrinkVolume,
} from "../../model/gen/mesos.ts";
import { conversionsOf } from "../../model/operation.ts";
import { printResource, printResources } from "../../model/print.ts";
import { isAddable, isFromProvider, milliOf, withoutPersistence } from "../../model/resource.ts";
import { add, contains, subtract } from "../../model/resources.ts";
import { toMilli } from "../../model/scalar.ts";
import { validateResource } from "../../model/validate-resource.ts";
import type { Agent } from "../state/agent.ts";
import { volumesError } from "../validate/resources.ts";
import { countCarriedOut, onAgent, refuse, refuseUnauthorized } from "./acceptance.ts";
import type { Acceptance } from "./acceptance.ts";
import { applyOperation } from "./apply.ts";

export function growVolume(acceptance: Acceptance, operation: Offer_Operation): void {
  resize(acceptance, operation, operation.grow_volume && growError(operation.grow_volume, acceptance.agent));
}

export function shrinkVolume(acceptance: Acceptance, operation: Offer_Operation): void {
  resize(acceptance, operation, operation.shrink_volume && shrinkError(operation.shrink_volume, acceptance.agent));
}

function resize(acceptance: Acceptance, operation: Offer_Operation, error: string | undefined): void {
  const { master, framework, agent, remaining, out } = acceptance;
  if (error !== undefined) return refuse(acceptance, operation, error + onAgent(acceptance));
  if (refuseUnauthorized(acceptance, operation)) return;
  const conversions = conversionsOf(operation);
  if (!conversions.ok) return refuse(acceptance, operation, conversions.error);
  for (const { consumed } of conversions.value) {
    if (contains(remaining, consumed)) continue;
    const [has, needs] = [remaining, consumed].map(printResources);
    return refuse(acceptance, operation, `Invalid ${operation.type} operation: ${has} does not contain ${needs}`);
  }
  for (const { consumed, converted } of conversions.value) {
    acceptance.remaining = subtract(acceptance.remaining, consumed);
    acceptance.resized = add(acceptance.resized, converted);
  }
  acceptance.conversions.push(...conversions.value);
  applyOperation(master, framework.id, agent, operation, out);
  countCarriedOut(framework, operation);
}

export function growError({ volume, addition }: Offer_Operation_GrowVolume, agent: Agent): string | undefined {
  const valid = validateResource(volume);
  if (!valid.ok) return `Invalid resource in the 'GrowVolume.volume' field: ${valid.error}`;
  const validAddition = validateResource(addition);
  if (!validAddition.ok) return `Invalid resource in the 'GrowVolume.addition' field: ${validAddition.error}`;
  if (milliOf(addition) <= 0) return "The size of 'GrowVolume.addition' field must be greater than zero";
  if (isFromProvider(volume)) return "Growing a volume from a resource provider is not supported";
  const wrong = volumesError([volume]);
  if (wrong !== undefined) return `Invalid persistent volume in the 'GrowVolume.volume' field: ${wrong}`;
  if (volume.shared !== undefined) return "Growing a shared persistent volume is not supported";
  if (!isAddable(withoutPersistence(volume), addition)) {
    return "Incompatible resources in the 'GrowVolume.volume' and 'GrowVolume.addition' fields";
  }
  if (agent.capabilities.has("RESIZE_VOLUME")) return undefined;
  return `Volume ${printResource(volume)} cannot be grown on an agent without RESIZE_VOLUME capability`;
}

export function shrinkError({ volume, subtract: by }: Offer_Operation_ShrinkVolume, agent: Agent): string | undefined {
  const valid = validateResource(volume);
  if (!valid.ok) return `Invalid resource in the 'ShrinkVolume.volume' field: ${valid.error}`;
  if (toMilli(by.value) <= 0) return "Value of 'ShrinkVolume.subtract' must be greater than zero";
  if (milliOf(volume) <= toMilli(by.value)) {
    return "Value of 'ShrinkVolume.subtract' must be smaller than the size of 'ShrinkVolume.volume'";
  }
  if (isFromProvider(volume)) return "Shrinking a volume from a resource provider is not supported";
  if (volume.disk?.source?.type === "MOUNT") return "Shrinking a volume on a MOUNT disk is not supported";
  const wrong = volumesError([volume]);
  if (wrong !== undefined) return `Invalid persistent volume in the 'ShrinkVolume.volume' field: ${wrong}`;
  if (volume.shared !== undefined) return "Shrinking a shared persistent volume is not supported";
  if (agent.capabilities.has("RESIZE_VOLUME")) return undefined;
  return `Volume ${printResource(volume)} cannot be shrunk on an agent without RESIZE_VOLUME capability`;
}
