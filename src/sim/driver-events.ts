/** What a driver makes of the messages that masters send to it: the events of the v1 API that mean the same (wire-v0 §4.4). */
import type { MasterEvent } from "../master/event.ts";
import type { Message } from "../wire/v0/messages.ts";
import type { SchedulerCall, SchedulerEvent } from "../wire/v1/scheduler.ts";

/** What a driver says in a message to a master. */
export function driverCall(event: MasterEvent): SchedulerCall | undefined {
  if (event.type !== "message" || event.message.name !== "mesos.scheduler.Call") return undefined;
  return event.message.value as SchedulerCall;
}

/** Undefined: not for a scheduler, or nothing it looks at. */
export function eventOf(message: Message): SchedulerEvent | undefined {
  switch (message.name) {
    case "mesos.internal.FrameworkRegisteredMessage":
    case "mesos.internal.FrameworkReregisteredMessage": {
      const { framework_id, master_info } = message.value;
      return { type: "SUBSCRIBED", subscribed: { framework_id, master_info } };
    }
    case "mesos.internal.ResourceOffersMessage":
      return { type: "OFFERS", offers: { offers: message.value.offers ?? [] } };
    case "mesos.internal.InverseOffersMessage":
      return { type: "INVERSE_OFFERS", inverse_offers: { inverse_offers: message.value.inverse_offers ?? [] } };
    case "mesos.internal.RescindResourceOfferMessage":
      return { type: "RESCIND", rescind: message.value };
    case "mesos.internal.RescindInverseOfferMessage":
      return { type: "RESCIND_INVERSE_OFFER", rescind_inverse_offer: message.value };
    case "mesos.internal.StatusUpdateMessage": {
      const { update: { status, agent_id, uuid }, pid = "" } = message.value;
      // Updates of a master come from nowhere, and nobody waits for their acknowledgement.
      const { uuid: _, ...unacknowledged } = status;
      const isAcknowledged = pid !== "" && pid !== NOWHERE && uuid !== undefined;
      return { type: "UPDATE", update: { status: { ...unacknowledged, agent_id, ...(isAcknowledged ? { uuid } : {}) } } };
    }
    case "mesos.internal.LostSlaveMessage":
      return { type: "FAILURE", failure: { agent_id: message.value.agent_id } };
    case "mesos.internal.ExitedExecutorMessage": {
      const { agent_id, executor_id, status } = message.value;
      return { type: "FAILURE", failure: { agent_id, executor_id, status } };
    }
    case "mesos.internal.FrameworkErrorMessage":
      return { type: "ERROR", error: message.value };
    default:
      return undefined;
  }
}

/** As the address of nobody is written. */
const NOWHERE = "@0.0.0.0:0";
