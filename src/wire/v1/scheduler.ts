/** The scheduler API on the wire: calls in, events out. */
import type { Call, Event } from "../../model/gen/scheduler.ts";
import type { Result } from "../../model/result.ts";
import { CallCodec, EventCodec } from "../gen/scheduler.ts";
import { encodeAs, encodeRecordAs, readCall } from "./media.ts";
import type { MediaType, Refusal } from "./media.ts";

export type SchedulerCall = Call;
export type SchedulerEvent = Event;

/** The call of a request to /api/v1/scheduler, or the 400 or 415 to answer. */
export function readSchedulerCall(contentType: string | undefined, body: Uint8Array): Result<SchedulerCall, Refusal> {
  return readCall(CallCodec, contentType, body);
}

/** One record of a scheduler's event stream, not framed yet. */
export function encodeSchedulerEvent(event: SchedulerEvent, media: MediaType): Uint8Array {
  return encodeAs(EventCodec, event, media);
}

/** The same, framed. What many schedulers are told, one after the other, is written once in each form. */
export function encodeSchedulerRecord(event: SchedulerEvent, media: MediaType): Uint8Array {
  if (event !== told) {
    told = event;
    records.json = records.protobuf = undefined;
  }
  return (records[media] ??= encodeRecordAs(EventCodec, event, media));
}

/** The last event that was written, and its records. */
let told: SchedulerEvent | undefined;
const records: Record<MediaType, Uint8Array | undefined> = { json: undefined, protobuf: undefined };
