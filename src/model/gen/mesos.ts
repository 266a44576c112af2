// Made by `npm run generate` from src/wire/proto/mesos.proto. Do not edit.

/** mesos.v1.Status */
export type Status =
  | "DRIVER_NOT_STARTED"
  | "DRIVER_RUNNING"
  | "DRIVER_ABORTED"
  | "DRIVER_STOPPED";

/** mesos.v1.FrameworkID */
export interface FrameworkID {
  readonly value: string;
}

/** mesos.v1.OfferID */
export interface OfferID {
  readonly value: string;
}

/** mesos.v1.AgentID */
export interface AgentID {
  readonly value: string;
}

/** mesos.v1.TaskID */
export interface TaskID {
  readonly value: string;
}

/** mesos.v1.ExecutorID */
export interface ExecutorID {
  readonly value: string;
}

/** mesos.v1.ContainerID */
export interface ContainerID {
  readonly value: string;
  readonly parent?: ContainerID;
}

/** mesos.v1.ResourceProviderID */
export interface ResourceProviderID {
  readonly value: string;
}

/** mesos.v1.OperationID */
export interface OperationID {
  readonly value: string;
}

/** mesos.v1.TimeInfo */
export interface TimeInfo {
  readonly nanoseconds: bigint;
}

/** mesos.v1.DurationInfo */
export interface DurationInfo {
  readonly nanoseconds: bigint;
}

/** mesos.v1.Address */
export interface Address {
  readonly hostname?: string;
  readonly ip?: string;
  readonly port: number;
}

/** mesos.v1.URL */
export interface URL {
  readonly scheme: string;
  readonly address: Address;
  readonly path?: string;
  readonly query?: readonly Parameter[];
  readonly fragment?: string;
}

/** mesos.v1.Unavailability */
export interface Unavailability {
  readonly start: TimeInfo;
  readonly duration?: DurationInfo;
}

/** mesos.v1.MachineID */
export interface MachineID {
  readonly hostname?: string;
  readonly ip?: string;
}

/** mesos.v1.MachineInfo */
export interface MachineInfo {
  readonly id: MachineID;
  readonly mode?: MachineInfo_Mode;
  readonly unavailability?: Unavailability;
}

/** mesos.v1.MachineInfo.Mode */
export type MachineInfo_Mode =
  | "UP"
  | "DRAINING"
  | "DOWN";

/** mesos.v1.FrameworkInfo */
export interface FrameworkInfo {
  readonly user: string;
  readonly name: string;
  readonly id?: FrameworkID;
  /** Default 0. */
  readonly failover_timeout?: number;
  /** Default false. */
  readonly checkpoint?: boolean;
  /** Default "*". Deprecated. */
  readonly role?: string;
  readonly roles?: readonly string[];
  readonly hostname?: string;
  readonly principal?: string;
  readonly webui_url?: string;
  readonly capabilities?: readonly FrameworkInfo_Capability[];
  readonly labels?: Labels;
  readonly offer_filters?: Readonly<Record<string, OfferFilters>>;
}

/** mesos.v1.FrameworkInfo.Capability */
export interface FrameworkInfo_Capability {
  readonly type?: FrameworkInfo_Capability_Type;
}

/** mesos.v1.FrameworkInfo.Capability.Type */
export type FrameworkInfo_Capability_Type =
  | "UNKNOWN"
  | "REVOCABLE_RESOURCES"
  | "TASK_KILLING_STATE"
  | "GPU_RESOURCES"
  | "SHARED_RESOURCES"
  | "PARTITION_AWARE"
  | "MULTI_ROLE"
  | "RESERVATION_REFINEMENT"
  | "REGION_AWARE";

/** mesos.v1.CheckInfo */
export interface CheckInfo {
  readonly type?: CheckInfo_Type;
  readonly command?: CheckInfo_Command;
  readonly http?: CheckInfo_Http;
  readonly tcp?: CheckInfo_Tcp;
  /** Default 15. */
  readonly delay_seconds?: number;
  /** Default 10. */
  readonly interval_seconds?: number;
  /** Default 20. */
  readonly timeout_seconds?: number;
}

/** mesos.v1.CheckInfo.Command */
export interface CheckInfo_Command {
  readonly command: CommandInfo;
}

/** mesos.v1.CheckInfo.Http */
export interface CheckInfo_Http {
  readonly port: number;
  readonly path?: string;
}

/** mesos.v1.CheckInfo.Tcp */
export interface CheckInfo_Tcp {
  readonly port: number;
}

/** mesos.v1.CheckInfo.Type */
export type CheckInfo_Type =
  | "UNKNOWN"
  | "COMMAND"
  | "HTTP"
  | "TCP";

/** mesos.v1.HealthCheck */
export interface HealthCheck {
  /** Default 15. */
  readonly delay_seconds?: number;
  /** Default 10. */
  readonly interval_seconds?: number;
  /** Default 20. */
  readonly timeout_seconds?: number;
  /** Default 3. */
  readonly consecutive_failures?: number;
  /** Default 10. */
  readonly grace_period_seconds?: number;
  readonly type?: HealthCheck_Type;
  readonly command?: CommandInfo;
  readonly http?: HealthCheck_HTTPCheckInfo;
  readonly tcp?: HealthCheck_TCPCheckInfo;
}

/** mesos.v1.HealthCheck.HTTPCheckInfo */
export interface HealthCheck_HTTPCheckInfo {
  /** Default "IPv4". */
  readonly protocol?: NetworkInfo_Protocol;
  readonly scheme?: string;
  readonly port: number;
  readonly path?: string;
  readonly statuses?: readonly number[];
}

/** mesos.v1.HealthCheck.TCPCheckInfo */
export interface HealthCheck_TCPCheckInfo {
  /** Default "IPv4". */
  readonly protocol?: NetworkInfo_Protocol;
  readonly port: number;
}

/** mesos.v1.HealthCheck.Type */
export type HealthCheck_Type =
  | "UNKNOWN"
  | "COMMAND"
  | "HTTP"
  | "TCP";

/** mesos.v1.KillPolicy */
export interface KillPolicy {
  readonly grace_period?: DurationInfo;
}

/** mesos.v1.CommandInfo */
export interface CommandInfo {
  readonly uris?: readonly CommandInfo_URI[];
  readonly environment?: Environment;
  /** Default true. */
  readonly shell?: boolean;
  readonly value?: string;
  readonly arguments?: readonly string[];
  readonly user?: string;
}

/** mesos.v1.CommandInfo.URI */
export interface CommandInfo_URI {
  readonly value: string;
  readonly executable?: boolean;
  /** Default true. */
  readonly extract?: boolean;
  readonly cache?: boolean;
  readonly output_file?: string;
}

/** mesos.v1.ExecutorInfo */
export interface ExecutorInfo {
  readonly type?: ExecutorInfo_Type;
  readonly executor_id: ExecutorID;
  readonly framework_id?: FrameworkID;
  readonly command?: CommandInfo;
  readonly container?: ContainerInfo;
  readonly resources?: readonly Resource[];
  readonly name?: string;
  /** Deprecated. */
  readonly source?: string;
  readonly data?: Uint8Array;
  readonly discovery?: DiscoveryInfo;
  readonly shutdown_grace_period?: DurationInfo;
  readonly labels?: Labels;
}

