/**
 * What the generated binary codecs share: the reader with its two findings (missing required fields, nesting depth),
 * and 64-bit integers as numbers and bigints. Failures are thrown here and caught in one place, `codec.ts`.
 */
import protobuf from "protobufjs/minimal.js";
import { Familiar } from "../model/familiar.ts";
import { MAX_MESSAGE_NESTING } from "../model/limits.ts";

/** The writer of protobufjs: one growing buffer. */
export type Writer = protobuf.Writer;

/** A message under construction: nothing is required yet and everything may be written. */
export type Draft<T> = {
  -readonly [K in keyof T]?: NonNullable<T[K]> extends readonly (infer E)[] ? E[] : T[K];
};

/**
 * Makes the empty objects that decoders of one message begin with. They are plain ones, but the engine learns from the first
 * few how many fields have to fit in; of `{}` it thinks four, and all others lie in a list beside it, made anew every time it
 * is full.
 */
export function draftOf<T>(): new () => Draft<T> {
  const make = function () {};
  make.prototype = Object.prototype;
  return make as unknown as new () => Draft<T>;
}

/** Longer texts are not looked through for whether they are ASCII. */
const MAX_SHORT_TEXT = 512;

/** Of so few bytes a view is dearer than what it shows. */
const MAX_COPIED_ONE_BY_ONE = 64;

/** What Node makes of bytes up to 127 (and would of all others, wrongly): one flat string. */
const { latin1Slice } = Buffer.prototype as unknown as {
  readonly latin1Slice: (this: Uint8Array, start: number, end: number) => string;
};

/** A reader that notes that a message lacked a required field, so that decoding needs no second pass. */
export class WireReader extends protobuf.Reader {
  lacksRequired = false;
  nesting = 0;
  /** The last bytes that were read (`readBytes`), and where they begin. */
  lastBytes: Uint8Array | undefined;
  lastBytesAt = 0;
  /** The last submessage that `readAgain` read, by what, and where it lies. */
  lastMessage: object | undefined;
  lastDecode: unknown;
  lastAt = 0;
  lastEnd = 0;

  /** The reader of protobufjs puts short texts together of pieces, which hold five times as much memory as the text. */
  override string(): string {
    const { pos: from, buf } = this;
    const length = this.size();
    const start = this.pos;
    const end = start + length;
    let bits = 0;
    if (length > MAX_SHORT_TEXT || end > this.len) bits = 128;
    else for (let at = start; at < end; at++) bits |= buf[at]!;
    if (bits > 127) {
      this.pos = from;
      return super.string();
    }
    this.pos = end;
    return latin1Slice.call(buf, start, end);
  }
}

/** Starts a submessage: its end, which must lie inside the message that contains it. */
export function endOfMessage(reader: WireReader, outerEnd: number): number {
  const size = reader.size();
  const end = reader.pos + size;
  if (end > outerEnd) throw new RangeError(`submessage of ${size} bytes exceeds the message around it`);
  return end;
}

/** Ends a submessage: a field must not have run over its end. */
export function finishMessage(reader: WireReader, end: number): void {
  if (reader.pos !== end) throw new RangeError("a field exceeds the message around it");
}

/** Enters a message that may contain itself. */
export function enterNested(reader: WireReader): void {
  reader.nesting += 1;
  if (reader.nesting > MAX_MESSAGE_NESTING) throw new RangeError(`nested deeper than ${MAX_MESSAGE_NESTING}`);
}

/** So many submessages of each kind are kept to be given out again (a power of two), none longer than this. */
const SHARED_MESSAGES = 4_096;
const MAX_SHARED_BYTES = 512;

interface Known<T> {
  readonly bytes: Uint8Array;
  readonly value: T;
  /** The place of the one that came after it last. */
  next: number;
}

/** Each kind has a table of its own: the ids of ten thousand agents would push everything else out. */
interface SharedDecoder<T> {
  (reader: WireReader, end: number, into?: T): T;
  known?: (Known<T> | undefined)[];
  /** Of each place the hash of what was last sought and not found there. */
  missed?: Int32Array;
  /** The place of the one that came last. */
  last?: number;
}

/**
 * A submessage of a kind that comes again and again with the same bytes: ids, resources, descriptions of frameworks. Who gets
 * the same bytes gets the same value, which nobody may change. Only what was complete is kept, and in the place of another
 * only when it is sought for the second time: where far more come by turns than there is room for, each would push out
 * another, and die when it has become old. What comes is mostly what came after the last one before, too (an agent says its
 * id with each of its tasks), so that is looked at first.
 */
