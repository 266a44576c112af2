// Made by `npm run generate` from src/wire/proto/master.proto. Do not edit.
import type {
  Call,
  Call_GetMetrics,
  Call_SetLoggingLevel,
  Call_ListFiles,
  Call_ReadFile,
  Call_UpdateWeights,
  Call_ReserveResources,
  Call_UnreserveResources,
  Call_CreateVolumes,
  Call_DestroyVolumes,
  Call_GrowVolume,
  Call_ShrinkVolume,
  Call_UpdateMaintenanceSchedule,
  Call_StartMaintenance,
  Call_StopMaintenance,
  Call_DrainAgent,
  Call_DeactivateAgent,
  Call_ReactivateAgent,
  Call_UpdateQuota,
  Call_SetQuota,
  Call_RemoveQuota,
  Call_Teardown,
  Call_MarkAgentGone,
  Response,
  Response_GetHealth,
  Response_GetFlags,
  Response_GetVersion,
  Response_GetMetrics,
  Response_GetLoggingLevel,
  Response_ListFiles,
  Response_ReadFile,
  Response_GetState,
  Response_GetAgents,
  Response_GetAgents_Agent,
  Response_GetAgents_Agent_ResourceProvider,
  Response_GetFrameworks,
  Response_GetFrameworks_Framework,
  Response_GetExecutors,
  Response_GetExecutors_Executor,
  Response_GetOperations,
  Response_GetTasks,
  Response_GetRoles,
  Response_GetWeights,
  Response_GetMaster,
  Response_GetMaintenanceStatus,
  Response_GetMaintenanceSchedule,
  Response_GetQuota,
  Event,
  Event_Subscribed,
  Event_TaskAdded,
  Event_TaskUpdated,
  Event_FrameworkAdded,
  Event_FrameworkUpdated,
  Event_FrameworkRemoved,
  Event_AgentAdded,
  Event_AgentRemoved,
} from "../../model/gen/master.ts";
import { draftOf, endOfMessage, finishMessage, readBytes, readShared, readUint64, readWord, skipField, writeShared, writeUint64 } from "../binary.ts";
import type { Draft, WireReader, Writer } from "../binary.ts";
import { makeCodec } from "../codec.ts";
import {
  decodeDuration,
  encodeDuration,
} from "./duration.ts";
import {
  decodeClusterStatus,
  decodeSchedule,
  encodeClusterStatus,
  encodeSchedule,
} from "./maintenance.ts";
import {
  decodeAgentID,
  decodeAgentInfo,
  decodeAgentInfo_Capability,
  decodeDrainInfo,
  decodeDurationInfo,
  decodeExecutorInfo,
  decodeFileInfo,
  decodeFlag,
  decodeFrameworkID,
  decodeFrameworkInfo,
  decodeInverseOffer,
  decodeMachineID,
  decodeMasterInfo,
  decodeMetric,
  decodeOffer,
  decodeOperation,
  decodeResource,
  decodeResourceProviderInfo,
  decodeRole,
  decodeTask,
  decodeTaskStatus,
  decodeTimeInfo,
  decodeValue_Scalar,
  decodeVersionInfo,
  decodeWeightInfo,
  encodeAgentID,
  encodeAgentInfo,
  encodeAgentInfo_Capability,
  encodeDrainInfo,
  encodeDurationInfo,
  encodeExecutorInfo,
  encodeFileInfo,
  encodeFlag,
  encodeFrameworkID,
  encodeFrameworkInfo,
  encodeInverseOffer,
  encodeMachineID,
  encodeMasterInfo,
  encodeMetric,
  encodeOffer,
  encodeOperation,
  encodeResource,
  encodeResourceProviderInfo,
  encodeRole,
  encodeTask,
  encodeTaskStatus,
  encodeTimeInfo,
  encodeValue_Scalar,
  encodeVersionInfo,
  encodeWeightInfo,
} from "./mesos.ts";
import {
  decodeQuotaConfig,
  decodeQuotaRequest,
  decodeQuotaStatus,
  encodeQuotaConfig,
  encodeQuotaRequest,
  encodeQuotaStatus,
} from "./quota.ts";
import {
  decodeOfferConstraints,
  encodeOfferConstraints,
} from "./scheduler.ts";
import * as masterShapes from "./shapes/master.ts";
import * as mesosShapes from "./shapes/mesos.ts";

export function encodeCall(w: Writer, m: Call): void {
  if (m.type !== undefined) { w.uint32(8).int32(masterShapes.Call_Type.numbers[m.type]); }
  if (m.get_metrics !== undefined) { w.uint32(18).fork(); encodeCall_GetMetrics(w, m.get_metrics); w.ldelim(); }
  if (m.set_logging_level !== undefined) { w.uint32(26).fork(); encodeCall_SetLoggingLevel(w, m.set_logging_level); w.ldelim(); }
  if (m.list_files !== undefined) { w.uint32(34).fork(); encodeCall_ListFiles(w, m.list_files); w.ldelim(); }
  if (m.read_file !== undefined) { w.uint32(42).fork(); encodeCall_ReadFile(w, m.read_file); w.ldelim(); }
  if (m.update_weights !== undefined) { w.uint32(50).fork(); encodeCall_UpdateWeights(w, m.update_weights); w.ldelim(); }
  if (m.reserve_resources !== undefined) { w.uint32(58).fork(); encodeCall_ReserveResources(w, m.reserve_resources); w.ldelim(); }
  if (m.unreserve_resources !== undefined) { w.uint32(66).fork(); encodeCall_UnreserveResources(w, m.unreserve_resources); w.ldelim(); }
  if (m.create_volumes !== undefined) { w.uint32(74).fork(); encodeCall_CreateVolumes(w, m.create_volumes); w.ldelim(); }
  if (m.destroy_volumes !== undefined) { w.uint32(82).fork(); encodeCall_DestroyVolumes(w, m.destroy_volumes); w.ldelim(); }
  if (m.update_maintenance_schedule !== undefined) { w.uint32(90).fork(); encodeCall_UpdateMaintenanceSchedule(w, m.update_maintenance_schedule); w.ldelim(); }
  if (m.start_maintenance !== undefined) { w.uint32(98).fork(); encodeCall_StartMaintenance(w, m.start_maintenance); w.ldelim(); }
  if (m.stop_maintenance !== undefined) { w.uint32(106).fork(); encodeCall_StopMaintenance(w, m.stop_maintenance); w.ldelim(); }
  if (m.set_quota !== undefined) { w.uint32(114).fork(); encodeCall_SetQuota(w, m.set_quota); w.ldelim(); }
  if (m.remove_quota !== undefined) { w.uint32(122).fork(); encodeCall_RemoveQuota(w, m.remove_quota); w.ldelim(); }
  if (m.teardown !== undefined) { w.uint32(130).fork(); encodeCall_Teardown(w, m.teardown); w.ldelim(); }
  if (m.mark_agent_gone !== undefined) { w.uint32(138).fork(); encodeCall_MarkAgentGone(w, m.mark_agent_gone); w.ldelim(); }
  if (m.grow_volume !== undefined) { w.uint32(146).fork(); encodeCall_GrowVolume(w, m.grow_volume); w.ldelim(); }
  if (m.shrink_volume !== undefined) { w.uint32(154).fork(); encodeCall_ShrinkVolume(w, m.shrink_volume); w.ldelim(); }
  if (m.update_quota !== undefined) { w.uint32(162).fork(); encodeCall_UpdateQuota(w, m.update_quota); w.ldelim(); }
  if (m.drain_agent !== undefined) { w.uint32(170).fork(); encodeCall_DrainAgent(w, m.drain_agent); w.ldelim(); }
  if (m.deactivate_agent !== undefined) { w.uint32(178).fork(); encodeCall_DeactivateAgent(w, m.deactivate_agent); w.ldelim(); }
  if (m.reactivate_agent !== undefined) { w.uint32(186).fork(); encodeCall_ReactivateAgent(w, m.reactivate_agent); w.ldelim(); }
}

const CallDraft = draftOf<Call>();
export function decodeCall(r: WireReader, end: number, into?: Call): Call {
  const m = (into ?? new CallDraft()) as Draft<Call>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = masterShapes.Call_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.get_metrics = decodeCall_GetMetrics(r, endOfMessage(r, end), m.get_metrics); break;
      case 26: m.set_logging_level = decodeCall_SetLoggingLevel(r, endOfMessage(r, end), m.set_logging_level); break;
      case 34: m.list_files = decodeCall_ListFiles(r, endOfMessage(r, end), m.list_files); break;
      case 42: m.read_file = decodeCall_ReadFile(r, endOfMessage(r, end), m.read_file); break;
      case 50: m.update_weights = decodeCall_UpdateWeights(r, endOfMessage(r, end), m.update_weights); break;
      case 58: m.reserve_resources = decodeCall_ReserveResources(r, endOfMessage(r, end), m.reserve_resources); break;
      case 66: m.unreserve_resources = decodeCall_UnreserveResources(r, endOfMessage(r, end), m.unreserve_resources); break;
      case 74: m.create_volumes = decodeCall_CreateVolumes(r, endOfMessage(r, end), m.create_volumes); break;
      case 82: m.destroy_volumes = decodeCall_DestroyVolumes(r, endOfMessage(r, end), m.destroy_volumes); break;
      case 90: m.update_maintenance_schedule = decodeCall_UpdateMaintenanceSchedule(r, endOfMessage(r, end), m.update_maintenance_schedule); break;
      case 98: m.start_maintenance = decodeCall_StartMaintenance(r, endOfMessage(r, end), m.start_maintenance); break;
      case 106: m.stop_maintenance = decodeCall_StopMaintenance(r, endOfMessage(r, end), m.stop_maintenance); break;
      case 114: m.set_quota = decodeCall_SetQuota(r, endOfMessage(r, end), m.set_quota); break;
      case 122: m.remove_quota = decodeCall_RemoveQuota(r, endOfMessage(r, end), m.remove_quota); break;
      case 130: m.teardown = decodeCall_Teardown(r, endOfMessage(r, end), m.teardown); break;
      case 138: m.mark_agent_gone = decodeCall_MarkAgentGone(r, endOfMessage(r, end), m.mark_agent_gone); break;
      case 146: m.grow_volume = decodeCall_GrowVolume(r, endOfMessage(r, end), m.grow_volume); break;
      case 154: m.shrink_volume = decodeCall_ShrinkVolume(r, endOfMessage(r, end), m.shrink_volume); break;
      case 162: m.update_quota = decodeCall_UpdateQuota(r, endOfMessage(r, end), m.update_quota); break;
      case 170: m.drain_agent = decodeCall_DrainAgent(r, endOfMessage(r, end), m.drain_agent); break;
      case 178: m.deactivate_agent = decodeCall_DeactivateAgent(r, endOfMessage(r, end), m.deactivate_agent); break;
      case 186: m.reactivate_agent = decodeCall_ReactivateAgent(r, endOfMessage(r, end), m.reactivate_agent); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call;
}

