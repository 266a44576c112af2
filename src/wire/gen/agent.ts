// Made by `npm run generate` from src/wire/proto/agent.proto. Do not edit.
import type {
  Call,
  Call_GetMetrics,
  Call_SetLoggingLevel,
  Call_ListFiles,
  Call_ReadFile,
  Call_GetContainers,
  Call_LaunchNestedContainer,
  Call_WaitNestedContainer,
  Call_KillNestedContainer,
  Call_RemoveNestedContainer,
  Call_LaunchNestedContainerSession,
  Call_AttachContainerInput,
  Call_AttachContainerOutput,
  Call_LaunchContainer,
  Call_WaitContainer,
  Call_KillContainer,
  Call_RemoveContainer,
  Call_AddResourceProviderConfig,
  Call_UpdateResourceProviderConfig,
  Call_RemoveResourceProviderConfig,
  Call_MarkResourceProviderGone,
  Call_PruneImages,
  Response,
  Response_GetHealth,
  Response_GetFlags,
  Response_GetVersion,
  Response_GetMetrics,
  Response_GetLoggingLevel,
  Response_ListFiles,
  Response_ReadFile,
  Response_GetState,
  Response_GetContainers,
  Response_GetContainers_Container,
  Response_GetFrameworks,
  Response_GetFrameworks_Framework,
  Response_GetExecutors,
  Response_GetExecutors_Executor,
  Response_GetOperations,
  Response_GetTasks,
  Response_GetAgent,
  Response_GetResourceProviders,
  Response_GetResourceProviders_ResourceProvider,
  Response_WaitNestedContainer,
  Response_WaitContainer,
  ProcessIO,
  ProcessIO_Data,
  ProcessIO_Control,
  ProcessIO_Control_Heartbeat,
} from "../../model/gen/agent.ts";
import { draftOf, emptyMap, endOfMessage, finishMessage, readBytes, readShared, readUint64, readWord, skipField, writeShared, writeUint64 } from "../binary.ts";
import type { Draft, WireReader, Writer } from "../binary.ts";
import { makeCodec } from "../codec.ts";
import {
  decodeAgentInfo,
  decodeCommandInfo,
  decodeContainerID,
  decodeContainerInfo,
  decodeContainerStatus,
  decodeDrainConfig,
  decodeDurationInfo,
  decodeExecutorID,
  decodeExecutorInfo,
  decodeFileInfo,
  decodeFlag,
  decodeFrameworkID,
  decodeFrameworkInfo,
  decodeImage,
  decodeMetric,
  decodeOperation,
  decodeResource,
  decodeResourceProviderID,
  decodeResourceProviderInfo,
  decodeResourceStatistics,
  decodeTTYInfo,
  decodeTask,
  decodeTaskResourceLimitation,
  decodeTimeInfo,
  decodeValue_Scalar,
  decodeVersionInfo,
  encodeAgentInfo,
  encodeCommandInfo,
  encodeContainerID,
  encodeContainerInfo,
  encodeContainerStatus,
  encodeDrainConfig,
  encodeDurationInfo,
  encodeExecutorID,
  encodeExecutorInfo,
  encodeFileInfo,
  encodeFlag,
  encodeFrameworkID,
  encodeFrameworkInfo,
  encodeImage,
  encodeMetric,
  encodeOperation,
  encodeResource,
  encodeResourceProviderID,
  encodeResourceProviderInfo,
  encodeResourceStatistics,
  encodeTTYInfo,
  encodeTask,
  encodeTaskResourceLimitation,
  encodeTimeInfo,
  encodeValue_Scalar,
  encodeVersionInfo,
} from "./mesos.ts";
import * as agentShapes from "./shapes/agent.ts";
import * as mesosShapes from "./shapes/mesos.ts";

export function encodeCall(w: Writer, m: Call): void {
  if (m.type !== undefined) { w.uint32(8).int32(agentShapes.Call_Type.numbers[m.type]); }
  if (m.get_metrics !== undefined) { w.uint32(18).fork(); encodeCall_GetMetrics(w, m.get_metrics); w.ldelim(); }
  if (m.set_logging_level !== undefined) { w.uint32(26).fork(); encodeCall_SetLoggingLevel(w, m.set_logging_level); w.ldelim(); }
  if (m.list_files !== undefined) { w.uint32(34).fork(); encodeCall_ListFiles(w, m.list_files); w.ldelim(); }
  if (m.read_file !== undefined) { w.uint32(42).fork(); encodeCall_ReadFile(w, m.read_file); w.ldelim(); }
  if (m.launch_nested_container !== undefined) { w.uint32(50).fork(); encodeCall_LaunchNestedContainer(w, m.launch_nested_container); w.ldelim(); }
  if (m.wait_nested_container !== undefined) { w.uint32(58).fork(); encodeCall_WaitNestedContainer(w, m.wait_nested_container); w.ldelim(); }
  if (m.kill_nested_container !== undefined) { w.uint32(66).fork(); encodeCall_KillNestedContainer(w, m.kill_nested_container); w.ldelim(); }
  if (m.launch_nested_container_session !== undefined) { w.uint32(74).fork(); encodeCall_LaunchNestedContainerSession(w, m.launch_nested_container_session); w.ldelim(); }
  if (m.attach_container_input !== undefined) { w.uint32(82).fork(); encodeCall_AttachContainerInput(w, m.attach_container_input); w.ldelim(); }
  if (m.attach_container_output !== undefined) { w.uint32(90).fork(); encodeCall_AttachContainerOutput(w, m.attach_container_output); w.ldelim(); }
  if (m.remove_nested_container !== undefined) { w.uint32(98).fork(); encodeCall_RemoveNestedContainer(w, m.remove_nested_container); w.ldelim(); }
  if (m.launch_container !== undefined) { w.uint32(106).fork(); encodeCall_LaunchContainer(w, m.launch_container); w.ldelim(); }
  if (m.wait_container !== undefined) { w.uint32(114).fork(); encodeCall_WaitContainer(w, m.wait_container); w.ldelim(); }
  if (m.kill_container !== undefined) { w.uint32(122).fork(); encodeCall_KillContainer(w, m.kill_container); w.ldelim(); }
  if (m.remove_container !== undefined) { w.uint32(130).fork(); encodeCall_RemoveContainer(w, m.remove_container); w.ldelim(); }
  if (m.add_resource_provider_config !== undefined) { w.uint32(138).fork(); encodeCall_AddResourceProviderConfig(w, m.add_resource_provider_config); w.ldelim(); }
  if (m.update_resource_provider_config !== undefined) { w.uint32(146).fork(); encodeCall_UpdateResourceProviderConfig(w, m.update_resource_provider_config); w.ldelim(); }
  if (m.remove_resource_provider_config !== undefined) { w.uint32(154).fork(); encodeCall_RemoveResourceProviderConfig(w, m.remove_resource_provider_config); w.ldelim(); }
  if (m.get_containers !== undefined) { w.uint32(162).fork(); encodeCall_GetContainers(w, m.get_containers); w.ldelim(); }
  if (m.prune_images !== undefined) { w.uint32(170).fork(); encodeCall_PruneImages(w, m.prune_images); w.ldelim(); }
  if (m.mark_resource_provider_gone !== undefined) { w.uint32(178).fork(); encodeCall_MarkResourceProviderGone(w, m.mark_resource_provider_gone); w.ldelim(); }
}

