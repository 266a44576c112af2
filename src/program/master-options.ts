/** From the master's flags to what its core is told. */
import type { AllocatorOptions } from "../allocator/allocator.ts";
import type { MasterOptions } from "../master/options.ts";
import { parseDouble } from "../model/decimal.ts";
import { parseDurationMs } from "../model/duration.ts";
import type { DomainInfo } from "../model/gen/mesos.ts";
import type { Role } from "../model/id.ts";
import { parseQuantitySets } from "../model/quantities.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import { parseRoles } from "../model/role.ts";
import type { Clock, Random } from "../ports.ts";
import { cramMd5 } from "../shell/auth/crammd5.ts";
import { DomainInfoCodec } from "../wire/gen/mesos.ts";
import type { Address } from "./address.ts";
import type { ParsedFlags } from "./flags.ts";
import type { MASTER_FLAGS } from "./master-flags.ts";
import type { MasterSecurity } from "./security.ts";
import { buildInfo } from "./version.ts";

export type MasterFlags = ParsedFlags<typeof MASTER_FLAGS>;

export interface Surroundings {
  readonly address: Address;
  /** Where we listen, now that we do. */
  readonly port: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly security: MasterSecurity;
}

/** An error names the flag and what is wrong with it. */
export function masterOptions({ values, texts }: MasterFlags, surroundings: Surroundings): Result<MasterOptions> {
  const { address, port, clock, random, security } = surroundings;
  const domain = values.domain === undefined ? ok(undefined) : readDomain(values.domain);
  if (!domain.ok) return domain;
  const roles = values.roles === undefined ? ok(undefined) : parseRoles(values.roles);
  if (!roles.ok) return err(`Invalid --roles '${values.roles}': ${roles.error}`);
  const weights = readWeights(values.weights);
  if (!weights.ok) return weights;
  const removalRate = readRate(values.agent_removal_rate_limit);
  if (!removalRate.ok) return removalRate;
  const allocator = readAllocator(values, domain.value, random);
  if (!allocator.ok) return allocator;
  return ok({
    id: random.uuid(),
    ip: address.advertiseIp,
    port: address.advertisePort ?? port,
    hostname: address.hostname,
    version: buildInfo(),
    startedAtMs: clock.nowMs(),
    allocator: allocator.value,
    flags: texts,
    cluster: values.cluster,
    domain: domain.value,
    agentPingTimeoutMs: values.agent_ping_timeout,
    maxAgentPingTimeouts: values.max_agent_ping_timeouts,
    agentReregisterTimeoutMs: values.agent_reregister_timeout,
    recoveryAgentRemovalLimit: Number.parseFloat(values.recovery_agent_removal_limit) / 100,
    agentRemovalRateLimit: removalRate.value,
    registryGcIntervalMs: values.registry_gc_interval,
    registryMaxAgentAgeMs: values.registry_max_agent_age,
    registryMaxAgentCount: values.registry_max_agent_count,
    offerTimeoutMs: values.offer_timeout,
    rootSubmissions: values.root_submissions,
    roleWhitelist: roles.value === undefined ? undefined : new Set(roles.value as readonly Role[]),
    weights: weights.value,
    maxCompletedFrameworks: values.max_completed_frameworks,
    maxCompletedTasksPerFramework: values.max_completed_tasks_per_framework,
    maxOperatorSubscribers: values.max_operator_event_stream_subscribers,
    ...(security.authorizer !== undefined && { authorizer: security.authorizer }),
    ...(security.credentials !== undefined && { crammd5: cramMd5(security.credentials) }),
    ...(security.rateLimits !== undefined && { rateLimits: security.rateLimits }),
    authenticateAgents: values.authenticate_agents,
    authenticateFrameworks: values.authenticate_frameworks,
    authenticationTimeoutMs: values.authentication_v0_timeout,
    maxUnreachableTasksPerFramework: values.max_unreachable_tasks_per_framework,
    requireAgentDomain: values.require_agent_domain,
  });
}

function readAllocator(
  values: MasterFlags["values"],
  domain: DomainInfo | undefined,
  random: Random,
): Result<AllocatorOptions> {
  const minAllocatable = parseQuantitySets(values.min_allocatable_resources);
  if (!minAllocatable.ok) {
    return err(`Invalid --min_allocatable_resources '${values.min_allocatable_resources}': ${minAllocatable.error}`);
  }
  const factor = values.allocator_agent_recovery_factor;
  if (!(factor >= 0 && factor <= 1)) return err(`Invalid --allocator_agent_recovery_factor '${factor}': expected 0 to 1`);
  const excluded = values.fair_sharing_excluded_resource_names;
  return ok({
    allocationIntervalMs: values.allocation_interval,
    minAllocatable: minAllocatable.value,
    ...(excluded === undefined ? {} : { excludedNames: splitList(excluded) }),
    filterGpuResources: values.filter_gpu_resources,
    ...(domain === undefined ? {} : { domain }),
    recoveryTimeoutMs: values.allocator_recovery_timeout,
    agentRecoveryFactor: factor,
    roleSorter: values.role_sorter as AllocatorOptions["roleSorter"],
    frameworkSorter: values.framework_sorter as AllocatorOptions["frameworkSorter"],
    strict: values.allocator === "hierarchical-strict",
    seed: random.seed(),
    constraintsMaxProgramSize: values.offer_constraints_re2_max_program_size,
    constraintsMaxMemoryBytes: values.offer_constraints_re2_max_mem,
  });
}

function readDomain(json: unknown): Result<DomainInfo> {
  const domain = DomainInfoCodec.fromJson(json);
  if (!domain.ok) return err(`Invalid --domain: ${domain.error}`);
  return domain.value.fault_domain === undefined ? err("`domain` must define `fault_domain`") : domain;
}

/** `role=weight,role=weight`, each weight above 0. */
function readWeights(list: string | undefined): Result<ReadonlyMap<Role, number>> {
  const weights = new Map<Role, number>();
  for (const pair of splitList(list ?? "")) {
    const [role, weight, extra] = pair.split("=");
    const value = parseDouble(weight ?? "");
    if (role === undefined || role === "" || value === undefined || extra !== undefined || !(value > 0)) {
      return err(`Invalid --weights '${pair}': expected role=weight with a weight above 0`);
    }
    weights.set(role as Role, value);
  }
  return ok(weights);
}

/** `<number>/<duration>` */
function readRate(rate: string | undefined): Result<MasterOptions["agentRemovalRateLimit"]> {
  if (rate === undefined) return ok(undefined);
  const [agents = "", duration = ""] = rate.split("/");
  const perMs = parseDurationMs(duration);
  if (!perMs.ok || perMs.value <= 0 || !(Number(agents) > 0)) {
    return err(`Invalid agent_removal_rate_limit: ${rate}. Format is <Number of agents>/<Duration>`);
  }
  return ok({ agents: Number(agents), perMs: perMs.value });
}

function splitList(list: string): string[] {
  return list.split(",").map((item) => item.trim()).filter((item) => item !== "");
}
