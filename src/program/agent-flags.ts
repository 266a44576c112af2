/**
 * The flags of the agent (FLA-01 to FLA-161): name, kind, default and help. What they mean to the core is in
 * `agent-options.ts`. `pending` says why a flag cannot be used yet; it is then refused, never passed over. What only
 * tunes something that is not built in, and does no harm, is taken.
 */
import { DOOR_FLAGS } from "./door-flags.ts";
import { address, bool, bytes, double, duration, flag, int, json, optional, path, secretPath, text } from "./flags.ts";
import { LOGGING_FLAGS } from "./logging-flags.ts";
import { disabledEndpoints } from "./master-flags.ts";

const NO_CGROUPS = "containers are plain processes: cgroups are not built in yet";
const NO_CNI = "container networks are not built in";
const NO_DOCKER = "docker containers are not built in";
const NO_IMAGES = "container images are not built in yet";
const NO_LIMITS_ON_NETWORK = "the network isolator is not built in";
const NO_MODULES = "modules are libraries of C++ and cannot be loaded";
const NO_PROVIDERS = "resource providers are not built in";

/** Isolators whose promise plain processes keep. */
const ISOLATORS: ReadonlySet<string> = new Set(["posix/cpu", "posix/mem", "filesystem/posix", "posix"]);

const oneOf = (name: string, values: readonly string[]) => ({
  check: (value: string) =>
    values.includes(value) ? undefined : `Unknown --${name} '${value}': expected ${values.join(" or ")}`,
});

