/**
 * What somebody tries who wants more than he may: through bytes that two readers understand differently, through paths, names
 * and keys that mean something to machines, and through sheer size. Each attempt names the guard that stops it.
 */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { REALMS } from "../../src/master/authenticate/realms.ts";
import type { HttpRequest } from "../../src/master/event.ts";
import { realmOfPath } from "../../src/master/routes.ts";
import { basicAuthenticator } from "../../src/shell/auth/basic.ts";
import { openCredentials } from "../../src/shell/auth/credentials.ts";
import { createGuard } from "../../src/shell/auth/guard.ts";
import { openFrontDoor } from "../../src/shell/http/front-door.ts";
import type { FrontDoor } from "../../src/shell/http/front-door.ts";
import { answerFiles } from "../../src/shell/agent/files.ts";
import { createRandom } from "../../src/shell/random.ts";
import { keptLog } from "../support/kept-log.ts";
import { answers, rawClient } from "../support/raw-client.ts";
import type { RawClient } from "../support/raw-client.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

const AUTHORIZED = `Authorization: Basic ${Buffer.from("ada:pw").toString("base64")}`;

/** A door whose requests pass a guard, as those of a master do. */
async function guardedDoor() {
  const store = openCredentials('{"credentials":[{"principal":"ada","secret":"pw"}]}', keptLog());
  if (!store.ok) throw new Error(store.error);
  const realms = new Map(Object.values(REALMS).map((realm) => [realm, [basicAuthenticator(realm, store.value)]] as const));
  const guard = createGuard({ realms, realmOf: realmOfPath, isDisabled: () => false, nowMs: () => 0 });
  const admitted: HttpRequest[] = [];
  const messages: string[] = [];
  const door: FrontDoor = await openFrontDoor({
    ip: "127.0.0.1", port: 0, log: keptLog(), random: createRandom(),
    hasActor: (id) => id === "master",
    http: {
      onRequest: (request) => {
        const answer = guard(request);
        if ("status" in answer) return door.reply(request.id, answer);
        admitted.push(request);
        door.reply(request.id, { status: 200, body: "served" });
      },
      onStreamClosed: () => {},
    },
  });
  open.push(door);
  door.transport.onMessage((_, to, message) => messages.push(`${to} ${message.name}`));
  const client = async (): Promise<RawClient> => {
    const one = await rawClient(door.port);
    open.push(one);
    return one;
  };
  return { door, admitted, messages, client };
}

describe("a request inside a request", () => {
  const inner = `GET /master/state HTTP/1.1\r\nHost: h\r\n\r\n`;
  const head = `POST /master/health HTTP/1.1\r\nHost: h\r\n`;

  it.each([
    ["two lengths", `${head}Content-Length: 0\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`],
    ["a length that is a list", `${head}Content-Length: 0, ${inner.length}\r\n\r\n${inner}`],
    ["a length with a sign", `${head}Content-Length: +5\r\n\r\nhello`],
    ["a length beside chunks", `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`],
    ["chunks that are not the last coding", `${head}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${inner}`],
    ["chunks by another name", `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${inner}`],
    ["a folded header", `${head}Transfer-Encoding:\r\n chunked\r\nContent-Length: 3\r\n\r\nabc`],
    ["a space before the colon", `${head}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${inner}`],
    ["a chunk size that is no number", `${head}Transfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n`],
    ["a chunk longer than it says", `${head}Transfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n${inner}`],
    ["a zero byte in a name", `GET /master/health HTTP/1.1\r\nHo\0st: h\r\n\r\n`],
  ])("by %s is refused, and nothing behind it is served", async (_, bytes) => {
    const { client, admitted } = await guardedDoor();
    const one = await client();
    one.write(bytes);
    await one.closed();
    expect(one.text()).toMatch(/^HTTP\/1\.1 (400|200)/);
    expect(one.text()).toContain("400 Bad Request");
    expect(admitted.filter(({ path }) => path === "/master/state")).toEqual([]);
  });

  it("does not lend its credentials to the next one on the connection", async () => {
    const { client, admitted } = await guardedDoor();
    const one = await client();
    one.write(`GET /master/state HTTP/1.1\r\nHost: h\r\n${AUTHORIZED}\r\n\r\n${inner}`);
    await one.until(/401/);
    expect([answers(one.text(), 200), answers(one.text(), 401), admitted.length]).toEqual([1, 1, 1]);
  });
});

