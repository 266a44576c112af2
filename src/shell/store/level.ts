/**
 * The embedded durable store: a LevelDB database in `<work_dir>/registry`. Chosen by measurement: 50,000 agents, Node 20
 * on 2 cores, by `npm run bench -- --suite=registry --only=M10,M10s`. What the disk takes by itself, for 1 kB appended and
 * synced in the same run, is 0.20 / 0.31 ms.
 *
 *                         50,000 in one batch   one admitted, p50/p99   1,000 moved   opened and read   on disk
 *     classic-level 3             335 ms           0.18 / 0.26 ms          8.8 ms         110 ms         4 MB
 *     lmdb 3                      113 ms           0.31 / 0.49 ms          3.9 ms          39 ms        39 MB
 *     better-sqlite3 12           151 ms           0.14 / 5.5 ms           5.3 ms          59 ms        22 MB
 *     this file                   448 ms           0.23 / 0.38 ms         12.6 ms         236 ms         4 MB
 *
 * All are fast enough for a registry that changes some times per second, so what decides is the rest: classic-level
 * brings its binaries in the package (better-sqlite3 runs a script that downloads or compiles them), compresses what it
 * keeps, and takes a whole batch in one call off our thread (better-sqlite3 writes and syncs on it). Writing everything
 * anew for each batch, as a registrar with one value does, costs 40 to 130 ms at this size (bench M10n).
 *
 * Three things must never go unnoticed, and each ends in one clear line when the store is opened, which leaves everything
 * as it was (level-content.ts):
 *
 * - Somebody else uses it: LevelDB's own lock, given back by the kernel when a process dies.
 * - It is not ours: every database of ours carries `meta/format`.
 * - Entries are missing or changed. LevelDB skips what it cannot read, silently, so each value carries a checksum of its key
 *   and itself, and every batch writes a summary (`meta/summary`: how many batches, how many entries, sum of their
 *   checksums) together with its entries. The file `HEAD` beside the database follows, at once but without anybody
 *   waiting for it: so many batches had been acknowledged. A database that is behind it has lost its end.
 */
import { mkdir, open, readdir } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { RegistryWrite } from "../../master/registry/registry.ts";
import type { Store } from "../../ports.ts";
import {
  ENTRY_PREFIX, FORMAT, FORMAT_KEY, SUMMARY_KEY, add, checksumOf, damaged, encodeSummary, examine, openDatabase, readSummary,
  removeTrials, seal,
} from "./level-content.ts";
import type { Content, Database, LevelError } from "./level-content.ts";

/** Digits of the number in HEAD: always the same length, so that it is overwritten in one piece. */
const HEAD_DIGITS = 16;

/**
 * Opens (or creates) the store of this work directory. Rejects with one line that says what is wrong and what to do.
 */
export async function openLevelStore(workDir: string): Promise<Store> {
  const directory = join(workDir, "registry");
  const location = join(directory, "db");
  await mkdir(directory, { recursive: true }).catch((error: Error) => {
    throw new Error(`Cannot create ${directory}: ${error.message}`);
  });
  const exists = await databaseExists(location);
  // HEAD is made first and filled last: while it is empty, the database is still being created.
  const made = await open(join(directory, "HEAD"), exists ? "r+" : "a+").catch((error: Error) => {
    throw exists ? damaged(location, "its HEAD file is missing") : new Error(`Cannot write ${directory}: ${error.message}`);
  });
  await made.close();
  const head = await open(join(directory, "HEAD"), "r+");
  let db: Database | undefined;
  try {
    const acknowledged = await head.readFile("utf8");
    // Unreadable after a power failure that lost the file's content: then it can tell nothing.
    const batches = /^\d+$/.test(acknowledged) ? Number(acknowledged) : 0;
    let content = exists ? await examine(location, batches) : undefined;
    if (content === undefined && acknowledged !== "") {
      throw damaged(location, `it is empty, but write ${batches} had been acknowledged`);
    }
    db = await openDatabase(location);
    await removeTrials(location);
    content ??= await create(db, head);
    const summary = await readSummary(db);
    if (summary?.batches !== content.summary.batches) throw damaged(location, "it changes while it is opened");
    return serve(db, head, location, content);
  } catch (error) {
    await db?.close();
    await head.close();
    throw error;
  }
}

function serve(db: Database, head: FileHandle, location: string, { entries, checksums, summary }: Content): Store {
  const follow = createFollower(head);
  let tail: Promise<void> = Promise.resolve();

  const applyNow = async (batch: readonly RegistryWrite[]): Promise<void> => {
    const operations: ({ type: "put"; key: string; value: Uint8Array } | { type: "del"; key: string })[] = [];
    for (const { key, value } of batch) {
      const before = checksums.get(key);
      if (before !== undefined) add(summary, -1, before);
      if (value === undefined) {
        checksums.delete(key);
        operations.push({ type: "del", key: ENTRY_PREFIX + key });
      } else {
        const checksum = checksumOf(key, value);
        checksums.set(key, checksum);
        add(summary, 1, checksum);
        operations.push({ type: "put", key: ENTRY_PREFIX + key, value: seal(checksum, value) });
      }
    }
    summary.batches++;
    operations.push({ type: "put", key: SUMMARY_KEY, value: encodeSummary(summary) });
    try {
      await db.batch(operations, { sync: true });
      follow.to(summary.batches);
    } catch (error) {
      // A full disk, mostly. Nothing after it may be written either: this batch may be there or not.
      const { cause, message } = error as LevelError;
      throw new Error(`Cannot write the registry at ${location}: ${cause?.message ?? message}`, { cause: error });
    }
  };

  return {
    load: async () => entries,
    apply: (batch) => {
      tail = tail.then(() => applyNow(batch.flat()));
      return tail;
    },
    close: async () => {
      await tail.catch(() => {});
      await follow.end();
      await head.close();
      await db.close();
    },
  };
}

/** Whether there is a database; throws when there is something that LevelDB would mix its files with. */
async function databaseExists(location: string): Promise<boolean> {
  const names = await readdir(location).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    throw new Error(`Cannot read the registry at ${location}: ${error.message}`);
  });
  if (names.length > 0 && !names.includes("CURRENT") && !names.includes("LOCK")) {
    throw new Error(`${location} holds files that are not a registry of allot; choose another --work_dir`);
  }
  return names.includes("CURRENT");
}

async function create(db: Database, head: FileHandle): Promise<Content> {
  const summary = { batches: 0, entries: 0, sum: 0 };
  await db.batch(
    [
      { type: "put", key: FORMAT_KEY, value: Buffer.from(FORMAT) },
      { type: "put", key: SUMMARY_KEY, value: encodeSummary(summary) },
    ],
    { sync: true },
  );
  await writeHead(head, 0);
  await head.sync();
  return { entries: new Map(), checksums: new Map(), summary };
}

/** Writes the newest number that it was told, one write at a time. A failure is told by the next `to`. */
function createFollower(head: FileHandle): { to(batches: number): void; end(): Promise<void> } {
  let wanted = 0;
  let failure: unknown;
  let writing: Promise<void> | undefined;
  const writeAll = async (): Promise<void> => {
    for (let written = 0; written !== wanted;) {
      written = wanted;
      await writeHead(head, written);
    }
    writing = undefined;
  };
  return {
    to(batches) {
      if (failure !== undefined) throw failure;
      wanted = batches;
      writing ??= writeAll().catch((error: unknown) => {
        failure = error;
      });
    },
    end: async () => writing,
  };
}

async function writeHead(head: FileHandle, batches: number): Promise<void> {
  await head.write(String(batches).padStart(HEAD_DIGITS, "0"), 0);
}
