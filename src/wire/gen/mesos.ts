// Made by `npm run generate` from src/wire/proto/mesos.proto. Do not edit.
import type {
  FrameworkID,
  OfferID,
  AgentID,
  TaskID,
  ExecutorID,
  ContainerID,
  ResourceProviderID,
  OperationID,
  TimeInfo,
  DurationInfo,
  Address,
  URL,
  Unavailability,
  MachineID,
  MachineInfo,
  FrameworkInfo,
  FrameworkInfo_Capability,
  CheckInfo,
  CheckInfo_Command,
  CheckInfo_Http,
  CheckInfo_Tcp,
  HealthCheck,
  HealthCheck_HTTPCheckInfo,
  HealthCheck_TCPCheckInfo,
  KillPolicy,
  CommandInfo,
  CommandInfo_URI,
  ExecutorInfo,
  DomainInfo,
  DomainInfo_FaultDomain,
  DomainInfo_FaultDomain_RegionInfo,
  DomainInfo_FaultDomain_ZoneInfo,
  MasterInfo,
  MasterInfo_Capability,
  AgentInfo,
  AgentInfo_Capability,
  CSIPluginContainerInfo,
  CSIPluginEndpoint,
  CSIPluginInfo,
  ResourceProviderInfo,
  ResourceProviderInfo_Storage,
  Value,
  Value_Scalar,
  Value_Range,
  Value_Ranges,
  Value_Set,
  Value_Text,
  Attribute,
  Resource,
  Resource_AllocationInfo,
  Resource_ReservationInfo,
  Resource_DiskInfo,
  Resource_DiskInfo_Persistence,
  Resource_DiskInfo_Source,
  Resource_DiskInfo_Source_Path,
  Resource_DiskInfo_Source_Mount,
  Resource_RevocableInfo,
  Resource_SharedInfo,
  TrafficControlStatistics,
  IpStatistics,
  IcmpStatistics,
  TcpStatistics,
  UdpStatistics,
  SNMPStatistics,
  DiskStatistics,
  ResourceStatistics,
  ResourceStatistics_RatePercentiles,
  ResourceStatistics_RateStatistics,
  ResourceUsage,
  ResourceUsage_Executor,
  ResourceUsage_Executor_Task,
  PerfStatistics,
  OfferFilters,
  OfferFilters_ResourceQuantities,
  OfferFilters_MinAllocatableResources,
  Request,
  Offer,
  Offer_Operation,
  Offer_Operation_Launch,
  Offer_Operation_LaunchGroup,
  Offer_Operation_Reserve,
  Offer_Operation_Unreserve,
  Offer_Operation_Create,
  Offer_Operation_Destroy,
  Offer_Operation_GrowVolume,
  Offer_Operation_ShrinkVolume,
  Offer_Operation_CreateDisk,
  Offer_Operation_DestroyDisk,
  InverseOffer,
  TaskInfo,
  TaskGroupInfo,
  Task,
  TaskResourceLimitation,
  UUID,
  Operation,
  OperationStatus,
  CheckStatusInfo,
  CheckStatusInfo_Command,
  CheckStatusInfo_Http,
  CheckStatusInfo_Tcp,
  TaskStatus,
  Filters,
  Environment,
  Environment_Variable,
  Parameter,
  Parameters,
  Credential,
  Credentials,
  Secret,
  Secret_Reference,
  Secret_Value,
  RateLimit,
  RateLimits,
  Image,
  Image_Appc,
  Image_Docker,
  MountPropagation,
  Volume,
  Volume_Source,
  Volume_Source_DockerVolume,
  Volume_Source_HostPath,
  Volume_Source_SandboxPath,
  Volume_Source_CSIVolume,
  Volume_Source_CSIVolume_VolumeCapability,
  Volume_Source_CSIVolume_VolumeCapability_MountVolume,
  Volume_Source_CSIVolume_VolumeCapability_AccessMode,
  Volume_Source_CSIVolume_VolumeCapability_BlockVolume,
  Volume_Source_CSIVolume_StaticProvisioning,
  NetworkInfo,
  NetworkInfo_IPAddress,
  NetworkInfo_PortMapping,
  CapabilityInfo,
  SeccompInfo,
  LinuxInfo,
  RLimitInfo,
  RLimitInfo_RLimit,
  TTYInfo,
  TTYInfo_WindowSize,
  ContainerInfo,
  ContainerInfo_DockerInfo,
  ContainerInfo_DockerInfo_PortMapping,
  ContainerInfo_MesosInfo,
  ContainerStatus,
  CgroupInfo,
  CgroupInfo_Blkio,
  CgroupInfo_Blkio_Value,
  CgroupInfo_Blkio_CFQ,
  CgroupInfo_Blkio_CFQ_Statistics,
  CgroupInfo_Blkio_Throttling,
  CgroupInfo_Blkio_Throttling_Statistics,
  CgroupInfo_Blkio_Statistics,
  CgroupInfo_NetCls,
  Labels,
  Label,
  Port,
  Ports,
  DiscoveryInfo,
  WeightInfo,
  VersionInfo,
  Flag,
  Role,
  Metric,
  FileInfo,
  Device,
  Device_Number,
  DeviceAccess,
  DeviceAccess_Access,
  DeviceWhitelist,
  DrainConfig,
  DrainInfo,
} from "../../model/gen/mesos.ts";
import { draftOf, emptyMap, endOfMessage, enterNested, finishMessage, readAgain, readBigInt64, readBytes, readInt64, readShared, readUint64, readWord, skipField, writeBigInt64, writeInt64, writeShared, writeUint64 } from "../binary.ts";
import type { Draft, WireReader, Writer } from "../binary.ts";
import { makeCodec } from "../codec.ts";
import * as mesosShapes from "./shapes/mesos.ts";

export function encodeFrameworkID(w: Writer, m: FrameworkID): void {
  w.uint32(10).string(m.value);
}

const FrameworkIDDraft = draftOf<FrameworkID>();
export function decodeFrameworkID(r: WireReader, end: number, into?: FrameworkID): FrameworkID {
  const m = (into ?? new FrameworkIDDraft()) as Draft<FrameworkID>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.value === undefined) r.lacksRequired = true;
  return m as FrameworkID;
}

/** mesos.v1.FrameworkID */
export const FrameworkIDCodec = makeCodec<FrameworkID>(mesosShapes.FrameworkID, encodeFrameworkID, decodeFrameworkID);

export function encodeOfferID(w: Writer, m: OfferID): void {
  w.uint32(10).string(m.value);
}

const OfferIDDraft = draftOf<OfferID>();
export function decodeOfferID(r: WireReader, end: number, into?: OfferID): OfferID {
  const m = (into ?? new OfferIDDraft()) as Draft<OfferID>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.value === undefined) r.lacksRequired = true;
  return m as OfferID;
}

/** mesos.v1.OfferID */
export const OfferIDCodec = makeCodec<OfferID>(mesosShapes.OfferID, encodeOfferID, decodeOfferID);

export function encodeAgentID(w: Writer, m: AgentID): void {
  w.uint32(10).string(m.value);
}

const AgentIDDraft = draftOf<AgentID>();
export function decodeAgentID(r: WireReader, end: number, into?: AgentID): AgentID {
  const m = (into ?? new AgentIDDraft()) as Draft<AgentID>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.value === undefined) r.lacksRequired = true;
  return m as AgentID;
}

/** mesos.v1.AgentID */
export const AgentIDCodec = makeCodec<AgentID>(mesosShapes.AgentID, encodeAgentID, decodeAgentID);

export function encodeTaskID(w: Writer, m: TaskID): void {
  w.uint32(10).string(m.value);
}

const TaskIDDraft = draftOf<TaskID>();
export function decodeTaskID(r: WireReader, end: number, into?: TaskID): TaskID {
  const m = (into ?? new TaskIDDraft()) as Draft<TaskID>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.value === undefined) r.lacksRequired = true;
  return m as TaskID;
}

/** mesos.v1.TaskID */
export const TaskIDCodec = makeCodec<TaskID>(mesosShapes.TaskID, encodeTaskID, decodeTaskID);

export function encodeExecutorID(w: Writer, m: ExecutorID): void {
  w.uint32(10).string(m.value);
}

const ExecutorIDDraft = draftOf<ExecutorID>();
export function decodeExecutorID(r: WireReader, end: number, into?: ExecutorID): ExecutorID {
  const m = (into ?? new ExecutorIDDraft()) as Draft<ExecutorID>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.value === undefined) r.lacksRequired = true;
  return m as ExecutorID;
}

/** mesos.v1.ExecutorID */
export const ExecutorIDCodec = makeCodec<ExecutorID>(mesosShapes.ExecutorID, encodeExecutorID, decodeExecutorID);

export function encodeContainerID(w: Writer, m: ContainerID): void {
  w.uint32(10).string(m.value);
  if (m.parent !== undefined) { w.uint32(18).fork(); encodeContainerID(w, m.parent); w.ldelim(); }
}

const ContainerIDDraft = draftOf<ContainerID>();
export function decodeContainerID(r: WireReader, end: number, into?: ContainerID): ContainerID {
  const m = (into ?? new ContainerIDDraft()) as Draft<ContainerID>;
  enterNested(r);
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.value = r.string(); break;
      case 18: m.parent = decodeContainerID(r, endOfMessage(r, end), m.parent); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  r.nesting -= 1;
  if (m.value === undefined) r.lacksRequired = true;
  return m as ContainerID;
}

/** mesos.v1.ContainerID */
export const ContainerIDCodec = makeCodec<ContainerID>(mesosShapes.ContainerID, encodeContainerID, decodeContainerID);

export function encodeResourceProviderID(w: Writer, m: ResourceProviderID): void {
  w.uint32(10).string(m.value);
}

const ResourceProviderIDDraft = draftOf<ResourceProviderID>();
export function decodeResourceProviderID(r: WireReader, end: number, into?: ResourceProviderID): ResourceProviderID {
  const m = (into ?? new ResourceProviderIDDraft()) as Draft<ResourceProviderID>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.value === undefined) r.lacksRequired = true;
  return m as ResourceProviderID;
}

/** mesos.v1.ResourceProviderID */
export const ResourceProviderIDCodec = makeCodec<ResourceProviderID>(mesosShapes.ResourceProviderID, encodeResourceProviderID, decodeResourceProviderID);

export function encodeOperationID(w: Writer, m: OperationID): void {
  w.uint32(10).string(m.value);
}

const OperationIDDraft = draftOf<OperationID>();
export function decodeOperationID(r: WireReader, end: number, into?: OperationID): OperationID {
  const m = (into ?? new OperationIDDraft()) as Draft<OperationID>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.value === undefined) r.lacksRequired = true;
  return m as OperationID;
}

/** mesos.v1.OperationID */
export const OperationIDCodec = makeCodec<OperationID>(mesosShapes.OperationID, encodeOperationID, decodeOperationID);

export function encodeTimeInfo(w: Writer, m: TimeInfo): void {
  w.uint32(8); writeBigInt64(w, m.nanoseconds);
}

const TimeInfoDraft = draftOf<TimeInfo>();
export function decodeTimeInfo(r: WireReader, end: number, into?: TimeInfo): TimeInfo {
  const m = (into ?? new TimeInfoDraft()) as Draft<TimeInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.nanoseconds = readBigInt64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.nanoseconds === undefined) r.lacksRequired = true;
  return m as TimeInfo;
}

/** mesos.v1.TimeInfo */
export const TimeInfoCodec = makeCodec<TimeInfo>(mesosShapes.TimeInfo, encodeTimeInfo, decodeTimeInfo);

export function encodeDurationInfo(w: Writer, m: DurationInfo): void {
  w.uint32(8); writeBigInt64(w, m.nanoseconds);
}

const DurationInfoDraft = draftOf<DurationInfo>();
export function decodeDurationInfo(r: WireReader, end: number, into?: DurationInfo): DurationInfo {
  const m = (into ?? new DurationInfoDraft()) as Draft<DurationInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.nanoseconds = readBigInt64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.nanoseconds === undefined) r.lacksRequired = true;
  return m as DurationInfo;
}

/** mesos.v1.DurationInfo */
export const DurationInfoCodec = makeCodec<DurationInfo>(mesosShapes.DurationInfo, encodeDurationInfo, decodeDurationInfo);

export function encodeAddress(w: Writer, m: Address): void {
  if (m.hostname !== undefined) { w.uint32(10).string(m.hostname); }
  if (m.ip !== undefined) { w.uint32(18).string(m.ip); }
  w.uint32(24).int32(m.port);
}

const AddressDraft = draftOf<Address>();
export function decodeAddress(r: WireReader, end: number, into?: Address): Address {
  const m = (into ?? new AddressDraft()) as Draft<Address>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.hostname = r.string(); break;
      case 18: m.ip = r.string(); break;
      case 24: m.port = r.int32(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.port === undefined) r.lacksRequired = true;
  return m as Address;
}

/** mesos.v1.Address */
export const AddressCodec = makeCodec<Address>(mesosShapes.Address, encodeAddress, decodeAddress);

export function encodeURL(w: Writer, m: URL): void {
  w.uint32(10).string(m.scheme);
  w.uint32(18).fork(); encodeAddress(w, m.address); w.ldelim();
  if (m.path !== undefined) { w.uint32(26).string(m.path); }
  if (m.query !== undefined) for (const item of m.query) { w.uint32(34).fork(); encodeParameter(w, item); w.ldelim(); }
  if (m.fragment !== undefined) { w.uint32(42).string(m.fragment); }
}

const URLDraft = draftOf<URL>();
export function decodeURL(r: WireReader, end: number, into?: URL): URL {
  const m = (into ?? new URLDraft()) as Draft<URL>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.scheme = r.string(); break;
      case 18: m.address = decodeAddress(r, endOfMessage(r, end), m.address); break;
      case 26: m.path = r.string(); break;
      case 34: { const one = decodeParameter(r, endOfMessage(r, end)); if (m.query === undefined) m.query = [one]; else m.query.push(one); break; }
      case 42: m.fragment = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.scheme === undefined || m.address === undefined) r.lacksRequired = true;
  return m as URL;
}

/** mesos.v1.URL */
export const URLCodec = makeCodec<URL>(mesosShapes.URL, encodeURL, decodeURL);

export function encodeUnavailability(w: Writer, m: Unavailability): void {
  w.uint32(10).fork(); encodeTimeInfo(w, m.start); w.ldelim();
  if (m.duration !== undefined) { w.uint32(18).fork(); encodeDurationInfo(w, m.duration); w.ldelim(); }
}

const UnavailabilityDraft = draftOf<Unavailability>();
export function decodeUnavailability(r: WireReader, end: number, into?: Unavailability): Unavailability {
  const m = (into ?? new UnavailabilityDraft()) as Draft<Unavailability>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.start = decodeTimeInfo(r, endOfMessage(r, end), m.start); break;
      case 18: m.duration = decodeDurationInfo(r, endOfMessage(r, end), m.duration); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.start === undefined) r.lacksRequired = true;
  return m as Unavailability;
}

/** mesos.v1.Unavailability */
export const UnavailabilityCodec = makeCodec<Unavailability>(mesosShapes.Unavailability, encodeUnavailability, decodeUnavailability);

export function encodeMachineID(w: Writer, m: MachineID): void {
  if (m.hostname !== undefined) { w.uint32(10).string(m.hostname); }
  if (m.ip !== undefined) { w.uint32(18).string(m.ip); }
}

const MachineIDDraft = draftOf<MachineID>();
export function decodeMachineID(r: WireReader, end: number, into?: MachineID): MachineID {
  const m = (into ?? new MachineIDDraft()) as Draft<MachineID>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.hostname = r.string(); break;
      case 18: m.ip = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as MachineID;
}

/** mesos.v1.MachineID */
export const MachineIDCodec = makeCodec<MachineID>(mesosShapes.MachineID, encodeMachineID, decodeMachineID);

export function encodeMachineInfo(w: Writer, m: MachineInfo): void {
  w.uint32(10).fork(); encodeMachineID(w, m.id); w.ldelim();
  if (m.mode !== undefined) { w.uint32(16).int32(mesosShapes.MachineInfo_Mode.numbers[m.mode]); }
  if (m.unavailability !== undefined) { w.uint32(26).fork(); encodeUnavailability(w, m.unavailability); w.ldelim(); }
}

const MachineInfoDraft = draftOf<MachineInfo>();
export function decodeMachineInfo(r: WireReader, end: number, into?: MachineInfo): MachineInfo {
  const m = (into ?? new MachineInfoDraft()) as Draft<MachineInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.id = decodeMachineID(r, endOfMessage(r, end), m.id); break;
      case 16: { const value = mesosShapes.MachineInfo_Mode.names[r.int32()]; if (value !== undefined) { m.mode = value; } break; }
      case 26: m.unavailability = decodeUnavailability(r, endOfMessage(r, end), m.unavailability); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.id === undefined) r.lacksRequired = true;
  return m as MachineInfo;
}

/** mesos.v1.MachineInfo */
export const MachineInfoCodec = makeCodec<MachineInfo>(mesosShapes.MachineInfo, encodeMachineInfo, decodeMachineInfo);

export function encodeFrameworkInfo(w: Writer, m: FrameworkInfo): void {
  w.uint32(10).string(m.user);
  w.uint32(18).string(m.name);
  if (m.id !== undefined) { w.uint32(26).fork(); encodeFrameworkID(w, m.id); w.ldelim(); }
  if (m.failover_timeout !== undefined) { w.uint32(33).double(m.failover_timeout); }
  if (m.checkpoint !== undefined) { w.uint32(40).bool(m.checkpoint); }
  if (m.role !== undefined) { w.uint32(50).string(m.role); }
  if (m.hostname !== undefined) { w.uint32(58).string(m.hostname); }
  if (m.principal !== undefined) { w.uint32(66).string(m.principal); }
  if (m.webui_url !== undefined) { w.uint32(74).string(m.webui_url); }
  if (m.capabilities !== undefined) for (const item of m.capabilities) { w.uint32(82).fork(); encodeFrameworkInfo_Capability(w, item); w.ldelim(); }
  if (m.labels !== undefined) { w.uint32(90).fork(); encodeLabels(w, m.labels); w.ldelim(); }
  if (m.roles !== undefined) for (const item of m.roles) { w.uint32(98).string(item); }
  if (m.offer_filters !== undefined) {
    for (const key of Object.keys(m.offer_filters)) {
      w.uint32(106).fork().uint32(10).string(key);
      w.uint32(18).fork(); encodeOfferFilters(w, m.offer_filters[key]!); w.ldelim();
      w.ldelim();
    }
  }
}

const FrameworkInfoDraft = draftOf<FrameworkInfo>();
export function decodeFrameworkInfo(r: WireReader, end: number, into?: FrameworkInfo): FrameworkInfo {
  const m = (into ?? new FrameworkInfoDraft()) as Draft<FrameworkInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.user = r.string(); break;
      case 18: m.name = readWord(r); break;
      case 26: m.id = readShared(r, end, decodeFrameworkID, m.id); break;
      case 33: m.failover_timeout = r.double(); break;
      case 40: m.checkpoint = r.bool(); break;
      case 50: m.role = r.string(); break;
      case 58: m.hostname = r.string(); break;
      case 66: m.principal = r.string(); break;
      case 74: m.webui_url = r.string(); break;
      case 82: { const one = decodeFrameworkInfo_Capability(r, endOfMessage(r, end)); if (m.capabilities === undefined) m.capabilities = [one]; else m.capabilities.push(one); break; }
      case 90: m.labels = decodeLabels(r, endOfMessage(r, end), m.labels); break;
      case 98: { const one = r.string(); if (m.roles === undefined) m.roles = [one]; else m.roles.push(one); break; }
      case 106: readFrameworkInfo_offer_filters(r, endOfMessage(r, end), (m.offer_filters ??= emptyMap())); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.user === undefined || m.name === undefined) r.lacksRequired = true;
  return m as FrameworkInfo;
}

function readFrameworkInfo_offer_filters(r: WireReader, end: number, map: Record<string, ReturnType<typeof decodeOfferFilters>>): void {
  let key = "";
  let value: ReturnType<typeof decodeOfferFilters> | undefined;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: key = r.string(); break;
      case 18: value = decodeOfferFilters(r, endOfMessage(r, end), value); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  map[key] = value ?? decodeOfferFilters(r, r.pos);
}

/** mesos.v1.FrameworkInfo */
export const FrameworkInfoCodec = makeCodec<FrameworkInfo>(mesosShapes.FrameworkInfo, encodeFrameworkInfo, decodeFrameworkInfo);

export function encodeFrameworkInfo_Capability(w: Writer, m: FrameworkInfo_Capability): void {
  if (m.type !== undefined) { w.uint32(8).int32(mesosShapes.FrameworkInfo_Capability_Type.numbers[m.type]); }
}

const FrameworkInfo_CapabilityDraft = draftOf<FrameworkInfo_Capability>();
export function decodeFrameworkInfo_Capability(r: WireReader, end: number, into?: FrameworkInfo_Capability): FrameworkInfo_Capability {
  const m = (into ?? new FrameworkInfo_CapabilityDraft()) as Draft<FrameworkInfo_Capability>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.FrameworkInfo_Capability_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as FrameworkInfo_Capability;
}

/** mesos.v1.FrameworkInfo.Capability */
export const FrameworkInfo_CapabilityCodec = makeCodec<FrameworkInfo_Capability>(mesosShapes.FrameworkInfo_Capability, encodeFrameworkInfo_Capability, decodeFrameworkInfo_Capability);

export function encodeCheckInfo(w: Writer, m: CheckInfo): void {
  if (m.type !== undefined) { w.uint32(8).int32(mesosShapes.CheckInfo_Type.numbers[m.type]); }
  if (m.command !== undefined) { w.uint32(18).fork(); encodeCheckInfo_Command(w, m.command); w.ldelim(); }
  if (m.http !== undefined) { w.uint32(26).fork(); encodeCheckInfo_Http(w, m.http); w.ldelim(); }
  if (m.delay_seconds !== undefined) { w.uint32(33).double(m.delay_seconds); }
  if (m.interval_seconds !== undefined) { w.uint32(41).double(m.interval_seconds); }
  if (m.timeout_seconds !== undefined) { w.uint32(49).double(m.timeout_seconds); }
  if (m.tcp !== undefined) { w.uint32(58).fork(); encodeCheckInfo_Tcp(w, m.tcp); w.ldelim(); }
}

const CheckInfoDraft = draftOf<CheckInfo>();
export function decodeCheckInfo(r: WireReader, end: number, into?: CheckInfo): CheckInfo {
  const m = (into ?? new CheckInfoDraft()) as Draft<CheckInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.CheckInfo_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.command = decodeCheckInfo_Command(r, endOfMessage(r, end), m.command); break;
      case 26: m.http = decodeCheckInfo_Http(r, endOfMessage(r, end), m.http); break;
      case 33: m.delay_seconds = r.double(); break;
      case 41: m.interval_seconds = r.double(); break;
      case 49: m.timeout_seconds = r.double(); break;
      case 58: m.tcp = decodeCheckInfo_Tcp(r, endOfMessage(r, end), m.tcp); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as CheckInfo;
}

/** mesos.v1.CheckInfo */
export const CheckInfoCodec = makeCodec<CheckInfo>(mesosShapes.CheckInfo, encodeCheckInfo, decodeCheckInfo);

export function encodeCheckInfo_Command(w: Writer, m: CheckInfo_Command): void {
  w.uint32(10).fork(); encodeCommandInfo(w, m.command); w.ldelim();
}

const CheckInfo_CommandDraft = draftOf<CheckInfo_Command>();
export function decodeCheckInfo_Command(r: WireReader, end: number, into?: CheckInfo_Command): CheckInfo_Command {
  const m = (into ?? new CheckInfo_CommandDraft()) as Draft<CheckInfo_Command>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.command = decodeCommandInfo(r, endOfMessage(r, end), m.command); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.command === undefined) r.lacksRequired = true;
  return m as CheckInfo_Command;
}

/** mesos.v1.CheckInfo.Command */
export const CheckInfo_CommandCodec = makeCodec<CheckInfo_Command>(mesosShapes.CheckInfo_Command, encodeCheckInfo_Command, decodeCheckInfo_Command);

export function encodeCheckInfo_Http(w: Writer, m: CheckInfo_Http): void {
  w.uint32(8).uint32(m.port);
  if (m.path !== undefined) { w.uint32(18).string(m.path); }
}

const CheckInfo_HttpDraft = draftOf<CheckInfo_Http>();
export function decodeCheckInfo_Http(r: WireReader, end: number, into?: CheckInfo_Http): CheckInfo_Http {
  const m = (into ?? new CheckInfo_HttpDraft()) as Draft<CheckInfo_Http>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.port = r.uint32(); break;
      case 18: m.path = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.port === undefined) r.lacksRequired = true;
  return m as CheckInfo_Http;
}

/** mesos.v1.CheckInfo.Http */
export const CheckInfo_HttpCodec = makeCodec<CheckInfo_Http>(mesosShapes.CheckInfo_Http, encodeCheckInfo_Http, decodeCheckInfo_Http);

export function encodeCheckInfo_Tcp(w: Writer, m: CheckInfo_Tcp): void {
  w.uint32(8).uint32(m.port);
}

const CheckInfo_TcpDraft = draftOf<CheckInfo_Tcp>();
export function decodeCheckInfo_Tcp(r: WireReader, end: number, into?: CheckInfo_Tcp): CheckInfo_Tcp {
  const m = (into ?? new CheckInfo_TcpDraft()) as Draft<CheckInfo_Tcp>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.port = r.uint32(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.port === undefined) r.lacksRequired = true;
  return m as CheckInfo_Tcp;
}

/** mesos.v1.CheckInfo.Tcp */
export const CheckInfo_TcpCodec = makeCodec<CheckInfo_Tcp>(mesosShapes.CheckInfo_Tcp, encodeCheckInfo_Tcp, decodeCheckInfo_Tcp);

export function encodeHealthCheck(w: Writer, m: HealthCheck): void {
  if (m.http !== undefined) { w.uint32(10).fork(); encodeHealthCheck_HTTPCheckInfo(w, m.http); w.ldelim(); }
  if (m.delay_seconds !== undefined) { w.uint32(17).double(m.delay_seconds); }
  if (m.interval_seconds !== undefined) { w.uint32(25).double(m.interval_seconds); }
  if (m.timeout_seconds !== undefined) { w.uint32(33).double(m.timeout_seconds); }
  if (m.consecutive_failures !== undefined) { w.uint32(40).uint32(m.consecutive_failures); }
  if (m.grace_period_seconds !== undefined) { w.uint32(49).double(m.grace_period_seconds); }
  if (m.command !== undefined) { w.uint32(58).fork(); encodeCommandInfo(w, m.command); w.ldelim(); }
  if (m.type !== undefined) { w.uint32(64).int32(mesosShapes.HealthCheck_Type.numbers[m.type]); }
  if (m.tcp !== undefined) { w.uint32(74).fork(); encodeHealthCheck_TCPCheckInfo(w, m.tcp); w.ldelim(); }
}

const HealthCheckDraft = draftOf<HealthCheck>();
export function decodeHealthCheck(r: WireReader, end: number, into?: HealthCheck): HealthCheck {
  const m = (into ?? new HealthCheckDraft()) as Draft<HealthCheck>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.http = decodeHealthCheck_HTTPCheckInfo(r, endOfMessage(r, end), m.http); break;
      case 17: m.delay_seconds = r.double(); break;
      case 25: m.interval_seconds = r.double(); break;
      case 33: m.timeout_seconds = r.double(); break;
      case 40: m.consecutive_failures = r.uint32(); break;
      case 49: m.grace_period_seconds = r.double(); break;
      case 58: m.command = decodeCommandInfo(r, endOfMessage(r, end), m.command); break;
      case 64: { const value = mesosShapes.HealthCheck_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 74: m.tcp = decodeHealthCheck_TCPCheckInfo(r, endOfMessage(r, end), m.tcp); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as HealthCheck;
}

/** mesos.v1.HealthCheck */
export const HealthCheckCodec = makeCodec<HealthCheck>(mesosShapes.HealthCheck, encodeHealthCheck, decodeHealthCheck);

export function encodeHealthCheck_HTTPCheckInfo(w: Writer, m: HealthCheck_HTTPCheckInfo): void {
  w.uint32(8).uint32(m.port);
  if (m.path !== undefined) { w.uint32(18).string(m.path); }
  if (m.scheme !== undefined) { w.uint32(26).string(m.scheme); }
  if (m.statuses !== undefined) for (const item of m.statuses) { w.uint32(32).uint32(item); }
  if (m.protocol !== undefined) { w.uint32(40).int32(mesosShapes.NetworkInfo_Protocol.numbers[m.protocol]); }
}

const HealthCheck_HTTPCheckInfoDraft = draftOf<HealthCheck_HTTPCheckInfo>();
export function decodeHealthCheck_HTTPCheckInfo(r: WireReader, end: number, into?: HealthCheck_HTTPCheckInfo): HealthCheck_HTTPCheckInfo {
  const m = (into ?? new HealthCheck_HTTPCheckInfoDraft()) as Draft<HealthCheck_HTTPCheckInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.port = r.uint32(); break;
      case 18: m.path = r.string(); break;
      case 26: m.scheme = r.string(); break;
      case 32: { const one = r.uint32(); if (m.statuses === undefined) m.statuses = [one]; else m.statuses.push(one); break; }
      case 34: {
        const packedEnd = endOfMessage(r, end);
        while (r.pos < packedEnd) { const one = r.uint32(); if (m.statuses === undefined) m.statuses = [one]; else m.statuses.push(one); }
        finishMessage(r, packedEnd);
        break;
      }
      case 40: { const value = mesosShapes.NetworkInfo_Protocol.names[r.int32()]; if (value !== undefined) { m.protocol = value; } break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.port === undefined) r.lacksRequired = true;
  return m as HealthCheck_HTTPCheckInfo;
}

/** mesos.v1.HealthCheck.HTTPCheckInfo */
export const HealthCheck_HTTPCheckInfoCodec = makeCodec<HealthCheck_HTTPCheckInfo>(mesosShapes.HealthCheck_HTTPCheckInfo, encodeHealthCheck_HTTPCheckInfo, decodeHealthCheck_HTTPCheckInfo);

export function encodeHealthCheck_TCPCheckInfo(w: Writer, m: HealthCheck_TCPCheckInfo): void {
  w.uint32(8).uint32(m.port);
  if (m.protocol !== undefined) { w.uint32(16).int32(mesosShapes.NetworkInfo_Protocol.numbers[m.protocol]); }
}

const HealthCheck_TCPCheckInfoDraft = draftOf<HealthCheck_TCPCheckInfo>();
export function decodeHealthCheck_TCPCheckInfo(r: WireReader, end: number, into?: HealthCheck_TCPCheckInfo): HealthCheck_TCPCheckInfo {
  const m = (into ?? new HealthCheck_TCPCheckInfoDraft()) as Draft<HealthCheck_TCPCheckInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.port = r.uint32(); break;
      case 16: { const value = mesosShapes.NetworkInfo_Protocol.names[r.int32()]; if (value !== undefined) { m.protocol = value; } break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.port === undefined) r.lacksRequired = true;
  return m as HealthCheck_TCPCheckInfo;
}

/** mesos.v1.HealthCheck.TCPCheckInfo */
export const HealthCheck_TCPCheckInfoCodec = makeCodec<HealthCheck_TCPCheckInfo>(mesosShapes.HealthCheck_TCPCheckInfo, encodeHealthCheck_TCPCheckInfo, decodeHealthCheck_TCPCheckInfo);

export function encodeKillPolicy(w: Writer, m: KillPolicy): void {
  if (m.grace_period !== undefined) { w.uint32(10).fork(); encodeDurationInfo(w, m.grace_period); w.ldelim(); }
}

const KillPolicyDraft = draftOf<KillPolicy>();
export function decodeKillPolicy(r: WireReader, end: number, into?: KillPolicy): KillPolicy {
  const m = (into ?? new KillPolicyDraft()) as Draft<KillPolicy>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.grace_period = decodeDurationInfo(r, endOfMessage(r, end), m.grace_period); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as KillPolicy;
}

/** mesos.v1.KillPolicy */
export const KillPolicyCodec = makeCodec<KillPolicy>(mesosShapes.KillPolicy, encodeKillPolicy, decodeKillPolicy);

export function encodeCommandInfo(w: Writer, m: CommandInfo): void {
  if (m.uris !== undefined) for (const item of m.uris) { w.uint32(10).fork(); encodeCommandInfo_URI(w, item); w.ldelim(); }
  if (m.environment !== undefined) { w.uint32(18).fork(); encodeEnvironment(w, m.environment); w.ldelim(); }
  if (m.value !== undefined) { w.uint32(26).string(m.value); }
  if (m.user !== undefined) { w.uint32(42).string(m.user); }
  if (m.shell !== undefined) { w.uint32(48).bool(m.shell); }
  if (m.arguments !== undefined) for (const item of m.arguments) { w.uint32(58).string(item); }
}

const CommandInfoDraft = draftOf<CommandInfo>();
export function decodeCommandInfo(r: WireReader, end: number, into?: CommandInfo): CommandInfo {
  const m = (into ?? new CommandInfoDraft()) as Draft<CommandInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeCommandInfo_URI(r, endOfMessage(r, end)); if (m.uris === undefined) m.uris = [one]; else m.uris.push(one); break; }
      case 18: m.environment = decodeEnvironment(r, endOfMessage(r, end), m.environment); break;
      case 26: m.value = r.string(); break;
      case 42: m.user = r.string(); break;
      case 48: m.shell = r.bool(); break;
      case 58: { const one = r.string(); if (m.arguments === undefined) m.arguments = [one]; else m.arguments.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as CommandInfo;
}

/** mesos.v1.CommandInfo */
export const CommandInfoCodec = makeCodec<CommandInfo>(mesosShapes.CommandInfo, encodeCommandInfo, decodeCommandInfo);

export function encodeCommandInfo_URI(w: Writer, m: CommandInfo_URI): void {
  w.uint32(10).string(m.value);
  if (m.executable !== undefined) { w.uint32(16).bool(m.executable); }
  if (m.extract !== undefined) { w.uint32(24).bool(m.extract); }
  if (m.cache !== undefined) { w.uint32(32).bool(m.cache); }
  if (m.output_file !== undefined) { w.uint32(42).string(m.output_file); }
}

const CommandInfo_URIDraft = draftOf<CommandInfo_URI>();
export function decodeCommandInfo_URI(r: WireReader, end: number, into?: CommandInfo_URI): CommandInfo_URI {
  const m = (into ?? new CommandInfo_URIDraft()) as Draft<CommandInfo_URI>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.value = r.string(); break;
      case 16: m.executable = r.bool(); break;
      case 24: m.extract = r.bool(); break;
      case 32: m.cache = r.bool(); break;
      case 42: m.output_file = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.value === undefined) r.lacksRequired = true;
  return m as CommandInfo_URI;
}

