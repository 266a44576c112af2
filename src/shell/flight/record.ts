/**
 * A master's flight record: the recorder, its files, and the clockwork that gives both their time. What is half done (a state,
 * a hash) gets a few milliseconds at a time, so that nobody waits for it; while a state is taken only events do.
 */
import { FlightRecorder } from "../../master/flight/recorder.ts";
import type { FlightCore, FlightOrigin } from "../../master/flight/flight.ts";
import type { Outbox } from "../../master/outbox.ts";
import { ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import type { Clock, Log } from "../../ports.ts";
import { openFlightFiles } from "./files.ts";

const DEFAULT_MOST_BYTES = 1024 ** 3;
/** So often is written what has been collected, and is gone on with what is half done. */
const BEAT_MS = 50;
/** Longest time one beat takes for that, and longest time a state is taken in one go. */
const PUMP_MS = 2;
const PREPARE_MS = 4;
/** All files together hold about so many segments. */
const SEGMENTS = 8;

export interface FlightRecordOptions {
  readonly directory: string;
  /** What all records in the directory may take; a gigabyte if not given. */
  readonly mostBytes: number | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** How long a disk is left alone that has refused. */
  readonly retryMs?: number;
}

export interface FlightRecord {
  readonly recorder: FlightRecorder;
  /** A batch has been stepped. True: call again when others have had their turn, and step nothing before. */
  prepare(nowMs: number, out: Outbox): boolean;
  /** The run is over, and this is why. Resolves when it is written. */
  close(why: string): Promise<void>;
}

/** Begins one for this master, which has not taken an event yet. */
export function openFlightRecord(core: FlightCore, origin: FlightOrigin, options: FlightRecordOptions): Result<FlightRecord> {
  const { directory, mostBytes = DEFAULT_MOST_BYTES, clock, log, retryMs } = options;
  const nowMs = clock.nowMs();
  const run = `${new Date(nowMs).toISOString().replace(/[-:]/g, "")}-${origin.options.id.slice(0, 8)}`;
  const files = openFlightFiles({ directory, run, mostBytes, log, ...(retryMs !== undefined && { retryMs }) });
  if (!files.ok) return files;
  const sink = files.value;
  const recorder = new FlightRecorder({ core, origin, sink, segmentBytes: mostBytes / SEGMENTS, nowMs });
  let lost = 0;
  const beat = setInterval(() => {
    const endAtMs = performance.now() + PUMP_MS;
    while (performance.now() < endAtMs && recorder.pump());
    sink.flush();
    if (recorder.lost === lost || sink.isRefused) return;
    log.warn({ directory, events: recorder.lost - lost }, "The flight record goes on; it misses events, and says so");
    lost = recorder.lost;
  }, BEAT_MS);
  beat.unref();
  log.info({ directory, run }, "This master writes a flight record");
  return ok({
    recorder,
    prepare(atMs, out) {
      const endAtMs = performance.now() + PREPARE_MS;
      while (recorder.prepare(atMs, out)) if (performance.now() >= endAtMs) return true;
      return false;
    },
    async close(why) {
      clearInterval(beat);
      recorder.end(why);
      await sink.close();
    },
  });
}
