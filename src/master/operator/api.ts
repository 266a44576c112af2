/**
 * The operator API, POST /api/v1: one call, one answer (http-v1 §4.2, §7). What may be read is in `read.ts` and, where
 * answers are long, `read-state.ts`; SUBSCRIBE opens a stream of events (`subscribe.ts`, `../news.ts`); the calls that
 * change the cluster are listed in `write.ts`, those that belong together share a file.
 *
 * This file: the checks in their order, and the table of verbs. To add one, write its file and name it here.
 */
import type { Call_Type } from "../../model/gen/master.ts";
import { readOperatorCall } from "../../wire/v1/operator.ts";
import type { OperatorCall } from "../../wire/v1/operator.ts";
import { responseMedia } from "../../wire/v1/media.ts";
import type { MediaType } from "../../wire/v1/media.ts";
import { noteChange } from "../audit.ts";
import { OPERATOR_CALLS } from "../authorize/verbs.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { plainRefusal, text } from "../responses.ts";
import { operatorCallError } from "../validate/operator-call.ts";
import { READ_VERBS } from "./read.ts";
import { READ_STATE_VERBS } from "./read-state.ts";
import { subscribe } from "./subscribe.ts";
import { WRITE_VERBS } from "./write.ts";

/** A call that has passed the checks every call passes. */
export interface Question {
  readonly master: Master;
  readonly call: OperatorCall;
  readonly request: HttpRequest;
  /** The form of the answer. */
  readonly media: MediaType;
  readonly nowMs: number;
  readonly out: Outbox;
}

/** Answers a call; undefined when the answer comes by the outbox. */
export type Verb = (question: Question) => HttpResponse | undefined;

const VERBS: Readonly<Partial<Record<Call_Type, Verb>>> = {
  ...READ_VERBS,
  ...READ_STATE_VERBS,
  ...WRITE_VERBS,
  SUBSCRIBE: subscribe,
};

export function operatorApi(
  master: Master, request: HttpRequest, nowMs: number, out: Outbox,
): HttpResponse | undefined {
  const read = readOperatorCall(request.headers["content-type"], request.body);
  if (!read.ok) return text(read.error.status, read.error.message);
  const call = read.value;
  const type = call.type ?? "UNKNOWN";
  if (OPERATOR_CALLS[type].changes) noteChange(master, request, type);
  const invalid = operatorCallError(call);
  if (invalid !== undefined) return text(400, `Failed to validate master::Call: ${invalid}`);
  const media = responseMedia(request.headers["accept"]);
  if (!media.ok) return text(media.error.status, media.error.message);
  const verb = VERBS[type];
  if (type === "UNKNOWN" || verb === undefined) return plainRefusal("CALL_UNKNOWN");
  return verb({ master, call, request, media: media.value, nowMs, out });
}
