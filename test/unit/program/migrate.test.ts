import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { recoverRegistry } from "../../../src/master/registry/recover.ts";
import { printResources } from "../../../src/model/print.ts";
import { main } from "../../../src/program/migrate.ts";
import { createClock } from "../../../src/shell/clock.ts";
import { openLevelStore } from "../../../src/shell/store/level.ts";
import { createZooKeeperStore } from "../../../src/shell/store/zookeeper.ts";
import { Session } from "../../../src/shell/zookeeper/session.ts";
import { FakeZooKeeper } from "../../support/fake-zookeeper.ts";
import { keptLog } from "../../support/kept-log.ts";

/** As a Mesos master prints its registry: v0 names, integers plain however large, resources in the format before refinement. */
const REGISTRY = `{
  "master":{"info":{"id":"675ab4be-bfe1-46be-b6fc-74ae19ecaeaa","ip":16777343,"port":5050,"pid":"master@127.0.0.1:5050",
    "hostname":"localhost","version":"1.12.0","capabilities":[{"type":"AGENT_UPDATE"}]}},
  "slaves":{"slaves":[{"info":{"hostname":"node1","port":5051,"id":{"value":"675ab4be-S0"},"checkpoint":true,
    "resources":[{"name":"cpus","type":"SCALAR","scalar":{"value":4.0},"role":"*"},
      {"name":"mem","type":"SCALAR","scalar":{"value":1024.0},"role":"web"}]},"deactivated":false}]},
  "machines":{"machines":[{"info":{"id":{"hostname":"node9","ip":"10.0.0.9"},"mode":"DOWN",
    "unavailability":{"start":{"nanoseconds":1732081722123456789}}}}]},
  "schedules":[{"windows":[{"machine_ids":[{"hostname":"node9","ip":"10.0.0.9"}],
    "unavailability":{"start":{"nanoseconds":1732081722123456789}}}]}],
  "quotas":[{"info":{"role":"ops","guarantee":[{"name":"cpus","type":"SCALAR","scalar":{"value":2.0},"role":"*"}]}}],
  "weights":[{"info":{"role":"eng/dev","weight":2.5}}],
  "unreachable":{"slaves":[{"id":{"value":"675ab4be-S1"},"timestamp":{"nanoseconds":1732081722123456789}}]},
  "gone":{"slaves":[{"id":{"value":"675ab4be-S2"},"timestamp":{"nanoseconds":1732081722123456780}}]},
  "minimum_capabilities":[{"capability":"QUOTA_V2"}],
  "quota_configs":[{"role":"eng","guarantees":{"cpus":{"value":8.0}},"limits":{"cpus":{"value":16.0}}}]}`;

const GOLDEN = join(import.meta.dirname, "../../golden");

/** What a Mesos master answered in a recorded conversation; times were not kept. */
function recorded(scenario: string, step: number): string {
  const { results } = JSON.parse(readFileSync(join(GOLDEN, `probes/expected/${scenario}.json`), "utf8")) as {
    results: readonly { readonly step: number; readonly json?: unknown }[];
  };
  return JSON.stringify(results.find((each) => each.step === step)?.json).replaceAll('"<timestamp>"', "1732081722123456000");
}
const recordedAlone = (name: string): string => readFileSync(join(GOLDEN, `http/a_v0-running/master_v1_${name}.json`), "utf8");

