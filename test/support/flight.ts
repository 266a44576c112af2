/** Flight records in memory: what a recorder wrote, as the files it would be in. */
import type { FlightSink } from "../../src/master/flight/flight.ts";
import { MAGIC } from "../../src/master/flight/frame.ts";
import { checkRun } from "../../src/master/flight/read.ts";
import type { SegmentFile } from "../../src/master/flight/read.ts";
import { replay } from "../../src/sim/replay.ts";
import type { Outcome, ReplayOptions } from "../../src/sim/replay.ts";
import { runInline } from "../../src/shell/pool/inline.ts";
import { kernelModule } from "./kernel-module.ts";

export interface KeptRecord extends FlightSink {
  /** Room for bytes; a test may take it away. */
  isFull: boolean;
  files(): SegmentFile[];
}

export function keptRecord(name = "run"): KeptRecord {
  const segments: Uint8Array[][] = [];
  return {
    isFull: false,
    get isAtEase() {
      return !this.isFull;
    },
    roll: () => void segments.push([MAGIC]),
    write(frame) {
      if (!this.isFull) segments.at(-1)!.push(frame.slice());
      return !this.isFull;
    },
    files: () => segments.map((parts, i) => fileOf(`${name}/${i + 1}`, Buffer.concat(parts))),
  };
}

export function fileOf(name: string, bytes: Uint8Array): SegmentFile {
  return { name, read: () => bytes };
}

/** What a replay of these files comes to; a file that cannot be read is an error. */
export function replayed(files: readonly SegmentFile[], rest: Partial<ReplayOptions> = {}): Outcome {
  const run = checkRun(files);
  if (!run.ok) throw new Error(run.error);
  return replay(run.value, { kernel: kernelModule, runKernel: runInline(kernelModule), ...rest });
}
