/**
 * SUBSCRIBE gives an operator the state, and from then on every change of it (CEV-01, CEV-02). `../news.ts` says what
 * the changes are.
 */
import { EventCodec, Event_SubscribedCodec } from "../../wire/gen/master.ts";
import { mediaTypeName } from "../../wire/v1/media.ts";
import type { MediaType } from "../../wire/v1/media.ts";
import { viewerOf } from "../authorize/viewer.ts";
import type { Viewer } from "../authorize/viewer.ts";
import { HEARTBEAT_INTERVAL_MS } from "../calls/heartbeat.ts";
import type { StreamId } from "../event.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import type { Question } from "./api.ts";
import { contentOf, short } from "./long.ts";
import { stateLists } from "./read-state.ts";

/** With one subscriber too many the oldest has to go. */
export function subscribe({ master, request, media, nowMs, out }: Question): undefined {
  const { id, streamId } = request;
  for (const oldest of master.subscribers.keys()) {
    if (master.subscribers.size < master.options.maxOperatorSubscribers) break;
    out.log("info", "closing the event stream of the operator who subscribed first: too many have", { stream: oldest });
    forgetSubscriber(master, oldest, out);
    out.end(oldest);
  }
  master.subscribers.set(streamId, request.principal);
  out.open(id, streamId, media, { "Content-Type": mediaTypeName(media) });
  tellState(master, streamId, media, viewerOf(master, request.principal), out);
  subscriberHeartbeat(master, streamId, nowMs, out);
}

/** Sends one and arms the next. */
export function subscriberHeartbeat(master: Master, stream: StreamId, nowMs: number, out: Outbox): void {
  if (!master.subscribers.has(stream)) return;
  out.publish([stream], { type: "HEARTBEAT" });
  out.arm({ kind: "subscriber-heartbeat", stream }, nowMs + HEARTBEAT_INTERVAL_MS);
}

/** The operator has gone; false: this stream is no operator's. */
export function forgetSubscriber(master: Master, stream: StreamId, out: Outbox): boolean {
  if (!master.subscribers.delete(stream)) return false;
  out.disarm({ kind: "subscriber-heartbeat", stream });
  return true;
}

function tellState(master: Master, stream: StreamId, media: MediaType, viewer: Viewer, out: Outbox): void {
  const interval = { heartbeat_interval_seconds: HEARTBEAT_INTERVAL_MS / 1000 };
  const parts = [{ name: "get_state", parts: stateLists(master, viewer) }, short(Event_SubscribedCodec, interval)];
  const event = [short(EventCodec, { type: "SUBSCRIBED" }), { name: "subscribed", parts }];
  out.record(stream, contentOf(EventCodec.shape, event, media));
}
