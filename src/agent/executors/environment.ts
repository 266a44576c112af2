/** The environment every executor is started with: the contract it finds its agent by (EXC-16). */
import { msToNs, nsToMs, printDuration, printDurationMs } from "../../model/duration.ts";
import type { Environment } from "../../model/gen/mesos.ts";
import { printUpid } from "../../model/upid.ts";
import { claimsOf } from "../authorize/executors.ts";
import { idOf, selfOf } from "../state.ts";
import type { Agent, Executor } from "../state.ts";

/** All variables, those the framework set last. */
export function environmentOf(agent: Agent, executor: Executor): Readonly<Record<string, string>> {
  const { options } = agent;
  const checkpointing: Record<string, string> = executor.checkpoint
    ? {
        MESOS_RECOVERY_TIMEOUT: printDurationMs(options.recoveryTimeoutMs),
        MESOS_SUBSCRIPTION_BACKOFF_MAX: printDurationMs(options.executorReregistrationTimeoutMs),
      }
    : {};
  return {
    ...options.executorEnvironment,
    LIBPROCESS_PORT: "0",
    MESOS_FRAMEWORK_ID: executor.frameworkId,
    MESOS_EXECUTOR_ID: executor.id,
    MESOS_DIRECTORY: executor.directory,
    MESOS_SANDBOX: executor.directory,
    MESOS_SLAVE_ID: idOf(agent),
    MESOS_SLAVE_PID: printUpid(selfOf(agent)),
    MESOS_AGENT_ENDPOINT: `${options.host}:${options.port}`,
    MESOS_CHECKPOINT: executor.checkpoint ? "1" : "0",
    MESOS_HTTP_COMMAND_EXECUTOR: "1",
    MESOS_EXECUTOR_SHUTDOWN_GRACE_PERIOD: printDuration(shutdownGraceNs(agent, executor)),
    MESOS_CONTAINER_IP: options.host,
    ...checkpointing,
    ...variablesOf(executor.info.command?.environment),
    ...tokenOf(agent, executor),
  };
}

/** By which the executor proves who it is, where it must (AUT-21); nothing its framework could set instead. */
function tokenOf({ options }: Agent, executor: Executor): Readonly<Record<string, string>> {
  if (options.executorToken === undefined) return {};
  return { MESOS_EXECUTOR_AUTHENTICATION_TOKEN: options.executorToken(claimsOf(executor)) };
}

/** Time between asking the executor to go and killing it (TSK-72). */
export function shutdownGraceMs(agent: Agent, executor: Executor): number {
  return nsToMs(shutdownGraceNs(agent, executor));
}

/** Plain variables only: secrets are not resolved. */
export function variablesOf(environment: Environment | undefined): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const variable of environment?.variables ?? []) {
    if (variable.type !== "SECRET" && variable.value !== undefined) variables[variable.name] = variable.value;
  }
  return variables;
}

function shutdownGraceNs(agent: Agent, executor: Executor): bigint {
  return executor.info.shutdown_grace_period?.nanoseconds ?? msToNs(agent.options.executorShutdownGraceMs);
}
