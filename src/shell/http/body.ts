/**
 * The body of one request, collected and, if it is gzip coded, inflated, within bounds: per request, and for all requests of
 * this process that are being received at the same time. A coding that is not called exactly `gzip` is none to Mesos: the
 * bytes are taken as they are.
 */
import type { IncomingMessage } from "node:http";
import { gunzip } from "node:zlib";
import { RecordDecoder } from "../../wire/recordio.ts";
import { MAX_REQUEST_BODY_BYTES } from "../../model/limits.ts";
import { receive } from "./receiving.ts";

/** Why a request is not given to the core, as it is answered. */
export interface Refusal {
  readonly status: number;
  readonly text: string;
}

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
    receive(-received);
    chunks = [];
    done(result);
  };

  raw.on("data", (chunk: Buffer) => {
    if (over) return;
    received += chunk.length;
    const fits = receive(chunk.length);
    if (received > MAX_REQUEST_BODY_BYTES) finish(TOO_LARGE);
    else if (!fits) finish(OVERLOADED);
    else chunks.push(chunk);
  });
  raw.on("error", () => finish(undefined));
  raw.on("close", () => {
    if (!raw.complete) finish(undefined);
  });
  raw.on("end", () => {
    if (over) return;
    const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    if (raw.headers["content-encoding"] !== "gzip" || body.length === 0) return finish(body);
    gunzip(body, { maxOutputLength: MAX_REQUEST_BODY_BYTES }, (error, inflated) => {
      if (error === null) return finish(inflated);
      finish(GUNZIP_REFUSALS.get((error as NodeJS.ErrnoException).code ?? "") ?? BROKEN);
    });
  });
  if (Number(raw.headers["content-length"] ?? 0) > MAX_REQUEST_BODY_BYTES) finish(TOO_LARGE);
}

const TOO_LARGE: Refusal = { status: 413, text: `The request body is larger than ${MAX_REQUEST_BODY_BYTES} bytes` };
const OVERLOADED: Refusal = { status: 503, text: "Too many request bodies are being received, try again" };
/** A Mesos master's own fault, it says. */
const BROKEN: Refusal = { status: 500, text: "failed to decode body" };
const CUT_SHORT: Refusal = { status: 500, text: "Failed to decompress body" };
const GUNZIP_REFUSALS: ReadonlyMap<string, Refusal> = new Map([
  ["ERR_BUFFER_TOO_LARGE", TOO_LARGE],
  ["Z_BUF_ERROR", CUT_SHORT],
]);

/**
 * Of a body that comes as records: what has come when its first record is complete, and nothing more is read until
 * somebody iterates over the request. All of it if it ends before.
 */
export function readFirstRecord(raw: IncomingMessage, done: (body: Uint8Array | Refusal | undefined) => void): void {
  const decoder = new RecordDecoder();
  const chunks: Buffer[] = [];
  let received = 0;
  const finish = (result: Uint8Array | Refusal | undefined): void => {
    raw.off("data", onData).off("end", onEnd).off("error", onGone).off("close", onGone);
    receive(-received);
    done(result);
  };
  const onData = (chunk: Buffer): void => {
    received += chunk.length;
    const fits = receive(chunk.length);
    if (received > MAX_REQUEST_BODY_BYTES) return finish(TOO_LARGE);
    if (!fits) return finish(OVERLOADED);
    chunks.push(chunk);
    const records = decoder.push(chunk);
    if (records.ok && records.value.length === 0) return;
    raw.pause();
    finish(Buffer.concat(chunks));
  };
  const onEnd = (): void => finish(Buffer.concat(chunks));
  const onGone = (): void => finish(undefined);
  raw.on("data", onData).on("end", onEnd).on("error", onGone).on("close", onGone);
}
