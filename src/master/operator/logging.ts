/** SET_LOGGING_LEVEL and GET_LOGGING_LEVEL (CAL-05, CAL-06): how much the process logs, for a while. */
import { forbidden } from "../authorize/authorize.ts";
import type { HttpResponse } from "../event.ts";
import type { Question } from "./api.ts";
import { DONE } from "./asked.ts";
import type { Asked } from "./asked.ts";
import { respond } from "./respond.ts";

export function setLoggingLevel({ master, request, nowMs, out }: Asked, level: number, forMs: number): HttpResponse {
  const refusal = forbidden(master, request.principal, "SET_LOG_LEVEL");
  if (refusal !== undefined) return refusal;
  master.verbosity = { level, untilMs: nowMs + forMs };
  out.setVerbosity(level, forMs);
  return DONE;
}

export function getLoggingLevel({ master: { verbosity }, media, nowMs }: Question): HttpResponse {
  const level = nowMs < verbosity.untilMs ? verbosity.level : 0;
  return respond({ type: "GET_LOGGING_LEVEL", get_logging_level: { level } }, media);
}
