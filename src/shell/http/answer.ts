/**
 * Writes one response as Mesos does: Date and Content-Length first, nothing about connections unless the connection
 * ends, gzip when it pays and the client takes it (EPM-44).
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzip } from "node:zlib";
import type { HttpResponse } from "../../master/event.ts";
import { ANSWER_STALL_TIMEOUT_MS, MIN_GZIP_BYTES } from "../../model/limits.ts";
import { httpDate } from "../../wire/http-date.ts";

/** Answers that fit into the buffers of the kernel cannot stall. */
export const LONG_ANSWER_BYTES = 64 * 1024;
const NO_BYTES = new Uint8Array();

/** An answer that has its whole body; `pieces.ts` sends those that come in pieces. */
export function answer(
  request: IncomingMessage, response: ServerResponse, { status, headers, body }: Omit<HttpResponse, "content">,
): void {
  const { "accept-encoding": acceptEncoding } = request.headers;
  pack(acceptEncoding, { headers, body }, (packed, bytes) => finish(response, status, packed, bytes));
}

/** Headers and bytes of an answer, compressed when it pays and this Accept-Encoding takes it; at once when not. */
export function pack(
  acceptEncoding: string | string[] | undefined,
  { headers, body }: Pick<HttpResponse, "headers" | "body">,
  done: (headers: HttpResponse["headers"], bytes: Uint8Array) => void,
): void {
  const bytes = typeof body === "string" ? Buffer.from(body) : (body ?? NO_BYTES);
  if (bytes.length < MIN_GZIP_BYTES || !acceptsGzip(acceptEncoding)) return done(headers, bytes);
  gzip(bytes, { level: 1 }, (error, packed) => {
    if (error !== null) done(headers, bytes);
    else done({ "Content-Encoding": "gzip", ...headers }, packed);
  });
}

/** Begins a chunked response that stays open. */
export function answerOpen(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  writeHead(response, 200, ["Transfer-Encoding", "chunked", ...Object.entries(headers).flat()]);
  response.flushHeaders();
}

export function answerText(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  answer(request, response, { status, headers: { "Content-Type": "text/plain; charset=utf-8" }, body: text });
}

/** `gzip` or `*` with a weight above 0. */
export function acceptsGzip(header: string | string[] | undefined): boolean {
  if (header === undefined) return false;
  let anything = false;
  for (const part of String(header).toLowerCase().split(",")) {
    const [coding, ...parameters] = part.split(";").map((piece) => piece.trim());
    const weight = parameters.find((parameter) => /^q\s*=/.test(parameter));
    const taken = weight === undefined || Number(weight.replace(/^q\s*=\s*/, "")) > 0;
    if (coding === "gzip") return taken;
    if (coding === "*") anything = taken;
  }
  return anything;
}

function finish(response: ServerResponse, status: number, headers: HttpResponse["headers"], bytes: Uint8Array): void {
  if (response.destroyed) return;
  writeHead(response, status, ["Content-Length", String(bytes.length), ...Object.entries(headers ?? {}).flat()]);
  if (bytes.length > LONG_ANSWER_BYTES) cutIfStalled(response);
  response.end(bytes);
}

/** From now on a client that takes nothing is cut off. */
export function cutIfStalled(response: ServerResponse): void {
  response.setTimeout(ANSWER_STALL_TIMEOUT_MS, () => response.destroy());
  // Before Node's own listener, which starts the keep-alive timeout.
  response.prependListener("finish", () => response.socket?.setTimeout(0));
}

/** Begins an answer whose body follows. */
export function beginAnswer(
  response: ServerResponse, status: number, headers: Readonly<Record<string, string>>,
): ServerResponse {
  writeHead(response, status, Object.entries(headers).flat());
  return response;
}

/** The names of files and the like stand in headers, and may hold anything: what would end the line is not sent. */
export function printable(text: string): string {
  return text.replace(/[^\t\x20-\x7e\x80-\xff]/g, "?");
}

/** Header lines as a flat list of names and values, so that Node keeps their order. */
function writeHead(response: ServerResponse, status: number, headers: string[]): void {
  response.sendDate = false;
  response.removeHeader("Connection");
  const closing = response.shouldKeepAlive ? [] : ["Connection", "close"];
  response.writeHead(status, ["Date", dateNow(), ...headers.map(printable), ...closing]);
}

let date = "";
let dateSecond = 0;

/** The Date header of what leaves now. */
export function dateNow(): string {
  const second = Math.floor(Date.now() / 1000);
  if (second !== dateSecond) [date, dateSecond] = [httpDate(second * 1000), second];
  return date;
}
