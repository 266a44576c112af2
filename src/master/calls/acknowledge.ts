/**
 * ACKNOWLEDGE: the framework has taken note of a task's update, so its agent may send the next one. The record of a
 * task goes when its terminal update is acknowledged (TSK-57, TSK-58).
 */
import type { Call_Acknowledge } from "../../model/gen/scheduler.ts";
import { agentId, taskId } from "../../model/id.ts";
import { isTerminalTask } from "../../model/task-state.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import type { Framework } from "../state/framework.ts";
import { removeTask } from "../state/tasks.ts";
import { sameBytes } from "../validate/uuid.ts";

/**
 * Without a connected agent, or for an update that this master never sent, there is nobody to tell: counted and
 * dropped.
 */
export function acknowledge(master: Master, framework: Framework, call: Call_Acknowledge, out: Outbox): void {
  count(master.counters, "messages_status_update_acknowledgement");
  const { agent_id, task_id, uuid } = call;
  const agent = master.agents.get(agentId(agent_id.value));
  const task = agent?.tasks.get(framework.id)?.get(taskId(task_id.value));
  const neverSent = task !== undefined && task.statusUpdateState === undefined;
  if (agent === undefined || !agent.connected || neverSent) {
    return count(master.counters, "invalid_status_update_acknowledgements");
  }
  if (
    task?.statusUpdateState !== undefined &&
    isTerminalTask(task.statusUpdateState) &&
    sameBytes(task.statusUpdateUuid, uuid)
  ) {
    removeTask(master, task, "completed");
  }
  const message = { agent_id, framework_id: { value: framework.id }, task_id, uuid };
  out.send(agent.pid, "mesos.internal.StatusUpdateAcknowledgementMessage", message);
  count(master.counters, "valid_status_update_acknowledgements");
}
