/**
 * What is in the database of the embedded store (level.ts), read and verified without touching it.
 *
 * LevelDB cannot open a database and leave it alone: it replays the log, passes over what it cannot read there, and throws
 * the log away. So a database is examined in a directory of links to its files, which LevelDB only ever creates, renames
 * and removes, never changes; the real one is opened when that has gone well. Whether somebody else uses it is asked
 * first, by an attempt to create what exists: that takes the lock and stops there.
 */
import { ClassicLevel } from "classic-level";
import { copyFile, link, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";

export const FORMAT = "allot registry 1";
export const FORMAT_KEY = "meta/format";
export const SUMMARY_KEY = "meta/summary";
export const ENTRY_PREFIX = "entry/";
/** Beside the database: where one is examined. */
const TRIAL_PREFIX = "examined-";

export type Database = ClassicLevel<string, Uint8Array>;

export interface Summary {
  batches: number;
  entries: number;
  /** Of all entries' checksums, modulo 2^32. */
  sum: number;
}

export interface Content {
  readonly entries: Map<string, Uint8Array>;
  /** Of each entry. */
  readonly checksums: Map<string, number>;
  readonly summary: Summary;
}

export interface LevelError extends Error {
  readonly cause?: Error & { readonly code?: string };
}

/** Undefined when it is empty. Rejects with one line when it cannot be used; nothing in it is other than before then. */
export async function examine(location: string, acknowledged: number): Promise<Content | undefined> {
  await expectNotInUse(location);
  const trial = await mkdtemp(join(dirname(location), TRIAL_PREFIX));
  try {
    const links = join(trial, "db");
    await linkFiles(location, links);
    const db = await openDatabase(links);
    try {
      return await readAll(db, location, acknowledged);
    } finally {
      await db.close();
    }
  } catch (error) {
    // Its owner came meanwhile, and what we saw is his work half done.
    await expectNotInUse(location);
    throw new Error((error as Error).message.replaceAll(join(trial, "db"), location), { cause: error });
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

/** What examinations of earlier processes left; only for the owner of the database. */
export async function removeTrials(location: string): Promise<void> {
  const directory = dirname(location);
  for (const name of await readdir(directory)) {
    if (name.startsWith(TRIAL_PREFIX)) await rm(join(directory, name), { recursive: true, force: true });
  }
}

/** Rejects with one line that says why not. */
export async function openDatabase(location: string): Promise<Database> {
  const db: Database = new ClassicLevel(location, { keyEncoding: "utf8", valueEncoding: "view" });
  try {
    await db.open();
    return db;
  } catch (error) {
    throw explainOpen(location, error as LevelError);
  }
}

async function expectNotInUse(location: string): Promise<void> {
  const probe = new ClassicLevel(location, { errorIfExists: true });
  try {
    await probe.open();
    await probe.close();
  } catch (error) {
    if ((error as LevelError).cause?.code === "LEVEL_LOCKED") throw explainOpen(location, error as LevelError);
  }
}

async function linkFiles(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const name of await readdir(from)) {
    if (!/^(?:CURRENT|MANIFEST-\d+|\d+\.(?:log|ldb|sst))$/.test(name)) continue;
    // Not every file system knows links.
    await link(join(from, name), join(to, name)).catch(() => copyFile(join(from, name), join(to, name)));
  }
}

/** Undefined when there is nothing at all. */
async function readAll(db: Database, location: string, acknowledged: number): Promise<Content | undefined> {
  const entries = new Map<string, Uint8Array>();
  const checksums = new Map<string, number>();
  const found: Summary = { batches: acknowledged, entries: 0, sum: 0 };
  let format: string | undefined;
  let isEmpty = true;
  for await (const [key, value] of db.iterator()) {
    isEmpty = false;
    if (key === FORMAT_KEY) format = Buffer.from(value).toString();
    if (!key.startsWith(ENTRY_PREFIX)) continue;
    const name = key.slice(ENTRY_PREFIX.length);
    const checksum = Buffer.from(value.buffer, value.byteOffset, 4).readUInt32LE();
    const content = value.slice(4);
    if (checksumOf(name, content) !== checksum) throw damaged(location, `the entry '${name}' has changed`);
    entries.set(name, content);
    checksums.set(name, checksum);
    add(found, 1, checksum);
  }
  if (isEmpty) return undefined;
  if (format !== FORMAT) throw new Error(`${location} is not a registry of allot; choose another --work_dir`);
  const summary = await readSummary(db);
  if (summary === undefined) throw damaged(location, "its summary is missing");
  if (found.entries !== summary.entries || found.sum !== summary.sum) {
    throw damaged(location, `it holds ${found.entries} entries where it should hold ${summary.entries}`);
  }
  if (!(summary.batches >= acknowledged)) {
    throw damaged(location, `it ends at write ${summary.batches}, but write ${acknowledged} had been acknowledged`);
  }
  return { entries, checksums, summary };
}

export async function readSummary(db: Database): Promise<Summary | undefined> {
  const value = await db.get(SUMMARY_KEY);
  return value === undefined ? undefined : (JSON.parse(Buffer.from(value).toString()) as Summary);
}

export function encodeSummary(summary: Summary): Uint8Array {
  return Buffer.from(JSON.stringify(summary));
}

export function checksumOf(key: string, value: Uint8Array): number {
  return crc32(value, crc32(key));
}

export function seal(checksum: number, value: Uint8Array): Uint8Array {
  const sealed = Buffer.alloc(4 + value.length);
  sealed.writeUInt32LE(checksum);
  sealed.set(value, 4);
  return sealed;
}

export function add(summary: Summary, entries: 1 | -1, checksum: number): void {
  summary.entries += entries;
  summary.sum = (summary.sum + entries * checksum) >>> 0;
}

export function damaged(location: string, how: string): Error {
  return new Error(
    `The registry at ${location} is damaged: ${how}. Restore it from a copy, or move it away to begin with an empty one`,
  );
}

function explainOpen(location: string, { cause, message }: LevelError): Error {
  if (cause?.code === "LEVEL_LOCKED") return new Error(`The registry at ${location} is in use by another process`);
  const why = cause?.message ?? message;
  if (/no space left/i.test(why)) return new Error(`Cannot open the registry at ${location}: ${why}`);
  return damaged(location, why);
}
