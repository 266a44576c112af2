/** Files of sandboxes on their way to clients, over real sockets: how they look, and that they are never held as a whole. */
import { mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { MAX_DOWNLOADS } from "../../src/model/limits.ts";
import { answerFiles } from "../../src/shell/agent/files.ts";
import { openFrontDoor } from "../../src/shell/http/front-door.ts";
import type { FrontDoor } from "../../src/shell/http/front-door.ts";
import { createRandom } from "../../src/shell/random.ts";
import { keptLog } from "../support/kept-log.ts";
import { rawClient } from "../support/raw-client.ts";

const MB = 1024 * 1024;
const sandbox = realpathSync(mkdtempSync(join(tmpdir(), "allot-downloads-")));
afterAll(() => rmSync(sandbox, { recursive: true, force: true }));

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

async function serving(): Promise<number> {
  const door: FrontDoor = await openFrontDoor({
    ip: "127.0.0.1", port: 0, log: keptLog(), random: createRandom(), hasActor: () => false,
    http: {
      onRequest: ({ id, path }) => {
        const question = { kind: "files", request: id, root: sandbox, path: path.slice(1), shown: path, call: { verb: "download" } } as const;
        void answerFiles(question).then((answer) => {
          if ("file" in answer) door.download(id, answer);
          else door.reply(id, answer);
        });
      },
      onStreamClosed: () => {},
    },
  });
  open.push(door);
  return door.port;
}

/** A file of zeros that takes no room. */
function file(name: string, bytes: number): string {
  writeFileSync(join(sandbox, name), "");
  truncateSync(join(sandbox, name), bytes);
  return name;
}

/** Asks and reads the head, and nothing more until it is told to. */
async function begin(port: number, name: string, headers = "") {
  const client = await rawClient(port);
  open.push(client);
  let received = 0;
  client.socket.removeAllListeners("data");
  client.socket.write(`GET /${name} HTTP/1.1\r\nHost: h\r\n${headers}\r\n`);
  const head = await new Promise<string>((resolve) => client.socket.once("data", (chunk) => {
    client.socket.pause();
    const text = String(chunk);
    const end = text.indexOf("\r\n\r\n") + 4;
    received = text.length - end;
    resolve(text.slice(0, end));
  }));
  client.socket.on("data", (chunk) => (received += chunk.length));
  client.socket.pause();
  return { client, head, received: () => received };
}

const openedHere = (name: string): number => readdirSync("/proc/self/fd").filter((fd) => {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`) === join(sandbox, name);
  } catch {
    return false;
  }
}).length;

describe("a download", () => {
  it("says its length first and is never compressed, as from Mesos", async () => {
    const port = await serving();
    writeFileSync(join(sandbox, "out.txt"), "0123456789".repeat(1_000));
    const client = await rawClient(port);
    open.push(client);
    client.write("GET /out.txt HTTP/1.1\r\nHost: h\r\nAccept-Encoding: gzip\r\n\r\n");
    const text = await client.until(/(?:0123456789){1000}$/);
    expect(text.slice(0, text.indexOf("\r\n\r\n")).split("\r\n").map((line) => line.replace(/^Date: .*/, "Date: some"))).toEqual([
      "HTTP/1.1 200 OK", "Date: some", "Content-Length: 10000", "Content-Type: text/plain", "Content-Disposition: attachment; filename=out.txt",
    ]);
    client.write("HEAD /out.txt HTTP/1.1\r\nHost: h\r\n\r\nGET /none HTTP/1.1\r\nHost: h\r\n\r\n");
    const rest = (await client.until(/404 Not Found\.$/)).slice(text.length);
    expect(rest).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*Content-Length: 10000\r\n[^]*?\r\n\r\nHTTP\/1\.1 404 Not Found\r\n/);
    expect(openedHere("out.txt")).toBe(0);
  });

  it("of a file of any size comes whole, and those of slow clients cost next to nothing", async () => {
    const port = await serving();
    const name = file("large", 300 * MB);
    const before = process.memoryUsage();
    const slow = await Promise.all(Array.from({ length: 40 }, () => begin(port, name)));
    const one = await begin(port, name);
    one.client.socket.resume();
    await expect.poll(one.received, { timeout: 20_000 }).toBe(300 * MB);
    const after = process.memoryUsage();
    expect((after.arrayBuffers - before.arrayBuffers) / MB, "12,000 MB are under way").toBeLessThan(100);
    for (const { client } of slow) client.close();
    await expect.poll(() => openedHere(name)).toBe(0);
  });

  it("ends early when its file is cut short, so that nobody takes what he has for the whole", async () => {
    const port = await serving();
    const name = file("shrinking", 100 * MB);
    const { client, head, received } = await begin(port, name);
    expect(head).toContain(`Content-Length: ${100 * MB}`);
    truncateSync(join(sandbox, name), 50 * MB);
    client.socket.resume();
    await client.closed();
    expect(received()).toBe(50 * MB);
  });

  it("has to wait for others when there are too many", async () => {
    const port = await serving();
    const name = file("wanted", 20 * MB);
    const slow = await Promise.all(Array.from({ length: MAX_DOWNLOADS }, () => begin(port, name)));
    const { head } = await begin(port, name);
    expect(head).toContain("503 Service Unavailable");
    slow[0]!.client.close();
    await expect.poll(async () => (await begin(port, name)).head).toContain("200 OK");
    for (const { client } of slow) client.close();
  });

  it("that waits behind another answer is forgotten with its client", async () => {
    const port = await serving();
    const name = file("behind", 20 * MB);
    const client = await rawClient(port);
    client.socket.pause();
    client.write(`GET /${name} HTTP/1.1\r\nHost: h\r\n\r\n`.repeat(3));
    await expect.poll(() => openedHere(name)).toBe(3);
    client.close();
    await expect.poll(() => openedHere(name)).toBe(0);
  });
});
