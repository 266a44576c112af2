/**
 * Is an operation complete, and are the resources it names well formed? Texts are those of Mesos (OPR rows, http-v1
 * §10.6).
 */
import type { Offer_Operation, Resource } from "../../model/gen/mesos.ts";
import { mapOperation, operationResources } from "../../model/operation-resources.ts";
import { upgradeResource } from "../../model/reservation-format.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { validateResource, validateResources } from "../../model/validate-resource.ts";

const MEMBER = {
  LAUNCH: "launch",
  LAUNCH_GROUP: "launch_group",
  RESERVE: "reserve",
  UNRESERVE: "unreserve",
  CREATE: "create",
  DESTROY: "destroy",
  GROW_VOLUME: "grow_volume",
  SHRINK_VOLUME: "shrink_volume",
  CREATE_DISK: "create_disk",
  DESTROY_DISK: "destroy_disk",
} as const;

/** The operation with its resources in the format after refinement; or what is wrong with it. */
export function readOperation(operation: Offer_Operation): Result<Offer_Operation> {
  const { type = "UNKNOWN" } = operation;
  if (type === "UNKNOWN") return err("Unknown offer operation");
  const member = MEMBER[type];
  if (operation[member] === undefined) return err(missing(type, member));
  const valid = isSingle(type) ? eachValid(operation) : validateResources(operationResources(operation));
  if (!valid.ok) return valid;
  return ok(mapOperation(operation, upgradeResource));
}

/** Operations on named single resources say what is wrong without naming it again. */
function isSingle(type: keyof typeof MEMBER): boolean {
  return type === "GROW_VOLUME" || type === "SHRINK_VOLUME" || type === "CREATE_DISK" || type === "DESTROY_DISK";
}

function eachValid(operation: Offer_Operation): Result<readonly Resource[]> {
  const resources = operationResources(operation);
  for (const resource of resources) {
    const valid = validateResource(resource);
    if (!valid.ok) return valid;
  }
  return ok(resources);
}

function missing(type: keyof typeof MEMBER, member: string): string {
  const article = type === "UNRESERVE" ? "An" : "A";
  const noun = type === "GROW_VOLUME" ? "operation" : "offer operation";
  const end = type === "GROW_VOLUME" || type === "SHRINK_VOLUME" ? "" : ".";
  return `${article} ${type} ${noun} must have the Offer.Operation.${member} field set${end}`;
}
