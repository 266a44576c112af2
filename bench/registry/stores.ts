/**
 * Which library keeps the registry on disk? Our pattern on each that can be installed: one batch at a time, durable
 * before anything goes on; small batches while the master runs; everything read when it starts.
 *
 *     npm install --no-save lmdb@3 better-sqlite3@12
 *     npx esbuild bench/registry/stores.ts --bundle --format=esm --platform=node --packages=external --outfile=dist/bench/stores.mjs
 *     node dist/bench/stores.mjs
 *
 * The figures and the choice stand at the head of src/shell/store/level.ts.
 */
import { mkdtempSync, rmSync, statSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { admit, operate, unreachable } from "./entries.ts";

type Writes = readonly { readonly key: string; readonly value?: Uint8Array }[];
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

const AGENTS = 50_000;
const SINGLES = 1_000;

async function took(what: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await what();
  return performance.now() - from;
}

const ms = (value: number): string => `${value >= 100 ? value.toFixed(0) : value.toFixed(2)} ms`;

for (const [name, adapt] of Object.entries(PACKAGES)) {
  const module: unknown = await import(name).catch(() => undefined);
  if (module === undefined) {
    console.log(`${name}: not installed`);
    continue;
  }
  const open = adapt(module);
  const directory = mkdtempSync(join(tmpdir(), "allot-stores-"));
  const entries = new Map<string, Uint8Array>();
  let store = await open(directory);
  const all = Array.from({ length: AGENTS }, (_, n) => operate(entries, admit(n))).flat();
  const first = await took(() => store.apply(all));
  const singles: number[] = [];
  for (let n = 0; n < SINGLES; n++) singles.push(await took(() => store.apply(operate(entries, admit(AGENTS + n)))));
  singles.sort((a, b) => a - b);
  const burst = await took(() => store.apply(Array.from({ length: 1_000 }, (_, n) => operate(entries, unreachable(n))).flat()));
  await store.close();
  const reads: number[] = [];
  for (let n = 0; n < 3; n++) {
    reads.push(await took(async () => {
      store = await open(directory);
      await store.readAll();
    }));
    await store.close();
  }
  const size = readdirSync(directory, { recursive: true }).reduce((sum, file) => sum + statSync(join(directory, String(file))).size, 0);
  console.log(
    `${name.padEnd(16)} 50,000 in one batch ${ms(first)}; one: p50 ${ms(singles[SINGLES * 0.5]!)}, p99 ${ms(singles[SINGLES * 0.99]!)}, ` +
      `max ${ms(singles.at(-1)!)}; 1,000 moved ${ms(burst)}; opened and read ${ms(Math.min(...reads))}; ${(size / 1e6).toFixed(0)} MB`,
  );
  rmSync(directory, { recursive: true, force: true });
}
