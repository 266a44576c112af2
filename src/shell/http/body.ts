/**
 * The body of one request, collected and, if it is gzip coded, inflated, within bounds: per request, and for all requests of
 * this process that are being received at the same time.
 */
import type { IncomingMessage } from "node:http";
import { gunzip } from "node:zlib";
import { MAX_REQUEST_BODIES_BYTES, MAX_REQUEST_BODY_BYTES } from "../../model/limits.ts";

/** Why a request is not given to the core, as it is answered. */
export interface Refusal {
  readonly status: number;
  readonly text: string;
}

/** Bytes of unfinished bodies in this process. */
let receivingBytes = 0;

/**
 * Calls `done` once, with the body or with why it is refused (the rest of it is then thrown away as it comes), or with
 * undefined when the client goes away in the middle.
 */
export function readBody(raw: IncomingMessage, done: (body: Uint8Array | Refusal | undefined) => void): void {
  let chunks: Buffer[] = [];
  let received = 0;
  let over = false;
  const finish = (result: Uint8Array | Refusal | undefined): void => {
    if (over) return;
    over = true;
    receivingBytes -= received;
    chunks = [];
    done(result);
  };

  raw.on("data", (chunk: Buffer) => {
    if (over) return;
    received += chunk.length;
    receivingBytes += chunk.length;
    if (received > MAX_REQUEST_BODY_BYTES) finish(TOO_LARGE);
    else if (receivingBytes > MAX_REQUEST_BODIES_BYTES) finish(OVERLOADED);
    else chunks.push(chunk);
  });
  raw.on("error", () => finish(undefined));
  raw.on("close", () => {
    if (!raw.complete) finish(undefined);
  });
  raw.on("end", () => {
    if (over) return;
    const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    const coding = raw.headers["content-encoding"]?.toLowerCase();
    if (coding === undefined || coding === "identity" || body.length === 0) return finish(body);
    if (coding !== "gzip") return finish(unknownCoding(coding));
    gunzip(body, { maxOutputLength: MAX_REQUEST_BODY_BYTES }, (error, inflated) => {
      if (error === null) return finish(inflated);
      finish((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? TOO_LARGE : NOT_GZIP);
    });
  });
  if (Number(raw.headers["content-length"] ?? 0) > MAX_REQUEST_BODY_BYTES) finish(TOO_LARGE);
}

const TOO_LARGE: Refusal = { status: 413, text: `The request body is larger than ${MAX_REQUEST_BODY_BYTES} bytes` };
const OVERLOADED: Refusal = { status: 503, text: "Too many request bodies are being received, try again" };
const NOT_GZIP: Refusal = { status: 400, text: "The request body is not the gzip stream its Content-Encoding says" };
const unknownCoding = (coding: string): Refusal => ({
  status: 415,
  text: `Unsupported Content-Encoding '${coding}': send the body plain or as gzip`,
});
