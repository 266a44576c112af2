/** What clients and servers of ZooKeeper say to each other: numbers of requests and errors, and the records inside. */
import { JuteReader, JuteWriter } from "./jute.ts";

export const REQUEST = {
  create: 1, delete: 2, exists: 3, getData: 4, setData: 5, ping: 11, getChildren: 12, multi: 14, auth: 100, close: -11,
} as const;

/** Numbers in front of packets that are no answers to requests of ours, or to requests without a number. */
export const XID = { notification: -1, ping: -2, auth: -4 } as const;

export const CODE = {
  CONNECTION_LOSS: -4, NO_NODE: -101, NO_AUTH: -102, BAD_VERSION: -103, NODE_EXISTS: -110, NOT_EMPTY: -111,
  SESSION_EXPIRED: -112, AUTH_FAILED: -115, SESSION_MOVED: -118,
} as const;

const EPHEMERAL = 1;
const SEQUENTIAL = 2;
const READ = 1;
const CREATE = 4;
const ALL = 31;

/** What a request failed of. */
export class ZooKeeperError extends Error {
  readonly code: number;

  constructor(code: number, what: string) {
    const name = Object.entries(CODE).find(([, each]) => each === code)?.[0] ?? `error ${code}`;
    super(`ZooKeeper: ${what}: ${name}`);
    this.code = code;
  }
}

export interface Stat {
  /** How often the data was set. */
  readonly version: number;
  /** Id of the session that the node will end with; 0 if it stays. */
  readonly ephemeralOwner: bigint;
}

/**
 * Who may do what with a node. `public`: everybody everything. Else the creator, as which the session authenticated,
 * may do everything, and everybody may read a `member`, and read and put members below a `group`.
 */
export type Acl = "public" | "group" | "member" | "private";

type Rule = readonly [permissions: number, scheme: string, id: string];
const CREATOR: Rule = [ALL, "auth", ""];
const RULES: Readonly<Record<Acl, readonly Rule[]>> = {
  public: [[ALL, "world", "anyone"]],
  group: [[CREATE + READ, "world", "anyone"], CREATOR],
  member: [[READ, "world", "anyone"], CREATOR],
  private: [CREATOR],
};

export interface CreateMode {
  readonly ephemeral?: boolean;
  readonly sequential?: boolean;
}

/** One part of a multi: all of them are done, or none. A version of -1 fits every version. */
export type Change =
  | { readonly kind: "create"; readonly path: string; readonly data: Uint8Array; readonly acl: Acl }
  | { readonly kind: "set"; readonly path: string; readonly data: Uint8Array; readonly version: number }
  | { readonly kind: "delete"; readonly path: string };

const CHANGE_TYPE = { create: REQUEST.create, set: REQUEST.setData, delete: REQUEST.delete } as const;

export function writeCreate(to: JuteWriter, path: string, data: Uint8Array, acl: Acl, mode: CreateMode): JuteWriter {
  to.text(path).buffer(data);
  const rules = RULES[acl];
  to.int(rules.length);
  for (const [permissions, scheme, id] of rules) to.int(permissions).text(scheme).text(id);
  return to.int((mode.ephemeral === true ? EPHEMERAL : 0) + (mode.sequential === true ? SEQUENTIAL : 0));
}

export function writeMulti(to: JuteWriter, changes: readonly Change[]): JuteWriter {
  for (const change of changes) {
    to.int(CHANGE_TYPE[change.kind]).bool(false).int(-1);
    if (change.kind === "create") writeCreate(to, change.path, change.data, change.acl, {});
    else if (change.kind === "set") to.text(change.path).buffer(change.data).int(change.version);
    else to.text(change.path).int(-1);
  }
  return to.int(-1).bool(true).int(-1);
}

/** The code of the change that failed, and which one it was; undefined when all were done. */
export function readMulti(from: JuteReader): { readonly code: number; readonly index: number } | undefined {
  let failed: { readonly code: number; readonly index: number } | undefined;
  for (let index = 0; ; index++) {
    const type = from.int();
    const done = from.bool();
    from.int();
    if (done) return failed;
    if (type === REQUEST.create) from.text();
    else if (type === REQUEST.setData) readStat(from);
    else if (type === -1) {
      const code = from.int();
      // Those before the one that failed are marked with 0, those behind it as not tried.
      if (code !== 0 && failed === undefined) failed = { code, index };
    }
  }
}

export function readStat(from: JuteReader): Stat {
  for (let n = 0; n < 4; n++) from.long();
  const version = from.int();
  from.int();
  from.int();
  const ephemeralOwner = from.long();
  from.int();
  from.int();
  from.long();
  return { version, ephemeralOwner };
}

export interface SessionId {
  readonly id: bigint;
  readonly password: Uint8Array;
}

export const NO_SESSION: SessionId = { id: 0n, password: new Uint8Array(16) };

/** First packet on a connection: begins a session, or goes on with one. */
export function connectPacket(lastZxid: bigint, timeoutMs: number, { id, password }: SessionId): Buffer {
  return new JuteWriter().int(0).long(lastZxid).int(timeoutMs).long(id).buffer(password).bool(false).packet();
}

/** The answer to it. A timeout of 0: the session is over. */
export function readConnected(packet: Uint8Array): { readonly timeoutMs: number; readonly session: SessionId } {
  const from = new JuteReader(packet);
  from.int();
  const timeoutMs = from.int();
  const id = from.long();
  return { timeoutMs, session: { id, password: Uint8Array.from(from.buffer()) } };
}

export function pingPacket(): Buffer {
  return new JuteWriter().int(XID.ping).int(REQUEST.ping).packet();
}

/** `user:password`, in the clear, as the digest scheme wants it. */
export function authPacket(credentials: string): Buffer {
  return new JuteWriter().int(XID.auth).int(REQUEST.auth).int(0).text("digest").text(credentials).packet();
}
