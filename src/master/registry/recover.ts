/** From the entries a store has read back to what a new leader knows of its agents (REG-03, REG-38). */
import type { AgentInfo, MachineInfo, TimeInfo } from "../../model/gen/mesos.ts";
import { agentId } from "../../model/id.ts";
import type { AgentId } from "../../model/id.ts";
import { upgradeResources } from "../../model/reservation-format.ts";
import { ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import {
  Registry_AgentCodec, Registry_GoneAgentCodec, Registry_MachineCodec, Registry_UnreachableAgentCodec,
} from "../../wire/gen/registry.ts";
import { AGENT_PREFIX, GONE_PREFIX, MACHINE_PREFIX, UNREACHABLE_PREFIX, readAll } from "./records.ts";
import type { RegistryEntries } from "./registry.ts";

interface RecoveredRegistry {
  /** Admitted agents, resources in the inner format. */
  readonly agents: ReadonlyMap<AgentId, AgentInfo>;
  /** When they were marked, longest ago first: that is the order in which they are forgotten (AGT-36). */
  readonly unreachable: ReadonlyMap<AgentId, TimeInfo>;
  readonly gone: ReadonlyMap<AgentId, TimeInfo>;
  /** By `machineKey`. */
  readonly machines: ReadonlyMap<string, MachineInfo>;
}

/** An entry that cannot be read is an error: a leader that does not know all its agents would give their work away. */
export function recoverRegistry(entries: RegistryEntries): Result<RecoveredRegistry> {
  const agents = readAll(entries, AGENT_PREFIX, Registry_AgentCodec);
  if (!agents.ok) return agents;
  const unreachable = readAll(entries, UNREACHABLE_PREFIX, Registry_UnreachableAgentCodec);
  if (!unreachable.ok) return unreachable;
  const gone = readAll(entries, GONE_PREFIX, Registry_GoneAgentCodec);
  if (!gone.ok) return gone;
  const machines = readAll(entries, MACHINE_PREFIX, Registry_MachineCodec);
  if (!machines.ok) return machines;
  return ok({
    agents: new Map(agents.value.map(({ id, record }) => [agentId(id), withInnerFormat(record.info)])),
    unreachable: byAge(unreachable.value),
    gone: byAge(gone.value),
    machines: new Map(machines.value.map(({ id, record }) => [id, record.info])),
  });
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
