/** Calls that read everything of a kind (CAL-09 to CAL-12, CAL-14). */
import type { Call_Type, Response_GetExecutors_Executor, Response_Type } from "../../model/gen/master.ts";
import type { AgentInfo } from "../../model/gen/mesos.ts";
import type { FrameworkId } from "../../model/id.ts";
import { upgradeResources } from "../../model/reservation-format.ts";
import {
  ResponseCodec, Response_GetExecutors_ExecutorCodec, Response_GetFrameworks_FrameworkCodec,
} from "../../wire/gen/master.ts";
import { AgentInfoCodec } from "../../wire/gen/mesos.ts";
import { mediaTypeName } from "../../wire/v1/media.ts";
import { viewerOf } from "../authorize/viewer.ts";
import type { Viewer } from "../authorize/viewer.ts";
import type { Master } from "../master.ts";
import type { Framework } from "../state/framework.ts";
import type { TaskTable } from "../state/shown-tasks.ts";
import { agentBytes, agentJson, agentMoments } from "../views/agent.ts";
import { frameworkMessage } from "../views/framework.ts";
import { taskBytes, taskJson, taskMoments } from "../views/task.ts";
import type { Verb } from "./api.ts";
import { contentOf, list, lists, short } from "./long.ts";
import type { Part } from "./long.ts";

type Lists = (master: Master, viewer: Viewer) => readonly Part[];

export const READ_STATE_VERBS: Readonly<Partial<Record<Call_Type, Verb>>> = {
  GET_AGENTS: readVerb("GET_AGENTS", agentLists),
  GET_FRAMEWORKS: readVerb("GET_FRAMEWORKS", frameworkLists),
  GET_EXECUTORS: readVerb("GET_EXECUTORS", executorLists),
  GET_TASKS: readVerb("GET_TASKS", taskLists),
  GET_STATE: readVerb("GET_STATE", stateLists),
};

function readVerb(type: Response_Type, listsOf: Lists): Verb {
  return ({ master, request, media }) => {
    const parts = [
      short(ResponseCodec, { type }),
      { name: type.toLowerCase(), parts: listsOf(master, viewerOf(master, request.principal)) },
    ];
    const headers = { "Content-Type": mediaTypeName(media) };
    return { status: 200, headers, content: contentOf(ResponseCodec.shape, parts, media) };
  };
}

export function stateLists(master: Master, viewer: Viewer): readonly Part[] {
  return [
    { name: "get_tasks", parts: taskLists(master, viewer) },
    { name: "get_executors", parts: executorLists(master, viewer) },
    { name: "get_frameworks", parts: frameworkLists(master, viewer) },
    { name: "get_agents", parts: agentLists(master, viewer) },
  ];
}

function taskLists(master: Master, viewer: Viewer): readonly Part[] {
  const frameworks = [...shown(master.frameworks, viewer), ...shown(master.completedFrameworks, viewer)];
  const all = (name: string, table: TaskTable): Part =>
    lists(name, frameworks.map((framework) => taskMoments(framework, table, viewer)), taskJson, taskBytes);
  return [all("tasks", "live"), all("unreachable_tasks", "unreachable"), all("completed_tasks", "completed")];
}

function executorLists(master: Master, viewer: Viewer): readonly Part[] {
  const codec = Response_GetExecutors_ExecutorCodec;
  return [list("executors", executors(master, viewer), codec.toJson, codec.encode)];
}

function executors(master: Master, viewer: Viewer): readonly Response_GetExecutors_Executor[] {
  const found: Response_GetExecutors_Executor[] = [];
  const frameworks = [...shown(master.frameworks, viewer), ...shown(master.completedFrameworks, viewer)];
  for (const { id, info: of, executors: byAgent } of frameworks) {
    for (const [agentId, byId] of byAgent) {
      for (const info of byId.values()) {
        if (!viewer.executor(info, of)) continue;
        const resources = upgradeResources(info.resources ?? []);
        const executor_info = { ...info, framework_id: { value: id }, resources };
        found.push({ executor_info, agent_id: { value: agentId } });
      }
    }
  }
  return found;
}

function frameworkLists(master: Master, viewer: Viewer): readonly Part[] {
  const codec = Response_GetFrameworks_FrameworkCodec;
  const all = (name: string, frameworks: readonly Framework[]): Part => {
    const messages = frameworks.map((framework) => frameworkMessage(master, framework));
    return list(name, messages, (message) => codec.toJson(message()), (message) => codec.encode(message()));
  };
  return [
    all("frameworks", shown(master.frameworks, viewer)),
    all("completed_frameworks", shown(master.completedFrameworks, viewer)),
  ];
}

function agentLists(master: Master, viewer: Viewer): readonly Part[] {
  const moments = agentMoments(master.agents);
  return [
    list("agents", moments, (agent) => agentJson(agent, viewer), (agent) => agentBytes(agent, viewer)),
    list("recovered_agents", recoveredAgents(master, viewer), AgentInfoCodec.toJson, AgentInfoCodec.encode),
  ];
}

function recoveredAgents({ recoveredAgents: all }: Master, viewer: Viewer): readonly AgentInfo[] {
  if (viewer.seesAll) return [...all.values()];
  return Array.from(all.values(), (info) => ({ ...info, resources: viewer.resources(info.resources ?? []) }));
}

function shown(frameworks: ReadonlyMap<FrameworkId, Framework>, viewer: Viewer): readonly Framework[] {
  return [...frameworks.values()].filter(({ info }) => viewer.framework(info));
}
