/**
 * RecordIO, the framing of every event stream: the record's length in decimal ASCII, a line feed, the record. Nothing
 * ends a stream, and a wrong length spoils all that follows.
 */
import { MAX_RECORD_BYTES } from "../model/limits.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import { ByteQueue } from "./byte-queue.ts";
import { framed } from "./codec.ts";
import type { Frame } from "./codec.ts";

const LINE_FEED = Uint8Array.of(10);

/** The frame of a record. */
export const RECORD: Frame = { before: (length) => `${length}\n`, after: () => "" };

/** One record, framed. */
export function encodeRecord(record: Uint8Array): Uint8Array {
  return framed(record, RECORD);
}

/** What comes before a record of so many bytes. */
export function recordHead(length: number): Uint8Array {
  const digits = String(length);
  const head = new Uint8Array(digits.length + 1);
  for (let at = 0; at < digits.length; at++) head[at] = digits.charCodeAt(at);
  head[digits.length] = 10;
  return head;
}

/** Takes a stream apart, whatever the pieces it comes in. After an error every further push repeats it. */
export class RecordDecoder {
  readonly #queue = new ByteQueue();
  readonly #maxBytes: number;
  /** Length of the record that is coming in, once its header was read. */
  #expected: number | undefined;
  #error: string | undefined;

  constructor(maxBytes: number = MAX_RECORD_BYTES) {
    this.#maxBytes = maxBytes;
  }

  /** Whether a stream that ends now ends between two records. */
  get atBoundary(): boolean {
    return this.#expected === undefined && this.#queue.length === 0;
  }

  /** The records that `chunk` completes. */
  push(chunk: Uint8Array): Result<Uint8Array[]> {
    if (this.#error !== undefined) return err(this.#error);
    this.#queue.lend(chunk);
    const records: Uint8Array[] = [];
    for (;;) {
      this.#expected ??= this.#readLength();
      if (this.#error !== undefined) return err(this.#error);
      if (this.#expected === undefined || this.#queue.length < this.#expected) break;
      records.push(this.#queue.take(this.#expected));
      this.#expected = undefined;
    }
    this.#queue.keep();
    return ok(records);
  }

  #readLength(): number | undefined {
    const end = this.#queue.indexOf(LINE_FEED);
    const digits = end === -1 ? Math.min(this.#queue.length, 17) : end;
    if (end === -1 && digits < 17) return undefined;
    let length = digits === 0 || digits > 16 ? Number.NaN : 0;
    let text = "";
    for (let at = 0; at < digits; at++) {
      const code = this.#queue.at(at) ?? 0;
      text += String.fromCharCode(code);
      length = code >= 48 && code <= 57 ? length * 10 + code - 48 : Number.NaN;
    }
    if (Number.isNaN(length)) this.#error = `Failed to decode length '${text.slice(0, 17)}': expected decimal digits`;
    else if (length > this.#maxBytes) this.#error = `Record of ${length} bytes is larger than ${this.#maxBytes} bytes`;
    else this.#queue.skip(end + 1);
    return this.#error === undefined ? length : undefined;
  }
}
