/**
 * What our client says to real ZooKeeper servers: what the unit tests take for granted of their fake one (credentials and
 * access, conditions of a multi, sessions that end, servers that change), and the registry of a large cluster.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { MasterInfo } from "../../src/model/gen/mesos.ts";
import { createClock } from "../../src/shell/clock.ts";
import { startDetector } from "../../src/shell/election/detector.ts";
import { createZooKeeperElection } from "../../src/shell/election/zookeeper.ts";
import { createZooKeeperStore } from "../../src/shell/store/zookeeper.ts";
import { CODE } from "../../src/shell/zookeeper/protocol.ts";
import { Session } from "../../src/shell/zookeeper/session.ts";
import { parseZooKeeperUrl } from "../../src/shell/zookeeper/url.ts";
import type { ZooKeeperUrl } from "../../src/shell/zookeeper/url.ts";
import { keptLog } from "../support/kept-log.ts";
import { startEnsemble, whyNoZooKeeper } from "./zookeeper.ts";
import type { ZooKeeperServer } from "./zookeeper.ts";

const missing = whyNoZooKeeper();
if (missing !== undefined) console.error(`\n*** The tests with a real ZooKeeper are SKIPPED: ${missing}. ***\n`);

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const info = (port: number): MasterInfo => ({ id: `m${port}`, ip: 16777343, port, pid: `master@127.0.0.1:${port}` });

describe.skipIf(missing !== undefined)("with a real ZooKeeper", () => {
  const directory = mkdtempSync(join(tmpdir(), "allot-zk-"));
  let servers: readonly ZooKeeperServer[] = [];
  const cleanUps: (() => unknown)[] = [];
  beforeAll(async () => {
    servers = await startEnsemble(directory, 3);
  });
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.kill()));
    rmSync(directory, { recursive: true, force: true });
  });

  const url = (path: string, credentials = ""): ZooKeeperUrl => {
    const parsed = parseZooKeeperUrl(`zk://${credentials}${servers.map(({ address }) => address).join(",")}${path}`);
    if (!parsed.ok) throw new Error(parsed.error);
    return parsed.value;
  };
  const open = (of: ZooKeeperUrl, lost: string[] = []): Session => {
    const session = new Session({
      url: of, timeoutMs: 4_000, pingsPerTimeout: 6, clock: createClock(), log: keptLog(), onLost: (why) => lost.push(why),
    });
    cleanUps.push(() => session.close());
    return session;
  };
  const contend = (of: ZooKeeperUrl, port: number): { told: string[]; election: ReturnType<typeof createZooKeeperElection> } => {
    const told: string[] = [];
    const election = createZooKeeperElection({ url: of, timeoutMs: 4_000, clock: createClock(), log: keptLog() });
    election.contend(info(port), {
      detected: (leader) => told.push(`detected ${leader?.port ?? "nobody"}`),
      elected: () => told.push("elected"),
      certain: () => {},
      lost: (why) => told.push(why),
    });
    cleanUps.push(() => election.resign());
    return { told, election };
  };

  it("nobody but their user takes masters out of an election or reads their registry; everybody sees who leads", async () => {
    const ours = url("/secure", "allot:secret@");
    const first = contend(ours, 1);
    await expect.poll(() => first.told, { timeout: 10_000 }).toContain("elected");
    const store = createZooKeeperStore({ url: ours, writer: "A", session: () => first.election.session() });
    await store.load();
    await store.apply([[{ key: "agent/S0", value: bytes("a") }]]);

    const stranger = open(url("/secure"));
    await expect(stranger.remove("/secure/json.info_0000000000")).rejects.toMatchObject({ code: CODE.NO_AUTH });
    await expect(stranger.get("/secure/registry/entries/agent%2FS0")).rejects.toMatchObject({ code: CODE.NO_AUTH });
    await expect(stranger.set("/secure/registry/head", bytes("{}"), -1)).rejects.toMatchObject({ code: CODE.NO_AUTH });
    const seen: (number | undefined)[] = [];
    const detector = startDetector({
      url: url("/secure"), timeoutMs: 4_000, clock: createClock(), log: keptLog(),
      onLeader: (leader) => seen.push(leader?.port), onFailed: () => seen.push(-1),
    });
    cleanUps.push(() => detector.close());
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual([1]);
  });

  it("a deposed leader writes nothing more, whole operations are done or nothing, and the next one reads all", async () => {
    const first = createZooKeeperStore({ url: url("/fence"), writer: "A", session: () => one });
    const second = createZooKeeperStore({ url: url("/fence"), writer: "B", session: () => other });
    const one = open(url("/fence"));
    const other = open(url("/fence"));
    await first.load();
    await first.apply([[{ key: "agent/S0", value: bytes("a") }], [{ key: "quota/eng/dev", value: bytes("q") }]]);
    await first.apply([[{ key: "agent/S0" }, { key: "unreachable/S0", value: bytes("u") }]]);
    expect([...(await second.load()).keys()].sort()).toEqual(["quota/eng/dev", "unreachable/S0"]);
    await expect(first.apply([[{ key: "agent/S1", value: bytes("late") }]])).rejects.toThrow("Another master has taken over");
    await second.apply([[{ key: "agent/S2", value: bytes("b") }]]);
    await expect(other.multi([
      { kind: "create", path: "/fence/x", data: bytes(""), acl: "public" }, { kind: "delete", path: "/fence/none" },
    ])).rejects.toMatchObject({ code: CODE.NO_NODE });
    expect(await other.exists("/fence/x")).toBeUndefined();
  });

  it("a session outlives the server it was on, and its watches too", async () => {
    const lost: string[] = [];
    const session = open(url("/x"), lost);
    await session.create("/moves", bytes(""), "public");
    const owner = session.id;
    let changes = 0;
    for (const server of servers) {
      await session.children("/moves", () => changes++);
      await server.kill();
      await expect.poll(() => session.exists("/moves").catch(() => undefined), { timeout: 10_000 }).toBeDefined();
      await server.start();
    }
    expect(session.id).toBe(owner);
    expect(lost).toEqual([]);
    expect(changes, "it was on one of them").toBeGreaterThan(0);
  });

  it("a leader that leaves is followed at once", async () => {
    const first = contend(url("/turns"), 1);
    await expect.poll(() => first.told, { timeout: 10_000 }).toContain("elected");
    const second = contend(url("/turns"), 2);
    await expect.poll(() => second.told, { timeout: 10_000 }).toContain("detected 1");
    const atMs = Date.now();
    await first.election.resign();
    await expect.poll(() => second.told, { timeout: 10_000 }).toContain("elected");
    expect(Date.now() - atMs).toBeLessThan(2_000);
  });

  it("the registry of 50,000 agents is read by the next leader within 10 seconds", async () => {
    const one = open(url("/large"));
    const store = createZooKeeperStore({ url: url("/large"), writer: "A", session: () => one });
    await store.load();
    const record = Uint8Array.from({ length: 600 }, (_, n) => (n * 167) & 255);
    await store.apply(Array.from({ length: 50_000 }, (_, n) => [{ key: `agent/S${n}`, value: record }]));
    const atMs = Date.now();
    const other = open(url("/large"));
    const entries = await createZooKeeperStore({ url: url("/large"), writer: "B", session: () => other }).load();
    const tookMs = Date.now() - atMs;
    console.log(`50,000 entries read from ZooKeeper in ${tookMs} ms`);
    expect(entries.size).toBe(50_000);
    expect(tookMs).toBeLessThan(10_000);
  }, 60_000);
});
