/**
 * A recorded run, taken apart. All its frames are looked at before the first is believed: bytes that changed are found, and
 * named, before anything is done again.
 */
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { ByteReader } from "./bytes.ts";
import { frameEnd, KIND, MAGIC, readFrame } from "./frame.ts";
import type { Frame } from "./frame.ts";
import { readSegmentHead } from "./segment.ts";
import type { SegmentHead } from "./segment.ts";

/** A segment's file: read when it is its turn, since a run may be longer than the memory. */
export interface SegmentFile {
  readonly name: string;
  read(): Uint8Array;
}

export interface CheckedRun {
  readonly segments: readonly CheckedSegment[];
  /** How many bytes the end is short of a whole frame. */
  readonly isTorn: boolean;
}

export interface CheckedSegment {
  readonly file: SegmentFile;
  readonly head: SegmentHead;
  /** A replay can begin here: with a new master, or with the state that is in it. */
  readonly isStart: boolean;
}

/**
 * Reads all files, in order. The first segments may be gone, and others if those after them hold a whole state. One that comes
 * after events that are missing and does not hold it whole is of no use: it counts as missing, too, and those that go on with it.
 */
export function checkRun(files: readonly SegmentFile[]): Result<CheckedRun> {
  const segments: CheckedSegment[] = [];
  /** The file that ends in the middle of a frame. */
  let torn: string | undefined;
  let isUseless = false;
  for (const file of files) {
    const checked = checkSegment(file);
    if (!checked.ok) return checked;
    const { segment } = checked.value;
    const before = segments.at(-1)?.head.segment;
    const tornBefore = torn;
    if (checked.value.isTorn) torn = file.name;
    // A process may end between making a file and writing its first frame; a disk may take no more.
    if (segment === undefined) continue;
    isUseless = !segment.isStart && (isUseless || segment.head.lost > 0);
    if (isUseless) continue;
    // What was torn is over where a whole state comes.
    if (tornBefore !== undefined && !segment.isStart) {
      return err(`${tornBefore} ends in the middle of a frame, and ${file.name} comes after it`);
    }
    if (!checked.value.isTorn) torn = undefined;
    if (before !== undefined && segment.head.segment !== before + 1 && !segment.isStart) {
      return err(`Segment ${before + 1} is missing: ${file.name} is segment ${segment.head.segment}, and a replay cannot begin there`);
    }
    segments.push(segment);
  }
  const start = segments.findIndex(({ isStart }) => isStart);
  if (start < 0) return err("There is no segment a replay can begin with: none has a whole state, and the first one of the run is gone");
  return ok({ segments: segments.slice(start), isTorn: torn !== undefined });
}

function checkSegment(file: SegmentFile): Result<{ readonly segment: CheckedSegment | undefined; readonly isTorn: boolean }> {
  const bytes = file.read();
  const isForeign = MAGIC.some((byte, at) => at < bytes.length && bytes[at] !== byte);
  if (isForeign) return err(`${file.name} is no flight record of this version: it does not begin with "ALLOTFL3"`);
  if (bytes.length < MAGIC.length) return ok({ segment: undefined, isTorn: true });
  let head: SegmentHead | undefined;
  let hasWholeState = false;
  for (let at = MAGIC.length; ; ) {
    const frame = readFrame(bytes, at);
    if (!frame.ok) return err(`${file.name}, byte ${at}: ${frame.error}`);
    if (frame.value === undefined || frame.value === "torn") {
      const isTorn = frame.value === "torn";
      const isStart = head !== undefined && (!head.hasState || hasWholeState);
      return ok({ segment: head && { file, head, isStart }, isTorn });
    }
    if ((at === MAGIC.length) !== (frame.value.kind === KIND.SEGMENT)) {
      return err(`${file.name}, byte ${at}: a frame of kind ${frame.value.kind} where none can be`);
    }
    if (frame.value.kind === KIND.SEGMENT) {
      const read = readSegmentHead(frame.value.payload);
      if (!read.ok) return err(`${file.name}: ${read.error}`);
      head = read.value;
    }
    hasWholeState ||= frame.value.kind === KIND.STATE;
    at = frameEnd(frame.value);
  }
}

/** The frames of a file that has been checked. */
export function* framesOf(bytes: Uint8Array): Generator<Frame> {
  for (let at = MAGIC.length; ; ) {
    const frame = readFrame(bytes, at);
    if (!frame.ok || frame.value === undefined || frame.value === "torn") return;
    yield frame.value;
    at = frameEnd(frame.value);
  }
}

/** The state a segment begins with, all pieces of it. */
export function stateIn(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (const { kind, payload } of framesOf(bytes)) if (kind === KIND.PIECE) pieces.push(new ByteReader(payload).block());
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
