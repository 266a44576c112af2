// Made by `npm run generate` from src/wire/proto/agent.proto. Do not edit.
import type {
  AgentInfo,
  CommandInfo,
  ContainerID,
  ContainerInfo,
  ContainerStatus,
  DrainConfig,
  DurationInfo,
  ExecutorID,
  ExecutorInfo,
  FileInfo,
  Flag,
  FrameworkID,
  FrameworkInfo,
  Image,
  Metric,
  Operation,
  Resource,
  ResourceProviderID,
  ResourceProviderInfo,
  ResourceStatistics,
  TTYInfo,
  Task,
  TaskResourceLimitation,
  TaskState,
  TaskStatus_Reason,
  TimeInfo,
  Value_Scalar,
  VersionInfo,
} from "./mesos.ts";

/** mesos.v1.agent.Call */
export interface Call {
  readonly type?: Call_Type;
  readonly get_metrics?: Call_GetMetrics;
  readonly set_logging_level?: Call_SetLoggingLevel;
  readonly list_files?: Call_ListFiles;
  readonly read_file?: Call_ReadFile;
  readonly get_containers?: Call_GetContainers;
  /** Deprecated. */
  readonly launch_nested_container?: Call_LaunchNestedContainer;
  /** Deprecated. */
  readonly wait_nested_container?: Call_WaitNestedContainer;
  /** Deprecated. */
  readonly kill_nested_container?: Call_KillNestedContainer;
  /** Deprecated. */
  readonly remove_nested_container?: Call_RemoveNestedContainer;
  readonly launch_nested_container_session?: Call_LaunchNestedContainerSession;
  readonly attach_container_input?: Call_AttachContainerInput;
  readonly attach_container_output?: Call_AttachContainerOutput;
  readonly launch_container?: Call_LaunchContainer;
  readonly wait_container?: Call_WaitContainer;
  readonly kill_container?: Call_KillContainer;
  readonly remove_container?: Call_RemoveContainer;
  readonly add_resource_provider_config?: Call_AddResourceProviderConfig;
  readonly update_resource_provider_config?: Call_UpdateResourceProviderConfig;
  readonly remove_resource_provider_config?: Call_RemoveResourceProviderConfig;
  readonly mark_resource_provider_gone?: Call_MarkResourceProviderGone;
  readonly prune_images?: Call_PruneImages;
}

/** mesos.v1.agent.Call.GetMetrics */
export interface Call_GetMetrics {
  readonly timeout?: DurationInfo;
}

/** mesos.v1.agent.Call.SetLoggingLevel */
export interface Call_SetLoggingLevel {
  readonly level: number;
  readonly duration: DurationInfo;
}

/** mesos.v1.agent.Call.ListFiles */
export interface Call_ListFiles {
  readonly path: string;
}

/** mesos.v1.agent.Call.ReadFile */
export interface Call_ReadFile {
  readonly path: string;
  readonly offset: number;
  readonly length?: number;
}

/** mesos.v1.agent.Call.GetContainers */
export interface Call_GetContainers {
  readonly show_nested?: boolean;
  readonly show_standalone?: boolean;
}

/** mesos.v1.agent.Call.LaunchNestedContainer */
export interface Call_LaunchNestedContainer {
  readonly container_id: ContainerID;
  readonly command?: CommandInfo;
  readonly container?: ContainerInfo;
}

/** mesos.v1.agent.Call.WaitNestedContainer */
export interface Call_WaitNestedContainer {
  readonly container_id: ContainerID;
}

/** mesos.v1.agent.Call.KillNestedContainer */
export interface Call_KillNestedContainer {
  readonly container_id: ContainerID;
  readonly signal?: number;
}

/** mesos.v1.agent.Call.RemoveNestedContainer */
export interface Call_RemoveNestedContainer {
  readonly container_id: ContainerID;
}

/** mesos.v1.agent.Call.LaunchNestedContainerSession */
export interface Call_LaunchNestedContainerSession {
  readonly container_id: ContainerID;
  readonly command?: CommandInfo;
  readonly container?: ContainerInfo;
}

/** mesos.v1.agent.Call.AttachContainerInput */
export interface Call_AttachContainerInput {
  readonly type?: Call_AttachContainerInput_Type;
  readonly container_id?: ContainerID;
  readonly process_io?: ProcessIO;
}

/** mesos.v1.agent.Call.AttachContainerInput.Type */
export type Call_AttachContainerInput_Type =
  | "UNKNOWN"
  | "CONTAINER_ID"
  | "PROCESS_IO";

/** mesos.v1.agent.Call.AttachContainerOutput */
export interface Call_AttachContainerOutput {
  readonly container_id: ContainerID;
}

