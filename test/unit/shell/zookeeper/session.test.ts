import { afterEach, describe, expect, it } from "vitest";
import { createClock } from "../../../../src/shell/clock.ts";
import { CODE } from "../../../../src/shell/zookeeper/protocol.ts";
import { Session } from "../../../../src/shell/zookeeper/session.ts";
import { parseZooKeeperUrl } from "../../../../src/shell/zookeeper/url.ts";
import { FakeZooKeeper } from "../../../support/fake-zookeeper.ts";
import { keptLog } from "../../../support/kept-log.ts";

const TIMEOUT_MS = 600;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a ZooKeeper session", () => {
  const cleanUps: (() => unknown)[] = [];
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  });

  async function setUp(servers = 1) {
    const zookeeper = await FakeZooKeeper.start(servers);
    const lost: string[] = [];
    const session = new Session({
      url: zookeeper.url(), timeoutMs: TIMEOUT_MS, pingsPerTimeout: 6, clock: createClock(), log: keptLog(),
      onLost: (why) => lost.push(why),
    });
    cleanUps.push(() => session.close(), () => zookeeper.close());
    return { zookeeper, session, lost };
  }

  it("creates, reads, lists, sets and deletes nodes", async () => {
    const { session } = await setUp();
    expect(await session.create("/a", bytes("1"), "public")).toBe("/a");
    expect(await session.create("/a/n_", bytes(""), "public", { ephemeral: true, sequential: true })).toBe("/a/n_0000000000");
    expect(await session.children("/a")).toEqual(["n_0000000000"]);
    expect((await session.exists("/a/n_0000000000"))?.ephemeralOwner).toBe(session.id);
    expect(await session.set("/a", bytes("2"), 0)).toMatchObject({ version: 1 });
    await expect(session.set("/a", bytes("3"), 0)).rejects.toMatchObject({ code: CODE.BAD_VERSION });
    expect(new TextDecoder().decode((await session.get("/a")).data)).toBe("2");
    await session.remove("/a/n_0000000000");
    expect(await session.exists("/a/n_0000000000")).toBeUndefined();
    await expect(session.get("/b")).rejects.toThrow("ZooKeeper: get /b: NO_NODE");
  });

  it("does all of a multi or nothing, and names what could not be done", async () => {
    const { session, zookeeper } = await setUp();
    await session.multi([{ kind: "create", path: "/a", data: bytes("1"), acl: "public" }, { kind: "set", path: "/a", data: bytes("2"), version: 0 }]);
    expect(zookeeper.text("/a")).toBe("2");
    await expect(session.multi([{ kind: "delete", path: "/a" }, { kind: "set", path: "/b", data: bytes("2"), version: -1 }])).rejects.toThrow("set /b: NO_NODE");
    expect(zookeeper.text("/a")).toBe("2");
  });

  it("tells once that children have changed, or may have while it was away", async () => {
    const { session, zookeeper } = await setUp();
    await session.create("/a", bytes(""), "public");
    let changes = 0;
    await session.children("/a", () => changes++);
    await session.create("/a/1", bytes(""), "public");
    await session.create("/a/2", bytes(""), "public");
    await expect.poll(() => changes).toBe(1);
    await session.children("/a", () => changes++);
    zookeeper.dropConnections();
    await expect.poll(() => changes).toBe(2);
    expect(await session.children("/a"), "the session itself goes on").toEqual(["1", "2"]);
  });

  it("goes to the next server when one accepts and does not answer, and when one falls silent", async () => {
    const { session, zookeeper, lost } = await setUp(3);
    await session.create("/a", bytes(""), "public");
    // Two of three are silent: wherever it is, it finds the third before its time is over.
    zookeeper.silence(0, true);
    zookeeper.silence(1, true);
    for (let n = 0; n < 4; n++) {
      await expect.poll(() => session.exists("/a").catch(() => undefined), { timeout: 2 * TIMEOUT_MS }).toMatchObject({ version: 0 });
      if (lost.length > 0) break;
      await new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS / 6));
    }
    expect(lost).toEqual([]);
  });

  it("counts as lost by its own clock when no server can be reached", async () => {
    const { session, zookeeper, lost } = await setUp();
    await session.create("/a", bytes(""), "public");
    const contactAtMs = session.contactAtMs;
    zookeeper.silence(0, true);
    const waiting = session.create("/b", bytes(""), "public").catch((error: Error) => error.message);
    await expect.poll(() => lost, { timeout: 3 * TIMEOUT_MS }).toHaveLength(1);
    expect(lost[0]).toMatch(/no ZooKeeper server has been heard/);
    expect(session.contactAtMs - contactAtMs, "nothing of what came later counts as contact").toBeLessThan(TIMEOUT_MS / 3);
    expect(await waiting).toMatch(/CONNECTION_LOSS|SESSION_EXPIRED/);
    await expect(session.get("/a")).rejects.toMatchObject({ code: CODE.SESSION_EXPIRED });
  });

  it("is lost when the servers say so", async () => {
    const { session, zookeeper, lost } = await setUp();
    await session.create("/a", bytes(""), "public");
    zookeeper.expireSessions();
    await expect.poll(() => lost).toEqual(["its session has expired"]);
  });

  it("is kept by pings while nothing else is said", async () => {
    const { session, lost } = await setUp();
    await session.create("/a", bytes(""), "public");
    const contactAtMs = session.contactAtMs;
    await new Promise((resolve) => setTimeout(resolve, 2 * TIMEOUT_MS));
    expect(lost).toEqual([]);
    expect(session.contactAtMs - contactAtMs).toBeGreaterThan(TIMEOUT_MS);
  });

  it("fails what was sent when the connection breaks, and sends what waits on the next one", async () => {
    const { session, zookeeper } = await setUp();
    await session.create("/a", bytes(""), "public");
    zookeeper.loseMulti = "done";
    await expect(session.multi([{ kind: "set", path: "/a", data: bytes("x"), version: -1 }])).rejects.toMatchObject({ code: CODE.CONNECTION_LOSS });
    // Not connected now: this waits.
    expect(new TextDecoder().decode((await session.get("/a")).data)).toBe("x");
  });

  it("takes what is ephemeral with it when it is closed", async () => {
    const { session, zookeeper } = await setUp();
    await session.create("/a", bytes(""), "public", { ephemeral: true });
    await session.close();
    expect(zookeeper.text("/a")).toBeUndefined();
  });
});

describe("a ZooKeeper URL", () => {
  it.each([
    ["zk://h1:2181,h2:2182/mesos", { servers: [{ host: "h1", port: 2181 }, { host: "h2", port: 2182 }], path: "/mesos", credentials: undefined }],
    ["zk://user:pass@h/a/b/", { servers: [{ host: "h", port: 2181 }], path: "/a/b", credentials: "user:pass" }],
  ])("%s is understood", (text, value) => {
    expect(parseZooKeeperUrl(text)).toEqual({ ok: true, value });
  });

  it.each([
    ["zk://h:1", "('/' is not supported)"], ["zk://h:1/", "('/' is not supported)"], ["zk:///mesos", "expected zk://host:port"],
    ["zk://user@h/mesos", "expected user:password"], ["zk://h:x/mesos", "'h:x' is not host:port"], ["zk://h/a//b", "not a path"],
  ])("%s is refused", (text, why) => {
    expect(parseZooKeeperUrl(text)).toMatchObject({ ok: false, error: expect.stringContaining(why) });
  });

  it("does not repeat a password", () => {
    expect(parseZooKeeperUrl("zk://me:secret@h:99999999/x")).toMatchObject({ error: expect.not.stringContaining("secret") });
  });
});
