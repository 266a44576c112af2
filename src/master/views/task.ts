/** One task: as legacy JSON (JSN-08, JSN-09), and as the Task message of the operator API. */
import type {
  ContainerStatus, NetworkInfo, Task as TaskMessage, TaskStatus, Value_Scalar,
} from "../../model/gen/mesos.ts";
import { withoutCopies } from "../../model/resources.ts";
import {
  CgroupInfoCodec, ContainerIDCodec, ContainerInfoCodec, DiscoveryInfoCodec, HealthCheckCodec,
  NetworkInfo_IPAddressCodec, NetworkInfo_PortMappingCodec, TaskCodec,
} from "../../wire/gen/mesos.ts";
import type { Viewer } from "../authorize/viewer.ts";
import type { Framework } from "../state/framework.ts";
import { shownTasks } from "../state/shown-tasks.ts";
import type { TaskTable } from "../state/shown-tasks.ts";
import type { TaskMoment } from "../state/task.ts";
import { array, double, kept, labels, message, more, object, optional, string, strings } from "./json.ts";
import { amounts } from "./resources.ts";

/** Tasks of a framework that the viewer may see, as they are now. */
export function taskMoments(framework: Framework, table: TaskTable, viewer: Viewer): readonly TaskMoment[] {
  const all = shownTasks(framework, table);
  return viewer.seesAll ? all : all.filter(({ task }) => viewer.task(task, framework.info));
}

/** The task as legacy JSON. */
export function taskText(moment: TaskMoment): string {
  return (moment.legacy ??= kept(legacyTask(moment)));
}

/** The task as v1 JSON. */
export function taskJson(moment: TaskMoment): string {
  return (moment.json ??= kept(TaskCodec.toJson(taskMessage(moment))));
}

/** The task as protobuf. */
export function taskBytes(moment: TaskMoment): Uint8Array {
  return (moment.protobuf ??= TaskCodec.encode(taskMessage(moment)));
}

export function taskMessage({ task, state, statuses, statusUpdateState, statusUpdateUuid }: TaskMoment): TaskMessage {
  const message: TaskMessage = {
    name: task.name,
    task_id: { value: task.id },
    framework_id: { value: task.frameworkId },
    executor_id: task.executorId === undefined ? undefined : { value: task.executorId },
    agent_id: { value: task.agentId },
    state,
    resources: withoutCopies(task.resources),
    statuses,
    status_update_state: statusUpdateState,
    status_update_uuid: statusUpdateUuid,
    user: task.user,
  };
  return task.extras === undefined ? message : { ...message, ...task.extras };
}

/** Written in place: hundreds of thousands are written one after the other, and lists of members would be garbage. */
function legacyTask({ task, state, statuses }: TaskMoment): string {
  const { extras } = task;
  const hasLimits = extras?.limits !== undefined && Object.keys(extras.limits).length > 0;
  return `{"id":${string(task.id)},"name":${string(task.name)},"framework_id":${string(task.frameworkId)}`
    + `,"executor_id":${string(task.executorId ?? "")},"slave_id":${string(task.agentId)},"state":${string(state)}`
    + `,"resources":${amounts(task.resources)}${more("limits", hasLimits ? extras.limits : undefined, limits)}`
    + `,"role":${string(task.role)},"statuses":[${statuses.map(status).join(",")}]${more("user", task.user, string)}`
    + `${more("labels", extras?.labels, labels)}${more("discovery", extras?.discovery, message(DiscoveryInfoCodec))}`
    + `${more("container", extras?.container, message(ContainerInfoCodec))}`
    + `${more("health_check", extras?.health_check, message(HealthCheckCodec))}}`;
}

function limits(byName: Readonly<Record<string, Value_Scalar>>): string {
  return object(Object.entries(byName).map(([name, { value }]) => [name, double(value)] as const));
}

function status({ state, timestamp = 0, labels: list, container_status, healthy }: TaskStatus): string {
  return `{"state":${string(state)},"timestamp":${double(timestamp)}${more("labels", list, labels)}`
    + `${more("container_status", container_status, containerStatus)}${more("healthy", healthy, String)}}`;
}

/** Without the process id. */
function containerStatus({ container_id, network_infos, cgroup_info }: ContainerStatus): string {
  return object([
    optional("container_id", container_id, message(ContainerIDCodec)),
    optional("network_infos", filled(network_infos), (infos) => array(infos.map(networkInfo))),
    optional("cgroup_info", cgroup_info, message(CgroupInfoCodec)),
  ]);
}

function networkInfo({ groups, labels: list, ip_addresses, name, port_mappings }: NetworkInfo): string {
  return object([
    optional("groups", filled(groups), strings),
    optional("labels", list, labels),
    optional("ip_addresses", filled(ip_addresses), (all) => array(all.map(message(NetworkInfo_IPAddressCodec)))),
    optional("name", name, string),
    optional("port_mappings", filled(port_mappings), (all) => array(all.map(message(NetworkInfo_PortMappingCodec)))),
  ]);
}

function filled<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}
