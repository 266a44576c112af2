/** What the runtime says of a container: it runs, or nothing of it runs any more. */
import type { AgentEvent } from "../event.ts";
import { executorTerminated } from "../executors/terminated.ts";
import { finishReconnecting } from "../executors/reconnect.ts";
import { text } from "../http/answers.ts";
import type { Outbox } from "../outbox.ts";
import { executorIn } from "../state.ts";
import type { Agent } from "../state.ts";
import { containerEnded } from "./calls.ts";
import { sessionStarted } from "./session.ts";

type Started = Extract<AgentEvent, { type: "container-started" }>;
type Exited = Extract<AgentEvent, { type: "container-exited" }>;

export function containerStarted(agent: Agent, event: Started, out: Outbox): void {
  const container = agent.containers.get(event.containerId);
  if (container === undefined) return out.ask({ kind: "destroy", containerId: event.containerId });
  container.pid = event.pid;
  agent.metrics.fetchesSucceeded += event.fetched ?? 0;
  if (container.session !== undefined) sessionStarted(container, out);
  else if (container.launching !== undefined) out.reply(container.launching, text(200));
  container.launching = undefined;
  if (container.kind !== "executor") return;
  const owner = executorIn(agent, container.key);
  // It was told to go before it was there to hear it.
  if (owner === undefined || owner.executor.state === "TERMINATING") {
    out.ask({ kind: "destroy", containerId: container.key });
  }
}

export function containerExited(agent: Agent, event: Exited, nowMs: number, out: Outbox): void {
  const container = agent.containers.get(event.containerId);
  if (container === undefined) return;
  const { status, launchError } = event;
  if (launchError !== undefined) agent.metrics.containerLaunchErrors++;
  if (event.fetchFailed === true) agent.metrics.fetchesFailed++;
  container.exited = status === undefined ? {} : { status };
  containerEnded(container, status, launchError, out);
  for (const nested of [...agent.containers.values()]) {
    if (nested.key.startsWith(`${container.key}.`) && nested.exited === undefined) {
      out.ask({ kind: "destroy", containerId: nested.key });
    }
  }
  const owner = container.kind === "executor" ? executorIn(agent, container.key) : undefined;
  if (owner === undefined) return;
  if (launchError !== undefined) {
    out.log("error", `Container ${container.key} of executor ${owner.executor.id} failed to start: ${launchError}`);
    owner.executor.pendingTermination ??= {
      state: "TASK_FAILED",
      reason: "REASON_CONTAINER_LAUNCH_FAILED",
      message: `Failed to launch container: ${launchError}`,
    };
  }
  executorTerminated(agent, owner.framework, owner.executor, status, nowMs, out);
  finishReconnecting(agent, nowMs, out);
}
