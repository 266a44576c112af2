import { capabilitiesFrom } from "../../model/capability.ts";
import type { ReregisterSlaveMessage } from "../../model/gen/internal.ts";
import type { AgentInfo } from "../../model/gen/mesos.ts";
import { downgradeResources } from "../../model/reservation-format.ts";
import { ok } from "../../model/result.ts";
import { contains, subtract, toResources, unallocate } from "../../model/resources.ts";
import { isTerminalOperation, isTerminalTask } from "../../model/task-state.ts";
import type { Upid } from "../../model/upid.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { readAgent } from "../registry/records.ts";
import type { Agent } from "../state/agent.ts";
import { changeAgent, moveAgent, setAgentActive } from "../state/agents.ts";
import { removeExecutor } from "../state/executors.ts";
import { rescindOffer } from "../state/offers.ts";
import { removeOperation } from "../state/operations.ts";
import { cancelRemoval } from "../state/removals.ts";
import { dislodge } from "./agent-exited.ts";
import { checkDrain } from "./check-drain.ts";
import { isOlderWord } from "./older-word.ts";
import { reconciliations } from "./reconciliations.ts";
import { pingTerms } from "./ping.ts";
import { readReport } from "./reported.ts";
import type { Report } from "./reported.ts";
import { endCompletedFrameworks, settleFrameworks } from "./settle-frameworks.ts";
import { totalResources, withProviders } from "./total-resources.ts";

/**
 * An agent that we have on the records registers again (AGT-10): it may have moved to another port, been upgraded, lost
 * messages. Its answer asks it about the tasks we miss in its report (AGT-16); executors we miss are over (AGT-17), and
 * kills that it has not heard of are repeated (AGT-18).
 */
export function renewAgent(
  master: Master, agent: Agent, pid: Upid, message: ReregisterSlaveMessage, info: AgentInfo, nowMs: number, out: Outbox,
): void {
  dislodge(master, pid, agent, nowMs, out);
  moveAgent(master, agent, pid);
  out.relink(pid);
  // An agent with RESOURCE_PROVIDER applies operations itself and knows best; others are told below what to checkpoint.
  const isAuthority = agent.capabilities.has("RESOURCE_PROVIDER");
  const reported = toResources(message.checkpointed_resources);
  const checkpointed = isAuthority && !isOlderWord(agent, reported) ? reported : agent.checkpointed;
  const total = totalResources(info.resources ?? [], checkpointed);
  if (!total.ok) return out.send(pid, "mesos.internal.ShutdownMessage", { message: total.error });
  const capabilities = capabilitiesFrom(message.agent_capabilities);
  if (!capabilities.has("AGENT_OPERATION_FEEDBACK")) forgetEndedOperations(master, agent);
  changeAgent(master, agent, {
    info,
    version: message.version ?? "",
    capabilities,
    total: withProviders(total.value, agent.providers.values(), agent.operations.values()),
    checkpointed,
    resourceVersion: message.resource_version_uuid?.value,
  });
  agent.reregisteredAtMs = nowMs;
  if (promisesTooMuch(agent)) for (const offer of [...agent.offers.values()]) rescindOffer(master, offer, out);
  const report = readReport(message);
  out.send(pid, "mesos.internal.SlaveReregisteredMessage", {
    agent_id: { value: agent.id },
    ...reconciliations(master, agent, report, nowMs),
    connection: pingTerms(master),
  });
  removeLostExecutors(master, agent, report);
  repeatKills(agent, report, out);
  endCompletedFrameworks(master, agent, report, out);
  reconnect(master, agent, out);
  const drain = readAgent(master.registry, agent.id)?.drain_info;
  if (drain !== undefined) out.send(pid, "mesos.internal.DrainSlaveMessage", { config: drain.config });
  settleFrameworks(master, agent, report, nowMs, out);
  checkDrain(master, agent);
  if (!agent.capabilities.has("RESOURCE_PROVIDER")) sendCheckpointed(agent, out);
}

/** A downgraded agent has no word for the acknowledgement that operations on its own resources still wait for (AGT-61). */
function forgetEndedOperations(master: Master, agent: Agent): void {
  for (const operation of [...agent.operations.values()]) {
    const { providerId, info, latestStatus } = operation;
    const isWaiting = info.id !== undefined && isTerminalOperation(latestStatus.state);
    if (providerId === undefined && isWaiting) removeOperation(master, operation);
  }
}

/** Has it less now than what is in use and on offer? */
function promisesTooMuch(agent: Agent): boolean {
  let left = agent.total;
  for (const used of agent.used.values()) left = subtract(left, unallocate(used));
  return !contains(left, unallocate(agent.offered));
}

function removeLostExecutors(master: Master, agent: Agent, { executors }: Report): void {
  const reported = new Set(executors.map(({ frameworkId, info }) => `${frameworkId}/${info.executor_id.value}`));
  for (const [frameworkId, table] of [...agent.executors]) {
    const framework = master.frameworks.get(frameworkId)!;
    for (const executorId of [...table.keys()]) {
      if (!reported.has(`${frameworkId}/${executorId}`)) removeExecutor(master, framework, agent, executorId);
    }
  }
}

function repeatKills(agent: Agent, { tasks }: Report, out: Outbox): void {
  for (const { frameworkId, id, state } of tasks) {
    if (isTerminalTask(state) || agent.killedTasks.get(frameworkId)?.has(id) !== true) continue;
    const message = { framework_id: { value: frameworkId }, task_id: { value: id } };
    out.send(agent.pid, "mesos.internal.KillTaskMessage", message);
  }
}

function reconnect(master: Master, agent: Agent, out: Outbox): void {
  if (agent.connected) return;
  agent.connected = true;
  out.disarm({ kind: "agent-reregister", agentId: agent.id });
  cancelRemoval(master, { agentId: agent.id, cause: "disconnected" });
  if (!agent.deactivated) setAgentActive(master, agent, true);
}

/** What we think the agent has reserved and created: it may have missed it while it was away (AGT-22). */
function sendCheckpointed(agent: Agent, out: Outbox): void {
  const refined = agent.capabilities.has("RESERVATION_REFINEMENT");
  const resources = refined ? ok(agent.checkpointed) : downgradeResources(agent.checkpointed);
  if (!resources.ok) return out.log("warn", `not telling an agent what to checkpoint: ${resources.error}`, { to: agent.pid });
  out.send(agent.pid, "mesos.internal.CheckpointResourcesMessage", { resources: resources.value });
}
