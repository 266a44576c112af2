/**
 * Finds the end of an HTTP answer and counts its body, whatever pieces it comes in, and keeps nothing: a client that
 * swallows a gigabyte per second must not be what is measured.
 */
const CR = 13;
const LF = 10;
/** Longest head, or line that begins a chunk. */
const MAX_TEXT_BYTES = 64 * 1024;

type State = "head" | "body" | "chunk-line" | "chunk" | "chunk-end" | "trailer";

export class AnswerCounter {
  status = 0;
  /** Of the body so far. */
  bytes = 0;
  isDone = false;
  #state: State = "head";
  /** Bytes of the body, or of this chunk, that are still to come. */
  #rest = 0;
  /** The head or line that is being read. */
  #text = "";

  /** Takes bytes of this answer; of a later one there are none before this one is done. */
  push(bytes: Buffer): void {
    for (let at = 0; at < bytes.length && !this.isDone; ) {
      at = this.#state === "body" || this.#state === "chunk" ? this.#skip(bytes, at) : this.#readLine(bytes, at);
    }
  }

  #skip(bytes: Buffer, at: number): number {
    const taken = Math.min(this.#rest, bytes.length - at);
    this.#rest -= taken;
    this.bytes += taken;
    if (this.#rest > 0) return at + taken;
    if (this.#state === "body") this.isDone = true;
    else this.#state = "chunk-end";
    return at + taken;
  }

  #readLine(bytes: Buffer, at: number): number {
    const end = bytes.indexOf(LF, at);
    this.#text += bytes.toString("latin1", at, end < 0 ? bytes.length : end + 1);
    if (this.#text.length > MAX_TEXT_BYTES) throw new Error("an answer has no end of its head");
    if (end < 0) return bytes.length;
    if (this.#state !== "head" || this.#text.endsWith("\r\n\r\n")) this.#takeText();
    return end + 1;
  }

  #takeText(): void {
    const text = this.#text;
    this.#text = "";
    switch (this.#state) {
      case "head": {
        this.status = Number(text.split(" ", 2)[1]);
        const length = /^content-length: *(\d+)/im.exec(text)?.[1];
        this.#rest = Number(length ?? 0);
        this.#state = length === undefined ? "chunk-line" : "body";
        this.isDone = length !== undefined && this.#rest === 0;
        return;
      }
      case "chunk-line":
        this.#rest = parseInt(text, 16);
        if (Number.isNaN(this.#rest)) throw new Error(`a chunk begins with '${text}'`);
        this.#state = this.#rest === 0 ? "trailer" : "chunk";
        return;
      case "chunk-end":
        this.#state = "chunk-line";
        return;
      default:
        this.isDone = text.charCodeAt(0) === CR;
    }
  }
}
