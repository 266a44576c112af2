/**
 * The master launches a task or a task group here (TSK-01, TSK-06, TSK-74). Everything that can be wrong by now is
 * checked: the agent drains, the resources have changed since the offer, the executor is not what the master thinks it
 * is.
 */
import type { ResourceVersionUUID, RunTaskGroupMessage, RunTaskMessage } from "../../model/gen/internal.ts";
import type {
  ExecutorInfo, FrameworkInfo, Resource, TaskGroupInfo, TaskInfo, TaskStatus_Reason,
} from "../../model/gen/mesos.ts";
import type { ExecutorId, FrameworkId } from "../../model/id.ts";
import { validateId } from "../../model/id.ts";
import { needsCheckpoint } from "../../model/resource.ts";
import { contains, sum, unallocate } from "../../model/resources.ts";
import { upgradeResources } from "../../model/reservation-format.ts";
import { Ring } from "../../model/ring.ts";
import { parseUpid } from "../../model/upid.ts";
import type { Upid } from "../../model/upid.ts";
import { checkpointFramework, checkpointTask } from "../checkpoint.ts";
import { deliverQueued, idOfTask, membersOf } from "../executors/deliver.ts";
import { executorInfoOf } from "../executors/info.ts";
import { launchExecutor } from "../executors/launch.ts";
import { removeIfIdle } from "../executors/remove.ts";
import { shutdownExecutor } from "../executors/shutdown.ts";
import { sendExited } from "../executors/terminated.ts";
import { volumeLinks } from "../executors/volumes.ts";
import { uuidText } from "../ids.ts";
import type { Outbox } from "../outbox.ts";
import { idOf } from "../state.ts";
import type { Agent, Executor, Framework } from "../state.ts";
import { decide, droppedState } from "../tasks/status.ts";
import { withAllocation } from "../tasks/task.ts";

interface Launch {
  readonly framework: FrameworkInfo;
  readonly pid: Upid | undefined;
  readonly executor: ExecutorInfo;
  readonly tasks: readonly TaskInfo[];
  readonly group: TaskGroupInfo | undefined;
  readonly versions: readonly ResourceVersionUUID[];
  /** What the master expects: a new executor, a running one; undefined from masters that do not say. */
  readonly expectsLaunch: boolean | undefined;
}

export function runTask(agent: Agent, message: RunTaskMessage, nowMs: number, out: Outbox): void {
  const { framework, task } = message;
  if ((task.executor === undefined) === (task.command === undefined)) {
    return out.log("warn", `Ignoring task ${task.task_id.value}: it must have either a command or an executor`);
  }
  const allocated = allocatedTask(framework, task);
  const pid = parseUpid(message.pid ?? "");
  run(agent, {
    framework,
    pid: pid.ok && pid.value.id !== "" ? pid.value : undefined,
    executor: allocatedExecutor(framework, executorInfoOf(agent.options, framework, allocated)),
    tasks: [allocated],
    group: undefined,
    versions: message.resource_version_uuids ?? [],
    expectsLaunch: message.launch_executor,
  }, nowMs, out);
}

export function runTaskGroup(agent: Agent, message: RunTaskGroupMessage, nowMs: number, out: Outbox): void {
  const { framework } = message;
  const tasks = membersOf(message.task_group).map((task) => allocatedTask(framework, task));
  run(agent, {
    framework,
    pid: undefined,
    executor: allocatedExecutor(framework, message.executor),
    tasks,
    group: { ...message.task_group, tasks },
    versions: message.resource_version_uuids ?? [],
    expectsLaunch: message.launch_executor,
  }, nowMs, out);
}

function run(agent: Agent, launch: Launch, nowMs: number, out: Outbox): void {
  const reason = ignore(agent, launch);
  if (reason !== undefined) return out.log("warn", `Ignoring ${shown(launch)}: ${reason}`);
  const framework = frameworkFor(agent, launch, out);
  if (framework.state === "TERMINATING") {
    out.log("warn", `Ignoring ${shown(launch)}: framework ${framework.id} is terminating`);
    return tellNoExecutor(agent, framework, launch, out);
  }
  const refusal = refuse(agent, launch);
  if (refusal !== undefined) {
    drop(agent, framework, launch, refusal, nowMs, out);
    removeIfIdle(agent, framework, out);
    return tellNoExecutor(agent, framework, launch, out);
  }
  const executor = framework.executors.get(launch.executor.executor_id.value as ExecutorId);
  if (!isExpected(agent, framework, executor, launch, nowMs, out)) return removeIfIdle(agent, framework, out);
  const generated = launch.group === undefined && launch.tasks[0]!.executor === undefined;
  const held = launch.tasks.flatMap((task) => task.resources ?? []);
  if (executor === undefined) {
    const launched = launchExecutor(agent, framework, launch.executor, generated, held, nowMs, out);
    enqueue(agent, framework, launched, launch, nowMs, out);
  } else {
    const links = volumeLinks(agent.options.workDir, held);
    if (links.length > 0) out.ask({ kind: "link-volumes", directory: executor.directory, links });
    enqueue(agent, framework, executor, launch, nowMs, out);
  }
}

