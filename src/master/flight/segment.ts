/** What a segment begins with: who is recorded, which event is the first, and what was lost before it. */
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { ByteReader } from "./bytes.ts";
import type { ByteWriter } from "./bytes.ts";
import type { FlightOrigin } from "./flight.ts";
import { readValue, writeValue } from "./value.ts";

export interface SegmentHead {
  readonly segment: number;
  /** Number of the first event in it, from 1. */
  readonly firstEvent: number;
  readonly atMs: number;
  /** Events before the first one that are not in the record, because the disk could not take them. */
  readonly lost: number;
  /** The state of the master follows; without it the master is a new one. */
  readonly hasState: boolean;
  readonly origin: FlightOrigin;
}

export function writeSegmentHead(writer: ByteWriter, { segment, firstEvent, atMs, lost, hasState, origin }: SegmentHead): void {
  writer.uint(segment);
  writer.uint(firstEvent);
  writer.f64(atMs);
  writer.uint(lost);
  writeValue(writer, hasState);
  writeValue(writer, origin);
}

export function readSegmentHead(payload: Uint8Array): Result<SegmentHead> {
  try {
    const reader = new ByteReader(payload);
    const [segment, firstEvent, atMs, lost] = [reader.uint(), reader.uint(), reader.f64(), reader.uint()];
    const [hasState, origin] = [readValue(reader) as boolean, readValue(reader) as FlightOrigin];
    return ok({ segment, firstEvent, atMs, lost, hasState, origin });
  } catch (error) {
    return err(`its first frame means nothing: ${(error as Error).message}`);
  }
}
