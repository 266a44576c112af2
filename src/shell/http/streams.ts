/**
 * The open event streams of one front door. What a reader does not take at once waits in a queue of ours: records, not
 * copies of them, so that a thousand operators who stopped reading share the bytes of what they miss. A queue may be long
 * for a moment, when much is said at once; it may be much shorter (MAX_STALLED_…) once its reader has taken nothing for
 * MAX_STREAM_STALL_MS. One record more and the stream is cut, and the core hears `stream-closed`, exactly as if the client
 * had gone. All queues together are bounded, too (MAX_STREAMS_QUEUE_BYTES): beyond that the slowest readers go first.
 *
 * One record, the state that an operator's stream begins with, may be longer than that. It is made little by little,
 * and what is written meanwhile waits behind it.
 */
import type { ServerResponse } from "node:http";
import type { Content } from "../../master/event.ts";
import {
  ANSWER_STALL_TIMEOUT_MS, MAX_LONG_ANSWERS, MAX_LONG_RECORDS_BYTES, MAX_RECORDS_MADE_AT_ONCE, MAX_STALLED_QUEUE_BYTES,
  MAX_STALLED_QUEUE_RECORDS, MAX_STREAM_QUEUE_BYTES, MAX_STREAM_QUEUE_RECORDS, MAX_STREAM_STALL_MS,
  MAX_STREAMS_QUEUE_BYTES,
} from "../../model/limits.ts";
import { recordHead } from "../../wire/recordio.ts";
import { LONG_ANSWER_BYTES } from "./answer.ts";
import { makeAll } from "./pieces.ts";

interface Stream {
  readonly response: ServerResponse;
  /** Records that wait for their reader, the oldest first; those before `next` have gone. */
  waiting: Uint8Array[];
  next: number;
  waitingBytes: number;
  /** When its reader last took something, or began to have something waiting. */
  tookAtMs: number;
  /** A long record is being made: everything waits behind it. */
  isMaking: boolean;
  /** It waits for its connection to close, and is given nothing more. */
  isCut: boolean;
  /** Bytes of a long record that its reader has not taken yet: they do not count. */
  longBytes: number;
}

export class Streams {
  readonly #open = new Map<string, Stream>();
  readonly #onClosed: (stream: string) => void;
  readonly #nowMs: () => number;
  /** Streams whose reader has not taken a long record yet. */
  readonly #long = new Set<string>();
  /** The records that wait, each with the number of queues it waits in. */
  readonly #held = new Map<Uint8Array, number>();
  #heldBytes = 0;
  /** Of the long records that were not taken yet. */
  #longBytes = 0;
  /** Long records that are to be made, and for whom some are being made. */
  readonly #line: { readonly stream: string; readonly open: Stream; readonly content: Content }[] = [];
  readonly #making = new Set<Stream>();

  constructor(onClosed: (stream: string) => void, nowMs = () => performance.now()) {
    this.#onClosed = onClosed;
    this.#nowMs = nowMs;
  }

