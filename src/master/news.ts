/**
 * What subscribed operators are told (CEV-03 to CEV-09). The functions that change the records write it down here, as it is
 * at that moment, and at the end of the step it goes to every operator's stream. While nobody listens nothing is written.
 */
import { timeInfo } from "../model/duration.ts";
import type { Response_GetFrameworks_Framework } from "../model/gen/master.ts";
import type { TaskStatus } from "../model/gen/mesos.ts";
import type { AgentId } from "../model/id.ts";
import type { OperatorEvent } from "../wire/v1/operator.ts";
import type { Master } from "./master.ts";
import type { Outbox } from "./outbox.ts";
import type { Agent } from "./state/agent.ts";
import { isConnected } from "./state/framework.ts";
import type { Framework } from "./state/framework.ts";
import type { Task } from "./state/task.ts";
import { agentMessage } from "./views/agent.ts";
import { taskMessage } from "./views/task.ts";

export function announceTask(master: Master, task: Task): void {
  announce(master, () => ({ type: "TASK_ADDED", task_added: { task: taskMessage(task) } }));
}

/** `status` as it came, with its data. */
export function announceUpdate(master: Master, task: Task, status: TaskStatus): void {
  const { frameworkId, state } = task;
  announce(master, () => ({
    type: "TASK_UPDATED", task_updated: { framework_id: { value: frameworkId }, status, state },
  }));
}

export function announceAgent(master: Master, agent: Agent): void {
  announce(master, () => ({ type: "AGENT_ADDED", agent_added: { agent: agentMessage(agent) } }));
}

export function announceAgentRemoved(master: Master, agentId: AgentId): void {
  announce(master, () => ({ type: "AGENT_REMOVED", agent_removed: { agent_id: { value: agentId } } }));
}

export function announceFramework(master: Master, framework: Framework): void {
  announce(master, () => ({ type: "FRAMEWORK_ADDED", framework_added: { framework: summary(framework) } }));
}

export function announceFrameworkChanged(master: Master, framework: Framework): void {
  announce(master, () => ({ type: "FRAMEWORK_UPDATED", framework_updated: { framework: summary(framework) } }));
}

export function announceFrameworkRemoved(master: Master, { info }: Framework): void {
  announce(master, () => ({ type: "FRAMEWORK_REMOVED", framework_removed: { framework_info: info } }));
}

/** Sends what was written down to everybody. */
export function spreadNews(master: Master, out: Outbox): void {
  if (master.news.length === 0) return;
  const streams = [...master.subscribers];
  for (const event of master.news.splice(0)) out.publish(streams, event);
}

function announce(master: Master, event: () => OperatorEvent): void {
  if (master.subscribers.size > 0) master.news.push(event());
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
