// Made by `npm run generate` from src/wire/proto/resource_provider.proto. Do not edit.
import { define, enumShape, field, messageShape } from "../../shape.ts";
import * as mesosShapes from "./mesos.ts";

export const Event_Type = enumShape("mesos.v1.resource_provider.Event.Type", {
  UNKNOWN: 0,
  SUBSCRIBED: 1,
  APPLY_OPERATION: 2,
  PUBLISH_RESOURCES: 3,
  ACKNOWLEDGE_OPERATION_STATUS: 4,
  RECONCILE_OPERATIONS: 5,
  TEARDOWN: 6,
});
export const Call_UpdatePublishResourcesStatus_Status = enumShape("mesos.v1.resource_provider.Call.UpdatePublishResourcesStatus.Status", {
  UNKNOWN: 0,
  OK: 1,
  FAILED: 2,
});
export const Call_Type = enumShape("mesos.v1.resource_provider.Call.Type", {
  UNKNOWN: 0,
  SUBSCRIBE: 1,
  UPDATE_OPERATION_STATUS: 2,
  UPDATE_STATE: 3,
  UPDATE_PUBLISH_RESOURCES_STATUS: 4,
});
export const Event = messageShape("mesos.v1.resource_provider.Event");
export const Event_Subscribed = messageShape("mesos.v1.resource_provider.Event.Subscribed");
export const Event_ApplyOperation = messageShape("mesos.v1.resource_provider.Event.ApplyOperation");
export const Event_PublishResources = messageShape("mesos.v1.resource_provider.Event.PublishResources");
export const Event_AcknowledgeOperationStatus = messageShape("mesos.v1.resource_provider.Event.AcknowledgeOperationStatus");
export const Event_ReconcileOperations = messageShape("mesos.v1.resource_provider.Event.ReconcileOperations");
export const Call = messageShape("mesos.v1.resource_provider.Call");
export const Call_Subscribe = messageShape("mesos.v1.resource_provider.Call.Subscribe");
export const Call_UpdateOperationStatus = messageShape("mesos.v1.resource_provider.Call.UpdateOperationStatus");
export const Call_UpdateState = messageShape("mesos.v1.resource_provider.Call.UpdateState");
export const Call_UpdatePublishResourcesStatus = messageShape("mesos.v1.resource_provider.Call.UpdatePublishResourcesStatus");

define(Event, [
  field(1, "optional", "type", Event_Type),
  field(2, "optional", "subscribed", Event_Subscribed),
  field(3, "optional", "apply_operation", Event_ApplyOperation),
  field(4, "optional", "publish_resources", Event_PublishResources),
  field(5, "optional", "acknowledge_operation_status", Event_AcknowledgeOperationStatus),
  field(6, "optional", "reconcile_operations", Event_ReconcileOperations),
]);
define(Event_Subscribed, [
  field(1, "required", "provider_id", mesosShapes.ResourceProviderID),
]);
define(Event_ApplyOperation, [
  field(1, "optional", "framework_id", mesosShapes.FrameworkID),
  field(2, "required", "info", mesosShapes.Offer_Operation),
  field(3, "required", "operation_uuid", mesosShapes.UUID),
  field(4, "required", "resource_version_uuid", mesosShapes.UUID),
]);
define(Event_PublishResources, [
  field(1, "required", "uuid", mesosShapes.UUID),
  field(2, "repeated", "resources", mesosShapes.Resource),
]);
define(Event_AcknowledgeOperationStatus, [
  field(1, "required", "status_uuid", mesosShapes.UUID),
  field(2, "required", "operation_uuid", mesosShapes.UUID),
]);
define(Event_ReconcileOperations, [
  field(1, "repeated", "operation_uuids", mesosShapes.UUID),
]);
define(Call, [
  field(1, "optional", "resource_provider_id", mesosShapes.ResourceProviderID),
  field(2, "optional", "type", Call_Type),
  field(3, "optional", "subscribe", Call_Subscribe),
  field(4, "optional", "update_operation_status", Call_UpdateOperationStatus),
  field(5, "optional", "update_state", Call_UpdateState),
  field(6, "optional", "update_publish_resources_status", Call_UpdatePublishResourcesStatus),
]);
define(Call_Subscribe, [
  field(1, "required", "resource_provider_info", mesosShapes.ResourceProviderInfo),
]);
define(Call_UpdateOperationStatus, [
  field(1, "optional", "framework_id", mesosShapes.FrameworkID),
  field(2, "required", "status", mesosShapes.OperationStatus),
  field(3, "optional", "latest_status", mesosShapes.OperationStatus),
  field(4, "required", "operation_uuid", mesosShapes.UUID),
]);
define(Call_UpdateState, [
  field(1, "repeated", "operations", mesosShapes.Operation),
  field(2, "repeated", "resources", mesosShapes.Resource),
  field(3, "required", "resource_version_uuid", mesosShapes.UUID),
]);
define(Call_UpdatePublishResourcesStatus, [
  field(1, "required", "uuid", mesosShapes.UUID),
  field(2, "required", "status", Call_UpdatePublishResourcesStatus_Status),
]);
