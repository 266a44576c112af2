/**
 * The flags of the master (FLM-01 to FLM-72): name, kind, default and help. What they mean to the core is in
 * `master-options.ts`. `pending` says why a flag cannot be used yet; it is then refused, never passed over.
 */
import { DOOR_FLAGS } from "./door-flags.ts";
import { address, bool, bytes, double, duration, flag, int, json, optional, path, secretPath, text } from "./flags.ts";
import { LOGGING_FLAGS } from "./logging-flags.ts";

const NO_MODULES = "modules are libraries of C++ and cannot be loaded";

const LEAST_FLIGHT_RECORD_BYTES = 4 * 1024 * 1024;

const onlyOne = (name: string, value: string) => ({
  check: (given: string) => (given === value ? undefined : `--${name}=${given} cannot be used: ${NO_MODULES}; there is ${value}`),
});

const sorter = (name: string) => ({
  check: (value: string) =>
    value === "drf" || value === "random" ? undefined : `Unknown --${name} '${value}': expected drf or random`,
});

export const MASTER_FLAGS = {
  ...LOGGING_FLAGS,
  ...DOOR_FLAGS,
  help: flag(bool, false, "Print this and leave."),
  version: flag(bool, false, "Print the version and leave."),
  hostname: optional(text, "Name by which others know this master. By default the name its address resolves to."),
  hostname_lookup: flag(bool, true, "Look the hostname up; otherwise the address is published."),
  ip: optional(text, "Address to listen on; cannot be used together with --ip_discovery_command."),
  port: flag(int, 5050, "Port to listen on; 0 takes any free one."),
  advertise_ip: optional(text, "Address at which others reach this master, if it is not the one we listen on."),
  advertise_port: optional(int, "Port at which others reach this master, if it is not the one we listen on."),
  ip_discovery_command: optional(text, "Command that prints the address to listen on."),
  work_dir: optional(path, "Directory of the registry; required unless --registry=in_memory or --zk is given."),
  registry: flag(
    text,
    "replicated_log",
    "Where the registry is kept: in_memory; zookeeper, below the path of --zk; or replicated_log: in --work_dir, but with --zk, " +
      "where masters take over from each other, in ZooKeeper too.",
  ),
  registry_strict: flag(bool, false, "No longer supported by Mesos.", {
    check: (strict) =>
      strict ? "Support for '--registry_strict' has been disabled and will be removed in a future version of Mesos" : undefined,
  }),
  registry_fetch_timeout: flag(duration, 60_000, "How long reading the registry may take before we give up."),
  registry_store_timeout: flag(duration, 20_000, "How long writing the registry may take before we give up."),
  registry_gc_interval: flag(duration, 15 * 60_000, "How often unreachable and gone agents are considered for forgetting."),
  registry_max_agent_age: flag(duration, 14 * 86_400_000, "How long an unreachable or gone agent is remembered."),
  registry_max_agent_count: flag(int, 102_400, "How many unreachable and how many gone agents are remembered."),
  log_auto_initialize: flag(bool, true, "Create the registry when there is none.", {
    pending: "an empty registry is always created",
  }),
  zk: optional(
    address,
    "ZooKeeper URL of the election: zk://host:port,host:port/path, zk://user:password@host:port/path, zks:// to speak TLS " +
      "with the certificates of LIBPROCESS_SSL_*, or file:///path of a file with it, which keeps the password out of lists of processes. Without it this master leads alone.",
  ),
  zk_session_timeout: flag(duration, 10_000, "ZooKeeper session timeout: how long the others wait for a leader that is gone. Without --zk it means nothing."),
  quorum: optional(
    int,
    "Accepted as Mesos' masters need it, and without effect: there it says how many registry replicas must have a write. Here " +
      "ZooKeeper keeps the registry, and a write counts when most of its servers have it.",
  ),
  master_contender: optional(text, "Module that contends for leadership.", { pending: NO_MODULES }),
  master_detector: optional(text, "Module that detects the leader.", { pending: NO_MODULES }),
  cluster: optional(text, "Name of the cluster, for people."),
  domain: optional(json, "JSON of the DomainInfo (fault domain: region and zone) of this master."),
  require_agent_domain: flag(bool, false, "Refuse agents that have no fault domain."),
  root_submissions: flag(bool, true, "May frameworks run as user root?"),
  roles: optional(text, "Deprecated: comma separated list of the only roles frameworks may have."),
  weights: optional(text, "Deprecated: comma separated list of role=weight."),
  whitelist: optional(path, "File of the only hostnames whose resources are offered.", {
    pending: "the whitelist is not built in yet",
  }),
  agent_ping_timeout: flag(duration, 15_000, "How long an agent may take to answer a ping.", {
    oldName: "slave_ping_timeout",
    check: (ms) =>
      ms < 1_000 || ms > 15 * 60_000 ? "Expected `--agent_ping_timeout` to be between 1secs and 15mins" : undefined,
  }),
  max_agent_ping_timeouts: flag(int, 5, "How many pings in a row may stay without an answer before an agent is unreachable.", {
    oldName: "max_slave_ping_timeouts",
    check: (count) => (count < 1 ? "Expected `--max_agent_ping_timeouts` to be at least 1" : undefined),
  }),
  agent_reregister_timeout: flag(
    duration,
    10 * 60_000,
    "How long an agent may take to come back, after a disconnection or a failover, before it is unreachable. At least 10mins.",
    {
      oldName: "slave_reregister_timeout",
      check: (ms) => (ms < 10 * 60_000 ? "Expected --agent_reregister_timeout to be at least 10mins" : undefined),
    },
  ),
  recovery_agent_removal_limit: flag(
    text,
    "100%",
    "Largest share of the known agents that may be removed after a failover; if more stay away the master gives up instead.",
    { oldName: "recovery_slave_removal_limit", check: checkPercent },
  ),
  agent_removal_rate_limit: optional(text, "So many agents per so much time may be removed: `<number>/<duration>`, as in 1/10mins.", {
    oldName: "slave_removal_rate_limit",
    check: (value) =>
      /^\d+\/.+$/.test(value) ? undefined : `Invalid agent_removal_rate_limit: ${value}. Format is <Number of agents>/<Duration>`,
  }),
  max_executors_per_agent: optional(int, "Most executors on one agent.", {
    oldName: "max_executors_per_slave",
    pending: "it belongs to the network isolator, which is not built in",
  }),
  webui_dir: flag(path, "built-in", "Directory of a web UI to serve.", { pending: "only the built-in page is served" }),
  flight_record: optional(
    path,
    "Directory to write a flight record to: every event this master takes, to be replayed with `allot simulate --replay`. It holds " +
      "the bodies of requests and messages as they come, so only this user may read it.",
  ),
  flight_record_size: optional(bytes, "About so much all flight records in --flight_record may take, 1GB if not given; the oldest go first.", {
    check: (size) => (size >= LEAST_FLIGHT_RECORD_BYTES ? undefined : "Expected --flight_record_size to be at least 4MB"),
  }),
  offer_timeout: optional(duration, "How long an offer may be held before it is taken back; by default for ever."),
  allocation_interval: flag(duration, 1_000, "How often all resources are considered for offers."),
  allocator: flag(text, "hierarchical", "hierarchical, or hierarchical-strict, which does without known quirks of Mesos.", {
    check: (name) =>
      name === "hierarchical" || name === "hierarchical-strict" ? undefined : `Unknown --allocator '${name}': ${NO_MODULES}`,
  }),
  role_sorter: flag(text, "drf", "Order of roles: drf or random.", { oldName: "user_sorter", ...sorter("role_sorter") }),
  framework_sorter: flag(text, "drf", "Order of frameworks within a role: drf or random.", sorter("framework_sorter")),
  allocator_agent_recovery_factor: flag(double, 0.8, "Share of the agents that must be back after a failover before offers are made."),
  allocator_recovery_timeout: flag(duration, 10 * 60_000, "How long offers wait at most for agents after a failover."),
  fair_sharing_excluded_resource_names: optional(text, "Comma separated names of resources that do not count for fair shares."),
  filter_gpu_resources: flag(bool, true, "Offer agents with GPUs only to frameworks with the capability GPU_RESOURCES."),
  min_allocatable_resources: flag(
    text,
    "cpus:0.01|mem:32",
    "Offer only what holds at least one of these sets: names and amounts separated by `;`, sets by `|`.",
  ),
  offer_constraints_re2_max_mem: flag(bytes, 4_096, "Largest memory a regular expression of an offer constraint may need."),
  offer_constraints_re2_max_program_size: flag(int, 100, "Largest program a regular expression of an offer constraint may become."),
  max_completed_frameworks: flag(int, 50, "How many completed frameworks are remembered."),
  max_completed_tasks_per_framework: flag(int, 1_000, "How many completed tasks of a framework are remembered."),
  max_unreachable_tasks_per_framework: flag(int, 1_000, "How many unreachable tasks of a framework are remembered."),
  max_operator_event_stream_subscribers: flag(int, 1_000, "Most subscribers of the operator event stream.", {
    pending: "the operator event stream is not built in yet",
  }),
  publish_per_framework_metrics: flag(bool, true, "Publish metrics of each framework.", {
    pending: "metrics of single frameworks are not built in yet",
  }),
  authenticate_frameworks: flag(bool, false, "Only authenticated driver frameworks may register.", {
    oldName: "authenticate",
  }),
  authenticate_agents: flag(bool, false, "Only authenticated agents may register.", {
    oldName: "authenticate_slaves",
  }),
  authentication_v0_timeout: flag(duration, 15_000, "How long an authentication of an agent or driver may take."),
  authenticate_http_readwrite: flag(bool, false, "Endpoints that change something need authentication.", {
    oldName: "authenticate_http",
  }),
  authenticate_http_readonly: flag(bool, false, "Endpoints that only read need authentication."),
  authenticate_http_frameworks: flag(bool, false, "HTTP frameworks need authentication."),
  credentials: optional(secretPath, "Path of a file with the credentials: JSON, or a principal and a secret per line. SIGHUP reads it again."),
  authenticators: flag(text, "crammd5", "How agents and drivers authenticate: crammd5.", onlyOne("authenticators", "crammd5")),
  http_authenticators: flag(text, "basic", "How HTTP requests authenticate: basic.", onlyOne("http_authenticators", "basic")),
  http_framework_authenticators: optional(text, "How HTTP frameworks authenticate: basic.", onlyOne("http_framework_authenticators", "basic")),
  authorizers: flag(text, "local", "Who authorizes: local, by --acls.", onlyOne("authorizers", "local")),
  acls: optional(json, "JSON of the ACLs, or the path of a file with it."),
  rate_limits: optional(json, "JSON of the rate limits of driver frameworks, per principal, or the path of a file with it."),
  firewall_rules: optional(json, "JSON of endpoints to disable: {\"disabled_endpoints\":{\"paths\":[…]}}.", {
    check: (value) => (disabledEndpoints(value) === undefined ? "Expected --firewall_rules to hold disabled_endpoints.paths" : undefined),
  }),
  modules: optional(json, "JSON of modules to load.", { pending: NO_MODULES }),
  modules_dir: optional(path, "Directory of JSON files of modules to load.", { pending: NO_MODULES }),
  hooks: optional(text, "Hook modules.", { pending: NO_MODULES }),
  memory_profiling: flag(bool, false, "Serve memory profiles.", { pending: "Node has tools of its own: node --inspect" }),
};

/** The paths of `--firewall_rules`. */
export function disabledEndpoints(rules: unknown): readonly string[] | undefined {
  const { paths } = (rules as { disabled_endpoints?: { paths?: unknown } } | null | undefined)?.disabled_endpoints ?? {};
  return Array.isArray(paths) && paths.every((each) => typeof each === "string") ? paths : undefined;
}

function checkPercent(value: string): string | undefined {
  const number = /^([\d.]+)%$/.exec(value)?.[1];
  if (number !== undefined && Number(number) >= 0 && Number(number) <= 100) return undefined;
  return `Invalid value '${value}' for --recovery_agent_removal_limit: must be within [0%-100%]`;
}
