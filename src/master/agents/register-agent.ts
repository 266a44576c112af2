import { capabilitiesFrom } from "../../model/capability.ts";
import type { AgentInfo } from "../../model/gen/mesos.ts";
import { agentId } from "../../model/id.ts";
import type { AgentId } from "../../model/id.ts";
import { toResources } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { solid } from "../../model/solid.ts";
import { printUpid } from "../../model/upid.ts";
import type { Upid } from "../../model/upid.ts";
import type { Message } from "../../wire/v0/messages.ts";
import type { Continuation } from "../event.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import { requestOperation } from "../registry/request.ts";
import type { Agent } from "../state/agent.ts";
import { createAgent } from "../state/agents.ts";
import { mayEnter } from "./admission.ts";
import { isStranger, mayRegister } from "./authorize-agent.ts";
import { enter } from "./enter.ts";
import { pingTerms } from "./ping.ts";
import { totalResources } from "./total-resources.ts";
import { removeForGood } from "./unregister-agent.ts";
import { registrationError } from "./validate-registration.ts";

/**
 * An agent that has no id yet wants to join (AGT-01 to AGT-09). One that is at this address and connected has merely
 * not got our answer; one that is not connected has been replaced by the newcomer.
 */
export function registerAgent(
  master: Master, from: Upid, message: Message<"mesos.internal.RegisterSlaveMessage">, out: Outbox,
): void {
  count(master.counters, "messages_register_slave");
  if (isStranger(master, from, out)) return;
  const { agent: info, version = "" } = message.value;
  const error = registrationError(message.value);
  if (error !== undefined) return out.log("warn", `dropping an invalid registration: ${error}`, { from });
  if (!mayRegister(master, from, info, out)) return;
  const { registering, removing, markingUnreachable, markingGone } = master.transitions;
  const address = printUpid(from);
  if (registering.has(address) || !mayEnter(master, from, info, version, out)) return;

  const known = master.agentsByPid.get(address);
  if (known !== undefined && [removing, markingUnreachable, markingGone].some((busy) => busy.has(known.id))) {
    const fields = { from, agentId: known.id };
    return out.log("info", "ignoring a registration: the agent at this address is in transition", fields);
  }
  if (known?.connected === true) return welcome(master, known, out);
  if (known !== undefined) removeForGood(master, known, "registered", out);

  const id = agentId(solid(master.options.id, "-S", master.next.agent++));
  const resources = toResources(info.resources);
  const operation = { kind: "admit-agent", info: withId(info, resources, id) } as const;
  const then: Continuation = { kind: "agent-admitted", pid: from, message, agentId: id };
  if (requestOperation(master, operation, then, out)) registering.add(address);
}

/** The registry knows it: from now on it is ours, and its resources may be offered. */
export function continueAgentAdmitted(
  master: Master, then: Extract<Continuation, { kind: "agent-admitted" }>, nowMs: number, out: Outbox,
): void {
  const { pid, message: { value }, agentId: id } = then;
  master.transitions.registering.delete(printUpid(pid));
  const configured = toResources(value.agent.resources);
  const checkpointed = toResources(value.checkpointed_resources);
  const total = totalResources(configured, checkpointed);
  if (!total.ok) return out.log("error", `an agent with impossible resources was admitted: ${total.error}`, { id });
  count(master.counters, "slave_registrations");
  const agent = createAgent(master, {
    id,
    pid,
    info: withId(value.agent, configured, id),
    version: value.version ?? "",
    capabilities: capabilitiesFrom(value.agent_capabilities),
    total: total.value,
    checkpointed,
    resourceVersion: value.resource_version_uuid?.value,
    registeredAtMs: nowMs,
  });
  enter(master, agent, nowMs, out);
  welcome(master, agent, out);
}

/** Every field is named: objects made by spreading are each of a kind of their own, several times as large. */
function withId(info: AgentInfo, resources: Resources, id: AgentId): AgentInfo {
  const { hostname, port, attributes, checkpoint, domain } = info;
  return { hostname, port, resources, attributes, id: { value: id }, checkpoint, domain };
}

function welcome(master: Master, agent: Agent, out: Outbox): void {
  const agent_id = { value: agent.id };
  out.send(agent.pid, "mesos.internal.SlaveRegisteredMessage", { agent_id, connection: pingTerms(master) });
}
