/**
 * TEARDOWN ends a framework for good: its executors are shut down everywhere, its tasks are recorded as killed without
 * a word to anybody, and its id is refused from then on (FWK-24 to FWK-28). A failover timeout ends the same way.
 */
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { orphanOperations } from "../operations/orphans.ts";
import { unstrand } from "../operations/stranded.ts";
import { agentAddresses } from "../state/agents.ts";
import { removeExecutor } from "../state/executors.ts";
import type { Framework } from "../state/framework.ts";
import { completeFramework, deactivateFramework } from "../state/frameworks.ts";
import { must } from "../state/tables.ts";
import { forgetUnreachable, rememberCompleted, removeTask, updateTask } from "../state/tasks.ts";
import type { Task } from "../state/task.ts";
import { taskUpdate } from "../status.ts";

export function removeFramework(master: Master, framework: Framework, nowMs: number, out: Outbox): void {
  const { id, connection } = framework;
  deactivateFramework(master, framework, "return", nowMs, out);
  out.broadcast(agentAddresses(master), "mesos.internal.ShutdownFrameworkMessage", { framework_id: { value: id } });
  for (const task of [...framework.tasks.values()]) {
    markKilled(master, task, nowMs);
    removeTask(master, task, "completed");
  }
  for (const task of [...framework.unreachableTasks.values()]) {
    forgetUnreachable(framework, task);
    markKilled(master, task, nowMs);
    rememberCompleted(framework, task);
  }
  for (const [agentId, executors] of [...framework.executors]) {
    const agent = master.agents.get(agentId)!;
    for (const executorId of [...executors.keys()]) removeExecutor(master, framework, agent, executorId);
  }
  const shrunk = orphanOperations(master, framework);
  unstrand(master, framework);
  if (connection?.kind === "http") out.end(connection.stream);
  if (connection?.kind === "pid") out.unlink(connection.pid);
  out.disarm({ kind: "heartbeat", frameworkId: id });
  out.disarm({ kind: "framework-failover", frameworkId: id });
  completeFramework(master, framework, nowMs);
  for (const agent of shrunk) must(master.allocator.updateAgent(agent.id, agent.info, agent.total));
}

/** TASK_KILLED is the nearest word for a task whose framework is no longer interested in how it ends (FWK-25). */
function markKilled(master: Master, task: Task, nowMs: number): void {
  const message = `Framework ${task.frameworkId} removed`;
  const { status } = taskUpdate(task, "TASK_KILLED", "REASON_FRAMEWORK_REMOVED", message, nowMs);
  updateTask(master, task, { status });
}