  add(stream: string, response: ServerResponse): void {
    this.#open.set(stream, {
      response, waiting: [], next: 0, waitingBytes: 0, tookAtMs: 0, isMaking: false, isCut: false, longBytes: 0,
    });
    response.on("close", () => this.#gone(stream));
    response.on("drain", () => this.#taken(stream));
    response.on("timeout", () => response.destroy());
  }

  write(stream: string, bytes: Uint8Array): void {
    const open = this.#open.get(stream);
    if (open === undefined || open.isCut) return;
    const { response } = open;
    if (open.isMaking || response.writableNeedDrain) {
      this.#hold(open, bytes);
      while (this.#heldBytes > MAX_STREAMS_QUEUE_BYTES) this.#cut(this.#slowest());
    } else {
      response.write(bytes);
    }
    const queuedBytes = response.writableLength - open.longBytes + open.waitingBytes;
    const queued = open.waiting.length - open.next;
    if (queuedBytes <= MAX_STALLED_QUEUE_BYTES && queued <= MAX_STALLED_QUEUE_RECORDS) return;
    const isTooMuch = queuedBytes > MAX_STREAM_QUEUE_BYTES || queued > MAX_STREAM_QUEUE_RECORDS;
    if (isTooMuch || this.#nowMs() - open.tookAtMs > MAX_STREAM_STALL_MS) this.#cut(open);
  }

  #hold(open: Stream, bytes: Uint8Array): void {
    if (open.waiting.length === 0) open.tookAtMs = this.#nowMs();
    open.waiting.push(bytes);
    open.waitingBytes += bytes.length;
    const times = this.#held.get(bytes) ?? 0;
    this.#held.set(bytes, times + 1);
    if (times === 0) this.#heldBytes += bytes.length;
  }

  #release(bytes: Uint8Array): void {
    const times = this.#held.get(bytes)! - 1;
    if (times > 0) return void this.#held.set(bytes, times);
    this.#held.delete(bytes);
    this.#heldBytes -= bytes.length;
  }

  /** Of those with something waiting, whose reader has taken nothing for longest; there is one. */
  #slowest(): Stream {
    let slowest: Stream | undefined;
    for (const open of this.#open.values()) {
      if (open.waiting.length > open.next && (slowest === undefined || open.tookAtMs < slowest.tookAtMs)) slowest = open;
    }
    return slowest!;
  }

  #cut(open: Stream): void {
    open.isCut = true;
    this.#forgetWaiting(open);
    open.response.destroy();
  }

  #forgetWaiting(open: Stream): void {
    while (open.next < open.waiting.length) this.#release(open.waiting[open.next++]!);
    open.waiting = [];
    open.next = 0;
    open.waitingBytes = 0;
  }

  writeLong(stream: string, content: Content): void {
    const open = this.#open.get(stream);
    if (open === undefined) return;
    open.isMaking = true;
    this.#line.push({ stream, open, content });
    this.#makeNext();
  }

  /** Few at a time: each is there as a whole when it is made. */
  #makeNext(): void {
    while (this.#making.size < MAX_RECORDS_MADE_AT_ONCE && this.#line.length > 0) {
      const { stream, open, content } = this.#line.shift()!;
      if (this.#open.get(stream) !== open || open.isCut) continue;
      this.#making.add(open);
      makeAll(content, open.response, (chunks) => {
        this.#making.delete(open);
        if (this.#open.get(stream) === open && !open.isCut) this.#writeRecord(stream, open, chunks);
        this.#makeNext();
      });
    }
  }

  #writeRecord(stream: string, open: Stream, chunks: readonly Uint8Array[]): void {
    const { response } = open;
    const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    if (length > LONG_ANSWER_BYTES) {
      const isTooMuch = this.#long.size > 0 && this.#longBytes + length > MAX_LONG_RECORDS_BYTES;
      if (isTooMuch || this.#long.size >= MAX_LONG_ANSWERS) return this.#cut(open);
      this.#long.add(stream);
      response.setTimeout(ANSWER_STALL_TIMEOUT_MS);
      open.longBytes = length;
      this.#longBytes += length;
    }
    response.write(recordHead(length));
    for (const chunk of chunks) response.write(chunk);
    open.isMaking = false;
    open.tookAtMs = this.#nowMs();
    if (!response.writableNeedDrain) this.#taken(stream);
  }

  end(stream: string): void {
    const open = this.#open.get(stream);
    this.#open.delete(stream);
    if (open === undefined) return;
    this.#forgetLong(stream, open);
    this.#sendWaiting(open, Infinity);
    open.response.end();
  }

  #taken(stream: string): void {
    const open = this.#open.get(stream);
    if (open === undefined) return;
    open.tookAtMs = this.#nowMs();
    if (this.#forgetLong(stream, open)) open.response.setTimeout(0);
    if (!open.isMaking) this.#sendWaiting(open);
  }

  #gone(stream: string): void {
    const open = this.#open.get(stream);
    if (open === undefined) return;
    this.#forgetLong(stream, open);
    this.#forgetWaiting(open);
    this.#open.delete(stream);
    if (this.#making.delete(open)) this.#makeNext();
    this.#onClosed(stream);
  }

  /** True: it had one. */
  #forgetLong(stream: string, open: Stream): boolean {
    this.#longBytes -= open.longBytes;
    open.longBytes = 0;
    return this.#long.delete(stream);
  }

  /** As many records as the reader takes now, or as are asked for: each stays a chunk of its own. */
  #sendWaiting(open: Stream, least = 0): void {
    const { response, waiting } = open;
    if (waiting.length === 0) return;
    for (let sent = 0; open.next < waiting.length && (sent < least || !response.writableNeedDrain); sent++) {
      const bytes = waiting[open.next++]!;
      open.waitingBytes -= bytes.length;
      this.#release(bytes);
      response.write(bytes);
    }
    if (open.next < waiting.length / 2) return;
    open.waiting = waiting.slice(open.next);
    open.next = 0;
  }
}
