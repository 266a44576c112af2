/**
 * Does what a master's effects say, with the real ports: messages, answers, streams, timers, cycles, log. Effects come in
 * order and only when they may be seen (drive.ts); what they cause later comes back as events.
 */
import type { HttpRequest, MasterEvent, Readings, StreamId, Timer } from "../master/event.ts";
import type { Effect } from "../master/outbox.ts";
import { text } from "../master/responses.ts";
import type { AlarmClock, Kernel, Log } from "../ports.ts";
import { mediaTypeName } from "../wire/v1/media.ts";
import type { MediaType } from "../wire/v1/media.ts";
import { encodeOperatorEvent } from "../wire/v1/operator.ts";
import type { OperatorEvent } from "../wire/v1/operator.ts";
import { encodeSchedulerRecord } from "../wire/v1/scheduler.ts";
import { encodeRecord } from "../wire/recordio.ts";
import type { FrontDoor } from "./http/front-door.ts";
import { Alarms } from "./alarms.ts";
import { createTurnstile } from "./turnstile.ts";

export interface HandsOptions {
  readonly door: FrontDoor;
  readonly clock: AlarmClock;
  readonly kernel: Kernel;
  readonly log: Log;
  offer(event: MasterEvent): void;
  /** What is measured when the core asks for it. */
  readings?(): Readings;
  /** Between two readers of /metrics/snapshot (turnstile.ts); undefined: they need not wait. */
  readonly metricsIntervalMs?: number | undefined;
  /** Makes the log tell more for a while. */
  setVerbosity?(level: number, forMs: number): void;
  /** We cannot go on: the allocator's pool is broken, or the core gives up leadership. */
  onFailed(error: Error): void;
}

export interface Hands {
  carryOut(effects: readonly Effect[]): void;
  /** The front door's word that a stream has gone. */
  onStreamClosed(stream: StreamId): void;
  /** Disarms every timer. */
  close(): void;
}

export function createHands(options: HandsOptions): Hands {
  const { door, clock, kernel, log, offer, readings = () => ({}), setVerbosity = () => {}, onFailed } = options;
  const alarms = new Alarms<Timer>(clock, (timer) => offer({ type: "timer", timer }));
  const media = new Map<StreamId, MediaType>();
  const { transport } = door;
  const turnstile = createTurnstile(options.metricsIntervalMs, clock);

  /** Encodes the event once for all readers of a form. */
  const publish = (streams: readonly StreamId[], event: OperatorEvent): void => {
    const records = new Map<MediaType, Uint8Array>();
    for (const stream of streams) {
      const type = media.get(stream);
      if (type === undefined) continue;
      const record = records.get(type) ?? encodeRecord(encodeOperatorEvent(event, type));
      records.set(type, record);
      door.write(stream, record);
    }
  };

  const measure = (request: HttpRequest): void => {
    const pass = (): void => offer({ type: "request", request: { ...request, readings: readings() } });
    if (!/^\/+metrics\/+snapshot(\/|$)/.test(request.path)) return pass();
    turnstile.enter({
      isHere: () => door.isWaiting(request.id),
      pass,
      turnAway: () => door.reply(request.id, text(503, "Too many wait for the metrics, try again")),
    });
  };

  const carryOutOne = (effect: Effect): void => {
    switch (effect.kind) {
      case "send":
        return transport.send(effect.fromActor, effect.to, effect.message);
      case "broadcast":
        for (const to of effect.to) transport.send(effect.fromActor, to, effect.message);
        return;
      case "link":
        return transport.link(effect.to);
      case "relink":
        return transport.relink(effect.to);
      case "unlink":
        return transport.unlink(effect.to);
      case "reply":
        return door.reply(effect.request, effect.response);
      case "measure":
        return measure(effect.request);
      case "open":
        media.set(effect.stream, effect.media);
        return door.open(effect.request, effect.stream, {
          ...effect.headers,
          "Content-Type": mediaTypeName(effect.media),
        });
      case "write": {
        const type = media.get(effect.stream);
        if (type !== undefined) door.write(effect.stream, encodeSchedulerRecord(effect.event, type));
        return;
      }
      case "publish":
        return publish(effect.streams, effect.event);
      case "record":
        return door.writeLong(effect.stream, effect.content);
      case "end":
        media.delete(effect.stream);
        return door.end(effect.stream);
      case "arm":
        return alarms.arm(effect.key, effect.timer, effect.atMs);
      case "disarm":
        return alarms.disarm(effect.key);
      case "allocate":
        kernel.run(effect.job).then((result) => offer({ type: "allocated", result }), onFailed);
        return;
      case "verbosity":
        return setVerbosity(effect.level, effect.forMs);
      case "resign":
        log.error({}, effect.why);
        return onFailed(new Error(effect.why));
      case "log":
        return log[effect.level](effect.fields, effect.text);
    }
  };

  return {
    carryOut: (effects) => effects.forEach(carryOutOne),
    onStreamClosed: (stream) => {
      media.delete(stream);
      offer({ type: "stream-closed", stream });
    },
    close: () => {
      turnstile.close();
      alarms.clear();
    },
  };
}
