// Made by `npm run generate` from src/wire/proto/master.proto. Do not edit.
import { define, enumShape, field, messageShape } from "../../shape.ts";
import * as durationShapes from "./duration.ts";
import * as maintenanceShapes from "./maintenance.ts";
import * as mesosShapes from "./mesos.ts";
import * as quotaShapes from "./quota.ts";
import * as schedulerShapes from "./scheduler.ts";

export const Call_Type = enumShape("mesos.v1.master.Call.Type", {
  UNKNOWN: 0,
  GET_HEALTH: 1,
  GET_FLAGS: 2,
  GET_VERSION: 3,
  GET_METRICS: 4,
  GET_LOGGING_LEVEL: 5,
  SET_LOGGING_LEVEL: 6,
  LIST_FILES: 7,
  READ_FILE: 8,
  GET_STATE: 9,
  GET_AGENTS: 10,
  GET_FRAMEWORKS: 11,
  GET_EXECUTORS: 12,
  GET_TASKS: 13,
  GET_ROLES: 14,
  GET_WEIGHTS: 15,
  UPDATE_WEIGHTS: 16,
  GET_MASTER: 17,
  SUBSCRIBE: 18,
  RESERVE_RESOURCES: 19,
  UNRESERVE_RESOURCES: 20,
  CREATE_VOLUMES: 21,
  DESTROY_VOLUMES: 22,
  GET_MAINTENANCE_STATUS: 23,
  GET_MAINTENANCE_SCHEDULE: 24,
  UPDATE_MAINTENANCE_SCHEDULE: 25,
  START_MAINTENANCE: 26,
  STOP_MAINTENANCE: 27,
  GET_QUOTA: 28,
  SET_QUOTA: 29,
  REMOVE_QUOTA: 30,
  TEARDOWN: 31,
  MARK_AGENT_GONE: 32,
  GET_OPERATIONS: 33,
  GROW_VOLUME: 34,
  SHRINK_VOLUME: 35,
  UPDATE_QUOTA: 36,
  DRAIN_AGENT: 37,
  DEACTIVATE_AGENT: 38,
  REACTIVATE_AGENT: 39,
});
export const Response_Type = enumShape("mesos.v1.master.Response.Type", {
  UNKNOWN: 0,
  GET_HEALTH: 1,
  GET_FLAGS: 2,
  GET_VERSION: 3,
  GET_METRICS: 4,
  GET_LOGGING_LEVEL: 5,
  LIST_FILES: 6,
  READ_FILE: 7,
  GET_STATE: 8,
  GET_AGENTS: 9,
  GET_FRAMEWORKS: 10,
  GET_EXECUTORS: 11,
  GET_TASKS: 12,
  GET_ROLES: 13,
  GET_WEIGHTS: 14,
  GET_MASTER: 15,
  GET_MAINTENANCE_STATUS: 16,
  GET_MAINTENANCE_SCHEDULE: 17,
  GET_QUOTA: 18,
  GET_OPERATIONS: 19,
});
export const Event_Type = enumShape("mesos.v1.master.Event.Type", {
  UNKNOWN: 0,
  SUBSCRIBED: 1,
  TASK_ADDED: 2,
  TASK_UPDATED: 3,
  AGENT_ADDED: 4,
  AGENT_REMOVED: 5,
  FRAMEWORK_ADDED: 6,
  FRAMEWORK_UPDATED: 7,
  FRAMEWORK_REMOVED: 8,
  HEARTBEAT: 9,
});
export const Call = messageShape("mesos.v1.master.Call");
export const Call_GetMetrics = messageShape("mesos.v1.master.Call.GetMetrics");
export const Call_SetLoggingLevel = messageShape("mesos.v1.master.Call.SetLoggingLevel");
export const Call_ListFiles = messageShape("mesos.v1.master.Call.ListFiles");
export const Call_ReadFile = messageShape("mesos.v1.master.Call.ReadFile");
export const Call_UpdateWeights = messageShape("mesos.v1.master.Call.UpdateWeights");
export const Call_ReserveResources = messageShape("mesos.v1.master.Call.ReserveResources");
export const Call_UnreserveResources = messageShape("mesos.v1.master.Call.UnreserveResources");
export const Call_CreateVolumes = messageShape("mesos.v1.master.Call.CreateVolumes");
export const Call_DestroyVolumes = messageShape("mesos.v1.master.Call.DestroyVolumes");
export const Call_GrowVolume = messageShape("mesos.v1.master.Call.GrowVolume");
export const Call_ShrinkVolume = messageShape("mesos.v1.master.Call.ShrinkVolume");
export const Call_UpdateMaintenanceSchedule = messageShape("mesos.v1.master.Call.UpdateMaintenanceSchedule");
export const Call_StartMaintenance = messageShape("mesos.v1.master.Call.StartMaintenance");
export const Call_StopMaintenance = messageShape("mesos.v1.master.Call.StopMaintenance");
export const Call_DrainAgent = messageShape("mesos.v1.master.Call.DrainAgent");
export const Call_DeactivateAgent = messageShape("mesos.v1.master.Call.DeactivateAgent");
export const Call_ReactivateAgent = messageShape("mesos.v1.master.Call.ReactivateAgent");
export const Call_UpdateQuota = messageShape("mesos.v1.master.Call.UpdateQuota");
export const Call_SetQuota = messageShape("mesos.v1.master.Call.SetQuota");
export const Call_RemoveQuota = messageShape("mesos.v1.master.Call.RemoveQuota");
export const Call_Teardown = messageShape("mesos.v1.master.Call.Teardown");
export const Call_MarkAgentGone = messageShape("mesos.v1.master.Call.MarkAgentGone");
export const Response = messageShape("mesos.v1.master.Response");
export const Response_GetHealth = messageShape("mesos.v1.master.Response.GetHealth");
export const Response_GetFlags = messageShape("mesos.v1.master.Response.GetFlags");
export const Response_GetVersion = messageShape("mesos.v1.master.Response.GetVersion");
export const Response_GetMetrics = messageShape("mesos.v1.master.Response.GetMetrics");
export const Response_GetLoggingLevel = messageShape("mesos.v1.master.Response.GetLoggingLevel");
export const Response_ListFiles = messageShape("mesos.v1.master.Response.ListFiles");
export const Response_ReadFile = messageShape("mesos.v1.master.Response.ReadFile");
export const Response_GetState = messageShape("mesos.v1.master.Response.GetState");
export const Response_GetAgents = messageShape("mesos.v1.master.Response.GetAgents");
export const Response_GetAgents_Agent = messageShape("mesos.v1.master.Response.GetAgents.Agent");
export const Response_GetAgents_Agent_ResourceProvider = messageShape("mesos.v1.master.Response.GetAgents.Agent.ResourceProvider");
export const Response_GetFrameworks = messageShape("mesos.v1.master.Response.GetFrameworks");
export const Response_GetFrameworks_Framework = messageShape("mesos.v1.master.Response.GetFrameworks.Framework");
export const Response_GetExecutors = messageShape("mesos.v1.master.Response.GetExecutors");
export const Response_GetExecutors_Executor = messageShape("mesos.v1.master.Response.GetExecutors.Executor");
export const Response_GetOperations = messageShape("mesos.v1.master.Response.GetOperations");
export const Response_GetTasks = messageShape("mesos.v1.master.Response.GetTasks");
export const Response_GetRoles = messageShape("mesos.v1.master.Response.GetRoles");
export const Response_GetWeights = messageShape("mesos.v1.master.Response.GetWeights");
export const Response_GetMaster = messageShape("mesos.v1.master.Response.GetMaster");
export const Response_GetMaintenanceStatus = messageShape("mesos.v1.master.Response.GetMaintenanceStatus");
export const Response_GetMaintenanceSchedule = messageShape("mesos.v1.master.Response.GetMaintenanceSchedule");
export const Response_GetQuota = messageShape("mesos.v1.master.Response.GetQuota");
export const Event = messageShape("mesos.v1.master.Event");
export const Event_Subscribed = messageShape("mesos.v1.master.Event.Subscribed");
export const Event_TaskAdded = messageShape("mesos.v1.master.Event.TaskAdded");
export const Event_TaskUpdated = messageShape("mesos.v1.master.Event.TaskUpdated");
export const Event_FrameworkAdded = messageShape("mesos.v1.master.Event.FrameworkAdded");
export const Event_FrameworkUpdated = messageShape("mesos.v1.master.Event.FrameworkUpdated");
export const Event_FrameworkRemoved = messageShape("mesos.v1.master.Event.FrameworkRemoved");
export const Event_AgentAdded = messageShape("mesos.v1.master.Event.AgentAdded");
export const Event_AgentRemoved = messageShape("mesos.v1.master.Event.AgentRemoved");

