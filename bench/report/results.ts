/**
 * Results that are kept: one small file per run in bench/results, named after its day and commit.
 * `npm run bench -- --keep=FILE,FILE` makes one from what `--json` wrote, several suites in one; `npm run bench --
 * --report` makes the page and the README's table from all of them (`page.ts`, `readme.ts`).
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Machine, Measurement } from "../harness.ts";

const DIRECTORY = "bench/results";
/** What is measured when nobody says otherwise; another label is a peer's. */
export const OURS = "allot";

/** What `--json` writes. */
export interface Run {
  /** Whose figures these are. */
  readonly of: string;
  /** When it began, ISO 8601. */
  readonly date: string;
  readonly commit: string;
  readonly machine: Machine;
  readonly results: readonly Measurement[];
}

/** Merges runs into one that is kept; where two measured the same, the last one counts. Returns its file. */
export function keep(files: readonly string[]): string {
  const runs = files.map((file) => JSON.parse(readFileSync(file, "utf8")) as Run);
  const last = runs.at(-1)!;
  const stranger = runs.find(({ of, commit }) => of !== last.of || commit !== last.commit);
  if (stranger !== undefined) {
    throw new Error(`${stranger.of} at ${stranger.commit} and ${last.of} at ${last.commit} are not one run`);
  }
  const results = new Map<string, Measurement>();
  for (const result of runs.flatMap((run) => run.results)) {
    results.set(`${result.id} ${result.metric}`, { ...result, samples: [] });
  }
  const { of, date, commit, machine } = last;
  mkdirSync(DIRECTORY, { recursive: true });
  const name = [date.slice(0, 10), ...(of === OURS ? [] : [of.replace(/[^A-Za-z0-9.]+/g, "-")]), commit].join("-");
  const file = join(DIRECTORY, `${name}.json`);
  const lines = [...results.values()].map((result) => `  ${JSON.stringify(rounded(result))}`);
  const head = JSON.stringify({ of, date, commit, machine }).slice(0, -1);
  writeFileSync(file, `${head},"results":[\n${lines.join(",\n")}\n]}\n`);
  return file;
}

/** Four digits are more than any two runs have in common. */
function rounded(result: Measurement): Measurement {
  const round = (value: unknown): unknown => (typeof value === "number" ? Number(value.toPrecision(4)) : value);
  return Object.fromEntries(Object.entries(result).map(([key, value]) => [key, round(value)])) as unknown as Measurement;
}

/** All that were kept, oldest first. */
export function keptRuns(): Run[] {
  const files = readdirSync(DIRECTORY).filter((name) => name.endsWith(".json"));
  const runs = files.map((name) => JSON.parse(readFileSync(join(DIRECTORY, name), "utf8")) as Run);
  return runs.toSorted((a, b) => a.date.localeCompare(b.date));
}

interface Point {
  readonly run: Run;
  readonly result: Measurement;
}

/** One number over all runs. */
export interface Series {
  readonly id: string;
  readonly metric: string;
  readonly unit: string;
  /** Newest last; never empty. */
  readonly ours: readonly Point[];
  /** The newest of each peer that was measured in the same way. */
  readonly peers: readonly Point[];
}

/** Every number that was ever measured of ours, in the order of the newest run. */
export function seriesOf(runs: readonly Run[]): Series[] {
  const found = new Map<string, { ours: Point[]; peers: Map<string, Point> }>();
  for (const run of [...runs].reverse()) {
    for (const result of run.results) {
      const key = `${result.id} ${result.metric}`;
      const series = found.get(key) ?? { ours: [], peers: new Map<string, Point>() };
      found.set(key, series);
      if (run.of === OURS) series.ours.unshift({ run, result });
      else if (!series.peers.has(run.of)) series.peers.set(run.of, { run, result });
    }
  }
  return [...found.values()].filter(({ ours }) => ours.length > 0).map(({ ours, peers }) => {
    const { id, metric, unit } = ours.at(-1)!.result;
    return { id, metric, unit, ours, peers: [...peers.values()] };
  });
}

/** Of a run, the number its goal is for. */
export function figureOf({ goal_at = "p50", ...result }: Measurement): number {
  return result[goal_at];
}

/** What Mesos does: measured by the same harness if it was, else as it was recorded before. */
export function mesosFigure({ ours, peers }: Series): { readonly value: number; readonly isMeasured: boolean } | undefined {
  const measured = peers.find(({ run }) => /mesos/i.test(run.of));
  if (measured !== undefined) return { value: figureOf(measured.result), isMeasured: true };
  const value = ours.at(-1)!.result.mesos;
  return value === undefined ? undefined : { value, isMeasured: false };
}
