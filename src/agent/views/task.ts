/** Tasks and their statuses in legacy endpoints (JSN-08, JSN-09). */
import type { Task, TaskInfo, TaskStatus } from "../../model/gen/mesos.ts";
import { sum } from "../../model/resources.ts";
import {
  ContainerInfoCodec, ContainerStatusCodec, DiscoveryInfoCodec, HealthCheckCodec,
} from "../../wire/gen/mesos.ts";
import { double, plain } from "./json.ts";
import { commandView, labelsView } from "./plain.ts";
import { resourcesView } from "./resources.ts";

export function taskView(task: Task): unknown {
  const resources = sum(task.resources ?? []);
  return {
    id: task.task_id.value,
    name: task.name,
    framework_id: task.framework_id.value,
    executor_id: task.executor_id?.value ?? "",
    slave_id: task.agent_id.value,
    state: task.state,
    resources: resourcesView(resources),
    ...(task.limits === undefined ? {} : { limits: limitsView(task.limits) }),
    role: task.resources?.[0]?.allocation_info?.role ?? "",
    statuses: (task.statuses ?? []).map(statusView),
    ...(task.user === undefined ? {} : { user: task.user }),
    ...(task.labels === undefined ? {} : { labels: labelsView(task.labels) }),
    ...(task.discovery === undefined ? {} : { discovery: plain(DiscoveryInfoCodec, task.discovery) }),
    ...(task.container === undefined ? {} : { container: plain(ContainerInfoCodec, task.container) }),
    ...(task.health_check === undefined ? {} : { health_check: plain(HealthCheckCodec, task.health_check) }),
  };
}

/** A task that its executor has not got yet. */
export function queuedTaskView(task: TaskInfo): unknown {
  return {
    id: task.task_id.value,
    name: task.name,
    slave_id: task.agent_id.value,
    resources: resourcesView(sum(task.resources ?? [])),
    role: task.resources?.[0]?.allocation_info?.role ?? "",
    ...(task.command === undefined ? {} : { command: commandView(task.command) }),
    ...(task.executor === undefined ? {} : { executor_id: task.executor.executor_id.value }),
    ...(task.discovery === undefined ? {} : { discovery: plain(DiscoveryInfoCodec, task.discovery) }),
  };
}

function statusView(status: TaskStatus): unknown {
  const container = status.container_status;
  return {
    state: status.state,
    timestamp: double(status.timestamp ?? 0),
    ...(status.labels === undefined ? {} : { labels: labelsView(status.labels) }),
    ...(container === undefined ? {} : { container_status: containerView(container) }),
    ...(status.healthy === undefined ? {} : { healthy: status.healthy }),
  };
}

/** Legacy endpoints leave the process id out. */
function containerView(container: NonNullable<TaskStatus["container_status"]>): unknown {
  const { executor_pid: _, ...shown } = container;
  return plain(ContainerStatusCodec, shown);
}

function limitsView(limits: NonNullable<Task["limits"]>): unknown {
  return Object.fromEntries(
    Object.entries(limits).map(([name, { value }]) => [name, double(value)]),
  );
}