/** mesos.v1.CommandInfo.URI */
export const CommandInfo_URICodec = makeCodec<CommandInfo_URI>(mesosShapes.CommandInfo_URI, encodeCommandInfo_URI, decodeCommandInfo_URI);

export function encodeExecutorInfo(w: Writer, m: ExecutorInfo): void {
  w.uint32(10).fork(); encodeExecutorID(w, m.executor_id); w.ldelim();
  if (m.data !== undefined) { w.uint32(34).bytes(m.data); }
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(42); writeShared(w, item, encodeResource); }
  if (m.command !== undefined) { w.uint32(58).fork(); encodeCommandInfo(w, m.command); w.ldelim(); }
  if (m.framework_id !== undefined) { w.uint32(66).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim(); }
  if (m.name !== undefined) { w.uint32(74).string(m.name); }
  if (m.source !== undefined) { w.uint32(82).string(m.source); }
  if (m.container !== undefined) { w.uint32(90).fork(); encodeContainerInfo(w, m.container); w.ldelim(); }
  if (m.discovery !== undefined) { w.uint32(98).fork(); encodeDiscoveryInfo(w, m.discovery); w.ldelim(); }
  if (m.shutdown_grace_period !== undefined) { w.uint32(106).fork(); encodeDurationInfo(w, m.shutdown_grace_period); w.ldelim(); }
  if (m.labels !== undefined) { w.uint32(114).fork(); encodeLabels(w, m.labels); w.ldelim(); }
  if (m.type !== undefined) { w.uint32(120).int32(mesosShapes.ExecutorInfo_Type.numbers[m.type]); }
}

const ExecutorInfoDraft = draftOf<ExecutorInfo>();
export function decodeExecutorInfo(r: WireReader, end: number, into?: ExecutorInfo): ExecutorInfo {
  const m = (into ?? new ExecutorInfoDraft()) as Draft<ExecutorInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.executor_id = decodeExecutorID(r, endOfMessage(r, end), m.executor_id); break;
      case 34: m.data = readBytes(r); break;
      case 42: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      case 58: m.command = decodeCommandInfo(r, endOfMessage(r, end), m.command); break;
      case 66: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 74: m.name = readWord(r); break;
      case 82: m.source = r.string(); break;
      case 90: m.container = decodeContainerInfo(r, endOfMessage(r, end), m.container); break;
      case 98: m.discovery = decodeDiscoveryInfo(r, endOfMessage(r, end), m.discovery); break;
      case 106: m.shutdown_grace_period = decodeDurationInfo(r, endOfMessage(r, end), m.shutdown_grace_period); break;
      case 114: m.labels = decodeLabels(r, endOfMessage(r, end), m.labels); break;
      case 120: { const value = mesosShapes.ExecutorInfo_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.executor_id === undefined) r.lacksRequired = true;
  return m as ExecutorInfo;
}

/** mesos.v1.ExecutorInfo */
export const ExecutorInfoCodec = makeCodec<ExecutorInfo>(mesosShapes.ExecutorInfo, encodeExecutorInfo, decodeExecutorInfo);

export function encodeDomainInfo(w: Writer, m: DomainInfo): void {
  if (m.fault_domain !== undefined) { w.uint32(10).fork(); encodeDomainInfo_FaultDomain(w, m.fault_domain); w.ldelim(); }
}

const DomainInfoDraft = draftOf<DomainInfo>();
export function decodeDomainInfo(r: WireReader, end: number, into?: DomainInfo): DomainInfo {
  const m = (into ?? new DomainInfoDraft()) as Draft<DomainInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.fault_domain = decodeDomainInfo_FaultDomain(r, endOfMessage(r, end), m.fault_domain); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as DomainInfo;
}

/** mesos.v1.DomainInfo */
export const DomainInfoCodec = makeCodec<DomainInfo>(mesosShapes.DomainInfo, encodeDomainInfo, decodeDomainInfo);

export function encodeDomainInfo_FaultDomain(w: Writer, m: DomainInfo_FaultDomain): void {
  w.uint32(10).fork(); encodeDomainInfo_FaultDomain_RegionInfo(w, m.region); w.ldelim();
  w.uint32(18).fork(); encodeDomainInfo_FaultDomain_ZoneInfo(w, m.zone); w.ldelim();
}

const DomainInfo_FaultDomainDraft = draftOf<DomainInfo_FaultDomain>();
export function decodeDomainInfo_FaultDomain(r: WireReader, end: number, into?: DomainInfo_FaultDomain): DomainInfo_FaultDomain {
  const m = (into ?? new DomainInfo_FaultDomainDraft()) as Draft<DomainInfo_FaultDomain>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.region = decodeDomainInfo_FaultDomain_RegionInfo(r, endOfMessage(r, end), m.region); break;
      case 18: m.zone = decodeDomainInfo_FaultDomain_ZoneInfo(r, endOfMessage(r, end), m.zone); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.region === undefined || m.zone === undefined) r.lacksRequired = true;
  return m as DomainInfo_FaultDomain;
}

/** mesos.v1.DomainInfo.FaultDomain */
export const DomainInfo_FaultDomainCodec = makeCodec<DomainInfo_FaultDomain>(mesosShapes.DomainInfo_FaultDomain, encodeDomainInfo_FaultDomain, decodeDomainInfo_FaultDomain);

export function encodeDomainInfo_FaultDomain_RegionInfo(w: Writer, m: DomainInfo_FaultDomain_RegionInfo): void {
  w.uint32(10).string(m.name);
}

const DomainInfo_FaultDomain_RegionInfoDraft = draftOf<DomainInfo_FaultDomain_RegionInfo>();
export function decodeDomainInfo_FaultDomain_RegionInfo(r: WireReader, end: number, into?: DomainInfo_FaultDomain_RegionInfo): DomainInfo_FaultDomain_RegionInfo {
  const m = (into ?? new DomainInfo_FaultDomain_RegionInfoDraft()) as Draft<DomainInfo_FaultDomain_RegionInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.name = readWord(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.name === undefined) r.lacksRequired = true;
  return m as DomainInfo_FaultDomain_RegionInfo;
}

/** mesos.v1.DomainInfo.FaultDomain.RegionInfo */
export const DomainInfo_FaultDomain_RegionInfoCodec = makeCodec<DomainInfo_FaultDomain_RegionInfo>(mesosShapes.DomainInfo_FaultDomain_RegionInfo, encodeDomainInfo_FaultDomain_RegionInfo, decodeDomainInfo_FaultDomain_RegionInfo);

export function encodeDomainInfo_FaultDomain_ZoneInfo(w: Writer, m: DomainInfo_FaultDomain_ZoneInfo): void {
  w.uint32(10).string(m.name);
}

const DomainInfo_FaultDomain_ZoneInfoDraft = draftOf<DomainInfo_FaultDomain_ZoneInfo>();
export function decodeDomainInfo_FaultDomain_ZoneInfo(r: WireReader, end: number, into?: DomainInfo_FaultDomain_ZoneInfo): DomainInfo_FaultDomain_ZoneInfo {
  const m = (into ?? new DomainInfo_FaultDomain_ZoneInfoDraft()) as Draft<DomainInfo_FaultDomain_ZoneInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.name = readWord(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.name === undefined) r.lacksRequired = true;
  return m as DomainInfo_FaultDomain_ZoneInfo;
}

/** mesos.v1.DomainInfo.FaultDomain.ZoneInfo */
export const DomainInfo_FaultDomain_ZoneInfoCodec = makeCodec<DomainInfo_FaultDomain_ZoneInfo>(mesosShapes.DomainInfo_FaultDomain_ZoneInfo, encodeDomainInfo_FaultDomain_ZoneInfo, decodeDomainInfo_FaultDomain_ZoneInfo);

export function encodeMasterInfo(w: Writer, m: MasterInfo): void {
  w.uint32(10).string(m.id);
  w.uint32(16).uint32(m.ip);
  w.uint32(24).uint32(m.port);
  if (m.pid !== undefined) { w.uint32(34).string(m.pid); }
  if (m.hostname !== undefined) { w.uint32(42).string(m.hostname); }
  if (m.version !== undefined) { w.uint32(50).string(m.version); }
  if (m.address !== undefined) { w.uint32(58).fork(); encodeAddress(w, m.address); w.ldelim(); }
  if (m.domain !== undefined) { w.uint32(66).fork(); encodeDomainInfo(w, m.domain); w.ldelim(); }
  if (m.capabilities !== undefined) for (const item of m.capabilities) { w.uint32(74).fork(); encodeMasterInfo_Capability(w, item); w.ldelim(); }
}

const MasterInfoDraft = draftOf<MasterInfo>();
export function decodeMasterInfo(r: WireReader, end: number, into?: MasterInfo): MasterInfo {
  const m = (into ?? new MasterInfoDraft()) as Draft<MasterInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.id = r.string(); break;
      case 16: m.ip = r.uint32(); break;
      case 24: m.port = r.uint32(); break;
      case 34: m.pid = r.string(); break;
      case 42: m.hostname = r.string(); break;
      case 50: m.version = readWord(r); break;
      case 58: m.address = decodeAddress(r, endOfMessage(r, end), m.address); break;
      case 66: m.domain = decodeDomainInfo(r, endOfMessage(r, end), m.domain); break;
      case 74: { const one = decodeMasterInfo_Capability(r, endOfMessage(r, end)); if (m.capabilities === undefined) m.capabilities = [one]; else m.capabilities.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.id === undefined || m.ip === undefined || m.port === undefined) r.lacksRequired = true;
  return m as MasterInfo;
}

/** mesos.v1.MasterInfo */
export const MasterInfoCodec = makeCodec<MasterInfo>(mesosShapes.MasterInfo, encodeMasterInfo, decodeMasterInfo);

export function encodeMasterInfo_Capability(w: Writer, m: MasterInfo_Capability): void {
  if (m.type !== undefined) { w.uint32(8).int32(mesosShapes.MasterInfo_Capability_Type.numbers[m.type]); }
}

const MasterInfo_CapabilityDraft = draftOf<MasterInfo_Capability>();
export function decodeMasterInfo_Capability(r: WireReader, end: number, into?: MasterInfo_Capability): MasterInfo_Capability {
  const m = (into ?? new MasterInfo_CapabilityDraft()) as Draft<MasterInfo_Capability>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.MasterInfo_Capability_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as MasterInfo_Capability;
}

/** mesos.v1.MasterInfo.Capability */
export const MasterInfo_CapabilityCodec = makeCodec<MasterInfo_Capability>(mesosShapes.MasterInfo_Capability, encodeMasterInfo_Capability, decodeMasterInfo_Capability);

export function encodeAgentInfo(w: Writer, m: AgentInfo): void {
  w.uint32(10).string(m.hostname);
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(26); writeShared(w, item, encodeResource); }
  if (m.attributes !== undefined) for (const item of m.attributes) { w.uint32(42).fork(); encodeAttribute(w, item); w.ldelim(); }
  if (m.id !== undefined) { w.uint32(50).fork(); encodeAgentID(w, m.id); w.ldelim(); }
  if (m.checkpoint !== undefined) { w.uint32(56).bool(m.checkpoint); }
  if (m.port !== undefined) { w.uint32(64).int32(m.port); }
  if (m.domain !== undefined) { w.uint32(82).fork(); encodeDomainInfo(w, m.domain); w.ldelim(); }
}

const AgentInfoDraft = draftOf<AgentInfo>();
export function decodeAgentInfo(r: WireReader, end: number, into?: AgentInfo): AgentInfo {
  const m = (into ?? new AgentInfoDraft()) as Draft<AgentInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.hostname = r.string(); break;
      case 26: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      case 42: { const one = decodeAttribute(r, endOfMessage(r, end)); if (m.attributes === undefined) m.attributes = [one]; else m.attributes.push(one); break; }
      case 50: m.id = readShared(r, end, decodeAgentID, m.id); break;
      case 56: m.checkpoint = r.bool(); break;
      case 64: m.port = r.int32(); break;
      case 82: m.domain = decodeDomainInfo(r, endOfMessage(r, end), m.domain); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.hostname === undefined) r.lacksRequired = true;
  return m as AgentInfo;
}

/** mesos.v1.AgentInfo */
export const AgentInfoCodec = makeCodec<AgentInfo>(mesosShapes.AgentInfo, encodeAgentInfo, decodeAgentInfo);

export function encodeAgentInfo_Capability(w: Writer, m: AgentInfo_Capability): void {
  if (m.type !== undefined) { w.uint32(8).int32(mesosShapes.AgentInfo_Capability_Type.numbers[m.type]); }
}

const AgentInfo_CapabilityDraft = draftOf<AgentInfo_Capability>();
export function decodeAgentInfo_Capability(r: WireReader, end: number, into?: AgentInfo_Capability): AgentInfo_Capability {
  const m = (into ?? new AgentInfo_CapabilityDraft()) as Draft<AgentInfo_Capability>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.AgentInfo_Capability_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as AgentInfo_Capability;
}

/** mesos.v1.AgentInfo.Capability */
export const AgentInfo_CapabilityCodec = makeCodec<AgentInfo_Capability>(mesosShapes.AgentInfo_Capability, encodeAgentInfo_Capability, decodeAgentInfo_Capability);

export function encodeCSIPluginContainerInfo(w: Writer, m: CSIPluginContainerInfo): void {
  if (m.services !== undefined) for (const item of m.services) { w.uint32(8).int32(mesosShapes.CSIPluginContainerInfo_Service.numbers[item]); }
  if (m.command !== undefined) { w.uint32(18).fork(); encodeCommandInfo(w, m.command); w.ldelim(); }
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(26); writeShared(w, item, encodeResource); }
  if (m.container !== undefined) { w.uint32(34).fork(); encodeContainerInfo(w, m.container); w.ldelim(); }
}

const CSIPluginContainerInfoDraft = draftOf<CSIPluginContainerInfo>();
export function decodeCSIPluginContainerInfo(r: WireReader, end: number, into?: CSIPluginContainerInfo): CSIPluginContainerInfo {
  const m = (into ?? new CSIPluginContainerInfoDraft()) as Draft<CSIPluginContainerInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.CSIPluginContainerInfo_Service.names[r.int32()]; if (value !== undefined) { const one = value; if (m.services === undefined) m.services = [one]; else m.services.push(one); } break; }
      case 10: {
        const packedEnd = endOfMessage(r, end);
        while (r.pos < packedEnd) { const value = mesosShapes.CSIPluginContainerInfo_Service.names[r.int32()]; if (value !== undefined) { const one = value; if (m.services === undefined) m.services = [one]; else m.services.push(one); } }
        finishMessage(r, packedEnd);
        break;
      }
      case 18: m.command = decodeCommandInfo(r, endOfMessage(r, end), m.command); break;
      case 26: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      case 34: m.container = decodeContainerInfo(r, endOfMessage(r, end), m.container); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as CSIPluginContainerInfo;
}

/** mesos.v1.CSIPluginContainerInfo */
export const CSIPluginContainerInfoCodec = makeCodec<CSIPluginContainerInfo>(mesosShapes.CSIPluginContainerInfo, encodeCSIPluginContainerInfo, decodeCSIPluginContainerInfo);

export function encodeCSIPluginEndpoint(w: Writer, m: CSIPluginEndpoint): void {
  w.uint32(8).int32(mesosShapes.CSIPluginContainerInfo_Service.numbers[m.csi_service]);
  w.uint32(18).string(m.endpoint);
}

const CSIPluginEndpointDraft = draftOf<CSIPluginEndpoint>();
export function decodeCSIPluginEndpoint(r: WireReader, end: number, into?: CSIPluginEndpoint): CSIPluginEndpoint {
  const m = (into ?? new CSIPluginEndpointDraft()) as Draft<CSIPluginEndpoint>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.CSIPluginContainerInfo_Service.names[r.int32()]; if (value !== undefined) { m.csi_service = value; } break; }
      case 18: m.endpoint = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.csi_service === undefined || m.endpoint === undefined) r.lacksRequired = true;
  return m as CSIPluginEndpoint;
}

/** mesos.v1.CSIPluginEndpoint */
export const CSIPluginEndpointCodec = makeCodec<CSIPluginEndpoint>(mesosShapes.CSIPluginEndpoint, encodeCSIPluginEndpoint, decodeCSIPluginEndpoint);

export function encodeCSIPluginInfo(w: Writer, m: CSIPluginInfo): void {
  w.uint32(10).string(m.type);
  if (m.name !== undefined) { w.uint32(18).string(m.name); }
  if (m.containers !== undefined) for (const item of m.containers) { w.uint32(26).fork(); encodeCSIPluginContainerInfo(w, item); w.ldelim(); }
  if (m.endpoints !== undefined) for (const item of m.endpoints) { w.uint32(34).fork(); encodeCSIPluginEndpoint(w, item); w.ldelim(); }
  if (m.target_path_root !== undefined) { w.uint32(42).string(m.target_path_root); }
  if (m.target_path_exists !== undefined) { w.uint32(48).bool(m.target_path_exists); }
}

const CSIPluginInfoDraft = draftOf<CSIPluginInfo>();
export function decodeCSIPluginInfo(r: WireReader, end: number, into?: CSIPluginInfo): CSIPluginInfo {
  const m = (into ?? new CSIPluginInfoDraft()) as Draft<CSIPluginInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.type = r.string(); break;
      case 18: m.name = readWord(r); break;
      case 26: { const one = decodeCSIPluginContainerInfo(r, endOfMessage(r, end)); if (m.containers === undefined) m.containers = [one]; else m.containers.push(one); break; }
      case 34: { const one = decodeCSIPluginEndpoint(r, endOfMessage(r, end)); if (m.endpoints === undefined) m.endpoints = [one]; else m.endpoints.push(one); break; }
      case 42: m.target_path_root = r.string(); break;
      case 48: m.target_path_exists = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.type === undefined) r.lacksRequired = true;
  return m as CSIPluginInfo;
}

/** mesos.v1.CSIPluginInfo */
export const CSIPluginInfoCodec = makeCodec<CSIPluginInfo>(mesosShapes.CSIPluginInfo, encodeCSIPluginInfo, decodeCSIPluginInfo);

export function encodeResourceProviderInfo(w: Writer, m: ResourceProviderInfo): void {
  if (m.id !== undefined) { w.uint32(10).fork(); encodeResourceProviderID(w, m.id); w.ldelim(); }
  if (m.attributes !== undefined) for (const item of m.attributes) { w.uint32(18).fork(); encodeAttribute(w, item); w.ldelim(); }
  w.uint32(26).string(m.type);
  w.uint32(34).string(m.name);
  if (m.default_reservations !== undefined) for (const item of m.default_reservations) { w.uint32(42).fork(); encodeResource_ReservationInfo(w, item); w.ldelim(); }
  if (m.storage !== undefined) { w.uint32(50).fork(); encodeResourceProviderInfo_Storage(w, m.storage); w.ldelim(); }
}

const ResourceProviderInfoDraft = draftOf<ResourceProviderInfo>();
export function decodeResourceProviderInfo(r: WireReader, end: number, into?: ResourceProviderInfo): ResourceProviderInfo {
  const m = (into ?? new ResourceProviderInfoDraft()) as Draft<ResourceProviderInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.id = decodeResourceProviderID(r, endOfMessage(r, end), m.id); break;
      case 18: { const one = decodeAttribute(r, endOfMessage(r, end)); if (m.attributes === undefined) m.attributes = [one]; else m.attributes.push(one); break; }
      case 26: m.type = r.string(); break;
      case 34: m.name = readWord(r); break;
      case 42: { const one = decodeResource_ReservationInfo(r, endOfMessage(r, end)); if (m.default_reservations === undefined) m.default_reservations = [one]; else m.default_reservations.push(one); break; }
      case 50: m.storage = decodeResourceProviderInfo_Storage(r, endOfMessage(r, end), m.storage); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.type === undefined || m.name === undefined) r.lacksRequired = true;
  return m as ResourceProviderInfo;
}

/** mesos.v1.ResourceProviderInfo */
export const ResourceProviderInfoCodec = makeCodec<ResourceProviderInfo>(mesosShapes.ResourceProviderInfo, encodeResourceProviderInfo, decodeResourceProviderInfo);

export function encodeResourceProviderInfo_Storage(w: Writer, m: ResourceProviderInfo_Storage): void {
  w.uint32(10).fork(); encodeCSIPluginInfo(w, m.plugin); w.ldelim();
  if (m.reconciliation_interval_seconds !== undefined) { w.uint32(17).double(m.reconciliation_interval_seconds); }
}

const ResourceProviderInfo_StorageDraft = draftOf<ResourceProviderInfo_Storage>();
export function decodeResourceProviderInfo_Storage(r: WireReader, end: number, into?: ResourceProviderInfo_Storage): ResourceProviderInfo_Storage {
  const m = (into ?? new ResourceProviderInfo_StorageDraft()) as Draft<ResourceProviderInfo_Storage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.plugin = decodeCSIPluginInfo(r, endOfMessage(r, end), m.plugin); break;
      case 17: m.reconciliation_interval_seconds = r.double(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.plugin === undefined) r.lacksRequired = true;
  return m as ResourceProviderInfo_Storage;
}

/** mesos.v1.ResourceProviderInfo.Storage */
export const ResourceProviderInfo_StorageCodec = makeCodec<ResourceProviderInfo_Storage>(mesosShapes.ResourceProviderInfo_Storage, encodeResourceProviderInfo_Storage, decodeResourceProviderInfo_Storage);

export function encodeValue(w: Writer, m: Value): void {
  w.uint32(8).int32(mesosShapes.Value_Type.numbers[m.type]);
  if (m.scalar !== undefined) { w.uint32(18).fork(); encodeValue_Scalar(w, m.scalar); w.ldelim(); }
  if (m.ranges !== undefined) { w.uint32(26).fork(); encodeValue_Ranges(w, m.ranges); w.ldelim(); }
  if (m.set !== undefined) { w.uint32(34).fork(); encodeValue_Set(w, m.set); w.ldelim(); }
  if (m.text !== undefined) { w.uint32(42).fork(); encodeValue_Text(w, m.text); w.ldelim(); }
}

const ValueDraft = draftOf<Value>();
export function decodeValue(r: WireReader, end: number, into?: Value): Value {
  const m = (into ?? new ValueDraft()) as Draft<Value>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.Value_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.scalar = decodeValue_Scalar(r, endOfMessage(r, end), m.scalar); break;
      case 26: m.ranges = decodeValue_Ranges(r, endOfMessage(r, end), m.ranges); break;
      case 34: m.set = decodeValue_Set(r, endOfMessage(r, end), m.set); break;
      case 42: m.text = decodeValue_Text(r, endOfMessage(r, end), m.text); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.type === undefined) r.lacksRequired = true;
  return m as Value;
}

/** mesos.v1.Value */
export const ValueCodec = makeCodec<Value>(mesosShapes.Value, encodeValue, decodeValue);

export function encodeValue_Scalar(w: Writer, m: Value_Scalar): void {
  w.uint32(9).double(m.value);
}

const Value_ScalarDraft = draftOf<Value_Scalar>();
export function decodeValue_Scalar(r: WireReader, end: number, into?: Value_Scalar): Value_Scalar {
  const m = (into ?? new Value_ScalarDraft()) as Draft<Value_Scalar>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 9: m.value = r.double(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.value === undefined) r.lacksRequired = true;
  return m as Value_Scalar;
}

/** mesos.v1.Value.Scalar */
export const Value_ScalarCodec = makeCodec<Value_Scalar>(mesosShapes.Value_Scalar, encodeValue_Scalar, decodeValue_Scalar);

export function encodeValue_Range(w: Writer, m: Value_Range): void {
  w.uint32(8); writeUint64(w, m.begin);
  w.uint32(16); writeUint64(w, m.end);
}

const Value_RangeDraft = draftOf<Value_Range>();
export function decodeValue_Range(r: WireReader, end: number, into?: Value_Range): Value_Range {
  const m = (into ?? new Value_RangeDraft()) as Draft<Value_Range>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.begin = readUint64(r); break;
      case 16: m.end = readUint64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.begin === undefined || m.end === undefined) r.lacksRequired = true;
  return m as Value_Range;
}

/** mesos.v1.Value.Range */
export const Value_RangeCodec = makeCodec<Value_Range>(mesosShapes.Value_Range, encodeValue_Range, decodeValue_Range);

export function encodeValue_Ranges(w: Writer, m: Value_Ranges): void {
  if (m.range !== undefined) for (const item of m.range) { w.uint32(10).fork(); encodeValue_Range(w, item); w.ldelim(); }
}

const Value_RangesDraft = draftOf<Value_Ranges>();
export function decodeValue_Ranges(r: WireReader, end: number, into?: Value_Ranges): Value_Ranges {
  const m = (into ?? new Value_RangesDraft()) as Draft<Value_Ranges>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeValue_Range(r, endOfMessage(r, end)); if (m.range === undefined) m.range = [one]; else m.range.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Value_Ranges;
}

/** mesos.v1.Value.Ranges */
export const Value_RangesCodec = makeCodec<Value_Ranges>(mesosShapes.Value_Ranges, encodeValue_Ranges, decodeValue_Ranges);

export function encodeValue_Set(w: Writer, m: Value_Set): void {
  if (m.item !== undefined) for (const item of m.item) { w.uint32(10).string(item); }
}

const Value_SetDraft = draftOf<Value_Set>();
export function decodeValue_Set(r: WireReader, end: number, into?: Value_Set): Value_Set {
  const m = (into ?? new Value_SetDraft()) as Draft<Value_Set>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = r.string(); if (m.item === undefined) m.item = [one]; else m.item.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Value_Set;
}

/** mesos.v1.Value.Set */
export const Value_SetCodec = makeCodec<Value_Set>(mesosShapes.Value_Set, encodeValue_Set, decodeValue_Set);

export function encodeValue_Text(w: Writer, m: Value_Text): void {
  w.uint32(10).string(m.value);
}

const Value_TextDraft = draftOf<Value_Text>();
export function decodeValue_Text(r: WireReader, end: number, into?: Value_Text): Value_Text {
  const m = (into ?? new Value_TextDraft()) as Draft<Value_Text>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.value === undefined) r.lacksRequired = true;
  return m as Value_Text;
}

/** mesos.v1.Value.Text */
export const Value_TextCodec = makeCodec<Value_Text>(mesosShapes.Value_Text, encodeValue_Text, decodeValue_Text);

export function encodeAttribute(w: Writer, m: Attribute): void {
  w.uint32(10).string(m.name);
  w.uint32(16).int32(mesosShapes.Value_Type.numbers[m.type]);
  if (m.scalar !== undefined) { w.uint32(26).fork(); encodeValue_Scalar(w, m.scalar); w.ldelim(); }
  if (m.ranges !== undefined) { w.uint32(34).fork(); encodeValue_Ranges(w, m.ranges); w.ldelim(); }
  if (m.text !== undefined) { w.uint32(42).fork(); encodeValue_Text(w, m.text); w.ldelim(); }
  if (m.set !== undefined) { w.uint32(50).fork(); encodeValue_Set(w, m.set); w.ldelim(); }
}

const AttributeDraft = draftOf<Attribute>();
export function decodeAttribute(r: WireReader, end: number, into?: Attribute): Attribute {
  const m = (into ?? new AttributeDraft()) as Draft<Attribute>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.name = readWord(r); break;
      case 16: { const value = mesosShapes.Value_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 26: m.scalar = decodeValue_Scalar(r, endOfMessage(r, end), m.scalar); break;
      case 34: m.ranges = decodeValue_Ranges(r, endOfMessage(r, end), m.ranges); break;
      case 42: m.text = decodeValue_Text(r, endOfMessage(r, end), m.text); break;
      case 50: m.set = decodeValue_Set(r, endOfMessage(r, end), m.set); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.name === undefined || m.type === undefined) r.lacksRequired = true;
  return m as Attribute;
}

/** mesos.v1.Attribute */
export const AttributeCodec = makeCodec<Attribute>(mesosShapes.Attribute, encodeAttribute, decodeAttribute);

export function encodeResource(w: Writer, m: Resource): void {
  w.uint32(10).string(m.name);
  w.uint32(16).int32(mesosShapes.Value_Type.numbers[m.type]);
  if (m.scalar !== undefined) { w.uint32(26).fork(); encodeValue_Scalar(w, m.scalar); w.ldelim(); }
  if (m.ranges !== undefined) { w.uint32(34).fork(); encodeValue_Ranges(w, m.ranges); w.ldelim(); }
  if (m.set !== undefined) { w.uint32(42).fork(); encodeValue_Set(w, m.set); w.ldelim(); }
  if (m.role !== undefined) { w.uint32(50).string(m.role); }
  if (m.disk !== undefined) { w.uint32(58).fork(); encodeResource_DiskInfo(w, m.disk); w.ldelim(); }
  if (m.reservation !== undefined) { w.uint32(66).fork(); encodeResource_ReservationInfo(w, m.reservation); w.ldelim(); }
  if (m.revocable !== undefined) { w.uint32(74).fork(); encodeResource_RevocableInfo(w, m.revocable); w.ldelim(); }
  if (m.shared !== undefined) { w.uint32(82).fork(); encodeResource_SharedInfo(w, m.shared); w.ldelim(); }
  if (m.allocation_info !== undefined) { w.uint32(90).fork(); encodeResource_AllocationInfo(w, m.allocation_info); w.ldelim(); }
  if (m.provider_id !== undefined) { w.uint32(98).fork(); encodeResourceProviderID(w, m.provider_id); w.ldelim(); }
  if (m.reservations !== undefined) for (const item of m.reservations) { w.uint32(106).fork(); encodeResource_ReservationInfo(w, item); w.ldelim(); }
}

