// Made by `npm run generate` from src/wire/proto/scheduler.proto. Do not edit.
import type {
  Event,
  Event_Subscribed,
  Event_Offers,
  Event_InverseOffers,
  Event_Rescind,
  Event_RescindInverseOffer,
  Event_Update,
  Event_UpdateOperationStatus,
  Event_Message,
  Event_Failure,
  Event_Error,
  Response,
  Response_ReconcileOperations,
  AttributeConstraint,
  AttributeConstraint_Selector,
  AttributeConstraint_Predicate,
  AttributeConstraint_Predicate_TextEquals,
  AttributeConstraint_Predicate_TextNotEquals,
  AttributeConstraint_Predicate_TextMatches,
  AttributeConstraint_Predicate_TextNotMatches,
  AttributeConstraint_Predicate_Exists,
  AttributeConstraint_Predicate_NotExists,
  OfferConstraints,
  OfferConstraints_RoleConstraints,
  OfferConstraints_RoleConstraints_Group,
  Call,
  Call_Subscribe,
  Call_Accept,
  Call_Decline,
  Call_AcceptInverseOffers,
  Call_DeclineInverseOffers,
  Call_Revive,
  Call_Kill,
  Call_Shutdown,
  Call_Acknowledge,
  Call_AcknowledgeOperationStatus,
  Call_Reconcile,
  Call_Reconcile_Task,
  Call_ReconcileOperations,
  Call_ReconcileOperations_Operation,
  Call_Message,
  Call_Request,
  Call_Suppress,
  Call_UpdateFramework,
  APIResult,
} from "../../model/gen/scheduler.ts";
import { draftOf, emptyMap, endOfMessage, finishMessage, readAgain, readBytes, readShared, skipField, writeShared } from "../binary.ts";
import type { Draft, WireReader, Writer } from "../binary.ts";
import { makeCodec } from "../codec.ts";
import {
  decodeAgentID,
  decodeExecutorID,
  decodeFilters,
  decodeFrameworkID,
  decodeFrameworkInfo,
  decodeInverseOffer,
  decodeKillPolicy,
  decodeMasterInfo,
  decodeOffer,
  decodeOfferID,
  decodeOffer_Operation,
  decodeOperationID,
  decodeOperationStatus,
  decodeRequest,
  decodeResourceProviderID,
  decodeTaskID,
  decodeTaskStatus,
  encodeAgentID,
  encodeExecutorID,
  encodeFilters,
  encodeFrameworkID,
  encodeFrameworkInfo,
  encodeInverseOffer,
  encodeKillPolicy,
  encodeMasterInfo,
  encodeOffer,
  encodeOfferID,
  encodeOffer_Operation,
  encodeOperationID,
  encodeOperationStatus,
  encodeRequest,
  encodeResourceProviderID,
  encodeTaskID,
  encodeTaskStatus,
} from "./mesos.ts";
import * as schedulerShapes from "./shapes/scheduler.ts";

export function encodeEvent(w: Writer, m: Event): void {
  if (m.type !== undefined) { w.uint32(8).int32(schedulerShapes.Event_Type.numbers[m.type]); }
  if (m.subscribed !== undefined) { w.uint32(18).fork(); encodeEvent_Subscribed(w, m.subscribed); w.ldelim(); }
  if (m.offers !== undefined) { w.uint32(26).fork(); encodeEvent_Offers(w, m.offers); w.ldelim(); }
  if (m.rescind !== undefined) { w.uint32(34).fork(); encodeEvent_Rescind(w, m.rescind); w.ldelim(); }
  if (m.update !== undefined) { w.uint32(42).fork(); encodeEvent_Update(w, m.update); w.ldelim(); }
  if (m.message !== undefined) { w.uint32(50).fork(); encodeEvent_Message(w, m.message); w.ldelim(); }
  if (m.failure !== undefined) { w.uint32(58).fork(); encodeEvent_Failure(w, m.failure); w.ldelim(); }
  if (m.error !== undefined) { w.uint32(66).fork(); encodeEvent_Error(w, m.error); w.ldelim(); }
  if (m.inverse_offers !== undefined) { w.uint32(74).fork(); encodeEvent_InverseOffers(w, m.inverse_offers); w.ldelim(); }
  if (m.rescind_inverse_offer !== undefined) { w.uint32(82).fork(); encodeEvent_RescindInverseOffer(w, m.rescind_inverse_offer); w.ldelim(); }
  if (m.update_operation_status !== undefined) { w.uint32(90).fork(); encodeEvent_UpdateOperationStatus(w, m.update_operation_status); w.ldelim(); }
}

const EventDraft = draftOf<Event>();
export function decodeEvent(r: WireReader, end: number, into?: Event): Event {
  const m = (into ?? new EventDraft()) as Draft<Event>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = schedulerShapes.Event_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.subscribed = decodeEvent_Subscribed(r, endOfMessage(r, end), m.subscribed); break;
      case 26: m.offers = decodeEvent_Offers(r, endOfMessage(r, end), m.offers); break;
      case 34: m.rescind = decodeEvent_Rescind(r, endOfMessage(r, end), m.rescind); break;
      case 42: m.update = decodeEvent_Update(r, endOfMessage(r, end), m.update); break;
      case 50: m.message = decodeEvent_Message(r, endOfMessage(r, end), m.message); break;
      case 58: m.failure = decodeEvent_Failure(r, endOfMessage(r, end), m.failure); break;
      case 66: m.error = decodeEvent_Error(r, endOfMessage(r, end), m.error); break;
      case 74: m.inverse_offers = decodeEvent_InverseOffers(r, endOfMessage(r, end), m.inverse_offers); break;
      case 82: m.rescind_inverse_offer = decodeEvent_RescindInverseOffer(r, endOfMessage(r, end), m.rescind_inverse_offer); break;
      case 90: m.update_operation_status = decodeEvent_UpdateOperationStatus(r, endOfMessage(r, end), m.update_operation_status); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Event;
}

/** mesos.v1.scheduler.Event */
export const EventCodec = makeCodec<Event>(schedulerShapes.Event, encodeEvent, decodeEvent);

export function encodeEvent_Subscribed(w: Writer, m: Event_Subscribed): void {
  w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  if (m.heartbeat_interval_seconds !== undefined) { w.uint32(17).double(m.heartbeat_interval_seconds); }
  if (m.master_info !== undefined) { w.uint32(26).fork(); encodeMasterInfo(w, m.master_info); w.ldelim(); }
}

const Event_SubscribedDraft = draftOf<Event_Subscribed>();
export function decodeEvent_Subscribed(r: WireReader, end: number, into?: Event_Subscribed): Event_Subscribed {
  const m = (into ?? new Event_SubscribedDraft()) as Draft<Event_Subscribed>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 17: m.heartbeat_interval_seconds = r.double(); break;
      case 26: m.master_info = decodeMasterInfo(r, endOfMessage(r, end), m.master_info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_id === undefined) r.lacksRequired = true;
  return m as Event_Subscribed;
}

/** mesos.v1.scheduler.Event.Subscribed */
export const Event_SubscribedCodec = makeCodec<Event_Subscribed>(schedulerShapes.Event_Subscribed, encodeEvent_Subscribed, decodeEvent_Subscribed);

export function encodeEvent_Offers(w: Writer, m: Event_Offers): void {
  if (m.offers !== undefined) for (const item of m.offers) { w.uint32(10).fork(); encodeOffer(w, item); w.ldelim(); }
}

const Event_OffersDraft = draftOf<Event_Offers>();
export function decodeEvent_Offers(r: WireReader, end: number, into?: Event_Offers): Event_Offers {
  const m = (into ?? new Event_OffersDraft()) as Draft<Event_Offers>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeOffer(r, endOfMessage(r, end)); if (m.offers === undefined) m.offers = [one]; else m.offers.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Event_Offers;
}

