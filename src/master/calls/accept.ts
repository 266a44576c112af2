/**
 * ACCEPT uses offers of one agent and one role: its operations are carried out in order, each on what the ones before
 * it left over, and the rest goes back to the cluster with the filters (OFR-09 to OFR-14).
 */
import type { Offer_Operation } from "../../model/gen/mesos.ts";
import type { Call_Accept } from "../../model/gen/scheduler.ts";
import { offerId } from "../../model/id.ts";
import { sum } from "../../model/resources.ts";
import { toldTaskState } from "../../model/task-state.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import { inOfferedOrder } from "../offers.ts";
import { beginAcceptance, refuseOperation, settle } from "../operations/acceptance.ts";
import { perform } from "../operations/perform.ts";
import { refuseTasks } from "../operations/refuse-tasks.ts";
import type { TaskRefusal } from "../operations/refuse-tasks.ts";
import type { Outbox } from "../outbox.ts";
import type { Framework } from "../state/framework.ts";
import { returnOffer, takeOffer } from "../state/offers.ts";
import { acceptableOffers } from "../validate/offers.ts";
import { refusalOf } from "./filters.ts";
import { prepareOperation, tasksOf } from "./prepare-operation.ts";

export function accept(master: Master, framework: Framework, call: Call_Accept, nowMs: number, out: Outbox): void {
  const operations = call.operations ?? [];
  for (const { type, launch } of operations) {
    if (type !== "LAUNCH") continue;
    const launches = (launch?.task_infos?.length ?? 0) > 0;
    count(master.counters, launches ? "messages_launch_tasks" : "messages_decline_offers");
  }
  const offers = acceptableOffers(master, framework, call.offer_ids);
  if (!offers.ok) return refuseAll(master, framework, call, offers.error, nowMs, out);

  const [first, ...others] = offers.value;
  const { agentId, role } = first;
  const agent = master.agents.get(agentId)!;
  const ready: Offer_Operation[] = [];
  for (const operation of operations) {
    const prepared = prepareOperation(master, framework, agent, role, operation, nowMs, out);
    if (prepared !== undefined) ready.push(prepared);
  }
  for (const offer of offers.value) takeOffer(master, offer, out);
  count(framework.counters, "offers/accepted", offers.value.length);
  const offered = others.length === 0
    ? inOfferedOrder(first.resources)
    : sum(offers.value.flatMap(({ resources }) => inOfferedOrder(resources)));
  const acceptance = beginAcceptance(master, framework, agent, { role, offered }, nowMs, out);
  for (const operation of ready) perform(acceptance, operation);
  settle(acceptance, refusalOf(call.filters, nowMs));
}

/** One bad offer spoils them all: none is used, and none is kept (OFR-11). Other frameworks' offers are not touched. */
function refuseAll(
  master: Master, framework: Framework, call: Call_Accept, why: string, nowMs: number, out: Outbox,
): void {
  for (const { value } of call.offer_ids ?? []) {
    const offer = framework.offers.get(offerId(value));
    if (offer !== undefined) returnOffer(master, offer, undefined, out);
  }
  const state = toldTaskState("TASK_DROPPED", framework.capabilities.has("PARTITION_AWARE"));
  const message = `Task launched with invalid offers: ${why}`;
  const refusal: TaskRefusal = { state, reason: "REASON_INVALID_OFFERS", message };
  for (const operation of call.operations ?? []) {
    const tasks = tasksOf(operation);
    if (tasks !== undefined) refuseTasks(master, framework, tasks, refusal, nowMs, out);
    else refuseOperation(master, framework, operation, `Operation attempted with invalid offers: ${why}`, out);
  }
}
