/**
 * Is an operation complete, and are the resources it names well formed? Texts are those of Mesos (OPR rows, http-v1
 * §10.6).
 */
import type { Offer_Operation, Resource, TaskInfo } from "../../model/gen/mesos.ts";
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
  const error = isSingle(type) ? singleError(operation) : listError(operation);
  return error === undefined ? ok(mapOperation(operation, upgradeResource)) : err(error);
}

/** Operations on named single resources say what is wrong without naming it again. */
function isSingle(type: keyof typeof MEMBER): boolean {
  return type === "GROW_VOLUME" || type === "SHRINK_VOLUME" || type === "CREATE_DISK" || type === "DESTROY_DISK";
}

function singleError(operation: Offer_Operation): string | undefined {
  for (const resource of operationResources(operation)) {
    const valid = validateResource(resource);
    if (!valid.ok) return valid.error;
  }
  return undefined;
}

/** Each list by itself: what many tasks use together may well be more than one list can hold. */
function listError(operation: Offer_Operation): string | undefined {
  for (const list of listsOf(operation)) {
    const valid = validateResources(list);
    if (!valid.ok) return valid.error;
  }
  return undefined;
}

/** In the order in which Mesos looks at them: the first wrong one is the one that is named. */
function listsOf(operation: Offer_Operation): readonly (readonly Resource[] | undefined)[] {
  const { launch, launch_group: group, reserve } = operation;
  const ofTasks = (tasks: readonly TaskInfo[] = []) =>
    tasks.flatMap(({ resources, executor }) => [resources, executor?.resources]);
  switch (operation.type) {
    case "LAUNCH":
      return ofTasks(launch?.task_infos);
    case "LAUNCH_GROUP":
      return [group?.executor.resources, ...ofTasks(group?.task_group.tasks)];
    case "RESERVE":
      return [reserve?.resources, reserve?.source];
    default:
      return [operationResources(operation)];
  }
}

function missing(type: keyof typeof MEMBER, member: string): string {
  const article = type === "UNRESERVE" ? "An" : "A";
  const noun = type === "GROW_VOLUME" ? "operation" : "offer operation";
  const end = type === "GROW_VOLUME" || type === "SHRINK_VOLUME" ? "" : ".";
  return `${article} ${type} ${noun} must have the Offer.Operation.${member} field set${end}`;
}
