/**
 * Frames: what a segment's file is made of, and the only thing that is known of bytes before they are understood.
 *
 *     u32 length of the payload | u32 check of the length | u32 checksum of the payload | payload, its first byte the kind
 *
 * The check of the length tells a torn end from a changed byte: only what was whole when it was begun may be cut short.
 */
import { MAX_FLIGHT_FRAME_BYTES } from "../../model/limits.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import type { ByteWriter } from "./bytes.ts";
import { checksum } from "./hash.ts";

export const FRAME_HEAD = 12;

export const KIND = {
  /** What the segment begins with (segment.ts). */
  SEGMENT: 1,
  /** Events of one turn (batch.ts). */
  BATCH: 2,
  /** A piece of the state at the beginning of the segment. */
  PIECE: 3,
  /** There are no more pieces; the hash of that state. */
  STATE: 4,
  /** A hash of all state is taken after this batch, and what it was, which is known some batches later. */
  MARK: 5,
  HASH: 6,
  /** The run is over: hash of all state, and why. */
  END: 7,
} as const;

export interface Frame {
  readonly kind: number;
  /** Without the kind. */
  readonly payload: Uint8Array;
  /** Where it begins in the file. */
  readonly at: number;
}

/** The first bytes of every file, and the version of all that follows. */
export const MAGIC = Uint8Array.of(0x41, 0x4c, 0x4c, 0x4f, 0x54, 0x46, 0x4c, 0x33);

/** Leaves room for the head, to be filled in by `endFrame`. */
export function beginFrame(writer: ByteWriter, kind: number): void {
  writer.clear();
  for (let i = 0; i < FRAME_HEAD; i++) writer.u8(0);
  writer.u8(kind);
}

export function endFrame(writer: ByteWriter): Uint8Array {
  const { length } = writer;
  const sum = checksum(writer.bytes, FRAME_HEAD, length);
  writer.length = 0;
  writer.u32(length - FRAME_HEAD);
  writer.u32(checkOf(length - FRAME_HEAD));
  writer.u32(sum);
  writer.length = length;
  return writer.written;
}

/**
 * The next frame of a file; undefined at its end; `torn` when the file ends in the middle of one. The error says what is
 * wrong with the bytes at `at`.
 */
export function readFrame(file: Uint8Array, at: number): Result<Frame | "torn" | undefined> {
  const left = file.length - at;
  if (left === 0) return ok(undefined);
  if (left < FRAME_HEAD) return ok("torn");
  const view = new DataView(file.buffer, file.byteOffset + at, Math.min(left, FRAME_HEAD));
  const length = view.getUint32(0, true);
  if (view.getUint32(4, true) !== checkOf(length)) return err("the length of a frame is not what was written");
  if (length === 0 || length > MAX_FLIGHT_FRAME_BYTES) return err(`a frame of ${length} bytes cannot be`);
  if (left < FRAME_HEAD + length) return ok("torn");
  const from = at + FRAME_HEAD;
  if (checksum(file, from, from + length) !== view.getUint32(8, true)) return err("the checksum of a frame does not agree with its bytes");
  return ok({ kind: file[from]!, payload: file.subarray(from + 1, from + length), at });
}

export function frameEnd({ at, payload }: Frame): number {
  return at + FRAME_HEAD + 1 + payload.length;
}

function checkOf(length: number): number {
  return (Math.imul(length, 0x9e3779b1) ^ 0xa5c3964b) >>> 0;
}
