/** What is wrong with a call of the operator API, whoever makes it (http-v1 §10.11). */
import type { Resource } from "../../model/gen/mesos.ts";
import { validateResources } from "../../model/validate-resource.ts";
import type { OperatorCall } from "../../wire/v1/operator.ts";

/** Calls that need the message of their name. */
const WITH_MESSAGE: ReadonlySet<string> = new Set([
  "GET_METRICS", "SET_LOGGING_LEVEL", "LIST_FILES", "READ_FILE", "UPDATE_WEIGHTS", "RESERVE_RESOURCES",
  "UNRESERVE_RESOURCES", "CREATE_VOLUMES", "DESTROY_VOLUMES", "GROW_VOLUME", "SHRINK_VOLUME",
  "UPDATE_MAINTENANCE_SCHEDULE", "START_MAINTENANCE", "STOP_MAINTENANCE", "DRAIN_AGENT", "DEACTIVATE_AGENT",
  "REACTIVATE_AGENT", "UPDATE_QUOTA", "SET_QUOTA", "REMOVE_QUOTA", "TEARDOWN", "MARK_AGENT_GONE",
]);

const NO_AGENT = "Expecting 'agent_id' to be present; only agent default resources are supported right now";

/** The text that follows `Failed to validate master::Call: `; undefined: nothing is wrong. */
export function operatorCallError(call: OperatorCall): string | undefined {
  if (call.type === undefined) return "Expecting 'type' to be present";
  const name = call.type.toLowerCase();
  const isMissing = WITH_MESSAGE.has(call.type) && call[name as keyof OperatorCall] === undefined;
  if (isMissing) return `Expecting '${name}' to be present`;
  switch (call.type) {
    case "RESERVE_RESOURCES":
      return resourcesError(call.reserve_resources?.resources);
    case "UNRESERVE_RESOURCES":
      return resourcesError(call.unreserve_resources?.resources);
    case "GROW_VOLUME":
      return call.grow_volume?.agent_id === undefined ? NO_AGENT : undefined;
    case "SHRINK_VOLUME":
      return call.shrink_volume?.agent_id === undefined ? NO_AGENT : undefined;
    default:
      return undefined;
  }
}

function resourcesError(resources: readonly Resource[] | undefined): string | undefined {
  const valid = validateResources(resources);
  return valid.ok ? undefined : valid.error;
}
