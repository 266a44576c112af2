/**
 * Messages that lie whole in one piece of what was received, in the form in which all peers write them: a head seen before, a
 * length or a single chunk. Nearly all do; whatever differs in any way is left to the parser, which reads everything.
 */
import { MAX_MESSAGE_BODY_BYTES } from "../../model/limits.ts";
import { readHead } from "./head.ts";
import type { Head, Refused } from "./head.ts";

/** One message. `to` is the actor's id, decoded; a path without a second slash has an id and an empty name. */
export interface LibprocessMessage {
  readonly kind: "message";
  readonly from: Head["from"];
  readonly to: string;
  readonly name: string;
  readonly body: Uint8Array;
  /** The peer wants the connection closed after the answer. */
  readonly close: boolean;
}

const [CR, LF, ZERO] = [13, 10, 48];
/** Longer ones are not kept. */
const MAX_HEAD_BYTES = 512;
/**
 * So many heads are kept to be recognised (a power of two): each peer writes the same few again and again. One takes the place
 * of another when it comes for the second time: where there are far more peers than that, each would push out another, and
 * die when it has become old.
 */
const KEPT_HEADS = 16_384;

/** Of each place the hash of the head that was last sought and not found there. */
const missed = new Int32Array(KEPT_HEADS);
const kept: ({ readonly bytes: Uint8Array; readonly head: Head } | undefined)[] = new Array(KEPT_HEADS).fill(undefined);

/** The messages from the front of `bytes`, whose bodies are parts of it; where what is left begins. */
export function takeWhole(bytes: Uint8Array, received: (LibprocessMessage | Refused)[]): number {
  let at = 0;
  for (;;) {
    const end = endOfHead(bytes, at);
    if (end === -1) return at;
    const head = headOf(bytes, at, end - 4);
    if (head === undefined) return at;
    const from = head.length === "chunked" ? startOfChunk(bytes, end) : end;
    const length = head.length === "chunked" ? chunk.length : head.length;
    const next = from + length + (head.length === "chunked" ? 7 : 0);
    if (from === -1 || next > bytes.length || length > MAX_MESSAGE_BODY_BYTES) return at;
    if (head.length === "chunked" && !isEndOfChunks(bytes, from + length)) return at;
    received.push({
      kind: "message", from: head.from, to: head.to, name: head.name, body: bytes.subarray(from, from + length), close: false,
    });
    at = next;
  }
}

let hash = 0;

/** Behind the empty line after the head; -1 if it is not there, or far. The `hash` of what was passed stands there. */
function endOfHead(bytes: Uint8Array, from: number): number {
  const last = Math.min(bytes.length, from + MAX_HEAD_BYTES);
  let sum = 0;
  for (let at = from; at < last; at++) {
    const byte = bytes[at]!;
    sum = Math.imul(sum ^ byte, 0x01000193);
    if (byte !== LF || bytes[at - 1] !== CR || bytes[at - 2] !== LF || bytes[at - 3] !== CR || at - from < 4) continue;
    hash = sum;
    return at + 1;
  }
  return -1;
}

/** What a head means to which a message can be delivered; undefined for every other. */
function headOf(bytes: Uint8Array, from: number, to: number): Head | undefined {
  const slot = (hash ^ (hash >>> 15)) & (KEPT_HEADS - 1);
  const known = kept[slot];
  if (known !== undefined && isSame(known.bytes, bytes, from, to)) return known.head;
  const isKept = known === undefined || missed[slot] === hash;
  missed[slot] = hash;
  const own = isKept ? Uint8Array.prototype.slice.call(bytes, from, to) : bytes.subarray(from, to);
  const head = readHead(own);
  if (head.kind === "refused" || head.refusal !== undefined || head.close) return undefined;
  if (isKept) kept[slot] = { bytes: own, head };
  return head;
}

function isSame(own: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (own.length !== to - from) return false;
  for (let i = 0; i < own.length; i++) if (own[i] !== bytes[from + i]) return false;
  return true;
}

const chunk = { length: 0 };

/** Where the first chunk begins, its length in `chunk`; -1 unless a plain number stands before it. */
function startOfChunk(bytes: Uint8Array, from: number): number {
  let length = 0;
  for (let at = from; at < from + 8; at++) {
    const byte = bytes[at];
    const digit = digitOf(byte);
    if (digit === -1) {
      chunk.length = length;
      return at > from && length > 0 && byte === CR && bytes[at + 1] === LF ? at + 2 : -1;
    }
    length = length * 16 + digit;
  }
  return -1;
}

function digitOf(byte = 0): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** The end of the only chunk, and the one without length. */
function isEndOfChunks(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === CR && bytes[at + 1] === LF && bytes[at + 2] === ZERO &&
    bytes[at + 3] === CR && bytes[at + 4] === LF && bytes[at + 5] === CR && bytes[at + 6] === LF
  );
}
