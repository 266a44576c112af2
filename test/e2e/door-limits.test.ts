/** What one address may take of the door, how long it may take it, and which pages may read from it. */
import { request as httpRequest } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { openFrontDoor } from "../../src/shell/http/front-door.ts";
import type { FrontDoor, FrontDoorOptions } from "../../src/shell/http/front-door.ts";
import { createRandom } from "../../src/shell/random.ts";
import { keptLog } from "../support/kept-log.ts";
import { rawClient } from "../support/raw-client.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

async function openDoor(options: Partial<FrontDoorOptions>) {
  const log = keptLog();
  const closedStreams: string[] = [];
  const served: string[] = [];
  const door: FrontDoor = await openFrontDoor({
    ip: "127.0.0.1", port: 0, log, random: createRandom(), hasActor: () => true,
    http: {
      onRequest: ({ id, method, path, streamId }) => {
        served.push(`${method} ${path}`);
        if (path === "/stream") door.open(id, streamId, { "Content-Type": "text/plain" });
        else door.reply(id, { status: 200, body: "served" });
      },
      onStreamClosed: (stream) => closedStreams.push(stream),
    },
    ...options,
  });
  open.push(door);
  return { door, log, closedStreams, served };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly message: IncomingMessage;
}

function ask(port: number, method: string, path: string, headers: Readonly<Record<string, string>> = {}, localAddress = "127.0.0.1"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, method, path, headers, localAddress, agent: false }, (message) => {
      open.push({ close: () => message.destroy() });
      resolve({ status: message.statusCode!, headers: message.headers, message });
    });
    sent.on("error", reject);
    sent.end();
  });
}

describe("one address", () => {
  it("has so many connections at most; others come in, and it does when one of its own goes", async () => {
    const { door, log } = await openDoor({ limits: { connectionsPerAddress: 3 } });
    const own = await Promise.all([1, 2, 3].map(() => rawClient(door.port)));
    open.push(...own);
    const fourth = await rawClient(door.port);
    await fourth.closed();
    expect((await ask(door.port, "GET", "/x", {}, "127.0.0.2")).status).toBe(200);
    expect(log.lines.map(({ text }) => text)).toEqual(["Too many connections from one address: more are turned away"]);
    own[0]!.close();
    await expect.poll(async () => ask(door.port, "GET", "/x").then(({ status }) => status, () => 0)).toBe(200);
  });

  it("has so many event streams at most; one more is refused, and the core hears that it is over", async () => {
    const { door, closedStreams } = await openDoor({ limits: { streamsPerAddress: 2 } });
    const streams = [await ask(door.port, "GET", "/stream"), await ask(door.port, "GET", "/stream")];
    const third = await ask(door.port, "GET", "/stream");
    expect([...streams, third].map(({ status }) => status)).toEqual([200, 200, 503]);
    expect(closedStreams).toHaveLength(1);
    expect((await ask(door.port, "GET", "/stream", {}, "127.0.0.2")).status).toBe(200);
    streams[0]!.message.destroy();
    await expect.poll(async () => (await ask(door.port, "GET", "/stream")).status).toBe(200);
  });

  it("by default may be that of 10,000 agents", async () => {
    const { MAX_CONNECTIONS, MAX_CONNECTIONS_PER_ADDRESS } = await import("../../src/model/limits.ts");
    expect(MAX_CONNECTIONS_PER_ADDRESS).toBeGreaterThan(10_000);
    expect(MAX_CONNECTIONS).toBeGreaterThan(MAX_CONNECTIONS_PER_ADDRESS);
  });
});

