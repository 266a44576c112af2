/**
 * Election through ZooKeeper (REG-31, REG-34). A candidate leads while its node has the lowest number; its node lives
 * as long as its session; the servers end a session when they have not heard of its client for the session timeout T.
 *
 * Never two may act. A leader that cannot reach ZooKeeper is not told that its session has ended, so it looks at its
 * own clock. It holds a lease (lease.ts), which it renews by a write every T/12 and which is good for 2/3 T: before
 * that nobody else can have been elected.
 *
 *     0 ........ 2/3 T ............................ T ............>
 *     acts       holds everything                   lost: the process ends, as Mesos' does
 *                back, perhaps; another may lead
 *
 * From 2/3 T on nothing is stepped and nothing goes out (`mayAct`), and when a write is answered in time it goes on as
 * if nothing had been: a short outage of ZooKeeper costs no failover. Clocks need not agree, they only need to run
 * equally fast. A process that was frozen sees its clock before it does anything (drive.ts). What it had said just
 * before, and arrives late, cannot be called back; it is harmless for two more reasons: agents and frameworks listen
 * only to the leader they know of, and the registry takes nothing from an old leader (store/zookeeper.ts).
 *
 * A candidate that does not lead and loses its session contends again with a new one.
 */
import type { MasterInfo } from "../../model/gen/mesos.ts";
import type { Clock, Election, ElectionEvents, Log } from "../../ports.ts";
import { CODE } from "../zookeeper/protocol.ts";
import { Session, isError } from "../zookeeper/session.ts";
import type { ZooKeeperUrl } from "../zookeeper/url.ts";
import { takeLease } from "./lease.ts";
import type { Lease } from "./lease.ts";
import { CANDIDATE, encodeMember, ensurePath, membersOf, patiently, readMember } from "./members.ts";

/** Often, so that a server that has fallen silent is left in time. */
const PINGS_PER_TIMEOUT = 6;

export interface ZooKeeperElectionOptions {
  readonly url: ZooKeeperUrl;
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly log: Log;
}

export interface ZooKeeperElection extends Election {
  /** Of the present candidacy: what is written through it cannot be written once it is over. */
  session(): Session;
}

export function createZooKeeperElection({ url, timeoutMs, clock, log }: ZooKeeperElectionOptions): ZooKeeperElection {
  let session: Session;
  let events: ElectionEvents;
  let info: MasterInfo;
  let lease: Lease | undefined;
  let leads = false;
  let over = false;
  let doubtful = false;

  const mayAct = (): boolean => {
    const certain = !over && lease?.isHeld() === true;
    doubtful ||= !certain;
    return certain;
  };

  const begin = (): void => {
    const opened = new Session({
      url,
      timeoutMs,
      pingsPerTimeout: PINGS_PER_TIMEOUT,
      clock,
      log,
      onLost: (why) => {
        if (over) return;
        if (leads) return lose(`Lost leadership: ${why}`);
        log.warn({ why }, "Lost the candidacy; contending again");
        events.detected(undefined);
        begin();
      },
    });
    session = opened;
    candidate(opened).catch((error: Error) => {
      // An end of the session has its own handler, which begins anew.
      if (!over && !isError(error, CODE.SESSION_EXPIRED)) lose(`Failed to contend: ${error.message}`);
    });
  };

  const lose = (why: string): void => {
    if (over) return;
    over = true;
    lease?.end();
    void session.close();
    events.lost(why);
  };

  /** Everybody may hear that we lead when we have it in writing. */
  const lead = async (opened: Session, holder: string): Promise<void> => {
    const { path, credentials } = url;
    const taken = await takeLease({
      session: opened,
      path: `${path}/registry/lease`,
      acl: credentials === undefined ? "public" : "private",
      holder,
      clock,
      onRenewed: () => {
        if (!doubtful) return;
        doubtful = false;
        events.certain();
      },
      onLost: (why) => lose(`Lost leadership: ${why}`),
    });
    if (over || opened !== session) return taken.end();
    lease = taken;
    leads = true;
    events.elected();
  };

  const candidate = async (opened: Session): Promise<void> => {
    const { path, credentials } = url;
    await ensurePath(opened, path, credentials === undefined ? "public" : "group");
    const name = await join(opened);
    log.info({ node: `${path}/${name}` }, "Contending to lead");
    let following = "";
    for (;;) {
      let changed: () => void = () => {};
      const change = new Promise<void>((resolve) => (changed = resolve));
      const members = membersOf(await patiently(() => opened.children(path, changed)));
      if (over || opened !== session) return;
      const first = members[0];
      if (!members.some((member) => member.name === name)) {
        return lose(`Lost candidacy: ${path}/${name} has been deleted`);
      }
      if (first!.name !== following) {
        const leader = await patiently(() => readMember(opened, path, first!));
        if (over || opened !== session) return;
        if (!leader.ok) return lose(`Failed to detect the leading master: ${leader.error}`);
        // Gone meanwhile: the list has changed again.
        following = leader.value === undefined ? "" : first!.name;
        events.detected(leader.value);
        if (first!.name === name && !leads) await lead(opened, name);
      }
      await change;
    }
  };

  /** The name of our node. When the connection breaks it may have been made or not: then we look. */
  const join = async (opened: Session): Promise<string> => {
    const { path, credentials } = url;
    for (;;) {
      try {
        const acl = credentials === undefined ? "public" : "member";
        const mode = { ephemeral: true, sequential: true };
        const created = await opened.create(`${path}/${CANDIDATE}`, encodeMember(info), acl, mode);
        return created.slice(path.length + 1);
      } catch (error) {
        if (!isError(error, CODE.CONNECTION_LOSS)) throw error;
      }
      for (const { name } of membersOf(await patiently(() => opened.children(path)))) {
        const stat = await patiently(() => opened.exists(`${path}/${name}`));
        if (stat?.ephemeralOwner === opened.id) return name;
      }
    }
  };

  return {
    contend(as, handlers) {
      info = as;
      events = handlers;
      begin();
    },
    mayAct,
    session: () => session,
    async resign() {
      over = true;
      lease?.end();
      await session?.close();
    },
  };
}
