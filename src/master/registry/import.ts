/** A registry that came as one message, such as that of a Mesos master, in entries of ours. */
import type { Registry } from "../../model/gen/registry.ts";
import type { QuotaConfig } from "../../model/gen/quota.ts";
import { agentId } from "../../model/id.ts";
import { ScheduleCodec } from "../../wire/gen/maintenance.ts";
import { QuotaConfigCodec } from "../../wire/gen/quota.ts";
import {
  Registry_MachineCodec, Registry_MinimumCapabilityCodec, Registry_WeightCodec,
} from "../../wire/gen/registry.ts";
import {
  CAPABILITY_PREFIX, SCHEDULE_KEY, agentKey, encodeAgent, encodeGone, encodeUnreachable, goneKey, machineEntryKey,
  quotaKey, unreachableKey, weightKey,
} from "./records.ts";
import type { RegistryEntries } from "./registry.ts";

export function importRegistry(registry: Registry): RegistryEntries {
  const entries = new Map<string, Uint8Array>();
  for (const record of registry.agents?.agents ?? []) {
    entries.set(agentKey(agentId(record.info.id?.value ?? "")), encodeAgent(record));
  }
  for (const record of registry.unreachable?.agents ?? []) {
    entries.set(unreachableKey(agentId(record.id.value)), encodeUnreachable(record));
  }
  for (const record of registry.gone?.agents ?? []) entries.set(goneKey(agentId(record.id.value)), encodeGone(record));
  for (const record of registry.machines?.machines ?? []) {
    entries.set(machineEntryKey(record.info.id), Registry_MachineCodec.encode(record));
  }
  const windows = (registry.schedules ?? []).flatMap((schedule) => schedule.windows ?? []);
  if ((registry.schedules ?? []).length > 0) entries.set(SCHEDULE_KEY, ScheduleCodec.encode({ windows }));
  for (const record of registry.weights ?? []) entries.set(weightKey(record.info.role ?? ""), Registry_WeightCodec.encode(record));
  for (const config of [...oldQuotas(registry), ...(registry.quota_configs ?? [])]) {
    entries.set(quotaKey(config.role), QuotaConfigCodec.encode(config));
  }
  for (const record of registry.minimum_capabilities ?? []) {
    entries.set(CAPABILITY_PREFIX + record.capability, Registry_MinimumCapabilityCodec.encode(record));
  }
  return entries;
}

/** Before 1.9 a quota was a guarantee and the limit at once. */
function oldQuotas({ quotas = [] }: Registry): readonly QuotaConfig[] {
  return quotas.flatMap(({ info: { role, guarantee = [] } }) => {
    if (role === undefined) return [];
    const amounts = Object.fromEntries(guarantee.flatMap(({ name, scalar }) => (scalar === undefined ? [] : [[name, scalar]])));
    return [{ role, guarantees: amounts, limits: amounts }];
  });
}
