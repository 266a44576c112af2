/**
 * How a master comes to lead, and what it knows then: the registry, and nothing else (REG-38). Agents and frameworks
 * tell the rest as they come back. Before this event every message is dropped and every request refused (messages.ts,
 * routes.ts).
 */
import type { MasterInfo } from "../model/gen/mesos.ts";
import type { Role } from "../model/id.ts";
import { printUpid } from "../model/upid.ts";
import type { Master } from "./master.ts";
import type { Outbox } from "./outbox.ts";
import { recoverRegistry } from "./registry/recover.ts";
import type { RegistryEntries } from "./registry/registry.ts";
import { requestOperation } from "./registry/request.ts";
import { must } from "./state/tables.ts";
import { weightInfos } from "./views/weights.ts";

/** The leader that requests are sent on to (REG-36). A master that leads knows better. */
export function detected(master: Master, leader: MasterInfo | undefined): void {
  if (master.electedAtMs === undefined) master.leader = leader;
}

export function elected(master: Master, entries: RegistryEntries, nowMs: number, out: Outbox): void {
  if (master.electedAtMs !== undefined) return;
  const recovered = recoverRegistry(entries);
  if (!recovered.ok) return out.resign(`The registry cannot be recovered: ${recovered.error}`);
  master.electedAtMs = nowMs;
  master.leader = master.info;
  for (const [key, value] of entries) master.registry.set(key, value);
  const { agents, unreachable, gone, machines, schedule, quotas, weights } = recovered.value;
  for (const [id, info] of agents) master.recoveredAgents.set(id, info);
  for (const [id, at] of unreachable) master.unreachableAgents.set(id, at);
  for (const [id, at] of gone) master.goneAgents.set(id, at);
  for (const [key, info] of machines) master.machines.set(key, info);
  for (const [role, quota] of quotas) master.quotas.set(role, quota);
  master.maintenanceSchedule = schedule;
  master.expectedAgents = agents.size;

  const { options, allocator } = master;
  must(allocator.recover(agents.size, quotas, nowMs));
  requestOperation(master, { kind: "begin-term", info: master.info }, { kind: "term-begun" }, out);
  takeWeights(master, weights, out);
  if (agents.size > 0) out.arm({ kind: "recovered-agents" }, nowMs + options.agentReregisterTimeoutMs);
  out.arm({ kind: "registry-gc" }, nowMs + options.registryGcIntervalMs);
  out.log("info", "elected", { master: printUpid(master.pid), recoveredAgents: agents.size });
}

/** Weights that were ever set count instead of those of --weights, which are remembered the first time (ALC-13). */
function takeWeights(master: Master, stored: ReadonlyMap<Role, number>, out: Outbox): void {
  if (stored.size > 0) {
    master.weights.clear();
    for (const [role, weight] of stored) master.weights.set(role, weight);
  } else if (master.weights.size > 0) {
    const weights = weightInfos(master);
    requestOperation(master, { kind: "update-weights", weights }, { kind: "weights-updated", weights }, out);
  }
  must(master.allocator.updateWeights(master.weights));
}
