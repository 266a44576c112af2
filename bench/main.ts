/** `npm run bench -- --suite=allocator|registry|master [--only=A1,A3] [--json=out.json]`; each suite has options of its own. */
import { writeFileSync } from "node:fs";
import { allocatorSuite } from "./allocator/suite.ts";
import { machine, Report } from "./harness.ts";
import type { Suite } from "./harness.ts";
import { masterSuite } from "./master/suite.ts";
import { registrySuite } from "./registry/suite.ts";

const SUITES: ReadonlyMap<string, (options: ReadonlyMap<string, string>) => Suite> = new Map([
  ["allocator", () => allocatorSuite],
  ["registry", () => registrySuite],
  ["master", masterSuite],
]);

const options = new Map(
  process.argv.slice(2).map((argument) => {
    const [, name = "", value = ""] = /^--([^=]+)=?(.*)$/.exec(argument) ?? [];
    return [name, value] as const;
  }),
);
const make = SUITES.get(options.get("suite") ?? "allocator");
if (make === undefined) {
  console.error(`There is no suite '${options.get("suite")}': choose one of ${[...SUITES.keys()].join(", ")}`);
  process.exit(1);
}
const suite = make(options);
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
