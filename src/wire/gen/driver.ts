// Made by `npm run generate` from src/wire/proto/driver.proto. Do not edit.
import type {
  Call,
  Call_Subscribe,
} from "../../model/gen/driver.ts";
import { draftOf, endOfMessage, finishMessage, readShared, skipField, writeShared } from "../binary.ts";
import type { Draft, WireReader, Writer } from "../binary.ts";
import { makeCodec } from "../codec.ts";
import {
  decodeFrameworkID,
  decodeFrameworkInfo,
  encodeFrameworkID,
  encodeFrameworkInfo,
} from "./mesos.ts";
import {
  decodeCall_Accept,
  decodeCall_AcceptInverseOffers,
  decodeCall_Acknowledge,
  decodeCall_AcknowledgeOperationStatus,
  decodeCall_Decline,
  decodeCall_DeclineInverseOffers,
  decodeCall_Kill,
  decodeCall_Message,
  decodeCall_Reconcile,
  decodeCall_ReconcileOperations,
  decodeCall_Request,
  decodeCall_Revive,
  decodeCall_Shutdown,
  decodeCall_Suppress,
  decodeCall_UpdateFramework,
  decodeOfferConstraints,
  encodeCall_Accept,
  encodeCall_AcceptInverseOffers,
  encodeCall_Acknowledge,
  encodeCall_AcknowledgeOperationStatus,
  encodeCall_Decline,
  encodeCall_DeclineInverseOffers,
  encodeCall_Kill,
  encodeCall_Message,
  encodeCall_Reconcile,
  encodeCall_ReconcileOperations,
  encodeCall_Request,
  encodeCall_Revive,
  encodeCall_Shutdown,
  encodeCall_Suppress,
  encodeCall_UpdateFramework,
  encodeOfferConstraints,
} from "./scheduler.ts";
import * as driverShapes from "./shapes/driver.ts";
import * as schedulerShapes from "./shapes/scheduler.ts";

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

/** mesos.scheduler.Call */
export const CallCodec = makeCodec<Call>(driverShapes.Call, encodeCall, decodeCall);

export function encodeCall_Subscribe(w: Writer, m: Call_Subscribe): void {
  w.uint32(10); writeShared(w, m.framework_info, encodeFrameworkInfo);
  if (m.force !== undefined) { w.uint32(16).bool(m.force); }
  if (m.suppressed_roles !== undefined) for (const item of m.suppressed_roles) { w.uint32(26).string(item); }
  if (m.offer_constraints !== undefined) { w.uint32(34).fork(); encodeOfferConstraints(w, m.offer_constraints); w.ldelim(); }
}

const Call_SubscribeDraft = draftOf<Call_Subscribe>();
export function decodeCall_Subscribe(r: WireReader, end: number, into?: Call_Subscribe): Call_Subscribe {
  const m = (into ?? new Call_SubscribeDraft()) as Draft<Call_Subscribe>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_info = readShared(r, end, decodeFrameworkInfo, m.framework_info); break;
      case 16: m.force = r.bool(); break;
      case 26: { const one = r.string(); if (m.suppressed_roles === undefined) m.suppressed_roles = [one]; else m.suppressed_roles.push(one); break; }
      case 34: m.offer_constraints = decodeOfferConstraints(r, endOfMessage(r, end), m.offer_constraints); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_info === undefined) r.lacksRequired = true;
  return m as Call_Subscribe;
}

/** mesos.scheduler.Call.Subscribe */
export const Call_SubscribeCodec = makeCodec<Call_Subscribe>(driverShapes.Call_Subscribe, encodeCall_Subscribe, decodeCall_Subscribe);
