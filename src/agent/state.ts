/** What an agent knows: its master, its frameworks, their executors and tasks, and the containers they run in. */
import type {
  AgentInfo, ContainerID, DrainConfig, ExecutorInfo, FrameworkInfo, Operation, Task, TaskGroupInfo, TaskInfo, TaskState,
  TaskStatus_Reason,
} from "../model/gen/mesos.ts";
import type { ExecutorId, FrameworkId, TaskId } from "../model/id.ts";
import type { Resources } from "../model/resources.ts";
import type { Ring } from "../model/ring.ts";
import type { Upid } from "../model/upid.ts";
import type { AgentForms } from "../wire/v1/agent.ts";
import type { MediaType } from "../wire/v1/media.ts";
import type { DetectedMaster } from "./event.ts";
import type { RandomState } from "../model/random.ts";
import type { Metrics } from "./metrics.ts";
import type { OperationStream } from "./operations.ts";
import type { Authentication } from "./authentication.ts";
import type { AgentOptions } from "./options.ts";
import type { Updates } from "./updates.ts";

export interface Agent {
  readonly options: AgentOptions;
  random: RandomState;
  /**
   * RECOVERING until the executors of the previous run are back or given up; DISCONNECTED until the master admits us;
   * RUNNING; TERMINATING once everything is being killed because we were told to go.
   */
  state: "RECOVERING" | "DISCONNECTED" | "RUNNING" | "TERMINATING";
  /** The checkpoint has been read: executors may subscribe although the agent is still RECOVERING. */
  reconnecting: boolean;
  /** With `id` from the first registration on. Its resources are static and never change. */
  info: AgentInfo;
  /** Random per run: a task that was sent on another version is refused (OPR-18). */
  readonly resourceVersion: Uint8Array;
  /** Static resources with all reservations and volumes that were made on them (normal form, unallocated). */
  total: Resources;
  /** Of `total`, what must survive a restart: dynamic reservations and volumes. */
  checkpointed: Resources;
  master: DetectedMaster | undefined;
  readonly authentication: Authentication;
  /** Upper bound of the next wait between two attempts to register. */
  registerBackoffMs: number;
  pingTimeoutMs: number;
  drain: DrainConfig | undefined;
  drainStartedAtMs: number | undefined;
  readonly frameworks: Map<FrameworkId, Framework>;
  /** Oldest first, bounded. */
  readonly completedFrameworks: Map<FrameworkId, Framework>;
  readonly updates: Updates;
  /**
   * Tasks (`framework/task`) that a master asked about and that were not here, oldest first, bounded. A launch that was
   * sent before it asked may come after, over an older connection: it is too late.
   */
  readonly deniedTasks: Set<string>;
  /** Operations not yet acknowledged, by the text of their UUID. */
  readonly operations: Map<string, Operation>;
  readonly operationStreams: Map<string, OperationStream>;
  /** Every container by the text of its id, those of executors too. */
  readonly containers: Map<string, Container>;
  /** Requests that wait for a measurement, and for what. */
  readonly measuring: Map<number, Measuring>;
  readonly metrics: Metrics;
}

/** What a request that waits for a measurement will be answered with. */
export type Measuring =
  | { readonly kind: "containers" | "statistics"; readonly jsonp?: string; readonly containerIds: readonly string[] }
  | { readonly kind: "v1-containers"; readonly media: MediaType; readonly containerIds: readonly string[] }
  | { readonly kind: "metrics" | "system"; readonly jsonp?: string }
  | { readonly kind: "v1-metrics"; readonly media: MediaType };

export interface Framework {
  readonly id: FrameworkId;
  info: FrameworkInfo;
  /** The driver's address; absent for an HTTP framework. */
  pid: Upid | undefined;
  state: "RUNNING" | "TERMINATING";
  readonly executors: Map<ExecutorId, Executor>;
  completedExecutors: Ring<Executor>;
}

