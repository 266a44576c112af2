/** Forgetting executors and frameworks that are over: what is kept of them is history (AGF-93). */
import { MAX_COMPLETED_FRAMEWORKS_ON_AGENT } from "../../model/limits.ts";
import { checkpointDrain, checkpointSentinel } from "../checkpoint.ts";
import type { Outbox } from "../outbox.ts";
import { hasIncompleteTasks } from "../state.ts";
import type { Agent, Executor, Framework } from "../state.ts";
import { dropUpdates } from "../updates.ts";

/** The executor has ended and nobody waits for its updates any more. Its sandbox is left to be collected. */
export function removeExecutor(agent: Agent, framework: Framework, executor: Executor, out: Outbox): void {
  if (executor.checkpoint) out.checkpoint(checkpointSentinel(agent, executor));
  framework.executors.delete(executor.id);
  framework.completedExecutors.push(executor);
  forgetContainers(agent, executor.containerId);
  out.ask({ kind: "gc", directory: executor.directory });
}

/** After a change that may have made the framework idle: it goes to the history, and its updates are dropped. */
export function removeIfIdle(agent: Agent, framework: Framework, out: Outbox): void {
  if (framework.executors.size > 0 || agent.frameworks.get(framework.id) !== framework) return;
  agent.frameworks.delete(framework.id);
  dropUpdates(agent, framework.id, out);
  agent.completedFrameworks.set(framework.id, framework);
  if (agent.completedFrameworks.size > MAX_COMPLETED_FRAMEWORKS_ON_AGENT) {
    const [oldest] = agent.completedFrameworks.keys();
    agent.completedFrameworks.delete(oldest!);
  }
  finishDrain(agent, out);
  exitIfDone(agent, out);
}

/** The executor has ended: it goes unless somebody still has to acknowledge its last updates. */
export function removeIfOver(agent: Agent, framework: Framework, executor: Executor, out: Outbox): void {
  if (executor.state !== "TERMINATED") return;
  const abandoned = agent.state === "TERMINATING" || framework.state === "TERMINATING";
  if (abandoned || !hasIncompleteTasks(executor)) removeExecutor(agent, framework, executor, out);
}

/** Draining ends when nothing is left to end (AGT-44). */
export function finishDrain(agent: Agent, out: Outbox): void {
  if (agent.drain === undefined || agent.frameworks.size > 0 || agent.operations.size > 0) return;
  out.log("info", "Draining is complete");
  agent.drain = undefined;
  agent.drainStartedAtMs = undefined;
  out.checkpoint(checkpointDrain(agent));
}

/** A terminating agent goes once its last framework is gone. */
export function exitIfDone(agent: Agent, out: Outbox): void {
  if (agent.state === "TERMINATING" && agent.frameworks.size === 0) {
    out.ask({ kind: "exit", code: 0, why: "All executors have ended" });
  }
}

function forgetContainers(agent: Agent, root: string): void {
  for (const key of [...agent.containers.keys()]) {
    if (key === root || key.startsWith(`${root}.`)) agent.containers.delete(key);
  }
}