/** Not for us, or not now; nobody is told, because the master will find out by itself. */
function ignore(agent: Agent, { framework, executor, tasks }: Launch): string | undefined {
  if (framework.id === undefined) return "its framework has no id";
  const ids = [framework.id.value, executor.executor_id.value, ...tasks.map(idOfTask)];
  const bad = ids.map(validateId).find((valid) => !valid.ok);
  if (bad !== undefined && !bad.ok) return bad.error;
  const other = tasks.find((task) => task.agent_id.value !== idOf(agent));
  if (other !== undefined) return `it is for agent ${other.agent_id.value}`;
  if (agent.state === "RECOVERING" || agent.state === "TERMINATING") return `the agent is ${agent.state}`;
  const denied = tasks.find((task) => agent.deniedTasks.has(`${framework.id!.value}/${idOfTask(task)}`));
  if (denied !== undefined) return `a master has been told that task ${idOfTask(denied)} is not here`;
  return undefined;
}

function frameworkFor(agent: Agent, { framework: info, pid }: Launch, out: Outbox): Framework {
  const id = info.id!.value as FrameworkId;
  const known = agent.frameworks.get(id);
  if (known !== undefined) return known;
  const before = agent.completedFrameworks.get(id);
  agent.completedFrameworks.delete(id);
  const framework: Framework = {
    id,
    info,
    pid,
    state: "RUNNING",
    executors: new Map(),
    completedExecutors: before?.completedExecutors ?? new Ring(agent.options.maxCompletedExecutorsPerFramework),
  };
  agent.frameworks.set(id, framework);
  if (info.checkpoint === true) for (const change of checkpointFramework(agent, framework)) out.checkpoint(change);
  return framework;
}

interface Refusal {
  readonly reason: TaskStatus_Reason;
  readonly message: string;
}

function refuse(agent: Agent, launch: Launch): Refusal | undefined {
  const unsupported = unsupportedLimit(agent, launch.tasks);
  if (unsupported !== undefined) return { reason: "REASON_GC_ERROR", message: unsupported };
  if (agent.drain !== undefined) {
    return { reason: "REASON_AGENT_DRAINING", message: "Task was received while agent was already draining" };
  }
  const own = launch.versions.find((version) => version.resource_provider_id === undefined);
  if (own !== undefined && uuidText(own.uuid.value) !== uuidText(agent.resourceVersion)) {
    return { reason: "REASON_INVALID_OFFERS", message: "Task assumes outdated resource state" };
  }
  const unknown = (list: readonly Resource[] | undefined): boolean =>
    !contains(agent.checkpointed, unallocate(sum(list ?? [])).filter(needsCheckpoint));
  if (launch.tasks.some((task) => unknown(task.resources))) {
    return {
      reason: "REASON_RESOURCES_UNKNOWN",
      message: "The checkpointed resources being used by the task or task group are unknown to the agent",
    };
  }
  if (unknown(launch.executor.resources)) {
    const message = "The checkpointed resources being used by the executor are unknown to the agent";
    return { reason: "REASON_RESOURCES_UNKNOWN", message };
  }
  return undefined;
}

/** Limits need an isolator that can hold a container to them. */
function unsupportedLimit({ options }: Agent, tasks: readonly TaskInfo[]): string | undefined {
  const isolates = (name: string): boolean =>
    options.isolation.some((isolator) => isolator === `cgroups/${name}` || isolator === "cgroups/all");
  for (const { limits, container } of tasks) {
    if (container?.type === "DOCKER") continue;
    if (limits?.["cpus"] !== undefined && !isolates("cpu")) {
      return (
        "CPU limits can only be set on tasks launched in Mesos containers" +
        " when the agent has loaded the 'cgroups/cpu' isolator"
      );
    }
    if (limits?.["mem"] !== undefined && !isolates("mem")) {
      return (
        "Memory limits can only be set on tasks launched in Mesos containers" +
        " when the agent has loaded the 'cgroups/mem' isolator"
      );
    }
  }
  return undefined;
}

