/**
 * What has come of a request that is not complete, and how long the rest may take: its head from the first byte on, and
 * all of it from the first byte on. A body is put together once, when all of it is there.
 */
import { receive } from "../receiving.ts";

export interface UnreadOptions {
  readonly headTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** The rest has taken too long. */
  onLate(): void;
}

export class Unread {
  readonly #options: UnreadOptions;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #wanted = 0;
  #beganAtMs = 0;
  #timeout: NodeJS.Timeout | undefined;
  #isInHead = false;

  constructor(options: UnreadOptions) {
    this.#options = options;
  }

  /** A request has begun and is not complete. */
  get isWaiting(): boolean {
    return this.#bytes > 0;
  }

  /**
   * Keeps the first bytes of a request; `wanted`: all that it has, undefined while nobody knows. `isNew`: it is not
   * the one that was begun before. False: too much is being received.
   */
  keep(bytes: Buffer, wanted: number | undefined, isNew: boolean): boolean {
    this.#chunks = [bytes];
    this.#bytes = bytes.length;
    this.#wanted = wanted ?? 0;
    this.#watch(wanted === undefined, isNew);
    return receive(bytes.length);
  }

  /** What there is to look at now; undefined: the request is still not complete. */
  push(chunk: Buffer): Buffer | "too much" | undefined {
    if (this.#bytes === 0) return chunk;
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    if (!receive(chunk.length)) return "too much";
    return this.#bytes < this.#wanted ? undefined : this.take();
  }

  /** What is here, which is forgotten; its time goes on. */
  take(): Buffer {
    const bytes = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks, this.#bytes);
    receive(-this.#bytes);
    this.#chunks = [];
    this.#bytes = 0;
    return bytes;
  }

  /** Nothing has begun that is not complete. */
  rest(): void {
    if (this.#timeout === undefined) return;
    clearTimeout(this.#timeout);
    this.#timeout = undefined;
  }

  #watch(isInHead: boolean, isNew: boolean): void {
    if (isNew) this.rest();
    if (this.#timeout === undefined) this.#beganAtMs = performance.now();
    else if (isInHead === this.#isInHead) return;
    this.rest();
    this.#isInHead = isInHead;
    const { headTimeoutMs, requestTimeoutMs, onLate } = this.#options;
    const tookMs = performance.now() - this.#beganAtMs;
    this.#timeout = setTimeout(onLate, (isInHead ? headTimeoutMs : requestTimeoutMs) - tookMs);
  }
}
