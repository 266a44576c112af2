/** Ending an executor: ask, wait for its grace period, then kill its container. */
import type { Outbox } from "../outbox.ts";
import { executorIn } from "../state.ts";
import type { Agent, Executor } from "../state.ts";
import { shutdownGraceMs } from "./environment.ts";
import { sendShutdown } from "./send.ts";
import { printDurationMs } from "../../model/duration.ts";

export function shutdownExecutor(agent: Agent, executor: Executor, nowMs: number, out: Outbox): void {
  out.log("info", `Shutting down executor ${executor.id} of framework ${executor.frameworkId}`);
  executor.state = "TERMINATING";
  sendShutdown(executor, out);
  out.arm({ kind: "shutdown-executor", containerId: executor.containerId }, nowMs + shutdownGraceMs(agent, executor));
}

/** Its grace period is over. */
export function shutdownTimeout(agent: Agent, containerId: string, out: Outbox): void {
  const executor = executorIn(agent, containerId)?.executor;
  if (executor?.state === "TERMINATING") out.ask({ kind: "destroy", containerId });
}

/** It never connected. */
export function registrationTimeout(agent: Agent, containerId: string, out: Outbox): void {
  const found = executorIn(agent, containerId);
  if (found?.executor.state !== "REGISTERING" || found.framework.state === "TERMINATING") return;
  const within = printDurationMs(agent.options.executorRegistrationTimeoutMs);
  out.log("warn", `Executor ${found.executor.id} did not register within ${within} and is killed`);
  found.executor.state = "TERMINATING";
  found.executor.pendingTermination = {
    state: "TASK_FAILED",
    reason: "REASON_EXECUTOR_REGISTRATION_TIMEOUT",
    message: `Executor did not register within ${within}`,
  };
  out.ask({ kind: "destroy", containerId });
}
