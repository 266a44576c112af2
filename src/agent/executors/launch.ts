/** Starting an executor: its place in the state, its checkpoint, its container. */
import { Ring } from "../../model/ring.ts";
import { MAX_COMPLETED_TASKS_PER_EXECUTOR } from "../../model/limits.ts";
import type { CommandInfo, ExecutorInfo, Resource } from "../../model/gen/mesos.ts";
import type { ExecutorId } from "../../model/id.ts";
import { checkpointExecutor, runPath } from "../checkpoint.ts";
import { freshUuid } from "../ids.ts";
import type { ContainerSpec, Outbox } from "../outbox.ts";
import { idOf } from "../state.ts";
import type { Agent, Executor, Framework } from "../state.ts";
import { environmentOf } from "./environment.ts";
import { volumeLinks } from "./volumes.ts";

/** `resources` are those of its first tasks: their volumes must be there when it starts. */
export function launchExecutor(
  agent: Agent, framework: Framework, info: ExecutorInfo, generated: boolean, resources: readonly Resource[],
  nowMs: number, out: Outbox,
): Executor {
  const executor = addExecutor(agent, framework, info, generated, freshUuid(agent));
  if (executor.checkpoint) for (const change of checkpointExecutor(agent, executor)) out.checkpoint(change);
  out.log(
    "info", `Launching executor ${executor.id} of framework ${framework.id} in container ${executor.containerId}`,
  );
  const unsupported = unsupportedContainer(info);
  if (unsupported === undefined) out.ask({ kind: "launch", spec: specOf(agent, framework, executor, resources) });
  else out.ask({ kind: "refuse-launch", containerId: executor.containerId, why: unsupported });
  const deadlineMs = nowMs + agent.options.executorRegistrationTimeoutMs;
  out.arm({ kind: "register-executor", containerId: executor.containerId }, deadlineMs);
  return executor;
}

/** Why its container cannot be had here: only plain ones are, without image and with no file system of their own. */
function unsupportedContainer({ container }: ExecutorInfo): string | undefined {
  if (container?.type === "DOCKER") return "Docker containers are not supported by this agent";
  if (container?.mesos?.image !== undefined) return "No image provisioner is configured";
  return (container?.volumes ?? []).length === 0 ? undefined : "Volumes in ContainerInfo is not supported";
}

/** Puts an executor (new, or of the previous run) into the state. */
export function addExecutor(
  agent: Agent, framework: Framework, info: ExecutorInfo, generated: boolean, containerId: string,
): Executor {
  const id = info.executor_id.value as ExecutorId;
  const place = { frameworkId: framework.id, id, containerId };
  const executor: Executor = {
    ...place,
    info,
    directory: `${agent.options.workDir}/${runPath(idOf(agent), place)}`,
    generated,
    checkpoint: framework.info.checkpoint ?? false,
    state: "REGISTERING",
    connection: { kind: "none" },
    queued: new Map(),
    queuedGroups: [],
    launched: new Map(),
    terminated: new Map(),
    completed: new Ring(MAX_COMPLETED_TASKS_PER_EXECUTOR),
    pendingTermination: undefined,
  };
  framework.executors.set(id, executor);
  agent.containers.set(containerId, {
    id: { value: containerId },
    key: containerId,
    kind: "executor",
    directory: executor.directory,
    pid: undefined,
    exited: undefined,
    launching: undefined,
    waiting: [],
  });
  return executor;
}

function specOf(agent: Agent, framework: Framework, executor: Executor, resources: readonly Resource[]): ContainerSpec {
  const command = commandOf(agent, executor);
  const user = executor.info.command?.user ?? framework.info.user;
  return {
    containerId: executor.containerId,
    command: { shell: command.shell ?? true, value: command.value ?? "", arguments: command.arguments ?? [] },
    environment: environmentOf(agent, executor),
    directory: executor.directory,
    user: agent.options.switchUser && user !== "" ? user : undefined,
    uris: executor.info.command?.uris ?? [],
    links: volumeLinks(agent.options.workDir, [...(executor.info.resources ?? []), ...resources]),
    pidDirectory: executor.checkpoint ? `${runPath(idOf(agent), executor)}/pids` : undefined,
    statusFile: undefined,
  };
}

/** Task groups run on our own program; what the framework names otherwise is its business. */
function commandOf(agent: Agent, executor: Executor): CommandInfo {
  if (executor.info.type !== "DEFAULT") return executor.info.command ?? {};
  const { path, argv } = agent.options.defaultExecutor;
  return { shell: false, value: path, arguments: argv };
}