/** mesos.v1.scheduler.Event.Offers */
export const Event_OffersCodec = makeCodec<Event_Offers>(schedulerShapes.Event_Offers, encodeEvent_Offers, decodeEvent_Offers);

export function encodeEvent_InverseOffers(w: Writer, m: Event_InverseOffers): void {
  if (m.inverse_offers !== undefined) for (const item of m.inverse_offers) { w.uint32(10).fork(); encodeInverseOffer(w, item); w.ldelim(); }
}

const Event_InverseOffersDraft = draftOf<Event_InverseOffers>();
export function decodeEvent_InverseOffers(r: WireReader, end: number, into?: Event_InverseOffers): Event_InverseOffers {
  const m = (into ?? new Event_InverseOffersDraft()) as Draft<Event_InverseOffers>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeInverseOffer(r, endOfMessage(r, end)); if (m.inverse_offers === undefined) m.inverse_offers = [one]; else m.inverse_offers.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Event_InverseOffers;
}

/** mesos.v1.scheduler.Event.InverseOffers */
export const Event_InverseOffersCodec = makeCodec<Event_InverseOffers>(schedulerShapes.Event_InverseOffers, encodeEvent_InverseOffers, decodeEvent_InverseOffers);

export function encodeEvent_Rescind(w: Writer, m: Event_Rescind): void {
  w.uint32(10).fork(); encodeOfferID(w, m.offer_id); w.ldelim();
}

const Event_RescindDraft = draftOf<Event_Rescind>();
export function decodeEvent_Rescind(r: WireReader, end: number, into?: Event_Rescind): Event_Rescind {
  const m = (into ?? new Event_RescindDraft()) as Draft<Event_Rescind>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.offer_id = decodeOfferID(r, endOfMessage(r, end), m.offer_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.offer_id === undefined) r.lacksRequired = true;
  return m as Event_Rescind;
}

/** mesos.v1.scheduler.Event.Rescind */
export const Event_RescindCodec = makeCodec<Event_Rescind>(schedulerShapes.Event_Rescind, encodeEvent_Rescind, decodeEvent_Rescind);

export function encodeEvent_RescindInverseOffer(w: Writer, m: Event_RescindInverseOffer): void {
  w.uint32(10).fork(); encodeOfferID(w, m.inverse_offer_id); w.ldelim();
}

const Event_RescindInverseOfferDraft = draftOf<Event_RescindInverseOffer>();
export function decodeEvent_RescindInverseOffer(r: WireReader, end: number, into?: Event_RescindInverseOffer): Event_RescindInverseOffer {
  const m = (into ?? new Event_RescindInverseOfferDraft()) as Draft<Event_RescindInverseOffer>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.inverse_offer_id = decodeOfferID(r, endOfMessage(r, end), m.inverse_offer_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.inverse_offer_id === undefined) r.lacksRequired = true;
  return m as Event_RescindInverseOffer;
}

/** mesos.v1.scheduler.Event.RescindInverseOffer */
export const Event_RescindInverseOfferCodec = makeCodec<Event_RescindInverseOffer>(schedulerShapes.Event_RescindInverseOffer, encodeEvent_RescindInverseOffer, decodeEvent_RescindInverseOffer);

export function encodeEvent_Update(w: Writer, m: Event_Update): void {
  w.uint32(10).fork(); encodeTaskStatus(w, m.status); w.ldelim();
}

const Event_UpdateDraft = draftOf<Event_Update>();
export function decodeEvent_Update(r: WireReader, end: number, into?: Event_Update): Event_Update {
  const m = (into ?? new Event_UpdateDraft()) as Draft<Event_Update>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.status = decodeTaskStatus(r, endOfMessage(r, end), m.status); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.status === undefined) r.lacksRequired = true;
  return m as Event_Update;
}

/** mesos.v1.scheduler.Event.Update */
export const Event_UpdateCodec = makeCodec<Event_Update>(schedulerShapes.Event_Update, encodeEvent_Update, decodeEvent_Update);

export function encodeEvent_UpdateOperationStatus(w: Writer, m: Event_UpdateOperationStatus): void {
  w.uint32(10).fork(); encodeOperationStatus(w, m.status); w.ldelim();
}

const Event_UpdateOperationStatusDraft = draftOf<Event_UpdateOperationStatus>();
export function decodeEvent_UpdateOperationStatus(r: WireReader, end: number, into?: Event_UpdateOperationStatus): Event_UpdateOperationStatus {
  const m = (into ?? new Event_UpdateOperationStatusDraft()) as Draft<Event_UpdateOperationStatus>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.status = decodeOperationStatus(r, endOfMessage(r, end), m.status); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.status === undefined) r.lacksRequired = true;
  return m as Event_UpdateOperationStatus;
}

/** mesos.v1.scheduler.Event.UpdateOperationStatus */
export const Event_UpdateOperationStatusCodec = makeCodec<Event_UpdateOperationStatus>(schedulerShapes.Event_UpdateOperationStatus, encodeEvent_UpdateOperationStatus, decodeEvent_UpdateOperationStatus);

export function encodeEvent_Message(w: Writer, m: Event_Message): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  w.uint32(18).fork(); encodeExecutorID(w, m.executor_id); w.ldelim();
  w.uint32(26).bytes(m.data);
}

const Event_MessageDraft = draftOf<Event_Message>();
export function decodeEvent_Message(r: WireReader, end: number, into?: Event_Message): Event_Message {
  const m = (into ?? new Event_MessageDraft()) as Draft<Event_Message>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: m.executor_id = decodeExecutorID(r, endOfMessage(r, end), m.executor_id); break;
      case 26: m.data = readBytes(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined || m.executor_id === undefined || m.data === undefined) r.lacksRequired = true;
  return m as Event_Message;
}

/** mesos.v1.scheduler.Event.Message */
export const Event_MessageCodec = makeCodec<Event_Message>(schedulerShapes.Event_Message, encodeEvent_Message, decodeEvent_Message);

export function encodeEvent_Failure(w: Writer, m: Event_Failure): void {
  if (m.agent_id !== undefined) { w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim(); }
  if (m.executor_id !== undefined) { w.uint32(18).fork(); encodeExecutorID(w, m.executor_id); w.ldelim(); }
  if (m.status !== undefined) { w.uint32(24).int32(m.status); }
}

const Event_FailureDraft = draftOf<Event_Failure>();
export function decodeEvent_Failure(r: WireReader, end: number, into?: Event_Failure): Event_Failure {
  const m = (into ?? new Event_FailureDraft()) as Draft<Event_Failure>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: m.executor_id = decodeExecutorID(r, endOfMessage(r, end), m.executor_id); break;
      case 24: m.status = r.int32(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Event_Failure;
}

/** mesos.v1.scheduler.Event.Failure */
export const Event_FailureCodec = makeCodec<Event_Failure>(schedulerShapes.Event_Failure, encodeEvent_Failure, decodeEvent_Failure);

export function encodeEvent_Error(w: Writer, m: Event_Error): void {
  w.uint32(10).string(m.message);
}

const Event_ErrorDraft = draftOf<Event_Error>();
export function decodeEvent_Error(r: WireReader, end: number, into?: Event_Error): Event_Error {
  const m = (into ?? new Event_ErrorDraft()) as Draft<Event_Error>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.message = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.message === undefined) r.lacksRequired = true;
  return m as Event_Error;
}

/** mesos.v1.scheduler.Event.Error */
export const Event_ErrorCodec = makeCodec<Event_Error>(schedulerShapes.Event_Error, encodeEvent_Error, decodeEvent_Error);

export function encodeResponse(w: Writer, m: Response): void {
  if (m.type !== undefined) { w.uint32(8).int32(schedulerShapes.Response_Type.numbers[m.type]); }
  if (m.reconcile_operations !== undefined) { w.uint32(18).fork(); encodeResponse_ReconcileOperations(w, m.reconcile_operations); w.ldelim(); }
}

