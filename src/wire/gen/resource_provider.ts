// Made by `npm run generate` from src/wire/proto/resource_provider.proto. Do not edit.
import type {
  Event,
  Event_Subscribed,
  Event_ApplyOperation,
  Event_PublishResources,
  Event_AcknowledgeOperationStatus,
  Event_ReconcileOperations,
  Call,
  Call_Subscribe,
  Call_UpdateOperationStatus,
  Call_UpdateState,
  Call_UpdatePublishResourcesStatus,
} from "../../model/gen/resource_provider.ts";
import { draftOf, endOfMessage, finishMessage, readShared, skipField, writeShared } from "../binary.ts";
import type { Draft, WireReader, Writer } from "../binary.ts";
import { makeCodec } from "../codec.ts";
import {
  decodeFrameworkID,
  decodeOffer_Operation,
  decodeOperation,
  decodeOperationStatus,
  decodeResource,
  decodeResourceProviderID,
  decodeResourceProviderInfo,
  decodeUUID,
  encodeFrameworkID,
  encodeOffer_Operation,
  encodeOperation,
  encodeOperationStatus,
  encodeResource,
  encodeResourceProviderID,
  encodeResourceProviderInfo,
  encodeUUID,
} from "./mesos.ts";
import * as resource_providerShapes from "./shapes/resource_provider.ts";

export function encodeEvent(w: Writer, m: Event): void {
  if (m.type !== undefined) { w.uint32(8).int32(resource_providerShapes.Event_Type.numbers[m.type]); }
  if (m.subscribed !== undefined) { w.uint32(18).fork(); encodeEvent_Subscribed(w, m.subscribed); w.ldelim(); }
  if (m.apply_operation !== undefined) { w.uint32(26).fork(); encodeEvent_ApplyOperation(w, m.apply_operation); w.ldelim(); }
  if (m.publish_resources !== undefined) { w.uint32(34).fork(); encodeEvent_PublishResources(w, m.publish_resources); w.ldelim(); }
  if (m.acknowledge_operation_status !== undefined) { w.uint32(42).fork(); encodeEvent_AcknowledgeOperationStatus(w, m.acknowledge_operation_status); w.ldelim(); }
  if (m.reconcile_operations !== undefined) { w.uint32(50).fork(); encodeEvent_ReconcileOperations(w, m.reconcile_operations); w.ldelim(); }
}

const EventDraft = draftOf<Event>();
export function decodeEvent(r: WireReader, end: number, into?: Event): Event {
  const m = (into ?? new EventDraft()) as Draft<Event>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = resource_providerShapes.Event_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.subscribed = decodeEvent_Subscribed(r, endOfMessage(r, end), m.subscribed); break;
      case 26: m.apply_operation = decodeEvent_ApplyOperation(r, endOfMessage(r, end), m.apply_operation); break;
      case 34: m.publish_resources = decodeEvent_PublishResources(r, endOfMessage(r, end), m.publish_resources); break;
      case 42: m.acknowledge_operation_status = decodeEvent_AcknowledgeOperationStatus(r, endOfMessage(r, end), m.acknowledge_operation_status); break;
      case 50: m.reconcile_operations = decodeEvent_ReconcileOperations(r, endOfMessage(r, end), m.reconcile_operations); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Event;
}

/** mesos.v1.resource_provider.Event */
export const EventCodec = makeCodec<Event>(resource_providerShapes.Event, encodeEvent, decodeEvent);

export function encodeEvent_Subscribed(w: Writer, m: Event_Subscribed): void {
  w.uint32(10).fork(); encodeResourceProviderID(w, m.provider_id); w.ldelim();
}

const Event_SubscribedDraft = draftOf<Event_Subscribed>();
export function decodeEvent_Subscribed(r: WireReader, end: number, into?: Event_Subscribed): Event_Subscribed {
  const m = (into ?? new Event_SubscribedDraft()) as Draft<Event_Subscribed>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.provider_id = decodeResourceProviderID(r, endOfMessage(r, end), m.provider_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.provider_id === undefined) r.lacksRequired = true;
  return m as Event_Subscribed;
}

/** mesos.v1.resource_provider.Event.Subscribed */
export const Event_SubscribedCodec = makeCodec<Event_Subscribed>(resource_providerShapes.Event_Subscribed, encodeEvent_Subscribed, decodeEvent_Subscribed);