/** mesos.v1.ExecutorInfo.Type */
export type ExecutorInfo_Type =
  | "UNKNOWN"
  | "DEFAULT"
  | "CUSTOM";

/** mesos.v1.DomainInfo */
export interface DomainInfo {
  readonly fault_domain?: DomainInfo_FaultDomain;
}

/** mesos.v1.DomainInfo.FaultDomain */
export interface DomainInfo_FaultDomain {
  readonly region: DomainInfo_FaultDomain_RegionInfo;
  readonly zone: DomainInfo_FaultDomain_ZoneInfo;
}

/** mesos.v1.DomainInfo.FaultDomain.RegionInfo */
export interface DomainInfo_FaultDomain_RegionInfo {
  readonly name: string;
}

/** mesos.v1.DomainInfo.FaultDomain.ZoneInfo */
export interface DomainInfo_FaultDomain_ZoneInfo {
  readonly name: string;
}

/** mesos.v1.MasterInfo */
export interface MasterInfo {
  readonly id: string;
  readonly ip: number;
  /** Default 5050. */
  readonly port: number;
  readonly pid?: string;
  readonly hostname?: string;
  readonly version?: string;
  readonly address?: Address;
  readonly domain?: DomainInfo;
  readonly capabilities?: readonly MasterInfo_Capability[];
}

/** mesos.v1.MasterInfo.Capability */
export interface MasterInfo_Capability {
  readonly type?: MasterInfo_Capability_Type;
}

/** mesos.v1.MasterInfo.Capability.Type */
export type MasterInfo_Capability_Type =
  | "UNKNOWN"
  | "AGENT_UPDATE"
  | "AGENT_DRAINING"
  | "QUOTA_V2";

/** mesos.v1.AgentInfo */
export interface AgentInfo {
  readonly hostname: string;
  /** Default 5051. */
  readonly port?: number;
  readonly resources?: readonly Resource[];
  readonly attributes?: readonly Attribute[];
  readonly id?: AgentID;
  readonly domain?: DomainInfo;
  /** Default false. In v0 only. */
  readonly checkpoint?: boolean;
}

/** mesos.v1.AgentInfo.Capability */
export interface AgentInfo_Capability {
  readonly type?: AgentInfo_Capability_Type;
}

/** mesos.v1.AgentInfo.Capability.Type */
export type AgentInfo_Capability_Type =
  | "UNKNOWN"
  | "MULTI_ROLE"
  | "HIERARCHICAL_ROLE"
  | "RESERVATION_REFINEMENT"
  | "RESOURCE_PROVIDER"
  | "RESIZE_VOLUME"
  | "AGENT_OPERATION_FEEDBACK"
  | "AGENT_DRAINING"
  | "TASK_RESOURCE_LIMITS";

/** mesos.v1.CSIPluginContainerInfo */
export interface CSIPluginContainerInfo {
  readonly services?: readonly CSIPluginContainerInfo_Service[];
  readonly command?: CommandInfo;
  readonly resources?: readonly Resource[];
  readonly container?: ContainerInfo;
}

/** mesos.v1.CSIPluginContainerInfo.Service */
export type CSIPluginContainerInfo_Service =
  | "UNKNOWN"
  | "CONTROLLER_SERVICE"
  | "NODE_SERVICE";

/** mesos.v1.CSIPluginEndpoint */
export interface CSIPluginEndpoint {
  readonly csi_service: CSIPluginContainerInfo_Service;
  readonly endpoint: string;
}

/** mesos.v1.CSIPluginInfo */
export interface CSIPluginInfo {
  readonly type: string;
  /** Default "default". */
  readonly name?: string;
  readonly containers?: readonly CSIPluginContainerInfo[];
  readonly endpoints?: readonly CSIPluginEndpoint[];
  readonly target_path_root?: string;
  readonly target_path_exists?: boolean;
}

/** mesos.v1.ResourceProviderInfo */
export interface ResourceProviderInfo {
  readonly id?: ResourceProviderID;
  readonly attributes?: readonly Attribute[];
  readonly type: string;
  readonly name: string;
  readonly default_reservations?: readonly Resource_ReservationInfo[];
  readonly storage?: ResourceProviderInfo_Storage;
}

/** mesos.v1.ResourceProviderInfo.Storage */
export interface ResourceProviderInfo_Storage {
  readonly plugin: CSIPluginInfo;
  readonly reconciliation_interval_seconds?: number;
}

/** mesos.v1.Value */
export interface Value {
  readonly type: Value_Type;
  readonly scalar?: Value_Scalar;
  readonly ranges?: Value_Ranges;
  readonly set?: Value_Set;
  readonly text?: Value_Text;
}

/** mesos.v1.Value.Scalar */
export interface Value_Scalar {
  readonly value: number;
}

/** mesos.v1.Value.Range */
export interface Value_Range {
  readonly begin: number;
  readonly end: number;
}

/** mesos.v1.Value.Ranges */
export interface Value_Ranges {
  readonly range?: readonly Value_Range[];
}

/** mesos.v1.Value.Set */
export interface Value_Set {
  readonly item?: readonly string[];
}

/** mesos.v1.Value.Text */
export interface Value_Text {
  readonly value: string;
}

/** mesos.v1.Value.Type */
export type Value_Type =
  | "SCALAR"
  | "RANGES"
  | "SET"
  | "TEXT";

/** mesos.v1.Attribute */
export interface Attribute {
  readonly name: string;
  readonly type: Value_Type;
  readonly scalar?: Value_Scalar;
  readonly ranges?: Value_Ranges;
  readonly set?: Value_Set;
  readonly text?: Value_Text;
}

/** mesos.v1.Resource */
export interface Resource {
  readonly provider_id?: ResourceProviderID;
  readonly name: string;
  readonly type: Value_Type;
  readonly scalar?: Value_Scalar;
  readonly ranges?: Value_Ranges;
  readonly set?: Value_Set;
  /** Default "*". Deprecated. */
  readonly role?: string;
  readonly allocation_info?: Resource_AllocationInfo;
  readonly reservation?: Resource_ReservationInfo;
  readonly reservations?: readonly Resource_ReservationInfo[];
  readonly disk?: Resource_DiskInfo;
  readonly revocable?: Resource_RevocableInfo;
  readonly shared?: Resource_SharedInfo;
}

/** mesos.v1.Resource.AllocationInfo */
export interface Resource_AllocationInfo {
  readonly role?: string;
}

/** mesos.v1.Resource.ReservationInfo */
export interface Resource_ReservationInfo {
  readonly type?: Resource_ReservationInfo_Type;
  readonly role?: string;
  readonly principal?: string;
  readonly labels?: Labels;
}

/** mesos.v1.Resource.ReservationInfo.Type */
export type Resource_ReservationInfo_Type =
  | "UNKNOWN"
  | "STATIC"
  | "DYNAMIC";

/** mesos.v1.Resource.DiskInfo */
export interface Resource_DiskInfo {
  readonly persistence?: Resource_DiskInfo_Persistence;
  readonly volume?: Volume;
  readonly source?: Resource_DiskInfo_Source;
}

/** mesos.v1.Resource.DiskInfo.Persistence */
export interface Resource_DiskInfo_Persistence {
  readonly id: string;
  readonly principal?: string;
}

