// Made by `npm run generate` from src/wire/proto/internal.proto. Do not edit.
import type {
  StatusUpdate,
  StatusUpdateRecord,
  SubmitSchedulerRequest,
  SubmitSchedulerResponse,
  ExecutorToFrameworkMessage,
  FrameworkToExecutorMessage,
  RegisterFrameworkMessage,
  ReregisterFrameworkMessage,
  FrameworkRegisteredMessage,
  FrameworkReregisteredMessage,
  UnregisterFrameworkMessage,
  DeactivateFrameworkMessage,
  ResourceRequestMessage,
  ResourceOffersMessage,
  InverseOffersMessage,
  LaunchTasksMessage,
  RescindResourceOfferMessage,
  RescindInverseOfferMessage,
  ReviveOffersMessage,
  RunTaskMessage,
  RunTaskGroupMessage,
  KillTaskMessage,
  StatusUpdateMessage,
  StatusUpdateAcknowledgementMessage,
  AcknowledgeOperationStatusMessage,
  LostSlaveMessage,
  ReconcileTasksMessage,
  ReconcileOperationsMessage,
  ReconcileOperationsMessage_Operation,
  FrameworkErrorMessage,
  RegisterSlaveMessage,
  ReregisterSlaveMessage,
  SlaveRegisteredMessage,
  SlaveReregisteredMessage,
  UnregisterSlaveMessage,
  MasterSlaveConnection,
  PingSlaveMessage,
  PongSlaveMessage,
  ShutdownFrameworkMessage,
  ShutdownExecutorMessage,
  UpdateFrameworkMessage,
  CheckpointResourcesMessage,
  ResourceVersionUUID,
  UpdateSlaveMessage,
  UpdateSlaveMessage_Operations,
  UpdateSlaveMessage_ResourceProvider,
  UpdateSlaveMessage_ResourceProviders,
  UpdateOperationStatusMessage,
  UpdateOperationStatusRecord,
  ApplyOperationMessage,
  ResourceProviderCallMessage,
  ResourceProviderEventMessage,
  RegisterExecutorMessage,
  ExecutorRegisteredMessage,
  ExecutorReregisteredMessage,
  ExitedExecutorMessage,
  ReconnectExecutorMessage,
  ReregisterExecutorMessage,
  DrainSlaveMessage,
  ShutdownMessage,
  Archive,
  Archive_Framework,
  TaskHealthStatus,
  HookExecuted,
  AuthenticateMessage,
  AuthenticationMechanismsMessage,
  AuthenticationStartMessage,
  AuthenticationStepMessage,
  AuthenticationCompletedMessage,
  AuthenticationFailedMessage,
  AuthenticationErrorMessage,
} from "../../model/gen/internal.ts";
import { draftOf, endOfMessage, finishMessage, readAgain, readBytes, readShared, readWord, skipField, writeShared } from "../binary.ts";
import type { Draft, WireReader, Writer } from "../binary.ts";
import { makeCodec } from "../codec.ts";
import {
  decodeAgentID,
  decodeAgentInfo,
  decodeAgentInfo_Capability,
  decodeDrainConfig,
  decodeExecutorID,
  decodeExecutorInfo,
  decodeFilters,
  decodeFrameworkID,
  decodeFrameworkInfo,
  decodeInverseOffer,
  decodeKillPolicy,
  decodeMasterInfo,
  decodeOffer,
  decodeOfferID,
  decodeOffer_Operation,
  decodeOperation,
  decodeOperationID,
  decodeOperationStatus,
  decodeRequest,
  decodeResource,
  decodeResourceProviderID,
  decodeResourceProviderInfo,
  decodeTask,
  decodeTaskGroupInfo,
  decodeTaskID,
  decodeTaskInfo,
  decodeTaskStatus,
  decodeUUID,
  encodeAgentID,
  encodeAgentInfo,
  encodeAgentInfo_Capability,
  encodeDrainConfig,
  encodeExecutorID,
  encodeExecutorInfo,
  encodeFilters,
  encodeFrameworkID,
  encodeFrameworkInfo,
  encodeInverseOffer,
  encodeKillPolicy,
  encodeMasterInfo,
  encodeOffer,
  encodeOfferID,
  encodeOffer_Operation,
  encodeOperation,
  encodeOperationID,
  encodeOperationStatus,
  encodeRequest,
  encodeResource,
  encodeResourceProviderID,
  encodeResourceProviderInfo,
  encodeTask,
  encodeTaskGroupInfo,
  encodeTaskID,
  encodeTaskInfo,
  encodeTaskStatus,
  encodeUUID,
} from "./mesos.ts";
import {
  decodeCall,
  decodeEvent,
  encodeCall,
  encodeEvent,
} from "./resource_provider.ts";
import * as internalShapes from "./shapes/internal.ts";
import * as mesosShapes from "./shapes/mesos.ts";

export function encodeStatusUpdate(w: Writer, m: StatusUpdate): void {
  w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  if (m.executor_id !== undefined) { w.uint32(18).fork(); encodeExecutorID(w, m.executor_id); w.ldelim(); }
  if (m.agent_id !== undefined) { w.uint32(26).fork(); encodeAgentID(w, m.agent_id); w.ldelim(); }
  w.uint32(34).fork(); encodeTaskStatus(w, m.status); w.ldelim();
  w.uint32(41).double(m.timestamp);
  if (m.uuid !== undefined) { w.uint32(50).bytes(m.uuid); }
  if (m.latest_state !== undefined) { w.uint32(56).int32(mesosShapes.TaskState.numbers[m.latest_state]); }
}

const StatusUpdateDraft = draftOf<StatusUpdate>();
export function decodeStatusUpdate(r: WireReader, end: number, into?: StatusUpdate): StatusUpdate {
  const m = (into ?? new StatusUpdateDraft()) as Draft<StatusUpdate>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: m.executor_id = decodeExecutorID(r, endOfMessage(r, end), m.executor_id); break;
      case 26: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 34: m.status = decodeTaskStatus(r, endOfMessage(r, end), m.status); break;
      case 41: m.timestamp = r.double(); break;
      case 50: m.uuid = readBytes(r); break;
      case 56: { const value = mesosShapes.TaskState.names[r.int32()]; if (value !== undefined) { m.latest_state = value; } break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_id === undefined || m.status === undefined || m.timestamp === undefined) r.lacksRequired = true;
  return m as StatusUpdate;
}

/** mesos.internal.StatusUpdate */
export const StatusUpdateCodec = makeCodec<StatusUpdate>(internalShapes.StatusUpdate, encodeStatusUpdate, decodeStatusUpdate);

export function encodeStatusUpdateRecord(w: Writer, m: StatusUpdateRecord): void {
  w.uint32(8).int32(internalShapes.StatusUpdateRecord_Type.numbers[m.type]);
  if (m.update !== undefined) { w.uint32(18).fork(); encodeStatusUpdate(w, m.update); w.ldelim(); }
  if (m.uuid !== undefined) { w.uint32(26).bytes(m.uuid); }
}

const StatusUpdateRecordDraft = draftOf<StatusUpdateRecord>();
export function decodeStatusUpdateRecord(r: WireReader, end: number, into?: StatusUpdateRecord): StatusUpdateRecord {
  const m = (into ?? new StatusUpdateRecordDraft()) as Draft<StatusUpdateRecord>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = internalShapes.StatusUpdateRecord_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.update = decodeStatusUpdate(r, endOfMessage(r, end), m.update); break;
      case 26: m.uuid = readBytes(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.type === undefined) r.lacksRequired = true;
  return m as StatusUpdateRecord;
}

/** mesos.internal.StatusUpdateRecord */
export const StatusUpdateRecordCodec = makeCodec<StatusUpdateRecord>(internalShapes.StatusUpdateRecord, encodeStatusUpdateRecord, decodeStatusUpdateRecord);

export function encodeSubmitSchedulerRequest(w: Writer, m: SubmitSchedulerRequest): void {
  w.uint32(10).string(m.name);
}

const SubmitSchedulerRequestDraft = draftOf<SubmitSchedulerRequest>();
export function decodeSubmitSchedulerRequest(r: WireReader, end: number, into?: SubmitSchedulerRequest): SubmitSchedulerRequest {
  const m = (into ?? new SubmitSchedulerRequestDraft()) as Draft<SubmitSchedulerRequest>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.name = readWord(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.name === undefined) r.lacksRequired = true;
  return m as SubmitSchedulerRequest;
}

/** mesos.internal.SubmitSchedulerRequest */
export const SubmitSchedulerRequestCodec = makeCodec<SubmitSchedulerRequest>(internalShapes.SubmitSchedulerRequest, encodeSubmitSchedulerRequest, decodeSubmitSchedulerRequest);

export function encodeSubmitSchedulerResponse(w: Writer, m: SubmitSchedulerResponse): void {
  w.uint32(8).bool(m.okay);
}

const SubmitSchedulerResponseDraft = draftOf<SubmitSchedulerResponse>();
export function decodeSubmitSchedulerResponse(r: WireReader, end: number, into?: SubmitSchedulerResponse): SubmitSchedulerResponse {
  const m = (into ?? new SubmitSchedulerResponseDraft()) as Draft<SubmitSchedulerResponse>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.okay = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.okay === undefined) r.lacksRequired = true;
  return m as SubmitSchedulerResponse;
}

/** mesos.internal.SubmitSchedulerResponse */
export const SubmitSchedulerResponseCodec = makeCodec<SubmitSchedulerResponse>(internalShapes.SubmitSchedulerResponse, encodeSubmitSchedulerResponse, decodeSubmitSchedulerResponse);

export function encodeExecutorToFrameworkMessage(w: Writer, m: ExecutorToFrameworkMessage): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  w.uint32(18).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  w.uint32(26).fork(); encodeExecutorID(w, m.executor_id); w.ldelim();
  w.uint32(34).bytes(m.data);
}

const ExecutorToFrameworkMessageDraft = draftOf<ExecutorToFrameworkMessage>();
export function decodeExecutorToFrameworkMessage(r: WireReader, end: number, into?: ExecutorToFrameworkMessage): ExecutorToFrameworkMessage {
  const m = (into ?? new ExecutorToFrameworkMessageDraft()) as Draft<ExecutorToFrameworkMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 26: m.executor_id = decodeExecutorID(r, endOfMessage(r, end), m.executor_id); break;
      case 34: m.data = readBytes(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined || m.framework_id === undefined || m.executor_id === undefined || m.data === undefined) r.lacksRequired = true;
  return m as ExecutorToFrameworkMessage;
}

/** mesos.internal.ExecutorToFrameworkMessage */
export const ExecutorToFrameworkMessageCodec = makeCodec<ExecutorToFrameworkMessage>(internalShapes.ExecutorToFrameworkMessage, encodeExecutorToFrameworkMessage, decodeExecutorToFrameworkMessage);

export function encodeFrameworkToExecutorMessage(w: Writer, m: FrameworkToExecutorMessage): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  w.uint32(18).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  w.uint32(26).fork(); encodeExecutorID(w, m.executor_id); w.ldelim();
  w.uint32(34).bytes(m.data);
}