export function encodeEvent_ApplyOperation(w: Writer, m: Event_ApplyOperation): void {
  if (m.framework_id !== undefined) { w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim(); }
  w.uint32(18).fork(); encodeOffer_Operation(w, m.info); w.ldelim();
  w.uint32(26).fork(); encodeUUID(w, m.operation_uuid); w.ldelim();
  w.uint32(34).fork(); encodeUUID(w, m.resource_version_uuid); w.ldelim();
}

const Event_ApplyOperationDraft = draftOf<Event_ApplyOperation>();
export function decodeEvent_ApplyOperation(r: WireReader, end: number, into?: Event_ApplyOperation): Event_ApplyOperation {
  const m = (into ?? new Event_ApplyOperationDraft()) as Draft<Event_ApplyOperation>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: m.info = decodeOffer_Operation(r, endOfMessage(r, end), m.info); break;
      case 26: m.operation_uuid = decodeUUID(r, endOfMessage(r, end), m.operation_uuid); break;
      case 34: m.resource_version_uuid = decodeUUID(r, endOfMessage(r, end), m.resource_version_uuid); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.info === undefined || m.operation_uuid === undefined || m.resource_version_uuid === undefined) r.lacksRequired = true;
  return m as Event_ApplyOperation;
}

/** mesos.v1.resource_provider.Event.ApplyOperation */
export const Event_ApplyOperationCodec = makeCodec<Event_ApplyOperation>(resource_providerShapes.Event_ApplyOperation, encodeEvent_ApplyOperation, decodeEvent_ApplyOperation);

export function encodeEvent_PublishResources(w: Writer, m: Event_PublishResources): void {
  w.uint32(10).fork(); encodeUUID(w, m.uuid); w.ldelim();
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(18); writeShared(w, item, encodeResource); }
}

const Event_PublishResourcesDraft = draftOf<Event_PublishResources>();
export function decodeEvent_PublishResources(r: WireReader, end: number, into?: Event_PublishResources): Event_PublishResources {
  const m = (into ?? new Event_PublishResourcesDraft()) as Draft<Event_PublishResources>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.uuid = decodeUUID(r, endOfMessage(r, end), m.uuid); break;
      case 18: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.uuid === undefined) r.lacksRequired = true;
  return m as Event_PublishResources;
}

/** mesos.v1.resource_provider.Event.PublishResources */
export const Event_PublishResourcesCodec = makeCodec<Event_PublishResources>(resource_providerShapes.Event_PublishResources, encodeEvent_PublishResources, decodeEvent_PublishResources);

export function encodeEvent_AcknowledgeOperationStatus(w: Writer, m: Event_AcknowledgeOperationStatus): void {
  w.uint32(10).fork(); encodeUUID(w, m.status_uuid); w.ldelim();
  w.uint32(18).fork(); encodeUUID(w, m.operation_uuid); w.ldelim();
}

const Event_AcknowledgeOperationStatusDraft = draftOf<Event_AcknowledgeOperationStatus>();
export function decodeEvent_AcknowledgeOperationStatus(r: WireReader, end: number, into?: Event_AcknowledgeOperationStatus): Event_AcknowledgeOperationStatus {
  const m = (into ?? new Event_AcknowledgeOperationStatusDraft()) as Draft<Event_AcknowledgeOperationStatus>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.status_uuid = decodeUUID(r, endOfMessage(r, end), m.status_uuid); break;
      case 18: m.operation_uuid = decodeUUID(r, endOfMessage(r, end), m.operation_uuid); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.status_uuid === undefined || m.operation_uuid === undefined) r.lacksRequired = true;
  return m as Event_AcknowledgeOperationStatus;
}

/** mesos.v1.resource_provider.Event.AcknowledgeOperationStatus */
export const Event_AcknowledgeOperationStatusCodec = makeCodec<Event_AcknowledgeOperationStatus>(resource_providerShapes.Event_AcknowledgeOperationStatus, encodeEvent_AcknowledgeOperationStatus, decodeEvent_AcknowledgeOperationStatus);

