/** The scheduler API over HTTP: who may say what, checked in the order of http-v1 §4.1, then the verb. */
import { refuse } from "../../model/error.ts";
import { frameworkId } from "../../model/id.ts";
import { acceptedMedia } from "../../wire/v1/media.ts";
import { readSchedulerCall } from "../../wire/v1/scheduler.ts";
import type { SchedulerCall } from "../../wire/v1/scheduler.ts";
import { detailsOf, noteChange } from "../audit.ts";
import { SCHEDULER_CALLS } from "../authorize/verbs.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { countKind } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import { plainRefusal, refused, text } from "../responses.ts";
import { isConnected } from "../state/framework.ts";
import type { Framework } from "../state/framework.ts";
import { callError } from "../validate/call.ts";
import { dispatch } from "./dispatch.ts";
import { countInvalidCall } from "./invalid-call.ts";
import { subscribeByHttp } from "./subscribe.ts";

const STREAM_ID = "mesos-stream-id";

/**
 * POST /api/v1/scheduler on a leading master; the answer of SUBSCRIBE is a stream, and so goes out by itself
 * (undefined).
 */
export function schedulerApi(
  master: Master, request: HttpRequest, nowMs: number, out: Outbox,
): HttpResponse | undefined {
  const read = readSchedulerCall(request.headers["content-type"], request.body);
  if (!read.ok) return text(read.error.status, read.error.message);
  const call = read.value;
  const { type = "UNKNOWN" } = call;
  if (SCHEDULER_CALLS[type].changes) noteChange(master, request, type, detailsOf(call));
  const invalid = callError(call, request.principal?.value);
  if (invalid !== undefined) {
    countInvalidCall(master, call);
    return text(400, `Failed to validate scheduler::Call: ${invalid}`);
  }
  const media = acceptedMedia(request.headers["accept"]);
  const isSubscribe = call.type === "SUBSCRIBE";
  if (media === undefined) {
    if (isSubscribe || call.type === "RECONCILE_OPERATIONS") return plainRefusal("NOT_ACCEPTABLE");
  } else if (isSubscribe) {
    if (request.headers[STREAM_ID] !== undefined) {
      return text(400, "Subscribe calls should not include the 'Mesos-Stream-Id' header");
    }
    subscribeByHttp(master, request.id, request.streamId, media, subscriptionOf(call, request.principal?.value), nowMs, out);
    return undefined;
  }
  const framework = master.frameworks.get(frameworkId(call.framework_id!.value));
  if (framework === undefined) return plainRefusal("FRAMEWORK_UNKNOWN");
  countKind(framework.counters, "calls", call.type!);
  return strangerRefusal(framework, request) ?? dispatch(master, framework, call, nowMs, out);
}

function subscriptionOf({ subscribe }: SchedulerCall, principal: string | undefined) {
  const { framework_info, suppressed_roles, offer_constraints } = subscribe!;
  const claims = principal === undefined || framework_info.principal !== undefined;
  const info = claims ? framework_info : { ...framework_info, principal };
  return { info, suppressedRoles: suppressed_roles, offerConstraints: offer_constraints, force: true };
}

/** The answer to one who is not the scheduler that subscribed; undefined for the one who is. */
function strangerRefusal(framework: Framework, { headers, principal: { value: principal } = {} }: HttpRequest): HttpResponse | undefined {
  const { info, connection } = framework;
  if (principal !== undefined && principal !== (info.principal ?? "")) {
    const claimed = `principal '${info.principal ?? ""}' set in \`FrameworkInfo\``;
    return text(400, `Authenticated principal '${principal}' does not match ${claimed}`);
  }
  if (!isConnected(framework)) return plainRefusal("FRAMEWORK_NOT_SUBSCRIBED");
  if (connection?.kind !== "http") return text(403, "Framework is not connected via HTTP");
  const stream = headers[STREAM_ID];
  if (stream === undefined) return plainRefusal("STREAM_ID_MISSING");
  return stream === connection.stream ? undefined : refused(refuse("STREAM_ID_WRONG", stream, framework.id));
}
