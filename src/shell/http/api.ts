/**
 * The HTTP half of the front door. The lane has a connection for as long as it carries calls of a scheduler (lane/);
 * Fastify reads all other requests and keeps their connections in order: one route takes everything, makes an
 * `HttpRequest` of it and remembers where the answer goes (desk.ts). Paths mean nothing here: the core routes them.
 */
import fastify from "fastify";
import { METHODS } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Content, HttpRequest, HttpResponse, StreamId } from "../../master/event.ts";
import {
  KEEP_ALIVE_TIMEOUT_MS, MAX_HEADER_BYTES, MAX_STREAMS_PER_ADDRESS, REQUEST_TIMEOUT_MS,
} from "../../model/limits.ts";
import type { Log, Random } from "../../ports.ts";
import { isMessage, takeMessage } from "../libprocess/by-http.ts";
import type { IncomingOptions } from "../libprocess/server.ts";
import { answer, answerOpen, answerText } from "./answer.ts";
import { refuseBadRequest } from "./bad-request.ts";
import { keepLastBlanks, withLastBlank } from "./blanks.ts";
import { readBody, readFirstRecord } from "./body.ts";
import type { Refusal } from "./body.ts";
import { createCrowds } from "./crowds.ts";
import { Desk, DESK_IS_FULL } from "./desk.ts";
import type { Waiter } from "./desk.ts";
import { answerDownload } from "./downloads.ts";
import type { Download } from "./downloads.ts";
import type { HttpSide } from "./front-door.ts";
import { createLane } from "./lane/lane.ts";
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

/** A request that Fastify has read. */
class Exchange implements Waiter {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;

  constructor(request: IncomingMessage, response: ServerResponse) {
    this.request = request;
    this.response = response;
  }

  answer(answered: HttpResponse): void {
    const { content, samples } = answered;
    if (content !== undefined) answerInPieces(this.request, this.response, { ...answered, content });
    else if (samples !== undefined) answerMetrics(this.request, this.response, samples);
    else answer(this.request, this.response, answered);
  }

  breakOff(): void {
    this.response.destroy();
  }
}

export async function createApi(options: ApiOptions): Promise<Api> {
  const { http, random, log, headTimeoutMs, requestTimeoutMs = REQUEST_TIMEOUT_MS, incoming } = options;
  const allowedOrigins: Origins = options.allowedOrigins ?? new Set();
  const crowds = createCrowds("event streams", options.streamsPerAddress ?? MAX_STREAMS_PER_ADDRESS, log);
  const desk = new Desk();
  const streams = new Streams((stream) => http.onStreamClosed(stream as StreamId));
  const pipelines = new Pipelines();

  const begin = (exchange: Exchange, body: Uint8Array): void => {
    const { request, response } = exchange;
    if (isMessage(request)) return takeMessage(request, response, body, incoming);
    const target = parseTarget(request.url ?? "/", incoming.hasActor);
    if (target === undefined) return answerText(request, response, 404, "404 Not Found.");
    // A Mesos process closes the connection without a word.
    const { path, query } = target;
    if (query === undefined) return refuse(exchange, { status: 400, text: "The query holds a malformed % escape" });
    if (desk.isFull) return exchange.answer(DESK_IS_FULL);
    const id = desk.enter(exchange);
    response.on("close", () => desk.leave(id));
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
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "ERR_HTTP_REQUEST_TIMEOUT" || !pipelines.isHeld(socket)) refuseBadRequest(code, socket);
    },
  });
  // Bodies are read by readBody, never by Fastify, whatever the method and the content type.
  for (const method of METHODS) {
    if (method !== "CONNECT") server.addHttpMethod(method, { hasBody: false, overrideExisting: true });
  }
  server.all("/", (request, reply) => {
    reply.hijack();
    const exchange = new Exchange(request.raw, reply.raw);
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

  const takeByFastify = (socket: Socket): void => {
    server.server.emit("connection", socket);
    socket.resume();
  };
  const lane = createLane({
    http, desk, headTimeoutMs, requestTimeoutMs, handOver: takeByFastify,
    firstHeaders: allowedOrigins.size > 0 ? "Vary: Origin\r\n" : "",
  });
  /** Of a request that Fastify has read: others are not answered so. */
  const exchangeOf = (id: number): Exchange | undefined => {
    const waiter = desk.find(id);
    if (waiter instanceof Exchange) return waiter;
    waiter?.breakOff();
    return undefined;
  };

  return {
    take: (socket, head) => {
      if (lane.take(socket, head)) return;
      keepLastBlanks(head);
      socket.unshift(head);
      takeByFastify(socket);
    },
    reply: (id, response) => desk.leave(id)?.answer(response),
    download: (id, download) => {
      const exchange = exchangeOf(id);
      if (exchange === undefined) return void download.file.close().catch(() => {});
      desk.leave(id);
      answerDownload(exchange.request, exchange.response, download);
    },
    isWaiting: (id) => desk.find(id) !== undefined,
    restOfBody: (id) => exchangeOf(id)?.request,
    open: (id, stream, headers) => {
      const exchange = exchangeOf(id);
      const { remoteAddress = "" } = exchange?.request.socket ?? {};
      const mayOpen = exchange !== undefined && crowds.join(remoteAddress);
      if (!mayOpen) {
        setImmediate(() => http.onStreamClosed(stream as StreamId));
        if (exchange === undefined) return;
        desk.leave(id);
        return answerText(exchange.request, exchange.response, 503, "Too many event streams are open from this address");
      }
      desk.leave(id);
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