describe("allot migrate", () => {
  const cleanUps: (() => unknown)[] = [];
  afterEach(async () => {
    vi.restoreAllMocks();
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  });

  /** A leader, and a standby that sends there. */
  async function masters(registry: string, credentials?: string): Promise<{ leader: string; standby: string }> {
    const listen = async (server: Server): Promise<string> => {
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
      cleanUps.push(() => server.close());
      return `127.0.0.1:${(server.address() as AddressInfo).port}`;
    };
    const leader = await listen(createServer((request, response) => {
      if (credentials !== undefined && request.headers.authorization !== `Basic ${Buffer.from(credentials).toString("base64")}`) {
        return void response.writeHead(401).end();
      }
      if (request.url === "/registrar(1)/registry") return void response.end(registry);
      response.writeHead(307, { Location: `//${request.headers.host}` }).end();
    }));
    const standby = await listen(createServer((request, response) => {
      if (request.url === "/registrar(1)/registry") return void response.end("{}");
      response.writeHead(307, { Location: `//${leader}` }).end();
    }));
    return { leader, standby };
  }
  function directory(): string {
    const made = mkdtempSync(join(tmpdir(), "allot-migrate-"));
    cleanUps.push(() => rmSync(made, { recursive: true, force: true }));
    return made;
  }
  async function run(...args: string[]): Promise<{ code: number; out: string; errors: string }> {
    let [out, errors] = ["", ""];
    vi.spyOn(console, "log").mockImplementation((line: string) => void (out += `${line}\n`));
    vi.spyOn(console, "error").mockImplementation((line: string) => void (errors += `${line}\n`));
    return { code: await main(args), out, errors };
  }

  it("copies everything a Mesos master remembers into the registry on disk, from whichever master is named", async () => {
    const { standby, leader } = await masters(REGISTRY);
    const workDir = directory();
    expect(await run(`--from=http://${standby}`, `--work_dir=${workDir}`)).toMatchObject({
      code: 0, errors: "",
      out: expect.stringContaining("1 agents, 1 unreachable, 1 gone, 2 quotas, 1 weights, 1 machines, 1 maintenance windows"),
    });
    const store = await openLevelStore(workDir);
    const recovered = recoverRegistry(await store.load());
    await store.close();
    if (!recovered.ok) throw new Error(recovered.error);
    const { agents, unreachable, gone, quotas, weights, machines, schedule } = recovered.value;
    expect([...agents].map(([id, info]) => [id, info.hostname, info.resources])).toEqual([["675ab4be-S0", "node1", [
      { name: "cpus", type: "SCALAR", scalar: { value: 4 } },
      { name: "mem", type: "SCALAR", scalar: { value: 1024 }, reservations: [{ type: "STATIC", role: "web" }] },
    ]]]);
    expect([...unreachable]).toEqual([["675ab4be-S1", { nanoseconds: 1732081722123456789n }]]);
    expect([...gone]).toEqual([["675ab4be-S2", { nanoseconds: 1732081722123456780n }]]);
    expect([...quotas.keys()].sort()).toEqual(["eng", "ops"]);
    expect([...weights]).toEqual([["eng/dev", 2.5]]);
    expect([...machines.values()]).toMatchObject([{ id: { hostname: "node9" }, mode: "DOWN" }]);
    expect(schedule?.windows).toHaveLength(1);

    expect(await run(`--from=http://${leader}`, `--work_dir=${workDir}`), "not over what is there").toMatchObject({
      code: 1, errors: expect.stringContaining("holds 9 entries already: --overwrite replaces them"),
    });
    expect(await run(`--from=http://${leader}`, `--work_dir=${workDir}`, "--overwrite")).toMatchObject({
      code: 0, out: expect.stringContaining("Wrote 0 changes"),
    });
  });

  it("copies into ZooKeeper, where our masters will find it", async () => {
    const { leader } = await masters(REGISTRY, "ops:secret");
    const zookeeper = await FakeZooKeeper.start();
    cleanUps.push(() => zookeeper.close());
    const { servers, path } = zookeeper.url();
    const zk = `zk://${servers.map(({ host, port }) => `${host}:${port}`).join(",")}${path}`;
    expect(await run(`--from=http://${leader}`, `--zk=${zk}`)).toMatchObject({ code: 1, errors: expect.stringContaining("answered 401: give credentials") });
    expect(await run(`--from=http://ops:secret@${leader}`, `--zk=${zk}`)).toMatchObject({ code: 0 });
    const session = new Session({ url: zookeeper.url(), timeoutMs: 5_000, pingsPerTimeout: 3, clock: createClock(), log: keptLog(), onLost: () => {} });
    const entries = await createZooKeeperStore({ url: zookeeper.url(), writer: "A", session: () => session }).load();
    await session.close();
    expect([...entries.keys()].sort()).toEqual([
      "agent/675ab4be-S0", "gone/675ab4be-S2", "machine/node9/10.0.0.9", "minimum-capability/QUOTA_V2", "quota/eng", "quota/ops",
      "schedule/0", "unreachable/675ab4be-S1", "weight/eng/dev",
    ]);
  });

  it("reads through the API of a master that does not show its registry, and says what that leaves out", async () => {
    const answers: Readonly<Record<string, string>> = {
      GET_MASTER: recordedAlone("GET_MASTER"), GET_AGENTS: recordedAlone("GET_AGENTS"), GET_QUOTA: recorded("op_quota", 8),
      GET_WEIGHTS: recorded("op_weights", 11), GET_MAINTENANCE_SCHEDULE: recorded("op_maintenance", 2),
      GET_MAINTENANCE_STATUS: recorded("op_maintenance", 6),
    };
    const server = createServer((request, response) => {
      if (request.url === "/registrar(1)/registry") return void response.writeHead(403).end("Endpoint '/registrar(1)/registry' is disabled");
      if (request.url !== "/api/v1") return void response.writeHead(307, { Location: `//${request.headers.host}` }).end();
      let body = "";
      request.on("data", (chunk) => (body += String(chunk)));
      request.on("end", () => response.end(answers[(JSON.parse(body) as { type: string }).type]));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    cleanUps.push(() => server.close());
    const workDir = directory();
    const { code, out } = await run(`--from=http://127.0.0.1:${(server.address() as AddressInfo).port}`, `--work_dir=${workDir}`);
    expect(code).toBe(0);
    expect(out).toContain("master@127.0.0.1:5050 (version 1.12.0): 1 agents, 0 unreachable, 0 gone, 2 quotas, 2 weights, 3 machines, 2 maintenance windows");
    expect(out).toContain("does not list unreachable and gone agents");
    const store = await openLevelStore(workDir);
    const entries = await store.load();
    await store.close();
    const recovered = recoverRegistry(entries);
    if (!recovered.ok) throw new Error(recovered.error);
    const { agents, quotas, weights, machines, schedule } = recovered.value;
    expect([...agents].map(([id, { hostname, resources = [] }]) => [id, hostname, printResources(resources)])).toEqual([[
      "4537e6fe-9e0c-4f69-856b-5461dc853913-S0", "localhost", "cpus:8; mem:8192; disk:10240; ports:[31000-32000]",
    ]]);
    expect([...quotas.keys()].sort(), "a quota without effect is none").toEqual(["a", "b"]);
    expect([...weights]).toEqual([["eng", 2.5], ["s", 2]]);
    const start = { nanoseconds: 1732081722123456000n };
    const hour = { start, duration: { nanoseconds: 3_600_000_000_000n } };
    expect([...machines.values()]).toEqual(expect.arrayContaining([
      { id: { hostname: "m2" }, mode: "DRAINING", unavailability: hour },
      { id: { ip: "10.0.0.3" }, mode: "DRAINING", unavailability: { start } },
      { id: { hostname: "m1", ip: "10.0.0.1" }, mode: "DOWN", unavailability: hour },
    ]));
    expect(schedule?.windows).toHaveLength(2);
    expect([...entries.keys()].filter((key) => key.startsWith("minimum-capability/"))).toEqual(["minimum-capability/QUOTA_V2"]);
  });

  it.each([
    [[], "Missing required option --from"],
    [["--from=mesos:5050", "--work_dir=/tmp/x"], "expected http://host:port"],
    [["--from=http://127.0.0.1:1", "--work_dir=/tmp/x"], "Cannot reach http://127.0.0.1:1/master/redirect"],
  ])("says in one line what is wrong with %j", async (args, message) => {
    const { code, errors } = await run(...args);
    expect(code).toBe(1);
    expect(errors).toContain(message);
    expect(errors.trim().split("\n")).toHaveLength(1);
  });

  it("takes nothing from a master that does not lead, nor what it could not keep", async () => {
    const { standby } = await masters("{}");
    expect(await run(`--from=http://${standby}`, "--dry_run")).toMatchObject({ code: 1, errors: expect.stringContaining("no master leads there yet") });
    const { leader } = await masters(REGISTRY.replace('"QUOTA_V2"', '"QUOTA_V9"'));
    expect(await run(`--from=http://${leader}`, "--dry_run")).toMatchObject({ code: 1, errors: expect.stringContaining("QUOTA_V9") });
  });
});
