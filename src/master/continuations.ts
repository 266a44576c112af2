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
import { continueAgentDeactivated, continueAgentReactivated } from "./operator/deactivate.ts";
import { continueAgentDrained, continueAgentDraining } from "./operator/drain.ts";
import { continueMaintenanceStarted, continueMaintenanceStopped, continueScheduleUpdated } from "./operator/maintenance.ts";
import { continueQuotaUpdated } from "./operator/quota.ts";
import { continueWeightsUpdated } from "./operator/weights.ts";
import type { Outbox } from "./outbox.ts";

export function resume(master: Master, then: Continuation, nowMs: number, out: Outbox): void {
  switch (then.kind) {
    case "term-begun":
      return out.log("info", "the registry is ours to write");
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
    case "quota-updated":
      return continueQuotaUpdated(master, then, out);
    case "weights-updated":
      return continueWeightsUpdated(master, then, out);
    case "schedule-updated":
      return continueScheduleUpdated(master, then, nowMs, out);
    case "maintenance-started":
      return continueMaintenanceStarted(master, then, out);
    case "maintenance-stopped":
      return continueMaintenanceStopped(master, then, out);
    case "agent-draining":
      return continueAgentDraining(master, then, nowMs, out);
    case "agent-drained":
      return continueAgentDrained(master, then);
    case "agent-deactivated":
      return continueAgentDeactivated(master, then, nowMs, out);
    case "agent-reactivated":
      return continueAgentReactivated(master, then, out);
  }
}