const ResponseDraft = draftOf<Response>();
export function decodeResponse(r: WireReader, end: number, into?: Response): Response {
  const m = (into ?? new ResponseDraft()) as Draft<Response>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = schedulerShapes.Response_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.reconcile_operations = decodeResponse_ReconcileOperations(r, endOfMessage(r, end), m.reconcile_operations); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response;
}

/** mesos.v1.scheduler.Response */
export const ResponseCodec = makeCodec<Response>(schedulerShapes.Response, encodeResponse, decodeResponse);

export function encodeResponse_ReconcileOperations(w: Writer, m: Response_ReconcileOperations): void {
  if (m.operation_statuses !== undefined) for (const item of m.operation_statuses) { w.uint32(10).fork(); encodeOperationStatus(w, item); w.ldelim(); }
}

const Response_ReconcileOperationsDraft = draftOf<Response_ReconcileOperations>();
export function decodeResponse_ReconcileOperations(r: WireReader, end: number, into?: Response_ReconcileOperations): Response_ReconcileOperations {
  const m = (into ?? new Response_ReconcileOperationsDraft()) as Draft<Response_ReconcileOperations>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeOperationStatus(r, endOfMessage(r, end)); if (m.operation_statuses === undefined) m.operation_statuses = [one]; else m.operation_statuses.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_ReconcileOperations;
}

/** mesos.v1.scheduler.Response.ReconcileOperations */
export const Response_ReconcileOperationsCodec = makeCodec<Response_ReconcileOperations>(schedulerShapes.Response_ReconcileOperations, encodeResponse_ReconcileOperations, decodeResponse_ReconcileOperations);

export function encodeAttributeConstraint(w: Writer, m: AttributeConstraint): void {
  w.uint32(10).fork(); encodeAttributeConstraint_Selector(w, m.selector); w.ldelim();
  w.uint32(18).fork(); encodeAttributeConstraint_Predicate(w, m.predicate); w.ldelim();
}

const AttributeConstraintDraft = draftOf<AttributeConstraint>();
export function decodeAttributeConstraint(r: WireReader, end: number, into?: AttributeConstraint): AttributeConstraint {
  const m = (into ?? new AttributeConstraintDraft()) as Draft<AttributeConstraint>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.selector = decodeAttributeConstraint_Selector(r, endOfMessage(r, end), m.selector); break;
      case 18: m.predicate = decodeAttributeConstraint_Predicate(r, endOfMessage(r, end), m.predicate); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.selector === undefined || m.predicate === undefined) r.lacksRequired = true;
  return m as AttributeConstraint;
}

/** mesos.v1.scheduler.AttributeConstraint */
export const AttributeConstraintCodec = makeCodec<AttributeConstraint>(schedulerShapes.AttributeConstraint, encodeAttributeConstraint, decodeAttributeConstraint);

export function encodeAttributeConstraint_Selector(w: Writer, m: AttributeConstraint_Selector): void {
  if (m.pseudoattribute_type !== undefined) { w.uint32(8).int32(schedulerShapes.AttributeConstraint_Selector_PseudoattributeType.numbers[m.pseudoattribute_type]); }
  if (m.attribute_name !== undefined) { w.uint32(18).string(m.attribute_name); }
}

const AttributeConstraint_SelectorDraft = draftOf<AttributeConstraint_Selector>();
export function decodeAttributeConstraint_Selector(r: WireReader, end: number, into?: AttributeConstraint_Selector): AttributeConstraint_Selector {
  const m = (into ?? new AttributeConstraint_SelectorDraft()) as Draft<AttributeConstraint_Selector>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = schedulerShapes.AttributeConstraint_Selector_PseudoattributeType.names[r.int32()]; if (value !== undefined) { m.pseudoattribute_type = value; if (m.attribute_name !== undefined) delete m.attribute_name; } break; }
      case 18: m.attribute_name = r.string(); if (m.pseudoattribute_type !== undefined) delete m.pseudoattribute_type; break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as AttributeConstraint_Selector;
}

/** mesos.v1.scheduler.AttributeConstraint.Selector */
export const AttributeConstraint_SelectorCodec = makeCodec<AttributeConstraint_Selector>(schedulerShapes.AttributeConstraint_Selector, encodeAttributeConstraint_Selector, decodeAttributeConstraint_Selector);

export function encodeAttributeConstraint_Predicate(w: Writer, m: AttributeConstraint_Predicate): void {
  if (m.exists !== undefined) { w.uint32(10).fork(); encodeAttributeConstraint_Predicate_Exists(w, m.exists); w.ldelim(); }
  if (m.not_exists !== undefined) { w.uint32(18).fork(); encodeAttributeConstraint_Predicate_NotExists(w, m.not_exists); w.ldelim(); }
  if (m.text_equals !== undefined) { w.uint32(26).fork(); encodeAttributeConstraint_Predicate_TextEquals(w, m.text_equals); w.ldelim(); }
  if (m.text_not_equals !== undefined) { w.uint32(34).fork(); encodeAttributeConstraint_Predicate_TextNotEquals(w, m.text_not_equals); w.ldelim(); }
  if (m.text_matches !== undefined) { w.uint32(42).fork(); encodeAttributeConstraint_Predicate_TextMatches(w, m.text_matches); w.ldelim(); }
  if (m.text_not_matches !== undefined) { w.uint32(50).fork(); encodeAttributeConstraint_Predicate_TextNotMatches(w, m.text_not_matches); w.ldelim(); }
}

const AttributeConstraint_PredicateDraft = draftOf<AttributeConstraint_Predicate>();
export function decodeAttributeConstraint_Predicate(r: WireReader, end: number, into?: AttributeConstraint_Predicate): AttributeConstraint_Predicate {
  const m = (into ?? new AttributeConstraint_PredicateDraft()) as Draft<AttributeConstraint_Predicate>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.exists = decodeAttributeConstraint_Predicate_Exists(r, endOfMessage(r, end), m.exists); if (m.not_exists !== undefined) delete m.not_exists; if (m.text_equals !== undefined) delete m.text_equals; if (m.text_not_equals !== undefined) delete m.text_not_equals; if (m.text_matches !== undefined) delete m.text_matches; if (m.text_not_matches !== undefined) delete m.text_not_matches; break;
      case 18: m.not_exists = decodeAttributeConstraint_Predicate_NotExists(r, endOfMessage(r, end), m.not_exists); if (m.exists !== undefined) delete m.exists; if (m.text_equals !== undefined) delete m.text_equals; if (m.text_not_equals !== undefined) delete m.text_not_equals; if (m.text_matches !== undefined) delete m.text_matches; if (m.text_not_matches !== undefined) delete m.text_not_matches; break;
      case 26: m.text_equals = decodeAttributeConstraint_Predicate_TextEquals(r, endOfMessage(r, end), m.text_equals); if (m.exists !== undefined) delete m.exists; if (m.not_exists !== undefined) delete m.not_exists; if (m.text_not_equals !== undefined) delete m.text_not_equals; if (m.text_matches !== undefined) delete m.text_matches; if (m.text_not_matches !== undefined) delete m.text_not_matches; break;
      case 34: m.text_not_equals = decodeAttributeConstraint_Predicate_TextNotEquals(r, endOfMessage(r, end), m.text_not_equals); if (m.exists !== undefined) delete m.exists; if (m.not_exists !== undefined) delete m.not_exists; if (m.text_equals !== undefined) delete m.text_equals; if (m.text_matches !== undefined) delete m.text_matches; if (m.text_not_matches !== undefined) delete m.text_not_matches; break;
      case 42: m.text_matches = decodeAttributeConstraint_Predicate_TextMatches(r, endOfMessage(r, end), m.text_matches); if (m.exists !== undefined) delete m.exists; if (m.not_exists !== undefined) delete m.not_exists; if (m.text_equals !== undefined) delete m.text_equals; if (m.text_not_equals !== undefined) delete m.text_not_equals; if (m.text_not_matches !== undefined) delete m.text_not_matches; break;
      case 50: m.text_not_matches = decodeAttributeConstraint_Predicate_TextNotMatches(r, endOfMessage(r, end), m.text_not_matches); if (m.exists !== undefined) delete m.exists; if (m.not_exists !== undefined) delete m.not_exists; if (m.text_equals !== undefined) delete m.text_equals; if (m.text_not_equals !== undefined) delete m.text_not_equals; if (m.text_matches !== undefined) delete m.text_matches; break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as AttributeConstraint_Predicate;
}

