/**
 * The chunks long answers are written in. Texts and bytes go straight into memory that is used again for later chunks:
 * an answer of a hundred megabytes leaves no garbage behind, so that collecting it holds nobody up.
 */
import { MAX_SPARE_CHUNKS } from "../../model/limits.ts";
import type { Sink } from "../../wire/pieces.ts";

/** Bytes that are sent together. */
export const CHUNK_BYTES = 64 * 1024;
/** Room for what makes a chunk longer than that: it is full after the piece that fills it. */
const BUFFER_BYTES = CHUNK_BYTES + 8 * 1024;
/** A character of a string takes no more than this in UTF-8. */
const MAX_BYTES_PER_CHARACTER = 3;

const spare: Buffer[] = [];

export class Chunk implements Sink {
  #buffer = spare.pop() ?? Buffer.allocUnsafeSlow(BUFFER_BYTES);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  putText(text: string): void {
    const room = this.#buffer.length - this.#length;
    if (text.length * MAX_BYTES_PER_CHARACTER > room) this.#makeRoom(Buffer.byteLength(text));
    this.#length += this.#buffer.write(text, this.#length);
  }

  putBytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  putByte(byte: number): void {
    this.#makeRoom(1);
    this.#buffer[this.#length++] = byte;
  }

  /** Nobody looks at its bytes any more. */
  release(): void {
    if (this.#buffer.length === BUFFER_BYTES && spare.length < MAX_SPARE_CHUNKS) spare.push(this.#buffer);
  }

  #makeRoom(bytes: number): void {
    const length = this.#length + bytes;
    if (length <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(length, 2 * this.#buffer.length));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.release();
    this.#buffer = larger;
  }
}
