/** Answers that come in pieces, over real sockets: what the client gets, and that nobody waits for them. */
import { get, request as httpRequest } from "node:http";
import type { IncomingMessage } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { gunzipSync } from "node:zlib";
import type { HttpResponse } from "../../src/master/event.ts";
import { openFrontDoor } from "../../src/shell/http/front-door.ts";
import type { FrontDoor } from "../../src/shell/http/front-door.ts";
import { createRandom } from "../../src/shell/random.ts";
import { bodyOf, bytesOf } from "../support/bodies.ts";
import { keptLog } from "../support/kept-log.ts";
import { rawClient } from "../support/raw-client.ts";

describe("an answer in pieces", () => {
  const doors: FrontDoor[] = [];
  afterEach(async () => {
    for (const door of doors.splice(0)) await door.close();
  });

  async function serving(answer: (path: string) => HttpResponse): Promise<number> {
    const door: FrontDoor = await openFrontDoor({
      ip: "127.0.0.1", port: 0, hasActor: () => false, log: keptLog(), random: createRandom(),
      http: { onRequest: ({ id, path }) => door.reply(id, answer(path)), onStreamClosed: () => {} },
    });
    doors.push(door);
    return door.port;
  }

  interface Got { readonly message: IncomingMessage; readonly body: Buffer }
  function fetched(port: number, path: string, headers: Record<string, string> = {}): Promise<Got> {
    return new Promise((resolve, reject) => {
      get({ port, path, headers, agent: false }, (message) => {
        const chunks: Buffer[] = [];
        message.on("data", (chunk: Buffer) => chunks.push(chunk));
        message.on("end", () => resolve({ message, body: Buffer.concat(chunks) }));
        message.on("error", reject);
      }).on("error", reject);
    });
  }

  const json = { "Content-Type": "application/json" };
  const long = (make = (i: number) => `"${String(i).padStart(98, "é")}"`): HttpResponse => ({
    status: 200, headers: json, content: { pieces: ["[", { length: 5_000, at: make }, "]"] },
  });
  const whole = bodyOf(long());

  it("that is short leaves with its length, like one that was made at once", async () => {
    const pieces = ["[", () => "1", ",", () => "2", "]"];
    const port = await serving(() => ({ status: 200, headers: json, content: { pieces } }));
    const { message, body } = await fetched(port, "/state");
    expect(body.toString()).toBe("[1,2]");
    expect(message.headers).toMatchObject({ "content-length": "5", "content-type": "application/json" });
  });

  it("that is long comes in chunks, every byte of it", async () => {
    const port = await serving(() => long());
    const { message, body } = await fetched(port, "/state");
    expect(message.headers).toMatchObject({ "transfer-encoding": "chunked", "content-type": "application/json" });
    expect(body.toString() === whole).toBe(true);
  });

  it("is zipped on its way for a client that takes it", async () => {
    const port = await serving(() => long());
    const { message, body } = await fetched(port, "/state", { "accept-encoding": "gzip" });
    expect(message.headers["content-encoding"]).toBe("gzip");
    expect(body.length).toBeLessThan(whole.length / 10);
    expect(gunzipSync(body).toString() === whole).toBe(true);
  });

  it("in protobuf is made little by little, too, and has its length", async () => {
    const item = (i: number): Uint8Array => Buffer.from(String(i).padStart(98, "é"));
    const answer: HttpResponse = {
      status: 200, headers: { "Content-Type": "application/x-protobuf" },
      content: {
        fields: [Uint8Array.of(8, 1), { number: 2, fields: [{ number: 1, items: { length: 5_000, at: item } }] }],
      },
    };
    const port = await serving(() => answer);
    const { message, body } = await fetched(port, "/api/v1");
    expect(message.headers["content-length"]).toBe(String(body.length));
    expect(body.equals(bytesOf(answer))).toBe(true);
  });

  it("has its length after all for a client that knows no chunks", async () => {
    const port = await serving(() => long());
    const peer = await rawClient(port);
    peer.write("GET /state HTTP/1.0\r\n\r\n");
    await peer.closed();
    const [head = "", ...rest] = peer.text().split("\r\n\r\n");
    expect(head).toContain(`Content-Length: ${Buffer.byteLength(whole)}`);
    expect(Buffer.from(rest.join("\r\n\r\n"), "latin1").toString() === whole).toBe(true);
  });

  it("sends no body in answer to HEAD, and its pieces are not made", async () => {
    let made = 0;
    const port = await serving(() => long((i) => (made++, String(i).padStart(100))));
    const status = await new Promise((resolve, reject) => {
      httpRequest({ port, path: "/state", method: "HEAD", agent: false }, (message) => {
        message.resume();
        message.on("end", () => resolve(message.statusCode));
      }).on("error", reject).end();
    });
    expect(status).toBe(200);
    expect(made).toBeLessThan(1_000);
  });

  it("lets others be answered in between: they do not wait for all of it", async () => {
    const slowly = long((i) => {
      const untilMs = performance.now() + 0.1;
      while (performance.now() < untilMs);
      return `"${String(i).padStart(98)}"`;
    });
    const port = await serving((path) => (path === "/health" ? { status: 200 } : slowly));
    const state = fetched(port, "/state");
    const begunMs = performance.now();
    let answered = 0;
    for (; answered < 5; answered++) await fetched(port, "/health");
    const tookMs = performance.now() - begunMs;
    await state;
    const allMs = performance.now() - begunMs;
    expect(tookMs, `five short answers took ${tookMs} ms, the long one ${allMs} ms`).toBeLessThan(allMs / 2);
  });

  it("whose client goes away in the middle is not made to the end", async () => {
    let made = 0;
    const port = await serving(() => ({
      status: 200, headers: json, content: { pieces: [{ length: 20_000, at: () => (made++, "x".repeat(10_000)) }] },
    }));
    const peer = await rawClient(port);
    peer.socket.pause();
    peer.write("GET /state HTTP/1.1\r\n\r\n");
    await expect.poll(() => made, { timeout: 5_000 }).toBeGreaterThan(10);
    peer.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(made).toBeLessThan(20_000);
  });

  it("that cannot be made to its end is cut off: nobody takes a part for the whole", async () => {
    const warnings: Error[] = [];
    const keep = (warning: Error): void => void warnings.push(warning);
    process.on("warning", keep);
    const port = await serving(() => long((i) => {
      if (i === 4_000) throw new Error("a piece that cannot be made");
      return `"${String(i).padStart(98)}"`;
    }));
    await expect(fetched(port, "/state")).rejects.toThrow(/aborted|hang up/);
    await expect.poll(() => warnings.map(({ message }) => message)).toContain("a piece that cannot be made");
    process.off("warning", keep);
  });
});