const ResourceDraft = draftOf<Resource>();
export function decodeResource(r: WireReader, end: number, into?: Resource): Resource {
  const m = (into ?? new ResourceDraft()) as Draft<Resource>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.name = readWord(r); break;
      case 16: { const value = mesosShapes.Value_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 26: m.scalar = decodeValue_Scalar(r, endOfMessage(r, end), m.scalar); break;
      case 34: m.ranges = decodeValue_Ranges(r, endOfMessage(r, end), m.ranges); break;
      case 42: m.set = decodeValue_Set(r, endOfMessage(r, end), m.set); break;
      case 50: m.role = r.string(); break;
      case 58: m.disk = decodeResource_DiskInfo(r, endOfMessage(r, end), m.disk); break;
      case 66: m.reservation = decodeResource_ReservationInfo(r, endOfMessage(r, end), m.reservation); break;
      case 74: m.revocable = decodeResource_RevocableInfo(r, endOfMessage(r, end), m.revocable); break;
      case 82: m.shared = decodeResource_SharedInfo(r, endOfMessage(r, end), m.shared); break;
      case 90: m.allocation_info = decodeResource_AllocationInfo(r, endOfMessage(r, end), m.allocation_info); break;
      case 98: m.provider_id = decodeResourceProviderID(r, endOfMessage(r, end), m.provider_id); break;
      case 106: { const one = decodeResource_ReservationInfo(r, endOfMessage(r, end)); if (m.reservations === undefined) m.reservations = [one]; else m.reservations.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.name === undefined || m.type === undefined) r.lacksRequired = true;
  return m as Resource;
}

/** mesos.v1.Resource */
export const ResourceCodec = makeCodec<Resource>(mesosShapes.Resource, encodeResource, decodeResource);

export function encodeResource_AllocationInfo(w: Writer, m: Resource_AllocationInfo): void {
  if (m.role !== undefined) { w.uint32(10).string(m.role); }
}

const Resource_AllocationInfoDraft = draftOf<Resource_AllocationInfo>();
export function decodeResource_AllocationInfo(r: WireReader, end: number, into?: Resource_AllocationInfo): Resource_AllocationInfo {
  const m = (into ?? new Resource_AllocationInfoDraft()) as Draft<Resource_AllocationInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.role = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Resource_AllocationInfo;
}

/** mesos.v1.Resource.AllocationInfo */
export const Resource_AllocationInfoCodec = makeCodec<Resource_AllocationInfo>(mesosShapes.Resource_AllocationInfo, encodeResource_AllocationInfo, decodeResource_AllocationInfo);

export function encodeResource_ReservationInfo(w: Writer, m: Resource_ReservationInfo): void {
  if (m.principal !== undefined) { w.uint32(10).string(m.principal); }
  if (m.labels !== undefined) { w.uint32(18).fork(); encodeLabels(w, m.labels); w.ldelim(); }
  if (m.role !== undefined) { w.uint32(26).string(m.role); }
  if (m.type !== undefined) { w.uint32(32).int32(mesosShapes.Resource_ReservationInfo_Type.numbers[m.type]); }
}

const Resource_ReservationInfoDraft = draftOf<Resource_ReservationInfo>();
export function decodeResource_ReservationInfo(r: WireReader, end: number, into?: Resource_ReservationInfo): Resource_ReservationInfo {
  const m = (into ?? new Resource_ReservationInfoDraft()) as Draft<Resource_ReservationInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.principal = r.string(); break;
      case 18: m.labels = decodeLabels(r, endOfMessage(r, end), m.labels); break;
      case 26: m.role = r.string(); break;
      case 32: { const value = mesosShapes.Resource_ReservationInfo_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Resource_ReservationInfo;
}

/** mesos.v1.Resource.ReservationInfo */
export const Resource_ReservationInfoCodec = makeCodec<Resource_ReservationInfo>(mesosShapes.Resource_ReservationInfo, encodeResource_ReservationInfo, decodeResource_ReservationInfo);

export function encodeResource_DiskInfo(w: Writer, m: Resource_DiskInfo): void {
  if (m.persistence !== undefined) { w.uint32(10).fork(); encodeResource_DiskInfo_Persistence(w, m.persistence); w.ldelim(); }
  if (m.volume !== undefined) { w.uint32(18).fork(); encodeVolume(w, m.volume); w.ldelim(); }
  if (m.source !== undefined) { w.uint32(26).fork(); encodeResource_DiskInfo_Source(w, m.source); w.ldelim(); }
}

const Resource_DiskInfoDraft = draftOf<Resource_DiskInfo>();
export function decodeResource_DiskInfo(r: WireReader, end: number, into?: Resource_DiskInfo): Resource_DiskInfo {
  const m = (into ?? new Resource_DiskInfoDraft()) as Draft<Resource_DiskInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.persistence = decodeResource_DiskInfo_Persistence(r, endOfMessage(r, end), m.persistence); break;
      case 18: m.volume = decodeVolume(r, endOfMessage(r, end), m.volume); break;
      case 26: m.source = decodeResource_DiskInfo_Source(r, endOfMessage(r, end), m.source); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Resource_DiskInfo;
}

/** mesos.v1.Resource.DiskInfo */
export const Resource_DiskInfoCodec = makeCodec<Resource_DiskInfo>(mesosShapes.Resource_DiskInfo, encodeResource_DiskInfo, decodeResource_DiskInfo);

export function encodeResource_DiskInfo_Persistence(w: Writer, m: Resource_DiskInfo_Persistence): void {
  w.uint32(10).string(m.id);
  if (m.principal !== undefined) { w.uint32(18).string(m.principal); }
}

const Resource_DiskInfo_PersistenceDraft = draftOf<Resource_DiskInfo_Persistence>();
export function decodeResource_DiskInfo_Persistence(r: WireReader, end: number, into?: Resource_DiskInfo_Persistence): Resource_DiskInfo_Persistence {
  const m = (into ?? new Resource_DiskInfo_PersistenceDraft()) as Draft<Resource_DiskInfo_Persistence>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.id = r.string(); break;
      case 18: m.principal = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.id === undefined) r.lacksRequired = true;
  return m as Resource_DiskInfo_Persistence;
}

/** mesos.v1.Resource.DiskInfo.Persistence */
export const Resource_DiskInfo_PersistenceCodec = makeCodec<Resource_DiskInfo_Persistence>(mesosShapes.Resource_DiskInfo_Persistence, encodeResource_DiskInfo_Persistence, decodeResource_DiskInfo_Persistence);

export function encodeResource_DiskInfo_Source(w: Writer, m: Resource_DiskInfo_Source): void {
  w.uint32(8).int32(mesosShapes.Resource_DiskInfo_Source_Type.numbers[m.type]);
  if (m.path !== undefined) { w.uint32(18).fork(); encodeResource_DiskInfo_Source_Path(w, m.path); w.ldelim(); }
  if (m.mount !== undefined) { w.uint32(26).fork(); encodeResource_DiskInfo_Source_Mount(w, m.mount); w.ldelim(); }
  if (m.id !== undefined) { w.uint32(34).string(m.id); }
  if (m.metadata !== undefined) { w.uint32(42).fork(); encodeLabels(w, m.metadata); w.ldelim(); }
  if (m.profile !== undefined) { w.uint32(50).string(m.profile); }
  if (m.vendor !== undefined) { w.uint32(58).string(m.vendor); }
}

const Resource_DiskInfo_SourceDraft = draftOf<Resource_DiskInfo_Source>();
export function decodeResource_DiskInfo_Source(r: WireReader, end: number, into?: Resource_DiskInfo_Source): Resource_DiskInfo_Source {
  const m = (into ?? new Resource_DiskInfo_SourceDraft()) as Draft<Resource_DiskInfo_Source>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.Resource_DiskInfo_Source_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.path = decodeResource_DiskInfo_Source_Path(r, endOfMessage(r, end), m.path); break;
      case 26: m.mount = decodeResource_DiskInfo_Source_Mount(r, endOfMessage(r, end), m.mount); break;
      case 34: m.id = r.string(); break;
      case 42: m.metadata = decodeLabels(r, endOfMessage(r, end), m.metadata); break;
      case 50: m.profile = r.string(); break;
      case 58: m.vendor = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.type === undefined) r.lacksRequired = true;
  return m as Resource_DiskInfo_Source;
}

/** mesos.v1.Resource.DiskInfo.Source */
export const Resource_DiskInfo_SourceCodec = makeCodec<Resource_DiskInfo_Source>(mesosShapes.Resource_DiskInfo_Source, encodeResource_DiskInfo_Source, decodeResource_DiskInfo_Source);

export function encodeResource_DiskInfo_Source_Path(w: Writer, m: Resource_DiskInfo_Source_Path): void {
  if (m.root !== undefined) { w.uint32(10).string(m.root); }
}

const Resource_DiskInfo_Source_PathDraft = draftOf<Resource_DiskInfo_Source_Path>();
export function decodeResource_DiskInfo_Source_Path(r: WireReader, end: number, into?: Resource_DiskInfo_Source_Path): Resource_DiskInfo_Source_Path {
  const m = (into ?? new Resource_DiskInfo_Source_PathDraft()) as Draft<Resource_DiskInfo_Source_Path>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.root = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Resource_DiskInfo_Source_Path;
}

/** mesos.v1.Resource.DiskInfo.Source.Path */
export const Resource_DiskInfo_Source_PathCodec = makeCodec<Resource_DiskInfo_Source_Path>(mesosShapes.Resource_DiskInfo_Source_Path, encodeResource_DiskInfo_Source_Path, decodeResource_DiskInfo_Source_Path);

export function encodeResource_DiskInfo_Source_Mount(w: Writer, m: Resource_DiskInfo_Source_Mount): void {
  if (m.root !== undefined) { w.uint32(10).string(m.root); }
}

const Resource_DiskInfo_Source_MountDraft = draftOf<Resource_DiskInfo_Source_Mount>();
export function decodeResource_DiskInfo_Source_Mount(r: WireReader, end: number, into?: Resource_DiskInfo_Source_Mount): Resource_DiskInfo_Source_Mount {
  const m = (into ?? new Resource_DiskInfo_Source_MountDraft()) as Draft<Resource_DiskInfo_Source_Mount>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.root = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Resource_DiskInfo_Source_Mount;
}

/** mesos.v1.Resource.DiskInfo.Source.Mount */
export const Resource_DiskInfo_Source_MountCodec = makeCodec<Resource_DiskInfo_Source_Mount>(mesosShapes.Resource_DiskInfo_Source_Mount, encodeResource_DiskInfo_Source_Mount, decodeResource_DiskInfo_Source_Mount);

export function encodeResource_RevocableInfo(_w: Writer, _m: Resource_RevocableInfo): void {}

const Resource_RevocableInfoDraft = draftOf<Resource_RevocableInfo>();
export function decodeResource_RevocableInfo(r: WireReader, end: number, into?: Resource_RevocableInfo): Resource_RevocableInfo {
  const m = (into ?? new Resource_RevocableInfoDraft()) as Draft<Resource_RevocableInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    skipField(r, tag);
  }
  finishMessage(r, end);
  return m as Resource_RevocableInfo;
}

/** mesos.v1.Resource.RevocableInfo */
export const Resource_RevocableInfoCodec = makeCodec<Resource_RevocableInfo>(mesosShapes.Resource_RevocableInfo, encodeResource_RevocableInfo, decodeResource_RevocableInfo);

export function encodeResource_SharedInfo(_w: Writer, _m: Resource_SharedInfo): void {}

const Resource_SharedInfoDraft = draftOf<Resource_SharedInfo>();
export function decodeResource_SharedInfo(r: WireReader, end: number, into?: Resource_SharedInfo): Resource_SharedInfo {
  const m = (into ?? new Resource_SharedInfoDraft()) as Draft<Resource_SharedInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    skipField(r, tag);
  }
  finishMessage(r, end);
  return m as Resource_SharedInfo;
}

/** mesos.v1.Resource.SharedInfo */
export const Resource_SharedInfoCodec = makeCodec<Resource_SharedInfo>(mesosShapes.Resource_SharedInfo, encodeResource_SharedInfo, decodeResource_SharedInfo);

export function encodeTrafficControlStatistics(w: Writer, m: TrafficControlStatistics): void {
  w.uint32(10).string(m.id);
  if (m.backlog !== undefined) { w.uint32(16); writeUint64(w, m.backlog); }
  if (m.bytes !== undefined) { w.uint32(24); writeUint64(w, m.bytes); }
  if (m.drops !== undefined) { w.uint32(32); writeUint64(w, m.drops); }
  if (m.overlimits !== undefined) { w.uint32(40); writeUint64(w, m.overlimits); }
  if (m.packets !== undefined) { w.uint32(48); writeUint64(w, m.packets); }
  if (m.qlen !== undefined) { w.uint32(56); writeUint64(w, m.qlen); }
  if (m.ratebps !== undefined) { w.uint32(64); writeUint64(w, m.ratebps); }
  if (m.ratepps !== undefined) { w.uint32(72); writeUint64(w, m.ratepps); }
  if (m.requeues !== undefined) { w.uint32(80); writeUint64(w, m.requeues); }
}

const TrafficControlStatisticsDraft = draftOf<TrafficControlStatistics>();
export function decodeTrafficControlStatistics(r: WireReader, end: number, into?: TrafficControlStatistics): TrafficControlStatistics {
  const m = (into ?? new TrafficControlStatisticsDraft()) as Draft<TrafficControlStatistics>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.id = r.string(); break;
      case 16: m.backlog = readUint64(r); break;
      case 24: m.bytes = readUint64(r); break;
      case 32: m.drops = readUint64(r); break;
      case 40: m.overlimits = readUint64(r); break;
      case 48: m.packets = readUint64(r); break;
      case 56: m.qlen = readUint64(r); break;
      case 64: m.ratebps = readUint64(r); break;
      case 72: m.ratepps = readUint64(r); break;
      case 80: m.requeues = readUint64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.id === undefined) r.lacksRequired = true;
  return m as TrafficControlStatistics;
}

/** mesos.v1.TrafficControlStatistics */
export const TrafficControlStatisticsCodec = makeCodec<TrafficControlStatistics>(mesosShapes.TrafficControlStatistics, encodeTrafficControlStatistics, decodeTrafficControlStatistics);

export function encodeIpStatistics(w: Writer, m: IpStatistics): void {
  if (m.Forwarding !== undefined) { w.uint32(8); writeInt64(w, m.Forwarding); }
  if (m.DefaultTTL !== undefined) { w.uint32(16); writeInt64(w, m.DefaultTTL); }
  if (m.InReceives !== undefined) { w.uint32(24); writeInt64(w, m.InReceives); }
  if (m.InHdrErrors !== undefined) { w.uint32(32); writeInt64(w, m.InHdrErrors); }
  if (m.InAddrErrors !== undefined) { w.uint32(40); writeInt64(w, m.InAddrErrors); }
  if (m.ForwDatagrams !== undefined) { w.uint32(48); writeInt64(w, m.ForwDatagrams); }
  if (m.InUnknownProtos !== undefined) { w.uint32(56); writeInt64(w, m.InUnknownProtos); }
  if (m.InDiscards !== undefined) { w.uint32(64); writeInt64(w, m.InDiscards); }
  if (m.InDelivers !== undefined) { w.uint32(72); writeInt64(w, m.InDelivers); }
  if (m.OutRequests !== undefined) { w.uint32(80); writeInt64(w, m.OutRequests); }
  if (m.OutDiscards !== undefined) { w.uint32(88); writeInt64(w, m.OutDiscards); }
  if (m.OutNoRoutes !== undefined) { w.uint32(96); writeInt64(w, m.OutNoRoutes); }
  if (m.ReasmTimeout !== undefined) { w.uint32(104); writeInt64(w, m.ReasmTimeout); }
  if (m.ReasmReqds !== undefined) { w.uint32(112); writeInt64(w, m.ReasmReqds); }
  if (m.ReasmOKs !== undefined) { w.uint32(120); writeInt64(w, m.ReasmOKs); }
  if (m.ReasmFails !== undefined) { w.uint32(128); writeInt64(w, m.ReasmFails); }
  if (m.FragOKs !== undefined) { w.uint32(136); writeInt64(w, m.FragOKs); }
  if (m.FragFails !== undefined) { w.uint32(144); writeInt64(w, m.FragFails); }
  if (m.FragCreates !== undefined) { w.uint32(152); writeInt64(w, m.FragCreates); }
}

const IpStatisticsDraft = draftOf<IpStatistics>();
export function decodeIpStatistics(r: WireReader, end: number, into?: IpStatistics): IpStatistics {
  const m = (into ?? new IpStatisticsDraft()) as Draft<IpStatistics>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.Forwarding = readInt64(r); break;
      case 16: m.DefaultTTL = readInt64(r); break;
      case 24: m.InReceives = readInt64(r); break;
      case 32: m.InHdrErrors = readInt64(r); break;
      case 40: m.InAddrErrors = readInt64(r); break;
      case 48: m.ForwDatagrams = readInt64(r); break;
      case 56: m.InUnknownProtos = readInt64(r); break;
      case 64: m.InDiscards = readInt64(r); break;
      case 72: m.InDelivers = readInt64(r); break;
      case 80: m.OutRequests = readInt64(r); break;
      case 88: m.OutDiscards = readInt64(r); break;
      case 96: m.OutNoRoutes = readInt64(r); break;
      case 104: m.ReasmTimeout = readInt64(r); break;
      case 112: m.ReasmReqds = readInt64(r); break;
      case 120: m.ReasmOKs = readInt64(r); break;
      case 128: m.ReasmFails = readInt64(r); break;
      case 136: m.FragOKs = readInt64(r); break;
      case 144: m.FragFails = readInt64(r); break;
      case 152: m.FragCreates = readInt64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as IpStatistics;
}

/** mesos.v1.IpStatistics */
export const IpStatisticsCodec = makeCodec<IpStatistics>(mesosShapes.IpStatistics, encodeIpStatistics, decodeIpStatistics);

export function encodeIcmpStatistics(w: Writer, m: IcmpStatistics): void {
  if (m.InMsgs !== undefined) { w.uint32(8); writeInt64(w, m.InMsgs); }
  if (m.InErrors !== undefined) { w.uint32(16); writeInt64(w, m.InErrors); }
  if (m.InCsumErrors !== undefined) { w.uint32(24); writeInt64(w, m.InCsumErrors); }
  if (m.InDestUnreachs !== undefined) { w.uint32(32); writeInt64(w, m.InDestUnreachs); }
  if (m.InTimeExcds !== undefined) { w.uint32(40); writeInt64(w, m.InTimeExcds); }
  if (m.InParmProbs !== undefined) { w.uint32(48); writeInt64(w, m.InParmProbs); }
  if (m.InSrcQuenchs !== undefined) { w.uint32(56); writeInt64(w, m.InSrcQuenchs); }
  if (m.InRedirects !== undefined) { w.uint32(64); writeInt64(w, m.InRedirects); }
  if (m.InEchos !== undefined) { w.uint32(72); writeInt64(w, m.InEchos); }
  if (m.InEchoReps !== undefined) { w.uint32(80); writeInt64(w, m.InEchoReps); }
  if (m.InTimestamps !== undefined) { w.uint32(88); writeInt64(w, m.InTimestamps); }
  if (m.InTimestampReps !== undefined) { w.uint32(96); writeInt64(w, m.InTimestampReps); }
  if (m.InAddrMasks !== undefined) { w.uint32(104); writeInt64(w, m.InAddrMasks); }
  if (m.InAddrMaskReps !== undefined) { w.uint32(112); writeInt64(w, m.InAddrMaskReps); }
  if (m.OutMsgs !== undefined) { w.uint32(120); writeInt64(w, m.OutMsgs); }
  if (m.OutErrors !== undefined) { w.uint32(128); writeInt64(w, m.OutErrors); }
  if (m.OutDestUnreachs !== undefined) { w.uint32(136); writeInt64(w, m.OutDestUnreachs); }
  if (m.OutTimeExcds !== undefined) { w.uint32(144); writeInt64(w, m.OutTimeExcds); }
  if (m.OutParmProbs !== undefined) { w.uint32(152); writeInt64(w, m.OutParmProbs); }
  if (m.OutSrcQuenchs !== undefined) { w.uint32(160); writeInt64(w, m.OutSrcQuenchs); }
  if (m.OutRedirects !== undefined) { w.uint32(168); writeInt64(w, m.OutRedirects); }
  if (m.OutEchos !== undefined) { w.uint32(176); writeInt64(w, m.OutEchos); }
  if (m.OutEchoReps !== undefined) { w.uint32(184); writeInt64(w, m.OutEchoReps); }
  if (m.OutTimestamps !== undefined) { w.uint32(192); writeInt64(w, m.OutTimestamps); }
  if (m.OutTimestampReps !== undefined) { w.uint32(200); writeInt64(w, m.OutTimestampReps); }
  if (m.OutAddrMasks !== undefined) { w.uint32(208); writeInt64(w, m.OutAddrMasks); }
  if (m.OutAddrMaskReps !== undefined) { w.uint32(216); writeInt64(w, m.OutAddrMaskReps); }
}

const IcmpStatisticsDraft = draftOf<IcmpStatistics>();
export function decodeIcmpStatistics(r: WireReader, end: number, into?: IcmpStatistics): IcmpStatistics {
  const m = (into ?? new IcmpStatisticsDraft()) as Draft<IcmpStatistics>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.InMsgs = readInt64(r); break;
      case 16: m.InErrors = readInt64(r); break;
      case 24: m.InCsumErrors = readInt64(r); break;
      case 32: m.InDestUnreachs = readInt64(r); break;
      case 40: m.InTimeExcds = readInt64(r); break;
      case 48: m.InParmProbs = readInt64(r); break;
      case 56: m.InSrcQuenchs = readInt64(r); break;
      case 64: m.InRedirects = readInt64(r); break;
      case 72: m.InEchos = readInt64(r); break;
      case 80: m.InEchoReps = readInt64(r); break;
      case 88: m.InTimestamps = readInt64(r); break;
      case 96: m.InTimestampReps = readInt64(r); break;
      case 104: m.InAddrMasks = readInt64(r); break;
      case 112: m.InAddrMaskReps = readInt64(r); break;
      case 120: m.OutMsgs = readInt64(r); break;
      case 128: m.OutErrors = readInt64(r); break;
      case 136: m.OutDestUnreachs = readInt64(r); break;
      case 144: m.OutTimeExcds = readInt64(r); break;
      case 152: m.OutParmProbs = readInt64(r); break;
      case 160: m.OutSrcQuenchs = readInt64(r); break;
      case 168: m.OutRedirects = readInt64(r); break;
      case 176: m.OutEchos = readInt64(r); break;
      case 184: m.OutEchoReps = readInt64(r); break;
      case 192: m.OutTimestamps = readInt64(r); break;
      case 200: m.OutTimestampReps = readInt64(r); break;
      case 208: m.OutAddrMasks = readInt64(r); break;
      case 216: m.OutAddrMaskReps = readInt64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as IcmpStatistics;
}

/** mesos.v1.IcmpStatistics */
export const IcmpStatisticsCodec = makeCodec<IcmpStatistics>(mesosShapes.IcmpStatistics, encodeIcmpStatistics, decodeIcmpStatistics);

export function encodeTcpStatistics(w: Writer, m: TcpStatistics): void {
  if (m.RtoAlgorithm !== undefined) { w.uint32(8); writeInt64(w, m.RtoAlgorithm); }
  if (m.RtoMin !== undefined) { w.uint32(16); writeInt64(w, m.RtoMin); }
  if (m.RtoMax !== undefined) { w.uint32(24); writeInt64(w, m.RtoMax); }
  if (m.MaxConn !== undefined) { w.uint32(32); writeInt64(w, m.MaxConn); }
  if (m.ActiveOpens !== undefined) { w.uint32(40); writeInt64(w, m.ActiveOpens); }
  if (m.PassiveOpens !== undefined) { w.uint32(48); writeInt64(w, m.PassiveOpens); }
  if (m.AttemptFails !== undefined) { w.uint32(56); writeInt64(w, m.AttemptFails); }
  if (m.EstabResets !== undefined) { w.uint32(64); writeInt64(w, m.EstabResets); }
  if (m.CurrEstab !== undefined) { w.uint32(72); writeInt64(w, m.CurrEstab); }
  if (m.InSegs !== undefined) { w.uint32(80); writeInt64(w, m.InSegs); }
  if (m.OutSegs !== undefined) { w.uint32(88); writeInt64(w, m.OutSegs); }
  if (m.RetransSegs !== undefined) { w.uint32(96); writeInt64(w, m.RetransSegs); }
  if (m.InErrs !== undefined) { w.uint32(104); writeInt64(w, m.InErrs); }
  if (m.OutRsts !== undefined) { w.uint32(112); writeInt64(w, m.OutRsts); }
  if (m.InCsumErrors !== undefined) { w.uint32(120); writeInt64(w, m.InCsumErrors); }
}

const TcpStatisticsDraft = draftOf<TcpStatistics>();
export function decodeTcpStatistics(r: WireReader, end: number, into?: TcpStatistics): TcpStatistics {
  const m = (into ?? new TcpStatisticsDraft()) as Draft<TcpStatistics>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.RtoAlgorithm = readInt64(r); break;
      case 16: m.RtoMin = readInt64(r); break;
      case 24: m.RtoMax = readInt64(r); break;
      case 32: m.MaxConn = readInt64(r); break;
      case 40: m.ActiveOpens = readInt64(r); break;
      case 48: m.PassiveOpens = readInt64(r); break;
      case 56: m.AttemptFails = readInt64(r); break;
      case 64: m.EstabResets = readInt64(r); break;
      case 72: m.CurrEstab = readInt64(r); break;
      case 80: m.InSegs = readInt64(r); break;
      case 88: m.OutSegs = readInt64(r); break;
      case 96: m.RetransSegs = readInt64(r); break;
      case 104: m.InErrs = readInt64(r); break;
      case 112: m.OutRsts = readInt64(r); break;
      case 120: m.InCsumErrors = readInt64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as TcpStatistics;
}

/** mesos.v1.TcpStatistics */
export const TcpStatisticsCodec = makeCodec<TcpStatistics>(mesosShapes.TcpStatistics, encodeTcpStatistics, decodeTcpStatistics);

export function encodeUdpStatistics(w: Writer, m: UdpStatistics): void {
  if (m.InDatagrams !== undefined) { w.uint32(8); writeInt64(w, m.InDatagrams); }
  if (m.NoPorts !== undefined) { w.uint32(16); writeInt64(w, m.NoPorts); }
  if (m.InErrors !== undefined) { w.uint32(24); writeInt64(w, m.InErrors); }
  if (m.OutDatagrams !== undefined) { w.uint32(32); writeInt64(w, m.OutDatagrams); }
  if (m.RcvbufErrors !== undefined) { w.uint32(40); writeInt64(w, m.RcvbufErrors); }
  if (m.SndbufErrors !== undefined) { w.uint32(48); writeInt64(w, m.SndbufErrors); }
  if (m.InCsumErrors !== undefined) { w.uint32(56); writeInt64(w, m.InCsumErrors); }
  if (m.IgnoredMulti !== undefined) { w.uint32(64); writeInt64(w, m.IgnoredMulti); }
}

const UdpStatisticsDraft = draftOf<UdpStatistics>();
export function decodeUdpStatistics(r: WireReader, end: number, into?: UdpStatistics): UdpStatistics {
  const m = (into ?? new UdpStatisticsDraft()) as Draft<UdpStatistics>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.InDatagrams = readInt64(r); break;
      case 16: m.NoPorts = readInt64(r); break;
      case 24: m.InErrors = readInt64(r); break;
      case 32: m.OutDatagrams = readInt64(r); break;
      case 40: m.RcvbufErrors = readInt64(r); break;
      case 48: m.SndbufErrors = readInt64(r); break;
      case 56: m.InCsumErrors = readInt64(r); break;
      case 64: m.IgnoredMulti = readInt64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as UdpStatistics;
}

/** mesos.v1.UdpStatistics */
export const UdpStatisticsCodec = makeCodec<UdpStatistics>(mesosShapes.UdpStatistics, encodeUdpStatistics, decodeUdpStatistics);

export function encodeSNMPStatistics(w: Writer, m: SNMPStatistics): void {
  if (m.ip_stats !== undefined) { w.uint32(10).fork(); encodeIpStatistics(w, m.ip_stats); w.ldelim(); }
  if (m.icmp_stats !== undefined) { w.uint32(18).fork(); encodeIcmpStatistics(w, m.icmp_stats); w.ldelim(); }
  if (m.tcp_stats !== undefined) { w.uint32(26).fork(); encodeTcpStatistics(w, m.tcp_stats); w.ldelim(); }
  if (m.udp_stats !== undefined) { w.uint32(34).fork(); encodeUdpStatistics(w, m.udp_stats); w.ldelim(); }
}

const SNMPStatisticsDraft = draftOf<SNMPStatistics>();
export function decodeSNMPStatistics(r: WireReader, end: number, into?: SNMPStatistics): SNMPStatistics {
  const m = (into ?? new SNMPStatisticsDraft()) as Draft<SNMPStatistics>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.ip_stats = decodeIpStatistics(r, endOfMessage(r, end), m.ip_stats); break;
      case 18: m.icmp_stats = decodeIcmpStatistics(r, endOfMessage(r, end), m.icmp_stats); break;
      case 26: m.tcp_stats = decodeTcpStatistics(r, endOfMessage(r, end), m.tcp_stats); break;
      case 34: m.udp_stats = decodeUdpStatistics(r, endOfMessage(r, end), m.udp_stats); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as SNMPStatistics;
}

/** mesos.v1.SNMPStatistics */
export const SNMPStatisticsCodec = makeCodec<SNMPStatistics>(mesosShapes.SNMPStatistics, encodeSNMPStatistics, decodeSNMPStatistics);

export function encodeDiskStatistics(w: Writer, m: DiskStatistics): void {
  if (m.source !== undefined) { w.uint32(10).fork(); encodeResource_DiskInfo_Source(w, m.source); w.ldelim(); }
  if (m.persistence !== undefined) { w.uint32(18).fork(); encodeResource_DiskInfo_Persistence(w, m.persistence); w.ldelim(); }
  if (m.limit_bytes !== undefined) { w.uint32(24); writeUint64(w, m.limit_bytes); }
  if (m.used_bytes !== undefined) { w.uint32(32); writeUint64(w, m.used_bytes); }
}

const DiskStatisticsDraft = draftOf<DiskStatistics>();
export function decodeDiskStatistics(r: WireReader, end: number, into?: DiskStatistics): DiskStatistics {
  const m = (into ?? new DiskStatisticsDraft()) as Draft<DiskStatistics>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.source = decodeResource_DiskInfo_Source(r, endOfMessage(r, end), m.source); break;
      case 18: m.persistence = decodeResource_DiskInfo_Persistence(r, endOfMessage(r, end), m.persistence); break;
      case 24: m.limit_bytes = readUint64(r); break;
      case 32: m.used_bytes = readUint64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as DiskStatistics;
}

/** mesos.v1.DiskStatistics */
export const DiskStatisticsCodec = makeCodec<DiskStatistics>(mesosShapes.DiskStatistics, encodeDiskStatistics, decodeDiskStatistics);

