/**
 * The way of a status update through the agent (wire-v0 §5.7): checked, completed with what only the agent knows, noted
 * in the task, stored in its stream, acknowledged to whoever sent it. What the agent itself has to say of a task goes
 * the same way.
 */
import type { StatusUpdate } from "../../model/gen/internal.ts";
import type { ContainerStatus, TaskState, TaskStatus, TaskStatus_Reason } from "../../model/gen/mesos.ts";
import type { ExecutorId, FrameworkId, TaskId } from "../../model/id.ts";
import type { Upid } from "../../model/upid.ts";
import { taskUpdatesPath } from "../checkpoint.ts";
import { acknowledgeByMessage, sendAcknowledgement } from "../executors/send.ts";
import { shutdownExecutor } from "../executors/shutdown.ts";
import { freshUuidBytes } from "../ids.ts";
import type { Outbox } from "../outbox.ts";
import { containerKey, executorOfTask, frameworkOf, idOf } from "../state.ts";
import type { Agent, Executor, Framework } from "../state.ts";
import { takeUpdate } from "../updates.ts";
import { isPartitionAware } from "./partition.ts";
import { applyStatus } from "./state.ts";

/** Who says so: the agent, an executor by message, or one on its stream. */
export type Teller =
  | { readonly kind: "agent" }
  | { readonly kind: "message"; readonly pid: Upid }
  | { readonly kind: "stream" };

export interface Verdict {
  readonly frameworkId: FrameworkId;
  readonly taskId: TaskId;
  readonly state: TaskState;
  readonly reason: TaskStatus_Reason;
  readonly message: string;
  /** Absent while no executor of that task is known. */
  readonly executorId?: ExecutorId;
}

/** The agent decides on a task. */
export function decide(agent: Agent, verdict: Verdict, nowMs: number, out: Outbox): void {
  handleStatus(agent, updateOf(agent, verdict, nowMs), { kind: "agent" }, nowMs, out);
}

/** The update that says so, with a fresh UUID. */
export function updateOf(agent: Agent, verdict: Verdict, nowMs: number): StatusUpdate {
  const uuid = freshUuidBytes(agent);
  const agentId = { value: idOf(agent) };
  const timestamp = nowMs / 1000;
  return {
    framework_id: { value: verdict.frameworkId },
    ...(verdict.executorId === undefined ? {} : { executor_id: { value: verdict.executorId } }),
    agent_id: agentId,
    status: {
      task_id: { value: verdict.taskId },
      state: verdict.state,
      message: verdict.message,
      source: "SOURCE_AGENT",
      reason: verdict.reason,
      agent_id: agentId,
      timestamp,
      uuid,
    },
    timestamp,
    uuid,
  };
}

export function handleStatus(agent: Agent, update: StatusUpdate, teller: Teller, nowMs: number, out: Outbox): void {
  const framework = frameworkOf(agent, update.framework_id);
  const refusal = refuse(agent, framework, update);
  if (framework === undefined || refusal !== undefined) {
    agent.metrics.invalidStatusUpdates++;
    out.log("warn", `Ignoring a status update of task ${update.status.task_id.value}: ${refusal}`);
    return framework?.state === "TERMINATING" ? release(agent, framework, update, teller, out) : undefined;
  }
  const completed = complete(agent, framework, update, teller);
  const taskId = completed.status.task_id.value as TaskId;
  const executor = executorOfTask(framework, taskId);
  if (executor === undefined) {
    agent.metrics.validStatusUpdates++;
    return store(agent, completed, undefined, teller, nowMs, out);
  }
  if (teller.kind !== "agent" && completed.status.state === "TASK_STAGING") {
    out.log("error", `Executor ${executor.id} reports TASK_STAGING, which is not allowed`);
    if (executor.state === "REGISTERING" || executor.state === "RUNNING") shutdownExecutor(agent, executor, nowMs, out);
    return;
  }
  agent.metrics.validStatusUpdates++;
  const decorated = reachedExecutor(executor, completed, teller)
    ? withContainer(agent, executor, completed)
    : completed;
  const error = applyStatus(agent, executor, decorated.status);
  if (error === undefined) store(agent, decorated, executor, teller, nowMs, out);
  else {
    out.log("warn", `Status ${decorated.status.state} of task ${taskId} is too late: ${error}`);
    acknowledge(agent, decorated, executor, teller, out);
  }
}

