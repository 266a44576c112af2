/** Where a client finds the leader: at one address, which any master of the cluster has, or in ZooKeeper. */
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { createClock } from "../../shell/clock.ts";
import { startDetector } from "../../shell/election/detector.ts";
import { isZooKeeperUrl, parseZooKeeperUrl } from "../../shell/zookeeper/url.ts";
import type { ZooKeeperUrl } from "../../shell/zookeeper/url.ts";
import { detectedMaster } from "../find-master.ts";
import { parseHostPort } from "./http.ts";
import type { HostPort } from "./http.ts";

export type MasterPlace = HostPort | ZooKeeperUrl;

/** An error names the flag. */
export function parseMasterPlace(text: string): Result<MasterPlace> {
  if (isZooKeeperUrl(text)) {
    const url = parseZooKeeperUrl(text);
    return url.ok ? url : err(`Invalid --master: ${url.error}`);
  }
  const at = parseHostPort(text);
  if (at !== undefined) return ok(at);
  return err(`Invalid --master '${text}': expected host:port, as in 127.0.0.1:5050, or zk://host:port/path`);
}

export interface Locator {
  /** Whether `leader` is certain to lead, as far as anybody can know. */
  readonly isCertain: boolean;
  /** The leader, or a master that knows it. Rejects with one line when none is found in time. */
  leader(): Promise<HostPort>;
  close(): void;
}

const SESSION_TIMEOUT_MS = 10_000;
/** How long an election may take. */
const PATIENCE_MS = 30_000;
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/**
 * `onLeader`: another one leads, as far as ZooKeeper knows; a leader that is frozen or cut off does not say so itself.
 */
export function locate(place: MasterPlace, onLeader: (leader: HostPort) => void): Locator {
  if ("host" in place) return { isCertain: false, leader: async () => place, close: () => {} };
  const clock = createClock();
  let known: HostPort | undefined;
  let failed: string | undefined;
  let waiting: (() => void)[] = [];
  const wake = (): void => {
    const all = waiting;
    waiting = [];
    for (const each of all) each();
  };
  const detector = startDetector({
    url: place,
    timeoutMs: SESSION_TIMEOUT_MS,
    clock,
    log: SILENT,
    onLeader: (leader) => {
      known = leader === undefined ? undefined : hostPort(detectedMaster(leader).pid);
      if (known !== undefined) onLeader(known);
      wake();
    },
    onFailed: (why) => {
      failed = why;
      wake();
    },
  });
  return {
    isCertain: true,
    async leader() {
      const deadlineMs = clock.nowMs() + PATIENCE_MS;
      while (known === undefined && failed === undefined && clock.nowMs() < deadlineMs) {
        // Disarmed in time: a timer that is left over keeps the process from ending.
        let disarm: () => void = () => {};
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          disarm = clock.arm(deadlineMs, resolve);
        });
        disarm();
      }
      if (known !== undefined) return known;
      const servers = place.servers.map(({ host, port }) => `${host}:${port}`).join(",");
      throw new Error(failed ?? `No master is elected at zk://${servers}${place.path}`);
    },
    close: () => void detector.close(),
  };
}

function hostPort({ host, port }: HostPort): HostPort {
  return { host, port };
}
