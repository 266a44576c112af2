/**
 * The registry in ZooKeeper, for masters that take over from each other: one node per entry below
 * `<path>/registry/entries`, named as its key, percent-encoded. Entries are small (an agent is some hundred bytes) and
 * change one by one, so a change writes what changed and nothing else; a limit of ZooKeeper's (1 MB per request) is met
 * by packets of at most half of it, each of which holds whole operations only. What is long, such as the schedule of a
 * maintenance of thousands of machines, is deflated. Measured with three servers on 2 shared cores and 50,000 agents
 * (bench M10z): one admitted in 0.9 ms (p50), all read by the next leader in 3 s, so there is no need to put many into
 * one node.
 *
 * `<path>/registry/head` fences (master/registry/fence.ts). All this goes through the session of the candidacy: a master that was elected, froze, and is not
 * the leader any more when it wakes, cannot take over from its successor, because its session is over.
 *
 * After a broken connection nobody knows whether a packet was done. The head does.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { DEPOSED, afterConnectionLoss } from "../../master/registry/fence.ts";
import type { Head } from "../../master/registry/fence.ts";
import type { RegistryWrite } from "../../master/registry/registry.ts";
import {
  MAX_REGISTRY_OPERATION_BYTES, MAX_REGISTRY_PACKET_BYTES, MAX_REGISTRY_PACKET_CHANGES,
} from "../../model/limits.ts";
import type { Store } from "../../ports.ts";
import { ensurePath, patiently } from "../election/members.ts";
import { CODE } from "../zookeeper/protocol.ts";
import type { Change } from "../zookeeper/protocol.ts";
import { isError } from "../zookeeper/session.ts";
import type { Session } from "../zookeeper/session.ts";
import type { ZooKeeperUrl } from "../zookeeper/url.ts";

export interface ZooKeeperStoreOptions {
  readonly url: ZooKeeperUrl;
  /** Id of this master. */
  readonly writer: string;
  /** Of our candidacy. */
  session(): Session;
}

const FORMAT = "allot registry 1";
/** How many reads are under way at once when everything is read. */
const READS = 512;
/** Shorter values are not worth the time. */
const DEFLATED_FROM_BYTES = 4_096;
/** Beside the data of a change: its path, lengths, rules. */
const CHANGE_OVERHEAD_BYTES = 160;