const CallDraft = draftOf<Call>();
export function decodeCall(r: WireReader, end: number, into?: Call): Call {
  const m = (into ?? new CallDraft()) as Draft<Call>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = agentShapes.Call_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.get_metrics = decodeCall_GetMetrics(r, endOfMessage(r, end), m.get_metrics); break;
      case 26: m.set_logging_level = decodeCall_SetLoggingLevel(r, endOfMessage(r, end), m.set_logging_level); break;
      case 34: m.list_files = decodeCall_ListFiles(r, endOfMessage(r, end), m.list_files); break;
      case 42: m.read_file = decodeCall_ReadFile(r, endOfMessage(r, end), m.read_file); break;
      case 50: m.launch_nested_container = decodeCall_LaunchNestedContainer(r, endOfMessage(r, end), m.launch_nested_container); break;
      case 58: m.wait_nested_container = decodeCall_WaitNestedContainer(r, endOfMessage(r, end), m.wait_nested_container); break;
      case 66: m.kill_nested_container = decodeCall_KillNestedContainer(r, endOfMessage(r, end), m.kill_nested_container); break;
      case 74: m.launch_nested_container_session = decodeCall_LaunchNestedContainerSession(r, endOfMessage(r, end), m.launch_nested_container_session); break;
      case 82: m.attach_container_input = decodeCall_AttachContainerInput(r, endOfMessage(r, end), m.attach_container_input); break;
      case 90: m.attach_container_output = decodeCall_AttachContainerOutput(r, endOfMessage(r, end), m.attach_container_output); break;
      case 98: m.remove_nested_container = decodeCall_RemoveNestedContainer(r, endOfMessage(r, end), m.remove_nested_container); break;
      case 106: m.launch_container = decodeCall_LaunchContainer(r, endOfMessage(r, end), m.launch_container); break;
      case 114: m.wait_container = decodeCall_WaitContainer(r, endOfMessage(r, end), m.wait_container); break;
      case 122: m.kill_container = decodeCall_KillContainer(r, endOfMessage(r, end), m.kill_container); break;
      case 130: m.remove_container = decodeCall_RemoveContainer(r, endOfMessage(r, end), m.remove_container); break;
      case 138: m.add_resource_provider_config = decodeCall_AddResourceProviderConfig(r, endOfMessage(r, end), m.add_resource_provider_config); break;
      case 146: m.update_resource_provider_config = decodeCall_UpdateResourceProviderConfig(r, endOfMessage(r, end), m.update_resource_provider_config); break;
      case 154: m.remove_resource_provider_config = decodeCall_RemoveResourceProviderConfig(r, endOfMessage(r, end), m.remove_resource_provider_config); break;
      case 162: m.get_containers = decodeCall_GetContainers(r, endOfMessage(r, end), m.get_containers); break;
      case 170: m.prune_images = decodeCall_PruneImages(r, endOfMessage(r, end), m.prune_images); break;
      case 178: m.mark_resource_provider_gone = decodeCall_MarkResourceProviderGone(r, endOfMessage(r, end), m.mark_resource_provider_gone); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call;
}

/** mesos.v1.agent.Call */
export const CallCodec = makeCodec<Call>(agentShapes.Call, encodeCall, decodeCall);

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

/** mesos.v1.agent.Call.GetMetrics */
export const Call_GetMetricsCodec = makeCodec<Call_GetMetrics>(agentShapes.Call_GetMetrics, encodeCall_GetMetrics, decodeCall_GetMetrics);

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

/** mesos.v1.agent.Call.SetLoggingLevel */
export const Call_SetLoggingLevelCodec = makeCodec<Call_SetLoggingLevel>(agentShapes.Call_SetLoggingLevel, encodeCall_SetLoggingLevel, decodeCall_SetLoggingLevel);

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

/** mesos.v1.agent.Call.ListFiles */
export const Call_ListFilesCodec = makeCodec<Call_ListFiles>(agentShapes.Call_ListFiles, encodeCall_ListFiles, decodeCall_ListFiles);

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

/** mesos.v1.agent.Call.ReadFile */
export const Call_ReadFileCodec = makeCodec<Call_ReadFile>(agentShapes.Call_ReadFile, encodeCall_ReadFile, decodeCall_ReadFile);

export function encodeCall_GetContainers(w: Writer, m: Call_GetContainers): void {
  if (m.show_nested !== undefined) { w.uint32(8).bool(m.show_nested); }
  if (m.show_standalone !== undefined) { w.uint32(16).bool(m.show_standalone); }
}

const Call_GetContainersDraft = draftOf<Call_GetContainers>();
export function decodeCall_GetContainers(r: WireReader, end: number, into?: Call_GetContainers): Call_GetContainers {
  const m = (into ?? new Call_GetContainersDraft()) as Draft<Call_GetContainers>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.show_nested = r.bool(); break;
      case 16: m.show_standalone = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_GetContainers;
}

/** mesos.v1.agent.Call.GetContainers */
export const Call_GetContainersCodec = makeCodec<Call_GetContainers>(agentShapes.Call_GetContainers, encodeCall_GetContainers, decodeCall_GetContainers);

export function encodeCall_LaunchNestedContainer(w: Writer, m: Call_LaunchNestedContainer): void {
  w.uint32(10).fork(); encodeContainerID(w, m.container_id); w.ldelim();
  if (m.command !== undefined) { w.uint32(18).fork(); encodeCommandInfo(w, m.command); w.ldelim(); }
  if (m.container !== undefined) { w.uint32(26).fork(); encodeContainerInfo(w, m.container); w.ldelim(); }
}

const Call_LaunchNestedContainerDraft = draftOf<Call_LaunchNestedContainer>();
export function decodeCall_LaunchNestedContainer(r: WireReader, end: number, into?: Call_LaunchNestedContainer): Call_LaunchNestedContainer {
  const m = (into ?? new Call_LaunchNestedContainerDraft()) as Draft<Call_LaunchNestedContainer>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.container_id = decodeContainerID(r, endOfMessage(r, end), m.container_id); break;
      case 18: m.command = decodeCommandInfo(r, endOfMessage(r, end), m.command); break;
      case 26: m.container = decodeContainerInfo(r, endOfMessage(r, end), m.container); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.container_id === undefined) r.lacksRequired = true;
  return m as Call_LaunchNestedContainer;
}

/** mesos.v1.agent.Call.LaunchNestedContainer */
export const Call_LaunchNestedContainerCodec = makeCodec<Call_LaunchNestedContainer>(agentShapes.Call_LaunchNestedContainer, encodeCall_LaunchNestedContainer, decodeCall_LaunchNestedContainer);

export function encodeCall_WaitNestedContainer(w: Writer, m: Call_WaitNestedContainer): void {
  w.uint32(10).fork(); encodeContainerID(w, m.container_id); w.ldelim();
}

const Call_WaitNestedContainerDraft = draftOf<Call_WaitNestedContainer>();
export function decodeCall_WaitNestedContainer(r: WireReader, end: number, into?: Call_WaitNestedContainer): Call_WaitNestedContainer {
  const m = (into ?? new Call_WaitNestedContainerDraft()) as Draft<Call_WaitNestedContainer>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.container_id = decodeContainerID(r, endOfMessage(r, end), m.container_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.container_id === undefined) r.lacksRequired = true;
  return m as Call_WaitNestedContainer;
}

/** mesos.v1.agent.Call.WaitNestedContainer */
export const Call_WaitNestedContainerCodec = makeCodec<Call_WaitNestedContainer>(agentShapes.Call_WaitNestedContainer, encodeCall_WaitNestedContainer, decodeCall_WaitNestedContainer);

export function encodeCall_KillNestedContainer(w: Writer, m: Call_KillNestedContainer): void {
  w.uint32(10).fork(); encodeContainerID(w, m.container_id); w.ldelim();
  if (m.signal !== undefined) { w.uint32(16).int32(m.signal); }
}

const Call_KillNestedContainerDraft = draftOf<Call_KillNestedContainer>();
export function decodeCall_KillNestedContainer(r: WireReader, end: number, into?: Call_KillNestedContainer): Call_KillNestedContainer {
  const m = (into ?? new Call_KillNestedContainerDraft()) as Draft<Call_KillNestedContainer>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.container_id = decodeContainerID(r, endOfMessage(r, end), m.container_id); break;
      case 16: m.signal = r.int32(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.container_id === undefined) r.lacksRequired = true;
  return m as Call_KillNestedContainer;
}