/** mesos.v1.Resource.DiskInfo.Source */
export interface Resource_DiskInfo_Source {
  readonly type: Resource_DiskInfo_Source_Type;
  readonly path?: Resource_DiskInfo_Source_Path;
  readonly mount?: Resource_DiskInfo_Source_Mount;
  readonly vendor?: string;
  readonly id?: string;
  readonly metadata?: Labels;
  readonly profile?: string;
}

/** mesos.v1.Resource.DiskInfo.Source.Path */
export interface Resource_DiskInfo_Source_Path {
  readonly root?: string;
}

/** mesos.v1.Resource.DiskInfo.Source.Mount */
export interface Resource_DiskInfo_Source_Mount {
  readonly root?: string;
}

/** mesos.v1.Resource.DiskInfo.Source.Type */
export type Resource_DiskInfo_Source_Type =
  | "UNKNOWN"
  | "PATH"
  | "MOUNT"
  | "BLOCK"
  | "RAW";

/** mesos.v1.Resource.RevocableInfo */
export type Resource_RevocableInfo = Readonly<Record<string, never>>;

/** mesos.v1.Resource.SharedInfo */
export type Resource_SharedInfo = Readonly<Record<string, never>>;

/** mesos.v1.TrafficControlStatistics */
export interface TrafficControlStatistics {
  readonly id: string;
  readonly backlog?: number;
  readonly bytes?: number;
  readonly drops?: number;
  readonly overlimits?: number;
  readonly packets?: number;
  readonly qlen?: number;
  readonly ratebps?: number;
  readonly ratepps?: number;
  readonly requeues?: number;
}

/** mesos.v1.IpStatistics */
export interface IpStatistics {
  readonly Forwarding?: number;
  readonly DefaultTTL?: number;
  readonly InReceives?: number;
  readonly InHdrErrors?: number;
  readonly InAddrErrors?: number;
  readonly ForwDatagrams?: number;
  readonly InUnknownProtos?: number;
  readonly InDiscards?: number;
  readonly InDelivers?: number;
  readonly OutRequests?: number;
  readonly OutDiscards?: number;
  readonly OutNoRoutes?: number;
  readonly ReasmTimeout?: number;
  readonly ReasmReqds?: number;
  readonly ReasmOKs?: number;
  readonly ReasmFails?: number;
  readonly FragOKs?: number;
  readonly FragFails?: number;
  readonly FragCreates?: number;
}

/** mesos.v1.IcmpStatistics */
export interface IcmpStatistics {
  readonly InMsgs?: number;
  readonly InErrors?: number;
  readonly InCsumErrors?: number;
  readonly InDestUnreachs?: number;
  readonly InTimeExcds?: number;
  readonly InParmProbs?: number;
  readonly InSrcQuenchs?: number;
  readonly InRedirects?: number;
  readonly InEchos?: number;
  readonly InEchoReps?: number;
  readonly InTimestamps?: number;
  readonly InTimestampReps?: number;
  readonly InAddrMasks?: number;
  readonly InAddrMaskReps?: number;
  readonly OutMsgs?: number;
  readonly OutErrors?: number;
  readonly OutDestUnreachs?: number;
  readonly OutTimeExcds?: number;
  readonly OutParmProbs?: number;
  readonly OutSrcQuenchs?: number;
  readonly OutRedirects?: number;
  readonly OutEchos?: number;
  readonly OutEchoReps?: number;
  readonly OutTimestamps?: number;
  readonly OutTimestampReps?: number;
  readonly OutAddrMasks?: number;
  readonly OutAddrMaskReps?: number;
}

/** mesos.v1.TcpStatistics */
export interface TcpStatistics {
  readonly RtoAlgorithm?: number;
  readonly RtoMin?: number;
  readonly RtoMax?: number;
  readonly MaxConn?: number;
  readonly ActiveOpens?: number;
  readonly PassiveOpens?: number;
  readonly AttemptFails?: number;
  readonly EstabResets?: number;
  readonly CurrEstab?: number;
  readonly InSegs?: number;
  readonly OutSegs?: number;
  readonly RetransSegs?: number;
  readonly InErrs?: number;
  readonly OutRsts?: number;
  readonly InCsumErrors?: number;
}

/** mesos.v1.UdpStatistics */
export interface UdpStatistics {
  readonly InDatagrams?: number;
  readonly NoPorts?: number;
  readonly InErrors?: number;
  readonly OutDatagrams?: number;
  readonly RcvbufErrors?: number;
  readonly SndbufErrors?: number;
  readonly InCsumErrors?: number;
  readonly IgnoredMulti?: number;
}

/** mesos.v1.SNMPStatistics */
export interface SNMPStatistics {
  readonly ip_stats?: IpStatistics;
  readonly icmp_stats?: IcmpStatistics;
  readonly tcp_stats?: TcpStatistics;
  readonly udp_stats?: UdpStatistics;
}

/** mesos.v1.DiskStatistics */
export interface DiskStatistics {
  readonly source?: Resource_DiskInfo_Source;
  readonly persistence?: Resource_DiskInfo_Persistence;
  readonly limit_bytes?: number;
  readonly used_bytes?: number;
}

/** mesos.v1.ResourceStatistics */
export interface ResourceStatistics {
  readonly timestamp: number;
  readonly processes?: number;
  readonly threads?: number;
  readonly cpus_user_time_secs?: number;
  readonly cpus_system_time_secs?: number;
  readonly cpus_limit?: number;
  readonly cpus_soft_limit?: number;
  readonly cpus_nr_periods?: number;
  readonly cpus_nr_throttled?: number;
  readonly cpus_throttled_time_secs?: number;
  readonly mem_total_bytes?: number;
  readonly mem_total_memsw_bytes?: number;
  readonly mem_kmem_usage_bytes?: number;
  readonly mem_kmem_tcp_usage_bytes?: number;
  readonly mem_limit_bytes?: number;
  readonly mem_soft_limit_bytes?: number;
  readonly mem_file_bytes?: number;
  readonly mem_anon_bytes?: number;
  readonly mem_cache_bytes?: number;
  readonly mem_rss_bytes?: number;
  readonly mem_mapped_file_bytes?: number;
  readonly mem_swap_bytes?: number;
  readonly mem_unevictable_bytes?: number;
  readonly mem_low_pressure_counter?: number;
  readonly mem_medium_pressure_counter?: number;
  readonly mem_critical_pressure_counter?: number;
  readonly disk_limit_bytes?: number;
  readonly disk_used_bytes?: number;
  readonly disk_statistics?: readonly DiskStatistics[];
  readonly blkio_statistics?: CgroupInfo_Blkio_Statistics;
  readonly perf?: PerfStatistics;
  readonly net_rx_packets?: number;
  readonly net_rx_bytes?: number;
  readonly net_rx_errors?: number;
  readonly net_rx_dropped?: number;
  readonly net_tx_packets?: number;
  readonly net_tx_bytes?: number;
  readonly net_tx_errors?: number;
  readonly net_tx_dropped?: number;
  readonly net_tx_rate_limit?: number;
  readonly net_tx_burst_rate_limit?: number;
  readonly net_tx_burst_size?: number;
  readonly net_rx_rate_limit?: number;
  readonly net_rx_burst_rate_limit?: number;
  readonly net_rx_burst_size?: number;
  readonly net_rate_statistics?: ResourceStatistics_RateStatistics;
  readonly net_ephemeral_ports?: Value_Range;
  readonly net_tcp_rtt_microsecs_p50?: number;
  readonly net_tcp_rtt_microsecs_p90?: number;
  readonly net_tcp_rtt_microsecs_p95?: number;
  readonly net_tcp_rtt_microsecs_p99?: number;
  readonly net_tcp_active_connections?: number;
  readonly net_tcp_time_wait_connections?: number;
  readonly net_traffic_control_statistics?: readonly TrafficControlStatistics[];
  readonly net_snmp_statistics?: SNMPStatistics;
}

