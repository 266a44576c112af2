/** What a process answers itself, before its core is asked: the page, the machine's load, the log level. */
import type { HttpRequest, HttpResponse } from "../master/event.ts";
import { auditAnswer } from "../master/audit.ts";
import { answerJson } from "../master/views/answer.ts";
import { FORBIDDEN } from "../master/authorize/authorize.ts";
import type { Authorizer } from "../model/acl/authorizer.ts";
import type { Log } from "../ports.ts";
import { machineLoad } from "../shell/readings.ts";
import { toggle } from "./logging-toggle.ts";
import type { Verbosity } from "./logging-toggle.ts";

export interface ProcessEndpoints {
  /** HTML of `/`. */
  readonly page: string;
  readonly verbosity: Verbosity;
  readonly authorizer: Authorizer;
  readonly log: Log;
}

/** Gives back a function that answers a request, or undefined for one that is the core's. */
export function createProcessEndpoints({ page, verbosity, authorizer, log }: ProcessEndpoints) {
  return ({ path, query, principal }: HttpRequest): HttpResponse | undefined => {
    switch (path) {
      case "/":
        return { status: 200, headers: { "Content-Type": "text/html; charset=utf-8" }, body: page };
      case "/system/stats.json":
        return answerJson({ query }, JSON.stringify(systemStats()));
      case "/logging/toggle":
        return audited(
          { path, query, principal },
          authorizer.approver(principal, "GET_ENDPOINT_WITH_PATH")(path) ? toggle(verbosity, query) : FORBIDDEN,
          log,
        );
      default:
        return undefined;
    }
  };
}

/** Whoever wants another level is written down, as one who wants it by the operator API. */
function audited(
  { path, query, principal }: Pick<HttpRequest, "path" | "query" | "principal">, answer: HttpResponse, log: Log,
): HttpResponse {
  if (query["level"] === undefined && query["duration"] === undefined) return answer;
  const line = auditAnswer({ principal, call: "SET_LOGGING_LEVEL", details: { endpoint: `GET ${path}` } }, answer);
  log[line.status === 403 ? "warn" : "info"](line, "audit");
  return answer;
}

function systemStats(): Record<string, number> {
  const { load1, load5, load15, cpuCount, memTotalBytes, memFreeBytes } = machineLoad();
  return {
    avg_load_1min: load1,
    avg_load_5min: load5,
    avg_load_15min: load15,
    cpus_total: cpuCount,
    mem_total_bytes: memTotalBytes,
    mem_free_bytes: memFreeBytes,
  };
}
