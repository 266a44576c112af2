import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { MASTER_CAPABILITIES, capabilityList } from "../../../../src/model/capability.ts";
import type { MasterInfo } from "../../../../src/model/gen/mesos.ts";
import { createClock } from "../../../../src/shell/clock.ts";
import { startDetector } from "../../../../src/shell/election/detector.ts";
import { decodeMember, membersOf } from "../../../../src/shell/election/members.ts";
import { createZooKeeperElection } from "../../../../src/shell/election/zookeeper.ts";
import { FakeZooKeeper } from "../../../support/fake-zookeeper.ts";
import { keptLog } from "../../../support/kept-log.ts";

const TIMEOUT_MS = 600;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function masterInfo(port: number, id = `master-at-${port}`): MasterInfo {
  return {
    id, ip: 16777343, port, pid: `master@127.0.0.1:${port}`, hostname: "localhost", version: "1.12.0",
    address: { hostname: "localhost", ip: "127.0.0.1", port }, capabilities: capabilityList(MASTER_CAPABILITIES),
  };
}

describe("an election through ZooKeeper", () => {
  const cleanUps: (() => unknown)[] = [];
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  });
  const start = async (size = 1): Promise<FakeZooKeeper> => {
    const zookeeper = await FakeZooKeeper.start(size);
    cleanUps.push(() => zookeeper.close());
    return zookeeper;
  };

  function candidate(zookeeper: FakeZooKeeper, info: MasterInfo, credentials?: string) {
    const told: string[] = [];
    const election = createZooKeeperElection({ url: zookeeper.url("/cluster/mesos", credentials), timeoutMs: TIMEOUT_MS, clock: createClock(), log: keptLog() });
    election.contend(info, {
      detected: (leader) => told.push(`detected ${leader?.port ?? "nobody"}`),
      elected: () => told.push("elected"),
      certain: () => told.push("certain"),
      lost: (why) => told.push(`lost: ${why}`),
    });
    cleanUps.unshift(() => election.resign());
    return { told, election };
  }

  it("writes what a real master writes, byte for byte", async () => {
    const recording = readFileSync(join(import.meta.dirname, "../../../golden/http/zookeeper_nodes.txt"), "utf8").split("\n");
    const real = recording[recording.indexOf("== json.info_0000000000") + 1]!;
    const zookeeper = await start();
    const { told } = candidate(zookeeper, masterInfo(5050, "675ab4be-bfe1-46be-b6fc-74ae19ecaeaa"));
    await expect.poll(() => told).toEqual(["detected 5050", "elected"]);
    expect(zookeeper.children("/cluster/mesos").sort()).toEqual(["json.info_0000000000", "registry"]);
    expect(zookeeper.text("/cluster/mesos/json.info_0000000000")).toBe(real);
    expect(zookeeper.nodes.get("/cluster/mesos/json.info_0000000000")?.acl).toBe("31 world:anyone");
  });

  it("lets everybody read and only its user write, when there is one", async () => {
    const zookeeper = await start();
    const { told } = candidate(zookeeper, masterInfo(5050), "user:pass");
    await expect.poll(() => told).toContain("elected");
    expect(zookeeper.nodes.get("/cluster/mesos/json.info_0000000000")?.acl).toBe("1 world:anyone, 31 auth:");
    expect(zookeeper.nodes.get("/cluster/mesos")?.acl).toBe("5 world:anyone, 31 auth:");
  });

  it("is won by the first; the next one follows it, and leads at once when it resigns", async () => {
    const zookeeper = await start();
    const first = candidate(zookeeper, masterInfo(1));
    await expect.poll(() => first.told).toContain("elected");
    const second = candidate(zookeeper, masterInfo(2));
    await expect.poll(() => second.told).toEqual(["detected 1"]);
    const atMs = performance.now();
    await first.election.resign();
    await expect.poll(() => second.told).toEqual(["detected 1", "detected 2", "elected"]);
    expect(performance.now() - atMs, "nobody waits for a session to end").toBeLessThan(TIMEOUT_MS / 2);
    expect(first.told.at(-1), "a resignation is no loss").toBe("elected");
  });

  it("is lost after the session timeout without contact; before, from two thirds on, nothing may be done", async () => {
    const zookeeper = await start();
    const { told, election } = candidate(zookeeper, masterInfo(1));
    await expect.poll(() => told).toContain("elected");
    const clock = createClock();
    const fromMs = clock.nowMs();
    zookeeper.silence(0, true);
    let ceasedAfterMs = 0;
    while (!told.some((each) => each.startsWith("lost"))) {
      if (ceasedAfterMs === 0 && !election.mayAct()) ceasedAfterMs = clock.nowMs() - fromMs;
      await pause(5);
    }
    expect(ceasedAfterMs).toBeGreaterThan(TIMEOUT_MS / 3);
    expect(ceasedAfterMs).toBeLessThan((2 / 3) * TIMEOUT_MS + 60);
    expect(election.mayAct()).toBe(false);
    expect(told.at(-1)).toMatch(/^lost: Lost leadership: no (ZooKeeper server has been heard|write was answered)/);
  });

  it("does not trust a server that answers pings but is cut off from the others", async () => {
    const zookeeper = await start();
    const { told, election } = candidate(zookeeper, masterInfo(1));
    await expect.poll(() => told).toContain("elected");
    zookeeper.cutOff(0, true);
    const fromMs = performance.now();
    while (election.mayAct()) await pause(5);
    expect(performance.now() - fromMs).toBeLessThan((2 / 3) * TIMEOUT_MS + 60);
    await expect.poll(() => told.at(-1), { timeout: 3 * TIMEOUT_MS }).toMatch(/^lost: Lost leadership: no write was answered/);
  });

  it("leaves such a server for another one, without a pause", async () => {
    const zookeeper = await start(2);
    const { told, election } = candidate(zookeeper, masterInfo(1));
    await expect.poll(() => told).toContain("elected");
    const [first] = zookeeper.inUse();
    zookeeper.cutOff(first!, true);
    for (const untilMs = performance.now() + 1.5 * TIMEOUT_MS; performance.now() < untilMs; await pause(5)) {
      expect(election.mayAct()).toBe(true);
    }
    expect(zookeeper.inUse()).toEqual([1 - first!]);
    expect(told).toEqual(["detected 1", "elected"]);
  });

  it("goes on when contact comes back in time", async () => {
    const zookeeper = await start();
    const { told, election } = candidate(zookeeper, masterInfo(1));
    await expect.poll(() => told).toContain("elected");
    zookeeper.silence(0, true);
    while (election.mayAct()) await pause(2);
    zookeeper.silence(0, false);
    await expect.poll(() => told).toEqual(["detected 1", "elected", "certain"]);
    expect(election.mayAct()).toBe(true);
  });

  it("is contended again by a candidate that loses its session without leading", async () => {
    const zookeeper = await start();
    const first = candidate(zookeeper, masterInfo(1));
    await expect.poll(() => first.told).toContain("elected");
    const second = candidate(zookeeper, masterInfo(2));
    await expect.poll(() => second.told).toContain("detected 1");
    zookeeper.expireSessions();
    await expect.poll(() => first.told.at(-1)).toBe("lost: Lost leadership: its session has expired");
    await expect.poll(() => second.told, { timeout: 3_000 }).toEqual(["detected 1", "detected nobody", "detected 2", "elected"]);
  });

  it("is lost when somebody deletes the candidate's node", async () => {
    const zookeeper = await start();
    const { told } = candidate(zookeeper, masterInfo(1));
    await expect.poll(() => told).toContain("elected");
    zookeeper.remove("/cluster/mesos/json.info_0000000000");
    await expect.poll(() => told.at(-1)).toMatch(/^lost: Lost candidacy/);
  });

  it("is seen by those who only watch", async () => {
    const zookeeper = await start();
    const seen: (number | undefined)[] = [];
    const detector = startDetector({
      url: zookeeper.url("/cluster/mesos"), timeoutMs: TIMEOUT_MS, clock: createClock(), log: keptLog(),
      onLeader: (leader) => seen.push(leader?.port), onFailed: (why) => seen.push(Number(why)),
    });
    cleanUps.unshift(() => detector.close());
    await expect.poll(() => seen).toEqual([undefined]);
    const first = candidate(zookeeper, masterInfo(1));
    await expect.poll(() => seen, { timeout: 3_000 }).toEqual([undefined, 1]);
    const second = candidate(zookeeper, masterInfo(2));
    await expect.poll(() => second.told).toContain("detected 1");
    await first.election.resign();
    await expect.poll(() => seen, { timeout: 3_000 }).toEqual([undefined, 1, 2]);
    zookeeper.expireSessions();
    await expect.poll(() => seen.includes(undefined) && seen.length > 3, { timeout: 3_000 }).toBe(true);
  });
});

describe("the members of a group", () => {
  it("are those with a number, lowest first", () => {
    expect(membersOf(["json.info_0000000012", "log_replicas", "registry", "info_0000000003", "0000000005"]).map(({ label, sequence }) => [label, sequence])).toEqual([
      ["info", 3], ["", 5], ["json.info", 12],
    ]);
  });

  it("are read in every way masters ever wrote them, and in no other", () => {
    const text = (value: string): Uint8Array => new TextEncoder().encode(value);
    expect(decodeMember("", text("master@10.0.0.1:5050"))).toMatchObject({ ok: true, value: { pid: "master@10.0.0.1:5050", port: 5050 } });
    expect(decodeMember("json.info", text('{"id":"m","ip":16777343,"port":5050}'))).toMatchObject({ ok: true, value: { id: "m" } });
    expect(decodeMember("json.info", text("{"))).toMatchObject({ ok: false });
    expect(decodeMember("yaml", text("id: m"))).toMatchObject({ ok: false, error: "Failed to parse data of unknown label 'yaml'" });
  });
});
