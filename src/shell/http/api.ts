/**
 * The HTTP half of the front door: Fastify reads requests and keeps connections in order; one route takes everything, makes
 * an `HttpRequest` of it and remembers where the answer goes. Paths mean nothing here: the core routes them.
 */
import fastify from "fastify";
import { METHODS } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Content, HttpRequest, HttpResponse, RequestId, StreamId } from "../../master/event.ts";
import {
  KEEP_ALIVE_TIMEOUT_MS, MAX_HEADER_BYTES, MAX_REQUESTS_IN_FLIGHT, MAX_STREAMS_PER_ADDRESS, REQUEST_TIMEOUT_MS,
} from "../../model/limits.ts";
import type { Log, Random } from "../../ports.ts";
import { isMessage, takeMessage } from "../libprocess/by-http.ts";
import type { IncomingOptions } from "../libprocess/server.ts";
import { answer, answerOpen, answerText } from "./answer.ts";
import { keepLastBlanks, withLastBlank } from "./blanks.ts";
import { readBody, readFirstRecord } from "./body.ts";
import type { Refusal } from "./body.ts";
import { createCrowds } from "./crowds.ts";
import { answerDownload } from "./downloads.ts";
import type { Download } from "./downloads.ts";
import type { HttpSide } from "./front-door.ts";
import { answersOrigin } from "./origins.ts";
import type { Origins } from "./origins.ts";
import { answerInPieces } from "./pieces.ts";
import { Pipelines } from "./pipelines.ts";
import { answerMetrics } from "./prometheus.ts";
import { Streams } from "./streams.ts";
import { parseTarget } from "./target.ts";

export interface ApiOptions {
  readonly http: HttpSide;
  readonly random: Random;
  readonly log: Log;
  readonly headTimeoutMs: number;
  readonly requestTimeoutMs?: number | undefined;
  /** Where messages go that come over one of our connections. */
  readonly incoming: IncomingOptions;
  readonly allowedOrigins?: Origins | undefined;
  readonly streamsPerAddress?: number | undefined;
}

