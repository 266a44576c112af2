/**
 * One connection of the lane. Calls begin in the order they came, as many as may be unanswered at a time, and are
 * answered in that order.
 *
 *     reads --- too many unanswered, or answers not taken ---> held      nothing is read until there are fewer
 *          \--- something that is no call ------------------> leaving   when all is answered, Fastify has it
 *
 * What was read and is not begun goes back into the socket: there it also keeps the end of the connection from being
 * seen before its turn.
 */
import type { Socket } from "node:net";
import type { HttpRequest, RequestId, StreamId } from "../../../master/event.ts";
import { ANSWER_STALL_TIMEOUT_MS, KEEP_ALIVE_TIMEOUT_MS, MAX_REQUESTS_PER_CONNECTION } from "../../../model/limits.ts";
import { LONG_ANSWER_BYTES } from "../answer.ts";
import { refuseBadRequest } from "../bad-request.ts";
import { DESK_IS_FULL } from "../desk.ts";
import { Call } from "./call.ts";
import { readHead } from "./head.ts";
import type { CallHead } from "./head.ts";
import { KnownHead } from "./known-head.ts";
import type { LaneOptions } from "./lane.ts";
import { Unread } from "./unread.ts";

/** Reading goes on when so few are left. */
const LOW_MARK = MAX_REQUESTS_PER_CONNECTION / 2;
/** No call of the lane opens a stream. */
const NO_STREAM = "00000000-0000-0000-0000-000000000000" as StreamId;
const NO_QUERY: HttpRequest["query"] = {};

export class Conversation {
  readonly #socket: Socket;
  readonly #lane: LaneOptions;
  readonly #planFlush: (conversation: Conversation) => void;
  readonly #unread: Unread;
  /** Those whose answers have not gone out, in their order. */
  #calls: Call[] = [];
  #known: KnownHead | undefined;
  #state: "reads" | "held" | "leaving" = "reads";
  /** What was read and lies in the socket again. */
  #putBack: Buffer | undefined;
  #isFlushPlanned = false;

