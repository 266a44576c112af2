/**
 * Who leads, for agents, frameworks and tools (REG-32): watches the group of masters and tells each change. Nobody is
 * said to lead while the group is empty, and when our session has ended: what we knew may be old then.
 */
import type { MasterInfo } from "../../model/gen/mesos.ts";
import type { Clock, Log } from "../../ports.ts";
import { CODE } from "../zookeeper/protocol.ts";
import { Session, isError } from "../zookeeper/session.ts";
import type { ZooKeeperUrl } from "../zookeeper/url.ts";
import { membersOf, patiently, readMember } from "./members.ts";

const PINGS_PER_TIMEOUT = 3;
/** Until a group that does not exist yet is looked for again. */
const ABSENT_MS = 1_000;

export interface DetectorOptions {
  readonly url: ZooKeeperUrl;
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly log: Log;
  /** The leader, whenever it is another one than before; the first time too when there is none. */
  onLeader(leader: MasterInfo | undefined): void;
  /** It cannot go on: the credentials are refused, or the leader cannot be read. */
  onFailed(why: string): void;
}

export interface Detector {
  close(): Promise<void>;
}

export function startDetector({ url, timeoutMs, clock, log, onLeader, onFailed }: DetectorOptions): Detector {
  let session: Session;
  let closed = false;
  let told: string | undefined;

  const tell = (name: string, leader: MasterInfo | undefined): void => {
    if (closed || told === name) return;
    told = name;
    onLeader(leader);
  };

  const begin = (): void => {
    const opened = new Session({
      url, timeoutMs, pingsPerTimeout: PINGS_PER_TIMEOUT, clock, log,
      onLost: (why) => {
        if (closed) return;
        log.warn({ why }, "Lost the ZooKeeper session; looking for the leading master with a new one");
        tell("", undefined);
        begin();
      },
    });
    session = opened;
    watch(opened).catch((error: Error) => {
      if (!closed && !isError(error, CODE.SESSION_EXPIRED)) fail(error.message);
    });
  };

  const watch = async (opened: Session): Promise<void> => {
    for (;;) {
      let changed: () => void = () => {};
      const change = new Promise<void>((resolve) => (changed = resolve));
      const children = await patiently(() => opened.children(url.path, changed)).catch((error: unknown) => {
        if (isError(error, CODE.NO_NODE)) return undefined;
        throw error;
      });
      const first = membersOf(children ?? [])[0];
      if (first === undefined) {
        tell("", undefined);
      } else if (first.name !== told) {
        const leader = await patiently(() => readMember(opened, url.path, first));
        if (!leader.ok) return fail(leader.error);
        if (leader.value === undefined) tell("", undefined);
        else tell(first.name, leader.value);
      }
      if (closed || opened !== session) return;
      if (children === undefined) clock.arm(clock.nowMs() + ABSENT_MS, changed);
      await change;
    }
  };

  const fail = (why: string): void => {
    if (closed) return;
    void close();
    onFailed(`Failed to detect the leading master: ${why}`);
  };

  const close = async (): Promise<void> => {
    closed = true;
    await session.close();
  };

  begin();
  return { close };
}
