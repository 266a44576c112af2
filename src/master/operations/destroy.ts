/** DESTROY deletes persistent volumes that nobody uses, and their data; what is left is reserved disk (OPR-10). */
import type { Offer_Operation, Resource } from "../../model/gen/mesos.ts";
import { isFromProvider } from "../../model/resource.ts";
import { contains, unallocate } from "../../model/resources.ts";
import type { Agent } from "../state/agent.ts";
import { rescindOffer } from "../state/offers.ts";
import { providerMixError, resourcesError, volumesError } from "../validate/resources.ts";
import { onAgent, refuse, refuseUnauthorized } from "./acceptance.ts";
import type { Acceptance } from "./acceptance.ts";
import { convert } from "./convert.ts";

export function destroy(acceptance: Acceptance, operation: Offer_Operation): void {
  const { master, agent, out } = acceptance;
  const volumes = operation.destroy?.volumes ?? [];
  const error = destroyError(unallocate(volumes), agent);
  if (error !== undefined) return refuse(acceptance, operation, error + onAgent(acceptance));
  if (refuseUnauthorized(acceptance, operation)) return;
  // A shared volume may be offered to others at the same time: those offers would promise what is about to vanish.
  for (const offer of [...agent.offers.values()]) {
    if (volumes.some((volume) => offersVolume(offer.resources, volume))) rescindOffer(master, offer, out);
  }
  convert(acceptance, operation);
}

export function destroyError(volumes: readonly Resource[], agent: Agent): string | undefined {
  const invalid = resourcesError(volumes) ?? providerMixError(volumes);
  if (invalid !== undefined) return `Invalid resources: ${invalid}`;
  const wrong = volumesError(volumes);
  if (wrong !== undefined) return `Not a persistent volume: ${wrong}`;
  const own = volumes.filter((volume) => !isFromProvider(volume));
  if (own.some((volume) => !contains(agent.checkpointed, [volume]))) return "Persistent volumes not found";
  for (const used of agent.used.values()) {
    const held = unallocate(used);
    if (volumes.some((volume) => contains(held, [volume]))) return "Persistent volumes in use";
  }
  return undefined;
}

function offersVolume(offered: readonly Resource[], volume: Resource): boolean {
  return contains(unallocate(offered), unallocate([volume]));
}
