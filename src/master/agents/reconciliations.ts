import type { ReconcileTasksMessage } from "../../model/gen/internal.ts";
import type { TaskStatus } from "../../model/gen/mesos.ts";
import type { Master } from "../master.ts";
import type { Agent } from "../state/agent.ts";
import type { Task } from "../state/task.ts";
import type { Report } from "./reported.ts";

/**
 * Tasks that we have and the agent did not report (AGT-16). The launch may have been lost, or may be overtaking the
 * report: only the agent can tell, so it is asked, and answers with an update that is retried until acknowledged.
 */
export function reconciliations(
  master: Master, agent: Agent, report: Report, nowMs: number,
): { readonly reconciliations?: readonly ReconcileTasksMessage[] } {
  const reported = new Set(report.tasks.map(keyOf));
  const messages: ReconcileTasksMessage[] = [];
  for (const [frameworkId, tasks] of agent.tasks) {
    const missing = [...tasks.values()].filter((task) => !reported.has(keyOf(task)));
    if (missing.length === 0) continue;
    messages.push({
      framework_id: { value: frameworkId },
      statuses: missing.map((task) => question(task, nowMs)),
      framework: master.frameworks.get(frameworkId)!.info,
    });
  }
  return messages.length === 0 ? {} : { reconciliations: messages };
}

function question(task: Task, nowMs: number): TaskStatus {
  return {
    task_id: { value: task.id },
    agent_id: { value: task.agentId },
    state: task.statusUpdateState ?? task.state,
    source: "SOURCE_MASTER",
    message: "Reconciliation request",
    reason: "REASON_RECONCILIATION",
    timestamp: nowMs / 1000,
  };
}

function keyOf({ frameworkId, id }: Task): string {
  return `${frameworkId}/${id}`;
}
