/**
 * The recorder stands between a driver and its master: it takes the same two calls, writes down what they are given, and
 * makes them. It never waits. When its sink has no room the record stops, events are counted, and as soon as there is room
 * it begins again with a segment that says how many are missing and holds the state.
 *
 * A state is taken between the steps of a batch and its end, in as many calls of `prepare` as the driver likes to make, so that
 * sockets and timers need not wait for it; events do. It is written in pieces, whenever `pump` is called: the master goes on
 * meanwhile.
 */
import type { CramMd5 } from "../authenticate/crammd5.ts";
import type { Continuation, MasterEvent } from "../event.ts";
import type { Outbox } from "../outbox.ts";
import { ByteWriter } from "./bytes.ts";
import { auditsOf, digestOf } from "./effects.ts";
import { writeEvent } from "./event.ts";
import type { FlightCore, FlightOrigin, FlightSink } from "./flight.ts";
import { beginFrame, endFrame, KIND } from "./frame.ts";
import { imageOf, imageSize, imageSteps } from "./image.ts";
import type { MasterImage } from "./image.ts";
import { writeSegmentHead } from "./segment.ts";
import { hashOf, piecesOf } from "./state.ts";
import { writeValue } from "./value.ts";

/** A segment holds at least so many times the bytes of the state that the next one begins with: about so many per record. */
const EVENTS_PER_STATE = 4;
const STATE_BYTES_PER_RECORD = 512;
/** Hashes of all state, and states, are so far apart: a minute, and longer where there is much. */
const LEAST_BETWEEN_MARKS_MS = 60_000;
const BETWEEN_MARKS_MS_PER_RECORD = 3;

/** What follows in a batch: nothing more, or an event. */
export const NEXT = { END: 0, EVENT: 1 } as const;
/** How a step went. */
export const STEP = { DONE: 0, THREW: 1 } as const;
/** How a batch ends: `afterBatch` follows in the next segment, was called, was called after a hash was taken, or threw. */
export const ENDS = { OPEN: 0, SETTLED: 1, MARKED: 2, THREW: 3 } as const;

export interface RecorderOptions {
  readonly core: FlightCore;
  readonly origin: FlightOrigin;
  readonly sink: FlightSink;
  /** A segment of this many bytes is long enough. */
  readonly segmentBytes: number;
  readonly nowMs: number;
}

/** Why a state is taken at the end of a batch: for the next segment, or for a hash. */
interface Plan {
  readonly why: "roll" | "mark";
  readonly steps: Generator<void, MasterImage>;
  image: MasterImage | undefined;
}

/** A state or a hash that is being made. */
interface Job {
  readonly pieces: ReturnType<typeof piecesOf>;
  /** Number of the mark; undefined: the pieces are what the segment begins with. */
  readonly mark: number | undefined;
}

export class FlightRecorder {
  /** Events so far, and how many of them the record misses and says so; those it misses now come on top. */
  events = 0;
  lost = 0;
  private readonly options: RecorderOptions;
  private readonly batch = new ByteWriter();
  private readonly other = new ByteWriter();
  private readonly pending: Continuation[] = [];
  private readonly answers: unknown[] = [];
  private segment = 0;
  private segmentBytes = 0;
  /** The frame of a batch is begun. */
  private isOpen = false;
  /** Since which event nothing is recorded. */
  private lostFrom: number | undefined;
  /** First event of the batch; where in its outbox the audits begin that are not in the record yet. */
  private batchFrom = 1;
  private auditsFrom = 0;
  /** What is to be done at the end of this batch; "nothing" once that is known. */
  private plan: Plan | "nothing" | undefined;
  private job: Job | undefined;
  /** A frame of the job that found no room. */
  private unwritten: Uint8Array | undefined;
  private marks = 0;
  /** When all state was taken last, or the run began. */
  private takenMs: number;

  constructor(options: RecorderOptions) {
    this.options = options;
    this.takenMs = options.nowMs;
    this.beginSegment(options.nowMs, undefined);
  }

  /** The same, but what it says is in the record: it knows secrets, which a replay does not. */
  listening(crammd5: CramMd5): CramMd5 {
    const note = <T>(answer: T): T => {
      this.answers.push(answer);
      return answer;
    };
    return {
      challenge: () => note(crammd5.challenge()),
      digest: (principal, challenge) => note(crammd5.digest(principal, challenge)),
    };
  }

