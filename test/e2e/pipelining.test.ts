/** Clients that send many requests without waiting for answers, over real sockets. */
import { afterEach, describe, expect, it } from "vitest";
import type { HttpRequest } from "../../src/master/event.ts";
import { MAX_REQUESTS_IN_FLIGHT, MAX_REQUESTS_PER_CONNECTION } from "../../src/model/limits.ts";
import { openFrontDoor } from "../../src/shell/http/front-door.ts";
import type { FrontDoor } from "../../src/shell/http/front-door.ts";
import { createRandom } from "../../src/shell/random.ts";
import { keptLog } from "../support/kept-log.ts";
import { answers, rawClient } from "../support/raw-client.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

/** A core that answers nothing while requests come, and all of them when none has come for `quietMs`; `/other` at once. */
async function slowCore(quietMs: number, headTimeoutMs = 30_000) {
  let waiting: HttpRequest[] = [];
  let [most, total, askedAtMs] = [0, 0, 0];
  const closedStreams: string[] = [];
  const door: FrontDoor = await openFrontDoor({
    ip: "127.0.0.1", port: 0, log: keptLog(), random: createRandom(), hasActor: () => false, headTimeoutMs,
    http: {
      onRequest: (request) => {
        if (request.path === "/other") return door.reply(request.id, { status: 200, body: "other" });
        if (request.path === "/stream") return door.open(request.id, request.streamId, { "Content-Type": "text/plain" });
        waiting.push(request);
        total++;
        most = Math.max(most, waiting.length);
        askedAtMs = performance.now();
      },
      onStreamClosed: (stream) => closedStreams.push(stream),
    },
  });
  const answering = setInterval(() => {
    if (performance.now() - askedAtMs < quietMs) return;
    const due = waiting;
    waiting = [];
    for (const { id, body } of due) door.reply(id, { status: 202, body: `<${Buffer.from(body).toString()}>` });
  }, 1);
  open.push(door, { close: () => clearInterval(answering) });
  return { port: door.port, most: () => most, total: () => total, closedStreams };
}

/** `stream`: what makes a call one for the lane. */
const call = (number: number, stream = ""): string => {
  const body = `{"type":"ACKNOWLEDGE","acknowledge":{"uuid":"${number}"}}`;
  return `POST /api/v1/scheduler HTTP/1.1\r\nHost: h\r\n${stream}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
};
const numbers = (text: string): number[] => [...text.matchAll(/<[^>]*"uuid":"(\d+)"[^>]*>/g)].map(([, number]) => Number(number));

describe.each([["whom Fastify serves", ""], ["in the lane", "Mesos-Stream-Id: 1\r\n"]])("a client that pipelines, %s", (_, stream) => {
  it("far more than may be in flight gets every answer, in order, and holds up nobody else", { timeout: 60_000 }, async () => {
    const count = 20_000;
    expect(count).toBeGreaterThan(MAX_REQUESTS_IN_FLIGHT);
    const { port, most } = await slowCore(10);
    const client = await rawClient(port);
    open.push(client);
    client.write(Array.from({ length: count }, (_, number) => call(number, stream)).join(""));
    const other = await rawClient(port);
    open.push(other);
    for (let asked = 1; asked <= 10; asked++) {
      other.write("GET /other HTTP/1.1\r\nHost: h\r\n\r\n");
      await expect.poll(() => answers(other.text(), 200), { timeout: 2_000 }).toBe(asked);
    }
    expect(answers(client.text(), 202), "the others were asked while this one was under way").toBeLessThan(count);
    await expect.poll(() => client.text().endsWith(`"${count - 1}"}}>`), { timeout: 50_000, interval: 100 }).toBe(true);
    expect(answers(client.text(), 202)).toBe(count);
    expect(numbers(client.text())).toEqual(Array.from({ length: count }, (_, number) => number));
    expect(most()).toBe(MAX_REQUESTS_PER_CONNECTION);
  });

  it("and leaves without waiting for answers has said what it said", async () => {
    const { port, most, total } = await slowCore(500);
    const client = await rawClient(port);
    client.write(Array.from({ length: 300 }, (_, number) => call(number, stream)).join(""));
    await expect.poll(most).toBe(MAX_REQUESTS_PER_CONNECTION);
    client.socket.resetAndDestroy();
    await expect.poll(total).toBe(300);
  });

  it("is not too slow with a head that we do not read", async () => {
    const { port } = await slowCore(1_000, 100);
    const client = await rawClient(port);
    open.push(client);
    const last = call(300, stream);
    client.write(Array.from({ length: 300 }, (_, number) => call(number, stream)).join("") + last.slice(0, 20));
    await expect.poll(() => answers(client.text(), 202), { timeout: 10_000 }).toBeGreaterThanOrEqual(256);
    client.write(last.slice(20));
    await expect.poll(() => numbers(client.text()).length, { timeout: 10_000 }).toBe(301);
    expect(answers(client.text(), 202)).toBe(301);
  });
});

describe("a client that pipelines", () => {
  it("behind an event stream, where no answer can go out, is cut off, and the core hears of it", async () => {
    const { port, closedStreams } = await slowCore(1);
    const client = await rawClient(port);
    open.push(client);
    client.write("GET /stream HTTP/1.1\r\nHost: h\r\n\r\n");
    await client.until(/200 OK/);
    client.write(Array.from({ length: MAX_REQUESTS_PER_CONNECTION - 2 }, (_, number) => call(number)).join(""));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(closedStreams).toEqual([]);
    client.write(call(1) + call(2));
    await client.closed();
    await expect.poll(() => closedStreams).toHaveLength(1);
  });

  it("and leaves while its event stream waits behind another answer: the core hears that the stream is over", async () => {
    const { port, total, closedStreams } = await slowCore(60_000);
    const client = await rawClient(port);
    client.write(`${call(1)}GET /stream HTTP/1.1\r\nHost: h\r\n\r\n`);
    await expect.poll(total).toBe(1);
    client.close();
    await expect.poll(() => closedStreams).toHaveLength(1);
  });
});
