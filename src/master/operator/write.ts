/** Calls that change something (CAL-06, CAL-17, CAL-20 to CAL-25, CAL-28 to CAL-33, CAL-35 to CAL-39). */
import type { Call_Type } from "../../model/gen/master.ts";
import type { Offer_Operation } from "../../model/gen/mesos.ts";
import { nsToMs } from "../../model/duration.ts";
import type { AgentId, FrameworkId } from "../../model/id.ts";
import type { OperatorCall } from "../../wire/v1/operator.ts";
import type { HttpResponse } from "../event.ts";
import type { Question, Verb } from "./api.ts";
import { deactivateAgent, reactivateAgent } from "./deactivate.ts";
import { drainAgent } from "./drain.ts";
import { markGone, teardown } from "./leave.ts";
import { setLoggingLevel } from "./logging.ts";
import { startMaintenance, stopMaintenance, updateSchedule } from "./maintenance.ts";
import { removeQuota, setQuota, updateQuota } from "./quota.ts";
import { operateOn } from "./resources.ts";
import { updateWeights } from "./weights.ts";

/** The message of the call's name is there: `operatorCallError` has looked. */
export const WRITE_VERBS: Readonly<Partial<Record<Call_Type, Verb>>> = {
  UPDATE_WEIGHTS: withCall("update_weights", (asked, { weight_infos }) => updateWeights(asked, weight_infos ?? [])),
  UPDATE_QUOTA: withCall("update_quota", updateQuota),
  SET_QUOTA: withCall("set_quota", (asked, { quota_request }) => setQuota(asked, quota_request)),
  REMOVE_QUOTA: withCall("remove_quota", (asked, { role }) => removeQuota(asked, role)),
  RESERVE_RESOURCES: onAgent("reserve_resources", ({ source, resources }) => (
    { type: "RESERVE", reserve: { source, resources } })),
  UNRESERVE_RESOURCES: onAgent("unreserve_resources", ({ resources }) => (
    { type: "UNRESERVE", unreserve: { resources } })),
  CREATE_VOLUMES: onAgent("create_volumes", ({ volumes }) => ({ type: "CREATE", create: { volumes } })),
  DESTROY_VOLUMES: onAgent("destroy_volumes", ({ volumes }) => ({ type: "DESTROY", destroy: { volumes } })),
  GROW_VOLUME: onAgent("grow_volume", ({ volume, addition }) => (
    { type: "GROW_VOLUME", grow_volume: { volume, addition } })),
  SHRINK_VOLUME: onAgent("shrink_volume", ({ volume, subtract }) => (
    { type: "SHRINK_VOLUME", shrink_volume: { volume, subtract } })),
  UPDATE_MAINTENANCE_SCHEDULE: withCall("update_maintenance_schedule", (asked, { schedule }) => (
    updateSchedule(asked, schedule))),
  START_MAINTENANCE: withCall("start_maintenance", (asked, { machines }) => startMaintenance(asked, machines)),
  STOP_MAINTENANCE: withCall("stop_maintenance", (asked, { machines }) => stopMaintenance(asked, machines)),
  DRAIN_AGENT: withCall("drain_agent", drainAgent),
  DEACTIVATE_AGENT: withCall("deactivate_agent", (asked, { agent_id }) => (
    deactivateAgent(asked, agent_id.value as AgentId))),
  REACTIVATE_AGENT: withCall("reactivate_agent", (asked, { agent_id }) => (
    reactivateAgent(asked, agent_id.value as AgentId))),
  TEARDOWN: withCall("teardown", (asked, { framework_id }) => teardown(asked, framework_id.value as FrameworkId)),
  MARK_AGENT_GONE: withCall("mark_agent_gone", (asked, { agent_id }) => markGone(asked, agent_id.value as AgentId)),
  SET_LOGGING_LEVEL: withCall("set_logging_level", (asked, { level, duration }) =>
    setLoggingLevel(asked, level, nsToMs(duration.nanoseconds))),
};

type Member = Exclude<keyof OperatorCall, "type">;

function withCall<M extends Member>(
  member: M, verb: (question: Question, call: NonNullable<OperatorCall[M]>) => HttpResponse | undefined,
): Verb {
  return (question) => verb(question, question.call[member]!);
}

type OperationMember =
  | "reserve_resources" | "unreserve_resources" | "create_volumes" | "destroy_volumes" | "grow_volume"
  | "shrink_volume";

function onAgent<M extends OperationMember>(
  member: M, operation: (call: NonNullable<OperatorCall[M]>) => Offer_Operation,
): Verb {
  return withCall(member, (question, call) => (
    operateOn(question, (call.agent_id?.value ?? "") as AgentId, operation(call))));
}
