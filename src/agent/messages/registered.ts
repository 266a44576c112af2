/** The master has admitted us: for the first time, or again. */
import type {
  MasterSlaveConnection, SlaveRegisteredMessage, SlaveReregisteredMessage,
} from "../../model/gen/internal.ts";
import type { FrameworkId, TaskId } from "../../model/id.ts";
import { MAX_DENIED_TASKS } from "../../model/limits.ts";
import { printUpid } from "../../model/upid.ts";
import { checkpointAgent } from "../checkpoint.ts";
import { resumeOperations } from "../operations.ts";
import type { Outbox } from "../outbox.ts";
import { executorOfTask, frameworkOf, idOf } from "../state.ts";
import type { Agent } from "../state.ts";
import { isPartitionAware } from "../tasks/partition.ts";
import { updateOf } from "../tasks/status.ts";
import { resumeUpdates, takeUpdate } from "../updates.ts";
import { totalsOf } from "../views/totals.ts";

/** How long the silence of a master that does not say may last. */
const DEFAULT_PING_TIMEOUT_MS = 75_000;

/** First registration: from now on we have an id, and keep it. */
export function registered(agent: Agent, message: SlaveRegisteredMessage, nowMs: number, out: Outbox): void {
  const given = message.agent_id.value;
  if (agent.state === "TERMINATING") return;
  if (agent.state === "RUNNING" && idOf(agent) !== given) {
    return giveUp(out, `Registered but got wrong id: ${given} (expected: ${idOf(agent)})`);
  }
  if (agent.state === "DISCONNECTED") {
    agent.info = { ...agent.info, id: { value: given } };
    for (const change of checkpointAgent(agent)) out.checkpoint(change);
    out.log("info", `Registered with master ${printUpid(agent.master!.pid)}; given agent ID ${given}`);
    admitted(agent, message.connection, nowMs, out);
  }
  sendTotals(agent, out);
}

/** Registration after a restart of ours, of the master's, or after we lost each other. */
export function reregistered(agent: Agent, message: SlaveReregisteredMessage, nowMs: number, out: Outbox): void {
  const given = message.agent_id.value;
  if (idOf(agent) !== given) {
    return giveUp(out, `Re-registered but got wrong id: ${given} (expected: ${idOf(agent)})`);
  }
  if (agent.state === "TERMINATING" || agent.state === "RECOVERING") return;
  if (agent.state === "DISCONNECTED") {
    out.log("info", `Re-registered with master ${printUpid(agent.master!.pid)}`);
    admitted(agent, message.connection, nowMs, out);
  }
  sendTotals(agent, out);
  reconcile(agent, message, nowMs, out);
}

function admitted(agent: Agent, connection: MasterSlaveConnection | undefined, nowMs: number, out: Outbox): void {
  agent.state = "RUNNING";
  out.disarm({ kind: "register" });
  const timeoutSeconds = connection?.total_ping_timeout_seconds;
  agent.pingTimeoutMs = timeoutSeconds === undefined ? DEFAULT_PING_TIMEOUT_MS : Math.trunc(timeoutSeconds) * 1000;
  out.arm({ kind: "ping-timeout" }, nowMs + agent.pingTimeoutMs);
  resumeUpdates(agent, nowMs, out);
  resumeOperations(agent, nowMs, out);
}

/** What the master can only know from us: operations under way and the resource version (AGT-23). */
function sendTotals(agent: Agent, out: Outbox): void {
  out.send(agent.master!.pid, "mesos.internal.UpdateSlaveMessage", totalsOf(agent));
}

/** Tasks that the master has and we lack: it is told, reliably, that they are no more (AGT-16). */
function reconcile(agent: Agent, message: SlaveReregisteredMessage, nowMs: number, out: Outbox): void {
  for (const { framework_id: id, framework: info, statuses } of message.reconciliations ?? []) {
    const framework = frameworkOf(agent, id);
    for (const { task_id: task } of statuses ?? []) {
      const taskId = task.value as TaskId;
      if (framework !== undefined && executorOfTask(framework, taskId) !== undefined) continue;
      deny(agent, id.value, taskId);
      const update = updateOf(agent, {
        frameworkId: id.value as FrameworkId,
        taskId,
        state: info !== undefined && isPartitionAware({ info }) ? "TASK_DROPPED" : "TASK_LOST",
        reason: "REASON_RECONCILIATION",
        message: "Reconciliation: task unknown to the agent",
      }, nowMs);
      takeUpdate(agent, update, undefined, nowMs, out);
    }
  }
}

function deny({ deniedTasks }: Agent, frameworkId: string, taskId: TaskId): void {
  deniedTasks.add(`${frameworkId}/${taskId}`);
  if (deniedTasks.size <= MAX_DENIED_TASKS) return;
  for (const oldest of deniedTasks) {
    deniedTasks.delete(oldest);
    break;
  }
}

function giveUp(out: Outbox, why: string): void {
  out.ask({ kind: "exit", code: 1, why });
}
