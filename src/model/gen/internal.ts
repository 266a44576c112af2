// Made by `npm run generate` from src/wire/proto/internal.proto. Do not edit.
import type {
  AgentID,
  AgentInfo,
  AgentInfo_Capability,
  DrainConfig,
  ExecutorID,
  ExecutorInfo,
  Filters,
  FrameworkID,
  FrameworkInfo,
  InverseOffer,
  KillPolicy,
  MasterInfo,
  Offer,
  OfferID,
  Offer_Operation,
  Operation,
  OperationID,
  OperationStatus,
  Request,
  Resource,
  ResourceProviderID,
  ResourceProviderInfo,
  Task,
  TaskGroupInfo,
  TaskID,
  TaskInfo,
  TaskState,
  TaskStatus,
  UUID,
} from "./mesos.ts";
import type { Call, Event } from "./resource_provider.ts";

/** mesos.internal.StatusUpdate */
export interface StatusUpdate {
  readonly framework_id: FrameworkID;
  readonly executor_id?: ExecutorID;
  readonly agent_id?: AgentID;
  readonly status: TaskStatus;
  readonly timestamp: number;
  readonly uuid?: Uint8Array;
  readonly latest_state?: TaskState;
}

/** mesos.internal.StatusUpdateRecord */
export interface StatusUpdateRecord {
  readonly type: StatusUpdateRecord_Type;
  readonly update?: StatusUpdate;
  readonly uuid?: Uint8Array;
}

/** mesos.internal.StatusUpdateRecord.Type */
export type StatusUpdateRecord_Type =
  | "UPDATE"
  | "ACK";

/** mesos.internal.SubmitSchedulerRequest */
export interface SubmitSchedulerRequest {
  readonly name: string;
}

/** mesos.internal.SubmitSchedulerResponse */
export interface SubmitSchedulerResponse {
  readonly okay: boolean;
}

/** mesos.internal.ExecutorToFrameworkMessage */
export interface ExecutorToFrameworkMessage {
  readonly agent_id: AgentID;
  readonly framework_id: FrameworkID;
  readonly executor_id: ExecutorID;
  readonly data: Uint8Array;
}

/** mesos.internal.FrameworkToExecutorMessage */
export interface FrameworkToExecutorMessage {
  readonly agent_id: AgentID;
  readonly framework_id: FrameworkID;
  readonly executor_id: ExecutorID;
  readonly data: Uint8Array;
}

/** mesos.internal.RegisterFrameworkMessage */
export interface RegisterFrameworkMessage {
  readonly framework: FrameworkInfo;
}

/** mesos.internal.ReregisterFrameworkMessage */
export interface ReregisterFrameworkMessage {
  readonly framework: FrameworkInfo;
  readonly failover: boolean;
}

/** mesos.internal.FrameworkRegisteredMessage */
export interface FrameworkRegisteredMessage {
  readonly framework_id: FrameworkID;
  readonly master_info: MasterInfo;
}

/** mesos.internal.FrameworkReregisteredMessage */
export interface FrameworkReregisteredMessage {
  readonly framework_id: FrameworkID;
  readonly master_info: MasterInfo;
}

/** mesos.internal.UnregisterFrameworkMessage */
export interface UnregisterFrameworkMessage {
  readonly framework_id: FrameworkID;
}

/** mesos.internal.DeactivateFrameworkMessage */
export interface DeactivateFrameworkMessage {
  readonly framework_id: FrameworkID;
}

/** mesos.internal.ResourceRequestMessage */
export interface ResourceRequestMessage {
  readonly framework_id: FrameworkID;
  readonly requests?: readonly Request[];
}

/** mesos.internal.ResourceOffersMessage */
export interface ResourceOffersMessage {
  readonly offers?: readonly Offer[];
  readonly pids?: readonly string[];
}

/** mesos.internal.InverseOffersMessage */
export interface InverseOffersMessage {
  readonly inverse_offers?: readonly InverseOffer[];
  readonly pids?: readonly string[];
}