export function readShared<T extends object>(
  reader: WireReader, outerEnd: number, decode: SharedDecoder<T>, previous: T | undefined,
): T {
  const end = endOfMessage(reader, outerEnd);
  // Sent in parts, which is allowed and never done: these come together in a value of their own.
  if (previous !== undefined) return decode(reader, end, structuredClone(previous));
  const { buf, pos } = reader;
  const length = end - pos;
  if (length > MAX_SHARED_BYTES) return decode(reader, end);
  const known = (decode.known ??= new Array<Known<T> | undefined>(SHARED_MESSAGES).fill(undefined));
  const last = known[(decode.last ??= 0)];
  const guess = last === undefined ? undefined : known[last.next];
  if (guess !== undefined && guess.bytes.length === length && isSame(guess.bytes, 0, buf, pos, length)) {
    reader.pos = end;
    decode.last = last!.next;
    return guess.value;
  }
  const missed = (decode.missed ??= new Int32Array(SHARED_MESSAGES));
  const hash = hashOf(buf, pos, end);
  const slot = hash & (SHARED_MESSAGES - 1);
  if (last !== undefined) last.next = slot;
  const found = known[slot];
  if (found !== undefined && found.bytes.length === length && isSame(found.bytes, 0, buf, pos, length)) {
    reader.pos = end;
    decode.last = slot;
    return found.value;
  }
  const lackedRequired = reader.lacksRequired;
  reader.lacksRequired = false;
  const value = decode(reader, end);
  if (found !== undefined && missed[slot] !== hash) {
    missed[slot] = hash;
  } else if (!reader.lacksRequired) {
    known[slot] = { bytes: Uint8Array.prototype.slice.call(buf, pos, end), value, next: slot };
    decode.last = slot;
  }
  reader.lacksRequired ||= lackedRequired;
  return value;
}

