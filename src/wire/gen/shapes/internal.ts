// Made by `npm run generate` from src/wire/proto/internal.proto. Do not edit.
import { define, enumShape, field, messageShape } from "../../shape.ts";
import * as mesosShapes from "./mesos.ts";
import * as resource_providerShapes from "./resource_provider.ts";

export const StatusUpdateRecord_Type = enumShape("mesos.internal.StatusUpdateRecord.Type", {
  UPDATE: 0,
  ACK: 1,
});
export const UpdateOperationStatusRecord_Type = enumShape("mesos.internal.UpdateOperationStatusRecord.Type", {
  UPDATE: 0,
  ACK: 1,
});
export const StatusUpdate = messageShape("mesos.internal.StatusUpdate");
export const StatusUpdateRecord = messageShape("mesos.internal.StatusUpdateRecord");
export const SubmitSchedulerRequest = messageShape("mesos.internal.SubmitSchedulerRequest");
export const SubmitSchedulerResponse = messageShape("mesos.internal.SubmitSchedulerResponse");
export const ExecutorToFrameworkMessage = messageShape("mesos.internal.ExecutorToFrameworkMessage");
export const FrameworkToExecutorMessage = messageShape("mesos.internal.FrameworkToExecutorMessage");
export const RegisterFrameworkMessage = messageShape("mesos.internal.RegisterFrameworkMessage");
export const ReregisterFrameworkMessage = messageShape("mesos.internal.ReregisterFrameworkMessage");
export const FrameworkRegisteredMessage = messageShape("mesos.internal.FrameworkRegisteredMessage");
export const FrameworkReregisteredMessage = messageShape("mesos.internal.FrameworkReregisteredMessage");
export const UnregisterFrameworkMessage = messageShape("mesos.internal.UnregisterFrameworkMessage");
export const DeactivateFrameworkMessage = messageShape("mesos.internal.DeactivateFrameworkMessage");
export const ResourceRequestMessage = messageShape("mesos.internal.ResourceRequestMessage");
export const ResourceOffersMessage = messageShape("mesos.internal.ResourceOffersMessage");
export const InverseOffersMessage = messageShape("mesos.internal.InverseOffersMessage");
export const LaunchTasksMessage = messageShape("mesos.internal.LaunchTasksMessage");
export const RescindResourceOfferMessage = messageShape("mesos.internal.RescindResourceOfferMessage");
export const RescindInverseOfferMessage = messageShape("mesos.internal.RescindInverseOfferMessage");
export const ReviveOffersMessage = messageShape("mesos.internal.ReviveOffersMessage");
export const RunTaskMessage = messageShape("mesos.internal.RunTaskMessage");
export const RunTaskGroupMessage = messageShape("mesos.internal.RunTaskGroupMessage");
export const KillTaskMessage = messageShape("mesos.internal.KillTaskMessage");
export const StatusUpdateMessage = messageShape("mesos.internal.StatusUpdateMessage");
export const StatusUpdateAcknowledgementMessage = messageShape("mesos.internal.StatusUpdateAcknowledgementMessage");
export const AcknowledgeOperationStatusMessage = messageShape("mesos.internal.AcknowledgeOperationStatusMessage");
export const LostSlaveMessage = messageShape("mesos.internal.LostSlaveMessage");
export const ReconcileTasksMessage = messageShape("mesos.internal.ReconcileTasksMessage");
export const ReconcileOperationsMessage = messageShape("mesos.internal.ReconcileOperationsMessage");
export const ReconcileOperationsMessage_Operation = messageShape("mesos.internal.ReconcileOperationsMessage.Operation");
export const FrameworkErrorMessage = messageShape("mesos.internal.FrameworkErrorMessage");
export const RegisterSlaveMessage = messageShape("mesos.internal.RegisterSlaveMessage");
export const ReregisterSlaveMessage = messageShape("mesos.internal.ReregisterSlaveMessage");
export const SlaveRegisteredMessage = messageShape("mesos.internal.SlaveRegisteredMessage");
export const SlaveReregisteredMessage = messageShape("mesos.internal.SlaveReregisteredMessage");
export const UnregisterSlaveMessage = messageShape("mesos.internal.UnregisterSlaveMessage");
export const MasterSlaveConnection = messageShape("mesos.internal.MasterSlaveConnection");
export const PingSlaveMessage = messageShape("mesos.internal.PingSlaveMessage");
export const PongSlaveMessage = messageShape("mesos.internal.PongSlaveMessage");
export const ShutdownFrameworkMessage = messageShape("mesos.internal.ShutdownFrameworkMessage");
export const ShutdownExecutorMessage = messageShape("mesos.internal.ShutdownExecutorMessage");
export const UpdateFrameworkMessage = messageShape("mesos.internal.UpdateFrameworkMessage");
export const CheckpointResourcesMessage = messageShape("mesos.internal.CheckpointResourcesMessage");
export const ResourceVersionUUID = messageShape("mesos.internal.ResourceVersionUUID");
export const UpdateSlaveMessage = messageShape("mesos.internal.UpdateSlaveMessage");
export const UpdateSlaveMessage_Operations = messageShape("mesos.internal.UpdateSlaveMessage.Operations");
export const UpdateSlaveMessage_ResourceProvider = messageShape("mesos.internal.UpdateSlaveMessage.ResourceProvider");
export const UpdateSlaveMessage_ResourceProviders = messageShape("mesos.internal.UpdateSlaveMessage.ResourceProviders");
export const UpdateOperationStatusMessage = messageShape("mesos.internal.UpdateOperationStatusMessage");
export const UpdateOperationStatusRecord = messageShape("mesos.internal.UpdateOperationStatusRecord");
export const ApplyOperationMessage = messageShape("mesos.internal.ApplyOperationMessage");
export const ResourceProviderCallMessage = messageShape("mesos.internal.ResourceProviderCallMessage");
export const ResourceProviderEventMessage = messageShape("mesos.internal.ResourceProviderEventMessage");
export const RegisterExecutorMessage = messageShape("mesos.internal.RegisterExecutorMessage");
export const ExecutorRegisteredMessage = messageShape("mesos.internal.ExecutorRegisteredMessage");
export const ExecutorReregisteredMessage = messageShape("mesos.internal.ExecutorReregisteredMessage");
export const ExitedExecutorMessage = messageShape("mesos.internal.ExitedExecutorMessage");
export const ReconnectExecutorMessage = messageShape("mesos.internal.ReconnectExecutorMessage");
export const ReregisterExecutorMessage = messageShape("mesos.internal.ReregisterExecutorMessage");
export const DrainSlaveMessage = messageShape("mesos.internal.DrainSlaveMessage");
export const ShutdownMessage = messageShape("mesos.internal.ShutdownMessage");
export const Archive = messageShape("mesos.internal.Archive");
export const Archive_Framework = messageShape("mesos.internal.Archive.Framework");
export const TaskHealthStatus = messageShape("mesos.internal.TaskHealthStatus");
export const HookExecuted = messageShape("mesos.internal.HookExecuted");
export const AuthenticateMessage = messageShape("mesos.internal.AuthenticateMessage");
export const AuthenticationMechanismsMessage = messageShape("mesos.internal.AuthenticationMechanismsMessage");
export const AuthenticationStartMessage = messageShape("mesos.internal.AuthenticationStartMessage");
export const AuthenticationStepMessage = messageShape("mesos.internal.AuthenticationStepMessage");
export const AuthenticationCompletedMessage = messageShape("mesos.internal.AuthenticationCompletedMessage");
export const AuthenticationFailedMessage = messageShape("mesos.internal.AuthenticationFailedMessage");
export const AuthenticationErrorMessage = messageShape("mesos.internal.AuthenticationErrorMessage");

