/**
 * `npm run bench -- --suite=allocator|registry|master|simulator [--only=A1,A3] [--json=out.json] [--label=NAME]` measures; each
 * suite has options of its own. `--keep=out.json,…` puts results into bench/results, `--report` makes the page and the
 * table of them.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { allocatorSuite } from "./allocator/suite.ts";
import { machine, Report } from "./harness.ts";
import type { Suite } from "./harness.ts";
import { LISTEN, listen } from "./master/listener.ts";
import { readAddress } from "./master/options.ts";
import { masterSuite } from "./master/suite.ts";
import { registrySuite } from "./registry/suite.ts";
import { report } from "./report/report.ts";
import { OURS, keep } from "./report/results.ts";
import type { Run } from "./report/results.ts";
import { simulatorSuite } from "./simulator/suite.ts";

const SUITES: ReadonlyMap<string, (options: ReadonlyMap<string, string>) => Suite> = new Map([
  ["allocator", () => allocatorSuite],
  ["registry", () => registrySuite],
  ["master", masterSuite],
  ["simulator", simulatorSuite],
]);

const options = new Map(
  process.argv.slice(2).map((argument) => {
    const [, name = "", value = ""] = /^--([^=]+)=?(.*)$/.exec(argument) ?? [];
    return [name, value] as const;
  }),
);
const listened = options.get(LISTEN);
const [kept, reports] = [options.get("keep"), options.has("report")];
if (kept !== undefined) console.log(`kept ${keep(kept.split(","))}`);
if (reports) console.log(report());
if (listened !== undefined) await listen(readAddress(listened));
else if (kept === undefined && !reports) await measure();

async function measure(): Promise<void> {
  const make = SUITES.get(options.get("suite") ?? "allocator");
  if (make === undefined) {
    console.error(`There is no suite '${options.get("suite")}': choose one of ${[...SUITES.keys()].join(", ")}`);
    process.exit(1);
  }
  const suite = make(options);
  const only = options.get("only")?.split(",");
  const about = machine();
  const date = new Date().toISOString();
  const { cores, cpu, memoryGb, node, load } = about;
  console.log(`suite ${suite.name} on ${cores} x ${cpu}, ${memoryGb} GiB, Node ${node}, load ${load.toFixed(1)}`);
  await suite.gate();
  console.log("gate passed: its answers are right");
  const measured = new Report((line) => console.log(line));
  const file = options.get("json");
  for (const question of suite.questions) {
    if (only !== undefined && !only.includes(question.id)) continue;
    measured.begin(question);
    await question.run(measured);
    const run: Run = { of: options.get("label") ?? OURS, date, commit: commit(), machine: about, results: measured.results };
    if (file !== undefined) writeFileSync(file, `${JSON.stringify(run, undefined, 1)}\n`);
  }
}

/** Which one is checked out. */
function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short=8", "HEAD"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "unknown";
  }
}
