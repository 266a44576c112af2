/** Rules for a task (http-v1 §10.4). Texts are those of Mesos. */
import type { TaskInfo } from "../../model/gen/mesos.ts";
import { executorId, taskId, validateId } from "../../model/id.ts";
import { printResources } from "../../model/print.ts";
import { add, contains, toResources, withoutCopies } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { scalarMilli, shared } from "../../model/select.ts";
import { checkError, healthCheckError } from "../../model/validate-check.ts";
import { commandError } from "../../model/validate-command.ts";
import { containerError } from "../../model/validate-container.ts";
import type { Agent } from "../state/agent.ts";
import type { Framework } from "../state/framework.ts";
import { executorError, sharedCgroupsError } from "./executor.ts";
import { allocationError, overlap, persistenceIdError, resourcesError, revocableMixError } from "./resources.ts";

/** What is wrong with a task of LAUNCH, given what is left of the offers; undefined if nothing. */
export function launchError(
  task: TaskInfo, framework: Framework, agent: Agent, available: Resources,
): string | undefined {
  return taskError(task, framework, agent) ?? runnerError(task, framework, agent, available) ?? cgroupsError(task);
}

/** What is wrong with a task of either kind of launch, taken by itself. */
export function taskError(task: TaskInfo, framework: Framework, agent: Agent): string | undefined {
  return (
    taskIdError(task, framework) ??
    agentError(task, agent) ??
    durationsError(task) ??
    checksError(task) ??
    taskResourcesError(task) ??
    partsError(task) ??
    limitsError(task, agent)
  );
}

function taskIdError({ task_id }: TaskInfo, framework: Framework): string | undefined {
  const { value } = task_id;
  const valid = validateId(value);
  if (!valid.ok) return valid.error;
  if (framework.tasks.has(taskId(value))) return `Task has duplicate ID: ${value}`;
  const isUnreachable = framework.unreachableTasks.has(taskId(value));
  return isUnreachable ? `Task reuses the ID of an unreachable task: ${value}` : undefined;
}

function agentError({ agent_id }: TaskInfo, agent: Agent): string | undefined {
  if (agent_id.value === agent.id) return undefined;
  return `Task uses invalid agent ${agent_id.value} while agent ${agent.id} is expected`;
}

function durationsError({ kill_policy, max_completion_time }: TaskInfo): string | undefined {
  if ((kill_policy?.grace_period?.nanoseconds ?? 0n) < 0n) {
    return "Task's 'kill_policy.grace_period' must be non-negative";
  }
  if ((max_completion_time?.nanoseconds ?? 0n) >= 0n) return undefined;
  return "Task's `max_completion_time` must be non-negative";
}

function checksError({ check, health_check }: TaskInfo): string | undefined {
  const wrongCheck = check === undefined ? undefined : checkError(check);
  if (wrongCheck !== undefined) return `Task uses invalid check: ${wrongCheck}`;
  const wrongHealthCheck = health_check === undefined ? undefined : healthCheckError(health_check);
  return wrongHealthCheck === undefined ? undefined : `Task uses invalid health check: ${wrongHealthCheck}`;
}

function taskResourcesError({ resources = [] }: TaskInfo): string | undefined {
  if (resources.length === 0) return "Task uses no resources";
  const invalid = resourcesError(resources);
  if (invalid !== undefined) return `Task uses invalid resources: ${invalid}`;
  const repeated = persistenceIdError(withoutCopies(resources));
  if (repeated !== undefined) return `Task uses duplicate persistence ID: ${repeated}`;
  const unallocated = allocationError(resources);
  if (unallocated !== undefined) return `Invalid task resources: ${unallocated}`;
  const mixed = revocableMixError(resources);
  return mixed === undefined ? undefined : `Task mixes revocable and non-revocable resources: ${mixed}`;
}

