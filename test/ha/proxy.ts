/**
 * TCP proxies that stand between two programs: they can be cut, like a cable, and healed; and they see what goes
 * through.
 */
import { connect, createServer } from "node:net";
import type { Socket } from "node:net";

export interface Proxy {
  readonly port: number;
  /** Nothing goes through any more, in either direction; connections stay and new ones hang. */
  cut(): void;
  heal(): void;
  close(): void;
}

/** `onBytes`: what clients send, as it arrives here, even while the cable is cut. */
export async function startProxy(port: number, target: number, onBytes?: (chunk: Buffer) => void): Promise<Proxy> {
  const pairs = new Set<{ readonly client: Socket; readonly server: Socket }>();
  let pending: Socket[] = [];
  let isCut = false;

  const join = (client: Socket): void => {
    const server = connect(target, "127.0.0.1");
    const pair = { client, server };
    pairs.add(pair);
    const forward = (from: Socket, to: Socket, seen?: (chunk: Buffer) => void): void => {
      from.on("data", (chunk: Buffer) => {
        seen?.(chunk);
        if (!to.write(chunk)) from.pause();
      });
      to.on("drain", () => (isCut ? undefined : from.resume()));
      from.on("error", () => {});
      from.on("close", () => {
        pairs.delete(pair);
        to.destroy();
      });
    };
    forward(client, server, onBytes);
    forward(server, client);
  };

  const listener = createServer((client) => {
    if (!isCut) return join(client);
    client.pause();
    client.on("error", () => {});
    pending.push(client);
  });
  await new Promise<void>((resolve, reject) => listener.once("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    port,
    cut: () => {
      isCut = true;
      for (const { client, server } of pairs) {
        client.pause();
        server.pause();
      }
    },
    heal: () => {
      isCut = false;
      for (const { client, server } of pairs) {
        client.resume();
        server.resume();
      }
      const waiting = pending;
      pending = [];
      for (const client of waiting) if (!client.destroyed) join(client);
    },
    close: () => {
      listener.close();
      for (const { client, server } of pairs) {
        client.destroy();
        server.destroy();
      }
    },
  };
}