/** mesos.v1.scheduler.AttributeConstraint.Predicate */
export const AttributeConstraint_PredicateCodec = makeCodec<AttributeConstraint_Predicate>(schedulerShapes.AttributeConstraint_Predicate, encodeAttributeConstraint_Predicate, decodeAttributeConstraint_Predicate);

export function encodeAttributeConstraint_Predicate_TextEquals(w: Writer, m: AttributeConstraint_Predicate_TextEquals): void {
  w.uint32(10).string(m.value);
}

const AttributeConstraint_Predicate_TextEqualsDraft = draftOf<AttributeConstraint_Predicate_TextEquals>();
export function decodeAttributeConstraint_Predicate_TextEquals(r: WireReader, end: number, into?: AttributeConstraint_Predicate_TextEquals): AttributeConstraint_Predicate_TextEquals {
  const m = (into ?? new AttributeConstraint_Predicate_TextEqualsDraft()) as Draft<AttributeConstraint_Predicate_TextEquals>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.value === undefined) r.lacksRequired = true;
  return m as AttributeConstraint_Predicate_TextEquals;
}

/** mesos.v1.scheduler.AttributeConstraint.Predicate.TextEquals */
export const AttributeConstraint_Predicate_TextEqualsCodec = makeCodec<AttributeConstraint_Predicate_TextEquals>(schedulerShapes.AttributeConstraint_Predicate_TextEquals, encodeAttributeConstraint_Predicate_TextEquals, decodeAttributeConstraint_Predicate_TextEquals);

export function encodeAttributeConstraint_Predicate_TextNotEquals(w: Writer, m: AttributeConstraint_Predicate_TextNotEquals): void {
  w.uint32(10).string(m.value);
}

const AttributeConstraint_Predicate_TextNotEqualsDraft = draftOf<AttributeConstraint_Predicate_TextNotEquals>();
export function decodeAttributeConstraint_Predicate_TextNotEquals(r: WireReader, end: number, into?: AttributeConstraint_Predicate_TextNotEquals): AttributeConstraint_Predicate_TextNotEquals {
  const m = (into ?? new AttributeConstraint_Predicate_TextNotEqualsDraft()) as Draft<AttributeConstraint_Predicate_TextNotEquals>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.value === undefined) r.lacksRequired = true;
  return m as AttributeConstraint_Predicate_TextNotEquals;
}

/** mesos.v1.scheduler.AttributeConstraint.Predicate.TextNotEquals */
export const AttributeConstraint_Predicate_TextNotEqualsCodec = makeCodec<AttributeConstraint_Predicate_TextNotEquals>(schedulerShapes.AttributeConstraint_Predicate_TextNotEquals, encodeAttributeConstraint_Predicate_TextNotEquals, decodeAttributeConstraint_Predicate_TextNotEquals);

export function encodeAttributeConstraint_Predicate_TextMatches(w: Writer, m: AttributeConstraint_Predicate_TextMatches): void {
  w.uint32(10).string(m.regex);
}

const AttributeConstraint_Predicate_TextMatchesDraft = draftOf<AttributeConstraint_Predicate_TextMatches>();
export function decodeAttributeConstraint_Predicate_TextMatches(r: WireReader, end: number, into?: AttributeConstraint_Predicate_TextMatches): AttributeConstraint_Predicate_TextMatches {
  const m = (into ?? new AttributeConstraint_Predicate_TextMatchesDraft()) as Draft<AttributeConstraint_Predicate_TextMatches>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.regex = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.regex === undefined) r.lacksRequired = true;
  return m as AttributeConstraint_Predicate_TextMatches;
}

/** mesos.v1.scheduler.AttributeConstraint.Predicate.TextMatches */
export const AttributeConstraint_Predicate_TextMatchesCodec = makeCodec<AttributeConstraint_Predicate_TextMatches>(schedulerShapes.AttributeConstraint_Predicate_TextMatches, encodeAttributeConstraint_Predicate_TextMatches, decodeAttributeConstraint_Predicate_TextMatches);

export function encodeAttributeConstraint_Predicate_TextNotMatches(w: Writer, m: AttributeConstraint_Predicate_TextNotMatches): void {
  w.uint32(10).string(m.regex);
}

const AttributeConstraint_Predicate_TextNotMatchesDraft = draftOf<AttributeConstraint_Predicate_TextNotMatches>();
export function decodeAttributeConstraint_Predicate_TextNotMatches(r: WireReader, end: number, into?: AttributeConstraint_Predicate_TextNotMatches): AttributeConstraint_Predicate_TextNotMatches {
  const m = (into ?? new AttributeConstraint_Predicate_TextNotMatchesDraft()) as Draft<AttributeConstraint_Predicate_TextNotMatches>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.regex = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.regex === undefined) r.lacksRequired = true;
  return m as AttributeConstraint_Predicate_TextNotMatches;
}

/** mesos.v1.scheduler.AttributeConstraint.Predicate.TextNotMatches */
export const AttributeConstraint_Predicate_TextNotMatchesCodec = makeCodec<AttributeConstraint_Predicate_TextNotMatches>(schedulerShapes.AttributeConstraint_Predicate_TextNotMatches, encodeAttributeConstraint_Predicate_TextNotMatches, decodeAttributeConstraint_Predicate_TextNotMatches);

export function encodeAttributeConstraint_Predicate_Exists(_w: Writer, _m: AttributeConstraint_Predicate_Exists): void {}

const AttributeConstraint_Predicate_ExistsDraft = draftOf<AttributeConstraint_Predicate_Exists>();
export function decodeAttributeConstraint_Predicate_Exists(r: WireReader, end: number, into?: AttributeConstraint_Predicate_Exists): AttributeConstraint_Predicate_Exists {
  const m = (into ?? new AttributeConstraint_Predicate_ExistsDraft()) as Draft<AttributeConstraint_Predicate_Exists>;
  while (r.pos < end) {
    const tag = r.tag();
    skipField(r, tag);
  }
  finishMessage(r, end);
  return m as AttributeConstraint_Predicate_Exists;
}

/** mesos.v1.scheduler.AttributeConstraint.Predicate.Exists */
export const AttributeConstraint_Predicate_ExistsCodec = makeCodec<AttributeConstraint_Predicate_Exists>(schedulerShapes.AttributeConstraint_Predicate_Exists, encodeAttributeConstraint_Predicate_Exists, decodeAttributeConstraint_Predicate_Exists);

export function encodeAttributeConstraint_Predicate_NotExists(_w: Writer, _m: AttributeConstraint_Predicate_NotExists): void {}

const AttributeConstraint_Predicate_NotExistsDraft = draftOf<AttributeConstraint_Predicate_NotExists>();
export function decodeAttributeConstraint_Predicate_NotExists(r: WireReader, end: number, into?: AttributeConstraint_Predicate_NotExists): AttributeConstraint_Predicate_NotExists {
  const m = (into ?? new AttributeConstraint_Predicate_NotExistsDraft()) as Draft<AttributeConstraint_Predicate_NotExists>;
  while (r.pos < end) {
    const tag = r.tag();
    skipField(r, tag);
  }
  finishMessage(r, end);
  return m as AttributeConstraint_Predicate_NotExists;
}

