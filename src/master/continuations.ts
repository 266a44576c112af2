/**
 * What goes on when a registry operation is durable: one function per continuation, in the file of the verb that asked.
 */
import { continueAgentAdmitted } from "./agents/register-agent.ts";
import { continueAgentGone } from "./agents/mark-gone.ts";
import { continueAgentReadmitted, continueAgentUpdated } from "./agents/reregister-agent.ts";
import { continueAgentRemoved } from "./agents/unregister-agent.ts";
import { continueAgentUnreachable } from "./agents/mark-unreachable.ts";
import { continueRegistryPruned } from "./agents/registry-gc-timer.ts";
import type { Continuation } from "./event.ts";
import type { Master } from "./master.ts";
import type { Outbox } from "./outbox.ts";

export function resume(master: Master, then: Continuation, nowMs: number, out: Outbox): void {
  switch (then.kind) {
    case "agent-admitted":
      return continueAgentAdmitted(master, then, nowMs, out);
    case "agent-readmitted":
      return continueAgentReadmitted(master, then, nowMs, out);
    case "agent-updated":
      return continueAgentUpdated(master, then, nowMs, out);
    case "agent-unreachable":
      return continueAgentUnreachable(master, then, nowMs, out);
    case "agent-gone":
      return continueAgentGone(master, then, nowMs, out);
    case "agent-removed":
      return continueAgentRemoved(master, then, nowMs, out);
    case "registry-pruned":
      return continueRegistryPruned(master, then);
  }
}