/** mesos.v1.agent.Call.KillNestedContainer */
export const Call_KillNestedContainerCodec = makeCodec<Call_KillNestedContainer>(agentShapes.Call_KillNestedContainer, encodeCall_KillNestedContainer, decodeCall_KillNestedContainer);

export function encodeCall_RemoveNestedContainer(w: Writer, m: Call_RemoveNestedContainer): void {
  w.uint32(10).fork(); encodeContainerID(w, m.container_id); w.ldelim();
}

const Call_RemoveNestedContainerDraft = draftOf<Call_RemoveNestedContainer>();
export function decodeCall_RemoveNestedContainer(r: WireReader, end: number, into?: Call_RemoveNestedContainer): Call_RemoveNestedContainer {
  const m = (into ?? new Call_RemoveNestedContainerDraft()) as Draft<Call_RemoveNestedContainer>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.container_id = decodeContainerID(r, endOfMessage(r, end), m.container_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.container_id === undefined) r.lacksRequired = true;
  return m as Call_RemoveNestedContainer;
}

/** mesos.v1.agent.Call.RemoveNestedContainer */
export const Call_RemoveNestedContainerCodec = makeCodec<Call_RemoveNestedContainer>(agentShapes.Call_RemoveNestedContainer, encodeCall_RemoveNestedContainer, decodeCall_RemoveNestedContainer);

export function encodeCall_LaunchNestedContainerSession(w: Writer, m: Call_LaunchNestedContainerSession): void {
  w.uint32(10).fork(); encodeContainerID(w, m.container_id); w.ldelim();
  if (m.command !== undefined) { w.uint32(18).fork(); encodeCommandInfo(w, m.command); w.ldelim(); }
  if (m.container !== undefined) { w.uint32(26).fork(); encodeContainerInfo(w, m.container); w.ldelim(); }
}

const Call_LaunchNestedContainerSessionDraft = draftOf<Call_LaunchNestedContainerSession>();
export function decodeCall_LaunchNestedContainerSession(r: WireReader, end: number, into?: Call_LaunchNestedContainerSession): Call_LaunchNestedContainerSession {
  const m = (into ?? new Call_LaunchNestedContainerSessionDraft()) as Draft<Call_LaunchNestedContainerSession>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.container_id = decodeContainerID(r, endOfMessage(r, end), m.container_id); break;
      case 18: m.command = decodeCommandInfo(r, endOfMessage(r, end), m.command); break;
      case 26: m.container = decodeContainerInfo(r, endOfMessage(r, end), m.container); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.container_id === undefined) r.lacksRequired = true;
  return m as Call_LaunchNestedContainerSession;
}

/** mesos.v1.agent.Call.LaunchNestedContainerSession */
export const Call_LaunchNestedContainerSessionCodec = makeCodec<Call_LaunchNestedContainerSession>(agentShapes.Call_LaunchNestedContainerSession, encodeCall_LaunchNestedContainerSession, decodeCall_LaunchNestedContainerSession);

export function encodeCall_AttachContainerInput(w: Writer, m: Call_AttachContainerInput): void {
  if (m.type !== undefined) { w.uint32(8).int32(agentShapes.Call_AttachContainerInput_Type.numbers[m.type]); }
  if (m.container_id !== undefined) { w.uint32(18).fork(); encodeContainerID(w, m.container_id); w.ldelim(); }
  if (m.process_io !== undefined) { w.uint32(26).fork(); encodeProcessIO(w, m.process_io); w.ldelim(); }
}

const Call_AttachContainerInputDraft = draftOf<Call_AttachContainerInput>();
export function decodeCall_AttachContainerInput(r: WireReader, end: number, into?: Call_AttachContainerInput): Call_AttachContainerInput {
  const m = (into ?? new Call_AttachContainerInputDraft()) as Draft<Call_AttachContainerInput>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = agentShapes.Call_AttachContainerInput_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.container_id = decodeContainerID(r, endOfMessage(r, end), m.container_id); break;
      case 26: m.process_io = decodeProcessIO(r, endOfMessage(r, end), m.process_io); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_AttachContainerInput;
}

/** mesos.v1.agent.Call.AttachContainerInput */
export const Call_AttachContainerInputCodec = makeCodec<Call_AttachContainerInput>(agentShapes.Call_AttachContainerInput, encodeCall_AttachContainerInput, decodeCall_AttachContainerInput);

export function encodeCall_AttachContainerOutput(w: Writer, m: Call_AttachContainerOutput): void {
  w.uint32(10).fork(); encodeContainerID(w, m.container_id); w.ldelim();
}

const Call_AttachContainerOutputDraft = draftOf<Call_AttachContainerOutput>();
export function decodeCall_AttachContainerOutput(r: WireReader, end: number, into?: Call_AttachContainerOutput): Call_AttachContainerOutput {
  const m = (into ?? new Call_AttachContainerOutputDraft()) as Draft<Call_AttachContainerOutput>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.container_id = decodeContainerID(r, endOfMessage(r, end), m.container_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.container_id === undefined) r.lacksRequired = true;
  return m as Call_AttachContainerOutput;
}

/** mesos.v1.agent.Call.AttachContainerOutput */
export const Call_AttachContainerOutputCodec = makeCodec<Call_AttachContainerOutput>(agentShapes.Call_AttachContainerOutput, encodeCall_AttachContainerOutput, decodeCall_AttachContainerOutput);

export function encodeCall_LaunchContainer(w: Writer, m: Call_LaunchContainer): void {
  w.uint32(10).fork(); encodeContainerID(w, m.container_id); w.ldelim();
  if (m.command !== undefined) { w.uint32(18).fork(); encodeCommandInfo(w, m.command); w.ldelim(); }
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(26); writeShared(w, item, encodeResource); }
  if (m.container !== undefined) { w.uint32(34).fork(); encodeContainerInfo(w, m.container); w.ldelim(); }
  if (m.limits !== undefined) {
    for (const key of Object.keys(m.limits)) {
      w.uint32(42).fork().uint32(10).string(key);
      w.uint32(18).fork(); encodeValue_Scalar(w, m.limits[key]!); w.ldelim();
      w.ldelim();
    }
  }
}

const Call_LaunchContainerDraft = draftOf<Call_LaunchContainer>();
export function decodeCall_LaunchContainer(r: WireReader, end: number, into?: Call_LaunchContainer): Call_LaunchContainer {
  const m = (into ?? new Call_LaunchContainerDraft()) as Draft<Call_LaunchContainer>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.container_id = decodeContainerID(r, endOfMessage(r, end), m.container_id); break;
      case 18: m.command = decodeCommandInfo(r, endOfMessage(r, end), m.command); break;
      case 26: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      case 34: m.container = decodeContainerInfo(r, endOfMessage(r, end), m.container); break;
      case 42: readCall_LaunchContainer_limits(r, endOfMessage(r, end), (m.limits ??= emptyMap())); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.container_id === undefined) r.lacksRequired = true;
  return m as Call_LaunchContainer;
}

function readCall_LaunchContainer_limits(r: WireReader, end: number, map: Record<string, ReturnType<typeof decodeValue_Scalar>>): void {
  let key = "";
  let value: ReturnType<typeof decodeValue_Scalar> | undefined;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: key = r.string(); break;
      case 18: value = decodeValue_Scalar(r, endOfMessage(r, end), value); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  map[key] = value ?? decodeValue_Scalar(r, r.pos);
}

/** mesos.v1.agent.Call.LaunchContainer */
export const Call_LaunchContainerCodec = makeCodec<Call_LaunchContainer>(agentShapes.Call_LaunchContainer, encodeCall_LaunchContainer, decodeCall_LaunchContainer);