/** mesos.v1.scheduler.AttributeConstraint.Predicate.NotExists */
export const AttributeConstraint_Predicate_NotExistsCodec = makeCodec<AttributeConstraint_Predicate_NotExists>(schedulerShapes.AttributeConstraint_Predicate_NotExists, encodeAttributeConstraint_Predicate_NotExists, decodeAttributeConstraint_Predicate_NotExists);

export function encodeOfferConstraints(w: Writer, m: OfferConstraints): void {
  if (m.role_constraints !== undefined) {
    for (const key of Object.keys(m.role_constraints)) {
      w.uint32(10).fork().uint32(10).string(key);
      w.uint32(18).fork(); encodeOfferConstraints_RoleConstraints(w, m.role_constraints[key]!); w.ldelim();
      w.ldelim();
    }
  }
}

const OfferConstraintsDraft = draftOf<OfferConstraints>();
export function decodeOfferConstraints(r: WireReader, end: number, into?: OfferConstraints): OfferConstraints {
  const m = (into ?? new OfferConstraintsDraft()) as Draft<OfferConstraints>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: readOfferConstraints_role_constraints(r, endOfMessage(r, end), (m.role_constraints ??= emptyMap())); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as OfferConstraints;
}

function readOfferConstraints_role_constraints(r: WireReader, end: number, map: Record<string, ReturnType<typeof decodeOfferConstraints_RoleConstraints>>): void {
  let key = "";
  let value: ReturnType<typeof decodeOfferConstraints_RoleConstraints> | undefined;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: key = r.string(); break;
      case 18: value = decodeOfferConstraints_RoleConstraints(r, endOfMessage(r, end), value); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  map[key] = value ?? decodeOfferConstraints_RoleConstraints(r, r.pos);
}

/** mesos.v1.scheduler.OfferConstraints */
export const OfferConstraintsCodec = makeCodec<OfferConstraints>(schedulerShapes.OfferConstraints, encodeOfferConstraints, decodeOfferConstraints);

export function encodeOfferConstraints_RoleConstraints(w: Writer, m: OfferConstraints_RoleConstraints): void {
  if (m.groups !== undefined) for (const item of m.groups) { w.uint32(10).fork(); encodeOfferConstraints_RoleConstraints_Group(w, item); w.ldelim(); }
}

const OfferConstraints_RoleConstraintsDraft = draftOf<OfferConstraints_RoleConstraints>();
export function decodeOfferConstraints_RoleConstraints(r: WireReader, end: number, into?: OfferConstraints_RoleConstraints): OfferConstraints_RoleConstraints {
  const m = (into ?? new OfferConstraints_RoleConstraintsDraft()) as Draft<OfferConstraints_RoleConstraints>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeOfferConstraints_RoleConstraints_Group(r, endOfMessage(r, end)); if (m.groups === undefined) m.groups = [one]; else m.groups.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as OfferConstraints_RoleConstraints;
}

/** mesos.v1.scheduler.OfferConstraints.RoleConstraints */
export const OfferConstraints_RoleConstraintsCodec = makeCodec<OfferConstraints_RoleConstraints>(schedulerShapes.OfferConstraints_RoleConstraints, encodeOfferConstraints_RoleConstraints, decodeOfferConstraints_RoleConstraints);

export function encodeOfferConstraints_RoleConstraints_Group(w: Writer, m: OfferConstraints_RoleConstraints_Group): void {
  if (m.attribute_constraints !== undefined) for (const item of m.attribute_constraints) { w.uint32(10).fork(); encodeAttributeConstraint(w, item); w.ldelim(); }
}

const OfferConstraints_RoleConstraints_GroupDraft = draftOf<OfferConstraints_RoleConstraints_Group>();
export function decodeOfferConstraints_RoleConstraints_Group(r: WireReader, end: number, into?: OfferConstraints_RoleConstraints_Group): OfferConstraints_RoleConstraints_Group {
  const m = (into ?? new OfferConstraints_RoleConstraints_GroupDraft()) as Draft<OfferConstraints_RoleConstraints_Group>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeAttributeConstraint(r, endOfMessage(r, end)); if (m.attribute_constraints === undefined) m.attribute_constraints = [one]; else m.attribute_constraints.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as OfferConstraints_RoleConstraints_Group;
}

/** mesos.v1.scheduler.OfferConstraints.RoleConstraints.Group */
export const OfferConstraints_RoleConstraints_GroupCodec = makeCodec<OfferConstraints_RoleConstraints_Group>(schedulerShapes.OfferConstraints_RoleConstraints_Group, encodeOfferConstraints_RoleConstraints_Group, decodeOfferConstraints_RoleConstraints_Group);

export function encodeCall(w: Writer, m: Call): void {
  if (m.framework_id !== undefined) { w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim(); }
  if (m.type !== undefined) { w.uint32(16).int32(schedulerShapes.Call_Type.numbers[m.type]); }
  if (m.subscribe !== undefined) { w.uint32(26).fork(); encodeCall_Subscribe(w, m.subscribe); w.ldelim(); }
  if (m.accept !== undefined) { w.uint32(34).fork(); encodeCall_Accept(w, m.accept); w.ldelim(); }
  if (m.decline !== undefined) { w.uint32(42).fork(); encodeCall_Decline(w, m.decline); w.ldelim(); }
  if (m.kill !== undefined) { w.uint32(50).fork(); encodeCall_Kill(w, m.kill); w.ldelim(); }
  if (m.shutdown !== undefined) { w.uint32(58).fork(); encodeCall_Shutdown(w, m.shutdown); w.ldelim(); }
  if (m.acknowledge !== undefined) { w.uint32(66).fork(); encodeCall_Acknowledge(w, m.acknowledge); w.ldelim(); }
  if (m.reconcile !== undefined) { w.uint32(74).fork(); encodeCall_Reconcile(w, m.reconcile); w.ldelim(); }
  if (m.message !== undefined) { w.uint32(82).fork(); encodeCall_Message(w, m.message); w.ldelim(); }
  if (m.request !== undefined) { w.uint32(90).fork(); encodeCall_Request(w, m.request); w.ldelim(); }
  if (m.accept_inverse_offers !== undefined) { w.uint32(106).fork(); encodeCall_AcceptInverseOffers(w, m.accept_inverse_offers); w.ldelim(); }
  if (m.decline_inverse_offers !== undefined) { w.uint32(114).fork(); encodeCall_DeclineInverseOffers(w, m.decline_inverse_offers); w.ldelim(); }
  if (m.revive !== undefined) { w.uint32(122).fork(); encodeCall_Revive(w, m.revive); w.ldelim(); }
  if (m.suppress !== undefined) { w.uint32(130).fork(); encodeCall_Suppress(w, m.suppress); w.ldelim(); }
  if (m.acknowledge_operation_status !== undefined) { w.uint32(138).fork(); encodeCall_AcknowledgeOperationStatus(w, m.acknowledge_operation_status); w.ldelim(); }
  if (m.reconcile_operations !== undefined) { w.uint32(146).fork(); encodeCall_ReconcileOperations(w, m.reconcile_operations); w.ldelim(); }
  if (m.update_framework !== undefined) { w.uint32(154).fork(); encodeCall_UpdateFramework(w, m.update_framework); w.ldelim(); }
}

