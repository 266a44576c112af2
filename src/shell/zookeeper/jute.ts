/**
 * Jute, ZooKeeper's serialization: big-endian numbers, texts and buffers with their length in front; -1 stands for
 * none.
 */

export class JuteWriter {
  readonly #parts: Buffer[] = [];

  int(value: number): this {
    const part = Buffer.allocUnsafe(4);
    part.writeInt32BE(value);
    this.#parts.push(part);
    return this;
  }

  long(value: bigint): this {
    const part = Buffer.allocUnsafe(8);
    part.writeBigInt64BE(value);
    this.#parts.push(part);
    return this;
  }

  bool(value: boolean): this {
    this.#parts.push(Buffer.of(value ? 1 : 0));
    return this;
  }

  buffer(value: Uint8Array): this {
    this.int(value.length).#parts.push(Buffer.from(value.buffer, value.byteOffset, value.length));
    return this;
  }

  text(value: string): this {
    return this.buffer(Buffer.from(value, "utf8"));
  }

  /** Everything written, as one packet: with its length in front. */
  packet(): Buffer {
    const length = this.#parts.reduce((sum, part) => sum + part.length, 0);
    const head = Buffer.allocUnsafe(4);
    head.writeInt32BE(length);
    return Buffer.concat([head, ...this.#parts], 4 + length);
  }
}

/** Reads one packet; throws a RangeError when it is shorter than what is asked for. */
export class JuteReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  int(): number {
    this.#at += 4;
    return this.#bytes.readInt32BE(this.#at - 4);
  }

  long(): bigint {
    this.#at += 8;
    return this.#bytes.readBigInt64BE(this.#at - 8);
  }

  bool(): boolean {
    this.#at += 1;
    return this.#bytes.readUInt8(this.#at - 1) !== 0;
  }

  buffer(): Buffer {
    const length = Math.max(this.int(), 0);
    if (this.#at + length > this.#bytes.length) {
      throw new RangeError(`a buffer of ${length} bytes does not fit its packet`);
    }
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  text(): string {
    return this.buffer().toString("utf8");
  }

  texts(): string[] {
    return Array.from({ length: Math.max(this.int(), 0) }, () => this.text());
  }
}
