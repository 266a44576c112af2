/**
 * The open event streams of one front door. What a reader does not take at once waits in a queue of ours: records, not
 * copies of them, so that a thousand operators who stopped reading share the bytes of what they miss. A queue may be long
 * for a moment, when much is said at once; it may be much shorter (MAX_STALLED_…) once its reader has taken nothing for
 * MAX_STREAM_STALL_MS. One record more and the stream is cut, and the core hears `stream-closed`, exactly as if the client
 * had gone.
 *
 * One record, the state that an operator's stream begins with, may be longer than that. It is made little by little,
 * and what is written meanwhile waits behind it.
 */
import type { ServerResponse } from "node:http";
import type { Content } from "../../master/event.ts";
import {
  MAX_LONG_ANSWERS, MAX_STALLED_QUEUE_BYTES, MAX_STALLED_QUEUE_RECORDS, MAX_STREAM_QUEUE_BYTES, MAX_STREAM_QUEUE_RECORDS,
  MAX_STREAM_STALL_MS,
} from "../../model/limits.ts";
import { recordHead } from "../../wire/recordio.ts";
import { LONG_ANSWER_BYTES, STALL_TIMEOUT_MS } from "./answer.ts";
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
  /** Bytes of a long record that its reader has not taken yet: they do not count. */
  longBytes: number;
}

export class Streams {
  readonly #open = new Map<string, Stream>();
  readonly #onClosed: (stream: string) => void;
  readonly #nowMs: () => number;
  /** Streams whose reader has not taken a long record yet. */
  readonly #long = new Set<string>();

  constructor(onClosed: (stream: string) => void, nowMs = () => performance.now()) {
    this.#onClosed = onClosed;
    this.#nowMs = nowMs;
  }

  add(stream: string, response: ServerResponse): void {
    this.#open.set(stream, {
      response, waiting: [], next: 0, waitingBytes: 0, tookAtMs: 0, isMaking: false, longBytes: 0,
    });
    response.on("close", () => this.#gone(stream));
    response.on("drain", () => this.#taken(stream));
    response.on("timeout", () => response.destroy());
  }

  write(stream: string, bytes: Uint8Array): void {
    const open = this.#open.get(stream);
    if (open === undefined) return;
    const { response } = open;
    if (open.isMaking || response.writableNeedDrain) {
      if (open.waiting.length === 0) open.tookAtMs = this.#nowMs();
      open.waiting.push(bytes);
      open.waitingBytes += bytes.length;
    } else {
      response.write(bytes);
    }
    const queuedBytes = response.writableLength - open.longBytes + open.waitingBytes;
    const queued = open.waiting.length - open.next;
    if (queuedBytes <= MAX_STALLED_QUEUE_BYTES && queued <= MAX_STALLED_QUEUE_RECORDS) return;
    const isTooMuch = queuedBytes > MAX_STREAM_QUEUE_BYTES || queued > MAX_STREAM_QUEUE_RECORDS;
    if (isTooMuch || this.#nowMs() - open.tookAtMs > MAX_STREAM_STALL_MS) response.destroy();
  }

  writeLong(stream: string, content: Content): void {
    const open = this.#open.get(stream);
    if (open === undefined) return;
    open.isMaking = true;
    makeAll(content, open.response, (chunks) => {
      if (this.#open.has(stream)) this.#writeRecord(stream, open, chunks);
    });
  }

  #writeRecord(stream: string, open: Stream, chunks: readonly Uint8Array[]): void {
    const { response } = open;
    const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    if (length > LONG_ANSWER_BYTES) {
      if (this.#long.size >= MAX_LONG_ANSWERS) return void response.destroy();
      this.#long.add(stream);
      response.setTimeout(STALL_TIMEOUT_MS);
      open.longBytes = length;
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
    this.#long.delete(stream);
    if (open === undefined) return;
    sendWaiting(open, Infinity);
    open.response.end();
  }

  #taken(stream: string): void {
    const open = this.#open.get(stream);
    if (open === undefined) return;
    open.longBytes = 0;
    open.tookAtMs = this.#nowMs();
    if (this.#long.delete(stream)) open.response.setTimeout(0);
    if (!open.isMaking) sendWaiting(open);
  }

  #gone(stream: string): void {
    this.#long.delete(stream);
    if (this.#open.delete(stream)) this.#onClosed(stream);
  }
}

/** As many records as the reader takes now, or as are asked for: each stays a chunk of its own. */
function sendWaiting(open: Stream, least = 0): void {
  const { response, waiting } = open;
  if (waiting.length === 0) return;
  for (let sent = 0; open.next < waiting.length && (sent < least || !response.writableNeedDrain); sent++) {
    const bytes = waiting[open.next++]!;
    open.waitingBytes -= bytes.length;
    response.write(bytes);
  }
  if (open.next < waiting.length / 2) return;
  open.waiting = waiting.slice(open.next);
  open.next = 0;
}
