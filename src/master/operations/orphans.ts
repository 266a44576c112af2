/** What becomes of a framework's operations when it goes for good (FWK-26). */
import type { Master } from "../master.ts";
import type { Agent } from "../state/agent.ts";
import type { Framework } from "../state/framework.ts";
import { orphan } from "../state/operations.ts";

/**
 * Operations whose outcome is not known yet stay on their agents' records, and what they hold leaves the agents'
 * totals. The agents whose totals are to be told to the allocator once the framework is gone.
 */
export function orphanOperations(master: Master, framework: Framework): ReadonlySet<Agent> {
  const agents = new Set<Agent>();
  for (const operation of [...framework.operations.values()]) {
    const agent = master.agents.get(operation.agentId);
    framework.operations.delete(operation.key);
    if (agent === undefined) continue;
    orphan(master, agent, operation);
    if (operation.orphaned) agents.add(agent);
  }
  return agents;
}
