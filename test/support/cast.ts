/** The people of the stories about a master: agents and drivers with an address, and what they usually say. */
import type { ReregisterSlaveMessage, RegisterSlaveMessage } from "../../src/model/gen/internal.ts";
import type { AgentInfo, FrameworkInfo, Resource, Task, TaskState, TaskStatus_Reason } from "../../src/model/gen/mesos.ts";
import { agentId, frameworkId } from "../../src/model/id.ts";
import type { AgentId, FrameworkId } from "../../src/model/id.ts";
import { AGENT_CAPABILITIES, capabilityList } from "../../src/model/capability.ts";
import { allocate } from "../../src/model/resources.ts";
import { messages } from "./driven-master.ts";
import type { DrivenMaster } from "./driven-master.ts";
import { resources } from "./resources.ts";

export const AGENT = "slave(1)@10.0.0.1:5051";
export const DRIVER = "scheduler-1@10.0.0.5:6000";
export const RESOURCES = "cpus:8;mem:8192;disk:10240;ports:[31000-32000]";

/** 16 bytes that stand for a UUID of version 4. */
export function uuid(seed: number): Uint8Array {
  return Uint8Array.from({ length: 16 }, (_, i) => (i === 6 ? 0x40 | (seed & 0xf) : (seed * 31 + i * 7) & 0xff));
}

/** A persistent volume on disk that was reserved for a role. */
export function volume(role: string, id: string, megabytes: number): Resource {
  return {
    name: "disk", type: "SCALAR", scalar: { value: megabytes }, reservations: [{ type: "DYNAMIC", role }],
    disk: { persistence: { id }, volume: { mode: "RW", container_path: "data" } },
  };
}

export function agentInfo(changes: Partial<AgentInfo> = {}): AgentInfo {
  return { hostname: "node1", port: 5051, checkpoint: true, resources: resources(RESOURCES), ...changes };
}

export function registration(changes: Partial<RegisterSlaveMessage> = {}): RegisterSlaveMessage {
  return {
    agent: agentInfo(),
    version: "1.12.0",
    agent_capabilities: capabilityList(AGENT_CAPABILITIES),
    resource_version_uuid: { value: uuid(1) },
    ...changes,
  };
}

/** What an agent with this id sends when it comes back. */
export function reregistration(id: string, changes: Partial<ReregisterSlaveMessage> = {}): ReregisterSlaveMessage {
  return { ...registration(), agent: agentInfo({ id: { value: id } }), ...changes };
}

/** An agent registers; its id. */
export function joins(driven: DrivenMaster, from = AGENT, changes: Partial<RegisterSlaveMessage> = {}): AgentId {
  driven.message(from, "mesos.internal.RegisterSlaveMessage", registration(changes));
  return agentId(messages(driven.said, "mesos.internal.SlaveRegisteredMessage").at(-1)!.agent_id.value);
}

export function comesBack(driven: DrivenMaster, id: string, changes: Partial<ReregisterSlaveMessage> = {}, from = AGENT): void {
  driven.message(from, "mesos.internal.ReregisterSlaveMessage", reregistration(id, changes));
}

export function frameworkInfo(changes: Partial<FrameworkInfo> = {}): FrameworkInfo {
  return {
    user: "root", name: "web", checkpoint: true, roles: ["web"],
    capabilities: [{ type: "MULTI_ROLE" }, { type: "RESERVATION_REFINEMENT" }],
    ...changes,
  };
}

/** A framework that is told of the newer task states. */
export function awareFrameworkInfo(changes: Partial<FrameworkInfo> = {}): FrameworkInfo {
  const { capabilities = [], ...info } = frameworkInfo(changes);
  return { ...info, capabilities: [...capabilities, { type: "PARTITION_AWARE" }] };
}

/** A driver subscribes; the framework's id. */
export function subscribes(driven: DrivenMaster, info: FrameworkInfo = frameworkInfo(), from = DRIVER): FrameworkId {
  driven.message(from, "mesos.scheduler.Call", {
    type: "SUBSCRIBE", framework_id: info.id, subscribe: { framework_info: info },
  });
  return frameworkId(messages(driven.said, "mesos.internal.FrameworkRegisteredMessage").at(-1)!.framework_id.value);
}

/** A task as its agent reports it. */
export function reportedTask(framework: FrameworkId, agent: AgentId, id: string, changes: Partial<Task> = {}): Task {
  return {
    name: id,
    task_id: { value: id },
    framework_id: { value: framework },
    agent_id: { value: agent },
    state: "TASK_RUNNING",
    resources: allocate(resources("cpus:1;mem:128"), "web"),
    ...changes,
  };
}

/** An agent says that a task is in a state. */
export function reports(
  driven: DrivenMaster, framework: FrameworkId, agent: AgentId, task: string, state: TaskState,
  { seed = 1, latest = state, reason, from = AGENT }: {
    seed?: number; latest?: TaskState; reason?: TaskStatus_Reason; from?: string;
  } = {},
): void {
  driven.message(from, "mesos.internal.StatusUpdateMessage", {
    update: {
      framework_id: { value: framework },
      agent_id: { value: agent },
      status: {
        task_id: { value: task }, state, agent_id: { value: agent }, source: "SOURCE_EXECUTOR", uuid: uuid(seed),
        timestamp: driven.nowMs / 1000, ...(reason !== undefined && { reason }),
      },
      timestamp: driven.nowMs / 1000,
      uuid: uuid(seed),
      latest_state: latest,
    },
    pid: from,
  });
}

/** A driver launches a command task in its role on all that is free of an agent; returns when the agent was told. */
export function launches(driven: DrivenMaster, plan: () => void, framework: FrameworkId, agent: AgentId, tasks: readonly string[]): void {
  plan();
  driven.pass(0);
  driven.event({ type: "timer", timer: { kind: "allocation-tick" } });
  const offers = messages(driven.said, "mesos.internal.ResourceOffersMessage").at(-1)!.offers!;
  driven.message(DRIVER, "mesos.scheduler.Call", {
    type: "ACCEPT",
    framework_id: { value: framework },
    accept: {
      offer_ids: offers.map(({ id }) => id),
      operations: [{
        type: "LAUNCH",
        launch: {
          task_infos: tasks.map((id) => ({
            name: id, task_id: { value: id }, agent_id: { value: agent }, command: { value: "sleep 1000" },
            resources: allocate(resources("cpus:1;mem:128"), "web"),
          })),
        },
      }],
      filters: { refuse_seconds: 0 },
    },
  });
}
