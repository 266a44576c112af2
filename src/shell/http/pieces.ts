/**
 * Sends an answer that comes in pieces. Their texts are made a little at a time, so that no answer, however long, holds up
 * the process for longer than a slice; the client's own pace decides how fast it goes on. A short answer leaves in one
 * piece with its length, as if it had been made at once.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Writable } from "node:stream";
import { createGzip } from "node:zlib";
import type { HttpResponse, Piece } from "../../master/event.ts";
import { MAX_LONG_ANSWERS } from "../../model/limits.ts";
import { acceptsGzip, answer, answerText, beginAnswer, cutIfStalled } from "./answer.ts";

/** How long texts may be made before others get their turn. */
const SLICE_MS = 2;
/** Characters that are sent together. */
const CHUNK_LENGTH = 64 * 1024;

/** Long answers that are being sent by this process. */
let sending = 0;

export function answerInPieces(request: IncomingMessage, response: ServerResponse, answered: HttpResponse): void {
  const { status, headers = {}, pieces = [] } = answered;
  const texts = new Texts(pieces);
  const first = texts.next();
  if (texts.isDone) return answer(request, response, { status, headers, body: first });
  if (request.method === "HEAD") return void beginAnswer(response, status, headers).end();
  if (sending >= MAX_LONG_ANSWERS) {
    return answerText(request, response, 503, "Too many long answers are being sent, try again");
  }
  if (request.httpVersionMajor === 1 && request.httpVersionMinor === 0) {
    return collect(texts, [first], response, (body) => answer(request, response, { status, headers, body }));
  }
  const zipped = acceptsGzip(request.headers["accept-encoding"]);
  const coding: Readonly<Record<string, string>> = zipped ? { "Content-Encoding": "gzip" } : {};
  beginAnswer(response, status, { "Transfer-Encoding": "chunked", ...coding, ...headers });
  cutIfStalled(response);
  sending++;
  response.on("close", () => sending--);
  if (!zipped) return pump(texts, first, response, response);
  const gzip = createGzip({ level: 1 });
  gzip.pipe(response);
  response.on("close", () => gzip.destroy());
  pump(texts, first, gzip, response);
}

/** Writes chunk after chunk, each in a turn of its own and none before the one before it found room. */
function pump(texts: Texts, first: string, to: Writable, response: ServerResponse): void {
  const step = (text: string): void => {
    if (response.destroyed) return;
    const hasRoom = to.write(text);
    if (texts.isDone) return void to.end();
    const goOn = (): void => attempt(response, () => step(texts.next()));
    if (hasRoom) setImmediate(goOn);
    else to.once("drain", goOn);
  };
  step(first);
}

/** The whole text of pieces, at once when it is short; never when the response has gone meanwhile. */
export function makeText(pieces: readonly Piece[], response: ServerResponse, done: (text: string) => void): void {
  collect(new Texts(pieces), [], response, done);
}

/** All that is left, a slice at a time. */
function collect(texts: Texts, parts: string[], response: ServerResponse, done: (text: string) => void): void {
  attempt(response, () => {
    if (response.destroyed) return;
    parts.push(texts.next());
    if (texts.isDone) done(parts.join(""));
    else setImmediate(() => collect(texts, parts, response, done));
  });
}

/** A piece that cannot be made is our mistake: the client must not take what it has got for the whole. */
function attempt(response: ServerResponse, act: () => void): void {
  try {
    act();
  } catch (error) {
    response.destroy();
    process.emitWarning(error instanceof Error ? error : new Error(String(error)));
  }
}

/** The texts of pieces, as many at a time as fit into a chunk and a slice. */
class Texts {
  readonly #pieces: readonly Piece[];
  #at = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  get isDone(): boolean {
    return this.#at >= this.#pieces.length;
  }

  next(): string {
    const parts: string[] = [];
    const untilMs = performance.now() + SLICE_MS;
    let length = 0;
    while (!this.isDone && length < CHUNK_LENGTH) {
      const piece = this.#pieces[this.#at++]!;
      const text = typeof piece === "string" ? piece : piece();
      parts.push(text);
      length += text.length;
      if (typeof piece !== "string" && performance.now() > untilMs) break;
    }
    return parts.join("");
  }
}