/** mesos.v1.ResourceStatistics.RatePercentiles */
export interface ResourceStatistics_RatePercentiles {
  readonly min?: number;
  readonly max?: number;
  readonly p50?: number;
  readonly p90?: number;
  readonly p95?: number;
  readonly p99?: number;
  readonly p999?: number;
  readonly p9999?: number;
  readonly samples?: number;
}

/** mesos.v1.ResourceStatistics.RateStatistics */
export interface ResourceStatistics_RateStatistics {
  readonly rx_rate?: ResourceStatistics_RatePercentiles;
  readonly rx_packet_rate?: ResourceStatistics_RatePercentiles;
  readonly rx_drop_rate?: ResourceStatistics_RatePercentiles;
  readonly rx_error_rate?: ResourceStatistics_RatePercentiles;
  readonly tx_rate?: ResourceStatistics_RatePercentiles;
  readonly tx_packet_rate?: ResourceStatistics_RatePercentiles;
  readonly tx_drop_rate?: ResourceStatistics_RatePercentiles;
  readonly tx_error_rate?: ResourceStatistics_RatePercentiles;
  readonly sampling_window_secs?: number;
  readonly sampling_interval_secs?: number;
}

/** mesos.v1.ResourceUsage */
export interface ResourceUsage {
  readonly executors?: readonly ResourceUsage_Executor[];
  readonly total?: readonly Resource[];
}

/** mesos.v1.ResourceUsage.Executor */
export interface ResourceUsage_Executor {
  readonly executor_info: ExecutorInfo;
  readonly allocated?: readonly Resource[];
  readonly statistics?: ResourceStatistics;
  readonly container_id: ContainerID;
  readonly tasks?: readonly ResourceUsage_Executor_Task[];
}

/** mesos.v1.ResourceUsage.Executor.Task */
export interface ResourceUsage_Executor_Task {
  readonly name: string;
  readonly id: TaskID;
  readonly resources?: readonly Resource[];
  readonly labels?: Labels;
}

/** mesos.v1.PerfStatistics */
export interface PerfStatistics {
  readonly timestamp: number;
  readonly duration: number;
  readonly cycles?: number;
  readonly stalled_cycles_frontend?: number;
  readonly stalled_cycles_backend?: number;
  readonly instructions?: number;
  readonly cache_references?: number;
  readonly cache_misses?: number;
  readonly branches?: number;
  readonly branch_misses?: number;
  readonly bus_cycles?: number;
  readonly ref_cycles?: number;
  readonly cpu_clock?: number;
  readonly task_clock?: number;
  readonly page_faults?: number;
  readonly minor_faults?: number;
  readonly major_faults?: number;
  readonly context_switches?: number;
  readonly cpu_migrations?: number;
  readonly alignment_faults?: number;
  readonly emulation_faults?: number;
  readonly l1_dcache_loads?: number;
  readonly l1_dcache_load_misses?: number;
  readonly l1_dcache_stores?: number;
  readonly l1_dcache_store_misses?: number;
  readonly l1_dcache_prefetches?: number;
  readonly l1_dcache_prefetch_misses?: number;
  readonly l1_icache_loads?: number;
  readonly l1_icache_load_misses?: number;
  readonly l1_icache_prefetches?: number;
  readonly l1_icache_prefetch_misses?: number;
  readonly llc_loads?: number;
  readonly llc_load_misses?: number;
  readonly llc_stores?: number;
  readonly llc_store_misses?: number;
  readonly llc_prefetches?: number;
  readonly llc_prefetch_misses?: number;
  readonly dtlb_loads?: number;
  readonly dtlb_load_misses?: number;
  readonly dtlb_stores?: number;
  readonly dtlb_store_misses?: number;
  readonly dtlb_prefetches?: number;
  readonly dtlb_prefetch_misses?: number;
  readonly itlb_loads?: number;
  readonly itlb_load_misses?: number;
  readonly branch_loads?: number;
  readonly branch_load_misses?: number;
  readonly node_loads?: number;
  readonly node_load_misses?: number;
  readonly node_stores?: number;
  readonly node_store_misses?: number;
  readonly node_prefetches?: number;
  readonly node_prefetch_misses?: number;
}

/** mesos.v1.OfferFilters */
export interface OfferFilters {
  readonly min_allocatable_resources?: OfferFilters_MinAllocatableResources;
}

/** mesos.v1.OfferFilters.ResourceQuantities */
export interface OfferFilters_ResourceQuantities {
  readonly quantities?: Readonly<Record<string, Value_Scalar>>;
}

/** mesos.v1.OfferFilters.MinAllocatableResources */
export interface OfferFilters_MinAllocatableResources {
  readonly quantities?: readonly OfferFilters_ResourceQuantities[];
}

/** mesos.v1.Request */
export interface Request {
  readonly agent_id?: AgentID;
  readonly resources?: readonly Resource[];
}

/** mesos.v1.Offer */
export interface Offer {
  readonly id: OfferID;
  readonly framework_id: FrameworkID;
  readonly agent_id: AgentID;
  readonly hostname: string;
  readonly url?: URL;
  readonly domain?: DomainInfo;
  readonly resources?: readonly Resource[];
  readonly attributes?: readonly Attribute[];
  readonly executor_ids?: readonly ExecutorID[];
  readonly unavailability?: Unavailability;
  readonly allocation_info?: Resource_AllocationInfo;
}

/** mesos.v1.Offer.Operation */
export interface Offer_Operation {
  readonly type?: Offer_Operation_Type;
  readonly id?: OperationID;
  readonly launch?: Offer_Operation_Launch;
  readonly launch_group?: Offer_Operation_LaunchGroup;
  readonly reserve?: Offer_Operation_Reserve;
  readonly unreserve?: Offer_Operation_Unreserve;
  readonly create?: Offer_Operation_Create;
  readonly destroy?: Offer_Operation_Destroy;
  readonly grow_volume?: Offer_Operation_GrowVolume;
  readonly shrink_volume?: Offer_Operation_ShrinkVolume;
  readonly create_disk?: Offer_Operation_CreateDisk;
  readonly destroy_disk?: Offer_Operation_DestroyDisk;
}

/** mesos.v1.Offer.Operation.Launch */
export interface Offer_Operation_Launch {
  readonly task_infos?: readonly TaskInfo[];
}

/** mesos.v1.Offer.Operation.LaunchGroup */
export interface Offer_Operation_LaunchGroup {
  readonly executor: ExecutorInfo;
  readonly task_group: TaskGroupInfo;
}

/** mesos.v1.Offer.Operation.Reserve */
export interface Offer_Operation_Reserve {
  readonly source?: readonly Resource[];
  readonly resources?: readonly Resource[];
}

