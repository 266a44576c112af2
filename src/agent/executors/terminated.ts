/** Nothing of an executor's container runs any more: what its tasks become, and who is told (TSK-33, AGT-54). */
import type { ExecutorId, FrameworkId, TaskId } from "../../model/id.ts";
import type { Outbox } from "../outbox.ts";
import { idOf } from "../state.ts";
import type { Agent, Executor, Framework } from "../state.ts";
import { decide } from "../tasks/status.ts";
import { isTerminalTask } from "../../model/task-state.ts";
import { removeIfIdle, removeIfOver } from "./remove.ts";

/** `status` is a wait status, undefined when nobody could collect it. */
export function executorTerminated(
  agent: Agent, framework: Framework, executor: Executor, status: number | undefined, nowMs: number, out: Outbox,
): void {
  if (executor.state === "TERMINATED") return;
  out.log("info", `Executor ${executor.id} of framework ${framework.id} has ended`, { status });
  agent.metrics.executorsTerminated++;
  executor.state = "TERMINATED";
  const { frameworkId, id: executorId, containerId } = executor;
  out.disarm({ kind: "register-executor", containerId });
  out.disarm({ kind: "shutdown-executor", containerId });
  if (executor.connection.kind === "stream") {
    out.disarm({ kind: "executor-heartbeat", frameworkId, executorId });
    out.end(executor.connection.stream);
    executor.connection = { kind: "none" };
  }
  if (framework.state === "TERMINATING") abandonTasks(executor);
  else endTasks(agent, executor, nowMs, out);
  // The master does not know the executors that we made for command tasks.
  if (!executor.generated) sendExited(agent, frameworkId, executorId, status, out);
  removeIfOver(agent, framework, executor, out);
  removeIfIdle(agent, framework, out);
}

/** Tells the master that an executor is no more, or never was; -1 stands for an unknown status. */
export function sendExited(
  agent: Agent, frameworkId: FrameworkId, executorId: ExecutorId, status: number | undefined, out: Outbox,
): void {
  if (agent.master === undefined) return;
  out.send(agent.master.pid, "mesos.internal.ExitedExecutorMessage", {
    agent_id: { value: idOf(agent) },
    framework_id: { value: frameworkId },
    executor_id: { value: executorId },
    status: status ?? -1,
  });
}

function endTasks(agent: Agent, executor: Executor, nowMs: number, out: Outbox): void {
  const why = executor.pendingTermination;
  const running = [...executor.launched.values()].filter((task) => !isTerminalTask(task.state));
  for (const taskId of [...running.map((task) => task.task_id.value as TaskId), ...executor.queued.keys()]) {
    decide(agent, {
      frameworkId: executor.frameworkId,
      taskId,
      state: why?.state ?? "TASK_FAILED",
      reason: why?.reason ?? "REASON_EXECUTOR_TERMINATED",
      message: why?.message ?? "Executor terminated",
      executorId: executor.id,
    }, nowMs, out);
  }
}

/** A terminating framework hears nothing; its tasks are kept only to be shown. */
function abandonTasks(executor: Executor): void {
  for (const [taskId, task] of executor.launched) executor.terminated.set(taskId, task);
  executor.launched.clear();
}
