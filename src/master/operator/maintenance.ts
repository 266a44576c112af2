/**
 * Planned maintenance (MNT rows): UPDATE_MAINTENANCE_SCHEDULE, START_MAINTENANCE and STOP_MAINTENANCE, and their
 * endpoints (CAL-28 to CAL-30, EPM-18, EPM-20, EPM-21).
 *
 *     UP --schedule--> DRAINING --start--> DOWN --stop--> UP        a schedule without it: DRAINING --> UP
 *
 * Calls are checked against our copy of the registry, which is ahead of `master.machines`: what is on its way counts.
 */
import type { Schedule } from "../../model/gen/maintenance.ts";
import type { MachineID, Unavailability } from "../../model/gen/mesos.ts";
import { MAX_FORMER_MACHINES } from "../../model/limits.ts";
import { machineKey, validateMachine } from "../../model/machine.ts";
import { validateUnavailability } from "../../model/unavailability.ts";
import { MachineIDCodec } from "../../wire/gen/mesos.ts";
import { forbidden } from "../authorize/authorize.ts";
import type { Continuation, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { withoutMachines } from "../registry/maintenance.ts";
import { readMachine, readMachines } from "../registry/records.ts";
import { text } from "../responses.ts";
import type { Agent } from "../state/agent.ts";
import { setUnavailability } from "../state/agents.ts";
import { rescindInverseOffer, rescindOffer } from "../state/offers.ts";
import { removeForGood } from "../agents/unregister-agent.ts";
import { DONE, askRegistry } from "./asked.ts";
import type { Asked } from "./asked.ts";

export function updateSchedule(asked: Asked, schedule: Schedule): HttpResponse | undefined {
  const error = scheduleError(asked.master, schedule);
  if (error !== undefined) return text(400, error);
  const refusal = forbidden(asked.master, asked.request.principal, "UPDATE_MAINTENANCE_SCHEDULE");
  if (refusal !== undefined) return refusal;
  const then = { kind: "schedule-updated", request: asked.request.id, schedule } as const;
  return askRegistry(asked, { kind: "update-schedule", schedule }, then);
}

export function startMaintenance(asked: Asked, machines: readonly MachineID[] = []): HttpResponse | undefined {
  const refusal = refusalOf(asked, "START_MAINTENANCE", machines);
  if (refusal !== undefined) return refusal;
  const then = { kind: "maintenance-started", request: asked.request.id, machines } as const;
  return askRegistry(asked, { kind: "start-maintenance", machines }, then);
}

export function stopMaintenance(asked: Asked, machines: readonly MachineID[] = []): HttpResponse | undefined {
  const refusal = refusalOf(asked, "STOP_MAINTENANCE", machines);
  if (refusal !== undefined) return refusal;
  const then = { kind: "maintenance-stopped", request: asked.request.id, machines } as const;
  return askRegistry(asked, { kind: "stop-maintenance", machines }, then);
}

function scheduleError({ registry }: Master, { windows = [] }: Schedule): string | undefined {
  const scheduled = new Set<string>();
  for (const { machine_ids = [], unavailability } of windows) {
    if (machine_ids.length === 0) return "List of machines in the maintenance window is empty";
    const valid = validateUnavailability(unavailability);
    if (!valid.ok) return valid.error;
    const error = idsError(machine_ids, scheduled);
    if (error !== undefined) return error;
  }
  const left = readMachines(registry).find(({ id, mode }) => mode === "DOWN" && !scheduled.has(machineKey(id)));
  return left && `Machine '${show(left.id)}' is deactivated and cannot be removed from the schedule`;
}

/** Each machine well named, and none twice; adds their keys to `seen`. */
function idsError(machines: readonly MachineID[], seen: Set<string>): string | undefined {
  for (const id of machines) {
    const valid = validateMachine(id);
    if (!valid.ok) return valid.error;
    const key = machineKey(id);
    if (seen.has(key)) return `Machine '${show(id)}' appears more than once in the schedule`;
    seen.add(key);
  }
  return undefined;
}

/** Machines are looked at one after the other, each first for its mode, then for who may do this to it. */
function refusalOf(
  { master, request }: Asked, action: "START_MAINTENANCE" | "STOP_MAINTENANCE", machines: readonly MachineID[],
): HttpResponse | undefined {
  if (machines.length === 0) return text(400, "List of machines is empty");
  const invalid = idsError(machines, new Set());
  if (invalid !== undefined) return text(400, invalid);
  const refusal = forbidden(master, request.principal, action);
  for (const id of machines) {
    const error = modeError(master, id, action === "START_MAINTENANCE" ? "DRAINING" : "DOWN");
    if (error !== undefined) return text(400, error);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function modeError(master: Master, id: MachineID, mode: "DRAINING" | "DOWN"): string | undefined {
  const machine = readMachine(master.registry, id);
  if (machine?.mode === mode) return undefined;
  const isKnown = machine !== undefined || master.formerMachines.has(machineKey(id)) || agentsOn(master, [id]).length > 0;
  if (!isKnown) return `Machine '${show(id)}' is not part of a maintenance schedule`;
  return `Machine '${show(id)}' is not in ${mode} mode and cannot be brought ${mode === "DOWN" ? "up" : "down"}`;
}

/** Nothing is planned for them any more. */
function areUp({ formerMachines }: Master, keys: Iterable<string>): void {
  for (const key of keys) {
    formerMachines.delete(key);
    formerMachines.add(key);
  }
  for (const oldest of formerMachines) {
    if (formerMachines.size <= MAX_FORMER_MACHINES) break;
    formerMachines.delete(oldest);
  }
}

function show(id: MachineID): string {
  return MachineIDCodec.toJson(id);
}

function agentsOn({ agents }: Master, machines: Iterable<MachineID>): readonly Agent[] {
  const keys = new Set(Array.from(machines, machineKey));
  return [...agents.values()].filter((agent) => keys.has(machineOf(agent)));
}

function machineOf({ info, pid }: Agent): string {
  return machineKey({ hostname: info.hostname, ip: pid.host });
}

/**
 * Frameworks hear of it by new offers and inverse offers (MNT-04, MNT-10), also when a machine is scheduled as before.
 * (A Mesos master makes the offers of all other agents anew, too.)
 */
export function continueScheduleUpdated(
  master: Master, { request, schedule }: Extract<Continuation, { kind: "schedule-updated" }>,
  nowMs: number, out: Outbox,
): void {
  const before = new Map(master.machines);
  master.machines.clear();
  for (const { machine_ids = [], unavailability } of schedule.windows ?? []) {
    for (const id of machine_ids) {
      const mode = before.get(machineKey(id))?.mode ?? "DRAINING";
      master.machines.set(machineKey(id), { id, mode, unavailability });
    }
  }
  areUp(master, [...before.keys()].filter((key) => !master.machines.has(key)));
  master.maintenanceSchedule = schedule;
  const concerned = [...before.values(), ...master.machines.values()].map(({ id }) => id);
  for (const agent of agentsOn(master, concerned)) {
    announceAbsence(master, agent, master.machines.get(machineOf(agent))?.unavailability, nowMs, out);
  }
  out.reply(request, DONE);
}

function announceAbsence(
  master: Master, agent: Agent, unavailability: Unavailability | undefined, nowMs: number, out: Outbox,
): void {
  for (const offer of [...agent.offers.values()]) rescindOffer(master, offer, out);
  for (const offer of [...agent.inverseOffers.values()]) rescindInverseOffer(master, offer, nowMs, out);
  setUnavailability(master, agent, unavailability);
}

/** Agents there are told to shut down, and given up without waiting for it (MNT-05). */
export function continueMaintenanceStarted(
  master: Master, { request, machines }: Extract<Continuation, { kind: "maintenance-started" }>, out: Outbox,
): void {
  for (const agent of agentsOn(master, machines)) {
    out.send(agent.pid, "mesos.internal.ShutdownMessage", { message: "Operator initiated 'Machine DOWN'" });
    removeForGood(master, agent, "machine-down", out);
  }
  for (const id of machines) {
    const machine = master.machines.get(machineKey(id));
    if (machine !== undefined) master.machines.set(machineKey(id), { ...machine, mode: "DOWN" });
  }
  out.reply(request, DONE);
}

/** Agents may register there again (MNT-06). */
export function continueMaintenanceStopped(
  master: Master, { request, machines }: Extract<Continuation, { kind: "maintenance-stopped" }>, out: Outbox,
): void {
  for (const id of machines) master.machines.delete(machineKey(id));
  areUp(master, machines.map(machineKey));
  master.maintenanceSchedule = withoutMachines(master.maintenanceSchedule, machines);
  out.reply(request, DONE);
}
