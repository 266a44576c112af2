import type { Upid } from "../../model/upid.ts";
import { printUpid } from "../../model/upid.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { cancelRemoval } from "../state/removals.ts";

/**
 * The agent that the observer `to` pings is alive: it owes us no pong any more, and is not given up if it was
 * about to be (AGT-28).
 */
export function pong(master: Master, from: Upid, to: string, out: Outbox): void {
  const agent = master.agentsByObserver.get(to);
  if (agent === undefined || printUpid(agent.pid) !== printUpid(from)) {
    return out.log("debug", "ignoring a pong that nobody waits for", { from, to });
  }
  agent.giveUpAtMs = undefined;
  cancelRemoval(master, { agentId: agent.id, cause: "unhealthy" });
}
