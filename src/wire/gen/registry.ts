// Made by `npm run generate` from src/wire/proto/registry.proto. Do not edit.
import type {
  Registry,
  Registry_Master,
  Registry_Agent,
  Registry_Agents,
  Registry_UnreachableAgent,
  Registry_UnreachableAgents,
  Registry_GoneAgent,
  Registry_GoneAgents,
  Registry_Machine,
  Registry_Machines,
  Registry_Quota,
  Registry_Weight,
  Registry_MinimumCapability,
  ResourceProviderRegistry,
  ResourceProviderRegistry_ResourceProvider,
} from "../../model/gen/registry.ts";
import { draftOf, endOfMessage, finishMessage, readShared, readWord, skipField } from "../binary.ts";
import type { Draft, WireReader, Writer } from "../binary.ts";
import { makeCodec } from "../codec.ts";
import {
  decodeSchedule,
  encodeSchedule,
} from "./maintenance.ts";
import {
  decodeAgentID,
  decodeAgentInfo,
  decodeDrainInfo,
  decodeMachineInfo,
  decodeMasterInfo,
  decodeResourceProviderID,
  decodeTimeInfo,
  decodeWeightInfo,
  encodeAgentID,
  encodeAgentInfo,
  encodeDrainInfo,
  encodeMachineInfo,
  encodeMasterInfo,
  encodeResourceProviderID,
  encodeTimeInfo,
  encodeWeightInfo,
} from "./mesos.ts";
import {
  decodeQuotaConfig,
  decodeQuotaInfo,
  encodeQuotaConfig,
  encodeQuotaInfo,
} from "./quota.ts";
import * as registryShapes from "./shapes/registry.ts";

export function encodeRegistry(w: Writer, m: Registry): void {
  if (m.master !== undefined) { w.uint32(10).fork(); encodeRegistry_Master(w, m.master); w.ldelim(); }
  if (m.agents !== undefined) { w.uint32(18).fork(); encodeRegistry_Agents(w, m.agents); w.ldelim(); }
  if (m.machines !== undefined) { w.uint32(26).fork(); encodeRegistry_Machines(w, m.machines); w.ldelim(); }
  if (m.schedules !== undefined) for (const item of m.schedules) { w.uint32(34).fork(); encodeSchedule(w, item); w.ldelim(); }
  if (m.quotas !== undefined) for (const item of m.quotas) { w.uint32(42).fork(); encodeRegistry_Quota(w, item); w.ldelim(); }
  if (m.weights !== undefined) for (const item of m.weights) { w.uint32(50).fork(); encodeRegistry_Weight(w, item); w.ldelim(); }
  if (m.unreachable !== undefined) { w.uint32(58).fork(); encodeRegistry_UnreachableAgents(w, m.unreachable); w.ldelim(); }
  if (m.gone !== undefined) { w.uint32(66).fork(); encodeRegistry_GoneAgents(w, m.gone); w.ldelim(); }
  if (m.resource_provider_registry !== undefined) { w.uint32(74).fork(); encodeResourceProviderRegistry(w, m.resource_provider_registry); w.ldelim(); }
  if (m.minimum_capabilities !== undefined) for (const item of m.minimum_capabilities) { w.uint32(82).fork(); encodeRegistry_MinimumCapability(w, item); w.ldelim(); }
  if (m.quota_configs !== undefined) for (const item of m.quota_configs) { w.uint32(90).fork(); encodeQuotaConfig(w, item); w.ldelim(); }
}

