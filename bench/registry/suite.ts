/**
 * M10, the registry: admit, mark unreachable and recover with 50,000 agents, on each store, and beside it what Mesos'
 * registrar does in principle: one file that holds everything, written again for each batch. M10s asks which library
 * should keep it on disk.
 *
 * What makes a single admission slow is not the store: in the second after 50,000 agents came at once, V8 marks the heap
 * on threads of its own and the database compacts, and on two cores whoever waits for a disk then waits for a processor,
 * 4 ms at a time, the floor no less than we. So that second is measured by itself, and the goal where the registry has
 * come to rest.
 */
import { recoverRegistry } from "../../src/master/registry/recover.ts";
import type { RegistryEntries } from "../../src/master/registry/registry.ts";
import { MIN_SAMPLES } from "../harness.ts";
import type { Question, Report, Suite } from "../harness.ts";
import { AGENTS, admit, operate, unreachable } from "./entries.ts";
import { besideFloor, settle, took } from "./floor.ts";
import { compareLibraries } from "./libraries.ts";
import { levelPlace, naivePlace, zookeeperPlace } from "./places.ts";
import type { Place } from "./places.ts";

const BURST = 1_000;

interface Plan {
  readonly id: string;
  readonly name: string;
  /** A text says why not. */
  place(): Promise<Place | string>;
  /** How often one agent is admitted. */
  readonly singles: number;
  /** How often everything else is done. */
  readonly rounds: number;
  /** ms: one admission at the 99th percentile; opened and read. */
  readonly goals: { readonly admitP99?: number; readonly recover?: number };
}

function question({ id, name, place, ...plan }: Plan): Question {
  return {
    id,
    name: `${AGENTS.toLocaleString("en")} agents in the registry: ${name}`,
    run: async (report) => {
      const where = await place();
      if (typeof where === "string") return report.say(`not measured: ${where}`);
      try {
        await measure(report, where, plan);
      } finally {
        await where.remove();
      }
    },
  };
}

async function measure(report: Report, place: Place, { singles, rounds, goals }: Omit<Plan, "id" | "name" | "place">): Promise<void> {
  let store = await place.open();
  const entries = new Map(await store.load());
  const all = Array.from({ length: AGENTS }, (_, n) => operate(entries, admit(n)));
  report.add("all admitted in one batch", "ms", [await took(() => store.apply(all))]);
  all.length = 0;
  let next = AGENTS;
  const one = (): Promise<void> => store.apply([operate(entries, admit(next++))]);
  await besideFloor(report, "one agent admitted, in the second after it", Math.min(300, singles), one);
  await settle();
  await besideFloor(report, "one agent admitted, at rest", singles, one, goals.admitP99);
  let marked = 0;
  const bursts: number[] = [];
  for (let n = 0; n < rounds; n++) {
    const burst = Array.from({ length: BURST }, () => operate(entries, unreachable(marked++)));
    bursts.push(await took(() => store.apply(burst)));
  }
  report.add(`${BURST} agents marked unreachable, one batch`, "ms", bursts);
  const marks: number[] = [];
  for (let n = 0; n < 10 * rounds; n++) marks.push(await took(() => store.apply([operate(entries, unreachable(marked++))])));
  report.add("one agent marked unreachable", "ms", marks);
  await store.close();
  const opens: number[] = [];
  const decodes: number[] = [];
  for (let n = 0; n < rounds; n++) {
    let loaded: RegistryEntries = new Map();
    opens.push(await took(async () => {
      store = await place.open();
      loaded = await store.load();
    }));
    decodes.push(await took(() => check(loaded, entries, marked)));
    await store.close();
  }
  report.add("opened and read", "ms", opens, goals.recover === undefined ? {} : { goal: goals.recover });
  report.add("its records decoded", "ms", decodes);
}

function check(loaded: RegistryEntries, expected: RegistryEntries, marked: number): void {
  const recovered = recoverRegistry(loaded);
  if (!recovered.ok) throw new Error(recovered.error);
  if (loaded.size !== expected.size || recovered.value.unreachable.size !== marked) throw new Error(`${loaded.size} entries came back`);
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
    question({
      id: "M10", name: "the embedded store", place: async () => levelPlace(),
      // Enough that the database changes its log and compacts meanwhile.
      singles: 10_000, rounds: MIN_SAMPLES, goals: { admitP99: 2, recover: 1_000 },
    }),
    question({ id: "M10n", name: "everything in one file", place: async () => naivePlace(), singles: 100, rounds: 3, goals: {} }),
    question({ id: "M10z", name: "ZooKeeper, three servers", place: zookeeperPlace, singles: 2_000, rounds: 3, goals: { recover: 10_000 } }),
    { id: "M10s", name: "which library keeps it on disk", run: compareLibraries },
  ],
};
