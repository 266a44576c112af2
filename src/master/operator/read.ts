/** Calls that read something short (CAL-01 to CAL-08, 13, 15, 16, 18, 26, 27, 34). */
import type { Call_Type } from "../../model/gen/master.ts";
import type { Operation as OperationMessage } from "../../model/gen/mesos.ts";
import { operationResources } from "../../model/operation-resources.ts";
import type { Principal } from "../../model/principal.ts";
import type { OperatorResponse } from "../../wire/v1/operator.ts";
import { forbidden } from "../authorize/authorize.ts";
import { viewerOf } from "../authorize/viewer.ts";
import type { HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { notAttached } from "../views/files.ts";
import { secondsOf } from "../views/json.ts";
import { shownSchedule, shownStatus } from "../views/maintenance.ts";
import { metrics } from "../views/metrics.ts";
import { operationMessage } from "../views/operation.ts";
import { quotaStatus } from "../views/quota.ts";
import { roleMessages } from "../views/roles.ts";
import { versionInfo } from "../views/version.ts";
import { shownWeights } from "../views/weights.ts";
import type { Question, Verb } from "./api.ts";
import { getLoggingLevel } from "./logging.ts";
import { respond } from "./respond.ts";

/** What is answered from the state alone. */
const ANSWERS = {
  GET_HEALTH: () => ({ get_health: { healthy: true } }),
  GET_VERSION: ({ options }) => ({ get_version: { version_info: versionInfo(options.version) } }),
  GET_OPERATIONS: (master, principal) => ({ get_operations: { operations: shownOperations(master, principal) } }),
  GET_ROLES: (master, principal) => ({ get_roles: { roles: roleMessages(master, principal) } }),
  GET_WEIGHTS: (master, principal) =>
    (master.weights.size === 0 ? {} : { get_weights: { weight_infos: shownWeights(master, principal) } }),
  GET_MASTER: ({ info, options, electedAtMs }) => ({
    get_master: {
      master_info: info,
      start_time: secondsOf(options.startedAtMs),
      ...(electedAtMs !== undefined && { elected_time: secondsOf(electedAtMs) }),
    },
  }),
  GET_MAINTENANCE_STATUS: (master, principal) => ({
    get_maintenance_status: { status: shownStatus(master, principal) },
  }),
  GET_MAINTENANCE_SCHEDULE: (master, principal) => ({
    get_maintenance_schedule: { schedule: shownSchedule(master, principal) },
  }),
  GET_QUOTA: (master, principal) => ({ get_quota: { status: quotaStatus(master, principal) } }),
} satisfies Readonly<Partial<Record<Call_Type, Answer>>>;

type Answer = (master: Master, principal: Principal | undefined) => OperatorResponse;

export const READ_VERBS: Readonly<Partial<Record<Call_Type, Verb>>> = {
  ...Object.fromEntries(Object.entries(ANSWERS).map(([type, answer]) => [type, ({ master, request, media }: Question) =>
    respond({ type: type as keyof typeof ANSWERS, ...answer(master, request.principal) }, media)])),
  GET_FLAGS: getFlags,
  GET_LOGGING_LEVEL: getLoggingLevel,
  GET_METRICS: getMetrics,
  LIST_FILES: notAttached,
  READ_FILE: notAttached,
};

function getFlags({ master, request, media }: Question): HttpResponse {
  const flags = Object.entries(master.options.flags).map(([name, value]) => ({ name, value }));
  const refused = forbidden(master, request.principal, "VIEW_FLAGS");
  return refused ?? respond({ type: "GET_FLAGS", get_flags: { flags } }, media);
}

/** Operations on resources of which all may be seen. */
function shownOperations(master: Master, principal: Principal | undefined): readonly OperationMessage[] {
  const viewer = viewerOf(master, principal);
  const shown = [...master.operations.values()].filter(({ info }) => operationResources(info).every(viewer.resource));
  return shown.map(operationMessage);
}

/** The numbers of the machine come with the second asking. */
function getMetrics({ master, request, media, nowMs, out }: Question): HttpResponse | undefined {
  if (request.readings === undefined) return out.measure(request) as undefined;
  const list = metrics(master, request.readings, nowMs).map(([name, value]) => ({ name, value }));
  return respond({ type: "GET_METRICS", get_metrics: { metrics: list } }, media);
}
