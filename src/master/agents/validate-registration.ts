/**
 * What an agent must get right about itself to be let in (AGT-15, http-v1 §10.10). Whoever does not is dropped
 * without reply.
 */
import type { RegisterSlaveMessage, ReregisterSlaveMessage } from "../../model/gen/internal.ts";
import type { AgentInfo, ExecutorInfo, Resource, Task } from "../../model/gen/mesos.ts";
import { validateId } from "../../model/id.ts";
import { MAX_AGENT_INFO_BYTES } from "../../model/limits.ts";
import { toResources } from "../../model/resources.ts";
import { validateResources } from "../../model/validate-resource.ts";
import { AgentInfoCodec } from "../../wire/gen/mesos.ts";
import { frameworkInfoError } from "../validate/framework.ts";
import { totalResources } from "./total-resources.ts";

/** What is wrong with a registration; undefined if nothing. */
export function registrationError({ agent, checkpointed_resources = [] }: RegisterSlaveMessage): string | undefined {
  if (checkpointed_resources.length > 0 && agent.checkpoint !== true) {
    return "Checkpointed resources provided when checkpointing is not enabled";
  }
  return resourcesError(agent, checkpointed_resources);
}

/** What is wrong with a re-registration; undefined if nothing. */
export function reregistrationError(message: ReregisterSlaveMessage): string | undefined {
  const { agent, checkpointed_resources = [], executor_infos = [], tasks = [] } = message;
  if (agent.id === undefined) return "Agent has no id";
  const wrong = resourcesError(agent, checkpointed_resources);
  if (wrong !== undefined) return wrong;

  const frameworks = new Set<string>();
  for (const info of message.frameworks ?? []) {
    const error = frameworkInfoError(info);
    if (error !== undefined) return error;
    if (info.id === undefined) return `Framework '${info.name}' has no FrameworkID`;
    if (frameworks.has(info.id.value)) return `Framework has a duplicate FrameworkID: '${info.id.value}'`;
    frameworks.add(info.id.value);
  }
  const executors = new Set<string>();
  for (const executor of executor_infos) {
    const error = executorError(executor, frameworks, executors);
    if (error !== undefined) return error;
    executors.add(executorKey(executor.framework_id?.value, executor.executor_id.value));
  }
  // Mostly no two have the same id, whosoever they are, and that is seen without making a key for each.
  const areUnique = new Set(tasks.map(({ task_id }) => task_id.value)).size === tasks.length;
  const seen = new Set<string>();
  for (const task of tasks) {
    const error = taskError(task, agent, frameworks, executors);
    if (error !== undefined) return error;
    if (areUnique) continue;
    const key = executorKey(task.framework_id.value, task.task_id.value);
    if (seen.has(key)) return `Framework '${task.framework_id.value}' has a duplicate TaskID '${task.task_id.value}'`;
    seen.add(key);
  }
  return undefined;
}

function resourcesError(agent: AgentInfo, checkpointed: readonly Resource[]): string | undefined {
  if (agent.id !== undefined) {
    const id = validateId(agent.id.value);
    if (!id.ok) return id.error;
  }
  const size = isSurelySmall(agent) ? 0 : AgentInfoCodec.encode(agent).length;
  if (size > MAX_AGENT_INFO_BYTES) {
    return `Agent describes itself in ${size} bytes where ${MAX_AGENT_INFO_BYTES} are allowed`;
  }
  for (const list of [agent.resources, checkpointed]) {
    const valid = validateResources(list);
    if (!valid.ok) return valid.error;
  }
  const total = totalResources(toResources(agent.resources), toResources(checkpointed));
  return total.ok ? undefined : total.error;
}

/** So little that nobody need count its bytes: most agents say no more. */
function isSurelySmall({ hostname, attributes = [], resources = [] }: AgentInfo): boolean {
  return hostname.length < 1_000 && attributes.length === 0 && resources.length < 10 &&
    resources.every(({ name, role = "", ranges, set, disk, reservation, reservations }) => (
      name.length + role.length < 1_000 && (ranges?.range?.length ?? 0) < 100 &&
      (set ?? disk ?? reservation ?? reservations) === undefined));
}

function executorError(
  { executor_id, framework_id, resources }: ExecutorInfo,
  frameworks: ReadonlySet<string>,
  executors: ReadonlySet<string>,
): string | undefined {
  const id = validateId(executor_id.value);
  if (!id.ok) return `Executor has an invalid ExecutorID: ${id.error}`;
  if (framework_id === undefined || !frameworks.has(framework_id.value)) {
    return `Executor has an invalid FrameworkID '${framework_id?.value ?? ""}'`;
  }
  if (executors.has(executorKey(framework_id.value, executor_id.value))) {
    return `Framework '${framework_id.value}' has a duplicate ExecutorID '${executor_id.value}'`;
  }
  return usedError(resources);
}

function taskError(
  task: Task, agent: AgentInfo, frameworks: ReadonlySet<string>, executors: ReadonlySet<string>,
): string | undefined {
  const id = validateId(task.task_id.value);
  if (!id.ok) return `Task has an invalid TaskID: ${id.error}`;
  if (task.agent_id.value !== agent.id?.value) return `Task has an invalid AgentID '${task.agent_id.value}'`;
  const framework = task.framework_id.value;
  if (!frameworks.has(framework)) return `Task has an invalid FrameworkID '${framework}'`;
  if (task.state === "TASK_UNREACHABLE") return `Task '${task.task_id.value}' is unreachable on its own agent`;
  // A command task names no executor, and only a running one must have one that is still there.
  if (task.executor_id !== undefined && task.state === "TASK_RUNNING") {
    if (!executors.has(executorKey(framework, task.executor_id.value))) {
      return `Task has an invalid ExecutorID '${task.executor_id.value}'`;
    }
  }
  const error = usedError(task.resources);
  return error === undefined ? undefined : `Task uses invalid resources: ${error}`;
}

/** What is used is charged to one role: the one that all name, or, where none is named, the framework's. */
function usedError(resources: readonly Resource[] | undefined): string | undefined {
  const valid = validateResources(resources);
  if (!valid.ok) return valid.error;
  const isMixed = resources?.some((one) => one.allocation_info?.role !== resources[0]!.allocation_info?.role) === true;
  return isMixed ? "They are not allocated to one and the same role" : undefined;
}

function executorKey(framework: string | undefined, id: string): string {
  return `${framework}/${id}`;
}
