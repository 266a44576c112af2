/**
 * The master asks whether we live (wire-v0 §5.3). We answer in every state: recovery may take longer than its patience.
 * A ping that says we are not connected, or no ping for too long, makes us register again.
 */
import { printDurationMs } from "../../model/duration.ts";
import type { PingSlaveMessage } from "../../model/gen/internal.ts";
import type { Upid } from "../../model/upid.ts";
import type { Outbox } from "../outbox.ts";
import { registerAgain } from "../registration.ts";
import type { Agent } from "../state.ts";

export function ping(agent: Agent, from: Upid, { connected }: PingSlaveMessage, nowMs: number, out: Outbox): void {
  out.send(from, "mesos.internal.PongSlaveMessage", {});
  if (!connected) registerAgain(agent, "The master counts us as disconnected", nowMs, out);
  if (agent.state === "RUNNING") out.arm({ kind: "ping-timeout" }, nowMs + agent.pingTimeoutMs);
}

export function pingTimeout(agent: Agent, nowMs: number, out: Outbox): void {
  registerAgain(agent, `No pings from the master within ${printDurationMs(agent.pingTimeoutMs)}`, nowMs, out);
}
