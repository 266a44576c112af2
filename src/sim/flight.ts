/** A master at the hands of its host: with a flight recorder in between, or without. */
import { FlightRecorder } from "../master/flight/recorder.ts";
import type { FlightCore, FlightSink } from "../master/flight/flight.ts";
import type { Master } from "../master/master.ts";
import type { Core } from "./master-host.ts";

/** Short, so that a run has many. */
const SEGMENT_BYTES = 128 * 1024;
/** Steps of what a recorder does beside its batches, per batch. */
const PUMPS = 8;

export interface Pilot extends Omit<FlightCore, "master"> {
  /** The program ends, and has the time to say so. */
  end(why: string): void;
}

export function pilotOf(master: Master, { step, afterBatch }: Core, sink: FlightSink | undefined, nowMs: number): Pilot {
  const core: FlightCore = {
    master,
    step: (event, atMs, out) => step(master, event, atMs, out),
    afterBatch: (atMs, out) => afterBatch(master, atMs, out),
  };
  if (sink === undefined) return { ...core, end() {} };
  const { authorizer: _authorizer, crammd5: _crammd5, ...options } = master.options;
  const origin = { options, acls: undefined, hasCredentials: false };
  const recorder = new FlightRecorder({ core, origin, sink, segmentBytes: SEGMENT_BYTES, nowMs });
  return {
    step: (event, atMs, out) => recorder.step(event, atMs, out),
    afterBatch(atMs, out) {
      recorder.afterBatch(atMs, out);
      for (let i = 0; i < PUMPS; i++) recorder.pump();
    },
    end: (why) => recorder.end(why),
  };
}