/** mesos.v1.master.Call */
export const CallCodec = makeCodec<Call>(masterShapes.Call, encodeCall, decodeCall);

export function encodeCall_GetMetrics(w: Writer, m: Call_GetMetrics): void {
  if (m.timeout !== undefined) { w.uint32(10).fork(); encodeDurationInfo(w, m.timeout); w.ldelim(); }
}

const Call_GetMetricsDraft = draftOf<Call_GetMetrics>();
export function decodeCall_GetMetrics(r: WireReader, end: number, into?: Call_GetMetrics): Call_GetMetrics {
  const m = (into ?? new Call_GetMetricsDraft()) as Draft<Call_GetMetrics>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.timeout = decodeDurationInfo(r, endOfMessage(r, end), m.timeout); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_GetMetrics;
}

/** mesos.v1.master.Call.GetMetrics */
export const Call_GetMetricsCodec = makeCodec<Call_GetMetrics>(masterShapes.Call_GetMetrics, encodeCall_GetMetrics, decodeCall_GetMetrics);

export function encodeCall_SetLoggingLevel(w: Writer, m: Call_SetLoggingLevel): void {
  w.uint32(8).uint32(m.level);
  w.uint32(18).fork(); encodeDurationInfo(w, m.duration); w.ldelim();
}

const Call_SetLoggingLevelDraft = draftOf<Call_SetLoggingLevel>();
export function decodeCall_SetLoggingLevel(r: WireReader, end: number, into?: Call_SetLoggingLevel): Call_SetLoggingLevel {
  const m = (into ?? new Call_SetLoggingLevelDraft()) as Draft<Call_SetLoggingLevel>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.level = r.uint32(); break;
      case 18: m.duration = decodeDurationInfo(r, endOfMessage(r, end), m.duration); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.level === undefined || m.duration === undefined) r.lacksRequired = true;
  return m as Call_SetLoggingLevel;
}

/** mesos.v1.master.Call.SetLoggingLevel */
export const Call_SetLoggingLevelCodec = makeCodec<Call_SetLoggingLevel>(masterShapes.Call_SetLoggingLevel, encodeCall_SetLoggingLevel, decodeCall_SetLoggingLevel);

export function encodeCall_ListFiles(w: Writer, m: Call_ListFiles): void {
  w.uint32(10).string(m.path);
}

const Call_ListFilesDraft = draftOf<Call_ListFiles>();
export function decodeCall_ListFiles(r: WireReader, end: number, into?: Call_ListFiles): Call_ListFiles {
  const m = (into ?? new Call_ListFilesDraft()) as Draft<Call_ListFiles>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.path = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.path === undefined) r.lacksRequired = true;
  return m as Call_ListFiles;
}

/** mesos.v1.master.Call.ListFiles */
export const Call_ListFilesCodec = makeCodec<Call_ListFiles>(masterShapes.Call_ListFiles, encodeCall_ListFiles, decodeCall_ListFiles);

export function encodeCall_ReadFile(w: Writer, m: Call_ReadFile): void {
  w.uint32(10).string(m.path);
  w.uint32(16); writeUint64(w, m.offset);
  if (m.length !== undefined) { w.uint32(24); writeUint64(w, m.length); }
}

const Call_ReadFileDraft = draftOf<Call_ReadFile>();
export function decodeCall_ReadFile(r: WireReader, end: number, into?: Call_ReadFile): Call_ReadFile {
  const m = (into ?? new Call_ReadFileDraft()) as Draft<Call_ReadFile>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.path = r.string(); break;
      case 16: m.offset = readUint64(r); break;
      case 24: m.length = readUint64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.path === undefined || m.offset === undefined) r.lacksRequired = true;
  return m as Call_ReadFile;
}

/** mesos.v1.master.Call.ReadFile */
export const Call_ReadFileCodec = makeCodec<Call_ReadFile>(masterShapes.Call_ReadFile, encodeCall_ReadFile, decodeCall_ReadFile);

export function encodeCall_UpdateWeights(w: Writer, m: Call_UpdateWeights): void {
  if (m.weight_infos !== undefined) for (const item of m.weight_infos) { w.uint32(10).fork(); encodeWeightInfo(w, item); w.ldelim(); }
}

const Call_UpdateWeightsDraft = draftOf<Call_UpdateWeights>();
export function decodeCall_UpdateWeights(r: WireReader, end: number, into?: Call_UpdateWeights): Call_UpdateWeights {
  const m = (into ?? new Call_UpdateWeightsDraft()) as Draft<Call_UpdateWeights>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeWeightInfo(r, endOfMessage(r, end)); if (m.weight_infos === undefined) m.weight_infos = [one]; else m.weight_infos.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_UpdateWeights;
}

/** mesos.v1.master.Call.UpdateWeights */
export const Call_UpdateWeightsCodec = makeCodec<Call_UpdateWeights>(masterShapes.Call_UpdateWeights, encodeCall_UpdateWeights, decodeCall_UpdateWeights);

export function encodeCall_ReserveResources(w: Writer, m: Call_ReserveResources): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(18); writeShared(w, item, encodeResource); }
  if (m.source !== undefined) for (const item of m.source) { w.uint32(26); writeShared(w, item, encodeResource); }
}

const Call_ReserveResourcesDraft = draftOf<Call_ReserveResources>();
export function decodeCall_ReserveResources(r: WireReader, end: number, into?: Call_ReserveResources): Call_ReserveResources {
  const m = (into ?? new Call_ReserveResourcesDraft()) as Draft<Call_ReserveResources>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      case 26: { const one = readShared(r, end, decodeResource, undefined); if (m.source === undefined) m.source = [one]; else m.source.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined) r.lacksRequired = true;
  return m as Call_ReserveResources;
}

/** mesos.v1.master.Call.ReserveResources */
export const Call_ReserveResourcesCodec = makeCodec<Call_ReserveResources>(masterShapes.Call_ReserveResources, encodeCall_ReserveResources, decodeCall_ReserveResources);

export function encodeCall_UnreserveResources(w: Writer, m: Call_UnreserveResources): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(18); writeShared(w, item, encodeResource); }
}

const Call_UnreserveResourcesDraft = draftOf<Call_UnreserveResources>();
export function decodeCall_UnreserveResources(r: WireReader, end: number, into?: Call_UnreserveResources): Call_UnreserveResources {
  const m = (into ?? new Call_UnreserveResourcesDraft()) as Draft<Call_UnreserveResources>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined) r.lacksRequired = true;
  return m as Call_UnreserveResources;
}

/** mesos.v1.master.Call.UnreserveResources */
export const Call_UnreserveResourcesCodec = makeCodec<Call_UnreserveResources>(masterShapes.Call_UnreserveResources, encodeCall_UnreserveResources, decodeCall_UnreserveResources);

export function encodeCall_CreateVolumes(w: Writer, m: Call_CreateVolumes): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  if (m.volumes !== undefined) for (const item of m.volumes) { w.uint32(18); writeShared(w, item, encodeResource); }
}

const Call_CreateVolumesDraft = draftOf<Call_CreateVolumes>();
export function decodeCall_CreateVolumes(r: WireReader, end: number, into?: Call_CreateVolumes): Call_CreateVolumes {
  const m = (into ?? new Call_CreateVolumesDraft()) as Draft<Call_CreateVolumes>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: { const one = readShared(r, end, decodeResource, undefined); if (m.volumes === undefined) m.volumes = [one]; else m.volumes.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined) r.lacksRequired = true;
  return m as Call_CreateVolumes;
}

/** mesos.v1.master.Call.CreateVolumes */
export const Call_CreateVolumesCodec = makeCodec<Call_CreateVolumes>(masterShapes.Call_CreateVolumes, encodeCall_CreateVolumes, decodeCall_CreateVolumes);

export function encodeCall_DestroyVolumes(w: Writer, m: Call_DestroyVolumes): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  if (m.volumes !== undefined) for (const item of m.volumes) { w.uint32(18); writeShared(w, item, encodeResource); }
}

const Call_DestroyVolumesDraft = draftOf<Call_DestroyVolumes>();
export function decodeCall_DestroyVolumes(r: WireReader, end: number, into?: Call_DestroyVolumes): Call_DestroyVolumes {
  const m = (into ?? new Call_DestroyVolumesDraft()) as Draft<Call_DestroyVolumes>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: { const one = readShared(r, end, decodeResource, undefined); if (m.volumes === undefined) m.volumes = [one]; else m.volumes.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined) r.lacksRequired = true;
  return m as Call_DestroyVolumes;
}

/** mesos.v1.master.Call.DestroyVolumes */
export const Call_DestroyVolumesCodec = makeCodec<Call_DestroyVolumes>(masterShapes.Call_DestroyVolumes, encodeCall_DestroyVolumes, decodeCall_DestroyVolumes);

export function encodeCall_GrowVolume(w: Writer, m: Call_GrowVolume): void {
  if (m.agent_id !== undefined) { w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim(); }
  w.uint32(18); writeShared(w, m.volume, encodeResource);
  w.uint32(26); writeShared(w, m.addition, encodeResource);
}

const Call_GrowVolumeDraft = draftOf<Call_GrowVolume>();
export function decodeCall_GrowVolume(r: WireReader, end: number, into?: Call_GrowVolume): Call_GrowVolume {
  const m = (into ?? new Call_GrowVolumeDraft()) as Draft<Call_GrowVolume>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: m.volume = readShared(r, end, decodeResource, m.volume); break;
      case 26: m.addition = readShared(r, end, decodeResource, m.addition); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.volume === undefined || m.addition === undefined) r.lacksRequired = true;
  return m as Call_GrowVolume;
}

