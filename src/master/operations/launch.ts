/**
 * LAUNCH runs tasks, each by a command or on an executor of its own; a bad one does not hold up the others (OPR-01 to
 * OPR-03).
 */
import type { ExecutorInfo, Offer_Operation, Resource, TaskInfo } from "../../model/gen/mesos.ts";
import type { RunTaskMessage } from "../../model/gen/internal.ts";
import { executorId, taskId } from "../../model/id.ts";
import { downgradeResource } from "../../model/reservation-format.ts";
import { add, subtract, toResources } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { nonShared, shared } from "../../model/select.ts";
import { NO_UPID, printUpid } from "../../model/upid.ts";
import { launchText, mayRun } from "../authorize/frameworks.ts";
import { addExecutor } from "../state/executors.ts";
import { addTask } from "../state/tasks.ts";
import { taskExtras } from "../state/task.ts";
import type { Task } from "../state/task.ts";
import { launchError } from "../validate/task.ts";
import { countCarriedOut } from "./acceptance.ts";
import type { Acceptance } from "./acceptance.ts";
import { resourceVersions } from "./apply.ts";
import { refuseTasks } from "./refuse-tasks.ts";

export function launch(acceptance: Acceptance, operation: Offer_Operation): void {
  const { master, framework, agent, nowMs, out } = acceptance;
  for (const task of operation.launch?.task_infos ?? []) {
    if (!mayRun(master, framework.info, task)) {
      const message = `Principal '${framework.info.principal ?? ""}' no authorized to ${launchText(framework.info, task)}`;
      const refusal = { state: "TASK_ERROR", reason: "REASON_TASK_UNAUTHORIZED", message } as const;
      refuseTasks(master, framework, [task], refusal, nowMs, out);
      continue;
    }
    const available = add(nonShared(acceptance.remaining), acceptance.sharedVolumes);
    const error = launchError(task, framework, agent, available);
    if (error !== undefined) {
      const refusal = { state: "TASK_ERROR", reason: "REASON_TASK_INVALID", message: error } as const;
      refuseTasks(master, framework, [task], refusal, nowMs, out);
      continue;
    }
    const launchExecutor = task.executor === undefined || startExecutor(acceptance, task.executor);
    startTask(acceptance, task);
    countCarriedOut(framework, operation);
    out.send(agent.pid, "mesos.internal.RunTaskMessage", runTask(acceptance, task, launchExecutor));
  }
}

/** Charges the executor if it does not run yet; true if the agent has to start it (TSK-74). */
export function startExecutor(acceptance: Acceptance, executor: ExecutorInfo): boolean {
  const { framework, agent } = acceptance;
  const id = executorId(executor.executor_id.value);
  if (agent.executors.get(framework.id)?.has(id) === true) return false;
  addExecutor(framework, agent, id, executor);
  use(acceptance, toResources(executor.resources));
  return true;
}

/** Charges the task and puts it on the records, to be started by its agent (TSK-01). */
export function startTask(acceptance: Acceptance, task: TaskInfo): void {
  const { master, framework, agent } = acceptance;
  const resources = toResources(task.resources);
  addTask(master, framework, agent, stagingTask(acceptance, task, resources));
  use(acceptance, resources);
}

/** Takes from what is left; a shared volume that another task of this ACCEPT uses already is copied (ALC-32). */
function use(acceptance: Acceptance, resources: Resources): void {
  const copies = subtract(shared(resources), shared(acceptance.remaining));
  if (copies.length > 0) acceptance.conversions.push({ consumed: [], converted: copies });
  acceptance.remaining = subtract(acceptance.remaining, resources);
  acceptance.launched = add(acceptance.launched, resources);
}

function stagingTask({ framework, agent, role }: Acceptance, task: TaskInfo, resources: Resources): Task {
  const { executor, command, name } = task;
  return {
    id: taskId(task.task_id.value),
    frameworkId: framework.id,
    agentId: agent.id,
    executorId: executor === undefined ? undefined : executorId(executor.executor_id.value),
    name,
    resources,
    role,
    user: command?.user ?? executor?.command?.user,
    extras: taskExtras(task),
    state: "TASK_STAGING",
    statusUpdateState: undefined,
    statusUpdateUuid: undefined,
    statuses: [],
    moment: undefined,
  };
}

function runTask({ framework, agent }: Acceptance, task: TaskInfo, launchExecutor: boolean): RunTaskMessage {
  const { connection, info } = framework;
  return {
    framework: info,
    pid: printUpid(connection?.kind === "pid" ? connection.pid : NO_UPID),
    task: agent.capabilities.has("RESERVATION_REFINEMENT") ? task : downgradeTask(task),
    resource_version_uuids: resourceVersions(agent),
    launch_executor: launchExecutor,
  };
}

/** A task as agents without RESERVATION_REFINEMENT understand it. */
export function downgradeTask(task: TaskInfo): TaskInfo {
  const { executor, resources } = task;
  return { ...task, resources: downgraded(resources), ...(executor && { executor: downgradeExecutor(executor) }) };
}

/** An executor as agents without RESERVATION_REFINEMENT understand it. */
export function downgradeExecutor(executor: ExecutorInfo): ExecutorInfo {
  return { ...executor, resources: downgraded(executor.resources) };
}

/** Nothing refined can be on such an agent, so everything can be said in the older format. */
function downgraded(resources: readonly Resource[] | undefined): readonly Resource[] | undefined {
  return resources?.map((resource) => {
    const old = downgradeResource(resource);
    return old.ok ? old.value : resource;
  });
}
