/**
 * TCP proxies that stand between programs: they can be cut, like a cable, for everybody or for one caller only, and
 * healed; and they see what callers send, when they send it. While a line is cut nothing goes through, no end of a
 * connection either; what was sent meanwhile arrives late, as it does when a network comes back.
 */
import { connect, createServer } from "node:net";
import type { Socket } from "node:net";

export interface Proxy {
  readonly port: number;
  cut(): void;
  heal(): void;
  /** For the libprocess program only that calls itself this `host:port`. */
  cutFrom(caller: string): void;
  healFrom(caller: string): void;
  close(): void;
}

/** What one side sends to the other. */
class Lane {
  readonly #to: Socket;
  readonly #isCut: () => boolean;
  #held: Buffer[] = [];
  #ended = false;

  constructor(from: Socket, to: Socket, isCut: () => boolean, onBytes: (chunk: Buffer) => void) {
    this.#to = to;
    this.#isCut = isCut;
    from.on("data", (chunk: Buffer) => {
      onBytes(chunk);
      this.#held.push(chunk);
      this.flush();
      if (to.writableNeedDrain) from.pause();
    });
    to.on("drain", () => from.resume());
    from.on("error", () => {});
    from.on("close", () => {
      this.#ended = true;
      this.flush();
    });
  }

  flush(): void {
    if (this.#isCut()) return;
    for (const chunk of this.#held.splice(0)) this.#to.write(chunk);
    if (this.#ended) this.#to.destroySoon();
  }
}

interface Line {
  /** Who it said it is, once it has said anything. */
  caller: string | undefined;
  readonly lanes: readonly Lane[];
  readonly sockets: readonly Socket[];
}

export async function startProxy(port: number, target: number, onBytes: (chunk: Buffer) => void = () => {}): Promise<Proxy> {
  const lines = new Set<Line>();
  const cutCallers = new Set<string>();
  let allCut = false;
  const waiting: Socket[] = [];

  const join = (client: Socket): void => {
    const server = connect(target, "127.0.0.1");
    const isCut = (): boolean => allCut || (line.caller !== undefined && cutCallers.has(line.caller));
    const line: Line = {
      caller: undefined,
      sockets: [client, server],
      lanes: [
        new Lane(client, server, isCut, (chunk) => {
          line.caller ??= /\r\nLibprocess-From: [^@\r\n]+@([\d.]+:\d+)\r\n/.exec(chunk.toString("latin1"))?.[1];
          onBytes(chunk);
        }),
        new Lane(server, client, isCut, () => {}),
      ],
    };
    lines.add(line);
    for (const socket of line.sockets) {
      socket.once("close", () => (client.destroyed && server.destroyed ? lines.delete(line) : undefined));
    }
  };
  const flush = (): void => {
    for (const { lanes } of lines) for (const lane of lanes) lane.flush();
  };

  // Without an answer, as far as a caller can tell: it is connected to nobody.
  const listener = createServer((client) => {
    if (!allCut) return join(client);
    client.pause();
    client.on("error", () => {});
    waiting.push(client);
  });
  await new Promise<void>((resolve, reject) => listener.once("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    port,
    cut: () => {
      allCut = true;
    },
    heal: () => {
      allCut = false;
      flush();
      for (const client of waiting.splice(0)) if (!client.destroyed) join(client);
    },
    cutFrom: (caller) => void cutCallers.add(caller),
    healFrom: (caller) => {
      cutCallers.delete(caller);
      flush();
    },
    close: () => {
      listener.close();
      for (const { sockets } of lines) for (const socket of sockets) socket.destroy();
      for (const client of waiting) client.destroy();
    },
  };
}