const RegistryDraft = draftOf<Registry>();
export function decodeRegistry(r: WireReader, end: number, into?: Registry): Registry {
  const m = (into ?? new RegistryDraft()) as Draft<Registry>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.master = decodeRegistry_Master(r, endOfMessage(r, end), m.master); break;
      case 18: m.agents = decodeRegistry_Agents(r, endOfMessage(r, end), m.agents); break;
      case 26: m.machines = decodeRegistry_Machines(r, endOfMessage(r, end), m.machines); break;
      case 34: { const one = decodeSchedule(r, endOfMessage(r, end)); if (m.schedules === undefined) m.schedules = [one]; else m.schedules.push(one); break; }
      case 42: { const one = decodeRegistry_Quota(r, endOfMessage(r, end)); if (m.quotas === undefined) m.quotas = [one]; else m.quotas.push(one); break; }
      case 50: { const one = decodeRegistry_Weight(r, endOfMessage(r, end)); if (m.weights === undefined) m.weights = [one]; else m.weights.push(one); break; }
      case 58: m.unreachable = decodeRegistry_UnreachableAgents(r, endOfMessage(r, end), m.unreachable); break;
      case 66: m.gone = decodeRegistry_GoneAgents(r, endOfMessage(r, end), m.gone); break;
      case 74: m.resource_provider_registry = decodeResourceProviderRegistry(r, endOfMessage(r, end), m.resource_provider_registry); break;
      case 82: { const one = decodeRegistry_MinimumCapability(r, endOfMessage(r, end)); if (m.minimum_capabilities === undefined) m.minimum_capabilities = [one]; else m.minimum_capabilities.push(one); break; }
      case 90: { const one = decodeQuotaConfig(r, endOfMessage(r, end)); if (m.quota_configs === undefined) m.quota_configs = [one]; else m.quota_configs.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Registry;
}

/** mesos.internal.Registry */
export const RegistryCodec = makeCodec<Registry>(registryShapes.Registry, encodeRegistry, decodeRegistry);

export function encodeRegistry_Master(w: Writer, m: Registry_Master): void {
  w.uint32(10).fork(); encodeMasterInfo(w, m.info); w.ldelim();
}

const Registry_MasterDraft = draftOf<Registry_Master>();
export function decodeRegistry_Master(r: WireReader, end: number, into?: Registry_Master): Registry_Master {
  const m = (into ?? new Registry_MasterDraft()) as Draft<Registry_Master>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.info = decodeMasterInfo(r, endOfMessage(r, end), m.info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.info === undefined) r.lacksRequired = true;
  return m as Registry_Master;
}

/** mesos.internal.Registry.Master */
export const Registry_MasterCodec = makeCodec<Registry_Master>(registryShapes.Registry_Master, encodeRegistry_Master, decodeRegistry_Master);

export function encodeRegistry_Agent(w: Writer, m: Registry_Agent): void {
  w.uint32(10).fork(); encodeAgentInfo(w, m.info); w.ldelim();
  if (m.drain_info !== undefined) { w.uint32(18).fork(); encodeDrainInfo(w, m.drain_info); w.ldelim(); }
  if (m.deactivated !== undefined) { w.uint32(24).bool(m.deactivated); }
}

const Registry_AgentDraft = draftOf<Registry_Agent>();
export function decodeRegistry_Agent(r: WireReader, end: number, into?: Registry_Agent): Registry_Agent {
  const m = (into ?? new Registry_AgentDraft()) as Draft<Registry_Agent>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.info = decodeAgentInfo(r, endOfMessage(r, end), m.info); break;
      case 18: m.drain_info = decodeDrainInfo(r, endOfMessage(r, end), m.drain_info); break;
      case 24: m.deactivated = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.info === undefined) r.lacksRequired = true;
  return m as Registry_Agent;
}

/** mesos.internal.Registry.Agent */
export const Registry_AgentCodec = makeCodec<Registry_Agent>(registryShapes.Registry_Agent, encodeRegistry_Agent, decodeRegistry_Agent);

export function encodeRegistry_Agents(w: Writer, m: Registry_Agents): void {
  if (m.agents !== undefined) for (const item of m.agents) { w.uint32(10).fork(); encodeRegistry_Agent(w, item); w.ldelim(); }
}

const Registry_AgentsDraft = draftOf<Registry_Agents>();
export function decodeRegistry_Agents(r: WireReader, end: number, into?: Registry_Agents): Registry_Agents {
  const m = (into ?? new Registry_AgentsDraft()) as Draft<Registry_Agents>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeRegistry_Agent(r, endOfMessage(r, end)); if (m.agents === undefined) m.agents = [one]; else m.agents.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Registry_Agents;
}

/** mesos.internal.Registry.Agents */
export const Registry_AgentsCodec = makeCodec<Registry_Agents>(registryShapes.Registry_Agents, encodeRegistry_Agents, decodeRegistry_Agents);

