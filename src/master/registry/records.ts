/** Keys and protobuf records of the registry's entries about agents. */
import type { Registry_Agent, Registry_GoneAgent, Registry_UnreachableAgent } from "../../model/gen/registry.ts";
import type { AgentId } from "../../model/id.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import type { Codec } from "../../wire/codec.ts";
import {
  Registry_AgentCodec, Registry_GoneAgentCodec, Registry_UnreachableAgentCodec,
} from "../../wire/gen/registry.ts";
import type { RegistryEntries } from "./registry.ts";

export type AgentRecord = Registry_Agent;

export const AGENT_PREFIX = "agent/";
export const UNREACHABLE_PREFIX = "unreachable/";
export const GONE_PREFIX = "gone/";
export const MACHINE_PREFIX = "machine/";

export const agentKey = (id: AgentId): string => AGENT_PREFIX + id;
export const unreachableKey = (id: AgentId): string => UNREACHABLE_PREFIX + id;
export const goneKey = (id: AgentId): string => GONE_PREFIX + id;

export const encodeAgent = (record: Registry_Agent): Uint8Array => Registry_AgentCodec.encode(record);
export const encodeUnreachable = (record: Registry_UnreachableAgent): Uint8Array =>
  Registry_UnreachableAgentCodec.encode(record);
export const encodeGone = (record: Registry_GoneAgent): Uint8Array => Registry_GoneAgentCodec.encode(record);

/** The record of an admitted agent; undefined when it is not admitted or its entry cannot be read. */
export function readAgent(entries: RegistryEntries, id: AgentId): Registry_Agent | undefined {
  return read(entries, agentKey(id), Registry_AgentCodec);
}

/** The record of an unreachable agent. */
export function readUnreachable(entries: RegistryEntries, id: AgentId): Registry_UnreachableAgent | undefined {
  return read(entries, unreachableKey(id), Registry_UnreachableAgentCodec);
}

/**
 * All records whose keys start with `prefix`, with the rest of the key; the error names the first entry that cannot
 * be read.
 */
export function readAll<T>(
  entries: RegistryEntries, prefix: string, codec: Codec<T>,
): Result<readonly { readonly id: string; readonly record: T }[]> {
  const found: { id: string; record: T }[] = [];
  for (const [key, value] of entries) {
    if (!key.startsWith(prefix)) continue;
    const record = codec.decode(value);
    if (!record.ok) return err(`Registry entry '${key}' cannot be read: ${record.error}`);
    found.push({ id: key.slice(prefix.length), record: record.value });
  }
  return ok(found);
}

function read<T>(entries: RegistryEntries, key: string, codec: Codec<T>): T | undefined {
  const value = entries.get(key);
  if (value === undefined) return undefined;
  const record = codec.decode(value);
  return record.ok ? record.value : undefined;
}