export interface Executor {
  readonly id: ExecutorId;
  readonly frameworkId: FrameworkId;
  readonly info: ExecutorInfo;
  /** A plain UUID: executors are never nested. */
  readonly containerId: string;
  /** Its sandbox, absolute. */
  readonly directory: string;
  /** Made by us for one command task: the master does not know of it. */
  readonly generated: boolean;
  /** Whether its framework checkpoints. */
  readonly checkpoint: boolean;
  /** REGISTERING until it speaks to us; TERMINATED ones are kept until their last updates are acknowledged. */
  state: "REGISTERING" | "RUNNING" | "TERMINATING" | "TERMINATED";
  connection: Connection;
  /** Not yet sent. */
  readonly queued: Map<TaskId, TaskInfo>;
  queuedGroups: readonly TaskGroupInfo[];
  /** Sent, and not in a terminal state. */
  readonly launched: Map<TaskId, Task>;
  /** In a terminal state with updates that are not yet acknowledged. */
  readonly terminated: Map<TaskId, Task>;
  readonly completed: Ring<Task>;
  /** Why we are destroying its container: the state its tasks will get. */
  pendingTermination: Termination | undefined;
}

/** How we reach an executor: not at all (yet), by messages, or on the stream it has opened. */
export type Connection =
  | { readonly kind: "none" }
  | { readonly kind: "pid"; readonly pid: Upid }
  | { readonly kind: "stream"; readonly stream: string; readonly media: MediaType };

export interface Termination {
  readonly state: TaskState;
  readonly reason: TaskStatus_Reason;
  readonly message: string;
}

export interface Container {
  readonly id: ContainerID;
  /** The text of `id`: `parent.child`. */
  readonly key: string;
  readonly kind: "executor" | "standalone" | "nested";
  /** Absolute. */
  readonly directory: string;
  /** Of its first process, once started. */
  pid: number | undefined;
  /** Set once nothing of it runs any more; `status` absent when nobody could collect it. */
  exited: { readonly status?: number } | undefined;
  /** The call that asked for it, until it has started. */
  launching: number | undefined;
  /** Requests to be answered when it has exited. */
  waiting: { readonly request: number; readonly media: MediaType; readonly nested: boolean }[];
  /** Who asked for it listens on this stream and takes it along when he leaves. */
  session?: { readonly stream: string; readonly form: AgentForms["response"] };
}

/** The framework, unless it is unknown. */
export function frameworkOf(agent: Agent, id: { readonly value: string }): Framework | undefined {
  return agent.frameworks.get(id.value as FrameworkId);
}

/** The executor that has (or had) the task and still tracks it. */
export function executorOfTask(framework: Framework, taskId: TaskId): Executor | undefined {
  for (const executor of framework.executors.values()) {
    if (executor.queued.has(taskId) || executor.launched.has(taskId) || executor.terminated.has(taskId)) {
      return executor;
    }
  }
  return undefined;
}

/** The executor that runs in the container. */
export function executorIn(
  agent: Agent, containerId: string,
): { framework: Framework; executor: Executor } | undefined {
  for (const framework of agent.frameworks.values()) {
    for (const executor of framework.executors.values()) {
      if (executor.containerId === containerId) return { framework, executor };
    }
  }
  return undefined;
}

/** Does it still track any task? */
export function hasIncompleteTasks(executor: Executor): boolean {
  return executor.queued.size > 0 || executor.launched.size > 0 || executor.terminated.size > 0;
}

/** Has any task ever been sent to it, as far as we can still tell? */
export function wasEverSentTask(executor: Executor): boolean {
  if (executor.launched.size > 0) return true;
  const fromExecutor = (task: Task): boolean =>
    (task.statuses ?? []).some((status) => status.source === "SOURCE_EXECUTOR");
  for (const task of executor.terminated.values()) if (fromExecutor(task)) return true;
  for (const task of executor.completed) if (fromExecutor(task)) return true;
  return false;
}

/** Our own UPID. */
export function selfOf(agent: Agent): Upid {
  return { id: agent.options.actor, host: agent.options.host, port: agent.options.port };
}

/** The agent's id; empty before the first registration. */
export function idOf(agent: Agent): string {
  return agent.info.id?.value ?? "";
}

/** `parent.child` */
export function containerKey(id: ContainerID): string {
  return id.parent === undefined ? id.value : `${containerKey(id.parent)}.${id.value}`;
}
