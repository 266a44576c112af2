/**
 * libprocess messages, the old wire (wire-v0.md 1): one message is one `POST /<actor>/<protobuf name>` on a connection
 * the sender opened, with the sender's UPID in the headers. Each is answered 202 in order, and nobody reads the
 * answers; replies travel as messages of their own, over a connection the other way.
 *
 * Here: writing messages and answers, and telling a message from an API request. `parser.ts` takes incoming bytes
 * apart, `messages.ts` knows the bodies by name, `names.ts` the v0 names in JSON.
 */
import { MAX_HEADER_BYTES } from "../../model/limits.ts";
import { NO_UPID, printUpid } from "../../model/upid.ts";
import type { Upid } from "../../model/upid.ts";
import { framed } from "../codec.ts";
import type { Frame } from "../codec.ts";
import { httpDate } from "../http-date.ts";

const encoder = new TextEncoder();

/**
 * The bytes of one message: headers in libprocess' order and case, the body as one chunk, no body at all if it is
 * empty.
 */
export function encodeRequest(from: Upid, to: Upid, name: string, body: Uint8Array): Uint8Array {
  return framed(body, requestFrame(from, to, name));
}

/** What stands around the body. */
export function requestFrame(from: Upid, to: Upid, name: string): Frame {
  const head = headOf(from, to, name);
  return {
    before: (length) => length === 0 ? `${head}\r\n` : `${head}Transfer-Encoding: chunked\r\n\r\n${length.toString(16)}\r\n`,
    after: (length) => length === 0 ? "" : "\r\n0\r\n\r\n",
  };
}

/** The answer to a message that has a receiver. */
export function acceptedResponse(nowMs: number): string {
  return `HTTP/1.1 202 Accepted\r\nDate: ${httpDate(nowMs)}\r\nContent-Length: 0\r\n\r\n`;
}

/** The head that was written last: one peer is often told the same kind of thing many times. */
let last = { from: NO_UPID, to: NO_UPID, name: "", head: "" };

function headOf(from: Upid, to: Upid, name: string): string {
  const { from: sender } = last;
  const isSame = last.to === to && last.name === name && sender.id === from.id && sender.host === from.host && sender.port === from.port;
  if (!isSame) last = { from, to, name, head: writeHead(printUpid(from), to, name) };
  return last.head;
}

function writeHead(sender: string, { id, host, port }: Upid, name: string): string {
  return (
    `POST ${id === "" ? "" : `/${id}`}/${name} HTTP/1.1\r\n` +
    `User-Agent: libprocess/${sender}\r\nLibprocess-From: ${sender}\r\nConnection: Keep-Alive\r\n` +
    `Host: ${host}:${port}\r\n`
  );
}

const REASONS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  404: "Not Found",
  413: "Request Entity Too Large",
  415: "Unsupported Media Type",
  431: "Request Header Fields Too Large",
  500: "Internal Server Error",
};

/** The answer to a message that is refused, in plain text. */
export function refusedResponse(nowMs: number, status: number, text: string): string {
  return (
    `HTTP/1.1 ${status} ${REASONS[status] ?? "Refused"}\r\nDate: ${httpDate(nowMs)}\r\n` +
    `Content-Type: text/plain; charset=utf-8\r\nContent-Length: ${encoder.encode(text).length}\r\n\r\n${text}`
  );
}

/**
 * Who opened this connection, from the first bytes it sent: a libprocess peer or an API client. Undefined while the
 * bytes do not tell; a head longer than MAX_HEADER_BYTES is left to the API side to refuse.
 */
export function classifyHead(head: Uint8Array): "message" | "request" | undefined {
  const text = latin1.decode(head.subarray(0, MAX_HEADER_BYTES));
  if (!"POST ".startsWith(text.slice(0, 5))) return "request";
  const end = text.indexOf("\r\n\r\n");
  const lines = text.slice(0, end === -1 ? undefined : end + 2);
  if (SENDER_HEADER.test(lines)) return "message";
  return end !== -1 || head.length >= MAX_HEADER_BYTES ? "request" : undefined;
}

const latin1 = new TextDecoder("latin1");

/** A complete line that names the sender. */
const SENDER_HEADER = /\r\n(?:libprocess-from:|user-agent:[ \t]*libprocess\/)[^\r\n]*\r\n/i;
