// Made by `npm run generate` from src/wire/proto/executor.proto. Do not edit.
import type {
  Event,
  Event_Subscribed,
  Event_Launch,
  Event_LaunchGroup,
  Event_Kill,
  Event_Acknowledged,
  Event_Message,
  Event_Error,
  Call,
  Call_Subscribe,
  Call_Update,
  Call_Message,
} from "../../model/gen/executor.ts";
import { draftOf, endOfMessage, finishMessage, readAgain, readBytes, readShared, skipField, writeShared } from "../binary.ts";
import type { Draft, WireReader, Writer } from "../binary.ts";
import { makeCodec } from "../codec.ts";
import {
  decodeAgentInfo,
  decodeContainerID,
  decodeExecutorID,
  decodeExecutorInfo,
  decodeFrameworkID,
  decodeFrameworkInfo,
  decodeKillPolicy,
  decodeTaskGroupInfo,
  decodeTaskID,
  decodeTaskInfo,
  decodeTaskStatus,
  encodeAgentInfo,
  encodeContainerID,
  encodeExecutorID,
  encodeExecutorInfo,
  encodeFrameworkID,
  encodeFrameworkInfo,
  encodeKillPolicy,
  encodeTaskGroupInfo,
  encodeTaskID,
  encodeTaskInfo,
  encodeTaskStatus,
} from "./mesos.ts";
import * as executorShapes from "./shapes/executor.ts";

export function encodeEvent(w: Writer, m: Event): void {
  if (m.type !== undefined) { w.uint32(8).int32(executorShapes.Event_Type.numbers[m.type]); }
  if (m.subscribed !== undefined) { w.uint32(18).fork(); encodeEvent_Subscribed(w, m.subscribed); w.ldelim(); }
  if (m.acknowledged !== undefined) { w.uint32(26).fork(); encodeEvent_Acknowledged(w, m.acknowledged); w.ldelim(); }
  if (m.launch !== undefined) { w.uint32(34).fork(); encodeEvent_Launch(w, m.launch); w.ldelim(); }
  if (m.kill !== undefined) { w.uint32(42).fork(); encodeEvent_Kill(w, m.kill); w.ldelim(); }
  if (m.message !== undefined) { w.uint32(50).fork(); encodeEvent_Message(w, m.message); w.ldelim(); }
  if (m.error !== undefined) { w.uint32(58).fork(); encodeEvent_Error(w, m.error); w.ldelim(); }
  if (m.launch_group !== undefined) { w.uint32(66).fork(); encodeEvent_LaunchGroup(w, m.launch_group); w.ldelim(); }
}

const EventDraft = draftOf<Event>();
export function decodeEvent(r: WireReader, end: number, into?: Event): Event {
  const m = (into ?? new EventDraft()) as Draft<Event>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = executorShapes.Event_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.subscribed = decodeEvent_Subscribed(r, endOfMessage(r, end), m.subscribed); break;
      case 26: m.acknowledged = decodeEvent_Acknowledged(r, endOfMessage(r, end), m.acknowledged); break;
      case 34: m.launch = decodeEvent_Launch(r, endOfMessage(r, end), m.launch); break;
      case 42: m.kill = decodeEvent_Kill(r, endOfMessage(r, end), m.kill); break;
      case 50: m.message = decodeEvent_Message(r, endOfMessage(r, end), m.message); break;
      case 58: m.error = decodeEvent_Error(r, endOfMessage(r, end), m.error); break;
      case 66: m.launch_group = decodeEvent_LaunchGroup(r, endOfMessage(r, end), m.launch_group); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Event;
}

/** mesos.v1.executor.Event */
export const EventCodec = makeCodec<Event>(executorShapes.Event, encodeEvent, decodeEvent);

export function encodeEvent_Subscribed(w: Writer, m: Event_Subscribed): void {
  w.uint32(10).fork(); encodeExecutorInfo(w, m.executor_info); w.ldelim();
  w.uint32(18); writeShared(w, m.framework_info, encodeFrameworkInfo);
  w.uint32(26).fork(); encodeAgentInfo(w, m.agent_info); w.ldelim();
  if (m.container_id !== undefined) { w.uint32(34).fork(); encodeContainerID(w, m.container_id); w.ldelim(); }
}

const Event_SubscribedDraft = draftOf<Event_Subscribed>();
export function decodeEvent_Subscribed(r: WireReader, end: number, into?: Event_Subscribed): Event_Subscribed {
  const m = (into ?? new Event_SubscribedDraft()) as Draft<Event_Subscribed>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.executor_info = decodeExecutorInfo(r, endOfMessage(r, end), m.executor_info); break;
      case 18: m.framework_info = readShared(r, end, decodeFrameworkInfo, m.framework_info); break;
      case 26: m.agent_info = decodeAgentInfo(r, endOfMessage(r, end), m.agent_info); break;
      case 34: m.container_id = decodeContainerID(r, endOfMessage(r, end), m.container_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.executor_info === undefined || m.framework_info === undefined || m.agent_info === undefined) r.lacksRequired = true;
  return m as Event_Subscribed;
}

