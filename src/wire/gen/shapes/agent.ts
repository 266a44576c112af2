// Made by `npm run generate` from src/wire/proto/agent.proto. Do not edit.
import { define, enumShape, field, messageShape } from "../../shape.ts";
import * as mesosShapes from "./mesos.ts";

export const Call_AttachContainerInput_Type = enumShape("mesos.v1.agent.Call.AttachContainerInput.Type", {
  UNKNOWN: 0,
  CONTAINER_ID: 1,
  PROCESS_IO: 2,
});
export const Call_Type = enumShape("mesos.v1.agent.Call.Type", {
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
  GET_CONTAINERS: 10,
  GET_FRAMEWORKS: 11,
  GET_EXECUTORS: 12,
  GET_TASKS: 13,
  LAUNCH_NESTED_CONTAINER: 14,
  WAIT_NESTED_CONTAINER: 15,
  KILL_NESTED_CONTAINER: 16,
  LAUNCH_NESTED_CONTAINER_SESSION: 17,
  ATTACH_CONTAINER_INPUT: 18,
  ATTACH_CONTAINER_OUTPUT: 19,
  GET_AGENT: 20,
  REMOVE_NESTED_CONTAINER: 21,
  LAUNCH_CONTAINER: 22,
  WAIT_CONTAINER: 23,
  KILL_CONTAINER: 24,
  REMOVE_CONTAINER: 25,
  GET_RESOURCE_PROVIDERS: 26,
  ADD_RESOURCE_PROVIDER_CONFIG: 27,
  UPDATE_RESOURCE_PROVIDER_CONFIG: 28,
  REMOVE_RESOURCE_PROVIDER_CONFIG: 29,
  PRUNE_IMAGES: 30,
  GET_OPERATIONS: 31,
  MARK_RESOURCE_PROVIDER_GONE: 32,
});
export const Response_Type = enumShape("mesos.v1.agent.Response.Type", {
  UNKNOWN: 0,
  GET_HEALTH: 1,
  GET_FLAGS: 2,
  GET_VERSION: 3,
  GET_METRICS: 4,
  GET_LOGGING_LEVEL: 5,
  LIST_FILES: 6,
  READ_FILE: 7,
  GET_STATE: 8,
  GET_CONTAINERS: 9,
  GET_FRAMEWORKS: 10,
  GET_EXECUTORS: 11,
  GET_TASKS: 12,
  WAIT_NESTED_CONTAINER: 13,
  GET_AGENT: 14,
  WAIT_CONTAINER: 15,
  GET_RESOURCE_PROVIDERS: 16,
  GET_OPERATIONS: 17,
});
export const ProcessIO_Data_Type = enumShape("mesos.v1.agent.ProcessIO.Data.Type", {
  UNKNOWN: 0,
  STDIN: 1,
  STDOUT: 2,
  STDERR: 3,
});
export const ProcessIO_Control_Type = enumShape("mesos.v1.agent.ProcessIO.Control.Type", {
  UNKNOWN: 0,
  TTY_INFO: 1,
  HEARTBEAT: 2,
});
export const ProcessIO_Type = enumShape("mesos.v1.agent.ProcessIO.Type", {
  UNKNOWN: 0,
  DATA: 1,
  CONTROL: 2,
});
export const Call = messageShape("mesos.v1.agent.Call");
export const Call_GetMetrics = messageShape("mesos.v1.agent.Call.GetMetrics");
export const Call_SetLoggingLevel = messageShape("mesos.v1.agent.Call.SetLoggingLevel");
export const Call_ListFiles = messageShape("mesos.v1.agent.Call.ListFiles");
export const Call_ReadFile = messageShape("mesos.v1.agent.Call.ReadFile");
export const Call_GetContainers = messageShape("mesos.v1.agent.Call.GetContainers");
export const Call_LaunchNestedContainer = messageShape("mesos.v1.agent.Call.LaunchNestedContainer");
export const Call_WaitNestedContainer = messageShape("mesos.v1.agent.Call.WaitNestedContainer");
export const Call_KillNestedContainer = messageShape("mesos.v1.agent.Call.KillNestedContainer");
export const Call_RemoveNestedContainer = messageShape("mesos.v1.agent.Call.RemoveNestedContainer");
export const Call_LaunchNestedContainerSession = messageShape("mesos.v1.agent.Call.LaunchNestedContainerSession");
export const Call_AttachContainerInput = messageShape("mesos.v1.agent.Call.AttachContainerInput");
export const Call_AttachContainerOutput = messageShape("mesos.v1.agent.Call.AttachContainerOutput");
export const Call_LaunchContainer = messageShape("mesos.v1.agent.Call.LaunchContainer");
export const Call_WaitContainer = messageShape("mesos.v1.agent.Call.WaitContainer");
export const Call_KillContainer = messageShape("mesos.v1.agent.Call.KillContainer");
export const Call_RemoveContainer = messageShape("mesos.v1.agent.Call.RemoveContainer");
export const Call_AddResourceProviderConfig = messageShape("mesos.v1.agent.Call.AddResourceProviderConfig");
export const Call_UpdateResourceProviderConfig = messageShape("mesos.v1.agent.Call.UpdateResourceProviderConfig");
export const Call_RemoveResourceProviderConfig = messageShape("mesos.v1.agent.Call.RemoveResourceProviderConfig");
export const Call_MarkResourceProviderGone = messageShape("mesos.v1.agent.Call.MarkResourceProviderGone");
export const Call_PruneImages = messageShape("mesos.v1.agent.Call.PruneImages");
export const Response = messageShape("mesos.v1.agent.Response");
export const Response_GetHealth = messageShape("mesos.v1.agent.Response.GetHealth");
export const Response_GetFlags = messageShape("mesos.v1.agent.Response.GetFlags");
export const Response_GetVersion = messageShape("mesos.v1.agent.Response.GetVersion");
export const Response_GetMetrics = messageShape("mesos.v1.agent.Response.GetMetrics");
export const Response_GetLoggingLevel = messageShape("mesos.v1.agent.Response.GetLoggingLevel");
export const Response_ListFiles = messageShape("mesos.v1.agent.Response.ListFiles");
export const Response_ReadFile = messageShape("mesos.v1.agent.Response.ReadFile");
export const Response_GetState = messageShape("mesos.v1.agent.Response.GetState");
export const Response_GetContainers = messageShape("mesos.v1.agent.Response.GetContainers");
export const Response_GetContainers_Container = messageShape("mesos.v1.agent.Response.GetContainers.Container");
export const Response_GetFrameworks = messageShape("mesos.v1.agent.Response.GetFrameworks");
export const Response_GetFrameworks_Framework = messageShape("mesos.v1.agent.Response.GetFrameworks.Framework");
export const Response_GetExecutors = messageShape("mesos.v1.agent.Response.GetExecutors");
export const Response_GetExecutors_Executor = messageShape("mesos.v1.agent.Response.GetExecutors.Executor");
export const Response_GetOperations = messageShape("mesos.v1.agent.Response.GetOperations");
export const Response_GetTasks = messageShape("mesos.v1.agent.Response.GetTasks");
export const Response_GetAgent = messageShape("mesos.v1.agent.Response.GetAgent");
export const Response_GetResourceProviders = messageShape("mesos.v1.agent.Response.GetResourceProviders");
export const Response_GetResourceProviders_ResourceProvider = messageShape("mesos.v1.agent.Response.GetResourceProviders.ResourceProvider");
export const Response_WaitNestedContainer = messageShape("mesos.v1.agent.Response.WaitNestedContainer");
export const Response_WaitContainer = messageShape("mesos.v1.agent.Response.WaitContainer");
export const ProcessIO = messageShape("mesos.v1.agent.ProcessIO");
export const ProcessIO_Data = messageShape("mesos.v1.agent.ProcessIO.Data");
export const ProcessIO_Control = messageShape("mesos.v1.agent.ProcessIO.Control");
export const ProcessIO_Control_Heartbeat = messageShape("mesos.v1.agent.ProcessIO.Control.Heartbeat");