const CallDraft = draftOf<Call>();
export function decodeCall(r: WireReader, end: number, into?: Call): Call {
  const m = (into ?? new CallDraft()) as Draft<Call>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 16: { const value = schedulerShapes.Call_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 26: m.subscribe = decodeCall_Subscribe(r, endOfMessage(r, end), m.subscribe); break;
      case 34: m.accept = decodeCall_Accept(r, endOfMessage(r, end), m.accept); break;
      case 42: m.decline = decodeCall_Decline(r, endOfMessage(r, end), m.decline); break;
      case 50: m.kill = decodeCall_Kill(r, endOfMessage(r, end), m.kill); break;
      case 58: m.shutdown = decodeCall_Shutdown(r, endOfMessage(r, end), m.shutdown); break;
      case 66: m.acknowledge = decodeCall_Acknowledge(r, endOfMessage(r, end), m.acknowledge); break;
      case 74: m.reconcile = decodeCall_Reconcile(r, endOfMessage(r, end), m.reconcile); break;
      case 82: m.message = decodeCall_Message(r, endOfMessage(r, end), m.message); break;
      case 90: m.request = decodeCall_Request(r, endOfMessage(r, end), m.request); break;
      case 106: m.accept_inverse_offers = decodeCall_AcceptInverseOffers(r, endOfMessage(r, end), m.accept_inverse_offers); break;
      case 114: m.decline_inverse_offers = decodeCall_DeclineInverseOffers(r, endOfMessage(r, end), m.decline_inverse_offers); break;
      case 122: m.revive = decodeCall_Revive(r, endOfMessage(r, end), m.revive); break;
      case 130: m.suppress = decodeCall_Suppress(r, endOfMessage(r, end), m.suppress); break;
      case 138: m.acknowledge_operation_status = decodeCall_AcknowledgeOperationStatus(r, endOfMessage(r, end), m.acknowledge_operation_status); break;
      case 146: m.reconcile_operations = decodeCall_ReconcileOperations(r, endOfMessage(r, end), m.reconcile_operations); break;
      case 154: m.update_framework = decodeCall_UpdateFramework(r, endOfMessage(r, end), m.update_framework); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call;
}

/** mesos.v1.scheduler.Call */
export const CallCodec = makeCodec<Call>(schedulerShapes.Call, encodeCall, decodeCall);

export function encodeCall_Subscribe(w: Writer, m: Call_Subscribe): void {
  w.uint32(10); writeShared(w, m.framework_info, encodeFrameworkInfo);
  if (m.suppressed_roles !== undefined) for (const item of m.suppressed_roles) { w.uint32(18).string(item); }
  if (m.offer_constraints !== undefined) { w.uint32(26).fork(); encodeOfferConstraints(w, m.offer_constraints); w.ldelim(); }
}

const Call_SubscribeDraft = draftOf<Call_Subscribe>();
export function decodeCall_Subscribe(r: WireReader, end: number, into?: Call_Subscribe): Call_Subscribe {
  const m = (into ?? new Call_SubscribeDraft()) as Draft<Call_Subscribe>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_info = readShared(r, end, decodeFrameworkInfo, m.framework_info); break;
      case 18: { const one = r.string(); if (m.suppressed_roles === undefined) m.suppressed_roles = [one]; else m.suppressed_roles.push(one); break; }
      case 26: m.offer_constraints = decodeOfferConstraints(r, endOfMessage(r, end), m.offer_constraints); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_info === undefined) r.lacksRequired = true;
  return m as Call_Subscribe;
}

/** mesos.v1.scheduler.Call.Subscribe */
export const Call_SubscribeCodec = makeCodec<Call_Subscribe>(schedulerShapes.Call_Subscribe, encodeCall_Subscribe, decodeCall_Subscribe);

export function encodeCall_Accept(w: Writer, m: Call_Accept): void {
  if (m.offer_ids !== undefined) for (const item of m.offer_ids) { w.uint32(10).fork(); encodeOfferID(w, item); w.ldelim(); }
  if (m.operations !== undefined) for (const item of m.operations) { w.uint32(18).fork(); encodeOffer_Operation(w, item); w.ldelim(); }
  if (m.filters !== undefined) { w.uint32(26).fork(); encodeFilters(w, m.filters); w.ldelim(); }
}

const Call_AcceptDraft = draftOf<Call_Accept>();
export function decodeCall_Accept(r: WireReader, end: number, into?: Call_Accept): Call_Accept {
  const m = (into ?? new Call_AcceptDraft()) as Draft<Call_Accept>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeOfferID(r, endOfMessage(r, end)); if (m.offer_ids === undefined) m.offer_ids = [one]; else m.offer_ids.push(one); break; }
      case 18: { const one = decodeOffer_Operation(r, endOfMessage(r, end)); if (m.operations === undefined) m.operations = [one]; else m.operations.push(one); break; }
      case 26: m.filters = decodeFilters(r, endOfMessage(r, end), m.filters); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_Accept;
}

/** mesos.v1.scheduler.Call.Accept */
export const Call_AcceptCodec = makeCodec<Call_Accept>(schedulerShapes.Call_Accept, encodeCall_Accept, decodeCall_Accept);

export function encodeCall_Decline(w: Writer, m: Call_Decline): void {
  if (m.offer_ids !== undefined) for (const item of m.offer_ids) { w.uint32(10).fork(); encodeOfferID(w, item); w.ldelim(); }
  if (m.filters !== undefined) { w.uint32(18).fork(); encodeFilters(w, m.filters); w.ldelim(); }
}

const Call_DeclineDraft = draftOf<Call_Decline>();
export function decodeCall_Decline(r: WireReader, end: number, into?: Call_Decline): Call_Decline {
  const m = (into ?? new Call_DeclineDraft()) as Draft<Call_Decline>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeOfferID(r, endOfMessage(r, end)); if (m.offer_ids === undefined) m.offer_ids = [one]; else m.offer_ids.push(one); break; }
      case 18: m.filters = decodeFilters(r, endOfMessage(r, end), m.filters); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_Decline;
}

/** mesos.v1.scheduler.Call.Decline */
export const Call_DeclineCodec = makeCodec<Call_Decline>(schedulerShapes.Call_Decline, encodeCall_Decline, decodeCall_Decline);

export function encodeCall_AcceptInverseOffers(w: Writer, m: Call_AcceptInverseOffers): void {
  if (m.inverse_offer_ids !== undefined) for (const item of m.inverse_offer_ids) { w.uint32(10).fork(); encodeOfferID(w, item); w.ldelim(); }
  if (m.filters !== undefined) { w.uint32(18).fork(); encodeFilters(w, m.filters); w.ldelim(); }
}

const Call_AcceptInverseOffersDraft = draftOf<Call_AcceptInverseOffers>();
export function decodeCall_AcceptInverseOffers(r: WireReader, end: number, into?: Call_AcceptInverseOffers): Call_AcceptInverseOffers {
  const m = (into ?? new Call_AcceptInverseOffersDraft()) as Draft<Call_AcceptInverseOffers>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeOfferID(r, endOfMessage(r, end)); if (m.inverse_offer_ids === undefined) m.inverse_offer_ids = [one]; else m.inverse_offer_ids.push(one); break; }
      case 18: m.filters = decodeFilters(r, endOfMessage(r, end), m.filters); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_AcceptInverseOffers;
}

/** mesos.v1.scheduler.Call.AcceptInverseOffers */
export const Call_AcceptInverseOffersCodec = makeCodec<Call_AcceptInverseOffers>(schedulerShapes.Call_AcceptInverseOffers, encodeCall_AcceptInverseOffers, decodeCall_AcceptInverseOffers);

export function encodeCall_DeclineInverseOffers(w: Writer, m: Call_DeclineInverseOffers): void {
  if (m.inverse_offer_ids !== undefined) for (const item of m.inverse_offer_ids) { w.uint32(10).fork(); encodeOfferID(w, item); w.ldelim(); }
  if (m.filters !== undefined) { w.uint32(18).fork(); encodeFilters(w, m.filters); w.ldelim(); }
}

const Call_DeclineInverseOffersDraft = draftOf<Call_DeclineInverseOffers>();
export function decodeCall_DeclineInverseOffers(r: WireReader, end: number, into?: Call_DeclineInverseOffers): Call_DeclineInverseOffers {
  const m = (into ?? new Call_DeclineInverseOffersDraft()) as Draft<Call_DeclineInverseOffers>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeOfferID(r, endOfMessage(r, end)); if (m.inverse_offer_ids === undefined) m.inverse_offer_ids = [one]; else m.inverse_offer_ids.push(one); break; }
      case 18: m.filters = decodeFilters(r, endOfMessage(r, end), m.filters); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_DeclineInverseOffers;
}

