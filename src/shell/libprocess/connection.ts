/**
 * One outgoing connection to a libprocess peer. Bytes are written in the order they were given; what the peer answers (202
 * after 202) is read and thrown away. It ends once, and says so once.
 */
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { MAX_PEER_QUEUE_BYTES } from "../../model/limits.ts";
import { dialPlain, dialTls } from "../tls/dial.ts";
import type { TlsSettings } from "../tls/settings.ts";

/** Four attempts of the kernel's (after 0, 1, 3 and 7 seconds). */
const CONNECT_TIMEOUT_MS = 15_000;
/** How long a connection we are done with waits for the peer to take the last bytes and close. */
const LINGER_MS = 5_000;

export interface ConnectionOptions {
  readonly host: string;
  readonly port: number;
  /** Absent: the peer is spoken to plainly. */
  readonly tls: TlsSettings | undefined;
  /** All bytes given so far have left this process. */
  onDrained(): void;
  /** Refused, broken, closed by the peer, or too slow. Not called after `close` or `destroy`. */
  onOver(why: string): void;
}

export class Connection {
  #socket: Socket;
  readonly #options: ConnectionOptions;
  readonly #timeout: NodeJS.Timeout;
  #over = false;
  /** What was given before the handshake was over, to be given again to a peer that speaks plainly. */
  #early: Uint8Array[] | undefined;

  constructor(options: ConnectionOptions) {
    const { tls } = options;
    this.#options = options;
    this.#timeout = setTimeout(() => this.#end("connecting took too long"), CONNECT_TIMEOUT_MS);
    if (tls?.supportDowngrade === true) this.#early = [];
    this.#socket = tls === undefined ? dialPlain(options) : dialTls(options, tls);
    this.#listen(this.#socket, tls === undefined ? "connect" : "secureConnect");
  }

  #listen(socket: Socket, ready: "connect" | "secureConnect"): void {
    const over = (why: string): void => {
      if (socket !== this.#socket) return;
      if (this.#early === undefined || !reached || isRefused(socket)) this.#end(why);
      else this.#downgrade(this.#early);
    };
    let reached = false;
    socket.on("connect", () => {
      reached = true;
    });
    socket.on(ready, () => {
      clearTimeout(this.#timeout);
      this.#early = undefined;
    });
    socket.on("data", () => {});
    socket.on("end", () => over("closed by the peer"));
    socket.on("error", (error) => over(error.message));
    socket.on("close", () => over("closed"));
  }

  /** The peer does not speak TLS: once more, plainly (LIBPROCESS_SSL_SUPPORT_DOWNGRADE). */
  #downgrade(early: readonly Uint8Array[]): void {
    if (this.#over) return;
    const failed = this.#socket;
    this.#early = undefined;
    this.#socket = dialPlain(this.#options);
    failed.destroy();
    this.#listen(this.#socket, "connect");
    for (const bytes of early) this.send(bytes);
  }

  send(bytes: Uint8Array): void {
    if (this.#over) return;
    const socket = this.#socket;
    this.#early?.push(bytes);
    socket.write(bytes, (error) => {
      if (error !== undefined && error !== null) return;
      if (!this.#over && socket === this.#socket && socket.writableLength === 0) this.#options.onDrained();
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

  /** Ends it and takes back what the peer has not got yet: nothing may come after what is said over another connection. */
  reset(): void {
    this.#over = true;
    clearTimeout(this.#timeout);
    if (this.#socket instanceof TLSSocket) this.#socket.destroy();
    else this.#socket.resetAndDestroy();
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

/** It speaks TLS, but is not who it should be: that is no reason to speak plainly. */
function isRefused(socket: Socket): boolean {
  const { authorizationError } = socket as Partial<TLSSocket>;
  return authorizationError !== undefined && authorizationError !== null;
}
