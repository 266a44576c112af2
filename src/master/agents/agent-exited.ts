import type { FrameworkId } from "../../model/id.ts";
import { printUpid } from "../../model/upid.ts";
import type { Upid } from "../../model/upid.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state/agent.ts";
import { setAgentActive } from "../state/agents.ts";
import { removeExecutor } from "../state/executors.ts";
import { rescindInverseOffer, rescindOffer } from "../state/offers.ts";
import { removeTask, updateTask } from "../state/tasks.ts";
import { taskUpdate } from "../status.ts";
import { tellUpdate } from "../tell.ts";

/**
 * Our connection to the agent broke (AGT-31): nothing there is offered any more, and it has
 * --agent_reregister_timeout to re-register, which its next ping asks it to (AGT-29). What it runs for frameworks
 * that do not checkpoint does not survive a restart of the agent, so that is lost now; the rest is left alone.
 */
export function agentExited(master: Master, agent: Agent, nowMs: number, out: Outbox): void {
  if (!agent.connected) return;
  agent.connected = false;
  setAgentActive(master, agent, false);
  for (const offer of [...agent.offers.values()]) rescindOffer(master, offer, out);
  for (const offer of [...agent.inverseOffers.values()]) rescindInverseOffer(master, offer, nowMs, out);
  for (const frameworkId of new Set([...agent.tasks.keys(), ...agent.executors.keys()])) {
    if (master.frameworks.get(frameworkId)!.info.checkpoint !== true) loseWork(master, agent, frameworkId, nowMs, out);
  }
  out.arm({ kind: "agent-reregister", agentId: agent.id }, nowMs + master.options.agentReregisterTimeoutMs);
}

/** Whoever was at this address before is there no more, even if we did not see it go: the process behind it is another. */
export function dislodge(master: Master, pid: Upid, agent: Agent, nowMs: number, out: Outbox): void {
  const other = master.agentsByPid.get(printUpid(pid));
  if (other !== undefined && other !== agent) agentExited(master, other, nowMs, out);
}

function loseWork(master: Master, agent: Agent, frameworkId: FrameworkId, nowMs: number, out: Outbox): void {
  const framework = master.frameworks.get(frameworkId)!;
  const message = `Agent ${agent.info.hostname} disconnected`;
  for (const task of [...(agent.tasks.get(frameworkId)?.values() ?? [])]) {
    const update = taskUpdate(task, "TASK_LOST", "REASON_AGENT_DISCONNECTED", message, nowMs);
    updateTask(master, task, { status: update.status });
    removeTask(master, task, "completed");
    tellUpdate(framework, update, undefined, out);
  }
  for (const executorId of [...(agent.executors.get(frameworkId)?.keys() ?? [])]) {
    removeExecutor(master, framework, agent, executorId);
  }
}
