/** UNRESERVE undoes the last reservation: the resources are for everybody again, or for the role before (OPR-08). */
import type { Offer_Operation, Resource } from "../../model/gen/mesos.ts";
import { printResource } from "../../model/print.ts";
import { isDynamicallyReserved } from "../../model/reservation.ts";
import { isPersistentVolume } from "../../model/resource.ts";
import { providerMixError, resourcesError } from "../validate/resources.ts";
import { onAgent, refuse, refuseUnauthorized } from "./acceptance.ts";
import type { Acceptance } from "./acceptance.ts";
import { convert } from "./convert.ts";

export function unreserve(acceptance: Acceptance, operation: Offer_Operation): void {
  const error = unreserveError(operation.unreserve?.resources ?? []);
  if (error !== undefined) return refuse(acceptance, operation, error + onAgent(acceptance));
  if (refuseUnauthorized(acceptance, operation)) return;
  convert(acceptance, operation);
}

export function unreserveError(resources: readonly Resource[]): string | undefined {
  const invalid = resourcesError(resources) ?? providerMixError(resources);
  if (invalid !== undefined) return `Invalid resources: ${invalid}`;
  for (const resource of resources) {
    if (!isDynamicallyReserved(resource)) return `Resource ${printResource(resource)} is not dynamically reserved`;
    if (!isPersistentVolume(resource)) continue;
    const volume = `A dynamically reserved persistent volume ${printResource(resource)}`;
    const rule = "Please destroy the persistent volume first then unreserve the resource";
    return `${volume} cannot be unreserved directly. ${rule}`;
  }
  return undefined;
}