export interface Api {
  /** Serves this connection, of which `head` has been read already. */
  take(socket: Socket, head: Buffer): void;
  reply(request: number, response: HttpResponse): void;
  download(request: number, download: Download): void;
  isWaiting(request: number): boolean;
  restOfBody(request: number): AsyncIterable<Uint8Array> | undefined;
  open(request: number, stream: string, headers: Readonly<Record<string, string>>): void;
  write(stream: string, bytes: Uint8Array): void;
  writeLong(stream: string, content: Content): void;
  end(stream: string): void;
  close(): Promise<void>;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export async function createApi(options: ApiOptions): Promise<Api> {
  const { http, random, log, headTimeoutMs, requestTimeoutMs = REQUEST_TIMEOUT_MS, incoming } = options;
  const allowedOrigins: Origins = options.allowedOrigins ?? new Set();
  const crowds = createCrowds("event streams", options.streamsPerAddress ?? MAX_STREAMS_PER_ADDRESS, log);
  const waiting = new Map<number, Exchange>();
  const streams = new Streams((stream) => http.onStreamClosed(stream as StreamId));
  const pipelines = new Pipelines();
  let nextId = 1;

  const begin = (exchange: Exchange, body: Uint8Array): void => {
    const { request, response } = exchange;
    if (isMessage(request)) return takeMessage(request, response, body, incoming);
    const target = parseTarget(request.url ?? "/", incoming.hasActor);
    if (target === undefined) return answerText(request, response, 404, "404 Not Found.");
    // A Mesos process closes the connection without a word.
    const { path, query } = target;
    if (query === undefined) return refuse(exchange, { status: 400, text: "The query holds a malformed % escape" });
    if (waiting.size >= MAX_REQUESTS_IN_FLIGHT) {
      return answerText(request, response, 503, "Too many requests are waiting for an answer, try again");
    }
    const id = nextId++ as RequestId;
    waiting.set(id, exchange);
    response.on("close", () => waiting.delete(id));
    http.onRequest({
      id,
      method: request.method ?? "GET",
      path,
      query,
      headers: plainHeaders(request),
      body,
      streamId: random.uuid() as StreamId,
    } satisfies HttpRequest);
  };

  const server = fastify({
    logger: false,
    rewriteUrl: () => "/",
    exposeHeadRoutes: false,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    forceCloseConnections: true,
    http: {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: headTimeoutMs,
      requireHostHeader: false,
      connectionsCheckingInterval: Math.min(headTimeoutMs, 5_000),
    },
    clientErrorHandler: (error, socket) => {
      // A head that is not complete is not slow when it is we who do not read it.
      const isSlow = (error as NodeJS.ErrnoException).code === "ERR_HTTP_REQUEST_TIMEOUT";
      if (!isSlow || !pipelines.isHeld(socket)) refuseBadRequest(error, socket);
    },
  });
  // Bodies are read by readBody, never by Fastify, whatever the method and the content type.
  for (const method of METHODS) {
    if (method !== "CONNECT") server.addHttpMethod(method, { hasBody: false, overrideExisting: true });
  }
  server.all("/", (request, reply) => {
    reply.hijack();
    const exchange: Exchange = { request: request.raw, response: reply.raw };
    request.raw.url = request.originalUrl;
    const isAnswered = answersOrigin(request.raw, reply.raw, allowedOrigins);
    const inTurn = pipelines.join(request.raw.socket, reply.raw);
    const read = request.raw.headers["content-type"] === "application/recordio" ? readFirstRecord : readBody;
    read(request.raw, (body) => inTurn(() => {
      if (isAnswered) return;
      if (body instanceof Uint8Array) begin(exchange, body);
      else if (body !== undefined) refuse(exchange, body);
    }));
  });
  await server.ready();
  // Never listens itself: sockets come from the front door. The event starts Node's watch over slow requests.
  server.server.emit("listening");

  return {
    take: (socket, head) => {
      keepLastBlanks(head);
      socket.unshift(head);
      server.server.emit("connection", socket);
      socket.resume();
    },
    reply: (id, response) => {
      const exchange = waiting.get(id);
      if (exchange === undefined) return;
      waiting.delete(id);
      const { content, samples } = response;
      if (content !== undefined) answerInPieces(exchange.request, exchange.response, { ...response, content });
      else if (samples !== undefined) answerMetrics(exchange.request, exchange.response, samples);
      else answer(exchange.request, exchange.response, response);
    },
    download: (id, download) => {
      const exchange = waiting.get(id);
      if (exchange === undefined) return void download.file.close().catch(() => {});
      waiting.delete(id);
      answerDownload(exchange.request, exchange.response, download);
    },
    isWaiting: (id) => waiting.has(id),
    restOfBody: (id) => waiting.get(id)?.request,
    open: (id, stream, headers) => {
      const exchange = waiting.get(id);
      const { remoteAddress = "" } = exchange?.request.socket ?? {};
      const mayOpen = exchange !== undefined && crowds.join(remoteAddress);
      if (!mayOpen) {
        setImmediate(() => http.onStreamClosed(stream as StreamId));
        if (exchange === undefined) return;
        waiting.delete(id);
        return answerText(exchange.request, exchange.response, 503, "Too many event streams are open from this address");
      }
      waiting.delete(id);
      exchange.response.on("close", () => crowds.leave(remoteAddress));
      answerOpen(exchange.response, headers);
      streams.add(stream, exchange.response);
      pipelines.keepsStream(exchange.request.socket, exchange.response);
    },
    write: (stream, bytes) => streams.write(stream, bytes),
    writeLong: (stream, content) => streams.writeLong(stream, content),
    end: (stream) => streams.end(stream),
    close: () => server.close(),
  };
}

/** Lower-case names; of a repeated header the last value wins, where Node itself has not joined them. */
function plainHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let i = 0; i + 1 < request.rawHeaders.length; i += 2) {
    headers[request.rawHeaders[i]!.toLowerCase()] = withLastBlank(request.rawHeaders[i + 1]!);
  }
  return headers;
}

/** Answers and ends the connection: the rest of the body is not worth reading. */
function refuse({ request, response }: Exchange, { status, text }: Refusal): void {
  response.shouldKeepAlive = false;
  answerText(request, response, status, text);
  response.on("finish", () => setTimeout(() => request.socket.destroy(), 1_000).unref());
}

/** What Node's parser or its clock refuses: the bytes are no HTTP, too many headers, or too slow. */
function refuseBadRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status =
    error.code === "HPE_HEADER_OVERFLOW" ? "431 Request Header Fields Too Large"
    : error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? "408 Request Timeout"
    : "400 Bad Request";
  socket.end(`HTTP/1.1 ${status}\r\nDate: ${new Date().toUTCString()}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  socket.on("finish", () => socket.destroy());
}
