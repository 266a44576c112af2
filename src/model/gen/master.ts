// Made by `npm run generate` from src/wire/proto/master.proto. Do not edit.
import type { Duration } from "./duration.ts";
import type { ClusterStatus, Schedule } from "./maintenance.ts";
import type {
  AgentID,
  AgentInfo,
  AgentInfo_Capability,
  DrainInfo,
  DurationInfo,
  ExecutorInfo,
  FileInfo,
  Flag,
  FrameworkID,
  FrameworkInfo,
  InverseOffer,
  MachineID,
  MasterInfo,
  Metric,
  Offer,
  Operation,
  Resource,
  ResourceProviderInfo,
  Role,
  Task,
  TaskState,
  TaskStatus,
  TimeInfo,
  Value_Scalar,
  VersionInfo,
  WeightInfo,
} from "./mesos.ts";
import type { QuotaConfig, QuotaRequest, QuotaStatus } from "./quota.ts";
import type { OfferConstraints } from "./scheduler.ts";

/** mesos.v1.master.Call */
export interface Call {
  readonly type?: Call_Type;
  readonly get_metrics?: Call_GetMetrics;
  readonly set_logging_level?: Call_SetLoggingLevel;
  readonly list_files?: Call_ListFiles;
  readonly read_file?: Call_ReadFile;
  readonly update_weights?: Call_UpdateWeights;
  readonly reserve_resources?: Call_ReserveResources;
  readonly unreserve_resources?: Call_UnreserveResources;
  readonly create_volumes?: Call_CreateVolumes;
  readonly destroy_volumes?: Call_DestroyVolumes;
  readonly grow_volume?: Call_GrowVolume;
  readonly shrink_volume?: Call_ShrinkVolume;
  readonly update_maintenance_schedule?: Call_UpdateMaintenanceSchedule;
  readonly start_maintenance?: Call_StartMaintenance;
  readonly stop_maintenance?: Call_StopMaintenance;
  readonly drain_agent?: Call_DrainAgent;
  readonly deactivate_agent?: Call_DeactivateAgent;
  readonly reactivate_agent?: Call_ReactivateAgent;
  readonly update_quota?: Call_UpdateQuota;
  readonly teardown?: Call_Teardown;
  readonly mark_agent_gone?: Call_MarkAgentGone;
  /** Deprecated. */
  readonly set_quota?: Call_SetQuota;
  /** Deprecated. */
  readonly remove_quota?: Call_RemoveQuota;
}

/** mesos.v1.master.Call.GetMetrics */
export interface Call_GetMetrics {
  readonly timeout?: DurationInfo;
}

/** mesos.v1.master.Call.SetLoggingLevel */
export interface Call_SetLoggingLevel {
  readonly level: number;
  readonly duration: DurationInfo;
}

/** mesos.v1.master.Call.ListFiles */
export interface Call_ListFiles {
  readonly path: string;
}

/** mesos.v1.master.Call.ReadFile */
export interface Call_ReadFile {
  readonly path: string;
  readonly offset: number;
  readonly length?: number;
}

/** mesos.v1.master.Call.UpdateWeights */
export interface Call_UpdateWeights {
  readonly weight_infos?: readonly WeightInfo[];
}

/** mesos.v1.master.Call.ReserveResources */
export interface Call_ReserveResources {
  readonly agent_id: AgentID;
  readonly source?: readonly Resource[];
  readonly resources?: readonly Resource[];
}

/** mesos.v1.master.Call.UnreserveResources */
export interface Call_UnreserveResources {
  readonly agent_id: AgentID;
  readonly resources?: readonly Resource[];
}

/** mesos.v1.master.Call.CreateVolumes */
export interface Call_CreateVolumes {
  readonly agent_id: AgentID;
  readonly volumes?: readonly Resource[];
}

/** mesos.v1.master.Call.DestroyVolumes */
export interface Call_DestroyVolumes {
  readonly agent_id: AgentID;
  readonly volumes?: readonly Resource[];
}

/** mesos.v1.master.Call.GrowVolume */
export interface Call_GrowVolume {
  readonly agent_id?: AgentID;
  readonly volume: Resource;
  readonly addition: Resource;
}

/** mesos.v1.master.Call.ShrinkVolume */
export interface Call_ShrinkVolume {
  readonly agent_id?: AgentID;
  readonly volume: Resource;
  readonly subtract: Value_Scalar;
}

