/** From the entries a store has read back to what a new leader knows of its cluster (REG-03, REG-38). */
import { MASTER_CAPABILITIES } from "../../model/capability.ts";
import type { Schedule } from "../../model/gen/maintenance.ts";
import type { AgentInfo, MachineInfo, TimeInfo } from "../../model/gen/mesos.ts";
import { agentId } from "../../model/id.ts";
import type { AgentId, Role } from "../../model/id.ts";
import { quotaFrom } from "../../model/quota.ts";
import type { Quota } from "../../model/quota.ts";
import { upgradeResources } from "../../model/reservation-format.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { ScheduleCodec } from "../../wire/gen/maintenance.ts";
import { QuotaConfigCodec } from "../../wire/gen/quota.ts";
import {
  Registry_AgentCodec, Registry_GoneAgentCodec, Registry_MachineCodec, Registry_MinimumCapabilityCodec,
  Registry_UnreachableAgentCodec, Registry_WeightCodec,
} from "../../wire/gen/registry.ts";
import {
  AGENT_PREFIX, CAPABILITY_PREFIX, GONE_PREFIX, MACHINE_PREFIX, QUOTA_PREFIX, SCHEDULE_KEY, UNREACHABLE_PREFIX,
  WEIGHT_PREFIX, readAll,
} from "./records.ts";
import type { RegistryEntries } from "./registry.ts";

interface RecoveredRegistry {
  /** Admitted agents, resources in the inner format. */
  readonly agents: ReadonlyMap<AgentId, AgentInfo>;
  /** When they were marked, longest ago first: that is the order in which they are forgotten (AGT-36). */
  readonly unreachable: ReadonlyMap<AgentId, TimeInfo>;
  readonly gone: ReadonlyMap<AgentId, TimeInfo>;
  /** By `machineKey`. */
  readonly machines: ReadonlyMap<string, MachineInfo>;
  readonly schedule: Schedule | undefined;
  readonly quotas: ReadonlyMap<Role, Quota>;
  readonly weights: ReadonlyMap<Role, number>;
}

/**
 * An entry that cannot be read is an error: a leader that does not know all its agents would give their work away. So
 * is a capability it needs and this master does not have (REG-19).
 */
export function recoverRegistry(entries: RegistryEntries): Result<RecoveredRegistry> {
  const missing = missingCapabilities(entries);
  if (!missing.ok) return missing;
  const agents = readAll(entries, AGENT_PREFIX, Registry_AgentCodec);
  if (!agents.ok) return agents;
  const unreachable = readAll(entries, UNREACHABLE_PREFIX, Registry_UnreachableAgentCodec);
  if (!unreachable.ok) return unreachable;
  const gone = readAll(entries, GONE_PREFIX, Registry_GoneAgentCodec);
  if (!gone.ok) return gone;
  const machines = readAll(entries, MACHINE_PREFIX, Registry_MachineCodec);
  if (!machines.ok) return machines;
  const schedules = readAll(entries, SCHEDULE_KEY, ScheduleCodec);
  if (!schedules.ok) return schedules;
  const quotas = readAll(entries, QUOTA_PREFIX, QuotaConfigCodec);
  if (!quotas.ok) return quotas;
  const weights = readAll(entries, WEIGHT_PREFIX, Registry_WeightCodec);
  if (!weights.ok) return weights;
  return ok({
    agents: new Map(agents.value.map(({ id, record }) => [agentId(id), withInnerFormat(record.info)])),
    unreachable: byAge(unreachable.value),
    gone: byAge(gone.value),
    machines: new Map(machines.value.map(({ id, record }) => [id, record.info])),
    schedule: schedules.value[0]?.record,
    quotas: new Map(quotas.value.map(({ record }) => [record.role as Role, quotaFrom(record)])),
    weights: new Map(weights.value.map(({ id, record }) => [id as Role, record.info.weight])),
  });
}

function missingCapabilities(entries: RegistryEntries): Result<void> {
  const needed = readAll(entries, CAPABILITY_PREFIX, Registry_MinimumCapabilityCodec);
  if (!needed.ok) return needed;
  const known: ReadonlySet<string> = MASTER_CAPABILITIES;
  const missing = needed.value.map(({ record }) => record.capability).filter((name) => !known.has(name));
  if (missing.length === 0) return ok(undefined);
  return err(`it needs the capabilities ${missing.join(", ")}, which this master does not have: start a newer one`);
}

function withInnerFormat(info: AgentInfo): AgentInfo {
  return info.resources === undefined ? info : { ...info, resources: upgradeResources(info.resources) };
}

function byAge(
  marked: readonly { readonly id: string; readonly record: { readonly timestamp: TimeInfo } }[],
): ReadonlyMap<AgentId, TimeInfo> {
  const ordered = marked.toSorted((left, right) => {
    const [a, b] = [left.record.timestamp.nanoseconds, right.record.timestamp.nanoseconds];
    return a < b ? -1 : a > b ? 1 : 0;
  });
  return new Map(ordered.map(({ id, record }) => [agentId(id), record.timestamp]));
}