/** mesos.v1.Offer.Operation.Unreserve */
export interface Offer_Operation_Unreserve {
  readonly resources?: readonly Resource[];
}

/** mesos.v1.Offer.Operation.Create */
export interface Offer_Operation_Create {
  readonly volumes?: readonly Resource[];
}

/** mesos.v1.Offer.Operation.Destroy */
export interface Offer_Operation_Destroy {
  readonly volumes?: readonly Resource[];
}

/** mesos.v1.Offer.Operation.GrowVolume */
export interface Offer_Operation_GrowVolume {
  readonly volume: Resource;
  readonly addition: Resource;
}

/** mesos.v1.Offer.Operation.ShrinkVolume */
export interface Offer_Operation_ShrinkVolume {
  readonly volume: Resource;
  readonly subtract: Value_Scalar;
}

/** mesos.v1.Offer.Operation.CreateDisk */
export interface Offer_Operation_CreateDisk {
  readonly source: Resource;
  readonly target_type: Resource_DiskInfo_Source_Type;
  readonly target_profile?: string;
}

/** mesos.v1.Offer.Operation.DestroyDisk */
export interface Offer_Operation_DestroyDisk {
  readonly source: Resource;
}

/** mesos.v1.Offer.Operation.Type */
export type Offer_Operation_Type =
  | "UNKNOWN"
  | "LAUNCH"
  | "RESERVE"
  | "UNRESERVE"
  | "CREATE"
  | "DESTROY"
  | "LAUNCH_GROUP"
  | "GROW_VOLUME"
  | "SHRINK_VOLUME"
  | "CREATE_DISK"
  | "DESTROY_DISK";

/** mesos.v1.InverseOffer */
export interface InverseOffer {
  readonly id: OfferID;
  readonly url?: URL;
  readonly framework_id: FrameworkID;
  readonly agent_id?: AgentID;
  readonly unavailability: Unavailability;
  readonly resources?: readonly Resource[];
}

/** mesos.v1.TaskInfo */
export interface TaskInfo {
  readonly name: string;
  readonly task_id: TaskID;
  readonly agent_id: AgentID;
  readonly resources?: readonly Resource[];
  readonly executor?: ExecutorInfo;
  readonly command?: CommandInfo;
  readonly container?: ContainerInfo;
  readonly health_check?: HealthCheck;
  readonly check?: CheckInfo;
  readonly kill_policy?: KillPolicy;
  readonly data?: Uint8Array;
  readonly labels?: Labels;
  readonly discovery?: DiscoveryInfo;
  readonly max_completion_time?: DurationInfo;
  readonly limits?: Readonly<Record<string, Value_Scalar>>;
}

/** mesos.v1.TaskGroupInfo */
export interface TaskGroupInfo {
  readonly tasks?: readonly TaskInfo[];
}

/** mesos.v1.Task */
export interface Task {
  readonly name: string;
  readonly task_id: TaskID;
  readonly framework_id: FrameworkID;
  readonly executor_id?: ExecutorID;
  readonly agent_id: AgentID;
  readonly state: TaskState;
  readonly resources?: readonly Resource[];
  readonly statuses?: readonly TaskStatus[];
  readonly status_update_state?: TaskState;
  readonly status_update_uuid?: Uint8Array;
  readonly labels?: Labels;
  readonly discovery?: DiscoveryInfo;
  readonly container?: ContainerInfo;
  readonly health_check?: HealthCheck;
  readonly kill_policy?: KillPolicy;
  readonly user?: string;
  readonly limits?: Readonly<Record<string, Value_Scalar>>;
}

/** mesos.v1.TaskState */
export type TaskState =
  | "TASK_STARTING"
  | "TASK_RUNNING"
  | "TASK_FINISHED"
  | "TASK_FAILED"
  | "TASK_KILLED"
  | "TASK_LOST"
  | "TASK_STAGING"
  | "TASK_ERROR"
  | "TASK_KILLING"
  | "TASK_DROPPED"
  | "TASK_UNREACHABLE"
  | "TASK_GONE"
  | "TASK_GONE_BY_OPERATOR"
  | "TASK_UNKNOWN";

/** mesos.v1.TaskResourceLimitation */
export interface TaskResourceLimitation {
  readonly resources?: readonly Resource[];
}

/** mesos.v1.UUID */
export interface UUID {
  readonly value: Uint8Array;
}

/** mesos.v1.Operation */
export interface Operation {
  readonly framework_id?: FrameworkID;
  readonly agent_id?: AgentID;
  readonly info: Offer_Operation;
  readonly latest_status: OperationStatus;
  readonly statuses?: readonly OperationStatus[];
  readonly uuid: UUID;
}

/** mesos.v1.OperationState */
export type OperationState =
  | "OPERATION_UNSUPPORTED"
  | "OPERATION_PENDING"
  | "OPERATION_FINISHED"
  | "OPERATION_FAILED"
  | "OPERATION_ERROR"
  | "OPERATION_DROPPED"
  | "OPERATION_UNREACHABLE"
  | "OPERATION_GONE_BY_OPERATOR"
  | "OPERATION_RECOVERING"
  | "OPERATION_UNKNOWN";

/** mesos.v1.OperationStatus */
export interface OperationStatus {
  readonly operation_id?: OperationID;
  readonly state: OperationState;
  readonly message?: string;
  readonly converted_resources?: readonly Resource[];
  readonly uuid?: UUID;
  readonly agent_id?: AgentID;
  readonly resource_provider_id?: ResourceProviderID;
}

/** mesos.v1.CheckStatusInfo */
export interface CheckStatusInfo {
  readonly type?: CheckInfo_Type;
  readonly command?: CheckStatusInfo_Command;
  readonly http?: CheckStatusInfo_Http;
  readonly tcp?: CheckStatusInfo_Tcp;
}

/** mesos.v1.CheckStatusInfo.Command */
export interface CheckStatusInfo_Command {
  readonly exit_code?: number;
}

/** mesos.v1.CheckStatusInfo.Http */
export interface CheckStatusInfo_Http {
  readonly status_code?: number;
}

/** mesos.v1.CheckStatusInfo.Tcp */
export interface CheckStatusInfo_Tcp {
  readonly succeeded?: boolean;
}

/** mesos.v1.TaskStatus */
export interface TaskStatus {
  readonly task_id: TaskID;
  readonly state: TaskState;
  readonly message?: string;
  readonly source?: TaskStatus_Source;
  readonly reason?: TaskStatus_Reason;
  readonly data?: Uint8Array;
  readonly agent_id?: AgentID;
  readonly executor_id?: ExecutorID;
  readonly timestamp?: number;
  readonly uuid?: Uint8Array;
  readonly healthy?: boolean;
  readonly check_status?: CheckStatusInfo;
  readonly labels?: Labels;
  readonly container_status?: ContainerStatus;
  readonly unreachable_time?: TimeInfo;
  readonly limitation?: TaskResourceLimitation;
}

/** mesos.v1.TaskStatus.Source */
export type TaskStatus_Source =
  | "SOURCE_MASTER"
  | "SOURCE_AGENT"
  | "SOURCE_EXECUTOR";

