// Made by `npm run generate` from src/wire/proto/resource_provider.proto. Do not edit.
import type {
  FrameworkID,
  Offer_Operation,
  Operation,
  OperationStatus,
  Resource,
  ResourceProviderID,
  ResourceProviderInfo,
  UUID,
} from "./mesos.ts";

/** mesos.v1.resource_provider.Event */
export interface Event {
  readonly type?: Event_Type;
  readonly subscribed?: Event_Subscribed;
  readonly apply_operation?: Event_ApplyOperation;
  readonly publish_resources?: Event_PublishResources;
  readonly acknowledge_operation_status?: Event_AcknowledgeOperationStatus;
  readonly reconcile_operations?: Event_ReconcileOperations;
}

/** mesos.v1.resource_provider.Event.Subscribed */
export interface Event_Subscribed {
  readonly provider_id: ResourceProviderID;
}

/** mesos.v1.resource_provider.Event.ApplyOperation */
export interface Event_ApplyOperation {
  readonly framework_id?: FrameworkID;
  readonly info: Offer_Operation;
  readonly operation_uuid: UUID;
  readonly resource_version_uuid: UUID;
}

/** mesos.v1.resource_provider.Event.PublishResources */
export interface Event_PublishResources {
  readonly uuid: UUID;
  readonly resources?: readonly Resource[];
}

/** mesos.v1.resource_provider.Event.AcknowledgeOperationStatus */
export interface Event_AcknowledgeOperationStatus {
  readonly status_uuid: UUID;
  readonly operation_uuid: UUID;
}

/** mesos.v1.resource_provider.Event.ReconcileOperations */
export interface Event_ReconcileOperations {
  readonly operation_uuids?: readonly UUID[];
}

/** mesos.v1.resource_provider.Event.Type */
export type Event_Type =
  | "UNKNOWN"
  | "SUBSCRIBED"
  | "APPLY_OPERATION"
  | "PUBLISH_RESOURCES"
  | "ACKNOWLEDGE_OPERATION_STATUS"
  | "RECONCILE_OPERATIONS"
  | "TEARDOWN";

/** mesos.v1.resource_provider.Call */
export interface Call {
  readonly resource_provider_id?: ResourceProviderID;
  readonly type?: Call_Type;
  readonly subscribe?: Call_Subscribe;
  readonly update_operation_status?: Call_UpdateOperationStatus;
  readonly update_state?: Call_UpdateState;
  readonly update_publish_resources_status?: Call_UpdatePublishResourcesStatus;
}

/** mesos.v1.resource_provider.Call.Subscribe */
export interface Call_Subscribe {
  readonly resource_provider_info: ResourceProviderInfo;
}

/** mesos.v1.resource_provider.Call.UpdateOperationStatus */
export interface Call_UpdateOperationStatus {
  readonly framework_id?: FrameworkID;
  readonly status: OperationStatus;
  readonly latest_status?: OperationStatus;
  readonly operation_uuid: UUID;
}

/** mesos.v1.resource_provider.Call.UpdateState */
export interface Call_UpdateState {
  readonly operations?: readonly Operation[];
  readonly resources?: readonly Resource[];
  readonly resource_version_uuid: UUID;
}

/** mesos.v1.resource_provider.Call.UpdatePublishResourcesStatus */
export interface Call_UpdatePublishResourcesStatus {
  readonly uuid: UUID;
  readonly status: Call_UpdatePublishResourcesStatus_Status;
}

/** mesos.v1.resource_provider.Call.UpdatePublishResourcesStatus.Status */
export type Call_UpdatePublishResourcesStatus_Status =
  | "UNKNOWN"
  | "OK"
  | "FAILED";

/** mesos.v1.resource_provider.Call.Type */
export type Call_Type =
  | "UNKNOWN"
  | "SUBSCRIBE"
  | "UPDATE_OPERATION_STATUS"
  | "UPDATE_STATE"
  | "UPDATE_PUBLISH_RESOURCES_STATUS";