/** Nobody will acknowledge it any more. The executor must not wait for that: it has been told to end. */
function release(agent: Agent, framework: Framework, update: StatusUpdate, teller: Teller, out: Outbox): void {
  const executor = framework.executors.get((update.executor_id?.value ?? "") as ExecutorId);
  if (update.uuid?.length === 16) acknowledge(agent, update, executor, teller, out);
}

function refuse(agent: Agent, framework: Framework | undefined, update: StatusUpdate): string | undefined {
  if (update.uuid?.length !== 16) return "it has no uuid";
  const id = idOf(agent);
  if (update.agent_id?.value !== id || update.status.agent_id?.value !== id) return "it is of another agent";
  if (framework === undefined) return `framework ${update.framework_id.value} is unknown`;
  // A terminating framework acknowledges nothing.
  return framework.state === "TERMINATING" ? `framework ${framework.id} is terminating` : undefined;
}

/** uuid, source, executor and, while draining, the reason (AGT-46). */
function complete(agent: Agent, framework: Framework, update: StatusUpdate, teller: Teller): StatusUpdate {
  const source = teller.kind === "agent" ? "SOURCE_AGENT" : "SOURCE_EXECUTOR";
  const executor = update.executor_id === undefined ? {} : { executor_id: update.executor_id };
  const status: TaskStatus = { ...update.status, uuid: update.uuid!, source, ...executor };
  const killed = status.state === "TASK_KILLING" || status.state === "TASK_KILLED";
  if (agent.drain === undefined || !killed) return { ...update, status };
  const gone = agent.drain.mark_gone === true && isPartitionAware(framework);
  const state = gone ? "TASK_GONE_BY_OPERATOR" : status.state;
  return { ...update, status: { ...status, state, reason: "REASON_AGENT_DRAINING" } };
}

/** What never reached the executor has no container to show. */
function reachedExecutor(executor: Executor, { status }: StatusUpdate, teller: Teller): boolean {
  if (executor.queued.has(status.task_id.value as TaskId)) return false;
  const dropped = status.state === "TASK_DROPPED" || status.state === "TASK_LOST";
  return !(teller.kind === "agent" && dropped && executor.launched.has(status.task_id.value as TaskId));
}

/** Adds the container the task runs in: its id, first process and address (TSK-75). */
function withContainer(agent: Agent, executor: Executor, update: StatusUpdate): StatusUpdate {
  const told = update.status.container_status;
  const container = agent.containers.get(
    told?.container_id === undefined ? executor.containerId : containerKey(told.container_id),
  );
  if (container === undefined || container.exited !== undefined) return update;
  const networks = told?.network_infos ?? [];
  const status: ContainerStatus = {
    ...told,
    container_id: container.id,
    network_infos: networks.length > 0 ? networks : [{ ip_addresses: [{ ip_address: agent.options.host }] }],
    ...(container.pid === undefined ? {} : { executor_pid: container.pid }),
  };
  return { ...update, status: { ...update.status, container_status: status } };
}

function store(
  agent: Agent, update: StatusUpdate, executor: Executor | undefined, teller: Teller, nowMs: number, out: Outbox,
): void {
  const taskId = update.status.task_id.value as TaskId;
  const path = executor?.checkpoint === true ? taskUpdatesPath(idOf(agent), executor, taskId) : undefined;
  takeUpdate(agent, update, path, nowMs, out);
  acknowledge(agent, update, executor, teller, out);
}

function acknowledge(
  agent: Agent, update: StatusUpdate, executor: Executor | undefined, teller: Teller, out: Outbox,
): void {
  const taskId = update.status.task_id.value as TaskId;
  if (teller.kind === "message") {
    acknowledgeByMessage(agent, teller.pid, update.framework_id.value, taskId, update.uuid!, out);
  } else if (teller.kind === "stream" && executor !== undefined) {
    sendAcknowledgement(agent, executor, taskId, update.uuid!, out);
  }
}

/** The state a task ends in that was never launched: only partition-aware frameworks know a word for it (TSK-25). */
export function droppedState(framework: Framework): TaskState {
  return isPartitionAware(framework) ? "TASK_DROPPED" : "TASK_LOST";
}

/** The state of a task that was started and is no more. */
export function goneState(framework: Framework): TaskState {
  return isPartitionAware(framework) ? "TASK_GONE" : "TASK_LOST";
}
