/**
 * `allot simulate --replay=DIR`: does what a recorded master did again, compares, and tells what happened. Exit code 1 when
 * something cannot be read, or does not go as it was recorded.
 */
import { readFileSync } from "node:fs";
import { checkRun } from "../master/flight/read.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import { findRuns } from "../shell/flight/runs.ts";
import type { RecordedRun } from "../shell/flight/runs.ts";
import { runInline } from "../shell/pool/inline.ts";
import { linesOf } from "../sim/flight-lines.ts";
import { replay } from "../sim/replay.ts";
import type { Happening, Outcome } from "../sim/replay.ts";
import { findKernel } from "./engine.ts";
import { optional, path, text } from "./flags.ts";

const moment = { check: (value: string) => (readMoment(value).ok ? undefined : `Expected the number of an event or a time, not '${value}'`) };

export const REPLAY_FLAGS = {
  replay: optional(path, "Instead of a simulation: replay the flight record in this directory (of --flight_record, or of one run in it)."),
  from: optional(text, "Tell what happened from this event or time on: 1200, or 2026-11-20T04:00:00Z.", moment),
  to: optional(text, "Tell what happened until this event or time.", moment),
  grep: optional(text, "Tell only of events of which a line, or one of what followed, matches this regular expression.", {
    check: (value) => {
      try {
        new RegExp(value);
      } catch (error) {
        return (error as Error).message;
      }
      return undefined;
    },
  }),
};

export interface ReplayWishes extends Shown {
  readonly directory: string;
  /** Tell only whether all went as recorded. */
  readonly quiet: boolean;
}

interface Shown {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly grep: string | undefined;
}

/** Resolves with the exit code. */
export function replayRecord({ directory, quiet, ...shown }: ReplayWishes): number {
  const runs = findRuns(directory);
  if (!runs.ok) {
    console.error(runs.error);
    return 1;
  }
  const kernel = new WebAssembly.Module(readFileSync(findKernel()));
  let failed = 0;
  for (const run of runs.value) failed += replayRun(run, kernel, quiet ? undefined : shownBy(shown)) ? 0 : 1;
  return failed === 0 ? 0 : 1;
}

/** All frames are looked at first: a record that is damaged is not replayed at all. */
function replayRun({ name, files }: RecordedRun, kernel: WebAssembly.Module, isShown: IsShown | undefined): boolean {
  const run = checkRun(files);
  if (!run.ok) {
    console.error(`${name}: ${run.error}`);
    return false;
  }
  const outcome = replay(run.value, {
    kernel,
    runKernel: runInline(kernel),
    ...(isShown !== undefined && {
      onHappening: (happening: Happening) => {
        const lines = linesOf(happening, timeText);
        if (lines.length > 0 && isShown(happening, lines)) console.log(lines.join("\n"));
      },
    }),
    onLost: (first, last) => console.log(`Events ${first} to ${last} are not in the record: the disk could not take them`),
  });
  if (run.value.isTorn) console.log(`${name}: the last frame is torn: what was under way when the process ended is missing`);
  console[outcome.divergence === undefined ? "log" : "error"](verdict(name, outcome));
  return outcome.divergence === undefined;
}

function verdict(name: string, { divergence, firstEvent, lastEvent, lost, hashes, hash, ended }: Outcome): string {
  if (divergence !== undefined) return `${name}: does not go as recorded: ${divergence}`;
  const missing = lost === 0 ? "" : `, ${lost} of them missing`;
  const end = ended === undefined ? "the record has no end" : `the end: ${ended}`;
  return `${name}: events ${firstEvent} to ${lastEvent}${missing} as recorded, all state compared ${hashes} times, hash ${hash}; ${end}`;
}

type IsShown = (happening: Happening, lines: readonly string[]) => boolean;

function shownBy({ from, to, grep }: Shown): IsShown {
  const [first, last] = [boundOf(from), boundOf(to)];
  const pattern = grep === undefined ? undefined : new RegExp(grep);
  let number = 0;
  return (happening, lines) => {
    if (happening.number > 0) ({ number } = happening);
    const { atMs } = happening;
    if (first !== undefined && (first.isTime ? atMs < first.value : number < first.value)) return false;
    if (last !== undefined && (last.isTime ? atMs > last.value : number > last.value)) return false;
    return pattern === undefined || lines.some((line) => pattern.test(line));
  };
}

interface Bound {
  readonly value: number;
  readonly isTime: boolean;
}

function boundOf(written: string | undefined): Bound | undefined {
  const read = written === undefined ? undefined : readMoment(written);
  return read?.ok === true ? read.value : undefined;
}

function readMoment(written: string): Result<Bound> {
  if (/^\d+$/.test(written)) return ok({ value: Number(written), isTime: false });
  const atMs = Date.parse(written);
  return Number.isNaN(atMs) ? err("no moment") : ok({ value: atMs, isTime: true });
}

function timeText(atMs: number): string {
  return new Date(atMs).toISOString();
}