/** mesos.v1.master.Call.GrowVolume */
export const Call_GrowVolumeCodec = makeCodec<Call_GrowVolume>(masterShapes.Call_GrowVolume, encodeCall_GrowVolume, decodeCall_GrowVolume);

export function encodeCall_ShrinkVolume(w: Writer, m: Call_ShrinkVolume): void {
  if (m.agent_id !== undefined) { w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim(); }
  w.uint32(18); writeShared(w, m.volume, encodeResource);
  w.uint32(26).fork(); encodeValue_Scalar(w, m.subtract); w.ldelim();
}

const Call_ShrinkVolumeDraft = draftOf<Call_ShrinkVolume>();
export function decodeCall_ShrinkVolume(r: WireReader, end: number, into?: Call_ShrinkVolume): Call_ShrinkVolume {
  const m = (into ?? new Call_ShrinkVolumeDraft()) as Draft<Call_ShrinkVolume>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: m.volume = readShared(r, end, decodeResource, m.volume); break;
      case 26: m.subtract = decodeValue_Scalar(r, endOfMessage(r, end), m.subtract); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.volume === undefined || m.subtract === undefined) r.lacksRequired = true;
  return m as Call_ShrinkVolume;
}

/** mesos.v1.master.Call.ShrinkVolume */
export const Call_ShrinkVolumeCodec = makeCodec<Call_ShrinkVolume>(masterShapes.Call_ShrinkVolume, encodeCall_ShrinkVolume, decodeCall_ShrinkVolume);

export function encodeCall_UpdateMaintenanceSchedule(w: Writer, m: Call_UpdateMaintenanceSchedule): void {
  w.uint32(10).fork(); encodeSchedule(w, m.schedule); w.ldelim();
}

const Call_UpdateMaintenanceScheduleDraft = draftOf<Call_UpdateMaintenanceSchedule>();
export function decodeCall_UpdateMaintenanceSchedule(r: WireReader, end: number, into?: Call_UpdateMaintenanceSchedule): Call_UpdateMaintenanceSchedule {
  const m = (into ?? new Call_UpdateMaintenanceScheduleDraft()) as Draft<Call_UpdateMaintenanceSchedule>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.schedule = decodeSchedule(r, endOfMessage(r, end), m.schedule); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.schedule === undefined) r.lacksRequired = true;
  return m as Call_UpdateMaintenanceSchedule;
}

/** mesos.v1.master.Call.UpdateMaintenanceSchedule */
export const Call_UpdateMaintenanceScheduleCodec = makeCodec<Call_UpdateMaintenanceSchedule>(masterShapes.Call_UpdateMaintenanceSchedule, encodeCall_UpdateMaintenanceSchedule, decodeCall_UpdateMaintenanceSchedule);

export function encodeCall_StartMaintenance(w: Writer, m: Call_StartMaintenance): void {
  if (m.machines !== undefined) for (const item of m.machines) { w.uint32(10).fork(); encodeMachineID(w, item); w.ldelim(); }
}

const Call_StartMaintenanceDraft = draftOf<Call_StartMaintenance>();
export function decodeCall_StartMaintenance(r: WireReader, end: number, into?: Call_StartMaintenance): Call_StartMaintenance {
  const m = (into ?? new Call_StartMaintenanceDraft()) as Draft<Call_StartMaintenance>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeMachineID(r, endOfMessage(r, end)); if (m.machines === undefined) m.machines = [one]; else m.machines.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_StartMaintenance;
}

/** mesos.v1.master.Call.StartMaintenance */
export const Call_StartMaintenanceCodec = makeCodec<Call_StartMaintenance>(masterShapes.Call_StartMaintenance, encodeCall_StartMaintenance, decodeCall_StartMaintenance);

export function encodeCall_StopMaintenance(w: Writer, m: Call_StopMaintenance): void {
  if (m.machines !== undefined) for (const item of m.machines) { w.uint32(10).fork(); encodeMachineID(w, item); w.ldelim(); }
}

const Call_StopMaintenanceDraft = draftOf<Call_StopMaintenance>();
export function decodeCall_StopMaintenance(r: WireReader, end: number, into?: Call_StopMaintenance): Call_StopMaintenance {
  const m = (into ?? new Call_StopMaintenanceDraft()) as Draft<Call_StopMaintenance>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeMachineID(r, endOfMessage(r, end)); if (m.machines === undefined) m.machines = [one]; else m.machines.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_StopMaintenance;
}

/** mesos.v1.master.Call.StopMaintenance */
export const Call_StopMaintenanceCodec = makeCodec<Call_StopMaintenance>(masterShapes.Call_StopMaintenance, encodeCall_StopMaintenance, decodeCall_StopMaintenance);

export function encodeCall_DrainAgent(w: Writer, m: Call_DrainAgent): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  if (m.max_grace_period !== undefined) { w.uint32(18).fork(); encodeDuration(w, m.max_grace_period); w.ldelim(); }
  if (m.mark_gone !== undefined) { w.uint32(24).bool(m.mark_gone); }
}

const Call_DrainAgentDraft = draftOf<Call_DrainAgent>();
export function decodeCall_DrainAgent(r: WireReader, end: number, into?: Call_DrainAgent): Call_DrainAgent {
  const m = (into ?? new Call_DrainAgentDraft()) as Draft<Call_DrainAgent>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: m.max_grace_period = decodeDuration(r, endOfMessage(r, end), m.max_grace_period); break;
      case 24: m.mark_gone = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined) r.lacksRequired = true;
  return m as Call_DrainAgent;
}

/** mesos.v1.master.Call.DrainAgent */
export const Call_DrainAgentCodec = makeCodec<Call_DrainAgent>(masterShapes.Call_DrainAgent, encodeCall_DrainAgent, decodeCall_DrainAgent);

export function encodeCall_DeactivateAgent(w: Writer, m: Call_DeactivateAgent): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
}

const Call_DeactivateAgentDraft = draftOf<Call_DeactivateAgent>();
export function decodeCall_DeactivateAgent(r: WireReader, end: number, into?: Call_DeactivateAgent): Call_DeactivateAgent {
  const m = (into ?? new Call_DeactivateAgentDraft()) as Draft<Call_DeactivateAgent>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined) r.lacksRequired = true;
  return m as Call_DeactivateAgent;
}

/** mesos.v1.master.Call.DeactivateAgent */
export const Call_DeactivateAgentCodec = makeCodec<Call_DeactivateAgent>(masterShapes.Call_DeactivateAgent, encodeCall_DeactivateAgent, decodeCall_DeactivateAgent);

export function encodeCall_ReactivateAgent(w: Writer, m: Call_ReactivateAgent): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
}

const Call_ReactivateAgentDraft = draftOf<Call_ReactivateAgent>();
export function decodeCall_ReactivateAgent(r: WireReader, end: number, into?: Call_ReactivateAgent): Call_ReactivateAgent {
  const m = (into ?? new Call_ReactivateAgentDraft()) as Draft<Call_ReactivateAgent>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined) r.lacksRequired = true;
  return m as Call_ReactivateAgent;
}

/** mesos.v1.master.Call.ReactivateAgent */
export const Call_ReactivateAgentCodec = makeCodec<Call_ReactivateAgent>(masterShapes.Call_ReactivateAgent, encodeCall_ReactivateAgent, decodeCall_ReactivateAgent);

export function encodeCall_UpdateQuota(w: Writer, m: Call_UpdateQuota): void {
  if (m.force !== undefined) { w.uint32(8).bool(m.force); }
  if (m.quota_configs !== undefined) for (const item of m.quota_configs) { w.uint32(18).fork(); encodeQuotaConfig(w, item); w.ldelim(); }
}

const Call_UpdateQuotaDraft = draftOf<Call_UpdateQuota>();
export function decodeCall_UpdateQuota(r: WireReader, end: number, into?: Call_UpdateQuota): Call_UpdateQuota {
  const m = (into ?? new Call_UpdateQuotaDraft()) as Draft<Call_UpdateQuota>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.force = r.bool(); break;
      case 18: { const one = decodeQuotaConfig(r, endOfMessage(r, end)); if (m.quota_configs === undefined) m.quota_configs = [one]; else m.quota_configs.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_UpdateQuota;
}

/** mesos.v1.master.Call.UpdateQuota */
export const Call_UpdateQuotaCodec = makeCodec<Call_UpdateQuota>(masterShapes.Call_UpdateQuota, encodeCall_UpdateQuota, decodeCall_UpdateQuota);

export function encodeCall_SetQuota(w: Writer, m: Call_SetQuota): void {
  w.uint32(10).fork(); encodeQuotaRequest(w, m.quota_request); w.ldelim();
}

const Call_SetQuotaDraft = draftOf<Call_SetQuota>();
export function decodeCall_SetQuota(r: WireReader, end: number, into?: Call_SetQuota): Call_SetQuota {
  const m = (into ?? new Call_SetQuotaDraft()) as Draft<Call_SetQuota>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.quota_request = decodeQuotaRequest(r, endOfMessage(r, end), m.quota_request); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.quota_request === undefined) r.lacksRequired = true;
  return m as Call_SetQuota;
}

/** mesos.v1.master.Call.SetQuota */
export const Call_SetQuotaCodec = makeCodec<Call_SetQuota>(masterShapes.Call_SetQuota, encodeCall_SetQuota, decodeCall_SetQuota);

export function encodeCall_RemoveQuota(w: Writer, m: Call_RemoveQuota): void {
  w.uint32(10).string(m.role);
}

const Call_RemoveQuotaDraft = draftOf<Call_RemoveQuota>();
export function decodeCall_RemoveQuota(r: WireReader, end: number, into?: Call_RemoveQuota): Call_RemoveQuota {
  const m = (into ?? new Call_RemoveQuotaDraft()) as Draft<Call_RemoveQuota>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.role = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.role === undefined) r.lacksRequired = true;
  return m as Call_RemoveQuota;
}

