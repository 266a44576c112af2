/**
 * What subscribed operators are told (CEV-03 to CEV-09). The functions that change the records write it down here, as
 * it is at that moment, and at the end of the step it goes to every operator's stream. While nobody listens nothing is
 * written.
 */
import { timeInfo } from "../model/duration.ts";
import type { Response_GetFrameworks_Framework } from "../model/gen/master.ts";
import type { FrameworkInfo, TaskStatus } from "../model/gen/mesos.ts";
import type { AgentId } from "../model/id.ts";
import type { OperatorEvent } from "../wire/v1/operator.ts";
import { SEES_ALL, viewerOf } from "./authorize/viewer.ts";
import type { Viewer } from "./authorize/viewer.ts";
import type { Master } from "./master.ts";
import type { Outbox } from "./outbox.ts";
import { agentMoment } from "./state/agent.ts";
import type { Agent } from "./state/agent.ts";
import { isConnected } from "./state/framework.ts";
import type { Framework } from "./state/framework.ts";
import { taskMoment } from "./state/task.ts";
import type { Task } from "./state/task.ts";
import { agentMessage } from "./views/agent.ts";
import { taskMessage } from "./views/task.ts";

/** An event, and what it is about: it is told to those who may see that. */
export interface News {
  readonly event: OperatorEvent;
  readonly framework?: FrameworkInfo;
  readonly task?: Task;
}

export function announceTask(master: Master, task: Task): void {
  announce(master, () => ({
    event: { type: "TASK_ADDED", task_added: { task: taskMessage(taskMoment(task)) } }, ...about(master, task),
  }));
}

/** `status` as it came, with its data. */
export function announceUpdate(master: Master, task: Task, status: TaskStatus): void {
  const { frameworkId, state } = task;
  announce(master, () => ({
    event: { type: "TASK_UPDATED", task_updated: { framework_id: { value: frameworkId }, status, state } },
    ...about(master, task),
  }));
}

/** As in v1, which does not tell whether an agent checkpoints; views do. */
export function announceAgent(master: Master, agent: Agent): void {
  announce(master, () => {
    const { agent_info: { checkpoint: _, ...agent_info }, ...rest } = agentMessage(agentMoment(agent), SEES_ALL);
    return { event: { type: "AGENT_ADDED", agent_added: { agent: { ...rest, agent_info } } } };
  });
}

export function announceAgentRemoved(master: Master, agentId: AgentId): void {
  announce(master, () => ({ event: { type: "AGENT_REMOVED", agent_removed: { agent_id: { value: agentId } } } }));
}

export function announceFramework(master: Master, framework: Framework): void {
  announce(master, () => ({
    event: { type: "FRAMEWORK_ADDED", framework_added: { framework: summary(framework) } }, framework: framework.info,
  }));
}

export function announceFrameworkChanged(master: Master, framework: Framework): void {
  announce(master, () => ({
    event: { type: "FRAMEWORK_UPDATED", framework_updated: { framework: summary(framework) } },
    framework: framework.info,
  }));
}

export function announceFrameworkRemoved(master: Master, { info }: Framework): void {
  announce(master, () => ({
    event: { type: "FRAMEWORK_REMOVED", framework_removed: { framework_info: info } }, framework: info,
  }));
}

/** Sends what was written down to everybody who may see it. */
export function spreadNews(master: Master, out: Outbox): void {
  if (master.news.length === 0) return;
  const news = master.news.splice(0);
  if (master.options.authorizer === undefined) {
    const streams = [...master.subscribers.keys()];
    for (const { event } of news) out.publish(streams, event);
    return;
  }
  const viewers = [...master.subscribers].map(([stream, principal]) => [stream, viewerOf(master, principal)] as const);
  for (const one of news) {
    for (const [stream, viewer] of viewers) {
      const event = shownTo(viewer, one);
      if (event !== undefined) out.publish([stream], event);
    }
  }
}

/** The event as it is told; undefined: not at all. */
function shownTo(viewer: Viewer, { event, framework, task }: News): OperatorEvent | undefined {
  if (framework !== undefined && !viewer.framework(framework)) return undefined;
  if (task !== undefined && framework !== undefined && !viewer.task(task, framework)) return undefined;
  if (event.agent_added === undefined) return event;
  const { agent } = event.agent_added;
  const total_resources = viewer.resources(agent.total_resources ?? []);
  return { ...event, agent_added: { agent: { ...agent, total_resources } } };
}

function about({ frameworks }: Master, task: Task): Pick<News, "framework" | "task"> {
  const framework = frameworks.get(task.frameworkId)?.info;
  return { task, ...(framework !== undefined && { framework }) };
}

function announce(master: Master, news: () => News): void {
  if (master.subscribers.size > 0) master.news.push(news());
}

/** Without its offers and resources. */
function summary(framework: Framework): Response_GetFrameworks_Framework {
  const { info, state, registeredAtMs, reregisteredAtMs = registeredAtMs, unregisteredAtMs } = framework;
  return {
    framework_info: info,
    active: state === "active",
    connected: isConnected(framework),
    recovered: state === "recovered",
    registered_time: timeInfo(registeredAtMs),
    reregistered_time: timeInfo(reregisteredAtMs),
    unregistered_time: timeInfo(unregisteredAtMs ?? 0),
  };
}
