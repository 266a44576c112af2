/**
 * Recordings of the original allocator, and the machinery that replays them against any engine.
 *
 *     under-test.ts    AllocatorUnderTest: the interface an engine implements to be replayed; start here to plug one in
 *     format.ts        the file format as types (steps, expectations, final state)
 *     scenario.ts      loading .jsonl and .jsonl.gz
 *     master-side.ts   what the master does in each step: calls of the interface, bookkeeping of offers and tasks
 *     replay.ts        plays steps, observes, compares with what was recorded
 *     difference.ts    comparing and saying readably what differs
 *     run.ts           the command line: files in, first differences out
 *     named/ corpus/   the recordings: one rule per named file; 25 families of random scenarios, 62 of each
 *
 * A recording is only touched by reading; a new one comes from a run of the original, never from our own output.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Unavailability } from "../../../src/model/gen/mesos.ts";
import type { RecordedScenario } from "./format.ts";

/** From the top of the project, where every command runs: the program of `run.ts` is bundled to somewhere else. */
const RECORDINGS = join("test", "golden", "allocator");

/** Reads all scenarios of one .jsonl or .jsonl.gz file, one per line. */
export function loadScenarios(file: string): RecordedScenario[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text.split("\n").filter((line) => line.trim() !== "").map(parse);
}

/** 64-bit numbers are bigint in wire values; of those only times occur here, and only below "unavailability". */
function parse(line: string): RecordedScenario {
  if (!line.includes('"unavailability"')) return JSON.parse(line) as RecordedScenario;
  const revive = (key: string, value: unknown): unknown => (key === "unavailability" ? withBigints(value) : value);
  return JSON.parse(line, revive) as RecordedScenario;
}

interface Time {
  readonly nanoseconds: number;
}

function withBigints(unavailability: unknown): Unavailability | null {
  if (unavailability === null) return null;
  const { start, duration } = unavailability as { readonly start: Time; readonly duration?: Time };
  const big = ({ nanoseconds }: Time): { nanoseconds: bigint } => ({ nanoseconds: BigInt(nanoseconds) });
  return { start: big(start), duration: duration && big(duration) };
}

/** Paths of the hand-written recordings, by name. */
export function namedFiles(): string[] {
  return filesIn("named");
}

/** Paths of the random families, by name. */
export function corpusFiles(): string[] {
  return filesIn("corpus");
}

function filesIn(folder: string): string[] {
  const path = join(RECORDINGS, folder);
  return readdirSync(path).filter((name) => name.includes(".jsonl")).sort().map((name) => join(path, name));
}