/** mesos.v1.master.Call.RemoveQuota */
export const Call_RemoveQuotaCodec = makeCodec<Call_RemoveQuota>(masterShapes.Call_RemoveQuota, encodeCall_RemoveQuota, decodeCall_RemoveQuota);

export function encodeCall_Teardown(w: Writer, m: Call_Teardown): void {
  w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
}

const Call_TeardownDraft = draftOf<Call_Teardown>();
export function decodeCall_Teardown(r: WireReader, end: number, into?: Call_Teardown): Call_Teardown {
  const m = (into ?? new Call_TeardownDraft()) as Draft<Call_Teardown>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_id === undefined) r.lacksRequired = true;
  return m as Call_Teardown;
}

/** mesos.v1.master.Call.Teardown */
export const Call_TeardownCodec = makeCodec<Call_Teardown>(masterShapes.Call_Teardown, encodeCall_Teardown, decodeCall_Teardown);

export function encodeCall_MarkAgentGone(w: Writer, m: Call_MarkAgentGone): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
}

const Call_MarkAgentGoneDraft = draftOf<Call_MarkAgentGone>();
export function decodeCall_MarkAgentGone(r: WireReader, end: number, into?: Call_MarkAgentGone): Call_MarkAgentGone {
  const m = (into ?? new Call_MarkAgentGoneDraft()) as Draft<Call_MarkAgentGone>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined) r.lacksRequired = true;
  return m as Call_MarkAgentGone;
}

/** mesos.v1.master.Call.MarkAgentGone */
export const Call_MarkAgentGoneCodec = makeCodec<Call_MarkAgentGone>(masterShapes.Call_MarkAgentGone, encodeCall_MarkAgentGone, decodeCall_MarkAgentGone);

export function encodeResponse(w: Writer, m: Response): void {
  if (m.type !== undefined) { w.uint32(8).int32(masterShapes.Response_Type.numbers[m.type]); }
  if (m.get_health !== undefined) { w.uint32(18).fork(); encodeResponse_GetHealth(w, m.get_health); w.ldelim(); }
  if (m.get_flags !== undefined) { w.uint32(26).fork(); encodeResponse_GetFlags(w, m.get_flags); w.ldelim(); }
  if (m.get_version !== undefined) { w.uint32(34).fork(); encodeResponse_GetVersion(w, m.get_version); w.ldelim(); }
  if (m.get_metrics !== undefined) { w.uint32(42).fork(); encodeResponse_GetMetrics(w, m.get_metrics); w.ldelim(); }
  if (m.get_logging_level !== undefined) { w.uint32(50).fork(); encodeResponse_GetLoggingLevel(w, m.get_logging_level); w.ldelim(); }
  if (m.list_files !== undefined) { w.uint32(58).fork(); encodeResponse_ListFiles(w, m.list_files); w.ldelim(); }
  if (m.read_file !== undefined) { w.uint32(66).fork(); encodeResponse_ReadFile(w, m.read_file); w.ldelim(); }
  if (m.get_state !== undefined) { w.uint32(74).fork(); encodeResponse_GetState(w, m.get_state); w.ldelim(); }
  if (m.get_agents !== undefined) { w.uint32(82).fork(); encodeResponse_GetAgents(w, m.get_agents); w.ldelim(); }
  if (m.get_frameworks !== undefined) { w.uint32(90).fork(); encodeResponse_GetFrameworks(w, m.get_frameworks); w.ldelim(); }
  if (m.get_executors !== undefined) { w.uint32(98).fork(); encodeResponse_GetExecutors(w, m.get_executors); w.ldelim(); }
  if (m.get_tasks !== undefined) { w.uint32(106).fork(); encodeResponse_GetTasks(w, m.get_tasks); w.ldelim(); }
  if (m.get_roles !== undefined) { w.uint32(114).fork(); encodeResponse_GetRoles(w, m.get_roles); w.ldelim(); }
  if (m.get_weights !== undefined) { w.uint32(122).fork(); encodeResponse_GetWeights(w, m.get_weights); w.ldelim(); }
  if (m.get_master !== undefined) { w.uint32(130).fork(); encodeResponse_GetMaster(w, m.get_master); w.ldelim(); }
  if (m.get_maintenance_status !== undefined) { w.uint32(138).fork(); encodeResponse_GetMaintenanceStatus(w, m.get_maintenance_status); w.ldelim(); }
  if (m.get_maintenance_schedule !== undefined) { w.uint32(146).fork(); encodeResponse_GetMaintenanceSchedule(w, m.get_maintenance_schedule); w.ldelim(); }
  if (m.get_quota !== undefined) { w.uint32(154).fork(); encodeResponse_GetQuota(w, m.get_quota); w.ldelim(); }
  if (m.get_operations !== undefined) { w.uint32(162).fork(); encodeResponse_GetOperations(w, m.get_operations); w.ldelim(); }
}

const ResponseDraft = draftOf<Response>();
export function decodeResponse(r: WireReader, end: number, into?: Response): Response {
  const m = (into ?? new ResponseDraft()) as Draft<Response>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = masterShapes.Response_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.get_health = decodeResponse_GetHealth(r, endOfMessage(r, end), m.get_health); break;
      case 26: m.get_flags = decodeResponse_GetFlags(r, endOfMessage(r, end), m.get_flags); break;
      case 34: m.get_version = decodeResponse_GetVersion(r, endOfMessage(r, end), m.get_version); break;
      case 42: m.get_metrics = decodeResponse_GetMetrics(r, endOfMessage(r, end), m.get_metrics); break;
      case 50: m.get_logging_level = decodeResponse_GetLoggingLevel(r, endOfMessage(r, end), m.get_logging_level); break;
      case 58: m.list_files = decodeResponse_ListFiles(r, endOfMessage(r, end), m.list_files); break;
      case 66: m.read_file = decodeResponse_ReadFile(r, endOfMessage(r, end), m.read_file); break;
      case 74: m.get_state = decodeResponse_GetState(r, endOfMessage(r, end), m.get_state); break;
      case 82: m.get_agents = decodeResponse_GetAgents(r, endOfMessage(r, end), m.get_agents); break;
      case 90: m.get_frameworks = decodeResponse_GetFrameworks(r, endOfMessage(r, end), m.get_frameworks); break;
      case 98: m.get_executors = decodeResponse_GetExecutors(r, endOfMessage(r, end), m.get_executors); break;
      case 106: m.get_tasks = decodeResponse_GetTasks(r, endOfMessage(r, end), m.get_tasks); break;
      case 114: m.get_roles = decodeResponse_GetRoles(r, endOfMessage(r, end), m.get_roles); break;
      case 122: m.get_weights = decodeResponse_GetWeights(r, endOfMessage(r, end), m.get_weights); break;
      case 130: m.get_master = decodeResponse_GetMaster(r, endOfMessage(r, end), m.get_master); break;
      case 138: m.get_maintenance_status = decodeResponse_GetMaintenanceStatus(r, endOfMessage(r, end), m.get_maintenance_status); break;
      case 146: m.get_maintenance_schedule = decodeResponse_GetMaintenanceSchedule(r, endOfMessage(r, end), m.get_maintenance_schedule); break;
      case 154: m.get_quota = decodeResponse_GetQuota(r, endOfMessage(r, end), m.get_quota); break;
      case 162: m.get_operations = decodeResponse_GetOperations(r, endOfMessage(r, end), m.get_operations); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response;
}

/** mesos.v1.master.Response */
export const ResponseCodec = makeCodec<Response>(masterShapes.Response, encodeResponse, decodeResponse);

export function encodeResponse_GetHealth(w: Writer, m: Response_GetHealth): void {
  w.uint32(8).bool(m.healthy);
}

const Response_GetHealthDraft = draftOf<Response_GetHealth>();
export function decodeResponse_GetHealth(r: WireReader, end: number, into?: Response_GetHealth): Response_GetHealth {
  const m = (into ?? new Response_GetHealthDraft()) as Draft<Response_GetHealth>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.healthy = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.healthy === undefined) r.lacksRequired = true;
  return m as Response_GetHealth;
}

/** mesos.v1.master.Response.GetHealth */
export const Response_GetHealthCodec = makeCodec<Response_GetHealth>(masterShapes.Response_GetHealth, encodeResponse_GetHealth, decodeResponse_GetHealth);

export function encodeResponse_GetFlags(w: Writer, m: Response_GetFlags): void {
  if (m.flags !== undefined) for (const item of m.flags) { w.uint32(10).fork(); encodeFlag(w, item); w.ldelim(); }
}

const Response_GetFlagsDraft = draftOf<Response_GetFlags>();
export function decodeResponse_GetFlags(r: WireReader, end: number, into?: Response_GetFlags): Response_GetFlags {
  const m = (into ?? new Response_GetFlagsDraft()) as Draft<Response_GetFlags>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeFlag(r, endOfMessage(r, end)); if (m.flags === undefined) m.flags = [one]; else m.flags.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetFlags;
}

/** mesos.v1.master.Response.GetFlags */
export const Response_GetFlagsCodec = makeCodec<Response_GetFlags>(masterShapes.Response_GetFlags, encodeResponse_GetFlags, decodeResponse_GetFlags);

export function encodeResponse_GetVersion(w: Writer, m: Response_GetVersion): void {
  w.uint32(10).fork(); encodeVersionInfo(w, m.version_info); w.ldelim();
}

const Response_GetVersionDraft = draftOf<Response_GetVersion>();
export function decodeResponse_GetVersion(r: WireReader, end: number, into?: Response_GetVersion): Response_GetVersion {
  const m = (into ?? new Response_GetVersionDraft()) as Draft<Response_GetVersion>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.version_info = decodeVersionInfo(r, endOfMessage(r, end), m.version_info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.version_info === undefined) r.lacksRequired = true;
  return m as Response_GetVersion;
}

/** mesos.v1.master.Response.GetVersion */
export const Response_GetVersionCodec = makeCodec<Response_GetVersion>(masterShapes.Response_GetVersion, encodeResponse_GetVersion, decodeResponse_GetVersion);

export function encodeResponse_GetMetrics(w: Writer, m: Response_GetMetrics): void {
  if (m.metrics !== undefined) for (const item of m.metrics) { w.uint32(10).fork(); encodeMetric(w, item); w.ldelim(); }
}

