/**
 * A leader's lease: until when nobody else can have been elected, proved again and again by a write.
 *
 * Why a write: the server we talk to may be cut off from the others without knowing it yet. For a while it answers
 * pings and reads all the same, while those others count our session down and let another one lead. A write is answered
 * only when most of the servers have it, and only while our session lives.
 *
 * How long one is good for, T being the session timeout and t the moment the write was sent: our server had contact
 * with the one that counts sessions down after t. To that one a server reports every half tick who was heard, and we
 * are heard every T/12; T is two ticks at least, servers refuse less. So what it counts from is not older than
 * t - (T/12 + T/4), and nobody else can lead before t + 2/3 T.
 */
import type { Clock } from "../../ports.ts";
import { CODE } from "../zookeeper/protocol.ts";
import type { Acl } from "../zookeeper/protocol.ts";
import { isError } from "../zookeeper/session.ts";
import type { Session } from "../zookeeper/session.ts";
import { ensurePath } from "./members.ts";

const RENEWALS_PER_TIMEOUT = 12;
/** Part of the session timeout that a renewal is good for. */
const GOOD_FOR = 2 / 3;

export interface LeaseOptions {
  readonly session: Session;
  /** The node that is written. */
  readonly path: string;
  readonly acl: Acl;
  /** Name of our candidate's node, for people who look. */
  readonly holder: string;
  readonly clock: Clock;
  onRenewed(): void;
  /** Nobody answered for the whole session timeout, or the write is refused. Not called when the session ends. */
  onLost(why: string): void;
}

export interface Lease {
  isHeld(): boolean;
  end(): void;
}

/** Resolves when it is held. Rejects when the session is over. */
export async function takeLease(options: LeaseOptions): Promise<Lease> {
  const { session, path, acl, holder, clock, onRenewed, onLost } = options;
  const data = new TextEncoder().encode(holder);
  let sentAtMs = -Infinity;
  let ended = false;
  let disarm: () => void = () => {};

  const renew = async (): Promise<void> => {
    for (;;) {
      const askedAtMs = clock.nowMs();
      try {
        await session.set(path, data, -1);
        sentAtMs = askedAtMs;
        return;
      } catch (error) {
        if (!isError(error, CODE.CONNECTION_LOSS)) throw error;
      }
    }
  };

  const renewAgain = (): void => {
    if (ended) return;
    disarm = clock.arm(sentAtMs + session.timeoutMs / RENEWALS_PER_TIMEOUT, () => {
      renew().then(
        () => {
          if (ended) return;
          onRenewed();
          renewAgain();
        },
        (error: Error) => (ended || isError(error, CODE.SESSION_EXPIRED) ? undefined : onLost(error.message)),
      );
    });
  };

  const watchEnd = (): void => {
    if (ended) return;
    const left = sentAtMs + session.timeoutMs - clock.nowMs();
    if (left <= 0) return onLost(`no write was answered by ZooKeeper for the session timeout of ${session.timeoutMs} ms`);
    clock.arm(clock.nowMs() + Math.min(left, session.timeoutMs / RENEWALS_PER_TIMEOUT), watchEnd);
  };

  await ensurePath(session, path, acl);
  await renew();
  renewAgain();
  watchEnd();
  return {
    isHeld: () => !ended && clock.nowMs() - sentAtMs < session.timeoutMs * GOOD_FOR,
    end: () => {
      ended = true;
      disarm();
    },
  };
}