/** mesos.v1.TaskStatus.Reason */
export type TaskStatus_Reason =
  | "REASON_COMMAND_EXECUTOR_FAILED"
  | "REASON_EXECUTOR_TERMINATED"
  | "REASON_EXECUTOR_UNREGISTERED"
  | "REASON_FRAMEWORK_REMOVED"
  | "REASON_GC_ERROR"
  | "REASON_INVALID_FRAMEWORKID"
  | "REASON_INVALID_OFFERS"
  | "REASON_MASTER_DISCONNECTED"
  | "REASON_CONTAINER_LIMITATION_MEMORY"
  | "REASON_RECONCILIATION"
  | "REASON_AGENT_DISCONNECTED"
  | "REASON_AGENT_REMOVED"
  | "REASON_AGENT_RESTARTED"
  | "REASON_AGENT_UNKNOWN"
  | "REASON_TASK_INVALID"
  | "REASON_TASK_UNAUTHORIZED"
  | "REASON_TASK_UNKNOWN"
  | "REASON_CONTAINER_PREEMPTED"
  | "REASON_RESOURCES_UNKNOWN"
  | "REASON_CONTAINER_LIMITATION"
  | "REASON_CONTAINER_LIMITATION_DISK"
  | "REASON_CONTAINER_LAUNCH_FAILED"
  | "REASON_CONTAINER_UPDATE_FAILED"
  | "REASON_EXECUTOR_REGISTRATION_TIMEOUT"
  | "REASON_EXECUTOR_REREGISTRATION_TIMEOUT"
  | "REASON_TASK_GROUP_INVALID"
  | "REASON_TASK_GROUP_UNAUTHORIZED"
  | "REASON_IO_SWITCHBOARD_EXITED"
  | "REASON_TASK_CHECK_STATUS_UPDATED"
  | "REASON_TASK_HEALTH_CHECK_STATUS_UPDATED"
  | "REASON_TASK_KILLED_DURING_LAUNCH"
  | "REASON_AGENT_REMOVED_BY_OPERATOR"
  | "REASON_AGENT_REREGISTERED"
  | "REASON_MAX_COMPLETION_TIME_REACHED"
  | "REASON_AGENT_DRAINING";

/** mesos.v1.Filters */
export interface Filters {
  /** Default 5. */
  readonly refuse_seconds?: number;
}

/** mesos.v1.Environment */
export interface Environment {
  readonly variables?: readonly Environment_Variable[];
}

/** mesos.v1.Environment.Variable */
export interface Environment_Variable {
  readonly name: string;
  /** Default "VALUE". */
  readonly type?: Environment_Variable_Type;
  readonly value?: string;
  readonly secret?: Secret;
}

/** mesos.v1.Environment.Variable.Type */
export type Environment_Variable_Type =
  | "UNKNOWN"
  | "VALUE"
  | "SECRET";

/** mesos.v1.Parameter */
export interface Parameter {
  readonly key: string;
  readonly value: string;
}

/** mesos.v1.Parameters */
export interface Parameters {
  readonly parameter?: readonly Parameter[];
}

/** mesos.v1.Credential */
export interface Credential {
  readonly principal: string;
  readonly secret?: string;
}

/** mesos.v1.Credentials */
export interface Credentials {
  readonly credentials?: readonly Credential[];
}

/** mesos.v1.Secret */
export interface Secret {
  readonly type?: Secret_Type;
  readonly reference?: Secret_Reference;
  readonly value?: Secret_Value;
}

/** mesos.v1.Secret.Reference */
export interface Secret_Reference {
  readonly name: string;
  readonly key?: string;
}

/** mesos.v1.Secret.Value */
export interface Secret_Value {
  readonly data: Uint8Array;
}

/** mesos.v1.Secret.Type */
export type Secret_Type =
  | "UNKNOWN"
  | "REFERENCE"
  | "VALUE";

/** mesos.v1.RateLimit */
export interface RateLimit {
  readonly qps?: number;
  readonly principal: string;
  readonly capacity?: number;
}

/** mesos.v1.RateLimits */
export interface RateLimits {
  readonly limits?: readonly RateLimit[];
  readonly aggregate_default_qps?: number;
  readonly aggregate_default_capacity?: number;
}

/** mesos.v1.Image */
export interface Image {
  readonly type: Image_Type;
  readonly appc?: Image_Appc;
  readonly docker?: Image_Docker;
  /** Default true. */
  readonly cached?: boolean;
}

/** mesos.v1.Image.Appc */
export interface Image_Appc {
  readonly name: string;
  readonly id?: string;
  readonly labels?: Labels;
}

/** mesos.v1.Image.Docker */
export interface Image_Docker {
  readonly name: string;
  /** Deprecated. */
  readonly credential?: Credential;
  readonly config?: Secret;
}

/** mesos.v1.Image.Type */
export type Image_Type =
  | "APPC"
  | "DOCKER";

/** mesos.v1.MountPropagation */
export interface MountPropagation {
  readonly mode?: MountPropagation_Mode;
}

/** mesos.v1.MountPropagation.Mode */
export type MountPropagation_Mode =
  | "UNKNOWN"
  | "HOST_TO_CONTAINER"
  | "BIDIRECTIONAL";

/** mesos.v1.Volume */
export interface Volume {
  readonly mode: Volume_Mode;
  readonly container_path: string;
  readonly host_path?: string;
  readonly image?: Image;
  readonly source?: Volume_Source;
}

/** mesos.v1.Volume.Source */
export interface Volume_Source {
  readonly type?: Volume_Source_Type;
  readonly docker_volume?: Volume_Source_DockerVolume;
  readonly host_path?: Volume_Source_HostPath;
  readonly sandbox_path?: Volume_Source_SandboxPath;
  readonly secret?: Secret;
  readonly csi_volume?: Volume_Source_CSIVolume;
}

/** mesos.v1.Volume.Source.DockerVolume */
export interface Volume_Source_DockerVolume {
  readonly driver?: string;
  readonly name: string;
  readonly driver_options?: Parameters;
}

/** mesos.v1.Volume.Source.HostPath */
export interface Volume_Source_HostPath {
  readonly path: string;
  readonly mount_propagation?: MountPropagation;
}

/** mesos.v1.Volume.Source.SandboxPath */
export interface Volume_Source_SandboxPath {
  readonly type?: Volume_Source_SandboxPath_Type;
  readonly path: string;
}

/** mesos.v1.Volume.Source.SandboxPath.Type */
export type Volume_Source_SandboxPath_Type =
  | "UNKNOWN"
  | "SELF"
  | "PARENT";

/** mesos.v1.Volume.Source.CSIVolume */
export interface Volume_Source_CSIVolume {
  readonly plugin_name: string;
  readonly static_provisioning?: Volume_Source_CSIVolume_StaticProvisioning;
}

/** mesos.v1.Volume.Source.CSIVolume.VolumeCapability */
export interface Volume_Source_CSIVolume_VolumeCapability {
  readonly block?: Volume_Source_CSIVolume_VolumeCapability_BlockVolume;
  readonly mount?: Volume_Source_CSIVolume_VolumeCapability_MountVolume;
  readonly access_mode: Volume_Source_CSIVolume_VolumeCapability_AccessMode;
}

/** mesos.v1.Volume.Source.CSIVolume.VolumeCapability.MountVolume */
export interface Volume_Source_CSIVolume_VolumeCapability_MountVolume {
  readonly fs_type?: string;
  readonly mount_flags?: readonly string[];
}