describe("a message inside a message", () => {
  const from = "Libprocess-From: slave(1)@127.0.0.1:9\r\n";
  const inner = `POST /master/mesos.internal.UnregisterSlaveMessage HTTP/1.1\r\n${from}Content-Length: 0\r\n\r\n`;
  const head = `POST /master/mesos.internal.PongSlaveMessage HTTP/1.1\r\n${from}`;

  it.each([
    ["two lengths", `${head}Content-Length: 0\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`],
    ["a length that is a list", `${head}Content-Length: 0, ${inner.length}\r\n\r\n${inner}`],
    ["a length that is none", `${head}Content-Length: -1\r\n\r\n${inner}`],
    ["a length beside chunks", `${head}Content-Length: ${inner.length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`],
    ["chunks by another name", `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${inner}`],
    ["chunks that are not the last coding", `${head}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${inner}`],
    ["a space before the colon", `${head}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${inner}`],
    ["a folded header", `${head}Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n${inner}`],
    ["a chunk size that is no number", `${head}Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n${inner}`],
    ["a chunk longer than it says", `${head}Transfer-Encoding: chunked\r\n\r\n1\r\nh0\r\n\r\n${inner}`],
  ])("by %s is refused with the connection, and the inner one is not delivered", async (_, bytes) => {
    const { client, messages } = await guardedDoor();
    const one = await client();
    one.write(bytes);
    await one.closed();
    expect(one.text()).toContain("400 Bad Request");
    expect(messages).toEqual([]);
  });

  it("that says its length truly is its body, and is not read as a message", async () => {
    const { client, messages } = await guardedDoor();
    const one = await client();
    one.write(`${head}Content-Length: ${inner.length}\r\n\r\n${inner}${head}Content-Length: 0\r\n\r\n`);
    await expect.poll(() => answers(one.text(), 202)).toBe(2);
    expect(messages.every((message) => !message.includes("Unregister"))).toBe(true);
  });
});

