/** Reads long answers with as little work as can be: over connections that are kept, into memory that is used again. */
import { createConnection } from "node:net";
import type { Socket } from "node:net";
import { AnswerCounter } from "./answer-counter.ts";
import type { Address } from "./fleet.ts";
import type { Asked } from "./http.ts";

const READ_BYTES = 256 * 1024;

export interface Swallowed {
  readonly status: number;
  /** Of the body. */
  readonly bytes: number;
  /** From the first byte of the request until the last one of the answer. */
  readonly ms: number;
}

interface Exchange {
  readonly counter: AnswerCounter;
  done(error?: Error): void;
}

interface Connection {
  readonly socket: Socket;
  exchange: Exchange | undefined;
}

/** Connections nobody uses at the moment, by address. */
const idle = new Map<string, Set<Connection>>();

export function swallow(address: Address, path: string, asked: Omit<Asked, "agent" | "keepsBody"> = {}): Promise<Swallowed> {
  const { host, port } = address;
  const { method = "GET", headers = {}, body = "" } = asked;
  const key = `${host}:${port}`;
  const free = idle.get(key) ?? new Set<Connection>();
  idle.set(key, free);
  const [connection = connect(address, free)] = free;
  free.delete(connection);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const length = body.length === 0 ? "" : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  return new Promise((resolve, reject) => {
    const fromMs = performance.now();
    const counter = new AnswerCounter();
    connection.exchange = {
      counter,
      done(error) {
        connection.exchange = undefined;
        if (error !== undefined) return reject(error);
        free.add(connection);
        connection.socket.unref();
        resolve({ status: counter.status, bytes: counter.bytes, ms: performance.now() - fromMs });
      },
    };
    connection.socket.ref();
    connection.socket.write(`${method} ${path} HTTP/1.1\r\nHost: ${key}\r\n${lines}${length}\r\n`);
    if (body.length > 0) connection.socket.write(body);
  });
}

function connect({ host, port }: Address, free: Set<Connection>): Connection {
  const callback = (length: number, bytes: Uint8Array): boolean => {
    const { exchange } = connection;
    exchange?.counter.push(Buffer.from(bytes.buffer, bytes.byteOffset, length));
    if (exchange?.counter.isDone === true) exchange.done();
    return true;
  };
  const onread = { buffer: Buffer.allocUnsafeSlow(READ_BYTES), callback };
  const connection: Connection = { socket: createConnection({ host, port, noDelay: true, onread }), exchange: undefined };
  let failure = new Error("the connection was closed in the middle of an answer");
  connection.socket.on("error", (error) => (failure = error));
  connection.socket.on("close", () => {
    free.delete(connection);
    connection.exchange?.done(failure);
  });
  return connection;
}
