/**
 * M10, the registry: admit, mark unreachable and recover with 50,000 agents, on each store, and beside it what Mesos'
 * registrar does in principle: one file that holds everything, written again for each batch.
 * With ALLOT_BENCH_ZK=zk://host:port/path the store in ZooKeeper is measured too.
 */
import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recoverRegistry } from "../../src/master/registry/recover.ts";
import type { RegistryEntries, RegistryWrite } from "../../src/master/registry/registry.ts";
import type { Store } from "../../src/ports.ts";
import { createClock } from "../../src/shell/clock.ts";
import { openLevelStore } from "../../src/shell/store/level.ts";
import { createZooKeeperStore } from "../../src/shell/store/zookeeper.ts";
import { Session } from "../../src/shell/zookeeper/session.ts";
import { parseZooKeeperUrl } from "../../src/shell/zookeeper/url.ts";
import type { Question, Report, Suite } from "../harness.ts";
import { admit, operate, unreachable } from "./entries.ts";

const AGENTS = 50_000;
const SINGLES = 300;
const BURST = 1_000;

/** A store that can be left without a word, as a master that dies does, and opened again. */
interface Place {
  readonly name: string;
  open(): Promise<Store>;
  remove(): Promise<void>;
}

interface Goals {
  /** ms at the 99th percentile; ms */
  readonly admit?: number;
  readonly recover?: number;
}

function question(id: string, place: () => Place | undefined, singles: number, goals: Goals): Question {
  return {
    id,
    name: `${AGENTS.toLocaleString("en")} agents in the registry: ${id === "M10n" ? "everything in one file" : id === "M10z" ? "ZooKeeper" : "the embedded store"}`,
    run: async (report) => {
      const where = place();
      if (where === undefined) return report.say("not measured: ALLOT_BENCH_ZK is not set");
      try {
        await measure(report, where, singles, goals);
      } finally {
        await where.remove();
      }
    },
  };
}

async function measure(report: Report, place: Place, singles: number, goals: Goals): Promise<void> {
  let store = await place.open();
  const entries = new Map(await store.load());
  const all = Array.from({ length: AGENTS }, (_, n) => operate(entries, admit(n)));
  report.add("all admitted in one batch", "ms", [await took(() => store.apply(all))]);
  const admits: number[] = [];
  const floors: number[] = [];
  const floor = await openFloor();
  for (let n = 0; n < singles; n++) {
    const writes = operate(entries, admit(AGENTS + n));
    admits.push(await took(() => store.apply([writes])));
    floors.push(await took(floor.write));
  }
  await floor.remove();
  const p99 = (samples: readonly number[]): number => samples.toSorted((a, b) => a - b)[Math.floor(0.99 * samples.length)]!;
  report.add("one agent admitted (goal is for p99)", "ms", admits, {
    ...(goals.admit === undefined ? {} : { goal: goals.admit }), ratio_floor: p99(admits) / p99(floors),
  });
  report.add("  floor: 1 kB appended to a file and synced", "ms", floors);
  if (goals.admit !== undefined && p99(admits) > goals.admit) {
    report.say(`p99 MISSED: ${p99(admits).toFixed(2)} ms, where the disk and this machine alone take ${p99(floors).toFixed(2)} ms`);
  }
  const burst = Array.from({ length: BURST }, (_, n) => operate(entries, unreachable(n)));
  report.add(`${BURST} agents marked unreachable, one batch`, "ms", [await took(() => store.apply(burst))]);
  const one = operate(entries, unreachable(BURST));
  report.add("one agent marked unreachable", "ms", [await took(() => store.apply([one]))]);
  await store.close();
  const opens: number[] = [];
  const decodes: number[] = [];
  for (let n = 0; n < 3; n++) {
    let loaded: RegistryEntries = new Map();
    opens.push(await took(async () => {
      store = await place.open();
      loaded = await store.load();
    }));
    decodes.push(await took(async () => void check(loaded, entries)));
    await store.close();
  }
  report.add("opened and read", "ms", opens, goals.recover === undefined ? {} : { goal: goals.recover });
  report.add("its records decoded", "ms", decodes);
}

/** What a durable write costs here and now, without any store. */
async function openFloor(): Promise<{ write(): Promise<void>; remove(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), "allot-bench-"));
  const file = await open(join(directory, "floor"), "a");
  const record = new Uint8Array(1_000).fill(7);
  return {
    write: async () => {
      await file.write(record);
      await file.datasync();
    },
    remove: async () => {
      await file.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function check(loaded: RegistryEntries, expected: RegistryEntries): void {
  const recovered = recoverRegistry(loaded);
  if (!recovered.ok) throw new Error(recovered.error);
  if (loaded.size !== expected.size || recovered.value.unreachable.size !== BURST + 1) throw new Error(`${loaded.size} entries came back`);
}

async function took(what: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await what();
  return performance.now() - from;
}

function levelPlace(): Place {
  const directory = mkdtempSync(join(tmpdir(), "allot-bench-"));
  return { name: "level", open: () => openLevelStore(directory), remove: async () => rmSync(directory, { recursive: true, force: true }) };
}

/** Everything in one file, made anew for each batch. */
function naivePlace(): Place {
  const directory = mkdtempSync(join(tmpdir(), "allot-bench-"));
  const file = join(directory, "registry");
  const open = async (): Promise<Store> => {
    const entries = new Map<string, Uint8Array>();
    const bytes = await Promise.resolve().then(() => readFileSync(file)).catch(() => Buffer.alloc(0));
    for (let at = 0; at < bytes.length;) {
      const [key, value] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
      entries.set(bytes.toString("utf8", at + 8, at + 8 + key), bytes.subarray(at + 8 + key, at + 8 + key + value));
      at += 8 + key + value;
    }
    return {
      load: async () => new Map(entries),
      apply: async (batch: readonly (readonly RegistryWrite[])[]) => {
        for (const { key, value } of batch.flat()) {
          if (value === undefined) entries.delete(key);
          else entries.set(key, value);
        }
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
  };
  return { name: "naive", open, remove: async () => rmSync(directory, { recursive: true, force: true }) };
}

function zookeeperPlace(): Place | undefined {
  const text = process.env["ALLOT_BENCH_ZK"];
  if (text === undefined) return undefined;
  const url = parseZooKeeperUrl(`${text}/bench-${process.pid}-${Date.now()}`);
  if (!url.ok) throw new Error(url.error);
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const begin = (): Session => new Session({
    url: url.value, timeoutMs: 10_000, pingsPerTimeout: 6, clock: createClock(), log: silent,
    onLost: (why) => {
      throw new Error(why);
    },
  });
  return {
    name: "zookeeper",
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
    },
  };
}

export const registrySuite: Suite = {
  name: "registry",
  gate: async () => {
    const place = levelPlace();
    const store = await place.open();
    const entries = new Map<string, Uint8Array>();
    await store.apply(Array.from({ length: 100 }, (_, n) => operate(entries, admit(n))));
    await store.close();
    const again = await place.open();
    if ((await again.load()).size !== entries.size) throw new Error("the embedded store does not give back what it was given");
    await again.close();
    await place.remove();
  },
  questions: [
    question("M10", levelPlace, SINGLES, { admit: 2, recover: 1_000 }),
    question("M10n", naivePlace, 20, {}),
    question("M10z", zookeeperPlace, SINGLES, { recover: 10_000 }),
  ],
};
