/**
 * The group of masters below the path of a ZooKeeper URL, in Mesos' own layout (wire-v0 §6): one ephemeral, sequential
 * node per candidate, `json.info_NNNNNNNNNN`, with its MasterInfo as JSON; the lowest number leads. So Mesos' agents
 * and frameworks find our leader, and we find theirs.
 */
import type { MasterInfo } from "../../model/gen/mesos.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { parseUpid } from "../../model/upid.ts";
import { MasterInfoCodec } from "../../wire/gen/mesos.ts";
import { parseJson } from "../../wire/json.ts";
import { CODE } from "../zookeeper/protocol.ts";
import type { Acl } from "../zookeeper/protocol.ts";
import { isError } from "../zookeeper/session.ts";
import type { Session } from "../zookeeper/session.ts";

/** What a candidate's node is called before ZooKeeper has put a number behind it. */
export const CANDIDATE = "json.info_";

export interface Member {
  readonly name: string;
  /** What stands in front of the number: says how the data is written. */
  readonly label: string;
  readonly sequence: number;
}

/** The members among a group's children, the leader first. Others (`log_replicas`, our `registry`) live there too. */
export function membersOf(children: readonly string[]): readonly Member[] {
  return children
    .flatMap((name) => {
      const [, label, number] = /^(?:(.+)_)?(\d+)$/.exec(name) ?? [];
      return number === undefined ? [] : [{ name, label: label ?? "", sequence: Number(number) }];
    })
    .sort((left, right) => left.sequence - right.sequence);
}

/** The lowest member's MasterInfo; undefined when it has gone. An error when it is written in a way nobody knows. */
export async function readMember(
  session: Session, path: string, { name, label }: Member,
): Promise<Result<MasterInfo | undefined>> {
  let data: Uint8Array;
  try {
    ({ data } = await session.get(`${path}/${name}`));
  } catch (error) {
    if (isError(error, CODE.NO_NODE)) return ok(undefined);
    throw error;
  }
  return decodeMember(label, data);
}

export function decodeMember(label: string, data: Uint8Array): Result<MasterInfo> {
  const text = (): string => new TextDecoder().decode(data);
  switch (label) {
    case "json.info": {
      const json = parseJson(text());
      if (!json.ok) return err(`Failed to parse data into valid JSON: ${json.error}`);
      return MasterInfoCodec.fromJson(json.value);
    }
    // How masters older than 0.24 and 0.19 wrote it.
    case "info":
      return MasterInfoCodec.decode(data);
    case "": {
      const pid = parseUpid(text());
      if (!pid.ok) return pid;
      return ok({ id: text(), ip: 0, port: pid.value.port, pid: text(), hostname: pid.value.host });
    }
    default:
      return err(`Failed to parse data of unknown label '${label}'`);
  }
}

/** As Mesos writes it: keys in order, nothing between them. */
export function encodeMember(info: MasterInfo): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(sorted(JSON.parse(MasterInfoCodec.toJson(info)))));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

/** Makes a node that stays, and those above it. */
export async function ensurePath(
  session: Session, path: string, acl: Acl, data: Uint8Array = new Uint8Array(),
): Promise<void> {
  if ((await patiently(() => session.exists(path))) !== undefined) return;
  const parent = path.slice(0, path.lastIndexOf("/"));
  if (parent !== "") await ensurePath(session, parent, acl);
  try {
    await patiently(() => session.create(path, data, acl));
  } catch (error) {
    if (!isError(error, CODE.NODE_EXISTS)) throw error;
  }
}

/**
 * Asks again when the connection broke meanwhile: for requests that may be done twice. Rejects when the session is
 * over.
 */
export async function patiently<T>(request: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await request();
    } catch (error) {
      if (!isError(error, CODE.CONNECTION_LOSS)) throw error;
    }
  }
}
