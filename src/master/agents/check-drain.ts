import type { Master } from "../master.ts";
import type { Agent } from "../state/agent.ts";

/**
 * A draining agent is back and may have nothing left to do. One with RESOURCE_PROVIDER tells its operations only in its
 * first UpdateSlaveMessage, which asks again (AGT-47).
 */
export function checkDrain(master: Master, agent: Agent): void {
  if (agent.drain !== undefined && !agent.capabilities.has("RESOURCE_PROVIDER")) master.emptied.add(agent.id);
}
