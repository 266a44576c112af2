/**
 * What an operator says of an agent (REG-14, REG-15): drain it, take it out of use, use it again. It may be admitted or
 * unreachable; the word waits there for its return.
 */
import type { DrainConfig } from "../../model/gen/mesos.ts";
import type { AgentId } from "../../model/id.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { Registry_AgentCodec, Registry_UnreachableAgentCodec } from "../../wire/gen/registry.ts";
import {
  AGENT_PREFIX, UNREACHABLE_PREFIX, agentKey, capabilityKey, encodeAgent, encodeUnreachable, readAgent, readUnreachable,
  unreachableKey,
} from "./records.ts";
import type { OperatorWord } from "./records.ts";
import type { RegistryEntries, RegistryWrite } from "./registry.ts";
import { needCapability } from "./settings.ts";

export function drainAgent(
  entries: RegistryEntries, id: AgentId, config: DrainConfig,
): Result<readonly RegistryWrite[]> {
  return change(entries, id, true, () => ({ drain_info: { state: "DRAINING", config }, deactivated: true }));
}

/** Nothing runs there any more. */
export function markDrained(entries: RegistryEntries, id: AgentId): Result<readonly RegistryWrite[]> {
  const drain = (readAgent(entries, id) ?? readUnreachable(entries, id))?.drain_info;
  if (drain?.state !== "DRAINING") return err(`Agent ${id} is not DRAINING`);
  return change(entries, id, true, (word) => ({ ...word, drain_info: { ...drain, state: "DRAINED" } }));
}

export function deactivateAgent(entries: RegistryEntries, id: AgentId): Result<readonly RegistryWrite[]> {
  return change(entries, id, true, (word) => ({ ...word, deactivated: true }));
}

/** Forgets the draining, too. */
export function reactivateAgent(entries: RegistryEntries, id: AgentId): Result<readonly RegistryWrite[]> {
  return change(entries, id, areOthersDeactivated(entries, [id]), () => ({}));
}

/** These agents are no longer out of use: with the last one any master may lead again (AGT-49). */
export function forgetDrains(entries: RegistryEntries, ids: readonly AgentId[]): readonly RegistryWrite[] {
  if (!entries.has(capabilityKey("AGENT_DRAINING"))) return [];
  return needCapability(entries, "AGENT_DRAINING", areOthersDeactivated(entries, ids));
}

function change(
  entries: RegistryEntries, id: AgentId, needsDraining: boolean, next: (word: OperatorWord) => OperatorWord,
): Result<readonly RegistryWrite[]> {
  const writes = needCapability(entries, "AGENT_DRAINING", needsDraining);
  const agent = readAgent(entries, id);
  if (agent !== undefined) {
    const { drain_info, deactivated, ...kept } = agent;
    const value = encodeAgent({ ...kept, ...next({ drain_info, deactivated }) });
    return ok([{ key: agentKey(id), value }, ...writes]);
  }
  const unreachable = readUnreachable(entries, id);
  if (unreachable === undefined) return err(`Agent ${id} is neither admitted nor unreachable`);
  const { drain_info, deactivated, ...kept } = unreachable;
  const value = encodeUnreachable({ ...kept, ...next({ drain_info, deactivated }) });
  return ok([{ key: unreachableKey(id), value }, ...writes]);
}

function areOthersDeactivated(entries: RegistryEntries, ids: readonly AgentId[]): boolean {
  const own = new Set(ids.flatMap((id) => [agentKey(id), unreachableKey(id)]));
  for (const [key, value] of entries) {
    if (own.has(key)) continue;
    const codec = key.startsWith(AGENT_PREFIX) ? Registry_AgentCodec
      : key.startsWith(UNREACHABLE_PREFIX) ? Registry_UnreachableAgentCodec : undefined;
    const record = codec?.decode(value);
    if (record?.ok === true && record.value.deactivated === true) return true;
  }
  return false;
}
