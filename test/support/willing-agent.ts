/**
 * An agent that does what a real one would say it did: runs tasks (one status after each acknowledgement, the end at
 * once unless the command sleeps), kills them, carries out operations. It sees only the messages sent to its address.
 * What it has not reported yet it knows already, unless the command takes a nap.
 */
import type { RunTaskMessage, StatusUpdate } from "../../src/model/gen/internal.ts";
import type { TaskInfo, TaskState } from "../../src/model/gen/mesos.ts";
import type { Message } from "../../src/wire/v0/messages.ts";
import { uuid } from "./cast.ts";
import type { DrivenMaster } from "./driven-master.ts";

export interface WillingAgent {
  /** A message the master sent to this agent. */
  hears(message: Message): void;
}

interface Running {
  readonly frameworkId: string;
  readonly task: TaskInfo;
  /** What it will still report, oldest first; the first one waits to be acknowledged. */
  readonly ahead: TaskState[];
}

function isNap({ command }: TaskInfo): boolean {
  return /^sleep 0/.test(command?.value ?? "");
}

export function willingAgent(driven: DrivenMaster, address: string, agentId: string): WillingAgent {
  const tasks = new Map<string, Running>();
  let isDraining = false;
  let seed = 0;

  const report = ({ frameworkId, task, ahead }: Running): void => {
    const state = ahead[0];
    if (state === undefined) return;
    const bytes = uuid(seed++);
    const executor_id = { value: task.executor?.executor_id.value ?? task.task_id.value };
    const timestamp = driven.nowMs / 1000;
    const end = {
      ...(state === "TASK_FINISHED" && { message: "Command exited with status 0" }),
      ...(state === "TASK_KILLED" && isDraining && {
        message: "Command terminated with signal Terminated", reason: "REASON_AGENT_DRAINING" as const,
      }),
    };
    const status = {
      task_id: task.task_id, state, ...end, agent_id: { value: agentId }, executor_id, timestamp, uuid: bytes,
      source: "SOURCE_EXECUTOR" as const,
    };
    const ids = { framework_id: { value: frameworkId }, executor_id, agent_id: { value: agentId } };
    const update: StatusUpdate = { ...ids, status, timestamp, uuid: bytes, latest_state: isNap(task) ? state : ahead.at(-1)! };
    driven.message(address, "mesos.internal.StatusUpdateMessage", { update, pid: address });
  };
  const run = ({ framework, task }: Pick<RunTaskMessage, "framework" | "task">): void => {
    const ends = /^sleep \d\d/.test(task.command?.value ?? "") ? [] : ["TASK_FINISHED" as const];
    const running = { frameworkId: framework.id!.value, task, ahead: ["TASK_STARTING", "TASK_RUNNING", ...ends] as TaskState[] };
    tasks.set(task.task_id.value, running);
    report(running);
  };

  const end = (running: Running): void => {
    running.ahead.push("TASK_KILLED");
    if (running.ahead.length === 1) report(running);
  };

  return {
    hears(message) {
      switch (message.name) {
        case "mesos.internal.RunTaskMessage":
          return run(message.value);
        case "mesos.internal.RunTaskGroupMessage":
          for (const task of message.value.task_group.tasks ?? []) run({ framework: message.value.framework, task });
          return;
        case "mesos.internal.KillTaskMessage": {
          const running = tasks.get(message.value.task_id.value);
          if (running !== undefined) end(running);
          return;
        }
        case "mesos.internal.DrainSlaveMessage":
          isDraining = true;
          for (const running of tasks.values()) end(running);
          return;
        case "mesos.internal.StatusUpdateAcknowledgementMessage": {
          const running = tasks.get(message.value.task_id.value);
          running?.ahead.shift();
          if (running !== undefined) report(running);
          return;
        }
        case "mesos.internal.ApplyOperationMessage": {
          const { framework_id, operation_info, operation_uuid } = message.value;
          const status = {
            operation_id: operation_info.id, state: "OPERATION_FINISHED" as const, agent_id: { value: agentId },
            uuid: { value: uuid(seed++) },
          };
          return driven.message(address, "mesos.internal.UpdateOperationStatusMessage", {
            framework_id, agent_id: { value: agentId }, status, latest_status: status, operation_uuid,
          });
        }
        default:
          return;
      }
    },
  };
}
