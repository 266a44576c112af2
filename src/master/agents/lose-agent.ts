/**
 * How a registered agent leaves the master's records, whatever the reason: what ran there, what was offered, who is
 * told.
 */
import type { TaskState, TaskStatus_Reason, TimeInfo } from "../../model/gen/mesos.ts";
import type { AgentId, FrameworkId } from "../../model/id.ts";
import type { Master } from "../master.ts";
import { announceAgentRemoved } from "../news.ts";
import type { Outbox } from "../outbox.ts";
import { masterUpdate } from "../status.ts";
import type { Agent } from "../state/agent.ts";
import { rememberRemoved, removeAgent } from "../state/agents.ts";
import { removeExecutor } from "../state/executors.ts";
import type { Framework } from "../state/framework.ts";
import { rescindInverseOffer, rescindOffer } from "../state/offers.ts";
import { forgetRemovals } from "../state/removals.ts";
import { removeTask, updateTask } from "../state/tasks.ts";
import { tell, tellUpdate } from "../tell.ts";
import { loseOperations } from "./lose-operations.ts";

/**
 * - `unreachable`: since `at`, and it may come back (AGT-33)
 * - `gone`: never to come back, said an operator (AGT-37)
 * - `removed`: it left by itself (AGT-39) or another agent took its place (AGT-09)
 */
type Loss =
  | { readonly kind: "unreachable"; readonly reason: string; readonly at: TimeInfo }
  | { readonly kind: "gone"; readonly reason: string }
  | { readonly kind: "removed"; readonly reason: string };

const OPERATIONS_END = {
  unreachable: { state: "OPERATION_UNREACHABLE", message: "Agent was marked unreachable" },
  gone: { state: "OPERATION_GONE_BY_OPERATOR", message: "Agent has been marked gone" },
  removed: { state: undefined, message: "" },
} as const;

/**
 * Takes the agent off all records: its tasks get their last word, its offers are rescinded, all frameworks hear of
 * the loss.
 */
export function loseAgent(master: Master, agent: Agent, loss: Loss, nowMs: number, out: Outbox): void {
  const { state, message } = OPERATIONS_END[loss.kind];
  loseOperations(master, agent, state, message, out);
  for (const frameworkId of [...agent.tasks.keys()]) endTasks(master, agent, frameworkId, loss, nowMs, out);
  for (const [frameworkId, executors] of [...agent.executors]) {
    const framework = master.frameworks.get(frameworkId)!;
    for (const executorId of [...executors.keys()]) removeExecutor(master, framework, agent, executorId);
  }
  for (const offer of [...agent.offers.values()]) rescindOffer(master, offer, out);
  for (const offer of [...agent.inverseOffers.values()]) rescindInverseOffer(master, offer, nowMs, out);
  removeAgent(master, agent);
  rememberRemoved(master, agent.id);
  forgetRemovals(master, agent.id);
  out.disarm({ kind: "ping", agentId: agent.id });
  out.disarm({ kind: "agent-reregister", agentId: agent.id });
  tellAgentLost(master, agent.id, out);
  if (loss.kind === "removed") announceAgentRemoved(master, agent.id);
}

/** LostSlave for drivers, FAILURE for the others: every connected framework hears of it (TSK-78). */
export function tellAgentLost(master: Master, agentId: AgentId, out: Outbox): void {
  const event = { type: "FAILURE", failure: { agent_id: { value: agentId } } } as const;
  for (const framework of master.frameworks.values()) tell(master, framework, event, out);
}

function endTasks(
  master: Master, agent: Agent, frameworkId: FrameworkId, loss: Loss, nowMs: number, out: Outbox,
): void {
  const framework = master.frameworks.get(frameworkId)!;
  const { state, reason } = endOf(framework, loss);
  const isAware = framework.capabilities.has("PARTITION_AWARE");
  // In Mesos, too, what a framework without PARTITION_AWARE loses with a gone agent is listed as unreachable for ever.
  const to = loss.kind === "unreachable" || (loss.kind === "gone" && !isAware) ? "unreachable" : "completed";
  const message = loss.kind === "removed" ? `Agent ${agent.info.hostname} removed: ${loss.reason}` : loss.reason;
  const extra = loss.kind === "unreachable" ? { unreachable_time: loss.at } : {};
  for (const task of [...(agent.tasks.get(frameworkId)?.values() ?? [])]) {
    const { id: taskId, executorId, agentId } = task;
    const update = masterUpdate({ frameworkId, taskId, agentId, executorId, state, reason, message, extra }, nowMs);
    updateTask(master, task, { status: update.status });
    removeTask(master, task, to);
    tellUpdate(framework, update, undefined, out);
  }
}

/** The last state of a task there. Frameworks that are not PARTITION_AWARE know only LOST (TSK-25). */
function endOf(
  framework: Framework, { kind }: Loss,
): { readonly state: TaskState; readonly reason: TaskStatus_Reason } {
  if (kind === "removed" || !framework.capabilities.has("PARTITION_AWARE")) {
    return { state: "TASK_LOST", reason: "REASON_AGENT_REMOVED" };
  }
  if (kind === "gone") return { state: "TASK_GONE_BY_OPERATOR", reason: "REASON_AGENT_REMOVED_BY_OPERATOR" };
  return { state: "TASK_UNREACHABLE", reason: "REASON_AGENT_REMOVED" };
}