export function encodeRegistry_UnreachableAgent(w: Writer, m: Registry_UnreachableAgent): void {
  w.uint32(10).fork(); encodeAgentID(w, m.id); w.ldelim();
  w.uint32(18).fork(); encodeTimeInfo(w, m.timestamp); w.ldelim();
  if (m.drain_info !== undefined) { w.uint32(26).fork(); encodeDrainInfo(w, m.drain_info); w.ldelim(); }
  if (m.deactivated !== undefined) { w.uint32(32).bool(m.deactivated); }
}

const Registry_UnreachableAgentDraft = draftOf<Registry_UnreachableAgent>();
export function decodeRegistry_UnreachableAgent(r: WireReader, end: number, into?: Registry_UnreachableAgent): Registry_UnreachableAgent {
  const m = (into ?? new Registry_UnreachableAgentDraft()) as Draft<Registry_UnreachableAgent>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.id = readShared(r, end, decodeAgentID, m.id); break;
      case 18: m.timestamp = decodeTimeInfo(r, endOfMessage(r, end), m.timestamp); break;
      case 26: m.drain_info = decodeDrainInfo(r, endOfMessage(r, end), m.drain_info); break;
      case 32: m.deactivated = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.id === undefined || m.timestamp === undefined) r.lacksRequired = true;
  return m as Registry_UnreachableAgent;
}

/** mesos.internal.Registry.UnreachableAgent */
export const Registry_UnreachableAgentCodec = makeCodec<Registry_UnreachableAgent>(registryShapes.Registry_UnreachableAgent, encodeRegistry_UnreachableAgent, decodeRegistry_UnreachableAgent);

export function encodeRegistry_UnreachableAgents(w: Writer, m: Registry_UnreachableAgents): void {
  if (m.agents !== undefined) for (const item of m.agents) { w.uint32(10).fork(); encodeRegistry_UnreachableAgent(w, item); w.ldelim(); }
}

const Registry_UnreachableAgentsDraft = draftOf<Registry_UnreachableAgents>();
export function decodeRegistry_UnreachableAgents(r: WireReader, end: number, into?: Registry_UnreachableAgents): Registry_UnreachableAgents {
  const m = (into ?? new Registry_UnreachableAgentsDraft()) as Draft<Registry_UnreachableAgents>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeRegistry_UnreachableAgent(r, endOfMessage(r, end)); if (m.agents === undefined) m.agents = [one]; else m.agents.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Registry_UnreachableAgents;
}

/** mesos.internal.Registry.UnreachableAgents */
export const Registry_UnreachableAgentsCodec = makeCodec<Registry_UnreachableAgents>(registryShapes.Registry_UnreachableAgents, encodeRegistry_UnreachableAgents, decodeRegistry_UnreachableAgents);

export function encodeRegistry_GoneAgent(w: Writer, m: Registry_GoneAgent): void {
  w.uint32(10).fork(); encodeAgentID(w, m.id); w.ldelim();
  w.uint32(18).fork(); encodeTimeInfo(w, m.timestamp); w.ldelim();
}

const Registry_GoneAgentDraft = draftOf<Registry_GoneAgent>();
export function decodeRegistry_GoneAgent(r: WireReader, end: number, into?: Registry_GoneAgent): Registry_GoneAgent {
  const m = (into ?? new Registry_GoneAgentDraft()) as Draft<Registry_GoneAgent>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.id = readShared(r, end, decodeAgentID, m.id); break;
      case 18: m.timestamp = decodeTimeInfo(r, endOfMessage(r, end), m.timestamp); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.id === undefined || m.timestamp === undefined) r.lacksRequired = true;
  return m as Registry_GoneAgent;
}

/** mesos.internal.Registry.GoneAgent */
export const Registry_GoneAgentCodec = makeCodec<Registry_GoneAgent>(registryShapes.Registry_GoneAgent, encodeRegistry_GoneAgent, decodeRegistry_GoneAgent);

