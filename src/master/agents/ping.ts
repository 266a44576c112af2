import type { MasterSlaveConnection } from "../../model/gen/internal.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state/agent.ts";

/** So many agents are pinged at the same moments, if they come together. */
const PINGED_TOGETHER = 16;
/** From one such moment to the next: a process that is waked up less often does more at a time. */
const MOMENT_MS = 50;
const GOLDEN_SECTION = (Math.sqrt(5) - 1) / 2;

/**
 * Pings an agent that has just come (AGT-25). Agents come in crowds, after a failover all at once; if all of a crowd were
 * pinged every interval from now on, everything else would wait for that for ever. So beyond the first few, the second
 * ping comes sooner than an interval after this one. Multiples of the golden section put it into one of the widest gaps
 * that those of the agents before leave.
 */
export function firstPing(master: Master, agent: Agent, nowMs: number, out: Outbox): void {
  const group = Math.floor(agent.observerNumber / PINGED_TOGETHER);
  const earlierMs = ((group * GOLDEN_SECTION) % 1) * master.options.agentPingTimeoutMs;
  agent.pingDueMs = earlierMs === 0 ? nowMs : nowMs - earlierMs - ((nowMs - earlierMs) % MOMENT_MS);
  ping(master, agent, nowMs, out);
}

/**
 * Pings the agent from its observer and arms the next one: an interval after this one was due, so that none that was late
 * makes all others late. Until its pong is here the agent is on the way to be given up, so many intervals after the first
 * ping without one (AGT-26).
 */
export function ping(master: Master, agent: Agent, nowMs: number, out: Outbox): void {
  const { agentPingTimeoutMs: intervalMs } = master.options;
  out.send(agent.pid, "mesos.internal.PingSlaveMessage", { connected: agent.connected }, agent.observer);
  agent.giveUpAtMs ??= nowMs + totalTimeoutMs(master);
  agent.pingDueMs += intervalMs * (Math.floor(Math.max(0, nowMs - agent.pingDueMs) / intervalMs) + 1);
  out.arm({ kind: "ping", agentId: agent.id }, Math.min(agent.pingDueMs, agent.giveUpAtMs));
}

/** What a (re-)registered agent is told: after so long without a ping it is to look for its master again (AGT-30). */
export function pingTerms(master: Master): MasterSlaveConnection {
  return { total_ping_timeout_seconds: totalTimeoutMs(master) / 1000 };
}

function totalTimeoutMs({ options }: Master): number {
  return options.agentPingTimeoutMs * options.maxAgentPingTimeouts;
}
