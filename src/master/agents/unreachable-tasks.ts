/**
 * Tasks of agents that were marked unreachable: what becomes of them when the agent is back, gone or forgotten
 * (AGT-35).
 */
import type { AgentId } from "../../model/id.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { taskUpdate } from "../status.ts";
import type { Framework } from "../state/framework.ts";
import type { Task } from "../state/task.ts";
import { forgetUnreachable, rememberCompleted, updateTask } from "../state/tasks.ts";
import { tellUpdate } from "../tell.ts";

/** Takes them off the records without a word. */
export function forgetUnreachableTasks(master: Master, agentId: AgentId): void {
  for (const [framework, task] of unreachableTasks(master, agentId)) forgetUnreachable(framework, task);
  master.unreachableWork.delete(agentId);
}

/** Their agent will never be back: they are over, and their frameworks are told. */
export function giveUpUnreachableTasks(
  master: Master, agentId: AgentId, reason: string, nowMs: number, out: Outbox,
): void {
  for (const [framework, task] of unreachableTasks(master, agentId)) {
    const isAware = framework.capabilities.has("PARTITION_AWARE");
    const update = isAware
      ? taskUpdate(task, "TASK_GONE_BY_OPERATOR", "REASON_AGENT_REMOVED_BY_OPERATOR", reason, nowMs)
      : taskUpdate(task, "TASK_LOST", "REASON_AGENT_REMOVED", reason, nowMs);
    updateTask(master, task, { status: update.status });
    forgetUnreachable(framework, task);
    rememberCompleted(framework, task);
    tellUpdate(framework, update, undefined, out);
  }
  master.unreachableWork.delete(agentId);
}

function unreachableTasks(master: Master, agentId: AgentId): readonly (readonly [Framework, Task])[] {
  const found: (readonly [Framework, Task])[] = [];
  for (const frameworkId of master.unreachableWork.get(agentId) ?? []) {
    const framework = master.frameworks.get(frameworkId);
    for (const task of framework?.unreachableTasks.values() ?? []) {
      if (task.agentId === agentId) found.push([framework!, task]);
    }
  }
  return found;
}
