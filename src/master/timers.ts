/** Every timer a master arms and the function that takes it when it fires. */
import { agentRemovalsTimer } from "./agents/agent-removals-timer.ts";
import { agentReregisterTimer } from "./agents/agent-reregister-timer.ts";
import { pingTimer } from "./agents/ping-timer.ts";
import { recoveredAgentsTimer } from "./agents/recovered-agents-timer.ts";
import { registryGcTimer } from "./agents/registry-gc-timer.ts";
import { authenticationTimer } from "./authenticate/sessions.ts";
import { failoverTimer } from "./calls/disconnect.ts";
import { heartbeatTimer } from "./calls/heartbeat.ts";
import type { Timer } from "./event.ts";
import type { Master } from "./master.ts";
import { subscriberHeartbeat } from "./operator/subscribe.ts";
import type { Outbox } from "./outbox.ts";
import { rateLimitTimer } from "./rate-limits.ts";
import { allocationTick, allocatorDeadline, offerTimeout } from "./schedule.ts";

/** A process that no longer leads is about to end: its timers say nothing any more. */
export function fire(master: Master, timer: Timer, nowMs: number, out: Outbox): void {
  if (master.electedAtMs === undefined) return;
  switch (timer.kind) {
    case "allocation-tick":
      return allocationTick(master, nowMs);
    case "allocator-deadline":
      return allocatorDeadline(master, nowMs);
    case "offer-timeout":
      return offerTimeout(master, timer.offerId, nowMs, out);
    case "heartbeat":
      return heartbeatTimer(master, timer.frameworkId, nowMs, out);
    case "subscriber-heartbeat":
      return subscriberHeartbeat(master, timer.stream, nowMs, out);
    case "framework-failover":
      return failoverTimer(master, timer.frameworkId, nowMs, out);
    case "ping":
      return pingTimer(master, timer.agentId, nowMs, out);
    case "agent-reregister":
      return agentReregisterTimer(master, timer.agentId, nowMs, out);
    case "recovered-agents":
      return recoveredAgentsTimer(master, nowMs, out);
    case "agent-removals":
      return agentRemovalsTimer(master, nowMs, out);
    case "rate-limit":
      return rateLimitTimer(master, timer.principal, nowMs, out);
    case "authentication":
      return authenticationTimer(master, timer.session, out);
    case "registry-gc":
      return registryGcTimer(master, nowMs, out);
  }
}