export function encodeResourceStatistics(w: Writer, m: ResourceStatistics): void {
  w.uint32(9).double(m.timestamp);
  if (m.cpus_user_time_secs !== undefined) { w.uint32(17).double(m.cpus_user_time_secs); }
  if (m.cpus_system_time_secs !== undefined) { w.uint32(25).double(m.cpus_system_time_secs); }
  if (m.cpus_limit !== undefined) { w.uint32(33).double(m.cpus_limit); }
  if (m.mem_rss_bytes !== undefined) { w.uint32(40); writeUint64(w, m.mem_rss_bytes); }
  if (m.mem_limit_bytes !== undefined) { w.uint32(48); writeUint64(w, m.mem_limit_bytes); }
  if (m.cpus_nr_periods !== undefined) { w.uint32(56).uint32(m.cpus_nr_periods); }
  if (m.cpus_nr_throttled !== undefined) { w.uint32(64).uint32(m.cpus_nr_throttled); }
  if (m.cpus_throttled_time_secs !== undefined) { w.uint32(73).double(m.cpus_throttled_time_secs); }
  if (m.mem_file_bytes !== undefined) { w.uint32(80); writeUint64(w, m.mem_file_bytes); }
  if (m.mem_anon_bytes !== undefined) { w.uint32(88); writeUint64(w, m.mem_anon_bytes); }
  if (m.mem_mapped_file_bytes !== undefined) { w.uint32(96); writeUint64(w, m.mem_mapped_file_bytes); }
  if (m.perf !== undefined) { w.uint32(106).fork(); encodePerfStatistics(w, m.perf); w.ldelim(); }
  if (m.net_rx_packets !== undefined) { w.uint32(112); writeUint64(w, m.net_rx_packets); }
  if (m.net_rx_bytes !== undefined) { w.uint32(120); writeUint64(w, m.net_rx_bytes); }
  if (m.net_rx_errors !== undefined) { w.uint32(128); writeUint64(w, m.net_rx_errors); }
  if (m.net_rx_dropped !== undefined) { w.uint32(136); writeUint64(w, m.net_rx_dropped); }
  if (m.net_tx_packets !== undefined) { w.uint32(144); writeUint64(w, m.net_tx_packets); }
  if (m.net_tx_bytes !== undefined) { w.uint32(152); writeUint64(w, m.net_tx_bytes); }
  if (m.net_tx_errors !== undefined) { w.uint32(160); writeUint64(w, m.net_tx_errors); }
  if (m.net_tx_dropped !== undefined) { w.uint32(168); writeUint64(w, m.net_tx_dropped); }
  if (m.net_tcp_rtt_microsecs_p50 !== undefined) { w.uint32(177).double(m.net_tcp_rtt_microsecs_p50); }
  if (m.net_tcp_rtt_microsecs_p90 !== undefined) { w.uint32(185).double(m.net_tcp_rtt_microsecs_p90); }
  if (m.net_tcp_rtt_microsecs_p95 !== undefined) { w.uint32(193).double(m.net_tcp_rtt_microsecs_p95); }
  if (m.net_tcp_rtt_microsecs_p99 !== undefined) { w.uint32(201).double(m.net_tcp_rtt_microsecs_p99); }
  if (m.disk_limit_bytes !== undefined) { w.uint32(208); writeUint64(w, m.disk_limit_bytes); }
  if (m.disk_used_bytes !== undefined) { w.uint32(216); writeUint64(w, m.disk_used_bytes); }
  if (m.net_tcp_active_connections !== undefined) { w.uint32(225).double(m.net_tcp_active_connections); }
  if (m.net_tcp_time_wait_connections !== undefined) { w.uint32(233).double(m.net_tcp_time_wait_connections); }
  if (m.processes !== undefined) { w.uint32(240).uint32(m.processes); }
  if (m.threads !== undefined) { w.uint32(248).uint32(m.threads); }
  if (m.mem_low_pressure_counter !== undefined) { w.uint32(256); writeUint64(w, m.mem_low_pressure_counter); }
  if (m.mem_medium_pressure_counter !== undefined) { w.uint32(264); writeUint64(w, m.mem_medium_pressure_counter); }
  if (m.mem_critical_pressure_counter !== undefined) { w.uint32(272); writeUint64(w, m.mem_critical_pressure_counter); }
  if (m.net_traffic_control_statistics !== undefined) for (const item of m.net_traffic_control_statistics) { w.uint32(282).fork(); encodeTrafficControlStatistics(w, item); w.ldelim(); }
  if (m.mem_total_bytes !== undefined) { w.uint32(288); writeUint64(w, m.mem_total_bytes); }
  if (m.mem_total_memsw_bytes !== undefined) { w.uint32(296); writeUint64(w, m.mem_total_memsw_bytes); }
  if (m.mem_soft_limit_bytes !== undefined) { w.uint32(304); writeUint64(w, m.mem_soft_limit_bytes); }
  if (m.mem_cache_bytes !== undefined) { w.uint32(312); writeUint64(w, m.mem_cache_bytes); }
  if (m.mem_swap_bytes !== undefined) { w.uint32(320); writeUint64(w, m.mem_swap_bytes); }
  if (m.mem_unevictable_bytes !== undefined) { w.uint32(328); writeUint64(w, m.mem_unevictable_bytes); }
  if (m.net_snmp_statistics !== undefined) { w.uint32(338).fork(); encodeSNMPStatistics(w, m.net_snmp_statistics); w.ldelim(); }
  if (m.disk_statistics !== undefined) for (const item of m.disk_statistics) { w.uint32(346).fork(); encodeDiskStatistics(w, item); w.ldelim(); }
  if (m.blkio_statistics !== undefined) { w.uint32(354).fork(); encodeCgroupInfo_Blkio_Statistics(w, m.blkio_statistics); w.ldelim(); }
  if (m.cpus_soft_limit !== undefined) { w.uint32(361).double(m.cpus_soft_limit); }
  if (m.net_tx_rate_limit !== undefined) { w.uint32(368); writeUint64(w, m.net_tx_rate_limit); }
  if (m.net_tx_burst_rate_limit !== undefined) { w.uint32(376); writeUint64(w, m.net_tx_burst_rate_limit); }
  if (m.net_tx_burst_size !== undefined) { w.uint32(384); writeUint64(w, m.net_tx_burst_size); }
  if (m.net_rx_rate_limit !== undefined) { w.uint32(392); writeUint64(w, m.net_rx_rate_limit); }
  if (m.net_rx_burst_rate_limit !== undefined) { w.uint32(400); writeUint64(w, m.net_rx_burst_rate_limit); }
  if (m.net_rx_burst_size !== undefined) { w.uint32(408); writeUint64(w, m.net_rx_burst_size); }
  if (m.mem_kmem_usage_bytes !== undefined) { w.uint32(416); writeUint64(w, m.mem_kmem_usage_bytes); }
  if (m.mem_kmem_tcp_usage_bytes !== undefined) { w.uint32(424); writeUint64(w, m.mem_kmem_tcp_usage_bytes); }
  if (m.net_rate_statistics !== undefined) { w.uint32(434).fork(); encodeResourceStatistics_RateStatistics(w, m.net_rate_statistics); w.ldelim(); }
  if (m.net_ephemeral_ports !== undefined) { w.uint32(442).fork(); encodeValue_Range(w, m.net_ephemeral_ports); w.ldelim(); }
}

const ResourceStatisticsDraft = draftOf<ResourceStatistics>();
export function decodeResourceStatistics(r: WireReader, end: number, into?: ResourceStatistics): ResourceStatistics {
  const m = (into ?? new ResourceStatisticsDraft()) as Draft<ResourceStatistics>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 9: m.timestamp = r.double(); break;
      case 17: m.cpus_user_time_secs = r.double(); break;
      case 25: m.cpus_system_time_secs = r.double(); break;
      case 33: m.cpus_limit = r.double(); break;
      case 40: m.mem_rss_bytes = readUint64(r); break;
      case 48: m.mem_limit_bytes = readUint64(r); break;
      case 56: m.cpus_nr_periods = r.uint32(); break;
      case 64: m.cpus_nr_throttled = r.uint32(); break;
      case 73: m.cpus_throttled_time_secs = r.double(); break;
      case 80: m.mem_file_bytes = readUint64(r); break;
      case 88: m.mem_anon_bytes = readUint64(r); break;
      case 96: m.mem_mapped_file_bytes = readUint64(r); break;
      case 106: m.perf = decodePerfStatistics(r, endOfMessage(r, end), m.perf); break;
      case 112: m.net_rx_packets = readUint64(r); break;
      case 120: m.net_rx_bytes = readUint64(r); break;
      case 128: m.net_rx_errors = readUint64(r); break;
      case 136: m.net_rx_dropped = readUint64(r); break;
      case 144: m.net_tx_packets = readUint64(r); break;
      case 152: m.net_tx_bytes = readUint64(r); break;
      case 160: m.net_tx_errors = readUint64(r); break;
      case 168: m.net_tx_dropped = readUint64(r); break;
      case 177: m.net_tcp_rtt_microsecs_p50 = r.double(); break;
      case 185: m.net_tcp_rtt_microsecs_p90 = r.double(); break;
      case 193: m.net_tcp_rtt_microsecs_p95 = r.double(); break;
      case 201: m.net_tcp_rtt_microsecs_p99 = r.double(); break;
      case 208: m.disk_limit_bytes = readUint64(r); break;
      case 216: m.disk_used_bytes = readUint64(r); break;
      case 225: m.net_tcp_active_connections = r.double(); break;
      case 233: m.net_tcp_time_wait_connections = r.double(); break;
      case 240: m.processes = r.uint32(); break;
      case 248: m.threads = r.uint32(); break;
      case 256: m.mem_low_pressure_counter = readUint64(r); break;
      case 264: m.mem_medium_pressure_counter = readUint64(r); break;
      case 272: m.mem_critical_pressure_counter = readUint64(r); break;
      case 282: { const one = decodeTrafficControlStatistics(r, endOfMessage(r, end)); if (m.net_traffic_control_statistics === undefined) m.net_traffic_control_statistics = [one]; else m.net_traffic_control_statistics.push(one); break; }
      case 288: m.mem_total_bytes = readUint64(r); break;
      case 296: m.mem_total_memsw_bytes = readUint64(r); break;
      case 304: m.mem_soft_limit_bytes = readUint64(r); break;
      case 312: m.mem_cache_bytes = readUint64(r); break;
      case 320: m.mem_swap_bytes = readUint64(r); break;
      case 328: m.mem_unevictable_bytes = readUint64(r); break;
      case 338: m.net_snmp_statistics = decodeSNMPStatistics(r, endOfMessage(r, end), m.net_snmp_statistics); break;
      case 346: { const one = decodeDiskStatistics(r, endOfMessage(r, end)); if (m.disk_statistics === undefined) m.disk_statistics = [one]; else m.disk_statistics.push(one); break; }
      case 354: m.blkio_statistics = decodeCgroupInfo_Blkio_Statistics(r, endOfMessage(r, end), m.blkio_statistics); break;
      case 361: m.cpus_soft_limit = r.double(); break;
      case 368: m.net_tx_rate_limit = readUint64(r); break;
      case 376: m.net_tx_burst_rate_limit = readUint64(r); break;
      case 384: m.net_tx_burst_size = readUint64(r); break;
      case 392: m.net_rx_rate_limit = readUint64(r); break;
      case 400: m.net_rx_burst_rate_limit = readUint64(r); break;
      case 408: m.net_rx_burst_size = readUint64(r); break;
      case 416: m.mem_kmem_usage_bytes = readUint64(r); break;
      case 424: m.mem_kmem_tcp_usage_bytes = readUint64(r); break;
      case 434: m.net_rate_statistics = decodeResourceStatistics_RateStatistics(r, endOfMessage(r, end), m.net_rate_statistics); break;
      case 442: m.net_ephemeral_ports = decodeValue_Range(r, endOfMessage(r, end), m.net_ephemeral_ports); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.timestamp === undefined) r.lacksRequired = true;
  return m as ResourceStatistics;
}

/** mesos.v1.ResourceStatistics */
export const ResourceStatisticsCodec = makeCodec<ResourceStatistics>(mesosShapes.ResourceStatistics, encodeResourceStatistics, decodeResourceStatistics);

export function encodeResourceStatistics_RatePercentiles(w: Writer, m: ResourceStatistics_RatePercentiles): void {
  if (m.min !== undefined) { w.uint32(8); writeUint64(w, m.min); }
  if (m.max !== undefined) { w.uint32(16); writeUint64(w, m.max); }
  if (m.p50 !== undefined) { w.uint32(24); writeUint64(w, m.p50); }
  if (m.p90 !== undefined) { w.uint32(32); writeUint64(w, m.p90); }
  if (m.p95 !== undefined) { w.uint32(40); writeUint64(w, m.p95); }
  if (m.p99 !== undefined) { w.uint32(48); writeUint64(w, m.p99); }
  if (m.p999 !== undefined) { w.uint32(56); writeUint64(w, m.p999); }
  if (m.p9999 !== undefined) { w.uint32(64); writeUint64(w, m.p9999); }
  if (m.samples !== undefined) { w.uint32(72); writeUint64(w, m.samples); }
}

const ResourceStatistics_RatePercentilesDraft = draftOf<ResourceStatistics_RatePercentiles>();
export function decodeResourceStatistics_RatePercentiles(r: WireReader, end: number, into?: ResourceStatistics_RatePercentiles): ResourceStatistics_RatePercentiles {
  const m = (into ?? new ResourceStatistics_RatePercentilesDraft()) as Draft<ResourceStatistics_RatePercentiles>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.min = readUint64(r); break;
      case 16: m.max = readUint64(r); break;
      case 24: m.p50 = readUint64(r); break;
      case 32: m.p90 = readUint64(r); break;
      case 40: m.p95 = readUint64(r); break;
      case 48: m.p99 = readUint64(r); break;
      case 56: m.p999 = readUint64(r); break;
      case 64: m.p9999 = readUint64(r); break;
      case 72: m.samples = readUint64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as ResourceStatistics_RatePercentiles;
}

/** mesos.v1.ResourceStatistics.RatePercentiles */
export const ResourceStatistics_RatePercentilesCodec = makeCodec<ResourceStatistics_RatePercentiles>(mesosShapes.ResourceStatistics_RatePercentiles, encodeResourceStatistics_RatePercentiles, decodeResourceStatistics_RatePercentiles);

export function encodeResourceStatistics_RateStatistics(w: Writer, m: ResourceStatistics_RateStatistics): void {
  if (m.rx_rate !== undefined) { w.uint32(10).fork(); encodeResourceStatistics_RatePercentiles(w, m.rx_rate); w.ldelim(); }
  if (m.rx_packet_rate !== undefined) { w.uint32(18).fork(); encodeResourceStatistics_RatePercentiles(w, m.rx_packet_rate); w.ldelim(); }
  if (m.rx_drop_rate !== undefined) { w.uint32(26).fork(); encodeResourceStatistics_RatePercentiles(w, m.rx_drop_rate); w.ldelim(); }
  if (m.rx_error_rate !== undefined) { w.uint32(34).fork(); encodeResourceStatistics_RatePercentiles(w, m.rx_error_rate); w.ldelim(); }
  if (m.tx_rate !== undefined) { w.uint32(42).fork(); encodeResourceStatistics_RatePercentiles(w, m.tx_rate); w.ldelim(); }
  if (m.tx_packet_rate !== undefined) { w.uint32(50).fork(); encodeResourceStatistics_RatePercentiles(w, m.tx_packet_rate); w.ldelim(); }
  if (m.tx_drop_rate !== undefined) { w.uint32(58).fork(); encodeResourceStatistics_RatePercentiles(w, m.tx_drop_rate); w.ldelim(); }
  if (m.tx_error_rate !== undefined) { w.uint32(66).fork(); encodeResourceStatistics_RatePercentiles(w, m.tx_error_rate); w.ldelim(); }
  if (m.sampling_window_secs !== undefined) { w.uint32(73).double(m.sampling_window_secs); }
  if (m.sampling_interval_secs !== undefined) { w.uint32(81).double(m.sampling_interval_secs); }
}

const ResourceStatistics_RateStatisticsDraft = draftOf<ResourceStatistics_RateStatistics>();
export function decodeResourceStatistics_RateStatistics(r: WireReader, end: number, into?: ResourceStatistics_RateStatistics): ResourceStatistics_RateStatistics {
  const m = (into ?? new ResourceStatistics_RateStatisticsDraft()) as Draft<ResourceStatistics_RateStatistics>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.rx_rate = decodeResourceStatistics_RatePercentiles(r, endOfMessage(r, end), m.rx_rate); break;
      case 18: m.rx_packet_rate = decodeResourceStatistics_RatePercentiles(r, endOfMessage(r, end), m.rx_packet_rate); break;
      case 26: m.rx_drop_rate = decodeResourceStatistics_RatePercentiles(r, endOfMessage(r, end), m.rx_drop_rate); break;
      case 34: m.rx_error_rate = decodeResourceStatistics_RatePercentiles(r, endOfMessage(r, end), m.rx_error_rate); break;
      case 42: m.tx_rate = decodeResourceStatistics_RatePercentiles(r, endOfMessage(r, end), m.tx_rate); break;
      case 50: m.tx_packet_rate = decodeResourceStatistics_RatePercentiles(r, endOfMessage(r, end), m.tx_packet_rate); break;
      case 58: m.tx_drop_rate = decodeResourceStatistics_RatePercentiles(r, endOfMessage(r, end), m.tx_drop_rate); break;
      case 66: m.tx_error_rate = decodeResourceStatistics_RatePercentiles(r, endOfMessage(r, end), m.tx_error_rate); break;
      case 73: m.sampling_window_secs = r.double(); break;
      case 81: m.sampling_interval_secs = r.double(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as ResourceStatistics_RateStatistics;
}

/** mesos.v1.ResourceStatistics.RateStatistics */
export const ResourceStatistics_RateStatisticsCodec = makeCodec<ResourceStatistics_RateStatistics>(mesosShapes.ResourceStatistics_RateStatistics, encodeResourceStatistics_RateStatistics, decodeResourceStatistics_RateStatistics);

export function encodeResourceUsage(w: Writer, m: ResourceUsage): void {
  if (m.executors !== undefined) for (const item of m.executors) { w.uint32(10).fork(); encodeResourceUsage_Executor(w, item); w.ldelim(); }
  if (m.total !== undefined) for (const item of m.total) { w.uint32(18); writeShared(w, item, encodeResource); }
}

const ResourceUsageDraft = draftOf<ResourceUsage>();
export function decodeResourceUsage(r: WireReader, end: number, into?: ResourceUsage): ResourceUsage {
  const m = (into ?? new ResourceUsageDraft()) as Draft<ResourceUsage>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeResourceUsage_Executor(r, endOfMessage(r, end)); if (m.executors === undefined) m.executors = [one]; else m.executors.push(one); break; }
      case 18: { const one = readShared(r, end, decodeResource, undefined); if (m.total === undefined) m.total = [one]; else m.total.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as ResourceUsage;
}

/** mesos.v1.ResourceUsage */
export const ResourceUsageCodec = makeCodec<ResourceUsage>(mesosShapes.ResourceUsage, encodeResourceUsage, decodeResourceUsage);

export function encodeResourceUsage_Executor(w: Writer, m: ResourceUsage_Executor): void {
  w.uint32(10).fork(); encodeExecutorInfo(w, m.executor_info); w.ldelim();
  if (m.allocated !== undefined) for (const item of m.allocated) { w.uint32(18); writeShared(w, item, encodeResource); }
  if (m.statistics !== undefined) { w.uint32(26).fork(); encodeResourceStatistics(w, m.statistics); w.ldelim(); }
  w.uint32(34).fork(); encodeContainerID(w, m.container_id); w.ldelim();
  if (m.tasks !== undefined) for (const item of m.tasks) { w.uint32(42).fork(); encodeResourceUsage_Executor_Task(w, item); w.ldelim(); }
}

const ResourceUsage_ExecutorDraft = draftOf<ResourceUsage_Executor>();
export function decodeResourceUsage_Executor(r: WireReader, end: number, into?: ResourceUsage_Executor): ResourceUsage_Executor {
  const m = (into ?? new ResourceUsage_ExecutorDraft()) as Draft<ResourceUsage_Executor>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.executor_info = decodeExecutorInfo(r, endOfMessage(r, end), m.executor_info); break;
      case 18: { const one = readShared(r, end, decodeResource, undefined); if (m.allocated === undefined) m.allocated = [one]; else m.allocated.push(one); break; }
      case 26: m.statistics = decodeResourceStatistics(r, endOfMessage(r, end), m.statistics); break;
      case 34: m.container_id = decodeContainerID(r, endOfMessage(r, end), m.container_id); break;
      case 42: { const one = decodeResourceUsage_Executor_Task(r, endOfMessage(r, end)); if (m.tasks === undefined) m.tasks = [one]; else m.tasks.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.executor_info === undefined || m.container_id === undefined) r.lacksRequired = true;
  return m as ResourceUsage_Executor;
}

/** mesos.v1.ResourceUsage.Executor */
export const ResourceUsage_ExecutorCodec = makeCodec<ResourceUsage_Executor>(mesosShapes.ResourceUsage_Executor, encodeResourceUsage_Executor, decodeResourceUsage_Executor);

export function encodeResourceUsage_Executor_Task(w: Writer, m: ResourceUsage_Executor_Task): void {
  w.uint32(10).string(m.name);
  w.uint32(18).fork(); encodeTaskID(w, m.id); w.ldelim();
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(26); writeShared(w, item, encodeResource); }
  if (m.labels !== undefined) { w.uint32(34).fork(); encodeLabels(w, m.labels); w.ldelim(); }
}

const ResourceUsage_Executor_TaskDraft = draftOf<ResourceUsage_Executor_Task>();
export function decodeResourceUsage_Executor_Task(r: WireReader, end: number, into?: ResourceUsage_Executor_Task): ResourceUsage_Executor_Task {
  const m = (into ?? new ResourceUsage_Executor_TaskDraft()) as Draft<ResourceUsage_Executor_Task>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.name = readWord(r); break;
      case 18: m.id = readAgain(r, end, decodeTaskID, m.id); break;
      case 26: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      case 34: m.labels = decodeLabels(r, endOfMessage(r, end), m.labels); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.name === undefined || m.id === undefined) r.lacksRequired = true;
  return m as ResourceUsage_Executor_Task;
}

/** mesos.v1.ResourceUsage.Executor.Task */
export const ResourceUsage_Executor_TaskCodec = makeCodec<ResourceUsage_Executor_Task>(mesosShapes.ResourceUsage_Executor_Task, encodeResourceUsage_Executor_Task, decodeResourceUsage_Executor_Task);

export function encodePerfStatistics(w: Writer, m: PerfStatistics): void {
  w.uint32(9).double(m.timestamp);
  w.uint32(17).double(m.duration);
  if (m.cycles !== undefined) { w.uint32(24); writeUint64(w, m.cycles); }
  if (m.stalled_cycles_frontend !== undefined) { w.uint32(32); writeUint64(w, m.stalled_cycles_frontend); }
  if (m.stalled_cycles_backend !== undefined) { w.uint32(40); writeUint64(w, m.stalled_cycles_backend); }
  if (m.instructions !== undefined) { w.uint32(48); writeUint64(w, m.instructions); }
  if (m.cache_references !== undefined) { w.uint32(56); writeUint64(w, m.cache_references); }
  if (m.cache_misses !== undefined) { w.uint32(64); writeUint64(w, m.cache_misses); }
  if (m.branches !== undefined) { w.uint32(72); writeUint64(w, m.branches); }
  if (m.branch_misses !== undefined) { w.uint32(80); writeUint64(w, m.branch_misses); }
  if (m.bus_cycles !== undefined) { w.uint32(88); writeUint64(w, m.bus_cycles); }
  if (m.ref_cycles !== undefined) { w.uint32(96); writeUint64(w, m.ref_cycles); }
  if (m.cpu_clock !== undefined) { w.uint32(105).double(m.cpu_clock); }
  if (m.task_clock !== undefined) { w.uint32(113).double(m.task_clock); }
  if (m.page_faults !== undefined) { w.uint32(120); writeUint64(w, m.page_faults); }
  if (m.minor_faults !== undefined) { w.uint32(128); writeUint64(w, m.minor_faults); }
  if (m.major_faults !== undefined) { w.uint32(136); writeUint64(w, m.major_faults); }
  if (m.context_switches !== undefined) { w.uint32(144); writeUint64(w, m.context_switches); }
  if (m.cpu_migrations !== undefined) { w.uint32(152); writeUint64(w, m.cpu_migrations); }
  if (m.alignment_faults !== undefined) { w.uint32(160); writeUint64(w, m.alignment_faults); }
  if (m.emulation_faults !== undefined) { w.uint32(168); writeUint64(w, m.emulation_faults); }
  if (m.l1_dcache_loads !== undefined) { w.uint32(176); writeUint64(w, m.l1_dcache_loads); }
  if (m.l1_dcache_load_misses !== undefined) { w.uint32(184); writeUint64(w, m.l1_dcache_load_misses); }
  if (m.l1_dcache_stores !== undefined) { w.uint32(192); writeUint64(w, m.l1_dcache_stores); }
  if (m.l1_dcache_store_misses !== undefined) { w.uint32(200); writeUint64(w, m.l1_dcache_store_misses); }
  if (m.l1_dcache_prefetches !== undefined) { w.uint32(208); writeUint64(w, m.l1_dcache_prefetches); }
  if (m.l1_dcache_prefetch_misses !== undefined) { w.uint32(216); writeUint64(w, m.l1_dcache_prefetch_misses); }
  if (m.l1_icache_loads !== undefined) { w.uint32(224); writeUint64(w, m.l1_icache_loads); }
  if (m.l1_icache_load_misses !== undefined) { w.uint32(232); writeUint64(w, m.l1_icache_load_misses); }
  if (m.l1_icache_prefetches !== undefined) { w.uint32(240); writeUint64(w, m.l1_icache_prefetches); }
  if (m.l1_icache_prefetch_misses !== undefined) { w.uint32(248); writeUint64(w, m.l1_icache_prefetch_misses); }
  if (m.llc_loads !== undefined) { w.uint32(256); writeUint64(w, m.llc_loads); }
  if (m.llc_load_misses !== undefined) { w.uint32(264); writeUint64(w, m.llc_load_misses); }
  if (m.llc_stores !== undefined) { w.uint32(272); writeUint64(w, m.llc_stores); }
  if (m.llc_store_misses !== undefined) { w.uint32(280); writeUint64(w, m.llc_store_misses); }
  if (m.llc_prefetches !== undefined) { w.uint32(288); writeUint64(w, m.llc_prefetches); }
  if (m.llc_prefetch_misses !== undefined) { w.uint32(296); writeUint64(w, m.llc_prefetch_misses); }
  if (m.dtlb_loads !== undefined) { w.uint32(304); writeUint64(w, m.dtlb_loads); }
  if (m.dtlb_load_misses !== undefined) { w.uint32(312); writeUint64(w, m.dtlb_load_misses); }
  if (m.dtlb_stores !== undefined) { w.uint32(320); writeUint64(w, m.dtlb_stores); }
  if (m.dtlb_store_misses !== undefined) { w.uint32(328); writeUint64(w, m.dtlb_store_misses); }
  if (m.dtlb_prefetches !== undefined) { w.uint32(336); writeUint64(w, m.dtlb_prefetches); }
  if (m.dtlb_prefetch_misses !== undefined) { w.uint32(344); writeUint64(w, m.dtlb_prefetch_misses); }
  if (m.itlb_loads !== undefined) { w.uint32(352); writeUint64(w, m.itlb_loads); }
  if (m.itlb_load_misses !== undefined) { w.uint32(360); writeUint64(w, m.itlb_load_misses); }
  if (m.branch_loads !== undefined) { w.uint32(368); writeUint64(w, m.branch_loads); }
  if (m.branch_load_misses !== undefined) { w.uint32(376); writeUint64(w, m.branch_load_misses); }
  if (m.node_loads !== undefined) { w.uint32(384); writeUint64(w, m.node_loads); }
  if (m.node_load_misses !== undefined) { w.uint32(392); writeUint64(w, m.node_load_misses); }
  if (m.node_stores !== undefined) { w.uint32(400); writeUint64(w, m.node_stores); }
  if (m.node_store_misses !== undefined) { w.uint32(408); writeUint64(w, m.node_store_misses); }
  if (m.node_prefetches !== undefined) { w.uint32(416); writeUint64(w, m.node_prefetches); }
  if (m.node_prefetch_misses !== undefined) { w.uint32(424); writeUint64(w, m.node_prefetch_misses); }
}

const PerfStatisticsDraft = draftOf<PerfStatistics>();
export function decodePerfStatistics(r: WireReader, end: number, into?: PerfStatistics): PerfStatistics {
  const m = (into ?? new PerfStatisticsDraft()) as Draft<PerfStatistics>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 9: m.timestamp = r.double(); break;
      case 17: m.duration = r.double(); break;
      case 24: m.cycles = readUint64(r); break;
      case 32: m.stalled_cycles_frontend = readUint64(r); break;
      case 40: m.stalled_cycles_backend = readUint64(r); break;
      case 48: m.instructions = readUint64(r); break;
      case 56: m.cache_references = readUint64(r); break;
      case 64: m.cache_misses = readUint64(r); break;
      case 72: m.branches = readUint64(r); break;
      case 80: m.branch_misses = readUint64(r); break;
      case 88: m.bus_cycles = readUint64(r); break;
      case 96: m.ref_cycles = readUint64(r); break;
      case 105: m.cpu_clock = r.double(); break;
      case 113: m.task_clock = r.double(); break;
      case 120: m.page_faults = readUint64(r); break;
      case 128: m.minor_faults = readUint64(r); break;
      case 136: m.major_faults = readUint64(r); break;
      case 144: m.context_switches = readUint64(r); break;
      case 152: m.cpu_migrations = readUint64(r); break;
      case 160: m.alignment_faults = readUint64(r); break;
      case 168: m.emulation_faults = readUint64(r); break;
      case 176: m.l1_dcache_loads = readUint64(r); break;
      case 184: m.l1_dcache_load_misses = readUint64(r); break;
      case 192: m.l1_dcache_stores = readUint64(r); break;
      case 200: m.l1_dcache_store_misses = readUint64(r); break;
      case 208: m.l1_dcache_prefetches = readUint64(r); break;
      case 216: m.l1_dcache_prefetch_misses = readUint64(r); break;
      case 224: m.l1_icache_loads = readUint64(r); break;
      case 232: m.l1_icache_load_misses = readUint64(r); break;
      case 240: m.l1_icache_prefetches = readUint64(r); break;
      case 248: m.l1_icache_prefetch_misses = readUint64(r); break;
      case 256: m.llc_loads = readUint64(r); break;
      case 264: m.llc_load_misses = readUint64(r); break;
      case 272: m.llc_stores = readUint64(r); break;
      case 280: m.llc_store_misses = readUint64(r); break;
      case 288: m.llc_prefetches = readUint64(r); break;
      case 296: m.llc_prefetch_misses = readUint64(r); break;
      case 304: m.dtlb_loads = readUint64(r); break;
      case 312: m.dtlb_load_misses = readUint64(r); break;
      case 320: m.dtlb_stores = readUint64(r); break;
      case 328: m.dtlb_store_misses = readUint64(r); break;
      case 336: m.dtlb_prefetches = readUint64(r); break;
      case 344: m.dtlb_prefetch_misses = readUint64(r); break;
      case 352: m.itlb_loads = readUint64(r); break;
      case 360: m.itlb_load_misses = readUint64(r); break;
      case 368: m.branch_loads = readUint64(r); break;
      case 376: m.branch_load_misses = readUint64(r); break;
      case 384: m.node_loads = readUint64(r); break;
      case 392: m.node_load_misses = readUint64(r); break;
      case 400: m.node_stores = readUint64(r); break;
      case 408: m.node_store_misses = readUint64(r); break;
      case 416: m.node_prefetches = readUint64(r); break;
      case 424: m.node_prefetch_misses = readUint64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.timestamp === undefined || m.duration === undefined) r.lacksRequired = true;
  return m as PerfStatistics;
}

/** mesos.v1.PerfStatistics */
export const PerfStatisticsCodec = makeCodec<PerfStatistics>(mesosShapes.PerfStatistics, encodePerfStatistics, decodePerfStatistics);

export function encodeOfferFilters(w: Writer, m: OfferFilters): void {
  if (m.min_allocatable_resources !== undefined) { w.uint32(10).fork(); encodeOfferFilters_MinAllocatableResources(w, m.min_allocatable_resources); w.ldelim(); }
}

const OfferFiltersDraft = draftOf<OfferFilters>();
export function decodeOfferFilters(r: WireReader, end: number, into?: OfferFilters): OfferFilters {
  const m = (into ?? new OfferFiltersDraft()) as Draft<OfferFilters>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.min_allocatable_resources = decodeOfferFilters_MinAllocatableResources(r, endOfMessage(r, end), m.min_allocatable_resources); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as OfferFilters;
}

/** mesos.v1.OfferFilters */
export const OfferFiltersCodec = makeCodec<OfferFilters>(mesosShapes.OfferFilters, encodeOfferFilters, decodeOfferFilters);

export function encodeOfferFilters_ResourceQuantities(w: Writer, m: OfferFilters_ResourceQuantities): void {
  if (m.quantities !== undefined) {
    for (const key of Object.keys(m.quantities)) {
      w.uint32(10).fork().uint32(10).string(key);
      w.uint32(18).fork(); encodeValue_Scalar(w, m.quantities[key]!); w.ldelim();
      w.ldelim();
    }
  }
}

const OfferFilters_ResourceQuantitiesDraft = draftOf<OfferFilters_ResourceQuantities>();
export function decodeOfferFilters_ResourceQuantities(r: WireReader, end: number, into?: OfferFilters_ResourceQuantities): OfferFilters_ResourceQuantities {
  const m = (into ?? new OfferFilters_ResourceQuantitiesDraft()) as Draft<OfferFilters_ResourceQuantities>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: readOfferFilters_ResourceQuantities_quantities(r, endOfMessage(r, end), (m.quantities ??= emptyMap())); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as OfferFilters_ResourceQuantities;
}