const FrameworkToExecutorMessageDraft = draftOf<FrameworkToExecutorMessage>();
export function decodeFrameworkToExecutorMessage(r: WireReader, end: number, into?: FrameworkToExecutorMessage): FrameworkToExecutorMessage {
  const m = (into ?? new FrameworkToExecutorMessageDraft()) as Draft<FrameworkToExecutorMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 26: m.executor_id = decodeExecutorID(r, endOfMessage(r, end), m.executor_id); break;
      case 34: m.data = readBytes(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined || m.framework_id === undefined || m.executor_id === undefined || m.data === undefined) r.lacksRequired = true;
  return m as FrameworkToExecutorMessage;
}

/** mesos.internal.FrameworkToExecutorMessage */
export const FrameworkToExecutorMessageCodec = makeCodec<FrameworkToExecutorMessage>(internalShapes.FrameworkToExecutorMessage, encodeFrameworkToExecutorMessage, decodeFrameworkToExecutorMessage);

export function encodeRegisterFrameworkMessage(w: Writer, m: RegisterFrameworkMessage): void {
  w.uint32(10); writeShared(w, m.framework, encodeFrameworkInfo);
}

const RegisterFrameworkMessageDraft = draftOf<RegisterFrameworkMessage>();
export function decodeRegisterFrameworkMessage(r: WireReader, end: number, into?: RegisterFrameworkMessage): RegisterFrameworkMessage {
  const m = (into ?? new RegisterFrameworkMessageDraft()) as Draft<RegisterFrameworkMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework = readShared(r, end, decodeFrameworkInfo, m.framework); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework === undefined) r.lacksRequired = true;
  return m as RegisterFrameworkMessage;
}

/** mesos.internal.RegisterFrameworkMessage */
export const RegisterFrameworkMessageCodec = makeCodec<RegisterFrameworkMessage>(internalShapes.RegisterFrameworkMessage, encodeRegisterFrameworkMessage, decodeRegisterFrameworkMessage);

export function encodeReregisterFrameworkMessage(w: Writer, m: ReregisterFrameworkMessage): void {
  w.uint32(18); writeShared(w, m.framework, encodeFrameworkInfo);
  w.uint32(24).bool(m.failover);
}

const ReregisterFrameworkMessageDraft = draftOf<ReregisterFrameworkMessage>();
export function decodeReregisterFrameworkMessage(r: WireReader, end: number, into?: ReregisterFrameworkMessage): ReregisterFrameworkMessage {
  const m = (into ?? new ReregisterFrameworkMessageDraft()) as Draft<ReregisterFrameworkMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 18: m.framework = readShared(r, end, decodeFrameworkInfo, m.framework); break;
      case 24: m.failover = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework === undefined || m.failover === undefined) r.lacksRequired = true;
  return m as ReregisterFrameworkMessage;
}

/** mesos.internal.ReregisterFrameworkMessage */
export const ReregisterFrameworkMessageCodec = makeCodec<ReregisterFrameworkMessage>(internalShapes.ReregisterFrameworkMessage, encodeReregisterFrameworkMessage, decodeReregisterFrameworkMessage);

export function encodeFrameworkRegisteredMessage(w: Writer, m: FrameworkRegisteredMessage): void {
  w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  w.uint32(18).fork(); encodeMasterInfo(w, m.master_info); w.ldelim();
}

const FrameworkRegisteredMessageDraft = draftOf<FrameworkRegisteredMessage>();
export function decodeFrameworkRegisteredMessage(r: WireReader, end: number, into?: FrameworkRegisteredMessage): FrameworkRegisteredMessage {
  const m = (into ?? new FrameworkRegisteredMessageDraft()) as Draft<FrameworkRegisteredMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: m.master_info = decodeMasterInfo(r, endOfMessage(r, end), m.master_info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_id === undefined || m.master_info === undefined) r.lacksRequired = true;
  return m as FrameworkRegisteredMessage;
}

/** mesos.internal.FrameworkRegisteredMessage */
export const FrameworkRegisteredMessageCodec = makeCodec<FrameworkRegisteredMessage>(internalShapes.FrameworkRegisteredMessage, encodeFrameworkRegisteredMessage, decodeFrameworkRegisteredMessage);

export function encodeFrameworkReregisteredMessage(w: Writer, m: FrameworkReregisteredMessage): void {
  w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  w.uint32(18).fork(); encodeMasterInfo(w, m.master_info); w.ldelim();
}

const FrameworkReregisteredMessageDraft = draftOf<FrameworkReregisteredMessage>();
export function decodeFrameworkReregisteredMessage(r: WireReader, end: number, into?: FrameworkReregisteredMessage): FrameworkReregisteredMessage {
  const m = (into ?? new FrameworkReregisteredMessageDraft()) as Draft<FrameworkReregisteredMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: m.master_info = decodeMasterInfo(r, endOfMessage(r, end), m.master_info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_id === undefined || m.master_info === undefined) r.lacksRequired = true;
  return m as FrameworkReregisteredMessage;
}

/** mesos.internal.FrameworkReregisteredMessage */
export const FrameworkReregisteredMessageCodec = makeCodec<FrameworkReregisteredMessage>(internalShapes.FrameworkReregisteredMessage, encodeFrameworkReregisteredMessage, decodeFrameworkReregisteredMessage);

export function encodeUnregisterFrameworkMessage(w: Writer, m: UnregisterFrameworkMessage): void {
  w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
}

const UnregisterFrameworkMessageDraft = draftOf<UnregisterFrameworkMessage>();
export function decodeUnregisterFrameworkMessage(r: WireReader, end: number, into?: UnregisterFrameworkMessage): UnregisterFrameworkMessage {
  const m = (into ?? new UnregisterFrameworkMessageDraft()) as Draft<UnregisterFrameworkMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_id === undefined) r.lacksRequired = true;
  return m as UnregisterFrameworkMessage;
}

/** mesos.internal.UnregisterFrameworkMessage */
export const UnregisterFrameworkMessageCodec = makeCodec<UnregisterFrameworkMessage>(internalShapes.UnregisterFrameworkMessage, encodeUnregisterFrameworkMessage, decodeUnregisterFrameworkMessage);

export function encodeDeactivateFrameworkMessage(w: Writer, m: DeactivateFrameworkMessage): void {
  w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
}

const DeactivateFrameworkMessageDraft = draftOf<DeactivateFrameworkMessage>();
export function decodeDeactivateFrameworkMessage(r: WireReader, end: number, into?: DeactivateFrameworkMessage): DeactivateFrameworkMessage {
  const m = (into ?? new DeactivateFrameworkMessageDraft()) as Draft<DeactivateFrameworkMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_id === undefined) r.lacksRequired = true;
  return m as DeactivateFrameworkMessage;
}

/** mesos.internal.DeactivateFrameworkMessage */
export const DeactivateFrameworkMessageCodec = makeCodec<DeactivateFrameworkMessage>(internalShapes.DeactivateFrameworkMessage, encodeDeactivateFrameworkMessage, decodeDeactivateFrameworkMessage);

export function encodeResourceRequestMessage(w: Writer, m: ResourceRequestMessage): void {
  w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  if (m.requests !== undefined) for (const item of m.requests) { w.uint32(18).fork(); encodeRequest(w, item); w.ldelim(); }
}

const ResourceRequestMessageDraft = draftOf<ResourceRequestMessage>();
export function decodeResourceRequestMessage(r: WireReader, end: number, into?: ResourceRequestMessage): ResourceRequestMessage {
  const m = (into ?? new ResourceRequestMessageDraft()) as Draft<ResourceRequestMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: { const one = decodeRequest(r, endOfMessage(r, end)); if (m.requests === undefined) m.requests = [one]; else m.requests.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_id === undefined) r.lacksRequired = true;
  return m as ResourceRequestMessage;
}

/** mesos.internal.ResourceRequestMessage */
export const ResourceRequestMessageCodec = makeCodec<ResourceRequestMessage>(internalShapes.ResourceRequestMessage, encodeResourceRequestMessage, decodeResourceRequestMessage);

export function encodeResourceOffersMessage(w: Writer, m: ResourceOffersMessage): void {
  if (m.offers !== undefined) for (const item of m.offers) { w.uint32(10).fork(); encodeOffer(w, item); w.ldelim(); }
  if (m.pids !== undefined) for (const item of m.pids) { w.uint32(18).string(item); }
}

const ResourceOffersMessageDraft = draftOf<ResourceOffersMessage>();
export function decodeResourceOffersMessage(r: WireReader, end: number, into?: ResourceOffersMessage): ResourceOffersMessage {
  const m = (into ?? new ResourceOffersMessageDraft()) as Draft<ResourceOffersMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeOffer(r, endOfMessage(r, end)); if (m.offers === undefined) m.offers = [one]; else m.offers.push(one); break; }
      case 18: { const one = r.string(); if (m.pids === undefined) m.pids = [one]; else m.pids.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as ResourceOffersMessage;
}

/** mesos.internal.ResourceOffersMessage */
export const ResourceOffersMessageCodec = makeCodec<ResourceOffersMessage>(internalShapes.ResourceOffersMessage, encodeResourceOffersMessage, decodeResourceOffersMessage);

export function encodeInverseOffersMessage(w: Writer, m: InverseOffersMessage): void {
  if (m.inverse_offers !== undefined) for (const item of m.inverse_offers) { w.uint32(10).fork(); encodeInverseOffer(w, item); w.ldelim(); }
  if (m.pids !== undefined) for (const item of m.pids) { w.uint32(18).string(item); }
}

const InverseOffersMessageDraft = draftOf<InverseOffersMessage>();
export function decodeInverseOffersMessage(r: WireReader, end: number, into?: InverseOffersMessage): InverseOffersMessage {
  const m = (into ?? new InverseOffersMessageDraft()) as Draft<InverseOffersMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeInverseOffer(r, endOfMessage(r, end)); if (m.inverse_offers === undefined) m.inverse_offers = [one]; else m.inverse_offers.push(one); break; }
      case 18: { const one = r.string(); if (m.pids === undefined) m.pids = [one]; else m.pids.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as InverseOffersMessage;
}

/** mesos.internal.InverseOffersMessage */
export const InverseOffersMessageCodec = makeCodec<InverseOffersMessage>(internalShapes.InverseOffersMessage, encodeInverseOffersMessage, decodeInverseOffersMessage);

export function encodeLaunchTasksMessage(w: Writer, m: LaunchTasksMessage): void {
  w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  if (m.tasks !== undefined) for (const item of m.tasks) { w.uint32(26).fork(); encodeTaskInfo(w, item); w.ldelim(); }
  w.uint32(42).fork(); encodeFilters(w, m.filters); w.ldelim();
  if (m.offer_ids !== undefined) for (const item of m.offer_ids) { w.uint32(50).fork(); encodeOfferID(w, item); w.ldelim(); }
}

const LaunchTasksMessageDraft = draftOf<LaunchTasksMessage>();
export function decodeLaunchTasksMessage(r: WireReader, end: number, into?: LaunchTasksMessage): LaunchTasksMessage {
  const m = (into ?? new LaunchTasksMessageDraft()) as Draft<LaunchTasksMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 26: { const one = decodeTaskInfo(r, endOfMessage(r, end)); if (m.tasks === undefined) m.tasks = [one]; else m.tasks.push(one); break; }
      case 42: m.filters = decodeFilters(r, endOfMessage(r, end), m.filters); break;
      case 50: { const one = decodeOfferID(r, endOfMessage(r, end)); if (m.offer_ids === undefined) m.offer_ids = [one]; else m.offer_ids.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_id === undefined || m.filters === undefined) r.lacksRequired = true;
  return m as LaunchTasksMessage;
}

