/**
 * KILL asks the agent to end a task. A task the master does not know is answered like a question about its state
 * (TSK-10); while the agent is away the wish is remembered and repeated when it comes back (TSK-09).
 */
import type { Call_Kill } from "../../model/gen/scheduler.ts";
import { taskId } from "../../model/id.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import { own } from "../state/agent.ts";
import type { Framework } from "../state/framework.ts";
import { reconcile } from "./reconcile.ts";

export function kill(master: Master, framework: Framework, call: Call_Kill, nowMs: number, out: Outbox): void {
  count(master.counters, "messages_kill_task");
  const { task_id, agent_id, kill_policy } = call;
  const task = framework.tasks.get(taskId(task_id.value));
  if (task === undefined) return reconcile(master, framework, { tasks: [{ task_id, agent_id }] }, nowMs, out);
  if (agent_id !== undefined && agent_id.value !== task.agentId) {
    const fields = { taskId: task.id, agentId: task.agentId, asked: agent_id.value };
    return out.log("warn", "ignoring KILL: the task is on another agent", fields);
  }
  const agent = master.agents.get(task.agentId)!;
  const killed = agent.killedTasks.get(framework.id) ?? new Set();
  own(agent, "killedTasks").set(framework.id, killed.add(task.id));
  if (!agent.connected) return;
  const policy = kill_policy === undefined ? {} : { kill_policy };
  const message = { framework_id: { value: framework.id }, task_id, ...policy };
  out.send(agent.pid, "mesos.internal.KillTaskMessage", message);
}
