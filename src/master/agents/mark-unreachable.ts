import { timeInfo } from "../../model/duration.ts";
import type { AgentId } from "../../model/id.ts";
import type { Continuation } from "../event.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import { requestOperation } from "../registry/request.ts";
import { loseAgent, tellAgentLost } from "./lose-agent.ts";

/**
 * Gives up a registered or recovered agent for now (AGT-33). False: it is on another way already, and nothing
 * happens.
 */
export function markUnreachable(master: Master, agentId: AgentId, reason: string, nowMs: number, out: Outbox): boolean {
  if (!master.agents.has(agentId) && !master.recoveredAgents.has(agentId)) return false;
  const { reregistering, removing, markingUnreachable, markingGone } = master.transitions;
  if ([reregistering, removing, markingUnreachable, markingGone].some((busy) => busy.has(agentId))) return false;
  const then: Continuation = { kind: "agent-unreachable", agentId, unreachableAtMs: nowMs, reason };
  if (!requestOperation(master, { kind: "mark-unreachable", agentId, at: timeInfo(nowMs) }, then, out)) return false;
  markingUnreachable.add(agentId);
  return true;
}

/** The registry calls it unreachable: its tasks may still run, but nobody can say so. */
export function continueAgentUnreachable(
  master: Master,
  { agentId, unreachableAtMs, reason }: Extract<Continuation, { kind: "agent-unreachable" }>,
  nowMs: number,
  out: Outbox,
): void {
  master.transitions.markingUnreachable.delete(agentId);
  count(master.counters, "slave_removals");
  count(master.counters, "slave_removals/reason_unhealthy");
  const at = timeInfo(unreachableAtMs);
  const agent = master.agents.get(agentId);
  if (agent !== undefined) {
    if (agent.tasks.size > 0) master.unreachableWork.set(agentId, new Set(agent.tasks.keys()));
    loseAgent(master, agent, { kind: "unreachable", reason, at }, nowMs, out);
  } else if (master.recoveredAgents.delete(agentId)) {
    count(master.counters, "recovery_slave_removals");
    tellAgentLost(master, agentId, out);
  }
  master.unreachableAgents.set(agentId, at);
}
