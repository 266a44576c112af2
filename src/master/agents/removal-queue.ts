import { printDurationMs } from "../../model/duration.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import { removalKey } from "../state/removals.ts";
import type { Removal } from "../state/removals.ts";
import { markUnreachable } from "./mark-unreachable.ts";

/**
 * Has the agent marked unreachable when its turn comes: at once, unless --agent_removal_rate_limit makes it wait
 * (AGT-27).
 */
export function queueRemoval(master: Master, removal: Removal, nowMs: number, out: Outbox): void {
  const { waiting, nextAtMs } = master.removals;
  const key = removalKey(removal);
  if (waiting.has(key)) return;
  count(master.counters, "slave_unreachable_scheduled");
  if (waiting.size === 0 && nowMs >= nextAtMs) return takeTurn(master, removal, nowMs, out);
  waiting.set(key, removal);
  if (waiting.size === 1) out.arm({ kind: "agent-removals" }, nextAtMs);
}

/** Marks the agent unreachable unless it has come back meanwhile. */
export function takeTurn(master: Master, removal: Removal, nowMs: number, out: Outbox): void {
  const limit = master.options.agentRemovalRateLimit;
  if (limit !== undefined) master.removals.nextAtMs = nowMs + limit.perMs / limit.agents;
  const reason = reasonOf(master, removal);
  const isDue = isStillDue(master, removal);
  const marking = isDue && markUnreachable(master, removal.agentId, reason, nowMs, out);
  // Of agents that this master has had, a turn that was taken counts, even if the agent is on another way already.
  const isCompleted = removal.cause === "missing" ? marking : isDue;
  count(master.counters, isCompleted ? "slave_unreachable_completed" : "slave_unreachable_canceled");
}

function isStillDue(master: Master, { agentId, cause }: Removal): boolean {
  if (cause === "missing") return master.recoveredAgents.has(agentId);
  const agent = master.agents.get(agentId);
  return agent !== undefined && (cause === "unhealthy" || !agent.connected);
}

function reasonOf({ options }: Master, { cause }: Removal): string {
  const within = printDurationMs(options.agentReregisterTimeoutMs);
  switch (cause) {
    case "unhealthy":
      return "health check timed out";
    case "disconnected":
      return `agent did not reregister within ${within} after disconnecting`;
    case "missing":
      return `did not reregister within ${within} after master failover`;
  }
}
