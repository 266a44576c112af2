/** What a process answers itself, before its core is asked: disabled endpoints, the page, the machine's load, the log level. */
import type { HttpRequest, HttpResponse } from "../master/event.ts";
import { machineLoad } from "../shell/readings.ts";
import { toggle } from "./logging-toggle.ts";
import type { Verbosity } from "./logging-toggle.ts";

export interface ProcessEndpoints {
  /** HTML of `/`. */
  readonly page: string;
  /** Paths nobody may use, of --firewall_rules. */
  readonly disabled: readonly string[];
  /** Actor that paths without one belong to: `master`. */
  readonly actor: string;
  readonly verbosity: Verbosity;
}

/** Gives back a function that answers a request, or undefined for one that is the core's. */
export function createProcessEndpoints({ page, disabled, actor, verbosity }: ProcessEndpoints) {
  const forbidden = new Set(disabled);
  return ({ path, query }: HttpRequest): HttpResponse | undefined => {
    if (forbidden.has(path) || forbidden.has(`/${actor}${path}`)) {
      return { status: 403, headers: { "Content-Type": "text/plain; charset=utf-8" }, body: `Endpoint '${path}' is disabled` };
    }
    switch (path) {
      case "/":
        return { status: 200, headers: { "Content-Type": "text/html; charset=utf-8" }, body: page };
      case "/system/stats.json":
        return { status: 200, headers: { "Content-Type": "application/json" }, body: JSON.stringify(systemStats()) };
      case "/logging/toggle":
        return toggle(verbosity, query);
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