/** mesos.v1.master.Call.UpdateMaintenanceSchedule */
export interface Call_UpdateMaintenanceSchedule {
  readonly schedule: Schedule;
}

/** mesos.v1.master.Call.StartMaintenance */
export interface Call_StartMaintenance {
  readonly machines?: readonly MachineID[];
}

/** mesos.v1.master.Call.StopMaintenance */
export interface Call_StopMaintenance {
  readonly machines?: readonly MachineID[];
}

/** mesos.v1.master.Call.DrainAgent */
export interface Call_DrainAgent {
  readonly agent_id: AgentID;
  readonly max_grace_period?: Duration;
  /** Default false. */
  readonly mark_gone?: boolean;
}

/** mesos.v1.master.Call.DeactivateAgent */
export interface Call_DeactivateAgent {
  readonly agent_id: AgentID;
}

/** mesos.v1.master.Call.ReactivateAgent */
export interface Call_ReactivateAgent {
  readonly agent_id: AgentID;
}

/** mesos.v1.master.Call.UpdateQuota */
export interface Call_UpdateQuota {
  readonly force?: boolean;
  readonly quota_configs?: readonly QuotaConfig[];
}

/** mesos.v1.master.Call.SetQuota */
export interface Call_SetQuota {
  readonly quota_request: QuotaRequest;
}

/** mesos.v1.master.Call.RemoveQuota */
export interface Call_RemoveQuota {
  readonly role: string;
}

/** mesos.v1.master.Call.Teardown */
export interface Call_Teardown {
  readonly framework_id: FrameworkID;
}

/** mesos.v1.master.Call.MarkAgentGone */
export interface Call_MarkAgentGone {
  readonly agent_id: AgentID;
}

/** mesos.v1.master.Call.Type */
export type Call_Type =
  | "UNKNOWN"
  | "GET_HEALTH"
  | "GET_FLAGS"
  | "GET_VERSION"
  | "GET_METRICS"
  | "GET_LOGGING_LEVEL"
  | "SET_LOGGING_LEVEL"
  | "LIST_FILES"
  | "READ_FILE"
  | "GET_STATE"
  | "GET_AGENTS"
  | "GET_FRAMEWORKS"
  | "GET_EXECUTORS"
  | "GET_TASKS"
  | "GET_ROLES"
  | "GET_WEIGHTS"
  | "UPDATE_WEIGHTS"
  | "GET_MASTER"
  | "SUBSCRIBE"
  | "RESERVE_RESOURCES"
  | "UNRESERVE_RESOURCES"
  | "CREATE_VOLUMES"
  | "DESTROY_VOLUMES"
  | "GET_MAINTENANCE_STATUS"
  | "GET_MAINTENANCE_SCHEDULE"
  | "UPDATE_MAINTENANCE_SCHEDULE"
  | "START_MAINTENANCE"
  | "STOP_MAINTENANCE"
  | "GET_QUOTA"
  | "SET_QUOTA"
  | "REMOVE_QUOTA"
  | "TEARDOWN"
  | "MARK_AGENT_GONE"
  | "GET_OPERATIONS"
  | "GROW_VOLUME"
  | "SHRINK_VOLUME"
  | "UPDATE_QUOTA"
  | "DRAIN_AGENT"
  | "DEACTIVATE_AGENT"
  | "REACTIVATE_AGENT";

/** mesos.v1.master.Response */
export interface Response {
  readonly type?: Response_Type;
  readonly get_health?: Response_GetHealth;
  readonly get_flags?: Response_GetFlags;
  readonly get_version?: Response_GetVersion;
  readonly get_metrics?: Response_GetMetrics;
  readonly get_logging_level?: Response_GetLoggingLevel;
  readonly list_files?: Response_ListFiles;
  readonly read_file?: Response_ReadFile;
  readonly get_state?: Response_GetState;
  readonly get_agents?: Response_GetAgents;
  readonly get_frameworks?: Response_GetFrameworks;
  readonly get_executors?: Response_GetExecutors;
  readonly get_operations?: Response_GetOperations;
  readonly get_tasks?: Response_GetTasks;
  readonly get_roles?: Response_GetRoles;
  readonly get_weights?: Response_GetWeights;
  readonly get_master?: Response_GetMaster;
  readonly get_maintenance_status?: Response_GetMaintenanceStatus;
  readonly get_maintenance_schedule?: Response_GetMaintenanceSchedule;
  readonly get_quota?: Response_GetQuota;
}

