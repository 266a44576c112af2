/**
 * Status updates that the master makes itself: SOURCE_MASTER, no uuid, so they are neither retried nor acknowledged
 * (TSK-53).
 */
import type { StatusUpdate } from "../model/gen/internal.ts";
import type { TaskState, TaskStatus, TaskStatus_Reason } from "../model/gen/mesos.ts";
import type { AgentId, FrameworkId, TaskId } from "../model/id.ts";
import type { Task } from "./state/task.ts";

/** What such an update is about. `extra` are further fields of the status: health, container, unreachable time. */
interface MasterUpdate {
  readonly frameworkId: FrameworkId;
  readonly taskId: TaskId;
  readonly agentId: AgentId | undefined;
  readonly executorId?: string | undefined;
  readonly state: TaskState;
  readonly reason: TaskStatus_Reason;
  readonly message: string;
  readonly extra?: Partial<TaskStatus>;
}

export function masterUpdate(update: MasterUpdate, nowMs: number): StatusUpdate {
  const { frameworkId, taskId, agentId, executorId, state, reason, message, extra } = update;
  const timestamp = nowMs / 1000;
  const agent = agentId === undefined ? {} : { agent_id: { value: agentId } };
  return {
    framework_id: { value: frameworkId },
    ...(executorId === undefined ? {} : { executor_id: { value: executorId } }),
    ...agent,
    status: {
      task_id: { value: taskId }, state, message, source: "SOURCE_MASTER", reason, ...agent, timestamp, ...extra,
    },
    timestamp,
  };
}

/** What the last status of a task says about it besides its state. */
export function observed(task: Task): Partial<TaskStatus> {
  const { healthy, check_status, container_status } = task.statuses.at(-1) ?? {};
  return {
    ...(healthy === undefined ? {} : { healthy }),
    ...(check_status === undefined ? {} : { check_status }),
    ...(container_status === undefined ? {} : { container_status }),
  };
}

/** An update about a task on the records. */
export function taskUpdate(
  task: Task, state: TaskState, reason: TaskStatus_Reason, message: string, nowMs: number,
): StatusUpdate {
  const { frameworkId, id: taskId, agentId, executorId } = task;
  return masterUpdate({ frameworkId, taskId, agentId, executorId, state, reason, message }, nowMs);
}
