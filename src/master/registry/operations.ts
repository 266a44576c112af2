/**
 * Operations on the registry (REG-07 to REG-19): each is a value, and `applyRegistryOperation` is the pure function
 * from the current entries to the writes that carry it out. The master applies an operation to its own copy when it
 * asks for it, so a batch of operations is always computed on what the store will hold.
 */
import type { Schedule } from "../../model/gen/maintenance.ts";
import type { AgentInfo, DrainConfig, MachineID, MasterInfo, TimeInfo, WeightInfo } from "../../model/gen/mesos.ts";
import type { QuotaConfig } from "../../model/gen/quota.ts";
import type { AgentId } from "../../model/id.ts";
import { downgradeResource } from "../../model/reservation-format.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { Registry_MasterCodec } from "../../wire/gen/registry.ts";
import { sameAgentInfo } from "./agent-info.ts";
import { deactivateAgent, drainAgent, forgetDrains, markDrained, reactivateAgent } from "./drain.ts";
import { startMaintenance, stopMaintenance, updateSchedule } from "./maintenance.ts";
import {
  MASTER_KEY, agentKey, encodeAgent, encodeGone, encodeUnreachable, goneKey, readAgent, readUnreachable, unreachableKey,
} from "./records.ts";
import type { OperatorWord } from "./records.ts";
import type { RegistryEntries, RegistryWrite } from "./registry.ts";
import { updateQuota, updateWeights } from "./settings.ts";

export type RegistryOperation =
  /** A master begins to lead: nobody who led before may write from now on (REG-03). */
  | { readonly kind: "begin-term"; readonly info: MasterInfo }
  | { readonly kind: "admit-agent"; readonly info: AgentInfo }
  | { readonly kind: "update-agent"; readonly info: AgentInfo }
  | { readonly kind: "remove-agent"; readonly agentId: AgentId }
  | { readonly kind: "mark-unreachable"; readonly agentId: AgentId; readonly at: TimeInfo }
  | { readonly kind: "mark-reachable"; readonly info: AgentInfo }
  | { readonly kind: "mark-gone"; readonly agentId: AgentId; readonly at: TimeInfo }
  /** Forgets unreachable and gone agents; ids that are no longer there are passed over (REG-11). */
  | { readonly kind: "prune"; readonly unreachable: readonly AgentId[]; readonly gone: readonly AgentId[] }
  | { readonly kind: "drain-agent"; readonly agentId: AgentId; readonly config: DrainConfig }
  | { readonly kind: "mark-drained"; readonly agentId: AgentId }
  | { readonly kind: "deactivate-agent"; readonly agentId: AgentId }
  | { readonly kind: "reactivate-agent"; readonly agentId: AgentId }
  | { readonly kind: "update-quota"; readonly configs: readonly QuotaConfig[] }
  | { readonly kind: "update-weights"; readonly weights: readonly WeightInfo[] }
  | { readonly kind: "update-schedule"; readonly schedule: Schedule }
  | { readonly kind: "start-maintenance"; readonly machines: readonly MachineID[] }
  | { readonly kind: "stop-maintenance"; readonly machines: readonly MachineID[] };

/**
 * The writes that carry `operation` out on `entries`; none when it changes nothing. An error means the operation
 * makes no sense on these entries: whoever asked for it believed something the registry does not say.
 */
export function applyRegistryOperation(
  entries: RegistryEntries,
  operation: RegistryOperation,
): Result<readonly RegistryWrite[]> {
  switch (operation.kind) {
    case "begin-term":
      return ok([{ key: MASTER_KEY, value: Registry_MasterCodec.encode({ info: operation.info }) }]);
    case "admit-agent":
      return admit(entries, operation.info);
    case "update-agent":
      return update(entries, operation.info);
    case "remove-agent":
      return remove(entries, operation.agentId);
    case "mark-unreachable":
      return markUnreachable(entries, operation.agentId, operation.at);
    case "mark-reachable":
      return markReachable(entries, operation.info);
    case "mark-gone":
      return markGone(entries, operation.agentId, operation.at);
    case "prune":
      return prune(entries, operation.unreachable, operation.gone);
    case "drain-agent":
      return drainAgent(entries, operation.agentId, operation.config);
    case "mark-drained":
      return markDrained(entries, operation.agentId);
    case "deactivate-agent":
      return deactivateAgent(entries, operation.agentId);
    case "reactivate-agent":
      return reactivateAgent(entries, operation.agentId);
    case "update-quota":
      return ok(updateQuota(entries, operation.configs));
    case "update-weights":
      return ok(updateWeights(operation.weights));
    case "update-schedule":
      return updateSchedule(entries, operation.schedule);
    case "start-maintenance":
      return startMaintenance(entries, operation.machines);
    case "stop-maintenance":
      return stopMaintenance(entries, operation.machines);
  }
}