const Response_GetMetricsDraft = draftOf<Response_GetMetrics>();
export function decodeResponse_GetMetrics(r: WireReader, end: number, into?: Response_GetMetrics): Response_GetMetrics {
  const m = (into ?? new Response_GetMetricsDraft()) as Draft<Response_GetMetrics>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeMetric(r, endOfMessage(r, end)); if (m.metrics === undefined) m.metrics = [one]; else m.metrics.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetMetrics;
}

/** mesos.v1.master.Response.GetMetrics */
export const Response_GetMetricsCodec = makeCodec<Response_GetMetrics>(masterShapes.Response_GetMetrics, encodeResponse_GetMetrics, decodeResponse_GetMetrics);

export function encodeResponse_GetLoggingLevel(w: Writer, m: Response_GetLoggingLevel): void {
  w.uint32(8).uint32(m.level);
}

const Response_GetLoggingLevelDraft = draftOf<Response_GetLoggingLevel>();
export function decodeResponse_GetLoggingLevel(r: WireReader, end: number, into?: Response_GetLoggingLevel): Response_GetLoggingLevel {
  const m = (into ?? new Response_GetLoggingLevelDraft()) as Draft<Response_GetLoggingLevel>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.level = r.uint32(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.level === undefined) r.lacksRequired = true;
  return m as Response_GetLoggingLevel;
}

/** mesos.v1.master.Response.GetLoggingLevel */
export const Response_GetLoggingLevelCodec = makeCodec<Response_GetLoggingLevel>(masterShapes.Response_GetLoggingLevel, encodeResponse_GetLoggingLevel, decodeResponse_GetLoggingLevel);

export function encodeResponse_ListFiles(w: Writer, m: Response_ListFiles): void {
  if (m.file_infos !== undefined) for (const item of m.file_infos) { w.uint32(10).fork(); encodeFileInfo(w, item); w.ldelim(); }
}

const Response_ListFilesDraft = draftOf<Response_ListFiles>();
export function decodeResponse_ListFiles(r: WireReader, end: number, into?: Response_ListFiles): Response_ListFiles {
  const m = (into ?? new Response_ListFilesDraft()) as Draft<Response_ListFiles>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeFileInfo(r, endOfMessage(r, end)); if (m.file_infos === undefined) m.file_infos = [one]; else m.file_infos.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_ListFiles;
}

/** mesos.v1.master.Response.ListFiles */
export const Response_ListFilesCodec = makeCodec<Response_ListFiles>(masterShapes.Response_ListFiles, encodeResponse_ListFiles, decodeResponse_ListFiles);

export function encodeResponse_ReadFile(w: Writer, m: Response_ReadFile): void {
  w.uint32(8); writeUint64(w, m.size);
  w.uint32(18).bytes(m.data);
}

const Response_ReadFileDraft = draftOf<Response_ReadFile>();
export function decodeResponse_ReadFile(r: WireReader, end: number, into?: Response_ReadFile): Response_ReadFile {
  const m = (into ?? new Response_ReadFileDraft()) as Draft<Response_ReadFile>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.size = readUint64(r); break;
      case 18: m.data = readBytes(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.size === undefined || m.data === undefined) r.lacksRequired = true;
  return m as Response_ReadFile;
}

/** mesos.v1.master.Response.ReadFile */
export const Response_ReadFileCodec = makeCodec<Response_ReadFile>(masterShapes.Response_ReadFile, encodeResponse_ReadFile, decodeResponse_ReadFile);

export function encodeResponse_GetState(w: Writer, m: Response_GetState): void {
  if (m.get_tasks !== undefined) { w.uint32(10).fork(); encodeResponse_GetTasks(w, m.get_tasks); w.ldelim(); }
  if (m.get_executors !== undefined) { w.uint32(18).fork(); encodeResponse_GetExecutors(w, m.get_executors); w.ldelim(); }
  if (m.get_frameworks !== undefined) { w.uint32(26).fork(); encodeResponse_GetFrameworks(w, m.get_frameworks); w.ldelim(); }
  if (m.get_agents !== undefined) { w.uint32(34).fork(); encodeResponse_GetAgents(w, m.get_agents); w.ldelim(); }
}

const Response_GetStateDraft = draftOf<Response_GetState>();
export function decodeResponse_GetState(r: WireReader, end: number, into?: Response_GetState): Response_GetState {
  const m = (into ?? new Response_GetStateDraft()) as Draft<Response_GetState>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.get_tasks = decodeResponse_GetTasks(r, endOfMessage(r, end), m.get_tasks); break;
      case 18: m.get_executors = decodeResponse_GetExecutors(r, endOfMessage(r, end), m.get_executors); break;
      case 26: m.get_frameworks = decodeResponse_GetFrameworks(r, endOfMessage(r, end), m.get_frameworks); break;
      case 34: m.get_agents = decodeResponse_GetAgents(r, endOfMessage(r, end), m.get_agents); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetState;
}

/** mesos.v1.master.Response.GetState */
export const Response_GetStateCodec = makeCodec<Response_GetState>(masterShapes.Response_GetState, encodeResponse_GetState, decodeResponse_GetState);

export function encodeResponse_GetAgents(w: Writer, m: Response_GetAgents): void {
  if (m.agents !== undefined) for (const item of m.agents) { w.uint32(10).fork(); encodeResponse_GetAgents_Agent(w, item); w.ldelim(); }
  if (m.recovered_agents !== undefined) for (const item of m.recovered_agents) { w.uint32(18).fork(); encodeAgentInfo(w, item); w.ldelim(); }
}

const Response_GetAgentsDraft = draftOf<Response_GetAgents>();
export function decodeResponse_GetAgents(r: WireReader, end: number, into?: Response_GetAgents): Response_GetAgents {
  const m = (into ?? new Response_GetAgentsDraft()) as Draft<Response_GetAgents>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeResponse_GetAgents_Agent(r, endOfMessage(r, end)); if (m.agents === undefined) m.agents = [one]; else m.agents.push(one); break; }
      case 18: { const one = decodeAgentInfo(r, endOfMessage(r, end)); if (m.recovered_agents === undefined) m.recovered_agents = [one]; else m.recovered_agents.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetAgents;
}

/** mesos.v1.master.Response.GetAgents */
export const Response_GetAgentsCodec = makeCodec<Response_GetAgents>(masterShapes.Response_GetAgents, encodeResponse_GetAgents, decodeResponse_GetAgents);

export function encodeResponse_GetAgents_Agent(w: Writer, m: Response_GetAgents_Agent): void {
  w.uint32(10).fork(); encodeAgentInfo(w, m.agent_info); w.ldelim();
  w.uint32(16).bool(m.active);
  w.uint32(26).string(m.version);
  if (m.pid !== undefined) { w.uint32(34).string(m.pid); }
  if (m.registered_time !== undefined) { w.uint32(42).fork(); encodeTimeInfo(w, m.registered_time); w.ldelim(); }
  if (m.reregistered_time !== undefined) { w.uint32(50).fork(); encodeTimeInfo(w, m.reregistered_time); w.ldelim(); }
  if (m.total_resources !== undefined) for (const item of m.total_resources) { w.uint32(58); writeShared(w, item, encodeResource); }
  if (m.allocated_resources !== undefined) for (const item of m.allocated_resources) { w.uint32(66); writeShared(w, item, encodeResource); }
  if (m.offered_resources !== undefined) for (const item of m.offered_resources) { w.uint32(74); writeShared(w, item, encodeResource); }
  if (m.capabilities !== undefined) for (const item of m.capabilities) { w.uint32(82).fork(); encodeAgentInfo_Capability(w, item); w.ldelim(); }
  if (m.resource_providers !== undefined) for (const item of m.resource_providers) { w.uint32(90).fork(); encodeResponse_GetAgents_Agent_ResourceProvider(w, item); w.ldelim(); }
  if (m.deactivated !== undefined) { w.uint32(96).bool(m.deactivated); }
  if (m.drain_info !== undefined) { w.uint32(106).fork(); encodeDrainInfo(w, m.drain_info); w.ldelim(); }
  if (m.estimated_drain_start_time !== undefined) { w.uint32(114).fork(); encodeTimeInfo(w, m.estimated_drain_start_time); w.ldelim(); }
}

const Response_GetAgents_AgentDraft = draftOf<Response_GetAgents_Agent>();
export function decodeResponse_GetAgents_Agent(r: WireReader, end: number, into?: Response_GetAgents_Agent): Response_GetAgents_Agent {
  const m = (into ?? new Response_GetAgents_AgentDraft()) as Draft<Response_GetAgents_Agent>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_info = decodeAgentInfo(r, endOfMessage(r, end), m.agent_info); break;
      case 16: m.active = r.bool(); break;
      case 26: m.version = readWord(r); break;
      case 34: m.pid = r.string(); break;
      case 42: m.registered_time = decodeTimeInfo(r, endOfMessage(r, end), m.registered_time); break;
      case 50: m.reregistered_time = decodeTimeInfo(r, endOfMessage(r, end), m.reregistered_time); break;
      case 58: { const one = readShared(r, end, decodeResource, undefined); if (m.total_resources === undefined) m.total_resources = [one]; else m.total_resources.push(one); break; }
      case 66: { const one = readShared(r, end, decodeResource, undefined); if (m.allocated_resources === undefined) m.allocated_resources = [one]; else m.allocated_resources.push(one); break; }
      case 74: { const one = readShared(r, end, decodeResource, undefined); if (m.offered_resources === undefined) m.offered_resources = [one]; else m.offered_resources.push(one); break; }
      case 82: { const one = decodeAgentInfo_Capability(r, endOfMessage(r, end)); if (m.capabilities === undefined) m.capabilities = [one]; else m.capabilities.push(one); break; }
      case 90: { const one = decodeResponse_GetAgents_Agent_ResourceProvider(r, endOfMessage(r, end)); if (m.resource_providers === undefined) m.resource_providers = [one]; else m.resource_providers.push(one); break; }
      case 96: m.deactivated = r.bool(); break;
      case 106: m.drain_info = decodeDrainInfo(r, endOfMessage(r, end), m.drain_info); break;
      case 114: m.estimated_drain_start_time = decodeTimeInfo(r, endOfMessage(r, end), m.estimated_drain_start_time); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_info === undefined || m.active === undefined || m.version === undefined) r.lacksRequired = true;
  return m as Response_GetAgents_Agent;
}

