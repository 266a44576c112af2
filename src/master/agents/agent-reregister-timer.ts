import type { AgentId } from "../../model/id.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { queueRemoval } from "./removal-queue.ts";

/** The agent's connection broke long ago: if it is not back it is given up, even if it still answers pings (AGT-32). */
export function agentReregisterTimer(master: Master, agentId: AgentId, nowMs: number, out: Outbox): void {
  const agent = master.agents.get(agentId);
  if (agent === undefined || agent.connected) return;
  queueRemoval(master, { agentId, cause: "disconnected" }, nowMs, out);
}
