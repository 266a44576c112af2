/**
 * HEARTBEAT keeps a scheduler's stream, and the proxies on its way, awake: at once after SUBSCRIBED, then every 15 s
 * (FWK-51).
 */
import type { FrameworkId } from "../../model/id.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { isConnected } from "../state/framework.ts";
import { tell } from "../tell.ts";

export const HEARTBEAT_INTERVAL_MS = 15_000;

/** Sends one and arms the next; drivers get none. */
export function heartbeatTimer(master: Master, frameworkId: FrameworkId, nowMs: number, out: Outbox): void {
  const framework = master.frameworks.get(frameworkId);
  if (framework?.connection?.kind !== "http" || !isConnected(framework)) return;
  tell(master, framework, { type: "HEARTBEAT" }, out);
  out.arm({ kind: "heartbeat", frameworkId }, nowMs + HEARTBEAT_INTERVAL_MS);
}