  constructor(socket: Socket, lane: LaneOptions, planFlush: (conversation: Conversation) => void) {
    this.#socket = socket;
    this.#lane = lane;
    this.#planFlush = planFlush;
    const { headTimeoutMs, requestTimeoutMs } = lane;
    this.#unread = new Unread({
      headTimeoutMs, requestTimeoutMs, onLate: () => refuseBadRequest("ERR_HTTP_REQUEST_TIMEOUT", socket),
    });
  }

  /** Takes the connection, which is paused, and of which `head` has been read. */
  begin(head: Buffer): void {
    const socket = this.#socket;
    socket.on("data", this.#onData).on("end", this.#onEnd).on("drain", this.#onDrain);
    socket.on("timeout", this.#onTimeout).on("close", this.#onClose);
    socket.setTimeout(KEEP_ALIVE_TIMEOUT_MS);
    this.#read(head);
    if (this.#state === "reads") socket.resume();
  }

  /** Sends the answers whose turn it is. */
  flush(): void {
    this.#isFlushPlanned = false;
    let text = "";
    let count = 0;
    let isLong = false;
    for (const call of this.#calls) {
      if (call.text === undefined) break;
      text += call.text;
      isLong ||= call.text.length > LONG_ANSWER_BYTES;
      count++;
    }
    this.#calls.splice(0, count);
    const socket = this.#socket;
    if (!socket.writable) return;
    const isTaken = socket.write(text, "latin1");
    if (isLong && !isTaken) socket.setTimeout(ANSWER_STALL_TIMEOUT_MS);
    this.#settle();
  }

  /** One of its calls has its answer. */
  answered(): void {
    if (this.#isFlushPlanned || this.#calls[0]?.text === undefined) return;
    this.#isFlushPlanned = true;
    this.#planFlush(this);
  }

  /** A call cannot be answered. */
  breakOff(): void {
    this.#socket.destroy();
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#putBack = undefined;
    const bytes = this.#unread.push(chunk);
    if (bytes === "too much") this.#leave(this.#unread.take());
    else if (bytes !== undefined) this.#read(bytes);
  };

  #read(bytes: Buffer): void {
    let at = 0;
    while (at < bytes.length) {
      if (this.#mustWait()) return this.#hold(bytes.subarray(at));
      const head = this.#readHead(bytes, at);
      if (head === "other") return this.#leave(bytes.subarray(at));
      if (head === "incomplete") return this.#keep(bytes, at, undefined);
      const end = at + head.size + head.length;
      if (end > bytes.length) return this.#keep(bytes, at, end - at);
      this.#call(head, bytes.subarray(at + head.size, end));
      at = end;
    }
    this.#unread.rest();
  }

  /** The request that begins at `at` is not complete; `wanted`: the bytes it has, when that is known. */
  #keep(bytes: Buffer, at: number, wanted: number | undefined): void {
    if (!this.#unread.keep(bytes.subarray(at), wanted, at > 0)) this.#leave(this.#unread.take());
  }

  #mustWait(): boolean {
    const { destroyed, writableNeedDrain } = this.#socket;
    return !destroyed && (writableNeedDrain || this.#calls.length >= MAX_REQUESTS_PER_CONNECTION);
  }

  #readHead(bytes: Buffer, at: number): CallHead | "incomplete" | "other" {
    const known = this.#known?.read(bytes, at);
    if (known !== undefined) return known;
    const head = readHead(bytes, at);
    if (typeof head !== "string") this.#known = new KnownHead(bytes, at, head);
    return head;
  }

  #call({ path, headers }: CallHead, body: Buffer): void {
    const { desk, http, firstHeaders } = this.#lane;
    const call = new Call(this, headers["accept-encoding"], firstHeaders);
    this.#calls.push(call);
    if (desk.isFull) return call.answer(DESK_IS_FULL);
    const id: RequestId = call.id = desk.enter(call);
    http.onRequest({ id, method: "POST", path, query: NO_QUERY, headers, body, streamId: NO_STREAM });
  }

  #hold(bytes: Buffer): void {
    this.#state = "held";
    this.#pauseBefore(bytes);
  }

  #leave(bytes: Buffer): void {
    this.#state = "leaving";
    this.#pauseBefore(bytes);
    this.#settle();
  }

  /** These bytes will be read again. */
  #pauseBefore(bytes: Buffer): void {
    this.#unread.rest();
    this.#socket.pause();
    if (bytes.length === 0) return;
    this.#putBack = bytes;
    this.#socket.unshift(bytes);
  }

  /** Answers have gone out. */
  #settle(): void {
    const socket = this.#socket;
    if (socket.destroyed) return;
    if (this.#state === "leaving") {
      if (this.#calls.length === 0) this.#handOver();
    } else if (socket.writableNeedDrain) {
      // A request that has begun to come in is read to its end: its time does not stand still.
      if (this.#state === "reads" && !this.#unread.isWaiting) this.#hold(Buffer.alloc(0));
    } else if (this.#state === "held" && this.#calls.length <= LOW_MARK) {
      this.#state = "reads";
      socket.resume();
    }
  }

  #handOver(): void {
    const socket = this.#socket;
    socket.off("data", this.#onData).off("end", this.#onEnd).off("drain", this.#onDrain);
    socket.off("timeout", this.#onTimeout).off("close", this.#onClose);
    socket.setTimeout(0);
    this.#lane.handOver(socket);
  }

  readonly #onDrain = (): void => {
    this.#socket.setTimeout(KEEP_ALIVE_TIMEOUT_MS);
    this.#settle();
  };

  /** It ends in the middle of a request. */
  readonly #onEnd = (): void => {
    if (this.#unread.isWaiting) refuseBadRequest("HPE_INVALID_EOF_STATE", this.#socket);
  };

  /** Nothing was asked and nothing taken for so long. */
  readonly #onTimeout = (): void => {
    const socket = this.#socket;
    const isStalled = socket.timeout === ANSWER_STALL_TIMEOUT_MS;
    const isIdle = this.#calls.length === 0 && !this.#unread.isWaiting && socket.writableLength === 0;
    if (isStalled || isIdle) socket.destroy();
  };

  /** What a client said before it left counts. */
  readonly #onClose = (): void => {
    const bytes = this.#putBack;
    if (bytes !== undefined && this.#state === "held") this.#read(bytes);
    if (this.#unread.isWaiting) this.#unread.take();
    this.#unread.rest();
    for (const { id } of this.#calls) if (id !== undefined) this.#lane.desk.leave(id);
    this.#calls = [];
  };
}
