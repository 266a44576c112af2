/** GET /state-summary: agents and frameworks, and how many tasks each has in which state (EPM-12, JSN-13). */
import type { TaskState } from "../../model/gen/mesos.ts";
import type { AgentId, FrameworkId } from "../../model/id.ts";
import type { Piece } from "../../wire/pieces.ts";
import { viewerOf } from "../authorize/viewer.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { agentMoment } from "../state/agent.ts";
import type { Framework } from "../state/framework.ts";
import type { Task } from "../state/task.ts";
import { agentMembers } from "./agent.ts";
import { answerPieces } from "./answer.ts";
import { briefFramework } from "./framework.ts";
import { members, optional, string, strings } from "./json.ts";

/** In the order they are shown; tasks in newer states are not. */
const SHOWN: readonly TaskState[] = [
  "TASK_STAGING", "TASK_STARTING", "TASK_RUNNING", "TASK_KILLING", "TASK_FINISHED", "TASK_KILLED", "TASK_FAILED",
  "TASK_LOST", "TASK_ERROR", "TASK_UNREACHABLE",
];

const COLUMNS: ReadonlyMap<TaskState, number> = new Map(SHOWN.map((state, column) => [state, column]));

export function stateSummary(master: Master, request: HttpRequest): HttpResponse {
  const { options } = master;
  const viewer = viewerOf(master, request.principal);
  const past = pastTasks(master);
  const agents = [...master.agents.values()];
  const moments = agents.map(agentMoment);
  const counts = new Uint32Array(agents.length * SHOWN.length);
  agents.forEach((agent, i) => count(counts, i, agent, past.onAgents.get(agent.id)));
  const frameworks = [...master.frameworks.values()].filter(({ info }) => viewer.framework(info));
  const texts = frameworks.map(briefFramework);
  const ofFrameworks = new Uint32Array(frameworks.length * SHOWN.length);
  frameworks.forEach((framework, i) => count(ofFrameworks, i, framework, past.ofFrameworks.get(framework.id)));
  const taskFrameworks = agents.map(({ tasks }) => [...tasks.keys()]);
  /** Agents with tasks by framework: known when the agents are written, and they come first. */
  const taskAgents = new Map<FrameworkId, Set<AgentId>>(frameworks.map(({ id }) => [id, new Set()]));

  const head = members([["hostname", string(options.hostname)], optional("cluster", options.cluster, string)]);
  const pieces: Piece[] = [`{${head},"slaves":[`];
  pieces.push({
    length: agents.length,
    at: (i) => {
      const { id } = agents[i]!;
      for (const framework of taskFrameworks[i]!) taskAgents.get(framework)?.add(id);
      const others = union(taskFrameworks[i]!, past.onAgents.get(id)?.others);
      return `{${agentMembers(moments[i]!, viewer)},${counted(counts, i)},"framework_ids":${strings(others)}}`;
    },
  });
  pieces.push('],"frameworks":[', {
    length: frameworks.length,
    at: (i) => {
      const { id } = frameworks[i]!;
      const others = union(taskAgents.get(id)!, past.ofFrameworks.get(id)?.others);
      return `{${texts[i]!()},${counted(ofFrameworks, i)},"slave_ids":${strings(others)}}`;
    },
  }, "]}");
  return answerPieces(request, pieces);
}

/** Tasks of one agent or framework by state, and the frameworks or agents they belong to. */
interface Count<Id> {
  readonly states: Map<TaskState, number>;
  readonly others: Set<Id>;
}

/** Every task that registered frameworks remember and that is not live any more. */
function pastTasks({ frameworks }: Master) {
  const onAgents = new Map<AgentId, Count<FrameworkId>>();
  const ofFrameworks = new Map<FrameworkId, Count<AgentId>>();
  for (const framework of frameworks.values()) {
    const own: Count<AgentId> = { states: new Map(), others: new Set() };
    ofFrameworks.set(framework.id, own);
    for (const { state, agentId } of pastTasksOf(framework)) {
      let there = onAgents.get(agentId);
      if (there === undefined) onAgents.set(agentId, (there = { states: new Map(), others: new Set() }));
      add(own, state, agentId);
      add(there, state, framework.id);
    }
  }
  return { onAgents, ofFrameworks };
}

function* pastTasksOf({ unreachableTasks, completedTasks }: Framework): Generator<Task> {
  yield* unreachableTasks.values();
  yield* completedTasks;
}

function add<Id>({ states, others }: Count<Id>, state: TaskState, other: Id): void {
  states.set(state, (states.get(state) ?? 0) + 1);
  others.add(other);
}

/** Writes into a row of the table how many live and past tasks are in each of the states that are shown. */
function count(
  table: Uint32Array, row: number, { taskStates }: Pick<Framework, "taskStates">, past: Count<unknown> | undefined,
): void {
  const add = (number: number, state: TaskState): void => {
    const column = COLUMNS.get(state);
    if (column !== undefined) table[row * SHOWN.length + column]! += number;
  };
  taskStates.forEach(add);
  past?.states.forEach(add);
}

function union<Id extends string>(some: Iterable<Id>, others: ReadonlySet<Id> | undefined): Iterable<Id> {
  return others === undefined || others.size === 0 ? some : new Set([...some, ...others]);
}

function counted(table: Uint32Array, row: number): string {
  return members(SHOWN.map((state, column) => [state, String(table[row * SHOWN.length + column])] as const));
}
