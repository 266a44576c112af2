/** Every call of the scheduler API, made once by a framework that has an offer and a running task. New calls must say here how. */
import type { Call_Type } from "../../src/model/gen/scheduler.ts";

export interface Subjects {
  readonly agentId: string;
  readonly offerId: string;
  readonly taskId: string;
  readonly info: object;
}

const uuid = Buffer.alloc(16, 7).toString("base64");

/** The call as JSON, without its framework_id. */
export const SCHEDULER_CASES: Readonly<Record<Exclude<Call_Type, "UNKNOWN">, (subjects: Subjects) => object>> = {
  SUBSCRIBE: ({ info }) => ({ subscribe: { framework_info: info } }),
  TEARDOWN: () => ({}),
  ACCEPT: ({ offerId }) => ({ accept: { offer_ids: [{ value: offerId }], operations: [] } }),
  DECLINE: ({ offerId }) => ({ decline: { offer_ids: [{ value: offerId }] } }),
  ACCEPT_INVERSE_OFFERS: () => ({ accept_inverse_offers: { inverse_offer_ids: [{ value: "none" }] } }),
  DECLINE_INVERSE_OFFERS: () => ({ decline_inverse_offers: { inverse_offer_ids: [{ value: "none" }] } }),
  REVIVE: () => ({}),
  SUPPRESS: () => ({}),
  KILL: ({ taskId }) => ({ kill: { task_id: { value: taskId } } }),
  SHUTDOWN: ({ agentId }) => ({ shutdown: { executor_id: { value: "e" }, agent_id: { value: agentId } } }),
  ACKNOWLEDGE: ({ agentId, taskId }) => ({ acknowledge: { agent_id: { value: agentId }, task_id: { value: taskId }, uuid } }),
  ACKNOWLEDGE_OPERATION_STATUS: ({ agentId }) => ({
    acknowledge_operation_status: { agent_id: { value: agentId }, operation_id: { value: "o" }, uuid },
  }),
  RECONCILE: () => ({ reconcile: { tasks: [] } }),
  RECONCILE_OPERATIONS: () => ({ reconcile_operations: { operations: [] } }),
  MESSAGE: ({ agentId }) => ({ message: { agent_id: { value: agentId }, executor_id: { value: "e" }, data: "AAAA" } }),
  REQUEST: () => ({ request: { requests: [] } }),
  UPDATE_FRAMEWORK: ({ info }) => ({ update_framework: { framework_info: info } }),
};
