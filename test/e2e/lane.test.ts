/**
 * The lane for calls of schedulers changes nothing but the speed: every conversation is held twice, with the lane and with
 * Fastify alone, and both must hear the same, byte for byte, and tell the core the same. Fastify has a connection from the
 * beginning when its first request is no call.
 */
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HttpRequest, HttpResponse } from "../../src/master/event.ts";
import { MAX_LANE_HEAD_BYTES, MAX_REQUEST_BODY_BYTES } from "../../src/model/limits.ts";
import { openFrontDoor } from "../../src/shell/http/front-door.ts";
import type { FrontDoor } from "../../src/shell/http/front-door.ts";
import { createRandom } from "../../src/shell/random.ts";
import { keptLog } from "../support/kept-log.ts";
import { rawClient } from "../support/raw-client.ts";
import type { RawClient } from "../support/raw-client.ts";

const TEXT = { "Content-Type": "text/plain; charset=utf-8" };
/** What the core may say to a call. */
const ANSWERS: readonly HttpResponse[] = [
  { status: 202 },
  { status: 202 },
  { status: 400, headers: TEXT, body: "Failed to validate scheduler::Call: Expecting 'framework_id' to be present" },
  { status: 401, headers: { "WWW-Authenticate": 'Basic realm="mesos-master-scheduler"', ...TEXT }, body: "401 Unauthorized." },
  { status: 307, headers: { Location: "//master-2:5050/api/v1/scheduler" } },
  { status: 200, headers: { "Content-Type": "application/x-protobuf" }, body: Uint8Array.from({ length: 256 }, (_, i) => i) },
  { status: 400, headers: TEXT, body: "näme \u{1f4a3} ".repeat(200) },
  { status: 403, headers: { "X-Name": "a\r\nb\u{1f4a3}é" }, body: "" },
  { status: 400, headers: TEXT, body: "x".repeat(100_000) },
];

interface World {
  readonly door: FrontDoor;
  /** What the core was told. */
  readonly heard: { readonly method: string; readonly path: string; readonly headers: object; readonly body: string }[];
  /** How often the core was told so by the lane. */
  byLane: number;
}

/** A core that answers as the body asks: `{"answer":3,"after":1}`; at once, in a later turn, or in a few. */
async function openWorld(allowedOrigins: ReadonlySet<string> = new Set()): Promise<World> {
  const world: { -readonly [K in keyof World]: World[K] } = { door: undefined!, heard: [], byLane: 0 };
  world.door = await openFrontDoor({
    ip: "127.0.0.1", port: 0, log: keptLog(), random: createRandom(), hasActor: () => false, allowedOrigins,
    headTimeoutMs: 400, requestTimeoutMs: 400,
    http: {
      onRequest: (request: HttpRequest) => {
        const { id, method, path, headers, body, streamId } = request;
        const text = Buffer.from(body).toString("latin1");
        if (path === "/warm") return world.door.reply(id, { status: 200, body: "warm" });
        world.heard.push({ method, path, headers, body: text });
        const [, answer = "0", after = "0"] = /"answer":(\d+),"after":(\d+)/.exec(text) ?? [];
        if (/^[0-]+$/.test(streamId)) world.byLane++;
        const reply = (turns: number): void => {
          if (turns > 0) return void setImmediate(reply, turns - 1);
          world.door.reply(id, ANSWERS[Number(answer)]!);
        };
        reply(Number(after));
      },
      onStreamClosed: () => {},
    },
  });
  return world;
}

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.door.close());

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const countAnswers = (text: string): number => text.split(/HTTP\/1\.1 (?!100)/).length - 1;
/** The clock runs, and an answer on time is no other answer. */
const undated = (text: string): string => text.replace(/Date: [^\r]+GMT/g, "Date: now");

type Owner = "lane" | "Fastify";

async function connectTo(owner: Owner, to: World): Promise<RawClient & { heardText(): string }> {
  const client = await rawClient(to.door.port);
  let skipped = 0;
  if (owner === "Fastify") {
    client.write("GET /warm HTTP/1.1\r\nHost: h\r\n\r\n");
    skipped = (await client.until(/warm$/)).length;
  }
  return { ...client, heardText: () => undated(client.text().slice(skipped)) };
}

/** Requests that are sent together, cut at these places (from 0 to 1); then all answers are waited for. */
interface Burst {
  readonly requests: readonly string[];
  readonly cuts: readonly number[];
}

