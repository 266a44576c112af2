/** The container that a task of a group gets, as its executor asks the agent for it. */
import type { ContainerIdJson, ContainerJson, OperatorCallJson, TaskJson, VariableJson } from "./event.ts";

/** Its volumes are those of the executor, in whose sandbox the agent has put them. */
export function launchCall(
  task: TaskJson, containerId: ContainerIdJson, containerIp: string | undefined,
): OperatorCallJson {
  const { command = {}, resources = [], limits } = task;
  const role = resources[0]?.allocation_info?.role;
  const variables: VariableJson[] = [...(command.environment?.variables ?? [])];
  if (containerIp !== undefined) variables.push({ name: "MESOS_CONTAINER_IP", value: containerIp });
  if (role !== undefined) variables.push({ name: "MESOS_ALLOCATION_ROLE", value: role });
  const container = containerOf(task);
  return {
    type: "LAUNCH_CONTAINER",
    launch_container: {
      container_id: containerId,
      command: { ...command, environment: { variables } },
      resources,
      ...(container === undefined ? {} : { container }),
      ...(limits === undefined ? {} : { limits }),
    },
  };
}

function containerOf({ container, resources = [] }: TaskJson): ContainerJson | undefined {
  const shared = resources.flatMap(({ disk }) => {
    const volume = disk?.volume;
    if (volume === undefined) return [];
    const { container_path: path, mode } = volume;
    const source = { type: "SANDBOX_PATH", sandbox_path: { type: "PARENT", path } };
    return [{ mode, container_path: path, source }];
  });
  if (shared.length === 0) return container;
  return { type: "MESOS", ...container, volumes: [...(container?.volumes ?? []), ...shared] };
}
