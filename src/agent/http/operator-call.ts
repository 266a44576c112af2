/** What is wrong with a call of the agent's operator API (http-v1 §10.12). */
import type { Call_LaunchContainer } from "../../model/gen/agent.ts";
import type { ContainerID, ContainerInfo, Resource } from "../../model/gen/mesos.ts";
import { validateContainerId } from "../../model/id.ts";
import { upgradeResource } from "../../model/reservation-format.ts";
import { isReserved } from "../../model/reservation.ts";
import { isPersistentVolume, isRevocable } from "../../model/resource.ts";
import { commandError } from "../../model/validate-command.ts";
import { containerError } from "../../model/validate-container.ts";
import { validateResource } from "../../model/validate-resource.ts";
import type { AgentCall } from "../../wire/v1/agent.ts";

/** Calls that need the member of their name. */
const WITH_MEMBER: ReadonlySet<string> = new Set([
  "GET_METRICS", "SET_LOGGING_LEVEL", "LIST_FILES", "READ_FILE", "LAUNCH_NESTED_CONTAINER", "WAIT_NESTED_CONTAINER",
  "KILL_NESTED_CONTAINER", "REMOVE_NESTED_CONTAINER", "LAUNCH_NESTED_CONTAINER_SESSION", "ATTACH_CONTAINER_INPUT",
  "ATTACH_CONTAINER_OUTPUT", "LAUNCH_CONTAINER", "WAIT_CONTAINER", "KILL_CONTAINER", "REMOVE_CONTAINER",
  "ADD_RESOURCE_PROVIDER_CONFIG", "UPDATE_RESOURCE_PROVIDER_CONFIG", "REMOVE_RESOURCE_PROVIDER_CONFIG",
  "MARK_RESOURCE_PROVIDER_GONE",
]);

export function agentCallError(call: AgentCall): string | undefined {
  if (call.type === undefined) return "Expecting 'type' to be present";
  const name = call.type.toLowerCase();
  if (WITH_MEMBER.has(call.type) && call[name as keyof AgentCall] === undefined) {
    return `Expecting '${name}' to be present`;
  }
  switch (call.type) {
    case "LAUNCH_NESTED_CONTAINER":
      return launchError(name, call.launch_nested_container!, true) ?? nestedShareError(call.launch_nested_container!);
    case "LAUNCH_NESTED_CONTAINER_SESSION":
      return (
        launchError(name, call.launch_nested_container_session!, true) ??
        sessionShareError(call.launch_nested_container_session!)
      );
    case "WAIT_NESTED_CONTAINER":
      return nestedError(name, call.wait_nested_container!.container_id);
    case "KILL_NESTED_CONTAINER":
      return nestedError(name, call.kill_nested_container!.container_id);
    case "REMOVE_NESTED_CONTAINER":
      return nestedError(name, call.remove_nested_container!.container_id);
    case "LAUNCH_CONTAINER":
      return launchContainerError(name, call.launch_container!);
    case "WAIT_CONTAINER":
      return idError(name, call.wait_container!.container_id);
    case "KILL_CONTAINER":
      return idError(name, call.kill_container!.container_id);
    case "REMOVE_CONTAINER":
      return idError(name, call.remove_container!.container_id);
    case "ATTACH_CONTAINER_INPUT":
      return attachInputError(call);
    case "ATTACH_CONTAINER_OUTPUT":
      return idError(name, call.attach_container_output!.container_id);
    case "ADD_RESOURCE_PROVIDER_CONFIG":
      return providerError(name, call.add_resource_provider_config!.info.id);
    case "UPDATE_RESOURCE_PROVIDER_CONFIG":
      return providerError(name, call.update_resource_provider_config!.info.id);
    default:
      return undefined;
  }
}

type Launching = Pick<Call_LaunchContainer, "container_id" | "command" | "container">;

function idError(name: string, id: ContainerID): string | undefined {
  const valid = validateContainerId(id);
  return valid.ok ? undefined : `'${name}.container_id' is invalid: ${valid.error}`;
}

