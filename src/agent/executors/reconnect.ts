/**
 * After a restart of the agent (AGF-57): executors of the previous run come back within
 * executor_reregistration_timeout, or are given up. Recovery ends when the last of them has done either, at the latest
 * when the time is over.
 */
import { printDurationMs } from "../../model/duration.ts";
import type { TaskId } from "../../model/id.ts";
import type { Outbox } from "../outbox.ts";
import { drain } from "../messages/drain.ts";
import { masterDetected } from "../registration.ts";
import type { Agent, Executor, Framework } from "../state.ts";
import { decide, droppedState, goneState } from "../tasks/status.ts";

/** Ends the recovery if nobody is missing any more. */
export function finishReconnecting(agent: Agent, nowMs: number, out: Outbox): void {
  if (agent.state !== "RECOVERING" || !agent.reconnecting) return;
  if (executorsOf(agent).some(({ executor }) => isMissing(executor))) return;
  endRecovery(agent, nowMs, out);
}

/**
 * Asks those that speak by messages to come back, again and again if the operator says so: a first word may be lost on
 * a connection that the restart broke.
 */
export function callExecutors(agent: Agent, nowMs: number, out: Outbox): void {
  if (agent.state !== "RECOVERING") return;
  let isSilent = false;
  for (const { executor: { state, connection } } of executorsOf(agent)) {
    if (state !== "REGISTERING" || connection.kind !== "pid") continue;
    out.send(connection.pid, "mesos.internal.ReconnectExecutorMessage", { agent_id: agent.info.id! });
    isSilent = true;
  }
  const { executorReregistrationRetryMs: retryMs } = agent.options;
  if (isSilent && retryMs !== undefined) out.arm({ kind: "reconnect-executors" }, nowMs + Math.max(retryMs, 1));
}

/** The time to come back is over: the missing ones hang, and are killed. */
export function reconnectTimeout(agent: Agent, nowMs: number, out: Outbox): void {
  if (agent.state !== "RECOVERING") return;
  const within = printDurationMs(agent.options.executorReregistrationTimeoutMs);
  for (const { framework, executor } of executorsOf(agent)) {
    if (!isMissing(executor)) continue;
    out.log(
      "warn", `Executor ${executor.id} of framework ${framework.id} did not reregister within ${within} and is killed`,
    );
    executor.state = "TERMINATING";
    executor.pendingTermination = {
      state: goneState(framework),
      reason: "REASON_EXECUTOR_REREGISTRATION_TIMEOUT",
      message: `Executor did not reregister within ${within}`,
    };
    out.ask({ kind: "destroy", containerId: executor.containerId });
  }
  endRecovery(agent, nowMs, out);
}

/** Tasks we had delivered, as far as we know, that an executor back from our restart never got. */
export function dropUndelivered(
  agent: Agent, framework: Framework, executor: Executor, held: ReadonlySet<TaskId>, nowMs: number, out: Outbox,
): void {
  for (const task of [...executor.launched.values()]) {
    const taskId = task.task_id.value as TaskId;
    if (task.state !== "TASK_STAGING" || held.has(taskId)) continue;
    decide(agent, {
      frameworkId: framework.id,
      taskId,
      state: droppedState(framework),
      reason: "REASON_AGENT_RESTARTED",
      message: "Task launched during agent restart",
      executorId: executor.id,
    }, nowMs, out);
  }
}

function endRecovery(agent: Agent, nowMs: number, out: Outbox): void {
  out.disarm({ kind: "reregister-executors" });
  out.disarm({ kind: "reconnect-executors" });
  if (agent.drain !== undefined) drain(agent, { config: agent.drain }, nowMs, out);
  agent.state = "DISCONNECTED";
  agent.metrics.recoveryTimeSeconds = (nowMs - agent.options.startedAtMs) / 1000;
  out.log("info", "Finished recovery");
  masterDetected(agent, agent.master, nowMs, out);
}

function isMissing(executor: Executor): boolean {
  return executor.state === "REGISTERING";
}

function executorsOf(agent: Agent): { framework: Framework; executor: Executor }[] {
  return [...agent.frameworks.values()].flatMap((framework) =>
    [...framework.executors.values()].map((executor) => ({ framework, executor })),
  );
}
