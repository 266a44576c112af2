// Made by `npm run generate` from src/wire/proto/mesos.proto. Do not edit.
import { define, enumShape, field, messageShape } from "../../shape.ts";

export const Status = enumShape("mesos.v1.Status", {
  DRIVER_NOT_STARTED: 1,
  DRIVER_RUNNING: 2,
  DRIVER_ABORTED: 3,
  DRIVER_STOPPED: 4,
});
export const MachineInfo_Mode = enumShape("mesos.v1.MachineInfo.Mode", {
  UP: 1,
  DRAINING: 2,
  DOWN: 3,
});
export const FrameworkInfo_Capability_Type = enumShape("mesos.v1.FrameworkInfo.Capability.Type", {
  UNKNOWN: 0,
  REVOCABLE_RESOURCES: 1,
  TASK_KILLING_STATE: 2,
  GPU_RESOURCES: 3,
  SHARED_RESOURCES: 4,
  PARTITION_AWARE: 5,
  MULTI_ROLE: 6,
  RESERVATION_REFINEMENT: 7,
  REGION_AWARE: 8,
});
export const CheckInfo_Type = enumShape("mesos.v1.CheckInfo.Type", {
  UNKNOWN: 0,
  COMMAND: 1,
  HTTP: 2,
  TCP: 3,
});
export const HealthCheck_Type = enumShape("mesos.v1.HealthCheck.Type", {
  UNKNOWN: 0,
  COMMAND: 1,
  HTTP: 2,
  TCP: 3,
});
export const ExecutorInfo_Type = enumShape("mesos.v1.ExecutorInfo.Type", {
  UNKNOWN: 0,
  DEFAULT: 1,
  CUSTOM: 2,
});
export const MasterInfo_Capability_Type = enumShape("mesos.v1.MasterInfo.Capability.Type", {
  UNKNOWN: 0,
  AGENT_UPDATE: 1,
  AGENT_DRAINING: 2,
  QUOTA_V2: 3,
});
export const AgentInfo_Capability_Type = enumShape("mesos.v1.AgentInfo.Capability.Type", {
  UNKNOWN: 0,
  MULTI_ROLE: 1,
  HIERARCHICAL_ROLE: 2,
  RESERVATION_REFINEMENT: 3,
  RESOURCE_PROVIDER: 4,
  RESIZE_VOLUME: 5,
  AGENT_OPERATION_FEEDBACK: 6,
  AGENT_DRAINING: 7,
  TASK_RESOURCE_LIMITS: 8,
});
export const CSIPluginContainerInfo_Service = enumShape("mesos.v1.CSIPluginContainerInfo.Service", {
  UNKNOWN: 0,
  CONTROLLER_SERVICE: 1,
  NODE_SERVICE: 2,
});
export const Value_Type = enumShape("mesos.v1.Value.Type", {
  SCALAR: 0,
  RANGES: 1,
  SET: 2,
  TEXT: 3,
});
export const Resource_ReservationInfo_Type = enumShape("mesos.v1.Resource.ReservationInfo.Type", {
  UNKNOWN: 0,
  STATIC: 1,
  DYNAMIC: 2,
});
export const Resource_DiskInfo_Source_Type = enumShape("mesos.v1.Resource.DiskInfo.Source.Type", {
  UNKNOWN: 0,
  PATH: 1,
  MOUNT: 2,
  BLOCK: 3,
  RAW: 4,
});
export const Offer_Operation_Type = enumShape("mesos.v1.Offer.Operation.Type", {
  UNKNOWN: 0,
  LAUNCH: 1,
  RESERVE: 2,
  UNRESERVE: 3,
  CREATE: 4,
  DESTROY: 5,
  LAUNCH_GROUP: 6,
  GROW_VOLUME: 11,
  SHRINK_VOLUME: 12,
  CREATE_DISK: 13,
  DESTROY_DISK: 14,
});
export const TaskState = enumShape("mesos.v1.TaskState", {
  TASK_STARTING: 0,
  TASK_RUNNING: 1,
  TASK_FINISHED: 2,
  TASK_FAILED: 3,
  TASK_KILLED: 4,
  TASK_LOST: 5,
  TASK_STAGING: 6,
  TASK_ERROR: 7,
  TASK_KILLING: 8,
  TASK_DROPPED: 9,
  TASK_UNREACHABLE: 10,
  TASK_GONE: 11,
  TASK_GONE_BY_OPERATOR: 12,
  TASK_UNKNOWN: 13,
});
export const OperationState = enumShape("mesos.v1.OperationState", {
  OPERATION_UNSUPPORTED: 0,
  OPERATION_PENDING: 1,
  OPERATION_FINISHED: 2,
  OPERATION_FAILED: 3,
  OPERATION_ERROR: 4,
  OPERATION_DROPPED: 5,
  OPERATION_UNREACHABLE: 6,
  OPERATION_GONE_BY_OPERATOR: 7,
  OPERATION_RECOVERING: 8,
  OPERATION_UNKNOWN: 9,
});
export const TaskStatus_Source = enumShape("mesos.v1.TaskStatus.Source", {
  SOURCE_MASTER: 0,
  SOURCE_AGENT: 1,
  SOURCE_EXECUTOR: 2,
});
export const TaskStatus_Reason = enumShape("mesos.v1.TaskStatus.Reason", {
  REASON_COMMAND_EXECUTOR_FAILED: 0,
  REASON_EXECUTOR_TERMINATED: 1,
  REASON_EXECUTOR_UNREGISTERED: 2,
  REASON_FRAMEWORK_REMOVED: 3,
  REASON_GC_ERROR: 4,
  REASON_INVALID_FRAMEWORKID: 5,
  REASON_INVALID_OFFERS: 6,
  REASON_MASTER_DISCONNECTED: 7,
  REASON_CONTAINER_LIMITATION_MEMORY: 8,
  REASON_RECONCILIATION: 9,
  REASON_AGENT_DISCONNECTED: 10,
  REASON_AGENT_REMOVED: 11,
  REASON_AGENT_RESTARTED: 12,
  REASON_AGENT_UNKNOWN: 13,
  REASON_TASK_INVALID: 14,
  REASON_TASK_UNAUTHORIZED: 15,
  REASON_TASK_UNKNOWN: 16,
  REASON_CONTAINER_PREEMPTED: 17,
  REASON_RESOURCES_UNKNOWN: 18,
  REASON_CONTAINER_LIMITATION: 19,
  REASON_CONTAINER_LIMITATION_DISK: 20,
  REASON_CONTAINER_LAUNCH_FAILED: 21,
  REASON_CONTAINER_UPDATE_FAILED: 22,
  REASON_EXECUTOR_REGISTRATION_TIMEOUT: 23,
  REASON_EXECUTOR_REREGISTRATION_TIMEOUT: 24,
  REASON_TASK_GROUP_INVALID: 25,
  REASON_TASK_GROUP_UNAUTHORIZED: 26,
  REASON_IO_SWITCHBOARD_EXITED: 27,
  REASON_TASK_CHECK_STATUS_UPDATED: 28,
  REASON_TASK_HEALTH_CHECK_STATUS_UPDATED: 29,
  REASON_TASK_KILLED_DURING_LAUNCH: 30,
  REASON_AGENT_REMOVED_BY_OPERATOR: 31,
  REASON_AGENT_REREGISTERED: 32,
  REASON_MAX_COMPLETION_TIME_REACHED: 33,
  REASON_AGENT_DRAINING: 34,
});
export const Environment_Variable_Type = enumShape("mesos.v1.Environment.Variable.Type", {
  UNKNOWN: 0,
  VALUE: 1,
  SECRET: 2,
});
export const Secret_Type = enumShape("mesos.v1.Secret.Type", {
  UNKNOWN: 0,
  REFERENCE: 1,
  VALUE: 2,
});
export const Image_Type = enumShape("mesos.v1.Image.Type", {
  APPC: 1,
  DOCKER: 2,
});
export const MountPropagation_Mode = enumShape("mesos.v1.MountPropagation.Mode", {
  UNKNOWN: 0,
  HOST_TO_CONTAINER: 1,
  BIDIRECTIONAL: 2,
});
export const Volume_Source_SandboxPath_Type = enumShape("mesos.v1.Volume.Source.SandboxPath.Type", {
  UNKNOWN: 0,
  SELF: 1,
  PARENT: 2,
});
export const Volume_Source_CSIVolume_VolumeCapability_AccessMode_Mode = enumShape("mesos.v1.Volume.Source.CSIVolume.VolumeCapability.AccessMode.Mode", {
  UNKNOWN: 0,
  SINGLE_NODE_WRITER: 1,
  SINGLE_NODE_READER_ONLY: 2,
  MULTI_NODE_READER_ONLY: 3,
  MULTI_NODE_SINGLE_WRITER: 4,
  MULTI_NODE_MULTI_WRITER: 5,
});
export const Volume_Source_Type = enumShape("mesos.v1.Volume.Source.Type", {
  UNKNOWN: 0,
  DOCKER_VOLUME: 1,
  SANDBOX_PATH: 2,
  SECRET: 3,
  HOST_PATH: 4,
  CSI_VOLUME: 5,
});
export const Volume_Mode = enumShape("mesos.v1.Volume.Mode", {
  RW: 1,
  RO: 2,
});
export const NetworkInfo_Protocol = enumShape("mesos.v1.NetworkInfo.Protocol", {
  IPv4: 1,
  IPv6: 2,
});
export const CapabilityInfo_Capability = enumShape("mesos.v1.CapabilityInfo.Capability", {
  UNKNOWN: 0,
  CHOWN: 1000,
  DAC_OVERRIDE: 1001,
  DAC_READ_SEARCH: 1002,
  FOWNER: 1003,
  FSETID: 1004,
  KILL: 1005,
  SETGID: 1006,
  SETUID: 1007,
  SETPCAP: 1008,
  LINUX_IMMUTABLE: 1009,
  NET_BIND_SERVICE: 1010,
  NET_BROADCAST: 1011,
  NET_ADMIN: 1012,
  NET_RAW: 1013,
  IPC_LOCK: 1014,
  IPC_OWNER: 1015,
  SYS_MODULE: 1016,
  SYS_RAWIO: 1017,
  SYS_CHROOT: 1018,
  SYS_PTRACE: 1019,
  SYS_PACCT: 1020,
  SYS_ADMIN: 1021,
  SYS_BOOT: 1022,
  SYS_NICE: 1023,
  SYS_RESOURCE: 1024,
  SYS_TIME: 1025,
  SYS_TTY_CONFIG: 1026,
  MKNOD: 1027,
  LEASE: 1028,
  AUDIT_WRITE: 1029,
  AUDIT_CONTROL: 1030,
  SETFCAP: 1031,
  MAC_OVERRIDE: 1032,
  MAC_ADMIN: 1033,
  SYSLOG: 1034,
  WAKE_ALARM: 1035,
  BLOCK_SUSPEND: 1036,
  AUDIT_READ: 1037,
  PERFMON: 1038,
  BPF: 1039,
  CHECKPOINT_RESTORE: 1040,
});
export const LinuxInfo_IpcMode = enumShape("mesos.v1.LinuxInfo.IpcMode", {
  UNKNOWN: 0,
  PRIVATE: 1,
  SHARE_PARENT: 2,
});
export const RLimitInfo_RLimit_Type = enumShape("mesos.v1.RLimitInfo.RLimit.Type", {
  UNKNOWN: 0,
  RLMT_AS: 1,
  RLMT_CORE: 2,
  RLMT_CPU: 3,
  RLMT_DATA: 4,
  RLMT_FSIZE: 5,
  RLMT_LOCKS: 6,
  RLMT_MEMLOCK: 7,
  RLMT_MSGQUEUE: 8,
  RLMT_NICE: 9,
  RLMT_NOFILE: 10,
  RLMT_NPROC: 11,
  RLMT_RSS: 12,
  RLMT_RTPRIO: 13,
  RLMT_RTTIME: 14,
  RLMT_SIGPENDING: 15,
  RLMT_STACK: 16,
});
export const ContainerInfo_DockerInfo_Network = enumShape("mesos.v1.ContainerInfo.DockerInfo.Network", {
  HOST: 1,
  BRIDGE: 2,
  NONE: 3,
  USER: 4,
});
export const ContainerInfo_Type = enumShape("mesos.v1.ContainerInfo.Type", {
  DOCKER: 1,
  MESOS: 2,
});
export const CgroupInfo_Blkio_Operation = enumShape("mesos.v1.CgroupInfo.Blkio.Operation", {
  UNKNOWN: 0,
  TOTAL: 1,
  READ: 2,
  WRITE: 3,
  SYNC: 4,
  ASYNC: 5,
  DISCARD: 6,
});
export const DiscoveryInfo_Visibility = enumShape("mesos.v1.DiscoveryInfo.Visibility", {
  FRAMEWORK: 0,
  CLUSTER: 1,
  EXTERNAL: 2,
});
export const DrainState = enumShape("mesos.v1.DrainState", {
  UNKNOWN: 0,
  DRAINING: 1,
  DRAINED: 2,
});
export const FrameworkID = messageShape("mesos.v1.FrameworkID");
export const OfferID = messageShape("mesos.v1.OfferID");
export const AgentID = messageShape("mesos.v1.AgentID");
export const TaskID = messageShape("mesos.v1.TaskID");
export const ExecutorID = messageShape("mesos.v1.ExecutorID");
export const ContainerID = messageShape("mesos.v1.ContainerID");
export const ResourceProviderID = messageShape("mesos.v1.ResourceProviderID");
export const OperationID = messageShape("mesos.v1.OperationID");
export const TimeInfo = messageShape("mesos.v1.TimeInfo");
export const DurationInfo = messageShape("mesos.v1.DurationInfo");
export const Address = messageShape("mesos.v1.Address");
export const URL = messageShape("mesos.v1.URL");
export const Unavailability = messageShape("mesos.v1.Unavailability");
export const MachineID = messageShape("mesos.v1.MachineID");
export const MachineInfo = messageShape("mesos.v1.MachineInfo");
export const FrameworkInfo = messageShape("mesos.v1.FrameworkInfo");
export const FrameworkInfo_Capability = messageShape("mesos.v1.FrameworkInfo.Capability");
export const CheckInfo = messageShape("mesos.v1.CheckInfo");
export const CheckInfo_Command = messageShape("mesos.v1.CheckInfo.Command");
export const CheckInfo_Http = messageShape("mesos.v1.CheckInfo.Http");
export const CheckInfo_Tcp = messageShape("mesos.v1.CheckInfo.Tcp");
export const HealthCheck = messageShape("mesos.v1.HealthCheck");
export const HealthCheck_HTTPCheckInfo = messageShape("mesos.v1.HealthCheck.HTTPCheckInfo");
export const HealthCheck_TCPCheckInfo = messageShape("mesos.v1.HealthCheck.TCPCheckInfo");
export const KillPolicy = messageShape("mesos.v1.KillPolicy");
export const CommandInfo = messageShape("mesos.v1.CommandInfo");
export const CommandInfo_URI = messageShape("mesos.v1.CommandInfo.URI");
export const ExecutorInfo = messageShape("mesos.v1.ExecutorInfo");
export const DomainInfo = messageShape("mesos.v1.DomainInfo");
export const DomainInfo_FaultDomain = messageShape("mesos.v1.DomainInfo.FaultDomain");
export const DomainInfo_FaultDomain_RegionInfo = messageShape("mesos.v1.DomainInfo.FaultDomain.RegionInfo");
export const DomainInfo_FaultDomain_ZoneInfo = messageShape("mesos.v1.DomainInfo.FaultDomain.ZoneInfo");
export const MasterInfo = messageShape("mesos.v1.MasterInfo");
export const MasterInfo_Capability = messageShape("mesos.v1.MasterInfo.Capability");
export const AgentInfo = messageShape("mesos.v1.AgentInfo");
export const AgentInfo_Capability = messageShape("mesos.v1.AgentInfo.Capability");
export const CSIPluginContainerInfo = messageShape("mesos.v1.CSIPluginContainerInfo");
export const CSIPluginEndpoint = messageShape("mesos.v1.CSIPluginEndpoint");
export const CSIPluginInfo = messageShape("mesos.v1.CSIPluginInfo");
export const ResourceProviderInfo = messageShape("mesos.v1.ResourceProviderInfo");
export const ResourceProviderInfo_Storage = messageShape("mesos.v1.ResourceProviderInfo.Storage");
export const Value = messageShape("mesos.v1.Value");
export const Value_Scalar = messageShape("mesos.v1.Value.Scalar");
export const Value_Range = messageShape("mesos.v1.Value.Range");
export const Value_Ranges = messageShape("mesos.v1.Value.Ranges");
export const Value_Set = messageShape("mesos.v1.Value.Set");
export const Value_Text = messageShape("mesos.v1.Value.Text");
export const Attribute = messageShape("mesos.v1.Attribute");
export const Resource = messageShape("mesos.v1.Resource");
export const Resource_AllocationInfo = messageShape("mesos.v1.Resource.AllocationInfo");
export const Resource_ReservationInfo = messageShape("mesos.v1.Resource.ReservationInfo");
export const Resource_DiskInfo = messageShape("mesos.v1.Resource.DiskInfo");
export const Resource_DiskInfo_Persistence = messageShape("mesos.v1.Resource.DiskInfo.Persistence");
export const Resource_DiskInfo_Source = messageShape("mesos.v1.Resource.DiskInfo.Source");
export const Resource_DiskInfo_Source_Path = messageShape("mesos.v1.Resource.DiskInfo.Source.Path");
export const Resource_DiskInfo_Source_Mount = messageShape("mesos.v1.Resource.DiskInfo.Source.Mount");
export const Resource_RevocableInfo = messageShape("mesos.v1.Resource.RevocableInfo");
export const Resource_SharedInfo = messageShape("mesos.v1.Resource.SharedInfo");
export const TrafficControlStatistics = messageShape("mesos.v1.TrafficControlStatistics");
export const IpStatistics = messageShape("mesos.v1.IpStatistics");
export const IcmpStatistics = messageShape("mesos.v1.IcmpStatistics");
export const TcpStatistics = messageShape("mesos.v1.TcpStatistics");
export const UdpStatistics = messageShape("mesos.v1.UdpStatistics");
export const SNMPStatistics = messageShape("mesos.v1.SNMPStatistics");
export const DiskStatistics = messageShape("mesos.v1.DiskStatistics");
export const ResourceStatistics = messageShape("mesos.v1.ResourceStatistics");
export const ResourceStatistics_RatePercentiles = messageShape("mesos.v1.ResourceStatistics.RatePercentiles");
export const ResourceStatistics_RateStatistics = messageShape("mesos.v1.ResourceStatistics.RateStatistics");
export const ResourceUsage = messageShape("mesos.v1.ResourceUsage");
export const ResourceUsage_Executor = messageShape("mesos.v1.ResourceUsage.Executor");
export const ResourceUsage_Executor_Task = messageShape("mesos.v1.ResourceUsage.Executor.Task");
export const PerfStatistics = messageShape("mesos.v1.PerfStatistics");
export const OfferFilters = messageShape("mesos.v1.OfferFilters");
export const OfferFilters_ResourceQuantities = messageShape("mesos.v1.OfferFilters.ResourceQuantities");
export const OfferFilters_MinAllocatableResources = messageShape("mesos.v1.OfferFilters.MinAllocatableResources");
export const Request = messageShape("mesos.v1.Request");
export const Offer = messageShape("mesos.v1.Offer");
export const Offer_Operation = messageShape("mesos.v1.Offer.Operation");
export const Offer_Operation_Launch = messageShape("mesos.v1.Offer.Operation.Launch");
export const Offer_Operation_LaunchGroup = messageShape("mesos.v1.Offer.Operation.LaunchGroup");
export const Offer_Operation_Reserve = messageShape("mesos.v1.Offer.Operation.Reserve");
export const Offer_Operation_Unreserve = messageShape("mesos.v1.Offer.Operation.Unreserve");
export const Offer_Operation_Create = messageShape("mesos.v1.Offer.Operation.Create");
export const Offer_Operation_Destroy = messageShape("mesos.v1.Offer.Operation.Destroy");
export const Offer_Operation_GrowVolume = messageShape("mesos.v1.Offer.Operation.GrowVolume");
export const Offer_Operation_ShrinkVolume = messageShape("mesos.v1.Offer.Operation.ShrinkVolume");
export const Offer_Operation_CreateDisk = messageShape("mesos.v1.Offer.Operation.CreateDisk");
export const Offer_Operation_DestroyDisk = messageShape("mesos.v1.Offer.Operation.DestroyDisk");
export const InverseOffer = messageShape("mesos.v1.InverseOffer");
export const TaskInfo = messageShape("mesos.v1.TaskInfo");
export const TaskGroupInfo = messageShape("mesos.v1.TaskGroupInfo");
export const Task = messageShape("mesos.v1.Task");
export const TaskResourceLimitation = messageShape("mesos.v1.TaskResourceLimitation");
export const UUID = messageShape("mesos.v1.UUID");
export const Operation = messageShape("mesos.v1.Operation");
export const OperationStatus = messageShape("mesos.v1.OperationStatus");
export const CheckStatusInfo = messageShape("mesos.v1.CheckStatusInfo");
export const CheckStatusInfo_Command = messageShape("mesos.v1.CheckStatusInfo.Command");
export const CheckStatusInfo_Http = messageShape("mesos.v1.CheckStatusInfo.Http");
export const CheckStatusInfo_Tcp = messageShape("mesos.v1.CheckStatusInfo.Tcp");
export const TaskStatus = messageShape("mesos.v1.TaskStatus");
export const Filters = messageShape("mesos.v1.Filters");
export const Environment = messageShape("mesos.v1.Environment");
export const Environment_Variable = messageShape("mesos.v1.Environment.Variable");
export const Parameter = messageShape("mesos.v1.Parameter");
export const Parameters = messageShape("mesos.v1.Parameters");
export const Credential = messageShape("mesos.v1.Credential");
export const Credentials = messageShape("mesos.v1.Credentials");
export const Secret = messageShape("mesos.v1.Secret");
export const Secret_Reference = messageShape("mesos.v1.Secret.Reference");
export const Secret_Value = messageShape("mesos.v1.Secret.Value");
export const RateLimit = messageShape("mesos.v1.RateLimit");
export const RateLimits = messageShape("mesos.v1.RateLimits");
export const Image = messageShape("mesos.v1.Image");
export const Image_Appc = messageShape("mesos.v1.Image.Appc");
export const Image_Docker = messageShape("mesos.v1.Image.Docker");
export const MountPropagation = messageShape("mesos.v1.MountPropagation");
export const Volume = messageShape("mesos.v1.Volume");
export const Volume_Source = messageShape("mesos.v1.Volume.Source");
export const Volume_Source_DockerVolume = messageShape("mesos.v1.Volume.Source.DockerVolume");
export const Volume_Source_HostPath = messageShape("mesos.v1.Volume.Source.HostPath");
export const Volume_Source_SandboxPath = messageShape("mesos.v1.Volume.Source.SandboxPath");
export const Volume_Source_CSIVolume = messageShape("mesos.v1.Volume.Source.CSIVolume");
export const Volume_Source_CSIVolume_VolumeCapability = messageShape("mesos.v1.Volume.Source.CSIVolume.VolumeCapability");
export const Volume_Source_CSIVolume_VolumeCapability_MountVolume = messageShape("mesos.v1.Volume.Source.CSIVolume.VolumeCapability.MountVolume");
export const Volume_Source_CSIVolume_VolumeCapability_AccessMode = messageShape("mesos.v1.Volume.Source.CSIVolume.VolumeCapability.AccessMode");
export const Volume_Source_CSIVolume_VolumeCapability_BlockVolume = messageShape("mesos.v1.Volume.Source.CSIVolume.VolumeCapability.BlockVolume");
export const Volume_Source_CSIVolume_StaticProvisioning = messageShape("mesos.v1.Volume.Source.CSIVolume.StaticProvisioning");
export const NetworkInfo = messageShape("mesos.v1.NetworkInfo");
export const NetworkInfo_IPAddress = messageShape("mesos.v1.NetworkInfo.IPAddress");
export const NetworkInfo_PortMapping = messageShape("mesos.v1.NetworkInfo.PortMapping");
export const CapabilityInfo = messageShape("mesos.v1.CapabilityInfo");
export const SeccompInfo = messageShape("mesos.v1.SeccompInfo");
export const LinuxInfo = messageShape("mesos.v1.LinuxInfo");
export const RLimitInfo = messageShape("mesos.v1.RLimitInfo");
export const RLimitInfo_RLimit = messageShape("mesos.v1.RLimitInfo.RLimit");
export const TTYInfo = messageShape("mesos.v1.TTYInfo");
export const TTYInfo_WindowSize = messageShape("mesos.v1.TTYInfo.WindowSize");
export const ContainerInfo = messageShape("mesos.v1.ContainerInfo");
export const ContainerInfo_DockerInfo = messageShape("mesos.v1.ContainerInfo.DockerInfo");
export const ContainerInfo_DockerInfo_PortMapping = messageShape("mesos.v1.ContainerInfo.DockerInfo.PortMapping");
export const ContainerInfo_MesosInfo = messageShape("mesos.v1.ContainerInfo.MesosInfo");
export const ContainerStatus = messageShape("mesos.v1.ContainerStatus");
export const CgroupInfo = messageShape("mesos.v1.CgroupInfo");
export const CgroupInfo_Blkio = messageShape("mesos.v1.CgroupInfo.Blkio");
export const CgroupInfo_Blkio_Value = messageShape("mesos.v1.CgroupInfo.Blkio.Value");
export const CgroupInfo_Blkio_CFQ = messageShape("mesos.v1.CgroupInfo.Blkio.CFQ");
export const CgroupInfo_Blkio_CFQ_Statistics = messageShape("mesos.v1.CgroupInfo.Blkio.CFQ.Statistics");
export const CgroupInfo_Blkio_Throttling = messageShape("mesos.v1.CgroupInfo.Blkio.Throttling");
export const CgroupInfo_Blkio_Throttling_Statistics = messageShape("mesos.v1.CgroupInfo.Blkio.Throttling.Statistics");
export const CgroupInfo_Blkio_Statistics = messageShape("mesos.v1.CgroupInfo.Blkio.Statistics");
export const CgroupInfo_NetCls = messageShape("mesos.v1.CgroupInfo.NetCls");
export const Labels = messageShape("mesos.v1.Labels");
export const Label = messageShape("mesos.v1.Label");
export const Port = messageShape("mesos.v1.Port");
export const Ports = messageShape("mesos.v1.Ports");
export const DiscoveryInfo = messageShape("mesos.v1.DiscoveryInfo");
export const WeightInfo = messageShape("mesos.v1.WeightInfo");
export const VersionInfo = messageShape("mesos.v1.VersionInfo");
export const Flag = messageShape("mesos.v1.Flag");
export const Role = messageShape("mesos.v1.Role");
export const Metric = messageShape("mesos.v1.Metric");
export const FileInfo = messageShape("mesos.v1.FileInfo");
export const Device = messageShape("mesos.v1.Device");
export const Device_Number = messageShape("mesos.v1.Device.Number");
export const DeviceAccess = messageShape("mesos.v1.DeviceAccess");
export const DeviceAccess_Access = messageShape("mesos.v1.DeviceAccess.Access");
export const DeviceWhitelist = messageShape("mesos.v1.DeviceWhitelist");
export const DrainConfig = messageShape("mesos.v1.DrainConfig");
export const DrainInfo = messageShape("mesos.v1.DrainInfo");