export function encodeCall_WaitContainer(w: Writer, m: Call_WaitContainer): void {
  w.uint32(10).fork(); encodeContainerID(w, m.container_id); w.ldelim();
}

const Call_WaitContainerDraft = draftOf<Call_WaitContainer>();
export function decodeCall_WaitContainer(r: WireReader, end: number, into?: Call_WaitContainer): Call_WaitContainer {
  const m = (into ?? new Call_WaitContainerDraft()) as Draft<Call_WaitContainer>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.container_id = decodeContainerID(r, endOfMessage(r, end), m.container_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.container_id === undefined) r.lacksRequired = true;
  return m as Call_WaitContainer;
}

/** mesos.v1.agent.Call.WaitContainer */
export const Call_WaitContainerCodec = makeCodec<Call_WaitContainer>(agentShapes.Call_WaitContainer, encodeCall_WaitContainer, decodeCall_WaitContainer);

export function encodeCall_KillContainer(w: Writer, m: Call_KillContainer): void {
  w.uint32(10).fork(); encodeContainerID(w, m.container_id); w.ldelim();
  if (m.signal !== undefined) { w.uint32(16).int32(m.signal); }
}

const Call_KillContainerDraft = draftOf<Call_KillContainer>();
export function decodeCall_KillContainer(r: WireReader, end: number, into?: Call_KillContainer): Call_KillContainer {
  const m = (into ?? new Call_KillContainerDraft()) as Draft<Call_KillContainer>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.container_id = decodeContainerID(r, endOfMessage(r, end), m.container_id); break;
      case 16: m.signal = r.int32(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.container_id === undefined) r.lacksRequired = true;
  return m as Call_KillContainer;
}

/** mesos.v1.agent.Call.KillContainer */
export const Call_KillContainerCodec = makeCodec<Call_KillContainer>(agentShapes.Call_KillContainer, encodeCall_KillContainer, decodeCall_KillContainer);

export function encodeCall_RemoveContainer(w: Writer, m: Call_RemoveContainer): void {
  w.uint32(10).fork(); encodeContainerID(w, m.container_id); w.ldelim();
}

const Call_RemoveContainerDraft = draftOf<Call_RemoveContainer>();
export function decodeCall_RemoveContainer(r: WireReader, end: number, into?: Call_RemoveContainer): Call_RemoveContainer {
  const m = (into ?? new Call_RemoveContainerDraft()) as Draft<Call_RemoveContainer>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.container_id = decodeContainerID(r, endOfMessage(r, end), m.container_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.container_id === undefined) r.lacksRequired = true;
  return m as Call_RemoveContainer;
}

/** mesos.v1.agent.Call.RemoveContainer */
export const Call_RemoveContainerCodec = makeCodec<Call_RemoveContainer>(agentShapes.Call_RemoveContainer, encodeCall_RemoveContainer, decodeCall_RemoveContainer);

export function encodeCall_AddResourceProviderConfig(w: Writer, m: Call_AddResourceProviderConfig): void {
  w.uint32(10).fork(); encodeResourceProviderInfo(w, m.info); w.ldelim();
}

const Call_AddResourceProviderConfigDraft = draftOf<Call_AddResourceProviderConfig>();
export function decodeCall_AddResourceProviderConfig(r: WireReader, end: number, into?: Call_AddResourceProviderConfig): Call_AddResourceProviderConfig {
  const m = (into ?? new Call_AddResourceProviderConfigDraft()) as Draft<Call_AddResourceProviderConfig>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.info = decodeResourceProviderInfo(r, endOfMessage(r, end), m.info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.info === undefined) r.lacksRequired = true;
  return m as Call_AddResourceProviderConfig;
}

/** mesos.v1.agent.Call.AddResourceProviderConfig */
export const Call_AddResourceProviderConfigCodec = makeCodec<Call_AddResourceProviderConfig>(agentShapes.Call_AddResourceProviderConfig, encodeCall_AddResourceProviderConfig, decodeCall_AddResourceProviderConfig);

export function encodeCall_UpdateResourceProviderConfig(w: Writer, m: Call_UpdateResourceProviderConfig): void {
  w.uint32(10).fork(); encodeResourceProviderInfo(w, m.info); w.ldelim();
}

const Call_UpdateResourceProviderConfigDraft = draftOf<Call_UpdateResourceProviderConfig>();
export function decodeCall_UpdateResourceProviderConfig(r: WireReader, end: number, into?: Call_UpdateResourceProviderConfig): Call_UpdateResourceProviderConfig {
  const m = (into ?? new Call_UpdateResourceProviderConfigDraft()) as Draft<Call_UpdateResourceProviderConfig>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.info = decodeResourceProviderInfo(r, endOfMessage(r, end), m.info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.info === undefined) r.lacksRequired = true;
  return m as Call_UpdateResourceProviderConfig;
}

/** mesos.v1.agent.Call.UpdateResourceProviderConfig */
export const Call_UpdateResourceProviderConfigCodec = makeCodec<Call_UpdateResourceProviderConfig>(agentShapes.Call_UpdateResourceProviderConfig, encodeCall_UpdateResourceProviderConfig, decodeCall_UpdateResourceProviderConfig);

export function encodeCall_RemoveResourceProviderConfig(w: Writer, m: Call_RemoveResourceProviderConfig): void {
  w.uint32(10).string(m.type);
  w.uint32(18).string(m.name);
}

const Call_RemoveResourceProviderConfigDraft = draftOf<Call_RemoveResourceProviderConfig>();
export function decodeCall_RemoveResourceProviderConfig(r: WireReader, end: number, into?: Call_RemoveResourceProviderConfig): Call_RemoveResourceProviderConfig {
  const m = (into ?? new Call_RemoveResourceProviderConfigDraft()) as Draft<Call_RemoveResourceProviderConfig>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.type = r.string(); break;
      case 18: m.name = readWord(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.type === undefined || m.name === undefined) r.lacksRequired = true;
  return m as Call_RemoveResourceProviderConfig;
}

/** mesos.v1.agent.Call.RemoveResourceProviderConfig */
export const Call_RemoveResourceProviderConfigCodec = makeCodec<Call_RemoveResourceProviderConfig>(agentShapes.Call_RemoveResourceProviderConfig, encodeCall_RemoveResourceProviderConfig, decodeCall_RemoveResourceProviderConfig);

export function encodeCall_MarkResourceProviderGone(w: Writer, m: Call_MarkResourceProviderGone): void {
  w.uint32(10).fork(); encodeResourceProviderID(w, m.resource_provider_id); w.ldelim();
}

const Call_MarkResourceProviderGoneDraft = draftOf<Call_MarkResourceProviderGone>();
export function decodeCall_MarkResourceProviderGone(r: WireReader, end: number, into?: Call_MarkResourceProviderGone): Call_MarkResourceProviderGone {
  const m = (into ?? new Call_MarkResourceProviderGoneDraft()) as Draft<Call_MarkResourceProviderGone>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.resource_provider_id = decodeResourceProviderID(r, endOfMessage(r, end), m.resource_provider_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.resource_provider_id === undefined) r.lacksRequired = true;
  return m as Call_MarkResourceProviderGone;
}

/** mesos.v1.agent.Call.MarkResourceProviderGone */
export const Call_MarkResourceProviderGoneCodec = makeCodec<Call_MarkResourceProviderGone>(agentShapes.Call_MarkResourceProviderGone, encodeCall_MarkResourceProviderGone, decodeCall_MarkResourceProviderGone);

export function encodeCall_PruneImages(w: Writer, m: Call_PruneImages): void {
  if (m.excluded_images !== undefined) for (const item of m.excluded_images) { w.uint32(10).fork(); encodeImage(w, item); w.ldelim(); }
}

