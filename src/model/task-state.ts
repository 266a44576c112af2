import type { OperationState, TaskState } from "./gen/mesos.ts";

/** Over for good; its resources are free (TSK-24). UNREACHABLE and UNKNOWN are not: the task may come back. */
export function isTerminalTask(state: TaskState): boolean {
  switch (state) {
    case "TASK_FINISHED":
    case "TASK_FAILED":
    case "TASK_KILLED":
    case "TASK_ERROR":
    case "TASK_LOST":
    case "TASK_DROPPED":
    case "TASK_GONE":
    case "TASK_GONE_BY_OPERATOR":
      return true;
    default:
      return false;
  }
}

/** The state a framework is told: without PARTITION_AWARE everything newer is TASK_LOST (TSK-25). */
export function toldTaskState(state: TaskState, isPartitionAware: boolean): TaskState {
  if (isPartitionAware) return state;
  switch (state) {
    case "TASK_DROPPED":
    case "TASK_UNREACHABLE":
    case "TASK_GONE":
    case "TASK_GONE_BY_OPERATOR":
    case "TASK_UNKNOWN":
      return "TASK_LOST";
    default:
      return state;
  }
}

/** Over for good (OPR-19). */
export function isTerminalOperation(state: OperationState): boolean {
  switch (state) {
    case "OPERATION_FINISHED":
    case "OPERATION_FAILED":
    case "OPERATION_ERROR":
    case "OPERATION_DROPPED":
    case "OPERATION_GONE_BY_OPERATOR":
      return true;
    default:
      return false;
  }
}
