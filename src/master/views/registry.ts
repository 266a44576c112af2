/** GET /registrar(1)/registry: what survives a failover, as one Registry message (EPM-28). */
import type { Registry } from "../../model/gen/registry.ts";
import type { Codec } from "../../wire/codec.ts";
import { ScheduleCodec } from "../../wire/gen/maintenance.ts";
import { QuotaConfigCodec } from "../../wire/gen/quota.ts";
import {
  Registry_AgentCodec, Registry_GoneAgentCodec, Registry_MachineCodec, Registry_MinimumCapabilityCodec,
  Registry_UnreachableAgentCodec, Registry_WeightCodec, RegistryCodec,
} from "../../wire/gen/registry.ts";
import { toV0Json } from "../../wire/v0/names.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import {
  AGENT_PREFIX, CAPABILITY_PREFIX, GONE_PREFIX, MACHINE_PREFIX, QUOTA_PREFIX, SCHEDULE_KEY, UNREACHABLE_PREFIX,
  WEIGHT_PREFIX, readAll,
} from "../registry/records.ts";
import { answerJson } from "./answer.ts";

export function registry(master: Master, request: HttpRequest): HttpResponse {
  return answerJson(request, master.electedAtMs === undefined ? "{}" : toV0Json(RegistryCodec, wholeRegistry(master)));
}

/** Lists that are empty are left out, as if they had never been. */
function wholeRegistry({ info, registry: entries }: Master): Registry {
  const all = <T>(prefix: string, codec: Codec<T>): readonly T[] | undefined => {
    const records = readAll(entries, prefix, codec);
    return records.ok && records.value.length > 0 ? records.value.map(({ record }) => record) : undefined;
  };
  const agents = all(AGENT_PREFIX, Registry_AgentCodec);
  const unreachable = all(UNREACHABLE_PREFIX, Registry_UnreachableAgentCodec);
  const gone = all(GONE_PREFIX, Registry_GoneAgentCodec);
  const machines = all(MACHINE_PREFIX, Registry_MachineCodec);
  const schedules = all(SCHEDULE_KEY, ScheduleCodec);
  const quotas = all(QUOTA_PREFIX, QuotaConfigCodec);
  const weights = all(WEIGHT_PREFIX, Registry_WeightCodec);
  const capabilities = all(CAPABILITY_PREFIX, Registry_MinimumCapabilityCodec);
  return {
    master: { info },
    ...(agents !== undefined && { agents: { agents } }),
    ...(unreachable !== undefined && { unreachable: { agents: unreachable } }),
    ...(gone !== undefined && { gone: { agents: gone } }),
    ...(machines !== undefined && { machines: { machines } }),
    ...(schedules !== undefined && { schedules }),
    ...(quotas !== undefined && { quota_configs: quotas }),
    ...(weights !== undefined && { weights }),
    ...(capabilities !== undefined && { minimum_capabilities: capabilities }),
  };
}
