/** RESERVE keeps resources for the role they are offered to, also when the framework is done with them (OPR-06). */
import type { Offer_Operation, Offer_Operation_Reserve, Resource } from "../../model/gen/mesos.ts";
import { printResource, printResources } from "../../model/print.ts";
import { hasRefinedReservations, isDynamicallyReserved, roleOf } from "../../model/reservation.ts";
import { equals, toResources } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { writeDouble, writeString } from "../../wire/json.ts";
import type { Agent } from "../state/agent.ts";
import type { Framework } from "../state/framework.ts";
import { allocationError, providerMixError, resourcesError } from "../validate/resources.ts";
import { onAgent, refuse, refuseUnauthorized } from "./acceptance.ts";
import type { Acceptance } from "./acceptance.ts";
import { convert } from "./convert.ts";

export function reserve(acceptance: Acceptance, operation: Offer_Operation): void {
  const { framework, agent } = acceptance;
  const by = { framework, principal: framework.info.principal };
  const error = operation.reserve && reserveError(operation.reserve, by, agent);
  if (error !== undefined) return refuse(acceptance, operation, error + onAgent(acceptance));
  if (refuseUnauthorized(acceptance, operation)) return;
  convert(acceptance, operation);
}

/** Who wants an operation: a framework, which has been offered what it names, or else an operator. */
export interface Requester {
  readonly framework?: Framework;
  readonly principal: string | undefined;
}

export function reserveError(
  { source = [], resources = [] }: Offer_Operation_Reserve, { framework, principal }: Requester, agent: Agent,
): string | undefined {
  const wrong = resourcesError(resources);
  if (wrong !== undefined) return `Invalid resources: ${wrong}`;
  const wrongSource = resourcesError(source);
  if (wrongSource !== undefined) return `Invalid source: ${wrongSource}`;
  const unlike = source.length === 0 ? undefined : changeError(source, resources);
  if (unlike !== undefined) return unlike;
  const mixed = providerMixError(resources);
  if (mixed !== undefined) return `Invalid resources: ${mixed}`;
  for (const resource of resources) {
    const error =
      kindError(resource) ??
      capabilityError(resource, agent) ??
      principalError(resource, principal) ??
      (framework === undefined ? allocatedError(resource) : roleError(resource, framework));
    if (error !== undefined) return error;
  }
  const unallocated = framework && allocationError(resources);
  return unallocated === undefined ? undefined : `Invalid reservation resources: ${unallocated}`;
}

/** A reservation can only be changed into another one of the same things (OPR-07). */
function changeError(source: readonly Resource[], target: readonly Resource[]): string | undefined {
  const wrongSource = mixError(toResources(source));
  if (wrongSource !== undefined) return `Invalid source: ${wrongSource}`;
  const wrong = mixError(toResources(target));
  if (wrong !== undefined) return `Invalid resources: ${wrong}`;
  const [from, to] = [plain(source), plain(target)];
  if (equals(from, to)) return undefined;
  const what = "Source and target resources should refer to identical resource quantities";
  return `${what}: ${printResources(from)} vs. ${printResources(to)}`;
}

/** All must be reserved alike. */
function mixError(resources: Resources): string | undefined {
  if (resources.length === 0) return "Resource cannot be empty";
  const [first, ...others] = resources.map(({ reservations = [] }) => JSON.stringify(reservations));
  if (others.every((other) => other === first)) return undefined;
  return `Mixed reservations are not supported${sortedJson(resources)}`;
}

/** As Mesos prints JSON into texts: members by name, doubles with a fraction. */
function sortedJson(value: unknown, name = ""): string {
  if (typeof value === "string") return writeString(value);
  if (typeof value === "number" && name === "value") return writeDouble(value);
  if (Array.isArray(value)) return `[${value.map((item) => sortedJson(item)).join(",")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined && !(Array.isArray(member) && member.length === 0));
  members.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, member]) => `${writeString(key)}:${sortedJson(member, key)}`).join(",")}}`;
}

/** For nobody, as if they had never been reserved. */
function plain(resources: readonly Resource[]): Resources {
  return toResources(resources.map(({ reservations: _, ...resource }) => resource));
}

/** Operators reserve what nobody is offered or uses. */
function allocatedError({ allocation_info }: Resource): string | undefined {
  if (allocation_info === undefined) return undefined;
  const rule = "but the operator API only allows reservations to be made to unallocated resources";
  return `A reserve operation was attempted with an allocated resource, ${rule}`;
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
