/** Planned maintenance (REG-18): one schedule, and what is known of every machine in it. */
import type { Schedule, Window } from "../../model/gen/maintenance.ts";
import type { MachineID, MachineInfo, MachineInfo_Mode } from "../../model/gen/mesos.ts";
import { machineKey } from "../../model/machine.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { ScheduleCodec } from "../../wire/gen/maintenance.ts";
import { Registry_MachineCodec } from "../../wire/gen/registry.ts";
import { MACHINE_PREFIX, SCHEDULE_KEY, machineEntryKey, readMachine, readSchedule } from "./records.ts";
import type { RegistryEntries, RegistryWrite } from "./registry.ts";

/** Replaces the schedule. Machines that are new in it are DRAINING, those that are in it no more are forgotten: UP. */
export function updateSchedule(entries: RegistryEntries, schedule: Schedule): Result<readonly RegistryWrite[]> {
  const writes = new Map<string, RegistryWrite>();
  for (const { machine_ids = [], unavailability } of schedule.windows ?? []) {
    for (const id of machine_ids) {
      const { mode = "DRAINING" } = readMachine(entries, id) ?? {};
      writes.set(machineEntryKey(id), machineWrite({ id, mode, unavailability }));
    }
  }
  for (const [key] of entries) {
    if (!key.startsWith(MACHINE_PREFIX) || writes.has(key)) continue;
    if (modeOf(entries, key) === "DOWN") return err(`'${key}' is DOWN and cannot be left out of the schedule`);
    writes.set(key, { key });
  }
  return ok([...writes.values(), { key: SCHEDULE_KEY, value: ScheduleCodec.encode(schedule) }]);
}

/** The machines go DOWN: they must be DRAINING. */
export function startMaintenance(
  entries: RegistryEntries, machines: readonly MachineID[],
): Result<readonly RegistryWrite[]> {
  const writes: RegistryWrite[] = [];
  for (const id of machines) {
    const machine = readMachine(entries, id);
    if (machine?.mode !== "DRAINING") {
      return err(`Machine '${machineKey(id)}' is ${machine?.mode ?? "UP"}, not DRAINING`);
    }
    writes.push(machineWrite({ ...machine, mode: "DOWN" }));
  }
  return ok(writes);
}

/** The machines are UP, and no longer in the schedule: they must be DOWN. */
export function stopMaintenance(
  entries: RegistryEntries, machines: readonly MachineID[],
): Result<readonly RegistryWrite[]> {
  for (const id of machines) {
    const mode = readMachine(entries, id)?.mode ?? "UP";
    if (mode !== "DOWN") return err(`Machine '${machineKey(id)}' is ${mode}, not DOWN`);
  }
  const left = withoutMachines(readSchedule(entries), machines);
  const schedule: RegistryWrite =
    left === undefined ? { key: SCHEDULE_KEY } : { key: SCHEDULE_KEY, value: ScheduleCodec.encode(left) };
  return ok([...machines.map((id) => ({ key: machineEntryKey(id) })), schedule]);
}

/** The schedule without these machines and without the windows that are empty then; undefined if none is left. */
export function withoutMachines(schedule: Schedule | undefined, machines: readonly MachineID[]): Schedule | undefined {
  const keys = new Set(machines.map(machineKey));
  const windows: Window[] = [];
  for (const window of schedule?.windows ?? []) {
    const machine_ids = (window.machine_ids ?? []).filter((id) => !keys.has(machineKey(id)));
    if (machine_ids.length > 0) windows.push({ ...window, machine_ids });
  }
  return windows.length > 0 ? { ...schedule, windows } : undefined;
}

function machineWrite(info: MachineInfo): RegistryWrite {
  return { key: machineEntryKey(info.id), value: Registry_MachineCodec.encode({ info }) };
}

function modeOf(entries: RegistryEntries, key: string): MachineInfo_Mode | undefined {
  const record = Registry_MachineCodec.decode(entries.get(key)!);
  return record.ok ? record.value.info.mode : undefined;
}
