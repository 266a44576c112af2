/**
 * What a re-registering agent reports, as records: tasks and executors with an allocation role on everything
 * (AGT-56).
 */
import type { ReregisterSlaveMessage } from "../../model/gen/internal.ts";
import type { ExecutorInfo, FrameworkInfo, Resource, Task as ReportedTask, TaskStatus } from "../../model/gen/mesos.ts";
import { executorId, frameworkId, taskId } from "../../model/id.ts";
import type { FrameworkId, Role } from "../../model/id.ts";
import { toResources } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { DEFAULT_ROLE } from "../../model/role.ts";
import { rolesOf } from "../state/frameworks.ts";
import { taskExtras } from "../state/task.ts";
import type { Task } from "../state/task.ts";
import { withoutData } from "../state/tasks.ts";

export interface Report {
  /** In the order of the message. */
  readonly frameworks: ReadonlyMap<FrameworkId, FrameworkInfo>;
  readonly tasks: readonly Task[];
  readonly executors: readonly { readonly frameworkId: FrameworkId; readonly info: ExecutorInfo }[];
}

/** Reads a valid message. Agents without MULTI_ROLE name no allocation role: it is the one their framework has. */
export function readReport(message: ReregisterSlaveMessage): Report {
  const frameworks = new Map<FrameworkId, FrameworkInfo>();
  for (const info of message.frameworks ?? []) frameworks.set(frameworkId(info.id!.value), info);
  const defaultRole = (id: FrameworkId): Role => rolesOf(frameworks.get(id)!)[0] ?? (DEFAULT_ROLE as Role);
  return {
    frameworks,
    tasks: (message.tasks ?? []).map((task) => taskRecord(task, defaultRole)),
    executors: (message.executor_infos ?? []).map((info) => {
      const id = frameworkId(info.framework_id!.value);
      return { frameworkId: id, info: { ...info, resources: allocated(info.resources, () => defaultRole(id)) } };
    }),
  };
}

function taskRecord(task: ReportedTask, defaultRoleOf: (id: FrameworkId) => Role): Task {
  const defaultRole = (): Role => defaultRoleOf(frameworkId(task.framework_id.value));
  const resources = allocated(task.resources, defaultRole);
  return {
    id: taskId(task.task_id.value),
    frameworkId: frameworkId(task.framework_id.value),
    agentId: task.agent_id.value as Task["agentId"],
    executorId: task.executor_id === undefined ? undefined : executorId(task.executor_id.value),
    name: task.name,
    resources,
    role: (resources[0]?.allocation_info?.role as Role | undefined) ?? defaultRole(),
    user: task.user,
    extras: taskExtras(task),
    state: task.state,
    statusUpdateState: task.status_update_state,
    statusUpdateUuid: task.status_update_uuid,
    statuses: withoutAnyData(task.statuses ?? []),
    moment: undefined,
  };
}

function withoutAnyData(statuses: readonly TaskStatus[]): readonly TaskStatus[] {
  return statuses.every(({ data }) => data === undefined) ? statuses : statuses.map(withoutData);
}

function allocated(list: readonly Resource[] | undefined, defaultRole: () => Role): Resources {
  if (list?.every((resource) => resource.allocation_info?.role !== undefined) === true) return toResources(list);
  const role = defaultRole();
  return toResources((list ?? []).map((resource) =>
    resource.allocation_info?.role === undefined ? { ...resource, allocation_info: { role } } : resource));
}
