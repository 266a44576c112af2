/** Bytes that came in and were not used yet, for incremental decoders: append at the end, take from the front. */
import { MAX_KEPT_QUEUE_BYTES } from "../model/limits.ts";

const NOTHING = new Uint8Array(0);

export class ByteQueue {
  #bytes: Uint8Array = NOTHING;
  #start = 0;
  #end = 0;
  /** They are somebody else's, until `keep`. */
  #isLent = false;

  get length(): number {
    return this.#end - this.#start;
  }

  append(chunk: Uint8Array): void {
    if (this.#isLent || this.#end + chunk.length > this.#bytes.length) this.#makeRoom(chunk.length);
    this.#bytes.set(chunk, this.#end);
    this.#end += chunk.length;
  }

  /** As `append`, but without a copy if nothing else is there: before the chunk changes, `keep` must be called. */
  lend(chunk: Uint8Array): void {
    if (this.length > 0 || chunk.length === 0) return this.append(chunk);
    this.#bytes = chunk;
    this.#start = 0;
    this.#end = chunk.length;
    this.#isLent = true;
  }

  /** Copies what is left of what was lent. */
  keep(): void {
    if (this.#isLent) this.#makeRoom(0);
  }

  /** The byte at `offset` from the front. */
  at(offset: number): number | undefined {
    return offset < this.length ? this.#bytes[this.#start + offset] : undefined;
  }

  /** Offset of the first `pattern` that begins at or after `from`; -1 if there is none. */
  indexOf(pattern: Uint8Array, from = 0): number {
    const first = pattern[0] ?? 0;
    const last = this.#end - pattern.length;
    let found = this.#bytes.indexOf(first, this.#start + from);
    while (found !== -1 && found <= last) {
      let same = 1;
      while (same < pattern.length && this.#bytes[found + same] === pattern[same]) same += 1;
      if (same === pattern.length) return found - this.#start;
      found = this.#bytes.indexOf(first, found + 1);
    }
    return -1;
  }

  /** Removes the first `count` bytes, which must be there, and returns a copy of them. */
  take(count: number): Uint8Array {
    const taken = this.#bytes.slice(this.#start, this.#start + count);
    this.skip(count);
    return taken;
  }

  /** Removes the first `count` bytes, which must be there. */
  skip(count: number): void {
    this.#start += count;
    if (this.#start < this.#end) return;
    this.#start = 0;
    this.#end = 0;
    if (!this.#isLent && this.#bytes.length <= MAX_KEPT_QUEUE_BYTES) return;
    this.#bytes = NOTHING;
    this.#isLent = false;
  }

  #makeRoom(more: number): void {
    const length = this.length;
    const wanted = length + more;
    const fits = !this.#isLent && wanted <= this.#bytes.length / 2;
    const bytes = fits ? this.#bytes : new Uint8Array(Math.max(wanted * 2, 256));
    bytes.set(this.#bytes.subarray(this.#start, this.#end));
    this.#bytes = bytes;
    this.#start = 0;
    this.#end = length;
    this.#isLent = false;
  }
}
