/**
 * Bodies of the answers that list frameworks, executors and tasks. As JSON Mesos writes these lists even when they are
 * empty, which no other message of the v1 API does; protobuf has no such difference.
 */
import type { Response_GetExecutors, Response_GetFrameworks, Response_GetTasks } from "../../model/gen/agent.ts";
import type { Codec } from "../../wire/codec.ts";
import {
  Response_GetExecutors_ExecutorCodec, Response_GetFrameworks_FrameworkCodec,
} from "../../wire/gen/agent.ts";
import { TaskCodec } from "../../wire/gen/mesos.ts";
import { encodeAgentResponse } from "../../wire/v1/agent.ts";
import { mediaTypeName } from "../../wire/v1/media.ts";
import type { MediaType } from "../../wire/v1/media.ts";
import type { Viewer } from "../authorize/viewer.ts";
import type { HttpResponse } from "../event.ts";
import type { Agent } from "../state.ts";
import { getExecutors, getFrameworks, getTasks } from "./v1.ts";

/** The answer to one of these calls. */
export function listing(
  agent: Agent, viewer: Viewer, type: "GET_STATE" | "GET_TASKS" | "GET_EXECUTORS" | "GET_FRAMEWORKS", media: MediaType,
): HttpResponse {
  return {
    status: 200,
    headers: { "Content-Type": mediaTypeName(media) },
    body: media === "json" ? `{"type":"${type}",${jsonOf(agent, viewer, type)}}` : bytesOf(agent, viewer, type),
  };
}

function bytesOf(agent: Agent, viewer: Viewer, type: Parameters<typeof listing>[2]): Uint8Array {
  switch (type) {
    case "GET_STATE": {
      const state = {
        get_tasks: getTasks(agent, viewer), get_executors: getExecutors(agent, viewer), get_frameworks: getFrameworks(
          agent, viewer,
        ),
      };
      return encodeAgentResponse({ type, get_state: state }, "protobuf");
    }
    case "GET_TASKS":
      return encodeAgentResponse({ type, get_tasks: getTasks(agent, viewer) }, "protobuf");
    case "GET_EXECUTORS":
      return encodeAgentResponse({ type, get_executors: getExecutors(agent, viewer) }, "protobuf");
    case "GET_FRAMEWORKS":
      return encodeAgentResponse({ type, get_frameworks: getFrameworks(agent, viewer) }, "protobuf");
  }
}

function jsonOf(agent: Agent, viewer: Viewer, type: Parameters<typeof listing>[2]): string {
  switch (type) {
    case "GET_STATE": {
      const parts = [
        tasksJson(getTasks(agent, viewer)),
        executorsJson(getExecutors(agent, viewer)),
        frameworksJson(getFrameworks(agent, viewer)),
      ];
      return `"get_state":{${parts.join(",")}}`;
    }
    case "GET_TASKS":
      return tasksJson(getTasks(agent, viewer));
    case "GET_EXECUTORS":
      return executorsJson(getExecutors(agent, viewer));
    case "GET_FRAMEWORKS":
      return frameworksJson(getFrameworks(agent, viewer));
  }
}

function tasksJson(tasks: Response_GetTasks): string {
  const kinds = ["pending_tasks", "queued_tasks", "launched_tasks", "terminated_tasks", "completed_tasks"] as const;
  return `"get_tasks":{${kinds.map((kind) => list(kind, TaskCodec, tasks[kind])).join(",")}}`;
}

function executorsJson(executors: Response_GetExecutors): string {
  const kinds = ["executors", "completed_executors"] as const;
  const lists = kinds.map((kind) => list(kind, Response_GetExecutors_ExecutorCodec, executors[kind]));
  return `"get_executors":{${lists.join(",")}}`;
}

function frameworksJson(frameworks: Response_GetFrameworks): string {
  const kinds = ["frameworks", "completed_frameworks"] as const;
  const lists = kinds.map((kind) => list(kind, Response_GetFrameworks_FrameworkCodec, frameworks[kind]));
  return `"get_frameworks":{${lists.join(",")}}`;
}

function list<T>(name: string, codec: Codec<T>, items: readonly T[] = []): string {
  return `"${name}":[${items.map((item) => codec.toJson(item)).join(",")}]`;
}
