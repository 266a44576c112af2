/** A registry put together from the answers of a master's operator API. */
import type { MasterCapability } from "../model/capability.ts";
import type { Schedule } from "../model/gen/maintenance.ts";
import type { Response as Answer } from "../model/gen/master.ts";
import type { AgentInfo, MachineID, MachineInfo, MasterInfo } from "../model/gen/mesos.ts";
import type { Registry, Registry_Agent } from "../model/gen/registry.ts";
import { machineKey } from "../model/machine.ts";
import { isDefaultQuota, quotaFrom } from "../model/quota.ts";
import { downgradeResource } from "../model/reservation-format.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import { ResponseCodec } from "../wire/gen/master.ts";
import { parseJson } from "../wire/json.ts";

type Ask = (url: string, request: RequestInit) => Promise<Response>;

const CALLS = [
  "GET_MASTER", "GET_AGENTS", "GET_QUOTA", "GET_WEIGHTS", "GET_MAINTENANCE_SCHEDULE", "GET_MAINTENANCE_STATUS",
] as const;

/** An error begins with the URL and what it answered. */
export async function registryOfApi(
  url: string, ask: Ask,
): Promise<Result<{ readonly registry: Registry; readonly master: MasterInfo }>> {
  let told: Partial<Answer> = {};
  for (const type of CALLS) {
    const answer = await ask(url, {
      method: "POST", body: JSON.stringify({ type }), headers: { "Content-Type": "application/json", Accept: "application/json" },
    });
    if (!answer.ok) return err(`${url} answered ${answer.status} to ${type}`);
    const json = parseJson(await answer.text());
    const decoded = json.ok ? ResponseCodec.fromJson(json.value) : json;
    if (!decoded.ok) return err(`${url} answered ${type} with what cannot be read: ${decoded.error}`);
    told = { ...told, ...decoded.value };
  }
  const master = told.get_master?.master_info;
  if (master === undefined) return err(`${url} does not say which master it is`);
  return ok({ master, registry: { master: { info: master }, ...registryOf(told) } });
}

function registryOf(told: Partial<Answer>): Registry {
  const { configs = [], infos = [] } = told.get_quota?.status ?? {};
  const quotas = configs.filter((config) => !isDefaultQuota(quotaFrom(config)));
  const { windows = [] } = told.get_maintenance_schedule?.schedule ?? {};
  const agents = agentsOf(told);
  const needed: readonly (readonly [MasterCapability, boolean])[] = [
    ["QUOTA_V2", quotas.length > 0],
    ["AGENT_DRAINING", agents.some(({ drain_info, deactivated }) => drain_info !== undefined || deactivated === true)],
  ];
  return {
    agents: { agents },
    machines: { machines: machinesOf(told, { windows }).map((info) => ({ info })) },
    ...(windows.length > 0 && { schedules: [{ windows }] }),
    // Before 1.9 there are infos only; later they say less than the configs.
    ...(configs.length > 0 ? { quota_configs: quotas } : { quotas: infos.map((info) => ({ info })) }),
    weights: (told.get_weights?.weight_infos ?? []).map((info) => ({ info })),
    minimum_capabilities: needed.flatMap(([capability, isNeeded]) => (isNeeded ? [{ capability }] : [])),
  };
}

/** Those that are registered, and those that have not come back yet since that master was elected. */
function agentsOf({ get_agents: { agents = [], recovered_agents = [] } = {} }: Partial<Answer>): readonly Registry_Agent[] {
  return [
    ...agents.map(({ agent_info, deactivated, drain_info }) => ({
      info: stored(agent_info),
      ...(deactivated === true && { deactivated }),
      ...(drain_info !== undefined && { drain_info }),
    })),
    ...recovered_agents.map((info) => ({ info: stored(info) })),
  ];
}

/** Resources as registries keep them: in the format before refinement, where it can say them. */
function stored(info: AgentInfo): AgentInfo {
  if (info.resources === undefined) return info;
  const resources = info.resources.map((resource) => {
    const old = downgradeResource(resource);
    return old.ok ? old.value : resource;
  });
  return { ...info, resources };
}

function machinesOf({ get_maintenance_status: answer }: Partial<Answer>, { windows = [] }: Schedule): readonly MachineInfo[] {
  const { draining_machines = [], down_machines = [] } = answer?.status ?? {};
  const unavailable = new Map(windows.flatMap(({ machine_ids, unavailability }) =>
    (machine_ids ?? []).map((id) => [machineKey(id), unavailability] as const)));
  const machine = (id: MachineID, mode: "DRAINING" | "DOWN"): MachineInfo => {
    const unavailability = unavailable.get(machineKey(id));
    return { id, mode, ...(unavailability !== undefined && { unavailability }) };
  };
  return [...draining_machines.map(({ id }) => machine(id, "DRAINING")), ...down_machines.map((id) => machine(id, "DOWN"))];
}