/** mesos.v1.scheduler.Call.DeclineInverseOffers */
export const Call_DeclineInverseOffersCodec = makeCodec<Call_DeclineInverseOffers>(schedulerShapes.Call_DeclineInverseOffers, encodeCall_DeclineInverseOffers, decodeCall_DeclineInverseOffers);

export function encodeCall_Revive(w: Writer, m: Call_Revive): void {
  if (m.roles !== undefined) for (const item of m.roles) { w.uint32(10).string(item); }
}

const Call_ReviveDraft = draftOf<Call_Revive>();
export function decodeCall_Revive(r: WireReader, end: number, into?: Call_Revive): Call_Revive {
  const m = (into ?? new Call_ReviveDraft()) as Draft<Call_Revive>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = r.string(); if (m.roles === undefined) m.roles = [one]; else m.roles.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_Revive;
}

/** mesos.v1.scheduler.Call.Revive */
export const Call_ReviveCodec = makeCodec<Call_Revive>(schedulerShapes.Call_Revive, encodeCall_Revive, decodeCall_Revive);

export function encodeCall_Kill(w: Writer, m: Call_Kill): void {
  w.uint32(10).fork(); encodeTaskID(w, m.task_id); w.ldelim();
  if (m.agent_id !== undefined) { w.uint32(18).fork(); encodeAgentID(w, m.agent_id); w.ldelim(); }
  if (m.kill_policy !== undefined) { w.uint32(26).fork(); encodeKillPolicy(w, m.kill_policy); w.ldelim(); }
}

const Call_KillDraft = draftOf<Call_Kill>();
export function decodeCall_Kill(r: WireReader, end: number, into?: Call_Kill): Call_Kill {
  const m = (into ?? new Call_KillDraft()) as Draft<Call_Kill>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.task_id = readAgain(r, end, decodeTaskID, m.task_id); break;
      case 18: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 26: m.kill_policy = decodeKillPolicy(r, endOfMessage(r, end), m.kill_policy); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.task_id === undefined) r.lacksRequired = true;
  return m as Call_Kill;
}

/** mesos.v1.scheduler.Call.Kill */
export const Call_KillCodec = makeCodec<Call_Kill>(schedulerShapes.Call_Kill, encodeCall_Kill, decodeCall_Kill);

export function encodeCall_Shutdown(w: Writer, m: Call_Shutdown): void {
  w.uint32(10).fork(); encodeExecutorID(w, m.executor_id); w.ldelim();
  w.uint32(18).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
}

const Call_ShutdownDraft = draftOf<Call_Shutdown>();
export function decodeCall_Shutdown(r: WireReader, end: number, into?: Call_Shutdown): Call_Shutdown {
  const m = (into ?? new Call_ShutdownDraft()) as Draft<Call_Shutdown>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.executor_id = decodeExecutorID(r, endOfMessage(r, end), m.executor_id); break;
      case 18: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.executor_id === undefined || m.agent_id === undefined) r.lacksRequired = true;
  return m as Call_Shutdown;
}

/** mesos.v1.scheduler.Call.Shutdown */
export const Call_ShutdownCodec = makeCodec<Call_Shutdown>(schedulerShapes.Call_Shutdown, encodeCall_Shutdown, decodeCall_Shutdown);

export function encodeCall_Acknowledge(w: Writer, m: Call_Acknowledge): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  w.uint32(18).fork(); encodeTaskID(w, m.task_id); w.ldelim();
  w.uint32(26).bytes(m.uuid);
}

const Call_AcknowledgeDraft = draftOf<Call_Acknowledge>();
export function decodeCall_Acknowledge(r: WireReader, end: number, into?: Call_Acknowledge): Call_Acknowledge {
  const m = (into ?? new Call_AcknowledgeDraft()) as Draft<Call_Acknowledge>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: m.task_id = readAgain(r, end, decodeTaskID, m.task_id); break;
      case 26: m.uuid = readBytes(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined || m.task_id === undefined || m.uuid === undefined) r.lacksRequired = true;
  return m as Call_Acknowledge;
}

/** mesos.v1.scheduler.Call.Acknowledge */
export const Call_AcknowledgeCodec = makeCodec<Call_Acknowledge>(schedulerShapes.Call_Acknowledge, encodeCall_Acknowledge, decodeCall_Acknowledge);

export function encodeCall_AcknowledgeOperationStatus(w: Writer, m: Call_AcknowledgeOperationStatus): void {
  if (m.agent_id !== undefined) { w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim(); }
  if (m.resource_provider_id !== undefined) { w.uint32(18).fork(); encodeResourceProviderID(w, m.resource_provider_id); w.ldelim(); }
  w.uint32(26).bytes(m.uuid);
  w.uint32(34).fork(); encodeOperationID(w, m.operation_id); w.ldelim();
}

const Call_AcknowledgeOperationStatusDraft = draftOf<Call_AcknowledgeOperationStatus>();
export function decodeCall_AcknowledgeOperationStatus(r: WireReader, end: number, into?: Call_AcknowledgeOperationStatus): Call_AcknowledgeOperationStatus {
  const m = (into ?? new Call_AcknowledgeOperationStatusDraft()) as Draft<Call_AcknowledgeOperationStatus>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: m.resource_provider_id = decodeResourceProviderID(r, endOfMessage(r, end), m.resource_provider_id); break;
      case 26: m.uuid = readBytes(r); break;
      case 34: m.operation_id = decodeOperationID(r, endOfMessage(r, end), m.operation_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.uuid === undefined || m.operation_id === undefined) r.lacksRequired = true;
  return m as Call_AcknowledgeOperationStatus;
}

/** mesos.v1.scheduler.Call.AcknowledgeOperationStatus */
export const Call_AcknowledgeOperationStatusCodec = makeCodec<Call_AcknowledgeOperationStatus>(schedulerShapes.Call_AcknowledgeOperationStatus, encodeCall_AcknowledgeOperationStatus, decodeCall_AcknowledgeOperationStatus);

export function encodeCall_Reconcile(w: Writer, m: Call_Reconcile): void {
  if (m.tasks !== undefined) for (const item of m.tasks) { w.uint32(10).fork(); encodeCall_Reconcile_Task(w, item); w.ldelim(); }
}

const Call_ReconcileDraft = draftOf<Call_Reconcile>();
export function decodeCall_Reconcile(r: WireReader, end: number, into?: Call_Reconcile): Call_Reconcile {
  const m = (into ?? new Call_ReconcileDraft()) as Draft<Call_Reconcile>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeCall_Reconcile_Task(r, endOfMessage(r, end)); if (m.tasks === undefined) m.tasks = [one]; else m.tasks.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_Reconcile;
}

/** mesos.v1.scheduler.Call.Reconcile */
export const Call_ReconcileCodec = makeCodec<Call_Reconcile>(schedulerShapes.Call_Reconcile, encodeCall_Reconcile, decodeCall_Reconcile);

export function encodeCall_Reconcile_Task(w: Writer, m: Call_Reconcile_Task): void {
  w.uint32(10).fork(); encodeTaskID(w, m.task_id); w.ldelim();
  if (m.agent_id !== undefined) { w.uint32(18).fork(); encodeAgentID(w, m.agent_id); w.ldelim(); }
}

const Call_Reconcile_TaskDraft = draftOf<Call_Reconcile_Task>();
export function decodeCall_Reconcile_Task(r: WireReader, end: number, into?: Call_Reconcile_Task): Call_Reconcile_Task {
  const m = (into ?? new Call_Reconcile_TaskDraft()) as Draft<Call_Reconcile_Task>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.task_id = readAgain(r, end, decodeTaskID, m.task_id); break;
      case 18: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.task_id === undefined) r.lacksRequired = true;
  return m as Call_Reconcile_Task;
}