  step(event: MasterEvent, nowMs: number, out: Outbox): void {
    const { batch } = this;
    const isNext = event.type === "persisted" && event.then === this.pending[0];
    if (isNext) this.pending.shift();
    this.events++;
    if (this.isLost) return this.options.core.step(event, nowMs, out);
    if (!this.isOpen) this.openBatch(nowMs, this.events);
    batch.u8(NEXT.EVENT);
    writeEvent(batch, event, isNext);
    const [effects, persists] = [out.effects.length, out.persists.length];
    this.guarded(STEP.THREW, () => this.options.core.step(event, nowMs, out));
    batch.u8(STEP.DONE);
    batch.uint(this.answers.length);
    for (const answer of this.answers.splice(0)) writeValue(batch, answer);
    batch.u16(digestOf(out, effects, persists));
  }

  /**
   * A batch has been stepped. True: a state is being taken; until a call says false, or `afterBatch` takes the rest of it at
   * once, no event may be stepped. Each call takes a fraction of a millisecond.
   */
  prepare(nowMs: number, out: Outbox): boolean {
    const plan = (this.plan ??= this.planFor(nowMs, out));
    if (plan === "nothing" || plan.image !== undefined) return false;
    const { done, value } = plan.steps.next();
    if (done === true) plan.image = value;
    return done !== true;
  }

  private planFor(nowMs: number, out: Outbox): Plan | "nothing" {
    const { core: { master }, sink } = this.options;
    if (this.job !== undefined) return "nothing";
    const mayRoll = this.unwritten === undefined && !master.cycleRunning;
    const rolls = mayRoll && (this.isLost ? sink.isAtEase : this.isSegmentLong());
    if (!rolls && (this.isLost || !this.isMarkDue(nowMs))) return "nothing";
    this.takenMs = nowMs;
    const pending = [...this.pending, ...out.persists.map(({ then }) => then)];
    return { why: rolls ? "roll" : "mark", steps: imageSteps(master, pending), image: undefined };
  }

  /** Ends a batch: calls `afterBatch` of the core. */
  afterBatch(nowMs: number, out: Outbox): void {
    while (this.prepare(nowMs, out));
    const plan = this.plan === "nothing" ? undefined : this.plan;
    this.plan = undefined;
    this.answers.length = 0;
    for (const { then } of out.persists) this.pending.push(then);
    const asked = out.persists.length;
    if (plan?.why === "roll") this.roll(nowMs, out, plan.image!);
    this.settle(nowMs, out, plan?.why === "mark" ? plan.image : undefined);
    for (let i = asked; i < out.persists.length; i++) this.pending.push(out.persists[i]!.then);
    this.auditsFrom = 0;
  }

  private settle(nowMs: number, out: Outbox, marked: MasterImage | undefined): void {
    const { core } = this.options;
    if (this.isLost) return core.afterBatch(nowMs, out);
    if (!this.isOpen) this.openBatch(nowMs, this.events + 1);
    if (marked !== undefined) this.beginMark(marked);
    const [effects, persists] = [out.effects.length, out.persists.length];
    this.batch.u8(NEXT.END);
    this.guarded(ENDS.THREW, () => core.afterBatch(nowMs, out));
    this.batch.u8(marked === undefined ? ENDS.SETTLED : ENDS.MARKED);
    if (marked !== undefined) this.batch.uint(this.marks);
    this.batch.u16(digestOf(out, effects, persists));
    this.closeBatch(out);
  }

  /** Does a little of what is still to be written; true: there is more, and room for it. */
  pump(): boolean {
    if (!this.options.sink.isAtEase) return false;
    const { unwritten, job } = this;
    if (unwritten !== undefined) {
      if (!this.options.sink.write(unwritten)) return false;
      this.unwritten = undefined;
    }
    if (job === undefined) return false;
    const { done, value } = job.pieces.next();
    if (done === true) {
      this.job = undefined;
      beginFrame(this.other, job.mark === undefined ? KIND.STATE : KIND.HASH);
      if (job.mark !== undefined) this.other.uint(job.mark);
      this.other.text(value);
    } else {
      if (value === undefined || job.mark !== undefined) return true;
      beginFrame(this.other, KIND.PIECE);
      this.other.block(value);
    }
    const frame = endFrame(this.other);
    if (!this.options.sink.write(frame)) this.unwritten = frame.slice();
    return true;
  }