/** mesos.v1.agent.Call.LaunchContainer */
export interface Call_LaunchContainer {
  readonly container_id: ContainerID;
  readonly command?: CommandInfo;
  readonly resources?: readonly Resource[];
  readonly container?: ContainerInfo;
  readonly limits?: Readonly<Record<string, Value_Scalar>>;
}

/** mesos.v1.agent.Call.WaitContainer */
export interface Call_WaitContainer {
  readonly container_id: ContainerID;
}

/** mesos.v1.agent.Call.KillContainer */
export interface Call_KillContainer {
  readonly container_id: ContainerID;
  readonly signal?: number;
}

/** mesos.v1.agent.Call.RemoveContainer */
export interface Call_RemoveContainer {
  readonly container_id: ContainerID;
}

/** mesos.v1.agent.Call.AddResourceProviderConfig */
export interface Call_AddResourceProviderConfig {
  readonly info: ResourceProviderInfo;
}

/** mesos.v1.agent.Call.UpdateResourceProviderConfig */
export interface Call_UpdateResourceProviderConfig {
  readonly info: ResourceProviderInfo;
}

/** mesos.v1.agent.Call.RemoveResourceProviderConfig */
export interface Call_RemoveResourceProviderConfig {
  readonly type: string;
  readonly name: string;
}

/** mesos.v1.agent.Call.MarkResourceProviderGone */
export interface Call_MarkResourceProviderGone {
  readonly resource_provider_id: ResourceProviderID;
}

/** mesos.v1.agent.Call.PruneImages */
export interface Call_PruneImages {
  readonly excluded_images?: readonly Image[];
}

/** mesos.v1.agent.Call.Type */
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
  | "GET_CONTAINERS"
  | "GET_FRAMEWORKS"
  | "GET_EXECUTORS"
  | "GET_TASKS"
  | "LAUNCH_NESTED_CONTAINER"
  | "WAIT_NESTED_CONTAINER"
  | "KILL_NESTED_CONTAINER"
  | "LAUNCH_NESTED_CONTAINER_SESSION"
  | "ATTACH_CONTAINER_INPUT"
  | "ATTACH_CONTAINER_OUTPUT"
  | "GET_AGENT"
  | "REMOVE_NESTED_CONTAINER"
  | "LAUNCH_CONTAINER"
  | "WAIT_CONTAINER"
  | "KILL_CONTAINER"
  | "REMOVE_CONTAINER"
  | "GET_RESOURCE_PROVIDERS"
  | "ADD_RESOURCE_PROVIDER_CONFIG"
  | "UPDATE_RESOURCE_PROVIDER_CONFIG"
  | "REMOVE_RESOURCE_PROVIDER_CONFIG"
  | "PRUNE_IMAGES"
  | "GET_OPERATIONS"
  | "MARK_RESOURCE_PROVIDER_GONE";

/** mesos.v1.agent.Response */
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
  readonly get_containers?: Response_GetContainers;
  readonly get_frameworks?: Response_GetFrameworks;
  readonly get_executors?: Response_GetExecutors;
  readonly get_operations?: Response_GetOperations;
  readonly get_tasks?: Response_GetTasks;
  readonly get_agent?: Response_GetAgent;
  readonly get_resource_providers?: Response_GetResourceProviders;
  readonly wait_nested_container?: Response_WaitNestedContainer;
  readonly wait_container?: Response_WaitContainer;
}

/** mesos.v1.agent.Response.GetHealth */
export interface Response_GetHealth {
  readonly healthy: boolean;
}

/** mesos.v1.agent.Response.GetFlags */
export interface Response_GetFlags {
  readonly flags?: readonly Flag[];
}

/** mesos.v1.agent.Response.GetVersion */
export interface Response_GetVersion {
  readonly version_info: VersionInfo;
}

/** mesos.v1.agent.Response.GetMetrics */
export interface Response_GetMetrics {
  readonly metrics?: readonly Metric[];
}

/** mesos.v1.agent.Response.GetLoggingLevel */
export interface Response_GetLoggingLevel {
  readonly level: number;
}

/** mesos.v1.agent.Response.ListFiles */
export interface Response_ListFiles {
  readonly file_infos?: readonly FileInfo[];
}

/** mesos.v1.agent.Response.ReadFile */
export interface Response_ReadFile {
  readonly size: number;
  readonly data: Uint8Array;
}

/** mesos.v1.agent.Response.GetState */
export interface Response_GetState {
  readonly get_tasks?: Response_GetTasks;
  readonly get_executors?: Response_GetExecutors;
  readonly get_frameworks?: Response_GetFrameworks;
}

/** mesos.v1.agent.Response.GetContainers */
export interface Response_GetContainers {
  readonly containers?: readonly Response_GetContainers_Container[];
}

