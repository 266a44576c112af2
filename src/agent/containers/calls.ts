/**
 * Containers by call (AGF-65, AGF-66): operators start standalone ones, executors of task groups nest theirs in their
 * own. A nested container lives in its parent's sandbox and dies with it.
 */
import type { Call_KillContainer, Call_LaunchContainer } from "../../model/gen/agent.ts";
import type { ContainerID } from "../../model/gen/mesos.ts";
import { NESTED_DIRECTORY, STATUS_FILE, runPath } from "../checkpoint.ts";
import { variablesOf } from "../executors/environment.ts";
import { message, text } from "../http/answers.ts";
import type { HttpResponse } from "../event.ts";
import type { ContainerSpec, Outbox } from "../outbox.ts";
import { containerKey, executorIn, idOf } from "../state.ts";
import type { Agent, Container } from "../state.ts";
import type { MediaType } from "../../wire/v1/media.ts";
import { sandboxLinks } from "./volumes.ts";

type Launching = Pick<Call_LaunchContainer, "container_id" | "command" | "container">;

/** 200 once it runs (the answer follows), 202 if one with this id does, 400 if it cannot. */
export function launchContainer(
  agent: Agent, request: number, launch: Launching, out: Outbox, isSession = false,
): HttpResponse | undefined {
  const { container_id: id, command = {} } = launch;
  const key = containerKey(id);
  if (agent.containers.has(key)) return text(202);
  const parent = id.parent === undefined ? undefined : agent.containers.get(containerKey(id.parent));
  if (id.parent !== undefined && (parent === undefined || parent.exited !== undefined)) {
    return text(400, `Parent container ${containerKey(id.parent)} does not exist`);
  }
  if (launch.container?.type === "DOCKER") return text(400, "The provided ContainerInfo is not supported");
  if (launch.container?.mesos?.image !== undefined) return text(400, "No image provisioner is configured");
  const directory = parent === undefined
    ? `${agent.options.workDir}/containers/${id.value}`
    : isSession ? parent.directory : `${parent.directory}/containers/${id.value}`;
  const links = sandboxLinks(launch.container?.volumes ?? [], directory, parent?.directory);
  if (!links.ok) return text(400, links.error);
  agent.containers.set(key, {
    id,
    key,
    kind: parent === undefined ? "standalone" : "nested",
    directory,
    pid: undefined,
    exited: undefined,
    launching: request,
    waiting: [],
  });
  out.ask({
    kind: "launch",
    spec: {
      containerId: key,
      command: { shell: command.shell ?? true, value: command.value ?? "", arguments: command.arguments ?? [] },
      environment: { ...environmentFor(agent, key, directory), ...variablesOf(command.environment) },
      directory,
      user: agent.options.switchUser ? (command.user ?? ownerUser(agent, key)) : undefined,
      uris: command.uris ?? [],
      links: links.value,
      ...notesOf(agent, key),
      ...(isSession && { isSwitched: true }),
    },
  });
  return undefined;
}

/** Answers when the container has ended, at once if it has. */
export function waitContainer(
  agent: Agent, waiter: Container["waiting"][number], id: ContainerID,
): HttpResponse | undefined {
  const container = agent.containers.get(containerKey(id));
  if (container === undefined) return text(404, `Container ${containerKey(id)} cannot be found`);
  if (container.exited !== undefined) return ended(container.exited.status, waiter.media, waiter.nested);
  container.waiting.push(waiter);
  return undefined;
}

export function killContainer(
  agent: Agent, { container_id: id, signal }: Call_KillContainer, out: Outbox,
): HttpResponse {
  const container = agent.containers.get(containerKey(id));
  if (container === undefined || container.exited !== undefined) {
    return text(404, `Container '${containerKey(id)}' cannot be found (or is already killed)`);
  }
  out.ask({ kind: "signal", containerId: container.key, signal: signal ?? SIGKILL });
  return text(200);
}

/** Forgets a container that has ended, and its sandbox. */
export function removeContainer(agent: Agent, id: ContainerID, out: Outbox): HttpResponse {
  const key = containerKey(id);
  const root = agent.containers.get(key.split(".")[0]!);
  if (id.parent !== undefined && (root === undefined || root.exited !== undefined)) {
    return text(500, "Unknown root container");
  }
  const container = agent.containers.get(key);
  if (container === undefined) return text(200);
  if (container.kind === "executor") return text(500, `Container ${key} is of an executor`);
  if (container.exited === undefined) return text(500, "Nested container has not terminated yet");
  agent.containers.delete(container.key);
  const notes = nestedPath(agent, key);
  if (notes !== undefined) out.checkpoint({ kind: "remove", path: notes });
  // A session has no sandbox of its own.
  if (container.session === undefined) {
    out.ask({ kind: "remove-directory", directory: container.directory, keepRoot: false });
  }
  return text(200);
}

/** Answers everybody who waits for it. */
export function containerEnded(
  container: Container, status: number | undefined, launchError: string | undefined, out: Outbox,
): void {
  if (container.launching !== undefined) {
    out.reply(container.launching, text(400, launchError ?? "The container ended before it started"));
  }
  container.launching = undefined;
  for (const { request, media, nested } of container.waiting) out.reply(request, ended(status, media, nested));
  container.waiting = [];
}

function ended(status: number | undefined, media: MediaType, nested: boolean): HttpResponse {
  const result = status === undefined ? {} : { exit_status: status };
  return nested
    ? message({ type: "WAIT_NESTED_CONTAINER", wait_nested_container: result }, media)
    : message({ type: "WAIT_CONTAINER", wait_container: result }, media);
}

/** What is kept of a container nested in that of an executor that survives our restarts. */
function notesOf(agent: Agent, key: string): Pick<ContainerSpec, "pidDirectory" | "statusFile"> {
  const path = nestedPath(agent, key);
  if (path === undefined) return { pidDirectory: undefined, statusFile: undefined };
  return { pidDirectory: `${path}/pids`, statusFile: `${path}/${STATUS_FILE}` };
}

function nestedPath(agent: Agent, key: string): string | undefined {
  const [rootId, ...names] = key.split(".");
  const owner = executorIn(agent, rootId!);
  if (names.length === 0 || owner?.executor.checkpoint !== true) return undefined;
  return [runPath(idOf(agent), owner.executor), ...names.map((name) => `${NESTED_DIRECTORY}/${name}`)].join("/");
}

const SIGKILL = 9;

function environmentFor(agent: Agent, key: string, directory: string): Readonly<Record<string, string>> {
  const root = executorIn(agent, key.split(".")[0]!);
  return {
    ...agent.options.executorEnvironment,
    MESOS_SANDBOX: directory,
    MESOS_AGENT_ENDPOINT: `${agent.options.host}:${agent.options.port}`,
    ...(root === undefined ? {} : { MESOS_FRAMEWORK_ID: root.framework.id, MESOS_EXECUTOR_ID: root.executor.id }),
  };
}

/** Whom the executor runs as, in whose container this one is nested. */
function ownerUser(agent: Agent, key: string): string | undefined {
  const root = executorIn(agent, key.split(".")[0]!);
  return root === undefined ? undefined : (root.executor.info.command?.user ?? root.framework.info.user);
}
