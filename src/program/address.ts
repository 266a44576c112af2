/** Where this process listens and how others reach it, from the flags and the environment (ENV-01, ENV-02). */
import { execFileSync } from "node:child_process";
import { lookup, lookupService } from "node:dns/promises";
import { isIPv4 } from "node:net";
import { hostname as machineName, networkInterfaces } from "node:os";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";

export interface AddressFlags {
  readonly ip: string | undefined;
  readonly port: number;
  readonly advertise_ip: string | undefined;
  readonly advertise_port: number | undefined;
  readonly ip_discovery_command: string | undefined;
  readonly hostname: string | undefined;
  readonly hostname_lookup: boolean;
}

export interface Address {
  readonly listenIp: string;
  readonly listenPort: number;
  /** IPv4, as it stands in our UPIDs. */
  readonly advertiseIp: string;
  /** Undefined: the port we listen on. */
  readonly advertisePort: number | undefined;
  readonly hostname: string;
}

export async function resolveAddress(
  flags: AddressFlags,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Result<Address>> {
  if (flags.ip !== undefined && flags.ip_discovery_command !== undefined) {
    return err("Only one of `--ip` or `--ip_discovery_command` should be specified");
  }
  const discovered = flags.ip_discovery_command === undefined ? ok(undefined) : discover(flags.ip_discovery_command);
  if (!discovered.ok) return discovered;
  const listenIp = flags.ip ?? discovered.value ?? env["LIBPROCESS_IP"] ?? "0.0.0.0";
  const advertised = flags.advertise_ip ?? env["LIBPROCESS_ADVERTISE_IP"];
  for (const [name, ip] of [["ip", listenIp], ["advertise_ip", advertised]] as const) {
    if (ip !== undefined && !isIPv4(ip)) return err(`Invalid --${name} '${ip}': expected an IPv4 address`);
  }
  if (flags.port < 0 || flags.port > 65_535) return err(`Invalid --port '${flags.port}': expected 0 to 65535`);
  const advertiseIp = advertised ?? (listenIp === "0.0.0.0" ? await ownIp() : listenIp);
  const advertisePort = flags.advertise_port ?? numberOf(env["LIBPROCESS_ADVERTISE_PORT"]);
  const hostname = flags.hostname ?? (flags.hostname_lookup ? await nameOf(advertiseIp) : advertiseIp);
  return ok({ listenIp, listenPort: flags.port, advertiseIp, advertisePort, hostname });
}

function discover(command: string): Result<string> {
  try {
    return ok(execFileSync("sh", ["-c", command], { encoding: "utf8", timeout: 10_000 }).trim());
  } catch (error) {
    return err(`--ip_discovery_command failed: ${(error as Error).message.split("\n")[0]}`);
  }
}

/** The address of this machine's name; else of its first interface; else the loopback. */
async function ownIp(): Promise<string> {
  const named = await lookup(machineName(), 4).catch(() => undefined);
  if (named !== undefined) return named.address;
  const interfaces = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return interfaces.find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? "127.0.0.1";
}

/** The name an address resolves to, or the address. */
async function nameOf(ip: string): Promise<string> {
  const found = await lookupService(ip, 0).catch(() => undefined);
  return found?.hostname ?? ip;
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined || text === "" ? undefined : Number(text);
}
