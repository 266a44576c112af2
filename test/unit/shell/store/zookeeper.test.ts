import { afterEach, describe, expect, it } from "vitest";
import type { RegistryWrite } from "../../../../src/master/registry/registry.ts";
import { MAX_REGISTRY_PACKET_BYTES } from "../../../../src/model/limits.ts";
import type { Store } from "../../../../src/ports.ts";
import { createClock } from "../../../../src/shell/clock.ts";
import { createZooKeeperStore, packets } from "../../../../src/shell/store/zookeeper.ts";
import { Session } from "../../../../src/shell/zookeeper/session.ts";
import { FakeZooKeeper } from "../../../support/fake-zookeeper.ts";
import { keptLog } from "../../../support/kept-log.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const put = (key: string, value: string): readonly RegistryWrite[] => [{ key, value: bytes(value) }];
const texts = (entries: ReadonlyMap<string, Uint8Array>): Record<string, string> =>
  Object.fromEntries([...entries].map(([key, value]) => [key, new TextDecoder().decode(value)]));

describe("the registry in ZooKeeper", () => {
  const cleanUps: (() => unknown)[] = [];
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  });
  const start = async (): Promise<FakeZooKeeper> => {
    const zookeeper = await FakeZooKeeper.start();
    cleanUps.push(() => zookeeper.close());
    return zookeeper;
  };
  function master(zookeeper: FakeZooKeeper, writer: string, credentials?: string): Store & { session: Session } {
    const session = new Session({
      url: zookeeper.url("/mesos", credentials), timeoutMs: 5_000, pingsPerTimeout: 6, clock: createClock(), log: keptLog(), onLost: () => {},
    });
    cleanUps.unshift(() => session.close());
    return { ...createZooKeeperStore({ url: zookeeper.url("/mesos", credentials), writer, session: () => session }), session };
  }

  it("gives the next leader what the last one wrote", async () => {
    const zookeeper = await start();
    const first = master(zookeeper, "A");
    expect(texts(await first.load())).toEqual({});
    await first.apply([put("agent/S0", "a"), put("agent/S1", "b"), put("quota/eng/dev", "q")]);
    await first.apply([[{ key: "agent/S0" }, { key: "unreachable/S0", value: bytes("u") }], put("agent/S1", "c")]);
    const second = master(zookeeper, "B");
    expect(texts(await second.load())).toEqual({ "agent/S1": "c", "quota/eng/dev": "q", "unreachable/S0": "u" });
  });

  it("takes nothing from a leader that has been followed by another", async () => {
    const zookeeper = await start();
    const first = master(zookeeper, "A");
    await first.load();
    await first.apply([put("agent/S0", "a")]);
    const second = master(zookeeper, "B");
    await second.load();
    await expect(first.apply([put("agent/S1", "late")])).rejects.toThrow("Another master has taken over the registry");
    await expect(first.apply([put("agent/S2", "later")]), "and nothing after it").rejects.toThrow("Another master");
    await second.apply([put("agent/S3", "d")]);
    expect(texts(await master(zookeeper, "C").load())).toEqual({ "agent/S0": "a", "agent/S3": "d" });
  });

  it.each(["done", "not done"] as const)("finds out that a write whose answer was lost was %s", async (how) => {
    const zookeeper = await start();
    const store = master(zookeeper, "A");
    await store.load();
    await store.apply([put("agent/S0", "a")]);
    zookeeper.loseMulti = how;
    await store.apply([put("agent/S0", "b"), put("agent/S1", "new")]);
    await store.apply([put("agent/S2", "c")]);
    expect(texts(await master(zookeeper, "B").load())).toEqual({ "agent/S0": "b", "agent/S1": "new", "agent/S2": "c" });
  });

  it.each(["done", "not done"] as const)("does not write again when it was deposed meanwhile (%s)", async (how) => {
    const zookeeper = await start();
    const first = master(zookeeper, "A");
    await first.load();
    const second = master(zookeeper, "B");
    await second.session.exists("/mesos");
    zookeeper.loseMulti = how;
    const writing = first.apply([put("agent/S0", "a")]).then(() => "written", (error: Error) => error.message);
    await second.load();
    // Either it learned in time that it had been written, or it learns that it may not ask any more.
    const outcome = await writing;
    expect(["written", "Another master has taken over the registry: this one may no longer write"]).toContain(outcome);
    const now = texts(await master(zookeeper, "C").load());
    if (outcome === "written") expect(now).toEqual({ "agent/S0": "a" });
  });

  it("keeps what is long in less room, and refuses what ZooKeeper could not take", async () => {
    const zookeeper = await start();
    const store = master(zookeeper, "A");
    await store.load();
    const schedule = bytes(Array.from({ length: 50_000 }, (_, n) => `node-${n}.example.com 10.0.${n >> 8}.${n & 255}`).join());
    await store.apply([[{ key: "schedule/0", value: schedule }]]);
    expect(zookeeper.nodes.get("/mesos/registry/entries/schedule%2F0")!.data.length).toBeLessThan(schedule.length / 3);
    expect(Buffer.compare((await master(zookeeper, "B").load()).get("schedule/0")!, schedule)).toBe(0);
    const noise = Uint8Array.from({ length: 1_100_000 }, (_, n) => (n * 2_654_435_761 >>> 11) ^ (n * n >>> 3));
    const third = master(zookeeper, "C");
    await third.load();
    await expect(third.apply([[{ key: "schedule/0", value: noise }]])).rejects.toThrow("cannot hold 'schedule/0': a change of");
  });

  it("is nobody else's to read or write when it has a user", async () => {
    const zookeeper = await start();
    const store = master(zookeeper, "A", "user:pass");
    await store.load();
    await store.apply([put("agent/S0", "a")]);
    expect(zookeeper.nodes.get("/mesos/registry/entries/agent%2FS0")?.acl).toBe("31 auth:");
    expect(zookeeper.nodes.get("/mesos/registry/head")?.acl).toBe("31 auth:");
  });

  it("refuses a place that is something else's", async () => {
    const zookeeper = await start();
    const other = master(zookeeper, "A");
    for (const path of ["/mesos", "/mesos/registry", "/mesos/registry/head"]) await other.session.create(path, bytes("{}"), "public");
    await expect(other.load()).rejects.toThrow("/mesos/registry/head is not of a registry of allot");
  });
});

describe("packets of writes", () => {
  it("hold whole operations, and of each key the last write", () => {
    const big = (key: string): readonly RegistryWrite[] => [
      { key, value: new Uint8Array(MAX_REGISTRY_PACKET_BYTES / 3) }, { key: `${key}/2`, value: new Uint8Array(10) },
    ];
    expect(packets([big("a"), big("b"), big("c"), [{ key: "c" }]]).map((packet) => [...packet.keys()])).toEqual([
      ["a", "a/2", "b", "b/2"], ["c", "c/2"],
    ]);
    expect(packets([put("a", "1"), put("a", "2"), [{ key: "a" }]]).map((packet) => [...packet])).toEqual([[["a", undefined]]]);
  });
});
