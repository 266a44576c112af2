import type { AgentId } from "../../model/id.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { ping } from "./ping.ts";
import { queueRemoval } from "./removal-queue.ts";

/**
 * Another interval has passed: an agent that missed too many pings in a row is to be marked unreachable (AGT-26). It is
 * pinged all the same, for a pong that comes before its turn saves it.
 */
export function pingTimer(master: Master, agentId: AgentId, nowMs: number, out: Outbox): void {
  const agent = master.agents.get(agentId);
  if (agent === undefined) return;
  if (agent.missedPongs >= master.options.maxAgentPingTimeouts) {
    queueRemoval(master, { agentId, cause: "unhealthy" }, nowMs, out);
  }
  ping(master, agent, nowMs, out);
}