/** mesos.v1.master.Response.GetAgents.Agent */
export const Response_GetAgents_AgentCodec = makeCodec<Response_GetAgents_Agent>(masterShapes.Response_GetAgents_Agent, encodeResponse_GetAgents_Agent, decodeResponse_GetAgents_Agent);

export function encodeResponse_GetAgents_Agent_ResourceProvider(w: Writer, m: Response_GetAgents_Agent_ResourceProvider): void {
  w.uint32(10).fork(); encodeResourceProviderInfo(w, m.resource_provider_info); w.ldelim();
  if (m.total_resources !== undefined) for (const item of m.total_resources) { w.uint32(18); writeShared(w, item, encodeResource); }
}

const Response_GetAgents_Agent_ResourceProviderDraft = draftOf<Response_GetAgents_Agent_ResourceProvider>();
export function decodeResponse_GetAgents_Agent_ResourceProvider(r: WireReader, end: number, into?: Response_GetAgents_Agent_ResourceProvider): Response_GetAgents_Agent_ResourceProvider {
  const m = (into ?? new Response_GetAgents_Agent_ResourceProviderDraft()) as Draft<Response_GetAgents_Agent_ResourceProvider>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.resource_provider_info = decodeResourceProviderInfo(r, endOfMessage(r, end), m.resource_provider_info); break;
      case 18: { const one = readShared(r, end, decodeResource, undefined); if (m.total_resources === undefined) m.total_resources = [one]; else m.total_resources.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.resource_provider_info === undefined) r.lacksRequired = true;
  return m as Response_GetAgents_Agent_ResourceProvider;
}

/** mesos.v1.master.Response.GetAgents.Agent.ResourceProvider */
export const Response_GetAgents_Agent_ResourceProviderCodec = makeCodec<Response_GetAgents_Agent_ResourceProvider>(masterShapes.Response_GetAgents_Agent_ResourceProvider, encodeResponse_GetAgents_Agent_ResourceProvider, decodeResponse_GetAgents_Agent_ResourceProvider);

export function encodeResponse_GetFrameworks(w: Writer, m: Response_GetFrameworks): void {
  if (m.frameworks !== undefined) for (const item of m.frameworks) { w.uint32(10).fork(); encodeResponse_GetFrameworks_Framework(w, item); w.ldelim(); }
  if (m.completed_frameworks !== undefined) for (const item of m.completed_frameworks) { w.uint32(18).fork(); encodeResponse_GetFrameworks_Framework(w, item); w.ldelim(); }
  if (m.recovered_frameworks !== undefined) for (const item of m.recovered_frameworks) { w.uint32(26); writeShared(w, item, encodeFrameworkInfo); }
}

const Response_GetFrameworksDraft = draftOf<Response_GetFrameworks>();
export function decodeResponse_GetFrameworks(r: WireReader, end: number, into?: Response_GetFrameworks): Response_GetFrameworks {
  const m = (into ?? new Response_GetFrameworksDraft()) as Draft<Response_GetFrameworks>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeResponse_GetFrameworks_Framework(r, endOfMessage(r, end)); if (m.frameworks === undefined) m.frameworks = [one]; else m.frameworks.push(one); break; }
      case 18: { const one = decodeResponse_GetFrameworks_Framework(r, endOfMessage(r, end)); if (m.completed_frameworks === undefined) m.completed_frameworks = [one]; else m.completed_frameworks.push(one); break; }
      case 26: { const one = readShared(r, end, decodeFrameworkInfo, undefined); if (m.recovered_frameworks === undefined) m.recovered_frameworks = [one]; else m.recovered_frameworks.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetFrameworks;
}

/** mesos.v1.master.Response.GetFrameworks */
export const Response_GetFrameworksCodec = makeCodec<Response_GetFrameworks>(masterShapes.Response_GetFrameworks, encodeResponse_GetFrameworks, decodeResponse_GetFrameworks);

export function encodeResponse_GetFrameworks_Framework(w: Writer, m: Response_GetFrameworks_Framework): void {
  w.uint32(10); writeShared(w, m.framework_info, encodeFrameworkInfo);
  w.uint32(16).bool(m.active);
  w.uint32(24).bool(m.connected);
  if (m.registered_time !== undefined) { w.uint32(34).fork(); encodeTimeInfo(w, m.registered_time); w.ldelim(); }
  if (m.reregistered_time !== undefined) { w.uint32(42).fork(); encodeTimeInfo(w, m.reregistered_time); w.ldelim(); }
  if (m.unregistered_time !== undefined) { w.uint32(50).fork(); encodeTimeInfo(w, m.unregistered_time); w.ldelim(); }
  if (m.offers !== undefined) for (const item of m.offers) { w.uint32(58).fork(); encodeOffer(w, item); w.ldelim(); }
  if (m.inverse_offers !== undefined) for (const item of m.inverse_offers) { w.uint32(66).fork(); encodeInverseOffer(w, item); w.ldelim(); }
  if (m.allocated_resources !== undefined) for (const item of m.allocated_resources) { w.uint32(74); writeShared(w, item, encodeResource); }
  if (m.offered_resources !== undefined) for (const item of m.offered_resources) { w.uint32(82); writeShared(w, item, encodeResource); }
  w.uint32(88).bool(m.recovered);
  if (m.offer_constraints !== undefined) { w.uint32(98).fork(); encodeOfferConstraints(w, m.offer_constraints); w.ldelim(); }
}

const Response_GetFrameworks_FrameworkDraft = draftOf<Response_GetFrameworks_Framework>();
export function decodeResponse_GetFrameworks_Framework(r: WireReader, end: number, into?: Response_GetFrameworks_Framework): Response_GetFrameworks_Framework {
  const m = (into ?? new Response_GetFrameworks_FrameworkDraft()) as Draft<Response_GetFrameworks_Framework>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_info = readShared(r, end, decodeFrameworkInfo, m.framework_info); break;
      case 16: m.active = r.bool(); break;
      case 24: m.connected = r.bool(); break;
      case 34: m.registered_time = decodeTimeInfo(r, endOfMessage(r, end), m.registered_time); break;
      case 42: m.reregistered_time = decodeTimeInfo(r, endOfMessage(r, end), m.reregistered_time); break;
      case 50: m.unregistered_time = decodeTimeInfo(r, endOfMessage(r, end), m.unregistered_time); break;
      case 58: { const one = decodeOffer(r, endOfMessage(r, end)); if (m.offers === undefined) m.offers = [one]; else m.offers.push(one); break; }
      case 66: { const one = decodeInverseOffer(r, endOfMessage(r, end)); if (m.inverse_offers === undefined) m.inverse_offers = [one]; else m.inverse_offers.push(one); break; }
      case 74: { const one = readShared(r, end, decodeResource, undefined); if (m.allocated_resources === undefined) m.allocated_resources = [one]; else m.allocated_resources.push(one); break; }
      case 82: { const one = readShared(r, end, decodeResource, undefined); if (m.offered_resources === undefined) m.offered_resources = [one]; else m.offered_resources.push(one); break; }
      case 88: m.recovered = r.bool(); break;
      case 98: m.offer_constraints = decodeOfferConstraints(r, endOfMessage(r, end), m.offer_constraints); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_info === undefined || m.active === undefined || m.connected === undefined || m.recovered === undefined) r.lacksRequired = true;
  return m as Response_GetFrameworks_Framework;
}

/** mesos.v1.master.Response.GetFrameworks.Framework */
export const Response_GetFrameworks_FrameworkCodec = makeCodec<Response_GetFrameworks_Framework>(masterShapes.Response_GetFrameworks_Framework, encodeResponse_GetFrameworks_Framework, decodeResponse_GetFrameworks_Framework);

export function encodeResponse_GetExecutors(w: Writer, m: Response_GetExecutors): void {
  if (m.executors !== undefined) for (const item of m.executors) { w.uint32(10).fork(); encodeResponse_GetExecutors_Executor(w, item); w.ldelim(); }
  if (m.orphan_executors !== undefined) for (const item of m.orphan_executors) { w.uint32(18).fork(); encodeResponse_GetExecutors_Executor(w, item); w.ldelim(); }
}

const Response_GetExecutorsDraft = draftOf<Response_GetExecutors>();
export function decodeResponse_GetExecutors(r: WireReader, end: number, into?: Response_GetExecutors): Response_GetExecutors {
  const m = (into ?? new Response_GetExecutorsDraft()) as Draft<Response_GetExecutors>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeResponse_GetExecutors_Executor(r, endOfMessage(r, end)); if (m.executors === undefined) m.executors = [one]; else m.executors.push(one); break; }
      case 18: { const one = decodeResponse_GetExecutors_Executor(r, endOfMessage(r, end)); if (m.orphan_executors === undefined) m.orphan_executors = [one]; else m.orphan_executors.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetExecutors;
}

/** mesos.v1.master.Response.GetExecutors */
export const Response_GetExecutorsCodec = makeCodec<Response_GetExecutors>(masterShapes.Response_GetExecutors, encodeResponse_GetExecutors, decodeResponse_GetExecutors);

export function encodeResponse_GetExecutors_Executor(w: Writer, m: Response_GetExecutors_Executor): void {
  w.uint32(10).fork(); encodeExecutorInfo(w, m.executor_info); w.ldelim();
  w.uint32(18).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
}

const Response_GetExecutors_ExecutorDraft = draftOf<Response_GetExecutors_Executor>();
export function decodeResponse_GetExecutors_Executor(r: WireReader, end: number, into?: Response_GetExecutors_Executor): Response_GetExecutors_Executor {
  const m = (into ?? new Response_GetExecutors_ExecutorDraft()) as Draft<Response_GetExecutors_Executor>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.executor_info = decodeExecutorInfo(r, endOfMessage(r, end), m.executor_info); break;
      case 18: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.executor_info === undefined || m.agent_id === undefined) r.lacksRequired = true;
  return m as Response_GetExecutors_Executor;
}

