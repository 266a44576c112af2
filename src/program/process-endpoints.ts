/** What a process answers itself, before its core is asked: the page, the machine's load, the log level. */
import type { HttpRequest, HttpResponse } from "../master/event.ts";
import { FORBIDDEN } from "../master/authorize/authorize.ts";
import type { Authorizer } from "../model/acl/authorizer.ts";
import { machineLoad } from "../shell/readings.ts";
import { toggle } from "./logging-toggle.ts";
import type { Verbosity } from "./logging-toggle.ts";

export interface ProcessEndpoints {
  /** HTML of `/`. */
  readonly page: string;
  readonly verbosity: Verbosity;
  readonly authorizer: Authorizer;
}

/** Gives back a function that answers a request, or undefined for one that is the core's. */
export function createProcessEndpoints({ page, verbosity, authorizer }: ProcessEndpoints) {
  return ({ path, query, principal }: HttpRequest): HttpResponse | undefined => {
    switch (path) {
      case "/":
        return { status: 200, headers: { "Content-Type": "text/html; charset=utf-8" }, body: page };
      case "/system/stats.json":
        return { status: 200, headers: { "Content-Type": "application/json" }, body: JSON.stringify(systemStats()) };
      case "/logging/toggle":
        return authorizer.approver(principal, "GET_ENDPOINT_WITH_PATH")(path) ? toggle(verbosity, query) : FORBIDDEN;
      default:
        return undefined;
    }
  };
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
