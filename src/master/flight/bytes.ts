/**
 * Numbers and texts as bytes, and back. A text is one byte per character where that does, two otherwise, so that every text
 * comes back as it was. A text that comes again and again (`symbol`) is written once and has a number from then on; reader
 * and writer number alike.
 */
import { MAX_FLIGHT_SYMBOLS, MAX_FLIGHT_SYMBOL_LENGTH } from "../../model/limits.ts";

export class ByteWriter {
  bytes = new Uint8Array(4096);
  length = 0;
  private symbols = new Map<string, number>();
  private readonly float = new Float64Array(1);
  private readonly floatBytes = new Uint8Array(this.float.buffer);

  /** What has been written; valid until more is. */
  get written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  /** Numbers of texts begin anew: what follows can be read without what came before. */
  forgetSymbols(): void {
    this.symbols = new Map();
  }

  u8(value: number): void {
    this.room(1);
    this.bytes[this.length++] = value;
  }

  u16(value: number): void {
    this.room(2);
    this.bytes[this.length++] = value;
    this.bytes[this.length++] = value >>> 8;
  }

  u32(value: number): void {
    this.u16(value);
    this.u16(value >>> 16);
  }

  f64(value: number): void {
    this.room(8);
    this.float[0] = value;
    this.bytes.set(this.floatBytes, this.length);
    this.length += 8;
  }

  /** A whole number from 0 to 2^53, seven bits to a byte. */
  uint(value: number): void {
    this.room(8);
    let rest = value;
    while (rest >= 0x80) {
      this.bytes[this.length++] = (rest % 0x80) | 0x80;
      rest = rest < 0x80000000 ? rest >>> 7 : Math.floor(rest / 0x80);
    }
    this.bytes[this.length++] = rest;
  }

  /** With its length. */
  block(bytes: Uint8Array): void {
    this.uint(bytes.length);
    this.room(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  text(text: string): void {
    const { length } = text;
    this.room(2 * length + 8);
    const start = this.length;
    this.uint(length * 2);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0xff) return this.wideText(text, start);
      bytes[at++] = code;
    }
    this.length = at;
  }

  symbol(text: string): void {
    const known = this.symbols.get(text);
    if (known !== undefined) return this.uint(known);
    this.u8(0);
    this.text(text);
    if (isSymbol(text, this.symbols.size)) this.symbols.set(text, this.symbols.size + 1);
  }

  private wideText(text: string, start: number): void {
    this.length = start;
    this.uint(text.length * 2 + 1);
    for (let i = 0; i < text.length; i++) this.u16(text.charCodeAt(i));
  }

  private room(bytes: number): void {
    const needed = this.length + bytes;
    if (needed <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    wider.set(this.written);
    this.bytes = wider;
  }
}

/** Throws a RangeError when the bytes end too early or mean nothing: callers have compared checksums before. */
export class ByteReader {
  at = 0;
  private bytes: Uint8Array;
  private view: DataView;
  private symbols: string[] = [];

  constructor(bytes: Uint8Array = new Uint8Array()) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Goes on with these bytes; texts keep their numbers. */
  read(bytes: Uint8Array): void {
    this.at = 0;
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  forgetSymbols(): void {
    this.symbols = [];
  }

  u8(): number {
    return this.view.getUint8(this.at++);
  }

  u16(): number {
    this.at += 2;
    return this.view.getUint16(this.at - 2, true);
  }

  u32(): number {
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  f64(): number {
    this.at += 8;
    return this.view.getFloat64(this.at - 8, true);
  }

  uint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 0x80) {
      const byte = this.u8();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  /** A copy of its own. */
  block(): Uint8Array {
    const length = this.uint();
    const from = this.at;
    if (from + length > this.bytes.length) throw new RangeError(`a block of ${length} bytes goes beyond the end`);
    this.at += length;
    return this.bytes.slice(from, this.at);
  }

  text(): string {
    const head = this.uint();
    const length = Math.floor(head / 2);
    if (this.at + length > this.bytes.length) throw new RangeError(`a text of ${length} characters goes beyond the end`);
    let text = "";
    if (head % 2 === 1) for (let i = 0; i < length; i++) text += String.fromCharCode(this.u16());
    else for (let i = 0; i < length; i++) text += String.fromCharCode(this.bytes[this.at++]!);
    return text;
  }

  symbol(): string {
    const number = this.uint();
    if (number > 0) {
      const known = this.symbols[number - 1];
      if (known === undefined) throw new RangeError(`text number ${number} was never written`);
      return known;
    }
    const text = this.text();
    if (isSymbol(text, this.symbols.length)) this.symbols.push(text);
    return text;
  }
}

function isSymbol(text: string, known: number): boolean {
  return known < MAX_FLIGHT_SYMBOLS && text.length <= MAX_FLIGHT_SYMBOL_LENGTH;
}
