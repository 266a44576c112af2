/** Machines as operators name them (MNT-03): by host name, IPv4 address or both. */
import type { MachineID } from "./gen/mesos.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";

const IPV4 = /^(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;

/** The same for the same machine: host names are compared without regard to case (AGT-55). */
export function machineKey({ hostname = "", ip = "" }: MachineID): string {
  return `${hostname.toLowerCase()}/${ip}`;
}

/** The machine among those under maintenance, of which there mostly is none. */
export function machineAt<T>(machines: ReadonlyMap<string, T>, id: MachineID): T | undefined {
  return machines.size === 0 ? undefined : machines.get(machineKey(id));
}

/** One of the two names must be there, and an address must be one. Texts are those of Mesos. */
export function validateMachine({ hostname = "", ip = "" }: MachineID): Result<void> {
  if (hostname === "" && ip === "") return err("Both 'hostname' and 'ip' for a machine are empty");
  if (ip !== "" && !IPV4.test(ip)) return err(`Failed to parse IPv4: ${ip}`);
  return ok(undefined);
}
