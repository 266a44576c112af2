/** Rules for a task group (http-v1 §10.4b): all its tasks are fine, or none is launched. Texts are those of Mesos. */
import { printBytes } from "../../model/bytes.ts";
import { printDouble } from "../../model/decimal.ts";
import type { ContainerInfo, ExecutorInfo, TaskInfo } from "../../model/gen/mesos.ts";
import { executorId } from "../../model/id.ts";
import { printResources } from "../../model/print.ts";
import { add, contains, sum, toResources, withoutCopies } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { scalarMilli } from "../../model/select.ts";
import type { Agent } from "../state/agent.ts";
import type { Framework } from "../state/framework.ts";
import { MIN_EXECUTOR_CPUS, MIN_EXECUTOR_MEM_MB, executorError, sharedCgroupsError } from "./executor.ts";
import { overlap, persistenceIdError, revocableMixError } from "./resources.ts";
import { sameExecutor } from "./same-executor.ts";
import { taskError } from "./task.ts";

/**
 * What is wrong with a group, given what is left of the offers; undefined if nothing. Tasks carry the group's executor.
 */
export function taskGroupError(
  tasks: readonly TaskInfo[], executor: ExecutorInfo, framework: Framework, agent: Agent, available: Resources,
): string | undefined {
  const ids = new Set<string>();
  for (const task of tasks) {
    const { value } = task.task_id;
    const repeated = ids.has(value) ? `Task has duplicate ID: ${value}` : undefined;
    const error = memberError(task, framework, agent) ?? repeated;
    if (error !== undefined) return `Task '${value}' is invalid: ${error}`;
    ids.add(value);
  }
  return (
    executorError(executor, framework, agent) ??
    executorKindError(executor) ??
    differentExecutorError(tasks, executor) ??
    minimumError(executor) ??
    totalError(tasks, executor, framework, agent, available) ??
    sharedCgroupsError(executor) ??
    cgroupsError(tasks, executor, framework, agent)
  );
}

function memberError(task: TaskInfo, framework: Framework, agent: Agent): string | undefined {
  const error = taskError(task, framework, agent);
  if (error !== undefined) return error;
  const { container, health_check, limits = {} } = task;
  const ownNetwork = (container?.network_infos?.length ?? 0) > 0;
  if (ownNetwork && (health_check?.type === "HTTP" || health_check?.type === "TCP")) {
    const what = "HTTP and TCP health checks are not supported";
    return `${what} for nested containers not joining parent's network`;
  }
  if (container?.type === "DOCKER") return "Docker ContainerInfo is not supported on the task";
  if (Object.keys(limits).length === 0 || container?.linux_info?.share_cgroups === false) return undefined;
  return (
    "Resource limits may only be set for tasks within a task group when " +
    "the 'share_cgroups' field is set to 'false'."
  );
}

function executorKindError({ type, container }: ExecutorInfo): string | undefined {
  if (type === undefined) return "'ExecutorInfo.type' must be set";
  if (type === "UNKNOWN") return "Unknown executor type";
  return container?.type === "DOCKER" ? "Docker ContainerInfo is not supported on the executor" : undefined;
}

function differentExecutorError(tasks: readonly TaskInfo[], executor: ExecutorInfo): string | undefined {
  const other = tasks.find((task) => task.executor !== undefined && !sameExecutor(task.executor, executor));
  if (other === undefined) return undefined;
  const [task, id] = [other.task_id.value, executor.executor_id.value];
  return `The \`ExecutorInfo\` of task '${task}' is different from executor '${id}'`;
}

/** The default executor needs something to live on (TSK-71). */
function minimumError({ executor_id, resources }: ExecutorInfo): string | undefined {
  const own = toResources(resources);
  const name = `Executor '${executor_id.value}'`;
  const cpus = scalarMilli(own, "cpus");
  if (cpus === undefined || cpus < MIN_EXECUTOR_CPUS * 1000) {
    const has = cpus === undefined ? "None" : printDouble(cpus / 1000);
    return `${name} uses less CPUs (${has}) than the minimum required (${MIN_EXECUTOR_CPUS})`;
  }
  const mem = scalarMilli(own, "mem");
  if (mem === undefined || Math.trunc(mem / 1000) < MIN_EXECUTOR_MEM_MB) {
    const has = mem === undefined ? "None" : megabytes(Math.trunc(mem / 1000));
    return `${name} uses less memory (${has}) than the minimum required (${megabytes(MIN_EXECUTOR_MEM_MB)})`;
  }
  return scalarMilli(own, "disk") === undefined ? `${name} uses no disk` : undefined;
}

function totalError(
  tasks: readonly TaskInfo[], executor: ExecutorInfo, framework: Framework, agent: Agent, available: Resources,
): string | undefined {
  const own = toResources(executor.resources);
  const each = tasks.map((task) => toResources(task.resources));
  const used = sum(each.flat());
  const all = add(used, own);
  const repeated = persistenceIdError(withoutCopies(all));
  if (repeated !== undefined) return `Task group and executor use duplicate persistence ID: ${repeated}`;
  const mixed = revocableMixError(all);
  if (mixed !== undefined) return `Task group and executor mix revocable and non-revocable resources: ${mixed}`;
  if (overlap([...each, own])) {
    const listed = `{ ${each.map(printResources).join(", ")} }`;
    const of = `task resources ${listed} and/or executor resources ${printResources(own)}`;
    return `There are overlapping resources in the task group's ${of}`;
  }
  const runs = agent.executors.get(framework.id)?.has(executorId(executor.executor_id.value)) === true;
  const total = runs ? used : all;
  if (contains(available, total)) return undefined;
  const [needs, has] = [total, available].map(printResources);
  return `Total resources ${needs} required by task group and its executor are more than available ${has}`;
}

/** All tasks under one executor share its cgroups, or none does (TSK-07). */
function cgroupsError(
  tasks: readonly TaskInfo[], executor: ExecutorInfo, framework: Framework, agent: Agent,
): string | undefined {
  const id = executorId(executor.executor_id.value);
  const runs = agent.executors.get(framework.id)?.has(id) === true;
  const known = runs ? [...framework.tasks.values(), ...framework.unreachableTasks.values()] : [];
  const neighbours = known.filter((task) => task.agentId === agent.id && task.executorId === id);
  const containers = [...tasks.map(({ container }) => container), ...neighbours.map(({ extras }) => extras?.container)];
  const choices = new Set(containers.map(sharesCgroups));
  if (choices.size <= 1) return undefined;
  return (
    "If set, the value of 'share_cgroups' must be the same for all tasks " +
    "in each task group and under a single executor"
  );
}

function sharesCgroups(container: ContainerInfo | undefined): boolean {
  return container?.linux_info?.share_cgroups ?? true;
}

function megabytes(count: number): string {
  return printBytes(count * 1024 ** 2);
}