function readOfferFilters_ResourceQuantities_quantities(r: WireReader, end: number, map: Record<string, ReturnType<typeof decodeValue_Scalar>>): void {
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

/** mesos.v1.OfferFilters.ResourceQuantities */
export const OfferFilters_ResourceQuantitiesCodec = makeCodec<OfferFilters_ResourceQuantities>(mesosShapes.OfferFilters_ResourceQuantities, encodeOfferFilters_ResourceQuantities, decodeOfferFilters_ResourceQuantities);

export function encodeOfferFilters_MinAllocatableResources(w: Writer, m: OfferFilters_MinAllocatableResources): void {
  if (m.quantities !== undefined) for (const item of m.quantities) { w.uint32(10).fork(); encodeOfferFilters_ResourceQuantities(w, item); w.ldelim(); }
}

const OfferFilters_MinAllocatableResourcesDraft = draftOf<OfferFilters_MinAllocatableResources>();
export function decodeOfferFilters_MinAllocatableResources(r: WireReader, end: number, into?: OfferFilters_MinAllocatableResources): OfferFilters_MinAllocatableResources {
  const m = (into ?? new OfferFilters_MinAllocatableResourcesDraft()) as Draft<OfferFilters_MinAllocatableResources>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeOfferFilters_ResourceQuantities(r, endOfMessage(r, end)); if (m.quantities === undefined) m.quantities = [one]; else m.quantities.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as OfferFilters_MinAllocatableResources;
}

/** mesos.v1.OfferFilters.MinAllocatableResources */
export const OfferFilters_MinAllocatableResourcesCodec = makeCodec<OfferFilters_MinAllocatableResources>(mesosShapes.OfferFilters_MinAllocatableResources, encodeOfferFilters_MinAllocatableResources, decodeOfferFilters_MinAllocatableResources);

export function encodeRequest(w: Writer, m: Request): void {
  if (m.agent_id !== undefined) { w.uint32(10).fork(); encodeAgentID(w, m.agent_id); w.ldelim(); }
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(18); writeShared(w, item, encodeResource); }
}

const RequestDraft = draftOf<Request>();
export function decodeRequest(r: WireReader, end: number, into?: Request): Request {
  const m = (into ?? new RequestDraft()) as Draft<Request>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 18: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Request;
}

/** mesos.v1.Request */
export const RequestCodec = makeCodec<Request>(mesosShapes.Request, encodeRequest, decodeRequest);

export function encodeOffer(w: Writer, m: Offer): void {
  w.uint32(10).fork(); encodeOfferID(w, m.id); w.ldelim();
  w.uint32(18).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  w.uint32(26).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  w.uint32(34).string(m.hostname);
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(42); writeShared(w, item, encodeResource); }
  if (m.executor_ids !== undefined) for (const item of m.executor_ids) { w.uint32(50).fork(); encodeExecutorID(w, item); w.ldelim(); }
  if (m.attributes !== undefined) for (const item of m.attributes) { w.uint32(58).fork(); encodeAttribute(w, item); w.ldelim(); }
  if (m.url !== undefined) { w.uint32(66).fork(); encodeURL(w, m.url); w.ldelim(); }
  if (m.unavailability !== undefined) { w.uint32(74).fork(); encodeUnavailability(w, m.unavailability); w.ldelim(); }
  if (m.allocation_info !== undefined) { w.uint32(82).fork(); encodeResource_AllocationInfo(w, m.allocation_info); w.ldelim(); }
  if (m.domain !== undefined) { w.uint32(90).fork(); encodeDomainInfo(w, m.domain); w.ldelim(); }
}

const OfferDraft = draftOf<Offer>();
export function decodeOffer(r: WireReader, end: number, into?: Offer): Offer {
  const m = (into ?? new OfferDraft()) as Draft<Offer>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.id = decodeOfferID(r, endOfMessage(r, end), m.id); break;
      case 18: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 26: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 34: m.hostname = r.string(); break;
      case 42: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      case 50: { const one = decodeExecutorID(r, endOfMessage(r, end)); if (m.executor_ids === undefined) m.executor_ids = [one]; else m.executor_ids.push(one); break; }
      case 58: { const one = decodeAttribute(r, endOfMessage(r, end)); if (m.attributes === undefined) m.attributes = [one]; else m.attributes.push(one); break; }
      case 66: m.url = decodeURL(r, endOfMessage(r, end), m.url); break;
      case 74: m.unavailability = decodeUnavailability(r, endOfMessage(r, end), m.unavailability); break;
      case 82: m.allocation_info = decodeResource_AllocationInfo(r, endOfMessage(r, end), m.allocation_info); break;
      case 90: m.domain = decodeDomainInfo(r, endOfMessage(r, end), m.domain); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.id === undefined || m.framework_id === undefined || m.agent_id === undefined || m.hostname === undefined) r.lacksRequired = true;
  return m as Offer;
}

/** mesos.v1.Offer */
export const OfferCodec = makeCodec<Offer>(mesosShapes.Offer, encodeOffer, decodeOffer);

export function encodeOffer_Operation(w: Writer, m: Offer_Operation): void {
  if (m.type !== undefined) { w.uint32(8).int32(mesosShapes.Offer_Operation_Type.numbers[m.type]); }
  if (m.launch !== undefined) { w.uint32(18).fork(); encodeOffer_Operation_Launch(w, m.launch); w.ldelim(); }
  if (m.reserve !== undefined) { w.uint32(26).fork(); encodeOffer_Operation_Reserve(w, m.reserve); w.ldelim(); }
  if (m.unreserve !== undefined) { w.uint32(34).fork(); encodeOffer_Operation_Unreserve(w, m.unreserve); w.ldelim(); }
  if (m.create !== undefined) { w.uint32(42).fork(); encodeOffer_Operation_Create(w, m.create); w.ldelim(); }
  if (m.destroy !== undefined) { w.uint32(50).fork(); encodeOffer_Operation_Destroy(w, m.destroy); w.ldelim(); }
  if (m.launch_group !== undefined) { w.uint32(58).fork(); encodeOffer_Operation_LaunchGroup(w, m.launch_group); w.ldelim(); }
  if (m.id !== undefined) { w.uint32(98).fork(); encodeOperationID(w, m.id); w.ldelim(); }
  if (m.grow_volume !== undefined) { w.uint32(106).fork(); encodeOffer_Operation_GrowVolume(w, m.grow_volume); w.ldelim(); }
  if (m.shrink_volume !== undefined) { w.uint32(114).fork(); encodeOffer_Operation_ShrinkVolume(w, m.shrink_volume); w.ldelim(); }
  if (m.create_disk !== undefined) { w.uint32(122).fork(); encodeOffer_Operation_CreateDisk(w, m.create_disk); w.ldelim(); }
  if (m.destroy_disk !== undefined) { w.uint32(130).fork(); encodeOffer_Operation_DestroyDisk(w, m.destroy_disk); w.ldelim(); }
}

const Offer_OperationDraft = draftOf<Offer_Operation>();
export function decodeOffer_Operation(r: WireReader, end: number, into?: Offer_Operation): Offer_Operation {
  const m = (into ?? new Offer_OperationDraft()) as Draft<Offer_Operation>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.Offer_Operation_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.launch = decodeOffer_Operation_Launch(r, endOfMessage(r, end), m.launch); break;
      case 26: m.reserve = decodeOffer_Operation_Reserve(r, endOfMessage(r, end), m.reserve); break;
      case 34: m.unreserve = decodeOffer_Operation_Unreserve(r, endOfMessage(r, end), m.unreserve); break;
      case 42: m.create = decodeOffer_Operation_Create(r, endOfMessage(r, end), m.create); break;
      case 50: m.destroy = decodeOffer_Operation_Destroy(r, endOfMessage(r, end), m.destroy); break;
      case 58: m.launch_group = decodeOffer_Operation_LaunchGroup(r, endOfMessage(r, end), m.launch_group); break;
      case 98: m.id = decodeOperationID(r, endOfMessage(r, end), m.id); break;
      case 106: m.grow_volume = decodeOffer_Operation_GrowVolume(r, endOfMessage(r, end), m.grow_volume); break;
      case 114: m.shrink_volume = decodeOffer_Operation_ShrinkVolume(r, endOfMessage(r, end), m.shrink_volume); break;
      case 122: m.create_disk = decodeOffer_Operation_CreateDisk(r, endOfMessage(r, end), m.create_disk); break;
      case 130: m.destroy_disk = decodeOffer_Operation_DestroyDisk(r, endOfMessage(r, end), m.destroy_disk); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Offer_Operation;
}

/** mesos.v1.Offer.Operation */
export const Offer_OperationCodec = makeCodec<Offer_Operation>(mesosShapes.Offer_Operation, encodeOffer_Operation, decodeOffer_Operation);

export function encodeOffer_Operation_Launch(w: Writer, m: Offer_Operation_Launch): void {
  if (m.task_infos !== undefined) for (const item of m.task_infos) { w.uint32(10).fork(); encodeTaskInfo(w, item); w.ldelim(); }
}

const Offer_Operation_LaunchDraft = draftOf<Offer_Operation_Launch>();
export function decodeOffer_Operation_Launch(r: WireReader, end: number, into?: Offer_Operation_Launch): Offer_Operation_Launch {
  const m = (into ?? new Offer_Operation_LaunchDraft()) as Draft<Offer_Operation_Launch>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeTaskInfo(r, endOfMessage(r, end)); if (m.task_infos === undefined) m.task_infos = [one]; else m.task_infos.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Offer_Operation_Launch;
}

/** mesos.v1.Offer.Operation.Launch */
export const Offer_Operation_LaunchCodec = makeCodec<Offer_Operation_Launch>(mesosShapes.Offer_Operation_Launch, encodeOffer_Operation_Launch, decodeOffer_Operation_Launch);

export function encodeOffer_Operation_LaunchGroup(w: Writer, m: Offer_Operation_LaunchGroup): void {
  w.uint32(10).fork(); encodeExecutorInfo(w, m.executor); w.ldelim();
  w.uint32(18).fork(); encodeTaskGroupInfo(w, m.task_group); w.ldelim();
}

const Offer_Operation_LaunchGroupDraft = draftOf<Offer_Operation_LaunchGroup>();
export function decodeOffer_Operation_LaunchGroup(r: WireReader, end: number, into?: Offer_Operation_LaunchGroup): Offer_Operation_LaunchGroup {
  const m = (into ?? new Offer_Operation_LaunchGroupDraft()) as Draft<Offer_Operation_LaunchGroup>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.executor = decodeExecutorInfo(r, endOfMessage(r, end), m.executor); break;
      case 18: m.task_group = decodeTaskGroupInfo(r, endOfMessage(r, end), m.task_group); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.executor === undefined || m.task_group === undefined) r.lacksRequired = true;
  return m as Offer_Operation_LaunchGroup;
}

/** mesos.v1.Offer.Operation.LaunchGroup */
export const Offer_Operation_LaunchGroupCodec = makeCodec<Offer_Operation_LaunchGroup>(mesosShapes.Offer_Operation_LaunchGroup, encodeOffer_Operation_LaunchGroup, decodeOffer_Operation_LaunchGroup);

export function encodeOffer_Operation_Reserve(w: Writer, m: Offer_Operation_Reserve): void {
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(10); writeShared(w, item, encodeResource); }
  if (m.source !== undefined) for (const item of m.source) { w.uint32(18); writeShared(w, item, encodeResource); }
}

const Offer_Operation_ReserveDraft = draftOf<Offer_Operation_Reserve>();
export function decodeOffer_Operation_Reserve(r: WireReader, end: number, into?: Offer_Operation_Reserve): Offer_Operation_Reserve {
  const m = (into ?? new Offer_Operation_ReserveDraft()) as Draft<Offer_Operation_Reserve>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      case 18: { const one = readShared(r, end, decodeResource, undefined); if (m.source === undefined) m.source = [one]; else m.source.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Offer_Operation_Reserve;
}

/** mesos.v1.Offer.Operation.Reserve */
export const Offer_Operation_ReserveCodec = makeCodec<Offer_Operation_Reserve>(mesosShapes.Offer_Operation_Reserve, encodeOffer_Operation_Reserve, decodeOffer_Operation_Reserve);

export function encodeOffer_Operation_Unreserve(w: Writer, m: Offer_Operation_Unreserve): void {
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(10); writeShared(w, item, encodeResource); }
}

const Offer_Operation_UnreserveDraft = draftOf<Offer_Operation_Unreserve>();
export function decodeOffer_Operation_Unreserve(r: WireReader, end: number, into?: Offer_Operation_Unreserve): Offer_Operation_Unreserve {
  const m = (into ?? new Offer_Operation_UnreserveDraft()) as Draft<Offer_Operation_Unreserve>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Offer_Operation_Unreserve;
}

/** mesos.v1.Offer.Operation.Unreserve */
export const Offer_Operation_UnreserveCodec = makeCodec<Offer_Operation_Unreserve>(mesosShapes.Offer_Operation_Unreserve, encodeOffer_Operation_Unreserve, decodeOffer_Operation_Unreserve);

export function encodeOffer_Operation_Create(w: Writer, m: Offer_Operation_Create): void {
  if (m.volumes !== undefined) for (const item of m.volumes) { w.uint32(10); writeShared(w, item, encodeResource); }
}

const Offer_Operation_CreateDraft = draftOf<Offer_Operation_Create>();
export function decodeOffer_Operation_Create(r: WireReader, end: number, into?: Offer_Operation_Create): Offer_Operation_Create {
  const m = (into ?? new Offer_Operation_CreateDraft()) as Draft<Offer_Operation_Create>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = readShared(r, end, decodeResource, undefined); if (m.volumes === undefined) m.volumes = [one]; else m.volumes.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Offer_Operation_Create;
}

/** mesos.v1.Offer.Operation.Create */
export const Offer_Operation_CreateCodec = makeCodec<Offer_Operation_Create>(mesosShapes.Offer_Operation_Create, encodeOffer_Operation_Create, decodeOffer_Operation_Create);

export function encodeOffer_Operation_Destroy(w: Writer, m: Offer_Operation_Destroy): void {
  if (m.volumes !== undefined) for (const item of m.volumes) { w.uint32(10); writeShared(w, item, encodeResource); }
}

const Offer_Operation_DestroyDraft = draftOf<Offer_Operation_Destroy>();
export function decodeOffer_Operation_Destroy(r: WireReader, end: number, into?: Offer_Operation_Destroy): Offer_Operation_Destroy {
  const m = (into ?? new Offer_Operation_DestroyDraft()) as Draft<Offer_Operation_Destroy>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = readShared(r, end, decodeResource, undefined); if (m.volumes === undefined) m.volumes = [one]; else m.volumes.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Offer_Operation_Destroy;
}

/** mesos.v1.Offer.Operation.Destroy */
export const Offer_Operation_DestroyCodec = makeCodec<Offer_Operation_Destroy>(mesosShapes.Offer_Operation_Destroy, encodeOffer_Operation_Destroy, decodeOffer_Operation_Destroy);

export function encodeOffer_Operation_GrowVolume(w: Writer, m: Offer_Operation_GrowVolume): void {
  w.uint32(10); writeShared(w, m.volume, encodeResource);
  w.uint32(18); writeShared(w, m.addition, encodeResource);
}

const Offer_Operation_GrowVolumeDraft = draftOf<Offer_Operation_GrowVolume>();
export function decodeOffer_Operation_GrowVolume(r: WireReader, end: number, into?: Offer_Operation_GrowVolume): Offer_Operation_GrowVolume {
  const m = (into ?? new Offer_Operation_GrowVolumeDraft()) as Draft<Offer_Operation_GrowVolume>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.volume = readShared(r, end, decodeResource, m.volume); break;
      case 18: m.addition = readShared(r, end, decodeResource, m.addition); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.volume === undefined || m.addition === undefined) r.lacksRequired = true;
  return m as Offer_Operation_GrowVolume;
}

/** mesos.v1.Offer.Operation.GrowVolume */
export const Offer_Operation_GrowVolumeCodec = makeCodec<Offer_Operation_GrowVolume>(mesosShapes.Offer_Operation_GrowVolume, encodeOffer_Operation_GrowVolume, decodeOffer_Operation_GrowVolume);

export function encodeOffer_Operation_ShrinkVolume(w: Writer, m: Offer_Operation_ShrinkVolume): void {
  w.uint32(10); writeShared(w, m.volume, encodeResource);
  w.uint32(18).fork(); encodeValue_Scalar(w, m.subtract); w.ldelim();
}

const Offer_Operation_ShrinkVolumeDraft = draftOf<Offer_Operation_ShrinkVolume>();
export function decodeOffer_Operation_ShrinkVolume(r: WireReader, end: number, into?: Offer_Operation_ShrinkVolume): Offer_Operation_ShrinkVolume {
  const m = (into ?? new Offer_Operation_ShrinkVolumeDraft()) as Draft<Offer_Operation_ShrinkVolume>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.volume = readShared(r, end, decodeResource, m.volume); break;
      case 18: m.subtract = decodeValue_Scalar(r, endOfMessage(r, end), m.subtract); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.volume === undefined || m.subtract === undefined) r.lacksRequired = true;
  return m as Offer_Operation_ShrinkVolume;
}

/** mesos.v1.Offer.Operation.ShrinkVolume */
export const Offer_Operation_ShrinkVolumeCodec = makeCodec<Offer_Operation_ShrinkVolume>(mesosShapes.Offer_Operation_ShrinkVolume, encodeOffer_Operation_ShrinkVolume, decodeOffer_Operation_ShrinkVolume);

export function encodeOffer_Operation_CreateDisk(w: Writer, m: Offer_Operation_CreateDisk): void {
  w.uint32(10); writeShared(w, m.source, encodeResource);
  w.uint32(16).int32(mesosShapes.Resource_DiskInfo_Source_Type.numbers[m.target_type]);
  if (m.target_profile !== undefined) { w.uint32(26).string(m.target_profile); }
}

const Offer_Operation_CreateDiskDraft = draftOf<Offer_Operation_CreateDisk>();
export function decodeOffer_Operation_CreateDisk(r: WireReader, end: number, into?: Offer_Operation_CreateDisk): Offer_Operation_CreateDisk {
  const m = (into ?? new Offer_Operation_CreateDiskDraft()) as Draft<Offer_Operation_CreateDisk>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.source = readShared(r, end, decodeResource, m.source); break;
      case 16: { const value = mesosShapes.Resource_DiskInfo_Source_Type.names[r.int32()]; if (value !== undefined) { m.target_type = value; } break; }
      case 26: m.target_profile = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.source === undefined || m.target_type === undefined) r.lacksRequired = true;
  return m as Offer_Operation_CreateDisk;
}

/** mesos.v1.Offer.Operation.CreateDisk */
export const Offer_Operation_CreateDiskCodec = makeCodec<Offer_Operation_CreateDisk>(mesosShapes.Offer_Operation_CreateDisk, encodeOffer_Operation_CreateDisk, decodeOffer_Operation_CreateDisk);

export function encodeOffer_Operation_DestroyDisk(w: Writer, m: Offer_Operation_DestroyDisk): void {
  w.uint32(10); writeShared(w, m.source, encodeResource);
}

const Offer_Operation_DestroyDiskDraft = draftOf<Offer_Operation_DestroyDisk>();
export function decodeOffer_Operation_DestroyDisk(r: WireReader, end: number, into?: Offer_Operation_DestroyDisk): Offer_Operation_DestroyDisk {
  const m = (into ?? new Offer_Operation_DestroyDiskDraft()) as Draft<Offer_Operation_DestroyDisk>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.source = readShared(r, end, decodeResource, m.source); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.source === undefined) r.lacksRequired = true;
  return m as Offer_Operation_DestroyDisk;
}

/** mesos.v1.Offer.Operation.DestroyDisk */
export const Offer_Operation_DestroyDiskCodec = makeCodec<Offer_Operation_DestroyDisk>(mesosShapes.Offer_Operation_DestroyDisk, encodeOffer_Operation_DestroyDisk, decodeOffer_Operation_DestroyDisk);

export function encodeInverseOffer(w: Writer, m: InverseOffer): void {
  w.uint32(10).fork(); encodeOfferID(w, m.id); w.ldelim();
  if (m.url !== undefined) { w.uint32(18).fork(); encodeURL(w, m.url); w.ldelim(); }
  w.uint32(26).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  if (m.agent_id !== undefined) { w.uint32(34).fork(); encodeAgentID(w, m.agent_id); w.ldelim(); }
  w.uint32(42).fork(); encodeUnavailability(w, m.unavailability); w.ldelim();
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(50); writeShared(w, item, encodeResource); }
}

const InverseOfferDraft = draftOf<InverseOffer>();
export function decodeInverseOffer(r: WireReader, end: number, into?: InverseOffer): InverseOffer {
  const m = (into ?? new InverseOfferDraft()) as Draft<InverseOffer>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.id = decodeOfferID(r, endOfMessage(r, end), m.id); break;
      case 18: m.url = decodeURL(r, endOfMessage(r, end), m.url); break;
      case 26: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 34: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 42: m.unavailability = decodeUnavailability(r, endOfMessage(r, end), m.unavailability); break;
      case 50: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.id === undefined || m.framework_id === undefined || m.unavailability === undefined) r.lacksRequired = true;
  return m as InverseOffer;
}

/** mesos.v1.InverseOffer */
export const InverseOfferCodec = makeCodec<InverseOffer>(mesosShapes.InverseOffer, encodeInverseOffer, decodeInverseOffer);

export function encodeTaskInfo(w: Writer, m: TaskInfo): void {
  w.uint32(10).string(m.name);
  w.uint32(18).fork(); encodeTaskID(w, m.task_id); w.ldelim();
  w.uint32(26).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(34); writeShared(w, item, encodeResource); }
  if (m.executor !== undefined) { w.uint32(42).fork(); encodeExecutorInfo(w, m.executor); w.ldelim(); }
  if (m.data !== undefined) { w.uint32(50).bytes(m.data); }
  if (m.command !== undefined) { w.uint32(58).fork(); encodeCommandInfo(w, m.command); w.ldelim(); }
  if (m.health_check !== undefined) { w.uint32(66).fork(); encodeHealthCheck(w, m.health_check); w.ldelim(); }
  if (m.container !== undefined) { w.uint32(74).fork(); encodeContainerInfo(w, m.container); w.ldelim(); }
  if (m.labels !== undefined) { w.uint32(82).fork(); encodeLabels(w, m.labels); w.ldelim(); }
  if (m.discovery !== undefined) { w.uint32(90).fork(); encodeDiscoveryInfo(w, m.discovery); w.ldelim(); }
  if (m.kill_policy !== undefined) { w.uint32(98).fork(); encodeKillPolicy(w, m.kill_policy); w.ldelim(); }
  if (m.check !== undefined) { w.uint32(106).fork(); encodeCheckInfo(w, m.check); w.ldelim(); }
  if (m.max_completion_time !== undefined) { w.uint32(114).fork(); encodeDurationInfo(w, m.max_completion_time); w.ldelim(); }
  if (m.limits !== undefined) {
    for (const key of Object.keys(m.limits)) {
      w.uint32(122).fork().uint32(10).string(key);
      w.uint32(18).fork(); encodeValue_Scalar(w, m.limits[key]!); w.ldelim();
      w.ldelim();
    }
  }
}

const TaskInfoDraft = draftOf<TaskInfo>();
export function decodeTaskInfo(r: WireReader, end: number, into?: TaskInfo): TaskInfo {
  const m = (into ?? new TaskInfoDraft()) as Draft<TaskInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.name = readWord(r); break;
      case 18: m.task_id = readAgain(r, end, decodeTaskID, m.task_id); break;
      case 26: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 34: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      case 42: m.executor = decodeExecutorInfo(r, endOfMessage(r, end), m.executor); break;
      case 50: m.data = readBytes(r); break;
      case 58: m.command = decodeCommandInfo(r, endOfMessage(r, end), m.command); break;
      case 66: m.health_check = decodeHealthCheck(r, endOfMessage(r, end), m.health_check); break;
      case 74: m.container = decodeContainerInfo(r, endOfMessage(r, end), m.container); break;
      case 82: m.labels = decodeLabels(r, endOfMessage(r, end), m.labels); break;
      case 90: m.discovery = decodeDiscoveryInfo(r, endOfMessage(r, end), m.discovery); break;
      case 98: m.kill_policy = decodeKillPolicy(r, endOfMessage(r, end), m.kill_policy); break;
      case 106: m.check = decodeCheckInfo(r, endOfMessage(r, end), m.check); break;
      case 114: m.max_completion_time = decodeDurationInfo(r, endOfMessage(r, end), m.max_completion_time); break;
      case 122: readTaskInfo_limits(r, endOfMessage(r, end), (m.limits ??= emptyMap())); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.name === undefined || m.task_id === undefined || m.agent_id === undefined) r.lacksRequired = true;
  return m as TaskInfo;
}

function readTaskInfo_limits(r: WireReader, end: number, map: Record<string, ReturnType<typeof decodeValue_Scalar>>): void {
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

/** mesos.v1.TaskInfo */
export const TaskInfoCodec = makeCodec<TaskInfo>(mesosShapes.TaskInfo, encodeTaskInfo, decodeTaskInfo);

export function encodeTaskGroupInfo(w: Writer, m: TaskGroupInfo): void {
  if (m.tasks !== undefined) for (const item of m.tasks) { w.uint32(10).fork(); encodeTaskInfo(w, item); w.ldelim(); }
}

const TaskGroupInfoDraft = draftOf<TaskGroupInfo>();
export function decodeTaskGroupInfo(r: WireReader, end: number, into?: TaskGroupInfo): TaskGroupInfo {
  const m = (into ?? new TaskGroupInfoDraft()) as Draft<TaskGroupInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeTaskInfo(r, endOfMessage(r, end)); if (m.tasks === undefined) m.tasks = [one]; else m.tasks.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as TaskGroupInfo;
}

/** mesos.v1.TaskGroupInfo */
export const TaskGroupInfoCodec = makeCodec<TaskGroupInfo>(mesosShapes.TaskGroupInfo, encodeTaskGroupInfo, decodeTaskGroupInfo);

export function encodeTask(w: Writer, m: Task): void {
  w.uint32(10).string(m.name);
  w.uint32(18).fork(); encodeTaskID(w, m.task_id); w.ldelim();
  w.uint32(26).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  if (m.executor_id !== undefined) { w.uint32(34).fork(); encodeExecutorID(w, m.executor_id); w.ldelim(); }
  w.uint32(42).fork(); encodeAgentID(w, m.agent_id); w.ldelim();
  w.uint32(48).int32(mesosShapes.TaskState.numbers[m.state]);
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(58); writeShared(w, item, encodeResource); }
  if (m.statuses !== undefined) for (const item of m.statuses) { w.uint32(66).fork(); encodeTaskStatus(w, item); w.ldelim(); }
  if (m.status_update_state !== undefined) { w.uint32(72).int32(mesosShapes.TaskState.numbers[m.status_update_state]); }
  if (m.status_update_uuid !== undefined) { w.uint32(82).bytes(m.status_update_uuid); }
  if (m.labels !== undefined) { w.uint32(90).fork(); encodeLabels(w, m.labels); w.ldelim(); }
  if (m.discovery !== undefined) { w.uint32(98).fork(); encodeDiscoveryInfo(w, m.discovery); w.ldelim(); }
  if (m.container !== undefined) { w.uint32(106).fork(); encodeContainerInfo(w, m.container); w.ldelim(); }
  if (m.user !== undefined) { w.uint32(114).string(m.user); }
  if (m.health_check !== undefined) { w.uint32(122).fork(); encodeHealthCheck(w, m.health_check); w.ldelim(); }
  if (m.kill_policy !== undefined) { w.uint32(130).fork(); encodeKillPolicy(w, m.kill_policy); w.ldelim(); }
  if (m.limits !== undefined) {
    for (const key of Object.keys(m.limits)) {
      w.uint32(138).fork().uint32(10).string(key);
      w.uint32(18).fork(); encodeValue_Scalar(w, m.limits[key]!); w.ldelim();
      w.ldelim();
    }
  }
}

const TaskDraft = draftOf<Task>();
export function decodeTask(r: WireReader, end: number, into?: Task): Task {
  const m = (into ?? new TaskDraft()) as Draft<Task>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.name = readWord(r); break;
      case 18: m.task_id = readAgain(r, end, decodeTaskID, m.task_id); break;
      case 26: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 34: m.executor_id = decodeExecutorID(r, endOfMessage(r, end), m.executor_id); break;
      case 42: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 48: { const value = mesosShapes.TaskState.names[r.int32()]; if (value !== undefined) { m.state = value; } break; }
      case 58: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      case 66: { const one = decodeTaskStatus(r, endOfMessage(r, end)); if (m.statuses === undefined) m.statuses = [one]; else m.statuses.push(one); break; }
      case 72: { const value = mesosShapes.TaskState.names[r.int32()]; if (value !== undefined) { m.status_update_state = value; } break; }
      case 82: m.status_update_uuid = readBytes(r); break;
      case 90: m.labels = decodeLabels(r, endOfMessage(r, end), m.labels); break;
      case 98: m.discovery = decodeDiscoveryInfo(r, endOfMessage(r, end), m.discovery); break;
      case 106: m.container = decodeContainerInfo(r, endOfMessage(r, end), m.container); break;
      case 114: m.user = r.string(); break;
      case 122: m.health_check = decodeHealthCheck(r, endOfMessage(r, end), m.health_check); break;
      case 130: m.kill_policy = decodeKillPolicy(r, endOfMessage(r, end), m.kill_policy); break;
      case 138: readTask_limits(r, endOfMessage(r, end), (m.limits ??= emptyMap())); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.name === undefined || m.task_id === undefined || m.framework_id === undefined || m.agent_id === undefined || m.state === undefined) r.lacksRequired = true;
  return m as Task;
}

function readTask_limits(r: WireReader, end: number, map: Record<string, ReturnType<typeof decodeValue_Scalar>>): void {
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

/** mesos.v1.Task */
export const TaskCodec = makeCodec<Task>(mesosShapes.Task, encodeTask, decodeTask);

export function encodeTaskResourceLimitation(w: Writer, m: TaskResourceLimitation): void {
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(10); writeShared(w, item, encodeResource); }
}

const TaskResourceLimitationDraft = draftOf<TaskResourceLimitation>();
export function decodeTaskResourceLimitation(r: WireReader, end: number, into?: TaskResourceLimitation): TaskResourceLimitation {
  const m = (into ?? new TaskResourceLimitationDraft()) as Draft<TaskResourceLimitation>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as TaskResourceLimitation;
}

/** mesos.v1.TaskResourceLimitation */
export const TaskResourceLimitationCodec = makeCodec<TaskResourceLimitation>(mesosShapes.TaskResourceLimitation, encodeTaskResourceLimitation, decodeTaskResourceLimitation);

export function encodeUUID(w: Writer, m: UUID): void {
  w.uint32(10).bytes(m.value);
}

const UUIDDraft = draftOf<UUID>();
export function decodeUUID(r: WireReader, end: number, into?: UUID): UUID {
  const m = (into ?? new UUIDDraft()) as Draft<UUID>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.value = readBytes(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.value === undefined) r.lacksRequired = true;
  return m as UUID;
}

/** mesos.v1.UUID */
export const UUIDCodec = makeCodec<UUID>(mesosShapes.UUID, encodeUUID, decodeUUID);

export function encodeOperation(w: Writer, m: Operation): void {
  if (m.framework_id !== undefined) { w.uint32(10).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim(); }
  if (m.agent_id !== undefined) { w.uint32(18).fork(); encodeAgentID(w, m.agent_id); w.ldelim(); }
  w.uint32(26).fork(); encodeOffer_Operation(w, m.info); w.ldelim();
  w.uint32(34).fork(); encodeOperationStatus(w, m.latest_status); w.ldelim();
  if (m.statuses !== undefined) for (const item of m.statuses) { w.uint32(42).fork(); encodeOperationStatus(w, item); w.ldelim(); }
  w.uint32(50).fork(); encodeUUID(w, m.uuid); w.ldelim();
}

const OperationDraft = draftOf<Operation>();
export function decodeOperation(r: WireReader, end: number, into?: Operation): Operation {
  const m = (into ?? new OperationDraft()) as Draft<Operation>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 18: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 26: m.info = decodeOffer_Operation(r, endOfMessage(r, end), m.info); break;
      case 34: m.latest_status = decodeOperationStatus(r, endOfMessage(r, end), m.latest_status); break;
      case 42: { const one = decodeOperationStatus(r, endOfMessage(r, end)); if (m.statuses === undefined) m.statuses = [one]; else m.statuses.push(one); break; }
      case 50: m.uuid = decodeUUID(r, endOfMessage(r, end), m.uuid); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.info === undefined || m.latest_status === undefined || m.uuid === undefined) r.lacksRequired = true;
  return m as Operation;
}

