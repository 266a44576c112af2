/** What comes in pieces, put together at once. */
import { Message, Text } from "./pieces.ts";
import type { Field, Piece, Sink } from "./pieces.ts";

export function wholeText(pieces: readonly Piece[]): string {
  const whole = new Parts();
  new Text(pieces).write(whole, Infinity, never);
  return whole.texts.join("");
}

export function wholeMessage(fields: readonly Field[]): Uint8Array {
  const message = new Message(fields);
  message.measure(never);
  const whole = new Parts();
  message.write(whole, Infinity, never);
  const bytes = new Uint8Array(whole.length);
  let at = 0;
  for (const part of whole.bytes) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const never = (): boolean => false;

/** Keeps everything: of an answer it is either all text or all bytes, but for the commas. */
class Parts implements Sink {
  readonly texts: string[] = [];
  readonly bytes: Uint8Array[] = [];
  length = 0;

  putText(text: string): void {
    this.texts.push(text);
    this.length += text.length;
  }

  putBytes(bytes: Uint8Array): void {
    this.bytes.push(bytes);
    this.length += bytes.length;
  }

  putByte(byte: number): void {
    this.texts.push(String.fromCharCode(byte));
    this.bytes.push(Uint8Array.of(byte));
    this.length++;
  }
}
