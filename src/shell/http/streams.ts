/**
 * The open event streams of one front door. A stream whose reader is slow may keep MAX_STREAM_QUEUE_BYTES waiting; one byte
 * more and it is cut, and the core hears `stream-closed`, exactly as if the client had gone.
 *
 * One record, the state that an operator's stream begins with, may be longer than that. It is made little by little, and
 * what is written meanwhile waits behind it.
 */
import type { ServerResponse } from "node:http";
import type { Content } from "../../master/event.ts";
import { MAX_LONG_ANSWERS, MAX_STREAM_QUEUE_BYTES } from "../../model/limits.ts";
import { recordHead } from "../../wire/recordio.ts";
import { LONG_ANSWER_BYTES, STALL_TIMEOUT_MS } from "./answer.ts";
import { makeAll } from "./pieces.ts";

interface Stream {
  readonly response: ServerResponse;
  /** What waits behind a long record that is being made. */
  behind: Uint8Array[] | undefined;
  behindBytes: number;
  /** Bytes of a long record that its reader has not taken yet: they do not count. */
  longBytes: number;
}

export class Streams {
  readonly #open = new Map<string, Stream>();
  readonly #onClosed: (stream: string) => void;
  /** Streams whose reader has not taken a long record yet. */
  readonly #long = new Set<string>();

  constructor(onClosed: (stream: string) => void) {
    this.#onClosed = onClosed;
  }

  add(stream: string, response: ServerResponse): void {
    this.#open.set(stream, { response, behind: undefined, behindBytes: 0, longBytes: 0 });
    response.on("close", () => this.#gone(stream));
    response.on("drain", () => this.#taken(stream));
    response.on("timeout", () => response.destroy());
  }

  write(stream: string, bytes: Uint8Array): void {
    const open = this.#open.get(stream);
    if (open === undefined) return;
    const { response, behind } = open;
    if (behind === undefined) response.write(bytes);
    else {
      behind.push(bytes);
      open.behindBytes += bytes.length;
    }
    if (response.writableLength - open.longBytes + open.behindBytes > MAX_STREAM_QUEUE_BYTES) response.destroy();
  }

  writeLong(stream: string, content: Content): void {
    const open = this.#open.get(stream);
    if (open === undefined) return;
    open.behind = [];
    makeAll(content, open.response, (chunks) => {
      if (this.#open.has(stream)) this.#writeRecord(stream, open, chunks);
    });
  }

  #writeRecord(stream: string, open: Stream, chunks: readonly Uint8Array[]): void {
    const { response, behind = [] } = open;
    const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    if (length > LONG_ANSWER_BYTES) {
      if (this.#long.size >= MAX_LONG_ANSWERS) return void response.destroy();
      this.#long.add(stream);
      response.setTimeout(STALL_TIMEOUT_MS);
      open.longBytes = length;
    }
    response.write(recordHead(length));
    for (const chunk of chunks) response.write(chunk);
    Object.assign(open, { behind: undefined, behindBytes: 0 });
    for (const bytes of behind) this.write(stream, bytes);
    if (!response.writableNeedDrain) this.#taken(stream);
  }

  end(stream: string): void {
    const open = this.#open.get(stream);
    this.#open.delete(stream);
    this.#long.delete(stream);
    open?.response.end();
  }

  #taken(stream: string): void {
    const open = this.#open.get(stream);
    if (open === undefined) return;
    open.longBytes = 0;
    if (this.#long.delete(stream)) open.response.setTimeout(0);
  }

  #gone(stream: string): void {
    this.#long.delete(stream);
    if (this.#open.delete(stream)) this.#onClosed(stream);
  }
}