/** mesos.v1.Operation */
export const OperationCodec = makeCodec<Operation>(mesosShapes.Operation, encodeOperation, decodeOperation);

export function encodeOperationStatus(w: Writer, m: OperationStatus): void {
  if (m.operation_id !== undefined) { w.uint32(10).fork(); encodeOperationID(w, m.operation_id); w.ldelim(); }
  w.uint32(16).int32(mesosShapes.OperationState.numbers[m.state]);
  if (m.message !== undefined) { w.uint32(26).string(m.message); }
  if (m.converted_resources !== undefined) for (const item of m.converted_resources) { w.uint32(34); writeShared(w, item, encodeResource); }
  if (m.uuid !== undefined) { w.uint32(42).fork(); encodeUUID(w, m.uuid); w.ldelim(); }
  if (m.agent_id !== undefined) { w.uint32(50).fork(); encodeAgentID(w, m.agent_id); w.ldelim(); }
  if (m.resource_provider_id !== undefined) { w.uint32(58).fork(); encodeResourceProviderID(w, m.resource_provider_id); w.ldelim(); }
}

const OperationStatusDraft = draftOf<OperationStatus>();
export function decodeOperationStatus(r: WireReader, end: number, into?: OperationStatus): OperationStatus {
  const m = (into ?? new OperationStatusDraft()) as Draft<OperationStatus>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.operation_id = decodeOperationID(r, endOfMessage(r, end), m.operation_id); break;
      case 16: { const value = mesosShapes.OperationState.names[r.int32()]; if (value !== undefined) { m.state = value; } break; }
      case 26: m.message = r.string(); break;
      case 34: { const one = readShared(r, end, decodeResource, undefined); if (m.converted_resources === undefined) m.converted_resources = [one]; else m.converted_resources.push(one); break; }
      case 42: m.uuid = decodeUUID(r, endOfMessage(r, end), m.uuid); break;
      case 50: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 58: m.resource_provider_id = decodeResourceProviderID(r, endOfMessage(r, end), m.resource_provider_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.state === undefined) r.lacksRequired = true;
  return m as OperationStatus;
}

/** mesos.v1.OperationStatus */
export const OperationStatusCodec = makeCodec<OperationStatus>(mesosShapes.OperationStatus, encodeOperationStatus, decodeOperationStatus);

export function encodeCheckStatusInfo(w: Writer, m: CheckStatusInfo): void {
  if (m.type !== undefined) { w.uint32(8).int32(mesosShapes.CheckInfo_Type.numbers[m.type]); }
  if (m.command !== undefined) { w.uint32(18).fork(); encodeCheckStatusInfo_Command(w, m.command); w.ldelim(); }
  if (m.http !== undefined) { w.uint32(26).fork(); encodeCheckStatusInfo_Http(w, m.http); w.ldelim(); }
  if (m.tcp !== undefined) { w.uint32(34).fork(); encodeCheckStatusInfo_Tcp(w, m.tcp); w.ldelim(); }
}

const CheckStatusInfoDraft = draftOf<CheckStatusInfo>();
export function decodeCheckStatusInfo(r: WireReader, end: number, into?: CheckStatusInfo): CheckStatusInfo {
  const m = (into ?? new CheckStatusInfoDraft()) as Draft<CheckStatusInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.CheckInfo_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.command = decodeCheckStatusInfo_Command(r, endOfMessage(r, end), m.command); break;
      case 26: m.http = decodeCheckStatusInfo_Http(r, endOfMessage(r, end), m.http); break;
      case 34: m.tcp = decodeCheckStatusInfo_Tcp(r, endOfMessage(r, end), m.tcp); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as CheckStatusInfo;
}

/** mesos.v1.CheckStatusInfo */
export const CheckStatusInfoCodec = makeCodec<CheckStatusInfo>(mesosShapes.CheckStatusInfo, encodeCheckStatusInfo, decodeCheckStatusInfo);

export function encodeCheckStatusInfo_Command(w: Writer, m: CheckStatusInfo_Command): void {
  if (m.exit_code !== undefined) { w.uint32(8).int32(m.exit_code); }
}

const CheckStatusInfo_CommandDraft = draftOf<CheckStatusInfo_Command>();
export function decodeCheckStatusInfo_Command(r: WireReader, end: number, into?: CheckStatusInfo_Command): CheckStatusInfo_Command {
  const m = (into ?? new CheckStatusInfo_CommandDraft()) as Draft<CheckStatusInfo_Command>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.exit_code = r.int32(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as CheckStatusInfo_Command;
}

/** mesos.v1.CheckStatusInfo.Command */
export const CheckStatusInfo_CommandCodec = makeCodec<CheckStatusInfo_Command>(mesosShapes.CheckStatusInfo_Command, encodeCheckStatusInfo_Command, decodeCheckStatusInfo_Command);

export function encodeCheckStatusInfo_Http(w: Writer, m: CheckStatusInfo_Http): void {
  if (m.status_code !== undefined) { w.uint32(8).uint32(m.status_code); }
}

const CheckStatusInfo_HttpDraft = draftOf<CheckStatusInfo_Http>();
export function decodeCheckStatusInfo_Http(r: WireReader, end: number, into?: CheckStatusInfo_Http): CheckStatusInfo_Http {
  const m = (into ?? new CheckStatusInfo_HttpDraft()) as Draft<CheckStatusInfo_Http>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.status_code = r.uint32(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as CheckStatusInfo_Http;
}

/** mesos.v1.CheckStatusInfo.Http */
export const CheckStatusInfo_HttpCodec = makeCodec<CheckStatusInfo_Http>(mesosShapes.CheckStatusInfo_Http, encodeCheckStatusInfo_Http, decodeCheckStatusInfo_Http);

export function encodeCheckStatusInfo_Tcp(w: Writer, m: CheckStatusInfo_Tcp): void {
  if (m.succeeded !== undefined) { w.uint32(8).bool(m.succeeded); }
}

const CheckStatusInfo_TcpDraft = draftOf<CheckStatusInfo_Tcp>();
export function decodeCheckStatusInfo_Tcp(r: WireReader, end: number, into?: CheckStatusInfo_Tcp): CheckStatusInfo_Tcp {
  const m = (into ?? new CheckStatusInfo_TcpDraft()) as Draft<CheckStatusInfo_Tcp>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.succeeded = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as CheckStatusInfo_Tcp;
}

/** mesos.v1.CheckStatusInfo.Tcp */
export const CheckStatusInfo_TcpCodec = makeCodec<CheckStatusInfo_Tcp>(mesosShapes.CheckStatusInfo_Tcp, encodeCheckStatusInfo_Tcp, decodeCheckStatusInfo_Tcp);

export function encodeTaskStatus(w: Writer, m: TaskStatus): void {
  w.uint32(10).fork(); encodeTaskID(w, m.task_id); w.ldelim();
  w.uint32(16).int32(mesosShapes.TaskState.numbers[m.state]);
  if (m.data !== undefined) { w.uint32(26).bytes(m.data); }
  if (m.message !== undefined) { w.uint32(34).string(m.message); }
  if (m.agent_id !== undefined) { w.uint32(42).fork(); encodeAgentID(w, m.agent_id); w.ldelim(); }
  if (m.timestamp !== undefined) { w.uint32(49).double(m.timestamp); }
  if (m.executor_id !== undefined) { w.uint32(58).fork(); encodeExecutorID(w, m.executor_id); w.ldelim(); }
  if (m.healthy !== undefined) { w.uint32(64).bool(m.healthy); }
  if (m.source !== undefined) { w.uint32(72).int32(mesosShapes.TaskStatus_Source.numbers[m.source]); }
  if (m.reason !== undefined) { w.uint32(80).int32(mesosShapes.TaskStatus_Reason.numbers[m.reason]); }
  if (m.uuid !== undefined) { w.uint32(90).bytes(m.uuid); }
  if (m.labels !== undefined) { w.uint32(98).fork(); encodeLabels(w, m.labels); w.ldelim(); }
  if (m.container_status !== undefined) { w.uint32(106).fork(); encodeContainerStatus(w, m.container_status); w.ldelim(); }
  if (m.unreachable_time !== undefined) { w.uint32(114).fork(); encodeTimeInfo(w, m.unreachable_time); w.ldelim(); }
  if (m.check_status !== undefined) { w.uint32(122).fork(); encodeCheckStatusInfo(w, m.check_status); w.ldelim(); }
  if (m.limitation !== undefined) { w.uint32(130).fork(); encodeTaskResourceLimitation(w, m.limitation); w.ldelim(); }
}

const TaskStatusDraft = draftOf<TaskStatus>();
export function decodeTaskStatus(r: WireReader, end: number, into?: TaskStatus): TaskStatus {
  const m = (into ?? new TaskStatusDraft()) as Draft<TaskStatus>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.task_id = readAgain(r, end, decodeTaskID, m.task_id); break;
      case 16: { const value = mesosShapes.TaskState.names[r.int32()]; if (value !== undefined) { m.state = value; } break; }
      case 26: m.data = readBytes(r); break;
      case 34: m.message = r.string(); break;
      case 42: m.agent_id = readShared(r, end, decodeAgentID, m.agent_id); break;
      case 49: m.timestamp = r.double(); break;
      case 58: m.executor_id = decodeExecutorID(r, endOfMessage(r, end), m.executor_id); break;
      case 64: m.healthy = r.bool(); break;
      case 72: { const value = mesosShapes.TaskStatus_Source.names[r.int32()]; if (value !== undefined) { m.source = value; } break; }
      case 80: { const value = mesosShapes.TaskStatus_Reason.names[r.int32()]; if (value !== undefined) { m.reason = value; } break; }
      case 90: m.uuid = readBytes(r); break;
      case 98: m.labels = decodeLabels(r, endOfMessage(r, end), m.labels); break;
      case 106: m.container_status = decodeContainerStatus(r, endOfMessage(r, end), m.container_status); break;
      case 114: m.unreachable_time = decodeTimeInfo(r, endOfMessage(r, end), m.unreachable_time); break;
      case 122: m.check_status = decodeCheckStatusInfo(r, endOfMessage(r, end), m.check_status); break;
      case 130: m.limitation = decodeTaskResourceLimitation(r, endOfMessage(r, end), m.limitation); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.task_id === undefined || m.state === undefined) r.lacksRequired = true;
  return m as TaskStatus;
}

/** mesos.v1.TaskStatus */
export const TaskStatusCodec = makeCodec<TaskStatus>(mesosShapes.TaskStatus, encodeTaskStatus, decodeTaskStatus);

export function encodeFilters(w: Writer, m: Filters): void {
  if (m.refuse_seconds !== undefined) { w.uint32(9).double(m.refuse_seconds); }
}

const FiltersDraft = draftOf<Filters>();
export function decodeFilters(r: WireReader, end: number, into?: Filters): Filters {
  const m = (into ?? new FiltersDraft()) as Draft<Filters>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 9: m.refuse_seconds = r.double(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Filters;
}

/** mesos.v1.Filters */
export const FiltersCodec = makeCodec<Filters>(mesosShapes.Filters, encodeFilters, decodeFilters);

export function encodeEnvironment(w: Writer, m: Environment): void {
  if (m.variables !== undefined) for (const item of m.variables) { w.uint32(10).fork(); encodeEnvironment_Variable(w, item); w.ldelim(); }
}

const EnvironmentDraft = draftOf<Environment>();
export function decodeEnvironment(r: WireReader, end: number, into?: Environment): Environment {
  const m = (into ?? new EnvironmentDraft()) as Draft<Environment>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeEnvironment_Variable(r, endOfMessage(r, end)); if (m.variables === undefined) m.variables = [one]; else m.variables.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Environment;
}

/** mesos.v1.Environment */
export const EnvironmentCodec = makeCodec<Environment>(mesosShapes.Environment, encodeEnvironment, decodeEnvironment);

export function encodeEnvironment_Variable(w: Writer, m: Environment_Variable): void {
  w.uint32(10).string(m.name);
  if (m.value !== undefined) { w.uint32(18).string(m.value); }
  if (m.type !== undefined) { w.uint32(24).int32(mesosShapes.Environment_Variable_Type.numbers[m.type]); }
  if (m.secret !== undefined) { w.uint32(34).fork(); encodeSecret(w, m.secret); w.ldelim(); }
}

const Environment_VariableDraft = draftOf<Environment_Variable>();
export function decodeEnvironment_Variable(r: WireReader, end: number, into?: Environment_Variable): Environment_Variable {
  const m = (into ?? new Environment_VariableDraft()) as Draft<Environment_Variable>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.name = readWord(r); break;
      case 18: m.value = r.string(); break;
      case 24: { const value = mesosShapes.Environment_Variable_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 34: m.secret = decodeSecret(r, endOfMessage(r, end), m.secret); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.name === undefined) r.lacksRequired = true;
  return m as Environment_Variable;
}

/** mesos.v1.Environment.Variable */
export const Environment_VariableCodec = makeCodec<Environment_Variable>(mesosShapes.Environment_Variable, encodeEnvironment_Variable, decodeEnvironment_Variable);

export function encodeParameter(w: Writer, m: Parameter): void {
  w.uint32(10).string(m.key);
  w.uint32(18).string(m.value);
}

const ParameterDraft = draftOf<Parameter>();
export function decodeParameter(r: WireReader, end: number, into?: Parameter): Parameter {
  const m = (into ?? new ParameterDraft()) as Draft<Parameter>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.key = r.string(); break;
      case 18: m.value = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.key === undefined || m.value === undefined) r.lacksRequired = true;
  return m as Parameter;
}

/** mesos.v1.Parameter */
export const ParameterCodec = makeCodec<Parameter>(mesosShapes.Parameter, encodeParameter, decodeParameter);

export function encodeParameters(w: Writer, m: Parameters): void {
  if (m.parameter !== undefined) for (const item of m.parameter) { w.uint32(10).fork(); encodeParameter(w, item); w.ldelim(); }
}

const ParametersDraft = draftOf<Parameters>();
export function decodeParameters(r: WireReader, end: number, into?: Parameters): Parameters {
  const m = (into ?? new ParametersDraft()) as Draft<Parameters>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeParameter(r, endOfMessage(r, end)); if (m.parameter === undefined) m.parameter = [one]; else m.parameter.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Parameters;
}

/** mesos.v1.Parameters */
export const ParametersCodec = makeCodec<Parameters>(mesosShapes.Parameters, encodeParameters, decodeParameters);

export function encodeCredential(w: Writer, m: Credential): void {
  w.uint32(10).string(m.principal);
  if (m.secret !== undefined) { w.uint32(18).string(m.secret); }
}

const CredentialDraft = draftOf<Credential>();
export function decodeCredential(r: WireReader, end: number, into?: Credential): Credential {
  const m = (into ?? new CredentialDraft()) as Draft<Credential>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.principal = r.string(); break;
      case 18: m.secret = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.principal === undefined) r.lacksRequired = true;
  return m as Credential;
}

/** mesos.v1.Credential */
export const CredentialCodec = makeCodec<Credential>(mesosShapes.Credential, encodeCredential, decodeCredential);

export function encodeCredentials(w: Writer, m: Credentials): void {
  if (m.credentials !== undefined) for (const item of m.credentials) { w.uint32(10).fork(); encodeCredential(w, item); w.ldelim(); }
}

const CredentialsDraft = draftOf<Credentials>();
export function decodeCredentials(r: WireReader, end: number, into?: Credentials): Credentials {
  const m = (into ?? new CredentialsDraft()) as Draft<Credentials>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeCredential(r, endOfMessage(r, end)); if (m.credentials === undefined) m.credentials = [one]; else m.credentials.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Credentials;
}

/** mesos.v1.Credentials */
export const CredentialsCodec = makeCodec<Credentials>(mesosShapes.Credentials, encodeCredentials, decodeCredentials);

export function encodeSecret(w: Writer, m: Secret): void {
  if (m.type !== undefined) { w.uint32(8).int32(mesosShapes.Secret_Type.numbers[m.type]); }
  if (m.reference !== undefined) { w.uint32(18).fork(); encodeSecret_Reference(w, m.reference); w.ldelim(); }
  if (m.value !== undefined) { w.uint32(26).fork(); encodeSecret_Value(w, m.value); w.ldelim(); }
}

const SecretDraft = draftOf<Secret>();
export function decodeSecret(r: WireReader, end: number, into?: Secret): Secret {
  const m = (into ?? new SecretDraft()) as Draft<Secret>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.Secret_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.reference = decodeSecret_Reference(r, endOfMessage(r, end), m.reference); break;
      case 26: m.value = decodeSecret_Value(r, endOfMessage(r, end), m.value); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Secret;
}

/** mesos.v1.Secret */
export const SecretCodec = makeCodec<Secret>(mesosShapes.Secret, encodeSecret, decodeSecret);

export function encodeSecret_Reference(w: Writer, m: Secret_Reference): void {
  w.uint32(10).string(m.name);
  if (m.key !== undefined) { w.uint32(18).string(m.key); }
}

const Secret_ReferenceDraft = draftOf<Secret_Reference>();
export function decodeSecret_Reference(r: WireReader, end: number, into?: Secret_Reference): Secret_Reference {
  const m = (into ?? new Secret_ReferenceDraft()) as Draft<Secret_Reference>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.name = readWord(r); break;
      case 18: m.key = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.name === undefined) r.lacksRequired = true;
  return m as Secret_Reference;
}

/** mesos.v1.Secret.Reference */
export const Secret_ReferenceCodec = makeCodec<Secret_Reference>(mesosShapes.Secret_Reference, encodeSecret_Reference, decodeSecret_Reference);

export function encodeSecret_Value(w: Writer, m: Secret_Value): void {
  w.uint32(10).bytes(m.data);
}

const Secret_ValueDraft = draftOf<Secret_Value>();
export function decodeSecret_Value(r: WireReader, end: number, into?: Secret_Value): Secret_Value {
  const m = (into ?? new Secret_ValueDraft()) as Draft<Secret_Value>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.data = readBytes(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.data === undefined) r.lacksRequired = true;
  return m as Secret_Value;
}

/** mesos.v1.Secret.Value */
export const Secret_ValueCodec = makeCodec<Secret_Value>(mesosShapes.Secret_Value, encodeSecret_Value, decodeSecret_Value);

export function encodeRateLimit(w: Writer, m: RateLimit): void {
  if (m.qps !== undefined) { w.uint32(9).double(m.qps); }
  w.uint32(18).string(m.principal);
  if (m.capacity !== undefined) { w.uint32(24); writeUint64(w, m.capacity); }
}

const RateLimitDraft = draftOf<RateLimit>();
export function decodeRateLimit(r: WireReader, end: number, into?: RateLimit): RateLimit {
  const m = (into ?? new RateLimitDraft()) as Draft<RateLimit>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 9: m.qps = r.double(); break;
      case 18: m.principal = r.string(); break;
      case 24: m.capacity = readUint64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.principal === undefined) r.lacksRequired = true;
  return m as RateLimit;
}

/** mesos.v1.RateLimit */
export const RateLimitCodec = makeCodec<RateLimit>(mesosShapes.RateLimit, encodeRateLimit, decodeRateLimit);

export function encodeRateLimits(w: Writer, m: RateLimits): void {
  if (m.limits !== undefined) for (const item of m.limits) { w.uint32(10).fork(); encodeRateLimit(w, item); w.ldelim(); }
  if (m.aggregate_default_qps !== undefined) { w.uint32(17).double(m.aggregate_default_qps); }
  if (m.aggregate_default_capacity !== undefined) { w.uint32(24); writeUint64(w, m.aggregate_default_capacity); }
}

const RateLimitsDraft = draftOf<RateLimits>();
export function decodeRateLimits(r: WireReader, end: number, into?: RateLimits): RateLimits {
  const m = (into ?? new RateLimitsDraft()) as Draft<RateLimits>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeRateLimit(r, endOfMessage(r, end)); if (m.limits === undefined) m.limits = [one]; else m.limits.push(one); break; }
      case 17: m.aggregate_default_qps = r.double(); break;
      case 24: m.aggregate_default_capacity = readUint64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as RateLimits;
}

/** mesos.v1.RateLimits */
export const RateLimitsCodec = makeCodec<RateLimits>(mesosShapes.RateLimits, encodeRateLimits, decodeRateLimits);

export function encodeImage(w: Writer, m: Image): void {
  w.uint32(8).int32(mesosShapes.Image_Type.numbers[m.type]);
  if (m.appc !== undefined) { w.uint32(18).fork(); encodeImage_Appc(w, m.appc); w.ldelim(); }
  if (m.docker !== undefined) { w.uint32(26).fork(); encodeImage_Docker(w, m.docker); w.ldelim(); }
  if (m.cached !== undefined) { w.uint32(32).bool(m.cached); }
}

const ImageDraft = draftOf<Image>();
export function decodeImage(r: WireReader, end: number, into?: Image): Image {
  const m = (into ?? new ImageDraft()) as Draft<Image>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.Image_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.appc = decodeImage_Appc(r, endOfMessage(r, end), m.appc); break;
      case 26: m.docker = decodeImage_Docker(r, endOfMessage(r, end), m.docker); break;
      case 32: m.cached = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.type === undefined) r.lacksRequired = true;
  return m as Image;
}

/** mesos.v1.Image */
export const ImageCodec = makeCodec<Image>(mesosShapes.Image, encodeImage, decodeImage);

export function encodeImage_Appc(w: Writer, m: Image_Appc): void {
  w.uint32(10).string(m.name);
  if (m.id !== undefined) { w.uint32(18).string(m.id); }
  if (m.labels !== undefined) { w.uint32(26).fork(); encodeLabels(w, m.labels); w.ldelim(); }
}

const Image_AppcDraft = draftOf<Image_Appc>();
export function decodeImage_Appc(r: WireReader, end: number, into?: Image_Appc): Image_Appc {
  const m = (into ?? new Image_AppcDraft()) as Draft<Image_Appc>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.name = readWord(r); break;
      case 18: m.id = r.string(); break;
      case 26: m.labels = decodeLabels(r, endOfMessage(r, end), m.labels); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.name === undefined) r.lacksRequired = true;
  return m as Image_Appc;
}

/** mesos.v1.Image.Appc */
export const Image_AppcCodec = makeCodec<Image_Appc>(mesosShapes.Image_Appc, encodeImage_Appc, decodeImage_Appc);

export function encodeImage_Docker(w: Writer, m: Image_Docker): void {
  w.uint32(10).string(m.name);
  if (m.credential !== undefined) { w.uint32(18).fork(); encodeCredential(w, m.credential); w.ldelim(); }
  if (m.config !== undefined) { w.uint32(26).fork(); encodeSecret(w, m.config); w.ldelim(); }
}

const Image_DockerDraft = draftOf<Image_Docker>();
export function decodeImage_Docker(r: WireReader, end: number, into?: Image_Docker): Image_Docker {
  const m = (into ?? new Image_DockerDraft()) as Draft<Image_Docker>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.name = readWord(r); break;
      case 18: m.credential = decodeCredential(r, endOfMessage(r, end), m.credential); break;
      case 26: m.config = decodeSecret(r, endOfMessage(r, end), m.config); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.name === undefined) r.lacksRequired = true;
  return m as Image_Docker;
}

/** mesos.v1.Image.Docker */
export const Image_DockerCodec = makeCodec<Image_Docker>(mesosShapes.Image_Docker, encodeImage_Docker, decodeImage_Docker);

export function encodeMountPropagation(w: Writer, m: MountPropagation): void {
  if (m.mode !== undefined) { w.uint32(8).int32(mesosShapes.MountPropagation_Mode.numbers[m.mode]); }
}

const MountPropagationDraft = draftOf<MountPropagation>();
export function decodeMountPropagation(r: WireReader, end: number, into?: MountPropagation): MountPropagation {
  const m = (into ?? new MountPropagationDraft()) as Draft<MountPropagation>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.MountPropagation_Mode.names[r.int32()]; if (value !== undefined) { m.mode = value; } break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as MountPropagation;
}

/** mesos.v1.MountPropagation */
export const MountPropagationCodec = makeCodec<MountPropagation>(mesosShapes.MountPropagation, encodeMountPropagation, decodeMountPropagation);

export function encodeVolume(w: Writer, m: Volume): void {
  w.uint32(10).string(m.container_path);
  if (m.host_path !== undefined) { w.uint32(18).string(m.host_path); }
  w.uint32(24).int32(mesosShapes.Volume_Mode.numbers[m.mode]);
  if (m.image !== undefined) { w.uint32(34).fork(); encodeImage(w, m.image); w.ldelim(); }
  if (m.source !== undefined) { w.uint32(42).fork(); encodeVolume_Source(w, m.source); w.ldelim(); }
}

const VolumeDraft = draftOf<Volume>();
export function decodeVolume(r: WireReader, end: number, into?: Volume): Volume {
  const m = (into ?? new VolumeDraft()) as Draft<Volume>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.container_path = r.string(); break;
      case 18: m.host_path = r.string(); break;
      case 24: { const value = mesosShapes.Volume_Mode.names[r.int32()]; if (value !== undefined) { m.mode = value; } break; }
      case 34: m.image = decodeImage(r, endOfMessage(r, end), m.image); break;
      case 42: m.source = decodeVolume_Source(r, endOfMessage(r, end), m.source); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.mode === undefined || m.container_path === undefined) r.lacksRequired = true;
  return m as Volume;
}

/** mesos.v1.Volume */
export const VolumeCodec = makeCodec<Volume>(mesosShapes.Volume, encodeVolume, decodeVolume);

export function encodeVolume_Source(w: Writer, m: Volume_Source): void {
  if (m.type !== undefined) { w.uint32(8).int32(mesosShapes.Volume_Source_Type.numbers[m.type]); }
  if (m.docker_volume !== undefined) { w.uint32(18).fork(); encodeVolume_Source_DockerVolume(w, m.docker_volume); w.ldelim(); }
  if (m.sandbox_path !== undefined) { w.uint32(26).fork(); encodeVolume_Source_SandboxPath(w, m.sandbox_path); w.ldelim(); }
  if (m.secret !== undefined) { w.uint32(34).fork(); encodeSecret(w, m.secret); w.ldelim(); }
  if (m.host_path !== undefined) { w.uint32(42).fork(); encodeVolume_Source_HostPath(w, m.host_path); w.ldelim(); }
  if (m.csi_volume !== undefined) { w.uint32(50).fork(); encodeVolume_Source_CSIVolume(w, m.csi_volume); w.ldelim(); }
}

const Volume_SourceDraft = draftOf<Volume_Source>();
export function decodeVolume_Source(r: WireReader, end: number, into?: Volume_Source): Volume_Source {
  const m = (into ?? new Volume_SourceDraft()) as Draft<Volume_Source>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.Volume_Source_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.docker_volume = decodeVolume_Source_DockerVolume(r, endOfMessage(r, end), m.docker_volume); break;
      case 26: m.sandbox_path = decodeVolume_Source_SandboxPath(r, endOfMessage(r, end), m.sandbox_path); break;
      case 34: m.secret = decodeSecret(r, endOfMessage(r, end), m.secret); break;
      case 42: m.host_path = decodeVolume_Source_HostPath(r, endOfMessage(r, end), m.host_path); break;
      case 50: m.csi_volume = decodeVolume_Source_CSIVolume(r, endOfMessage(r, end), m.csi_volume); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Volume_Source;
}

/** mesos.v1.Volume.Source */
export const Volume_SourceCodec = makeCodec<Volume_Source>(mesosShapes.Volume_Source, encodeVolume_Source, decodeVolume_Source);

export function encodeVolume_Source_DockerVolume(w: Writer, m: Volume_Source_DockerVolume): void {
  if (m.driver !== undefined) { w.uint32(10).string(m.driver); }
  w.uint32(18).string(m.name);
  if (m.driver_options !== undefined) { w.uint32(26).fork(); encodeParameters(w, m.driver_options); w.ldelim(); }
}

const Volume_Source_DockerVolumeDraft = draftOf<Volume_Source_DockerVolume>();
export function decodeVolume_Source_DockerVolume(r: WireReader, end: number, into?: Volume_Source_DockerVolume): Volume_Source_DockerVolume {
  const m = (into ?? new Volume_Source_DockerVolumeDraft()) as Draft<Volume_Source_DockerVolume>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.driver = r.string(); break;
      case 18: m.name = readWord(r); break;
      case 26: m.driver_options = decodeParameters(r, endOfMessage(r, end), m.driver_options); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.name === undefined) r.lacksRequired = true;
  return m as Volume_Source_DockerVolume;
}

/** mesos.v1.Volume.Source.DockerVolume */
export const Volume_Source_DockerVolumeCodec = makeCodec<Volume_Source_DockerVolume>(mesosShapes.Volume_Source_DockerVolume, encodeVolume_Source_DockerVolume, decodeVolume_Source_DockerVolume);

export function encodeVolume_Source_HostPath(w: Writer, m: Volume_Source_HostPath): void {
  w.uint32(10).string(m.path);
  if (m.mount_propagation !== undefined) { w.uint32(18).fork(); encodeMountPropagation(w, m.mount_propagation); w.ldelim(); }
}

const Volume_Source_HostPathDraft = draftOf<Volume_Source_HostPath>();
export function decodeVolume_Source_HostPath(r: WireReader, end: number, into?: Volume_Source_HostPath): Volume_Source_HostPath {
  const m = (into ?? new Volume_Source_HostPathDraft()) as Draft<Volume_Source_HostPath>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.path = r.string(); break;
      case 18: m.mount_propagation = decodeMountPropagation(r, endOfMessage(r, end), m.mount_propagation); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.path === undefined) r.lacksRequired = true;
  return m as Volume_Source_HostPath;
}

/** mesos.v1.Volume.Source.HostPath */
export const Volume_Source_HostPathCodec = makeCodec<Volume_Source_HostPath>(mesosShapes.Volume_Source_HostPath, encodeVolume_Source_HostPath, decodeVolume_Source_HostPath);

export function encodeVolume_Source_SandboxPath(w: Writer, m: Volume_Source_SandboxPath): void {
  if (m.type !== undefined) { w.uint32(8).int32(mesosShapes.Volume_Source_SandboxPath_Type.numbers[m.type]); }
  w.uint32(18).string(m.path);
}

const Volume_Source_SandboxPathDraft = draftOf<Volume_Source_SandboxPath>();
export function decodeVolume_Source_SandboxPath(r: WireReader, end: number, into?: Volume_Source_SandboxPath): Volume_Source_SandboxPath {
  const m = (into ?? new Volume_Source_SandboxPathDraft()) as Draft<Volume_Source_SandboxPath>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.Volume_Source_SandboxPath_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: m.path = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.path === undefined) r.lacksRequired = true;
  return m as Volume_Source_SandboxPath;
}

/** mesos.v1.Volume.Source.SandboxPath */
export const Volume_Source_SandboxPathCodec = makeCodec<Volume_Source_SandboxPath>(mesosShapes.Volume_Source_SandboxPath, encodeVolume_Source_SandboxPath, decodeVolume_Source_SandboxPath);

export function encodeVolume_Source_CSIVolume(w: Writer, m: Volume_Source_CSIVolume): void {
  w.uint32(10).string(m.plugin_name);
  if (m.static_provisioning !== undefined) { w.uint32(18).fork(); encodeVolume_Source_CSIVolume_StaticProvisioning(w, m.static_provisioning); w.ldelim(); }
}

const Volume_Source_CSIVolumeDraft = draftOf<Volume_Source_CSIVolume>();
export function decodeVolume_Source_CSIVolume(r: WireReader, end: number, into?: Volume_Source_CSIVolume): Volume_Source_CSIVolume {
  const m = (into ?? new Volume_Source_CSIVolumeDraft()) as Draft<Volume_Source_CSIVolume>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.plugin_name = r.string(); break;
      case 18: m.static_provisioning = decodeVolume_Source_CSIVolume_StaticProvisioning(r, endOfMessage(r, end), m.static_provisioning); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.plugin_name === undefined) r.lacksRequired = true;
  return m as Volume_Source_CSIVolume;
}

/** mesos.v1.Volume.Source.CSIVolume */
export const Volume_Source_CSIVolumeCodec = makeCodec<Volume_Source_CSIVolume>(mesosShapes.Volume_Source_CSIVolume, encodeVolume_Source_CSIVolume, decodeVolume_Source_CSIVolume);

