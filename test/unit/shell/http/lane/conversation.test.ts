/** One connection of the lane, over a socket whose other end is a list. */
import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { HttpRequest } from "../../../../../src/master/event.ts";
import {
  ANSWER_STALL_TIMEOUT_MS, KEEP_ALIVE_TIMEOUT_MS, MAX_REQUEST_BODIES_BYTES, MAX_REQUESTS_IN_FLIGHT, MAX_REQUESTS_PER_CONNECTION,
} from "../../../../../src/model/limits.ts";
import { Desk } from "../../../../../src/shell/http/desk.ts";
import { createLane } from "../../../../../src/shell/http/lane/lane.ts";
import { receive } from "../../../../../src/shell/http/receiving.ts";

afterEach(() => void vi.useRealTimers());

class FakeSocket extends Duplex {
  readonly writes: string[] = [];
  timeout = 0;
  /** The kernel takes nothing more. */
  isStuck = false;
  #goOn: (() => void) | undefined;

  constructor() {
    super({ decodeStrings: false, allowHalfOpen: false, readableHighWaterMark: 65_536, writableHighWaterMark: 16_384 });
    this.on("error", () => {});
    this.pause();
  }

  setTimeout(ms: number): this {
    this.timeout = ms;
    return this;
  }

  override _read(): void {}

  override _write(chunk: string, _encoding: string, done: () => void): void {
    this.writes.push(chunk);
    if (this.isStuck) this.#goOn = done;
    else done();
  }

  /** The client reads again. */
  unstick(): void {
    this.isStuck = false;
    this.#goOn?.();
  }
}

const call = (text: string, length = text.length): Buffer =>
  Buffer.from(`POST /api/v1/scheduler HTTP/1.1\r\nMesos-Stream-Id: 1\r\nContent-Length: ${length}\r\n\r\n${text}`);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function setUp(first: Buffer = call("first")) {
  const desk = new Desk();
  const asked: HttpRequest[] = [];
  const handedOver: string[] = [];
  const socket = new FakeSocket();
  const lane = createLane({
    desk, headTimeoutMs: 1_000, requestTimeoutMs: 5_000, firstHeaders: "",
    http: { onRequest: (request) => asked.push(request), onStreamClosed: () => {} },
    handOver: (given) => void handedOver.push(String(given.read() ?? "")),
  });
  const isTaken = lane.take(socket as unknown as Socket, first);
  const answer = ({ id }: HttpRequest, body = ""): void => desk.leave(id)?.answer({ status: 200, body });
  const bodies = (): string[] => asked.map(({ body }) => String(body));
  return { desk, asked, handedOver, socket, isTaken, answer, bodies };
}