/** mesos.internal.LaunchTasksMessage */
export const LaunchTasksMessageCodec = makeCodec<LaunchTasksMessage>(internalShapes.LaunchTasksMessage, encodeLaunchTasksMessage, decodeLaunchTasksMessage);

export function encodeRescindResourceOfferMessage(w: Writer, m: RescindResourceOfferMessage): void {
  w.uint32(10).fork(); encodeOfferID(w, m.offer_id); w.ldelim();
}

const RescindResourceOfferMessageDraft = draftOf<RescindResourceOfferMessage>();
export function decodeRescindResourceOfferMessage(r: WireReader, end: number, into?: RescindResourceOfferMessage): RescindResourceOfferMessage {
  const m = (into ?? new RescindResourceOfferMessageDraft()) as Draft<RescindResourceOfferMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.offer_id = decodeOfferID(r, endOfMessage(r, end), m.offer_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.offer_id === undefined) r.lacksRequired = true;
  return m as RescindResourceOfferMessage;
}

/** mesos.internal.RescindResourceOfferMessage */
export const RescindResourceOfferMessageCodec = makeCodec<RescindResourceOfferMessage>(internalShapes.RescindResourceOfferMessage, encodeRescindResourceOfferMessage, decodeRescindResourceOfferMessage);

export function encodeRescindInverseOfferMessage(w: Writer, m: RescindInverseOfferMessage): void {
  w.uint32(10).fork(); encodeOfferID(w, m.inverse_offer_id); w.ldelim();
}

const RescindInverseOfferMessageDraft = draftOf<RescindInverseOfferMessage>();
export function decodeRescindInverseOfferMessage(r: WireReader, end: number, into?: RescindInverseOfferMessage): RescindInverseOfferMessage {
  const m = (into ?? new RescindInverseOfferMessageDraft()) as Draft<RescindInverseOfferMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.inverse_offer_id = decodeOfferID(r, endOfMessage(r, end), m.inverse_offer_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.inverse_offer_id === undefined) r.lacksRequired = true;
  return m as RescindInverseOfferMessage;
}

/** mesos.internal.RescindInverseOfferMessage */
export const RescindInverseOfferMessageCodec = makeCodec<RescindInverseOfferMessage>(internalShapes.RescindInverseOfferMessage, encodeRescindInverseOfferMessage, decodeRescindInverseOfferMessage);

export function encodeReviveOffersMessage(w: Writer, m: ReviveOffersMessage): void {
  w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  if (m.roles !== undefined) for (const item of m.roles) { w.uint32(18).string(item); }
}

const ReviveOffersMessageDraft = draftOf<ReviveOffersMessage>();
export function decodeReviveOffersMessage(r: WireReader, end: number, into?: ReviveOffersMessage): ReviveOffersMessage {
  const m = (into ?? new ReviveOffersMessageDraft()) as Draft<ReviveOffersMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: { const one = r.string(); if (m.roles === undefined) m.roles = [one]; else m.roles.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_id === undefined) r.lacksRequired = true;
  return m as ReviveOffersMessage;
}

/** mesos.internal.ReviveOffersMessage */
export const ReviveOffersMessageCodec = makeCodec<ReviveOffersMessage>(internalShapes.ReviveOffersMessage, encodeReviveOffersMessage, decodeReviveOffersMessage);

export function encodeRunTaskMessage(w: Writer, m: RunTaskMessage): void {
  if (m.framework_id !== undefined) { w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim(); }
  w.uint32(18); writeShared(w, m.framework, encodeFrameworkInfo);
  if (m.pid !== undefined) { w.uint32(26).string(m.pid); }
  w.uint32(34).fork(); encodeTaskInfo(w, m.task); w.ldelim();
  if (m.resource_version_uuids !== undefined) for (const item of m.resource_version_uuids) { w.uint32(42).fork(); encodeResourceVersionUUID(w, item); w.ldelim(); }
  if (m.launch_executor !== undefined) { w.uint32(48).bool(m.launch_executor); }
}

const RunTaskMessageDraft = draftOf<RunTaskMessage>();
export function decodeRunTaskMessage(r: WireReader, end: number, into?: RunTaskMessage): RunTaskMessage {
  const m = (into ?? new RunTaskMessageDraft()) as Draft<RunTaskMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: m.framework = readShared(r, end, decodeFrameworkInfo, m.framework); break;
      case 26: m.pid = r.string(); break;
      case 34: m.task = decodeTaskInfo(r, endOfMessage(r, end), m.task); break;
      case 42: { const one = decodeResourceVersionUUID(r, endOfMessage(r, end)); if (m.resource_version_uuids === undefined) m.resource_version_uuids = [one]; else m.resource_version_uuids.push(one); break; }
      case 48: m.launch_executor = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework === undefined || m.task === undefined) r.lacksRequired = true;
  return m as RunTaskMessage;
}

/** mesos.internal.RunTaskMessage */
export const RunTaskMessageCodec = makeCodec<RunTaskMessage>(internalShapes.RunTaskMessage, encodeRunTaskMessage, decodeRunTaskMessage);

export function encodeRunTaskGroupMessage(w: Writer, m: RunTaskGroupMessage): void {
  w.uint32(10); writeShared(w, m.framework, encodeFrameworkInfo);
  w.uint32(18).fork(); encodeExecutorInfo(w, m.executor); w.ldelim();
  w.uint32(26).fork(); encodeTaskGroupInfo(w, m.task_group); w.ldelim();
  if (m.resource_version_uuids !== undefined) for (const item of m.resource_version_uuids) { w.uint32(34).fork(); encodeResourceVersionUUID(w, item); w.ldelim(); }
  if (m.launch_executor !== undefined) { w.uint32(40).bool(m.launch_executor); }
}

const RunTaskGroupMessageDraft = draftOf<RunTaskGroupMessage>();
export function decodeRunTaskGroupMessage(r: WireReader, end: number, into?: RunTaskGroupMessage): RunTaskGroupMessage {
  const m = (into ?? new RunTaskGroupMessageDraft()) as Draft<RunTaskGroupMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework = readShared(r, end, decodeFrameworkInfo, m.framework); break;
      case 18: m.executor = decodeExecutorInfo(r, endOfMessage(r, end), m.executor); break;
      case 26: m.task_group = decodeTaskGroupInfo(r, endOfMessage(r, end), m.task_group); break;
      case 34: { const one = decodeResourceVersionUUID(r, endOfMessage(r, end)); if (m.resource_version_uuids === undefined) m.resource_version_uuids = [one]; else m.resource_version_uuids.push(one); break; }
      case 40: m.launch_executor = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework === undefined || m.executor === undefined || m.task_group === undefined) r.lacksRequired = true;
  return m as RunTaskGroupMessage;
}

/** mesos.internal.RunTaskGroupMessage */
export const RunTaskGroupMessageCodec = makeCodec<RunTaskGroupMessage>(internalShapes.RunTaskGroupMessage, encodeRunTaskGroupMessage, decodeRunTaskGroupMessage);

export function encodeKillTaskMessage(w: Writer, m: KillTaskMessage): void {
  w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  w.uint32(18).fork(); encodeTaskID(w, m.task_id); w.ldelim();
  if (m.kill_policy !== undefined) { w.uint32(26).fork(); encodeKillPolicy(w, m.kill_policy); w.ldelim(); }
}

const KillTaskMessageDraft = draftOf<KillTaskMessage>();
export function decodeKillTaskMessage(r: WireReader, end: number, into?: KillTaskMessage): KillTaskMessage {
  const m = (into ?? new KillTaskMessageDraft()) as Draft<KillTaskMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: m.task_id = readAgain(r, end, decodeTaskID, m.task_id); break;
      case 26: m.kill_policy = decodeKillPolicy(r, endOfMessage(r, end), m.kill_policy); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_id === undefined || m.task_id === undefined) r.lacksRequired = true;
  return m as KillTaskMessage;
}

/** mesos.internal.KillTaskMessage */
export const KillTaskMessageCodec = makeCodec<KillTaskMessage>(internalShapes.KillTaskMessage, encodeKillTaskMessage, decodeKillTaskMessage);

export function encodeStatusUpdateMessage(w: Writer, m: StatusUpdateMessage): void {
  w.uint32(10).fork(); encodeStatusUpdate(w, m.update); w.ldelim();
  if (m.pid !== undefined) { w.uint32(18).string(m.pid); }
}

const StatusUpdateMessageDraft = draftOf<StatusUpdateMessage>();
export function decodeStatusUpdateMessage(r: WireReader, end: number, into?: StatusUpdateMessage): StatusUpdateMessage {
  const m = (into ?? new StatusUpdateMessageDraft()) as Draft<StatusUpdateMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.update = decodeStatusUpdate(r, endOfMessage(r, end), m.update); break;
      case 18: m.pid = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.update === undefined) r.lacksRequired = true;
  return m as StatusUpdateMessage;
}

/** mesos.internal.StatusUpdateMessage */
export const StatusUpdateMessageCodec = makeCodec<StatusUpdateMessage>(internalShapes.StatusUpdateMessage, encodeStatusUpdateMessage, decodeStatusUpdateMessage);

export function encodeStatusUpdateAcknowledgementMessage(w: Writer, m: StatusUpdateAcknowledgementMessage): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  w.uint32(18).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  w.uint32(26).fork(); encodeTaskID(w, m.task_id); w.ldelim();
  w.uint32(34).bytes(m.uuid);
}

const StatusUpdateAcknowledgementMessageDraft = draftOf<StatusUpdateAcknowledgementMessage>();
export function decodeStatusUpdateAcknowledgementMessage(r: WireReader, end: number, into?: StatusUpdateAcknowledgementMessage): StatusUpdateAcknowledgementMessage {
  const m = (into ?? new StatusUpdateAcknowledgementMessageDraft()) as Draft<StatusUpdateAcknowledgementMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 26: m.task_id = readAgain(r, end, decodeTaskID, m.task_id); break;
      case 34: m.uuid = readBytes(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined || m.framework_id === undefined || m.task_id === undefined || m.uuid === undefined) r.lacksRequired = true;
  return m as StatusUpdateAcknowledgementMessage;
}

/** mesos.internal.StatusUpdateAcknowledgementMessage */
export const StatusUpdateAcknowledgementMessageCodec = makeCodec<StatusUpdateAcknowledgementMessage>(internalShapes.StatusUpdateAcknowledgementMessage, encodeStatusUpdateAcknowledgementMessage, decodeStatusUpdateAcknowledgementMessage);

export function encodeAcknowledgeOperationStatusMessage(w: Writer, m: AcknowledgeOperationStatusMessage): void {
  w.uint32(10).fork(); encodeUUID(w, m.status_uuid); w.ldelim();
  w.uint32(18).fork(); encodeUUID(w, m.operation_uuid); w.ldelim();
  if (m.resource_provider_id !== undefined) { w.uint32(26).fork(); encodeResourceProviderID(w, m.resource_provider_id); w.ldelim(); }
}

