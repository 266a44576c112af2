// Made by `npm run generate` from src/wire/proto/duration.proto. Do not edit.
import type {
  Duration,
} from "../../model/gen/duration.ts";
import { draftOf, finishMessage, readInt64, skipField, writeInt64 } from "../binary.ts";
import type { Draft, WireReader, Writer } from "../binary.ts";
import { makeCodec } from "../codec.ts";
import * as durationShapes from "./shapes/duration.ts";

export function encodeDuration(w: Writer, m: Duration): void {
  if (m.seconds !== undefined) { w.uint32(8); writeInt64(w, m.seconds); }
  if (m.nanos !== undefined) { w.uint32(16).int32(m.nanos); }
}

const DurationDraft = draftOf<Duration>();
export function decodeDuration(r: WireReader, end: number, into?: Duration): Duration {
  const m = (into ?? new DurationDraft()) as Draft<Duration>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.seconds = readInt64(r); break;
      case 16: m.nanos = r.int32(); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Duration;
}

/** google.protobuf.Duration */
export const DurationCodec = makeCodec<Duration>(durationShapes.Duration, encodeDuration, decodeDuration);
