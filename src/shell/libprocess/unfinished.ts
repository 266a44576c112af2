/**
 * Messages that have begun to come in and are not complete. They are bounded: all of one process together in bytes, and each
 * of them in time, so that nobody holds memory by sending half of something.
 */
import type { Socket } from "node:net";
import { MAX_MESSAGE_BODIES_BYTES, MESSAGE_STALL_TIMEOUT_MS, SMALL_MESSAGE_BYTES } from "../../model/limits.ts";

/** Of all connections of this process. */
let heldBytes = 0;

/** From the first byte of a head, or of what follows it, to the last. */
export interface MessageTimeouts {
  readonly headTimeoutMs: number;
  readonly messageTimeoutMs: number;
}

/** What one connection holds. */
export class Unfinished {
  readonly #socket: Socket;
  readonly #timeouts: MessageTimeouts;
  #bytes = 0;
  #isInHead = false;
  #timeout: NodeJS.Timeout | undefined;

  constructor(socket: Socket, timeouts: MessageTimeouts) {
    this.#socket = socket;
    this.#timeouts = timeouts;
    socket.on("timeout", () => socket.destroy());
    socket.on("close", () => {
      clearTimeout(this.#timeout);
      heldBytes -= this.#bytes;
      this.#bytes = 0;
    });
  }

  /**
   * `bytes` are here of a message that is not complete, 0 between two; `isInHead`: not even its head; `completed`: one
   * became complete just now.
   */
  now(bytes: number, isInHead: boolean, completed: boolean): void {
    if (this.#socket.destroyed) return;
    heldBytes += bytes - this.#bytes;
    this.#bytes = bytes;
    if (bytes > SMALL_MESSAGE_BYTES && heldBytes > MAX_MESSAGE_BODIES_BYTES) return void this.#socket.destroy();
    this.#socket.setTimeout(bytes === 0 ? 0 : MESSAGE_STALL_TIMEOUT_MS);
    if (bytes === 0 || completed || isInHead !== this.#isInHead) {
      clearTimeout(this.#timeout);
      this.#timeout = undefined;
    }
    this.#isInHead = isInHead;
    if (bytes === 0) return;
    const { headTimeoutMs, messageTimeoutMs } = this.#timeouts;
    this.#timeout ??= setTimeout(() => this.#socket.destroy(), isInHead ? headTimeoutMs : messageTimeoutMs);
  }
}
