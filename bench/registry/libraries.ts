/**
 * Which library keeps the registry on disk? Our pattern on each: one batch at a time, durable before anything goes on;
 * single changes while the master runs; everything read when it starts. classic-level and lmdb bring their binaries with
 * them. better-sqlite3 12, the last for Node 20, runs a script when it is installed that downloads or compiles one, so it
 * is no dependency of ours: `npm install --no-save better-sqlite3@12` has it measured, too.
 *
 * The figures and the choice stand at the head of src/shell/store/level.ts.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RegistryWrite } from "../../src/master/registry/registry.ts";
import { MIN_SAMPLES } from "../harness.ts";
import type { Report } from "../harness.ts";
import { AGENTS, admit, operate, unreachable } from "./entries.ts";
import { besideFloor, settle, took } from "./floor.ts";

type Writes = readonly RegistryWrite[];
interface Opened {
  apply(writes: Writes): Promise<void>;
  readAll(): Promise<number>;
  close(): Promise<void>;
}
type Open = (directory: string) => Promise<Opened>;

/**
 * What the libraries' modules look like to us; they are not among our dependencies, so their types are not known here.
 */
interface LmdbModule {
  open(options: object): {
    transaction(what: () => void): Promise<void>;
    put(key: string, value: Uint8Array): void;
    remove(key: string): void;
    getRange(): Iterable<{ value: Uint8Array }>;
    readonly flushed: Promise<void>;
    close(): Promise<void>;
  };
}
interface SqliteModule {
  readonly default: new (file: string) => {
    pragma(text: string): void;
    exec(text: string): void;
    prepare(text: string): { run(...values: unknown[]): void; iterate(): Iterable<{ value: Uint8Array }> };
    close(): void;
  };
}
interface LevelModule {
  readonly ClassicLevel: new (directory: string, options: object) => {
    open(): Promise<void>;
    batch(operations: readonly object[], options: object): Promise<void>;
    values(): AsyncIterable<Uint8Array>;
    close(): Promise<void>;
  };
}

const PACKAGES: Readonly<Record<string, (module: unknown) => Open>> = {
  "classic-level": (module) => async (directory) => {
    const db = new (module as LevelModule).ClassicLevel(directory, { keyEncoding: "utf8", valueEncoding: "view" });
    await db.open();
    return {
      apply: (writes) => db.batch(
        writes.map(({ key, value }) => (value === undefined ? { type: "del", key } : { type: "put", key, value })), { sync: true },
      ),
      readAll: async () => {
        let bytes = 0;
        for await (const value of db.values()) bytes += value.length;
        return bytes;
      },
      close: () => db.close(),
    };
  },
  lmdb: (module) => async (directory) => {
    const db = (module as LmdbModule).open({ path: join(directory, "db"), encoding: "binary", overlappingSync: false });
    return {
      apply: async (writes) => {
        await db.transaction(() => {
          for (const { key, value } of writes) {
            if (value === undefined) db.remove(key);
            else db.put(key, value);
          }
        });
        await db.flushed;
      },
      readAll: async () => {
        let bytes = 0;
        for (const { value } of db.getRange()) bytes += value.length;
        return bytes;
      },
      close: () => db.close(),
    };
  },
  "better-sqlite3": (module) => async (directory) => {
    const db = new (module as SqliteModule).default(join(directory, "db"));
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.exec("CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID");
    const put = db.prepare("INSERT OR REPLACE INTO entry VALUES (?, ?)");
    const remove = db.prepare("DELETE FROM entry WHERE key = ?");
    const all = db.prepare("SELECT value FROM entry");
    return {
      apply: async (writes) => {
        db.exec("BEGIN");
        for (const { key, value } of writes) {
          if (value === undefined) remove.run(key);
          else put.run(key, value);
        }
        db.exec("COMMIT");
      },
      readAll: async () => {
        let bytes = 0;
        for (const { value } of all.iterate()) bytes += value.length;
        return bytes;
      },
      close: async () => db.close(),
    };
  },
};

const SINGLES = 3_000;
const BURST = 1_000;

export async function compareLibraries(report: Report): Promise<void> {
  for (const [name, adapt] of Object.entries(PACKAGES)) {
    const module: unknown = await import(name).catch(() => undefined);
    if (module === undefined) report.say(`${name}: not installed`);
    else await measureLibrary(report, name, adapt(module));
  }
}

async function measureLibrary(report: Report, name: string, open: Open): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "allot-bench-"));
  const entries = new Map<string, Uint8Array>();
  let store = await open(directory);
  let all: RegistryWrite[] = Array.from({ length: AGENTS }, (_, n) => operate(entries, admit(n))).flat();
  report.add(`${name}: all in one batch`, "ms", [await took(() => store.apply(all))]);
  all = [];
  await settle();
  await besideFloor(report, `${name}: one admitted`, SINGLES, (n) => store.apply(operate(entries, admit(AGENTS + n))));
  const bursts: number[] = [];
  for (let n = 0; n < MIN_SAMPLES; n++) {
    const burst = Array.from({ length: BURST }, (_, i) => operate(entries, unreachable(n * BURST + i))).flat();
    bursts.push(await took(() => store.apply(burst)));
  }
  report.add(`${name}: ${BURST} marked unreachable`, "ms", bursts);
  await store.close();
  const reads: number[] = [];
  for (let n = 0; n < MIN_SAMPLES; n++) {
    reads.push(await took(async () => {
      store = await open(directory);
      await store.readAll();
    }));
    await store.close();
  }
  report.add(`${name}: opened and read`, "ms", reads);
  const bytes = readdirSync(directory, { recursive: true }).reduce((sum, file) => sum + statSync(join(directory, String(file))).size, 0);
  report.add(`${name}: on disk`, "MB", [bytes / 1e6]);
  rmSync(directory, { recursive: true, force: true });
}
