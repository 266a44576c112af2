/** TLS and plain bytes on one port, in and out, for HTTP and for libprocess (AUT-23, ENV-07 to ENV-10). */
import { copyFileSync, mkdtempSync, readFileSync } from "node:fs";
import { request as plainRequest } from "node:http";
import { request } from "node:https";
import type { RequestOptions } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Upid } from "../../src/model/upid.ts";
import { openFrontDoor } from "../../src/shell/http/front-door.ts";
import type { FrontDoor } from "../../src/shell/http/front-door.ts";
import { createRandom } from "../../src/shell/random.ts";
import { readTls } from "../../src/shell/tls/settings.ts";
import type { TlsSettings } from "../../src/shell/tls/settings.ts";
import { makeAuthority } from "../support/certificates.ts";
import type { Authority, Signed } from "../support/certificates.ts";
import { keptLog } from "../support/kept-log.ts";

const PONG = "mesos.internal.PongSlaveMessage";

describe("a port with TLS", () => {
  let ours: Authority;
  let theirs: Authority;
  let server: Signed;
  let stranger: Signed;
  const open: FrontDoor[] = [];

  beforeAll(() => {
    ours = makeAuthority("ours");
    theirs = makeAuthority("theirs");
    server = ours.issue("server");
    stranger = theirs.issue("stranger");
  });
  afterEach(async () => {
    for (const door of open.splice(0)) await door.close();
  });

  function settings(more: Readonly<Record<string, string>> = {}, by = server, ca = ours.ca): TlsSettings {
    const read = readTls({
      LIBPROCESS_SSL_ENABLED: "true", LIBPROCESS_SSL_CERT_FILE: by.cert, LIBPROCESS_SSL_KEY_FILE: by.key, LIBPROCESS_SSL_CA_FILE: ca, ...more,
    });
    if (!read.ok) throw new Error(read.error);
    return read.value!;
  }

  interface Setup {
    readonly door: FrontDoor;
    readonly heard: string[];
    readonly exited: string[];
    upid(id: string): Upid;
  }

  async function door(tls: TlsSettings | undefined): Promise<Setup> {
    const opened: FrontDoor = await openFrontDoor({
      ip: "127.0.0.1", port: 0, hasActor: () => true, log: keptLog(), random: createRandom(), tls,
      http: {
        onRequest: ({ id, path }) => opened.reply(id, { status: 200, body: path }),
        onStreamClosed: () => {},
      },
    });
    open.push(opened);
    const [heard, exited]: [string[], string[]] = [[], []];
    opened.transport.onMessage((from, to, message) => heard.push(`${from.id} > ${to} ${message.name}`));
    opened.transport.onExited(({ id }) => exited.push(id));
    return { door: opened, heard, exited, upid: (id) => ({ id, host: "127.0.0.1", port: opened.port }) };
  }

  function get(port: number, options: RequestOptions | "plain"): Promise<string> {
    return new Promise((resolve) => {
      const plain = options === "plain";
      const all = { host: "127.0.0.1", port, path: "/health", ...(plain ? {} : options) };
      const sent = (plain ? plainRequest : request)(all, (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => (body += chunk));
        response.on("end", () => resolve(`${response.statusCode} ${body}`));
      });
      sent.setTimeout(3000, () => sent.destroy(new Error("no answer")));
      sent.on("error", () => resolve("refused"));
      sent.end();
    });
  }

  const trusting = (): RequestOptions => ({ ca: readFileSync(ours.ca) });
  const certified = (by: Signed): RequestOptions => ({ ...trusting(), cert: readFileSync(by.cert), key: readFileSync(by.key) });
  const soon = async (holds: () => boolean): Promise<void> => {
    for (let i = 0; i < 400 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(holds()).toBe(true);
  };

  it("serves those who speak TLS, and closes on those who do not", async () => {
    const { door: { port } } = await door(settings());
    expect(await get(port, trusting())).toBe("200 /health");
    expect(await get(port, "plain")).toBe("refused");
  });

  it("serves both with support_downgrade", async () => {
    const { door: { port } } = await door(settings({ LIBPROCESS_SSL_SUPPORT_DOWNGRADE: "true" }));
    expect(await get(port, trusting())).toBe("200 /health");
    expect(await get(port, "plain")).toBe("200 /health");
  });

  it("asks for certificates where they are required, and takes those of its CA only", async () => {
    const { door: { port } } = await door(settings({ LIBPROCESS_SSL_REQUIRE_CLIENT_CERT: "true" }));
    expect(await get(port, trusting())).toBe("refused");
    expect(await get(port, certified(stranger))).toBe("refused");
    expect(await get(port, certified(server))).toBe("200 /health");
  });

  it("believes chains of certificates up to the depth that was set, in both directions", async () => {
    const far = ours.below("first").below("second").issue("far");
    const asking = { LIBPROCESS_SSL_REQUIRE_CLIENT_CERT: "true", LIBPROCESS_SSL_VERIFY_IPADD: "true" };
    for (const [depth, answer] of [["2", "200 /health"], ["1", "refused"]] as const) {
      const { door: { port } } = await door(settings({ ...asking, LIBPROCESS_SSL_VERIFY_DEPTH: depth }));
      expect(await get(port, certified(far)), `a client, depth ${depth}`).toBe(answer);
    }
    const { heard, upid } = await door(settings({}, far));
    for (const [depth, id] of [["1", "short"], ["2", "long"]] as const) {
      const { door: { transport } } = await door(settings({ ...asking, LIBPROCESS_SSL_VERIFY_DEPTH: depth }));
      transport.send(id, upid("master"), { name: PONG, value: {} });
    }
    await soon(() => heard.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(heard, "a server").toEqual([`long > master ${PONG}`]);
  });

  it.each([["legacy", 1], ["openssl", 0]] as const)("believes a certificate for no address in the scheme %s: %i of 1", async (scheme, count) => {
    const { heard, upid } = await door(settings({}, ours.issue(`name-${scheme}`, "10.9.9.9")));
    const { door: { transport }, exited } = await door(settings({
      LIBPROCESS_SSL_VERIFY_SERVER_CERT: "true", LIBPROCESS_SSL_HOSTNAME_VALIDATION_SCHEME: scheme,
    }));
    transport.link(upid("master"));
    transport.send("slave(1)", upid("master"), { name: PONG, value: {} });
    await soon(() => heard.length + exited.length === 1);
    expect(heard).toHaveLength(count);
  });

  it("takes CAs from a directory, and only the ciphers and curves that were named", async () => {
    const directory = mkdtempSync(join(tmpdir(), "allot-cas-"));
    copyFileSync(ours.ca, join(directory, "ours.pem"));
    copyFileSync(theirs.ca, join(directory, "theirs.pem"));
    const read = readTls({
      LIBPROCESS_SSL_ENABLED: "1", LIBPROCESS_SSL_CERT_FILE: server.cert, LIBPROCESS_SSL_KEY_FILE: server.key, LIBPROCESS_SSL_CA_DIR: directory,
      LIBPROCESS_SSL_REQUIRE_CLIENT_CERT: "1", LIBPROCESS_SSL_ENABLE_TLS_V1_3: "0", LIBPROCESS_SSL_CIPHERS: "ECDHE-ECDSA-AES256-GCM-SHA384",
      LIBPROCESS_SSL_ECDH_CURVE: "prime256v1",
    });
    if (!read.ok) throw new Error(read.error);
    const { door: { port } } = await door(read.value);
    for (const by of [server, stranger]) expect(await get(port, certified(by))).toBe("200 /health");
    expect(await get(port, { ...certified(server), ciphers: "ECDHE-ECDSA-AES128-GCM-SHA256", maxVersion: "TLSv1.2" })).toBe("refused");
    expect(await get(port, { ...certified(server), ecdhCurve: "secp384r1" })).toBe("refused");
    expect(await get(port, { ...certified(server), minVersion: "TLSv1.3" })).toBe("refused");
  });

  it("speaks no TLS older than 1.2", async () => {
    const { door: { port } } = await door(settings());
    const outcome = await new Promise<string>((resolve) => {
      const socket = connectTls({
        host: "127.0.0.1", port, rejectUnauthorized: false, minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0",
      });
      socket.on("secureConnect", () => resolve(`spoken: ${socket.getProtocol()}`));
      socket.on("error", () => resolve("refused"));
      socket.on("close", () => resolve("refused"));
    });
    expect(outcome).toBe("refused");
  });

  it("sends messages and keeps links by TLS, and hears when they break", async () => {
    const verified = { LIBPROCESS_SSL_VERIFY_SERVER_CERT: "true", LIBPROCESS_SSL_VERIFY_IPADD: "true" };
    const [master, agent] = [await door(settings(verified)), await door(settings(verified))];
    agent.door.transport.link(master.upid("master"));
    agent.door.transport.send("slave(1)", master.upid("master"), { name: PONG, value: {} });
    master.door.transport.send("master", agent.upid("slave(1)"), { name: PONG, value: {} });
    await soon(() => master.heard.length === 1 && agent.heard.length === 1);
    expect([...master.heard, ...agent.heard]).toEqual([`slave(1) > master ${PONG}`, `master > slave(1) ${PONG}`]);
    await master.door.close();
    open.splice(open.indexOf(master.door), 1);
    await soon(() => agent.exited.includes("master"));
  });

  it.each([
    ["of another CA", () => stranger, {}],
    ["for another address", () => ours.issue("elsewhere", "10.9.9.9"), { LIBPROCESS_SSL_VERIFY_IPADD: "true" }],
  ])("does not talk to a server with a certificate %s, not even plainly", async (_, certificate, more) => {
    const imposter = await door(settings({ LIBPROCESS_SSL_SUPPORT_DOWNGRADE: "true" }, certificate()));
    const { door: own, exited } = await door(settings({
      LIBPROCESS_SSL_VERIFY_SERVER_CERT: "true", LIBPROCESS_SSL_SUPPORT_DOWNGRADE: "true", ...more,
    }));
    own.transport.link(imposter.upid("master"));
    own.transport.send("slave(1)", imposter.upid("master"), { name: PONG, value: {} });
    await soon(() => exited.includes("master"));
    expect(imposter.heard).toEqual([]);
  });

  it("talks plainly to a peer that speaks nothing else, with support_downgrade only", async () => {
    const old = await door(undefined);
    const { door: strict } = await door(settings());
    const { door: lenient } = await door(settings({ LIBPROCESS_SSL_SUPPORT_DOWNGRADE: "true" }));
    strict.transport.send("strict", old.upid("master"), { name: PONG, value: {} });
    lenient.transport.send("lenient", old.upid("master"), { name: PONG, value: {} });
    lenient.transport.send("lenient", old.upid("master"), { name: PONG, value: {} });
    await soon(() => old.heard.length === 2);
    expect(old.heard).toEqual([`lenient > master ${PONG}`, `lenient > master ${PONG}`]);
    old.door.transport.send("old", { id: "x", host: "127.0.0.1", port: lenient.port }, { name: PONG, value: {} });
  });

  it("hears a plain peer beside one with TLS", async () => {
    const both = await door(settings({ LIBPROCESS_SSL_SUPPORT_DOWNGRADE: "true" }));
    const [plain, secure] = [await door(undefined), await door(settings())];
    plain.door.transport.send("plain", both.upid("master"), { name: PONG, value: {} });
    secure.door.transport.send("secure", both.upid("master"), { name: PONG, value: {} });
    await soon(() => both.heard.length === 2);
    expect(both.heard.toSorted()).toEqual([`plain > master ${PONG}`, `secure > master ${PONG}`]);
  });

  it("a plain connection may say nothing for as long as it likes", async () => {
    const both = await door(settings({ LIBPROCESS_SSL_SUPPORT_DOWNGRADE: "true" }));
    const socket = connect(both.door.port, "127.0.0.1");
    let closed = false;
    socket.on("close", () => (closed = true));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(closed).toBe(false);
    socket.write("GET /health HTTP/1.1\r\nHost: h\r\n\r\n");
    const answer = await new Promise<string>((resolve) => socket.once("data", (bytes) => resolve(String(bytes))));
    expect(answer).toContain("200 OK");
    socket.destroy();
  });
});

describe("the environment", () => {
  const on = { LIBPROCESS_SSL_ENABLED: "1" };

  it("without LIBPROCESS_SSL_ENABLED means nothing", () => {
    expect(readTls({ LIBPROCESS_SSL_CERT_FILE: "/nowhere" })).toEqual({ ok: true, value: undefined });
    expect(readTls({ LIBPROCESS_SSL_ENABLED: "false" })).toEqual({ ok: true, value: undefined });
  });

  it.each([
    [on, "needs LIBPROCESS_SSL_CERT_FILE"],
    [{ ...on, LIBPROCESS_SSL_CERT_FILE: "/nowhere" }, "needs LIBPROCESS_SSL_KEY_FILE"],
    [{ ...on, LIBPROCESS_SSL_CERT_FILE: "/nowhere", LIBPROCESS_SSL_KEY_FILE: "/nowhere" }, "no such file"],
    [{ ...on, LIBPROCESS_SSL_CERT_FILE: "/x", LIBPROCESS_SSL_KEY_FILE: "/x", LIBPROCESS_SSL_VERIFY_DEPTH: "deep" }, "LIBPROCESS_SSL_VERIFY_DEPTH is 'deep'"],
    [
      { ...on, LIBPROCESS_SSL_CERT_FILE: "/x", LIBPROCESS_SSL_KEY_FILE: "/x", LIBPROCESS_SSL_HOSTNAME_VALIDATION_SCHEME: "none" },
      "LIBPROCESS_SSL_HOSTNAME_VALIDATION_SCHEME is 'none': expected legacy or openssl",
    ],
    [{ SSL_ENABLED: "yes" }, "LIBPROCESS_SSL_ENABLED is 'yes': expected true or false"],
    [{ ...on, LIBPROCESS_SSL_ENABLE_TLS_V1_0: "1" }, "cannot be used: it is broken"],
    [{ ...on, LIBPROCESS_SSL_ENABLE_TLS_V1_2: "0", LIBPROCESS_SSL_ENABLE_TLS_V1_3: "0" }, "nothing is left to speak"],
  ])("%j is refused in one line", (env, error) => {
    const read = readTls(env);
    expect(read.ok ? "" : read.error).toContain(error);
  });
});
