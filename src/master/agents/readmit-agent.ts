import { capabilitiesFrom } from "../../model/capability.ts";
import type { ReregisterSlaveMessage } from "../../model/gen/internal.ts";
import type { AgentInfo } from "../../model/gen/mesos.ts";
import type { AgentId } from "../../model/id.ts";
import { toResources } from "../../model/resources.ts";
import type { Upid } from "../../model/upid.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import { readAgentOrders } from "../registry/records.ts";
import { createAgent, setAgentActive } from "../state/agents.ts";
import { forgetRemovals } from "../state/removals.ts";
import { checkDrain } from "./check-drain.ts";
import { enter } from "./enter.ts";
import { pingTerms } from "./ping.ts";
import { readReport } from "./reported.ts";
import { restoreCompletedTasks, restoreWork } from "./restore-work.ts";
import { endCompletedFrameworks, settleFrameworks } from "./settle-frameworks.ts";
import { totalResources } from "./total-resources.ts";
import { forgetUnreachableTasks } from "./unreachable-tasks.ts";

/**
 * Puts an agent on the records that this master has not had there, or no longer: recovered from the registry,
 * unreachable until now, or forgotten (AGT-11, AGT-12). Everything we know of its work is what it reports.
 */
export function readmitAgent(
  master: Master, pid: Upid, message: ReregisterSlaveMessage, info: AgentInfo, nowMs: number, out: Outbox,
): void {
  const id = info.id!.value as AgentId;
  const configured = toResources(info.resources);
  const checkpointed = toResources(message.checkpointed_resources);
  const total = totalResources(configured, checkpointed);
  if (!total.ok) return out.log("error", `an agent with impossible resources was readmitted: ${total.error}`, { id });
  count(master.counters, "slave_reregistrations");
  const { deactivated = false, drain_info } = readAgentOrders(master.registry, id);
  const agent = createAgent(master, {
    id,
    pid,
    info,
    version: message.version ?? "",
    capabilities: capabilitiesFrom(message.agent_capabilities),
    total: total.value,
    checkpointed,
    resourceVersion: message.resource_version_uuid?.value,
    registeredAtMs: nowMs,
  });
  agent.reregisteredAtMs = nowMs;
  agent.deactivated = deactivated;
  if (drain_info !== undefined) agent.drain = { info: drain_info, estimatedStartMs: undefined };

  const report = readReport(message);
  const made = restoreWork(master, agent, report, nowMs, out);
  forgetUnreachableTasks(master, id);
  forgetRemovals(master, id);
  enter(master, agent, nowMs, out);
  if (deactivated) setAgentActive(master, agent, false);
  restoreCompletedTasks(master, message);

  if (drain_info !== undefined) out.send(pid, "mesos.internal.DrainSlaveMessage", { config: drain_info.config });
  out.send(pid, "mesos.internal.SlaveReregisteredMessage", { agent_id: { value: id }, connection: pingTerms(master) });
  endCompletedFrameworks(master, agent, report, out);
  settleFrameworks(master, agent, report, nowMs, out, made);
  checkDrain(master, agent);
}
