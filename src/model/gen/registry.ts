// Made by `npm run generate` from src/wire/proto/registry.proto. Do not edit.
import type { Schedule } from "./maintenance.ts";
import type {
  AgentID,
  AgentInfo,
  DrainInfo,
  MachineInfo,
  MasterInfo,
  ResourceProviderID,
  TimeInfo,
  WeightInfo,
} from "./mesos.ts";
import type { QuotaConfig, QuotaInfo } from "./quota.ts";

/** mesos.internal.Registry */
export interface Registry {
  readonly master?: Registry_Master;
  readonly agents?: Registry_Agents;
  readonly unreachable?: Registry_UnreachableAgents;
  readonly gone?: Registry_GoneAgents;
  readonly machines?: Registry_Machines;
  readonly schedules?: readonly Schedule[];
  /** Deprecated. */
  readonly quotas?: readonly Registry_Quota[];
  readonly quota_configs?: readonly QuotaConfig[];
  readonly weights?: readonly Registry_Weight[];
  readonly resource_provider_registry?: ResourceProviderRegistry;
  readonly minimum_capabilities?: readonly Registry_MinimumCapability[];
}

/** mesos.internal.Registry.Master */
export interface Registry_Master {
  readonly info: MasterInfo;
}

/** mesos.internal.Registry.Agent */
export interface Registry_Agent {
  readonly info: AgentInfo;
  readonly drain_info?: DrainInfo;
  /** Default false. */
  readonly deactivated?: boolean;
}

/** mesos.internal.Registry.Agents */
export interface Registry_Agents {
  readonly agents?: readonly Registry_Agent[];
}

/** mesos.internal.Registry.UnreachableAgent */
export interface Registry_UnreachableAgent {
  readonly id: AgentID;
  readonly timestamp: TimeInfo;
  readonly drain_info?: DrainInfo;
  /** Default false. */
  readonly deactivated?: boolean;
}

/** mesos.internal.Registry.UnreachableAgents */
export interface Registry_UnreachableAgents {
  readonly agents?: readonly Registry_UnreachableAgent[];
}

/** mesos.internal.Registry.GoneAgent */
export interface Registry_GoneAgent {
  readonly id: AgentID;
  readonly timestamp: TimeInfo;
}

/** mesos.internal.Registry.GoneAgents */
export interface Registry_GoneAgents {
  readonly agents?: readonly Registry_GoneAgent[];
}

/** mesos.internal.Registry.Machine */
export interface Registry_Machine {
  readonly info: MachineInfo;
}

/** mesos.internal.Registry.Machines */
export interface Registry_Machines {
  readonly machines?: readonly Registry_Machine[];
}

/** mesos.internal.Registry.Quota */
export interface Registry_Quota {
  readonly info: QuotaInfo;
}

/** mesos.internal.Registry.Weight */
export interface Registry_Weight {
  readonly info: WeightInfo;
}

/** mesos.internal.Registry.MinimumCapability */
export interface Registry_MinimumCapability {
  readonly capability: string;
}

/** mesos.internal.ResourceProviderRegistry */
export interface ResourceProviderRegistry {
  readonly resource_providers?: readonly ResourceProviderRegistry_ResourceProvider[];
  readonly removed_resource_providers?: readonly ResourceProviderRegistry_ResourceProvider[];
}

/** mesos.internal.ResourceProviderRegistry.ResourceProvider */
export interface ResourceProviderRegistry_ResourceProvider {
  readonly id: ResourceProviderID;
  readonly type?: string;
  readonly name?: string;
}
