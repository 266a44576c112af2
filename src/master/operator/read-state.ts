/**
 * Calls that read everything of a kind (CAL-09 to CAL-12, CAL-14). As JSON they answer in pieces, and a list that is empty is
 * shown all the same; as protobuf they answer in one message.
 */
import type {
  Call_Type, Response_GetAgents, Response_GetExecutors, Response_GetExecutors_Executor, Response_GetFrameworks,
  Response_GetState, Response_GetTasks, Response_Type,
} from "../../model/gen/master.ts";
import type { AgentInfo } from "../../model/gen/mesos.ts";
import { upgradeResources } from "../../model/reservation-format.ts";
import { Response_GetExecutors_ExecutorCodec, Response_GetFrameworks_FrameworkCodec } from "../../wire/gen/master.ts";
import { AgentInfoCodec } from "../../wire/gen/mesos.ts";
import type { OperatorResponse } from "../../wire/v1/operator.ts";
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
  GET_AGENTS: readVerb("GET_AGENTS", "get_agents", pushAgents, (master) => ({ get_agents: getAgents(master) })),
  GET_FRAMEWORKS: readVerb("GET_FRAMEWORKS", "get_frameworks", pushFrameworks, (master) => ({
    get_frameworks: getFrameworks(master),
  })),
  GET_EXECUTORS: readVerb("GET_EXECUTORS", "get_executors", pushExecutors, (master) => ({
    get_executors: getExecutors(master),
  })),
  GET_TASKS: readVerb("GET_TASKS", "get_tasks", pushTasks, (master) => ({ get_tasks: getTasks(master) })),
  GET_STATE: readVerb("GET_STATE", "get_state", pushState, (master) => ({ get_state: getState(master) })),
} satisfies Readonly<Partial<Record<Call_Type, Verb>>>;

type Push = (pieces: Piece[], master: Master) => void;

function readVerb(
  type: Response_Type, field: string, push: Push, whole: (master: Master) => OperatorResponse,
): Verb {
  return ({ master, media }): HttpResponse => {
    if (media === "protobuf") return respond({ type, ...whole(master) }, media);
    const pieces: Piece[] = [`{"type":"${type}","${field}":`];
    push(pieces, master);
    pieces.push("}");
    return { status: 200, headers: { "Content-Type": "application/json" }, pieces };
  };
}

/** The state as v1 JSON. */
export function pushState(pieces: Piece[], master: Master): void {
  pieces.push('{"get_tasks":');
  pushTasks(pieces, master);
  pieces.push(',"get_executors":');
  pushExecutors(pieces, master);
  pieces.push(',"get_frameworks":');
  pushFrameworks(pieces, master);
  pieces.push(',"get_agents":');
  pushAgents(pieces, master);
  pieces.push("}");
}

export function getState(master: Master): Response_GetState {
  return {
    get_tasks: getTasks(master),
    get_executors: getExecutors(master),
    get_frameworks: getFrameworks(master),
    get_agents: getAgents(master),
  };
}

function pushTasks(pieces: Piece[], master: Master): void {
  const lists = taskLists(master);
  pieces.push('{"tasks":');
  pushList(pieces, lists.tasks.map(taskMessagePiece));
  pieces.push(',"unreachable_tasks":');
  pushList(pieces, lists.unreachable_tasks.map(taskMessagePiece));
  pieces.push(',"completed_tasks":');
  pushList(pieces, lists.completed_tasks.map(taskMessagePiece));
  pieces.push("}");
}

function getTasks(master: Master): Response_GetTasks {
  const { tasks, unreachable_tasks, completed_tasks } = taskLists(master);
  const messages = (list: readonly Task[]) => list.map((task) => taskMessage(task));
  return {
    tasks: messages(tasks), unreachable_tasks: messages(unreachable_tasks), completed_tasks: messages(completed_tasks),
  };
}

function taskLists(master: Master) {
  const lists = { tasks: [] as Task[], unreachable_tasks: [] as Task[], completed_tasks: [] as Task[] };
  for (const framework of everyFramework(master)) {
    for (const task of framework.tasks.values()) lists.tasks.push(task);
    for (const task of framework.unreachableTasks.values()) lists.unreachable_tasks.push(task);
    for (const task of framework.completedTasks) lists.completed_tasks.push(task);
  }
  return lists;
}

function pushExecutors(pieces: Piece[], master: Master): void {
  pieces.push('{"executors":');
  pushList(pieces, executors(master).map((one) => () => Response_GetExecutors_ExecutorCodec.toJson(one)));
  pieces.push("}");
}

function getExecutors(master: Master): Response_GetExecutors {
  return { executors: executors(master) };
}

function executors(master: Master): readonly Response_GetExecutors_Executor[] {
  const found: Response_GetExecutors_Executor[] = [];
  for (const { id, executors: byAgent } of everyFramework(master)) {
    for (const [agentId, byId] of byAgent) {
      for (const info of byId.values()) {
        const resources = upgradeResources(info.resources ?? []);
        found.push({ executor_info: { ...info, framework_id: { value: id }, resources }, agent_id: { value: agentId } });
      }
    }
  }
  return found;
}

function pushFrameworks(pieces: Piece[], master: Master): void {
  const list = (all: Iterable<Framework>): Piece[] => Array.from(all, (framework) => {
    const message = frameworkMessage(master, framework);
    return () => Response_GetFrameworks_FrameworkCodec.toJson(message());
  });
  pieces.push('{"frameworks":');
  pushList(pieces, list(master.frameworks.values()));
  pieces.push(',"completed_frameworks":');
  pushList(pieces, list(master.completedFrameworks.values()));
  pieces.push("}");
}

function getFrameworks(master: Master): Response_GetFrameworks {
  const list = (all: Iterable<Framework>) => Array.from(all, (framework) => frameworkMessage(master, framework)());
  return {
    frameworks: list(master.frameworks.values()),
    completed_frameworks: list(master.completedFrameworks.values()),
  };
}

function pushAgents(pieces: Piece[], master: Master): void {
  pieces.push('{"agents":');
  pushList(pieces, Array.from(master.agents.values(), agentMessagePiece));
  pieces.push(',"recovered_agents":');
  pushList(pieces, recoveredAgents(master).map((info) => () => AgentInfoCodec.toJson(info)));
  pieces.push("}");
}

function getAgents(master: Master): Response_GetAgents {
  return { agents: Array.from(master.agents.values(), agentMessage), recovered_agents: recoveredAgents(master) };
}

function recoveredAgents({ recoveredAgents: all }: Master): readonly AgentInfo[] {
  return [...all.values()];
}

/** Live frameworks, then completed ones. */
function everyFramework({ frameworks, completedFrameworks }: Master): readonly Framework[] {
  return [...frameworks.values(), ...completedFrameworks.values()];
}