/** Is the executor there, or not there, as the master believes? Otherwise the tasks are dropped. */
function isExpected(
  agent: Agent, framework: Framework, executor: Executor | undefined, launch: Launch, nowMs: number, out: Outbox,
): boolean {
  const dropWith = (reason: TaskStatus_Reason, message: string): false => {
    drop(agent, framework, launch, { reason, message }, nowMs, out);
    return false;
  };
  const command = launch.group === undefined && launch.tasks[0]!.command !== undefined;
  if (launch.expectsLaunch === undefined) return true;
  if (command) {
    if (executor === undefined) return true;
    return dropWith("REASON_TASK_INVALID", "Cannot reuse an already existing executor for a command task");
  }
  if (launch.expectsLaunch && executor !== undefined) {
    dropWith("REASON_EXECUTOR_TERMINATED", "Master wants to launch executor, but one already exists");
    if (executor.state === "TERMINATED") sendExited(agent, framework.id, executor.id, undefined, out);
    else if (executor.state !== "TERMINATING") shutdownExecutor(agent, executor, nowMs, out);
    return false;
  }
  if (!launch.expectsLaunch && executor === undefined) {
    return dropWith("REASON_EXECUTOR_TERMINATED", "No executor is expected to launch and there is none running");
  }
  return true;
}

function enqueue(
  agent: Agent, framework: Framework, executor: Executor, launch: Launch, nowMs: number, out: Outbox,
): void {
  if (executor.state === "TERMINATING" || executor.state === "TERMINATED") {
    const message = `Executor ${executor.state.toLowerCase()}`;
    return drop(agent, framework, launch, { reason: "REASON_EXECUTOR_TERMINATED", message }, nowMs, out, false);
  }
  for (const task of launch.tasks) {
    if (executor.checkpoint) out.checkpoint(checkpointTask(agent, executor, task));
    executor.queued.set(idOfTask(task), task);
  }
  if (launch.group !== undefined) executor.queuedGroups = [...executor.queuedGroups, launch.group];
  if (executor.state === "RUNNING") deliverQueued(framework, executor, out);
}

function drop(
  agent: Agent, framework: Framework, launch: Launch, refusal: Refusal, nowMs: number, out: Outbox, named = true,
): void {
  const isAboutExecutor = named && refusal.reason !== "REASON_GC_ERROR";
  const executorId = isAboutExecutor ? { executorId: launch.executor.executor_id.value as ExecutorId } : {};
  for (const task of launch.tasks) {
    const verdict = {
      frameworkId: framework.id, taskId: idOfTask(task), state: droppedState(framework), ...executorId,
    };
    decide(agent, { ...verdict, ...refusal }, nowMs, out);
  }
}

/** The master has entered an executor that never came to be: it must take it out again. */
function tellNoExecutor(agent: Agent, framework: Framework, launch: Launch, out: Outbox): void {
  if (launch.expectsLaunch === true) {
    sendExited(agent, framework.id, launch.executor.executor_id.value as ExecutorId, undefined, out);
  }
}

function allocatedTask(framework: FrameworkInfo, task: TaskInfo): TaskInfo {
  const allocated = withAllocation(upgraded(task), roleOf(framework));
  if (allocated.executor === undefined) return allocated;
  return { ...allocated, executor: allocatedExecutor(framework, allocated.executor) };
}

function allocatedExecutor(framework: FrameworkInfo, executor: ExecutorInfo): ExecutorInfo {
  return withAllocation(upgraded(executor), roleOf(framework));
}

function upgraded<T extends TaskInfo | ExecutorInfo>(info: T): T {
  return info.resources === undefined ? info : { ...info, resources: upgradeResources(info.resources) };
}

/** The role of a framework that has only one. */
function roleOf(framework: FrameworkInfo): string {
  return framework.roles?.[0] ?? framework.role ?? "*";
}

function shown({ tasks, framework }: Launch): string {
  return `task ${tasks.map(idOfTask).join(", ")} of framework ${framework.id?.value ?? ""}`;
}
