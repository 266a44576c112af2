import type { AgentId } from "../../model/id.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { ping } from "./ping.ts";
import { queueRemoval } from "./removal-queue.ts";

/**
 * An agent that has not answered for too many intervals is to be marked unreachable, and again after each further one
 * (AGT-26). It is pinged all the same, for a pong that comes before its turn saves it.
 */
export function pingTimer(master: Master, agentId: AgentId, nowMs: number, out: Outbox): void {
  const agent = master.agents.get(agentId);
  if (agent === undefined) return;
  if (agent.giveUpAtMs !== undefined && nowMs >= agent.giveUpAtMs) {
    agent.giveUpAtMs = nowMs + master.options.agentPingTimeoutMs;
    queueRemoval(master, { agentId, cause: "unhealthy" }, nowMs, out);
  }
  ping(master, agent, nowMs, out);
}
