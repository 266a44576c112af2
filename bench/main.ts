/** `npm run bench -- --suite=allocator [--only=A1,A3] [--json=out.json]` */
import { writeFileSync } from "node:fs";
import { allocatorSuite } from "./allocator/suite.ts";
import { machine, Report } from "./harness.ts";
import type { Suite } from "./harness.ts";
import { registrySuite } from "./registry/suite.ts";

const SUITES: ReadonlyMap<string, Suite> = new Map([["allocator", allocatorSuite], ["registry", registrySuite]]);

const options = new Map(
  process.argv.slice(2).map((argument) => {
    const [name, value] = argument.replace(/^--/, "").split("=");
    return [name!, value ?? ""] as const;
  }),
);
const suite = SUITES.get(options.get("suite") ?? "allocator");
if (suite === undefined) {
  console.error(`There is no suite '${options.get("suite")}': choose one of ${[...SUITES.keys()].join(", ")}`);
  process.exit(1);
}
const only = options.get("only")?.split(",");
const about = machine();
const { cores, cpu, memoryGb, node, load } = about;
console.log(`suite ${suite.name} on ${cores} x ${cpu}, ${memoryGb} GiB, Node ${node}, load ${load.toFixed(1)}`);
await suite.gate();
console.log("gate passed: its answers are right");
const report = new Report((line) => console.log(line));
for (const question of suite.questions) {
  if (only !== undefined && !only.includes(question.id)) continue;
  report.begin(question);
  await question.run(report);
}
const file = options.get("json");
const { results } = report;
if (file !== undefined) writeFileSync(file, `${JSON.stringify({ machine: about, results }, undefined, 1)}\n`);