/** mesos.v1.executor.Event.Subscribed */
export const Event_SubscribedCodec = makeCodec<Event_Subscribed>(executorShapes.Event_Subscribed, encodeEvent_Subscribed, decodeEvent_Subscribed);

export function encodeEvent_Launch(w: Writer, m: Event_Launch): void {
  w.uint32(10).fork(); encodeTaskInfo(w, m.task); w.ldelim();
}

const Event_LaunchDraft = draftOf<Event_Launch>();
export function decodeEvent_Launch(r: WireReader, end: number, into?: Event_Launch): Event_Launch {
  const m = (into ?? new Event_LaunchDraft()) as Draft<Event_Launch>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.task = decodeTaskInfo(r, endOfMessage(r, end), m.task); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.task === undefined) r.lacksRequired = true;
  return m as Event_Launch;
}

/** mesos.v1.executor.Event.Launch */
export const Event_LaunchCodec = makeCodec<Event_Launch>(executorShapes.Event_Launch, encodeEvent_Launch, decodeEvent_Launch);

export function encodeEvent_LaunchGroup(w: Writer, m: Event_LaunchGroup): void {
  w.uint32(10).fork(); encodeTaskGroupInfo(w, m.task_group); w.ldelim();
}

const Event_LaunchGroupDraft = draftOf<Event_LaunchGroup>();
export function decodeEvent_LaunchGroup(r: WireReader, end: number, into?: Event_LaunchGroup): Event_LaunchGroup {
  const m = (into ?? new Event_LaunchGroupDraft()) as Draft<Event_LaunchGroup>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.task_group = decodeTaskGroupInfo(r, endOfMessage(r, end), m.task_group); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.task_group === undefined) r.lacksRequired = true;
  return m as Event_LaunchGroup;
}

/** mesos.v1.executor.Event.LaunchGroup */
export const Event_LaunchGroupCodec = makeCodec<Event_LaunchGroup>(executorShapes.Event_LaunchGroup, encodeEvent_LaunchGroup, decodeEvent_LaunchGroup);

export function encodeEvent_Kill(w: Writer, m: Event_Kill): void {
  w.uint32(10).fork(); encodeTaskID(w, m.task_id); w.ldelim();
  if (m.kill_policy !== undefined) { w.uint32(18).fork(); encodeKillPolicy(w, m.kill_policy); w.ldelim(); }
}

const Event_KillDraft = draftOf<Event_Kill>();
export function decodeEvent_Kill(r: WireReader, end: number, into?: Event_Kill): Event_Kill {
  const m = (into ?? new Event_KillDraft()) as Draft<Event_Kill>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.task_id = readAgain(r, end, decodeTaskID, m.task_id); break;
      case 18: m.kill_policy = decodeKillPolicy(r, endOfMessage(r, end), m.kill_policy); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.task_id === undefined) r.lacksRequired = true;
  return m as Event_Kill;
}

/** mesos.v1.executor.Event.Kill */
export const Event_KillCodec = makeCodec<Event_Kill>(executorShapes.Event_Kill, encodeEvent_Kill, decodeEvent_Kill);

export function encodeEvent_Acknowledged(w: Writer, m: Event_Acknowledged): void {
  w.uint32(10).fork(); encodeTaskID(w, m.task_id); w.ldelim();
  w.uint32(18).bytes(m.uuid);
}

const Event_AcknowledgedDraft = draftOf<Event_Acknowledged>();
export function decodeEvent_Acknowledged(r: WireReader, end: number, into?: Event_Acknowledged): Event_Acknowledged {
  const m = (into ?? new Event_AcknowledgedDraft()) as Draft<Event_Acknowledged>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.task_id = readAgain(r, end, decodeTaskID, m.task_id); break;
      case 18: m.uuid = readBytes(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.task_id === undefined || m.uuid === undefined) r.lacksRequired = true;
  return m as Event_Acknowledged;
}

/** mesos.v1.executor.Event.Acknowledged */
export const Event_AcknowledgedCodec = makeCodec<Event_Acknowledged>(executorShapes.Event_Acknowledged, encodeEvent_Acknowledged, decodeEvent_Acknowledged);

export function encodeEvent_Message(w: Writer, m: Event_Message): void {
  w.uint32(10).bytes(m.data);
}

const Event_MessageDraft = draftOf<Event_Message>();
export function decodeEvent_Message(r: WireReader, end: number, into?: Event_Message): Event_Message {
  const m = (into ?? new Event_MessageDraft()) as Draft<Event_Message>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.data = readBytes(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.data === undefined) r.lacksRequired = true;
  return m as Event_Message;
}

