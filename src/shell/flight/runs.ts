/** The recorded runs in a directory, for who replays them: the directory of one run, or of many. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { SegmentFile } from "../../master/flight/read.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { flightFilesIn } from "./files.ts";

export interface RecordedRun {
  readonly name: string;
  readonly files: readonly SegmentFile[];
}

/** Oldest first; at least one. */
export function findRuns(directory: string): Result<readonly RecordedRun[]> {
  try {
    const own = runIn(directory);
    if (own !== undefined) return ok([own]);
    const names = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const runs = names.sort().flatMap((name) => runIn(join(directory, name)) ?? []);
    return runs.length > 0 ? ok(runs) : err(`There is no flight record in ${directory}: give the directory of --flight_record`);
  } catch (error) {
    return err(`Cannot read a flight record in ${directory}: ${(error as Error).message}`);
  }
}

function runIn(directory: string): RecordedRun | undefined {
  const paths = flightFilesIn(directory);
  if (paths.length === 0) return undefined;
  const name = basename(directory);
  return { name, files: paths.map((path) => ({ name: `${name}/${basename(path)}`, read: () => readFileSync(path) })) };
}
