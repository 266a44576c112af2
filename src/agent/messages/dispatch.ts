/** Which file answers which libprocess message, and which senders it is taken from. */
import { printUpid } from "../../model/upid.ts";
import type { Upid } from "../../model/upid.ts";
import type { Message } from "../../wire/v0/messages.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state.ts";
import { acknowledgeStatus } from "./acknowledge-status.ts";
import { drain } from "./drain.ts";
import { executorMessage, executorStatus, registerExecutor, reregisterExecutor } from "./executor.ts";
import { killTask } from "./kill-task.ts";
import {
  acknowledgeOperation, applyOperationMessage, checkpointResourcesMessage, reconcileOperations,
} from "./operation.ts";
import { ping } from "./ping.ts";
import { registered, reregistered } from "./registered.ts";
import { runTask, runTaskGroup } from "./run-task.ts";
import { shutdownAgent, shutdownExecutorMessage, shutdownFrameworkMessage } from "./shutdown.ts";
import { frameworkMessage, updateFramework } from "./update-framework.ts";

/** Taken from the current master only: an old one may still talk (wire-v0 §2). */
const FROM_MASTER: ReadonlySet<string> = new Set([
  "SlaveRegisteredMessage", "SlaveReregisteredMessage", "RunTaskMessage", "RunTaskGroupMessage", "KillTaskMessage",
  "ShutdownExecutorMessage", "ShutdownFrameworkMessage", "UpdateFrameworkMessage", "CheckpointResourcesMessage",
  "ApplyOperationMessage", "ReconcileOperationsMessage", "StatusUpdateAcknowledgementMessage",
  "AcknowledgeOperationStatusMessage", "DrainSlaveMessage", "ShutdownMessage",
].map((name) => `mesos.internal.${name}`));

export function handleMessage(agent: Agent, from: Upid, message: Message, nowMs: number, out: Outbox): void {
  if (FROM_MASTER.has(message.name) && !isMaster(agent, from)) {
    return out.log("warn", `Ignoring ${message.name} from ${printUpid(from)}, which is not the master we follow`);
  }
  switch (message.name) {
    case "mesos.internal.PingSlaveMessage":
      return ping(agent, from, message.value, nowMs, out);
    case "mesos.internal.SlaveRegisteredMessage":
      return registered(agent, message.value, nowMs, out);
    case "mesos.internal.SlaveReregisteredMessage":
      return reregistered(agent, message.value, nowMs, out);
    case "mesos.internal.RunTaskMessage":
      return runTask(agent, message.value, nowMs, out);
    case "mesos.internal.RunTaskGroupMessage":
      return runTaskGroup(agent, message.value, nowMs, out);
    case "mesos.internal.KillTaskMessage":
      return killTask(agent, message.value, nowMs, out);
    case "mesos.internal.ShutdownExecutorMessage":
      return shutdownExecutorMessage(agent, message.value, nowMs, out);
    case "mesos.internal.ShutdownFrameworkMessage":
      return shutdownFrameworkMessage(agent, message.value, nowMs, out);
    case "mesos.internal.FrameworkToExecutorMessage":
      return frameworkMessage(agent, message.value, out);
    case "mesos.internal.UpdateFrameworkMessage":
      return updateFramework(agent, message.value, nowMs, out);
    case "mesos.internal.CheckpointResourcesMessage":
      return checkpointResourcesMessage(agent, message.value, out);
    case "mesos.internal.ApplyOperationMessage":
      return applyOperationMessage(agent, message.value, nowMs, out);
    case "mesos.internal.ReconcileOperationsMessage":
      return reconcileOperations(agent, message.value, out);
    case "mesos.internal.StatusUpdateAcknowledgementMessage":
      return agent.state === "RUNNING" ? acknowledgeStatus(agent, message.value, nowMs, out) : undefined;
    case "mesos.internal.AcknowledgeOperationStatusMessage":
      return acknowledgeOperation(agent, message.value, out);
    case "mesos.internal.DrainSlaveMessage":
      return drain(agent, message.value, nowMs, out);
    case "mesos.internal.ShutdownMessage":
      return shutdownAgent(agent, message.value.message ?? "the master says so", false, nowMs, out);
    case "mesos.internal.RegisterExecutorMessage":
      return registerExecutor(agent, from, message.value, nowMs, out);
    case "mesos.internal.ReregisterExecutorMessage":
      return reregisterExecutor(agent, from, message.value, nowMs, out);
    case "mesos.internal.StatusUpdateMessage":
      return executorStatus(agent, from, message.value, nowMs, out);
    case "mesos.internal.ExecutorToFrameworkMessage":
      return executorMessage(agent, message.value, out);
    default:
      return out.log("debug", `Nothing to do for ${message.name} from ${printUpid(from)}`);
  }
}

function isMaster(agent: Agent, from: Upid): boolean {
  return agent.master !== undefined && printUpid(agent.master.pid) === printUpid(from);
}
