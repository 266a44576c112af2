/**
 * Every libprocess message a master understands and the function that takes it (wire-v0 §4.1, §4.3). A message with
 * another name has no handler and dies quietly, as does everything that arrives while this process does not lead
 * (REG-39).
 */
import type { Upid } from "../model/upid.ts";
import type { Message } from "../wire/v0/messages.ts";
import { executorToFramework } from "./agents/executor-to-framework.ts";
import { exitedExecutor } from "./agents/exited-executor.ts";
import { pong } from "./agents/pong.ts";
import { registerAgent } from "./agents/register-agent.ts";
import { reregisterAgent } from "./agents/reregister-agent.ts";
import { statusUpdate } from "./agents/status-update.ts";
import { unregisterAgent } from "./agents/unregister-agent.ts";
import { updateAgent } from "./agents/update-agent.ts";
import { authenticate, sessionMessage, waitsForSession } from "./authenticate/sessions.ts";
import * as driver from "./calls/driver.ts";
import type { Master } from "./master.ts";
import { count } from "./metrics.ts";
import { updateOperationStatus } from "./operations/update-operation-status.ts";
import type { Outbox } from "./outbox.ts";

/** `to` is the actor the message was sent to: `master`, or the observer of an agent. */
export function receive(master: Master, from: Upid, to: string, message: Message, nowMs: number, out: Outbox): void {
  if (master.electedAtMs === undefined) return count(master.counters, "dropped_messages");
  if (to.startsWith("crammd5-authenticator-session")) {
    for (const held of sessionMessage(master, from, to, message, out)) {
      receive(master, held.from, held.to, held.message, nowMs, out);
    }
    return;
  }
  if (waitsForSession(master, { from, to, message })) return;
  switch (message.name) {
    case "mesos.internal.AuthenticateMessage":
      return authenticate(master, from, message.value.pid, nowMs, out);
    case "mesos.internal.RegisterSlaveMessage":
      return registerAgent(master, from, message, out);
    case "mesos.internal.ReregisterSlaveMessage":
      return reregisterAgent(master, from, message, nowMs, out);
    case "mesos.internal.UnregisterSlaveMessage":
      return unregisterAgent(master, from, message.value, out);
    case "mesos.internal.UpdateSlaveMessage":
      return updateAgent(master, from, message.value, out);
    case "mesos.internal.PongSlaveMessage":
      return pong(master, from, to, out);
    case "mesos.internal.StatusUpdateMessage":
      return statusUpdate(master, from, message.value, out);
    case "mesos.internal.ExecutorToFrameworkMessage":
      return executorToFramework(master, from, message.value, out);
    case "mesos.internal.ExitedExecutorMessage":
      return exitedExecutor(master, from, message.value, out);
    case "mesos.internal.UpdateOperationStatusMessage":
      return updateOperationStatus(master, message.value, nowMs, out);

    case "mesos.scheduler.Call":
      return driver.call(master, from, message.value, nowMs, out);
    case "mesos.internal.RegisterFrameworkMessage":
      return driver.register(master, from, message.value, nowMs, out);
    case "mesos.internal.ReregisterFrameworkMessage":
      return driver.reregister(master, from, message.value, nowMs, out);
    case "mesos.internal.UnregisterFrameworkMessage":
      return driver.unregister(master, from, message.value, nowMs, out);
    case "mesos.internal.DeactivateFrameworkMessage":
      return driver.deactivate(master, from, message.value, nowMs, out);
    case "mesos.internal.ResourceRequestMessage":
      return driver.request(master, from, message.value, nowMs, out);
    case "mesos.internal.LaunchTasksMessage":
      return driver.launchTasks(master, from, message.value, nowMs, out);
    case "mesos.internal.ReviveOffersMessage":
      return driver.revive(master, from, message.value, nowMs, out);
    case "mesos.internal.KillTaskMessage":
      return driver.kill(master, from, message.value, nowMs, out);
    case "mesos.internal.StatusUpdateAcknowledgementMessage":
      return driver.acknowledge(master, from, message.value, nowMs, out);
    case "mesos.internal.FrameworkToExecutorMessage":
      return driver.message(master, from, message.value, nowMs, out);
    case "mesos.internal.ReconcileTasksMessage":
      return driver.reconcile(master, from, message.value, nowMs, out);
    case "mesos.internal.SubmitSchedulerRequest":
      return out.send(from, "mesos.internal.SubmitSchedulerResponse", { okay: false });
    default:
      return out.log("debug", "no handler for this message", { message: message.name, from });
  }
}
