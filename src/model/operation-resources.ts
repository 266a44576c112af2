import { mapUnlessSame } from "./reservation-format.ts";
import { withAllocation } from "./resource-shape.ts";
import type { ExecutorInfo, Offer_Operation, Resource, TaskInfo } from "./gen/mesos.ts";

type Change = (resource: Resource) => Resource;

/**
 * An operation with every Resource in it replaced: to stamp the offer's allocation role on what the framework named
 * (`allocateOperation`), to strip it, or to change the format for old agents.
 */
export function mapOperation(operation: Offer_Operation, change: Change): Offer_Operation {
  const { launch, launch_group: group, reserve, unreserve, create, destroy } = operation;
  const { grow_volume: grow, shrink_volume: shrink, create_disk: createDisk, destroy_disk: destroyDisk } = operation;
  const all = (list: readonly Resource[] | undefined): readonly Resource[] | undefined => list?.map(change);
  switch (operation.type) {
    case "LAUNCH": {
      const infos = launch?.task_infos;
      if (infos === undefined) return operation;
      const tasks = mapUnlessSame(infos, (task) => mapTask(task, change));
      return tasks === infos ? operation : { ...operation, launch: { ...launch, task_infos: tasks } };
    }
    case "LAUNCH_GROUP": {
      if (group === undefined) return operation;
      const taskGroup = { ...group.task_group, tasks: group.task_group.tasks?.map((task) => mapTask(task, change)) };
      const executor = mapExecutor(group.executor, change);
      return { ...operation, launch_group: { ...group, executor, task_group: taskGroup } };
    }
    case "RESERVE":
      if (reserve === undefined) return operation;
      return { ...operation, reserve: { ...reserve, resources: all(reserve.resources), source: all(reserve.source) } };
    case "UNRESERVE":
      return { ...operation, unreserve: unreserve && { ...unreserve, resources: all(unreserve.resources) } };
    case "CREATE":
      return { ...operation, create: create && { ...create, volumes: all(create.volumes) } };
    case "DESTROY":
      return { ...operation, destroy: destroy && { ...destroy, volumes: all(destroy.volumes) } };
    case "GROW_VOLUME":
      if (grow === undefined) return operation;
      return { ...operation, grow_volume: { volume: change(grow.volume), addition: change(grow.addition) } };
    case "SHRINK_VOLUME":
      return { ...operation, shrink_volume: shrink && { ...shrink, volume: change(shrink.volume) } };
    case "CREATE_DISK":
      return { ...operation, create_disk: createDisk && { ...createDisk, source: change(createDisk.source) } };
    case "DESTROY_DISK":
      return { ...operation, destroy_disk: destroyDisk && { ...destroyDisk, source: change(destroyDisk.source) } };
    default:
      return operation;
  }
}

/** The operation with the role stamped on every resource that names none (ALC-31). */
export function allocateOperation(operation: Offer_Operation, role: string): Offer_Operation {
  return mapOperation(operation, (resource) =>
    resource.allocation_info === undefined ? withAllocation(resource, role) : resource,
  );
}

/** The operation without allocation roles, for agents without MULTI_ROLE. */
export function unallocateOperation(operation: Offer_Operation): Offer_Operation {
  return mapOperation(operation, (resource) => withAllocation(resource, undefined));
}

/** The resources an operation is about, which say where it goes: to the agent or to one of its providers. */
export function operationResources(operation: Offer_Operation): readonly Resource[] {
  const found: Resource[] = [];
  mapOperation(operation, (resource) => {
    found.push(resource);
    return resource;
  });
  return found;
}

function mapTask(task: TaskInfo, change: Change): TaskInfo {
  const executor = task.executor && mapExecutor(task.executor, change);
  const resources = task.resources && mapUnlessSame(task.resources, change);
  if (executor !== task.executor) return { ...task, resources, executor };
  return resources === task.resources ? task : { ...task, resources };
}

function mapExecutor(executor: ExecutorInfo, change: Change): ExecutorInfo {
  const resources = executor.resources && mapUnlessSame(executor.resources, change);
  return resources === executor.resources ? executor : { ...executor, resources };
}
