/** One number over the runs, as an SVG: a dot per commit, the goal and Mesos' figure as lines across. */
import { figureOf, mesosFigure } from "./results.ts";
import type { Series } from "./results.ts";
import { escape, withUnit } from "./text.ts";

const [WIDTH, HEIGHT] = [420, 130];
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 12, 10, 22];

export function chart(series: Series): string {
  const { ours, unit } = series;
  const values = ours.map(({ result }) => figureOf(result));
  const { goal } = ours.at(-1)!.result;
  const mesos = mesosFigure(series)?.value;
  const all = [...values, goal, mesos].filter((value) => value !== undefined && value > 0) as number[];
  if (all.length === 0) return "";
  const [low, high] = [Math.min(...all), Math.max(...all)];
  // Far apart, they are told apart by their logarithms.
  const isLog = high / low > 20;
  const measure = (value: number): number => (isLog ? Math.log(Math.max(value, low / 2)) : value);
  const [from, to] = isLog ? [Math.log(low / 1.5), Math.log(high * 1.5)] : [0, high * 1.1];
  const y = (value: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - (measure(value) - from) / (to - from));
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, ours.length);
  const x = (at: number): number => LEFT + step * (at + 0.5);

  const across = (value: number, name: string): string =>
    `<line class="${name}" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}"/>` +
    `<text class="${name}" x="${LEFT - 6}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${withUnit(value, unit)}</text>`;
  const points = values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
  const dots = ours.map(({ run, result }, at) => {
    const [cx, cy] = points[at]!.split(",");
    const tip = `${run.commit}, ${run.date.slice(0, 10)}: ${withUnit(figureOf(result), unit)}`;
    return `<circle cx="${cx}" cy="${cy}" r="4"><title>${escape(tip)}</title></circle>`;
  });
  const names = ours.length > 8 ? [] : ours.map(({ run }, at) =>
    `<text class="axis" x="${x(at).toFixed(1)}" y="${HEIGHT - 6}" text-anchor="middle">${escape(run.commit)}</text>`);
  return (
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escape(series.metric)} over commits">` +
    `<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${HEIGHT - BOTTOM}" y2="${HEIGHT - BOTTOM}"/>` +
    (goal === undefined ? "" : across(goal, "goal")) + (mesos === undefined ? "" : across(mesos, "mesos")) +
    `<polyline points="${points.join(" ")}"/>${dots.join("")}${names.join("")}</svg>`
  );
}
