/** Makes bench/report.html and the README's table from everything that was kept. */
import { readFileSync, writeFileSync } from "node:fs";
import { page } from "./page.ts";
import { withTable } from "./readme.ts";
import { OURS, keptRuns, seriesOf } from "./results.ts";

const PAGE = "bench/report.html";
const README = "README.md";

export function report(): string {
  const runs = keptRuns();
  if (!runs.some(({ of }) => of === OURS)) throw new Error("bench/results holds no run of ours: make one with --keep=FILE,…");
  const all = seriesOf(runs);
  writeFileSync(PAGE, page(runs, all));
  writeFileSync(README, withTable(readFileSync(README, "utf8"), runs, all));
  return `${PAGE} and the table in ${README} show ${runs.length} runs`;
}