const AcknowledgeOperationStatusMessageDraft = draftOf<AcknowledgeOperationStatusMessage>();
export function decodeAcknowledgeOperationStatusMessage(r: WireReader, end: number, into?: AcknowledgeOperationStatusMessage): AcknowledgeOperationStatusMessage {
  const m = (into ?? new AcknowledgeOperationStatusMessageDraft()) as Draft<AcknowledgeOperationStatusMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.status_uuid = decodeUUID(r, endOfMessage(r, end), m.status_uuid); break;
      case 18: m.operation_uuid = decodeUUID(r, endOfMessage(r, end), m.operation_uuid); break;
      case 26: m.resource_provider_id = decodeResourceProviderID(r, endOfMessage(r, end), m.resource_provider_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.status_uuid === undefined || m.operation_uuid === undefined) r.lacksRequired = true;
  return m as AcknowledgeOperationStatusMessage;
}

/** mesos.internal.AcknowledgeOperationStatusMessage */
export const AcknowledgeOperationStatusMessageCodec = makeCodec<AcknowledgeOperationStatusMessage>(internalShapes.AcknowledgeOperationStatusMessage, encodeAcknowledgeOperationStatusMessage, decodeAcknowledgeOperationStatusMessage);

export function encodeLostSlaveMessage(w: Writer, m: LostSlaveMessage): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
}

const LostSlaveMessageDraft = draftOf<LostSlaveMessage>();
export function decodeLostSlaveMessage(r: WireReader, end: number, into?: LostSlaveMessage): LostSlaveMessage {
  const m = (into ?? new LostSlaveMessageDraft()) as Draft<LostSlaveMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined) r.lacksRequired = true;
  return m as LostSlaveMessage;
}

/** mesos.internal.LostSlaveMessage */
export const LostSlaveMessageCodec = makeCodec<LostSlaveMessage>(internalShapes.LostSlaveMessage, encodeLostSlaveMessage, decodeLostSlaveMessage);

export function encodeReconcileTasksMessage(w: Writer, m: ReconcileTasksMessage): void {
  w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  if (m.statuses !== undefined) for (const item of m.statuses) { w.uint32(18).fork(); encodeTaskStatus(w, item); w.ldelim(); }
  if (m.framework !== undefined) { w.uint32(26); writeShared(w, m.framework, encodeFrameworkInfo); }
}

const ReconcileTasksMessageDraft = draftOf<ReconcileTasksMessage>();
export function decodeReconcileTasksMessage(r: WireReader, end: number, into?: ReconcileTasksMessage): ReconcileTasksMessage {
  const m = (into ?? new ReconcileTasksMessageDraft()) as Draft<ReconcileTasksMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: { const one = decodeTaskStatus(r, endOfMessage(r, end)); if (m.statuses === undefined) m.statuses = [one]; else m.statuses.push(one); break; }
      case 26: m.framework = readShared(r, end, decodeFrameworkInfo, m.framework); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_id === undefined) r.lacksRequired = true;
  return m as ReconcileTasksMessage;
}

/** mesos.internal.ReconcileTasksMessage */
export const ReconcileTasksMessageCodec = makeCodec<ReconcileTasksMessage>(internalShapes.ReconcileTasksMessage, encodeReconcileTasksMessage, decodeReconcileTasksMessage);

export function encodeReconcileOperationsMessage(w: Writer, m: ReconcileOperationsMessage): void {
  if (m.operations !== undefined) for (const item of m.operations) { w.uint32(10).fork(); encodeReconcileOperationsMessage_Operation(w, item); w.ldelim(); }
  if (m.framework_id !== undefined) { w.uint32(18).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim(); }
}

const ReconcileOperationsMessageDraft = draftOf<ReconcileOperationsMessage>();
export function decodeReconcileOperationsMessage(r: WireReader, end: number, into?: ReconcileOperationsMessage): ReconcileOperationsMessage {
  const m = (into ?? new ReconcileOperationsMessageDraft()) as Draft<ReconcileOperationsMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeReconcileOperationsMessage_Operation(r, endOfMessage(r, end)); if (m.operations === undefined) m.operations = [one]; else m.operations.push(one); break; }
      case 18: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as ReconcileOperationsMessage;
}

/** mesos.internal.ReconcileOperationsMessage */
export const ReconcileOperationsMessageCodec = makeCodec<ReconcileOperationsMessage>(internalShapes.ReconcileOperationsMessage, encodeReconcileOperationsMessage, decodeReconcileOperationsMessage);

export function encodeReconcileOperationsMessage_Operation(w: Writer, m: ReconcileOperationsMessage_Operation): void {
  if (m.operation_uuid !== undefined) { w.uint32(10).fork(); encodeUUID(w, m.operation_uuid); w.ldelim(); }
  if (m.resource_provider_id !== undefined) { w.uint32(18).fork(); encodeResourceProviderID(w, m.resource_provider_id); w.ldelim(); }
  if (m.operation_id !== undefined) { w.uint32(26).fork(); encodeOperationID(w, m.operation_id); w.ldelim(); }
}

const ReconcileOperationsMessage_OperationDraft = draftOf<ReconcileOperationsMessage_Operation>();
export function decodeReconcileOperationsMessage_Operation(r: WireReader, end: number, into?: ReconcileOperationsMessage_Operation): ReconcileOperationsMessage_Operation {
  const m = (into ?? new ReconcileOperationsMessage_OperationDraft()) as Draft<ReconcileOperationsMessage_Operation>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.operation_uuid = decodeUUID(r, endOfMessage(r, end), m.operation_uuid); break;
      case 18: m.resource_provider_id = decodeResourceProviderID(r, endOfMessage(r, end), m.resource_provider_id); break;
      case 26: m.operation_id = decodeOperationID(r, endOfMessage(r, end), m.operation_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as ReconcileOperationsMessage_Operation;
}

/** mesos.internal.ReconcileOperationsMessage.Operation */
export const ReconcileOperationsMessage_OperationCodec = makeCodec<ReconcileOperationsMessage_Operation>(internalShapes.ReconcileOperationsMessage_Operation, encodeReconcileOperationsMessage_Operation, decodeReconcileOperationsMessage_Operation);

export function encodeFrameworkErrorMessage(w: Writer, m: FrameworkErrorMessage): void {
  w.uint32(18).string(m.message);
}

const FrameworkErrorMessageDraft = draftOf<FrameworkErrorMessage>();
export function decodeFrameworkErrorMessage(r: WireReader, end: number, into?: FrameworkErrorMessage): FrameworkErrorMessage {
  const m = (into ?? new FrameworkErrorMessageDraft()) as Draft<FrameworkErrorMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 18: m.message = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.message === undefined) r.lacksRequired = true;
  return m as FrameworkErrorMessage;
}

/** mesos.internal.FrameworkErrorMessage */
export const FrameworkErrorMessageCodec = makeCodec<FrameworkErrorMessage>(internalShapes.FrameworkErrorMessage, encodeFrameworkErrorMessage, decodeFrameworkErrorMessage);

export function encodeRegisterSlaveMessage(w: Writer, m: RegisterSlaveMessage): void {
  w.uint32(10).fork(); encodeAgentInfo(w, m.agent); w.ldelim();
  if (m.version !== undefined) { w.uint32(18).string(m.version); }
  if (m.checkpointed_resources !== undefined) for (const item of m.checkpointed_resources) { w.uint32(26); writeShared(w, item, encodeResource); }
  if (m.agent_capabilities !== undefined) for (const item of m.agent_capabilities) { w.uint32(34).fork(); encodeAgentInfo_Capability(w, item); w.ldelim(); }
  if (m.resource_version_uuid !== undefined) { w.uint32(42).fork(); encodeUUID(w, m.resource_version_uuid); w.ldelim(); }
}

const RegisterSlaveMessageDraft = draftOf<RegisterSlaveMessage>();
export function decodeRegisterSlaveMessage(r: WireReader, end: number, into?: RegisterSlaveMessage): RegisterSlaveMessage {
  const m = (into ?? new RegisterSlaveMessageDraft()) as Draft<RegisterSlaveMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent = decodeAgentInfo(r, endOfMessage(r, end), m.agent); break;
      case 18: m.version = readWord(r); break;
      case 26: { const one = readShared(r, end, decodeResource, undefined); if (m.checkpointed_resources === undefined) m.checkpointed_resources = [one]; else m.checkpointed_resources.push(one); break; }
      case 34: { const one = decodeAgentInfo_Capability(r, endOfMessage(r, end)); if (m.agent_capabilities === undefined) m.agent_capabilities = [one]; else m.agent_capabilities.push(one); break; }
      case 42: m.resource_version_uuid = decodeUUID(r, endOfMessage(r, end), m.resource_version_uuid); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent === undefined) r.lacksRequired = true;
  return m as RegisterSlaveMessage;
}

/** mesos.internal.RegisterSlaveMessage */
export const RegisterSlaveMessageCodec = makeCodec<RegisterSlaveMessage>(internalShapes.RegisterSlaveMessage, encodeRegisterSlaveMessage, decodeRegisterSlaveMessage);

export function encodeReregisterSlaveMessage(w: Writer, m: ReregisterSlaveMessage): void {
  w.uint32(18).fork(); encodeAgentInfo(w, m.agent); w.ldelim();
  if (m.tasks !== undefined) for (const item of m.tasks) { w.uint32(26).fork(); encodeTask(w, item); w.ldelim(); }
  if (m.executor_infos !== undefined) for (const item of m.executor_infos) { w.uint32(34).fork(); encodeExecutorInfo(w, item); w.ldelim(); }
  if (m.completed_frameworks !== undefined) for (const item of m.completed_frameworks) { w.uint32(42).fork(); encodeArchive_Framework(w, item); w.ldelim(); }
  if (m.version !== undefined) { w.uint32(50).string(m.version); }
  if (m.checkpointed_resources !== undefined) for (const item of m.checkpointed_resources) { w.uint32(58); writeShared(w, item, encodeResource); }
  if (m.frameworks !== undefined) for (const item of m.frameworks) { w.uint32(66); writeShared(w, item, encodeFrameworkInfo); }
  if (m.agent_capabilities !== undefined) for (const item of m.agent_capabilities) { w.uint32(74).fork(); encodeAgentInfo_Capability(w, item); w.ldelim(); }
  if (m.resource_version_uuid !== undefined) { w.uint32(82).fork(); encodeUUID(w, m.resource_version_uuid); w.ldelim(); }
}

const ReregisterSlaveMessageDraft = draftOf<ReregisterSlaveMessage>();
export function decodeReregisterSlaveMessage(r: WireReader, end: number, into?: ReregisterSlaveMessage): ReregisterSlaveMessage {
  const m = (into ?? new ReregisterSlaveMessageDraft()) as Draft<ReregisterSlaveMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 18: m.agent = decodeAgentInfo(r, endOfMessage(r, end), m.agent); break;
      case 26: { const one = decodeTask(r, endOfMessage(r, end)); if (m.tasks === undefined) m.tasks = [one]; else m.tasks.push(one); break; }
      case 34: { const one = decodeExecutorInfo(r, endOfMessage(r, end)); if (m.executor_infos === undefined) m.executor_infos = [one]; else m.executor_infos.push(one); break; }
      case 42: { const one = decodeArchive_Framework(r, endOfMessage(r, end)); if (m.completed_frameworks === undefined) m.completed_frameworks = [one]; else m.completed_frameworks.push(one); break; }
      case 50: m.version = readWord(r); break;
      case 58: { const one = readShared(r, end, decodeResource, undefined); if (m.checkpointed_resources === undefined) m.checkpointed_resources = [one]; else m.checkpointed_resources.push(one); break; }
      case 66: { const one = readShared(r, end, decodeFrameworkInfo, undefined); if (m.frameworks === undefined) m.frameworks = [one]; else m.frameworks.push(one); break; }
      case 74: { const one = decodeAgentInfo_Capability(r, endOfMessage(r, end)); if (m.agent_capabilities === undefined) m.agent_capabilities = [one]; else m.agent_capabilities.push(one); break; }
      case 82: m.resource_version_uuid = decodeUUID(r, endOfMessage(r, end), m.resource_version_uuid); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent === undefined) r.lacksRequired = true;
  return m as ReregisterSlaveMessage;
}