/** mesos.internal.LaunchTasksMessage */
export interface LaunchTasksMessage {
  readonly framework_id: FrameworkID;
  readonly tasks?: readonly TaskInfo[];
  readonly filters: Filters;
  readonly offer_ids?: readonly OfferID[];
}

/** mesos.internal.RescindResourceOfferMessage */
export interface RescindResourceOfferMessage {
  readonly offer_id: OfferID;
}

/** mesos.internal.RescindInverseOfferMessage */
export interface RescindInverseOfferMessage {
  readonly inverse_offer_id: OfferID;
}

/** mesos.internal.ReviveOffersMessage */
export interface ReviveOffersMessage {
  readonly framework_id: FrameworkID;
  readonly roles?: readonly string[];
}

/** mesos.internal.RunTaskMessage */
export interface RunTaskMessage {
  /** Deprecated. */
  readonly framework_id?: FrameworkID;
  readonly framework: FrameworkInfo;
  readonly task: TaskInfo;
  readonly resource_version_uuids?: readonly ResourceVersionUUID[];
  readonly pid?: string;
  readonly launch_executor?: boolean;
}

/** mesos.internal.RunTaskGroupMessage */
export interface RunTaskGroupMessage {
  readonly framework: FrameworkInfo;
  readonly executor: ExecutorInfo;
  readonly task_group: TaskGroupInfo;
  readonly resource_version_uuids?: readonly ResourceVersionUUID[];
  readonly launch_executor?: boolean;
}

/** mesos.internal.KillTaskMessage */
export interface KillTaskMessage {
  readonly framework_id: FrameworkID;
  readonly task_id: TaskID;
  readonly kill_policy?: KillPolicy;
}

/** mesos.internal.StatusUpdateMessage */
export interface StatusUpdateMessage {
  readonly update: StatusUpdate;
  readonly pid?: string;
}

/** mesos.internal.StatusUpdateAcknowledgementMessage */
export interface StatusUpdateAcknowledgementMessage {
  readonly agent_id: AgentID;
  readonly framework_id: FrameworkID;
  readonly task_id: TaskID;
  readonly uuid: Uint8Array;
}

/** mesos.internal.AcknowledgeOperationStatusMessage */
export interface AcknowledgeOperationStatusMessage {
  readonly status_uuid: UUID;
  readonly operation_uuid: UUID;
  readonly resource_provider_id?: ResourceProviderID;
}

/** mesos.internal.LostSlaveMessage */
export interface LostSlaveMessage {
  readonly agent_id: AgentID;
}

/** mesos.internal.ReconcileTasksMessage */
export interface ReconcileTasksMessage {
  readonly framework_id: FrameworkID;
  readonly statuses?: readonly TaskStatus[];
  readonly framework?: FrameworkInfo;
}

/** mesos.internal.ReconcileOperationsMessage */
export interface ReconcileOperationsMessage {
  readonly operations?: readonly ReconcileOperationsMessage_Operation[];
  readonly framework_id?: FrameworkID;
}

/** mesos.internal.ReconcileOperationsMessage.Operation */
export interface ReconcileOperationsMessage_Operation {
  readonly operation_uuid?: UUID;
  readonly operation_id?: OperationID;
  readonly resource_provider_id?: ResourceProviderID;
}

/** mesos.internal.FrameworkErrorMessage */
export interface FrameworkErrorMessage {
  readonly message: string;
}

/** mesos.internal.RegisterSlaveMessage */
export interface RegisterSlaveMessage {
  readonly agent: AgentInfo;
  readonly checkpointed_resources?: readonly Resource[];
  readonly version?: string;
  readonly agent_capabilities?: readonly AgentInfo_Capability[];
  readonly resource_version_uuid?: UUID;
}

/** mesos.internal.ReregisterSlaveMessage */
export interface ReregisterSlaveMessage {
  readonly agent: AgentInfo;
  readonly checkpointed_resources?: readonly Resource[];
  readonly executor_infos?: readonly ExecutorInfo[];
  readonly tasks?: readonly Task[];
  readonly frameworks?: readonly FrameworkInfo[];
  readonly completed_frameworks?: readonly Archive_Framework[];
  readonly version?: string;
  readonly agent_capabilities?: readonly AgentInfo_Capability[];
  readonly resource_version_uuid?: UUID;
}