export function encodeRegistry_GoneAgents(w: Writer, m: Registry_GoneAgents): void {
  if (m.agents !== undefined) for (const item of m.agents) { w.uint32(10).fork(); encodeRegistry_GoneAgent(w, item); w.ldelim(); }
}

const Registry_GoneAgentsDraft = draftOf<Registry_GoneAgents>();
export function decodeRegistry_GoneAgents(r: WireReader, end: number, into?: Registry_GoneAgents): Registry_GoneAgents {
  const m = (into ?? new Registry_GoneAgentsDraft()) as Draft<Registry_GoneAgents>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeRegistry_GoneAgent(r, endOfMessage(r, end)); if (m.agents === undefined) m.agents = [one]; else m.agents.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Registry_GoneAgents;
}

/** mesos.internal.Registry.GoneAgents */
export const Registry_GoneAgentsCodec = makeCodec<Registry_GoneAgents>(registryShapes.Registry_GoneAgents, encodeRegistry_GoneAgents, decodeRegistry_GoneAgents);

export function encodeRegistry_Machine(w: Writer, m: Registry_Machine): void {
  w.uint32(10).fork(); encodeMachineInfo(w, m.info); w.ldelim();
}

const Registry_MachineDraft = draftOf<Registry_Machine>();
export function decodeRegistry_Machine(r: WireReader, end: number, into?: Registry_Machine): Registry_Machine {
  const m = (into ?? new Registry_MachineDraft()) as Draft<Registry_Machine>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.info = decodeMachineInfo(r, endOfMessage(r, end), m.info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.info === undefined) r.lacksRequired = true;
  return m as Registry_Machine;
}

/** mesos.internal.Registry.Machine */
export const Registry_MachineCodec = makeCodec<Registry_Machine>(registryShapes.Registry_Machine, encodeRegistry_Machine, decodeRegistry_Machine);

export function encodeRegistry_Machines(w: Writer, m: Registry_Machines): void {
  if (m.machines !== undefined) for (const item of m.machines) { w.uint32(10).fork(); encodeRegistry_Machine(w, item); w.ldelim(); }
}

const Registry_MachinesDraft = draftOf<Registry_Machines>();
export function decodeRegistry_Machines(r: WireReader, end: number, into?: Registry_Machines): Registry_Machines {
  const m = (into ?? new Registry_MachinesDraft()) as Draft<Registry_Machines>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeRegistry_Machine(r, endOfMessage(r, end)); if (m.machines === undefined) m.machines = [one]; else m.machines.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Registry_Machines;
}

/** mesos.internal.Registry.Machines */
export const Registry_MachinesCodec = makeCodec<Registry_Machines>(registryShapes.Registry_Machines, encodeRegistry_Machines, decodeRegistry_Machines);

export function encodeRegistry_Quota(w: Writer, m: Registry_Quota): void {
  w.uint32(10).fork(); encodeQuotaInfo(w, m.info); w.ldelim();
}

const Registry_QuotaDraft = draftOf<Registry_Quota>();
export function decodeRegistry_Quota(r: WireReader, end: number, into?: Registry_Quota): Registry_Quota {
  const m = (into ?? new Registry_QuotaDraft()) as Draft<Registry_Quota>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.info = decodeQuotaInfo(r, endOfMessage(r, end), m.info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.info === undefined) r.lacksRequired = true;
  return m as Registry_Quota;
}

/** mesos.internal.Registry.Quota */
export const Registry_QuotaCodec = makeCodec<Registry_Quota>(registryShapes.Registry_Quota, encodeRegistry_Quota, decodeRegistry_Quota);

export function encodeRegistry_Weight(w: Writer, m: Registry_Weight): void {
  w.uint32(10).fork(); encodeWeightInfo(w, m.info); w.ldelim();
}

const Registry_WeightDraft = draftOf<Registry_Weight>();
export function decodeRegistry_Weight(r: WireReader, end: number, into?: Registry_Weight): Registry_Weight {
  const m = (into ?? new Registry_WeightDraft()) as Draft<Registry_Weight>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.info = decodeWeightInfo(r, endOfMessage(r, end), m.info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.info === undefined) r.lacksRequired = true;
  return m as Registry_Weight;
}

