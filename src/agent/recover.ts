/**
 * The first event: what an earlier run left below `meta/` becomes state again (AGF-56…61). Its executors are expected
 * back; those without a living process have ended meanwhile, nobody knows how.
 */
import type { ExecutorInfo, FrameworkInfo } from "../model/gen/mesos.ts";
import type { FrameworkId, TaskId } from "../model/id.ts";
import { toResources } from "../model/resources.ts";
import { Ring } from "../model/ring.ts";
import { parseUpid } from "../model/upid.ts";
import { StatusUpdateRecordCodec } from "../wire/gen/internal.ts";
import {
  AgentInfoCodec, DrainConfigCodec, ExecutorInfoCodec, FrameworkInfoCodec, OperationCodec, ResourceCodec, TaskCodec,
} from "../wire/gen/mesos.ts";
import {
  BOOT_ID, GENERATED, LATEST_AGENT, OPERATIONS_INFO, RESOURCES_INFO, agentPath, checkpointBootId, executorPath,
  frameworkPath,
  runPath,
} from "./checkpoint.ts";
import { recoverNested } from "./containers/recover.ts";
import { incompatibility } from "./compatibility.ts";
import type { AgentEvent } from "./event.ts";
import { addExecutor } from "./executors/launch.ts";
import { callExecutors, finishReconnecting } from "./executors/reconnect.ts";
import { shutdownExecutor } from "./executors/shutdown.ts";
import { executorTerminated } from "./executors/terminated.ts";
import { uuidText } from "./ids.ts";
import { recoverOperation } from "./operations.ts";
import type { Outbox } from "./outbox.ts";
import { Tree } from "./tree.ts";
import { withCheckpointed } from "./resources.ts";
import { exitIfDone, removeIfIdle } from "./executors/remove.ts";
import { executorIn, idOf } from "./state.ts";
import type { Agent, Executor, Framework } from "./state.ts";
import { isTerminalTask } from "../model/task-state.ts";
import { withStatus } from "./tasks/task.ts";
import { replayStream } from "./updates.ts";

type Recovered = Extract<AgentEvent, { type: "recovered" }>;

export function recovered(agent: Agent, event: Recovered, nowMs: number, out: Outbox): void {
  const tree = new Tree(event.files);
  const rebooted = event.bootId !== undefined && tree.text(BOOT_ID)?.trim() !== event.bootId;
  const error = recoverResources(agent, tree) ?? recoverAgent(agent, tree, rebooted, out);
  if (error !== undefined) return out.ask({ kind: "exit", code: 1, why: error });
  agent.metrics.recoveryErrors += tree.broken;
  if (event.bootId !== undefined) out.checkpoint(checkpointBootId(event.bootId));
  out.ask({ kind: "gc-all", live: liveContainers(agent) });
  agent.reconnecting = true;
  const alive = rebooted ? {} : event.containers;
  for (const container of [...agent.containers.values()]) {
    const owner = executorIn(agent, container.key);
    if (owner !== undefined) recoverNested(agent, tree, container, runPath(idOf(agent), owner.executor), alive);
  }
  if (rebooted) blameReboot(agent);
  expectExecutors(agent, alive, nowMs, out);
}

/** Reservations and volumes, which outlive even the agent's id. */
function recoverResources(agent: Agent, tree: Tree): string | undefined {
  const checkpointed = toResources(tree.records(RESOURCES_INFO, ResourceCodec));
  const total = withCheckpointed(agent.info.resources ?? [], checkpointed);
  if (!total.ok) return `Checkpointed resources do not fit the agent's any more: ${total.error}`;
  agent.total = total.value;
  agent.checkpointed = checkpointed;
  return undefined;
}

function recoverAgent(agent: Agent, tree: Tree, rebooted: boolean, out: Outbox): string | undefined {
  const agentId = tree.link(LATEST_AGENT);
  const info = agentId === undefined ? undefined : tree.record(`${agentPath(agentId)}/slave.info`, AgentInfoCodec);
  if (agentId === undefined || info?.id === undefined) return undefined;
  const difference = incompatibility(agent.options.reconfigurationPolicy, info, { ...agent.info, id: info.id });
  if (difference !== undefined) {
    if (!rebooted) return difference;
    out.log("warn", `The machine was restarted and the agent has changed: registering as a new one. ${difference}`);
    out.checkpoint({ kind: "remove", path: LATEST_AGENT });
    return undefined;
  }
  agent.info = { ...agent.info, id: info.id };
  agent.drain = tree.record(`${agentPath(agentId)}/drain.config`, DrainConfigCodec);
  for (const operation of tree.records(OPERATIONS_INFO, OperationCodec)) recoverOperation(agent, operation);
  for (const frameworkId of tree.children(`${agentPath(agentId)}/frameworks`)) {
    recoverFramework(agent, tree, agentId, frameworkId);
  }
  return undefined;
}