/** mesos.v1.master.Response.GetHealth */
export interface Response_GetHealth {
  readonly healthy: boolean;
}

/** mesos.v1.master.Response.GetFlags */
export interface Response_GetFlags {
  readonly flags?: readonly Flag[];
}

/** mesos.v1.master.Response.GetVersion */
export interface Response_GetVersion {
  readonly version_info: VersionInfo;
}

/** mesos.v1.master.Response.GetMetrics */
export interface Response_GetMetrics {
  readonly metrics?: readonly Metric[];
}

/** mesos.v1.master.Response.GetLoggingLevel */
export interface Response_GetLoggingLevel {
  readonly level: number;
}

/** mesos.v1.master.Response.ListFiles */
export interface Response_ListFiles {
  readonly file_infos?: readonly FileInfo[];
}

/** mesos.v1.master.Response.ReadFile */
export interface Response_ReadFile {
  readonly size: number;
  readonly data: Uint8Array;
}

/** mesos.v1.master.Response.GetState */
export interface Response_GetState {
  readonly get_tasks?: Response_GetTasks;
  readonly get_executors?: Response_GetExecutors;
  readonly get_frameworks?: Response_GetFrameworks;
  readonly get_agents?: Response_GetAgents;
}

/** mesos.v1.master.Response.GetAgents */
export interface Response_GetAgents {
  readonly agents?: readonly Response_GetAgents_Agent[];
  readonly recovered_agents?: readonly AgentInfo[];
}

/** mesos.v1.master.Response.GetAgents.Agent */
export interface Response_GetAgents_Agent {
  readonly agent_info: AgentInfo;
  readonly active: boolean;
  readonly deactivated?: boolean;
  readonly version: string;
  readonly pid?: string;
  readonly registered_time?: TimeInfo;
  readonly reregistered_time?: TimeInfo;
  readonly total_resources?: readonly Resource[];
  readonly allocated_resources?: readonly Resource[];
  readonly offered_resources?: readonly Resource[];
  readonly capabilities?: readonly AgentInfo_Capability[];
  readonly resource_providers?: readonly Response_GetAgents_Agent_ResourceProvider[];
  readonly drain_info?: DrainInfo;
  readonly estimated_drain_start_time?: TimeInfo;
}

/** mesos.v1.master.Response.GetAgents.Agent.ResourceProvider */
export interface Response_GetAgents_Agent_ResourceProvider {
  readonly resource_provider_info: ResourceProviderInfo;
  readonly total_resources?: readonly Resource[];
}

/** mesos.v1.master.Response.GetFrameworks */
export interface Response_GetFrameworks {
  readonly frameworks?: readonly Response_GetFrameworks_Framework[];
  readonly completed_frameworks?: readonly Response_GetFrameworks_Framework[];
  /** Deprecated. */
  readonly recovered_frameworks?: readonly FrameworkInfo[];
}

/** mesos.v1.master.Response.GetFrameworks.Framework */
export interface Response_GetFrameworks_Framework {
  readonly framework_info: FrameworkInfo;
  readonly active: boolean;
  readonly connected: boolean;
  readonly recovered: boolean;
  readonly registered_time?: TimeInfo;
  readonly reregistered_time?: TimeInfo;
  readonly unregistered_time?: TimeInfo;
  readonly offers?: readonly Offer[];
  readonly inverse_offers?: readonly InverseOffer[];
  readonly allocated_resources?: readonly Resource[];
  readonly offered_resources?: readonly Resource[];
  readonly offer_constraints?: OfferConstraints;
}

/** mesos.v1.master.Response.GetExecutors */
export interface Response_GetExecutors {
  readonly executors?: readonly Response_GetExecutors_Executor[];
  /** Deprecated. */
  readonly orphan_executors?: readonly Response_GetExecutors_Executor[];
}

/** mesos.v1.master.Response.GetExecutors.Executor */
export interface Response_GetExecutors_Executor {
  readonly executor_info: ExecutorInfo;
  readonly agent_id: AgentID;
}

/** mesos.v1.master.Response.GetOperations */
export interface Response_GetOperations {
  readonly operations?: readonly Operation[];
}