/** mesos.v1.agent.Response.GetContainers.Container */
export interface Response_GetContainers_Container {
  readonly framework_id?: FrameworkID;
  readonly executor_id?: ExecutorID;
  readonly executor_name?: string;
  readonly container_id: ContainerID;
  readonly container_status?: ContainerStatus;
  readonly resource_statistics?: ResourceStatistics;
}

/** mesos.v1.agent.Response.GetFrameworks */
export interface Response_GetFrameworks {
  readonly frameworks?: readonly Response_GetFrameworks_Framework[];
  readonly completed_frameworks?: readonly Response_GetFrameworks_Framework[];
}

/** mesos.v1.agent.Response.GetFrameworks.Framework */
export interface Response_GetFrameworks_Framework {
  readonly framework_info: FrameworkInfo;
}

/** mesos.v1.agent.Response.GetExecutors */
export interface Response_GetExecutors {
  readonly executors?: readonly Response_GetExecutors_Executor[];
  readonly completed_executors?: readonly Response_GetExecutors_Executor[];
}

/** mesos.v1.agent.Response.GetExecutors.Executor */
export interface Response_GetExecutors_Executor {
  readonly executor_info: ExecutorInfo;
}

/** mesos.v1.agent.Response.GetOperations */
export interface Response_GetOperations {
  readonly operations?: readonly Operation[];
}

/** mesos.v1.agent.Response.GetTasks */
export interface Response_GetTasks {
  readonly pending_tasks?: readonly Task[];
  readonly queued_tasks?: readonly Task[];
  readonly launched_tasks?: readonly Task[];
  readonly terminated_tasks?: readonly Task[];
  readonly completed_tasks?: readonly Task[];
}

/** mesos.v1.agent.Response.GetAgent */
export interface Response_GetAgent {
  readonly agent_info?: AgentInfo;
  readonly drain_config?: DrainConfig;
  readonly estimated_drain_start_time?: TimeInfo;
}

/** mesos.v1.agent.Response.GetResourceProviders */
export interface Response_GetResourceProviders {
  readonly resource_providers?: readonly Response_GetResourceProviders_ResourceProvider[];
}

/** mesos.v1.agent.Response.GetResourceProviders.ResourceProvider */
export interface Response_GetResourceProviders_ResourceProvider {
  readonly resource_provider_info: ResourceProviderInfo;
  readonly total_resources?: readonly Resource[];
}

/** mesos.v1.agent.Response.WaitNestedContainer */
export interface Response_WaitNestedContainer {
  readonly exit_status?: number;
  readonly state?: TaskState;
  readonly reason?: TaskStatus_Reason;
  readonly limitation?: TaskResourceLimitation;
  readonly message?: string;
}

/** mesos.v1.agent.Response.WaitContainer */
export interface Response_WaitContainer {
  readonly exit_status?: number;
  readonly state?: TaskState;
  readonly reason?: TaskStatus_Reason;
  readonly limitation?: TaskResourceLimitation;
  readonly message?: string;
}

/** mesos.v1.agent.Response.Type */
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
  | "GET_CONTAINERS"
  | "GET_FRAMEWORKS"
  | "GET_EXECUTORS"
  | "GET_TASKS"
  | "WAIT_NESTED_CONTAINER"
  | "GET_AGENT"
  | "WAIT_CONTAINER"
  | "GET_RESOURCE_PROVIDERS"
  | "GET_OPERATIONS";

/** mesos.v1.agent.ProcessIO */
export interface ProcessIO {
  readonly type?: ProcessIO_Type;
  readonly data?: ProcessIO_Data;
  readonly control?: ProcessIO_Control;
}

/** mesos.v1.agent.ProcessIO.Data */
export interface ProcessIO_Data {
  readonly type?: ProcessIO_Data_Type;
  readonly data?: Uint8Array;
}

/** mesos.v1.agent.ProcessIO.Data.Type */
export type ProcessIO_Data_Type =
  | "UNKNOWN"
  | "STDIN"
  | "STDOUT"
  | "STDERR";

/** mesos.v1.agent.ProcessIO.Control */
export interface ProcessIO_Control {
  readonly type?: ProcessIO_Control_Type;
  readonly tty_info?: TTYInfo;
  readonly heartbeat?: ProcessIO_Control_Heartbeat;
}

/** mesos.v1.agent.ProcessIO.Control.Heartbeat */
export interface ProcessIO_Control_Heartbeat {
  readonly interval?: DurationInfo;
}

/** mesos.v1.agent.ProcessIO.Control.Type */
export type ProcessIO_Control_Type =
  | "UNKNOWN"
  | "TTY_INFO"
  | "HEARTBEAT";

/** mesos.v1.agent.ProcessIO.Type */
export type ProcessIO_Type =
  | "UNKNOWN"
  | "DATA"
  | "CONTROL";
