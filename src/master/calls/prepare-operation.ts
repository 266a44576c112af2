/**
 * The first look at an operation of ACCEPT, before any of them is carried out: is it complete, may it ask for feedback?
 * What the framework may leave out is filled in.
 */
import type { HealthCheck, Offer_Operation, TaskInfo } from "../../model/gen/mesos.ts";
import { allocateOperation } from "../../model/operation-resources.ts";
import { mapUnlessSame } from "../../model/reservation-format.ts";
import { err } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import type { Master } from "../master.ts";
import { refuseOperation } from "../operations/acceptance.ts";
import { providerOf } from "../operations/apply.ts";
import { refuseTasks } from "../operations/refuse-tasks.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state/agent.ts";
import type { Framework } from "../state/framework.ts";
import { tell } from "../tell.ts";
import { readOperation } from "../validate/operation.ts";

/**
 * The operation, complete and allocated to the role; undefined if it is not to be tried, which the framework has been
 * told.
 */
export function prepareOperation(
  master: Master, framework: Framework, agent: Agent, role: string, operation: Offer_Operation,
  nowMs: number, out: Outbox,
): Offer_Operation | undefined {
  if (operation.type === undefined || operation.type === "UNKNOWN") {
    out.log("warn", "ignoring an operation of unknown type", { frameworkId: framework.id });
    return undefined;
  }
  const read = readForFramework(operation);
  const tasks = tasksOf(operation);
  if (tasks !== undefined) {
    const error = read.ok ? launchIdError(operation) : read.error;
    if (error === undefined && read.ok) return completed(allocateOperation(read.value, role), framework);
    const reason = operation.type === "LAUNCH" ? "REASON_TASK_INVALID" : "REASON_TASK_GROUP_INVALID";
    refuseTasks(master, framework, tasks, { state: "TASK_ERROR", reason, message: error ?? "" }, nowMs, out);
    return undefined;
  }
  if (!read.ok) {
    refuseOperation(master, framework, operation, `Operation attempted with invalid resources: ${read.error}`, out);
    return undefined;
  }
  if (operation.id !== undefined && !mayHaveFeedback(master, framework, agent, read.value, out)) return undefined;
  return allocateOperation(read.value, role);
}

function readForFramework(operation: Offer_Operation): Result<Offer_Operation> {
  const read = readOperation(operation);
  const changesReservation = operation.type === "RESERVE" && (operation.reserve?.source?.length ?? 0) > 0;
  if (!read.ok || !changesReservation) return read;
  return err("Reservation updates are not yet implemented for the scheduler API.");
}

/** The tasks of a launch; undefined for another operation. */
export function tasksOf({ type, launch, launch_group }: Offer_Operation): readonly TaskInfo[] | undefined {
  if (type === "LAUNCH") return launch?.task_infos ?? [];
  return type === "LAUNCH_GROUP" ? (launch_group?.task_group.tasks ?? []) : undefined;
}

function launchIdError({ type, id }: Offer_Operation): string | undefined {
  return id === undefined ? undefined : `The \`id\` field cannot be set on ${type} operations`;
}

/** Feedback is for frameworks over HTTP, from agents that can give it (OPR-16); the others hear why not. */
function mayHaveFeedback(
  master: Master, framework: Framework, { id, capabilities }: Agent, operation: Offer_Operation, out: Outbox,
): boolean {
  if (framework.connection?.kind !== "http") {
    const message =
      "The 'id' field was set in an offer operation, but operation feedback is not supported for the SchedulerDriver" +
      " API; please use the HTTP scheduler API for this feature";
    tell(master, framework, { type: "ERROR", error: { message } }, out);
    return false;
  }
  if (!capabilities.has("RESOURCE_PROVIDER")) {
    const why = `Operation requested feedback, but agent ${id} does not have the required RESOURCE_PROVIDER capability`;
    refuseOperation(master, framework, operation, why, out);
    return false;
  }
  if (providerOf(operation) !== undefined || capabilities.has("AGENT_OPERATION_FEEDBACK")) return true;
  const lacks = "does not have the required AGENT_OPERATION_FEEDBACK and RESOURCE_PROVIDER capabilities";
  const why = `Operation on agent default resources requested feedback, but agent ${id} ${lacks}`;
  refuseOperation(master, framework, operation, why, out);
  return false;
}

/**
 * Executors of LAUNCH are their framework's, tasks of a group run on the group's executor (OPR-05), health checks have
 * a type.
 */
function completed(operation: Offer_Operation, framework: Framework): Offer_Operation {
  const { launch, launch_group } = operation;
  if (launch !== undefined && operation.type === "LAUNCH") {
    const task_infos = launch.task_infos && mapUnlessSame(launch.task_infos, (task) => completeTask(task, framework));
    return task_infos === launch.task_infos ? operation : { ...operation, launch: { task_infos } };
  }
  if (launch_group === undefined) return operation;
  const { executor, task_group } = launch_group;
  const tasks = task_group.tasks?.map((task) => (task.executor === undefined ? { ...task, executor } : task));
  return { ...operation, launch_group: { ...launch_group, task_group: { ...task_group, tasks } } };
}

function completeTask(task: TaskInfo, framework: Framework): TaskInfo {
  const { executor, health_check } = task;
  if (executor === undefined && health_check === undefined) return task;
  const framework_id = { value: framework.id };
  return {
    ...task,
    ...(executor === undefined ? {} : { executor: { framework_id, ...executor } }),
    ...(health_check === undefined ? {} : { health_check: typed(health_check) }),
  };
}

/** Old frameworks leave the type out when the member says it. */
function typed(check: HealthCheck): HealthCheck {
  if (check.type !== undefined || (check.command === undefined) === (check.http === undefined)) return check;
  return { ...check, type: check.command === undefined ? "HTTP" : "COMMAND" };
}