define(StatusUpdate, [
  field(1, "required", "framework_id", mesosShapes.FrameworkID),
  field(2, "optional", "executor_id", mesosShapes.ExecutorID),
  field(3, "optional", "agent_id", mesosShapes.AgentID),
  field(4, "required", "status", mesosShapes.TaskStatus),
  field(5, "required", "timestamp", "double"),
  field(6, "optional", "uuid", "bytes"),
  field(7, "optional", "latest_state", mesosShapes.TaskState),
]);
define(StatusUpdateRecord, [
  field(1, "required", "type", StatusUpdateRecord_Type),
  field(2, "optional", "update", StatusUpdate),
  field(3, "optional", "uuid", "bytes"),
]);
define(SubmitSchedulerRequest, [
  field(1, "required", "name", "string"),
]);
define(SubmitSchedulerResponse, [
  field(1, "required", "okay", "bool"),
]);
define(ExecutorToFrameworkMessage, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
  field(2, "required", "framework_id", mesosShapes.FrameworkID),
  field(3, "required", "executor_id", mesosShapes.ExecutorID),
  field(4, "required", "data", "bytes"),
]);
define(FrameworkToExecutorMessage, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
  field(2, "required", "framework_id", mesosShapes.FrameworkID),
  field(3, "required", "executor_id", mesosShapes.ExecutorID),
  field(4, "required", "data", "bytes"),
]);
define(RegisterFrameworkMessage, [
  field(1, "required", "framework", mesosShapes.FrameworkInfo),
]);
define(ReregisterFrameworkMessage, [
  field(2, "required", "framework", mesosShapes.FrameworkInfo),
  field(3, "required", "failover", "bool"),
]);
define(FrameworkRegisteredMessage, [
  field(1, "required", "framework_id", mesosShapes.FrameworkID),
  field(2, "required", "master_info", mesosShapes.MasterInfo),
]);
define(FrameworkReregisteredMessage, [
  field(1, "required", "framework_id", mesosShapes.FrameworkID),
  field(2, "required", "master_info", mesosShapes.MasterInfo),
]);
define(UnregisterFrameworkMessage, [
  field(1, "required", "framework_id", mesosShapes.FrameworkID),
]);
define(DeactivateFrameworkMessage, [
  field(1, "required", "framework_id", mesosShapes.FrameworkID),
]);
define(ResourceRequestMessage, [
  field(1, "required", "framework_id", mesosShapes.FrameworkID),
  field(2, "repeated", "requests", mesosShapes.Request),
]);
define(ResourceOffersMessage, [
  field(1, "repeated", "offers", mesosShapes.Offer),
  field(2, "repeated", "pids", "string"),
]);
define(InverseOffersMessage, [
  field(1, "repeated", "inverse_offers", mesosShapes.InverseOffer),
  field(2, "repeated", "pids", "string"),
]);
define(LaunchTasksMessage, [
  field(1, "required", "framework_id", mesosShapes.FrameworkID),
  field(3, "repeated", "tasks", mesosShapes.TaskInfo),
  field(5, "required", "filters", mesosShapes.Filters),
  field(6, "repeated", "offer_ids", mesosShapes.OfferID),
]);
define(RescindResourceOfferMessage, [
  field(1, "required", "offer_id", mesosShapes.OfferID),
]);
define(RescindInverseOfferMessage, [
  field(1, "required", "inverse_offer_id", mesosShapes.OfferID),
]);
define(ReviveOffersMessage, [
  field(1, "required", "framework_id", mesosShapes.FrameworkID),
  field(2, "repeated", "roles", "string"),
]);
define(RunTaskMessage, [
  field(1, "optional", "framework_id", mesosShapes.FrameworkID),
  field(2, "required", "framework", mesosShapes.FrameworkInfo),
  field(4, "required", "task", mesosShapes.TaskInfo),
  field(5, "repeated", "resource_version_uuids", ResourceVersionUUID),
  field(3, "optional", "pid", "string"),
  field(6, "optional", "launch_executor", "bool"),
]);
define(RunTaskGroupMessage, [
  field(1, "required", "framework", mesosShapes.FrameworkInfo),
  field(2, "required", "executor", mesosShapes.ExecutorInfo),
  field(3, "required", "task_group", mesosShapes.TaskGroupInfo),
  field(4, "repeated", "resource_version_uuids", ResourceVersionUUID),
  field(5, "optional", "launch_executor", "bool"),
]);
define(KillTaskMessage, [
  field(1, "required", "framework_id", mesosShapes.FrameworkID),
  field(2, "required", "task_id", mesosShapes.TaskID),
  field(3, "optional", "kill_policy", mesosShapes.KillPolicy),
]);
define(StatusUpdateMessage, [
  field(1, "required", "update", StatusUpdate),
  field(2, "optional", "pid", "string"),
]);
define(StatusUpdateAcknowledgementMessage, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
  field(2, "required", "framework_id", mesosShapes.FrameworkID),
  field(3, "required", "task_id", mesosShapes.TaskID),
  field(4, "required", "uuid", "bytes"),
]);
define(AcknowledgeOperationStatusMessage, [
  field(1, "required", "status_uuid", mesosShapes.UUID),
  field(2, "required", "operation_uuid", mesosShapes.UUID),
  field(3, "optional", "resource_provider_id", mesosShapes.ResourceProviderID),
]);
define(LostSlaveMessage, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
]);
define(ReconcileTasksMessage, [
  field(1, "required", "framework_id", mesosShapes.FrameworkID),
  field(2, "repeated", "statuses", mesosShapes.TaskStatus),
  field(3, "optional", "framework", mesosShapes.FrameworkInfo),
]);
define(ReconcileOperationsMessage, [
  field(1, "repeated", "operations", ReconcileOperationsMessage_Operation),
  field(2, "optional", "framework_id", mesosShapes.FrameworkID),
]);
define(ReconcileOperationsMessage_Operation, [
  field(1, "optional", "operation_uuid", mesosShapes.UUID),
  field(3, "optional", "operation_id", mesosShapes.OperationID),
  field(2, "optional", "resource_provider_id", mesosShapes.ResourceProviderID),
]);
define(FrameworkErrorMessage, [
  field(2, "required", "message", "string"),
]);
define(RegisterSlaveMessage, [
  field(1, "required", "agent", mesosShapes.AgentInfo),
  field(3, "repeated", "checkpointed_resources", mesosShapes.Resource),
  field(2, "optional", "version", "string"),
  field(4, "repeated", "agent_capabilities", mesosShapes.AgentInfo_Capability),
  field(5, "optional", "resource_version_uuid", mesosShapes.UUID),
]);
define(ReregisterSlaveMessage, [
  field(2, "required", "agent", mesosShapes.AgentInfo),
  field(7, "repeated", "checkpointed_resources", mesosShapes.Resource),
  field(4, "repeated", "executor_infos", mesosShapes.ExecutorInfo),
  field(3, "repeated", "tasks", mesosShapes.Task),
  field(8, "repeated", "frameworks", mesosShapes.FrameworkInfo),
  field(5, "repeated", "completed_frameworks", Archive_Framework),
  field(6, "optional", "version", "string"),
  field(9, "repeated", "agent_capabilities", mesosShapes.AgentInfo_Capability),
  field(10, "optional", "resource_version_uuid", mesosShapes.UUID),
]);
define(SlaveRegisteredMessage, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
  field(2, "optional", "connection", MasterSlaveConnection),
]);
define(SlaveReregisteredMessage, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
  field(2, "repeated", "reconciliations", ReconcileTasksMessage),
  field(3, "optional", "connection", MasterSlaveConnection),
]);
define(UnregisterSlaveMessage, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
]);
define(MasterSlaveConnection, [
  field(1, "optional", "total_ping_timeout_seconds", "double"),
]);
define(PingSlaveMessage, [
  field(1, "required", "connected", "bool"),
]);
define(PongSlaveMessage, []);
define(ShutdownFrameworkMessage, [
  field(1, "required", "framework_id", mesosShapes.FrameworkID),
]);
define(ShutdownExecutorMessage, [
  field(1, "optional", "executor_id", mesosShapes.ExecutorID),
  field(2, "optional", "framework_id", mesosShapes.FrameworkID),
]);
define(UpdateFrameworkMessage, [
  field(1, "required", "framework_id", mesosShapes.FrameworkID),
  field(2, "optional", "pid", "string"),
  field(3, "optional", "framework_info", mesosShapes.FrameworkInfo),
]);
define(CheckpointResourcesMessage, [
  field(1, "repeated", "resources", mesosShapes.Resource),
]);
define(ResourceVersionUUID, [
  field(1, "optional", "resource_provider_id", mesosShapes.ResourceProviderID),
  field(2, "required", "uuid", mesosShapes.UUID),
]);
define(UpdateSlaveMessage, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
  field(5, "optional", "update_oversubscribed_resources", "bool"),
  field(2, "repeated", "oversubscribed_resources", mesosShapes.Resource),
  field(6, "optional", "operations", UpdateSlaveMessage_Operations),
  field(7, "optional", "resource_version_uuid", mesosShapes.UUID),
  field(8, "optional", "resource_providers", UpdateSlaveMessage_ResourceProviders),
]);
define(UpdateSlaveMessage_Operations, [
  field(1, "repeated", "operations", mesosShapes.Operation),
]);
define(UpdateSlaveMessage_ResourceProvider, [
  field(1, "optional", "info", mesosShapes.ResourceProviderInfo),
  field(2, "repeated", "total_resources", mesosShapes.Resource),
  field(3, "required", "operations", UpdateSlaveMessage_Operations),
  field(4, "required", "resource_version_uuid", mesosShapes.UUID),
]);
define(UpdateSlaveMessage_ResourceProviders, [
  field(1, "repeated", "providers", UpdateSlaveMessage_ResourceProvider),
]);
define(UpdateOperationStatusMessage, [
  field(1, "optional", "framework_id", mesosShapes.FrameworkID),
  field(2, "optional", "agent_id", mesosShapes.AgentID),
  field(3, "required", "status", mesosShapes.OperationStatus),
  field(4, "optional", "latest_status", mesosShapes.OperationStatus),
  field(5, "optional", "operation_uuid", mesosShapes.UUID),
]);
define(UpdateOperationStatusRecord, [
  field(1, "required", "type", UpdateOperationStatusRecord_Type),
  field(2, "optional", "update", UpdateOperationStatusMessage),
  field(3, "optional", "uuid", mesosShapes.UUID),
]);
define(ApplyOperationMessage, [
  field(1, "optional", "framework_id", mesosShapes.FrameworkID),
  field(2, "required", "operation_info", mesosShapes.Offer_Operation),
  field(3, "required", "operation_uuid", mesosShapes.UUID),
  field(4, "required", "resource_version_uuid", ResourceVersionUUID),
]);
define(ResourceProviderCallMessage, [
  field(1, "required", "call", resource_providerShapes.Call),
  field(2, "optional", "uuid", mesosShapes.UUID),
]);
define(ResourceProviderEventMessage, [
  field(1, "required", "resource_provider_id", mesosShapes.ResourceProviderID),
  field(2, "required", "event", resource_providerShapes.Event),
  field(3, "optional", "uuid", mesosShapes.UUID),
]);
define(RegisterExecutorMessage, [
  field(1, "required", "framework_id", mesosShapes.FrameworkID),
  field(2, "required", "executor_id", mesosShapes.ExecutorID),
]);
define(ExecutorRegisteredMessage, [
  field(2, "required", "executor_info", mesosShapes.ExecutorInfo),
  field(3, "required", "framework_id", mesosShapes.FrameworkID),
  field(4, "required", "framework_info", mesosShapes.FrameworkInfo),
  field(5, "required", "agent_id", mesosShapes.AgentID),
  field(6, "required", "agent_info", mesosShapes.AgentInfo),
]);
define(ExecutorReregisteredMessage, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
  field(2, "required", "agent_info", mesosShapes.AgentInfo),
]);
define(ExitedExecutorMessage, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
  field(2, "required", "framework_id", mesosShapes.FrameworkID),
  field(3, "required", "executor_id", mesosShapes.ExecutorID),
  field(4, "required", "status", "int32"),
]);
define(ReconnectExecutorMessage, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
]);
define(ReregisterExecutorMessage, [
  field(1, "required", "executor_id", mesosShapes.ExecutorID),
  field(2, "required", "framework_id", mesosShapes.FrameworkID),
  field(3, "repeated", "tasks", mesosShapes.TaskInfo),
  field(4, "repeated", "updates", StatusUpdate),
]);
define(DrainSlaveMessage, [
  field(1, "required", "config", mesosShapes.DrainConfig),
]);
define(ShutdownMessage, [
  field(1, "optional", "message", "string"),
]);
define(Archive, [
  field(1, "repeated", "frameworks", Archive_Framework),
]);
define(Archive_Framework, [
  field(1, "required", "framework_info", mesosShapes.FrameworkInfo),
  field(2, "optional", "pid", "string"),
  field(3, "repeated", "tasks", mesosShapes.Task),
]);
define(TaskHealthStatus, [
  field(1, "required", "task_id", mesosShapes.TaskID),
  field(2, "required", "healthy", "bool"),
  field(3, "optional", "kill_task", "bool", { shownDefault: false }),
  field(4, "optional", "consecutive_failures", "int32"),
]);
define(HookExecuted, [
  field(1, "optional", "module", "string"),
]);
define(AuthenticateMessage, [
  field(1, "required", "pid", "string"),
]);
define(AuthenticationMechanismsMessage, [
  field(1, "repeated", "mechanisms", "string"),
]);
define(AuthenticationStartMessage, [
  field(1, "required", "mechanism", "string"),
  field(2, "optional", "data", "bytes"),
]);
define(AuthenticationStepMessage, [
  field(1, "required", "data", "bytes"),
]);
define(AuthenticationCompletedMessage, []);
define(AuthenticationFailedMessage, []);
define(AuthenticationErrorMessage, [
  field(1, "optional", "error", "string"),
]);
