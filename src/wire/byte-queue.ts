/** Bytes that came in and were not used yet, for incremental decoders: append at the end, take from the front. */
import { MAX_KEPT_QUEUE_BYTES } from "../model/limits.ts";

export class ByteQueue {
  #bytes = new Uint8Array(0);
  #start = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  append(chunk: Uint8Array): void {
    if (this.#end + chunk.length > this.#bytes.length) this.#makeRoom(chunk.length);
    this.#bytes.set(chunk, this.#end);
    this.#end += chunk.length;
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
    if (this.#bytes.length > MAX_KEPT_QUEUE_BYTES) this.#bytes = new Uint8Array(0);
  }

  #makeRoom(more: number): void {
    const length = this.length;
    const wanted = length + more;
    const bytes = wanted <= this.#bytes.length / 2 ? this.#bytes : new Uint8Array(Math.max(wanted * 2, 256));
    bytes.set(this.#bytes.subarray(this.#start, this.#end));
    this.#bytes = bytes;
    this.#start = 0;
    this.#end = length;
  }
}
