/** What executors of the old kind say by libprocess messages (wire-v0 §4.5, §5.5). */
import type {
  ExecutorToFrameworkMessage, RegisterExecutorMessage, ReregisterExecutorMessage, StatusUpdateMessage,
} from "../../model/gen/internal.ts";
import type { ExecutorId, FrameworkId, TaskId } from "../../model/id.ts";
import type { Upid } from "../../model/upid.ts";
import { checkpointConnection } from "../checkpoint.ts";
import { deliverQueued } from "../executors/deliver.ts";
import { finishReconnecting, dropUndelivered } from "../executors/reconnect.ts";
import { sendRegistered } from "../executors/send.ts";
import { shutdownExecutor } from "../executors/shutdown.ts";
import type { Outbox } from "../outbox.ts";
import { frameworkOf, idOf, wasEverSentTask } from "../state.ts";
import type { Agent, Executor, Framework } from "../state.ts";
import { handleStatus } from "../tasks/status.ts";

export function registerExecutor(
  agent: Agent, from: Upid, message: RegisterExecutorMessage, nowMs: number, out: Outbox,
): void {
  const found = agent.state === "RECOVERING" ? undefined : expecting(agent, message);
  if (found === undefined) return refuse(from, message.executor_id.value, out);
  const { framework, executor } = found;
  connect(agent, executor, from, out);
  if (executor.queued.size === 0 && !wasEverSentTask(executor)) return shutdownExecutor(agent, executor, nowMs, out);
  sendRegistered(agent, framework, executor, out);
  deliverQueued(framework, executor, out);
}

/** An executor of the previous run answers our ReconnectExecutorMessage. */
export function reregisterExecutor(
  agent: Agent, from: Upid, message: ReregisterExecutorMessage, nowMs: number, out: Outbox,
): void {
  const found = expecting(agent, message);
  if (found === undefined) {
    if (hasAnswered(agent, message)) return out.log("info", `Executor ${message.executor_id.value} answers once more`);
    return refuse(from, message.executor_id.value, out);
  }
  const { framework, executor } = found;
  connect(agent, executor, from, out);
  out.send(
    from, "mesos.internal.ExecutorReregisteredMessage", { agent_id: { value: idOf(agent) }, agent_info: agent.info },
  );
  for (const update of message.updates ?? []) handleStatus(agent, update, { kind: "message", pid: from }, nowMs, out);
  const held = new Set((message.tasks ?? []).map((task) => task.task_id.value as TaskId));
  dropUndelivered(agent, framework, executor, held, nowMs, out);
  if (executor.queued.size === 0 && !wasEverSentTask(executor)) shutdownExecutor(agent, executor, nowMs, out);
  finishReconnecting(agent, nowMs, out);
}

export function executorStatus(
  agent: Agent, from: Upid, message: StatusUpdateMessage, nowMs: number, out: Outbox,
): void {
  handleStatus(agent, message.update, { kind: "message", pid: from }, nowMs, out);
}

/** Bytes for the scheduler: straight to a driver, through the master to an HTTP one (TSK-76). */
export function executorMessage(agent: Agent, message: ExecutorToFrameworkMessage, out: Outbox): void {
  const framework = frameworkOf(agent, message.framework_id);
  if (agent.state !== "RUNNING" || framework?.state !== "RUNNING") {
    agent.metrics.invalidFrameworkMessages++;
    return out.log("warn", `Dropping a message of executor ${message.executor_id.value} to its framework`);
  }
  const to = framework.pid ?? agent.master?.pid;
  if (to !== undefined) out.send(to, "mesos.internal.ExecutorToFrameworkMessage", message);
  agent.metrics.validFrameworkMessages++;
}

/** One that is called more than once may answer more than once. */
function hasAnswered(agent: Agent, message: ReregisterExecutorMessage): boolean {
  const framework = frameworkOf(agent, message.framework_id);
  const executor = framework?.executors.get(message.executor_id.value as ExecutorId);
  return agent.options.executorReregistrationRetryMs !== undefined && agent.state !== "TERMINATING" &&
    framework?.state === "RUNNING" && executor?.state === "RUNNING";
}

/** The executor by that name, if it is one that we started and that has not spoken yet. */
function expecting(
  agent: Agent, message: { readonly framework_id: { value: string }; readonly executor_id: { value: string } },
): { framework: Framework; executor: Executor } | undefined {
  const framework = agent.frameworks.get(message.framework_id.value as FrameworkId);
  const executor = framework?.executors.get(message.executor_id.value as ExecutorId);
  if (agent.state === "TERMINATING" || framework?.state !== "RUNNING" || executor?.state !== "REGISTERING") {
    return undefined;
  }
  return { framework, executor };
}

function connect(agent: Agent, executor: Executor, pid: Upid, out: Outbox): void {
  executor.state = "RUNNING";
  executor.connection = { kind: "pid", pid };
  out.disarm({ kind: "register-executor", containerId: executor.containerId });
  out.link(pid);
  if (executor.checkpoint) out.checkpoint(checkpointConnection(agent, executor, pid));
}

function refuse(from: Upid, executorId: string, out: Outbox): void {
  out.log("warn", `Shutting down executor ${executorId}, which nobody expects`);
  out.send(from, "mesos.internal.ShutdownExecutorMessage", {});
}
