import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Allocator } from "../../../../src/allocator/allocator.ts";
import { createAllocator } from "../../../../src/allocator/hierarchical.ts";
import { AGENT_CAPABILITIES } from "../../../../src/model/capability.ts";
import { agentId, frameworkId, roleName } from "../../../../src/model/id.ts";
import { KernelPool } from "../../../../src/shell/pool/pool.ts";
import { kernelModule } from "../../../support/kernel-module.ts";
import { amounts, must, OPTIONS, told } from "../../../support/small-cluster.ts";

const ROOT = new URL("../../../../", import.meta.url);
let folder: string;
let workerFile: URL;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pool-"));
  const outfile = join(folder, "worker.mjs");
  const entry = new URL("src/shell/pool/worker.ts", ROOT).pathname;
  await build({ entryPoints: [entry], bundle: true, format: "esm", platform: "node", outfile, logLevel: "error" });
  copyFileSync(new URL("dist/kernel.wasm", ROOT), join(folder, "kernel.wasm"));
  workerFile = pathToFileURL(outfile);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function poolOf(workers: number): KernelPool {
  return new KernelPool({ workers, workerFile, module: kernelModule });
}

/**
 * Some hundred agents of three sizes and frameworks in a tree of roles with quota, agents visited in a shuffled
 * order.
 */
function populate(agents: number, frameworks: number): Allocator {
  const allocator = createAllocator({ ...OPTIONS, visitingOrder: undefined, seed: 7 }, kernelModule);
  const limits = new Map([["cpus", 300_000]]);
  must(allocator.updateQuota(roleName("a"), { guarantees: new Map([["cpus", 100_000]]), limits }));
  for (let i = 0; i < frameworks; i++) {
    const id = `framework-${i}`;
    const role = ["a", "b", "b/x", "c"][i % 4]!;
    const info = { user: "", name: id, id: { value: id }, role };
    must(allocator.addFramework(frameworkId(id), { info }, new Map(), true));
  }
  for (let i = 0; i < agents; i++) addAgent(allocator, i);
  return allocator;
}

function addAgent(allocator: Allocator, i: number): void {
  const id = agentId(`S${i}`);
  const total = amounts(["cpus:4;mem:1024", "cpus:8;mem:8192;disk:100", "cpus:2;mem:64;ports:[1-100]"][i % 3]!);
  const info = { hostname: id, id: { value: id } };
  must(allocator.addAgent({ id, info, capabilities: AGENT_CAPABILITIES }, total, new Map()));
}

/** Several rounds of cycles and refusals; everything that was offered, in words. */
async function play(pool: KernelPool): Promise<string[]> {
  const allocator = populate(300, 24);
  const log: string[] = [];
  for (let round = 1; round <= 6; round++) {
    const nowMs = round * 1000;
    allocator.expire(nowMs);
    allocator.tick(nowMs);
    while (allocator.wantsCycle()) {
      const { offers } = allocator.finishCycle(await pool.run(allocator.beginCycle(nowMs)), nowMs);
      log.push(`round ${round}`, ...told(offers));
      offers.forEach(({ frameworkId: framework, agentId: agent, resources }, i) => {
        if (i % 3 > 0) return;
        must(allocator.recoverResources(framework, agent, resources, { seconds: i % 5, nowMs }, "offered"));
      });
    }
  }
  log.push(String(allocator.checksum()));
  return log;
}

describe("cycles on worker threads", () => {
  it("come out the same with 0, 1, 2 and 7 workers", async () => {
    const logs: string[][] = [];
    for (const workers of [0, 1, 2, 7]) {
      const pool = poolOf(workers);
      logs.push(await play(pool));
      await pool.close();
    }
    expect(logs[0]!.length).toBeGreaterThan(300);
    for (const log of logs.slice(1)) expect(log).toEqual(logs[0]);
  }, 60_000);

  it("lose nothing when the worker is killed in the middle of one", async () => {
    const allocator = populate(3000, 400);
    const pool = poolOf(1);
    await pool.run({ ...allocator.beginCycle(0) }).then((result) => allocator.finishCycle({ ...result, status: 9 }, 0));
    const expected = told(allocator.whatIf(0, 1).offers);
    const dying = pool.run(allocator.beginCycle(0));
    await pool.killWorkers();
    const finished = allocator.finishCycle(await dying, 0);
    const offers = [...finished.offers];
    while (allocator.wantsCycle()) {
      offers.push(...allocator.finishCycle(await pool.run(allocator.beginCycle(0)), 0).offers);
    }
    expect(told(offers)).toEqual(expected);
    expect(allocator.runs()).toBe(1);
    await pool.close();
  }, 60_000);

  it("go on while the memory grows to 100,000 agents", async () => {
    const allocator = populate(10, 40);
    const pool = poolOf(1);
    let offers = 0;
    for (let batch = 1; batch <= 10; batch++) {
      const job = allocator.wantsCycle() ? allocator.beginCycle(0) : undefined;
      const running = job && pool.run(job);
      for (let i = 0; i < 10_000; i++) addAgent(allocator, batch * 10_000 + i);
      if (running !== undefined) offers += allocator.finishCycle(await running, 0).offers.length;
    }
    while (allocator.wantsCycle()) {
      offers += allocator.finishCycle(await pool.run(allocator.beginCycle(0)), 0).offers.length;
    }
    const { total, offeredOrAllocated } = allocator.totals();
    expect(offers).toBeGreaterThan(90_000);
    expect(offeredOrAllocated.get("mem")).toBe(total.get("mem"));
    await pool.close();
  }, 60_000);
});