export const AGENT_FLAGS = {
  ...LOGGING_FLAGS,
  ...DOOR_FLAGS,
  help: flag(bool, false, "Print this and leave."),
  version: flag(bool, false, "Print the version and leave."),
  // Where it is and whom it follows.
  master: optional(
    address, "Master to register with: host:port, zk://host:port,host:port/path, or file:///path of a file with either.",
  ),
  master_detector: optional(text, "Module that detects the leader.", { pending: NO_MODULES }),
  zk_session_timeout: flag(duration, 10_000, "ZooKeeper session timeout; without a zk:// master it means nothing."),
  hostname: optional(text, "Name of this machine in offers. By default the name its address resolves to."),
  hostname_lookup: flag(bool, true, "Look the hostname up; otherwise the address is published."),
  ip: optional(text, "Address to listen on; cannot be used together with --ip_discovery_command."),
  ip6: optional(text, "IPv6 address to advertise for containers.", { pending: "IPv6 is not built in" }),
  port: flag(int, 5051, "Port to listen on; 0 takes any free one."),
  advertise_ip: optional(text, "Address at which others reach this agent, if it is not the one we listen on."),
  advertise_port: optional(int, "Port at which others reach this agent, if it is not the one we listen on."),
  ip_discovery_command: optional(text, "Command that prints the address to listen on."),
  ip6_discovery_command: optional(text, "Command that prints the IPv6 address.", { pending: "IPv6 is not built in" }),
  domain: optional(json, "JSON of the DomainInfo (fault domain: region and zone) of this agent."),
  registration_backoff_factor: flag(duration, 1_000, "Longest wait before the first registration; it doubles.", {
    check: (ms) => (ms > 60_000 ? "Expected --registration_backoff_factor to be at most 1mins" : undefined),
  }),
  // What it has.
  resources: optional(
    text, "What to offer, as name(role):value;… or JSON. What is not named of cpus, mem, disk and ports is looked up.",
  ),
  default_role: flag(text, "*", "Role for resources that name none."),
  attributes: optional(text, "What frameworks shall know of this machine: name:value;name:value."),
  resource_provider_config_dir: optional(
    path, "Directory of configurations of local resource providers.", { pending: NO_PROVIDERS },
  ),
  csi_plugin_config_dir: optional(path, "Directory of configurations of CSI plugins.", { pending: NO_PROVIDERS }),
  disk_profile_adaptor: optional(text, "Module that maps disk profiles.", { pending: NO_MODULES }),
  resource_estimator: optional(text, "Module that estimates oversubscribed resources.", { pending: NO_MODULES }),
  qos_controller: optional(text, "Module that corrects oversubscription.", { pending: NO_MODULES }),
  qos_correction_interval_min: flag(duration, 0, "Shortest time between two corrections."),
  oversubscribed_resources_interval: flag(duration, 15_000, "How often oversubscribed resources are estimated."),
  nvidia_gpu_devices: optional(text, "GPUs to offer.", { pending: "GPUs are not looked for" }),
  agent_features: optional(
    json, "JSON of the capabilities to register with.", { pending: "this agent always registers with all of them" },
  ),
  // Where it keeps things.
  work_dir: optional(path, "Directory of sandboxes, volumes and checkpoints; it must survive restarts."),
  runtime_dir: flag(path, "/var/run/mesos", "Directory for what needs not survive a restart of the machine; unused."),
  launcher_dir: flag(
    path, "/usr/local/libexec/mesos", "Directory of helper programs; unused: ours come with this program.",
  ),
  sandbox_directory: flag(path, "/mnt/mesos/sandbox", "Where a sandbox is mounted in a container with an image."),
  gc_delay: flag(duration, 7 * 86_400_000, "How long a sandbox is kept at most."),
  gc_disk_headroom: flag(double, 0.1, "Share of the disk to keep free: the fuller it is, the sooner sandboxes go.", {
    check: (share) =>
      share >= 0 && share <= 1
        ? undefined
        : `Invalid value '${share}' for --gc_disk_headroom. Must be between 0.0 and 1.0`,
  }),
  gc_non_executor_container_sandboxes: flag(bool, false, "Collect sandboxes of nested containers by themselves.", {
    pending: "they are collected with their executor's",
  }),
  disk_watch_interval: flag(duration, 60_000, "How often old sandboxes are looked for."),
  // Restarts.
  recover: flag(
    text, "reconnect", "What becomes of the executors of the previous run: reconnect, or cleanup.",
    oneOf("recover", ["reconnect", "cleanup"]),
  ),
  recovery_timeout: flag(duration, 15 * 60_000, "How long executors wait for an agent that went away before they end."),
  reconfiguration_policy: flag(
    text, "equal", "May the agent come back with other flags: equal (no), or additive (with more).",
    oneOf("reconfiguration_policy", ["equal", "additive"]),
  ),
  strict: flag(bool, true, "Taken for compatibility: broken checkpoints are left out and counted."),
  // Executors.
  executor_registration_timeout: flag(
    duration, 60_000, "How long an executor may take to register before it is killed.",
  ),
  executor_reregistration_timeout: flag(duration, 2_000, "How long the previous run's executors may take to return.", {
    check: (ms) => (ms > 15_000 ? "Expected `--executor_reregistration_timeout` to be at most 15secs" : undefined),
  }),
  executor_reregistration_retry_interval: optional(
    duration, "How often executors of the previous run that speak by messages are called; once if not set.",
  ),
  executor_shutdown_grace_period: flag(duration, 5_000, "How long an executor may take to end after it was asked to."),
  executor_environment_variables: optional(json, "JSON object: environment of executors, instead of most of ours.", {
    check: (value) =>
      typeof value === "object" && value !== null && Object.values(value).every((each) => typeof each === "string")
        ? undefined : "Expected --executor_environment_variables to be an object of strings",
  }),
  max_completed_executors_per_framework: flag(int, 150, "How many ended executors of a framework are remembered."),
  http_command_executor: flag(bool, false, "Taken for compatibility: our command executor always speaks HTTP."),
  http_executor_domain_sockets: flag(
    bool, false, "Serve the executor API on a unix socket.", { pending: "it is served on the port only" },
  ),
  domain_socket_location: optional(
    path, "Path of that socket.", { pending: "the executor API is served on the port only" },
  ),
  http_heartbeat_interval: flag(duration, 30_000, "Heartbeats of streamed answers."),
  frameworks_home: flag(
    path, "", "Prefix of relative paths of executors.", { pending: "executors are started in their sandbox" },
  ),
  switch_user: flag(bool, true, "Run tasks as the user their framework names. Takes root."),
  // Containers.
  containerizers: flag(text, "mesos", "How containers are made.", { pending: NO_DOCKER }),
  launcher: flag(text, "posix", "How containers are started.", { pending: NO_CGROUPS }),
  isolation: flag(text, "posix/cpu,posix/mem", "Comma separated names of isolators.", {
    check: (list) => {
      const unknown = list.split(",").map((name) => name.trim()).find((name) => !ISOLATORS.has(name));
      return unknown === undefined
        ? undefined
        : `--isolation names '${unknown}', which is not built in: expected ${[...ISOLATORS].join(", ")}`;
    },
  }),
  image_providers: optional(text, "Kinds of container images.", { pending: NO_IMAGES }),
  image_provisioner_backend: optional(text, "How images become file systems.", { pending: NO_IMAGES }),
  image_gc_config: optional(json, "When images are removed.", { pending: NO_IMAGES }),
  appc_simple_discovery_uri_prefix: flag(text, "http://", "Unused: there are no images."),
  appc_store_dir: flag(path, "/tmp/mesos/store/appc", "Unused: there are no images."),
  default_container_info: optional(json, "ContainerInfo for executors that name none.", { pending: NO_IMAGES }),
  default_container_dns: optional(json, "DNS of containers.", { pending: NO_CNI }),
  default_container_shm_size: optional(bytes, "Size of /dev/shm.", { pending: NO_CGROUPS }),
  disallow_sharing_agent_ipc_namespace: flag(
    bool, false, "Refuse containers in our IPC namespace.", { pending: NO_CGROUPS },
  ),
  disallow_sharing_agent_pid_namespace: flag(
    bool, false, "Refuse containers in our PID namespace.", { pending: NO_CGROUPS },
  ),
  host_path_volume_force_creation: optional(
    text, "Where missing host paths may be made.", { pending: "host path volumes are not built in" },
  ),
  container_logger: optional(text, "Module that takes the output of containers.", { pending: NO_MODULES }),
  effective_capabilities: optional(json, "Capabilities of tasks.", { pending: NO_CGROUPS }),
  bounding_capabilities: optional(json, "Most capabilities of tasks.", { pending: NO_CGROUPS }),
  allowed_devices: optional(json, "Devices of containers.", { pending: NO_CGROUPS }),
  seccomp_config_dir: optional(path, "Directory of seccomp profiles.", { pending: NO_CGROUPS }),
  seccomp_profile_name: optional(text, "Default seccomp profile.", { pending: NO_CGROUPS }),
  volume_gid_range: optional(text, "Groups for shared volumes.", { pending: "volumes belong to the agent's user" }),
  container_disk_watch_interval: flag(duration, 15_000, "How often disk use of containers is looked at."),
  enforce_container_disk_quota: flag(
    bool, false, "Kill containers that use more disk than they asked for.", { pending: NO_CGROUPS },
  ),
  xfs_project_range: optional(text, "XFS projects.", { pending: NO_CGROUPS }),
  xfs_kill_containers: optional(bool, "Kill containers above their XFS quota.", { pending: NO_CGROUPS }),
  xfs_quota_headroom: optional(bytes, "Room between the XFS limits.", { pending: NO_CGROUPS }),
  // Fetcher.
  fetcher_cache_size: flag(bytes, 2 * 1024 ** 3, "Unused: what is fetched is not cached."),
  fetcher_cache_dir: flag(path, "/tmp/mesos/fetch", "Unused: what is fetched is not cached."),
  fetcher_stall_timeout: flag(duration, 60_000, "How long a download may stand still."),
  hadoop_home: optional(path, "Hadoop, to fetch from HDFS.", { pending: "fetching from HDFS is not built in" }),
  // cgroups and systemd.
  cgroups_hierarchy: flag(path, "/sys/fs/cgroup", "Unused: there are no cgroups."),
  cgroups_root: flag(text, "mesos", "Unused: there are no cgroups."),
  cgroups_destroy_timeout: flag(duration, 60_000, "Unused: there are no cgroups."),
  cgroups_enable_cfs: flag(bool, false, "Hard limits of CPU time.", { pending: NO_CGROUPS }),
  cgroups_limit_swap: flag(bool, false, "Limit memory and swap together.", { pending: NO_CGROUPS }),
  cgroups_cpu_enable_pids_and_tids_count: flag(bool, false, "Count processes and threads.", { pending: NO_CGROUPS }),
  cgroups_net_cls_primary_handle: optional(text, "Class of packets.", { pending: NO_CGROUPS }),
  cgroups_net_cls_secondary_handles: optional(text, "Classes of packets.", { pending: NO_CGROUPS }),
  agent_subsystems: optional(
    text, "Cgroups of the agent itself.", { oldName: "slave_subsystems", pending: NO_CGROUPS },
  ),
  revocable_cpu_low_priority: flag(bool, true, "Unused: there are no cgroups."),
  perf_events: optional(text, "Events to sample.", { pending: NO_CGROUPS }),
  perf_interval: flag(duration, 60_000, "Unused: nothing is sampled."),
  perf_duration: flag(duration, 10_000, "Unused: nothing is sampled."),
  systemd_enable_support: flag(
    bool, true, "Taken for compatibility: executors are sessions of their own and survive our restart.",
  ),
  systemd_runtime_directory: flag(path, "/run/systemd/system", "Taken for compatibility."),
  // Docker.
  docker: flag(path, "docker", "Unused: there are no docker containers."),
  docker_config: optional(json, "Docker configuration.", { pending: NO_DOCKER }),
  docker_ignore_runtime: flag(bool, false, "Unused: there are no docker containers."),
  docker_kill_orphans: flag(bool, true, "Unused: there are no docker containers."),
  docker_mesos_image: optional(text, "Image the agent runs in.", { pending: NO_DOCKER }),
  docker_registry: flag(text, "https://registry-1.docker.io", "Unused: there are no images."),
  docker_remove_delay: flag(duration, 6 * 3_600_000, "Unused: there are no docker containers."),
  docker_socket: flag(path, "/var/run/docker.sock", "Unused: there are no docker containers."),
  docker_stop_timeout: flag(duration, 0, "Unused: there are no docker containers."),
  docker_store_dir: flag(path, "/tmp/mesos/store/docker", "Unused: there are no images."),
  docker_volume_checkpoint_dir: flag(
    path, "/var/run/mesos/isolators/docker/volume", "Unused: there are no docker volumes.",
  ),
  docker_volume_chown: flag(bool, false, "Unused: there are no docker volumes."),
  // Networks.
  network_cni_plugins_dir: optional(path, "CNI plugins.", { pending: NO_CNI }),
  network_cni_config_dir: optional(path, "CNI networks.", { pending: NO_CNI }),
  network_cni_root_dir_persist: flag(
    bool, false, "Keep CNI state across restarts of the machine.", { pending: NO_CNI },
  ),
  network_cni_metrics: flag(bool, true, "Unused: there are no container networks."),
  container_ports_watch_interval: optional(
    duration, "How often ports are looked at.", { pending: NO_LIMITS_ON_NETWORK },
  ),
  check_agent_port_range_only: optional(bool, "Which ports are looked at.", { pending: NO_LIMITS_ON_NETWORK }),
  enforce_container_ports: optional(bool, "Kill containers on foreign ports.", { pending: NO_LIMITS_ON_NETWORK }),
  container_ports_isolated_range: optional(text, "Which ports are looked at.", { pending: NO_LIMITS_ON_NETWORK }),
  ...portMappingFlags(),
  // Security.
  credential: optional(
    secretPath, "Path of a file with the credential to authenticate with: JSON, or a principal and a secret.",
  ),
  authenticatee: flag(text, "crammd5", "How to authenticate with the master.", { pending: NO_MODULES }),
  authentication_backoff_factor: flag(duration, 1_000, "How attempts to authenticate are spread."),
  authentication_timeout_min: flag(duration, 5_000, "Shortest time an attempt to authenticate may take."),
  authentication_timeout_max: flag(duration, 60_000, "Longest time an attempt to authenticate may take."),
  authenticate_http_readwrite: flag(bool, false, "Endpoints that change something need authentication.", {
    oldName: "authenticate_http",
  }),
  authenticate_http_readonly: flag(bool, false, "Endpoints that only read need authentication."),
  authenticate_http_executors: optional(bool, "Executors need authentication."),
  http_authenticators: optional(text, "How HTTP requests authenticate: basic, jwt, or both, separated by a comma."),
  http_credentials: optional(
    secretPath,
    "File with the credentials of HTTP requests: JSON, or a principal and a secret per line. SIGHUP reads it again.",
  ),
  jwt_secret_key: optional(secretPath, "File of the key that signs executors' tokens."),
  authorizer: flag(text, "local", "Who authorizes.", { pending: NO_MODULES }),
  acls: optional(json, "JSON of the ACLs, or the path of a file with it."),
  firewall_rules: optional(json, "JSON of endpoints to disable: {\"disabled_endpoints\":{\"paths\":[…]}}.", {
    check: (value) =>
      disabledEndpoints(value) === undefined ? "Expected --firewall_rules to hold disabled_endpoints.paths" : undefined,
  }),
  secret_resolver: optional(text, "Module that resolves secrets.", { pending: NO_MODULES }),
  modules: optional(json, "JSON of modules to load.", { pending: NO_MODULES }),
  modules_dir: optional(path, "Directory of JSON files of modules to load.", { pending: NO_MODULES }),
  hooks: optional(text, "Hook modules.", { pending: NO_MODULES }),
  memory_profiling: flag(
    bool, false, "Serve memory profiles.", { pending: "Node has tools of its own: node --inspect" },
  ),
};