/** mesos.v1.executor.Event.Message */
export const Event_MessageCodec = makeCodec<Event_Message>(executorShapes.Event_Message, encodeEvent_Message, decodeEvent_Message);

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

/** mesos.v1.executor.Event.Error */
export const Event_ErrorCodec = makeCodec<Event_Error>(executorShapes.Event_Error, encodeEvent_Error, decodeEvent_Error);

export function encodeCall(w: Writer, m: Call): void {
  w.uint32(10).fork(); encodeExecutorID(w, m.executor_id); w.ldelim();
  w.uint32(18).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  if (m.type !== undefined) { w.uint32(24).int32(executorShapes.Call_Type.numbers[m.type]); }
  if (m.subscribe !== undefined) { w.uint32(34).fork(); encodeCall_Subscribe(w, m.subscribe); w.ldelim(); }
  if (m.update !== undefined) { w.uint32(42).fork(); encodeCall_Update(w, m.update); w.ldelim(); }
  if (m.message !== undefined) { w.uint32(50).fork(); encodeCall_Message(w, m.message); w.ldelim(); }
}

const CallDraft = draftOf<Call>();
export function decodeCall(r: WireReader, end: number, into?: Call): Call {
  const m = (into ?? new CallDraft()) as Draft<Call>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.executor_id = decodeExecutorID(r, endOfMessage(r, end), m.executor_id); break;
      case 18: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 24: { const value = executorShapes.Call_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 34: m.subscribe = decodeCall_Subscribe(r, endOfMessage(r, end), m.subscribe); break;
      case 42: m.update = decodeCall_Update(r, endOfMessage(r, end), m.update); break;
      case 50: m.message = decodeCall_Message(r, endOfMessage(r, end), m.message); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.executor_id === undefined || m.framework_id === undefined) r.lacksRequired = true;
  return m as Call;
}

/** mesos.v1.executor.Call */
export const CallCodec = makeCodec<Call>(executorShapes.Call, encodeCall, decodeCall);

export function encodeCall_Subscribe(w: Writer, m: Call_Subscribe): void {
  if (m.unacknowledged_tasks !== undefined) for (const item of m.unacknowledged_tasks) { w.uint32(10).fork(); encodeTaskInfo(w, item); w.ldelim(); }
  if (m.unacknowledged_updates !== undefined) for (const item of m.unacknowledged_updates) { w.uint32(18).fork(); encodeCall_Update(w, item); w.ldelim(); }
}

const Call_SubscribeDraft = draftOf<Call_Subscribe>();
export function decodeCall_Subscribe(r: WireReader, end: number, into?: Call_Subscribe): Call_Subscribe {
  const m = (into ?? new Call_SubscribeDraft()) as Draft<Call_Subscribe>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeTaskInfo(r, endOfMessage(r, end)); if (m.unacknowledged_tasks === undefined) m.unacknowledged_tasks = [one]; else m.unacknowledged_tasks.push(one); break; }
      case 18: { const one = decodeCall_Update(r, endOfMessage(r, end)); if (m.unacknowledged_updates === undefined) m.unacknowledged_updates = [one]; else m.unacknowledged_updates.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_Subscribe;
}

/** mesos.v1.executor.Call.Subscribe */
export const Call_SubscribeCodec = makeCodec<Call_Subscribe>(executorShapes.Call_Subscribe, encodeCall_Subscribe, decodeCall_Subscribe);

export function encodeCall_Update(w: Writer, m: Call_Update): void {
  w.uint32(10).fork(); encodeTaskStatus(w, m.status); w.ldelim();
}

const Call_UpdateDraft = draftOf<Call_Update>();
export function decodeCall_Update(r: WireReader, end: number, into?: Call_Update): Call_Update {
  const m = (into ?? new Call_UpdateDraft()) as Draft<Call_Update>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.status = decodeTaskStatus(r, endOfMessage(r, end), m.status); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.status === undefined) r.lacksRequired = true;
  return m as Call_Update;
}

/** mesos.v1.executor.Call.Update */
export const Call_UpdateCodec = makeCodec<Call_Update>(executorShapes.Call_Update, encodeCall_Update, decodeCall_Update);

export function encodeCall_Message(w: Writer, m: Call_Message): void {
  w.uint32(18).bytes(m.data);
}

const Call_MessageDraft = draftOf<Call_Message>();
export function decodeCall_Message(r: WireReader, end: number, into?: Call_Message): Call_Message {
  const m = (into ?? new Call_MessageDraft()) as Draft<Call_Message>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 18: m.data = readBytes(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.data === undefined) r.lacksRequired = true;
  return m as Call_Message;
}

/** mesos.v1.executor.Call.Message */
export const Call_MessageCodec = makeCodec<Call_Message>(executorShapes.Call_Message, encodeCall_Message, decodeCall_Message);