/** mesos.internal.SlaveRegisteredMessage */
export interface SlaveRegisteredMessage {
  readonly agent_id: AgentID;
  readonly connection?: MasterSlaveConnection;
}

/** mesos.internal.SlaveReregisteredMessage */
export interface SlaveReregisteredMessage {
  readonly agent_id: AgentID;
  readonly reconciliations?: readonly ReconcileTasksMessage[];
  readonly connection?: MasterSlaveConnection;
}

/** mesos.internal.UnregisterSlaveMessage */
export interface UnregisterSlaveMessage {
  readonly agent_id: AgentID;
}

/** mesos.internal.MasterSlaveConnection */
export interface MasterSlaveConnection {
  readonly total_ping_timeout_seconds?: number;
}

/** mesos.internal.PingSlaveMessage */
export interface PingSlaveMessage {
  readonly connected: boolean;
}

/** mesos.internal.PongSlaveMessage */
export type PongSlaveMessage = Readonly<Record<string, never>>;

/** mesos.internal.ShutdownFrameworkMessage */
export interface ShutdownFrameworkMessage {
  readonly framework_id: FrameworkID;
}

/** mesos.internal.ShutdownExecutorMessage */
export interface ShutdownExecutorMessage {
  readonly executor_id?: ExecutorID;
  readonly framework_id?: FrameworkID;
}

/** mesos.internal.UpdateFrameworkMessage */
export interface UpdateFrameworkMessage {
  readonly framework_id: FrameworkID;
  readonly pid?: string;
  readonly framework_info?: FrameworkInfo;
}

/** mesos.internal.CheckpointResourcesMessage */
export interface CheckpointResourcesMessage {
  readonly resources?: readonly Resource[];
}

/** mesos.internal.ResourceVersionUUID */
export interface ResourceVersionUUID {
  readonly resource_provider_id?: ResourceProviderID;
  readonly uuid: UUID;
}

/** mesos.internal.UpdateSlaveMessage */
export interface UpdateSlaveMessage {
  readonly agent_id: AgentID;
  readonly update_oversubscribed_resources?: boolean;
  readonly oversubscribed_resources?: readonly Resource[];
  readonly operations?: UpdateSlaveMessage_Operations;
  readonly resource_version_uuid?: UUID;
  readonly resource_providers?: UpdateSlaveMessage_ResourceProviders;
}

/** mesos.internal.UpdateSlaveMessage.Operations */
export interface UpdateSlaveMessage_Operations {
  readonly operations?: readonly Operation[];
}

/** mesos.internal.UpdateSlaveMessage.ResourceProvider */
export interface UpdateSlaveMessage_ResourceProvider {
  readonly info?: ResourceProviderInfo;
  readonly total_resources?: readonly Resource[];
  readonly operations: UpdateSlaveMessage_Operations;
  readonly resource_version_uuid: UUID;
}

/** mesos.internal.UpdateSlaveMessage.ResourceProviders */
export interface UpdateSlaveMessage_ResourceProviders {
  readonly providers?: readonly UpdateSlaveMessage_ResourceProvider[];
}

/** mesos.internal.UpdateOperationStatusMessage */
export interface UpdateOperationStatusMessage {
  readonly framework_id?: FrameworkID;
  readonly agent_id?: AgentID;
  readonly status: OperationStatus;
  readonly latest_status?: OperationStatus;
  readonly operation_uuid?: UUID;
}

/** mesos.internal.UpdateOperationStatusRecord */
export interface UpdateOperationStatusRecord {
  readonly type: UpdateOperationStatusRecord_Type;
  readonly update?: UpdateOperationStatusMessage;
  readonly uuid?: UUID;
}

/** mesos.internal.UpdateOperationStatusRecord.Type */
export type UpdateOperationStatusRecord_Type =
  | "UPDATE"
  | "ACK";