define(Call, [
  field(1, "optional", "type", Call_Type),
  field(2, "optional", "get_metrics", Call_GetMetrics),
  field(3, "optional", "set_logging_level", Call_SetLoggingLevel),
  field(4, "optional", "list_files", Call_ListFiles),
  field(5, "optional", "read_file", Call_ReadFile),
  field(20, "optional", "get_containers", Call_GetContainers),
  field(6, "optional", "launch_nested_container", Call_LaunchNestedContainer),
  field(7, "optional", "wait_nested_container", Call_WaitNestedContainer),
  field(8, "optional", "kill_nested_container", Call_KillNestedContainer),
  field(12, "optional", "remove_nested_container", Call_RemoveNestedContainer),
  field(9, "optional", "launch_nested_container_session", Call_LaunchNestedContainerSession),
  field(10, "optional", "attach_container_input", Call_AttachContainerInput),
  field(11, "optional", "attach_container_output", Call_AttachContainerOutput),
  field(13, "optional", "launch_container", Call_LaunchContainer),
  field(14, "optional", "wait_container", Call_WaitContainer),
  field(15, "optional", "kill_container", Call_KillContainer),
  field(16, "optional", "remove_container", Call_RemoveContainer),
  field(17, "optional", "add_resource_provider_config", Call_AddResourceProviderConfig),
  field(18, "optional", "update_resource_provider_config", Call_UpdateResourceProviderConfig),
  field(19, "optional", "remove_resource_provider_config", Call_RemoveResourceProviderConfig),
  field(22, "optional", "mark_resource_provider_gone", Call_MarkResourceProviderGone),
  field(21, "optional", "prune_images", Call_PruneImages),
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
define(Call_GetContainers, [
  field(1, "optional", "show_nested", "bool"),
  field(2, "optional", "show_standalone", "bool"),
]);
define(Call_LaunchNestedContainer, [
  field(1, "required", "container_id", mesosShapes.ContainerID),
  field(2, "optional", "command", mesosShapes.CommandInfo),
  field(3, "optional", "container", mesosShapes.ContainerInfo),
]);
define(Call_WaitNestedContainer, [
  field(1, "required", "container_id", mesosShapes.ContainerID),
]);
define(Call_KillNestedContainer, [
  field(1, "required", "container_id", mesosShapes.ContainerID),
  field(2, "optional", "signal", "int32"),
]);
define(Call_RemoveNestedContainer, [
  field(1, "required", "container_id", mesosShapes.ContainerID),
]);
define(Call_LaunchNestedContainerSession, [
  field(1, "required", "container_id", mesosShapes.ContainerID),
  field(2, "optional", "command", mesosShapes.CommandInfo),
  field(3, "optional", "container", mesosShapes.ContainerInfo),
]);
define(Call_AttachContainerInput, [
  field(1, "optional", "type", Call_AttachContainerInput_Type),
  field(2, "optional", "container_id", mesosShapes.ContainerID),
  field(3, "optional", "process_io", ProcessIO),
]);
define(Call_AttachContainerOutput, [
  field(1, "required", "container_id", mesosShapes.ContainerID),
]);
define(Call_LaunchContainer, [
  field(1, "required", "container_id", mesosShapes.ContainerID),
  field(2, "optional", "command", mesosShapes.CommandInfo),
  field(3, "repeated", "resources", mesosShapes.Resource),
  field(4, "optional", "container", mesosShapes.ContainerInfo),
  field(5, "map", "limits", mesosShapes.Value_Scalar),
]);
define(Call_WaitContainer, [
  field(1, "required", "container_id", mesosShapes.ContainerID),
]);
define(Call_KillContainer, [
  field(1, "required", "container_id", mesosShapes.ContainerID),
  field(2, "optional", "signal", "int32"),
]);
define(Call_RemoveContainer, [
  field(1, "required", "container_id", mesosShapes.ContainerID),
]);
define(Call_AddResourceProviderConfig, [
  field(1, "required", "info", mesosShapes.ResourceProviderInfo),
]);
define(Call_UpdateResourceProviderConfig, [
  field(1, "required", "info", mesosShapes.ResourceProviderInfo),
]);
define(Call_RemoveResourceProviderConfig, [
  field(1, "required", "type", "string"),
  field(2, "required", "name", "string"),
]);
define(Call_MarkResourceProviderGone, [
  field(1, "required", "resource_provider_id", mesosShapes.ResourceProviderID),
]);
define(Call_PruneImages, [
  field(1, "repeated", "excluded_images", mesosShapes.Image),
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
  field(10, "optional", "get_containers", Response_GetContainers),
  field(11, "optional", "get_frameworks", Response_GetFrameworks),
  field(12, "optional", "get_executors", Response_GetExecutors),
  field(18, "optional", "get_operations", Response_GetOperations),
  field(13, "optional", "get_tasks", Response_GetTasks),
  field(15, "optional", "get_agent", Response_GetAgent),
  field(17, "optional", "get_resource_providers", Response_GetResourceProviders),
  field(14, "optional", "wait_nested_container", Response_WaitNestedContainer),
  field(16, "optional", "wait_container", Response_WaitContainer),
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
]);
define(Response_GetContainers, [
  field(1, "repeated", "containers", Response_GetContainers_Container),
]);
define(Response_GetContainers_Container, [
  field(1, "optional", "framework_id", mesosShapes.FrameworkID),
  field(2, "optional", "executor_id", mesosShapes.ExecutorID),
  field(3, "optional", "executor_name", "string"),
  field(4, "required", "container_id", mesosShapes.ContainerID),
  field(5, "optional", "container_status", mesosShapes.ContainerStatus),
  field(6, "optional", "resource_statistics", mesosShapes.ResourceStatistics),
]);
define(Response_GetFrameworks, [
  field(1, "repeated", "frameworks", Response_GetFrameworks_Framework),
  field(2, "repeated", "completed_frameworks", Response_GetFrameworks_Framework),
]);
define(Response_GetFrameworks_Framework, [
  field(1, "required", "framework_info", mesosShapes.FrameworkInfo),
]);
define(Response_GetExecutors, [
  field(1, "repeated", "executors", Response_GetExecutors_Executor),
  field(2, "repeated", "completed_executors", Response_GetExecutors_Executor),
]);
define(Response_GetExecutors_Executor, [
  field(1, "required", "executor_info", mesosShapes.ExecutorInfo),
]);
define(Response_GetOperations, [
  field(1, "repeated", "operations", mesosShapes.Operation),
]);
define(Response_GetTasks, [
  field(1, "repeated", "pending_tasks", mesosShapes.Task),
  field(2, "repeated", "queued_tasks", mesosShapes.Task),
  field(3, "repeated", "launched_tasks", mesosShapes.Task),
  field(4, "repeated", "terminated_tasks", mesosShapes.Task),
  field(5, "repeated", "completed_tasks", mesosShapes.Task),
]);
define(Response_GetAgent, [
  field(1, "optional", "agent_info", mesosShapes.AgentInfo),
  field(2, "optional", "drain_config", mesosShapes.DrainConfig),
  field(3, "optional", "estimated_drain_start_time", mesosShapes.TimeInfo),
]);
define(Response_GetResourceProviders, [
  field(1, "repeated", "resource_providers", Response_GetResourceProviders_ResourceProvider),
]);
define(Response_GetResourceProviders_ResourceProvider, [
  field(1, "required", "resource_provider_info", mesosShapes.ResourceProviderInfo),
  field(2, "repeated", "total_resources", mesosShapes.Resource),
]);
define(Response_WaitNestedContainer, [
  field(1, "optional", "exit_status", "int32"),
  field(2, "optional", "state", mesosShapes.TaskState),
  field(3, "optional", "reason", mesosShapes.TaskStatus_Reason),
  field(4, "optional", "limitation", mesosShapes.TaskResourceLimitation),
  field(5, "optional", "message", "string"),
]);
define(Response_WaitContainer, [
  field(1, "optional", "exit_status", "int32"),
  field(2, "optional", "state", mesosShapes.TaskState),
  field(3, "optional", "reason", mesosShapes.TaskStatus_Reason),
  field(4, "optional", "limitation", mesosShapes.TaskResourceLimitation),
  field(5, "optional", "message", "string"),
]);
define(ProcessIO, [
  field(1, "optional", "type", ProcessIO_Type),
  field(2, "optional", "data", ProcessIO_Data),
  field(3, "optional", "control", ProcessIO_Control),
]);
define(ProcessIO_Data, [
  field(1, "optional", "type", ProcessIO_Data_Type),
  field(2, "optional", "data", "bytes"),
]);
define(ProcessIO_Control, [
  field(1, "optional", "type", ProcessIO_Control_Type),
  field(2, "optional", "tty_info", mesosShapes.TTYInfo),
  field(3, "optional", "heartbeat", ProcessIO_Control_Heartbeat),
]);
define(ProcessIO_Control_Heartbeat, [
  field(1, "optional", "interval", mesosShapes.DurationInfo),
]);
