/** What the agent says to an executor, in the language it speaks: messages (v0) or events on its stream (v1). */
import type { Event } from "../../model/gen/executor.ts";
import type { KillPolicy, TaskGroupInfo, TaskInfo } from "../../model/gen/mesos.ts";
import type { TaskId } from "../../model/id.ts";
import type { Upid } from "../../model/upid.ts";
import type { Outbox } from "../outbox.ts";
import { pidText } from "../registration.ts";
import { idOf } from "../state.ts";
import type { Agent, Executor, Framework } from "../state.ts";

/** Tells a newly connected executor who it is. */
export function sendRegistered(agent: Agent, framework: Framework, executor: Executor, out: Outbox): void {
  const common = { executor_info: executor.info, framework_info: framework.info };
  deliver(executor, out, {
    stream: {
      type: "SUBSCRIBED",
      subscribed: { ...common, agent_info: agent.info, container_id: { value: executor.containerId } },
    },
    pid: (pid) =>
      out.send(pid, "mesos.internal.ExecutorRegisteredMessage", {
        ...common,
        framework_id: { value: framework.id },
        agent_id: { value: idOf(agent) },
        agent_info: agent.info,
      }),
  });
}

export function sendTask(framework: Framework, executor: Executor, task: TaskInfo, out: Outbox): void {
  deliver(executor, out, {
    stream: { type: "LAUNCH", launch: { task } },
    pid: (pid) =>
      out.send(pid, "mesos.internal.RunTaskMessage", { framework: framework.info, task, pid: pidText(framework) }),
  });
}

/** Task groups exist in v1 only. */
export function sendTaskGroup(executor: Executor, group: TaskGroupInfo, out: Outbox): void {
  deliver(executor, out, {
    stream: { type: "LAUNCH_GROUP", launch_group: { task_group: group } },
    pid: () => out.log("error", `Executor ${executor.id} registered by message but was given a task group; it is lost`),
  });
}

export function sendKill(executor: Executor, taskId: TaskId, policy: KillPolicy | undefined, out: Outbox): void {
  const kill = { task_id: { value: taskId }, ...(policy === undefined ? {} : { kill_policy: policy }) };
  deliver(executor, out, {
    stream: { type: "KILL", kill },
    pid: (pid) =>
      out.send(pid, "mesos.internal.KillTaskMessage", { framework_id: { value: executor.frameworkId }, ...kill }),
  });
}

/** A status update of the task has been stored and need not be sent again. */
export function sendAcknowledgement(
  agent: Agent, executor: Executor, taskId: TaskId, uuid: Uint8Array, out: Outbox,
): void {
  deliver(executor, out, {
    stream: { type: "ACKNOWLEDGED", acknowledged: { task_id: { value: taskId }, uuid } },
    pid: (pid) => acknowledgeByMessage(agent, pid, executor.frameworkId, taskId, uuid, out),
  });
}

/** The same to whoever sent the update, even when the executor is not (or no longer) known. */
export function acknowledgeByMessage(
  agent: Agent, pid: Upid, frameworkId: string, taskId: TaskId, uuid: Uint8Array, out: Outbox,
): void {
  out.send(pid, "mesos.internal.StatusUpdateAcknowledgementMessage", {
    agent_id: { value: idOf(agent) },
    framework_id: { value: frameworkId },
    task_id: { value: taskId },
    uuid,
  });
}

/** Bytes from the scheduler, best effort. */
export function sendFrameworkData(agent: Agent, executor: Executor, data: Uint8Array, out: Outbox): void {
  deliver(executor, out, {
    stream: { type: "MESSAGE", message: { data } },
    pid: (pid) =>
      out.send(pid, "mesos.internal.FrameworkToExecutorMessage", {
        agent_id: { value: idOf(agent) },
        framework_id: { value: executor.frameworkId },
        executor_id: { value: executor.id },
        data,
      }),
  });
}

/** Asks it to end. One that never connected does not hear it: its grace period ends in a kill. */
export function sendShutdown(executor: Executor, out: Outbox): void {
  deliver(executor, out, {
    stream: { type: "SHUTDOWN" },
    pid: (pid) => out.send(pid, "mesos.internal.ShutdownExecutorMessage", {}),
  });
}

interface Saying {
  readonly stream: Event;
  pid(pid: Upid): void;
}

function deliver(executor: Executor, out: Outbox, saying: Saying): void {
  const { connection } = executor;
  switch (connection.kind) {
    case "stream":
      return out.write(connection.stream, connection.media, saying.stream);
    case "pid":
      return saying.pid(connection.pid);
    case "none":
      return out.log(
        "debug", `Executor ${executor.id} is not connected and misses ${saying.stream.type ?? "an event"}`,
      );
  }
}