/** mesos.v1.master.Response.GetExecutors.Executor */
export const Response_GetExecutors_ExecutorCodec = makeCodec<Response_GetExecutors_Executor>(masterShapes.Response_GetExecutors_Executor, encodeResponse_GetExecutors_Executor, decodeResponse_GetExecutors_Executor);

export function encodeResponse_GetOperations(w: Writer, m: Response_GetOperations): void {
  if (m.operations !== undefined) for (const item of m.operations) { w.uint32(10).fork(); encodeOperation(w, item); w.ldelim(); }
}

const Response_GetOperationsDraft = draftOf<Response_GetOperations>();
export function decodeResponse_GetOperations(r: WireReader, end: number, into?: Response_GetOperations): Response_GetOperations {
  const m = (into ?? new Response_GetOperationsDraft()) as Draft<Response_GetOperations>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeOperation(r, endOfMessage(r, end)); if (m.operations === undefined) m.operations = [one]; else m.operations.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetOperations;
}

/** mesos.v1.master.Response.GetOperations */
export const Response_GetOperationsCodec = makeCodec<Response_GetOperations>(masterShapes.Response_GetOperations, encodeResponse_GetOperations, decodeResponse_GetOperations);

export function encodeResponse_GetTasks(w: Writer, m: Response_GetTasks): void {
  if (m.pending_tasks !== undefined) for (const item of m.pending_tasks) { w.uint32(10).fork(); encodeTask(w, item); w.ldelim(); }
  if (m.tasks !== undefined) for (const item of m.tasks) { w.uint32(18).fork(); encodeTask(w, item); w.ldelim(); }
  if (m.completed_tasks !== undefined) for (const item of m.completed_tasks) { w.uint32(26).fork(); encodeTask(w, item); w.ldelim(); }
  if (m.orphan_tasks !== undefined) for (const item of m.orphan_tasks) { w.uint32(34).fork(); encodeTask(w, item); w.ldelim(); }
  if (m.unreachable_tasks !== undefined) for (const item of m.unreachable_tasks) { w.uint32(42).fork(); encodeTask(w, item); w.ldelim(); }
}

const Response_GetTasksDraft = draftOf<Response_GetTasks>();
export function decodeResponse_GetTasks(r: WireReader, end: number, into?: Response_GetTasks): Response_GetTasks {
  const m = (into ?? new Response_GetTasksDraft()) as Draft<Response_GetTasks>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeTask(r, endOfMessage(r, end)); if (m.pending_tasks === undefined) m.pending_tasks = [one]; else m.pending_tasks.push(one); break; }
      case 18: { const one = decodeTask(r, endOfMessage(r, end)); if (m.tasks === undefined) m.tasks = [one]; else m.tasks.push(one); break; }
      case 26: { const one = decodeTask(r, endOfMessage(r, end)); if (m.completed_tasks === undefined) m.completed_tasks = [one]; else m.completed_tasks.push(one); break; }
      case 34: { const one = decodeTask(r, endOfMessage(r, end)); if (m.orphan_tasks === undefined) m.orphan_tasks = [one]; else m.orphan_tasks.push(one); break; }
      case 42: { const one = decodeTask(r, endOfMessage(r, end)); if (m.unreachable_tasks === undefined) m.unreachable_tasks = [one]; else m.unreachable_tasks.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetTasks;
}

/** mesos.v1.master.Response.GetTasks */
export const Response_GetTasksCodec = makeCodec<Response_GetTasks>(masterShapes.Response_GetTasks, encodeResponse_GetTasks, decodeResponse_GetTasks);

export function encodeResponse_GetRoles(w: Writer, m: Response_GetRoles): void {
  if (m.roles !== undefined) for (const item of m.roles) { w.uint32(10).fork(); encodeRole(w, item); w.ldelim(); }
}

const Response_GetRolesDraft = draftOf<Response_GetRoles>();
export function decodeResponse_GetRoles(r: WireReader, end: number, into?: Response_GetRoles): Response_GetRoles {
  const m = (into ?? new Response_GetRolesDraft()) as Draft<Response_GetRoles>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeRole(r, endOfMessage(r, end)); if (m.roles === undefined) m.roles = [one]; else m.roles.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetRoles;
}

/** mesos.v1.master.Response.GetRoles */
export const Response_GetRolesCodec = makeCodec<Response_GetRoles>(masterShapes.Response_GetRoles, encodeResponse_GetRoles, decodeResponse_GetRoles);

export function encodeResponse_GetWeights(w: Writer, m: Response_GetWeights): void {
  if (m.weight_infos !== undefined) for (const item of m.weight_infos) { w.uint32(10).fork(); encodeWeightInfo(w, item); w.ldelim(); }
}

const Response_GetWeightsDraft = draftOf<Response_GetWeights>();
export function decodeResponse_GetWeights(r: WireReader, end: number, into?: Response_GetWeights): Response_GetWeights {
  const m = (into ?? new Response_GetWeightsDraft()) as Draft<Response_GetWeights>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeWeightInfo(r, endOfMessage(r, end)); if (m.weight_infos === undefined) m.weight_infos = [one]; else m.weight_infos.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetWeights;
}

/** mesos.v1.master.Response.GetWeights */
export const Response_GetWeightsCodec = makeCodec<Response_GetWeights>(masterShapes.Response_GetWeights, encodeResponse_GetWeights, decodeResponse_GetWeights);

export function encodeResponse_GetMaster(w: Writer, m: Response_GetMaster): void {
  if (m.master_info !== undefined) { w.uint32(10).fork(); encodeMasterInfo(w, m.master_info); w.ldelim(); }
  if (m.start_time !== undefined) { w.uint32(17).double(m.start_time); }
  if (m.elected_time !== undefined) { w.uint32(25).double(m.elected_time); }
}

const Response_GetMasterDraft = draftOf<Response_GetMaster>();
export function decodeResponse_GetMaster(r: WireReader, end: number, into?: Response_GetMaster): Response_GetMaster {
  const m = (into ?? new Response_GetMasterDraft()) as Draft<Response_GetMaster>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.master_info = decodeMasterInfo(r, endOfMessage(r, end), m.master_info); break;
      case 17: m.start_time = r.double(); break;
      case 25: m.elected_time = r.double(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetMaster;
}

/** mesos.v1.master.Response.GetMaster */
export const Response_GetMasterCodec = makeCodec<Response_GetMaster>(masterShapes.Response_GetMaster, encodeResponse_GetMaster, decodeResponse_GetMaster);

export function encodeResponse_GetMaintenanceStatus(w: Writer, m: Response_GetMaintenanceStatus): void {
  w.uint32(10).fork(); encodeClusterStatus(w, m.status); w.ldelim();
}

const Response_GetMaintenanceStatusDraft = draftOf<Response_GetMaintenanceStatus>();
export function decodeResponse_GetMaintenanceStatus(r: WireReader, end: number, into?: Response_GetMaintenanceStatus): Response_GetMaintenanceStatus {
  const m = (into ?? new Response_GetMaintenanceStatusDraft()) as Draft<Response_GetMaintenanceStatus>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.status = decodeClusterStatus(r, endOfMessage(r, end), m.status); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.status === undefined) r.lacksRequired = true;
  return m as Response_GetMaintenanceStatus;
}

/** mesos.v1.master.Response.GetMaintenanceStatus */
export const Response_GetMaintenanceStatusCodec = makeCodec<Response_GetMaintenanceStatus>(masterShapes.Response_GetMaintenanceStatus, encodeResponse_GetMaintenanceStatus, decodeResponse_GetMaintenanceStatus);

export function encodeResponse_GetMaintenanceSchedule(w: Writer, m: Response_GetMaintenanceSchedule): void {
  w.uint32(10).fork(); encodeSchedule(w, m.schedule); w.ldelim();
}

const Response_GetMaintenanceScheduleDraft = draftOf<Response_GetMaintenanceSchedule>();
export function decodeResponse_GetMaintenanceSchedule(r: WireReader, end: number, into?: Response_GetMaintenanceSchedule): Response_GetMaintenanceSchedule {
  const m = (into ?? new Response_GetMaintenanceScheduleDraft()) as Draft<Response_GetMaintenanceSchedule>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.schedule = decodeSchedule(r, endOfMessage(r, end), m.schedule); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.schedule === undefined) r.lacksRequired = true;
  return m as Response_GetMaintenanceSchedule;
}

/** mesos.v1.master.Response.GetMaintenanceSchedule */
export const Response_GetMaintenanceScheduleCodec = makeCodec<Response_GetMaintenanceSchedule>(masterShapes.Response_GetMaintenanceSchedule, encodeResponse_GetMaintenanceSchedule, decodeResponse_GetMaintenanceSchedule);

export function encodeResponse_GetQuota(w: Writer, m: Response_GetQuota): void {
  w.uint32(10).fork(); encodeQuotaStatus(w, m.status); w.ldelim();
}

const Response_GetQuotaDraft = draftOf<Response_GetQuota>();
export function decodeResponse_GetQuota(r: WireReader, end: number, into?: Response_GetQuota): Response_GetQuota {
  const m = (into ?? new Response_GetQuotaDraft()) as Draft<Response_GetQuota>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.status = decodeQuotaStatus(r, endOfMessage(r, end), m.status); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.status === undefined) r.lacksRequired = true;
  return m as Response_GetQuota;
}

/** mesos.v1.master.Response.GetQuota */
export const Response_GetQuotaCodec = makeCodec<Response_GetQuota>(masterShapes.Response_GetQuota, encodeResponse_GetQuota, decodeResponse_GetQuota);

