import type { ReregisterSlaveMessage } from "../../model/gen/internal.ts";
import type { AgentInfo } from "../../model/gen/mesos.ts";
import type { AgentId } from "../../model/id.ts";
import { toResources } from "../../model/resources.ts";
import type { Upid } from "../../model/upid.ts";
import type { Message } from "../../wire/v0/messages.ts";
import type { Continuation } from "../event.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import { sameAgentInfo } from "../registry/agent-info.ts";
import { requestOperation } from "../registry/request.ts";
import type { RegistryOperation } from "../registry/operations.ts";
import { mayEnter } from "./admission.ts";
import { isStranger, mayRegister } from "./authorize-agent.ts";
import { GONE } from "./mark-gone.ts";
import { readmitAgent } from "./readmit-agent.ts";
import { renewAgent } from "./renew-agent.ts";
import { reregistrationError } from "./validate-registration.ts";

/**
 * An agent that has an id is back: after it restarted, lost us for a while, or has a new master (AGT-10 to AGT-15).
 * One that is on our records is renewed; one that is not is readmitted, with all that runs there. The registry is
 * asked first if it does not say the same already.
 */
export function reregisterAgent(
  master: Master, from: Upid, message: Message<"mesos.internal.ReregisterSlaveMessage">, nowMs: number, out: Outbox,
): void {
  count(master.counters, "messages_reregister_slave");
  if (isStranger(master, from, out)) return;
  const { value } = message;
  const id = (value.agent.id?.value ?? "") as AgentId;
  const { reregistering, removing, markingUnreachable, markingGone } = master.transitions;
  if (reregistering.has(id) || removing.has(id) || markingUnreachable.has(id) || markingGone.has(id)) {
    return out.log("info", "ignoring a re-registration: the agent is in transition", { from, agentId: id });
  }
  if (refuseGone(master, from, id, out)) return;
  const error = reregistrationError(value);
  if (error !== undefined) return out.log("warn", `dropping an invalid re-registration: ${error}`, { from });
  if (!mayRegister(master, from, value.agent, out)) return;
  if (!mayEnter(master, from, value.agent, value.version ?? "", out)) return;

  const info = innerInfo(value);
  const agent = master.agents.get(id);
  if (agent !== undefined) {
    if (agent.pid.host !== from.host || agent.info.hostname !== info.hostname) {
      const message = "Agent attempted to reregister with different IP / hostname";
      return out.send(from, "mesos.internal.ShutdownMessage", { message });
    }
    if (sameAgentInfo(agent.info, info)) return renewAgent(master, agent, from, value, info, nowMs, out);
    return request(master, { kind: "update-agent", info }, { kind: "agent-updated", pid: from, message }, id, out);
  }
  const recovered = master.recoveredAgents.get(id);
  if (recovered !== undefined && sameAgentInfo(recovered, info)) {
    return readmitAgent(master, from, value, info, nowMs, out);
  }
  const kind = recovered === undefined ? "mark-reachable" : "update-agent";
  request(master, { kind, info }, { kind: "agent-readmitted", pid: from, message }, id, out);
}

/** The registry has its new AgentInfo. It may have been given up meanwhile; then it tries again. */
export function continueAgentUpdated(
  master: Master, { pid, message }: Extract<Continuation, { kind: "agent-updated" }>, nowMs: number, out: Outbox,
): void {
  const info = innerInfo(message.value);
  const id = info.id!.value as AgentId;
  master.transitions.reregistering.delete(id);
  if (master.transitions.markingGone.has(id) || refuseGone(master, pid, id, out)) return;
  const agent = master.agents.get(id);
  if (agent !== undefined) renewAgent(master, agent, pid, message.value, info, nowMs, out);
}

/** The registry has admitted it again. */
export function continueAgentReadmitted(
  master: Master, { pid, message }: Extract<Continuation, { kind: "agent-readmitted" }>, nowMs: number, out: Outbox,
): void {
  const info = innerInfo(message.value);
  const id = info.id!.value as AgentId;
  master.transitions.reregistering.delete(id);
  if (master.transitions.markingGone.has(id) || refuseGone(master, pid, id, out)) return;
  readmitAgent(master, pid, message.value, info, nowMs, out);
}

function request(master: Master, operation: RegistryOperation, then: Continuation, id: AgentId, out: Outbox): void {
  if (requestOperation(master, operation, then, out)) master.transitions.reregistering.add(id);
}

/** An agent that was marked gone stays gone, and is told so (AGT-13). */
function refuseGone(master: Master, from: Upid, id: AgentId, out: Outbox): boolean {
  if (!master.goneAgents.has(id)) return false;
  out.send(from, "mesos.internal.ShutdownMessage", { message: GONE });
  return true;
}

function innerInfo({ agent }: ReregisterSlaveMessage): AgentInfo {
  return { ...agent, resources: toResources(agent.resources) };
}
