/** The executor API on the wire: calls in, events out. */
import type { Call, Event } from "../../model/gen/executor.ts";
import type { Result } from "../../model/result.ts";
import type { Writer } from "../binary.ts";
import { makeCodec } from "../codec.ts";
import { CallCodec, decodeEvent, encodeEvent, EventCodec } from "../gen/executor.ts";
import { encodeAgentInfo, encodeContainerID, encodeExecutorInfo, encodeFrameworkInfo } from "../gen/mesos.ts";
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
  return encodeAs(ExecutorEventCodec, media === "json" ? inNamedFields(event) : event, media);
}

/** What v1 does not declare has no name in JSON. */
function inNamedFields(event: ExecutorEvent): ExecutorEvent {
  if (event.subscribed?.agent_info.checkpoint === undefined) return event;
  const { agent_info: { checkpoint: _, ...agent_info }, ...subscribed } = event.subscribed;
  return { ...event, subscribed: { ...subscribed, agent_info } };
}

/**
 * Events as an agent streams them. Mesos makes the agent's info from its v0 form, and v1 does not declare `checkpoint` (7): it
 * is kept as an unknown field, which stands behind the known ones.
 */
export const ExecutorEventCodec = makeCodec<Event>(EventCodec.shape, writeEvent, decodeEvent);

function writeEvent(w: Writer, event: Event): void {
  const checkpoint = event.subscribed?.agent_info.checkpoint;
  if (event.type !== "SUBSCRIBED" || event.subscribed === undefined || checkpoint === undefined) return encodeEvent(w, event);
  const { executor_info, framework_info, agent_info, container_id } = event.subscribed;
  encodeEvent(w, { type: event.type });
  w.uint32(18).fork();
  w.uint32(10).fork();
  encodeExecutorInfo(w, executor_info);
  w.ldelim().uint32(18).fork();
  encodeFrameworkInfo(w, framework_info);
  w.ldelim().uint32(26).fork();
  encodeAgentInfo(w, { ...agent_info, checkpoint: undefined });
  w.uint32(56).bool(checkpoint).ldelim();
  if (container_id !== undefined) {
    w.uint32(34).fork();
    encodeContainerID(w, container_id);
    w.ldelim();
  }
  w.ldelim();
}