/** mesos.internal.Registry.Weight */
export const Registry_WeightCodec = makeCodec<Registry_Weight>(registryShapes.Registry_Weight, encodeRegistry_Weight, decodeRegistry_Weight);

export function encodeRegistry_MinimumCapability(w: Writer, m: Registry_MinimumCapability): void {
  w.uint32(10).string(m.capability);
}

const Registry_MinimumCapabilityDraft = draftOf<Registry_MinimumCapability>();
export function decodeRegistry_MinimumCapability(r: WireReader, end: number, into?: Registry_MinimumCapability): Registry_MinimumCapability {
  const m = (into ?? new Registry_MinimumCapabilityDraft()) as Draft<Registry_MinimumCapability>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.capability = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.capability === undefined) r.lacksRequired = true;
  return m as Registry_MinimumCapability;
}

/** mesos.internal.Registry.MinimumCapability */
export const Registry_MinimumCapabilityCodec = makeCodec<Registry_MinimumCapability>(registryShapes.Registry_MinimumCapability, encodeRegistry_MinimumCapability, decodeRegistry_MinimumCapability);

export function encodeResourceProviderRegistry(w: Writer, m: ResourceProviderRegistry): void {
  if (m.resource_providers !== undefined) for (const item of m.resource_providers) { w.uint32(10).fork(); encodeResourceProviderRegistry_ResourceProvider(w, item); w.ldelim(); }
  if (m.removed_resource_providers !== undefined) for (const item of m.removed_resource_providers) { w.uint32(18).fork(); encodeResourceProviderRegistry_ResourceProvider(w, item); w.ldelim(); }
}

const ResourceProviderRegistryDraft = draftOf<ResourceProviderRegistry>();
export function decodeResourceProviderRegistry(r: WireReader, end: number, into?: ResourceProviderRegistry): ResourceProviderRegistry {
  const m = (into ?? new ResourceProviderRegistryDraft()) as Draft<ResourceProviderRegistry>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeResourceProviderRegistry_ResourceProvider(r, endOfMessage(r, end)); if (m.resource_providers === undefined) m.resource_providers = [one]; else m.resource_providers.push(one); break; }
      case 18: { const one = decodeResourceProviderRegistry_ResourceProvider(r, endOfMessage(r, end)); if (m.removed_resource_providers === undefined) m.removed_resource_providers = [one]; else m.removed_resource_providers.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as ResourceProviderRegistry;
}

/** mesos.internal.ResourceProviderRegistry */
export const ResourceProviderRegistryCodec = makeCodec<ResourceProviderRegistry>(registryShapes.ResourceProviderRegistry, encodeResourceProviderRegistry, decodeResourceProviderRegistry);

export function encodeResourceProviderRegistry_ResourceProvider(w: Writer, m: ResourceProviderRegistry_ResourceProvider): void {
  w.uint32(10).fork(); encodeResourceProviderID(w, m.id); w.ldelim();
  if (m.type !== undefined) { w.uint32(18).string(m.type); }
  if (m.name !== undefined) { w.uint32(26).string(m.name); }
}

const ResourceProviderRegistry_ResourceProviderDraft = draftOf<ResourceProviderRegistry_ResourceProvider>();
export function decodeResourceProviderRegistry_ResourceProvider(r: WireReader, end: number, into?: ResourceProviderRegistry_ResourceProvider): ResourceProviderRegistry_ResourceProvider {
  const m = (into ?? new ResourceProviderRegistry_ResourceProviderDraft()) as Draft<ResourceProviderRegistry_ResourceProvider>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.id = decodeResourceProviderID(r, endOfMessage(r, end), m.id); break;
      case 18: m.type = r.string(); break;
      case 26: m.name = readWord(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.id === undefined) r.lacksRequired = true;
  return m as ResourceProviderRegistry_ResourceProvider;
}

/** mesos.internal.ResourceProviderRegistry.ResourceProvider */
export const ResourceProviderRegistry_ResourceProviderCodec = makeCodec<ResourceProviderRegistry_ResourceProvider>(registryShapes.ResourceProviderRegistry_ResourceProvider, encodeResourceProviderRegistry_ResourceProvider, decodeResourceProviderRegistry_ResourceProvider);
