/** The executor API on the wire: calls in, events out. */
import type { Call, Event } from "../../model/gen/executor.ts";
import type { Result } from "../../model/result.ts";
import { CallCodec, EventCodec } from "../gen/executor.ts";
import { encodeAs, readCall } from "./media.ts";
import type { MediaType, Refusal } from "./media.ts";

export type ExecutorCall = Call;
export type ExecutorEvent = Event;

/** The call of a request to /api/v1/executor, or the 400 or 415 to answer. */
export function readExecutorCall(contentType: string | undefined, body: Uint8Array): Result<ExecutorCall, Refusal> {
  return readCall(CallCodec, contentType, body);
}

/** One record of an executor's event stream, not framed yet. */
export function encodeExecutorEvent(event: ExecutorEvent, media: MediaType): Uint8Array {
  return encodeAs(EventCodec, event, media);
}
