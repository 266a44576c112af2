/** What the page and the README's table say of the runs that were kept. */
import { expect, it } from "vitest";
import { Report, meetsGoal } from "../../../bench/harness.ts";
import type { Measurement } from "../../../bench/harness.ts";
import { page } from "../../../bench/report/page.ts";
import { withTable } from "../../../bench/report/readme.ts";
import { mesosFigure, seriesOf } from "../../../bench/report/results.ts";
import type { Run } from "../../../bench/report/results.ts";

const machine = { cpu: "a <fast> one", cores: 2, memoryGb: 24, node: "v20.20.2", load: 0.5 };
const readme = "# allot\n<!-- bench: made by npm run bench -- --report -->\nold\n<!-- bench: end -->\nrest\n";

function measured(id: string, metric: string, unit: string, p50: number, more: Partial<Measurement> = {}): Measurement {
  return { id, name: "a workload", metric, unit, n: 15, min: p50 / 2, p50, p99: p50 * 3, samples: [], ...more };
}

function run(of: string, day: number, commit: string, results: readonly Measurement[]): Run {
  return { of, date: `2026-11-${day}T10:00:00.000Z`, commit, machine, results };
}

const rate = (p50: number): Measurement => measured("M5", "tasks per second", "/s", p50, { goal: 8_000, more: true });
const time = (p50: number): Measurement => measured("M2", "to the last byte", "ms", p50, { goal: 250, mesos: 1_130 });
const runs = [
  run("allot", 18, "aaaa", [time(400), rate(4_000)]),
  run("Mesos 1.12", 19, "1.12.0", [rate(2_500)]),
  run("allot", 20, "bbbb", [time(200), rate(7_500)]),
];

it("each number is followed over our runs; a peer's stands beside it", () => {
  const all = seriesOf(runs);
  expect(all.map(({ id, ours }) => [id, ours.map(({ run, result }) => [run.commit, result.p50])])).toEqual([
    ["M2", [["aaaa", 400], ["bbbb", 200]]],
    ["M5", [["aaaa", 4_000], ["bbbb", 7_500]]],
  ]);
  expect(all.map(mesosFigure)).toEqual([{ value: 1_130, isMeasured: false }, { value: 2_500, isMeasured: true }]);
});

it("the table says what the newest run measured, what was missed, and with what", () => {
  const text = withTable(readme, runs, seriesOf(runs));
  expect(text).toContain("Measured on 2026-11-20 at commit bbbb: 2 cores of a <fast> one, 24 GiB, Node 20.20.2.");
  expect(text).toContain("| M2 | a workload: to the last byte | 200 ms | ≤ 250 ms | 1,130 ms |");
  expect(text).toContain("| M5 | a workload: tasks per second | 7,500/s, missed | ≥ 8,000/s | 2,500/s, same client |");
  expect(text).not.toContain("old");
  expect(text.endsWith("<!-- bench: end -->\nrest\n")).toBe(true);
  expect(withTable(text, runs, seriesOf(runs)), "made again, it is the same").toBe(text);
});

it("the page stands alone, and a machine's name is only text", () => {
  const html = page(runs, seriesOf(runs));
  expect(html).not.toMatch(/<script|<link|https?:/);
  expect(html).toContain("a &#60;fast&#62; one");
  expect(html.match(/<circle/g)).toHaveLength(4);
  expect(html).toContain('<span class="missed">goal ≥ 8,000/s, missed</span>');
  expect(html).toContain("Mesos 2,500/s (measured): 3.00×");
});

it("a goal is for the median or the 99th percentile, for the most or the least", () => {
  const lines: string[] = [];
  const report = new Report((line) => lines.push(line));
  report.begin({ id: "M0", name: "", run: () => {} });
  const samples = Array.from({ length: 100 }, (_, i) => i);
  report.add("low", "ms", samples, { goal: 60 });
  report.add("low", "ms", samples, { goal: 60, goal_at: "p99" });
  report.add("high", "/s", samples, { goal: 60, more: true });
  expect(report.results.map(meetsGoal)).toEqual([true, false, false]);
  expect(lines.slice(1).map((line) => line.includes("MISSED"))).toEqual([false, true, true]);
});