/** mesos.internal.ReregisterSlaveMessage */
export const ReregisterSlaveMessageCodec = makeCodec<ReregisterSlaveMessage>(internalShapes.ReregisterSlaveMessage, encodeReregisterSlaveMessage, decodeReregisterSlaveMessage);

export function encodeSlaveRegisteredMessage(w: Writer, m: SlaveRegisteredMessage): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  if (m.connection !== undefined) { w.uint32(18).fork(); encodeMasterSlaveConnection(w, m.connection); w.ldelim(); }
}

const SlaveRegisteredMessageDraft = draftOf<SlaveRegisteredMessage>();
export function decodeSlaveRegisteredMessage(r: WireReader, end: number, into?: SlaveRegisteredMessage): SlaveRegisteredMessage {
  const m = (into ?? new SlaveRegisteredMessageDraft()) as Draft<SlaveRegisteredMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: m.connection = decodeMasterSlaveConnection(r, endOfMessage(r, end), m.connection); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined) r.lacksRequired = true;
  return m as SlaveRegisteredMessage;
}

/** mesos.internal.SlaveRegisteredMessage */
export const SlaveRegisteredMessageCodec = makeCodec<SlaveRegisteredMessage>(internalShapes.SlaveRegisteredMessage, encodeSlaveRegisteredMessage, decodeSlaveRegisteredMessage);

export function encodeSlaveReregisteredMessage(w: Writer, m: SlaveReregisteredMessage): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  if (m.reconciliations !== undefined) for (const item of m.reconciliations) { w.uint32(18).fork(); encodeReconcileTasksMessage(w, item); w.ldelim(); }
  if (m.connection !== undefined) { w.uint32(26).fork(); encodeMasterSlaveConnection(w, m.connection); w.ldelim(); }
}

const SlaveReregisteredMessageDraft = draftOf<SlaveReregisteredMessage>();
export function decodeSlaveReregisteredMessage(r: WireReader, end: number, into?: SlaveReregisteredMessage): SlaveReregisteredMessage {
  const m = (into ?? new SlaveReregisteredMessageDraft()) as Draft<SlaveReregisteredMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: { const one = decodeReconcileTasksMessage(r, endOfMessage(r, end)); if (m.reconciliations === undefined) m.reconciliations = [one]; else m.reconciliations.push(one); break; }
      case 26: m.connection = decodeMasterSlaveConnection(r, endOfMessage(r, end), m.connection); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined) r.lacksRequired = true;
  return m as SlaveReregisteredMessage;
}

/** mesos.internal.SlaveReregisteredMessage */
export const SlaveReregisteredMessageCodec = makeCodec<SlaveReregisteredMessage>(internalShapes.SlaveReregisteredMessage, encodeSlaveReregisteredMessage, decodeSlaveReregisteredMessage);

export function encodeUnregisterSlaveMessage(w: Writer, m: UnregisterSlaveMessage): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
}

const UnregisterSlaveMessageDraft = draftOf<UnregisterSlaveMessage>();
export function decodeUnregisterSlaveMessage(r: WireReader, end: number, into?: UnregisterSlaveMessage): UnregisterSlaveMessage {
  const m = (into ?? new UnregisterSlaveMessageDraft()) as Draft<UnregisterSlaveMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined) r.lacksRequired = true;
  return m as UnregisterSlaveMessage;
}

/** mesos.internal.UnregisterSlaveMessage */
export const UnregisterSlaveMessageCodec = makeCodec<UnregisterSlaveMessage>(internalShapes.UnregisterSlaveMessage, encodeUnregisterSlaveMessage, decodeUnregisterSlaveMessage);

export function encodeMasterSlaveConnection(w: Writer, m: MasterSlaveConnection): void {
  if (m.total_ping_timeout_seconds !== undefined) { w.uint32(9).double(m.total_ping_timeout_seconds); }
}

const MasterSlaveConnectionDraft = draftOf<MasterSlaveConnection>();
export function decodeMasterSlaveConnection(r: WireReader, end: number, into?: MasterSlaveConnection): MasterSlaveConnection {
  const m = (into ?? new MasterSlaveConnectionDraft()) as Draft<MasterSlaveConnection>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 9: m.total_ping_timeout_seconds = r.double(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as MasterSlaveConnection;
}

/** mesos.internal.MasterSlaveConnection */
export const MasterSlaveConnectionCodec = makeCodec<MasterSlaveConnection>(internalShapes.MasterSlaveConnection, encodeMasterSlaveConnection, decodeMasterSlaveConnection);

export function encodePingSlaveMessage(w: Writer, m: PingSlaveMessage): void {
  w.uint32(8).bool(m.connected);
}

const PingSlaveMessageDraft = draftOf<PingSlaveMessage>();
export function decodePingSlaveMessage(r: WireReader, end: number, into?: PingSlaveMessage): PingSlaveMessage {
  const m = (into ?? new PingSlaveMessageDraft()) as Draft<PingSlaveMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.connected = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.connected === undefined) r.lacksRequired = true;
  return m as PingSlaveMessage;
}

/** mesos.internal.PingSlaveMessage */
export const PingSlaveMessageCodec = makeCodec<PingSlaveMessage>(internalShapes.PingSlaveMessage, encodePingSlaveMessage, decodePingSlaveMessage);

export function encodePongSlaveMessage(_w: Writer, _m: PongSlaveMessage): void {}

const PongSlaveMessageDraft = draftOf<PongSlaveMessage>();
export function decodePongSlaveMessage(r: WireReader, end: number, into?: PongSlaveMessage): PongSlaveMessage {
  const m = (into ?? new PongSlaveMessageDraft()) as Draft<PongSlaveMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    skipField(r, tag);
  }
  finishMessage(r, end);
  return m as PongSlaveMessage;
}

/** mesos.internal.PongSlaveMessage */
export const PongSlaveMessageCodec = makeCodec<PongSlaveMessage>(internalShapes.PongSlaveMessage, encodePongSlaveMessage, decodePongSlaveMessage);

export function encodeShutdownFrameworkMessage(w: Writer, m: ShutdownFrameworkMessage): void {
  w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
}

const ShutdownFrameworkMessageDraft = draftOf<ShutdownFrameworkMessage>();
export function decodeShutdownFrameworkMessage(r: WireReader, end: number, into?: ShutdownFrameworkMessage): ShutdownFrameworkMessage {
  const m = (into ?? new ShutdownFrameworkMessageDraft()) as Draft<ShutdownFrameworkMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_id === undefined) r.lacksRequired = true;
  return m as ShutdownFrameworkMessage;
}

/** mesos.internal.ShutdownFrameworkMessage */
export const ShutdownFrameworkMessageCodec = makeCodec<ShutdownFrameworkMessage>(internalShapes.ShutdownFrameworkMessage, encodeShutdownFrameworkMessage, decodeShutdownFrameworkMessage);

export function encodeShutdownExecutorMessage(w: Writer, m: ShutdownExecutorMessage): void {
  if (m.executor_id !== undefined) { w.uint32(10).fork(); encodeExecutorID(w, m.executor_id); w.ldelim(); }
  if (m.framework_id !== undefined) { w.uint32(18).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim(); }
}

const ShutdownExecutorMessageDraft = draftOf<ShutdownExecutorMessage>();
export function decodeShutdownExecutorMessage(r: WireReader, end: number, into?: ShutdownExecutorMessage): ShutdownExecutorMessage {
  const m = (into ?? new ShutdownExecutorMessageDraft()) as Draft<ShutdownExecutorMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.executor_id = decodeExecutorID(r, endOfMessage(r, end), m.executor_id); break;
      case 18: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as ShutdownExecutorMessage;
}

/** mesos.internal.ShutdownExecutorMessage */
export const ShutdownExecutorMessageCodec = makeCodec<ShutdownExecutorMessage>(internalShapes.ShutdownExecutorMessage, encodeShutdownExecutorMessage, decodeShutdownExecutorMessage);

export function encodeUpdateFrameworkMessage(w: Writer, m: UpdateFrameworkMessage): void {
  w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  if (m.pid !== undefined) { w.uint32(18).string(m.pid); }
  if (m.framework_info !== undefined) { w.uint32(26); writeShared(w, m.framework_info, encodeFrameworkInfo); }
}

const UpdateFrameworkMessageDraft = draftOf<UpdateFrameworkMessage>();
export function decodeUpdateFrameworkMessage(r: WireReader, end: number, into?: UpdateFrameworkMessage): UpdateFrameworkMessage {
  const m = (into ?? new UpdateFrameworkMessageDraft()) as Draft<UpdateFrameworkMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: m.pid = r.string(); break;
      case 26: m.framework_info = readShared(r, end, decodeFrameworkInfo, m.framework_info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_id === undefined) r.lacksRequired = true;
  return m as UpdateFrameworkMessage;
}

/** mesos.internal.UpdateFrameworkMessage */
export const UpdateFrameworkMessageCodec = makeCodec<UpdateFrameworkMessage>(internalShapes.UpdateFrameworkMessage, encodeUpdateFrameworkMessage, decodeUpdateFrameworkMessage);

export function encodeCheckpointResourcesMessage(w: Writer, m: CheckpointResourcesMessage): void {
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(10); writeShared(w, item, encodeResource); }
}

const CheckpointResourcesMessageDraft = draftOf<CheckpointResourcesMessage>();
export function decodeCheckpointResourcesMessage(r: WireReader, end: number, into?: CheckpointResourcesMessage): CheckpointResourcesMessage {
  const m = (into ?? new CheckpointResourcesMessageDraft()) as Draft<CheckpointResourcesMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as CheckpointResourcesMessage;
}

/** mesos.internal.CheckpointResourcesMessage */
export const CheckpointResourcesMessageCodec = makeCodec<CheckpointResourcesMessage>(internalShapes.CheckpointResourcesMessage, encodeCheckpointResourcesMessage, decodeCheckpointResourcesMessage);

export function encodeResourceVersionUUID(w: Writer, m: ResourceVersionUUID): void {
  if (m.resource_provider_id !== undefined) { w.uint32(10).fork(); encodeResourceProviderID(w, m.resource_provider_id); w.ldelim(); }
  w.uint32(18).fork(); encodeUUID(w, m.uuid); w.ldelim();
}

const ResourceVersionUUIDDraft = draftOf<ResourceVersionUUID>();
export function decodeResourceVersionUUID(r: WireReader, end: number, into?: ResourceVersionUUID): ResourceVersionUUID {
  const m = (into ?? new ResourceVersionUUIDDraft()) as Draft<ResourceVersionUUID>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.resource_provider_id = decodeResourceProviderID(r, endOfMessage(r, end), m.resource_provider_id); break;
      case 18: m.uuid = decodeUUID(r, endOfMessage(r, end), m.uuid); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.uuid === undefined) r.lacksRequired = true;
  return m as ResourceVersionUUID;
}

