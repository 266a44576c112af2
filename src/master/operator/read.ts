/** Calls that read something short (CAL-01 to CAL-08, 13, 15, 16, 18, 26, 27, 34). */
import type { Call_Type } from "../../model/gen/master.ts";
import type { OperatorResponse } from "../../wire/v1/operator.ts";
import type { HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { notAttached } from "../views/files.ts";
import { secondsOf } from "../views/json.ts";
import { scheduleOf, statusOf } from "../views/maintenance.ts";
import { metrics } from "../views/metrics.ts";
import { operationMessage } from "../views/operation.ts";
import { quotaStatus } from "../views/quota.ts";
import { roleMessages } from "../views/roles.ts";
import { versionInfo } from "../views/version.ts";
import { weightInfos } from "../views/weights.ts";
import type { Question, Verb } from "./api.ts";
import { respond } from "./respond.ts";

/** What is answered from the state alone. */
const ANSWERS = {
  GET_HEALTH: () => ({ get_health: { healthy: true } }),
  GET_FLAGS: ({ options }) => ({
    get_flags: { flags: Object.entries(options.flags).map(([name, value]) => ({ name, value })) },
  }),
  GET_VERSION: ({ options }) => ({ get_version: { version_info: versionInfo(options.version) } }),
  GET_LOGGING_LEVEL: () => ({ get_logging_level: { level: 0 } }),
  GET_OPERATIONS: ({ operations }) => ({ get_operations: { operations: Array.from(operations.values(), operationMessage) } }),
  GET_ROLES: (master) => ({ get_roles: { roles: roleMessages(master) } }),
  GET_WEIGHTS: (master) => (master.weights.size === 0 ? {} : { get_weights: { weight_infos: weightInfos(master) } }),
  GET_MASTER: ({ info, options, electedAtMs }) => ({
    get_master: {
      master_info: info,
      start_time: secondsOf(options.startedAtMs),
      ...(electedAtMs !== undefined && { elected_time: secondsOf(electedAtMs) }),
    },
  }),
  GET_MAINTENANCE_STATUS: (master) => ({ get_maintenance_status: { status: statusOf(master) } }),
  GET_MAINTENANCE_SCHEDULE: (master) => ({ get_maintenance_schedule: { schedule: scheduleOf(master) } }),
  GET_QUOTA: (master) => ({ get_quota: { status: quotaStatus(master) } }),
} satisfies Readonly<Partial<Record<Call_Type, (master: Master) => OperatorResponse>>>;

export const READ_VERBS: Readonly<Partial<Record<Call_Type, Verb>>> = {
  ...Object.fromEntries(Object.entries(ANSWERS).map(([type, answer]) => [type, ({ master, media }: Question) =>
    respond({ type: type as keyof typeof ANSWERS, ...answer(master) }, media)])),
  GET_METRICS: getMetrics,
  LIST_FILES: notAttached,
  READ_FILE: notAttached,
};

/** The numbers of the machine come with the second asking. */
function getMetrics({ master, request, media, nowMs, out }: Question): HttpResponse | undefined {
  if (request.readings === undefined) return out.measure(request) as undefined;
  const list = metrics(master, request.readings, nowMs).map(([name, value]) => ({ name, value }));
  return respond({ type: "GET_METRICS", get_metrics: { metrics: list } }, media);
}
