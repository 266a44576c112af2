/**
 * What a framework may say: every call of the scheduler API but SUBSCRIBE, and the verb that takes it. Who may say it,
 * in which form and with what answer is for the two entries to know: `scheduler-http.ts` and `driver.ts`.
 */
import type { Call } from "../../model/gen/scheduler.ts";
import { plainRefusal } from "../responses.ts";
import type { HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import type { Framework } from "../state/framework.ts";
import { accept } from "./accept.ts";
import { acknowledgeOperationStatus } from "./acknowledge-operation-status.ts";
import { acknowledge } from "./acknowledge.ts";
import { decline } from "./decline.ts";
import { answerInverseOffers } from "./inverse-offers.ts";
import { kill } from "./kill.ts";
import { message } from "./message.ts";
import { reconcileOperations } from "./reconcile-operations.ts";
import { reconcile } from "./reconcile.ts";
import { revive, suppress } from "./revive.ts";
import { shutdown } from "./shutdown.ts";
import { removeFramework } from "./teardown.ts";
import { changeFramework } from "./update-framework.ts";

const ACCEPTED: HttpResponse = { status: 202 };

/** Carries out a call that `callError` has passed; the answer is what the HTTP API gives. */
export function dispatch(master: Master, framework: Framework, call: Call, nowMs: number, out: Outbox): HttpResponse {
  switch (call.type) {
    case "TEARDOWN":
      removeFramework(master, framework, nowMs, out);
      return ACCEPTED;
    case "ACCEPT":
      accept(master, framework, call.accept!, nowMs, out);
      return ACCEPTED;
    case "DECLINE":
      decline(master, framework, call.decline!, nowMs, out);
      return ACCEPTED;
    case "ACCEPT_INVERSE_OFFERS": {
      const { inverse_offer_ids: ids, filters } = call.accept_inverse_offers!;
      answerInverseOffers(master, framework, "ACCEPT", { ids, filters }, nowMs, out);
      return ACCEPTED;
    }
    case "DECLINE_INVERSE_OFFERS": {
      const { inverse_offer_ids: ids, filters } = call.decline_inverse_offers!;
      answerInverseOffers(master, framework, "DECLINE", { ids, filters }, nowMs, out);
      return ACCEPTED;
    }
    case "REVIVE":
      revive(master, framework, call.revive ?? {}, out);
      return ACCEPTED;
    case "SUPPRESS":
      suppress(master, framework, call.suppress ?? {}, out);
      return ACCEPTED;
    case "KILL":
      kill(master, framework, call.kill!, nowMs, out);
      return ACCEPTED;
    case "SHUTDOWN":
      shutdown(master, framework, call.shutdown!, out);
      return ACCEPTED;
    case "ACKNOWLEDGE":
      acknowledge(master, framework, call.acknowledge!, out);
      return ACCEPTED;
    case "ACKNOWLEDGE_OPERATION_STATUS":
      acknowledgeOperationStatus(master, framework, call.acknowledge_operation_status!, out);
      return ACCEPTED;
    case "RECONCILE":
      reconcile(master, framework, call.reconcile!, nowMs, out);
      return ACCEPTED;
    case "RECONCILE_OPERATIONS":
      reconcileOperations(master, framework, call.reconcile_operations!, out);
      return ACCEPTED;
    case "MESSAGE":
      message(master, framework, call.message!, out);
      return ACCEPTED;
    case "REQUEST":
      // A wish for resources: the allocator of Mesos takes no notice of it either (FWK-60).
      count(master.counters, "messages_resource_request");
      return ACCEPTED;
    case "UPDATE_FRAMEWORK":
      return changeFramework(master, framework, call.update_framework!, out);
    default:
      return plainRefusal("CALL_UNKNOWN");
  }
}
