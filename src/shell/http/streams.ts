/**
 * The open event streams of one front door. A stream whose reader is slow may keep MAX_STREAM_QUEUE_BYTES waiting; one byte
 * more and it is cut, and the core hears `stream-closed`, exactly as if the client had gone.
 */
import type { ServerResponse } from "node:http";
import type { StreamId } from "../../master/event.ts";
import { MAX_STREAM_QUEUE_BYTES } from "../../model/limits.ts";

export class Streams {
  readonly #open = new Map<StreamId, ServerResponse>();
  readonly #onClosed: (stream: StreamId) => void;

  constructor(onClosed: (stream: StreamId) => void) {
    this.#onClosed = onClosed;
  }

  add(stream: StreamId, response: ServerResponse): void {
    this.#open.set(stream, response);
    response.on("close", () => this.#gone(stream));
  }

  write(stream: StreamId, bytes: Uint8Array): void {
    const response = this.#open.get(stream);
    if (response === undefined) return;
    response.write(bytes);
    if (response.writableLength > MAX_STREAM_QUEUE_BYTES) response.destroy();
  }

  end(stream: StreamId): void {
    const response = this.#open.get(stream);
    this.#open.delete(stream);
    response?.end();
  }

  #gone(stream: StreamId): void {
    if (this.#open.delete(stream)) this.#onClosed(stream);
  }
}
