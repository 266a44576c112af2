/** The operator API of the master on the wire: calls in, responses and events out. */
import type { Call, Event, Response } from "../../model/gen/master.ts";
import type { Result } from "../../model/result.ts";
import { CallCodec, EventCodec, ResponseCodec } from "../gen/master.ts";
import { encodeAs, readCall } from "./media.ts";
import type { MediaType, Refusal } from "./media.ts";

export type OperatorCall = Call;
export type OperatorEvent = Event;
export type OperatorResponse = Response;

/** The call of a request to the master's /api/v1, or the 400 or 415 to answer. */
export function readOperatorCall(contentType: string | undefined, body: Uint8Array): Result<OperatorCall, Refusal> {
  return readCall(CallCodec, contentType, body);
}

/** The body of an answer. */
export function encodeOperatorResponse(response: OperatorResponse, media: MediaType): Uint8Array {
  return encodeAs(ResponseCodec, response, media);
}

/** One record of an operator's event stream, not framed yet. */
export function encodeOperatorEvent(event: OperatorEvent, media: MediaType): Uint8Array {
  return encodeAs(EventCodec, event, media);
}
