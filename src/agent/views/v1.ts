/** What the agent tells of its frameworks, executors and tasks over the operator API (AGC-09 to AGC-15). */
import type {
  Response_GetAgent, Response_GetExecutors, Response_GetFrameworks, Response_GetOperations, Response_GetTasks,
} from "../../model/gen/agent.ts";
import { timeInfo } from "../../model/duration.ts";
import type { MediaType } from "../../wire/v1/media.ts";
import type { Agent, Executor, Framework } from "../state.ts";
import { taskOf } from "../tasks/task.ts";

export function getFrameworks(agent: Agent): Response_GetFrameworks {
  const shown = ({ info }: Framework) => ({ framework_info: info });
  return {
    frameworks: [...agent.frameworks.values()].map(shown),
    completed_frameworks: [...agent.completedFrameworks.values()].map(shown),
  };
}

export function getExecutors(agent: Agent): Response_GetExecutors {
  const shown = ({ info }: Executor) => ({ executor_info: info });
  return {
    executors: [...agent.frameworks.values()].flatMap((framework) => [...framework.executors.values()].map(shown)),
    completed_executors: everyFramework(agent).flatMap((framework) => [...framework.completedExecutors].map(shown)),
  };
}

export function getTasks(agent: Agent): Response_GetTasks {
  const executors = everyFramework(agent).flatMap(({ executors: live, completedExecutors }) => [...live.values(), ...completedExecutors]);
  return {
    pending_tasks: [],
    queued_tasks: executors.flatMap((executor) =>
      [...executor.queued.values()].map((task) => taskOf(task, "TASK_STAGING", executor.frameworkId)),
    ),
    launched_tasks: executors.flatMap((executor) => [...executor.launched.values()]),
    terminated_tasks: executors.flatMap((executor) => [...executor.terminated.values()]),
    completed_tasks: executors.flatMap((executor) => [...executor.completed]),
  };
}

export function getOperations(agent: Agent): Response_GetOperations {
  return agent.operations.size === 0 ? {} : { operations: [...agent.operations.values()] };
}

/** v1 knows no `checkpoint`; in protobuf it goes along as a field nobody asks for, in JSON it has no name. */
export function getAgent(agent: Agent, media: MediaType): Response_GetAgent {
  const { checkpoint, ...rest } = agent.info;
  const info = media === "json" || checkpoint === undefined ? rest : agent.info;
  return {
    agent_info: info,
    ...(agent.drain === undefined ? {} : { drain_config: agent.drain }),
    ...(agent.drainStartedAtMs === undefined ? {} : { estimated_drain_start_time: timeInfo(agent.drainStartedAtMs) }),
  };
}

function everyFramework(agent: Agent): readonly Framework[] {
  return [...agent.frameworks.values(), ...agent.completedFrameworks.values()];
}