export function encodeVolume_Source_CSIVolume_VolumeCapability(w: Writer, m: Volume_Source_CSIVolume_VolumeCapability): void {
  if (m.block !== undefined) { w.uint32(10).fork(); encodeVolume_Source_CSIVolume_VolumeCapability_BlockVolume(w, m.block); w.ldelim(); }
  if (m.mount !== undefined) { w.uint32(18).fork(); encodeVolume_Source_CSIVolume_VolumeCapability_MountVolume(w, m.mount); w.ldelim(); }
  w.uint32(26).fork(); encodeVolume_Source_CSIVolume_VolumeCapability_AccessMode(w, m.access_mode); w.ldelim();
}

const Volume_Source_CSIVolume_VolumeCapabilityDraft = draftOf<Volume_Source_CSIVolume_VolumeCapability>();
export function decodeVolume_Source_CSIVolume_VolumeCapability(r: WireReader, end: number, into?: Volume_Source_CSIVolume_VolumeCapability): Volume_Source_CSIVolume_VolumeCapability {
  const m = (into ?? new Volume_Source_CSIVolume_VolumeCapabilityDraft()) as Draft<Volume_Source_CSIVolume_VolumeCapability>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.block = decodeVolume_Source_CSIVolume_VolumeCapability_BlockVolume(r, endOfMessage(r, end), m.block); if (m.mount !== undefined) delete m.mount; break;
      case 18: m.mount = decodeVolume_Source_CSIVolume_VolumeCapability_MountVolume(r, endOfMessage(r, end), m.mount); if (m.block !== undefined) delete m.block; break;
      case 26: m.access_mode = decodeVolume_Source_CSIVolume_VolumeCapability_AccessMode(r, endOfMessage(r, end), m.access_mode); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.access_mode === undefined) r.lacksRequired = true;
  return m as Volume_Source_CSIVolume_VolumeCapability;
}

/** mesos.v1.Volume.Source.CSIVolume.VolumeCapability */
export const Volume_Source_CSIVolume_VolumeCapabilityCodec = makeCodec<Volume_Source_CSIVolume_VolumeCapability>(mesosShapes.Volume_Source_CSIVolume_VolumeCapability, encodeVolume_Source_CSIVolume_VolumeCapability, decodeVolume_Source_CSIVolume_VolumeCapability);

export function encodeVolume_Source_CSIVolume_VolumeCapability_MountVolume(w: Writer, m: Volume_Source_CSIVolume_VolumeCapability_MountVolume): void {
  if (m.fs_type !== undefined) { w.uint32(10).string(m.fs_type); }
  if (m.mount_flags !== undefined) for (const item of m.mount_flags) { w.uint32(18).string(item); }
}

const Volume_Source_CSIVolume_VolumeCapability_MountVolumeDraft = draftOf<Volume_Source_CSIVolume_VolumeCapability_MountVolume>();
export function decodeVolume_Source_CSIVolume_VolumeCapability_MountVolume(r: WireReader, end: number, into?: Volume_Source_CSIVolume_VolumeCapability_MountVolume): Volume_Source_CSIVolume_VolumeCapability_MountVolume {
  const m = (into ?? new Volume_Source_CSIVolume_VolumeCapability_MountVolumeDraft()) as Draft<Volume_Source_CSIVolume_VolumeCapability_MountVolume>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.fs_type = r.string(); break;
      case 18: { const one = r.string(); if (m.mount_flags === undefined) m.mount_flags = [one]; else m.mount_flags.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Volume_Source_CSIVolume_VolumeCapability_MountVolume;
}

/** mesos.v1.Volume.Source.CSIVolume.VolumeCapability.MountVolume */
export const Volume_Source_CSIVolume_VolumeCapability_MountVolumeCodec = makeCodec<Volume_Source_CSIVolume_VolumeCapability_MountVolume>(mesosShapes.Volume_Source_CSIVolume_VolumeCapability_MountVolume, encodeVolume_Source_CSIVolume_VolumeCapability_MountVolume, decodeVolume_Source_CSIVolume_VolumeCapability_MountVolume);

export function encodeVolume_Source_CSIVolume_VolumeCapability_AccessMode(w: Writer, m: Volume_Source_CSIVolume_VolumeCapability_AccessMode): void {
  w.uint32(8).int32(mesosShapes.Volume_Source_CSIVolume_VolumeCapability_AccessMode_Mode.numbers[m.mode]);
}

const Volume_Source_CSIVolume_VolumeCapability_AccessModeDraft = draftOf<Volume_Source_CSIVolume_VolumeCapability_AccessMode>();
export function decodeVolume_Source_CSIVolume_VolumeCapability_AccessMode(r: WireReader, end: number, into?: Volume_Source_CSIVolume_VolumeCapability_AccessMode): Volume_Source_CSIVolume_VolumeCapability_AccessMode {
  const m = (into ?? new Volume_Source_CSIVolume_VolumeCapability_AccessModeDraft()) as Draft<Volume_Source_CSIVolume_VolumeCapability_AccessMode>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.Volume_Source_CSIVolume_VolumeCapability_AccessMode_Mode.names[r.int32()]; if (value !== undefined) { m.mode = value; } break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.mode === undefined) r.lacksRequired = true;
  return m as Volume_Source_CSIVolume_VolumeCapability_AccessMode;
}

/** mesos.v1.Volume.Source.CSIVolume.VolumeCapability.AccessMode */
export const Volume_Source_CSIVolume_VolumeCapability_AccessModeCodec = makeCodec<Volume_Source_CSIVolume_VolumeCapability_AccessMode>(mesosShapes.Volume_Source_CSIVolume_VolumeCapability_AccessMode, encodeVolume_Source_CSIVolume_VolumeCapability_AccessMode, decodeVolume_Source_CSIVolume_VolumeCapability_AccessMode);

export function encodeVolume_Source_CSIVolume_VolumeCapability_BlockVolume(_w: Writer, _m: Volume_Source_CSIVolume_VolumeCapability_BlockVolume): void {}

const Volume_Source_CSIVolume_VolumeCapability_BlockVolumeDraft = draftOf<Volume_Source_CSIVolume_VolumeCapability_BlockVolume>();
export function decodeVolume_Source_CSIVolume_VolumeCapability_BlockVolume(r: WireReader, end: number, into?: Volume_Source_CSIVolume_VolumeCapability_BlockVolume): Volume_Source_CSIVolume_VolumeCapability_BlockVolume {
  const m = (into ?? new Volume_Source_CSIVolume_VolumeCapability_BlockVolumeDraft()) as Draft<Volume_Source_CSIVolume_VolumeCapability_BlockVolume>;
  while (r.pos < end) {
    const tag = r.tag();
    skipField(r, tag);
  }
  finishMessage(r, end);
  return m as Volume_Source_CSIVolume_VolumeCapability_BlockVolume;
}

/** mesos.v1.Volume.Source.CSIVolume.VolumeCapability.BlockVolume */
export const Volume_Source_CSIVolume_VolumeCapability_BlockVolumeCodec = makeCodec<Volume_Source_CSIVolume_VolumeCapability_BlockVolume>(mesosShapes.Volume_Source_CSIVolume_VolumeCapability_BlockVolume, encodeVolume_Source_CSIVolume_VolumeCapability_BlockVolume, decodeVolume_Source_CSIVolume_VolumeCapability_BlockVolume);

export function encodeVolume_Source_CSIVolume_StaticProvisioning(w: Writer, m: Volume_Source_CSIVolume_StaticProvisioning): void {
  w.uint32(10).string(m.volume_id);
  w.uint32(18).fork(); encodeVolume_Source_CSIVolume_VolumeCapability(w, m.volume_capability); w.ldelim();
  if (m.node_stage_secrets !== undefined) {
    for (const key of Object.keys(m.node_stage_secrets)) {
      w.uint32(26).fork().uint32(10).string(key);
      w.uint32(18).fork(); encodeSecret(w, m.node_stage_secrets[key]!); w.ldelim();
      w.ldelim();
    }
  }
  if (m.node_publish_secrets !== undefined) {
    for (const key of Object.keys(m.node_publish_secrets)) {
      w.uint32(34).fork().uint32(10).string(key);
      w.uint32(18).fork(); encodeSecret(w, m.node_publish_secrets[key]!); w.ldelim();
      w.ldelim();
    }
  }
  if (m.volume_context !== undefined) {
    for (const key of Object.keys(m.volume_context)) {
      w.uint32(42).fork().uint32(10).string(key);
      w.uint32(18).string(m.volume_context[key]!);
      w.ldelim();
    }
  }
}

const Volume_Source_CSIVolume_StaticProvisioningDraft = draftOf<Volume_Source_CSIVolume_StaticProvisioning>();
export function decodeVolume_Source_CSIVolume_StaticProvisioning(r: WireReader, end: number, into?: Volume_Source_CSIVolume_StaticProvisioning): Volume_Source_CSIVolume_StaticProvisioning {
  const m = (into ?? new Volume_Source_CSIVolume_StaticProvisioningDraft()) as Draft<Volume_Source_CSIVolume_StaticProvisioning>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.volume_id = r.string(); break;
      case 18: m.volume_capability = decodeVolume_Source_CSIVolume_VolumeCapability(r, endOfMessage(r, end), m.volume_capability); break;
      case 26: readVolume_Source_CSIVolume_StaticProvisioning_node_stage_secrets(r, endOfMessage(r, end), (m.node_stage_secrets ??= emptyMap())); break;
      case 34: readVolume_Source_CSIVolume_StaticProvisioning_node_publish_secrets(r, endOfMessage(r, end), (m.node_publish_secrets ??= emptyMap())); break;
      case 42: readVolume_Source_CSIVolume_StaticProvisioning_volume_context(r, endOfMessage(r, end), (m.volume_context ??= emptyMap())); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.volume_id === undefined || m.volume_capability === undefined) r.lacksRequired = true;
  return m as Volume_Source_CSIVolume_StaticProvisioning;
}

function readVolume_Source_CSIVolume_StaticProvisioning_node_stage_secrets(r: WireReader, end: number, map: Record<string, ReturnType<typeof decodeSecret>>): void {
  let key = "";
  let value: ReturnType<typeof decodeSecret> | undefined;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: key = r.string(); break;
      case 18: value = decodeSecret(r, endOfMessage(r, end), value); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  map[key] = value ?? decodeSecret(r, r.pos);
}

function readVolume_Source_CSIVolume_StaticProvisioning_node_publish_secrets(r: WireReader, end: number, map: Record<string, ReturnType<typeof decodeSecret>>): void {
  let key = "";
  let value: ReturnType<typeof decodeSecret> | undefined;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: key = r.string(); break;
      case 18: value = decodeSecret(r, endOfMessage(r, end), value); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  map[key] = value ?? decodeSecret(r, r.pos);
}

function readVolume_Source_CSIVolume_StaticProvisioning_volume_context(r: WireReader, end: number, map: Record<string, string>): void {
  let key = "";
  let value: string | undefined;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: key = r.string(); break;
      case 18: value = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  map[key] = value ?? "";
}

/** mesos.v1.Volume.Source.CSIVolume.StaticProvisioning */
export const Volume_Source_CSIVolume_StaticProvisioningCodec = makeCodec<Volume_Source_CSIVolume_StaticProvisioning>(mesosShapes.Volume_Source_CSIVolume_StaticProvisioning, encodeVolume_Source_CSIVolume_StaticProvisioning, decodeVolume_Source_CSIVolume_StaticProvisioning);

export function encodeNetworkInfo(w: Writer, m: NetworkInfo): void {
  if (m.groups !== undefined) for (const item of m.groups) { w.uint32(26).string(item); }
  if (m.labels !== undefined) { w.uint32(34).fork(); encodeLabels(w, m.labels); w.ldelim(); }
  if (m.ip_addresses !== undefined) for (const item of m.ip_addresses) { w.uint32(42).fork(); encodeNetworkInfo_IPAddress(w, item); w.ldelim(); }
  if (m.name !== undefined) { w.uint32(50).string(m.name); }
  if (m.port_mappings !== undefined) for (const item of m.port_mappings) { w.uint32(58).fork(); encodeNetworkInfo_PortMapping(w, item); w.ldelim(); }
}

const NetworkInfoDraft = draftOf<NetworkInfo>();
export function decodeNetworkInfo(r: WireReader, end: number, into?: NetworkInfo): NetworkInfo {
  const m = (into ?? new NetworkInfoDraft()) as Draft<NetworkInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 26: { const one = r.string(); if (m.groups === undefined) m.groups = [one]; else m.groups.push(one); break; }
      case 34: m.labels = decodeLabels(r, endOfMessage(r, end), m.labels); break;
      case 42: { const one = decodeNetworkInfo_IPAddress(r, endOfMessage(r, end)); if (m.ip_addresses === undefined) m.ip_addresses = [one]; else m.ip_addresses.push(one); break; }
      case 50: m.name = readWord(r); break;
      case 58: { const one = decodeNetworkInfo_PortMapping(r, endOfMessage(r, end)); if (m.port_mappings === undefined) m.port_mappings = [one]; else m.port_mappings.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as NetworkInfo;
}

/** mesos.v1.NetworkInfo */
export const NetworkInfoCodec = makeCodec<NetworkInfo>(mesosShapes.NetworkInfo, encodeNetworkInfo, decodeNetworkInfo);

export function encodeNetworkInfo_IPAddress(w: Writer, m: NetworkInfo_IPAddress): void {
  if (m.protocol !== undefined) { w.uint32(8).int32(mesosShapes.NetworkInfo_Protocol.numbers[m.protocol]); }
  if (m.ip_address !== undefined) { w.uint32(18).string(m.ip_address); }
}

const NetworkInfo_IPAddressDraft = draftOf<NetworkInfo_IPAddress>();
export function decodeNetworkInfo_IPAddress(r: WireReader, end: number, into?: NetworkInfo_IPAddress): NetworkInfo_IPAddress {
  const m = (into ?? new NetworkInfo_IPAddressDraft()) as Draft<NetworkInfo_IPAddress>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.NetworkInfo_Protocol.names[r.int32()]; if (value !== undefined) { m.protocol = value; } break; }
      case 18: m.ip_address = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as NetworkInfo_IPAddress;
}

/** mesos.v1.NetworkInfo.IPAddress */
export const NetworkInfo_IPAddressCodec = makeCodec<NetworkInfo_IPAddress>(mesosShapes.NetworkInfo_IPAddress, encodeNetworkInfo_IPAddress, decodeNetworkInfo_IPAddress);

export function encodeNetworkInfo_PortMapping(w: Writer, m: NetworkInfo_PortMapping): void {
  w.uint32(8).uint32(m.host_port);
  w.uint32(16).uint32(m.container_port);
  if (m.protocol !== undefined) { w.uint32(26).string(m.protocol); }
}

const NetworkInfo_PortMappingDraft = draftOf<NetworkInfo_PortMapping>();
export function decodeNetworkInfo_PortMapping(r: WireReader, end: number, into?: NetworkInfo_PortMapping): NetworkInfo_PortMapping {
  const m = (into ?? new NetworkInfo_PortMappingDraft()) as Draft<NetworkInfo_PortMapping>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.host_port = r.uint32(); break;
      case 16: m.container_port = r.uint32(); break;
      case 26: m.protocol = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.host_port === undefined || m.container_port === undefined) r.lacksRequired = true;
  return m as NetworkInfo_PortMapping;
}

/** mesos.v1.NetworkInfo.PortMapping */
export const NetworkInfo_PortMappingCodec = makeCodec<NetworkInfo_PortMapping>(mesosShapes.NetworkInfo_PortMapping, encodeNetworkInfo_PortMapping, decodeNetworkInfo_PortMapping);

export function encodeCapabilityInfo(w: Writer, m: CapabilityInfo): void {
  if (m.capabilities !== undefined) for (const item of m.capabilities) { w.uint32(8).int32(mesosShapes.CapabilityInfo_Capability.numbers[item]); }
}

const CapabilityInfoDraft = draftOf<CapabilityInfo>();
export function decodeCapabilityInfo(r: WireReader, end: number, into?: CapabilityInfo): CapabilityInfo {
  const m = (into ?? new CapabilityInfoDraft()) as Draft<CapabilityInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.CapabilityInfo_Capability.names[r.int32()]; if (value !== undefined) { const one = value; if (m.capabilities === undefined) m.capabilities = [one]; else m.capabilities.push(one); } break; }
      case 10: {
        const packedEnd = endOfMessage(r, end);
        while (r.pos < packedEnd) { const value = mesosShapes.CapabilityInfo_Capability.names[r.int32()]; if (value !== undefined) { const one = value; if (m.capabilities === undefined) m.capabilities = [one]; else m.capabilities.push(one); } }
        finishMessage(r, packedEnd);
        break;
      }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as CapabilityInfo;
}

/** mesos.v1.CapabilityInfo */
export const CapabilityInfoCodec = makeCodec<CapabilityInfo>(mesosShapes.CapabilityInfo, encodeCapabilityInfo, decodeCapabilityInfo);

export function encodeSeccompInfo(w: Writer, m: SeccompInfo): void {
  if (m.profile_name !== undefined) { w.uint32(10).string(m.profile_name); }
  if (m.unconfined !== undefined) { w.uint32(16).bool(m.unconfined); }
}

const SeccompInfoDraft = draftOf<SeccompInfo>();
export function decodeSeccompInfo(r: WireReader, end: number, into?: SeccompInfo): SeccompInfo {
  const m = (into ?? new SeccompInfoDraft()) as Draft<SeccompInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.profile_name = r.string(); break;
      case 16: m.unconfined = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as SeccompInfo;
}

/** mesos.v1.SeccompInfo */
export const SeccompInfoCodec = makeCodec<SeccompInfo>(mesosShapes.SeccompInfo, encodeSeccompInfo, decodeSeccompInfo);

export function encodeLinuxInfo(w: Writer, m: LinuxInfo): void {
  if (m.capability_info !== undefined) { w.uint32(10).fork(); encodeCapabilityInfo(w, m.capability_info); w.ldelim(); }
  if (m.bounding_capabilities !== undefined) { w.uint32(18).fork(); encodeCapabilityInfo(w, m.bounding_capabilities); w.ldelim(); }
  if (m.effective_capabilities !== undefined) { w.uint32(26).fork(); encodeCapabilityInfo(w, m.effective_capabilities); w.ldelim(); }
  if (m.share_pid_namespace !== undefined) { w.uint32(32).bool(m.share_pid_namespace); }
  if (m.seccomp !== undefined) { w.uint32(42).fork(); encodeSeccompInfo(w, m.seccomp); w.ldelim(); }
  if (m.ipc_mode !== undefined) { w.uint32(48).int32(mesosShapes.LinuxInfo_IpcMode.numbers[m.ipc_mode]); }
  if (m.shm_size !== undefined) { w.uint32(56).uint32(m.shm_size); }
  if (m.share_cgroups !== undefined) { w.uint32(64).bool(m.share_cgroups); }
}

const LinuxInfoDraft = draftOf<LinuxInfo>();
export function decodeLinuxInfo(r: WireReader, end: number, into?: LinuxInfo): LinuxInfo {
  const m = (into ?? new LinuxInfoDraft()) as Draft<LinuxInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.capability_info = decodeCapabilityInfo(r, endOfMessage(r, end), m.capability_info); break;
      case 18: m.bounding_capabilities = decodeCapabilityInfo(r, endOfMessage(r, end), m.bounding_capabilities); break;
      case 26: m.effective_capabilities = decodeCapabilityInfo(r, endOfMessage(r, end), m.effective_capabilities); break;
      case 32: m.share_pid_namespace = r.bool(); break;
      case 42: m.seccomp = decodeSeccompInfo(r, endOfMessage(r, end), m.seccomp); break;
      case 48: { const value = mesosShapes.LinuxInfo_IpcMode.names[r.int32()]; if (value !== undefined) { m.ipc_mode = value; } break; }
      case 56: m.shm_size = r.uint32(); break;
      case 64: m.share_cgroups = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as LinuxInfo;
}

/** mesos.v1.LinuxInfo */
export const LinuxInfoCodec = makeCodec<LinuxInfo>(mesosShapes.LinuxInfo, encodeLinuxInfo, decodeLinuxInfo);

export function encodeRLimitInfo(w: Writer, m: RLimitInfo): void {
  if (m.rlimits !== undefined) for (const item of m.rlimits) { w.uint32(10).fork(); encodeRLimitInfo_RLimit(w, item); w.ldelim(); }
}

const RLimitInfoDraft = draftOf<RLimitInfo>();
export function decodeRLimitInfo(r: WireReader, end: number, into?: RLimitInfo): RLimitInfo {
  const m = (into ?? new RLimitInfoDraft()) as Draft<RLimitInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeRLimitInfo_RLimit(r, endOfMessage(r, end)); if (m.rlimits === undefined) m.rlimits = [one]; else m.rlimits.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as RLimitInfo;
}

/** mesos.v1.RLimitInfo */
export const RLimitInfoCodec = makeCodec<RLimitInfo>(mesosShapes.RLimitInfo, encodeRLimitInfo, decodeRLimitInfo);

export function encodeRLimitInfo_RLimit(w: Writer, m: RLimitInfo_RLimit): void {
  if (m.type !== undefined) { w.uint32(8).int32(mesosShapes.RLimitInfo_RLimit_Type.numbers[m.type]); }
  if (m.hard !== undefined) { w.uint32(16); writeUint64(w, m.hard); }
  if (m.soft !== undefined) { w.uint32(24); writeUint64(w, m.soft); }
}

const RLimitInfo_RLimitDraft = draftOf<RLimitInfo_RLimit>();
export function decodeRLimitInfo_RLimit(r: WireReader, end: number, into?: RLimitInfo_RLimit): RLimitInfo_RLimit {
  const m = (into ?? new RLimitInfo_RLimitDraft()) as Draft<RLimitInfo_RLimit>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.RLimitInfo_RLimit_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 16: m.hard = readUint64(r); break;
      case 24: m.soft = readUint64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as RLimitInfo_RLimit;
}

/** mesos.v1.RLimitInfo.RLimit */
export const RLimitInfo_RLimitCodec = makeCodec<RLimitInfo_RLimit>(mesosShapes.RLimitInfo_RLimit, encodeRLimitInfo_RLimit, decodeRLimitInfo_RLimit);

export function encodeTTYInfo(w: Writer, m: TTYInfo): void {
  if (m.window_size !== undefined) { w.uint32(10).fork(); encodeTTYInfo_WindowSize(w, m.window_size); w.ldelim(); }
}

const TTYInfoDraft = draftOf<TTYInfo>();
export function decodeTTYInfo(r: WireReader, end: number, into?: TTYInfo): TTYInfo {
  const m = (into ?? new TTYInfoDraft()) as Draft<TTYInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.window_size = decodeTTYInfo_WindowSize(r, endOfMessage(r, end), m.window_size); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as TTYInfo;
}

/** mesos.v1.TTYInfo */
export const TTYInfoCodec = makeCodec<TTYInfo>(mesosShapes.TTYInfo, encodeTTYInfo, decodeTTYInfo);

export function encodeTTYInfo_WindowSize(w: Writer, m: TTYInfo_WindowSize): void {
  w.uint32(8).uint32(m.rows);
  w.uint32(16).uint32(m.columns);
}

const TTYInfo_WindowSizeDraft = draftOf<TTYInfo_WindowSize>();
export function decodeTTYInfo_WindowSize(r: WireReader, end: number, into?: TTYInfo_WindowSize): TTYInfo_WindowSize {
  const m = (into ?? new TTYInfo_WindowSizeDraft()) as Draft<TTYInfo_WindowSize>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.rows = r.uint32(); break;
      case 16: m.columns = r.uint32(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.rows === undefined || m.columns === undefined) r.lacksRequired = true;
  return m as TTYInfo_WindowSize;
}

/** mesos.v1.TTYInfo.WindowSize */
export const TTYInfo_WindowSizeCodec = makeCodec<TTYInfo_WindowSize>(mesosShapes.TTYInfo_WindowSize, encodeTTYInfo_WindowSize, decodeTTYInfo_WindowSize);

export function encodeContainerInfo(w: Writer, m: ContainerInfo): void {
  w.uint32(8).int32(mesosShapes.ContainerInfo_Type.numbers[m.type]);
  if (m.volumes !== undefined) for (const item of m.volumes) { w.uint32(18).fork(); encodeVolume(w, item); w.ldelim(); }
  if (m.docker !== undefined) { w.uint32(26).fork(); encodeContainerInfo_DockerInfo(w, m.docker); w.ldelim(); }
  if (m.hostname !== undefined) { w.uint32(34).string(m.hostname); }
  if (m.mesos !== undefined) { w.uint32(42).fork(); encodeContainerInfo_MesosInfo(w, m.mesos); w.ldelim(); }
  if (m.network_infos !== undefined) for (const item of m.network_infos) { w.uint32(58).fork(); encodeNetworkInfo(w, item); w.ldelim(); }
  if (m.linux_info !== undefined) { w.uint32(66).fork(); encodeLinuxInfo(w, m.linux_info); w.ldelim(); }
  if (m.rlimit_info !== undefined) { w.uint32(74).fork(); encodeRLimitInfo(w, m.rlimit_info); w.ldelim(); }
  if (m.tty_info !== undefined) { w.uint32(82).fork(); encodeTTYInfo(w, m.tty_info); w.ldelim(); }
}

const ContainerInfoDraft = draftOf<ContainerInfo>();
export function decodeContainerInfo(r: WireReader, end: number, into?: ContainerInfo): ContainerInfo {
  const m = (into ?? new ContainerInfoDraft()) as Draft<ContainerInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.ContainerInfo_Type.names[r.int32()]; if (value !== undefined) { m.type = value; } break; }
      case 18: { const one = decodeVolume(r, endOfMessage(r, end)); if (m.volumes === undefined) m.volumes = [one]; else m.volumes.push(one); break; }
      case 26: m.docker = decodeContainerInfo_DockerInfo(r, endOfMessage(r, end), m.docker); break;
      case 34: m.hostname = r.string(); break;
      case 42: m.mesos = decodeContainerInfo_MesosInfo(r, endOfMessage(r, end), m.mesos); break;
      case 58: { const one = readShared(r, end, decodeNetworkInfo, undefined); if (m.network_infos === undefined) m.network_infos = [one]; else m.network_infos.push(one); break; }
      case 66: m.linux_info = decodeLinuxInfo(r, endOfMessage(r, end), m.linux_info); break;
      case 74: m.rlimit_info = decodeRLimitInfo(r, endOfMessage(r, end), m.rlimit_info); break;
      case 82: m.tty_info = decodeTTYInfo(r, endOfMessage(r, end), m.tty_info); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.type === undefined) r.lacksRequired = true;
  return m as ContainerInfo;
}

/** mesos.v1.ContainerInfo */
export const ContainerInfoCodec = makeCodec<ContainerInfo>(mesosShapes.ContainerInfo, encodeContainerInfo, decodeContainerInfo);

export function encodeContainerInfo_DockerInfo(w: Writer, m: ContainerInfo_DockerInfo): void {
  w.uint32(10).string(m.image);
  if (m.network !== undefined) { w.uint32(16).int32(mesosShapes.ContainerInfo_DockerInfo_Network.numbers[m.network]); }
  if (m.port_mappings !== undefined) for (const item of m.port_mappings) { w.uint32(26).fork(); encodeContainerInfo_DockerInfo_PortMapping(w, item); w.ldelim(); }
  if (m.privileged !== undefined) { w.uint32(32).bool(m.privileged); }
  if (m.parameters !== undefined) for (const item of m.parameters) { w.uint32(42).fork(); encodeParameter(w, item); w.ldelim(); }
  if (m.force_pull_image !== undefined) { w.uint32(48).bool(m.force_pull_image); }
  if (m.volume_driver !== undefined) { w.uint32(58).string(m.volume_driver); }
}

const ContainerInfo_DockerInfoDraft = draftOf<ContainerInfo_DockerInfo>();
export function decodeContainerInfo_DockerInfo(r: WireReader, end: number, into?: ContainerInfo_DockerInfo): ContainerInfo_DockerInfo {
  const m = (into ?? new ContainerInfo_DockerInfoDraft()) as Draft<ContainerInfo_DockerInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.image = r.string(); break;
      case 16: { const value = mesosShapes.ContainerInfo_DockerInfo_Network.names[r.int32()]; if (value !== undefined) { m.network = value; } break; }
      case 26: { const one = decodeContainerInfo_DockerInfo_PortMapping(r, endOfMessage(r, end)); if (m.port_mappings === undefined) m.port_mappings = [one]; else m.port_mappings.push(one); break; }
      case 32: m.privileged = r.bool(); break;
      case 42: { const one = decodeParameter(r, endOfMessage(r, end)); if (m.parameters === undefined) m.parameters = [one]; else m.parameters.push(one); break; }
      case 48: m.force_pull_image = r.bool(); break;
      case 58: m.volume_driver = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.image === undefined) r.lacksRequired = true;
  return m as ContainerInfo_DockerInfo;
}

/** mesos.v1.ContainerInfo.DockerInfo */
export const ContainerInfo_DockerInfoCodec = makeCodec<ContainerInfo_DockerInfo>(mesosShapes.ContainerInfo_DockerInfo, encodeContainerInfo_DockerInfo, decodeContainerInfo_DockerInfo);

export function encodeContainerInfo_DockerInfo_PortMapping(w: Writer, m: ContainerInfo_DockerInfo_PortMapping): void {
  w.uint32(8).uint32(m.host_port);
  w.uint32(16).uint32(m.container_port);
  if (m.protocol !== undefined) { w.uint32(26).string(m.protocol); }
}

const ContainerInfo_DockerInfo_PortMappingDraft = draftOf<ContainerInfo_DockerInfo_PortMapping>();
export function decodeContainerInfo_DockerInfo_PortMapping(r: WireReader, end: number, into?: ContainerInfo_DockerInfo_PortMapping): ContainerInfo_DockerInfo_PortMapping {
  const m = (into ?? new ContainerInfo_DockerInfo_PortMappingDraft()) as Draft<ContainerInfo_DockerInfo_PortMapping>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.host_port = r.uint32(); break;
      case 16: m.container_port = r.uint32(); break;
      case 26: m.protocol = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.host_port === undefined || m.container_port === undefined) r.lacksRequired = true;
  return m as ContainerInfo_DockerInfo_PortMapping;
}

/** mesos.v1.ContainerInfo.DockerInfo.PortMapping */
export const ContainerInfo_DockerInfo_PortMappingCodec = makeCodec<ContainerInfo_DockerInfo_PortMapping>(mesosShapes.ContainerInfo_DockerInfo_PortMapping, encodeContainerInfo_DockerInfo_PortMapping, decodeContainerInfo_DockerInfo_PortMapping);

export function encodeContainerInfo_MesosInfo(w: Writer, m: ContainerInfo_MesosInfo): void {
  if (m.image !== undefined) { w.uint32(10).fork(); encodeImage(w, m.image); w.ldelim(); }
}

const ContainerInfo_MesosInfoDraft = draftOf<ContainerInfo_MesosInfo>();
export function decodeContainerInfo_MesosInfo(r: WireReader, end: number, into?: ContainerInfo_MesosInfo): ContainerInfo_MesosInfo {
  const m = (into ?? new ContainerInfo_MesosInfoDraft()) as Draft<ContainerInfo_MesosInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.image = decodeImage(r, endOfMessage(r, end), m.image); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as ContainerInfo_MesosInfo;
}

/** mesos.v1.ContainerInfo.MesosInfo */
export const ContainerInfo_MesosInfoCodec = makeCodec<ContainerInfo_MesosInfo>(mesosShapes.ContainerInfo_MesosInfo, encodeContainerInfo_MesosInfo, decodeContainerInfo_MesosInfo);

export function encodeContainerStatus(w: Writer, m: ContainerStatus): void {
  if (m.network_infos !== undefined) for (const item of m.network_infos) { w.uint32(10).fork(); encodeNetworkInfo(w, item); w.ldelim(); }
  if (m.cgroup_info !== undefined) { w.uint32(18).fork(); encodeCgroupInfo(w, m.cgroup_info); w.ldelim(); }
  if (m.executor_pid !== undefined) { w.uint32(24).uint32(m.executor_pid); }
  if (m.container_id !== undefined) { w.uint32(34).fork(); encodeContainerID(w, m.container_id); w.ldelim(); }
}

