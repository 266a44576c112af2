/**
 * Where the leading master is, for those who serve or ask it: named as host:port, or looked up in ZooKeeper (AGT, CLI
 * rows).
 */
import { lookup, lookupService } from "node:dns/promises";
import { isIPv4 } from "node:net";
import type { DetectedMaster } from "../agent/event.ts";
import type { MasterInfo } from "../model/gen/mesos.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import { parseUpid } from "../model/upid.ts";
import type { Clock, Log } from "../ports.ts";
import { startDetector } from "../shell/election/detector.ts";
import type { Detector } from "../shell/election/detector.ts";
import { isZooKeeperUrl, parseZooKeeperUrl } from "../shell/zookeeper/url.ts";

export interface FindMaster {
  /** Value of --master. */
  readonly master: string | undefined;
  readonly sessionTimeoutMs: number;
  readonly clock: Clock;
  readonly log: Log;
}

export interface MasterFinder {
  /** Tells the leader, now or later, and each change. */
  watch(onLeader: (leader: DetectedMaster | undefined) => void, onFailed: (why: string) => void): void;
  close(): Promise<void>;
}

/** An error names the flag and what is wrong with it. */
export async function findMaster(
  { master: text, sessionTimeoutMs, clock, log }: FindMaster,
): Promise<Result<MasterFinder>> {
  if (text === undefined) {
    return err("Missing required option --master: the host:port of a master, or zk://host:port/path");
  }
  if (!isZooKeeperUrl(text)) {
    const leader = await readMaster(text.trim());
    return leader.ok ? ok({ watch: (onLeader) => onLeader(leader.value), close: async () => {} }) : leader;
  }
  const url = parseZooKeeperUrl(text);
  if (!url.ok) return err(`Invalid --master: ${url.error}`);
  let detector: Detector | undefined;
  return ok({
    watch: (onLeader, onFailed) => {
      detector = startDetector({
        url: url.value,
        timeoutMs: sessionTimeoutMs,
        clock,
        log,
        onLeader: (leader) => onLeader(leader === undefined ? undefined : detectedMaster(leader)),
        onFailed,
      });
    },
    close: async () => detector?.close(),
  });
}

/** How a leader is reached: its pid says it best; very old ones are known by nothing else. */
export function detectedMaster({ pid, ip, port, hostname, address }: MasterInfo): DetectedMaster {
  const written = parseUpid(pid ?? "");
  const host = address?.ip ?? [0, 8, 16, 24].map((shift) => (ip >>> shift) & 255).join(".");
  const upid = written.ok ? written.value : { id: "master", host, port: address?.port ?? port };
  return { pid: upid, hostname: address?.hostname ?? hostname ?? upid.host };
}

/** `host:port` of a master, with the name it is shown by. */
async function readMaster(text: string): Promise<Result<DetectedMaster>> {
  const [, host, port] = /^(?:[^@]*@)?([^:@\s]+):(\d{1,5})$/.exec(text) ?? [];
  if (host === undefined || Number(port) > 65_535) {
    // What stands before an @ may be a secret that was meant for ZooKeeper.
    return err(`Invalid --master '${text.replace(/^.*@/s, "…@")}': expected host:port or zk://host:port/path`);
  }
  const ip = isIPv4(host) ? host : (await lookup(host, 4).catch(() => undefined))?.address;
  if (ip === undefined) return err(`Invalid --master '${text}': ${host} cannot be found`);
  const hostname = (await lookupService(ip, 0).catch(() => undefined))?.hostname ?? host;
  return ok({ pid: { id: "master", host: ip, port: Number(port) }, hostname });
}
