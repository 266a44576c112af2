/**
 * A recorded run done again: the same core takes the same events at the same times, and everything is compared that the
 * record has to compare with: the effects of each step, the hashes of all state, the state at the beginning of each segment.
 * The first thing that differs is named with the number of its event.
 */
import { createAllocator } from "../allocator/hierarchical.ts";
import type { CycleJob, CycleResult } from "../allocator/allocator.ts";
import { ByteReader } from "../master/flight/bytes.ts";
import { auditsOf, digestOf } from "../master/flight/effects.ts";
import { readEvent } from "../master/flight/event.ts";
import type { FlightOrigin } from "../master/flight/flight.ts";
import { KIND } from "../master/flight/frame.ts";
import { imageOf, masterFrom } from "../master/flight/image.ts";
import { framesOf, stateIn } from "../master/flight/read.ts";
import type { CheckedRun, CheckedSegment } from "../master/flight/read.ts";
import { ENDS, NEXT, STEP } from "../master/flight/recorder.ts";
import { hashOf, readState } from "../master/flight/state.ts";
import { readValue } from "../master/flight/value.ts";
import type { Continuation, MasterEvent } from "../master/event.ts";
import { createMaster, step } from "../master/master.ts";
import type { Master } from "../master/master.ts";
import type { MasterOptions } from "../master/options.ts";
import { Outbox } from "../master/outbox.ts";
import type { Effect } from "../master/outbox.ts";
import { afterBatch } from "../master/schedule.ts";
import { readAcls } from "../model/acl/acls.ts";
import { createAuthorizer } from "../model/acl/authorizer.ts";

/** One event, done again. Number 0 is what follows from a whole batch. */
export interface Happening {
  readonly number: number;
  readonly atMs: number;
  readonly event: MasterEvent | undefined;
  readonly effects: readonly Effect[];
}

export interface ReplayOptions {
  readonly kernel: WebAssembly.Module;
  /** Runs the kernel in place. */
  runKernel(job: CycleJob): CycleResult;
  onHappening?(happening: Happening): void;
  /** Events that the record misses, and says so. */
  onLost?(first: number, last: number): void;
}

export interface Outcome {
  /** What did not go as recorded; undefined when all did. */
  readonly divergence: string | undefined;
  readonly firstEvent: number;
  readonly lastEvent: number;
  readonly lost: number;
  /** How often all state was compared. */
  readonly hashes: number;
  /** Of all state at the end, as it is now. */
  readonly hash: string;
  /** Why the run ended; undefined: it was cut off, and its last hash is missing. */
  readonly ended: string | undefined;
}

export function replay(run: CheckedRun, options: ReplayOptions): Outcome {
  const again = new Again(options);
  try {
    for (const segment of run.segments) again.segment(segment);
  } catch (error) {
    if (!(error instanceof Divergence)) throw error;
    again.divergence = error.message;
  }
  return again.outcome();
}

class Divergence extends Error {}

class Again {
  divergence: string | undefined;
  private readonly options: ReplayOptions;
  private readonly reader = new ByteReader();
  private readonly answers: unknown[] = [];
  private readonly marks = new Map<number, string>();
  private master: Master | undefined;
  private pending: Continuation[] = [];
  private job: CycleJob | undefined;
  private out = new Outbox();
  private persistsTaken = 0;
  private auditsFrom = 0;
  private firstEvent = 1;
  private events = 0;
  private lost = 0;
  private hashes = 0;
  private ended: string | undefined;
  private nowMs = 0;
  /** All state at the beginning of this segment. */
  private hashAtStart = "";

  constructor(options: ReplayOptions) {
    this.options = options;
  }

  segment({ file, head, isStart }: CheckedSegment): void {
    const bytes = file.read();
    const missing = this.master === undefined ? 0 : head.firstEvent - this.events - 1;
    if (missing < 0 || (missing > 0 && !isStart)) {
      throw new Divergence(`${file.name} begins with event ${head.firstEvent}, and the last one was ${this.events}`);
    }
    if (missing > 0) this.options.onLost?.(this.events + 1, head.firstEvent - 1);
    if (this.master === undefined) this.firstEvent = head.firstEvent;
    if (this.master === undefined || missing > 0) this.begin(head.origin, head.hasState ? stateIn(bytes) : undefined);
    this.lost += missing;
    this.events = head.firstEvent - 1;
    this.master!.answers.clear();
    if (head.hasState) this.hashAtStart = this.hash();
    this.reader.forgetSymbols();
    for (const { kind, payload } of framesOf(bytes)) {
      this.reader.read(payload);
      try {
        this.frame(kind);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw new Divergence(`${file.name} cannot be understood after event ${this.events}: ${error.message}`);
      }
    }
  }

  outcome(): Outcome {
    const { divergence, firstEvent, events, lost, hashes, ended } = this;
    return { divergence, firstEvent, lastEvent: events, lost, hashes, hash: this.hash(), ended };
  }

  private begin(origin: FlightOrigin, state: Uint8Array | undefined): void {
    const { kernel } = this.options;
    const options = optionsOf(origin, this.answers);
    this.out = new Outbox();
    this.persistsTaken = this.auditsFrom = 0;
    this.job = undefined;
    if (state === undefined) {
      this.master = createMaster(options, createAllocator(options.allocator, kernel));
      return;
    }
    const image = readState(state);
    this.master = masterFrom(image, options, kernel);
    this.pending = [...image.pending];
  }

