/** Orders to end: one executor, one framework, or the whole agent. */
import type { ShutdownExecutorMessage, ShutdownFrameworkMessage } from "../../model/gen/internal.ts";
import type { ExecutorId } from "../../model/id.ts";
import { exitIfDone, removeExecutor, removeIfIdle } from "../executors/remove.ts";
import { shutdownExecutor } from "../executors/shutdown.ts";
import type { Outbox } from "../outbox.ts";
import { frameworkOf, idOf } from "../state.ts";
import type { Agent, Framework } from "../state.ts";

/** The scheduler asks for it. */
export function shutdownExecutorMessage(
  agent: Agent, message: ShutdownExecutorMessage, nowMs: number, out: Outbox,
): void {
  const framework = message.framework_id === undefined ? undefined : frameworkOf(agent, message.framework_id);
  const executor = framework?.executors.get((message.executor_id?.value ?? "") as ExecutorId);
  const ends = executor?.state === "REGISTERING" || executor?.state === "RUNNING";
  if (agent.state === "RECOVERING" || agent.state === "DISCONNECTED" || framework?.state !== "RUNNING" || !ends) {
    return out.log("warn", `Ignoring shutdown of executor ${message.executor_id?.value ?? ""}`);
  }
  shutdownExecutor(agent, executor!, nowMs, out);
}

/** The framework is over. */
export function shutdownFrameworkMessage(
  agent: Agent, message: ShutdownFrameworkMessage, nowMs: number, out: Outbox,
): void {
  if (agent.state === "RECOVERING" || agent.state === "DISCONNECTED") {
    return out.log("warn", `Ignoring shutdown of framework ${message.framework_id.value}: not registered`);
  }
  const framework = frameworkOf(agent, message.framework_id);
  if (framework?.state === "RUNNING") shutdownFramework(agent, framework, nowMs, out);
}

/**
 * Its executors are told to end; those that have ended go without waiting for acknowledgements that will never come.
 */
function shutdownFramework(agent: Agent, framework: Framework, nowMs: number, out: Outbox): void {
  out.log("info", `Shutting down framework ${framework.id}`);
  framework.state = "TERMINATING";
  for (const executor of [...framework.executors.values()]) {
    if (executor.state === "TERMINATED") removeExecutor(agent, framework, executor, out);
    else if (executor.state !== "TERMINATING") shutdownExecutor(agent, executor, nowMs, out);
  }
  removeIfIdle(agent, framework, out);
}

/** The master has no place for us any more, or the operator wants us gone (`unregister`: then the master is told). */
export function shutdownAgent(agent: Agent, why: string, unregister: boolean, nowMs: number, out: Outbox): void {
  out.log("warn", `Shutting down: ${why}`);
  if (unregister && agent.master !== undefined && idOf(agent) !== "") {
    out.send(agent.master.pid, "mesos.internal.UnregisterSlaveMessage", { agent_id: { value: idOf(agent) } });
  }
  agent.state = "TERMINATING";
  for (const framework of [...agent.frameworks.values()]) {
    if (framework.state === "RUNNING") shutdownFramework(agent, framework, nowMs, out);
  }
  exitIfDone(agent, out);
}
