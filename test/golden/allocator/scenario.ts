/**
 * Recordings of the original allocator, and the machinery that replays them against any engine.
 *
 *     format.ts        the file format as types (steps, expectations, final state)
 *     under-test.ts    AllocatorUnderTest: the interface an engine implements to be replayed  <- start here to plug one in
 *     scenario.ts      loading .jsonl and .jsonl.gz
 *     named/ corpus/   the recordings: one rule per named file; 25 families of random scenarios, 62 of each
 *
 * A recording is only touched by reading; a new one comes from a run of the original, never from our own output.
 */
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { RecordedScenario } from "./format.ts";

const here = dirname(fileURLToPath(import.meta.url));

/** Reads all scenarios of one .jsonl or .jsonl.gz file, one per line. */
export function loadScenarios(file: string): RecordedScenario[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text.split("\n").filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as RecordedScenario);
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
  const path = join(here, folder);
  return readdirSync(path).filter((name) => name.includes(".jsonl")).sort().map((name) => join(path, name));
}