/** mesos.internal.ResourceVersionUUID */
export const ResourceVersionUUIDCodec = makeCodec<ResourceVersionUUID>(internalShapes.ResourceVersionUUID, encodeResourceVersionUUID, decodeResourceVersionUUID);

export function encodeUpdateSlaveMessage(w: Writer, m: UpdateSlaveMessage): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  if (m.oversubscribed_resources !== undefined) for (const item of m.oversubscribed_resources) { w.uint32(18); writeShared(w, item, encodeResource); }
  if (m.update_oversubscribed_resources !== undefined) { w.uint32(40).bool(m.update_oversubscribed_resources); }
  if (m.operations !== undefined) { w.uint32(50).fork(); encodeUpdateSlaveMessage_Operations(w, m.operations); w.ldelim(); }
  if (m.resource_version_uuid !== undefined) { w.uint32(58).fork(); encodeUUID(w, m.resource_version_uuid); w.ldelim(); }
  if (m.resource_providers !== undefined) { w.uint32(66).fork(); encodeUpdateSlaveMessage_ResourceProviders(w, m.resource_providers); w.ldelim(); }
}

const UpdateSlaveMessageDraft = draftOf<UpdateSlaveMessage>();
export function decodeUpdateSlaveMessage(r: WireReader, end: number, into?: UpdateSlaveMessage): UpdateSlaveMessage {
  const m = (into ?? new UpdateSlaveMessageDraft()) as Draft<UpdateSlaveMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: { const one = readShared(r, end, decodeResource, undefined); if (m.oversubscribed_resources === undefined) m.oversubscribed_resources = [one]; else m.oversubscribed_resources.push(one); break; }
      case 40: m.update_oversubscribed_resources = r.bool(); break;
      case 50: m.operations = decodeUpdateSlaveMessage_Operations(r, endOfMessage(r, end), m.operations); break;
      case 58: m.resource_version_uuid = decodeUUID(r, endOfMessage(r, end), m.resource_version_uuid); break;
      case 66: m.resource_providers = decodeUpdateSlaveMessage_ResourceProviders(r, endOfMessage(r, end), m.resource_providers); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined) r.lacksRequired = true;
  return m as UpdateSlaveMessage;
}

/** mesos.internal.UpdateSlaveMessage */
export const UpdateSlaveMessageCodec = makeCodec<UpdateSlaveMessage>(internalShapes.UpdateSlaveMessage, encodeUpdateSlaveMessage, decodeUpdateSlaveMessage);

export function encodeUpdateSlaveMessage_Operations(w: Writer, m: UpdateSlaveMessage_Operations): void {
  if (m.operations !== undefined) for (const item of m.operations) { w.uint32(10).fork(); encodeOperation(w, item); w.ldelim(); }
}

const UpdateSlaveMessage_OperationsDraft = draftOf<UpdateSlaveMessage_Operations>();
export function decodeUpdateSlaveMessage_Operations(r: WireReader, end: number, into?: UpdateSlaveMessage_Operations): UpdateSlaveMessage_Operations {
  const m = (into ?? new UpdateSlaveMessage_OperationsDraft()) as Draft<UpdateSlaveMessage_Operations>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeOperation(r, endOfMessage(r, end)); if (m.operations === undefined) m.operations = [one]; else m.operations.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as UpdateSlaveMessage_Operations;
}

/** mesos.internal.UpdateSlaveMessage.Operations */
export const UpdateSlaveMessage_OperationsCodec = makeCodec<UpdateSlaveMessage_Operations>(internalShapes.UpdateSlaveMessage_Operations, encodeUpdateSlaveMessage_Operations, decodeUpdateSlaveMessage_Operations);

export function encodeUpdateSlaveMessage_ResourceProvider(w: Writer, m: UpdateSlaveMessage_ResourceProvider): void {
  if (m.info !== undefined) { w.uint32(10).fork(); encodeResourceProviderInfo(w, m.info); w.ldelim(); }
  if (m.total_resources !== undefined) for (const item of m.total_resources) { w.uint32(18); writeShared(w, item, encodeResource); }
  w.uint32(26).fork(); encodeUpdateSlaveMessage_Operations(w, m.operations); w.ldelim();
  w.uint32(34).fork(); encodeUUID(w, m.resource_version_uuid); w.ldelim();
}

const UpdateSlaveMessage_ResourceProviderDraft = draftOf<UpdateSlaveMessage_ResourceProvider>();
export function decodeUpdateSlaveMessage_ResourceProvider(r: WireReader, end: number, into?: UpdateSlaveMessage_ResourceProvider): UpdateSlaveMessage_ResourceProvider {
  const m = (into ?? new UpdateSlaveMessage_ResourceProviderDraft()) as Draft<UpdateSlaveMessage_ResourceProvider>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.info = decodeResourceProviderInfo(r, endOfMessage(r, end), m.info); break;
      case 18: { const one = readShared(r, end, decodeResource, undefined); if (m.total_resources === undefined) m.total_resources = [one]; else m.total_resources.push(one); break; }
      case 26: m.operations = decodeUpdateSlaveMessage_Operations(r, endOfMessage(r, end), m.operations); break;
      case 34: m.resource_version_uuid = decodeUUID(r, endOfMessage(r, end), m.resource_version_uuid); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.operations === undefined || m.resource_version_uuid === undefined) r.lacksRequired = true;
  return m as UpdateSlaveMessage_ResourceProvider;
}

/** mesos.internal.UpdateSlaveMessage.ResourceProvider */
export const UpdateSlaveMessage_ResourceProviderCodec = makeCodec<UpdateSlaveMessage_ResourceProvider>(internalShapes.UpdateSlaveMessage_ResourceProvider, encodeUpdateSlaveMessage_ResourceProvider, decodeUpdateSlaveMessage_ResourceProvider);

export function encodeUpdateSlaveMessage_ResourceProviders(w: Writer, m: UpdateSlaveMessage_ResourceProviders): void {
  if (m.providers !== undefined) for (const item of m.providers) { w.uint32(10).fork(); encodeUpdateSlaveMessage_ResourceProvider(w, item); w.ldelim(); }
}

const UpdateSlaveMessage_ResourceProvidersDraft = draftOf<UpdateSlaveMessage_ResourceProviders>();
export function decodeUpdateSlaveMessage_ResourceProviders(r: WireReader, end: number, into?: UpdateSlaveMessage_ResourceProviders): UpdateSlaveMessage_ResourceProviders {
  const m = (into ?? new UpdateSlaveMessage_ResourceProvidersDraft()) as Draft<UpdateSlaveMessage_ResourceProviders>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeUpdateSlaveMessage_ResourceProvider(r, endOfMessage(r, end)); if (m.providers === undefined) m.providers = [one]; else m.providers.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as UpdateSlaveMessage_ResourceProviders;
}

/** mesos.internal.UpdateSlaveMessage.ResourceProviders */
export const UpdateSlaveMessage_ResourceProvidersCodec = makeCodec<UpdateSlaveMessage_ResourceProviders>(internalShapes.UpdateSlaveMessage_ResourceProviders, encodeUpdateSlaveMessage_ResourceProviders, decodeUpdateSlaveMessage_ResourceProviders);

export function encodeUpdateOperationStatusMessage(w: Writer, m: UpdateOperationStatusMessage): void {
  if (m.framework_id !== undefined) { w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim(); }
  if (m.agent_id !== undefined) { w.uint32(18).fork(); encodeAgentID(w, m.agent_id); w.ldelim(); }
  w.uint32(26).fork(); encodeOperationStatus(w, m.status); w.ldelim();
  if (m.latest_status !== undefined) { w.uint32(34).fork(); encodeOperationStatus(w, m.latest_status); w.ldelim(); }
  if (m.operation_uuid !== undefined) { w.uint32(42).fork(); encodeUUID(w, m.operation_uuid); w.ldelim(); }
}

const UpdateOperationStatusMessageDraft = draftOf<UpdateOperationStatusMessage>();
export function decodeUpdateOperationStatusMessage(r: WireReader, end: number, into?: UpdateOperationStatusMessage): UpdateOperationStatusMessage {
  const m = (into ?? new UpdateOperationStatusMessageDraft()) as Draft<UpdateOperationStatusMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 26: m.status = decodeOperationStatus(r, endOfMessage(r, end), m.status); break;
      case 34: m.latest_status = decodeOperationStatus(r, endOfMessage(r, end), m.latest_status); break;
      case 42: m.operation_uuid = decodeUUID(r, endOfMessage(r, end), m.operation_uuid); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.status === undefined) r.lacksRequired = true;
  return m as UpdateOperationStatusMessage;
}

/** mesos.internal.UpdateOperationStatusMessage */
export const UpdateOperationStatusMessageCodec = makeCodec<UpdateOperationStatusMessage>(internalShapes.UpdateOperationStatusMessage, encodeUpdateOperationStatusMessage, decodeUpdateOperationStatusMessage);

export function encodeUpdateOperationStatusRecord(w: Writer, m: UpdateOperationStatusRecord): void {
  w.uint32(8).int32(internalShapes.UpdateOperationStatusRecord_Type.numbers[m.type]);
  if (m.update !== undefined) { w.uint32(18).fork(); encodeUpdateOperationStatusMessage(w, m.update); w.ldelim(); }
  if (m.uuid !== undefined) { w.uint32(26).fork(); encodeUUID(w, m.uuid); w.ldelim(); }
}

const UpdateOperationStatusRecordDraft = draftOf<UpdateOperationStatusRecord>();
export function decodeUpdateOperationStatusRecord(r: WireReader, end: number, into?: UpdateOperationStatusRecord): UpdateOperationStatusRecord {
  const m = (into ?? new UpdateOperationStatusRecordDraft()) as Draft<UpdateOperationStatusRecord>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = internalShapes.UpdateOperationStatusRecord_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.update = decodeUpdateOperationStatusMessage(r, endOfMessage(r, end), m.update); break;
      case 26: m.uuid = decodeUUID(r, endOfMessage(r, end), m.uuid); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.type === undefined) r.lacksRequired = true;
  return m as UpdateOperationStatusRecord;
}

/** mesos.internal.UpdateOperationStatusRecord */
export const UpdateOperationStatusRecordCodec = makeCodec<UpdateOperationStatusRecord>(internalShapes.UpdateOperationStatusRecord, encodeUpdateOperationStatusRecord, decodeUpdateOperationStatusRecord);

export function encodeApplyOperationMessage(w: Writer, m: ApplyOperationMessage): void {
  if (m.framework_id !== undefined) { w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim(); }
  w.uint32(18).fork(); encodeOffer_Operation(w, m.operation_info); w.ldelim();
  w.uint32(26).fork(); encodeUUID(w, m.operation_uuid); w.ldelim();
  w.uint32(34).fork(); encodeResourceVersionUUID(w, m.resource_version_uuid); w.ldelim();
}

