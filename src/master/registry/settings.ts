/** What operators set for roles: quotas and weights (REG-16, REG-17), and what a master must be able to do (REG-19). */
import type { MasterCapability } from "../../model/capability.ts";
import type { WeightInfo } from "../../model/gen/mesos.ts";
import type { QuotaConfig } from "../../model/gen/quota.ts";
import { isDefaultQuota, quotaFrom } from "../../model/quota.ts";
import { QuotaConfigCodec } from "../../wire/gen/quota.ts";
import { Registry_MinimumCapabilityCodec, Registry_WeightCodec } from "../../wire/gen/registry.ts";
import { QUOTA_PREFIX, capabilityKey, quotaKey, weightKey } from "./records.ts";
import type { RegistryEntries, RegistryWrite } from "./registry.ts";

/** A quota without effect is no entry. Of several for one role the last counts. */
export function updateQuota(entries: RegistryEntries, configs: readonly QuotaConfig[]): readonly RegistryWrite[] {
  const quotas = new Set([...entries.keys()].filter((key) => key.startsWith(QUOTA_PREFIX)));
  const writes = new Map<string, RegistryWrite>();
  for (const config of configs) {
    const key = quotaKey(config.role);
    if (isDefaultQuota(quotaFrom(config))) {
      quotas.delete(key);
      writes.set(key, { key });
    } else {
      quotas.add(key);
      writes.set(key, { key, value: QuotaConfigCodec.encode(config) });
    }
  }
  const needed = [...writes.values()].filter(({ key, value }) => value !== undefined || entries.has(key));
  return [...needed, ...needCapability(entries, "QUOTA_V2", quotas.size > 0)];
}

/** Of several for one role the last counts. */
export function updateWeights(weights: readonly WeightInfo[]): readonly RegistryWrite[] {
  const writes = weights.map((info) => (
    { key: weightKey(info.role ?? ""), value: Registry_WeightCodec.encode({ info }) }));
  return [...new Map(writes.map((write) => [write.key, write])).values()];
}

/** A master without this capability is to refuse to lead from now on, or no longer (AGT-49). */
export function needCapability(
  entries: RegistryEntries, capability: MasterCapability, isNeeded: boolean,
): readonly RegistryWrite[] {
  const key = capabilityKey(capability);
  if (entries.has(key) === isNeeded) return [];
  return [isNeeded ? { key, value: Registry_MinimumCapabilityCodec.encode({ capability }) } : { key }];
}