/** Carries out `writes` on `entries`, in place: the master's copy and a store in memory are kept this way. */
export function applyWrites(entries: Map<string, Uint8Array>, writes: readonly RegistryWrite[]): void {
  for (const { key, value } of writes) {
    if (value === undefined) entries.delete(key);
    else entries.set(key, value);
  }
}

function admit(entries: RegistryEntries, info: AgentInfo): Result<readonly RegistryWrite[]> {
  const id = idOf(info);
  if (entries.has(agentKey(id))) return err(`Agent ${id} is already admitted`);
  const elsewhere = [unreachableKey(id), goneKey(id)].find((key) => entries.has(key));
  if (elsewhere !== undefined) return err(`Agent ${id} is not new: the registry has '${elsewhere}'`);
  return ok([{ key: agentKey(id), value: encodeAgent({ info: storedInfo(info) }) }]);
}

function update(entries: RegistryEntries, info: AgentInfo): Result<readonly RegistryWrite[]> {
  const id = idOf(info);
  const agent = readAgent(entries, id);
  if (agent === undefined) return err(`Agent ${id} is not admitted`);
  if (sameAgentInfo(agent.info, info)) return ok([]);
  return ok([{ key: agentKey(id), value: encodeAgent({ ...agent, info: storedInfo(info) }) }]);
}

function remove(entries: RegistryEntries, id: AgentId): Result<readonly RegistryWrite[]> {
  if (!entries.has(agentKey(id))) return err(`Agent ${id} is not admitted`);
  return ok([{ key: agentKey(id) }, ...forgetDrains(entries, [id])]);
}

/** What an operator said about the agent (draining, deactivated) moves along; its AgentInfo does not (REG-09). */
function markUnreachable(entries: RegistryEntries, id: AgentId, at: TimeInfo): Result<readonly RegistryWrite[]> {
  const agent = readAgent(entries, id);
  if (agent === undefined) return err(`Agent ${id} is not admitted`);
  const value = encodeUnreachable({ id: { value: id }, timestamp: at, ...operatorState(agent) });
  return ok([{ key: agentKey(id) }, { key: unreachableKey(id), value }]);
}

/** Also admits an agent that the registry has forgotten (REG-10): it was away for longer than we remember. */
function markReachable(entries: RegistryEntries, info: AgentInfo): Result<readonly RegistryWrite[]> {
  const id = idOf(info);
  if (entries.has(agentKey(id))) return ok([]);
  if (entries.has(goneKey(id))) return err(`Agent ${id} is marked as gone`);
  const unreachable = readUnreachable(entries, id);
  const admitted: RegistryWrite = {
    key: agentKey(id),
    value: encodeAgent({ info: storedInfo(info), ...operatorState(unreachable) }),
  };
  return ok(unreachable === undefined ? [admitted] : [{ key: unreachableKey(id) }, admitted]);
}

function markGone(entries: RegistryEntries, id: AgentId, at: TimeInfo): Result<readonly RegistryWrite[]> {
  if (entries.has(goneKey(id))) return err(`Agent ${id} is already marked as gone`);
  const left = [agentKey(id), unreachableKey(id)].find((key) => entries.has(key));
  if (left === undefined) return err(`Agent ${id} is neither admitted nor unreachable`);
  const value = encodeGone({ id: { value: id }, timestamp: at });
  return ok([{ key: left }, { key: goneKey(id), value }, ...forgetDrains(entries, [id])]);
}

function prune(
  entries: RegistryEntries,
  unreachable: readonly AgentId[],
  gone: readonly AgentId[],
): Result<readonly RegistryWrite[]> {
  const keys = [...unreachable.map(unreachableKey), ...gone.map(goneKey)];
  return ok([...keys.filter((key) => entries.has(key)).map((key) => ({ key })), ...forgetDrains(entries, unreachable)]);
}

function operatorState(record: OperatorWord | undefined): OperatorWord {
  return {
    ...(record?.drain_info !== undefined && { drain_info: record.drain_info }),
    ...(record?.deactivated === true && { deactivated: true }),
  };
}

/**
 * Resources in the format before refinement, as far as they can be said in it: an older master may have to read them.
 */
function storedInfo(info: AgentInfo): AgentInfo {
  if (info.resources === undefined) return info;
  const resources = info.resources.map((resource) => {
    const downgraded = downgradeResource(resource);
    return downgraded.ok ? downgraded.value : resource;
  });
  return { ...info, resources };
}

function idOf(info: AgentInfo): AgentId {
  return (info.id?.value ?? "") as AgentId;
}