const Call_PruneImagesDraft = draftOf<Call_PruneImages>();
export function decodeCall_PruneImages(r: WireReader, end: number, into?: Call_PruneImages): Call_PruneImages {
  const m = (into ?? new Call_PruneImagesDraft()) as Draft<Call_PruneImages>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeImage(r, endOfMessage(r, end)); if (m.excluded_images === undefined) m.excluded_images = [one]; else m.excluded_images.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Call_PruneImages;
}

/** mesos.v1.agent.Call.PruneImages */
export const Call_PruneImagesCodec = makeCodec<Call_PruneImages>(agentShapes.Call_PruneImages, encodeCall_PruneImages, decodeCall_PruneImages);

export function encodeResponse(w: Writer, m: Response): void {
  if (m.type !== undefined) { w.uint32(8).int32(agentShapes.Response_Type.numbers[m.type]); }
  if (m.get_health !== undefined) { w.uint32(18).fork(); encodeResponse_GetHealth(w, m.get_health); w.ldelim(); }
  if (m.get_flags !== undefined) { w.uint32(26).fork(); encodeResponse_GetFlags(w, m.get_flags); w.ldelim(); }
  if (m.get_version !== undefined) { w.uint32(34).fork(); encodeResponse_GetVersion(w, m.get_version); w.ldelim(); }
  if (m.get_metrics !== undefined) { w.uint32(42).fork(); encodeResponse_GetMetrics(w, m.get_metrics); w.ldelim(); }
  if (m.get_logging_level !== undefined) { w.uint32(50).fork(); encodeResponse_GetLoggingLevel(w, m.get_logging_level); w.ldelim(); }
  if (m.list_files !== undefined) { w.uint32(58).fork(); encodeResponse_ListFiles(w, m.list_files); w.ldelim(); }
  if (m.read_file !== undefined) { w.uint32(66).fork(); encodeResponse_ReadFile(w, m.read_file); w.ldelim(); }
  if (m.get_state !== undefined) { w.uint32(74).fork(); encodeResponse_GetState(w, m.get_state); w.ldelim(); }
  if (m.get_containers !== undefined) { w.uint32(82).fork(); encodeResponse_GetContainers(w, m.get_containers); w.ldelim(); }
  if (m.get_frameworks !== undefined) { w.uint32(90).fork(); encodeResponse_GetFrameworks(w, m.get_frameworks); w.ldelim(); }
  if (m.get_executors !== undefined) { w.uint32(98).fork(); encodeResponse_GetExecutors(w, m.get_executors); w.ldelim(); }
  if (m.get_tasks !== undefined) { w.uint32(106).fork(); encodeResponse_GetTasks(w, m.get_tasks); w.ldelim(); }
  if (m.wait_nested_container !== undefined) { w.uint32(114).fork(); encodeResponse_WaitNestedContainer(w, m.wait_nested_container); w.ldelim(); }
  if (m.get_agent !== undefined) { w.uint32(122).fork(); encodeResponse_GetAgent(w, m.get_agent); w.ldelim(); }
  if (m.wait_container !== undefined) { w.uint32(130).fork(); encodeResponse_WaitContainer(w, m.wait_container); w.ldelim(); }
  if (m.get_resource_providers !== undefined) { w.uint32(138).fork(); encodeResponse_GetResourceProviders(w, m.get_resource_providers); w.ldelim(); }
  if (m.get_operations !== undefined) { w.uint32(146).fork(); encodeResponse_GetOperations(w, m.get_operations); w.ldelim(); }
}

const ResponseDraft = draftOf<Response>();
export function decodeResponse(r: WireReader, end: number, into?: Response): Response {
  const m = (into ?? new ResponseDraft()) as Draft<Response>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = agentShapes.Response_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.get_health = decodeResponse_GetHealth(r, endOfMessage(r, end), m.get_health); break;
      case 26: m.get_flags = decodeResponse_GetFlags(r, endOfMessage(r, end), m.get_flags); break;
      case 34: m.get_version = decodeResponse_GetVersion(r, endOfMessage(r, end), m.get_version); break;
      case 42: m.get_metrics = decodeResponse_GetMetrics(r, endOfMessage(r, end), m.get_metrics); break;
      case 50: m.get_logging_level = decodeResponse_GetLoggingLevel(r, endOfMessage(r, end), m.get_logging_level); break;
      case 58: m.list_files = decodeResponse_ListFiles(r, endOfMessage(r, end), m.list_files); break;
      case 66: m.read_file = decodeResponse_ReadFile(r, endOfMessage(r, end), m.read_file); break;
      case 74: m.get_state = decodeResponse_GetState(r, endOfMessage(r, end), m.get_state); break;
      case 82: m.get_containers = decodeResponse_GetContainers(r, endOfMessage(r, end), m.get_containers); break;
      case 90: m.get_frameworks = decodeResponse_GetFrameworks(r, endOfMessage(r, end), m.get_frameworks); break;
      case 98: m.get_executors = decodeResponse_GetExecutors(r, endOfMessage(r, end), m.get_executors); break;
      case 106: m.get_tasks = decodeResponse_GetTasks(r, endOfMessage(r, end), m.get_tasks); break;
      case 114: m.wait_nested_container = decodeResponse_WaitNestedContainer(r, endOfMessage(r, end), m.wait_nested_container); break;
      case 122: m.get_agent = decodeResponse_GetAgent(r, endOfMessage(r, end), m.get_agent); break;
      case 130: m.wait_container = decodeResponse_WaitContainer(r, endOfMessage(r, end), m.wait_container); break;
      case 138: m.get_resource_providers = decodeResponse_GetResourceProviders(r, endOfMessage(r, end), m.get_resource_providers); break;
      case 146: m.get_operations = decodeResponse_GetOperations(r, endOfMessage(r, end), m.get_operations); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response;
}

/** mesos.v1.agent.Response */
export const ResponseCodec = makeCodec<Response>(agentShapes.Response, encodeResponse, decodeResponse);

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

/** mesos.v1.agent.Response.GetHealth */
export const Response_GetHealthCodec = makeCodec<Response_GetHealth>(agentShapes.Response_GetHealth, encodeResponse_GetHealth, decodeResponse_GetHealth);

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

/** mesos.v1.agent.Response.GetFlags */
export const Response_GetFlagsCodec = makeCodec<Response_GetFlags>(agentShapes.Response_GetFlags, encodeResponse_GetFlags, decodeResponse_GetFlags);

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

/** mesos.v1.agent.Response.GetVersion */
export const Response_GetVersionCodec = makeCodec<Response_GetVersion>(agentShapes.Response_GetVersion, encodeResponse_GetVersion, decodeResponse_GetVersion);

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

/** mesos.v1.agent.Response.GetMetrics */
export const Response_GetMetricsCodec = makeCodec<Response_GetMetrics>(agentShapes.Response_GetMetrics, encodeResponse_GetMetrics, decodeResponse_GetMetrics);

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

/** mesos.v1.agent.Response.GetLoggingLevel */
export const Response_GetLoggingLevelCodec = makeCodec<Response_GetLoggingLevel>(agentShapes.Response_GetLoggingLevel, encodeResponse_GetLoggingLevel, decodeResponse_GetLoggingLevel);

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

/** mesos.v1.agent.Response.ListFiles */
export const Response_ListFilesCodec = makeCodec<Response_ListFiles>(agentShapes.Response_ListFiles, encodeResponse_ListFiles, decodeResponse_ListFiles);

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

/** mesos.v1.agent.Response.ReadFile */
export const Response_ReadFileCodec = makeCodec<Response_ReadFile>(agentShapes.Response_ReadFile, encodeResponse_ReadFile, decodeResponse_ReadFile);