/** Everything one owner says and tells the core in this conversation. */
async function hold(owner: Owner, bursts: readonly Burst[], to = world) {
  const client = await connectTo(owner, to);
  to.heard.length = 0;
  to.byLane = 0;
  let isClosed = false;
  client.socket.on("close", () => (isClosed = true));
  let expected = 0;
  for (const { requests, cuts } of bursts) {
    const bytes = Buffer.from(requests.join(""), "latin1");
    expected += requests.length;
    const places = [...new Set(cuts.map((cut) => Math.floor(cut * bytes.length)))].sort((a, b) => a - b);
    let from = 0;
    for (const place of [...places, bytes.length]) {
      if (place > from) client.write(bytes.subarray(from, place));
      from = place;
      await nextTurn();
      await nextTurn();
    }
    const isAnswered = (): boolean => isClosed || countAnswers(client.heardText()) >= expected;
    await expect.poll(isAnswered, { timeout: 5_000, interval: 2 }).toBe(true);
  }
  client.write("GET /last HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  await client.closed();
  expect(to.byLane > 0, "the lane had the connection").toBe(owner === "lane");
  return { text: client.heardText(), heard: [...to.heard] };
}

async function expectSame(bursts: readonly Burst[], to = world): Promise<string> {
  const byLane = await hold("lane", bursts, to);
  const byFastify = await hold("Fastify", bursts, to);
  expect(byLane.text).toBe(byFastify.text);
  expect(byLane.heard).toEqual(byFastify.heard);
  return byLane.text;
}

interface CallOptions {
  readonly answer?: number;
  readonly after?: number;
  readonly path?: string;
  readonly more?: string;
  readonly length?: string;
  readonly padding?: number;
}

function call({ answer = 0, after = 0, path = "/api/v1/scheduler", more = "", length, padding = 0 }: CallOptions = {}): string {
  const body = `{"answer":${answer},"after":${after}}${" ".repeat(padding)}`;
  return `POST ${path} HTTP/1.1\r\nHost: h\r\nMesos-Stream-Id: 1-2\r\nContent-Type: application/json\r\n${more}` +
    `${length ?? `Content-Length: ${body.length}\r\n`}\r\n${body}`;
}

const chunked = (answer: number): string => {
  const body = `{"answer":${answer},"after":1}`;
  return `POST /api/v1/scheduler HTTP/1.1\r\nHost: h\r\nMesos-Stream-Id: 1-2\r\nTransfer-Encoding: chunked\r\n\r\n` +
    `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
};
const zipped = (answer: number): string => {
  const body = gzipSync(`{"answer":${answer},"after":1}`).toString("latin1");
  return `POST /api/v1/scheduler HTTP/1.1\r\nMesos-Stream-Id: 1-2\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
};

/** Heads that are right, and in some way not those the lane knows. */
const ODD: readonly string[] = [
  "X-Trace: 1\r\n", "Origin: https://page.example.com\r\n", "Sec-Fetch-Site: cross-site\r\n", "Accept:\r\n", "Accept:  two blanks\r\n",
  "Accept: trailing \r\n", "Accept: tab\there\r\n", "Accept: caf\xe9\r\n", "Mesos-Stream-Id: 3-4\r\n", "Host: again\r\n",
  "Content-Encoding: identity\r\n", "Connection: keep-alive, x\r\n", "Cookie: a=b\r\n", "TE: trailers\r\n", `Accept: ${"y".repeat(MAX_LANE_HEAD_BYTES)}\r\n`,
];
const PLAIN: readonly string[] = [
  "", "", "", "Accept: application/x-protobuf\r\n", "User-Agent: Go-http-client/1.1\r\n", "Accept-Encoding: gzip, deflate\r\n",
  "Accept-Encoding: gzip;q=0\r\n", "Authorization: Basic YTpi\r\n", "Connection: keep-alive\r\n", "connection:Keep-Alive\r\n", "ACCEPT: a  b\r\n",
];

const anAnswer = { answer: fc.nat(ANSWERS.length - 1), after: fc.nat(3) };
const plainCall = fc.record({
  ...anAnswer, more: fc.constantFrom(...PLAIN), path: fc.constantFrom("/api/v1/scheduler", "/master/api/v1/scheduler"), padding: fc.constantFrom(0, 0, 7, 900, 5_000),
}).map(call);
/** Right all the same: to bytes that are wrong Fastify answers at once, and those before them may go without an answer. */
const other = fc.oneof(
  fc.record({ ...anAnswer, more: fc.constantFrom(...ODD) }).map(call),
  fc.record({ ...anAnswer, path: fc.constantFrom("/api/v1/scheduler?x=1", "/api/v1/scheduler/", "/api/v1", "//api/v1/scheduler", "/x/../y") }).map(call),
  fc.nat(ANSWERS.length - 1).map(chunked),
  fc.nat(ANSWERS.length - 1).map(zipped),
  fc.constantFrom(
    "GET /state?x=1 HTTP/1.1\r\nHost: h\r\n\r\n", "HEAD /state HTTP/1.1\r\nHost: h\r\n\r\n", "POST /api/v1/scheduler HTTP/1.1\r\nMesos-Stream-Id: 1-2\r\n\r\n",
    "POST /master/mesos.internal.PongSlaveMessage HTTP/1.1\r\nLibprocess-From: slave(1)@127.0.0.1:9\r\nContent-Length: 0\r\n\r\n",
    call({ more: "User-Agent: libprocess/slave(1)@127.0.0.1:9\r\n" }),
  ),
);
const aBurst = (first: fc.Arbitrary<string>): fc.Arbitrary<Burst> => fc.record({
  requests: fc.tuple(first, fc.array(fc.oneof({ arbitrary: plainCall, weight: 9 }, { arbitrary: other, weight: 1 }), { maxLength: 12 }))
    .map(([one, rest]) => [one, ...rest]),
  cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
});

describe("a client of the scheduler API", () => {
  it("hears the same from the lane as from Fastify, however it pipelines and cuts", { timeout: 60_000, retry: 0 }, async () => {
    await fc.assert(fc.asyncProperty(
      aBurst(plainCall), fc.array(aBurst(fc.oneof(plainCall, other)), { maxLength: 2 }),
      async (first, more) => void await expectSame([first, ...more]),
    ), { numRuns: 60 });
  });

  it("hears the same when pages of another origin are allowed", async () => {
    const open = await openWorld(new Set(["https://page.example.com"]));
    const requests = [0, 2, 5, 7].map((answer) => call({ answer })).concat(call({ more: "Origin: https://page.example.com\r\n" }), call());
    expect(await expectSame([{ requests, cuts: [] }], open)).toContain("Vary: Origin");
    await open.door.close();
  });

  it("hears the same after a request of the largest size, and is refused one byte more", { timeout: 30_000 }, async () => {
    const padding = 3 * 1024 * 1024;
    await expectSame([{ requests: [call(), call({ padding, answer: 2 }), call({ after: 2 })], cuts: [0.1, 0.5] }]);
    const tooLong = call({ length: `Content-Length: ${MAX_REQUEST_BODY_BYTES + 1}\r\n` });
    expect(await expectSame([{ requests: [call()], cuts: [] }, { requests: [tooLong], cuts: [] }])).toContain("HTTP/1.1 413");
  });
});

describe("somebody who wants two readers to understand him differently", () => {
  const inner = "GET /master/state HTTP/1.1\r\nHost: h\r\n\r\n";
  const head = "POST /api/v1/scheduler HTTP/1.1\r\nHost: h\r\nMesos-Stream-Id: 1-2\r\n";

  it.each([
    ["two lengths", `${head}Content-Length: 0\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`],
    ["the same length twice", `${head}Content-Length: ${inner.length}\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`],
    ["a length that is a list", `${head}Content-Length: 0, ${inner.length}\r\n\r\n${inner}`],
    ["a length with a sign", `${head}Content-Length: +5\r\n\r\nhello`],
    ["a length with a zero in front", `${head}Content-Length: 0${inner.length}\r\n\r\n${inner}`],
    ["a length in hexadecimal", `${head}Content-Length: 0x5\r\n\r\nhello`],
    ["no length", `${head}\r\n${inner}`],
    ["a length without digits", `${head}Content-Length: \r\n\r\n${inner}`],
    ["a length that is no number of bytes", `${head}Content-Length: 99999999999999999999\r\n\r\n${inner}`],
    ["a length behind a tab", `${head}Content-Length:\t${inner.length}\r\n\r\n${inner}`],
    ["a length beside chunks", `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`],
    ["chunks that are not the last coding", `${head}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${inner}`],
    ["a folded header", `${head}Accept:\r\n Content-Length: 3\r\nContent-Length: 0\r\n\r\n${inner}`],
    ["a space before the colon", `${head}Content-Length : ${inner.length}\r\nContent-Length: 0\r\n\r\n${inner}`],
    ["a bare line feed", `${head}Accept: a\nContent-Length: ${inner.length}\r\nContent-Length: 0\r\n\r\n${inner}`],
    ["a bare carriage return", `${head}Accept: a\rContent-Length: ${inner.length}\r\nContent-Length: 0\r\n\r\n${inner}`],
    ["a zero byte", `${head}Accept: a\0b\r\nContent-Length: 0\r\n\r\n${inner}`],
    ["two blanks in the first line", `${head.replace(" HTTP", "  HTTP")}Content-Length: 0\r\n\r\n${inner}`],
    ["another version", `${head.replace("1.1", "1.0")}Content-Length: 0\r\n\r\n${inner}`],
    ["a version there is not", `${head.replace("1.1", "1.7")}Content-Length: 0\r\n\r\n${inner}`],
    ["another method in small letters", `${head.replace("POST", "post")}Content-Length: 0\r\n\r\n${inner}`],
    ["an upgrade", `${head}Connection: upgrade\r\nUpgrade: websocket\r\nContent-Length: 0\r\n\r\n${inner}`],
    ["an end of the connection", `${head}Connection: close\r\nContent-Length: 0\r\n\r\n${inner}`],
    ["an end by another name", `${head}Proxy-Connection: close\r\nContent-Length: 0\r\n\r\n${inner}`],
    ["an expectation", `${head}Expect: 100-continue\r\nContent-Length: 0\r\n\r\n`],
    ["an expectation there is not", `${head}Expect: nothing\r\nContent-Length: 0\r\n\r\n`],
    ["more headers than fit", `${head}${`X: ${"y".repeat(1_000)}\r\n`.repeat(70)}Content-Length: 0\r\n\r\n${inner}`],
    ["lines before the first", `\r\n\r\n${head}Content-Length: 0\r\n\r\n${inner}`],
    ["bytes that are nothing", `\x16\x03\x01\r\n\r\n${inner}`],
  ])("by %s fails as he does at Fastify", async (_, bytes) => {
    await expectSame([{ requests: [call(), call()], cuts: [] }, { requests: [bytes], cuts: [] }]);
  });
});

describe("a client that does not come to the end", () => {
  it.each([
    ["of a head", "POST /api/v1/sch"],
    ["of a head that may be known", call().slice(0, 100)],
    ["of a body", call().slice(0, -3)],
    ["of a head for others", "GET /state HTTP/1.1\r\n"],
  ])("%s is told so when its time is over, or when it ends its side", async (_, begun) => {
    const outcomes = (["lane", "Fastify"] as const).flatMap((owner) => (["waits", "ends"] as const).map(async (how) => {
      const client = await connectTo(owner, world);
      client.write(call());
      await client.until(/202 Accepted\r\nDate[^]*\r\n\r\n$/);
      client.write(begun);
      if (how === "ends") client.socket.end();
      await client.closed();
      return client.heardText();
    }));
    const [laneWaits, laneEnds, fastifyWaits, fastifyEnds] = await Promise.all(outcomes);
    expect([laneWaits, laneEnds]).toEqual([fastifyWaits, fastifyEnds]);
    expect(laneWaits).toContain("HTTP/1.1 408 Request Timeout");
    expect(laneEnds).toContain("HTTP/1.1 400 Bad Request");
  });

  it("because it has said everything is heard", async () => {
    for (const owner of ["lane", "Fastify"] as const) {
      const client = await connectTo(owner, world);
      world.heard.length = 0;
      client.socket.end(`${call({ answer: 1, after: 3 })}${call({ answer: 2 })}${chunked(1)}${call({ answer: 3 })}`);
      await client.closed();
      await expect.poll(() => world.heard.length).toBe(4);
    }
  });
});

describe("a client that reads no answers", () => {
  it("is not read either, and gets all of them when it does", { timeout: 20_000 }, async () => {
    const client = await connectTo("lane", world);
    world.heard.length = 0;
    client.socket.pause();
    const count = 1_000;
    for (let i = 0; i < count; i++) client.write(call({ answer: 8 }));
    let before = -1;
    await expect.poll(() => before === (before = world.heard.length) && before > 0, { interval: 300, timeout: 10_000 }).toBe(true);
    expect(before, "its answers are 100 MB").toBeLessThan(count / 2);
    client.socket.resume();
    await expect.poll(() => countAnswers(client.text()), { interval: 200, timeout: 15_000 }).toBe(count);
  });
});
