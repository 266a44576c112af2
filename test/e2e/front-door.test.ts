import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import type { HttpRequest } from "../../src/master/event.ts";
import { MAX_REQUEST_BODY_BYTES, MAX_STREAM_QUEUE_BYTES } from "../../src/model/limits.ts";
import { printUpid } from "../../src/model/upid.ts";
import type { Upid } from "../../src/model/upid.ts";
import { openFrontDoor } from "../../src/shell/http/front-door.ts";
import type { FrontDoor } from "../../src/shell/http/front-door.ts";
import { createRandom } from "../../src/shell/random.ts";
import type { Message } from "../../src/wire/v0/messages.ts";
import { answers, rawClient } from "../support/raw-client.ts";
import type { RawClient } from "../support/raw-client.ts";
import { keptLog } from "../support/kept-log.ts";

/** One line of a recording: an HTTP message as it stood on the wire. */
interface Recorded {
  readonly start: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body_base64?: string;
  readonly message?: string;
}

/** The bytes of a recorded request of libprocess, with its body as one chunk, as libprocess sends it. */
function recordedBytes(line: Recorded): Buffer {
  const head = [line.start, ...line.headers.map(([name, value]) => `${name}: ${value}`)].join("\r\n");
  if (line.body_base64 === undefined) return Buffer.from(`${head}\r\n\r\n`);
  const body = Buffer.from(line.body_base64, "base64");
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n${body.length.toString(16)}\r\n`), body, Buffer.from("\r\n0\r\n\r\n")]);
}

/** What a real agent sent to its master, in order. */
function agentToMaster(): { bytes: Buffer; names: string[] } {
  const lines = readFileSync(join(import.meta.dirname, "../golden/wire/a2_v0_command_task.jsonl"), "utf8").trim().split("\n");
  const requests = lines.map((line) => JSON.parse(line) as Recorded).filter(
    ({ start, message }) => message !== undefined && /^POST \/(master|slave-observer\(1\))\//.test(start),
  );
  return { bytes: Buffer.concat(requests.map(recordedBytes)), names: requests.map(({ message }) => message!) };
}

describe("the front door", () => {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const thing of open.splice(0).reverse()) await thing.close();
  });

  interface Setup {
    readonly door: FrontDoor;
    readonly requests: HttpRequest[];
    readonly messages: { from: string; to: string; name: string }[];
    readonly closedStreams: string[];
  }
  async function setUp(handle?: (door: FrontDoor, request: HttpRequest) => void, headTimeoutMs?: number): Promise<Setup> {
    const requests: HttpRequest[] = [];
    const messages: Setup["messages"] = [];
    const closedStreams: string[] = [];
    const door: FrontDoor = await openFrontDoor({
      ip: "127.0.0.1",
      port: 0,
      hasActor: (id) => id === "master" || id.startsWith("slave-observer("),
      http: {
        onRequest: (request) => {
          requests.push(request);
          if (handle === undefined) door.reply(request.id, { status: 200, body: "ok" });
          else handle(door, request);
        },
        onStreamClosed: (stream) => void closedStreams.push(stream),
      },
      log: keptLog(),
      random: createRandom(),
      ...(headTimeoutMs === undefined ? {} : { headTimeoutMs }),
    });
    door.transport.onMessage((from: Upid, to: string, message: Message) => {
      messages.push({ from: printUpid(from), to, name: message.name });
    });
    open.push(door);
    return { door, requests, messages, closedStreams };
  }
  async function client(door: FrontDoor): Promise<RawClient> {
    const raw = await rawClient(door.port);
    open.push(raw);
    return raw;
  }

  describe("for libprocess peers", () => {
    const recording = agentToMaster();

    it.each([1, 7, 100, 4096, 1_000_000])("answers pipelined messages in order, cut every %i bytes", async (size) => {
      const { door, messages } = await setUp();
      const peer = await client(door);
      for (let at = 0; at < recording.bytes.length; at += size) {
        peer.write(recording.bytes.subarray(at, at + size));
        if (size < 100 && at % 640 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      await expect.poll(() => answers(peer.text(), 202), { timeout: 5_000 }).toBe(recording.names.length);
      expect(messages.map(({ name }) => name)).toEqual(recording.names);
      expect(messages[0]).toMatchObject({ from: "slave(1)@127.0.0.1:5051", to: "slave-observer(1)" });
      expect(peer.text().slice(0, 300)).toMatch(/^HTTP\/1\.1 202 Accepted\r\nDate: \w{3}, [^\r]+ GMT\r\nContent-Length: 0\r\n\r\nHTTP/);
    });

    const message = (to: string, extra = ""): string =>
      `POST /${to}/mesos.internal.PongSlaveMessage HTTP/1.1\r\nUser-Agent: libprocess/slave(1)@127.0.0.1:9\r\n${extra}\r\n`;

    it("answers 404 for an actor that does not live here and goes on with the connection", async () => {
      const { door, messages } = await setUp();
      const peer = await client(door);
      peer.write(message("nobody") + message("slave-observer%281%29"));
      await peer.until(/404 Not Found[^]*202 Accepted/);
      expect(messages).toEqual([{ from: "slave(1)@127.0.0.1:9", to: "slave-observer(1)", name: "mesos.internal.PongSlaveMessage" }]);
    });

    it("drops a message of an unknown name, or one that cannot be decoded, after its 202", async () => {
      const { door, messages } = await setUp();
      const peer = await client(door);
      peer.write(message("master").replace("PongSlaveMessage", "NoSuchMessage"));
      peer.write(message("master", "Content-Length: 2\r\n").replace("PongSlaveMessage", "PingSlaveMessage"));
      peer.write(Uint8Array.of(0xff, 0xff));
      peer.write(message("master"));
      await expect.poll(() => answers(peer.text(), 202)).toBe(3);
      expect(messages.map(({ name }) => name)).toEqual(["mesos.internal.PongSlaveMessage"]);
    });

    it("never closes a connection that says nothing, before or after a message", async () => {
      const { door } = await setUp(undefined, 50);
      const [linked, resting] = [await client(door), await client(door)];
      resting.write(message("master"));
      await resting.until(/202/);
      await new Promise((resolve) => setTimeout(resolve, 300));
      linked.write(message("master"));
      resting.write(message("master"));
      await linked.until(/202/);
      await resting.until(/202[^]*202/);
    });

    it("answers a plain request on such a connection 400, and stays", async () => {
      const { door, requests } = await setUp();
      const peer = await client(door);
      peer.write(message("master") + "GET /state HTTP/1.1\r\nHost: x\r\n\r\n" + message("master"));
      await peer.until(/202[^]*400 Bad Request[^]*202/);
      expect(requests).toEqual([]);
    });

    it("refuses a sender that claims another address, when asked to", async () => {
      const door = await openFrontDoor({
        ip: "127.0.0.1", port: 0, hasActor: () => true, log: keptLog(), random: createRandom(), requirePeerIp: true,
      });
      open.push(door);
      const peer = await client(door);
      peer.write(message("master").replace("127.0.0.1:9", "127.0.0.2:9") + message("master"));
      await peer.until(/400 Bad Request[^]*Message from slave\(1\)@127\.0\.0\.2:9 was sent from IP 127\.0\.0\.1[^]*202/);
    });

    it("waits while the process has too much to do", async () => {
      const { door, messages } = await setUp();
      const peer = await client(door);
      peer.write(message("master"));
      await peer.until(/202/);
      door.pause();
      peer.write(message("master"));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(messages.length).toBe(1);
      door.resume();
      await peer.until(/202[^]*202/);
    });
  });

  describe("for HTTP clients", () => {
    it("gives the request to the core and answers like Mesos: date, length, type, and nothing else", async () => {
      const { door, requests } = await setUp((at, { id }) => {
        at.reply(id, { status: 200, headers: { "Content-Type": "application/json" }, body: "{}" });
      });
      const http = await client(door);
      http.write("GET /master/state?jsonp=f&x=1&x=2 HTTP/1.1\r\nHost: h\r\nX-A: one\r\nx-a: two\r\n\r\n");
      const text = await http.until(/\{\}$/);
      expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\nDate: [^\r]+ GMT\r\nContent-Length: 2\r\nContent-Type: application\/json\r\n\r\n\{\}$/);
      expect(requests[0]).toMatchObject({
        method: "GET", path: "/master/state", query: { jsonp: "f", x: "2" }, headers: { host: "h", "x-a": "two" },
      });
      expect(requests[0]?.body.length).toBe(0);
    });

    it.each([
      ["GET", "//health", "/health"],
      ["GET", "/api/v1/", "/api/v1"],
      ["GET", "/health?a", "/health"],
      ["GET", "/heal%74h", "/heal%74h"],
      ["GET", "/slave-observer%281%29/x", "/slave-observer(1)/x"],
      ["GET", "/health%", "/health%"],
      ["DELETE", "/", "/"],
      ["OPTIONS", "/state", "/state"],
      ["PATCH", "/api/v1", "/api/v1"],
    ])("%s %s is the path %s", async (method, target, path) => {
      const { door, requests } = await setUp();
      const http = await client(door);
      http.write(`${method} ${target} HTTP/1.1\r\nHost: h\r\n\r\n`);
      await http.until(/200 OK/);
      expect(requests.map((request) => [request.method, request.path])).toEqual([[method, path]]);
    });

    it("answers paths that climb 404 and words that are no method 400, without asking the core", async () => {
      const { door, requests } = await setUp();
      for (const [line, status] of [["GET /master/../health", 404], ["BREW /health", 400], ["get /health", 400]] as const) {
        const http = await client(door);
        http.write(`${line} HTTP/1.1\r\nHost: h\r\n\r\n`);
        await http.until(new RegExp(`^HTTP/1.1 ${status} `));
      }
      expect(requests).toEqual([]);
    });

    it("answers HEAD without a body", async () => {
      const { door } = await setUp();
      const http = await client(door);
      http.write("HEAD /health HTTP/1.1\r\nHost: h\r\n\r\nGET /health HTTP/1.1\r\nHost: h\r\n\r\n");
      await http.until(/Content-Length: 2\r\n\r\nHTTP\/1\.1 200 OK[^]*ok$/);
    });

    it("keeps pipelined calls in order, even when one is compressed", async () => {
      const { door, requests } = await setUp();
      const http = await client(door);
      const post = (body: Uint8Array, coding: string): void => {
        http.write(`POST /api/v1 HTTP/1.1\r\nHost: h\r\nContent-Length: ${body.length}\r\n${coding}\r\n`);
        http.write(body);
      };
      post(gzipSync("first"), "Content-Encoding: gzip\r\n");
      post(Buffer.from("second"), "");
      post(gzipSync("third"), "Content-Encoding: gzip\r\n");
      await expect.poll(() => answers(http.text(), 200)).toBe(3);
      expect(requests.map(({ body }) => Buffer.from(body).toString())).toEqual(["first", "second", "third"]);
    });

    it("takes bodies of any type, and of methods that usually have none", async () => {
      const { door, requests } = await setUp();
      const http = await client(door);
      http.write("GET /health HTTP/1.1\r\nHost: h\r\nContent-Type: nonsense\r\nContent-Length: 3\r\n\r\nabc");
      http.write("PUT /weights HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n");
      await expect.poll(() => answers(http.text(), 200)).toBe(2);
      expect(requests.map(({ body }) => Buffer.from(body).toString())).toEqual(["abc", "x"]);
    });

    it("delivers a libprocess message that comes over an HTTP connection", async () => {
      const { door, messages } = await setUp();
      const http = await client(door);
      http.write("GET /health HTTP/1.1\r\nHost: h\r\n\r\n");
      await http.until(/ok/);
      http.write("POST /master/mesos.internal.PongSlaveMessage HTTP/1.1\r\nLibprocess-From: slave(1)@127.0.0.1:9\r\n\r\n");
      await http.until(/202 Accepted/);
      expect(messages).toEqual([{ from: "slave(1)@127.0.0.1:9", to: "master", name: "mesos.internal.PongSlaveMessage" }]);
    });

    it("compresses long answers for those who take gzip", async () => {
      const long = "x".repeat(1024);
      const { door } = await setUp((at, { id, path }) => at.reply(id, { status: 200, body: path === "/long" ? long : long.slice(1) }));
      const get = async (path: string, accept: string): Promise<Response> =>
        fetch(`http://127.0.0.1:${door.port}${path}`, { headers: { "Accept-Encoding": accept } });
      for (const accept of ["gzip", "*", "deflate, gzip;q=0.5"]) {
        const response = await get("/long", accept);
        expect(response.headers.get("content-encoding"), accept).toBe("gzip");
        expect(await response.text()).toBe(long);
      }
      for (const [path, accept] of [["/long", "deflate"], ["/long", "gzip;q=0"], ["/short", "gzip"]] as const) {
        expect((await get(path, accept)).headers.get("content-encoding"), `${path} ${accept}`).toBeNull();
      }
    });

    it("refuses what is too large: bodies, what they inflate to, and headers", async () => {
      const { door, requests } = await setUp();
      const [announced, chunked, bomb, head, notGzip] = await Promise.all([1, 2, 3, 4, 5].map(() => client(door)));
      announced!.write(`POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: ${MAX_REQUEST_BODY_BYTES + 1}\r\n\r\n`);
      await announced!.until(/^HTTP\/1\.1 413 [^]*Connection: close/);

      chunked!.write("POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
      const mebibyte = Buffer.concat([Buffer.from("100000\r\n"), Buffer.alloc(1 << 20), Buffer.from("\r\n")]);
      for (let sent = 0; sent <= MAX_REQUEST_BODY_BYTES; sent += 1 << 20) chunked!.write(mebibyte);
      await chunked!.until(/^HTTP\/1\.1 413 /);

      const packed = gzipSync(Buffer.alloc(MAX_REQUEST_BODY_BYTES + 1));
      expect(packed.length).toBeLessThan(100_000);
      bomb!.write(`POST /a HTTP/1.1\r\nHost: h\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`);
      bomb!.write(packed);
      await bomb!.until(/^HTTP\/1\.1 413 /);

      notGzip!.write("POST /a HTTP/1.1\r\nHost: h\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc");
      await notGzip!.until(/^HTTP\/1\.1 500 /);

      head!.write(`GET /a HTTP/1.1\r\nHost: h\r\nX: ${"y".repeat(70_000)}\r\n\r\n`);
      await head!.until(/^HTTP\/1\.1 431 /);
      expect(requests).toEqual([]);
    });

    it("cuts off a client that never finishes its headers", async () => {
      const { door } = await setUp(undefined, 100);
      const [early, late] = [await client(door), await client(door)];
      early.write("POST /api/v1 HTTP/1.1\r\nHo");
      late.write("GET /health HTTP/1.1\r\nHo");
      await Promise.all([early.closed(), late.closed()]);
    });
  });

  describe("for event streams", () => {
    const headers = { "Mesos-Stream-Id": "1-2-3", "Content-Type": "application/json" };

    it("keeps the answer open, chunk by chunk, until the core ends it", async () => {
      const { door, requests, closedStreams } = await setUp((at, { id, streamId }) => at.open(id, streamId, headers));
      const http = await client(door);
      http.write("POST /api/v1/scheduler HTTP/1.1\r\nHost: h\r\n\r\n");
      await http.until(/\r\n\r\n$/);
      expect(http.text()).toMatch(
        /^HTTP\/1\.1 200 OK\r\nDate: [^\r]+\r\nTransfer-Encoding: chunked\r\nMesos-Stream-Id: 1-2-3\r\nContent-Type: application\/json\r\n\r\n$/,
      );
      door.write(requests[0]!.streamId, Buffer.from("2\n{}"));
      await http.until(/4\r\n2\n\{\}\r\n$/);
      door.end(requests[0]!.streamId);
      await http.until(/0\r\n\r\n$/);
      expect(closedStreams).toEqual([]);
    });

    it("tells the core when the client goes", async () => {
      const { door, requests, closedStreams } = await setUp((at, { id, streamId }) => at.open(id, streamId, headers));
      const http = await client(door);
      http.write("POST /api/v1/scheduler HTTP/1.1\r\nHost: h\r\n\r\n");
      await http.until(/200 OK/);
      http.close();
      await expect.poll(() => closedStreams).toEqual([requests[0]!.streamId]);
    });

    it("tells the core at once when the client had gone before the answer", async () => {
      let answer = (): void => {};
      const { door, requests, closedStreams } = await setUp((at, { id, streamId }) => {
        answer = () => at.open(id, streamId, headers);
      });
      const http = await client(door);
      http.write("POST /api/v1/scheduler HTTP/1.1\r\nHost: h\r\n\r\n");
      await expect.poll(() => requests.length).toBe(1);
      http.close();
      await new Promise((resolve) => setTimeout(resolve, 50));
      answer();
      await expect.poll(() => closedStreams).toEqual([requests[0]!.streamId]);
    });

    it("cuts a reader that is too slow, with a bound on what waits for it", async () => {
      const { door, requests, closedStreams } = await setUp((at, { id, streamId }) => at.open(id, streamId, headers));
      const http = await client(door);
      http.write("POST /api/v1/scheduler HTTP/1.1\r\nHost: h\r\n\r\n");
      await http.until(/200 OK/);
      http.socket.pause();
      const record = Buffer.alloc(1 << 20);
      let written = 0;
      while (closedStreams.length === 0 && written < 2 * MAX_STREAM_QUEUE_BYTES) {
        door.write(requests[0]!.streamId, record);
        written += record.length;
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect(closedStreams).toEqual([requests[0]!.streamId]);
      expect(written).toBeLessThan(1.5 * MAX_STREAM_QUEUE_BYTES);
    });
  });

  it("rejects a port that is taken with the code of the system", async () => {
    const { door } = await setUp();
    await expect(
      openFrontDoor({ ip: "127.0.0.1", port: door.port, hasActor: () => true, log: keptLog(), random: createRandom() }),
    ).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("takes messages only, and loads nothing for HTTP, when nobody answers requests", async () => {
    const door = await openFrontDoor({ ip: "127.0.0.1", port: 0, hasActor: () => true, log: keptLog(), random: createRandom() });
    open.push(door);
    const http = await client(door);
    http.write("GET / HTTP/1.1\r\n\r\n");
    await http.until(/^HTTP\/1\.1 404 /);
    await http.closed();
  });
});
