/** The work of an agent that returns, put back on the records of the agent and of the frameworks it is for. */
import type { ReregisterSlaveMessage } from "../../model/gen/internal.ts";
import { executorId, frameworkId } from "../../model/id.ts";
import type { FrameworkId } from "../../model/id.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state/agent.ts";
import { addExecutor } from "../state/executors.ts";
import type { Framework } from "../state/framework.ts";
import { NO_WISHES, createFramework } from "../state/frameworks.ts";
import { tasksChanged } from "../state/shown-tasks.ts";
import type { Task } from "../state/task.ts";
import { addTask, rememberCompleted } from "../state/tasks.ts";
import { masterUpdate, observed } from "../status.ts";
import { tellUpdate } from "../tell.ts";
import { readReport } from "./reported.ts";
import type { Report } from "./reported.ts";

/**
 * Puts reported tasks and executors on the records. Frameworks nobody has heard of are made from what the agent says
 * about them (AGT-21); they are returned, and in no table yet. Work of completed frameworks is left out: the agent is
 * about to be told to end it (AGT-19).
 */
export function restoreWork(
  master: Master, agent: Agent, report: Report, nowMs: number, out: Outbox,
): readonly Framework[] {
  const made = new Map<FrameworkId, Framework>();
  for (const [id, info] of report.frameworks) {
    if (master.frameworks.has(id) || master.completedFrameworks.has(id)) continue;
    made.set(id, createFramework(master, id, info, NO_WISHES, nowMs));
  }
  const ownerOf = (id: FrameworkId): Framework | undefined => master.frameworks.get(id) ?? made.get(id);
  for (const { frameworkId: id, info } of report.executors) {
    const framework = ownerOf(id);
    if (framework !== undefined) addExecutor(framework, agent, executorId(info.executor_id.value), info);
  }
  const surprise = surpriseOf(master, agent);
  for (const task of report.tasks) {
    const framework = ownerOf(task.frameworkId);
    if (framework === undefined) continue;
    const other = framework.tasks.get(task.id);
    if (other !== undefined) {
      out.log("error", "leaving out a task that runs on another agent", { taskId: task.id, agentId: other.agentId });
      continue;
    }
    if (surprise !== undefined) resurrect(framework, task, surprise, nowMs, out);
    addTask(master, framework, agent, task);
  }
  return [...made.values()];
}

/** Adds what the agent still remembers of tasks that ended, for frameworks we know. */
export function restoreCompletedTasks(master: Master, message: ReregisterSlaveMessage): void {
  for (const { framework_info: info, tasks } of message.completed_frameworks ?? []) {
    const framework = master.frameworks.get(frameworkId(info.id?.value ?? ""));
    if (framework === undefined) continue;
    for (const task of readReport({ agent: message.agent, frameworks: [info], tasks }).tasks) {
      rememberCompleted(framework, task);
    }
  }
}

/** Why frameworks do not expect these tasks; undefined when they do, because only the master was away. */
function surpriseOf(master: Master, agent: Agent): string | undefined {
  if (master.recoveredAgents.has(agent.id)) return undefined;
  // The words are those of Mesos, letter by letter.
  return master.unreachableAgents.has(agent.id) ? "Unreachable agent re-reregistered" : "Unknown agent reregistered";
}

/** A task that was given up lives: its framework learns in which state (AGT-20). */
function resurrect(framework: Framework, task: Task, message: string, nowMs: number, out: Outbox): void {
  framework.completedTasks.remove(({ id }) => id === task.id);
  tasksChanged(framework, "completed");
  const { frameworkId, id: taskId, agentId, executorId, state } = task;
  const about = { frameworkId, taskId, agentId, executorId, state, message, extra: observed(task) };
  tellUpdate(framework, masterUpdate({ ...about, reason: "REASON_AGENT_REREGISTERED" }, nowMs), undefined, out);
}
