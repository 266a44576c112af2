/** The table in the README, between its markers: everything that has a goal, from the newest run. */
import { meetsGoal } from "../harness.ts";
import { OURS, figureOf, mesosFigure } from "./results.ts";
import type { Run, Series } from "./results.ts";
import { machineText, suiteOf, withUnit } from "./text.ts";

const [BEGIN, END] = ["<!-- bench: made by npm run bench -- --report -->", "<!-- bench: end -->"];

/** `readme` with the table of today; an error names what it lacks. */
export function withTable(readme: string, runs: readonly Run[], all: readonly Series[]): string {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from === -1 || to < from) throw new Error(`README.md lacks the markers ${BEGIN} and ${END}`);
  return `${readme.slice(0, from + BEGIN.length)}\n\n${table(runs, all)}\n\n${readme.slice(to)}`;
}

function table(runs: readonly Run[], all: readonly Series[]): string {
  const newest = runs.findLast(({ of }) => of === OURS)!;
  const measured = all.filter(({ ours }) => ours.at(-1)!.run === newest && ours.at(-1)!.result.goal !== undefined);
  // Of the allocator's questions the first answer will do.
  const rows = measured.filter((series) => suiteOf(series.id) === "master" || first(measured, series.id) === series);
  const head = `Measured on ${newest.date.slice(0, 10)} at commit ${newest.commit}: ${machineText(newest.machine)}.`;
  return [head, "", "| | workload | allot | goal | Apache Mesos 1.12 |", "|---|---|---|---|---|", ...rows.map(row)].join("\n");
}

function first(all: readonly Series[], id: string): Series | undefined {
  return all.find((series) => series.id === id);
}

function row(series: Series): string {
  const { unit } = series;
  const { result } = series.ours.at(-1)!;
  const { id, name, metric, goal, goal_at, more = false } = result;
  const mesos = mesosFigure(series);
  const [ours, wanted] = [withUnit(figureOf(result), unit), `${more ? "≥" : "≤"} ${withUnit(goal!, unit)}`];
  const theirs = mesos === undefined ? "" : `${withUnit(mesos.value, unit)}${mesos.isMeasured ? ", same client" : ""}`;
  const notes = [
    meetsGoal(result) ? "" : ", missed", result.client_bound === true ? ", client-bound" : "",
    result.disturbed === true ? ", machine not quiet" : "",
  ];
  const what = `${name}: ${metric.trim()}${goal_at === "p99" ? ", p99" : ""}`.replaceAll("|", "/");
  return `| ${id} | ${what} | ${ours}${notes.join("")} | ${wanted} | ${theirs} |`;
}