  /** The run is over: what is half written is finished, as far as there is room. Between two batches. */
  end(why: string): void {
    while (this.pump());
    if (this.isLost) return;
    beginFrame(this.other, KIND.END);
    this.other.uint(this.events);
    this.other.text(hashOf(imageOf(this.options.core.master, this.pending)));
    this.other.text(why);
    this.options.sink.write(endFrame(this.other));
  }

  private get isLost(): boolean {
    return this.lostFrom !== undefined;
  }

  /** What throws ends the run: the record says what and where. */
  private guarded(code: number, act: () => void): void {
    try {
      act();
    } catch (error) {
      this.batch.u8(code);
      this.batch.text(error instanceof Error ? error.message : String(error));
      this.options.sink.write(endFrame(this.batch));
      this.stop(this.events + 1);
      throw error;
    }
  }

  private openBatch(nowMs: number, firstEvent: number): void {
    this.batchFrom = firstEvent;
    this.isOpen = true;
    beginFrame(this.batch, KIND.BATCH);
    this.batch.uint(firstEvent);
    this.batch.f64(nowMs);
  }

  private closeBatch(out: Outbox): void {
    this.isOpen = false;
    const audits = auditsOf(out, this.auditsFrom);
    this.batch.uint(audits.length);
    for (const audit of audits) writeValue(this.batch, audit);
    const frame = endFrame(this.batch);
    if (this.options.sink.write(frame)) this.segmentBytes += frame.length;
    else this.stop(this.batchFrom);
  }

  /** From this event on nothing is recorded, until there is room again. */
  private stop(from: number): void {
    this.lostFrom = from;
    this.isOpen = false;
    this.job = undefined;
    this.unwritten = undefined;
  }

  private isSegmentLong(): boolean {
    const { segmentBytes, options: { core: { master } } } = this;
    return segmentBytes >= this.options.segmentBytes
      && segmentBytes >= EVENTS_PER_STATE * STATE_BYTES_PER_RECORD * imageSize(master);
  }

  private isMarkDue(nowMs: number): boolean {
    const sinceMs = nowMs - this.takenMs;
    return sinceMs >= LEAST_BETWEEN_MARKS_MS
      && sinceMs >= LEAST_BETWEEN_MARKS_MS + BETWEEN_MARKS_MS_PER_RECORD * imageSize(this.options.core.master);
  }

  /** Ends the segment in the middle of a batch: `afterBatch` of it belongs to the next one, which begins with the state. */
  private roll(nowMs: number, out: Outbox, image: MasterImage): void {
    if (this.isOpen) {
      this.batch.u8(NEXT.END);
      this.batch.u8(ENDS.OPEN);
      this.closeBatch(out);
    }
    this.auditsFrom = out.effects.length;
    this.beginSegment(nowMs, image);
  }

  private beginSegment(nowMs: number, image: MasterImage | undefined): void {
    const { sink, origin, core: { master } } = this.options;
    const firstEvent = this.events + 1;
    const lost = firstEvent - (this.lostFrom ?? firstEvent);
    this.segment++;
    sink.roll(this.segment);
    this.batch.forgetSymbols();
    this.other.forgetSymbols();
    beginFrame(this.other, KIND.SEGMENT);
    writeSegmentHead(this.other, { segment: this.segment, firstEvent, atMs: nowMs, lost, hasState: image !== undefined, origin });
    if (!sink.write(endFrame(this.other))) return this.stop(this.lostFrom ?? firstEvent);
    this.lost += lost;
    this.lostFrom = undefined;
    this.segmentBytes = 0;
    if (image === undefined) return;
    master.answers.clear();
    this.job = { pieces: piecesOf(image), mark: undefined };
  }

  private beginMark(image: MasterImage): void {
    this.marks++;
    this.job = { pieces: piecesOf(image), mark: this.marks };
  }
}
