/** One TCP connection to one server: packets in, packets out. Nothing is ever sent after it has closed. */
import type { Socket } from "node:net";
import { MAX_ZOOKEEPER_PACKET_BYTES } from "../../model/limits.ts";
import { ByteQueue } from "../../wire/byte-queue.ts";
import { dialPlain, dialTls } from "../tls/dial.ts";
import type { TlsSettings } from "../tls/settings.ts";

export interface ConnectionEvents {
  onOpen(): void;
  onPacket(packet: Uint8Array): void;
  /** Called once, whoever closed it. */
  onClosed(why: string): void;
}

export class Connection {
  readonly #socket: Socket;
  readonly #events: ConnectionEvents;
  readonly #bytes = new ByteQueue();
  #closed = false;

  constructor(
    server: { readonly host: string; readonly port: number }, tls: TlsSettings | undefined, events: ConnectionEvents,
  ) {
    this.#events = events;
    this.#socket = tls === undefined ? dialPlain(server) : dialTls(server, tls);
    this.#socket.on(tls === undefined ? "connect" : "secureConnect", () => events.onOpen());
    this.#socket.on("data", (chunk) => this.#take(chunk));
    this.#socket.on("error", (error) => this.destroy(error.message));
    this.#socket.on("close", () => this.destroy("the server closed the connection"));
  }

  send(packet: Buffer): void {
    if (!this.#closed) this.#socket.write(packet);
  }

  destroy(why: string): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#socket.destroy();
    this.#events.onClosed(why);
  }

  #take(chunk: Uint8Array): void {
    this.#bytes.append(chunk);
    while (!this.#closed && this.#bytes.length >= 4) {
      const length = [0, 1, 2, 3].reduce((sum, offset) => sum * 256 + this.#bytes.at(offset)!, 0);
      if (length > MAX_ZOOKEEPER_PACKET_BYTES) return this.destroy(`the server sent a packet of ${length} bytes`);
      if (this.#bytes.length < 4 + length) return;
      this.#bytes.skip(4);
      const packet = this.#bytes.take(length);
      try {
        this.#events.onPacket(packet);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return this.destroy(`the server sent a packet that cannot be read: ${error.message}`);
      }
    }
  }
}
