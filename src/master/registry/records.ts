/** Keys and protobuf records of the registry's entries. */
import type { MasterCapability } from "../../model/capability.ts";
import type { Schedule } from "../../model/gen/maintenance.ts";
import type { MachineID, MachineInfo } from "../../model/gen/mesos.ts";
import type { Registry_Agent, Registry_GoneAgent, Registry_UnreachableAgent } from "../../model/gen/registry.ts";
import type { AgentId } from "../../model/id.ts";
import { machineKey } from "../../model/machine.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { solid } from "../../model/solid.ts";
import type { Codec } from "../../wire/codec.ts";
import { ScheduleCodec } from "../../wire/gen/maintenance.ts";
import {
  Registry_AgentCodec, Registry_GoneAgentCodec, Registry_MachineCodec, Registry_UnreachableAgentCodec,
} from "../../wire/gen/registry.ts";
import type { RegistryEntries } from "./registry.ts";

/** What an operator said of an agent: it moves along between the kinds of entries. */
export type OperatorWord = Pick<Registry_Agent, "drain_info" | "deactivated">;

export const AGENT_PREFIX = "agent/";
export const UNREACHABLE_PREFIX = "unreachable/";
export const GONE_PREFIX = "gone/";
export const MACHINE_PREFIX = "machine/";
export const QUOTA_PREFIX = "quota/";
export const WEIGHT_PREFIX = "weight/";
export const CAPABILITY_PREFIX = "minimum-capability/";
/** Who leads, or led last. */
export const MASTER_KEY = "master/0";
/** There is one schedule at most. */
export const SCHEDULE_KEY = "schedule/0";

export const agentKey = (id: AgentId): string => solid(AGENT_PREFIX, id);
export const unreachableKey = (id: AgentId): string => UNREACHABLE_PREFIX + id;
export const goneKey = (id: AgentId): string => GONE_PREFIX + id;
export const machineEntryKey = (id: MachineID): string => MACHINE_PREFIX + machineKey(id);
export const quotaKey = (role: string): string => QUOTA_PREFIX + role;
export const weightKey = (role: string): string => WEIGHT_PREFIX + role;
export const capabilityKey = (capability: MasterCapability): string => CAPABILITY_PREFIX + capability;

export const encodeAgent = (record: Registry_Agent): Uint8Array => Registry_AgentCodec.encode(record);
export const encodeUnreachable = (record: Registry_UnreachableAgent): Uint8Array =>
  Registry_UnreachableAgentCodec.encode(record);
export const encodeGone = (record: Registry_GoneAgent): Uint8Array => Registry_GoneAgentCodec.encode(record);

/** The record of an admitted agent; undefined when it is not admitted or its entry cannot be read. */
export function readAgent(entries: RegistryEntries, id: AgentId): Registry_Agent | undefined {
  return read(entries, agentKey(id), Registry_AgentCodec);
}

/** What an operator wants of an admitted agent; most have a record of nothing but their AgentInfo, which is not read here. */
export function readAgentOrders(entries: RegistryEntries, id: AgentId): Pick<Registry_Agent, "drain_info" | "deactivated"> {
  const bytes = entries.get(agentKey(id));
  return bytes === undefined || isInfoOnly(bytes) ? NO_ORDERS : readAgent(entries, id) ?? NO_ORDERS;
}

const NO_ORDERS: Pick<Registry_Agent, "drain_info" | "deactivated"> = {};

/** Is the first field, the AgentInfo, all there is? */
function isInfoOnly(bytes: Uint8Array): boolean {
  if (bytes[0] !== 10) return false;
  let length = 0;
  for (let at = 1; at < 6; at++) {
    const byte = bytes[at] ?? 0;
    length += (byte & 127) * 2 ** (7 * (at - 1));
    if (byte < 128) return at + 1 + length === bytes.length;
  }
  return false;
}

/** The record of an unreachable agent. */
export function readUnreachable(entries: RegistryEntries, id: AgentId): Registry_UnreachableAgent | undefined {
  return read(entries, unreachableKey(id), Registry_UnreachableAgentCodec);
}

/** What an operator said of an agent, wherever it stands; undefined when the registry does not know the agent. */
export function readOperatorWord(entries: RegistryEntries, id: AgentId): OperatorWord | undefined {
  return readAgent(entries, id) ?? readUnreachable(entries, id);
}

/** A machine that is scheduled for maintenance or down; any other is UP. */
export function readMachine(entries: RegistryEntries, id: MachineID): MachineInfo | undefined {
  return read(entries, machineEntryKey(id), Registry_MachineCodec)?.info;
}

/** All machines that are scheduled or down. */
export function readMachines(entries: RegistryEntries): readonly MachineInfo[] {
  const machines = readAll(entries, MACHINE_PREFIX, Registry_MachineCodec);
  return machines.ok ? machines.value.map(({ record }) => record.info) : [];
}

export function readSchedule(entries: RegistryEntries): Schedule | undefined {
  return read(entries, SCHEDULE_KEY, ScheduleCodec);
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