/** mesos.v1.Volume.Source.CSIVolume.VolumeCapability.AccessMode */
export interface Volume_Source_CSIVolume_VolumeCapability_AccessMode {
  readonly mode: Volume_Source_CSIVolume_VolumeCapability_AccessMode_Mode;
}

/** mesos.v1.Volume.Source.CSIVolume.VolumeCapability.AccessMode.Mode */
export type Volume_Source_CSIVolume_VolumeCapability_AccessMode_Mode =
  | "UNKNOWN"
  | "SINGLE_NODE_WRITER"
  | "SINGLE_NODE_READER_ONLY"
  | "MULTI_NODE_READER_ONLY"
  | "MULTI_NODE_SINGLE_WRITER"
  | "MULTI_NODE_MULTI_WRITER";

/** mesos.v1.Volume.Source.CSIVolume.VolumeCapability.BlockVolume */
export type Volume_Source_CSIVolume_VolumeCapability_BlockVolume = Readonly<Record<string, never>>;

/** mesos.v1.Volume.Source.CSIVolume.StaticProvisioning */
export interface Volume_Source_CSIVolume_StaticProvisioning {
  readonly volume_id: string;
  readonly volume_capability: Volume_Source_CSIVolume_VolumeCapability;
  readonly node_stage_secrets?: Readonly<Record<string, Secret>>;
  readonly node_publish_secrets?: Readonly<Record<string, Secret>>;
  readonly volume_context?: Readonly<Record<string, string>>;
}

/** mesos.v1.Volume.Source.Type */
export type Volume_Source_Type =
  | "UNKNOWN"
  | "DOCKER_VOLUME"
  | "SANDBOX_PATH"
  | "SECRET"
  | "HOST_PATH"
  | "CSI_VOLUME";

/** mesos.v1.Volume.Mode */
export type Volume_Mode =
  | "RW"
  | "RO";

/** mesos.v1.NetworkInfo */
export interface NetworkInfo {
  readonly ip_addresses?: readonly NetworkInfo_IPAddress[];
  readonly name?: string;
  readonly groups?: readonly string[];
  readonly labels?: Labels;
  readonly port_mappings?: readonly NetworkInfo_PortMapping[];
}

/** mesos.v1.NetworkInfo.IPAddress */
export interface NetworkInfo_IPAddress {
  /** Default "IPv4". */
  readonly protocol?: NetworkInfo_Protocol;
  readonly ip_address?: string;
}

/** mesos.v1.NetworkInfo.PortMapping */
export interface NetworkInfo_PortMapping {
  readonly host_port: number;
  readonly container_port: number;
  readonly protocol?: string;
}

/** mesos.v1.NetworkInfo.Protocol */
export type NetworkInfo_Protocol =
  | "IPv4"
  | "IPv6";

/** mesos.v1.CapabilityInfo */
export interface CapabilityInfo {
  readonly capabilities?: readonly CapabilityInfo_Capability[];
}

/** mesos.v1.CapabilityInfo.Capability */
export type CapabilityInfo_Capability =
  | "UNKNOWN"
  | "CHOWN"
  | "DAC_OVERRIDE"
  | "DAC_READ_SEARCH"
  | "FOWNER"
  | "FSETID"
  | "KILL"
  | "SETGID"
  | "SETUID"
  | "SETPCAP"
  | "LINUX_IMMUTABLE"
  | "NET_BIND_SERVICE"
  | "NET_BROADCAST"
  | "NET_ADMIN"
  | "NET_RAW"
  | "IPC_LOCK"
  | "IPC_OWNER"
  | "SYS_MODULE"
  | "SYS_RAWIO"
  | "SYS_CHROOT"
  | "SYS_PTRACE"
  | "SYS_PACCT"
  | "SYS_ADMIN"
  | "SYS_BOOT"
  | "SYS_NICE"
  | "SYS_RESOURCE"
  | "SYS_TIME"
  | "SYS_TTY_CONFIG"
  | "MKNOD"
  | "LEASE"
  | "AUDIT_WRITE"
  | "AUDIT_CONTROL"
  | "SETFCAP"
  | "MAC_OVERRIDE"
  | "MAC_ADMIN"
  | "SYSLOG"
  | "WAKE_ALARM"
  | "BLOCK_SUSPEND"
  | "AUDIT_READ"
  | "PERFMON"
  | "BPF"
  | "CHECKPOINT_RESTORE";

/** mesos.v1.SeccompInfo */
export interface SeccompInfo {
  readonly profile_name?: string;
  readonly unconfined?: boolean;
}

/** mesos.v1.LinuxInfo */
export interface LinuxInfo {
  /** Deprecated. */
  readonly capability_info?: CapabilityInfo;
  readonly bounding_capabilities?: CapabilityInfo;
  readonly effective_capabilities?: CapabilityInfo;
  readonly share_pid_namespace?: boolean;
  readonly seccomp?: SeccompInfo;
  readonly ipc_mode?: LinuxInfo_IpcMode;
  readonly shm_size?: number;
  /** Default true. */
  readonly share_cgroups?: boolean;
}

/** mesos.v1.LinuxInfo.IpcMode */
export type LinuxInfo_IpcMode =
  | "UNKNOWN"
  | "PRIVATE"
  | "SHARE_PARENT";

/** mesos.v1.RLimitInfo */
export interface RLimitInfo {
  readonly rlimits?: readonly RLimitInfo_RLimit[];
}

/** mesos.v1.RLimitInfo.RLimit */
export interface RLimitInfo_RLimit {
  readonly type?: RLimitInfo_RLimit_Type;
  readonly hard?: number;
  readonly soft?: number;
}

/** mesos.v1.RLimitInfo.RLimit.Type */
export type RLimitInfo_RLimit_Type =
  | "UNKNOWN"
  | "RLMT_AS"
  | "RLMT_CORE"
  | "RLMT_CPU"
  | "RLMT_DATA"
  | "RLMT_FSIZE"
  | "RLMT_LOCKS"
  | "RLMT_MEMLOCK"
  | "RLMT_MSGQUEUE"
  | "RLMT_NICE"
  | "RLMT_NOFILE"
  | "RLMT_NPROC"
  | "RLMT_RSS"
  | "RLMT_RTPRIO"
  | "RLMT_RTTIME"
  | "RLMT_SIGPENDING"
  | "RLMT_STACK";

/** mesos.v1.TTYInfo */
export interface TTYInfo {
  readonly window_size?: TTYInfo_WindowSize;
}

/** mesos.v1.TTYInfo.WindowSize */
export interface TTYInfo_WindowSize {
  readonly rows: number;
  readonly columns: number;
}

/** mesos.v1.ContainerInfo */
export interface ContainerInfo {
  readonly type: ContainerInfo_Type;
  readonly volumes?: readonly Volume[];
  readonly hostname?: string;
  readonly docker?: ContainerInfo_DockerInfo;
  readonly mesos?: ContainerInfo_MesosInfo;
  readonly network_infos?: readonly NetworkInfo[];
  readonly linux_info?: LinuxInfo;
  readonly rlimit_info?: RLimitInfo;
  readonly tty_info?: TTYInfo;
}