define(FrameworkID, [
  field(1, "required", "value", "string"),
]);
define(OfferID, [
  field(1, "required", "value", "string"),
]);
define(AgentID, [
  field(1, "required", "value", "string"),
]);
define(TaskID, [
  field(1, "required", "value", "string"),
]);
define(ExecutorID, [
  field(1, "required", "value", "string"),
]);
define(ContainerID, [
  field(1, "required", "value", "string"),
  field(2, "optional", "parent", ContainerID),
]);
define(ResourceProviderID, [
  field(1, "required", "value", "string"),
]);
define(OperationID, [
  field(1, "required", "value", "string"),
]);
define(TimeInfo, [
  field(1, "required", "nanoseconds", "nanoseconds"),
]);
define(DurationInfo, [
  field(1, "required", "nanoseconds", "nanoseconds"),
]);
define(Address, [
  field(1, "optional", "hostname", "string"),
  field(2, "optional", "ip", "string"),
  field(3, "required", "port", "int32"),
]);
define(URL, [
  field(1, "required", "scheme", "string"),
  field(2, "required", "address", Address),
  field(3, "optional", "path", "string"),
  field(4, "repeated", "query", Parameter),
  field(5, "optional", "fragment", "string"),
]);
define(Unavailability, [
  field(1, "required", "start", TimeInfo),
  field(2, "optional", "duration", DurationInfo),
]);
define(MachineID, [
  field(1, "optional", "hostname", "string"),
  field(2, "optional", "ip", "string"),
]);
define(MachineInfo, [
  field(1, "required", "id", MachineID),
  field(2, "optional", "mode", MachineInfo_Mode),
  field(3, "optional", "unavailability", Unavailability),
]);
define(FrameworkInfo, [
  field(1, "required", "user", "string"),
  field(2, "required", "name", "string"),
  field(3, "optional", "id", FrameworkID),
  field(4, "optional", "failover_timeout", "double", { shownDefault: 0 }),
  field(5, "optional", "checkpoint", "bool", { shownDefault: false }),
  field(6, "optional", "role", "string"),
  field(12, "repeated", "roles", "string"),
  field(7, "optional", "hostname", "string"),
  field(8, "optional", "principal", "string"),
  field(9, "optional", "webui_url", "string"),
  field(10, "repeated", "capabilities", FrameworkInfo_Capability),
  field(11, "optional", "labels", Labels),
  field(13, "map", "offer_filters", OfferFilters),
]);
define(FrameworkInfo_Capability, [
  field(1, "optional", "type", FrameworkInfo_Capability_Type),
]);
define(CheckInfo, [
  field(1, "optional", "type", CheckInfo_Type),
  field(2, "optional", "command", CheckInfo_Command),
  field(3, "optional", "http", CheckInfo_Http),
  field(7, "optional", "tcp", CheckInfo_Tcp),
  field(4, "optional", "delay_seconds", "double", { shownDefault: 15 }),
  field(5, "optional", "interval_seconds", "double", { shownDefault: 10 }),
  field(6, "optional", "timeout_seconds", "double", { shownDefault: 20 }),
]);
define(CheckInfo_Command, [
  field(1, "required", "command", CommandInfo),
]);
define(CheckInfo_Http, [
  field(1, "required", "port", "uint32"),
  field(2, "optional", "path", "string"),
]);
define(CheckInfo_Tcp, [
  field(1, "required", "port", "uint32"),
]);
define(HealthCheck, [
  field(2, "optional", "delay_seconds", "double", { shownDefault: 15 }),
  field(3, "optional", "interval_seconds", "double", { shownDefault: 10 }),
  field(4, "optional", "timeout_seconds", "double", { shownDefault: 20 }),
  field(5, "optional", "consecutive_failures", "uint32", { shownDefault: 3 }),
  field(6, "optional", "grace_period_seconds", "double", { shownDefault: 10 }),
  field(8, "optional", "type", HealthCheck_Type),
  field(7, "optional", "command", CommandInfo),
  field(1, "optional", "http", HealthCheck_HTTPCheckInfo),
  field(9, "optional", "tcp", HealthCheck_TCPCheckInfo),
]);
define(HealthCheck_HTTPCheckInfo, [
  field(5, "optional", "protocol", NetworkInfo_Protocol, { shownDefault: "IPv4" }),
  field(3, "optional", "scheme", "string"),
  field(1, "required", "port", "uint32"),
  field(2, "optional", "path", "string"),
  field(4, "repeated", "statuses", "uint32"),
]);
define(HealthCheck_TCPCheckInfo, [
  field(2, "optional", "protocol", NetworkInfo_Protocol, { shownDefault: "IPv4" }),
  field(1, "required", "port", "uint32"),
]);
define(KillPolicy, [
  field(1, "optional", "grace_period", DurationInfo),
]);
define(CommandInfo, [
  field(1, "repeated", "uris", CommandInfo_URI),
  field(2, "optional", "environment", Environment),
  field(6, "optional", "shell", "bool", { shownDefault: true }),
  field(3, "optional", "value", "string"),
  field(7, "repeated", "arguments", "string"),
  field(5, "optional", "user", "string"),
]);
define(CommandInfo_URI, [
  field(1, "required", "value", "string"),
  field(2, "optional", "executable", "bool"),
  field(3, "optional", "extract", "bool", { shownDefault: true }),
  field(4, "optional", "cache", "bool"),
  field(5, "optional", "output_file", "string"),
]);
define(ExecutorInfo, [
  field(15, "optional", "type", ExecutorInfo_Type),
  field(1, "required", "executor_id", ExecutorID),
  field(8, "optional", "framework_id", FrameworkID),
  field(7, "optional", "command", CommandInfo),
  field(11, "optional", "container", ContainerInfo),
  field(5, "repeated", "resources", Resource),
  field(9, "optional", "name", "string"),
  field(10, "optional", "source", "string"),
  field(4, "optional", "data", "bytes"),
  field(12, "optional", "discovery", DiscoveryInfo),
  field(13, "optional", "shutdown_grace_period", DurationInfo),
  field(14, "optional", "labels", Labels),
]);
define(DomainInfo, [
  field(1, "optional", "fault_domain", DomainInfo_FaultDomain),
]);
define(DomainInfo_FaultDomain, [
  field(1, "required", "region", DomainInfo_FaultDomain_RegionInfo),
  field(2, "required", "zone", DomainInfo_FaultDomain_ZoneInfo),
]);
define(DomainInfo_FaultDomain_RegionInfo, [
  field(1, "required", "name", "string"),
]);
define(DomainInfo_FaultDomain_ZoneInfo, [
  field(1, "required", "name", "string"),
]);
define(MasterInfo, [
  field(1, "required", "id", "string"),
  field(2, "required", "ip", "uint32"),
  field(3, "required", "port", "uint32", { shownDefault: 5050 }),
  field(4, "optional", "pid", "string"),
  field(5, "optional", "hostname", "string"),
  field(6, "optional", "version", "string"),
  field(7, "optional", "address", Address),
  field(8, "optional", "domain", DomainInfo),
  field(9, "repeated", "capabilities", MasterInfo_Capability),
]);
define(MasterInfo_Capability, [
  field(1, "optional", "type", MasterInfo_Capability_Type),
]);
define(AgentInfo, [
  field(1, "required", "hostname", "string"),
  field(8, "optional", "port", "int32", { shownDefault: 5051 }),
  field(3, "repeated", "resources", Resource),
  field(5, "repeated", "attributes", Attribute),
  field(6, "optional", "id", AgentID),
  field(10, "optional", "domain", DomainInfo),
  field(7, "optional", "checkpoint", "bool", { shownDefault: false, v0Only: true }),
]);
define(AgentInfo_Capability, [
  field(1, "optional", "type", AgentInfo_Capability_Type),
]);
define(CSIPluginContainerInfo, [
  field(1, "repeated", "services", CSIPluginContainerInfo_Service),
  field(2, "optional", "command", CommandInfo),
  field(3, "repeated", "resources", Resource),
  field(4, "optional", "container", ContainerInfo),
]);
define(CSIPluginEndpoint, [
  field(1, "required", "csi_service", CSIPluginContainerInfo_Service),
  field(2, "required", "endpoint", "string"),
]);
define(CSIPluginInfo, [
  field(1, "required", "type", "string"),
  field(2, "optional", "name", "string", { shownDefault: "default" }),
  field(3, "repeated", "containers", CSIPluginContainerInfo),
  field(4, "repeated", "endpoints", CSIPluginEndpoint),
  field(5, "optional", "target_path_root", "string"),
  field(6, "optional", "target_path_exists", "bool"),
]);
define(ResourceProviderInfo, [
  field(1, "optional", "id", ResourceProviderID),
  field(2, "repeated", "attributes", Attribute),
  field(3, "required", "type", "string"),
  field(4, "required", "name", "string"),
  field(5, "repeated", "default_reservations", Resource_ReservationInfo),
  field(6, "optional", "storage", ResourceProviderInfo_Storage),
]);
define(ResourceProviderInfo_Storage, [
  field(1, "required", "plugin", CSIPluginInfo),
  field(2, "optional", "reconciliation_interval_seconds", "double"),
]);
define(Value, [
  field(1, "required", "type", Value_Type),
  field(2, "optional", "scalar", Value_Scalar),
  field(3, "optional", "ranges", Value_Ranges),
  field(4, "optional", "set", Value_Set),
  field(5, "optional", "text", Value_Text),
]);
define(Value_Scalar, [
  field(1, "required", "value", "double"),
]);
define(Value_Range, [
  field(1, "required", "begin", "uint64"),
  field(2, "required", "end", "uint64"),
]);
define(Value_Ranges, [
  field(1, "repeated", "range", Value_Range),
]);
define(Value_Set, [
  field(1, "repeated", "item", "string"),
]);
define(Value_Text, [
  field(1, "required", "value", "string"),
]);
define(Attribute, [
  field(1, "required", "name", "string"),
  field(2, "required", "type", Value_Type),
  field(3, "optional", "scalar", Value_Scalar),
  field(4, "optional", "ranges", Value_Ranges),
  field(6, "optional", "set", Value_Set),
  field(5, "optional", "text", Value_Text),
]);
define(Resource, [
  field(12, "optional", "provider_id", ResourceProviderID),
  field(1, "required", "name", "string"),
  field(2, "required", "type", Value_Type),
  field(3, "optional", "scalar", Value_Scalar),
  field(4, "optional", "ranges", Value_Ranges),
  field(5, "optional", "set", Value_Set),
  field(6, "optional", "role", "string"),
  field(11, "optional", "allocation_info", Resource_AllocationInfo),
  field(8, "optional", "reservation", Resource_ReservationInfo),
  field(13, "repeated", "reservations", Resource_ReservationInfo),
  field(7, "optional", "disk", Resource_DiskInfo),
  field(9, "optional", "revocable", Resource_RevocableInfo),
  field(10, "optional", "shared", Resource_SharedInfo),
]);
define(Resource_AllocationInfo, [
  field(1, "optional", "role", "string"),
]);
define(Resource_ReservationInfo, [
  field(4, "optional", "type", Resource_ReservationInfo_Type),
  field(3, "optional", "role", "string"),
  field(1, "optional", "principal", "string"),
  field(2, "optional", "labels", Labels),
]);
define(Resource_DiskInfo, [
  field(1, "optional", "persistence", Resource_DiskInfo_Persistence),
  field(2, "optional", "volume", Volume),
  field(3, "optional", "source", Resource_DiskInfo_Source),
]);
define(Resource_DiskInfo_Persistence, [
  field(1, "required", "id", "string"),
  field(2, "optional", "principal", "string"),
]);
define(Resource_DiskInfo_Source, [
  field(1, "required", "type", Resource_DiskInfo_Source_Type),
  field(2, "optional", "path", Resource_DiskInfo_Source_Path),
  field(3, "optional", "mount", Resource_DiskInfo_Source_Mount),
  field(7, "optional", "vendor", "string"),
  field(4, "optional", "id", "string"),
  field(5, "optional", "metadata", Labels),
  field(6, "optional", "profile", "string"),
]);
define(Resource_DiskInfo_Source_Path, [
  field(1, "optional", "root", "string"),
]);
define(Resource_DiskInfo_Source_Mount, [
  field(1, "optional", "root", "string"),
]);
define(Resource_RevocableInfo, []);
define(Resource_SharedInfo, []);
define(TrafficControlStatistics, [
  field(1, "required", "id", "string"),
  field(2, "optional", "backlog", "uint64"),
  field(3, "optional", "bytes", "uint64"),
  field(4, "optional", "drops", "uint64"),
  field(5, "optional", "overlimits", "uint64"),
  field(6, "optional", "packets", "uint64"),
  field(7, "optional", "qlen", "uint64"),
  field(8, "optional", "ratebps", "uint64"),
  field(9, "optional", "ratepps", "uint64"),
  field(10, "optional", "requeues", "uint64"),
]);
define(IpStatistics, [
  field(1, "optional", "Forwarding", "int64"),
  field(2, "optional", "DefaultTTL", "int64"),
  field(3, "optional", "InReceives", "int64"),
  field(4, "optional", "InHdrErrors", "int64"),
  field(5, "optional", "InAddrErrors", "int64"),
  field(6, "optional", "ForwDatagrams", "int64"),
  field(7, "optional", "InUnknownProtos", "int64"),
  field(8, "optional", "InDiscards", "int64"),
  field(9, "optional", "InDelivers", "int64"),
  field(10, "optional", "OutRequests", "int64"),
  field(11, "optional", "OutDiscards", "int64"),
  field(12, "optional", "OutNoRoutes", "int64"),
  field(13, "optional", "ReasmTimeout", "int64"),
  field(14, "optional", "ReasmReqds", "int64"),
  field(15, "optional", "ReasmOKs", "int64"),
  field(16, "optional", "ReasmFails", "int64"),
  field(17, "optional", "FragOKs", "int64"),
  field(18, "optional", "FragFails", "int64"),
  field(19, "optional", "FragCreates", "int64"),
]);
define(IcmpStatistics, [
  field(1, "optional", "InMsgs", "int64"),
  field(2, "optional", "InErrors", "int64"),
  field(3, "optional", "InCsumErrors", "int64"),
  field(4, "optional", "InDestUnreachs", "int64"),
  field(5, "optional", "InTimeExcds", "int64"),
  field(6, "optional", "InParmProbs", "int64"),
  field(7, "optional", "InSrcQuenchs", "int64"),
  field(8, "optional", "InRedirects", "int64"),
  field(9, "optional", "InEchos", "int64"),
  field(10, "optional", "InEchoReps", "int64"),
  field(11, "optional", "InTimestamps", "int64"),
  field(12, "optional", "InTimestampReps", "int64"),
  field(13, "optional", "InAddrMasks", "int64"),
  field(14, "optional", "InAddrMaskReps", "int64"),
  field(15, "optional", "OutMsgs", "int64"),
  field(16, "optional", "OutErrors", "int64"),
  field(17, "optional", "OutDestUnreachs", "int64"),
  field(18, "optional", "OutTimeExcds", "int64"),
  field(19, "optional", "OutParmProbs", "int64"),
  field(20, "optional", "OutSrcQuenchs", "int64"),
  field(21, "optional", "OutRedirects", "int64"),
  field(22, "optional", "OutEchos", "int64"),
  field(23, "optional", "OutEchoReps", "int64"),
  field(24, "optional", "OutTimestamps", "int64"),
  field(25, "optional", "OutTimestampReps", "int64"),
  field(26, "optional", "OutAddrMasks", "int64"),
  field(27, "optional", "OutAddrMaskReps", "int64"),
]);
define(TcpStatistics, [
  field(1, "optional", "RtoAlgorithm", "int64"),
  field(2, "optional", "RtoMin", "int64"),
  field(3, "optional", "RtoMax", "int64"),
  field(4, "optional", "MaxConn", "int64"),
  field(5, "optional", "ActiveOpens", "int64"),
  field(6, "optional", "PassiveOpens", "int64"),
  field(7, "optional", "AttemptFails", "int64"),
  field(8, "optional", "EstabResets", "int64"),
  field(9, "optional", "CurrEstab", "int64"),
  field(10, "optional", "InSegs", "int64"),
  field(11, "optional", "OutSegs", "int64"),
  field(12, "optional", "RetransSegs", "int64"),
  field(13, "optional", "InErrs", "int64"),
  field(14, "optional", "OutRsts", "int64"),
  field(15, "optional", "InCsumErrors", "int64"),
]);
define(UdpStatistics, [
  field(1, "optional", "InDatagrams", "int64"),
  field(2, "optional", "NoPorts", "int64"),
  field(3, "optional", "InErrors", "int64"),
  field(4, "optional", "OutDatagrams", "int64"),
  field(5, "optional", "RcvbufErrors", "int64"),
  field(6, "optional", "SndbufErrors", "int64"),
  field(7, "optional", "InCsumErrors", "int64"),
  field(8, "optional", "IgnoredMulti", "int64"),
]);
define(SNMPStatistics, [
  field(1, "optional", "ip_stats", IpStatistics),
  field(2, "optional", "icmp_stats", IcmpStatistics),
  field(3, "optional", "tcp_stats", TcpStatistics),
  field(4, "optional", "udp_stats", UdpStatistics),
]);
define(DiskStatistics, [
  field(1, "optional", "source", Resource_DiskInfo_Source),
  field(2, "optional", "persistence", Resource_DiskInfo_Persistence),
  field(3, "optional", "limit_bytes", "uint64"),
  field(4, "optional", "used_bytes", "uint64"),
]);
define(ResourceStatistics, [
  field(1, "required", "timestamp", "double"),
  field(30, "optional", "processes", "uint32"),
  field(31, "optional", "threads", "uint32"),
  field(2, "optional", "cpus_user_time_secs", "double"),
  field(3, "optional", "cpus_system_time_secs", "double"),
  field(4, "optional", "cpus_limit", "double"),
  field(45, "optional", "cpus_soft_limit", "double"),
  field(7, "optional", "cpus_nr_periods", "uint32"),
  field(8, "optional", "cpus_nr_throttled", "uint32"),
  field(9, "optional", "cpus_throttled_time_secs", "double"),
  field(36, "optional", "mem_total_bytes", "uint64"),
  field(37, "optional", "mem_total_memsw_bytes", "uint64"),
  field(52, "optional", "mem_kmem_usage_bytes", "uint64"),
  field(53, "optional", "mem_kmem_tcp_usage_bytes", "uint64"),
  field(6, "optional", "mem_limit_bytes", "uint64"),
  field(38, "optional", "mem_soft_limit_bytes", "uint64"),
  field(10, "optional", "mem_file_bytes", "uint64"),
  field(11, "optional", "mem_anon_bytes", "uint64"),
  field(39, "optional", "mem_cache_bytes", "uint64"),
  field(5, "optional", "mem_rss_bytes", "uint64"),
  field(12, "optional", "mem_mapped_file_bytes", "uint64"),
  field(40, "optional", "mem_swap_bytes", "uint64"),
  field(41, "optional", "mem_unevictable_bytes", "uint64"),
  field(32, "optional", "mem_low_pressure_counter", "uint64"),
  field(33, "optional", "mem_medium_pressure_counter", "uint64"),
  field(34, "optional", "mem_critical_pressure_counter", "uint64"),
  field(26, "optional", "disk_limit_bytes", "uint64"),
  field(27, "optional", "disk_used_bytes", "uint64"),
  field(43, "repeated", "disk_statistics", DiskStatistics),
  field(44, "optional", "blkio_statistics", CgroupInfo_Blkio_Statistics),
  field(13, "optional", "perf", PerfStatistics),
  field(14, "optional", "net_rx_packets", "uint64"),
  field(15, "optional", "net_rx_bytes", "uint64"),
  field(16, "optional", "net_rx_errors", "uint64"),
  field(17, "optional", "net_rx_dropped", "uint64"),
  field(18, "optional", "net_tx_packets", "uint64"),
  field(19, "optional", "net_tx_bytes", "uint64"),
  field(20, "optional", "net_tx_errors", "uint64"),
  field(21, "optional", "net_tx_dropped", "uint64"),
  field(46, "optional", "net_tx_rate_limit", "uint64"),
  field(47, "optional", "net_tx_burst_rate_limit", "uint64"),
  field(48, "optional", "net_tx_burst_size", "uint64"),
  field(49, "optional", "net_rx_rate_limit", "uint64"),
  field(50, "optional", "net_rx_burst_rate_limit", "uint64"),
  field(51, "optional", "net_rx_burst_size", "uint64"),
  field(54, "optional", "net_rate_statistics", ResourceStatistics_RateStatistics),
  field(55, "optional", "net_ephemeral_ports", Value_Range),
  field(22, "optional", "net_tcp_rtt_microsecs_p50", "double"),
  field(23, "optional", "net_tcp_rtt_microsecs_p90", "double"),
  field(24, "optional", "net_tcp_rtt_microsecs_p95", "double"),
  field(25, "optional", "net_tcp_rtt_microsecs_p99", "double"),
  field(28, "optional", "net_tcp_active_connections", "double"),
  field(29, "optional", "net_tcp_time_wait_connections", "double"),
  field(35, "repeated", "net_traffic_control_statistics", TrafficControlStatistics),
  field(42, "optional", "net_snmp_statistics", SNMPStatistics),
]);
define(ResourceStatistics_RatePercentiles, [
  field(1, "optional", "min", "uint64"),
  field(2, "optional", "max", "uint64"),
  field(3, "optional", "p50", "uint64"),
  field(4, "optional", "p90", "uint64"),
  field(5, "optional", "p95", "uint64"),
  field(6, "optional", "p99", "uint64"),
  field(7, "optional", "p999", "uint64"),
  field(8, "optional", "p9999", "uint64"),
  field(9, "optional", "samples", "uint64"),
]);
define(ResourceStatistics_RateStatistics, [
  field(1, "optional", "rx_rate", ResourceStatistics_RatePercentiles),
  field(2, "optional", "rx_packet_rate", ResourceStatistics_RatePercentiles),
  field(3, "optional", "rx_drop_rate", ResourceStatistics_RatePercentiles),
  field(4, "optional", "rx_error_rate", ResourceStatistics_RatePercentiles),
  field(5, "optional", "tx_rate", ResourceStatistics_RatePercentiles),
  field(6, "optional", "tx_packet_rate", ResourceStatistics_RatePercentiles),
  field(7, "optional", "tx_drop_rate", ResourceStatistics_RatePercentiles),
  field(8, "optional", "tx_error_rate", ResourceStatistics_RatePercentiles),
  field(9, "optional", "sampling_window_secs", "double"),
  field(10, "optional", "sampling_interval_secs", "double"),
]);
define(ResourceUsage, [
  field(1, "repeated", "executors", ResourceUsage_Executor),
  field(2, "repeated", "total", Resource),
]);
define(ResourceUsage_Executor, [
  field(1, "required", "executor_info", ExecutorInfo),
  field(2, "repeated", "allocated", Resource),
  field(3, "optional", "statistics", ResourceStatistics),
  field(4, "required", "container_id", ContainerID),
  field(5, "repeated", "tasks", ResourceUsage_Executor_Task),
]);
define(ResourceUsage_Executor_Task, [
  field(1, "required", "name", "string"),
  field(2, "required", "id", TaskID),
  field(3, "repeated", "resources", Resource),
  field(4, "optional", "labels", Labels),
]);
define(PerfStatistics, [
  field(1, "required", "timestamp", "double"),
  field(2, "required", "duration", "double"),
  field(3, "optional", "cycles", "uint64"),
  field(4, "optional", "stalled_cycles_frontend", "uint64"),
  field(5, "optional", "stalled_cycles_backend", "uint64"),
  field(6, "optional", "instructions", "uint64"),
  field(7, "optional", "cache_references", "uint64"),
  field(8, "optional", "cache_misses", "uint64"),
  field(9, "optional", "branches", "uint64"),
  field(10, "optional", "branch_misses", "uint64"),
  field(11, "optional", "bus_cycles", "uint64"),
  field(12, "optional", "ref_cycles", "uint64"),
  field(13, "optional", "cpu_clock", "double"),
  field(14, "optional", "task_clock", "double"),
  field(15, "optional", "page_faults", "uint64"),
  field(16, "optional", "minor_faults", "uint64"),
  field(17, "optional", "major_faults", "uint64"),
  field(18, "optional", "context_switches", "uint64"),
  field(19, "optional", "cpu_migrations", "uint64"),
  field(20, "optional", "alignment_faults", "uint64"),
  field(21, "optional", "emulation_faults", "uint64"),
  field(22, "optional", "l1_dcache_loads", "uint64"),
  field(23, "optional", "l1_dcache_load_misses", "uint64"),
  field(24, "optional", "l1_dcache_stores", "uint64"),
  field(25, "optional", "l1_dcache_store_misses", "uint64"),
  field(26, "optional", "l1_dcache_prefetches", "uint64"),
  field(27, "optional", "l1_dcache_prefetch_misses", "uint64"),
  field(28, "optional", "l1_icache_loads", "uint64"),
  field(29, "optional", "l1_icache_load_misses", "uint64"),
  field(30, "optional", "l1_icache_prefetches", "uint64"),
  field(31, "optional", "l1_icache_prefetch_misses", "uint64"),
  field(32, "optional", "llc_loads", "uint64"),
  field(33, "optional", "llc_load_misses", "uint64"),
  field(34, "optional", "llc_stores", "uint64"),
  field(35, "optional", "llc_store_misses", "uint64"),
  field(36, "optional", "llc_prefetches", "uint64"),
  field(37, "optional", "llc_prefetch_misses", "uint64"),
  field(38, "optional", "dtlb_loads", "uint64"),
  field(39, "optional", "dtlb_load_misses", "uint64"),
  field(40, "optional", "dtlb_stores", "uint64"),
  field(41, "optional", "dtlb_store_misses", "uint64"),
  field(42, "optional", "dtlb_prefetches", "uint64"),
  field(43, "optional", "dtlb_prefetch_misses", "uint64"),
  field(44, "optional", "itlb_loads", "uint64"),
  field(45, "optional", "itlb_load_misses", "uint64"),
  field(46, "optional", "branch_loads", "uint64"),
  field(47, "optional", "branch_load_misses", "uint64"),
  field(48, "optional", "node_loads", "uint64"),
  field(49, "optional", "node_load_misses", "uint64"),
  field(50, "optional", "node_stores", "uint64"),
  field(51, "optional", "node_store_misses", "uint64"),
  field(52, "optional", "node_prefetches", "uint64"),
  field(53, "optional", "node_prefetch_misses", "uint64"),
]);
define(OfferFilters, [
  field(1, "optional", "min_allocatable_resources", OfferFilters_MinAllocatableResources),
]);
define(OfferFilters_ResourceQuantities, [
  field(1, "map", "quantities", Value_Scalar),
]);
define(OfferFilters_MinAllocatableResources, [
  field(1, "repeated", "quantities", OfferFilters_ResourceQuantities),
]);
define(Request, [
  field(1, "optional", "agent_id", AgentID),
  field(2, "repeated", "resources", Resource),
]);
define(Offer, [
  field(1, "required", "id", OfferID),
  field(2, "required", "framework_id", FrameworkID),
  field(3, "required", "agent_id", AgentID),
  field(4, "required", "hostname", "string"),
  field(8, "optional", "url", URL),
  field(11, "optional", "domain", DomainInfo),
  field(5, "repeated", "resources", Resource),
  field(7, "repeated", "attributes", Attribute),
  field(6, "repeated", "executor_ids", ExecutorID),
  field(9, "optional", "unavailability", Unavailability),
  field(10, "optional", "allocation_info", Resource_AllocationInfo),
]);
define(Offer_Operation, [
  field(1, "optional", "type", Offer_Operation_Type),
  field(12, "optional", "id", OperationID),
  field(2, "optional", "launch", Offer_Operation_Launch),
  field(7, "optional", "launch_group", Offer_Operation_LaunchGroup),
  field(3, "optional", "reserve", Offer_Operation_Reserve),
  field(4, "optional", "unreserve", Offer_Operation_Unreserve),
  field(5, "optional", "create", Offer_Operation_Create),
  field(6, "optional", "destroy", Offer_Operation_Destroy),
  field(13, "optional", "grow_volume", Offer_Operation_GrowVolume),
  field(14, "optional", "shrink_volume", Offer_Operation_ShrinkVolume),
  field(15, "optional", "create_disk", Offer_Operation_CreateDisk),
  field(16, "optional", "destroy_disk", Offer_Operation_DestroyDisk),
]);
define(Offer_Operation_Launch, [
  field(1, "repeated", "task_infos", TaskInfo),
]);
define(Offer_Operation_LaunchGroup, [
  field(1, "required", "executor", ExecutorInfo),
  field(2, "required", "task_group", TaskGroupInfo),
]);
define(Offer_Operation_Reserve, [
  field(2, "repeated", "source", Resource),
  field(1, "repeated", "resources", Resource),
]);
define(Offer_Operation_Unreserve, [
  field(1, "repeated", "resources", Resource),
]);
define(Offer_Operation_Create, [
  field(1, "repeated", "volumes", Resource),
]);
define(Offer_Operation_Destroy, [
  field(1, "repeated", "volumes", Resource),
]);
define(Offer_Operation_GrowVolume, [
  field(1, "required", "volume", Resource),
  field(2, "required", "addition", Resource),
]);
define(Offer_Operation_ShrinkVolume, [
  field(1, "required", "volume", Resource),
  field(2, "required", "subtract", Value_Scalar),
]);
define(Offer_Operation_CreateDisk, [
  field(1, "required", "source", Resource),
  field(2, "required", "target_type", Resource_DiskInfo_Source_Type),
  field(3, "optional", "target_profile", "string"),
]);
define(Offer_Operation_DestroyDisk, [
  field(1, "required", "source", Resource),
]);
define(InverseOffer, [
  field(1, "required", "id", OfferID),
  field(2, "optional", "url", URL),
  field(3, "required", "framework_id", FrameworkID),
  field(4, "optional", "agent_id", AgentID),
  field(5, "required", "unavailability", Unavailability),
  field(6, "repeated", "resources", Resource),
]);
define(TaskInfo, [
  field(1, "required", "name", "string"),
  field(2, "required", "task_id", TaskID),
  field(3, "required", "agent_id", AgentID),
  field(4, "repeated", "resources", Resource),
  field(5, "optional", "executor", ExecutorInfo),
  field(7, "optional", "command", CommandInfo),
  field(9, "optional", "container", ContainerInfo),
  field(8, "optional", "health_check", HealthCheck),
  field(13, "optional", "check", CheckInfo),
  field(12, "optional", "kill_policy", KillPolicy),
  field(6, "optional", "data", "bytes"),
  field(10, "optional", "labels", Labels),
  field(11, "optional", "discovery", DiscoveryInfo),
  field(14, "optional", "max_completion_time", DurationInfo),
  field(15, "map", "limits", Value_Scalar),
]);
define(TaskGroupInfo, [
  field(1, "repeated", "tasks", TaskInfo),
]);
define(Task, [
  field(1, "required", "name", "string"),
  field(2, "required", "task_id", TaskID),
  field(3, "required", "framework_id", FrameworkID),
  field(4, "optional", "executor_id", ExecutorID),
  field(5, "required", "agent_id", AgentID),
  field(6, "required", "state", TaskState),
  field(7, "repeated", "resources", Resource),
  field(8, "repeated", "statuses", TaskStatus),
  field(9, "optional", "status_update_state", TaskState),
  field(10, "optional", "status_update_uuid", "bytes"),
  field(11, "optional", "labels", Labels),
  field(12, "optional", "discovery", DiscoveryInfo),
  field(13, "optional", "container", ContainerInfo),
  field(15, "optional", "health_check", HealthCheck),
  field(16, "optional", "kill_policy", KillPolicy),
  field(14, "optional", "user", "string"),
  field(17, "map", "limits", Value_Scalar),
]);
define(TaskResourceLimitation, [
  field(1, "repeated", "resources", Resource),
]);
define(UUID, [
  field(1, "required", "value", "bytes"),
]);
define(Operation, [
  field(1, "optional", "framework_id", FrameworkID),
  field(2, "optional", "agent_id", AgentID),
  field(3, "required", "info", Offer_Operation),
  field(4, "required", "latest_status", OperationStatus),
  field(5, "repeated", "statuses", OperationStatus),
  field(6, "required", "uuid", UUID),
]);
define(OperationStatus, [
  field(1, "optional", "operation_id", OperationID),
  field(2, "required", "state", OperationState),
  field(3, "optional", "message", "string"),
  field(4, "repeated", "converted_resources", Resource),
  field(5, "optional", "uuid", UUID),
  field(6, "optional", "agent_id", AgentID),
  field(7, "optional", "resource_provider_id", ResourceProviderID),
]);
define(CheckStatusInfo, [
  field(1, "optional", "type", CheckInfo_Type),
  field(2, "optional", "command", CheckStatusInfo_Command),
  field(3, "optional", "http", CheckStatusInfo_Http),
  field(4, "optional", "tcp", CheckStatusInfo_Tcp),
]);
define(CheckStatusInfo_Command, [
  field(1, "optional", "exit_code", "int32"),
]);
define(CheckStatusInfo_Http, [
  field(1, "optional", "status_code", "uint32"),
]);
define(CheckStatusInfo_Tcp, [
  field(1, "optional", "succeeded", "bool"),
]);
define(TaskStatus, [
  field(1, "required", "task_id", TaskID),
  field(2, "required", "state", TaskState),
  field(4, "optional", "message", "string"),
  field(9, "optional", "source", TaskStatus_Source),
  field(10, "optional", "reason", TaskStatus_Reason),
  field(3, "optional", "data", "bytes"),
  field(5, "optional", "agent_id", AgentID),
  field(7, "optional", "executor_id", ExecutorID),
  field(6, "optional", "timestamp", "double"),
  field(11, "optional", "uuid", "bytes"),
  field(8, "optional", "healthy", "bool"),
  field(15, "optional", "check_status", CheckStatusInfo),
  field(12, "optional", "labels", Labels),
  field(13, "optional", "container_status", ContainerStatus),
  field(14, "optional", "unreachable_time", TimeInfo),
  field(16, "optional", "limitation", TaskResourceLimitation),
]);
define(Filters, [
  field(1, "optional", "refuse_seconds", "double", { shownDefault: 5 }),
]);
define(Environment, [
  field(1, "repeated", "variables", Environment_Variable),
]);
define(Environment_Variable, [
  field(1, "required", "name", "string"),
  field(3, "optional", "type", Environment_Variable_Type, { shownDefault: "VALUE" }),
  field(2, "optional", "value", "string"),
  field(4, "optional", "secret", Secret),
]);
define(Parameter, [
  field(1, "required", "key", "string"),
  field(2, "required", "value", "string"),
]);
define(Parameters, [
  field(1, "repeated", "parameter", Parameter),
]);
define(Credential, [
  field(1, "required", "principal", "string"),
  field(2, "optional", "secret", "string"),
]);
define(Credentials, [
  field(1, "repeated", "credentials", Credential),
]);
define(Secret, [
  field(1, "optional", "type", Secret_Type),
  field(2, "optional", "reference", Secret_Reference),
  field(3, "optional", "value", Secret_Value),
]);
define(Secret_Reference, [
  field(1, "required", "name", "string"),
  field(2, "optional", "key", "string"),
]);
define(Secret_Value, [
  field(1, "required", "data", "bytes"),
]);
define(RateLimit, [
  field(1, "optional", "qps", "double"),
  field(2, "required", "principal", "string"),
  field(3, "optional", "capacity", "uint64"),
]);
define(RateLimits, [
  field(1, "repeated", "limits", RateLimit),
  field(2, "optional", "aggregate_default_qps", "double"),
  field(3, "optional", "aggregate_default_capacity", "uint64"),
]);
define(Image, [
  field(1, "required", "type", Image_Type),
  field(2, "optional", "appc", Image_Appc),
  field(3, "optional", "docker", Image_Docker),
  field(4, "optional", "cached", "bool", { shownDefault: true }),
]);
define(Image_Appc, [
  field(1, "required", "name", "string"),
  field(2, "optional", "id", "string"),
  field(3, "optional", "labels", Labels),
]);
define(Image_Docker, [
  field(1, "required", "name", "string"),
  field(2, "optional", "credential", Credential),
  field(3, "optional", "config", Secret),
]);
define(MountPropagation, [
  field(1, "optional", "mode", MountPropagation_Mode),
]);
define(Volume, [
  field(3, "required", "mode", Volume_Mode),
  field(1, "required", "container_path", "string"),
  field(2, "optional", "host_path", "string"),
  field(4, "optional", "image", Image),
  field(5, "optional", "source", Volume_Source),
]);
define(Volume_Source, [
  field(1, "optional", "type", Volume_Source_Type),
  field(2, "optional", "docker_volume", Volume_Source_DockerVolume),
  field(5, "optional", "host_path", Volume_Source_HostPath),
  field(3, "optional", "sandbox_path", Volume_Source_SandboxPath),
  field(4, "optional", "secret", Secret),
  field(6, "optional", "csi_volume", Volume_Source_CSIVolume),
]);
define(Volume_Source_DockerVolume, [
  field(1, "optional", "driver", "string"),
  field(2, "required", "name", "string"),
  field(3, "optional", "driver_options", Parameters),
]);
define(Volume_Source_HostPath, [
  field(1, "required", "path", "string"),
  field(2, "optional", "mount_propagation", MountPropagation),
]);
define(Volume_Source_SandboxPath, [
  field(1, "optional", "type", Volume_Source_SandboxPath_Type),
  field(2, "required", "path", "string"),
]);
define(Volume_Source_CSIVolume, [
  field(1, "required", "plugin_name", "string"),
  field(2, "optional", "static_provisioning", Volume_Source_CSIVolume_StaticProvisioning),
]);
define(Volume_Source_CSIVolume_VolumeCapability, [
  field(1, "optional", "block", Volume_Source_CSIVolume_VolumeCapability_BlockVolume, { rivals: ["mount"] }),
  field(2, "optional", "mount", Volume_Source_CSIVolume_VolumeCapability_MountVolume, { rivals: ["block"] }),
  field(3, "required", "access_mode", Volume_Source_CSIVolume_VolumeCapability_AccessMode),
]);
define(Volume_Source_CSIVolume_VolumeCapability_MountVolume, [
  field(1, "optional", "fs_type", "string"),
  field(2, "repeated", "mount_flags", "string"),
]);
define(Volume_Source_CSIVolume_VolumeCapability_AccessMode, [
  field(1, "required", "mode", Volume_Source_CSIVolume_VolumeCapability_AccessMode_Mode),
]);
define(Volume_Source_CSIVolume_VolumeCapability_BlockVolume, []);
define(Volume_Source_CSIVolume_StaticProvisioning, [
  field(1, "required", "volume_id", "string"),
  field(2, "required", "volume_capability", Volume_Source_CSIVolume_VolumeCapability),
  field(3, "map", "node_stage_secrets", Secret),
  field(4, "map", "node_publish_secrets", Secret),
  field(5, "map", "volume_context", "string"),
]);
define(NetworkInfo, [
  field(5, "repeated", "ip_addresses", NetworkInfo_IPAddress),
  field(6, "optional", "name", "string"),
  field(3, "repeated", "groups", "string"),
  field(4, "optional", "labels", Labels),
  field(7, "repeated", "port_mappings", NetworkInfo_PortMapping),
]);
define(NetworkInfo_IPAddress, [
  field(1, "optional", "protocol", NetworkInfo_Protocol, { shownDefault: "IPv4" }),
  field(2, "optional", "ip_address", "string"),
]);
define(NetworkInfo_PortMapping, [
  field(1, "required", "host_port", "uint32"),
  field(2, "required", "container_port", "uint32"),
  field(3, "optional", "protocol", "string"),
]);
define(CapabilityInfo, [
  field(1, "repeated", "capabilities", CapabilityInfo_Capability),
]);
define(SeccompInfo, [
  field(1, "optional", "profile_name", "string"),
  field(2, "optional", "unconfined", "bool"),
]);
define(LinuxInfo, [
  field(1, "optional", "capability_info", CapabilityInfo),
  field(2, "optional", "bounding_capabilities", CapabilityInfo),
  field(3, "optional", "effective_capabilities", CapabilityInfo),
  field(4, "optional", "share_pid_namespace", "bool"),
  field(5, "optional", "seccomp", SeccompInfo),
  field(6, "optional", "ipc_mode", LinuxInfo_IpcMode),
  field(7, "optional", "shm_size", "uint32"),
  field(8, "optional", "share_cgroups", "bool", { shownDefault: true }),
]);
define(RLimitInfo, [
  field(1, "repeated", "rlimits", RLimitInfo_RLimit),
]);
define(RLimitInfo_RLimit, [
  field(1, "optional", "type", RLimitInfo_RLimit_Type),
  field(2, "optional", "hard", "uint64"),
  field(3, "optional", "soft", "uint64"),
]);
define(TTYInfo, [
  field(1, "optional", "window_size", TTYInfo_WindowSize),
]);
define(TTYInfo_WindowSize, [
  field(1, "required", "rows", "uint32"),
  field(2, "required", "columns", "uint32"),
]);
define(ContainerInfo, [
  field(1, "required", "type", ContainerInfo_Type),
  field(2, "repeated", "volumes", Volume),
  field(4, "optional", "hostname", "string"),
  field(3, "optional", "docker", ContainerInfo_DockerInfo),
  field(5, "optional", "mesos", ContainerInfo_MesosInfo),
  field(7, "repeated", "network_infos", NetworkInfo),
  field(8, "optional", "linux_info", LinuxInfo),
  field(9, "optional", "rlimit_info", RLimitInfo),
  field(10, "optional", "tty_info", TTYInfo),
]);
define(ContainerInfo_DockerInfo, [
  field(1, "required", "image", "string"),
  field(2, "optional", "network", ContainerInfo_DockerInfo_Network, { shownDefault: "HOST" }),
  field(3, "repeated", "port_mappings", ContainerInfo_DockerInfo_PortMapping),
  field(4, "optional", "privileged", "bool", { shownDefault: false }),
  field(5, "repeated", "parameters", Parameter),
  field(6, "optional", "force_pull_image", "bool"),
  field(7, "optional", "volume_driver", "string"),
]);
define(ContainerInfo_DockerInfo_PortMapping, [
  field(1, "required", "host_port", "uint32"),
  field(2, "required", "container_port", "uint32"),
  field(3, "optional", "protocol", "string"),
]);
define(ContainerInfo_MesosInfo, [
  field(1, "optional", "image", Image),
]);
define(ContainerStatus, [
  field(4, "optional", "container_id", ContainerID),
  field(1, "repeated", "network_infos", NetworkInfo),
  field(2, "optional", "cgroup_info", CgroupInfo),
  field(3, "optional", "executor_pid", "uint32"),
]);
define(CgroupInfo, [
  field(1, "optional", "net_cls", CgroupInfo_NetCls),
]);
define(CgroupInfo_Blkio, []);
define(CgroupInfo_Blkio_Value, [
  field(1, "optional", "op", CgroupInfo_Blkio_Operation),
  field(2, "optional", "value", "uint64"),
]);
define(CgroupInfo_Blkio_CFQ, []);
define(CgroupInfo_Blkio_CFQ_Statistics, [
  field(1, "optional", "device", Device_Number),
  field(2, "optional", "sectors", "uint64"),
  field(3, "optional", "time", "uint64"),
  field(4, "repeated", "io_serviced", CgroupInfo_Blkio_Value),
  field(5, "repeated", "io_service_bytes", CgroupInfo_Blkio_Value),
  field(6, "repeated", "io_service_time", CgroupInfo_Blkio_Value),
  field(7, "repeated", "io_wait_time", CgroupInfo_Blkio_Value),
  field(8, "repeated", "io_merged", CgroupInfo_Blkio_Value),
  field(9, "repeated", "io_queued", CgroupInfo_Blkio_Value),
]);
define(CgroupInfo_Blkio_Throttling, []);
define(CgroupInfo_Blkio_Throttling_Statistics, [
  field(1, "optional", "device", Device_Number),
  field(2, "repeated", "io_serviced", CgroupInfo_Blkio_Value),
  field(3, "repeated", "io_service_bytes", CgroupInfo_Blkio_Value),
]);
define(CgroupInfo_Blkio_Statistics, [
  field(1, "repeated", "cfq", CgroupInfo_Blkio_CFQ_Statistics),
  field(2, "repeated", "cfq_recursive", CgroupInfo_Blkio_CFQ_Statistics),
  field(3, "repeated", "throttling", CgroupInfo_Blkio_Throttling_Statistics),
]);
define(CgroupInfo_NetCls, [
  field(1, "optional", "classid", "uint32"),
]);
define(Labels, [
  field(1, "repeated", "labels", Label),
]);
define(Label, [
  field(1, "required", "key", "string"),
  field(2, "optional", "value", "string"),
]);
define(Port, [
  field(1, "required", "number", "uint32"),
  field(2, "optional", "name", "string"),
  field(3, "optional", "protocol", "string"),
  field(4, "optional", "visibility", DiscoveryInfo_Visibility),
  field(5, "optional", "labels", Labels),
]);
define(Ports, [
  field(1, "repeated", "ports", Port),
]);
define(DiscoveryInfo, [
  field(1, "required", "visibility", DiscoveryInfo_Visibility),
  field(2, "optional", "name", "string"),
  field(3, "optional", "environment", "string"),
  field(4, "optional", "location", "string"),
  field(5, "optional", "version", "string"),
  field(6, "optional", "ports", Ports),
  field(7, "optional", "labels", Labels),
]);
define(WeightInfo, [
  field(1, "required", "weight", "double"),
  field(2, "optional", "role", "string"),
]);
define(VersionInfo, [
  field(1, "required", "version", "string"),
  field(2, "optional", "build_date", "string"),
  field(3, "optional", "build_time", "double"),
  field(4, "optional", "build_user", "string"),
  field(5, "optional", "git_sha", "string"),
  field(6, "optional", "git_branch", "string"),
  field(7, "optional", "git_tag", "string"),
]);
define(Flag, [
  field(1, "required", "name", "string"),
  field(2, "optional", "value", "string"),
]);
define(Role, [
  field(1, "required", "name", "string"),
  field(2, "required", "weight", "double"),
  field(3, "repeated", "frameworks", FrameworkID),
  field(4, "repeated", "resources", Resource),
]);
define(Metric, [
  field(1, "required", "name", "string"),
  field(2, "optional", "value", "double"),
]);
define(FileInfo, [
  field(1, "required", "path", "string"),
  field(2, "optional", "nlink", "int32"),
  field(3, "optional", "size", "uint64"),
  field(4, "optional", "mtime", TimeInfo),
  field(5, "optional", "mode", "uint32"),
  field(6, "optional", "uid", "string"),
  field(7, "optional", "gid", "string"),
]);
define(Device, [
  field(1, "optional", "path", "string"),
  field(2, "optional", "number", Device_Number),
]);
define(Device_Number, [
  field(1, "required", "major_number", "uint64"),
  field(2, "required", "minor_number", "uint64"),
]);
define(DeviceAccess, [
  field(1, "required", "device", Device),
  field(2, "required", "access", DeviceAccess_Access),
]);
define(DeviceAccess_Access, [
  field(1, "optional", "read", "bool"),
  field(2, "optional", "write", "bool"),
  field(3, "optional", "mknod", "bool"),
]);
define(DeviceWhitelist, [
  field(1, "repeated", "allowed_devices", DeviceAccess),
]);
define(DrainConfig, [
  field(1, "optional", "max_grace_period", DurationInfo),
  field(2, "optional", "mark_gone", "bool", { shownDefault: false }),
]);
define(DrainInfo, [
  field(1, "required", "state", DrainState),
  field(2, "required", "config", DrainConfig),
]);
