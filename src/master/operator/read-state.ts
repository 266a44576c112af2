/**
 * Calls that read everything of a kind (CAL-09 to CAL-12, CAL-14). As JSON they answer in pieces, and a list that is empty is
 * shown all the same; as protobuf they answer in one message.
 */
import type {
  Call_Type, Response_GetAgents, Response_GetExecutors, Response_GetExecutors_Executor, Response_GetFrameworks,
  Response_GetState, Response_GetTasks, Response_Type,
} from "../../model/gen/master.ts";
import type { AgentInfo } from "../../model/gen/mesos.ts";
import type { FrameworkId } from "../../model/id.ts";
import { upgradeResources } from "../../model/reservation-format.ts";
import { Response_GetExecutors_ExecutorCodec, Response_GetFrameworks_FrameworkCodec } from "../../wire/gen/master.ts";
import { AgentInfoCodec } from "../../wire/gen/mesos.ts";
import type { OperatorResponse } from "../../wire/v1/operator.ts";
import { viewerOf } from "../authorize/viewer.ts";
import type { Viewer } from "../authorize/viewer.ts";
import type { HttpResponse, Piece } from "../event.ts";
import type { Master } from "../master.ts";
import type { Framework } from "../state/framework.ts";
import type { Task } from "../state/task.ts";
import { agentMessage, agentMessagePiece } from "../views/agent.ts";
import { pushList } from "../views/answer.ts";
import { frameworkMessage } from "../views/framework.ts";
import { taskMessage, taskMessagePiece } from "../views/task.ts";
import type { Verb } from "./api.ts";
import { respond } from "./respond.ts";

export const READ_STATE_VERBS = {
  GET_AGENTS: readVerb("GET_AGENTS", "get_agents", pushAgents, (master, viewer) => ({ get_agents: getAgents(master, viewer) })),
  GET_FRAMEWORKS: readVerb("GET_FRAMEWORKS", "get_frameworks", pushFrameworks, (master, viewer) => ({
    get_frameworks: getFrameworks(master, viewer),
  })),
  GET_EXECUTORS: readVerb("GET_EXECUTORS", "get_executors", pushExecutors, (master, viewer) => ({
    get_executors: getExecutors(master, viewer),
  })),
  GET_TASKS: readVerb("GET_TASKS", "get_tasks", pushTasks, (master, viewer) => ({ get_tasks: getTasks(master, viewer) })),
  GET_STATE: readVerb("GET_STATE", "get_state", pushState, (master, viewer) => ({ get_state: getState(master, viewer) })),
} satisfies Readonly<Partial<Record<Call_Type, Verb>>>;

type Push = (pieces: Piece[], master: Master, viewer: Viewer) => void;

function readVerb(
  type: Response_Type, field: string, push: Push, whole: (master: Master, viewer: Viewer) => OperatorResponse,
): Verb {
  return ({ master, request, media }): HttpResponse => {
    const viewer = viewerOf(master, request.principal);
    if (media === "protobuf") return respond({ type, ...whole(master, viewer) }, media);
    const pieces: Piece[] = [`{"type":"${type}","${field}":`];
    push(pieces, master, viewer);
    pieces.push("}");
    return { status: 200, headers: { "Content-Type": "application/json" }, pieces };
  };
}

/** The state as v1 JSON. */
export function pushState(pieces: Piece[], master: Master, viewer: Viewer): void {
  pieces.push('{"get_tasks":');
  pushTasks(pieces, master, viewer);
  pieces.push(',"get_executors":');
  pushExecutors(pieces, master, viewer);
  pieces.push(',"get_frameworks":');
  pushFrameworks(pieces, master, viewer);
  pieces.push(',"get_agents":');
  pushAgents(pieces, master, viewer);
  pieces.push("}");
}

export function getState(master: Master, viewer: Viewer): Response_GetState {
  return {
    get_tasks: getTasks(master, viewer),
    get_executors: getExecutors(master, viewer),
    get_frameworks: getFrameworks(master, viewer),
    get_agents: getAgents(master, viewer),
  };
}

function pushTasks(pieces: Piece[], master: Master, viewer: Viewer): void {
  const lists = taskLists(master, viewer);
  pieces.push('{"tasks":');
  pushList(pieces, lists.tasks.map(taskMessagePiece));
  pieces.push(',"unreachable_tasks":');
  pushList(pieces, lists.unreachable_tasks.map(taskMessagePiece));
  pieces.push(',"completed_tasks":');
  pushList(pieces, lists.completed_tasks.map(taskMessagePiece));
  pieces.push("}");
}