export function encodeEvent_ReconcileOperations(w: Writer, m: Event_ReconcileOperations): void {
  if (m.operation_uuids !== undefined) for (const item of m.operation_uuids) { w.uint32(10).fork(); encodeUUID(w, item); w.ldelim(); }
}

const Event_ReconcileOperationsDraft = draftOf<Event_ReconcileOperations>();
export function decodeEvent_ReconcileOperations(r: WireReader, end: number, into?: Event_ReconcileOperations): Event_ReconcileOperations {
  const m = (into ?? new Event_ReconcileOperationsDraft()) as Draft<Event_ReconcileOperations>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeUUID(r, endOfMessage(r, end)); if (m.operation_uuids === undefined) m.operation_uuids = [one]; else m.operation_uuids.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Event_ReconcileOperations;
}

/** mesos.v1.resource_provider.Event.ReconcileOperations */
export const Event_ReconcileOperationsCodec = makeCodec<Event_ReconcileOperations>(resource_providerShapes.Event_ReconcileOperations, encodeEvent_ReconcileOperations, decodeEvent_ReconcileOperations);

export function encodeCall(w: Writer, m: Call): void {
  if (m.resource_provider_id !== undefined) { w.uint32(10).fork(); encodeResourceProviderID(w, m.resource_provider_id); w.ldelim(); }
  if (m.type !== undefined) { w.uint32(16).int32(resource_providerShapes.Call_Type.numbers[m.type]); }
  if (m.subscribe !== undefined) { w.uint32(26).fork(); encodeCall_Subscribe(w, m.subscribe); w.ldelim(); }
  if (m.update_operation_status !== undefined) { w.uint32(34).fork(); encodeCall_UpdateOperationStatus(w, m.update_operation_status); w.ldelim(); }
  if (m.update_state !== undefined) { w.uint32(42).fork(); encodeCall_UpdateState(w, m.update_state); w.ldelim(); }
  if (m.update_publish_resources_status !== undefined) { w.uint32(50).fork(); encodeCall_UpdatePublishResourcesStatus(w, m.update_publish_resources_status); w.ldelim(); }
}

const CallDraft = draftOf<Call>();
export function decodeCall(r: WireReader, end: number, into?: Call): Call {
  const m = (into ?? new CallDraft()) as Draft<Call>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.resource_provider_id = decodeResourceProviderID(r, endOfMessage(r, end), m.resource_provider_id); break;
      case 16: { const value = resource_providerShapes.Call_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 26: m.subscribe = decodeCall_Subscribe(r, endOfMessage(r, end), m.subscribe); break;
      case 34: m.update_operation_status = decodeCall_UpdateOperationStatus(r, endOfMessage(r, end), m.update_operation_status); break;
      case 42: m.update_state = decodeCall_UpdateState(r, endOfMessage(r, end), m.update_state); break;
      case 50: m.update_publish_resources_status = decodeCall_UpdatePublishResourcesStatus(r, endOfMessage(r, end), m.update_publish_resources_status); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call;
}

/** mesos.v1.resource_provider.Call */
export const CallCodec = makeCodec<Call>(resource_providerShapes.Call, encodeCall, decodeCall);

export function encodeCall_Subscribe(w: Writer, m: Call_Subscribe): void {
  w.uint32(10).fork(); encodeResourceProviderInfo(w, m.resource_provider_info); w.ldelim();
}

const Call_SubscribeDraft = draftOf<Call_Subscribe>();
export function decodeCall_Subscribe(r: WireReader, end: number, into?: Call_Subscribe): Call_Subscribe {
  const m = (into ?? new Call_SubscribeDraft()) as Draft<Call_Subscribe>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.resource_provider_info = decodeResourceProviderInfo(r, endOfMessage(r, end), m.resource_provider_info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.resource_provider_info === undefined) r.lacksRequired = true;
  return m as Call_Subscribe;
}

/** mesos.v1.resource_provider.Call.Subscribe */
export const Call_SubscribeCodec = makeCodec<Call_Subscribe>(resource_providerShapes.Call_Subscribe, encodeCall_Subscribe, decodeCall_Subscribe);

export function encodeCall_UpdateOperationStatus(w: Writer, m: Call_UpdateOperationStatus): void {
  if (m.framework_id !== undefined) { w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim(); }
  w.uint32(18).fork(); encodeOperationStatus(w, m.status); w.ldelim();
  if (m.latest_status !== undefined) { w.uint32(26).fork(); encodeOperationStatus(w, m.latest_status); w.ldelim(); }
  w.uint32(34).fork(); encodeUUID(w, m.operation_uuid); w.ldelim();
}

const Call_UpdateOperationStatusDraft = draftOf<Call_UpdateOperationStatus>();
export function decodeCall_UpdateOperationStatus(r: WireReader, end: number, into?: Call_UpdateOperationStatus): Call_UpdateOperationStatus {
  const m = (into ?? new Call_UpdateOperationStatusDraft()) as Draft<Call_UpdateOperationStatus>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: m.status = decodeOperationStatus(r, endOfMessage(r, end), m.status); break;
      case 26: m.latest_status = decodeOperationStatus(r, endOfMessage(r, end), m.latest_status); break;
      case 34: m.operation_uuid = decodeUUID(r, endOfMessage(r, end), m.operation_uuid); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.status === undefined || m.operation_uuid === undefined) r.lacksRequired = true;
  return m as Call_UpdateOperationStatus;
}

