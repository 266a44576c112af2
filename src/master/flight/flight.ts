/**
 * The flight record: everything a master is told, so that what it did can be done again and looked at, later and elsewhere
 * (`allot simulate --replay`). A master is a function of its options and its events; so the record holds the options, every
 * event that reaches `step` with its time and number, where batches end, and the answers of what the core asks in the middle
 * of a step (CRAM-MD5). What follows from these is not in it, except to be compared: two bytes about the effects of every
 * step, a hash of all state now and then, and the lines of the audit.
 *
 *     run        one process of a master: segments 1, 2, 3 … of frames, the oldest of which may be gone
 *     segment    first a frame that says all that is needed to begin here, but for the state the master was in; that follows
 *                in pieces among the batches (the first segment of a run needs none)
 *     frame      length, check of the length, checksum, payload; the last one of a run may be torn
 *     batch      the events of one turn of the loop
 *
 *     hash bytes values       how all of it is written          frame reader    what a file is made of, and taking it apart
 *     event batch             what happens                      image           all state of a master as values
 *     segment                 what one begins with              recorder        the one who writes, beside the core
 *
 * Secrets: the Authorization header is left out. Bodies are in the record as they came, with what is in them.
 */
import type { MasterEvent } from "../event.ts";
import type { Master } from "../master.ts";
import type { MasterOptions } from "../options.ts";
import type { Outbox } from "../outbox.ts";

/** Where the bytes go: files (shell/flight), or a list in the simulator. */
export interface FlightSink {
  /** Begins a segment; what is written from now on belongs to it. */
  roll(segment: number): void;
  /** Takes a copy of these bytes, a whole frame; false: there is no room, and nothing was taken. */
  write(frame: Uint8Array): boolean;
  /** Is there so much room that a long record may go on, or one that has stopped begin again? */
  readonly isAtEase: boolean;
}

/** What does not come from events: the options, but for what is made of functions, and what makes those again. */
export interface FlightOrigin {
  readonly options: Omit<MasterOptions, "authorizer" | "crammd5">;
  /** The JSON of --acls; undefined without. */
  readonly acls: unknown;
  /** There are credentials; their answers are in the record. */
  readonly hasCredentials: boolean;
}

/** What a recorded master does, from its driver's point of view. */
export interface FlightCore {
  readonly master: Master;
  step(event: MasterEvent, nowMs: number, out: Outbox): void;
  afterBatch(nowMs: number, out: Outbox): void;
}