function getTasks(master: Master, viewer: Viewer): Response_GetTasks {
  const { tasks, unreachable_tasks, completed_tasks } = taskLists(master, viewer);
  const messages = (list: readonly Task[]) => list.map((task) => taskMessage(task));
  return {
    tasks: messages(tasks), unreachable_tasks: messages(unreachable_tasks), completed_tasks: messages(completed_tasks),
  };
}

function taskLists(master: Master, viewer: Viewer) {
  const lists = { tasks: [] as Task[], unreachable_tasks: [] as Task[], completed_tasks: [] as Task[] };
  for (const { info, tasks, unreachableTasks, completedTasks } of everyFramework(master, viewer)) {
    for (const task of tasks.values()) if (viewer.task(task, info)) lists.tasks.push(task);
    for (const task of unreachableTasks.values()) if (viewer.task(task, info)) lists.unreachable_tasks.push(task);
    for (const task of completedTasks) if (viewer.task(task, info)) lists.completed_tasks.push(task);
  }
  return lists;
}

function pushExecutors(pieces: Piece[], master: Master, viewer: Viewer): void {
  pieces.push('{"executors":');
  pushList(pieces, executors(master, viewer).map((one) => () => Response_GetExecutors_ExecutorCodec.toJson(one)));
  pieces.push("}");
}

function getExecutors(master: Master, viewer: Viewer): Response_GetExecutors {
  return { executors: executors(master, viewer) };
}

function executors(master: Master, viewer: Viewer): readonly Response_GetExecutors_Executor[] {
  const found: Response_GetExecutors_Executor[] = [];
  for (const { id, info: of, executors: byAgent } of everyFramework(master, viewer)) {
    for (const [agentId, byId] of byAgent) {
      for (const info of byId.values()) {
        if (!viewer.executor(info, of)) continue;
        const resources = upgradeResources(info.resources ?? []);
        found.push({ executor_info: { ...info, framework_id: { value: id }, resources }, agent_id: { value: agentId } });
      }
    }
  }
  return found;
}

function pushFrameworks(pieces: Piece[], master: Master, viewer: Viewer): void {
  const list = (all: Iterable<Framework>): Piece[] => Array.from(all, (framework) => {
    const message = frameworkMessage(master, framework);
    return () => Response_GetFrameworks_FrameworkCodec.toJson(message());
  });
  pieces.push('{"frameworks":');
  pushList(pieces, list(shown(master.frameworks, viewer)));
  pieces.push(',"completed_frameworks":');
  pushList(pieces, list(shown(master.completedFrameworks, viewer)));
  pieces.push("}");
}

function getFrameworks(master: Master, viewer: Viewer): Response_GetFrameworks {
  const list = (all: Iterable<Framework>) => Array.from(all, (framework) => frameworkMessage(master, framework)());
  return {
    frameworks: list(shown(master.frameworks, viewer)),
    completed_frameworks: list(shown(master.completedFrameworks, viewer)),
  };
}

function pushAgents(pieces: Piece[], master: Master, viewer: Viewer): void {
  pieces.push('{"agents":');
  pushList(pieces, Array.from(master.agents.values(), (agent) => agentMessagePiece(agent, viewer)));
  pieces.push(',"recovered_agents":');
  pushList(pieces, recoveredAgents(master, viewer).map((info) => () => AgentInfoCodec.toJson(info)));
  pieces.push("}");
}

function getAgents(master: Master, viewer: Viewer): Response_GetAgents {
  return { agents: Array.from(master.agents.values(), (agent) => agentMessage(agent, viewer)), recovered_agents: recoveredAgents(master, viewer) };
}

function recoveredAgents({ recoveredAgents: all }: Master, viewer: Viewer): readonly AgentInfo[] {
  if (viewer.seesAll) return [...all.values()];
  return Array.from(all.values(), (info) => ({ ...info, resources: viewer.resources(info.resources ?? []) }));
}

/** Live frameworks, then completed ones. */
function everyFramework({ frameworks, completedFrameworks }: Master, viewer: Viewer): readonly Framework[] {
  return [...shown(frameworks, viewer), ...shown(completedFrameworks, viewer)];
}

function shown(frameworks: ReadonlyMap<FrameworkId, Framework>, viewer: Viewer): readonly Framework[] {
  return [...frameworks.values()].filter(({ info }) => viewer.framework(info));
}
