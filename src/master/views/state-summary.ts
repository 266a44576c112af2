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
import { answerPieces, pushList } from "./answer.ts";
import { briefFramework } from "./framework.ts";
import { members, optional, string, strings } from "./json.ts";

/** In the order they are shown; tasks in newer states are not. */
const SHOWN: readonly TaskState[] = [
  "TASK_STAGING", "TASK_STARTING", "TASK_RUNNING", "TASK_KILLING", "TASK_FINISHED", "TASK_KILLED", "TASK_FAILED",
  "TASK_LOST", "TASK_ERROR", "TASK_UNREACHABLE",
];

export function stateSummary(master: Master, request: HttpRequest): HttpResponse {
  const { options } = master;
  const viewer = viewerOf(master, request.principal);
  const { onAgents, ofFrameworks } = countTasks(master);
  const agents = Array.from(master.agents.values(), (agent) => ({
    moment: agentMoment(agent), ...(onAgents.get(agent.id) ?? NONE),
  }));
  const frameworks = [...master.frameworks.values()]
    .filter(({ info }) => viewer.framework(info))
    .map((framework) => ({ text: briefFramework(framework), ...ofFrameworks.get(framework.id)! }));

  const head = members([["hostname", string(options.hostname)], optional("cluster", options.cluster, string)]);
  const pieces: Piece[] = [`{${head},"slaves":`];
  pushList(pieces, agents, (agent) =>
    `{${agentMembers(agent.moment, viewer)},${counted(agent.states)},"framework_ids":${strings(agent.others)}}`);
  pieces.push(',"frameworks":');
  pushList(pieces, frameworks, (framework) =>
    `{${framework.text()},${counted(framework.states)},"slave_ids":${strings(framework.others)}}`);
  pieces.push("}");
  return answerPieces(request, pieces);
}

/** Tasks of one agent or framework by state, and the frameworks or agents they belong to. */
interface Count<Id> {
  readonly states: Map<TaskState, number>;
  readonly others: Set<Id>;
}

const NONE: Count<never> = { states: new Map(), others: new Set() };

/** Every task that registered frameworks remember. How the live ones are is known; the others are counted. */
function countTasks({ agents, frameworks }: Master) {
  const onAgents = new Map<AgentId, Count<FrameworkId>>();
  const ofFrameworks = new Map<FrameworkId, Count<AgentId>>();
  for (const { id, taskStates } of frameworks.values()) {
    ofFrameworks.set(id, { states: new Map(taskStates), others: new Set() });
  }
  for (const { id, tasks, taskStates } of agents.values()) {
    if (tasks.size === 0) continue;
    onAgents.set(id, { states: new Map(taskStates), others: new Set(tasks.keys()) });
    for (const framework of tasks.keys()) ofFrameworks.get(framework)?.others.add(id);
  }
  for (const framework of frameworks.values()) {
    const own = ofFrameworks.get(framework.id)!;
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

function counted(states: ReadonlyMap<TaskState, number>): string {
  return members(SHOWN.map((state) => [state, String(states.get(state) ?? 0)] as const));
}
