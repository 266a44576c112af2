/**
 * A small client of the v1 HTTP APIs over node:http: single calls, and calls whose answer is a stream of RecordIO records.
 * Both media types; what a call or event means is in scheduler.ts.
 */
import { Agent, request as httpRequest } from "node:http";
import type { IncomingMessage } from "node:http";
import { Agent as TlsAgent, request as tlsRequest } from "node:https";
import type { RequestOptions } from "node:https";
import type { ConnectionOptions } from "node:tls";
import { MAX_REQUEST_BODY_BYTES } from "../../model/limits.ts";
import type { TlsSettings } from "../../shell/tls/settings.ts";
import { RecordDecoder } from "../../wire/recordio.ts";
import { mediaTypeName } from "../../wire/v1/media.ts";
import type { MediaType } from "../../wire/v1/media.ts";

export interface HostPort {
  readonly host: string;
  readonly port: number;
}

export interface Call {
  readonly to: HostPort;
  readonly path: string;
  readonly media: MediaType;
  readonly body: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** Gives up when it is aborted, as long as there is no answer. */
  readonly signal?: AbortSignal | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Uint8Array;
}

export interface RecordStream {
  readonly headers: IncomingMessage["headers"];
  close(): void;
}

/** How long an answer may take to begin, and a stream to go without a record (5 heartbeats of 15 seconds). */
const ANSWER_TIMEOUT_MS = 30_000;
const SILENCE_TIMEOUT_MS = 75_000;

/** How this process is known to those it calls, and how it speaks with them. */
export interface Identity {
  readonly principal?: string | undefined;
  readonly secret?: string | undefined;
  readonly tls?: TlsSettings | undefined;
}

let identity: Identity = {};
/** Connections for single calls are kept; a stream has one of its own. */
let keptConnections: Agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** For all calls from now on. */
export function introduce(who: Identity): void {
  identity = who;
  keptConnections = new (who.tls === undefined ? Agent : TlsAgent)({ keepAlive: true, maxSockets: 8 });
}

/** Rejects when there is no answer, with one line that names the address. */
export async function post(call: Call): Promise<Answer> {
  const response = await send(call, keptConnections);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_REQUEST_BODY_BYTES) throw new Error(`The answer of ${address(call.to)} is too large`);
    chunks.push(chunk);
  }
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
}

/** Opens a stream; any answer but 200 is given back instead. `ended` is called once, when it is over and not by `close`. */
export async function openStream(
  call: Call,
  onRecord: (record: Uint8Array) => void,
  ended: (why: string) => void,
): Promise<RecordStream | Answer> {
  const response = await send(call, new (identity.tls === undefined ? Agent : TlsAgent)());
  if (response.statusCode !== 200) {
    const chunks: Buffer[] = [];
    for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
    return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
  }
  let over = false;
  const end = (why: string): void => {
    if (over) return;
    over = true;
    response.destroy();
    ended(why);
  };
  const decoder = new RecordDecoder();
  response.socket.setTimeout(SILENCE_TIMEOUT_MS, () => end("it said nothing for too long"));
  response.on("data", (chunk: Buffer) => {
    const records = decoder.push(chunk);
    if (!records.ok) return end(records.error);
    for (const record of records.value) if (!over) onRecord(record);
  });
  response.on("end", () => end("it closed the connection"));
  response.on("error", (error) => end(error.message));
  response.on("close", () => end("the connection broke"));
  return {
    headers: response.headers,
    close: () => {
      over = true;
      response.destroy();
    },
  };
}

/** `host:port`; http:// in front of it and a path behind it are taken too. */
export function parseHostPort(text: string): HostPort | undefined {
  const [, host, port] = /^(?:http:\/\/)?([^:/@\s]+):(\d{1,5})(?:\/.*)?$/.exec(text.trim()) ?? [];
  return host === undefined || Number(port) > 65_535 ? undefined : { host, port: Number(port) };
}

export function address({ host, port }: HostPort): string {
  return `${host}:${port}`;
}

/** Ends the connections that are kept for further calls. */
export function closeConnections(): void {
  keptConnections.destroy();
}

function send({ to, path, media, body, headers, signal }: Call, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (identity.tls === undefined ? httpRequest : tlsRequest)({
      ...security(to.host),
      host: to.host,
      port: to.port,
      path,
      method: "POST",
      agent,
      headers: {
        "Content-Type": mediaTypeName(media),
        Accept: mediaTypeName(media),
        "Content-Length": body.length,
        ...proof(),
        ...headers,
      },
    });
    const timeout = setTimeout(() => request.destroy(new Error("no answer in time")), ANSWER_TIMEOUT_MS);
    const giveUp = (): void => void request.destroy(new Error("it does not lead any more"));
    signal?.addEventListener("abort", giveUp);
    const settled = (): void => {
      clearTimeout(timeout);
      signal?.removeEventListener("abort", giveUp);
    };
    request.on("response", (response) => {
      settled();
      resolve(response);
    });
    request.on("error", (error) => {
      settled();
      reject(new Error(`Cannot reach ${address(to)}: ${reason(error)}`));
    });
    if (signal?.aborted === true) giveUp();
    request.end(body);
  });
}

function proof(): Readonly<Record<string, string>> {
  const { principal, secret = "" } = identity;
  if (principal === undefined) return {};
  return { Authorization: `Basic ${Buffer.from(`${principal}:${secret}`).toString("base64")}` };
}

function security(host: string): RequestOptions & Pick<ConnectionOptions, "secureContext"> {
  const { tls } = identity;
  if (tls === undefined) return {};
  return {
    secureContext: tls.context,
    rejectUnauthorized: tls.verifyServerCert,
    checkServerIdentity: (_, certificate) => tls.checkServer(host, certificate),
  };
}

function reason(error: NodeJS.ErrnoException): string {
  if (error.code === "ECONNREFUSED") return "nobody listens there";
  if (error.code === "ENOTFOUND") return "the name does not resolve";
  return error.message;
}