export function encodeEvent(w: Writer, m: Event): void {
  if (m.type !== undefined) { w.uint32(8).int32(masterShapes.Event_Type.numbers[m.type]); }
  if (m.subscribed !== undefined) { w.uint32(18).fork(); encodeEvent_Subscribed(w, m.subscribed); w.ldelim(); }
  if (m.task_added !== undefined) { w.uint32(26).fork(); encodeEvent_TaskAdded(w, m.task_added); w.ldelim(); }
  if (m.task_updated !== undefined) { w.uint32(34).fork(); encodeEvent_TaskUpdated(w, m.task_updated); w.ldelim(); }
  if (m.agent_added !== undefined) { w.uint32(42).fork(); encodeEvent_AgentAdded(w, m.agent_added); w.ldelim(); }
  if (m.agent_removed !== undefined) { w.uint32(50).fork(); encodeEvent_AgentRemoved(w, m.agent_removed); w.ldelim(); }
  if (m.framework_added !== undefined) { w.uint32(58).fork(); encodeEvent_FrameworkAdded(w, m.framework_added); w.ldelim(); }
  if (m.framework_updated !== undefined) { w.uint32(66).fork(); encodeEvent_FrameworkUpdated(w, m.framework_updated); w.ldelim(); }
  if (m.framework_removed !== undefined) { w.uint32(74).fork(); encodeEvent_FrameworkRemoved(w, m.framework_removed); w.ldelim(); }
}

const EventDraft = draftOf<Event>();
export function decodeEvent(r: WireReader, end: number, into?: Event): Event {
  const m = (into ?? new EventDraft()) as Draft<Event>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = masterShapes.Event_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.subscribed = decodeEvent_Subscribed(r, endOfMessage(r, end), m.subscribed); break;
      case 26: m.task_added = decodeEvent_TaskAdded(r, endOfMessage(r, end), m.task_added); break;
      case 34: m.task_updated = decodeEvent_TaskUpdated(r, endOfMessage(r, end), m.task_updated); break;
      case 42: m.agent_added = decodeEvent_AgentAdded(r, endOfMessage(r, end), m.agent_added); break;
      case 50: m.agent_removed = decodeEvent_AgentRemoved(r, endOfMessage(r, end), m.agent_removed); break;
      case 58: m.framework_added = decodeEvent_FrameworkAdded(r, endOfMessage(r, end), m.framework_added); break;
      case 66: m.framework_updated = decodeEvent_FrameworkUpdated(r, endOfMessage(r, end), m.framework_updated); break;
      case 74: m.framework_removed = decodeEvent_FrameworkRemoved(r, endOfMessage(r, end), m.framework_removed); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Event;
}

/** mesos.v1.master.Event */
export const EventCodec = makeCodec<Event>(masterShapes.Event, encodeEvent, decodeEvent);

export function encodeEvent_Subscribed(w: Writer, m: Event_Subscribed): void {
  if (m.get_state !== undefined) { w.uint32(10).fork(); encodeResponse_GetState(w, m.get_state); w.ldelim(); }
  if (m.heartbeat_interval_seconds !== undefined) { w.uint32(17).double(m.heartbeat_interval_seconds); }
}

const Event_SubscribedDraft = draftOf<Event_Subscribed>();
export function decodeEvent_Subscribed(r: WireReader, end: number, into?: Event_Subscribed): Event_Subscribed {
  const m = (into ?? new Event_SubscribedDraft()) as Draft<Event_Subscribed>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.get_state = decodeResponse_GetState(r, endOfMessage(r, end), m.get_state); break;
      case 17: m.heartbeat_interval_seconds = r.double(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Event_Subscribed;
}

/** mesos.v1.master.Event.Subscribed */
export const Event_SubscribedCodec = makeCodec<Event_Subscribed>(masterShapes.Event_Subscribed, encodeEvent_Subscribed, decodeEvent_Subscribed);

export function encodeEvent_TaskAdded(w: Writer, m: Event_TaskAdded): void {
  w.uint32(10).fork(); encodeTask(w, m.task); w.ldelim();
}

const Event_TaskAddedDraft = draftOf<Event_TaskAdded>();
export function decodeEvent_TaskAdded(r: WireReader, end: number, into?: Event_TaskAdded): Event_TaskAdded {
  const m = (into ?? new Event_TaskAddedDraft()) as Draft<Event_TaskAdded>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.task = decodeTask(r, endOfMessage(r, end), m.task); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.task === undefined) r.lacksRequired = true;
  return m as Event_TaskAdded;
}

/** mesos.v1.master.Event.TaskAdded */
export const Event_TaskAddedCodec = makeCodec<Event_TaskAdded>(masterShapes.Event_TaskAdded, encodeEvent_TaskAdded, decodeEvent_TaskAdded);

export function encodeEvent_TaskUpdated(w: Writer, m: Event_TaskUpdated): void {
  w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  w.uint32(18).fork(); encodeTaskStatus(w, m.status); w.ldelim();
  w.uint32(24).int32(mesosShapes.TaskState.numbers[m.state]);
}

const Event_TaskUpdatedDraft = draftOf<Event_TaskUpdated>();
export function decodeEvent_TaskUpdated(r: WireReader, end: number, into?: Event_TaskUpdated): Event_TaskUpdated {
  const m = (into ?? new Event_TaskUpdatedDraft()) as Draft<Event_TaskUpdated>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: m.status = decodeTaskStatus(r, endOfMessage(r, end), m.status); break;
      case 24: { const value = mesosShapes.TaskState.names[r.int32()]; if (value !== undefined) { m.state = value; } break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_id === undefined || m.status === undefined || m.state === undefined) r.lacksRequired = true;
  return m as Event_TaskUpdated;
}

/** mesos.v1.master.Event.TaskUpdated */
export const Event_TaskUpdatedCodec = makeCodec<Event_TaskUpdated>(masterShapes.Event_TaskUpdated, encodeEvent_TaskUpdated, decodeEvent_TaskUpdated);

export function encodeEvent_FrameworkAdded(w: Writer, m: Event_FrameworkAdded): void {
  w.uint32(10).fork(); encodeResponse_GetFrameworks_Framework(w, m.framework); w.ldelim();
}

const Event_FrameworkAddedDraft = draftOf<Event_FrameworkAdded>();
export function decodeEvent_FrameworkAdded(r: WireReader, end: number, into?: Event_FrameworkAdded): Event_FrameworkAdded {
  const m = (into ?? new Event_FrameworkAddedDraft()) as Draft<Event_FrameworkAdded>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework = decodeResponse_GetFrameworks_Framework(r, endOfMessage(r, end), m.framework); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework === undefined) r.lacksRequired = true;
  return m as Event_FrameworkAdded;
}

/** mesos.v1.master.Event.FrameworkAdded */
export const Event_FrameworkAddedCodec = makeCodec<Event_FrameworkAdded>(masterShapes.Event_FrameworkAdded, encodeEvent_FrameworkAdded, decodeEvent_FrameworkAdded);

export function encodeEvent_FrameworkUpdated(w: Writer, m: Event_FrameworkUpdated): void {
  w.uint32(10).fork(); encodeResponse_GetFrameworks_Framework(w, m.framework); w.ldelim();
}

const Event_FrameworkUpdatedDraft = draftOf<Event_FrameworkUpdated>();
export function decodeEvent_FrameworkUpdated(r: WireReader, end: number, into?: Event_FrameworkUpdated): Event_FrameworkUpdated {
  const m = (into ?? new Event_FrameworkUpdatedDraft()) as Draft<Event_FrameworkUpdated>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework = decodeResponse_GetFrameworks_Framework(r, endOfMessage(r, end), m.framework); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework === undefined) r.lacksRequired = true;
  return m as Event_FrameworkUpdated;
}

/** mesos.v1.master.Event.FrameworkUpdated */
export const Event_FrameworkUpdatedCodec = makeCodec<Event_FrameworkUpdated>(masterShapes.Event_FrameworkUpdated, encodeEvent_FrameworkUpdated, decodeEvent_FrameworkUpdated);

export function encodeEvent_FrameworkRemoved(w: Writer, m: Event_FrameworkRemoved): void {
  w.uint32(10); writeShared(w, m.framework_info, encodeFrameworkInfo);
}

const Event_FrameworkRemovedDraft = draftOf<Event_FrameworkRemoved>();
export function decodeEvent_FrameworkRemoved(r: WireReader, end: number, into?: Event_FrameworkRemoved): Event_FrameworkRemoved {
  const m = (into ?? new Event_FrameworkRemovedDraft()) as Draft<Event_FrameworkRemoved>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_info = readShared(r, end, decodeFrameworkInfo, m.framework_info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_info === undefined) r.lacksRequired = true;
  return m as Event_FrameworkRemoved;
}

/** mesos.v1.master.Event.FrameworkRemoved */
export const Event_FrameworkRemovedCodec = makeCodec<Event_FrameworkRemoved>(masterShapes.Event_FrameworkRemoved, encodeEvent_FrameworkRemoved, decodeEvent_FrameworkRemoved);

export function encodeEvent_AgentAdded(w: Writer, m: Event_AgentAdded): void {
  w.uint32(10).fork(); encodeResponse_GetAgents_Agent(w, m.agent); w.ldelim();
}

const Event_AgentAddedDraft = draftOf<Event_AgentAdded>();
export function decodeEvent_AgentAdded(r: WireReader, end: number, into?: Event_AgentAdded): Event_AgentAdded {
  const m = (into ?? new Event_AgentAddedDraft()) as Draft<Event_AgentAdded>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent = decodeResponse_GetAgents_Agent(r, endOfMessage(r, end), m.agent); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent === undefined) r.lacksRequired = true;
  return m as Event_AgentAdded;
}

/** mesos.v1.master.Event.AgentAdded */
export const Event_AgentAddedCodec = makeCodec<Event_AgentAdded>(masterShapes.Event_AgentAdded, encodeEvent_AgentAdded, decodeEvent_AgentAdded);

export function encodeEvent_AgentRemoved(w: Writer, m: Event_AgentRemoved): void {
  w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
}

const Event_AgentRemovedDraft = draftOf<Event_AgentRemoved>();
export function decodeEvent_AgentRemoved(r: WireReader, end: number, into?: Event_AgentRemoved): Event_AgentRemoved {
  const m = (into ?? new Event_AgentRemovedDraft()) as Draft<Event_AgentRemoved>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.agent_id === undefined) r.lacksRequired = true;
  return m as Event_AgentRemoved;
}

/** mesos.v1.master.Event.AgentRemoved */
export const Event_AgentRemovedCodec = makeCodec<Event_AgentRemoved>(masterShapes.Event_AgentRemoved, encodeEvent_AgentRemoved, decodeEvent_AgentRemoved);
