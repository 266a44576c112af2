import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { removalKey } from "../state/removals.ts";
import { takeTurn } from "./removal-queue.ts";

/** The next agent on the list has its turn (AGT-27). */
export function agentRemovalsTimer(master: Master, nowMs: number, out: Outbox): void {
  const { waiting } = master.removals;
  for (const removal of waiting.values()) {
    waiting.delete(removalKey(removal));
    takeTurn(master, removal, nowMs, out);
    break;
  }
  if (waiting.size > 0) out.arm({ kind: "agent-removals" }, master.removals.nextAtMs);
}