const ApplyOperationMessageDraft = draftOf<ApplyOperationMessage>();
export function decodeApplyOperationMessage(r: WireReader, end: number, into?: ApplyOperationMessage): ApplyOperationMessage {
  const m = (into ?? new ApplyOperationMessageDraft()) as Draft<ApplyOperationMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: m.operation_info = decodeOffer_Operation(r, endOfMessage(r, end), m.operation_info); break;
      case 26: m.operation_uuid = decodeUUID(r, endOfMessage(r, end), m.operation_uuid); break;
      case 34: m.resource_version_uuid = decodeResourceVersionUUID(r, endOfMessage(r, end), m.resource_version_uuid); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.operation_info === undefined || m.operation_uuid === undefined || m.resource_version_uuid === undefined) r.lacksRequired = true;
  return m as ApplyOperationMessage;
}

/** mesos.internal.ApplyOperationMessage */
export const ApplyOperationMessageCodec = makeCodec<ApplyOperationMessage>(internalShapes.ApplyOperationMessage, encodeApplyOperationMessage, decodeApplyOperationMessage);

export function encodeResourceProviderCallMessage(w: Writer, m: ResourceProviderCallMessage): void {
  w.uint32(10).fork(); encodeCall(w, m.call); w.ldelim();
  if (m.uuid !== undefined) { w.uint32(18).fork(); encodeUUID(w, m.uuid); w.ldelim(); }
}

const ResourceProviderCallMessageDraft = draftOf<ResourceProviderCallMessage>();
export function decodeResourceProviderCallMessage(r: WireReader, end: number, into?: ResourceProviderCallMessage): ResourceProviderCallMessage {
  const m = (into ?? new ResourceProviderCallMessageDraft()) as Draft<ResourceProviderCallMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.call = decodeCall(r, endOfMessage(r, end), m.call); break;
      case 18: m.uuid = decodeUUID(r, endOfMessage(r, end), m.uuid); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.call === undefined) r.lacksRequired = true;
  return m as ResourceProviderCallMessage;
}

/** mesos.internal.ResourceProviderCallMessage */
export const ResourceProviderCallMessageCodec = makeCodec<ResourceProviderCallMessage>(internalShapes.ResourceProviderCallMessage, encodeResourceProviderCallMessage, decodeResourceProviderCallMessage);

export function encodeResourceProviderEventMessage(w: Writer, m: ResourceProviderEventMessage): void {
  w.uint32(10).fork(); encodeResourceProviderID(w, m.resource_provider_id); w.ldelim();
  w.uint32(18).fork(); encodeEvent(w, m.event); w.ldelim();
  if (m.uuid !== undefined) { w.uint32(26).fork(); encodeUUID(w, m.uuid); w.ldelim(); }
}

const ResourceProviderEventMessageDraft = draftOf<ResourceProviderEventMessage>();
export function decodeResourceProviderEventMessage(r: WireReader, end: number, into?: ResourceProviderEventMessage): ResourceProviderEventMessage {
  const m = (into ?? new ResourceProviderEventMessageDraft()) as Draft<ResourceProviderEventMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.resource_provider_id = decodeResourceProviderID(r, endOfMessage(r, end), m.resource_provider_id); break;
      case 18: m.event = decodeEvent(r, endOfMessage(r, end), m.event); break;
      case 26: m.uuid = decodeUUID(r, endOfMessage(r, end), m.uuid); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.resource_provider_id === undefined || m.event === undefined) r.lacksRequired = true;
  return m as ResourceProviderEventMessage;
}

/** mesos.internal.ResourceProviderEventMessage */
export const ResourceProviderEventMessageCodec = makeCodec<ResourceProviderEventMessage>(internalShapes.ResourceProviderEventMessage, encodeResourceProviderEventMessage, decodeResourceProviderEventMessage);

export function encodeRegisterExecutorMessage(w: Writer, m: RegisterExecutorMessage): void {
  w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  w.uint32(18).fork(); encodeExecutorID(w, m.executor_id); w.ldelim();
}

const RegisterExecutorMessageDraft = draftOf<RegisterExecutorMessage>();
export function decodeRegisterExecutorMessage(r: WireReader, end: number, into?: RegisterExecutorMessage): RegisterExecutorMessage {
  const m = (into ?? new RegisterExecutorMessageDraft()) as Draft<RegisterExecutorMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: m.executor_id = decodeExecutorID(r, endOfMessage(r, end), m.executor_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_id === undefined || m.executor_id === undefined) r.lacksRequired = true;
  return m as RegisterExecutorMessage;
}

/** mesos.internal.RegisterExecutorMessage */
export const RegisterExecutorMessageCodec = makeCodec<RegisterExecutorMessage>(internalShapes.RegisterExecutorMessage, encodeRegisterExecutorMessage, decodeRegisterExecutorMessage);

export function encodeExecutorRegisteredMessage(w: Writer, m: ExecutorRegisteredMessage): void {
  w.uint32(18).fork(); encodeExecutorInfo(w, m.executor_info); w.ldelim();
  w.uint32(26).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  w.uint32(34); writeShared(w, m.framework_info, encodeFrameworkInfo);
  w.uint32(42).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  w.uint32(50).fork(); encodeAgentInfo(w, m.agent_info); w.ldelim();
}

const ExecutorRegisteredMessageDraft = draftOf<ExecutorRegisteredMessage>();
export function decodeExecutorRegisteredMessage(r: WireReader, end: number, into?: ExecutorRegisteredMessage): ExecutorRegisteredMessage {
  const m = (into ?? new ExecutorRegisteredMessageDraft()) as Draft<ExecutorRegisteredMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 18: m.executor_info = decodeExecutorInfo(r, endOfMessage(r, end), m.executor_info); break;
      case 26: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 34: m.framework_info = readShared(r, end, decodeFrameworkInfo, m.framework_info); break;
      case 42: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 50: m.agent_info = decodeAgentInfo(r, endOfMessage(r, end), m.agent_info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.executor_info === undefined || m.framework_id === undefined || m.framework_info === undefined || m.agent_id === undefined || m.agent_info === undefined) r.lacksRequired = true;
  return m as ExecutorRegisteredMessage;
}

/** mesos.internal.ExecutorRegisteredMessage */
export const ExecutorRegisteredMessageCodec = makeCodec<ExecutorRegisteredMessage>(internalShapes.ExecutorRegisteredMessage, encodeExecutorRegisteredMessage, decodeExecutorRegisteredMessage);

export function encodeExecutorReregisteredMessage(w: Writer, m: ExecutorReregisteredMessage): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  w.uint32(18).fork(); encodeAgentInfo(w, m.agent_info); w.ldelim();
}

const ExecutorReregisteredMessageDraft = draftOf<ExecutorReregisteredMessage>();
export function decodeExecutorReregisteredMessage(r: WireReader, end: number, into?: ExecutorReregisteredMessage): ExecutorReregisteredMessage {
  const m = (into ?? new ExecutorReregisteredMessageDraft()) as Draft<ExecutorReregisteredMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: m.agent_info = decodeAgentInfo(r, endOfMessage(r, end), m.agent_info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined || m.agent_info === undefined) r.lacksRequired = true;
  return m as ExecutorReregisteredMessage;
}

/** mesos.internal.ExecutorReregisteredMessage */
export const ExecutorReregisteredMessageCodec = makeCodec<ExecutorReregisteredMessage>(internalShapes.ExecutorReregisteredMessage, encodeExecutorReregisteredMessage, decodeExecutorReregisteredMessage);

export function encodeExitedExecutorMessage(w: Writer, m: ExitedExecutorMessage): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  w.uint32(18).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  w.uint32(26).fork(); encodeExecutorID(w, m.executor_id); w.ldelim();
  w.uint32(32).int32(m.status);
}

const ExitedExecutorMessageDraft = draftOf<ExitedExecutorMessage>();
export function decodeExitedExecutorMessage(r: WireReader, end: number, into?: ExitedExecutorMessage): ExitedExecutorMessage {
  const m = (into ?? new ExitedExecutorMessageDraft()) as Draft<ExitedExecutorMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 26: m.executor_id = decodeExecutorID(r, endOfMessage(r, end), m.executor_id); break;
      case 32: m.status = r.int32(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined || m.framework_id === undefined || m.executor_id === undefined || m.status === undefined) r.lacksRequired = true;
  return m as ExitedExecutorMessage;
}

/** mesos.internal.ExitedExecutorMessage */
export const ExitedExecutorMessageCodec = makeCodec<ExitedExecutorMessage>(internalShapes.ExitedExecutorMessage, encodeExitedExecutorMessage, decodeExitedExecutorMessage);

export function encodeReconnectExecutorMessage(w: Writer, m: ReconnectExecutorMessage): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
}

const ReconnectExecutorMessageDraft = draftOf<ReconnectExecutorMessage>();
export function decodeReconnectExecutorMessage(r: WireReader, end: number, into?: ReconnectExecutorMessage): ReconnectExecutorMessage {
  const m = (into ?? new ReconnectExecutorMessageDraft()) as Draft<ReconnectExecutorMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined) r.lacksRequired = true;
  return m as ReconnectExecutorMessage;
}

/** mesos.internal.ReconnectExecutorMessage */
export const ReconnectExecutorMessageCodec = makeCodec<ReconnectExecutorMessage>(internalShapes.ReconnectExecutorMessage, encodeReconnectExecutorMessage, decodeReconnectExecutorMessage);

export function encodeReregisterExecutorMessage(w: Writer, m: ReregisterExecutorMessage): void {
  w.uint32(10).fork(); encodeExecutorID(w, m.executor_id); w.ldelim();
  w.uint32(18).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  if (m.tasks !== undefined) for (const item of m.tasks) { w.uint32(26).fork(); encodeTaskInfo(w, item); w.ldelim(); }
  if (m.updates !== undefined) for (const item of m.updates) { w.uint32(34).fork(); encodeStatusUpdate(w, item); w.ldelim(); }
}

const ReregisterExecutorMessageDraft = draftOf<ReregisterExecutorMessage>();
export function decodeReregisterExecutorMessage(r: WireReader, end: number, into?: ReregisterExecutorMessage): ReregisterExecutorMessage {
  const m = (into ?? new ReregisterExecutorMessageDraft()) as Draft<ReregisterExecutorMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.executor_id = decodeExecutorID(r, endOfMessage(r, end), m.executor_id); break;
      case 18: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 26: { const one = decodeTaskInfo(r, endOfMessage(r, end)); if (m.tasks === undefined) m.tasks = [one]; else m.tasks.push(one); break; }
      case 34: { const one = decodeStatusUpdate(r, endOfMessage(r, end)); if (m.updates === undefined) m.updates = [one]; else m.updates.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.executor_id === undefined || m.framework_id === undefined) r.lacksRequired = true;
  return m as ReregisterExecutorMessage;
}

/** mesos.internal.ReregisterExecutorMessage */
export const ReregisterExecutorMessageCodec = makeCodec<ReregisterExecutorMessage>(internalShapes.ReregisterExecutorMessage, encodeReregisterExecutorMessage, decodeReregisterExecutorMessage);

export function encodeDrainSlaveMessage(w: Writer, m: DrainSlaveMessage): void {
  w.uint32(10).fork(); encodeDrainConfig(w, m.config); w.ldelim();
}

const DrainSlaveMessageDraft = draftOf<DrainSlaveMessage>();
export function decodeDrainSlaveMessage(r: WireReader, end: number, into?: DrainSlaveMessage): DrainSlaveMessage {
  const m = (into ?? new DrainSlaveMessageDraft()) as Draft<DrainSlaveMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.config = decodeDrainConfig(r, endOfMessage(r, end), m.config); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.config === undefined) r.lacksRequired = true;
  return m as DrainSlaveMessage;
}

