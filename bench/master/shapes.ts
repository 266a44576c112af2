/** What agents, frameworks and tasks of the benches look like: as those of a real cluster, with all that real ones say. */
import { AGENT_CAPABILITIES, capabilityList } from "../../src/model/capability.ts";
import type { RegisterSlaveMessage, ReregisterSlaveMessage } from "../../src/model/gen/internal.ts";
import type { AgentInfo, FrameworkInfo, Resource, Task, TaskInfo, TaskState } from "../../src/model/gen/mesos.ts";
import { taskIdText } from "./task-id.ts";

/** What one task uses. */
export const TASK_CPUS = 0.1;
export const TASK_MEM = 32;
const AGENT_CPUS = 64;
/** So many tasks an agent has room for: of everything else it has more. */
export const TASKS_PER_AGENT = Math.floor(AGENT_CPUS / TASK_CPUS);

const scalar = (name: string, value: number): Resource => ({ name, type: "SCALAR", scalar: { value }, role: "*" });
const AGENT_RESOURCES: readonly Resource[] = [
  scalar("cpus", AGENT_CPUS), scalar("mem", 262_144), scalar("disk", 1_048_576),
  { name: "ports", type: "RANGES", ranges: { range: [{ begin: 31_000, end: 32_000 }] }, role: "*" },
];
const TASK_RESOURCES: readonly Resource[] = [scalar("cpus", TASK_CPUS), scalar("mem", TASK_MEM)];
const ALLOCATED: readonly Resource[] = TASK_RESOURCES.map((one) => ({ ...one, allocation_info: { role: "*" } }));

export const RESOURCE_VERSION = uuidBytes(7);

/** 16 bytes that are a UUID by their form, others for each seed. */
export function uuidBytes(seed: number): Uint8Array {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < 16; at += 4) view.setUint32(at, Math.imul(seed + 1, 0x9e3779b1 + 2 * at) >>> 0);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes;
}

export function agentInfo(index: number, id?: string): AgentInfo {
  return {
    hostname: `agent-${index}.bench`, port: 5051, resources: AGENT_RESOURCES, checkpoint: true,
    ...(id === undefined ? {} : { id: { value: id } }),
  };
}

export function registration(index: number): RegisterSlaveMessage {
  return {
    agent: agentInfo(index),
    version: "1.12.0",
    agent_capabilities: capabilityList(AGENT_CAPABILITIES),
    resource_version_uuid: { value: RESOURCE_VERSION },
  };
}

/** Which tasks an agent that comes back reports. Numbers of tasks count on from agent to agent. */
export interface Work {
  readonly frameworks: readonly string[];
  readonly running: number;
  /** Tasks that were over before, and acknowledged. */
  readonly completed: number;
}

/** The message of agent `index` that comes back with its work; its tasks belong to the frameworks by turns. */
export function reregistration(index: number, id: string, work: Work): ReregisterSlaveMessage {
  const { frameworks, running, completed } = work;
  const perAgent = running + completed;
  const infos = new Map<number, FrameworkInfo>();
  const done = new Map<number, Task[]>();
  const tasks: Task[] = [];
  for (let n = 0; n < perAgent; n++) {
    const number = index * perAgent + n;
    // Both kinds go round all frameworks, so that each has as many of them as every other.
    const turn = n < running ? index * running + n : index * completed + n - running;
    const framework = turn % frameworks.length;
    const info = frameworkInfo(framework, frameworks[framework]);
    infos.set(framework, info);
    const state = n < running ? "TASK_RUNNING" : "TASK_FINISHED";
    const task = reportedTask(framework, frameworks[framework]!, number, id, state);
    if (state === "TASK_RUNNING") tasks.push(task);
    else done.set(framework, [...(done.get(framework) ?? []), task]);
  }
  return {
    ...registration(index),
    agent: agentInfo(index, id),
    tasks,
    frameworks: [...infos.values()],
    completed_frameworks: [...done].map(([framework, tasks]) => ({ framework_info: infos.get(framework)!, tasks })),
  };
}

function reportedTask(framework: number, frameworkId: string, number: number, agentId: string, state: TaskState): Task {
  const [task_id, agent_id, uuid] = [{ value: taskIdText(framework, number) }, { value: agentId }, uuidBytes(number)];
  const status = { task_id, state, source: "SOURCE_EXECUTOR", agent_id, timestamp: 1_795_147_200, uuid } as const;
  return {
    name: "bench", task_id, framework_id: { value: frameworkId }, agent_id, state, resources: ALLOCATED,
    statuses: [status], status_update_state: state, status_update_uuid: uuid,
  };
}

export function frameworkInfo(index: number, id?: string): FrameworkInfo {
  return {
    user: "root", name: `bench-${index}`, failover_timeout: 604_800, checkpoint: true, roles: ["*"],
    capabilities: [{ type: "MULTI_ROLE" }, { type: "PARTITION_AWARE" }],
    ...(id === undefined ? {} : { id: { value: id } }),
  };
}

export function taskInfo(taskId: string, agentId: string): TaskInfo {
  return {
    name: "bench", task_id: { value: taskId }, agent_id: { value: agentId }, resources: ALLOCATED,
    command: { value: "sleep 1000", shell: true },
  };
}
