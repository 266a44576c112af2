// Made by `npm run generate` from src/wire/proto/registry.proto. Do not edit.
import { define, field, messageShape } from "../../shape.ts";
import * as maintenanceShapes from "./maintenance.ts";
import * as mesosShapes from "./mesos.ts";
import * as quotaShapes from "./quota.ts";

export const Registry = messageShape("mesos.internal.Registry");
export const Registry_Master = messageShape("mesos.internal.Registry.Master");
export const Registry_Agent = messageShape("mesos.internal.Registry.Agent");
export const Registry_Agents = messageShape("mesos.internal.Registry.Agents");
export const Registry_UnreachableAgent = messageShape("mesos.internal.Registry.UnreachableAgent");
export const Registry_UnreachableAgents = messageShape("mesos.internal.Registry.UnreachableAgents");
export const Registry_GoneAgent = messageShape("mesos.internal.Registry.GoneAgent");
export const Registry_GoneAgents = messageShape("mesos.internal.Registry.GoneAgents");
export const Registry_Machine = messageShape("mesos.internal.Registry.Machine");
export const Registry_Machines = messageShape("mesos.internal.Registry.Machines");
export const Registry_Quota = messageShape("mesos.internal.Registry.Quota");
export const Registry_Weight = messageShape("mesos.internal.Registry.Weight");
export const Registry_MinimumCapability = messageShape("mesos.internal.Registry.MinimumCapability");
export const ResourceProviderRegistry = messageShape("mesos.internal.ResourceProviderRegistry");
export const ResourceProviderRegistry_ResourceProvider = messageShape("mesos.internal.ResourceProviderRegistry.ResourceProvider");

define(Registry, [
  field(1, "optional", "master", Registry_Master),
  field(2, "optional", "agents", Registry_Agents),
  field(7, "optional", "unreachable", Registry_UnreachableAgents),
  field(8, "optional", "gone", Registry_GoneAgents),
  field(3, "optional", "machines", Registry_Machines),
  field(4, "repeated", "schedules", maintenanceShapes.Schedule),
  field(5, "repeated", "quotas", Registry_Quota),
  field(11, "repeated", "quota_configs", quotaShapes.QuotaConfig),
  field(6, "repeated", "weights", Registry_Weight),
  field(9, "optional", "resource_provider_registry", ResourceProviderRegistry),
  field(10, "repeated", "minimum_capabilities", Registry_MinimumCapability),
]);
define(Registry_Master, [
  field(1, "required", "info", mesosShapes.MasterInfo),
]);
define(Registry_Agent, [
  field(1, "required", "info", mesosShapes.AgentInfo),
  field(2, "optional", "drain_info", mesosShapes.DrainInfo),
  field(3, "optional", "deactivated", "bool", { shownDefault: false }),
]);
define(Registry_Agents, [
  field(1, "repeated", "agents", Registry_Agent),
]);
define(Registry_UnreachableAgent, [
  field(1, "required", "id", mesosShapes.AgentID),
  field(2, "required", "timestamp", mesosShapes.TimeInfo),
  field(3, "optional", "drain_info", mesosShapes.DrainInfo),
  field(4, "optional", "deactivated", "bool", { shownDefault: false }),
]);
define(Registry_UnreachableAgents, [
  field(1, "repeated", "agents", Registry_UnreachableAgent),
]);
define(Registry_GoneAgent, [
  field(1, "required", "id", mesosShapes.AgentID),
  field(2, "required", "timestamp", mesosShapes.TimeInfo),
]);
define(Registry_GoneAgents, [
  field(1, "repeated", "agents", Registry_GoneAgent),
]);
define(Registry_Machine, [
  field(1, "required", "info", mesosShapes.MachineInfo),
]);
define(Registry_Machines, [
  field(1, "repeated", "machines", Registry_Machine),
]);
define(Registry_Quota, [
  field(1, "required", "info", quotaShapes.QuotaInfo),
]);
define(Registry_Weight, [
  field(1, "required", "info", mesosShapes.WeightInfo),
]);
define(Registry_MinimumCapability, [
  field(1, "required", "capability", "string"),
]);
define(ResourceProviderRegistry, [
  field(1, "repeated", "resource_providers", ResourceProviderRegistry_ResourceProvider),
  field(2, "repeated", "removed_resource_providers", ResourceProviderRegistry_ResourceProvider),
]);
define(ResourceProviderRegistry_ResourceProvider, [
  field(1, "required", "id", mesosShapes.ResourceProviderID),
  field(2, "optional", "type", "string"),
  field(3, "optional", "name", "string"),
]);