describe("a client that takes its time", () => {
  it.each([
    ["with a request's head", "GET /x HTTP/1.1\r\nHost: h\r\nX-Slow: "],
    ["with a head that may be either's", "POST /x HTTP/1.1\r\nHost: h\r\nX-Slow: "],
    ["with a message's head", "POST /master/x HTTP/1.1\r\nLibprocess-From: a@1.2.3.4:5\r\nX-Slow: "],
    ["with the second head of a connection", "GET /x HTTP/1.1\r\nHost: h\r\n\r\nGET /x HTTP/1.1\r\nX-Slow: "],
    ["with a request's body", "POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n"],
    ["with a message's body", "POST /master/x HTTP/1.1\r\nLibprocess-From: a@1.2.3.4:5\r\nContent-Length: 1000\r\n\r\n"],
    ["with chunks", "POST /master/x HTTP/1.1\r\nLibprocess-From: a@1.2.3.4:5\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\n"],
  ])("%s, a byte now and then, is closed all the same", async (_, begin) => {
    const { door } = await openDoor({ headTimeoutMs: 300, requestTimeoutMs: 300 });
    const slow = await rawClient(door.port);
    open.push(slow);
    slow.write(begin);
    const trickle = setInterval(() => slow.write("a"), 50);
    open.push({ close: () => clearInterval(trickle) });
    await slow.closed(3_000);
  });

  it("before its first byte is left alone: it may be the link of a peer", async () => {
    const { door } = await openDoor({ headTimeoutMs: 100 });
    const silent = connect({ host: "127.0.0.1", port: door.port });
    open.push({ close: () => silent.destroy() });
    let closed = false;
    silent.on("close", () => (closed = true));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(closed).toBe(false);
  });
});

describe("a page", () => {
  const PAGE = "https://page.example.com";
  const allowedOrigins = new Set([PAGE]);

  it("of an allowed origin may read answers, with what the browser knows of the user", async () => {
    const { door } = await openDoor({ allowedOrigins });
    const { status, headers } = await ask(door.port, "GET", "/x", { origin: PAGE });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "access-control-allow-origin": PAGE, "access-control-allow-credentials": "true",
      "access-control-expose-headers": "Mesos-Stream-Id", vary: "Origin",
    });
  });

  it("of an allowed origin may ask first, before anybody is asked for credentials", async () => {
    const { door, served } = await openDoor({ allowedOrigins });
    const { status, headers } = await ask(door.port, "OPTIONS", "/x", { origin: PAGE, "access-control-request-method": "POST" });
    expect(status).toBe(200);
    expect(headers["access-control-allow-methods"]).toBe("GET, POST, PUT, DELETE");
    expect(headers["access-control-allow-headers"]).toContain("Content-Type");
    expect(served).toEqual([]);
  });

  it("of an allowed origin may read an event stream", async () => {
    const { door } = await openDoor({ allowedOrigins });
    const { headers } = await ask(door.port, "GET", "/stream", { origin: PAGE });
    expect(headers).toMatchObject({ "access-control-allow-origin": PAGE, "transfer-encoding": "chunked" });
  });

  it.each([[allowedOrigins], [new Set<string>()]])("of any other origin may not, and learns nothing of those that may (%j)", async (origins) => {
    const { door } = await openDoor({ allowedOrigins: origins });
    for (const origin of ["https://evil.example", "https://page.example.com.evil.example", "null", "http://page.example.com"]) {
      for (const method of ["GET", "OPTIONS"]) {
        const { headers } = await ask(door.port, method, "/x", { origin, "access-control-request-method": "POST" });
        expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
      }
    }
  });

  it("of another site cannot make the browser send a change with the user's credentials", async () => {
    const { door, served } = await openDoor({ allowedOrigins });
    const from = (site: string, origin = "https://evil.example") => ({ origin, "sec-fetch-site": site });
    for (const method of ["POST", "PUT", "DELETE"]) {
      expect((await ask(door.port, method, "/teardown", from("cross-site"))).status).toBe(403);
    }
    expect(served).toEqual([]);
    expect((await ask(door.port, "POST", "/teardown", from("cross-site", PAGE))).status).toBe(200);
    expect((await ask(door.port, "POST", "/teardown", from("same-origin"))).status).toBe(200);
    expect((await ask(door.port, "POST", "/teardown")).status, "a program").toBe(200);
    expect((await ask(door.port, "GET", "/state", from("cross-site"))).status, "JSONP, as Mesos' page uses it").toBe(200);
  });
});
