import { afterEach, describe, expect, it } from "vitest";
import type { MasterInfo } from "../../../src/model/gen/mesos.ts";
import { printUpid } from "../../../src/model/upid.ts";
import { locate, parseMasterPlace } from "../../../src/program/client/locate.ts";
import { detectedMaster, findMaster } from "../../../src/program/find-master.ts";
import { createClock } from "../../../src/shell/clock.ts";
import { encodeMember } from "../../../src/shell/election/members.ts";
import { Session } from "../../../src/shell/zookeeper/session.ts";
import { FakeZooKeeper } from "../../support/fake-zookeeper.ts";
import { keptLog } from "../../support/kept-log.ts";

const info = (port: number): MasterInfo => ({
  id: `m${port}`, ip: 16777343, port, pid: `master@127.0.0.1:${port}`, hostname: "localhost", address: { hostname: "node1", ip: "127.0.0.1", port },
});

describe("the leader", () => {
  const cleanUps: (() => unknown)[] = [];
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  });

  /** A ZooKeeper with candidates, as sessions that can be closed. */
  async function group(...ports: number[]) {
    const zookeeper = await FakeZooKeeper.start();
    cleanUps.push(() => zookeeper.close());
    const { servers, path } = zookeeper.url();
    const join = async (port: number): Promise<Session> => {
      const session = new Session({ url: zookeeper.url(), timeoutMs: 2_000, pingsPerTimeout: 6, clock: createClock(), log: keptLog(), onLost: () => {} });
      cleanUps.unshift(() => session.close());
      if ((await session.exists(path)) === undefined) await session.create(path, new Uint8Array(), "public");
      await session.create(`${path}/json.info_`, encodeMember(info(port)), "public", { ephemeral: true, sequential: true });
      return session;
    };
    const sessions: Session[] = [];
    for (const port of ports) sessions.push(await join(port));
    return { url: `zk://${servers.map(({ host, port }) => `${host}:${port}`).join(",")}${path}`, sessions, join };
  }

  it("is followed by an agent from master to master", async () => {
    const { url, sessions } = await group(1, 2);
    const finder = await findMaster({ master: url, sessionTimeoutMs: 2_000, clock: createClock(), log: keptLog() });
    if (!finder.ok) throw new Error(finder.error);
    cleanUps.unshift(() => finder.value.close());
    const seen: string[] = [];
    finder.value.watch((leader) => seen.push(leader === undefined ? "nobody" : `${printUpid(leader.pid)} ${leader.hostname}`), (why) => seen.push(why));
    await expect.poll(() => seen).toEqual(["master@127.0.0.1:1 node1"]);
    await sessions[0]!.close();
    await expect.poll(() => seen).toEqual(["master@127.0.0.1:1 node1", "master@127.0.0.1:2 node1"]);
    await sessions[1]!.close();
    await expect.poll(() => seen.at(-1)).toBe("nobody");
  });

  it("is waited for by a client, which hears of the next one too", async () => {
    const { url, join } = await group();
    const place = parseMasterPlace(url);
    if (!place.ok) throw new Error(place.error);
    const moves: number[] = [];
    const locator = locate(place.value, ({ port }) => moves.push(port));
    cleanUps.unshift(() => locator.close());
    const asked = locator.leader();
    const first = await join(7);
    expect(await asked).toEqual({ host: "127.0.0.1", port: 7 });
    await first.close();
    await join(8);
    await expect.poll(() => moves, { timeout: 3_000 }).toEqual([7, 8]);
    expect(await locator.leader()).toEqual({ host: "127.0.0.1", port: 8 });
  });

  it("is reached at its pid; by its number when it is so old that it has none", () => {
    expect(detectedMaster(info(5050))).toEqual({ pid: { id: "master", host: "127.0.0.1", port: 5050 }, hostname: "node1" });
    expect(detectedMaster({ id: "m", ip: 16777343, port: 5051 }).pid).toEqual({ id: "master", host: "127.0.0.1", port: 5051 });
  });

  it.each([
    [undefined, "Missing required option --master"],
    ["nonsense", "Invalid --master 'nonsense': expected host:port or zk://host:port/path"],
    ["zk://h:2181/", "Invalid --master: Expecting a (chroot) path for ZooKeeper ('/' is not supported)"],
  ])("cannot be %s", async (master, message) => {
    expect(await findMaster({ master, sessionTimeoutMs: 1_000, clock: createClock(), log: keptLog() })).toMatchObject({
      ok: false, error: expect.stringContaining(message),
    });
  });
});
