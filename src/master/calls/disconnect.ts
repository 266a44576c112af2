/**
 * A framework's scheduler is gone, or at least its connection is: it is offered nothing, its tasks run on, and it has
 * its failover timeout to come back (FWK-18 to FWK-21).
 */
import type { FrameworkId } from "../../model/id.ts";
import { printUpid } from "../../model/upid.ts";
import type { Upid } from "../../model/upid.ts";
import { agentExited } from "../agents/agent-exited.ts";
import { authenticationExited } from "../authenticate/sessions.ts";
import type { StreamId } from "../event.ts";
import type { Master } from "../master.ts";
import { forgetSubscriber } from "../operator/subscribe.ts";
import type { Outbox } from "../outbox.ts";
import type { Framework } from "../state/framework.ts";
import { deactivateFramework, forgetConnection } from "../state/frameworks.ts";
import { tell } from "../tell.ts";
import { removeFramework } from "./teardown.ts";

/** A peer's connection broke. It may carry a driver and an agent; one that was replaced meanwhile is nobody. */
export function exited(master: Master, peer: Upid, nowMs: number, out: Outbox): void {
  const pid = printUpid(peer);
  authenticationExited(master, pid, out);
  const framework = master.frameworksByPid.get(pid);
  if (framework !== undefined) {
    // A driver that is alive behind a half-open connection must learn that it is on its own, and stop.
    tell(master, framework, { type: "ERROR", error: { message: "Framework disconnected" } }, out);
    disconnect(master, framework, nowMs, out);
  }
  const agent = master.agentsByPid.get(pid);
  if (agent !== undefined) agentExited(master, agent, nowMs, out);
}

/**
 * A scheduler or an operator closed its event stream; a stream that a newer subscription replaced means nothing
 * (FWK-19).
 */
export function streamClosed(master: Master, stream: StreamId, nowMs: number, out: Outbox): void {
  if (forgetSubscriber(master, stream, out)) return;
  const framework = master.frameworksByStream.get(stream);
  if (framework !== undefined) disconnect(master, framework, nowMs, out);
}

/** Its failover timeout is over (0 by default: at once). */
export function failoverTimer(master: Master, frameworkId: FrameworkId, nowMs: number, out: Outbox): void {
  const framework = master.frameworks.get(frameworkId);
  if (framework?.state !== "disconnected") return;
  out.log("info", "the failover timeout of a framework is over, removing it", { frameworkId });
  removeFramework(master, framework, nowMs, out);
}

function disconnect(master: Master, framework: Framework, nowMs: number, out: Outbox): void {
  const { id: frameworkId, info } = framework;
  // Counted as rescinded, and said: a driver whose half of the connection lives must not launch on what is gone.
  deactivateFramework(master, framework, "rescind", nowMs, out);
  forgetConnection(master, framework);
  framework.state = "disconnected";
  out.disarm({ kind: "heartbeat", frameworkId });
  const timeoutMs = Math.max(0, (info.failover_timeout ?? 0) * 1000);
  out.arm({ kind: "framework-failover", frameworkId }, nowMs + timeoutMs);
}