export function encodeResponse_GetState(w: Writer, m: Response_GetState): void {
  if (m.get_tasks !== undefined) { w.uint32(10).fork(); encodeResponse_GetTasks(w, m.get_tasks); w.ldelim(); }
  if (m.get_executors !== undefined) { w.uint32(18).fork(); encodeResponse_GetExecutors(w, m.get_executors); w.ldelim(); }
  if (m.get_frameworks !== undefined) { w.uint32(26).fork(); encodeResponse_GetFrameworks(w, m.get_frameworks); w.ldelim(); }
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
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetState;
}

/** mesos.v1.agent.Response.GetState */
export const Response_GetStateCodec = makeCodec<Response_GetState>(agentShapes.Response_GetState, encodeResponse_GetState, decodeResponse_GetState);

export function encodeResponse_GetContainers(w: Writer, m: Response_GetContainers): void {
  if (m.containers !== undefined) for (const item of m.containers) { w.uint32(10).fork(); encodeResponse_GetContainers_Container(w, item); w.ldelim(); }
}

const Response_GetContainersDraft = draftOf<Response_GetContainers>();
export function decodeResponse_GetContainers(r: WireReader, end: number, into?: Response_GetContainers): Response_GetContainers {
  const m = (into ?? new Response_GetContainersDraft()) as Draft<Response_GetContainers>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeResponse_GetContainers_Container(r, endOfMessage(r, end)); if (m.containers === undefined) m.containers = [one]; else m.containers.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetContainers;
}

/** mesos.v1.agent.Response.GetContainers */
export const Response_GetContainersCodec = makeCodec<Response_GetContainers>(agentShapes.Response_GetContainers, encodeResponse_GetContainers, decodeResponse_GetContainers);

export function encodeResponse_GetContainers_Container(w: Writer, m: Response_GetContainers_Container): void {
  if (m.framework_id !== undefined) { w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim(); }
  if (m.executor_id !== undefined) { w.uint32(18).fork(); encodeExecutorID(w, m.executor_id); w.ldelim(); }
  if (m.executor_name !== undefined) { w.uint32(26).string(m.executor_name); }
  w.uint32(34).fork(); encodeContainerID(w, m.container_id); w.ldelim();
  if (m.container_status !== undefined) { w.uint32(42).fork(); encodeContainerStatus(w, m.container_status); w.ldelim(); }
  if (m.resource_statistics !== undefined) { w.uint32(50).fork(); encodeResourceStatistics(w, m.resource_statistics); w.ldelim(); }
}

const Response_GetContainers_ContainerDraft = draftOf<Response_GetContainers_Container>();
export function decodeResponse_GetContainers_Container(r: WireReader, end: number, into?: Response_GetContainers_Container): Response_GetContainers_Container {
  const m = (into ?? new Response_GetContainers_ContainerDraft()) as Draft<Response_GetContainers_Container>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: m.executor_id = decodeExecutorID(r, endOfMessage(r, end), m.executor_id); break;
      case 26: m.executor_name = r.string(); break;
      case 34: m.container_id = decodeContainerID(r, endOfMessage(r, end), m.container_id); break;
      case 42: m.container_status = decodeContainerStatus(r, endOfMessage(r, end), m.container_status); break;
      case 50: m.resource_statistics = decodeResourceStatistics(r, endOfMessage(r, end), m.resource_statistics); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.container_id === undefined) r.lacksRequired = true;
  return m as Response_GetContainers_Container;
}

/** mesos.v1.agent.Response.GetContainers.Container */
export const Response_GetContainers_ContainerCodec = makeCodec<Response_GetContainers_Container>(agentShapes.Response_GetContainers_Container, encodeResponse_GetContainers_Container, decodeResponse_GetContainers_Container);

export function encodeResponse_GetFrameworks(w: Writer, m: Response_GetFrameworks): void {
  if (m.frameworks !== undefined) for (const item of m.frameworks) { w.uint32(10).fork(); encodeResponse_GetFrameworks_Framework(w, item); w.ldelim(); }
  if (m.completed_frameworks !== undefined) for (const item of m.completed_frameworks) { w.uint32(18).fork(); encodeResponse_GetFrameworks_Framework(w, item); w.ldelim(); }
}

const Response_GetFrameworksDraft = draftOf<Response_GetFrameworks>();
export function decodeResponse_GetFrameworks(r: WireReader, end: number, into?: Response_GetFrameworks): Response_GetFrameworks {
  const m = (into ?? new Response_GetFrameworksDraft()) as Draft<Response_GetFrameworks>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeResponse_GetFrameworks_Framework(r, endOfMessage(r, end)); if (m.frameworks === undefined) m.frameworks = [one]; else m.frameworks.push(one); break; }
      case 18: { const one = decodeResponse_GetFrameworks_Framework(r, endOfMessage(r, end)); if (m.completed_frameworks === undefined) m.completed_frameworks = [one]; else m.completed_frameworks.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetFrameworks;
}

/** mesos.v1.agent.Response.GetFrameworks */
export const Response_GetFrameworksCodec = makeCodec<Response_GetFrameworks>(agentShapes.Response_GetFrameworks, encodeResponse_GetFrameworks, decodeResponse_GetFrameworks);

export function encodeResponse_GetFrameworks_Framework(w: Writer, m: Response_GetFrameworks_Framework): void {
  w.uint32(10); writeShared(w, m.framework_info, encodeFrameworkInfo);
}

const Response_GetFrameworks_FrameworkDraft = draftOf<Response_GetFrameworks_Framework>();
export function decodeResponse_GetFrameworks_Framework(r: WireReader, end: number, into?: Response_GetFrameworks_Framework): Response_GetFrameworks_Framework {
  const m = (into ?? new Response_GetFrameworks_FrameworkDraft()) as Draft<Response_GetFrameworks_Framework>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_info = readShared(r, end, decodeFrameworkInfo, m.framework_info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.framework_info === undefined) r.lacksRequired = true;
  return m as Response_GetFrameworks_Framework;
}

/** mesos.v1.agent.Response.GetFrameworks.Framework */
export const Response_GetFrameworks_FrameworkCodec = makeCodec<Response_GetFrameworks_Framework>(agentShapes.Response_GetFrameworks_Framework, encodeResponse_GetFrameworks_Framework, decodeResponse_GetFrameworks_Framework);

export function encodeResponse_GetExecutors(w: Writer, m: Response_GetExecutors): void {
  if (m.executors !== undefined) for (const item of m.executors) { w.uint32(10).fork(); encodeResponse_GetExecutors_Executor(w, item); w.ldelim(); }
  if (m.completed_executors !== undefined) for (const item of m.completed_executors) { w.uint32(18).fork(); encodeResponse_GetExecutors_Executor(w, item); w.ldelim(); }
}

const Response_GetExecutorsDraft = draftOf<Response_GetExecutors>();
export function decodeResponse_GetExecutors(r: WireReader, end: number, into?: Response_GetExecutors): Response_GetExecutors {
  const m = (into ?? new Response_GetExecutorsDraft()) as Draft<Response_GetExecutors>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeResponse_GetExecutors_Executor(r, endOfMessage(r, end)); if (m.executors === undefined) m.executors = [one]; else m.executors.push(one); break; }
      case 18: { const one = decodeResponse_GetExecutors_Executor(r, endOfMessage(r, end)); if (m.completed_executors === undefined) m.completed_executors = [one]; else m.completed_executors.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetExecutors;
}

/** mesos.v1.agent.Response.GetExecutors */
export const Response_GetExecutorsCodec = makeCodec<Response_GetExecutors>(agentShapes.Response_GetExecutors, encodeResponse_GetExecutors, decodeResponse_GetExecutors);

export function encodeResponse_GetExecutors_Executor(w: Writer, m: Response_GetExecutors_Executor): void {
  w.uint32(10).fork(); encodeExecutorInfo(w, m.executor_info); w.ldelim();
}

