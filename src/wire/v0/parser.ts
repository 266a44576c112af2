/**
 * The receiving side of a connection that carries libprocess messages: bytes in, whatever their pieces, messages out.
 * Peers pipeline without reading our answers, so one push may complete many.
 */
import { MAX_HEADER_BYTES, MAX_MESSAGE_BODY_BYTES } from "../../model/limits.ts";
import { ByteQueue } from "../byte-queue.ts";
import { readHead } from "./head.ts";
import type { Head, Refused } from "./head.ts";
import { takeWhole } from "./whole.ts";
import type { LibprocessMessage } from "./whole.ts";

/** What one push brought, in order: each is answered, and after one with `close` nothing follows. */
export type Received = LibprocessMessage | Refused;

const LINE_END = Uint8Array.of(13, 10);
const HEAD_END = Uint8Array.of(13, 10, 13, 10);
/** Longest line of a chunk's size: 16 hexadecimal digits and a little extension. */
const MAX_SIZE_LINE = 256;

type State =
  | { readonly kind: "head" }
  | { readonly kind: "body"; readonly head: Head; readonly length: number }
  | { readonly kind: "chunk-size" | "trailer"; readonly head: Head }
  | { readonly kind: "chunk"; readonly head: Head; readonly length: number }
  | { readonly kind: "closed" };

const HEAD: State = { kind: "head" };

export class LibprocessParser {
  readonly #queue = new ByteQueue();
  #state: State = HEAD;
  /** Head bytes that hold no end, so that a head in many pieces is searched once. */
  #searched = 0;
  /** Chunks of the body that is coming in, and their length together. */
  #chunks: Uint8Array[] = [];
  #chunkBytes = 0;
  #trailerBytes = 0;

  /** Bytes that wait for the rest of their message: 0 between two of them, where the peer may rest, and at least 1 elsewhere. */
  get heldBytes(): number {
    return this.#state.kind === "head" ? this.#queue.length : this.#queue.length + this.#chunkBytes + 1;
  }

  /** Whether the next message has begun, and its head is not complete. */
  get isInHead(): boolean {
    return this.#state.kind === "head" && this.#queue.length > 0;
  }

  /** Takes the chunk over: bodies of messages may be parts of it. */
  push(chunk: Uint8Array): Received[] {
    const received: Received[] = [];
    if (this.#state.kind === "closed") return received;
    const taken = this.heldBytes === 0 ? takeWhole(chunk, received) : 0;
    if (taken === chunk.length) return received;
    this.#queue.append(taken === 0 ? chunk : chunk.subarray(taken));
    while (this.#advance(received));
    return received;
  }

  /** Takes one part of a request off the queue; false when more bytes are needed, or none are wanted any more. */
  #advance(received: Received[]): boolean {
    const state = this.#state;
    switch (state.kind) {
      case "head":
        return this.#takeHead(received);
      case "body":
        if (this.#queue.length < state.length) return false;
        return this.#finish(state.head, this.#queue.take(state.length), received);
      case "chunk-size":
        return this.#takeChunkSize(state.head, received);
      case "chunk":
        return this.#takeChunk(state.head, state.length, received);
      case "trailer":
        return this.#takeTrailer(state.head, received);
      case "closed":
        return false;
    }
  }

  #takeHead(received: Received[]): boolean {
    while (this.#searched === 0 && (this.#queue.at(0) === 13 || this.#queue.at(0) === 10)) this.#queue.skip(1);
    const end = this.#queue.indexOf(HEAD_END, this.#searched);
    if ((end === -1 ? this.#queue.length : end) > MAX_HEADER_BYTES) {
      return this.#refuse(431, `Headers are longer than ${MAX_HEADER_BYTES} bytes`, received);
    }
    if (end === -1) {
      this.#searched = Math.max(0, this.#queue.length - HEAD_END.length + 1);
      return false;
    }
    this.#searched = 0;
    const head = readHead(this.#queue.take(end));
    this.#queue.skip(HEAD_END.length);
    if (head.kind === "refused") return this.#refuse(head.status, head.text, received);
    if (head.length === "chunked") this.#state = { kind: "chunk-size", head };
    else this.#state = { kind: "body", head, length: head.length };
    return head.length === "chunked" || this.#fits(head.length, received);
  }

  #takeChunkSize(head: Head, received: Received[]): boolean {
    const line = this.#takeLine(MAX_SIZE_LINE);
    if (line === undefined) {
      return this.#queue.length > MAX_SIZE_LINE && this.#refuse(400, "The size of a chunk is too long", received);
    }
    const [, digits] = /^([0-9a-fA-F]{1,8})[ \t]*(?:;.*)?$/.exec(line) ?? [];
    if (digits === undefined) return this.#refuse(400, `Invalid size of a chunk '${line.slice(0, 32)}'`, received);
    const length = Number.parseInt(digits, 16);
    this.#trailerBytes = 0;
    this.#state = length === 0 ? { kind: "trailer", head } : { kind: "chunk", head, length };
    return this.#fits(this.#chunkBytes + length, received);
  }

  #takeChunk(head: Head, length: number, received: Received[]): boolean {
    if (this.#queue.length < length + LINE_END.length) return false;
    this.#chunks.push(this.#queue.take(length));
    this.#chunkBytes += length;
    if (this.#takeLine(0) === undefined) return this.#refuse(400, "A chunk is longer than its size", received);
    this.#state = { kind: "chunk-size", head };
    return true;
  }

  /** The lines after the last chunk mean nothing here; the empty one ends the request. */
  #takeTrailer(head: Head, received: Received[]): boolean {
    const line = this.#takeLine(MAX_HEADER_BYTES);
    if ((line?.length ?? this.#queue.length) + this.#trailerBytes > MAX_HEADER_BYTES) {
      return this.#refuse(431, `Trailers are longer than ${MAX_HEADER_BYTES} bytes`, received);
    }
    if (line === undefined) return false;
    if (line === "") return this.#finish(head, joined(this.#chunks, this.#chunkBytes), received);
    this.#trailerBytes += line.length;
    return true;
  }

  /** A line of at most `maxLength` characters, without its end; undefined if there is none (yet). */
  #takeLine(maxLength: number): string | undefined {
    const end = this.#queue.indexOf(LINE_END);
    if (end === -1 || end > maxLength) return undefined;
    const line = String.fromCharCode(...this.#queue.take(end));
    this.#queue.skip(LINE_END.length);
    return line;
  }

  #fits(length: number, received: Received[]): boolean {
    if (length <= MAX_MESSAGE_BODY_BYTES) return true;
    return this.#refuse(413, `The body is longer than ${MAX_MESSAGE_BODY_BYTES} bytes`, received);
  }

  #finish(head: Head, body: Uint8Array, received: Received[]): boolean {
    this.#chunks = [];
    this.#chunkBytes = 0;
    this.#state = head.close ? { kind: "closed" } : HEAD;
    if (head.refusal === undefined) {
      received.push({ kind: "message", from: head.from, to: head.to, name: head.name, body, close: head.close });
    } else {
      received.push({ ...head.refusal, close: head.close });
    }
    return true;
  }

  /** The framing is lost or will not be followed: one answer, then the connection ends. */
  #refuse(status: number, text: string, received: Received[]): false {
    this.#state = { kind: "closed" };
    this.#queue.skip(this.#queue.length);
    this.#chunks = [];
    received.push({ kind: "refused", status, text, close: true });
    return false;
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return first;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
