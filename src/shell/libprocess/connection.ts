/**
 * One outgoing connection to a libprocess peer. Bytes are written in the order they were given; what the peer answers (202
 * after 202) is read and thrown away. It ends once, and says so once.
 */
import { connect } from "node:net";
import type { Socket } from "node:net";
import { MAX_PEER_QUEUE_BYTES } from "../../model/limits.ts";

/** Four attempts of the kernel's (after 0, 1, 3 and 7 seconds). */
const CONNECT_TIMEOUT_MS = 15_000;
/** How long a connection we are done with waits for the peer to take the last bytes and close. */
const LINGER_MS = 5_000;

export interface ConnectionOptions {
  readonly host: string;
  readonly port: number;
  /** All bytes given so far have left this process. */
  onDrained(): void;
  /** Refused, broken, closed by the peer, or too slow. Not called after `close` or `destroy`. */
  onOver(why: string): void;
}

export class Connection {
  readonly #socket: Socket;
  readonly #options: ConnectionOptions;
  readonly #timeout: NodeJS.Timeout;
  #over = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#socket = connect({ host: options.host, port: options.port, noDelay: true, keepAlive: true });
    this.#timeout = setTimeout(() => this.#end("connecting took too long"), CONNECT_TIMEOUT_MS);
    this.#socket.on("connect", () => clearTimeout(this.#timeout));
    this.#socket.on("data", () => {});
    this.#socket.on("end", () => this.#end("closed by the peer"));
    this.#socket.on("error", (error) => this.#end(error.message));
    this.#socket.on("close", () => this.#end("closed"));
  }

  send(bytes: Uint8Array): void {
    if (this.#over) return;
    this.#socket.write(bytes, () => {
      if (!this.#over && this.#socket.writableLength === 0) this.#options.onDrained();
    });
    if (this.#socket.writableLength > MAX_PEER_QUEUE_BYTES) this.#end("too many bytes wait for it");
  }

  /** Ends it in peace: the bytes given so far are still sent. */
  close(): void {
    if (this.#over) return;
    this.#over = true;
    this.#socket.end();
    const linger = setTimeout(() => this.#socket.destroy(), LINGER_MS);
    this.#socket.once("close", () => clearTimeout(linger));
  }

  /** Ends it at once: the process is going down. */
  destroy(): void {
    this.#over = true;
    clearTimeout(this.#timeout);
    this.#socket.destroy();
  }

  #end(why: string): void {
    clearTimeout(this.#timeout);
    if (this.#over) return;
    this.destroy();
    this.#options.onOver(why);
  }
}
