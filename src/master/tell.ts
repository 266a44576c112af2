/**
 * What a framework is told. Verbs speak in events of the v1 API; a framework that came with an old driver gets the
 * libprocess message that means the same (wire-v0 §4.4). Nothing is sent to a framework that is not connected.
 */
import type { LostSlaveMessage, StatusUpdate } from "../model/gen/internal.ts";
import type { AgentID } from "../model/gen/mesos.ts";
import type { Event_Failure } from "../model/gen/scheduler.ts";
import type { AgentId, TaskId } from "../model/id.ts";
import { NO_UPID, printUpid } from "../model/upid.ts";
import type { Upid } from "../model/upid.ts";
import type { SchedulerEvent } from "../wire/v1/scheduler.ts";
import type { Master } from "./master.ts";
import { countKind } from "./metrics.ts";
import type { Outbox } from "./outbox.ts";
import { isConnected } from "./state/framework.ts";
import type { Framework } from "./state/framework.ts";
import { sameBytes } from "./validate/uuid.ts";
import { tasksChanged } from "./state/shown-tasks.ts";

/** Sends one event. An UPDATE goes through `tellUpdate`, which drivers need to know more about. */
export function tell(master: Master, framework: Framework, event: SchedulerEvent, out: Outbox): void {
  const { connection } = framework;
  if (connection === undefined || !isConnected(framework)) return;
  countEvent(framework, event);
  if (connection.kind === "http") out.write(connection.stream, event);
  else sendToDriver(master, framework, connection.pid, event, out);
}

/**
 * Forwards a task's update and remembers what the framework will acknowledge (TSK-57). `pid` is the agent that waits
 * for the acknowledgement, or absent for an update that this master made itself, which needs none (TSK-53).
 */
export function tellUpdate(framework: Framework, update: StatusUpdate, pid: Upid | undefined, out: Outbox): void {
  const { connection } = framework;
  if (connection === undefined || !isConnected(framework)) return;
  const event = toEvent(update, pid);
  const task = framework.tasks.get(update.status.task_id.value as TaskId);
  if (task !== undefined && update.uuid !== undefined) {
    task.statusUpdateState = update.status.state;
    task.statusUpdateUuid = update.status.uuid ?? update.uuid;
    task.moment = undefined;
    tasksChanged(framework, "live");
  }
  countEvent(framework, event);
  if (connection.kind === "http") out.write(connection.stream, event);
  else out.send(connection.pid, "mesos.internal.StatusUpdateMessage", { update, pid: printUpid(pid ?? NO_UPID) });
}

function toEvent(update: StatusUpdate, pid: Upid | undefined): SchedulerEvent {
  const acknowledged = pid !== undefined && update.uuid !== undefined && update.uuid.length > 0;
  if (acknowledged && saysItAll(update)) return { type: "UPDATE", update: { status: update.status } };
  return {
    type: "UPDATE",
    update: {
      status: {
        ...update.status,
        agent_id: update.agent_id ?? update.status.agent_id,
        executor_id: update.executor_id ?? update.status.executor_id,
        timestamp: update.timestamp,
        uuid: acknowledged ? update.uuid : undefined,
      },
    },
  };
}

/** As agents write them: what stands around the status stands in it, too. */
function saysItAll({ status, agent_id, executor_id, timestamp, uuid }: StatusUpdate): boolean {
  return (
    status.timestamp === timestamp &&
    (agent_id === undefined || agent_id.value === status.agent_id?.value) &&
    (executor_id === undefined || executor_id.value === status.executor_id?.value) &&
    sameBytes(status.uuid, uuid)
  );
}

function countEvent(framework: Framework, event: SchedulerEvent): void {
  countKind(framework.counters, "events", event.type ?? "UNKNOWN");
}

/** Drivers have no word for some events, such as HEARTBEAT and UPDATE_OPERATION_STATUS: those are not sent. */
function sendToDriver(master: Master, framework: Framework, pid: Upid, event: SchedulerEvent, out: Outbox): void {
  if (event.subscribed !== undefined) {
    const { framework_id, master_info = master.info } = event.subscribed;
    out.send(pid, "mesos.internal.FrameworkRegisteredMessage", { framework_id, master_info });
  } else if (event.offers !== undefined) {
    const offers = event.offers.offers ?? [];
    out.send(pid, "mesos.internal.ResourceOffersMessage", { offers, pids: pidsOf(master, offers) });
  } else if (event.inverse_offers !== undefined) {
    const inverse_offers = event.inverse_offers.inverse_offers ?? [];
    out.send(pid, "mesos.internal.InverseOffersMessage", { inverse_offers, pids: pidsOf(master, inverse_offers) });
  } else if (event.rescind !== undefined) {
    out.send(pid, "mesos.internal.RescindResourceOfferMessage", event.rescind);
  } else if (event.rescind_inverse_offer !== undefined) {
    out.send(pid, "mesos.internal.RescindInverseOfferMessage", event.rescind_inverse_offer);
  } else if (event.message !== undefined) {
    const framework_id = { value: framework.id };
    out.send(pid, "mesos.internal.ExecutorToFrameworkMessage", { ...event.message, framework_id });
  } else if (event.failure !== undefined) {
    sendFailure(framework, pid, event.failure, out);
  } else if (event.error !== undefined) {
    out.send(pid, "mesos.internal.FrameworkErrorMessage", event.error);
  }
}

/** An executor that ended (TSK-77), or an agent that is lost (TSK-78). */
function sendFailure(framework: Framework, pid: Upid, failure: Event_Failure, out: Outbox): void {
  const { agent_id, executor_id, status = 0 } = failure;
  if (agent_id === undefined) return;
  // The very same message for all drivers, written once.
  if (executor_id === undefined) return out.send(pid, "mesos.internal.LostSlaveMessage", failure as LostSlaveMessage);
  const framework_id = { value: framework.id };
  out.send(pid, "mesos.internal.ExitedExecutorMessage", { agent_id, framework_id, executor_id, status });
}

/** For each offer the address of its agent, to which a driver sends framework messages directly. */
function pidsOf(master: Master, offers: readonly { readonly agent_id?: AgentID }[]): readonly string[] {
  return offers.map(({ agent_id }) => {
    const agent = agent_id === undefined ? undefined : master.agents.get(agent_id.value as AgentId);
    return printUpid(agent?.pid ?? NO_UPID);
  });
}
