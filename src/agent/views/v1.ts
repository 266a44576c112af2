/** What the agent tells of its frameworks, executors and tasks over the operator API (AGC-09 to AGC-15). */
import type {
  Response_GetAgent, Response_GetExecutors, Response_GetFrameworks, Response_GetOperations, Response_GetTasks,
  Response_GetVersion,
} from "../../model/gen/agent.ts";
import type { Task } from "../../model/gen/mesos.ts";
import { operationResources } from "../../model/operation-resources.ts";
import { timeInfo } from "../../model/duration.ts";
import type { MediaType } from "../../wire/v1/media.ts";
import type { Viewer } from "../authorize/viewer.ts";
import type { Agent, Executor, Framework } from "../state.ts";
import { taskOf } from "../tasks/task.ts";

export function getFrameworks(agent: Agent, viewer: Viewer): Response_GetFrameworks {
  const shown = (list: Iterable<Framework>) =>
    [...list].filter(({ info }) => viewer.framework(info)).map(({ info }) => ({ framework_info: info }));
  return {
    frameworks: shown(agent.frameworks.values()),
    completed_frameworks: shown(agent.completedFrameworks.values()),
  };
}

export function getExecutors(agent: Agent, viewer: Viewer): Response_GetExecutors {
  const shown = (of: Framework, executors: Iterable<Executor>) =>
    [...executors].filter(({ info }) => viewer.executor(info, of.info)).map(({ info }) => ({ executor_info: info }));
  const frameworks = everyFramework(agent, viewer);
  return {
    executors: frameworks.flatMap((framework) => shown(framework, framework.executors.values())),
    completed_executors: frameworks.flatMap((framework) => shown(framework, framework.completedExecutors)),
  };
}

export function getTasks(agent: Agent, viewer: Viewer): Response_GetTasks {
  const seen = everyFramework(agent, viewer).flatMap(({ info: of, executors: live, completedExecutors }) =>
    [...live.values(), ...completedExecutors]
      .filter(({ info }) => viewer.executor(info, of))
      .map((executor) => ({ of, executor })));
  const tasks = (pick: (executor: Executor) => Iterable<Task>): readonly Task[] =>
    seen.flatMap(({ of, executor }) => [...pick(executor)].filter((task) => viewer.task(task, of)));
  return {
    pending_tasks: [],
    queued_tasks: tasks(({ queued, frameworkId }) =>
      Array.from(queued.values(), (task) => taskOf(task, "TASK_STAGING", frameworkId))),
    launched_tasks: tasks(({ launched }) => launched.values()),
    terminated_tasks: tasks(({ terminated }) => terminated.values()),
    completed_tasks: tasks(({ completed }) => completed),
  };
}

export function getOperations(agent: Agent, viewer: Viewer): Response_GetOperations {
  const operations = [...agent.operations.values()].filter(
    ({ info }) => operationResources(info).every(viewer.resource),
  );
  return operations.length === 0 ? {} : { operations };
}

export function getVersion({ options }: Agent): Response_GetVersion {
  const { version, buildDate, buildTimeSeconds, buildUser } = options.version;
  return { version_info: { version, build_date: buildDate, build_time: buildTimeSeconds, build_user: buildUser } };
}

/** v1 knows no `checkpoint`; in protobuf it goes along as a field nobody asks for, in JSON it has no name. */
export function getAgent(agent: Agent, media: MediaType, viewer: Viewer): Response_GetAgent {
  const { checkpoint, ...rest } = { ...agent.info, resources: (agent.info.resources ?? []).filter(viewer.resource) };
  const info = media === "json" || checkpoint === undefined ? rest : { ...rest, checkpoint };
  return {
    agent_info: info,
    ...(agent.drain === undefined ? {} : { drain_config: agent.drain }),
    ...(agent.drainStartedAtMs === undefined ? {} : { estimated_drain_start_time: timeInfo(agent.drainStartedAtMs) }),
  };
}

function everyFramework(agent: Agent, viewer: Viewer): readonly Framework[] {
  return [...agent.frameworks.values(), ...agent.completedFrameworks.values()].filter(
    ({ info }) => viewer.framework(info),
  );
}