function partsError({ command, container }: TaskInfo): string | undefined {
  const wrongCommand = command === undefined ? undefined : commandError(command);
  if (wrongCommand !== undefined) return `Task's \`CommandInfo\` is invalid: ${wrongCommand}`;
  const wrongContainer = container === undefined ? undefined : containerError(container);
  return wrongContainer === undefined ? undefined : `Task's \`ContainerInfo\` is invalid: ${wrongContainer}`;
}

/** A limit needs a request it does not fall below, of cpus or mem, on an agent that knows limits (TSK-05). */
function limitsError({ limits = {}, resources }: TaskInfo, agent: Agent): string | undefined {
  const { cpus, mem, ...others } = limits;
  if (Object.keys(limits).length === 0) return undefined;
  if (!agent.capabilities.has("TASK_RESOURCE_LIMITS")) return "Agent is not capable of handling task resource limits";
  if (Object.keys(others).length > 0) return "Only cpus and mem may be included in a task's resource limits";
  const requested = toResources(resources);
  if (cpus !== undefined) {
    const request = scalarMilli(requested, "cpus");
    if (request === undefined) return "When a CPU limit is specified, a CPU request must also be specified";
    if (cpus.value < request / 1000) return "The cpu limit must be greater than or equal to the cpu request";
  }
  if (mem === undefined) return undefined;
  const request = scalarMilli(requested, "mem");
  if (request === undefined) return "When a memory limit is specified, a memory request must also be specified";
  // Whole megabytes count, of both.
  if (Math.trunc(mem.value) >= Math.trunc(request / 1000)) return undefined;
  return "The memory limit must be greater than or equal to the memory request";
}

/** The task is run by a command or by an executor of its own, and both together fit into what is left. */
function runnerError(task: TaskInfo, framework: Framework, agent: Agent, available: Resources): string | undefined {
  const { executor, command } = task;
  if ((executor === undefined) === (command === undefined)) {
    return "Task should have at least one (but not both) of CommandInfo or ExecutorInfo present";
  }
  const used = toResources(task.resources);
  if (executor === undefined) return fitError(used, available);
  const error = executorError(executor, framework, agent);
  if (error !== undefined) return error;
  if (executor.type !== undefined && executor.type !== "CUSTOM") return "'ExecutorInfo.type' must be 'CUSTOM'";
  if (executor.command === undefined) return "'ExecutorInfo.command' must be set";
  const executorResources = toResources(executor.resources);
  if (shared(executorResources).length > 0) {
    return `Executor resources ${printResources(executorResources)} should not contain any shared resources`;
  }
  const runs = agent.executors.get(framework.id)?.has(executorId(executor.executor_id.value)) === true;
  return (
    sharedCgroupsError(executor) ??
    togetherError(used, executorResources) ??
    fitError(runs ? used : add(used, executorResources), available)
  );
}

function togetherError(task: Resources, executor: Resources): string | undefined {
  const total = add(task, executor);
  const invalid = resourcesError(total);
  if (invalid !== undefined) return `Task and its executor use invalid resources: ${invalid}`;
  if (overlap([task, executor])) {
    const of = `the task resources ${printResources(task)} and executor resources ${printResources(executor)}`;
    return `There are overlapping resources in ${of}`;
  }
  const repeated = persistenceIdError(withoutCopies(total));
  if (repeated !== undefined) return `Task and its executor use duplicate persistence ID: ${repeated}`;
  const mixed = revocableMixError(total);
  return mixed === undefined ? undefined : `Task and its executor mix revocable and non-revocable resources: ${mixed}`;
}

function fitError(total: Resources, available: Resources): string | undefined {
  if (contains(available, total)) return undefined;
  const [needs, has] = [total, available].map(printResources);
  return `Total resources ${needs} required by task and its executor is more than available ${has}`;
}

function cgroupsError({ container }: TaskInfo): string | undefined {
  if (container?.linux_info?.share_cgroups !== false) return undefined;
  return "Only tasks in a task group may have 'share_cgroups' set to 'false'";
}
