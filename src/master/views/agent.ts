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
import { SEES_ALL } from "../authorize/viewer.ts";
import type { Viewer } from "../authorize/viewer.ts";
import type { Piece } from "../event.ts";
import type { Agent, AgentProvider } from "../state/agent.ts";
import { Fragments } from "./fragments.ts";
import { double, members, message, optional, secondsOf, string, strings } from "./json.ts";
import type { Member } from "./json.ts";
import { amounts, endpointResources, fullResources, reservedBy, total } from "./resources.ts";

const DEFAULT_PORT = 5051;

const BRIEF = new Fragments<Agent>();
const FULL = new Fragments<Agent>();
const MESSAGES = new Fragments<Agent>();

/** What of an agent a text may be made from, taken at once: a copy, because the record changes. */
type Moment = Omit<Agent, "used" | "providers"> & {
  readonly used: readonly Resources[];
  readonly providers: readonly AgentProvider[];
};

/** Members of the agent's object in `/state` and `/state-summary`, without braces. */
export function agentMembers(agent: Agent, viewer: Viewer): Piece {
  if (!viewer.seesAll) return () => members(brief(momentOf(agent), viewer));
  return BRIEF.piece(agent, parts(agent), () => {
    const moment = momentOf(agent);
    return () => members(brief(moment, SEES_ALL));
  });
}

/** The same with every resource object, for `/slaves`. */
export function fullAgentMembers(agent: Agent, viewer: Viewer): Piece {
  if (!viewer.seesAll) return fullText(momentOf(agent), viewer);
  return FULL.piece(agent, parts(agent), () => {
    const moment = momentOf(agent);
    return fullText(moment, SEES_ALL);
  });
}

/** The agent as v1 JSON. */
export function agentMessagePiece(agent: Agent, viewer: Viewer): Piece {
  if (!viewer.seesAll) return messageText(momentOf(agent), viewer);
  return MESSAGES.piece(agent, parts(agent), () => {
    const moment = momentOf(agent);
    return messageText(moment, SEES_ALL);
  });
}

export function agentMessage(agent: Agent, viewer: Viewer = SEES_ALL): Response_GetAgents_Agent {
  return toMessage(momentOf(agent), viewer);
}

function fullText(moment: Moment, viewer: Viewer): () => string {
  return () => members([...brief(moment, viewer), ...full(moment, viewer)]);
}

function messageText(moment: Moment, viewer: Viewer): () => string {
  return () => Response_GetAgents_AgentCodec.toJson(toMessage(moment, viewer));
}

/** What the registry knows of an agent that has not come back yet. */
export function recoveredAgentMembers(info: AgentInfo): string {
  return members(identity(info));
}

function momentOf(agent: Agent): Moment {
  return { ...agent, used: [...agent.used.values()], providers: [...agent.providers.values()] };
}

/** Everything that any text of an agent is made from; all else of it never changes. */
function parts(agent: Agent): readonly unknown[] {
  const { info, pid, version, capabilities, active, deactivated, drain, total: all, offered, reregisteredAtMs } = agent;
  const list: unknown[] = [info, pid, version, capabilities, active, deactivated, drain, all, offered, reregisteredAtMs];
  for (const used of agent.used.values()) list.push(used);
  for (const provider of agent.providers.values()) list.push(provider);
  return list;
}

function brief(agent: Moment, viewer: Viewer): readonly (Member | undefined)[] {
  const { drain } = agent;
  return [
    ...identity(agent.info),
    ["pid", string(printUpid(agent.pid))],
    ["registered_time", double(secondsOf(agent.registeredAtMs))],
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

function full(agent: Moment, viewer: Viewer): readonly Member[] {
  const shown = (resources: Resources): string => fullResources(viewer.resources(resources));
  return [
    ["reserved_resources_full", reservedBy(agent.total, shown, viewer)],
    ["unreserved_resources_full", shown(unreserved(agent.total))],
    ["used_resources_full", shown(total(agent.used))],
    ["offered_resources_full", shown(agent.offered)],
  ];
}

function identity({ id, hostname, port = DEFAULT_PORT, attributes = [], domain }: AgentInfo): readonly (Member | undefined)[] {
  return [
    ["id", string(id?.value ?? "")],
    ["hostname", string(hostname)],
    ["port", String(port)],
    ["attributes", `{${members(attributes.map((attribute) => [attribute.name, attributeValue(attribute)] as const))}}`],
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

function toMessage(agent: Moment, viewer: Viewer): Response_GetAgents_Agent {
  const { info, drain, reregisteredAtMs } = agent;
  return {
    agent_info: { ...info, resources: viewer.resources(upgradeResources(info.resources ?? [])) },
    active: agent.active,
    deactivated: agent.deactivated,
    version: agent.version,
    pid: printUpid(agent.pid),
    registered_time: timeInfo(agent.registeredAtMs),
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
