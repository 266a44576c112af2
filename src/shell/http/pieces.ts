/**
 * Sends an answer that comes in pieces (wire/pieces.ts). They are made a little at a time: however many answers are
 * under way, in one round of the event loop one chunk of one of them is made, or what of it fits into a slice, so
 * nobody else ever waits for longer. The client's own pace decides how fast its answer goes on. A short answer leaves
 * with its length.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Writable } from "node:stream";
import { createGzip } from "node:zlib";
import type { Content, HttpResponse } from "../../master/event.ts";
import { MAX_ANSWERS_WAITING, MAX_LONG_ANSWERS, MAX_WHOLE_ANSWERS } from "../../model/limits.ts";
import { Message, Text } from "../../wire/pieces.ts";
import { acceptsGzip, answer, answerText, beginAnswer, cutIfStalled } from "./answer.ts";
import { CHUNK_BYTES, Chunk } from "./chunk.ts";

/** How long pieces may be made before others get their turn. */
const SLICE_MS = 0.5;

const BUSY = "Too many long answers are being sent, try again";

/** Long answers that are being sent by this process. */
let sending = 0;
/** Those of them that are held as a whole. */
let whole = 0;

export function answerInPieces(
  request: IncomingMessage, response: ServerResponse, answered: HttpResponse & { readonly content: Content },
): void {
  const { status, headers = {}, content } = answered;
  if (turns.length >= MAX_ANSWERS_WAITING) return answerText(request, response, 503, BUSY);
  const source = sourceOf(content);
  const untilFirst = (): void => {
    const first = source.next();
    if (first === undefined) return takeTurn(response, untilFirst);
    if (!source.isDone) return answerLong(request, response, { status, headers }, source, first);
    answer(request, response, { status, headers, body: Buffer.from(first.bytes) });
    first.release();
  };
  takeTurn(response, untilFirst);
}

type Head = Pick<HttpResponse, "status"> & Required<Pick<HttpResponse, "headers">>;

function answerLong(
  request: IncomingMessage, response: ServerResponse, { status, headers }: Head, source: Source, first: Chunk,
): void {
  const length: Record<string, string> = source.length === undefined ? {} : { "Content-Length": `${source.length}` };
  if (request.method === "HEAD") return void beginAnswer(response, status, { ...length, ...headers }).end();
  if (sending >= MAX_LONG_ANSWERS) return answerText(request, response, 503, BUSY);
  sending++;
  response.on("close", () => sending--);
  if (source.length === undefined && request.httpVersionMajor === 1 && request.httpVersionMinor === 0) {
    if (whole >= MAX_WHOLE_ANSWERS) return answerText(request, response, 503, BUSY);
    whole++;
    response.on("close", () => whole--);
    const done = (chunks: readonly Uint8Array[]): void =>
      answer(request, response, { status, headers, body: Buffer.concat(chunks) });
    return takeTurn(response, () => collect(source, [first.bytes], response, done));
  }
  const zipped = acceptsGzip(request.headers["accept-encoding"]);
  const coding: Readonly<Record<string, string>> = zipped ? { "Content-Encoding": "gzip" } : {};
  const framing = zipped || source.length === undefined ? { "Transfer-Encoding": "chunked" } : length;
  beginAnswer(response, status, { ...framing, ...coding, ...headers });
  cutIfStalled(response);
  if (!zipped) return pump(source, first, response, response);
  const gzip = createGzip({ level: 1 });
  gzip.pipe(response);
  response.on("close", () => gzip.destroy());
  pump(source, first, gzip, response);
}

/** Writes chunk after chunk, none before the one before it found room. */
function pump(source: Source, chunk: Chunk | undefined, to: Writable, response: ServerResponse): void {
  const hasRoom = chunk === undefined || to.write(chunk.bytes, () => chunk.release());
  if (source.isDone) return void to.end();
  const goOn = (): void => takeTurn(response, () => pump(source, source.next(), to, response));
  if (hasRoom) goOn();
  else to.once("drain", goOn);
}

/** All of it in chunks, for those who must know how long it is; never when the response has gone meanwhile. */
export function makeAll(
  content: Content, response: ServerResponse, done: (chunks: readonly Uint8Array[]) => void,
): void {
  const source = sourceOf(content);
  takeTurn(response, () => collect(source, [], response, done));
}

/** Their memory is not used again: whoever wants them all keeps them for long. */
function collect(
  source: Source, chunks: Uint8Array[], response: ServerResponse, done: (chunks: readonly Uint8Array[]) => void,
): void {
  const chunk = source.next();
  if (chunk !== undefined) chunks.push(chunk.bytes);
  if (source.isDone) done(chunks);
  else takeTurn(response, () => collect(source, chunks, response, done));
}

/** Who waits for a turn, and whether turns will be taken. */
const turns: (() => void)[] = [];
let isPlanned = false;

/**
 * Calls when it is this response's turn, unless it has gone. What cannot be made is our mistake: the client must not
 * take what it has got for the whole.
 */
function takeTurn(response: ServerResponse, act: () => void): void {
  const turn = (): void => {
    if (response.destroyed) return;
    try {
      act();
    } catch (error) {
      response.destroy();
      process.emitWarning(error instanceof Error ? error : new Error(String(error)));
    }
  };
  turns.push(turn);
  if (!isPlanned) setImmediate(takeTurns);
  isPlanned = true;
}

/** One of them: who has more to do stands in line again. */
function takeTurns(): void {
  turns.shift()!();
  isPlanned = turns.length > 0;
  if (isPlanned) setImmediate(takeTurns);
}

/** Bytes, a slice at a time. */
interface Source {
  readonly isDone: boolean;
  /** Of everything, when that is known. */
  readonly length: number | undefined;
  /** Undefined: there is nothing yet. */
  next(): Chunk | undefined;
}

function sourceOf(content: Content): Source {
  return "pieces" in content ? textSource(new Text(content.pieces)) : messageSource(new Message(content.fields));
}

function textSource(text: Text): Source {
  return {
    get isDone() {
      return text.isDone;
    },
    length: undefined,
    next() {
      const chunk = new Chunk();
      text.write(chunk, CHUNK_BYTES, clock());
      return chunk;
    },
  };
}

/** Everything is made before the first byte comes. */
function messageSource(message: Message): Source {
  return {
    get isDone() {
      return message.isDone;
    },
    get length() {
      return message.length;
    },
    next() {
      const isLate = clock();
      if (message.length === undefined) message.measure(isLate);
      if (message.length === undefined) return undefined;
      const chunk = new Chunk();
      message.write(chunk, CHUNK_BYTES, isLate);
      return chunk;
    },
  };
}

function clock(): () => boolean {
  const untilMs = performance.now() + SLICE_MS;
  return () => performance.now() > untilMs;
}