/** mesos.internal.DrainSlaveMessage */
export const DrainSlaveMessageCodec = makeCodec<DrainSlaveMessage>(internalShapes.DrainSlaveMessage, encodeDrainSlaveMessage, decodeDrainSlaveMessage);

export function encodeShutdownMessage(w: Writer, m: ShutdownMessage): void {
  if (m.message !== undefined) { w.uint32(10).string(m.message); }
}

const ShutdownMessageDraft = draftOf<ShutdownMessage>();
export function decodeShutdownMessage(r: WireReader, end: number, into?: ShutdownMessage): ShutdownMessage {
  const m = (into ?? new ShutdownMessageDraft()) as Draft<ShutdownMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.message = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as ShutdownMessage;
}

/** mesos.internal.ShutdownMessage */
export const ShutdownMessageCodec = makeCodec<ShutdownMessage>(internalShapes.ShutdownMessage, encodeShutdownMessage, decodeShutdownMessage);

export function encodeArchive(w: Writer, m: Archive): void {
  if (m.frameworks !== undefined) for (const item of m.frameworks) { w.uint32(10).fork(); encodeArchive_Framework(w, item); w.ldelim(); }
}

const ArchiveDraft = draftOf<Archive>();
export function decodeArchive(r: WireReader, end: number, into?: Archive): Archive {
  const m = (into ?? new ArchiveDraft()) as Draft<Archive>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeArchive_Framework(r, endOfMessage(r, end)); if (m.frameworks === undefined) m.frameworks = [one]; else m.frameworks.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Archive;
}

/** mesos.internal.Archive */
export const ArchiveCodec = makeCodec<Archive>(internalShapes.Archive, encodeArchive, decodeArchive);

export function encodeArchive_Framework(w: Writer, m: Archive_Framework): void {
  w.uint32(10); writeShared(w, m.framework_info, encodeFrameworkInfo);
  if (m.pid !== undefined) { w.uint32(18).string(m.pid); }
  if (m.tasks !== undefined) for (const item of m.tasks) { w.uint32(26).fork(); encodeTask(w, item); w.ldelim(); }
}

const Archive_FrameworkDraft = draftOf<Archive_Framework>();
export function decodeArchive_Framework(r: WireReader, end: number, into?: Archive_Framework): Archive_Framework {
  const m = (into ?? new Archive_FrameworkDraft()) as Draft<Archive_Framework>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_info = readShared(r, end, decodeFrameworkInfo, m.framework_info); break;
      case 18: m.pid = r.string(); break;
      case 26: { const one = decodeTask(r, endOfMessage(r, end)); if (m.tasks === undefined) m.tasks = [one]; else m.tasks.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_info === undefined) r.lacksRequired = true;
  return m as Archive_Framework;
}

/** mesos.internal.Archive.Framework */
export const Archive_FrameworkCodec = makeCodec<Archive_Framework>(internalShapes.Archive_Framework, encodeArchive_Framework, decodeArchive_Framework);

export function encodeTaskHealthStatus(w: Writer, m: TaskHealthStatus): void {
  w.uint32(10).fork(); encodeTaskID(w, m.task_id); w.ldelim();
  w.uint32(16).bool(m.healthy);
  if (m.kill_task !== undefined) { w.uint32(24).bool(m.kill_task); }
  if (m.consecutive_failures !== undefined) { w.uint32(32).int32(m.consecutive_failures); }
}

const TaskHealthStatusDraft = draftOf<TaskHealthStatus>();
export function decodeTaskHealthStatus(r: WireReader, end: number, into?: TaskHealthStatus): TaskHealthStatus {
  const m = (into ?? new TaskHealthStatusDraft()) as Draft<TaskHealthStatus>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.task_id = readAgain(r, end, decodeTaskID, m.task_id); break;
      case 16: m.healthy = r.bool(); break;
      case 24: m.kill_task = r.bool(); break;
      case 32: m.consecutive_failures = r.int32(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.task_id === undefined || m.healthy === undefined) r.lacksRequired = true;
  return m as TaskHealthStatus;
}

/** mesos.internal.TaskHealthStatus */
export const TaskHealthStatusCodec = makeCodec<TaskHealthStatus>(internalShapes.TaskHealthStatus, encodeTaskHealthStatus, decodeTaskHealthStatus);

export function encodeHookExecuted(w: Writer, m: HookExecuted): void {
  if (m.module !== undefined) { w.uint32(10).string(m.module); }
}

const HookExecutedDraft = draftOf<HookExecuted>();
export function decodeHookExecuted(r: WireReader, end: number, into?: HookExecuted): HookExecuted {
  const m = (into ?? new HookExecutedDraft()) as Draft<HookExecuted>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.module = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as HookExecuted;
}

/** mesos.internal.HookExecuted */
export const HookExecutedCodec = makeCodec<HookExecuted>(internalShapes.HookExecuted, encodeHookExecuted, decodeHookExecuted);

export function encodeAuthenticateMessage(w: Writer, m: AuthenticateMessage): void {
  w.uint32(10).string(m.pid);
}

const AuthenticateMessageDraft = draftOf<AuthenticateMessage>();
export function decodeAuthenticateMessage(r: WireReader, end: number, into?: AuthenticateMessage): AuthenticateMessage {
  const m = (into ?? new AuthenticateMessageDraft()) as Draft<AuthenticateMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.pid = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.pid === undefined) r.lacksRequired = true;
  return m as AuthenticateMessage;
}

/** mesos.internal.AuthenticateMessage */
export const AuthenticateMessageCodec = makeCodec<AuthenticateMessage>(internalShapes.AuthenticateMessage, encodeAuthenticateMessage, decodeAuthenticateMessage);

export function encodeAuthenticationMechanismsMessage(w: Writer, m: AuthenticationMechanismsMessage): void {
  if (m.mechanisms !== undefined) for (const item of m.mechanisms) { w.uint32(10).string(item); }
}

const AuthenticationMechanismsMessageDraft = draftOf<AuthenticationMechanismsMessage>();
export function decodeAuthenticationMechanismsMessage(r: WireReader, end: number, into?: AuthenticationMechanismsMessage): AuthenticationMechanismsMessage {
  const m = (into ?? new AuthenticationMechanismsMessageDraft()) as Draft<AuthenticationMechanismsMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = r.string(); if (m.mechanisms === undefined) m.mechanisms = [one]; else m.mechanisms.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as AuthenticationMechanismsMessage;
}

/** mesos.internal.AuthenticationMechanismsMessage */
export const AuthenticationMechanismsMessageCodec = makeCodec<AuthenticationMechanismsMessage>(internalShapes.AuthenticationMechanismsMessage, encodeAuthenticationMechanismsMessage, decodeAuthenticationMechanismsMessage);

export function encodeAuthenticationStartMessage(w: Writer, m: AuthenticationStartMessage): void {
  w.uint32(10).string(m.mechanism);
  if (m.data !== undefined) { w.uint32(18).bytes(m.data); }
}

const AuthenticationStartMessageDraft = draftOf<AuthenticationStartMessage>();
export function decodeAuthenticationStartMessage(r: WireReader, end: number, into?: AuthenticationStartMessage): AuthenticationStartMessage {
  const m = (into ?? new AuthenticationStartMessageDraft()) as Draft<AuthenticationStartMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.mechanism = r.string(); break;
      case 18: m.data = readBytes(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.mechanism === undefined) r.lacksRequired = true;
  return m as AuthenticationStartMessage;
}

/** mesos.internal.AuthenticationStartMessage */
export const AuthenticationStartMessageCodec = makeCodec<AuthenticationStartMessage>(internalShapes.AuthenticationStartMessage, encodeAuthenticationStartMessage, decodeAuthenticationStartMessage);

export function encodeAuthenticationStepMessage(w: Writer, m: AuthenticationStepMessage): void {
  w.uint32(10).bytes(m.data);
}

const AuthenticationStepMessageDraft = draftOf<AuthenticationStepMessage>();
export function decodeAuthenticationStepMessage(r: WireReader, end: number, into?: AuthenticationStepMessage): AuthenticationStepMessage {
  const m = (into ?? new AuthenticationStepMessageDraft()) as Draft<AuthenticationStepMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.data = readBytes(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.data === undefined) r.lacksRequired = true;
  return m as AuthenticationStepMessage;
}

/** mesos.internal.AuthenticationStepMessage */
export const AuthenticationStepMessageCodec = makeCodec<AuthenticationStepMessage>(internalShapes.AuthenticationStepMessage, encodeAuthenticationStepMessage, decodeAuthenticationStepMessage);

export function encodeAuthenticationCompletedMessage(_w: Writer, _m: AuthenticationCompletedMessage): void {}

const AuthenticationCompletedMessageDraft = draftOf<AuthenticationCompletedMessage>();
export function decodeAuthenticationCompletedMessage(r: WireReader, end: number, into?: AuthenticationCompletedMessage): AuthenticationCompletedMessage {
  const m = (into ?? new AuthenticationCompletedMessageDraft()) as Draft<AuthenticationCompletedMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    skipField(r, tag);
  }
  finishMessage(r, end);
  return m as AuthenticationCompletedMessage;
}

/** mesos.internal.AuthenticationCompletedMessage */
export const AuthenticationCompletedMessageCodec = makeCodec<AuthenticationCompletedMessage>(internalShapes.AuthenticationCompletedMessage, encodeAuthenticationCompletedMessage, decodeAuthenticationCompletedMessage);

export function encodeAuthenticationFailedMessage(_w: Writer, _m: AuthenticationFailedMessage): void {}

const AuthenticationFailedMessageDraft = draftOf<AuthenticationFailedMessage>();
export function decodeAuthenticationFailedMessage(r: WireReader, end: number, into?: AuthenticationFailedMessage): AuthenticationFailedMessage {
  const m = (into ?? new AuthenticationFailedMessageDraft()) as Draft<AuthenticationFailedMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    skipField(r, tag);
  }
  finishMessage(r, end);
  return m as AuthenticationFailedMessage;
}

/** mesos.internal.AuthenticationFailedMessage */
export const AuthenticationFailedMessageCodec = makeCodec<AuthenticationFailedMessage>(internalShapes.AuthenticationFailedMessage, encodeAuthenticationFailedMessage, decodeAuthenticationFailedMessage);

export function encodeAuthenticationErrorMessage(w: Writer, m: AuthenticationErrorMessage): void {
  if (m.error !== undefined) { w.uint32(10).string(m.error); }
}

const AuthenticationErrorMessageDraft = draftOf<AuthenticationErrorMessage>();
export function decodeAuthenticationErrorMessage(r: WireReader, end: number, into?: AuthenticationErrorMessage): AuthenticationErrorMessage {
  const m = (into ?? new AuthenticationErrorMessageDraft()) as Draft<AuthenticationErrorMessage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.error = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as AuthenticationErrorMessage;
}

/** mesos.internal.AuthenticationErrorMessage */
export const AuthenticationErrorMessageCodec = makeCodec<AuthenticationErrorMessage>(internalShapes.AuthenticationErrorMessage, encodeAuthenticationErrorMessage, decodeAuthenticationErrorMessage);
