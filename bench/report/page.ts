/** bench/report.html: each workload, ours beside Mesos and the goal, over commits. One file that needs nothing else. */
import { meetsGoal } from "../harness.ts";
import { chart } from "./chart.ts";
import { OURS, figureOf, mesosFigure } from "./results.ts";
import type { Run, Series } from "./results.ts";
import { escape, machineText, suiteOf, withUnit } from "./text.ts";

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2129; --soft: #667085; --line: #e2e6ec; --page: #f6f7f9; --card: #fff;
  --ours: #2563eb; --goal: #16803c; --mesos: #c2410c; --missed: #b42318; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ec; --soft: #98a2b3; --line: #30363f; --page: #14171c;
  --card: #1c2027; --ours: #7aa2ff; --goal: #5bc983; --mesos: #f79a63; --missed: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem clamp(1rem, 4vw, 4rem) 4rem; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.7rem; margin: 0; } h2 { margin: 2.5rem 0 1rem; font-size: 1.25rem; }
p { max-width: 60rem; color: var(--soft); margin: .5rem 0; }
code { font-size: .92em; }
.cards { display: grid; gap: 1rem; align-items: start; grid-template-columns: repeat(auto-fill, minmax(min(27rem, 100%), 1fr)); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.1rem; }
.card h3 { margin: 0 0 .6rem; font-size: 1rem; font-weight: 600; } .card h3 b { color: var(--ours); margin-right: .4rem; }
.metric { border-top: 1px solid var(--line); padding: .6rem 0 .3rem; }
.metric > div { display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: baseline; }
.metric .what { flex: 1 1 100%; color: var(--soft); }
.big { font-size: 1.35rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.met { color: var(--goal); } .missed { color: var(--missed); } .mesos { color: var(--mesos); } .soft { color: var(--soft); }
.bound { color: var(--missed); font-weight: 600; }
svg { width: 100%; height: auto; margin-top: .3rem; font: 10.5px system-ui, sans-serif; }
svg circle { fill: var(--ours); } svg polyline { fill: none; stroke: var(--ours); stroke-width: 2; }
svg line.axis { stroke: var(--line); } svg text.axis { fill: var(--soft); }
svg line.goal { stroke: var(--goal); stroke-dasharray: 5 4; } svg text.goal { fill: var(--goal); }
svg line.mesos { stroke: var(--mesos); stroke-dasharray: 2 3; } svg text.mesos { fill: var(--mesos); }
details summary { cursor: pointer; color: var(--soft); margin: .5rem 0; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
td, th { text-align: left; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--line); }
`;

export function page(runs: readonly Run[], all: readonly Series[]): string {
  const newest = runs.findLast(({ of }) => of === OURS)!;
  const part = (suite: "master" | "allocator", title: string, about: string): string => {
    const of = all.filter(({ id }) => suiteOf(id) === suite);
    const ids = [...new Set(of.map(({ id }) => id))];
    const cards = ids.map((id) => card(of.filter((series) => series.id === id)));
    return cards.length === 0 ? "" : `<h2>${title}</h2><p>${about}</p><div class="cards">${cards.join("")}</div>`;
  };
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>allot: benchmarks</title><style>${STYLE}</style></head><body>
<h1>allot: benchmarks</h1>
<p>Newest run: ${newest.date.slice(0, 10)}, commit <code>${escape(newest.commit)}</code>, ${escape(machineText(newest.machine))}.
Medians, unless it says p99. <span class="met">Dashed: the goal.</span>
<span class="mesos">Dotted: Apache Mesos 1.12</span>, recorded before on this class of machine, or measured by the same client
where it says so.</p>
${part("master", "The master", "A real master on one core, driven over real sockets by one client process on another.")}
${part("allocator", "The allocator", "Mesos' own benchmarks of its allocator, and what they leave out.")}
<h2>Runs</h2><table><tr><th>date</th><th>of</th><th>commit</th><th>machine</th></tr>
${[...runs].reverse().map(row).join("\n")}</table>
</body></html>
`;
}

function row({ date, of, commit, machine }: Run): string {
  const cells = [date.slice(0, 16).replace("T", " "), of, commit, machineText(machine)];
  return `<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join("")}</tr>`;
}

function card(of: readonly Series[]): string {
  const { id, name } = of[0]!.ours.at(-1)!.result;
  const isMain = ({ ours }: Series): boolean => ours.at(-1)!.result.goal !== undefined;
  const main = of.some(isMain) ? of.filter(isMain) : of.slice(0, 1);
  const rest = of.filter((series) => !main.includes(series));
  const more = rest.length === 0 ? "" :
    `<details><summary>${rest.length} more</summary>${rest.map(metric).join("")}</details>`;
  return `<section class="card"><h3><b>${escape(id)}</b>${escape(name)}</h3>${main.map(metric).join("")}${more}</section>`;
}

function metric(series: Series): string {
  const { unit } = series;
  const { result } = series.ours.at(-1)!;
  const { goal, goal_at = "p50", more = false, n, p50, p99, client_cpu, client_bound = false } = result;
  const value = figureOf(result);
  const mesos = mesosFigure(series);
  const facts: string[] = [`<span class="big">${withUnit(value, unit)}</span>`];
  if (goal !== undefined) {
    const isMet = meetsGoal(result);
    const text = `goal ${more ? "≥" : "≤"} ${withUnit(goal, unit)}`;
    facts.push(isMet ? `<span class="met">${text}</span>` : `<span class="missed">${text}, missed</span>`);
  }
  if (mesos !== undefined) {
    const factor = more ? value / mesos.value : mesos.value / value;
    const how = mesos.isMeasured ? "measured" : "recorded";
    facts.push(`<span class="mesos">Mesos ${withUnit(mesos.value, unit)} (${how}): ${withUnit(factor, "x")}</span>`);
  }
  const other = goal_at === "p99" ? `p50 ${withUnit(p50, unit)}` : `p99 ${withUnit(p99, unit)}`;
  if (n > 1) facts.push(`<span class="soft">${other}, n ${n}</span>`);
  if (client_cpu !== undefined) {
    const text = `client ${Math.round(100 * client_cpu)} % of its core`;
    facts.push(`<span class="${client_bound ? "bound" : "soft"}">${text}${client_bound ? ": client-bound" : ""}</span>`);
  }
  if (result.disturbed === true) facts.push('<span class="bound">the machine was not quiet</span>');
  const name = `${result.metric.trim()}${goal_at === "p99" ? " (p99)" : ""}`;
  return `<div class="metric"><div><span class="what">${escape(name)}</span>${facts.join("")}</div>${chart(series)}</div>`;
}