/** Four bytes at a time. */
function hashOf(buf: Uint8Array, from: number, end: number): number {
  let hash = end - from;
  let at = from;
  for (; at + 4 <= end; at += 4) {
    hash = Math.imul(hash ^ (buf[at]! | (buf[at + 1]! << 8) | (buf[at + 2]! << 16) | (buf[at + 3]! << 24)), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ buf[at]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** A submessage that one message names several times, such as the id of its task: while its bytes are the same so is its value. */
export function readAgain<T extends object>(
  reader: WireReader, outerEnd: number, decode: (reader: WireReader, end: number) => T, previous: T | undefined,
): T {
  const end = endOfMessage(reader, outerEnd);
  if (previous !== undefined) {
    return (decode as (reader: WireReader, end: number, into: T) => T)(reader, end, structuredClone(previous));
  }
  const { buf, pos: at, lastMessage: last, lastAt } = reader;
  const length = end - at;
  if (last !== undefined && reader.lastDecode === decode && reader.lastEnd - lastAt === length && isSame(buf, lastAt, buf, at, length)) {
    reader.pos = end;
    return last as T;
  }
  const value = decode(reader, end);
  reader.lastMessage = value;
  reader.lastDecode = decode;
  reader.lastAt = at;
  reader.lastEnd = end;
  return value;
}

/** From the end: ids of one kind begin alike. */
function isSame(left: Uint8Array, leftAt: number, right: Uint8Array, rightAt: number, length: number): boolean {
  for (let i = length - 1; i >= 0; i--) if (left[leftAt + i] !== right[rightAt + i]) return false;
  return true;
}

/** With its length before it. */
interface Written {
  readonly encode: unknown;
  readonly bytes: Uint8Array;
}

const written = new Familiar<object, Written>();

/** Writes a submessage behind its tag; one that is the very same value again, as those of `readShared` are, is copied. */
export function writeShared<T extends object>(writer: Writer, value: T, encode: (writer: Writer, value: T) => void): void {
  const known = written.get(value);
  if (known !== undefined && known.encode === encode) return void writer.raw(known.bytes);
  const from = writer.pos;
  writer.fork();
  encode(writer, value);
  writer.ldelim();
  if (writer.pos - from > MAX_SHARED_BYTES || !written.meet(value)) return;
  written.keep(value, { encode, bytes: writer.buf.slice(from, writer.pos) });
}

/** So many texts are kept to be given out again (a power of two), none longer than this. */
const WORDS = 1_024;
const MAX_WORD_BYTES = 48;
const words = new Array<string>(WORDS).fill("");

/** A text that is one of a few, in ASCII: what tasks of one kind are called. Whoever says the same gets the same. */
export function readWord(reader: WireReader): string {
  const { buf, pos } = reader;
  const length = reader.size();
  const from = reader.pos;
  const end = from + length;
  reader.pos = pos;
  if (length > MAX_WORD_BYTES || end > reader.len) return reader.string();
  const slot = hashOf(buf, from, end) & (WORDS - 1);
  const known = words[slot]!;
  if (known.length === length && isText(known, buf, from)) {
    reader.pos = end;
    return known;
  }
  const word = reader.string();
  if (word.length === length) words[slot] = word;
  return word;
}

/** Of the same length. */
function isText(text: string, buf: Uint8Array, from: number): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== buf[from + i]) return false;
  return true;
}

/** Skips a field nobody knows, groups included. */
export function skipField(reader: WireReader, tag: number): void {
  reader.skipType(tag & 7, 0, tag >>> 3);
}

/**
 * Bytes as a copy of their own: a view would keep the whole network buffer alive. The same as the last ones in this message
 * (the UUID of an update, which its status has, too) are the same array, which nobody may change.
 */
export function readBytes(reader: WireReader): Uint8Array {
  const { buf, lastBytes: last, lastBytesAt } = reader;
  const length = reader.size();
  const at = reader.pos;
  reader.skip(length);
  if (last !== undefined && last.length === length && isSame(buf, lastBytesAt, buf, at, length)) return last;
  const copy = length === UUID_BYTES && last !== undefined ? roomForUuid() : new Uint8Array(length);
  if (length > MAX_COPIED_ONE_BY_ONE) copy.set(buf.subarray(at, at + length));
  else for (let i = 0; i < length; i++) copy[i] = buf[at + i]!;
  reader.lastBytes = copy;
  reader.lastBytesAt = at;
  return copy;
}

const UUID_BYTES = 16;
/** Room for so many UUIDs is made at a time. */
const UUIDS = 256;
let uuids = new ArrayBuffer(0);
let uuidsAt = 0;

/**
 * An array of its own is 200 bytes for 16. Where a message brings several UUIDs, as the report of all tasks of an agent does,
 * they share one. It stays as long as one of them does: never more of it than there were at once.
 */
function roomForUuid(): Uint8Array {
  if (uuidsAt === uuids.byteLength) {
    uuids = new ArrayBuffer(UUIDS * UUID_BYTES);
    uuidsAt = 0;
  }
  const room = new Uint8Array(uuids, uuidsAt, UUID_BYTES);
  uuidsAt += UUID_BYTES;
  return room;
}

/** The two halves of a 64-bit varint, low first. */
const halves = { low: 0, high: 0 };

function readHalves(reader: WireReader): void {
  const buffer = reader.buf;
  let low = 0;
  let high = 0;
  for (let at = 0; at < 10; at++) {
    if (reader.pos >= reader.len) throw new RangeError("varint cut short");
    const byte = buffer[reader.pos++] ?? 0;
    const bits = byte & 127;
    if (at < 4) low |= bits << (at * 7);
    else if (at === 4) {
      low |= bits << 28;
      high |= bits >> 4;
    } else high |= bits << (at * 7 - 32);
    if (byte < 128) {
      halves.low = low >>> 0;
      halves.high = high >>> 0;
      return;
    }
  }
  throw new RangeError("varint longer than 10 bytes");
}

/** An unsigned 64-bit integer; beyond 2^53 the nearest number. */
export function readUint64(reader: WireReader): number {
  readHalves(reader);
  return halves.high * 4294967296 + halves.low;
}

/** A signed 64-bit integer; beyond 2^53 the nearest number. */
export function readInt64(reader: WireReader): number {
  readHalves(reader);
  return (halves.high | 0) * 4294967296 + halves.low;
}

/** A signed 64-bit integer, exact. */
export function readBigInt64(reader: WireReader): bigint {
  readHalves(reader);
  return (BigInt(halves.high | 0) << 32n) | BigInt(halves.low);
}

const longBits = { low: 0, high: 0, unsigned: false };

/** Writes an unsigned 64-bit integer; 2^64 (what 2^64 - 1 becomes as a number) is written as the maximum. */
export function writeUint64(writer: Writer, value: number): void {
  if (value < 18446744073709551616) writer.uint64(value);
  else writeBits(writer, 0xffffffff, 0xffffffff);
}

/** Writes a signed 64-bit integer; 2^63 (what 2^63 - 1 becomes as a number) is written as the maximum. */
export function writeInt64(writer: Writer, value: number): void {
  if (value < 9223372036854775808) writer.int64(value);
  else writeBits(writer, 0xffffffff, 0x7fffffff);
}

/** Writes a signed 64-bit integer, exact. */
export function writeBigInt64(writer: Writer, value: bigint): void {
  const bits = BigInt.asUintN(64, value);
  writeBits(writer, Number(bits & 0xffffffffn), Number(bits >> 32n));
}

function writeBits(writer: Writer, low: number, high: number): void {
  longBits.low = low;
  longBits.high = high;
  writer.uint64(longBits as Parameters<Writer["uint64"]>[0]);
}

/** An empty map: without a prototype, so that a key named `__proto__` is a key. */
export function emptyMap<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}