const ContainerStatusDraft = draftOf<ContainerStatus>();
export function decodeContainerStatus(r: WireReader, end: number, into?: ContainerStatus): ContainerStatus {
  const m = (into ?? new ContainerStatusDraft()) as Draft<ContainerStatus>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = readShared(r, end, decodeNetworkInfo, undefined); if (m.network_infos === undefined) m.network_infos = [one]; else m.network_infos.push(one); break; }
      case 18: m.cgroup_info = decodeCgroupInfo(r, endOfMessage(r, end), m.cgroup_info); break;
      case 24: m.executor_pid = r.uint32(); break;
      case 34: m.container_id = decodeContainerID(r, endOfMessage(r, end), m.container_id); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as ContainerStatus;
}

/** mesos.v1.ContainerStatus */
export const ContainerStatusCodec = makeCodec<ContainerStatus>(mesosShapes.ContainerStatus, encodeContainerStatus, decodeContainerStatus);

export function encodeCgroupInfo(w: Writer, m: CgroupInfo): void {
  if (m.net_cls !== undefined) { w.uint32(10).fork(); encodeCgroupInfo_NetCls(w, m.net_cls); w.ldelim(); }
}

const CgroupInfoDraft = draftOf<CgroupInfo>();
export function decodeCgroupInfo(r: WireReader, end: number, into?: CgroupInfo): CgroupInfo {
  const m = (into ?? new CgroupInfoDraft()) as Draft<CgroupInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.net_cls = decodeCgroupInfo_NetCls(r, endOfMessage(r, end), m.net_cls); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as CgroupInfo;
}

/** mesos.v1.CgroupInfo */
export const CgroupInfoCodec = makeCodec<CgroupInfo>(mesosShapes.CgroupInfo, encodeCgroupInfo, decodeCgroupInfo);

export function encodeCgroupInfo_Blkio(_w: Writer, _m: CgroupInfo_Blkio): void {}

const CgroupInfo_BlkioDraft = draftOf<CgroupInfo_Blkio>();
export function decodeCgroupInfo_Blkio(r: WireReader, end: number, into?: CgroupInfo_Blkio): CgroupInfo_Blkio {
  const m = (into ?? new CgroupInfo_BlkioDraft()) as Draft<CgroupInfo_Blkio>;
  while (r.pos < end) {
    const tag = r.tag();
    skipField(r, tag);
  }
  finishMessage(r, end);
  return m as CgroupInfo_Blkio;
}

/** mesos.v1.CgroupInfo.Blkio */
export const CgroupInfo_BlkioCodec = makeCodec<CgroupInfo_Blkio>(mesosShapes.CgroupInfo_Blkio, encodeCgroupInfo_Blkio, decodeCgroupInfo_Blkio);

export function encodeCgroupInfo_Blkio_Value(w: Writer, m: CgroupInfo_Blkio_Value): void {
  if (m.op !== undefined) { w.uint32(8).int32(mesosShapes.CgroupInfo_Blkio_Operation.numbers[m.op]); }
  if (m.value !== undefined) { w.uint32(16); writeUint64(w, m.value); }
}

const CgroupInfo_Blkio_ValueDraft = draftOf<CgroupInfo_Blkio_Value>();
export function decodeCgroupInfo_Blkio_Value(r: WireReader, end: number, into?: CgroupInfo_Blkio_Value): CgroupInfo_Blkio_Value {
  const m = (into ?? new CgroupInfo_Blkio_ValueDraft()) as Draft<CgroupInfo_Blkio_Value>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.CgroupInfo_Blkio_Operation.names[r.int32()]; if (value !== undefined) { m.op = value; } break; }
      case 16: m.value = readUint64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as CgroupInfo_Blkio_Value;
}

/** mesos.v1.CgroupInfo.Blkio.Value */
export const CgroupInfo_Blkio_ValueCodec = makeCodec<CgroupInfo_Blkio_Value>(mesosShapes.CgroupInfo_Blkio_Value, encodeCgroupInfo_Blkio_Value, decodeCgroupInfo_Blkio_Value);

export function encodeCgroupInfo_Blkio_CFQ(_w: Writer, _m: CgroupInfo_Blkio_CFQ): void {}

const CgroupInfo_Blkio_CFQDraft = draftOf<CgroupInfo_Blkio_CFQ>();
export function decodeCgroupInfo_Blkio_CFQ(r: WireReader, end: number, into?: CgroupInfo_Blkio_CFQ): CgroupInfo_Blkio_CFQ {
  const m = (into ?? new CgroupInfo_Blkio_CFQDraft()) as Draft<CgroupInfo_Blkio_CFQ>;
  while (r.pos < end) {
    const tag = r.tag();
    skipField(r, tag);
  }
  finishMessage(r, end);
  return m as CgroupInfo_Blkio_CFQ;
}

/** mesos.v1.CgroupInfo.Blkio.CFQ */
export const CgroupInfo_Blkio_CFQCodec = makeCodec<CgroupInfo_Blkio_CFQ>(mesosShapes.CgroupInfo_Blkio_CFQ, encodeCgroupInfo_Blkio_CFQ, decodeCgroupInfo_Blkio_CFQ);

export function encodeCgroupInfo_Blkio_CFQ_Statistics(w: Writer, m: CgroupInfo_Blkio_CFQ_Statistics): void {
  if (m.device !== undefined) { w.uint32(10).fork(); encodeDevice_Number(w, m.device); w.ldelim(); }
  if (m.sectors !== undefined) { w.uint32(16); writeUint64(w, m.sectors); }
  if (m.time !== undefined) { w.uint32(24); writeUint64(w, m.time); }
  if (m.io_serviced !== undefined) for (const item of m.io_serviced) { w.uint32(34).fork(); encodeCgroupInfo_Blkio_Value(w, item); w.ldelim(); }
  if (m.io_service_bytes !== undefined) for (const item of m.io_service_bytes) { w.uint32(42).fork(); encodeCgroupInfo_Blkio_Value(w, item); w.ldelim(); }
  if (m.io_service_time !== undefined) for (const item of m.io_service_time) { w.uint32(50).fork(); encodeCgroupInfo_Blkio_Value(w, item); w.ldelim(); }
  if (m.io_wait_time !== undefined) for (const item of m.io_wait_time) { w.uint32(58).fork(); encodeCgroupInfo_Blkio_Value(w, item); w.ldelim(); }
  if (m.io_merged !== undefined) for (const item of m.io_merged) { w.uint32(66).fork(); encodeCgroupInfo_Blkio_Value(w, item); w.ldelim(); }
  if (m.io_queued !== undefined) for (const item of m.io_queued) { w.uint32(74).fork(); encodeCgroupInfo_Blkio_Value(w, item); w.ldelim(); }
}

const CgroupInfo_Blkio_CFQ_StatisticsDraft = draftOf<CgroupInfo_Blkio_CFQ_Statistics>();
export function decodeCgroupInfo_Blkio_CFQ_Statistics(r: WireReader, end: number, into?: CgroupInfo_Blkio_CFQ_Statistics): CgroupInfo_Blkio_CFQ_Statistics {
  const m = (into ?? new CgroupInfo_Blkio_CFQ_StatisticsDraft()) as Draft<CgroupInfo_Blkio_CFQ_Statistics>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.device = decodeDevice_Number(r, endOfMessage(r, end), m.device); break;
      case 16: m.sectors = readUint64(r); break;
      case 24: m.time = readUint64(r); break;
      case 34: { const one = decodeCgroupInfo_Blkio_Value(r, endOfMessage(r, end)); if (m.io_serviced === undefined) m.io_serviced = [one]; else m.io_serviced.push(one); break; }
      case 42: { const one = decodeCgroupInfo_Blkio_Value(r, endOfMessage(r, end)); if (m.io_service_bytes === undefined) m.io_service_bytes = [one]; else m.io_service_bytes.push(one); break; }
      case 50: { const one = decodeCgroupInfo_Blkio_Value(r, endOfMessage(r, end)); if (m.io_service_time === undefined) m.io_service_time = [one]; else m.io_service_time.push(one); break; }
      case 58: { const one = decodeCgroupInfo_Blkio_Value(r, endOfMessage(r, end)); if (m.io_wait_time === undefined) m.io_wait_time = [one]; else m.io_wait_time.push(one); break; }
      case 66: { const one = decodeCgroupInfo_Blkio_Value(r, endOfMessage(r, end)); if (m.io_merged === undefined) m.io_merged = [one]; else m.io_merged.push(one); break; }
      case 74: { const one = decodeCgroupInfo_Blkio_Value(r, endOfMessage(r, end)); if (m.io_queued === undefined) m.io_queued = [one]; else m.io_queued.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as CgroupInfo_Blkio_CFQ_Statistics;
}

/** mesos.v1.CgroupInfo.Blkio.CFQ.Statistics */
export const CgroupInfo_Blkio_CFQ_StatisticsCodec = makeCodec<CgroupInfo_Blkio_CFQ_Statistics>(mesosShapes.CgroupInfo_Blkio_CFQ_Statistics, encodeCgroupInfo_Blkio_CFQ_Statistics, decodeCgroupInfo_Blkio_CFQ_Statistics);

export function encodeCgroupInfo_Blkio_Throttling(_w: Writer, _m: CgroupInfo_Blkio_Throttling): void {}

const CgroupInfo_Blkio_ThrottlingDraft = draftOf<CgroupInfo_Blkio_Throttling>();
export function decodeCgroupInfo_Blkio_Throttling(r: WireReader, end: number, into?: CgroupInfo_Blkio_Throttling): CgroupInfo_Blkio_Throttling {
  const m = (into ?? new CgroupInfo_Blkio_ThrottlingDraft()) as Draft<CgroupInfo_Blkio_Throttling>;
  while (r.pos < end) {
    const tag = r.tag();
    skipField(r, tag);
  }
  finishMessage(r, end);
  return m as CgroupInfo_Blkio_Throttling;
}

/** mesos.v1.CgroupInfo.Blkio.Throttling */
export const CgroupInfo_Blkio_ThrottlingCodec = makeCodec<CgroupInfo_Blkio_Throttling>(mesosShapes.CgroupInfo_Blkio_Throttling, encodeCgroupInfo_Blkio_Throttling, decodeCgroupInfo_Blkio_Throttling);

export function encodeCgroupInfo_Blkio_Throttling_Statistics(w: Writer, m: CgroupInfo_Blkio_Throttling_Statistics): void {
  if (m.device !== undefined) { w.uint32(10).fork(); encodeDevice_Number(w, m.device); w.ldelim(); }
  if (m.io_serviced !== undefined) for (const item of m.io_serviced) { w.uint32(18).fork(); encodeCgroupInfo_Blkio_Value(w, item); w.ldelim(); }
  if (m.io_service_bytes !== undefined) for (const item of m.io_service_bytes) { w.uint32(26).fork(); encodeCgroupInfo_Blkio_Value(w, item); w.ldelim(); }
}

const CgroupInfo_Blkio_Throttling_StatisticsDraft = draftOf<CgroupInfo_Blkio_Throttling_Statistics>();
export function decodeCgroupInfo_Blkio_Throttling_Statistics(r: WireReader, end: number, into?: CgroupInfo_Blkio_Throttling_Statistics): CgroupInfo_Blkio_Throttling_Statistics {
  const m = (into ?? new CgroupInfo_Blkio_Throttling_StatisticsDraft()) as Draft<CgroupInfo_Blkio_Throttling_Statistics>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.device = decodeDevice_Number(r, endOfMessage(r, end), m.device); break;
      case 18: { const one = decodeCgroupInfo_Blkio_Value(r, endOfMessage(r, end)); if (m.io_serviced === undefined) m.io_serviced = [one]; else m.io_serviced.push(one); break; }
      case 26: { const one = decodeCgroupInfo_Blkio_Value(r, endOfMessage(r, end)); if (m.io_service_bytes === undefined) m.io_service_bytes = [one]; else m.io_service_bytes.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as CgroupInfo_Blkio_Throttling_Statistics;
}

/** mesos.v1.CgroupInfo.Blkio.Throttling.Statistics */
export const CgroupInfo_Blkio_Throttling_StatisticsCodec = makeCodec<CgroupInfo_Blkio_Throttling_Statistics>(mesosShapes.CgroupInfo_Blkio_Throttling_Statistics, encodeCgroupInfo_Blkio_Throttling_Statistics, decodeCgroupInfo_Blkio_Throttling_Statistics);

export function encodeCgroupInfo_Blkio_Statistics(w: Writer, m: CgroupInfo_Blkio_Statistics): void {
  if (m.cfq !== undefined) for (const item of m.cfq) { w.uint32(10).fork(); encodeCgroupInfo_Blkio_CFQ_Statistics(w, item); w.ldelim(); }
  if (m.cfq_recursive !== undefined) for (const item of m.cfq_recursive) { w.uint32(18).fork(); encodeCgroupInfo_Blkio_CFQ_Statistics(w, item); w.ldelim(); }
  if (m.throttling !== undefined) for (const item of m.throttling) { w.uint32(26).fork(); encodeCgroupInfo_Blkio_Throttling_Statistics(w, item); w.ldelim(); }
}

const CgroupInfo_Blkio_StatisticsDraft = draftOf<CgroupInfo_Blkio_Statistics>();
export function decodeCgroupInfo_Blkio_Statistics(r: WireReader, end: number, into?: CgroupInfo_Blkio_Statistics): CgroupInfo_Blkio_Statistics {
  const m = (into ?? new CgroupInfo_Blkio_StatisticsDraft()) as Draft<CgroupInfo_Blkio_Statistics>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeCgroupInfo_Blkio_CFQ_Statistics(r, endOfMessage(r, end)); if (m.cfq === undefined) m.cfq = [one]; else m.cfq.push(one); break; }
      case 18: { const one = decodeCgroupInfo_Blkio_CFQ_Statistics(r, endOfMessage(r, end)); if (m.cfq_recursive === undefined) m.cfq_recursive = [one]; else m.cfq_recursive.push(one); break; }
      case 26: { const one = decodeCgroupInfo_Blkio_Throttling_Statistics(r, endOfMessage(r, end)); if (m.throttling === undefined) m.throttling = [one]; else m.throttling.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as CgroupInfo_Blkio_Statistics;
}

/** mesos.v1.CgroupInfo.Blkio.Statistics */
export const CgroupInfo_Blkio_StatisticsCodec = makeCodec<CgroupInfo_Blkio_Statistics>(mesosShapes.CgroupInfo_Blkio_Statistics, encodeCgroupInfo_Blkio_Statistics, decodeCgroupInfo_Blkio_Statistics);

export function encodeCgroupInfo_NetCls(w: Writer, m: CgroupInfo_NetCls): void {
  if (m.classid !== undefined) { w.uint32(8).uint32(m.classid); }
}

const CgroupInfo_NetClsDraft = draftOf<CgroupInfo_NetCls>();
export function decodeCgroupInfo_NetCls(r: WireReader, end: number, into?: CgroupInfo_NetCls): CgroupInfo_NetCls {
  const m = (into ?? new CgroupInfo_NetClsDraft()) as Draft<CgroupInfo_NetCls>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.classid = r.uint32(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as CgroupInfo_NetCls;
}

/** mesos.v1.CgroupInfo.NetCls */
export const CgroupInfo_NetClsCodec = makeCodec<CgroupInfo_NetCls>(mesosShapes.CgroupInfo_NetCls, encodeCgroupInfo_NetCls, decodeCgroupInfo_NetCls);

export function encodeLabels(w: Writer, m: Labels): void {
  if (m.labels !== undefined) for (const item of m.labels) { w.uint32(10).fork(); encodeLabel(w, item); w.ldelim(); }
}

const LabelsDraft = draftOf<Labels>();
export function decodeLabels(r: WireReader, end: number, into?: Labels): Labels {
  const m = (into ?? new LabelsDraft()) as Draft<Labels>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeLabel(r, endOfMessage(r, end)); if (m.labels === undefined) m.labels = [one]; else m.labels.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Labels;
}

/** mesos.v1.Labels */
export const LabelsCodec = makeCodec<Labels>(mesosShapes.Labels, encodeLabels, decodeLabels);

export function encodeLabel(w: Writer, m: Label): void {
  w.uint32(10).string(m.key);
  if (m.value !== undefined) { w.uint32(18).string(m.value); }
}

const LabelDraft = draftOf<Label>();
export function decodeLabel(r: WireReader, end: number, into?: Label): Label {
  const m = (into ?? new LabelDraft()) as Draft<Label>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.key = r.string(); break;
      case 18: m.value = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.key === undefined) r.lacksRequired = true;
  return m as Label;
}

/** mesos.v1.Label */
export const LabelCodec = makeCodec<Label>(mesosShapes.Label, encodeLabel, decodeLabel);

export function encodePort(w: Writer, m: Port): void {
  w.uint32(8).uint32(m.number);
  if (m.name !== undefined) { w.uint32(18).string(m.name); }
  if (m.protocol !== undefined) { w.uint32(26).string(m.protocol); }
  if (m.visibility !== undefined) { w.uint32(32).int32(mesosShapes.DiscoveryInfo_Visibility.numbers[m.visibility]); }
  if (m.labels !== undefined) { w.uint32(42).fork(); encodeLabels(w, m.labels); w.ldelim(); }
}

const PortDraft = draftOf<Port>();
export function decodePort(r: WireReader, end: number, into?: Port): Port {
  const m = (into ?? new PortDraft()) as Draft<Port>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.number = r.uint32(); break;
      case 18: m.name = readWord(r); break;
      case 26: m.protocol = r.string(); break;
      case 32: { const value = mesosShapes.DiscoveryInfo_Visibility.names[r.int32()]; if (value !== undefined) { m.visibility = value; } break; }
      case 42: m.labels = decodeLabels(r, endOfMessage(r, end), m.labels); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.number === undefined) r.lacksRequired = true;
  return m as Port;
}

/** mesos.v1.Port */
export const PortCodec = makeCodec<Port>(mesosShapes.Port, encodePort, decodePort);

export function encodePorts(w: Writer, m: Ports): void {
  if (m.ports !== undefined) for (const item of m.ports) { w.uint32(10).fork(); encodePort(w, item); w.ldelim(); }
}

const PortsDraft = draftOf<Ports>();
export function decodePorts(r: WireReader, end: number, into?: Ports): Ports {
  const m = (into ?? new PortsDraft()) as Draft<Ports>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodePort(r, endOfMessage(r, end)); if (m.ports === undefined) m.ports = [one]; else m.ports.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Ports;
}

/** mesos.v1.Ports */
export const PortsCodec = makeCodec<Ports>(mesosShapes.Ports, encodePorts, decodePorts);

export function encodeDiscoveryInfo(w: Writer, m: DiscoveryInfo): void {
  w.uint32(8).int32(mesosShapes.DiscoveryInfo_Visibility.numbers[m.visibility]);
  if (m.name !== undefined) { w.uint32(18).string(m.name); }
  if (m.environment !== undefined) { w.uint32(26).string(m.environment); }
  if (m.location !== undefined) { w.uint32(34).string(m.location); }
  if (m.version !== undefined) { w.uint32(42).string(m.version); }
  if (m.ports !== undefined) { w.uint32(50).fork(); encodePorts(w, m.ports); w.ldelim(); }
  if (m.labels !== undefined) { w.uint32(58).fork(); encodeLabels(w, m.labels); w.ldelim(); }
}

const DiscoveryInfoDraft = draftOf<DiscoveryInfo>();
export function decodeDiscoveryInfo(r: WireReader, end: number, into?: DiscoveryInfo): DiscoveryInfo {
  const m = (into ?? new DiscoveryInfoDraft()) as Draft<DiscoveryInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.DiscoveryInfo_Visibility.names[r.int32()]; if (value !== undefined) { m.visibility = value; } break; }
      case 18: m.name = readWord(r); break;
      case 26: m.environment = r.string(); break;
      case 34: m.location = r.string(); break;
      case 42: m.version = readWord(r); break;
      case 50: m.ports = decodePorts(r, endOfMessage(r, end), m.ports); break;
      case 58: m.labels = decodeLabels(r, endOfMessage(r, end), m.labels); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.visibility === undefined) r.lacksRequired = true;
  return m as DiscoveryInfo;
}

/** mesos.v1.DiscoveryInfo */
export const DiscoveryInfoCodec = makeCodec<DiscoveryInfo>(mesosShapes.DiscoveryInfo, encodeDiscoveryInfo, decodeDiscoveryInfo);

export function encodeWeightInfo(w: Writer, m: WeightInfo): void {
  w.uint32(9).double(m.weight);
  if (m.role !== undefined) { w.uint32(18).string(m.role); }
}

const WeightInfoDraft = draftOf<WeightInfo>();
export function decodeWeightInfo(r: WireReader, end: number, into?: WeightInfo): WeightInfo {
  const m = (into ?? new WeightInfoDraft()) as Draft<WeightInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 9: m.weight = r.double(); break;
      case 18: m.role = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.weight === undefined) r.lacksRequired = true;
  return m as WeightInfo;
}

/** mesos.v1.WeightInfo */
export const WeightInfoCodec = makeCodec<WeightInfo>(mesosShapes.WeightInfo, encodeWeightInfo, decodeWeightInfo);

export function encodeVersionInfo(w: Writer, m: VersionInfo): void {
  w.uint32(10).string(m.version);
  if (m.build_date !== undefined) { w.uint32(18).string(m.build_date); }
  if (m.build_time !== undefined) { w.uint32(25).double(m.build_time); }
  if (m.build_user !== undefined) { w.uint32(34).string(m.build_user); }
  if (m.git_sha !== undefined) { w.uint32(42).string(m.git_sha); }
  if (m.git_branch !== undefined) { w.uint32(50).string(m.git_branch); }
  if (m.git_tag !== undefined) { w.uint32(58).string(m.git_tag); }
}

const VersionInfoDraft = draftOf<VersionInfo>();
export function decodeVersionInfo(r: WireReader, end: number, into?: VersionInfo): VersionInfo {
  const m = (into ?? new VersionInfoDraft()) as Draft<VersionInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.version = readWord(r); break;
      case 18: m.build_date = r.string(); break;
      case 25: m.build_time = r.double(); break;
      case 34: m.build_user = r.string(); break;
      case 42: m.git_sha = r.string(); break;
      case 50: m.git_branch = r.string(); break;
      case 58: m.git_tag = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.version === undefined) r.lacksRequired = true;
  return m as VersionInfo;
}

/** mesos.v1.VersionInfo */
export const VersionInfoCodec = makeCodec<VersionInfo>(mesosShapes.VersionInfo, encodeVersionInfo, decodeVersionInfo);

export function encodeFlag(w: Writer, m: Flag): void {
  w.uint32(10).string(m.name);
  if (m.value !== undefined) { w.uint32(18).string(m.value); }
}

const FlagDraft = draftOf<Flag>();
export function decodeFlag(r: WireReader, end: number, into?: Flag): Flag {
  const m = (into ?? new FlagDraft()) as Draft<Flag>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.name = readWord(r); break;
      case 18: m.value = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.name === undefined) r.lacksRequired = true;
  return m as Flag;
}

/** mesos.v1.Flag */
export const FlagCodec = makeCodec<Flag>(mesosShapes.Flag, encodeFlag, decodeFlag);

export function encodeRole(w: Writer, m: Role): void {
  w.uint32(10).string(m.name);
  w.uint32(17).double(m.weight);
  if (m.frameworks !== undefined) for (const item of m.frameworks) { w.uint32(26).fork(); encodeFrameworkID(w, item); w.ldelim(); }
  if (m.resources !== undefined) for (const item of m.resources) { w.uint32(34); writeShared(w, item, encodeResource); }
}

const RoleDraft = draftOf<Role>();
export function decodeRole(r: WireReader, end: number, into?: Role): Role {
  const m = (into ?? new RoleDraft()) as Draft<Role>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.name = readWord(r); break;
      case 17: m.weight = r.double(); break;
      case 26: { const one = readShared(r, end, decodeFrameworkID, undefined); if (m.frameworks === undefined) m.frameworks = [one]; else m.frameworks.push(one); break; }
      case 34: { const one = readShared(r, end, decodeResource, undefined); if (m.resources === undefined) m.resources = [one]; else m.resources.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.name === undefined || m.weight === undefined) r.lacksRequired = true;
  return m as Role;
}

/** mesos.v1.Role */
export const RoleCodec = makeCodec<Role>(mesosShapes.Role, encodeRole, decodeRole);

export function encodeMetric(w: Writer, m: Metric): void {
  w.uint32(10).string(m.name);
  if (m.value !== undefined) { w.uint32(17).double(m.value); }
}

const MetricDraft = draftOf<Metric>();
export function decodeMetric(r: WireReader, end: number, into?: Metric): Metric {
  const m = (into ?? new MetricDraft()) as Draft<Metric>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.name = readWord(r); break;
      case 17: m.value = r.double(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.name === undefined) r.lacksRequired = true;
  return m as Metric;
}

/** mesos.v1.Metric */
export const MetricCodec = makeCodec<Metric>(mesosShapes.Metric, encodeMetric, decodeMetric);

export function encodeFileInfo(w: Writer, m: FileInfo): void {
  w.uint32(10).string(m.path);
  if (m.nlink !== undefined) { w.uint32(16).int32(m.nlink); }
  if (m.size !== undefined) { w.uint32(24); writeUint64(w, m.size); }
  if (m.mtime !== undefined) { w.uint32(34).fork(); encodeTimeInfo(w, m.mtime); w.ldelim(); }
  if (m.mode !== undefined) { w.uint32(40).uint32(m.mode); }
  if (m.uid !== undefined) { w.uint32(50).string(m.uid); }
  if (m.gid !== undefined) { w.uint32(58).string(m.gid); }
}

const FileInfoDraft = draftOf<FileInfo>();
export function decodeFileInfo(r: WireReader, end: number, into?: FileInfo): FileInfo {
  const m = (into ?? new FileInfoDraft()) as Draft<FileInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.path = r.string(); break;
      case 16: m.nlink = r.int32(); break;
      case 24: m.size = readUint64(r); break;
      case 34: m.mtime = decodeTimeInfo(r, endOfMessage(r, end), m.mtime); break;
      case 40: m.mode = r.uint32(); break;
      case 50: m.uid = r.string(); break;
      case 58: m.gid = r.string(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.path === undefined) r.lacksRequired = true;
  return m as FileInfo;
}

/** mesos.v1.FileInfo */
export const FileInfoCodec = makeCodec<FileInfo>(mesosShapes.FileInfo, encodeFileInfo, decodeFileInfo);

export function encodeDevice(w: Writer, m: Device): void {
  if (m.path !== undefined) { w.uint32(10).string(m.path); }
  if (m.number !== undefined) { w.uint32(18).fork(); encodeDevice_Number(w, m.number); w.ldelim(); }
}

const DeviceDraft = draftOf<Device>();
export function decodeDevice(r: WireReader, end: number, into?: Device): Device {
  const m = (into ?? new DeviceDraft()) as Draft<Device>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.path = r.string(); break;
      case 18: m.number = decodeDevice_Number(r, endOfMessage(r, end), m.number); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Device;
}

/** mesos.v1.Device */
export const DeviceCodec = makeCodec<Device>(mesosShapes.Device, encodeDevice, decodeDevice);

export function encodeDevice_Number(w: Writer, m: Device_Number): void {
  w.uint32(8); writeUint64(w, m.major_number);
  w.uint32(16); writeUint64(w, m.minor_number);
}

const Device_NumberDraft = draftOf<Device_Number>();
export function decodeDevice_Number(r: WireReader, end: number, into?: Device_Number): Device_Number {
  const m = (into ?? new Device_NumberDraft()) as Draft<Device_Number>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.major_number = readUint64(r); break;
      case 16: m.minor_number = readUint64(r); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.major_number === undefined || m.minor_number === undefined) r.lacksRequired = true;
  return m as Device_Number;
}

/** mesos.v1.Device.Number */
export const Device_NumberCodec = makeCodec<Device_Number>(mesosShapes.Device_Number, encodeDevice_Number, decodeDevice_Number);

export function encodeDeviceAccess(w: Writer, m: DeviceAccess): void {
  w.uint32(10).fork(); encodeDevice(w, m.device); w.ldelim();
  w.uint32(18).fork(); encodeDeviceAccess_Access(w, m.access); w.ldelim();
}

const DeviceAccessDraft = draftOf<DeviceAccess>();
export function decodeDeviceAccess(r: WireReader, end: number, into?: DeviceAccess): DeviceAccess {
  const m = (into ?? new DeviceAccessDraft()) as Draft<DeviceAccess>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.device = decodeDevice(r, endOfMessage(r, end), m.device); break;
      case 18: m.access = decodeDeviceAccess_Access(r, endOfMessage(r, end), m.access); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.device === undefined || m.access === undefined) r.lacksRequired = true;
  return m as DeviceAccess;
}

/** mesos.v1.DeviceAccess */
export const DeviceAccessCodec = makeCodec<DeviceAccess>(mesosShapes.DeviceAccess, encodeDeviceAccess, decodeDeviceAccess);

export function encodeDeviceAccess_Access(w: Writer, m: DeviceAccess_Access): void {
  if (m.read !== undefined) { w.uint32(8).bool(m.read); }
  if (m.write !== undefined) { w.uint32(16).bool(m.write); }
  if (m.mknod !== undefined) { w.uint32(24).bool(m.mknod); }
}

const DeviceAccess_AccessDraft = draftOf<DeviceAccess_Access>();
export function decodeDeviceAccess_Access(r: WireReader, end: number, into?: DeviceAccess_Access): DeviceAccess_Access {
  const m = (into ?? new DeviceAccess_AccessDraft()) as Draft<DeviceAccess_Access>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.read = r.bool(); break;
      case 16: m.write = r.bool(); break;
      case 24: m.mknod = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as DeviceAccess_Access;
}

/** mesos.v1.DeviceAccess.Access */
export const DeviceAccess_AccessCodec = makeCodec<DeviceAccess_Access>(mesosShapes.DeviceAccess_Access, encodeDeviceAccess_Access, decodeDeviceAccess_Access);

export function encodeDeviceWhitelist(w: Writer, m: DeviceWhitelist): void {
  if (m.allowed_devices !== undefined) for (const item of m.allowed_devices) { w.uint32(10).fork(); encodeDeviceAccess(w, item); w.ldelim(); }
}

const DeviceWhitelistDraft = draftOf<DeviceWhitelist>();
export function decodeDeviceWhitelist(r: WireReader, end: number, into?: DeviceWhitelist): DeviceWhitelist {
  const m = (into ?? new DeviceWhitelistDraft()) as Draft<DeviceWhitelist>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeDeviceAccess(r, endOfMessage(r, end)); if (m.allowed_devices === undefined) m.allowed_devices = [one]; else m.allowed_devices.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as DeviceWhitelist;
}

/** mesos.v1.DeviceWhitelist */
export const DeviceWhitelistCodec = makeCodec<DeviceWhitelist>(mesosShapes.DeviceWhitelist, encodeDeviceWhitelist, decodeDeviceWhitelist);

export function encodeDrainConfig(w: Writer, m: DrainConfig): void {
  if (m.max_grace_period !== undefined) { w.uint32(10).fork(); encodeDurationInfo(w, m.max_grace_period); w.ldelim(); }
  if (m.mark_gone !== undefined) { w.uint32(16).bool(m.mark_gone); }
}

const DrainConfigDraft = draftOf<DrainConfig>();
export function decodeDrainConfig(r: WireReader, end: number, into?: DrainConfig): DrainConfig {
  const m = (into ?? new DrainConfigDraft()) as Draft<DrainConfig>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.max_grace_period = decodeDurationInfo(r, endOfMessage(r, end), m.max_grace_period); break;
      case 16: m.mark_gone = r.bool(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as DrainConfig;
}

/** mesos.v1.DrainConfig */
export const DrainConfigCodec = makeCodec<DrainConfig>(mesosShapes.DrainConfig, encodeDrainConfig, decodeDrainConfig);

export function encodeDrainInfo(w: Writer, m: DrainInfo): void {
  w.uint32(8).int32(mesosShapes.DrainState.numbers[m.state]);
  w.uint32(18).fork(); encodeDrainConfig(w, m.config); w.ldelim();
}

const DrainInfoDraft = draftOf<DrainInfo>();
export function decodeDrainInfo(r: WireReader, end: number, into?: DrainInfo): DrainInfo {
  const m = (into ?? new DrainInfoDraft()) as Draft<DrainInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = mesosShapes.DrainState.names[r.int32()]; if (value !== undefined) { m.state = value; } break; }
      case 18: m.config = decodeDrainConfig(r, endOfMessage(r, end), m.config); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.state === undefined || m.config === undefined) r.lacksRequired = true;
  return m as DrainInfo;
}

/** mesos.v1.DrainInfo */
export const DrainInfoCodec = makeCodec<DrainInfo>(mesosShapes.DrainInfo, encodeDrainInfo, decodeDrainInfo);