  private frame(kind: number): void {
    switch (kind) {
      case KIND.BATCH:
        return this.batch();
      case KIND.STATE:
        return this.compareState(this.hashAtStart, this.reader.text(), "the state at the beginning of the segment");
      case KIND.HASH:
        return this.compareState(this.marks.get(this.reader.uint()) ?? "", this.reader.text(), "a hash of all state");
      case KIND.END: {
        const [events, hash, why] = [this.reader.uint(), this.reader.text(), this.reader.text()];
        this.ended = why;
        if (events !== this.events) throw new Divergence(`The record ends after event ${events}, and the last one in it is ${this.events}`);
        return this.compareState(this.hash(), hash, "the state at the end");
      }
    }
  }

  private batch(): void {
    const { reader } = this;
    const first = reader.uint();
    this.nowMs = reader.f64();
    if (first !== this.events + 1) throw new Divergence(`A batch begins with event ${first}, and the last one was ${this.events}`);
    while (reader.u8() === NEXT.EVENT) if (!this.event()) return;
    this.endBatch();
  }

  /** False: the run ended here. */
  private event(): boolean {
    const { reader, out } = this;
    this.events++;
    const event = readEvent(reader, () => {
      const next = this.pending.shift();
      if (next === undefined) throw new Divergence(`Event ${this.events} is a registry operation that nobody asked for`);
      return next;
    });
    const threw = reader.u8() === STEP.THREW ? reader.text() : undefined;
    let digest: number | undefined;
    if (threw === undefined) {
      for (let left = reader.uint(); left > 0; left--) this.answers.push(readValue(reader));
      digest = reader.u16();
    }
    if (event.type === "allocated") this.runCycle(event.result);
    this.act(`Event ${this.events} (${event.type})`, threw, digest, event, () => step(this.master!, event, this.nowMs, out));
    this.answers.length = 0;
    return threw === undefined;
  }

  private endBatch(): void {
    const { reader, out } = this;
    this.takePersists();
    const how = reader.u8();
    if (how === ENDS.OPEN) return this.compareAudits();
    const mark = how === ENDS.MARKED ? reader.uint() : undefined;
    const threw = how === ENDS.THREW ? reader.text() : undefined;
    const digest = threw === undefined ? reader.u16() : undefined;
    if (mark !== undefined) this.marks.set(mark, this.hash());
    this.act(`What follows event ${this.events}`, threw, digest, undefined, () => afterBatch(this.master!, this.nowMs, out));
    this.takePersists();
    if (threw === undefined) this.compareAudits();
    this.out = new Outbox();
    this.persistsTaken = this.auditsFrom = 0;
  }

  private compareAudits(): void {
    const { reader, out } = this;
    const was = Array.from({ length: reader.uint() }, () => readValue(reader));
    const is = auditsOf(out, this.auditsFrom);
    this.auditsFrom = out.effects.length;
    if (JSON.stringify(is) === JSON.stringify(was)) return;
    throw new Divergence(`The audit after event ${this.events} is ${JSON.stringify(is)}, and was recorded as ${JSON.stringify(was)}`);
  }

  /** What goes on when they are durable waits for its turn. */
  private takePersists(): void {
    const { persists } = this.out;
    while (this.persistsTaken < persists.length) this.pending.push(persists[this.persistsTaken++]!.then);
  }

  private act(what: string, threw: string | undefined, digest: number | undefined, event: MasterEvent | undefined, act: () => void): void {
    const { out } = this;
    const [effectsFrom, persistsFrom] = [out.effects.length, out.persists.length];
    let error: string | undefined;
    try {
      act();
    } catch (thrown) {
      error = (thrown as Error).message;
    }
    const effects = out.effects.slice(effectsFrom);
    for (const effect of effects) if (effect.kind === "allocate") this.job = effect.job;
    this.options.onHappening?.({ number: event === undefined ? 0 : this.events, atMs: this.nowMs, event, effects });
    if (error !== threw) {
      throw new Divergence(`${what} ${error === undefined ? "ended well" : `threw "${error}"`}, and was recorded to ${threw === undefined ? "end well" : `throw "${threw}"`}`);
    }
    if (digest !== undefined && digest !== digestOf(out, effectsFrom, persistsFrom)) {
      throw new Divergence(`${what} does not have the effects that were recorded`);
    }
  }

  /** A recorded cycle that did not come back never ran; any other gives the same rows again. */
  private runCycle(result: CycleResult): void {
    const { job } = this;
    if (result.status !== 0 || job?.cycle !== result.cycle) return;
    const { status } = this.options.runKernel(job);
    if (status !== 0) throw new Divergence(`The kernel answers ${status} to the cycle that event ${this.events} brought back`);
  }

  private compareState(is: string, was: string, what: string): void {
    this.hashes++;
    if (is !== was) throw new Divergence(`After event ${this.events} ${what} is ${is}, and was recorded as ${was}`);
  }

  private hash(): string {
    return this.master === undefined ? "" : hashOf(imageOf(this.master, this.pending));
  }
}

/** The options of the recorded master. What it knew and we do not comes from the record. */
function optionsOf({ options, acls, hasCredentials }: FlightOrigin, answers: unknown[]): MasterOptions {
  const read = acls === undefined ? undefined : readAcls(acls);
  return {
    ...options,
    ...(read?.ok === true && { authorizer: createAuthorizer(read.value) }),
    ...(hasCredentials && { crammd5: { challenge: () => String(answers.shift()), digest: () => answers.shift() as string | undefined } }),
  };
}
