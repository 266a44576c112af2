/**
 * The master's benchmarks run, very small, against a real master: their client speaks the protocol, their gate holds,
 * and is shut when something is wrong.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { Report } from "../../bench/harness.ts";
import type { Measurement } from "../../bench/harness.ts";
import { withBed } from "../../bench/master/bed.ts";
import { readBenchOptions } from "../../bench/master/options.ts";
import { masterSuite } from "../../bench/master/suite.ts";

const SCALE = "0.003";

async function run(id: string): Promise<readonly Measurement[]> {
  const suite = masterSuite(new Map([["scale", SCALE], ["samples", "2"], ["agents-per-port", "7"]]));
  const report = new Report(() => {});
  const question = suite.questions.find((each) => each.id === id)!;
  report.begin(question);
  await question.run(report);
  return report.results;
}

it.each([
  ["M1", "from the first re-registration to the last answer"],
  ["M1a", "from the first message to the last answer"],
  ["M5", "tasks acknowledged per second, mean of 2 s"],
  ["M6", "tasks running and acknowledged, per second"],
  ["M7", "until every task is running and acknowledged"],
])("%s measures something, and its gate holds", async (id, metric) => {
  const results = await run(id);
  const found = results.find((each) => each.metric === metric);
  expect(found, `${id} reports: ${results.map((each) => each.metric).join("; ")}`).toBeDefined();
  expect(found!.p50).toBeGreaterThan(0);
});

it("as a command, which starts processes of its own, reads are measured, too", () => {
  const directory = mkdtempSync(join(tmpdir(), "allot-bench-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const json = join(directory, "out.json");
  const options = [`--scale=${SCALE}`, "--samples=2", "--agents-per-port=7", `--json=${json}`];
  execFileSync("npm", ["run", "-s", "bench", "--", "--suite=master", "--only=M2,M4", ...options], { encoding: "utf8" });
  const { results } = JSON.parse(readFileSync(json, "utf8")) as { readonly results: readonly Measurement[] };
  const p50Of = (metric: string): number | undefined => results.find((each) => each.metric.startsWith(metric))?.p50;
  const metrics = results.map((each) => each.metric).join("; ");
  expect(p50Of("to the last byte"), metrics).toBeGreaterThan(0);
  expect(p50Of("/health with them"), metrics).toBeGreaterThan(0);
});

it("tasks that were not launched shut the gate", async () => {
  const options = readBenchOptions(new Map([["agents-per-port", "3"]]));
  await withBed(options, { agents: 5 }, async (bed) => {
    await bed.register();
    await bed.balance({ tasks: 0 });
    await expect(bed.balance({ tasks: 1 })).rejects.toThrow("tasks_running is 0 where 1 is expected");
  });
});

it("a task that a framework loses is no success", async () => {
  const options = readBenchOptions(new Map([["agents-per-port", "3"]]));
  await withBed(options, { agents: 2 }, async (bed) => {
    await bed.register();
    await bed.subscribe(1);
    bed.schedulers[0]!.accept({ id: "5a6f1f6e-4a1c-4f0e-9a55-0c2f5f1d7b11-O0", agentId: bed.fleet.ids[0]! }, 0, 1);
    await bed.until("the framework hears of it", () => bed.surprises.length > 0);
    await expect(bed.balance({ tasks: 0 })).rejects.toThrow("a task is in state");
  });
});

it("leaves a profile of the master if asked to", async () => {
  const directory = mkdtempSync(join(tmpdir(), "allot-bench-profile-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const options = readBenchOptions(new Map([["profile", directory]]));
  let workDir = "";
  await withBed(options, { agents: 1 }, async (bed) => {
    workDir = bed.master.workDir;
    await bed.register();
  });
  expect(existsSync(workDir)).toBe(false);
  const files = readdirSync(directory).map((name) => readFileSync(join(directory, name), "utf8"));
  expect(files.some((text) => text.includes("dist/main.js") && text.includes("timeDeltas"))).toBe(true);
});