export function createZooKeeperStore({ url, writer, session: current }: ZooKeeperStoreOptions): Store {
  const root = `${url.path}/registry`;
  const headPath = `${root}/head`;
  const acl = url.credentials === undefined ? "public" : "private";
  const known = new Set<string>();
  let session: Session;
  let version = 0;
  let packet = 0;
  let tail: Promise<void> = Promise.resolve();

  const takeOver = async (): Promise<void> => {
    session = current();
    await ensurePath(session, `${root}/entries`, acl);
    await ensurePath(session, headPath, acl, encodeHead({ format: FORMAT, writer: "", packet: 0 }));
    const { data } = await patiently(() => session.get(headPath));
    if (decodeHead(data)?.format !== FORMAT) {
      throw new Error(`${headPath} is not of a registry of allot; choose another path in --zk`);
    }
    ({ version } = await patiently(() => session.set(headPath, encodeHead({ format: FORMAT, writer, packet: 0 }), -1)));
  };

  const write = async (changes: readonly Change[]): Promise<void> => {
    const next = { format: FORMAT, writer, packet: packet + 1 };
    for (;;) {
      try {
        await session.multi([{ kind: "set", path: headPath, data: encodeHead(next), version }, ...changes]);
        break;
      } catch (error) {
        if (!isError(error, CODE.CONNECTION_LOSS)) throw explain(error);
      }
      const { data, stat } = await patiently(() => session.get(headPath));
      const found = { head: decodeHead(data), version: stat.version };
      const fared = afterConnectionLoss(found, { writer, packet: next.packet, version });
      if (fared === "deposed") throw new Error(DEPOSED);
      if (fared === "done") break;
    }
    packet = next.packet;
    version++;
  };

  const explain = (error: unknown): unknown => (isError(error, CODE.BAD_VERSION) ? new Error(DEPOSED) : error);

  const applyNow = async (operations: readonly (readonly RegistryWrite[])[]): Promise<void> => {
    for (const group of packets(operations.map(packed))) {
      const changes = [...group].flatMap(([key, value]): Change[] => {
        const path = pathOf(root, key);
        if (value === undefined) return known.has(key) ? [{ kind: "delete", path }] : [];
        if (known.has(key)) return [{ kind: "set", path, data: value, version: -1 }];
        return [{ kind: "create", path, data: value, acl }];
      });
      await write(changes);
      for (const [key, value] of group) {
        if (value === undefined) known.delete(key);
        else known.add(key);
      }
    }
  };

  return {
    async load() {
      await takeOver();
      const names = await patiently(() => session.children(`${root}/entries`));
      const entries = new Map<string, Uint8Array>();
      let next = 0;
      const readSome = async (): Promise<void> => {
        while (next < names.length) {
          const name = names[next++]!;
          const { data } = await patiently(() => session.get(`${root}/entries/${name}`));
          entries.set(decodeURIComponent(name), unpack(data));
        }
      };
      await Promise.all(Array.from({ length: READS }, readSome));
      for (const key of entries.keys()) known.add(key);
      return entries;
    },
    apply(operations) {
      tail = tail.then(() => applyNow(operations));
      return tail;
    },
    close: async () => {
      await tail.catch(() => {});
    },
  };
}

/** A value as it is stored: a byte that says whether it is deflated in front of it. */
function packed(operation: readonly RegistryWrite[]): readonly RegistryWrite[] {
  return operation.map(({ key, value }) => {
    if (value === undefined) return { key };
    const deflated = value.length < DEFLATED_FROM_BYTES ? value : deflateRawSync(value, { level: 1 });
    const isSmaller = deflated.length < value.length;
    return { key, value: Buffer.concat([Buffer.of(isSmaller ? 1 : 0), isSmaller ? deflated : value]) };
  });
}

function unpack(stored: Uint8Array): Uint8Array {
  const value = stored.subarray(1);
  return stored[0] === 1 ? new Uint8Array(inflateRawSync(value)) : value;
}

/**
 * Operations in packets, each with the last write of every key in it. An operation that is larger than a packet gets
 * one of its own. One that ZooKeeper cannot take throws: it would end the connection without a word, each time.
 */
export function packets(
  operations: readonly (readonly RegistryWrite[])[],
): readonly ReadonlyMap<string, Uint8Array | undefined>[] {
  const found: Map<string, Uint8Array | undefined>[] = [];
  let bytes = Infinity;
  let changes = Infinity;
  for (const operation of operations) {
    const size = operation
      .map(({ key, value }) => CHANGE_OVERHEAD_BYTES + 3 * key.length + (value?.length ?? 0))
      .reduce((sum, each) => sum + each, 0);
    if (size > MAX_REGISTRY_OPERATION_BYTES) {
      const { key } = operation[0]!;
      throw new Error(`The registry in ZooKeeper cannot hold '${key}': a change of ${size} bytes is too large`);
    }
    if (bytes + size > MAX_REGISTRY_PACKET_BYTES || changes + operation.length > MAX_REGISTRY_PACKET_CHANGES) {
      found.push(new Map());
      bytes = 0;
      changes = 0;
    }
    bytes += size;
    changes += operation.length;
    for (const { key, value } of operation) found.at(-1)!.set(key, value);
  }
  return found;
}

function pathOf(root: string, key: string): string {
  return `${root}/entries/${encodeURIComponent(key)}`;
}

function encodeHead(head: Head): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(head));
}

function decodeHead(data: Uint8Array): Head | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(data)) as Head;
  } catch {
    return undefined;
  }
}