/** mesos.internal.ApplyOperationMessage */
export interface ApplyOperationMessage {
  readonly framework_id?: FrameworkID;
  readonly operation_info: Offer_Operation;
  readonly operation_uuid: UUID;
  readonly resource_version_uuid: ResourceVersionUUID;
}

/** mesos.internal.ResourceProviderCallMessage */
export interface ResourceProviderCallMessage {
  readonly call: Call;
  readonly uuid?: UUID;
}

/** mesos.internal.ResourceProviderEventMessage */
export interface ResourceProviderEventMessage {
  readonly resource_provider_id: ResourceProviderID;
  readonly event: Event;
  readonly uuid?: UUID;
}

/** mesos.internal.RegisterExecutorMessage */
export interface RegisterExecutorMessage {
  readonly framework_id: FrameworkID;
  readonly executor_id: ExecutorID;
}

/** mesos.internal.ExecutorRegisteredMessage */
export interface ExecutorRegisteredMessage {
  readonly executor_info: ExecutorInfo;
  readonly framework_id: FrameworkID;
  readonly framework_info: FrameworkInfo;
  readonly agent_id: AgentID;
  readonly agent_info: AgentInfo;
}

/** mesos.internal.ExecutorReregisteredMessage */
export interface ExecutorReregisteredMessage {
  readonly agent_id: AgentID;
  readonly agent_info: AgentInfo;
}

/** mesos.internal.ExitedExecutorMessage */
export interface ExitedExecutorMessage {
  readonly agent_id: AgentID;
  readonly framework_id: FrameworkID;
  readonly executor_id: ExecutorID;
  readonly status: number;
}

/** mesos.internal.ReconnectExecutorMessage */
export interface ReconnectExecutorMessage {
  readonly agent_id: AgentID;
}

/** mesos.internal.ReregisterExecutorMessage */
export interface ReregisterExecutorMessage {
  readonly executor_id: ExecutorID;
  readonly framework_id: FrameworkID;
  readonly tasks?: readonly TaskInfo[];
  readonly updates?: readonly StatusUpdate[];
}

/** mesos.internal.DrainSlaveMessage */
export interface DrainSlaveMessage {
  readonly config: DrainConfig;
}

/** mesos.internal.ShutdownMessage */
export interface ShutdownMessage {
  readonly message?: string;
}

/** mesos.internal.Archive */
export interface Archive {
  readonly frameworks?: readonly Archive_Framework[];
}

/** mesos.internal.Archive.Framework */
export interface Archive_Framework {
  readonly framework_info: FrameworkInfo;
  readonly pid?: string;
  readonly tasks?: readonly Task[];
}

/** mesos.internal.TaskHealthStatus */
export interface TaskHealthStatus {
  readonly task_id: TaskID;
  readonly healthy: boolean;
  /** Default false. */
  readonly kill_task?: boolean;
  readonly consecutive_failures?: number;
}

/** mesos.internal.HookExecuted */
export interface HookExecuted {
  readonly module?: string;
}

/** mesos.internal.AuthenticateMessage */
export interface AuthenticateMessage {
  readonly pid: string;
}

/** mesos.internal.AuthenticationMechanismsMessage */
export interface AuthenticationMechanismsMessage {
  readonly mechanisms?: readonly string[];
}

/** mesos.internal.AuthenticationStartMessage */
export interface AuthenticationStartMessage {
  readonly mechanism: string;
  readonly data?: Uint8Array;
}

/** mesos.internal.AuthenticationStepMessage */
export interface AuthenticationStepMessage {
  readonly data: Uint8Array;
}

/** mesos.internal.AuthenticationCompletedMessage */
export type AuthenticationCompletedMessage = Readonly<Record<string, never>>;

/** mesos.internal.AuthenticationFailedMessage */
export type AuthenticationFailedMessage = Readonly<Record<string, never>>;

/** mesos.internal.AuthenticationErrorMessage */
export interface AuthenticationErrorMessage {
  readonly error?: string;
}
