import { printDurationMs } from "../../model/duration.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { queueRemoval } from "./removal-queue.ts";

/**
 * Agents had their time to re-register with this master: those that did not are given up one by one (AGT-52). If they
 * are more than --recovery_agent_removal_limit allows, it is rather we who are cut off, and we step down (AGT-53).
 */
export function recoveredAgentsTimer(master: Master, nowMs: number, out: Outbox): void {
  const missing = [...master.recoveredAgents.keys()];
  const { recoveryAgentRemovalLimit, agentReregisterTimeoutMs } = master.options;
  const percent = (fraction: number): string => `${fraction * 100}%`;
  if (missing.length > 0 && missing.length / master.expectedAgents > recoveryAgentRemovalLimit) {
    const share = percent(missing.length / master.expectedAgents);
    return out.resign(
      `Post-recovery agent removal limit exceeded! After ${printDurationMs(agentReregisterTimeoutMs)} there were ` +
        `${missing.length} (${share}) agents recovered from the registry that did not reregister. The configured ` +
        `removal limit is ${percent(recoveryAgentRemovalLimit)}. Please investigate or increase --recovery_agent_removal_limit`,
    );
  }
  for (const agentId of missing) {
    if (!master.transitions.reregistering.has(agentId)) queueRemoval(master, { agentId, cause: "missing" }, nowMs, out);
  }
}
