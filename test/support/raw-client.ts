/** A TCP client that writes exact bytes and keeps what comes back, for tests of what stands on the wire. */
import { connect } from "node:net";
import type { Socket } from "node:net";

export interface RawClient {
  readonly socket: Socket;
  /** Everything received so far. */
  text(): string;
  write(bytes: string | Uint8Array): void;
  /** Resolves when the received text matches; rejects after `timeoutMs`. */
  until(pattern: RegExp, timeoutMs?: number): Promise<string>;
  /** Resolves when the peer has closed the connection. */
  closed(timeoutMs?: number): Promise<void>;
  close(): void;
}

export async function rawClient(port: number): Promise<RawClient> {
  const socket = connect({ host: "127.0.0.1", port });
  let received = "";
  let isClosed = false;
  socket.setEncoding("latin1");
  socket.on("data", (chunk) => (received += chunk));
  socket.on("error", () => {});
  socket.on("close", () => (isClosed = true));
  await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));

  const wait = async (done: () => boolean, what: () => string, timeoutMs: number): Promise<void> => {
    const deadline = Date.now() + timeoutMs;
    while (!done()) {
      if (Date.now() > deadline) throw new Error(what());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return {
    socket,
    text: () => received,
    write: (bytes) => void socket.write(bytes),
    until: async (pattern, timeoutMs = 5_000) => {
      await wait(() => pattern.test(received), () => `waited for ${pattern}, got ${JSON.stringify(received)}`, timeoutMs);
      return received;
    },
    closed: (timeoutMs = 5_000) => wait(() => isClosed, () => `still open; got ${JSON.stringify(received)}`, timeoutMs),
    close: () => socket.destroy(),
  };
}

/** How many complete answers of this status are in `text`. */
export function answers(text: string, status: number): number {
  return text.split(`HTTP/1.1 ${status} `).length - 1;
}