function recoverFramework(agent: Agent, tree: Tree, agentId: string, id: string): void {
  const path = frameworkPath(agentId, id);
  const info = tree.record(`${path}/framework.info`, FrameworkInfoCodec);
  const pid = parseUpid(tree.text(`${path}/framework.pid`) ?? "");
  if (info === undefined || !pid.ok) return;
  const framework = newFramework(agent, id as FrameworkId, info);
  framework.pid = pid.value.id === "" ? undefined : pid.value;
  for (const executorId of tree.children(`${path}/executors`)) {
    recoverExecutor(agent, tree, agentId, framework, executorId);
  }
  if (framework.executors.size > 0 || framework.completedExecutors.size > 0) {
    agent.frameworks.set(framework.id, framework);
  }
}

function newFramework(agent: Agent, id: FrameworkId, info: FrameworkInfo): Framework {
  const completedExecutors = new Ring<Executor>(agent.options.maxCompletedExecutorsPerFramework);
  const named = { ...info, id: { value: id } };
  return { id, info: named, pid: undefined, state: "RUNNING", executors: new Map(), completedExecutors };
}

/** Only its latest run matters; one that is completed becomes history. */
function recoverExecutor(agent: Agent, tree: Tree, agentId: string, framework: Framework, id: string): void {
  const path = executorPath(agentId, framework.id, id);
  const info: ExecutorInfo | undefined = tree.record(`${path}/executor.info`, ExecutorInfoCodec);
  const containerId = tree.link(`${path}/runs/latest`);
  if (info === undefined || containerId === undefined) return;
  const generated = tree.text(`${path}/${GENERATED}`)?.trim() === "1";
  const executor = addExecutor(agent, framework, info, generated, containerId);
  const run = runPath(agentId, executor);
  const pid = parseUpid(tree.text(`${run}/pids/libprocess.pid`) ?? "");
  if (pid.ok) executor.connection = { kind: "pid", pid: pid.value };
  const completed = tree.has(`${run}/executor.sentinel`);
  for (const taskId of tree.children(`${run}/tasks`)) {
    recoverTask(agent, tree, framework, executor, `${run}/tasks/${taskId}`, completed);
  }
  if (!completed) return;
  executor.state = "TERMINATED";
  framework.executors.delete(executor.id);
  agent.containers.delete(containerId);
  framework.completedExecutors.push(executor);
}

function recoverTask(
  agent: Agent, tree: Tree, framework: Framework, executor: Executor, path: string, completed: boolean,
): void {
  let task = tree.record(`${path}/task.info`, TaskCodec);
  if (task === undefined) return;
  const taskId = task.task_id.value as TaskId;
  const records = tree.records(`${path}/task.updates`, StatusUpdateRecordCodec);
  const updates = records.flatMap(
    ({ type, update }) => (type === "UPDATE" && update?.uuid !== undefined ? [update] : []),
  );
  const acknowledged = new Set(
    records.flatMap(({ type, uuid }) => (type === "ACK" && uuid !== undefined ? [uuidText(uuid)] : [])),
  );
  for (const update of updates) {
    task = withStatus(task, update.status);
    if (isTerminalTask(update.status.state)) break;
  }
  const last = updates.find((update) => isTerminalTask(update.status.state));
  if (completed || (last !== undefined && acknowledged.has(uuidText(last.uuid!)))) {
    executor.completed.push(task);
  } else {
    (last === undefined ? executor.launched : executor.terminated).set(taskId, task);
    replayStream(agent, framework.id, taskId, `${path}/task.updates`, updates, acknowledged);
  }
}

/** No container outlives its machine; the words for a container that nobody knows are those of Mesos. */
function blameReboot(agent: Agent): void {
  for (const framework of agent.frameworks.values()) {
    for (const executor of framework.executors.values()) {
      executor.pendingTermination = {
        state: "TASK_FAILED",
        reason: "REASON_EXECUTOR_TERMINATED",
        message: "Abnormal executor termination: unknown container",
      };
    }
  }
}

/**
 * Executors whose container still has a process may come back: those that speak by messages are called, the others
 * subscribe by themselves. With `--recover=cleanup` they are told to go instead.
 */
function expectExecutors(agent: Agent, alive: Readonly<Record<string, number>>, nowMs: number, out: Outbox): void {
  for (const framework of [...agent.frameworks.values()]) {
    for (const executor of [...framework.executors.values()]) {
      const pid = alive[executor.containerId];
      const container = agent.containers.get(executor.containerId)!;
      container.pid = pid;
      if (pid === undefined) {
        container.exited = {};
        executorTerminated(agent, framework, executor, undefined, nowMs, out);
      } else if (agent.options.recover === "cleanup") {
        shutdownExecutor(agent, executor, nowMs, out);
      }
    }
    removeIfIdle(agent, framework, out);
  }
  if (agent.options.recover === "cleanup") {
    agent.state = "TERMINATING";
    return exitIfDone(agent, out);
  }
  callExecutors(agent, nowMs, out);
  out.arm({ kind: "reregister-executors" }, nowMs + agent.options.executorReregistrationTimeoutMs);
  finishReconnecting(agent, nowMs, out);
}

function liveContainers(agent: Agent): readonly string[] {
  return [...agent.frameworks.values()].flatMap((framework) =>
    [...framework.executors.values()].map((executor) => executor.containerId),
  );
}