/** mesos.v1.scheduler.Call.Reconcile.Task */
export const Call_Reconcile_TaskCodec = makeCodec<Call_Reconcile_Task>(schedulerShapes.Call_Reconcile_Task, encodeCall_Reconcile_Task, decodeCall_Reconcile_Task);

export function encodeCall_ReconcileOperations(w: Writer, m: Call_ReconcileOperations): void {
  if (m.operations !== undefined) for (const item of m.operations) { w.uint32(10).fork(); encodeCall_ReconcileOperations_Operation(w, item); w.ldelim(); }
}

const Call_ReconcileOperationsDraft = draftOf<Call_ReconcileOperations>();
export function decodeCall_ReconcileOperations(r: WireReader, end: number, into?: Call_ReconcileOperations): Call_ReconcileOperations {
  const m = (into ?? new Call_ReconcileOperationsDraft()) as Draft<Call_ReconcileOperations>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeCall_ReconcileOperations_Operation(r, endOfMessage(r, end)); if (m.operations === undefined) m.operations = [one]; else m.operations.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_ReconcileOperations;
}

/** mesos.v1.scheduler.Call.ReconcileOperations */
export const Call_ReconcileOperationsCodec = makeCodec<Call_ReconcileOperations>(schedulerShapes.Call_ReconcileOperations, encodeCall_ReconcileOperations, decodeCall_ReconcileOperations);

export function encodeCall_ReconcileOperations_Operation(w: Writer, m: Call_ReconcileOperations_Operation): void {
  w.uint32(10).fork(); encodeOperationID(w, m.operation_id); w.ldelim();
  if (m.agent_id !== undefined) { w.uint32(18).fork(); encodeAgentID(w, m.agent_id); w.ldelim(); }
  if (m.resource_provider_id !== undefined) { w.uint32(26).fork(); encodeResourceProviderID(w, m.resource_provider_id); w.ldelim(); }
}

const Call_ReconcileOperations_OperationDraft = draftOf<Call_ReconcileOperations_Operation>();
export function decodeCall_ReconcileOperations_Operation(r: WireReader, end: number, into?: Call_ReconcileOperations_Operation): Call_ReconcileOperations_Operation {
  const m = (into ?? new Call_ReconcileOperations_OperationDraft()) as Draft<Call_ReconcileOperations_Operation>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.operation_id = decodeOperationID(r, endOfMessage(r, end), m.operation_id); break;
      case 18: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 26: m.resource_provider_id = decodeResourceProviderID(r, endOfMessage(r, end), m.resource_provider_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.operation_id === undefined) r.lacksRequired = true;
  return m as Call_ReconcileOperations_Operation;
}

/** mesos.v1.scheduler.Call.ReconcileOperations.Operation */
export const Call_ReconcileOperations_OperationCodec = makeCodec<Call_ReconcileOperations_Operation>(schedulerShapes.Call_ReconcileOperations_Operation, encodeCall_ReconcileOperations_Operation, decodeCall_ReconcileOperations_Operation);

export function encodeCall_Message(w: Writer, m: Call_Message): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  w.uint32(18).fork(); encodeExecutorID(w, m.executor_id); w.ldelim();
  w.uint32(26).bytes(m.data);
}

const Call_MessageDraft = draftOf<Call_Message>();
export function decodeCall_Message(r: WireReader, end: number, into?: Call_Message): Call_Message {
  const m = (into ?? new Call_MessageDraft()) as Draft<Call_Message>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: m.executor_id = decodeExecutorID(r, endOfMessage(r, end), m.executor_id); break;
      case 26: m.data = readBytes(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined || m.executor_id === undefined || m.data === undefined) r.lacksRequired = true;
  return m as Call_Message;
}

/** mesos.v1.scheduler.Call.Message */
export const Call_MessageCodec = makeCodec<Call_Message>(schedulerShapes.Call_Message, encodeCall_Message, decodeCall_Message);

export function encodeCall_Request(w: Writer, m: Call_Request): void {
  if (m.requests !== undefined) for (const item of m.requests) { w.uint32(10).fork(); encodeRequest(w, item); w.ldelim(); }
}

const Call_RequestDraft = draftOf<Call_Request>();
export function decodeCall_Request(r: WireReader, end: number, into?: Call_Request): Call_Request {
  const m = (into ?? new Call_RequestDraft()) as Draft<Call_Request>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeRequest(r, endOfMessage(r, end)); if (m.requests === undefined) m.requests = [one]; else m.requests.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_Request;
}

/** mesos.v1.scheduler.Call.Request */
export const Call_RequestCodec = makeCodec<Call_Request>(schedulerShapes.Call_Request, encodeCall_Request, decodeCall_Request);

export function encodeCall_Suppress(w: Writer, m: Call_Suppress): void {
  if (m.roles !== undefined) for (const item of m.roles) { w.uint32(10).string(item); }
}

const Call_SuppressDraft = draftOf<Call_Suppress>();
export function decodeCall_Suppress(r: WireReader, end: number, into?: Call_Suppress): Call_Suppress {
  const m = (into ?? new Call_SuppressDraft()) as Draft<Call_Suppress>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = r.string(); if (m.roles === undefined) m.roles = [one]; else m.roles.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_Suppress;
}

/** mesos.v1.scheduler.Call.Suppress */
export const Call_SuppressCodec = makeCodec<Call_Suppress>(schedulerShapes.Call_Suppress, encodeCall_Suppress, decodeCall_Suppress);

export function encodeCall_UpdateFramework(w: Writer, m: Call_UpdateFramework): void {
  w.uint32(10); writeShared(w, m.framework_info, encodeFrameworkInfo);
  if (m.suppressed_roles !== undefined) for (const item of m.suppressed_roles) { w.uint32(18).string(item); }
  if (m.offer_constraints !== undefined) { w.uint32(26).fork(); encodeOfferConstraints(w, m.offer_constraints); w.ldelim(); }
}

const Call_UpdateFrameworkDraft = draftOf<Call_UpdateFramework>();
export function decodeCall_UpdateFramework(r: WireReader, end: number, into?: Call_UpdateFramework): Call_UpdateFramework {
  const m = (into ?? new Call_UpdateFrameworkDraft()) as Draft<Call_UpdateFramework>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_info = readShared(r, end, decodeFrameworkInfo, m.framework_info); break;
      case 18: { const one = r.string(); if (m.suppressed_roles === undefined) m.suppressed_roles = [one]; else m.suppressed_roles.push(one); break; }
      case 26: m.offer_constraints = decodeOfferConstraints(r, endOfMessage(r, end), m.offer_constraints); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_info === undefined) r.lacksRequired = true;
  return m as Call_UpdateFramework;
}

/** mesos.v1.scheduler.Call.UpdateFramework */
export const Call_UpdateFrameworkCodec = makeCodec<Call_UpdateFramework>(schedulerShapes.Call_UpdateFramework, encodeCall_UpdateFramework, decodeCall_UpdateFramework);

export function encodeAPIResult(w: Writer, m: APIResult): void {
  w.uint32(8).uint32(m.status_code);
  if (m.response !== undefined) { w.uint32(18).fork(); encodeResponse(w, m.response); w.ldelim(); }
  if (m.error !== undefined) { w.uint32(26).string(m.error); }
}

const APIResultDraft = draftOf<APIResult>();
export function decodeAPIResult(r: WireReader, end: number, into?: APIResult): APIResult {
  const m = (into ?? new APIResultDraft()) as Draft<APIResult>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.status_code = r.uint32(); break;
      case 18: m.response = decodeResponse(r, endOfMessage(r, end), m.response); break;
      case 26: m.error = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.status_code === undefined) r.lacksRequired = true;
  return m as APIResult;
}

/** mesos.v1.scheduler.APIResult */
export const APIResultCodec = makeCodec<APIResult>(schedulerShapes.APIResult, encodeAPIResult, decodeAPIResult);
