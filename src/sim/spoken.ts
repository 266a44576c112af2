/** What is said between hosts, in a few words for people: the ids and states it is about. */
import type { Message } from "../wire/v0/messages.ts";
import type { SchedulerCall, SchedulerEvent } from "../wire/v1/scheduler.ts";

const shortNames = new Map<string, string>();

/** `mesos.internal.RunTaskMessage`: `RunTask` */
export function messageName({ name }: Message): string {
  let short = shortNames.get(name);
  if (short === undefined) {
    short = name.replace(/^mesos\.(internal|scheduler)\./, "").replace(/Message$/, "");
    shortNames.set(name, short);
  }
  return short;
}

export function messageText(message: Message): string {
  switch (message.name) {
    case "mesos.scheduler.Call":
      return `${message.value.type ?? ""} ${callText(message.value)}`;
    case "mesos.internal.RunTaskMessage":
      return message.value.task.task_id.value;
    case "mesos.internal.KillTaskMessage":
    case "mesos.internal.StatusUpdateAcknowledgementMessage":
      return message.value.task_id.value;
    case "mesos.internal.StatusUpdateMessage": {
      const { task_id, state } = message.value.update.status;
      return `${task_id.value} ${state}`;
    }
    case "mesos.internal.RegisterSlaveMessage":
      return message.value.agent.hostname;
    case "mesos.internal.ReregisterSlaveMessage":
      return `${message.value.agent.id?.value ?? ""}, ${countOf(message.value.tasks, "task")}`;
    case "mesos.internal.SlaveRegisteredMessage":
    case "mesos.internal.SlaveReregisteredMessage":
    case "mesos.internal.UpdateSlaveMessage":
      return message.value.agent_id.value;
    case "mesos.internal.ApplyOperationMessage":
      return message.value.operation_info.type ?? "";
    case "mesos.internal.UpdateOperationStatusMessage":
      return message.value.status.state;
    case "mesos.internal.PingSlaveMessage":
      return message.value.connected ? "" : "(you are not connected)";
    case "mesos.internal.ShutdownFrameworkMessage":
    case "mesos.internal.UpdateFrameworkMessage":
      return message.value.framework_id.value;
    case "mesos.internal.ResourceOffersMessage":
      return countOf(message.value.offers, "offer");
    case "mesos.internal.RescindResourceOfferMessage":
      return message.value.offer_id.value;
    default:
      return "";
  }
}

export function callText(call: SchedulerCall | undefined): string {
  if (call === undefined) return "";
  const { accept, decline, kill, acknowledge, reconcile, subscribe } = call;
  if (accept !== undefined) {
    const operations = (accept.operations ?? []).map(({ type = "", launch }) => (
      launch === undefined ? type : `${type} ${(launch.task_infos ?? []).map(({ task_id }) => task_id.value).join(" ")}`));
    return [countOf(accept.offer_ids, "offer"), ...operations].join(", ");
  }
  if (decline !== undefined) return countOf(decline.offer_ids, "offer");
  if (reconcile !== undefined) return countOf(reconcile.tasks, "task");
  if (subscribe !== undefined) return call.framework_id?.value ?? "for the first time";
  return (kill ?? acknowledge)?.task_id.value ?? "";
}

export function eventText({ subscribed, offers, inverse_offers, rescind, update, failure, error }: SchedulerEvent): string {
  if (offers !== undefined) return countOf(offers.offers, "offer");
  if (inverse_offers !== undefined) return countOf(inverse_offers.inverse_offers, "inverse offer");
  if (update !== undefined) return `${update.status.task_id.value} ${update.status.state}`;
  return subscribed?.framework_id.value ?? rescind?.offer_id.value ?? failure?.agent_id?.value ?? error?.message ?? "";
}

function countOf(list: readonly unknown[] | undefined, what: string): string {
  const count = list?.length ?? 0;
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** The fields of a line of a log that say something in one word: `action=ACCEPT agentId=...`. */
export function fieldsText(fields: object): string {
  const short = Object.entries(fields).filter(([, value]) => typeof value === "string" || typeof value === "number");
  return short.map(([name, value]) => `${name}=${String(value)}`).join(" ");
}
