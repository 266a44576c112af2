/**
 * A 64-bit hash that is quick in JavaScript: two lanes over words of four bytes, in the manner of murmur3. It finds torn and
 * flipped bytes and states that differ; it keeps nobody out who wants to deceive.
 */
export class Hash {
  private low = 0x9e3779b1;
  private high = 0x85ebca77;

  add(bytes: Uint8Array, from = 0, to = bytes.length): void {
    let { low, high } = this;
    const words = wordsOf(bytes, from, to);
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      low = Math.imul(low ^ Math.imul(word, 0xcc9e2d51), 0x1b873593);
      low = (low << 13) | (low >>> 19);
      high = Math.imul((high ^ word) + low, 0xc2b2ae35);
      high = (high << 15) | (high >>> 17);
    }
    for (let at = from + 4 * words.length; at < to; at++) {
      low = Math.imul(low ^ bytes[at]!, 0x01000193);
      high = Math.imul(high ^ bytes[at]!, 0x85ebca6b) ^ low;
    }
    this.low = Math.imul(low ^ (to - from), 0x85ebca6b);
    this.high = Math.imul(high ^ (low >>> 16), 0xc2b2ae35);
  }

  addWord(word: number): void {
    this.low = Math.imul(this.low ^ word, 0x85ebca6b);
    this.high = Math.imul(this.high ^ (this.low >>> 16), 0xc2b2ae35) ^ word;
  }

  /** 32 bits of it. */
  get word(): number {
    const mixed = Math.imul(this.low ^ (this.low >>> 15) ^ this.high, 0x2c1b3c6d);
    return (mixed ^ (mixed >>> 13)) >>> 0;
  }

  /** All of it, as 16 hexadecimal digits. */
  get text(): string {
    return [this.high, this.low].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
  }
}

/** The whole words of them, the lowest byte first: in place where they lie as words do (all our processors are little-endian). */
function wordsOf(bytes: Uint8Array, from: number, to: number): Int32Array {
  const count = (to - from) >>> 2;
  const start = bytes.byteOffset + from;
  if (start % 4 === 0) return new Int32Array(bytes.buffer, start, count);
  const copy = new Uint8Array(4 * count);
  copy.set(bytes.subarray(from, from + 4 * count));
  return new Int32Array(copy.buffer);
}

/** Of a whole piece of bytes, 32 bits. */
export function checksum(bytes: Uint8Array, from: number, to: number): number {
  const hash = new Hash();
  hash.add(bytes, from, to);
  return hash.word;
}