define(Call, [
  field(1, "optional", "type", Call_Type),
  field(2, "optional", "get_metrics", Call_GetMetrics),
  field(3, "optional", "set_logging_level", Call_SetLoggingLevel),
  field(4, "optional", "list_files", Call_ListFiles),
  field(5, "optional", "read_file", Call_ReadFile),
  field(6, "optional", "update_weights", Call_UpdateWeights),
  field(7, "optional", "reserve_resources", Call_ReserveResources),
  field(8, "optional", "unreserve_resources", Call_UnreserveResources),
  field(9, "optional", "create_volumes", Call_CreateVolumes),
  field(10, "optional", "destroy_volumes", Call_DestroyVolumes),
  field(18, "optional", "grow_volume", Call_GrowVolume),
  field(19, "optional", "shrink_volume", Call_ShrinkVolume),
  field(11, "optional", "update_maintenance_schedule", Call_UpdateMaintenanceSchedule),
  field(12, "optional", "start_maintenance", Call_StartMaintenance),
  field(13, "optional", "stop_maintenance", Call_StopMaintenance),
  field(21, "optional", "drain_agent", Call_DrainAgent),
  field(22, "optional", "deactivate_agent", Call_DeactivateAgent),
  field(23, "optional", "reactivate_agent", Call_ReactivateAgent),
  field(20, "optional", "update_quota", Call_UpdateQuota),
  field(16, "optional", "teardown", Call_Teardown),
  field(17, "optional", "mark_agent_gone", Call_MarkAgentGone),
  field(14, "optional", "set_quota", Call_SetQuota),
  field(15, "optional", "remove_quota", Call_RemoveQuota),
]);
define(Call_GetMetrics, [
  field(1, "optional", "timeout", mesosShapes.DurationInfo),
]);
define(Call_SetLoggingLevel, [
  field(1, "required", "level", "uint32"),
  field(2, "required", "duration", mesosShapes.DurationInfo),
]);
define(Call_ListFiles, [
  field(1, "required", "path", "string"),
]);
define(Call_ReadFile, [
  field(1, "required", "path", "string"),
  field(2, "required", "offset", "uint64"),
  field(3, "optional", "length", "uint64"),
]);
define(Call_UpdateWeights, [
  field(1, "repeated", "weight_infos", mesosShapes.WeightInfo),
]);
define(Call_ReserveResources, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
  field(3, "repeated", "source", mesosShapes.Resource),
  field(2, "repeated", "resources", mesosShapes.Resource),
]);
define(Call_UnreserveResources, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
  field(2, "repeated", "resources", mesosShapes.Resource),
]);
define(Call_CreateVolumes, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
  field(2, "repeated", "volumes", mesosShapes.Resource),
]);
define(Call_DestroyVolumes, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
  field(2, "repeated", "volumes", mesosShapes.Resource),
]);
define(Call_GrowVolume, [
  field(1, "optional", "agent_id", mesosShapes.AgentID),
  field(2, "required", "volume", mesosShapes.Resource),
  field(3, "required", "addition", mesosShapes.Resource),
]);
define(Call_ShrinkVolume, [
  field(1, "optional", "agent_id", mesosShapes.AgentID),
  field(2, "required", "volume", mesosShapes.Resource),
  field(3, "required", "subtract", mesosShapes.Value_Scalar),
]);
define(Call_UpdateMaintenanceSchedule, [
  field(1, "required", "schedule", maintenanceShapes.Schedule),
]);
define(Call_StartMaintenance, [
  field(1, "repeated", "machines", mesosShapes.MachineID),
]);
define(Call_StopMaintenance, [
  field(1, "repeated", "machines", mesosShapes.MachineID),
]);
define(Call_DrainAgent, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
  field(2, "optional", "max_grace_period", durationShapes.Duration),
  field(3, "optional", "mark_gone", "bool", { shownDefault: false }),
]);
define(Call_DeactivateAgent, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
]);
define(Call_ReactivateAgent, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
]);
define(Call_UpdateQuota, [
  field(1, "optional", "force", "bool"),
  field(2, "repeated", "quota_configs", quotaShapes.QuotaConfig),
]);
define(Call_SetQuota, [
  field(1, "required", "quota_request", quotaShapes.QuotaRequest),
]);
define(Call_RemoveQuota, [
  field(1, "required", "role", "string"),
]);
define(Call_Teardown, [
  field(1, "required", "framework_id", mesosShapes.FrameworkID),
]);
define(Call_MarkAgentGone, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
]);
define(Response, [
  field(1, "optional", "type", Response_Type),
  field(2, "optional", "get_health", Response_GetHealth),
  field(3, "optional", "get_flags", Response_GetFlags),
  field(4, "optional", "get_version", Response_GetVersion),
  field(5, "optional", "get_metrics", Response_GetMetrics),
  field(6, "optional", "get_logging_level", Response_GetLoggingLevel),
  field(7, "optional", "list_files", Response_ListFiles),
  field(8, "optional", "read_file", Response_ReadFile),
  field(9, "optional", "get_state", Response_GetState),
  field(10, "optional", "get_agents", Response_GetAgents),
  field(11, "optional", "get_frameworks", Response_GetFrameworks),
  field(12, "optional", "get_executors", Response_GetExecutors),
  field(20, "optional", "get_operations", Response_GetOperations),
  field(13, "optional", "get_tasks", Response_GetTasks),
  field(14, "optional", "get_roles", Response_GetRoles),
  field(15, "optional", "get_weights", Response_GetWeights),
  field(16, "optional", "get_master", Response_GetMaster),
  field(17, "optional", "get_maintenance_status", Response_GetMaintenanceStatus),
  field(18, "optional", "get_maintenance_schedule", Response_GetMaintenanceSchedule),
  field(19, "optional", "get_quota", Response_GetQuota),
]);
define(Response_GetHealth, [
  field(1, "required", "healthy", "bool"),
]);
define(Response_GetFlags, [
  field(1, "repeated", "flags", mesosShapes.Flag),
]);
define(Response_GetVersion, [
  field(1, "required", "version_info", mesosShapes.VersionInfo),
]);
define(Response_GetMetrics, [
  field(1, "repeated", "metrics", mesosShapes.Metric),
]);
define(Response_GetLoggingLevel, [
  field(1, "required", "level", "uint32"),
]);
define(Response_ListFiles, [
  field(1, "repeated", "file_infos", mesosShapes.FileInfo),
]);
define(Response_ReadFile, [
  field(1, "required", "size", "uint64"),
  field(2, "required", "data", "bytes"),
]);
define(Response_GetState, [
  field(1, "optional", "get_tasks", Response_GetTasks),
  field(2, "optional", "get_executors", Response_GetExecutors),
  field(3, "optional", "get_frameworks", Response_GetFrameworks),
  field(4, "optional", "get_agents", Response_GetAgents),
]);
define(Response_GetAgents, [
  field(1, "repeated", "agents", Response_GetAgents_Agent),
  field(2, "repeated", "recovered_agents", mesosShapes.AgentInfo),
]);
define(Response_GetAgents_Agent, [
  field(1, "required", "agent_info", mesosShapes.AgentInfo),
  field(2, "required", "active", "bool"),
  field(12, "optional", "deactivated", "bool"),
  field(3, "required", "version", "string"),
  field(4, "optional", "pid", "string"),
  field(5, "optional", "registered_time", mesosShapes.TimeInfo),
  field(6, "optional", "reregistered_time", mesosShapes.TimeInfo),
  field(7, "repeated", "total_resources", mesosShapes.Resource),
  field(8, "repeated", "allocated_resources", mesosShapes.Resource),
  field(9, "repeated", "offered_resources", mesosShapes.Resource),
  field(10, "repeated", "capabilities", mesosShapes.AgentInfo_Capability),
  field(11, "repeated", "resource_providers", Response_GetAgents_Agent_ResourceProvider),
  field(13, "optional", "drain_info", mesosShapes.DrainInfo),
  field(14, "optional", "estimated_drain_start_time", mesosShapes.TimeInfo),
]);
define(Response_GetAgents_Agent_ResourceProvider, [
  field(1, "required", "resource_provider_info", mesosShapes.ResourceProviderInfo),
  field(2, "repeated", "total_resources", mesosShapes.Resource),
]);
define(Response_GetFrameworks, [
  field(1, "repeated", "frameworks", Response_GetFrameworks_Framework),
  field(2, "repeated", "completed_frameworks", Response_GetFrameworks_Framework),
  field(3, "repeated", "recovered_frameworks", mesosShapes.FrameworkInfo),
]);
define(Response_GetFrameworks_Framework, [
  field(1, "required", "framework_info", mesosShapes.FrameworkInfo),
  field(2, "required", "active", "bool"),
  field(3, "required", "connected", "bool"),
  field(11, "required", "recovered", "bool"),
  field(4, "optional", "registered_time", mesosShapes.TimeInfo),
  field(5, "optional", "reregistered_time", mesosShapes.TimeInfo),
  field(6, "optional", "unregistered_time", mesosShapes.TimeInfo),
  field(7, "repeated", "offers", mesosShapes.Offer),
  field(8, "repeated", "inverse_offers", mesosShapes.InverseOffer),
  field(9, "repeated", "allocated_resources", mesosShapes.Resource),
  field(10, "repeated", "offered_resources", mesosShapes.Resource),
  field(12, "optional", "offer_constraints", schedulerShapes.OfferConstraints),
]);
define(Response_GetExecutors, [
  field(1, "repeated", "executors", Response_GetExecutors_Executor),
  field(2, "repeated", "orphan_executors", Response_GetExecutors_Executor),
]);
define(Response_GetExecutors_Executor, [
  field(1, "required", "executor_info", mesosShapes.ExecutorInfo),
  field(2, "required", "agent_id", mesosShapes.AgentID),
]);
define(Response_GetOperations, [
  field(1, "repeated", "operations", mesosShapes.Operation),
]);
define(Response_GetTasks, [
  field(1, "repeated", "pending_tasks", mesosShapes.Task),
  field(2, "repeated", "tasks", mesosShapes.Task),
  field(5, "repeated", "unreachable_tasks", mesosShapes.Task),
  field(3, "repeated", "completed_tasks", mesosShapes.Task),
  field(4, "repeated", "orphan_tasks", mesosShapes.Task),
]);
define(Response_GetRoles, [
  field(1, "repeated", "roles", mesosShapes.Role),
]);
define(Response_GetWeights, [
  field(1, "repeated", "weight_infos", mesosShapes.WeightInfo),
]);
define(Response_GetMaster, [
  field(1, "optional", "master_info", mesosShapes.MasterInfo),
  field(2, "optional", "start_time", "double"),
  field(3, "optional", "elected_time", "double"),
]);
define(Response_GetMaintenanceStatus, [
  field(1, "required", "status", maintenanceShapes.ClusterStatus),
]);
define(Response_GetMaintenanceSchedule, [
  field(1, "required", "schedule", maintenanceShapes.Schedule),
]);
define(Response_GetQuota, [
  field(1, "required", "status", quotaShapes.QuotaStatus),
]);
define(Event, [
  field(1, "optional", "type", Event_Type),
  field(2, "optional", "subscribed", Event_Subscribed),
  field(3, "optional", "task_added", Event_TaskAdded),
  field(4, "optional", "task_updated", Event_TaskUpdated),
  field(5, "optional", "agent_added", Event_AgentAdded),
  field(6, "optional", "agent_removed", Event_AgentRemoved),
  field(7, "optional", "framework_added", Event_FrameworkAdded),
  field(8, "optional", "framework_updated", Event_FrameworkUpdated),
  field(9, "optional", "framework_removed", Event_FrameworkRemoved),
]);
define(Event_Subscribed, [
  field(1, "optional", "get_state", Response_GetState),
  field(2, "optional", "heartbeat_interval_seconds", "double"),
]);
define(Event_TaskAdded, [
  field(1, "required", "task", mesosShapes.Task),
]);
define(Event_TaskUpdated, [
  field(1, "required", "framework_id", mesosShapes.FrameworkID),
  field(2, "required", "status", mesosShapes.TaskStatus),
  field(3, "required", "state", mesosShapes.TaskState),
]);
define(Event_FrameworkAdded, [
  field(1, "required", "framework", Response_GetFrameworks_Framework),
]);
define(Event_FrameworkUpdated, [
  field(1, "required", "framework", Response_GetFrameworks_Framework),
]);
define(Event_FrameworkRemoved, [
  field(1, "required", "framework_info", mesosShapes.FrameworkInfo),
]);
define(Event_AgentAdded, [
  field(1, "required", "agent", Response_GetAgents_Agent),
]);
define(Event_AgentRemoved, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
]);
