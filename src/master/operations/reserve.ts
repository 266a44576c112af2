/** RESERVE keeps resources for the role they are offered to, also when the framework is done with them (OPR-06). */
import type { Offer_Operation, Resource } from "../../model/gen/mesos.ts";
import { printResource } from "../../model/print.ts";
import { hasRefinedReservations, isDynamicallyReserved, roleOf } from "../../model/reservation.ts";
import type { Agent } from "../state/agent.ts";
import type { Framework } from "../state/framework.ts";
import { allocationError, providerMixError, resourcesError } from "../validate/resources.ts";
import { onAgent, refuse, refuseUnauthorized } from "./acceptance.ts";
import type { Acceptance } from "./acceptance.ts";
import { convert } from "./convert.ts";

export function reserve(acceptance: Acceptance, operation: Offer_Operation): void {
  const error = reserveError(operation.reserve?.resources ?? [], acceptance.framework, acceptance.agent);
  if (error !== undefined) return refuse(acceptance, operation, error + onAgent(acceptance));
  if (refuseUnauthorized(acceptance, operation)) return;
  convert(acceptance, operation);
}

function reserveError(resources: readonly Resource[], framework: Framework, agent: Agent): string | undefined {
  const invalid = resourcesError(resources) ?? providerMixError(resources);
  if (invalid !== undefined) return `Invalid resources: ${invalid}`;
  for (const resource of resources) {
    const error =
      kindError(resource) ??
      capabilityError(resource, agent) ??
      principalError(resource, framework.info.principal) ??
      roleError(resource, framework);
    if (error !== undefined) return error;
  }
  const unallocated = allocationError(resources);
  return unallocated === undefined ? undefined : `Invalid reservation resources: ${unallocated}`;
}

function kindError(resource: Resource): string | undefined {
  if (isDynamicallyReserved(resource)) return undefined;
  return `Resource ${printResource(resource)} is not dynamically reserved`;
}

function capabilityError(resource: Resource, agent: Agent): string | undefined {
  const role = roleOf(resource);
  const name = `Resource ${printResource(resource)}`;
  if (role.includes("/") && !agent.capabilities.has("HIERARCHICAL_ROLE")) {
    const what = `with reservation for hierarchical role '${role}'`;
    return `${name} ${what} cannot be reserved on an agent without HIERARCHICAL_ROLE capability`;
  }
  if (!hasRefinedReservations(resource) || agent.capabilities.has("RESERVATION_REFINEMENT")) return undefined;
  const what = "with reservation refinement cannot be reserved";
  return `${name} ${what} on an agent without RESERVATION_REFINEMENT capability`;
}

/** A framework with a principal reserves in its own name. */
function principalError(resource: Resource, principal: string | undefined): string | undefined {
  if (principal === undefined) return undefined;
  const named = resource.reservations?.at(-1)?.principal;
  if (named === undefined) {
    const what = "but there is a reserved resource in the request with no principal set";
    return `A reserve operation was attempted by principal '${principal}', ${what}`;
  }
  if (named === principal) return undefined;
  const what = `which does not match a reserved resource in the request with principal '${named}'`;
  return `A reserve operation was attempted by authenticated principal '${principal}', ${what}`;
}

/** Reserved for the role it is offered to, which is one of the framework's. */
function roleError(resource: Resource, framework: Framework): string | undefined {
  const [reserved, allocated] = [roleOf(resource), resource.allocation_info?.role];
  if (allocated === undefined) {
    const what = `on unallocated resource ${printResource(resource)}`;
    const rule = "but frameworks can only perform reservations on allocated resources";
    return `A reserve operation was attempted ${what}, ${rule}`;
  }
  if (allocated !== reserved) {
    const what = `for a resource with role '${reserved}'`;
    return `A reserve operation was attempted ${what}, but the resource was allocated to role '${allocated}'`;
  }
  const roles: readonly string[] = framework.roles;
  if (roles.includes(allocated)) return undefined;
  const rule = `but the framework only has roles '{ ${roles.join(", ")} }'`;
  return `A reserve operation was attempted for a resource allocated to role '${allocated}', ${rule}`;
}
