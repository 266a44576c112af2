import type { UnregisterSlaveMessage } from "../../model/gen/internal.ts";
import type { AgentId } from "../../model/id.ts";
import { printUpid } from "../../model/upid.ts";
import type { Upid } from "../../model/upid.ts";
import type { AgentRemovalReason, Continuation } from "../event.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import { requestOperation } from "../registry/request.ts";
import type { Agent } from "../state/agent.ts";
import { loseAgent } from "./lose-agent.ts";

const WORDS: Readonly<Record<AgentRemovalReason, string>> = {
  unregistered: "the agent unregistered",
  registered: "a new agent registered at the same address",
  "machine-down": "Operator initiated 'Machine DOWN'",
};

/** An agent leaves for good and says so (AGT-39). Only the agent itself may. */
export function unregisterAgent(
  master: Master, from: Upid, { agent_id }: UnregisterSlaveMessage, out: Outbox,
): void {
  count(master.counters, "messages_unregister_slave");
  const agent = master.agents.get(agent_id.value as AgentId);
  if (agent === undefined || printUpid(agent.pid) !== printUpid(from)) {
    return out.log("warn", "ignoring an unregistration that is not from the agent", { from, agentId: agent_id.value });
  }
  removeForGood(master, agent, "unregistered", out);
}

/** Takes the agent out of the registry, unless it is leaving already. */
export function removeForGood(master: Master, agent: Agent, reason: AgentRemovalReason, out: Outbox): void {
  const { removing, markingUnreachable, markingGone } = master.transitions;
  if ([removing, markingUnreachable, markingGone].some((busy) => busy.has(agent.id))) return;
  const then: Continuation = { kind: "agent-removed", agentId: agent.id, reason };
  if (requestOperation(master, { kind: "remove-agent", agentId: agent.id }, then, out)) removing.add(agent.id);
}

/** The registry has forgotten it, and so do we: its tasks are lost for every framework, partition-aware or not. */
export function continueAgentRemoved(
  master: Master,
  { agentId, reason }: Extract<Continuation, { kind: "agent-removed" }>,
  nowMs: number,
  out: Outbox,
): void {
  master.transitions.removing.delete(agentId);
  count(master.counters, "slave_removals");
  if (reason !== "machine-down") count(master.counters, `slave_removals/reason_${reason}`);
  const agent = master.agents.get(agentId);
  if (agent !== undefined) loseAgent(master, agent, { kind: "removed", reason: WORDS[reason] }, nowMs, out);
}
