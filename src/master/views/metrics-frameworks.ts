/** Metrics of each framework, live or completed (MET-35 to MET-43). */
import type { TaskState } from "../../model/gen/mesos.ts";
import { isTerminalTask } from "../../model/task-state.ts";
import { Offer_Operation_Type, TaskState as TaskStates } from "../../wire/gen/shapes/mesos.ts";
import { Call_Type, Event_Type } from "../../wire/gen/shapes/scheduler.ts";
import type { Master } from "../master.ts";
import { isConnected } from "../state/framework.ts";
import type { Framework } from "../state/framework.ts";

type Entry = readonly [name: string, value: number];

const kinds = (shape: { readonly numbers: Readonly<Record<string, number>> }): readonly string[] =>
  Object.keys(shape.numbers).filter((name) => name !== "UNKNOWN").map((name) => name.toLowerCase());

const STATES = Object.keys(TaskStates.numbers) as readonly TaskState[];

/** What is counted, in the order of the names; all of it exists from the start. */
const COUNTERS: readonly string[] = [
  "calls", ...kinds(Call_Type).map((type) => `calls/${type}`),
  "events", ...kinds(Event_Type).map((type) => `events/${type}`),
  ...["accepted", "declined", "rescinded", "sent"].map((what) => `offers/${what}`),
  "operations", ...kinds(Offer_Operation_Type).map((type) => `operations/${type}`),
].sort();
const TERMINAL = STATES.filter(isTerminalTask).map((state) => `tasks/terminal/${state.toLowerCase()}`).sort();
const ACTIVE = STATES.filter((state) => !isTerminalTask(state)).sort();

/** In the order of their names; none with --publish_per_framework_metrics=false. */
export function frameworkMetrics({ frameworks, completedFrameworks, options }: Master): readonly Entry[] {
  if (options.flags["publish_per_framework_metrics"] === "false") return [];
  const blocks = [...frameworks.values(), ...completedFrameworks.values()].map((framework) => ({
    prefix: `master/frameworks/${encodeName(framework.info.name)}/${framework.id}/`,
    framework,
  }));
  blocks.sort((left, right) => (left.prefix < right.prefix ? -1 : 1));
  return blocks.flatMap(({ prefix, framework }) => entriesOf(prefix, framework));
}

function entriesOf(prefix: string, framework: Framework): readonly Entry[] {
  const { counters, roles, suppressedRoles, unreachableTasks } = framework;
  const states = new Map<TaskState, number>([["TASK_UNREACHABLE", unreachableTasks.size], ...framework.taskStates]);
  const entries: Entry[] = [];
  for (const name of COUNTERS) entries.push([prefix + name, counters.get(name) ?? 0]);
  for (const role of roles.toSorted()) {
    entries.push([`${prefix}roles/${role}/suppressed`, suppressedRoles.has(role) ? 1 : 0]);
  }
  entries.push([`${prefix}subscribed`, isConnected(framework) ? 1 : 0]);
  for (const state of ACTIVE) entries.push([`${prefix}tasks/active/${state.toLowerCase()}`, states.get(state) ?? 0]);
  for (const name of TERMINAL) entries.push([prefix + name, counters.get(name) ?? 0]);
  return entries;
}

/** Percent-encoded, so that a name can hold a slash or a space. */
function encodeName(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, "\ufffd")).replaceAll("~", "%7E");
}
