/**
 * One port for everything (design §5). A peer of the old wire posts libprocess messages, pipelined, over connections that
 * must never be closed by us while idle; everybody else speaks plain HTTP. The front door accepts the connection, peeks at
 * the head of the first request (peek.ts) and hands the socket to one of three owners:
 *
 *     socket -> peek --- libprocess message ---> libprocess/server.ts   202 per message, in order
 *                   \--- call of a scheduler --> lane/lane.ts           answers, in order, many in one write
 *                   |                              | anything else
 *                   |                              V
 *                   \--- anything else --------> api.ts (Fastify)      answers, event streams (streams.ts)
 *
 * A connection of the lane goes to Fastify with the first request that is nothing for the lane; otherwise a connection stays
 * with its owner. A message that comes later on a connection of Fastify's is delivered like any other; a plain request on a
 * libprocess connection is answered 400.
 *
 * Master and agent each open one; so does a program that only needs to be reached by messages (then without `http`, and
 * Fastify is never loaded).
 */
import { createServer } from "node:net";
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import type { Content, HttpRequest, HttpResponse, StreamId } from "../../master/event.ts";
import { HEAD_TIMEOUT_MS, MAX_CONNECTIONS_PER_ADDRESS, MESSAGE_TIMEOUT_MS } from "../../model/limits.ts";
import type { Log, Random, Transport } from "../../ports.ts";
import { createTransport } from "../libprocess/transport.ts";
import type { OwnedTransport } from "../libprocess/transport.ts";
import { serveLibprocess } from "../libprocess/server.ts";
import type { Incoming } from "../libprocess/server.ts";
import type { Api } from "./api.ts";
import { createAcceptor } from "../tls/accept.ts";
import type { TlsSettings } from "../tls/settings.ts";
import { createCrowds, oncePerSecond } from "./crowds.ts";
import { connectionsThatFit } from "./descriptors.ts";
import type { Download } from "./downloads.ts";
import type { Origins } from "./origins.ts";
import { peek } from "./peek.ts";

export interface FrontDoorOptions {
  /** Address to listen on. */
  readonly ip: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where peers reach us, if it differs from where we listen (ENV-02). */
  readonly advertiseIp?: string;
  readonly advertisePort?: number;
  /** Is there an actor of this id in this process? A message for another one is answered 404. */
  hasActor(id: string): boolean;
  /** Absent: this process takes messages only. */
  readonly http?: HttpSide;
  readonly log: Log;
  readonly random: Random;
  readonly headTimeoutMs?: number;
  readonly requestTimeoutMs?: number;
  readonly limits?: DoorLimits;
  /** Pages of these may read our answers; by default none but our own. */
  readonly allowedOrigins?: Origins;
  /** Refuse messages whose sender claims another IP than the one they come from (ENV-03). Off by default. */
  readonly requirePeerIp?: boolean;
  /** Absent: plain bytes only, in both directions. */
  readonly tls?: TlsSettings | undefined;
}

/** By default those of model/limits.ts. */
export interface DoorLimits {
  readonly connectionsPerAddress?: number | undefined;
  readonly streamsPerAddress?: number | undefined;
}

/** Who takes the HTTP requests: a driver that makes events of them. */
export interface HttpSide {
  onRequest(request: HttpRequest): void;
  /** The client, or a full queue, ended a stream that `open` had begun. Not called after `end`. */
  onStreamClosed(stream: StreamId): void;
}

export interface FrontDoor {
  /** Where it listens. */
  readonly ip: string;
  readonly port: number;
  /** Messages in and out; its `address` is the advertised one. */
  readonly transport: Transport;
  /** Answers a request. Unknown ids are ignored: the client has gone. */
  reply(request: number, response: HttpResponse): void;
  /** Answers a request with a file, which is closed in any case. */
  download(request: number, download: Download): void;
  /** Is this request's client still there, and without an answer? */
  isWaiting(request: number): boolean;
  /** What is still to come of a request's body after what the core was given of it: of one that comes as records. */
  restOfBody(request: number): AsyncIterable<Uint8Array>;
  /** Answers 200 with these headers (give Content-Type among them) and keeps the response open as a chunked stream. */
  open(request: number, stream: string, headers: Readonly<Record<string, string>>): void;
  /** Appends bytes to a stream: complete records. Ignored once the stream is closed. */
  write(stream: string, bytes: Uint8Array): void;
  /** Appends a record that may be long and is made little by little; what is written later comes later. */
  writeLong(stream: string, content: Content): void;
  end(stream: string): void;
  /** Stops reading from libprocess peers while the events they caused wait; `resume` goes on. */
  pause(): void;
  resume(): void;
  /** Closes the port, every connection and every link. */
  close(): Promise<void>;
}

