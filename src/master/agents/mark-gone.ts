import { timeInfo } from "../../model/duration.ts";
import type { AgentId } from "../../model/id.ts";
import type { Continuation, RequestId } from "../event.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { requestOperation } from "../registry/request.ts";
import { forgetRemovals } from "../state/removals.ts";
import { loseAgent } from "./lose-agent.ts";
import { giveUpUnreachableTasks } from "./unreachable-tasks.ts";

/** What an agent that is gone is told, now and whenever it comes back (AGT-13). */
export const GONE = "Agent has been marked gone";

/** Why an agent is not marked gone now; while it is `busy` with a transition, ask again later (AGT-38). */
export type NotMarked = "gone" | "unknown" | { readonly busy: "gone" | "removed" | "unreachable" | "registered" };

/**
 * Gives up an agent for ever, because an operator says so (AGT-37): him or the drain he asked for. `request` is
 * answered when it is done.
 */
export function markAgentGone(
  master: Master, agentId: AgentId, nowMs: number, out: Outbox, request?: RequestId,
): "started" | NotMarked {
  if (master.goneAgents.has(agentId)) return "gone";
  const { reregistering, removing, markingUnreachable, markingGone } = master.transitions;
  if (markingGone.has(agentId)) return { busy: "gone" };
  if (removing.has(agentId)) return { busy: "removed" };
  if (markingUnreachable.has(agentId)) return { busy: "unreachable" };
  if (reregistering.has(agentId)) return { busy: "registered" };
  const { agents, recoveredAgents, unreachableAgents } = master;
  if (![agents, recoveredAgents, unreachableAgents].some((table) => table.has(agentId))) return "unknown";
  const asked = request === undefined ? {} : { request };
  const then: Continuation = { kind: "agent-gone", agentId, goneAtMs: nowMs, ...asked };
  if (!requestOperation(master, { kind: "mark-gone", agentId, at: timeInfo(nowMs) }, then, out)) return "unknown";
  markingGone.add(agentId);
  return "started";
}

/** The registry calls it gone: it is shut down if it is there, and its tasks are over. */
export function continueAgentGone(
  master: Master,
  { agentId, goneAtMs, request }: Extract<Continuation, { kind: "agent-gone" }>,
  nowMs: number,
  out: Outbox,
): void {
  master.transitions.markingGone.delete(agentId);
  master.goneAgents.set(agentId, timeInfo(goneAtMs));
  if (request !== undefined) out.reply(request, { status: 200 });
  const agent = master.agents.get(agentId);
  if (agent !== undefined) {
    out.send(agent.pid, "mesos.internal.ShutdownMessage", { message: GONE });
    return loseAgent(master, agent, { kind: "gone", reason: GONE }, nowMs, out);
  }
  forgetRemovals(master, agentId);
  master.recoveredAgents.delete(agentId);
  master.unreachableAgents.delete(agentId);
  giveUpUnreachableTasks(master, agentId, GONE, nowMs, out);
}