const Response_GetExecutors_ExecutorDraft = draftOf<Response_GetExecutors_Executor>();
export function decodeResponse_GetExecutors_Executor(r: WireReader, end: number, into?: Response_GetExecutors_Executor): Response_GetExecutors_Executor {
  const m = (into ?? new Response_GetExecutors_ExecutorDraft()) as Draft<Response_GetExecutors_Executor>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.executor_info = decodeExecutorInfo(r, endOfMessage(r, end), m.executor_info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.executor_info === undefined) r.lacksRequired = true;
  return m as Response_GetExecutors_Executor;
}

/** mesos.v1.agent.Response.GetExecutors.Executor */
export const Response_GetExecutors_ExecutorCodec = makeCodec<Response_GetExecutors_Executor>(agentShapes.Response_GetExecutors_Executor, encodeResponse_GetExecutors_Executor, decodeResponse_GetExecutors_Executor);

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

/** mesos.v1.agent.Response.GetOperations */
export const Response_GetOperationsCodec = makeCodec<Response_GetOperations>(agentShapes.Response_GetOperations, encodeResponse_GetOperations, decodeResponse_GetOperations);

export function encodeResponse_GetTasks(w: Writer, m: Response_GetTasks): void {
  if (m.pending_tasks !== undefined) for (const item of m.pending_tasks) { w.uint32(10).fork(); encodeTask(w, item); w.ldelim(); }
  if (m.queued_tasks !== undefined) for (const item of m.queued_tasks) { w.uint32(18).fork(); encodeTask(w, item); w.ldelim(); }
  if (m.launched_tasks !== undefined) for (const item of m.launched_tasks) { w.uint32(26).fork(); encodeTask(w, item); w.ldelim(); }
  if (m.terminated_tasks !== undefined) for (const item of m.terminated_tasks) { w.uint32(34).fork(); encodeTask(w, item); w.ldelim(); }
  if (m.completed_tasks !== undefined) for (const item of m.completed_tasks) { w.uint32(42).fork(); encodeTask(w, item); w.ldelim(); }
}

const Response_GetTasksDraft = draftOf<Response_GetTasks>();
export function decodeResponse_GetTasks(r: WireReader, end: number, into?: Response_GetTasks): Response_GetTasks {
  const m = (into ?? new Response_GetTasksDraft()) as Draft<Response_GetTasks>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeTask(r, endOfMessage(r, end)); if (m.pending_tasks === undefined) m.pending_tasks = [one]; else m.pending_tasks.push(one); break; }
      case 18: { const one = decodeTask(r, endOfMessage(r, end)); if (m.queued_tasks === undefined) m.queued_tasks = [one]; else m.queued_tasks.push(one); break; }
      case 26: { const one = decodeTask(r, endOfMessage(r, end)); if (m.launched_tasks === undefined) m.launched_tasks = [one]; else m.launched_tasks.push(one); break; }
      case 34: { const one = decodeTask(r, endOfMessage(r, end)); if (m.terminated_tasks === undefined) m.terminated_tasks = [one]; else m.terminated_tasks.push(one); break; }
      case 42: { const one = decodeTask(r, endOfMessage(r, end)); if (m.completed_tasks === undefined) m.completed_tasks = [one]; else m.completed_tasks.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetTasks;
}

/** mesos.v1.agent.Response.GetTasks */
export const Response_GetTasksCodec = makeCodec<Response_GetTasks>(agentShapes.Response_GetTasks, encodeResponse_GetTasks, decodeResponse_GetTasks);

export function encodeResponse_GetAgent(w: Writer, m: Response_GetAgent): void {
  if (m.agent_info !== undefined) { w.uint32(10).fork(); encodeAgentInfo(w, m.agent_info); w.ldelim(); }
  if (m.drain_config !== undefined) { w.uint32(18).fork(); encodeDrainConfig(w, m.drain_config); w.ldelim(); }
  if (m.estimated_drain_start_time !== undefined) { w.uint32(26).fork(); encodeTimeInfo(w, m.estimated_drain_start_time); w.ldelim(); }
}

const Response_GetAgentDraft = draftOf<Response_GetAgent>();
export function decodeResponse_GetAgent(r: WireReader, end: number, into?: Response_GetAgent): Response_GetAgent {
  const m = (into ?? new Response_GetAgentDraft()) as Draft<Response_GetAgent>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_info = decodeAgentInfo(r, endOfMessage(r, end), m.agent_info); break;
      case 18: m.drain_config = decodeDrainConfig(r, endOfMessage(r, end), m.drain_config); break;
      case 26: m.estimated_drain_start_time = decodeTimeInfo(r, endOfMessage(r, end), m.estimated_drain_start_time); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetAgent;
}

/** mesos.v1.agent.Response.GetAgent */
export const Response_GetAgentCodec = makeCodec<Response_GetAgent>(agentShapes.Response_GetAgent, encodeResponse_GetAgent, decodeResponse_GetAgent);

export function encodeResponse_GetResourceProviders(w: Writer, m: Response_GetResourceProviders): void {
  if (m.resource_providers !== undefined) for (const item of m.resource_providers) { w.uint32(10).fork(); encodeResponse_GetResourceProviders_ResourceProvider(w, item); w.ldelim(); }
}

const Response_GetResourceProvidersDraft = draftOf<Response_GetResourceProviders>();
export function decodeResponse_GetResourceProviders(r: WireReader, end: number, into?: Response_GetResourceProviders): Response_GetResourceProviders {
  const m = (into ?? new Response_GetResourceProvidersDraft()) as Draft<Response_GetResourceProviders>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeResponse_GetResourceProviders_ResourceProvider(r, endOfMessage(r, end)); if (m.resource_providers === undefined) m.resource_providers = [one]; else m.resource_providers.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_GetResourceProviders;
}

/** mesos.v1.agent.Response.GetResourceProviders */
export const Response_GetResourceProvidersCodec = makeCodec<Response_GetResourceProviders>(agentShapes.Response_GetResourceProviders, encodeResponse_GetResourceProviders, decodeResponse_GetResourceProviders);

export function encodeResponse_GetResourceProviders_ResourceProvider(w: Writer, m: Response_GetResourceProviders_ResourceProvider): void {
  w.uint32(10).fork(); encodeResourceProviderInfo(w, m.resource_provider_info); w.ldelim();
  if (m.total_resources !== undefined) for (const item of m.total_resources) { w.uint32(18); writeShared(w, item, encodeResource); }
}

const Response_GetResourceProviders_ResourceProviderDraft = draftOf<Response_GetResourceProviders_ResourceProvider>();
export function decodeResponse_GetResourceProviders_ResourceProvider(r: WireReader, end: number, into?: Response_GetResourceProviders_ResourceProvider): Response_GetResourceProviders_ResourceProvider {
  const m = (into ?? new Response_GetResourceProviders_ResourceProviderDraft()) as Draft<Response_GetResourceProviders_ResourceProvider>;
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
  return m as Response_GetResourceProviders_ResourceProvider;
}

/** mesos.v1.agent.Response.GetResourceProviders.ResourceProvider */
export const Response_GetResourceProviders_ResourceProviderCodec = makeCodec<Response_GetResourceProviders_ResourceProvider>(agentShapes.Response_GetResourceProviders_ResourceProvider, encodeResponse_GetResourceProviders_ResourceProvider, decodeResponse_GetResourceProviders_ResourceProvider);

export function encodeResponse_WaitNestedContainer(w: Writer, m: Response_WaitNestedContainer): void {
  if (m.exit_status !== undefined) { w.uint32(8).int32(m.exit_status); }
  if (m.state !== undefined) { w.uint32(16).int32(mesosShapes.TaskState.numbers[m.state]); }
  if (m.reason !== undefined) { w.uint32(24).int32(mesosShapes.TaskStatus_Reason.numbers[m.reason]); }
  if (m.limitation !== undefined) { w.uint32(34).fork(); encodeTaskResourceLimitation(w, m.limitation); w.ldelim(); }
  if (m.message !== undefined) { w.uint32(42).string(m.message); }
}