/**
 * Opens the port. Nothing is served before the caller's own turn is over: the handlers of `transport` belong into it. Rejects
 * with the error of `listen` (code EADDRINUSE, EACCES, EADDRNOTAVAIL) when it cannot.
 */
export async function openFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const headTimeoutMs = options.headTimeoutMs ?? HEAD_TIMEOUT_MS;
  const { requestTimeoutMs } = options;
  const sockets = new Set<Socket>();
  const messagePeers = new Set<Socket>();
  let paused = false;

  // Everything that serves a connection is there before the port is: nobody who connects early is forgotten.
  let deliver: OwnedTransport["deliver"] = () => {};
  const incoming = {
    hasActor: (id: string) => options.hasActor(id),
    deliver: (message: Incoming) => deliver(message),
    requirePeerIp: options.requirePeerIp === true,
    headTimeoutMs,
    messageTimeoutMs: requestTimeoutMs ?? MESSAGE_TIMEOUT_MS,
  };
  let api: Api | undefined;
  if (options.http !== undefined) {
    const { createApi } = await import("./api.ts");
    const { http, random, log, limits, allowedOrigins } = options;
    api = await createApi({
      http, random, log, headTimeoutMs, requestTimeoutMs, incoming, allowedOrigins, streamsPerAddress: limits?.streamsPerAddress,
    });
  }

  const takeMessages = (socket: Socket, head: Buffer): void => {
    messagePeers.add(socket);
    serveLibprocess(socket, head, incoming);
    if (paused) socket.pause();
  };
  const takeRequests = (socket: Socket, head: Buffer): void => {
    if (api === undefined) {
      socket.end("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      return;
    }
    api.take(socket, head);
  };

  const server = createServer({ keepAlive: true, keepAliveInitialDelay: 30_000, noDelay: true });
  const maxConnections = connectionsThatFit();
  server.maxConnections = maxConnections;
  const dropped = oncePerSecond();
  server.on("drop", () => dropped((times) => {
    options.log.warn({ limit: maxConnections, times }, "Too many connections: more are closed at once");
  }));
  const serve = (socket: Socket): void => {
    socket.on("error", () => socket.destroy());
    socket.on("close", () => messagePeers.delete(socket));
    peek(socket, headTimeoutMs, (kind, head) => (kind === "message" ? takeMessages : takeRequests)(socket, head));
  };
  const accept = options.tls === undefined ? serve : createAcceptor(options.tls, serve);
  const crowds = createCrowds("connections", options.limits?.connectionsPerAddress ?? MAX_CONNECTIONS_PER_ADDRESS, options.log);
  server.on("connection", (socket) => {
    socket.on("error", () => socket.destroy());
    const { remoteAddress = "" } = socket;
    if (!crowds.join(remoteAddress)) return void socket.destroy();
    sockets.add(socket);
    socket.on("close", () => {
      sockets.delete(socket);
      crowds.leave(remoteAddress);
    });
    accept(socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: options.ip, port: options.port, backlog: 4096 }, () => {
      server.off("error", reject);
      resolve();
    });
  }).catch(async (error: unknown) => {
    await api?.close();
    throw error;
  });
  server.on("error", (error) => options.log.error({ error: error.message }, "The front door failed to accept"));
  const { port } = server.address() as { port: number };

  const owned = createTransport({
    host: options.advertiseIp ?? options.ip,
    port: options.advertisePort ?? port,
    tls: options.tls,
    log: options.log,
  });
  deliver = owned.deliver;

  return {
    ip: options.ip,
    port,
    transport: owned.transport,
    reply: (request, response) => api?.reply(request, response),
    download: (request, download) => api?.download(request, download),
    isWaiting: (request) => api?.isWaiting(request) === true,
    restOfBody: (request) => api?.restOfBody(request) ?? Readable.from([]),
    open: (request, stream, headers) => api?.open(request, stream, headers),
    write: (stream, bytes) => api?.write(stream, bytes),
    writeLong: (stream, content) => api?.writeLong(stream, content),
    end: (stream) => api?.end(stream),
    pause: () => {
      paused = true;
      for (const socket of messagePeers) socket.pause();
    },
    resume: () => {
      paused = false;
      for (const socket of messagePeers) socket.resume();
    },
    close: async () => {
      owned.closeLinks();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await api?.close();
      await closed;
    },
  };
}