describe("one port for two languages", () => {
  const body = '{"type":"GET_STATE"}';
  const api = (more: string): string =>
    `POST /master/api/v1 HTTP/1.1\r\nHost: h\r\n${more}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

  it.each(["Libprocess-From: x@127.0.0.1:9\r\n", "User-Agent: libprocess/x@127.0.0.1:9\r\n"])(
    "an API call that claims to be a message (%j) is none of the API's, and no message anybody knows", async (claim) => {
      const { client, admitted, messages } = await guardedDoor();
      const one = await client();
      one.write(api(claim));
      await one.until(/HTTP\/1\.1 (202|404)/);
      expect([admitted, messages]).toEqual([[], []]);
    },
  );

  it("a message that does not claim to be one needs credentials like any request, and finds nothing", async () => {
    const { client, admitted, messages } = await guardedDoor();
    const one = await client();
    one.write("POST /master/mesos.internal.UnregisterSlaveMessage HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");
    await one.until(/HTTP\/1\.1 \d/);
    expect(messages).toEqual([]);
    expect(admitted.every(({ path }) => realmOfPath(path) === undefined)).toBe(true);
  });

  it("a call that follows a message on its connection is not served there", async () => {
    const { client, admitted } = await guardedDoor();
    const one = await client();
    one.write("POST /master/mesos.internal.PongSlaveMessage HTTP/1.1\r\nLibprocess-From: x@127.0.0.1:9\r\nContent-Length: 0\r\n\r\n");
    one.write(api(`${AUTHORIZED}\r\n`));
    await one.until(/400/);
    expect(admitted).toEqual([]);
  });

  it.each([
    "/master/../master/state", "/master/state/../../x", "/%6daster/state", "/master/%2e%2e/state", "//master//state", "/state?x=/../health",
    "/master/state%00", "/master/state/", "/master/state#/health", "http://h/master/state", "/health/../state",
  ])("the path %s is not served without credentials", async (path) => {
    const { client, admitted } = await guardedDoor();
    const one = await client();
    one.write(`GET ${path} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n`);
    await one.closed();
    expect(one.text()).toMatch(/^HTTP\/1\.1 (400|401|404|200)/);
    expect(admitted.every((request) => realmOfPath(request.path) === undefined)).toBe(true);
  });
});

describe("a small body that becomes a large one", () => {
  it("is refused before it does", async () => {
    const { client, admitted } = await guardedDoor();
    const one = await client();
    const bomb = gzipSync(Buffer.alloc(256 * 1024 * 1024), { level: 9 });
    expect(bomb.length).toBeLessThan(512 * 1024);
    one.write(`POST /master/health HTTP/1.1\r\nHost: h\r\nContent-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`);
    one.write(bomb);
    await one.until(/HTTP\/1\.1 413/, 20_000);
    expect(admitted).toEqual([]);
  });
});

describe("keys that mean something to JavaScript", () => {
  it("are no keys of a query", async () => {
    const { client, admitted } = await guardedDoor();
    const one = await client();
    one.write("GET /master/health?__proto__=x&constructor=y&toString=z HTTP/1.1\r\nHost: h\r\n\r\n");
    await one.until(/200/);
    expect(({} as { x?: string }).x).toBeUndefined();
    expect(typeof Object.prototype.toString).toBe("function");
    expect(admitted[0]!.query["toString"]).toBe("z");
  });

  it("are no headers that count", async () => {
    const { client, admitted } = await guardedDoor();
    const one = await client();
    one.write(`GET /master/state HTTP/1.1\r\nHost: h\r\n__proto__: ${AUTHORIZED}\r\nconstructor: x\r\n\r\n`);
    await one.until(/401/);
    expect(admitted).toEqual([]);
  });
});

describe("a name that would end a header", () => {
  it("stands in one line of it", async () => {
    const other: FrontDoor = await openFrontDoor({
      ip: "127.0.0.1", port: 0, log: keptLog(), random: createRandom(), hasActor: () => false,
      http: {
        onRequest: ({ id }) => other.reply(id, {
          status: 200, headers: { "Content-Disposition": "attachment; filename=a\r\nSet-Cookie: evil=1\r\n\r\nbody\u{1f4a3}" },
        }),
        onStreamClosed: () => {},
      },
    });
    open.push(other);
    const one = await rawClient(other.port);
    open.push(one);
    one.write("GET /x HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    await one.closed();
    expect(one.text()).toContain("Content-Disposition: attachment; filename=a??Set-Cookie: evil=1????body");
    expect(one.text()).not.toMatch(/^Set-Cookie/m);
  });
});

describe("the files of an agent", () => {
  const root = mkdtempSync(join(tmpdir(), "allot-files-"));
  const sandbox = join(root, "sandbox");
  mkdirSync(join(sandbox, "data"), { recursive: true });
  writeFileSync(join(root, "secret"), "secret");
  writeFileSync(join(sandbox, "stdout"), "hello");
  symlinkSync(join(root, "secret"), join(sandbox, "link"));
  symlinkSync(root, join(sandbox, "up"));
  symlinkSync("../../secret", join(sandbox, "data", "relative"));

  const read = async (path: string) => {
    const answer = await answerFiles({
      kind: "files", request: 1, root: sandbox, path, shown: `/shown/${path}`, call: { verb: "read", offset: 0 },
    });
    if ("file" in answer) throw new Error("only downloads are answered with an open file");
    return answer;
  };

  it("are read", async () => {
    expect((await read("stdout")).body).toContain("hello");
  });

  it.each([
    "../secret", "data/../../secret", "..%2fsecret", "%2e%2e/secret", "%252e%252e%252fsecret", "link", "up/secret", "data/relative",
    "./../secret", "data/./../../secret", "stdout/../../secret", "/etc/passwd", "stdout\0", "..\\secret",
  ])("end at the sandbox: %j is not there", async (path) => {
    const answer = await read(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(String(answer.body)).not.toContain("secret\"");
  });
});
