/** Tasks that are not launched: their framework hears why, and nothing of them stays on the records. */
import type { TaskInfo, TaskState, TaskStatus_Reason } from "../../model/gen/mesos.ts";
import { agentId, taskId } from "../../model/id.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import type { Framework } from "../state/framework.ts";
import { countReason } from "../state/tasks.ts";
import { masterUpdate } from "../status.ts";
import { tellUpdate } from "../tell.ts";

export interface TaskRefusal {
  readonly state: TaskState;
  readonly reason: TaskStatus_Reason;
  readonly message: string;
}

export function refuseTasks(
  master: Master, framework: Framework, tasks: readonly TaskInfo[], refusal: TaskRefusal, nowMs: number, out: Outbox,
): void {
  for (const { task_id, agent_id } of tasks) {
    const about = { frameworkId: framework.id, taskId: taskId(task_id.value), agentId: agentId(agent_id.value) };
    const update = masterUpdate({ ...about, ...refusal }, nowMs);
    count(master.counters, refusal.state.toLowerCase().replace("task_", "tasks_"));
    countReason(master, update.status);
    tellUpdate(framework, update, undefined, out);
  }
}
