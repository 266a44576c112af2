/** CREATE makes persistent volumes of reserved disk: they and their data outlive the tasks that use them (OPR-09). */
import type { Offer_Operation, Resource } from "../../model/gen/mesos.ts";
import { printResource } from "../../model/print.ts";
import { hasRefinedReservations, roleOf } from "../../model/reservation.ts";
import { unallocate } from "../../model/resources.ts";
import type { Agent } from "../state/agent.ts";
import type { Framework } from "../state/framework.ts";
import {
  allocationError, persistenceIdError, providerMixError, resourcesError, volumesError,
} from "../validate/resources.ts";
import { onAgent, refuse, refuseUnauthorized } from "./acceptance.ts";
import type { Acceptance } from "./acceptance.ts";
import { convert } from "./convert.ts";
import type { Requester } from "./reserve.ts";

export function create(acceptance: Acceptance, operation: Offer_Operation): void {
  const { framework, agent } = acceptance;
  const error = createError(operation.create?.volumes ?? [], { framework, principal: framework.info.principal }, agent);
  if (error !== undefined) return refuse(acceptance, operation, error + onAgent(acceptance));
  if (refuseUnauthorized(acceptance, operation)) return;
  convert(acceptance, operation);
}

export function createError(
  volumes: readonly Resource[], { framework, principal }: Requester, agent: Agent,
): string | undefined {
  const invalid = resourcesError(volumes) ?? providerMixError(volumes);
  if (invalid !== undefined) return `Invalid resources: ${invalid}`;
  const wrong = volumesError(volumes);
  if (wrong !== undefined) return `Not a persistent volume: ${wrong}`;
  const repeated = persistenceIdError([...agent.checkpointed, ...unallocate(volumes)]);
  if (repeated !== undefined) return repeated;
  for (const volume of volumes) {
    const error =
      (framework && sharedError(volume, framework)) ??
      capabilityError(volume, agent) ??
      principalError(volume, principal);
    if (error !== undefined) return error;
  }
  const unallocated = framework && allocationError(volumes);
  return unallocated === undefined ? undefined : `Invalid volume resources: ${unallocated}`;
}

function sharedError(volume: Resource, framework: Framework): string | undefined {
  if (volume.shared === undefined || framework.capabilities.has("SHARED_RESOURCES")) return undefined;
  const what = `Create volume operation for '${printResource(volume)}'`;
  return `${what} has been attempted by framework '${framework.id}' with no SHARED_RESOURCES capability`;
}

function capabilityError(volume: Resource, agent: Agent): string | undefined {
  const role = roleOf(volume);
  const name = `Volume ${printResource(volume)}`;
  if (role.includes("/") && !agent.capabilities.has("HIERARCHICAL_ROLE")) {
    const what = `with reservation for hierarchical role '${role}'`;
    return `${name} ${what} cannot be created on an agent without HIERARCHICAL_ROLE capability`;
  }
  if (!hasRefinedReservations(volume) || agent.capabilities.has("RESERVATION_REFINEMENT")) return undefined;
  const what = "with reservation refinement cannot be created";
  return `${name} ${what} on an agent without RESERVATION_REFINEMENT capability`;
}

/** A framework with a principal creates in its own name. */
function principalError(volume: Resource, principal: string | undefined): string | undefined {
  if (principal === undefined) return undefined;
  const named = volume.disk?.persistence?.principal;
  if (named === undefined) {
    const what = "but there is a volume in the operation with no principal set in 'disk.persistence'";
    return `Create volume operation attempted by principal '${principal}', ${what}`;
  }
  if (named === principal) return undefined;
  const what = `which does not match a volume in the operation with principal '${named}' set in 'disk.persistence'`;
  return `Create volume operation attempted by authenticated principal '${principal}', ${what}`;
}
