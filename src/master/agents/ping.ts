import type { MasterSlaveConnection } from "../../model/gen/internal.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state/agent.ts";

/** Pings the agent from its observer and arms the next one (AGT-25); counts as missed until its pong is here. */
export function ping(master: Master, agent: Agent, nowMs: number, out: Outbox): void {
  out.send(agent.pid, "mesos.internal.PingSlaveMessage", { connected: agent.connected }, agent.observer);
  agent.missedPongs++;
  out.arm({ kind: "ping", agentId: agent.id }, nowMs + master.options.agentPingTimeoutMs);
}

/** What a (re-)registered agent is told: after so long without a ping it is to look for its master again (AGT-30). */
export function pingTerms({ options }: Master): MasterSlaveConnection {
  return { total_ping_timeout_seconds: (options.agentPingTimeoutMs * options.maxAgentPingTimeouts) / 1000 };
}