/** mesos.v1.ContainerInfo.DockerInfo */
export interface ContainerInfo_DockerInfo {
  readonly image: string;
  /** Default "HOST". */
  readonly network?: ContainerInfo_DockerInfo_Network;
  readonly port_mappings?: readonly ContainerInfo_DockerInfo_PortMapping[];
  /** Default false. */
  readonly privileged?: boolean;
  readonly parameters?: readonly Parameter[];
  readonly force_pull_image?: boolean;
  /** Deprecated. */
  readonly volume_driver?: string;
}

/** mesos.v1.ContainerInfo.DockerInfo.PortMapping */
export interface ContainerInfo_DockerInfo_PortMapping {
  readonly host_port: number;
  readonly container_port: number;
  readonly protocol?: string;
}

/** mesos.v1.ContainerInfo.DockerInfo.Network */
export type ContainerInfo_DockerInfo_Network =
  | "HOST"
  | "BRIDGE"
  | "NONE"
  | "USER";

/** mesos.v1.ContainerInfo.MesosInfo */
export interface ContainerInfo_MesosInfo {
  readonly image?: Image;
}

/** mesos.v1.ContainerInfo.Type */
export type ContainerInfo_Type =
  | "DOCKER"
  | "MESOS";

/** mesos.v1.ContainerStatus */
export interface ContainerStatus {
  readonly container_id?: ContainerID;
  readonly network_infos?: readonly NetworkInfo[];
  readonly cgroup_info?: CgroupInfo;
  readonly executor_pid?: number;
}

/** mesos.v1.CgroupInfo */
export interface CgroupInfo {
  readonly net_cls?: CgroupInfo_NetCls;
}

/** mesos.v1.CgroupInfo.Blkio */
export type CgroupInfo_Blkio = Readonly<Record<string, never>>;

/** mesos.v1.CgroupInfo.Blkio.Value */
export interface CgroupInfo_Blkio_Value {
  readonly op?: CgroupInfo_Blkio_Operation;
  readonly value?: number;
}

/** mesos.v1.CgroupInfo.Blkio.CFQ */
export type CgroupInfo_Blkio_CFQ = Readonly<Record<string, never>>;

/** mesos.v1.CgroupInfo.Blkio.CFQ.Statistics */
export interface CgroupInfo_Blkio_CFQ_Statistics {
  readonly device?: Device_Number;
  readonly sectors?: number;
  readonly time?: number;
  readonly io_serviced?: readonly CgroupInfo_Blkio_Value[];
  readonly io_service_bytes?: readonly CgroupInfo_Blkio_Value[];
  readonly io_service_time?: readonly CgroupInfo_Blkio_Value[];
  readonly io_wait_time?: readonly CgroupInfo_Blkio_Value[];
  readonly io_merged?: readonly CgroupInfo_Blkio_Value[];
  readonly io_queued?: readonly CgroupInfo_Blkio_Value[];
}

/** mesos.v1.CgroupInfo.Blkio.Throttling */
export type CgroupInfo_Blkio_Throttling = Readonly<Record<string, never>>;

/** mesos.v1.CgroupInfo.Blkio.Throttling.Statistics */
export interface CgroupInfo_Blkio_Throttling_Statistics {
  readonly device?: Device_Number;
  readonly io_serviced?: readonly CgroupInfo_Blkio_Value[];
  readonly io_service_bytes?: readonly CgroupInfo_Blkio_Value[];
}

/** mesos.v1.CgroupInfo.Blkio.Statistics */
export interface CgroupInfo_Blkio_Statistics {
  readonly cfq?: readonly CgroupInfo_Blkio_CFQ_Statistics[];
  readonly cfq_recursive?: readonly CgroupInfo_Blkio_CFQ_Statistics[];
  readonly throttling?: readonly CgroupInfo_Blkio_Throttling_Statistics[];
}

/** mesos.v1.CgroupInfo.Blkio.Operation */
export type CgroupInfo_Blkio_Operation =
  | "UNKNOWN"
  | "TOTAL"
  | "READ"
  | "WRITE"
  | "SYNC"
  | "ASYNC"
  | "DISCARD";

/** mesos.v1.CgroupInfo.NetCls */
export interface CgroupInfo_NetCls {
  readonly classid?: number;
}

/** mesos.v1.Labels */
export interface Labels {
  readonly labels?: readonly Label[];
}

/** mesos.v1.Label */
export interface Label {
  readonly key: string;
  readonly value?: string;
}

/** mesos.v1.Port */
export interface Port {
  readonly number: number;
  readonly name?: string;
  readonly protocol?: string;
  readonly visibility?: DiscoveryInfo_Visibility;
  readonly labels?: Labels;
}

/** mesos.v1.Ports */
export interface Ports {
  readonly ports?: readonly Port[];
}

/** mesos.v1.DiscoveryInfo */
export interface DiscoveryInfo {
  readonly visibility: DiscoveryInfo_Visibility;
  readonly name?: string;
  readonly environment?: string;
  readonly location?: string;
  readonly version?: string;
  readonly ports?: Ports;
  readonly labels?: Labels;
}

/** mesos.v1.DiscoveryInfo.Visibility */
export type DiscoveryInfo_Visibility =
  | "FRAMEWORK"
  | "CLUSTER"
  | "EXTERNAL";

/** mesos.v1.WeightInfo */
export interface WeightInfo {
  readonly weight: number;
  readonly role?: string;
}

/** mesos.v1.VersionInfo */
export interface VersionInfo {
  readonly version: string;
  readonly build_date?: string;
  readonly build_time?: number;
  readonly build_user?: string;
  readonly git_sha?: string;
  readonly git_branch?: string;
  readonly git_tag?: string;
}

/** mesos.v1.Flag */
export interface Flag {
  readonly name: string;
  readonly value?: string;
}

/** mesos.v1.Role */
export interface Role {
  readonly name: string;
  readonly weight: number;
  readonly frameworks?: readonly FrameworkID[];
  readonly resources?: readonly Resource[];
}

/** mesos.v1.Metric */
export interface Metric {
  readonly name: string;
  readonly value?: number;
}

/** mesos.v1.FileInfo */
export interface FileInfo {
  readonly path: string;
  readonly nlink?: number;
  readonly size?: number;
  readonly mtime?: TimeInfo;
  readonly mode?: number;
  readonly uid?: string;
  readonly gid?: string;
}

/** mesos.v1.Device */
export interface Device {
  readonly path?: string;
  readonly number?: Device_Number;
}

/** mesos.v1.Device.Number */
export interface Device_Number {
  readonly major_number: number;
  readonly minor_number: number;
}

/** mesos.v1.DeviceAccess */
export interface DeviceAccess {
  readonly device: Device;
  readonly access: DeviceAccess_Access;
}

/** mesos.v1.DeviceAccess.Access */
export interface DeviceAccess_Access {
  readonly read?: boolean;
  readonly write?: boolean;
  readonly mknod?: boolean;
}

/** mesos.v1.DeviceWhitelist */
export interface DeviceWhitelist {
  readonly allowed_devices?: readonly DeviceAccess[];
}

/** mesos.v1.DrainState */
export type DrainState =
  | "UNKNOWN"
  | "DRAINING"
  | "DRAINED";

/** mesos.v1.DrainConfig */
export interface DrainConfig {
  readonly max_grace_period?: DurationInfo;
  /** Default false. */
  readonly mark_gone?: boolean;
}

/** mesos.v1.DrainInfo */
export interface DrainInfo {
  readonly state: DrainState;
  readonly config: DrainConfig;
}