describe("a connection of the lane", () => {
  it("gives the core what it is asked, with a stream for nobody", () => {
    const { asked } = setUp();
    expect(asked).toEqual([{
      id: 1, method: "POST", path: "/api/v1/scheduler", query: {}, body: Buffer.from("first"),
      headers: { "mesos-stream-id": "1", "content-length": "5" }, streamId: "00000000-0000-0000-0000-000000000000",
    }]);
  });

  it("sends all answers of a turn in one write, in the order of their requests", async () => {
    const { socket, asked, answer } = setUp(Buffer.concat([1, 2, 3].map((each) => call(`${each}`))));
    answer(asked[2]!, "<3>");
    answer(asked[0]!, "<1>");
    await turn();
    expect(socket.writes.map((text) => text.match(/<.>/g))).toEqual([["<1>"]]);
    answer(asked[1]!, "<2>");
    await turn();
    expect(socket.writes.map((text) => text.match(/<.>/g))).toEqual([["<1>"], ["<2>", "<3>"]]);
  });

  it("is none when its first request is no call, and becomes Fastify's with the first that is none", async () => {
    expect(setUp(Buffer.from("GET / HTTP/1.1\r\n\r\n")).isTaken).toBe(false);
    const { socket, asked, answer, handedOver } = setUp();
    socket.push(Buffer.concat([call("second"), Buffer.from("GET / HTTP/1.1\r\n\r\n"), call("third")]));
    await turn();
    socket.push(call("fourth"));
    answer(asked[0]!);
    await turn();
    expect(handedOver, "the second one has no answer").toEqual([]);
    answer(asked[1]!);
    await turn();
    expect(handedOver).toEqual([`GET / HTTP/1.1\r\n\r\n${call("third")}${call("fourth")}`]);
    expect(socket.eventNames().filter((name) => name !== "error" && socket.listenerCount(name) > 0)).not.toContain("data");
    expect(asked).toHaveLength(2);
  });

  it("is not read while it has too many unanswered requests, and counts what was said before it went", async () => {
    const { socket, asked, answer, desk, bodies } = setUp(Buffer.concat(Array.from({ length: 300 }, (_, i) => call(`${i}`))));
    expect(asked).toHaveLength(MAX_REQUESTS_PER_CONNECTION);
    asked.slice(0, 100).forEach((each) => answer(each));
    await turn();
    expect(asked).toHaveLength(MAX_REQUESTS_PER_CONNECTION);
    asked.slice(100, 150).forEach((each) => answer(each));
    await turn();
    expect(bodies()).toEqual(Array.from({ length: 300 }, (_, i) => `${i}`));
    socket.push(Buffer.concat(Array.from({ length: 200 }, (_, i) => call(`${300 + i}`))));
    await turn();
    expect(asked).toHaveLength(150 + MAX_REQUESTS_PER_CONNECTION);
    socket.destroy();
    await turn();
    expect(bodies()).toEqual(Array.from({ length: 500 }, (_, i) => `${i}`));
    expect(asked.some(({ id }) => desk.find(id) !== undefined), "nobody waits for an answer any more").toBe(false);
  });

  it("is not read while its answers are not taken", async () => {
    const { socket, asked, answer } = setUp();
    socket.isStuck = true;
    answer(asked[0]!, "x".repeat(20_000));
    await turn();
    socket.push(call("second"));
    await turn();
    expect(asked).toHaveLength(1);
    socket.unstick();
    await turn();
    await turn();
    expect(asked).toHaveLength(2);
  });

  it("is answered 503 when the whole process has too many unanswered requests", async () => {
    const { socket, desk, asked, answer } = setUp();
    for (let i = 1; i < MAX_REQUESTS_IN_FLIGHT; i++) desk.enter({ answer: () => {}, breakOff: () => {} });
    socket.push(call("second"));
    await turn();
    answer(asked[0]!);
    await turn();
    expect(socket.writes.join("")).toMatch(/^HTTP\/1\.1 200 OK[^]*HTTP\/1\.1 503 Service Unavailable\r\n[^]*Too many requests are waiting for an answer, try again$/);
    expect(asked).toHaveLength(1);
    socket.push(call("third"));
    await turn();
    expect(asked).toHaveLength(2);
  });

  it("is left to Fastify, which refuses it, when too many bodies are being received", async () => {
    const { socket, asked, answer, handedOver } = setUp();
    answer(asked[0]!);
    await turn();
    receive(MAX_REQUEST_BODIES_BYTES - 200);
    socket.push(call("begun", 1_000));
    await turn();
    expect(handedOver).toEqual([]);
    socket.push(Buffer.alloc(300, "x"));
    await turn();
    receive(200 - MAX_REQUEST_BODIES_BYTES);
    expect(handedOver).toEqual([`${call("begun", 1_000)}${"x".repeat(300)}`]);
    expect(receive(MAX_REQUEST_BODIES_BYTES), "nothing is counted any more").toBe(true);
    receive(-MAX_REQUEST_BODIES_BYTES);
  });

  it("ends when it asks nothing for long, and not while it waits for an answer", async () => {
    const { socket, asked, answer } = setUp();
    expect(socket.timeout).toBe(KEEP_ALIVE_TIMEOUT_MS);
    socket.emit("timeout");
    expect(socket.destroyed).toBe(false);
    answer(asked[0]!);
    await turn();
    socket.emit("timeout");
    expect(socket.destroyed).toBe(true);
  });

  it("ends when it takes nothing of a long answer, and has time again when it has taken it", async () => {
    const { socket, asked, answer } = setUp(Buffer.concat([call("1"), call("2")]));
    socket.isStuck = true;
    answer(asked[0]!, "x".repeat(100_000));
    await turn();
    expect(socket.timeout).toBe(ANSWER_STALL_TIMEOUT_MS);
    socket.unstick();
    await turn();
    expect(socket.timeout).toBe(KEEP_ALIVE_TIMEOUT_MS);
    socket.isStuck = true;
    answer(asked[1]!, "x".repeat(100_000));
    await turn();
    socket.emit("timeout");
    expect(socket.destroyed).toBe(true);
  });

  it("has so long for a head, and so long for all of a request, from its first byte on", () => {
    vi.useFakeTimers();
    const inHead = setUp(Buffer.concat([call("1"), Buffer.from("POST ")])).socket;
    const inBody = setUp(Buffer.concat([call("1"), Buffer.from("POST ")])).socket;
    vi.advanceTimersByTime(900);
    inBody.emit("data", call("half", 10).subarray(5));
    for (let i = 0; i < 40; i++) {
      vi.advanceTimersByTime(100);
      inBody.emit("data", Buffer.alloc(0));
    }
    expect([inHead, inBody].map(({ writes }) => writes.join("").split("\r\n")[0])).toEqual(["HTTP/1.1 408 Request Timeout", ""]);
    vi.advanceTimersByTime(200);
    expect(inBody.writes.join("")).toContain("HTTP/1.1 408 Request Timeout");
  });

  it("breaks off when it is to be answered with something that no call is answered with", async () => {
    const { socket, asked, desk } = setUp();
    const warned = new Promise((resolve) => process.once("warning", resolve));
    desk.leave(asked[0]!.id)!.answer({ status: 200, content: { pieces: [] } });
    expect(socket.destroyed).toBe(true);
    expect(String(await warned)).toContain("A call of the scheduler API");
  });
});
