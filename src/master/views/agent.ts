/** One agent: as legacy JSON (JSN-04, JSN-05), and as the Agent message of the operator API. */
import { printAttributeValue } from "../../model/attribute.ts";
import { AGENT_CAPABILITIES, capabilityList } from "../../model/capability.ts";
import type { AgentCapabilities, AgentCapability } from "../../model/capability.ts";
import { timeInfo } from "../../model/duration.ts";
import type { AgentInfo, Attribute } from "../../model/gen/mesos.ts";
import type { Response_GetAgents_Agent } from "../../model/gen/master.ts";
import { upgradeResources } from "../../model/reservation-format.ts";
import type { Resources } from "../../model/resources.ts";
import { unreserved } from "../../model/select.ts";
import { printUpid } from "../../model/upid.ts";
import { Response_GetAgents_AgentCodec } from "../../wire/gen/master.ts";
import { DomainInfoCodec, DrainInfoCodec } from "../../wire/gen/mesos.ts";
import type { Viewer } from "../authorize/viewer.ts";
import { agentMoment } from "../state/agent.ts";
import type { Agent, AgentMoment } from "../state/agent.ts";
import { double, kept, members, message, object, optional, secondsOf, string, strings } from "./json.ts";
import type { Member } from "./json.ts";
import { amounts, endpointResources, fullResources, reservedBy, total } from "./resources.ts";

const DEFAULT_PORT = 5051;

/** All agents as they are now. */
export function agentMoments(agents: ReadonlyMap<unknown, Agent>): AgentMoment[] {
  return Array.from(agents.values(), agentMoment);
}

/** Members of the agent's object in `/state` and `/state-summary`, without braces. */
export function agentMembers(moment: AgentMoment, viewer: Viewer): string {
  if (!viewer.seesAll) return members(brief(moment, viewer));
  return (moment.brief ??= kept(members(brief(moment, viewer))));
}

/** The same with every resource object, for `/slaves`. */
export function fullAgentMembers(moment: AgentMoment, viewer: Viewer): string {
  const text = (): string => members([...brief(moment, viewer), ...full(moment, viewer)]);
  return viewer.seesAll ? (moment.full ??= kept(text())) : text();
}

/** The agent as v1 JSON. */
export function agentJson(moment: AgentMoment, viewer: Viewer): string {
  const text = (): string => Response_GetAgents_AgentCodec.toJson(agentMessage(moment, viewer));
  return viewer.seesAll ? (moment.json ??= kept(text())) : text();
}

/** The agent as protobuf. */
export function agentBytes(moment: AgentMoment, viewer: Viewer): Uint8Array {
  const bytes = (): Uint8Array => Response_GetAgents_AgentCodec.encode(agentMessage(moment, viewer));
  return viewer.seesAll ? (moment.protobuf ??= bytes()) : bytes();
}

/** What the registry knows of an agent that has not come back yet. */
export function recoveredAgentMembers(info: AgentInfo): string {
  return members(identity(info));
}

function brief(agent: AgentMoment, viewer: Viewer): readonly (Member | undefined)[] {
  const { drain } = agent;
  return [
    ...identity(agent.info),
    ["pid", string(printUpid(agent.pid))],
    ["registered_time", double(secondsOf(agent.agent.registeredAtMs))],
    optional("reregistered_time", agent.reregisteredAtMs, (ms) => double(secondsOf(ms))),
    ["resources", amounts(agent.total)],
    ["used_resources", amounts(total(agent.used))],
    ["offered_resources", amounts(agent.offered)],
    ["reserved_resources", reservedBy(agent.total, amounts, viewer)],
    ["unreserved_resources", amounts(unreserved(agent.total))],
    ["active", String(agent.active)],
    ["deactivated", String(agent.deactivated)],
    ["version", string(agent.version)],
    ["capabilities", strings(inOrder(agent.capabilities))],
    optional("drain_info", drain?.info, message(DrainInfoCodec)),
    optional("estimated_drain_start_time_seconds", drain?.estimatedStartMs, (ms) => double(secondsOf(ms))),
  ];
}

function full(agent: AgentMoment, viewer: Viewer): readonly Member[] {
  const shown = (resources: Resources): string => fullResources(viewer.resources(resources));
  return [
    ["reserved_resources_full", reservedBy(agent.total, shown, viewer)],
    ["unreserved_resources_full", shown(unreserved(agent.total))],
    ["used_resources_full", shown(total(agent.used))],
    ["offered_resources_full", shown(agent.offered)],
  ];
}

function identity(info: AgentInfo): readonly (Member | undefined)[] {
  const { id, hostname, port = DEFAULT_PORT, attributes = [], domain } = info;
  return [
    ["id", string(id?.value ?? "")],
    ["hostname", string(hostname)],
    ["port", String(port)],
    ["attributes", object(attributes.map((attribute) => [attribute.name, attributeValue(attribute)] as const))],
    optional("domain", domain, message(DomainInfoCodec)),
  ];
}

function attributeValue(attribute: Attribute): string {
  if (attribute.type === "SCALAR") return double(attribute.scalar?.value ?? 0);
  return string(printAttributeValue(attribute));
}

/** In the order they are declared in, whatever the agent said. */
function inOrder(capabilities: AgentCapabilities): readonly AgentCapability[] {
  const known = [...AGENT_CAPABILITIES].filter((capability) => capabilities.has(capability));
  return [...known, ...[...capabilities].filter((capability) => !AGENT_CAPABILITIES.has(capability))];
}

export function agentMessage(agent: AgentMoment, viewer: Viewer): Response_GetAgents_Agent {
  const { info, drain, reregisteredAtMs } = agent;
  return {
    agent_info: { ...info, resources: viewer.resources(upgradeResources(info.resources ?? [])) },
    active: agent.active,
    deactivated: agent.deactivated,
    version: agent.version,
    pid: printUpid(agent.pid),
    registered_time: timeInfo(agent.agent.registeredAtMs),
    ...(reregisteredAtMs !== undefined && { reregistered_time: timeInfo(reregisteredAtMs) }),
    total_resources: endpointResources(viewer.resources(agent.total)),
    allocated_resources: endpointResources(viewer.resources(total(agent.used))),
    offered_resources: endpointResources(viewer.resources(agent.offered)),
    capabilities: capabilityList(new Set(inOrder(agent.capabilities))),
    resource_providers: agent.providers.map(({ info: provider, total: all }) => ({
      resource_provider_info: provider, total_resources: all,
    })),
    ...(drain !== undefined && { drain_info: drain.info }),
    ...(drain?.estimatedStartMs !== undefined && { estimated_drain_start_time: timeInfo(drain.estimatedStartMs) }),
  };
}
