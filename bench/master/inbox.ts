/**
 * Bytes that came over a socket and are not understood yet. They are read where they lie; only the beginning of
 * something that has not come whole is ever copied.
 */
export class Inbox {
  bytes: Buffer = Buffer.alloc(0);
  from = 0;
  to = 0;
  private own: Buffer = Buffer.alloc(0);

  get length(): number {
    return this.to - this.from;
  }

  give(chunk: Buffer): void {
    const kept = this.length;
    if (kept === 0) {
      this.bytes = chunk;
      this.from = 0;
      this.to = chunk.length;
      return;
    }
    const needed = kept + chunk.length;
    if (this.bytes === this.own && this.to + chunk.length <= this.own.length) {
      chunk.copy(this.own, this.to);
      this.to += chunk.length;
      return;
    }
    const target = this.own.length >= needed ? this.own : Buffer.allocUnsafeSlow(Math.max(2 * needed, 65_536));
    this.bytes.copy(target, 0, this.from, this.to);
    chunk.copy(target, kept);
    this.own = this.bytes = target;
    this.from = 0;
    this.to = needed;
  }
}

/** The number written in hexadecimal digits at `at`, up to a carriage return; -1 if that has not come yet. */
export function hexAt(bytes: Buffer, at: number, to: number): number {
  let value = 0;
  for (; at < to; at++) {
    const code = bytes[at]!;
    if (code === 13) return value;
    value = value * 16 + (code < 58 ? code - 48 : (code | 32) - 87);
  }
  return -1;
}

/** Where the line that begins at `at` ends, behind its line break; -1 if it has not come whole. */
export function lineEnd(bytes: Buffer, at: number, to: number): number {
  const end = bytes.indexOf(10, at);
  return end === -1 || end >= to ? -1 : end + 1;
}
