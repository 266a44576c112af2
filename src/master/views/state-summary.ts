/** GET /state-summary: agents and frameworks, and how many tasks each has in which state (EPM-12, JSN-13). */
import type { TaskState } from "../../model/gen/mesos.ts";
import type { AgentId, FrameworkId } from "../../model/id.ts";
import { viewerOf } from "../authorize/viewer.ts";
import type { HttpRequest, HttpResponse, Piece } from "../event.ts";
import type { Master } from "../master.ts";
import type { Framework } from "../state/framework.ts";
import type { Task } from "../state/task.ts";
import { agentMembers } from "./agent.ts";
import { answerPieces, pushList } from "./answer.ts";
import { briefFramework } from "./framework.ts";
import { members, optional, string, strings } from "./json.ts";

/** In the order they are shown; tasks in newer states are not. */
const SHOWN: readonly TaskState[] = [
  "TASK_STAGING", "TASK_STARTING", "TASK_RUNNING", "TASK_KILLING", "TASK_FINISHED", "TASK_KILLED", "TASK_FAILED", "TASK_LOST",
  "TASK_ERROR", "TASK_UNREACHABLE",
];

/** Tasks of one agent or framework, and the frameworks or agents they belong to. */
interface Count<Id> {
  readonly states: Map<TaskState, number>;
  readonly others: Set<Id>;
}

export function stateSummary(master: Master, request: HttpRequest): HttpResponse {
  const { options } = master;
  const viewer = viewerOf(master, request.principal);
  const { byAgent, byFramework } = countTasks(master);
  const head = members([["hostname", string(options.hostname)], optional("cluster", options.cluster, string)]);
  const pieces: Piece[] = [`{${head},"slaves":`];
  pushList(pieces, Array.from(master.agents.values(), (agent) =>
    summary(agentMembers(agent, viewer), byAgent.get(agent.id), "framework_ids")));
  pieces.push(',"frameworks":');
  const frameworks = [...master.frameworks.values()].filter(({ info }) => viewer.framework(info));
  pushList(pieces, frameworks.map((framework) =>
    summary(briefFramework(framework), byFramework.get(framework.id), "slave_ids")));
  pieces.push("}");
  return answerPieces(request, pieces);
}

/** Every task that registered frameworks remember. */
function countTasks({ frameworks }: Master) {
  const byAgent = new Map<AgentId, Count<FrameworkId>>();
  const byFramework = new Map<FrameworkId, Count<AgentId>>();
  for (const framework of frameworks.values()) {
    const own: Count<AgentId> = { states: new Map(), others: new Set() };
    byFramework.set(framework.id, own);
    for (const { state, agentId } of tasksOf(framework)) {
      let there = byAgent.get(agentId);
      if (there === undefined) byAgent.set(agentId, (there = { states: new Map(), others: new Set() }));
      add(own, state, agentId);
      add(there, state, framework.id);
    }
  }
  return { byAgent, byFramework };
}

/** All tasks of a framework: live ones, unreachable ones, and the newest of those that are over. */
export function* tasksOf({ tasks, unreachableTasks, completedTasks }: Framework): Generator<Task> {
  yield* tasks.values();
  yield* unreachableTasks.values();
  yield* completedTasks;
}

function add<Id>({ states, others }: Count<Id>, state: TaskState, other: Id): void {
  states.set(state, (states.get(state) ?? 0) + 1);
  others.add(other);
}

function summary<Id extends string>(first: Piece, count: Count<Id> | undefined, othersName: string): Piece {
  return () => {
    const counted = members([
      ...SHOWN.map((state) => [state, String(count?.states.get(state) ?? 0)] as const),
      [othersName, strings(count?.others ?? [])],
    ]);
    return `{${typeof first === "string" ? first : first()},${counted}}`;
  };
}
