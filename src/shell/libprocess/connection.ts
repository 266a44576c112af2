/**
 * One outgoing connection to a libprocess peer. Bytes are written in the order they were given, those of one turn together;
 * what the peer answers (202 after 202) is read and thrown away. It ends once, and says so once.
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
/** What is given in one turn is copied into one piece, if it is no longer than this. */
const MAX_JOINED_BYTES = 256 * 1_024;

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
  /** What was given in this turn. */
  #given: Uint8Array[] = [];
  #givenBytes = 0;
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
    this.#given = [];
    this.#givenBytes = 0;
    this.#socket = dialPlain(this.#options);
    failed.destroy();
    this.#listen(this.#socket, "connect");
    for (const bytes of early) this.send(bytes);
  }

  send(bytes: Uint8Array): void {
    if (this.#over) return;
    this.#early?.push(bytes);
    if (this.#given.length === 0) process.nextTick(writeGiven, this);
    this.#given.push(bytes);
    this.#givenBytes += bytes.length;
    if (this.#socket.writableLength + this.#givenBytes > MAX_PEER_QUEUE_BYTES) this.#end("too many bytes wait for it");
  }

  /** Writes what was given and not written yet. */
  write(): void {
    if (this.#over || this.#given.length === 0) return;
    const [socket, given, bytes] = [this.#socket, this.#given, this.#givenBytes];
    this.#given = [];
    this.#givenBytes = 0;
    const pieces = given.length > 1 && bytes <= MAX_JOINED_BYTES ? [Buffer.concat(given, bytes)] : given;
    for (const piece of pieces) {
      socket.write(piece, (error) => {
        if (error !== undefined && error !== null) return;
        const isDrained = socket === this.#socket && socket.writableLength + this.#givenBytes === 0;
        if (!this.#over && isDrained) this.#options.onDrained();
      });
    }
  }

  /** Ends it in peace: the bytes given so far are still sent. */
  close(): void {
    if (this.#over) return;
    this.write();
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
    this.write();
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

function writeGiven(connection: Connection): void {
  connection.write();
}

/** It speaks TLS, but is not who it should be: that is no reason to speak plainly. */
function isRefused(socket: Socket): boolean {
  const { authorizationError } = socket as Partial<TLSSocket>;
  return authorizationError !== undefined && authorizationError !== null;
}
