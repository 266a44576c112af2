/**
 * The open event streams of one front door. A stream whose reader is slow may keep MAX_STREAM_QUEUE_BYTES waiting; one byte
 * more and it is cut, and the core hears `stream-closed`, exactly as if the client had gone.
 */
import type { ServerResponse } from "node:http";
import { MAX_STREAM_QUEUE_BYTES } from "../../model/limits.ts";

export class Streams {
  readonly #open = new Map<string, ServerResponse>();
  readonly #onClosed: (stream: string) => void;

  constructor(onClosed: (stream: string) => void) {
    this.#onClosed = onClosed;
  }

  add(stream: string, response: ServerResponse): void {
    this.#open.set(stream, response);
    response.on("close", () => this.#gone(stream));
  }

  write(stream: string, bytes: Uint8Array): void {
    const response = this.#open.get(stream);
    if (response === undefined) return;
    response.write(bytes);
    if (response.writableLength > MAX_STREAM_QUEUE_BYTES) response.destroy();
  }

  end(stream: string): void {
    const response = this.#open.get(stream);
    this.#open.delete(stream);
    response?.end();
  }

  #gone(stream: string): void {
    if (this.#open.delete(stream)) this.#onClosed(stream);
  }
}
