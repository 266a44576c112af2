/** How this master presents itself to frameworks, agents and those who look for the leader. */
import { MASTER_CAPABILITIES, capabilityList } from "../model/capability.ts";
import type { MasterInfo } from "../model/gen/mesos.ts";
import { printUpid } from "../model/upid.ts";
import type { Upid } from "../model/upid.ts";
import type { MasterOptions } from "./options.ts";

export function masterInfo(options: MasterOptions, pid: Upid): MasterInfo {
  const { id, ip, port, hostname, domain } = options;
  return {
    id,
    ip: ipNumber(ip),
    port,
    pid: printUpid(pid),
    hostname,
    version: options.version.version,
    address: { hostname, ip, port },
    ...(domain === undefined ? {} : { domain }),
    capabilities: capabilityList(MASTER_CAPABILITIES),
  };
}

/** The four bytes of an IPv4 address as Mesos prints them: the first is the lowest, 127.0.0.1 is 16777343. */
function ipNumber(ip: string): number {
  return ip.split(".").reduceRight((number, byte) => number * 256 + Number(byte), 0);
}
