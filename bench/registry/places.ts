/** Where a registry may be: on disk, in one file that is written again for each batch, in ZooKeeper. */
import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyWrites } from "../../src/master/registry/operations.ts";
import type { RegistryWrite } from "../../src/master/registry/registry.ts";
import type { Store } from "../../src/ports.ts";
import { createClock } from "../../src/shell/clock.ts";
import { openLevelStore } from "../../src/shell/store/level.ts";
import { createZooKeeperStore } from "../../src/shell/store/zookeeper.ts";
import { Session } from "../../src/shell/zookeeper/session.ts";
import { parseZooKeeperUrl } from "../../src/shell/zookeeper/url.ts";
import { startEnsemble, whyNoZooKeeper } from "../../test/ha/zookeeper.ts";

/** A store that can be left without a word, as a master that dies does, and opened again. */
export interface Place {
  open(): Promise<Store>;
  remove(): Promise<void>;
}

export function levelPlace(): Place {
  const directory = mkdtempSync(join(tmpdir(), "allot-bench-"));
  return { open: () => openLevelStore(directory), remove: async () => rmSync(directory, { recursive: true, force: true }) };
}

/** Everything in one file, made anew for each batch: what a registrar with one value does in principle. */
export function naivePlace(): Place {
  const directory = mkdtempSync(join(tmpdir(), "allot-bench-"));
  const file = join(directory, "registry");
  return { open: async () => openOneFile(file), remove: async () => rmSync(directory, { recursive: true, force: true }) };
}

function openOneFile(file: string): Store {
  const entries = readOneFile(file);
  return {
    load: async () => new Map(entries),
    apply: async (batch: readonly (readonly RegistryWrite[])[]) => {
      applyWrites(entries, batch.flat());
      const parts: Uint8Array[] = [];
      for (const [key, value] of entries) {
        const name = Buffer.from(key);
        const head = Buffer.alloc(8);
        head.writeUInt32LE(name.length);
        head.writeUInt32LE(value.length, 4);
        parts.push(head, name, value);
      }
      const descriptor = openSync(`${file}.new`, "w");
      writeSync(descriptor, Buffer.concat(parts));
      fsyncSync(descriptor);
      closeSync(descriptor);
      renameSync(`${file}.new`, file);
    },
    close: async () => {},
  };
}

function readOneFile(file: string): Map<string, Uint8Array> {
  const entries = new Map<string, Uint8Array>();
  let bytes: Buffer = Buffer.alloc(0);
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  for (let at = 0; at < bytes.length;) {
    const [key, value] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
    entries.set(bytes.toString("utf8", at + 8, at + 8 + key), bytes.subarray(at + 8 + key, at + 8 + key + value));
    at += 8 + key + value;
  }
  return entries;
}

/**
 * In the ensemble that ALLOT_BENCH_ZK names (zk://host:port/path), else in three servers of our own. A text says why
 * not.
 */
export async function zookeeperPlace(): Promise<Place | string> {
  const given = process.env["ALLOT_BENCH_ZK"];
  if (given !== undefined) return placeAt(given, async () => {});
  const missing = whyNoZooKeeper();
  if (missing !== undefined) return missing;
  const directory = mkdtempSync(join(tmpdir(), "allot-bench-"));
  const servers = await startEnsemble(directory, 3);
  return placeAt(`zk://${servers.map(({ address }) => address).join(",")}`, async () => {
    await Promise.all(servers.map((server) => server.kill()));
    rmSync(directory, { recursive: true, force: true });
  });
}

function placeAt(ensemble: string, end: () => Promise<void>): Place {
  const url = parseZooKeeperUrl(`${ensemble}/bench-${process.pid}-${Date.now()}`);
  if (!url.ok) throw new Error(url.error);
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const begin = (): Session => new Session({
    url: url.value, timeoutMs: 10_000, pingsPerTimeout: 6, clock: createClock(), log: silent,
    onLost: (why) => {
      throw new Error(why);
    },
  });
  return {
    open: async () => {
      const session = begin();
      const store = createZooKeeperStore({ url: url.value, writer: `bench ${Math.random()}`, session: () => session });
      return { ...store, close: async () => (await store.close(), await session.close()) };
    },
    remove: async () => {
      const session = begin();
      const root = `${url.value.path}/registry/entries`;
      const names = await session.children(root);
      for (let from = 0; from < names.length; from += 2_000) {
        await session.multi(names.slice(from, from + 2_000).map((name) => ({ kind: "delete" as const, path: `${root}/${name}` })));
      }
      await session.close();
      await end();
    },
  };
}
