/** One task: as legacy JSON (JSN-08, JSN-09), and as the Task message of the operator API. */
import type { ContainerStatus, NetworkInfo, Task as TaskMessage, TaskStatus, Value_Scalar } from "../../model/gen/mesos.ts";
import { withoutCopies } from "../../model/resources.ts";
import {
  CgroupInfoCodec, ContainerIDCodec, ContainerInfoCodec, DiscoveryInfoCodec, HealthCheckCodec, NetworkInfo_IPAddressCodec,
  NetworkInfo_PortMappingCodec, TaskCodec,
} from "../../wire/gen/mesos.ts";
import type { Piece } from "../event.ts";
import type { Task } from "../state/task.ts";
import { Fragments } from "./fragments.ts";
import { array, double, labels, message, object, optional, string, strings } from "./json.ts";
import { amounts } from "./resources.ts";

/** What of a task may change. */
type Progress = Pick<Task, "state" | "statuses" | "statusUpdateState" | "statusUpdateUuid">;

const LEGACY = new Fragments<Task>();
const MESSAGES = new Fragments<Task>();

/** The task as legacy JSON. */
export function taskPiece(task: Task): Piece {
  const { state, statuses } = task;
  return LEGACY.piece(task, [state, statuses], () => () => legacyTask(task, state, statuses));
}

/** The task as v1 JSON. */
export function taskMessagePiece(task: Task): Piece {
  const { state, statuses, statusUpdateState, statusUpdateUuid } = task;
  return MESSAGES.piece(task, [state, statuses, statusUpdateState, statusUpdateUuid], () => () =>
    TaskCodec.toJson(taskMessage(task, { state, statuses, statusUpdateState, statusUpdateUuid })));
}

export function taskMessage(task: Task, progress: Progress = task): TaskMessage {
  const { state, statuses, statusUpdateState, statusUpdateUuid } = progress;
  return {
    name: task.name,
    task_id: { value: task.id },
    framework_id: { value: task.frameworkId },
    ...(task.executorId !== undefined && { executor_id: { value: task.executorId } }),
    agent_id: { value: task.agentId },
    state,
    resources: withoutCopies(task.resources),
    statuses,
    ...(statusUpdateState !== undefined && { status_update_state: statusUpdateState }),
    ...(statusUpdateUuid !== undefined && { status_update_uuid: statusUpdateUuid }),
    ...(task.labels !== undefined && { labels: task.labels }),
    ...(task.discovery !== undefined && { discovery: task.discovery }),
    ...(task.container !== undefined && { container: task.container }),
    ...(task.healthCheck !== undefined && { health_check: task.healthCheck }),
    ...(task.killPolicy !== undefined && { kill_policy: task.killPolicy }),
    ...(task.user !== undefined && { user: task.user }),
    ...(task.limits !== undefined && { limits: task.limits }),
  };
}

function legacyTask(task: Task, state: Task["state"], statuses: readonly TaskStatus[]): string {
  const hasLimits = task.limits !== undefined && Object.keys(task.limits).length > 0;
  return object([
    ["id", string(task.id)],
    ["name", string(task.name)],
    ["framework_id", string(task.frameworkId)],
    ["executor_id", string(task.executorId ?? "")],
    ["slave_id", string(task.agentId)],
    ["state", string(state)],
    ["resources", amounts(task.resources)],
    optional("limits", hasLimits ? task.limits : undefined, limits),
    ["role", string(task.role)],
    ["statuses", array(statuses.map(status))],
    optional("user", task.user, string),
    optional("labels", task.labels, labels),
    optional("discovery", task.discovery, message(DiscoveryInfoCodec)),
    optional("container", task.container, message(ContainerInfoCodec)),
    optional("health_check", task.healthCheck, message(HealthCheckCodec)),
  ]);
}

function limits(byName: Readonly<Record<string, Value_Scalar>>): string {
  return object(Object.entries(byName).map(([name, { value }]) => [name, double(value)] as const));
}

function status({ state, timestamp = 0, labels: list, container_status, healthy }: TaskStatus): string {
  return object([
    ["state", string(state)],
    ["timestamp", double(timestamp)],
    optional("labels", list, labels),
    optional("container_status", container_status, containerStatus),
    optional("healthy", healthy, String),
  ]);
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