/** mesos.v1.resource_provider.Call.UpdateOperationStatus */
export const Call_UpdateOperationStatusCodec = makeCodec<Call_UpdateOperationStatus>(resource_providerShapes.Call_UpdateOperationStatus, encodeCall_UpdateOperationStatus, decodeCall_UpdateOperationStatus);

export function encodeCall_UpdateState(w: Writer, m: Call_UpdateState): void {
  if (m.operations !== undefined) for (const item of m.operations) { w.uint32(10).fork(); encodeOperation(w, item); w.ldelim(); }
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(18); writeShared(w, item, encodeResource); }
  w.uint32(26).fork(); encodeUUID(w, m.resource_version_uuid); w.ldelim();
}

const Call_UpdateStateDraft = draftOf<Call_UpdateState>();
export function decodeCall_UpdateState(r: WireReader, end: number, into?: Call_UpdateState): Call_UpdateState {
  const m = (into ?? new Call_UpdateStateDraft()) as Draft<Call_UpdateState>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeOperation(r, endOfMessage(r, end)); if (m.operations === undefined) m.operations = [one]; else m.operations.push(one); break; }
      case 18: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      case 26: m.resource_version_uuid = decodeUUID(r, endOfMessage(r, end), m.resource_version_uuid); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.resource_version_uuid === undefined) r.lacksRequired = true;
  return m as Call_UpdateState;
}

/** mesos.v1.resource_provider.Call.UpdateState */
export const Call_UpdateStateCodec = makeCodec<Call_UpdateState>(resource_providerShapes.Call_UpdateState, encodeCall_UpdateState, decodeCall_UpdateState);

export function encodeCall_UpdatePublishResourcesStatus(w: Writer, m: Call_UpdatePublishResourcesStatus): void {
  w.uint32(10).fork(); encodeUUID(w, m.uuid); w.ldelim();
  w.uint32(16).int32(resource_providerShapes.Call_UpdatePublishResourcesStatus_Status.numbers[m.status]);
}

const Call_UpdatePublishResourcesStatusDraft = draftOf<Call_UpdatePublishResourcesStatus>();
export function decodeCall_UpdatePublishResourcesStatus(r: WireReader, end: number, into?: Call_UpdatePublishResourcesStatus): Call_UpdatePublishResourcesStatus {
  const m = (into ?? new Call_UpdatePublishResourcesStatusDraft()) as Draft<Call_UpdatePublishResourcesStatus>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.uuid = decodeUUID(r, endOfMessage(r, end), m.uuid); break;
      case 16: { const value = resource_providerShapes.Call_UpdatePublishResourcesStatus_Status.names[r.int32()]; if (value !== undefined) { m.status = value; } break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.uuid === undefined || m.status === undefined) r.lacksRequired = true;
  return m as Call_UpdatePublishResourcesStatus;
}

/** mesos.v1.resource_provider.Call.UpdatePublishResourcesStatus */
export const Call_UpdatePublishResourcesStatusCodec = makeCodec<Call_UpdatePublishResourcesStatus>(resource_providerShapes.Call_UpdatePublishResourcesStatus, encodeCall_UpdatePublishResourcesStatus, decodeCall_UpdatePublishResourcesStatus);