const Response_WaitNestedContainerDraft = draftOf<Response_WaitNestedContainer>();
export function decodeResponse_WaitNestedContainer(r: WireReader, end: number, into?: Response_WaitNestedContainer): Response_WaitNestedContainer {
  const m = (into ?? new Response_WaitNestedContainerDraft()) as Draft<Response_WaitNestedContainer>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.exit_status = r.int32(); break;
      case 16: { const value = mesosShapes.TaskState.names[r.int32()]; if (value !== undefined) { m.state = value; } break; }
      case 24: { const value = mesosShapes.TaskStatus_Reason.names[r.int32()]; if (value !== undefined) { m.reason = value; } break; }
      case 34: m.limitation = decodeTaskResourceLimitation(r, endOfMessage(r, end), m.limitation); break;
      case 42: m.message = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_WaitNestedContainer;
}

/** mesos.v1.agent.Response.WaitNestedContainer */
export const Response_WaitNestedContainerCodec = makeCodec<Response_WaitNestedContainer>(agentShapes.Response_WaitNestedContainer, encodeResponse_WaitNestedContainer, decodeResponse_WaitNestedContainer);

export function encodeResponse_WaitContainer(w: Writer, m: Response_WaitContainer): void {
  if (m.exit_status !== undefined) { w.uint32(8).int32(m.exit_status); }
  if (m.state !== undefined) { w.uint32(16).int32(mesosShapes.TaskState.numbers[m.state]); }
  if (m.reason !== undefined) { w.uint32(24).int32(mesosShapes.TaskStatus_Reason.numbers[m.reason]); }
  if (m.limitation !== undefined) { w.uint32(34).fork(); encodeTaskResourceLimitation(w, m.limitation); w.ldelim(); }
  if (m.message !== undefined) { w.uint32(42).string(m.message); }
}

const Response_WaitContainerDraft = draftOf<Response_WaitContainer>();
export function decodeResponse_WaitContainer(r: WireReader, end: number, into?: Response_WaitContainer): Response_WaitContainer {
  const m = (into ?? new Response_WaitContainerDraft()) as Draft<Response_WaitContainer>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.exit_status = r.int32(); break;
      case 16: { const value = mesosShapes.TaskState.names[r.int32()]; if (value !== undefined) { m.state = value; } break; }
      case 24: { const value = mesosShapes.TaskStatus_Reason.names[r.int32()]; if (value !== undefined) { m.reason = value; } break; }
      case 34: m.limitation = decodeTaskResourceLimitation(r, endOfMessage(r, end), m.limitation); break;
      case 42: m.message = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Response_WaitContainer;
}

/** mesos.v1.agent.Response.WaitContainer */
export const Response_WaitContainerCodec = makeCodec<Response_WaitContainer>(agentShapes.Response_WaitContainer, encodeResponse_WaitContainer, decodeResponse_WaitContainer);

export function encodeProcessIO(w: Writer, m: ProcessIO): void {
  if (m.type !== undefined) { w.uint32(8).int32(agentShapes.ProcessIO_Type.numbers[m.type]); }
  if (m.data !== undefined) { w.uint32(18).fork(); encodeProcessIO_Data(w, m.data); w.ldelim(); }
  if (m.control !== undefined) { w.uint32(26).fork(); encodeProcessIO_Control(w, m.control); w.ldelim(); }
}

const ProcessIODraft = draftOf<ProcessIO>();
export function decodeProcessIO(r: WireReader, end: number, into?: ProcessIO): ProcessIO {
  const m = (into ?? new ProcessIODraft()) as Draft<ProcessIO>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = agentShapes.ProcessIO_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.data = decodeProcessIO_Data(r, endOfMessage(r, end), m.data); break;
      case 26: m.control = decodeProcessIO_Control(r, endOfMessage(r, end), m.control); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as ProcessIO;
}

/** mesos.v1.agent.ProcessIO */
export const ProcessIOCodec = makeCodec<ProcessIO>(agentShapes.ProcessIO, encodeProcessIO, decodeProcessIO);

export function encodeProcessIO_Data(w: Writer, m: ProcessIO_Data): void {
  if (m.type !== undefined) { w.uint32(8).int32(agentShapes.ProcessIO_Data_Type.numbers[m.type]); }
  if (m.data !== undefined) { w.uint32(18).bytes(m.data); }
}

const ProcessIO_DataDraft = draftOf<ProcessIO_Data>();
export function decodeProcessIO_Data(r: WireReader, end: number, into?: ProcessIO_Data): ProcessIO_Data {
  const m = (into ?? new ProcessIO_DataDraft()) as Draft<ProcessIO_Data>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = agentShapes.ProcessIO_Data_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.data = readBytes(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as ProcessIO_Data;
}

/** mesos.v1.agent.ProcessIO.Data */
export const ProcessIO_DataCodec = makeCodec<ProcessIO_Data>(agentShapes.ProcessIO_Data, encodeProcessIO_Data, decodeProcessIO_Data);

export function encodeProcessIO_Control(w: Writer, m: ProcessIO_Control): void {
  if (m.type !== undefined) { w.uint32(8).int32(agentShapes.ProcessIO_Control_Type.numbers[m.type]); }
  if (m.tty_info !== undefined) { w.uint32(18).fork(); encodeTTYInfo(w, m.tty_info); w.ldelim(); }
  if (m.heartbeat !== undefined) { w.uint32(26).fork(); encodeProcessIO_Control_Heartbeat(w, m.heartbeat); w.ldelim(); }
}

const ProcessIO_ControlDraft = draftOf<ProcessIO_Control>();
export function decodeProcessIO_Control(r: WireReader, end: number, into?: ProcessIO_Control): ProcessIO_Control {
  const m = (into ?? new ProcessIO_ControlDraft()) as Draft<ProcessIO_Control>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = agentShapes.ProcessIO_Control_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.tty_info = decodeTTYInfo(r, endOfMessage(r, end), m.tty_info); break;
      case 26: m.heartbeat = decodeProcessIO_Control_Heartbeat(r, endOfMessage(r, end), m.heartbeat); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as ProcessIO_Control;
}

/** mesos.v1.agent.ProcessIO.Control */
export const ProcessIO_ControlCodec = makeCodec<ProcessIO_Control>(agentShapes.ProcessIO_Control, encodeProcessIO_Control, decodeProcessIO_Control);

export function encodeProcessIO_Control_Heartbeat(w: Writer, m: ProcessIO_Control_Heartbeat): void {
  if (m.interval !== undefined) { w.uint32(10).fork(); encodeDurationInfo(w, m.interval); w.ldelim(); }
}

const ProcessIO_Control_HeartbeatDraft = draftOf<ProcessIO_Control_Heartbeat>();
export function decodeProcessIO_Control_Heartbeat(r: WireReader, end: number, into?: ProcessIO_Control_Heartbeat): ProcessIO_Control_Heartbeat {
  const m = (into ?? new ProcessIO_Control_HeartbeatDraft()) as Draft<ProcessIO_Control_Heartbeat>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.interval = decodeDurationInfo(r, endOfMessage(r, end), m.interval); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as ProcessIO_Control_Heartbeat;
}

/** mesos.v1.agent.ProcessIO.Control.Heartbeat */
export const ProcessIO_Control_HeartbeatCodec = makeCodec<ProcessIO_Control_Heartbeat>(agentShapes.ProcessIO_Control_Heartbeat, encodeProcessIO_Control_Heartbeat, decodeProcessIO_Control_Heartbeat);