/** The port mapping isolator alone has two dozen. */
function portMappingFlags() {
  const help = "Of the port mapping isolator.";
  const number = optional(int, help, { pending: NO_LIMITS_ON_NETWORK });
  const words = optional(text, help, { pending: NO_LIMITS_ON_NETWORK });
  const size = optional(bytes, help, { pending: NO_LIMITS_ON_NETWORK });
  const yes = optional(bool, help, { pending: NO_LIMITS_ON_NETWORK });
  const time = optional(duration, help, { pending: NO_LIMITS_ON_NETWORK });
  return {
    ephemeral_ports_per_container: number,
    eth0_name: words,
    lo_name: words,
    egress_rate_limit_per_container: size,
    egress_rate_per_cpu: words,
    minimum_egress_rate_limit: size,
    maximum_egress_rate_limit: size,
    egress_ceil_limit: size,
    egress_burst: size,
    egress_unique_flow_per_container: yes,
    egress_flow_classifier_parent: words,
    ingress_rate_limit_per_container: size,
    ingress_rate_per_cpu: words,
    minimum_ingress_rate_limit: size,
    maximum_ingress_rate_limit: size,
    ingress_ceil_limit: size,
    ingress_burst: size,
    ingress_isolate_existing_containers: yes,
    network_link_speed: size,
    network_enable_socket_statistics_summary: yes,
    network_enable_socket_statistics_details: yes,
    network_enable_snmp_statistics: yes,
    network_enable_rate_statistics: yes,
    network_rate_statistics_window: time,
    network_rate_statistics_interval: time,
  };
}
