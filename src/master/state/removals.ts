/**
 * Agents that are to be marked unreachable, in the order of their turns. With --agent_removal_rate_limit turns come
 * at equal distances, so that a network failure does not take all tasks away at once (AGT-27); without it nobody ever
 * waits here.
 */
import type { AgentId } from "../../model/id.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";

/**
 * - `unhealthy`: it did not answer pings; a pong takes it off the list (AGT-28)
 * - `disconnected`: its connection broke and it did not re-register in time (AGT-32)
 * - `missing`: it did not re-register after a failover of the master (AGT-52)
 */
type RemovalCause = "unhealthy" | "disconnected" | "missing";

export interface Removal {
  readonly agentId: AgentId;
  readonly cause: RemovalCause;
}

export interface Removals {
  /** By agent and cause; whose turn is next stands first. */
  readonly waiting: Map<string, Removal>;
  /** The next turn is not before this. */
  nextAtMs: number;
}

export function removalKey({ agentId, cause }: Removal): string {
  return `${cause}/${agentId}`;
}

/** The agent is not to be given up for this cause any more. Its turn goes to the next one. */
export function cancelRemoval(master: Master, removal: Removal): void {
  if (master.removals.waiting.delete(removalKey(removal))) count(master.counters, "slave_unreachable_canceled");
}

/** The agent has left for another reason: it waits for nothing any more. */
export function forgetRemovals(master: Master, agentId: AgentId): void {
  for (const cause of ["unhealthy", "disconnected", "missing"] as const) cancelRemoval(master, { agentId, cause });
}