/** mesos.v1.master.Response.GetTasks */
export interface Response_GetTasks {
  /** Deprecated. */
  readonly pending_tasks?: readonly Task[];
  readonly tasks?: readonly Task[];
  readonly unreachable_tasks?: readonly Task[];
  readonly completed_tasks?: readonly Task[];
  /** Deprecated. */
  readonly orphan_tasks?: readonly Task[];
}

/** mesos.v1.master.Response.GetRoles */
export interface Response_GetRoles {
  readonly roles?: readonly Role[];
}

/** mesos.v1.master.Response.GetWeights */
export interface Response_GetWeights {
  readonly weight_infos?: readonly WeightInfo[];
}

/** mesos.v1.master.Response.GetMaster */
export interface Response_GetMaster {
  readonly master_info?: MasterInfo;
  readonly start_time?: number;
  readonly elected_time?: number;
}

/** mesos.v1.master.Response.GetMaintenanceStatus */
export interface Response_GetMaintenanceStatus {
  readonly status: ClusterStatus;
}

/** mesos.v1.master.Response.GetMaintenanceSchedule */
export interface Response_GetMaintenanceSchedule {
  readonly schedule: Schedule;
}

/** mesos.v1.master.Response.GetQuota */
export interface Response_GetQuota {
  readonly status: QuotaStatus;
}

/** mesos.v1.master.Response.Type */
export type Response_Type =
  | "UNKNOWN"
  | "GET_HEALTH"
  | "GET_FLAGS"
  | "GET_VERSION"
  | "GET_METRICS"
  | "GET_LOGGING_LEVEL"
  | "LIST_FILES"
  | "READ_FILE"
  | "GET_STATE"
  | "GET_AGENTS"
  | "GET_FRAMEWORKS"
  | "GET_EXECUTORS"
  | "GET_TASKS"
  | "GET_ROLES"
  | "GET_WEIGHTS"
  | "GET_MASTER"
  | "GET_MAINTENANCE_STATUS"
  | "GET_MAINTENANCE_SCHEDULE"
  | "GET_QUOTA"
  | "GET_OPERATIONS";

/** mesos.v1.master.Event */
export interface Event {
  readonly type?: Event_Type;
  readonly subscribed?: Event_Subscribed;
  readonly task_added?: Event_TaskAdded;
  readonly task_updated?: Event_TaskUpdated;
  readonly agent_added?: Event_AgentAdded;
  readonly agent_removed?: Event_AgentRemoved;
  readonly framework_added?: Event_FrameworkAdded;
  readonly framework_updated?: Event_FrameworkUpdated;
  readonly framework_removed?: Event_FrameworkRemoved;
}

/** mesos.v1.master.Event.Subscribed */
export interface Event_Subscribed {
  readonly get_state?: Response_GetState;
  readonly heartbeat_interval_seconds?: number;
}

/** mesos.v1.master.Event.TaskAdded */
export interface Event_TaskAdded {
  readonly task: Task;
}

/** mesos.v1.master.Event.TaskUpdated */
export interface Event_TaskUpdated {
  readonly framework_id: FrameworkID;
  readonly status: TaskStatus;
  readonly state: TaskState;
}

/** mesos.v1.master.Event.FrameworkAdded */
export interface Event_FrameworkAdded {
  readonly framework: Response_GetFrameworks_Framework;
}

/** mesos.v1.master.Event.FrameworkUpdated */
export interface Event_FrameworkUpdated {
  readonly framework: Response_GetFrameworks_Framework;
}

/** mesos.v1.master.Event.FrameworkRemoved */
export interface Event_FrameworkRemoved {
  readonly framework_info: FrameworkInfo;
}

/** mesos.v1.master.Event.AgentAdded */
export interface Event_AgentAdded {
  readonly agent: Response_GetAgents_Agent;
}

/** mesos.v1.master.Event.AgentRemoved */
export interface Event_AgentRemoved {
  readonly agent_id: AgentID;
}

/** mesos.v1.master.Event.Type */
export type Event_Type =
  | "UNKNOWN"
  | "SUBSCRIBED"
  | "TASK_ADDED"
  | "TASK_UPDATED"
  | "AGENT_ADDED"
  | "AGENT_REMOVED"
  | "FRAMEWORK_ADDED"
  | "FRAMEWORK_UPDATED"
  | "FRAMEWORK_REMOVED"
  | "HEARTBEAT";