/** Nested containers have a parent. */
function nestedError(name: string, id: ContainerID): string | undefined {
  const error = idError(name, id);
  if (error !== undefined) return error;
  return id.parent === undefined ? `Expecting '${name}.container_id.parent' to be present` : undefined;
}

function launchError(name: string, launch: Launching, nested: boolean): string | undefined {
  const id = nested ? nestedError(name, launch.container_id) : idError(name, launch.container_id);
  if (id !== undefined) return id;
  const command = launch.command === undefined ? undefined : commandError(launch.command);
  if (command !== undefined) return `'${name}.command' is invalid: ${command}`;
  const container = launch.container === undefined ? undefined : containerError(launch.container);
  return container === undefined ? undefined : `'${name}.container' is invalid: ${container}`;
}

function nestedShareError({ container_id: id, container }: Launching): string | undefined {
  if (!isTwiceNested(id) || sharesCgroups(container) !== false) return undefined;
  return (
    "'launch_nested_container' is invalid: containers nested at " +
    "the second level or greater cannot set 'share_cgroups' to 'false'"
  );
}

function sessionShareError({ container }: Launching): string | undefined {
  if (sharesCgroups(container) !== false) return undefined;
  return (
    "'launch_nested_container_session.container.linux_info' is " +
    "invalid: 'share_cgroups' cannot be set to 'false' for nested container sessions"
  );
}

function launchContainerError(name: string, launch: Call_LaunchContainer): string | undefined {
  const id = idError(name, launch.container_id);
  if (id !== undefined) return id;
  const resources = resourcesError(name, launch);
  if (resources !== undefined) return resources;
  const error = launchError(name, launch, false);
  if (error !== undefined) return error;
  const share = sharesCgroups(launch.container);
  const prefix = "'launch_container' is invalid: containers";
  const twice = `${prefix} nested at the second level or greater cannot`;
  if (isTwiceNested(launch.container_id)) {
    if ((launch.resources ?? []).length > 0) return `${twice} specify resources`;
    if (Object.keys(launch.limits ?? {}).length > 0) return `${twice} specify resource limits`;
    if (share === false) return `${twice} set 'share_cgroups' to 'false'`;
  }
  if (launch.container_id.parent === undefined && share === true) {
    return `${prefix} without a parent cannot set 'share_cgroups' to 'true'`;
  }
  return undefined;
}

function resourcesError(name: string, launch: Call_LaunchContainer): string | undefined {
  const resources = launch.resources ?? [];
  for (const resource of resources) {
    const valid = validateResource(resource);
    if (!valid.ok) return `Invalid resources: ${valid.error}`;
  }
  const broken = resources.find(({ name: kind, scalar }) => kind === "gpus" && !Number.isInteger(scalar?.value ?? 0));
  if (broken !== undefined) return "Invalid GPU resources: The 'gpus' resource must be an unsigned integer";
  if (launch.container_id.parent !== undefined) return undefined;
  const standalone: readonly Resource[] = resources.map(upgradeResource);
  if (standalone.some((resource) => isReserved(resource))) return `'${name}.resources' must be unreserved`;
  if (standalone.some(isPersistentVolume)) return `'${name}.resources' may not use persistent volumes`;
  return standalone.some(isRevocable) ? `'${name}.resources' must be non-revocable` : undefined;
}

function attachInputError(call: AgentCall): string | undefined {
  const { type, container_id: id } = call.attach_container_input!;
  if (type === undefined) return "Expecting 'attach_container_input.type' to be present";
  if (type === "UNKNOWN") return "'attach_container_input.type' is unknown";
  return type === "CONTAINER_ID" ? idError("attach_container_input", id ?? { value: "" }) : undefined;
}

function providerError(name: string, id: object | undefined): string | undefined {
  return id === undefined ? undefined : `Expecting '${name}.info.id' to be unset`;
}

function isTwiceNested(id: ContainerID): boolean {
  return id.parent?.parent !== undefined;
}

function sharesCgroups(container: ContainerInfo | undefined): boolean | undefined {
  return container?.linux_info?.share_cgroups;
}
