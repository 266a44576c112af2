/**
 * What can be read. A view is a function from the master's state and a request to an answer; it changes nothing. Views that
 * may be long answer in pieces: everything a piece needs is taken now, in one turn, and its text is made when it is sent
 * (`fragments.ts` keeps the texts of what did not change), so that reading never holds up the master (design §7).
 *
 *     state.ts (agent framework task) · state-summary · tasks · roles      legacy JSON, written by hand
 *     quota weights maintenance registry metrics …                         by schema
 *     ../operator/                                                         the same through the operator API
 *
 * This file: which path is answered by which view (EPM-07 to EPM-43).
 */
import type { Handler, Route } from "../routes.ts";
import { text } from "../responses.ts";
import { offerConstraintsDebug } from "./constraints.ts";
import { browse, debug, download, read } from "./files.ts";
import { flags } from "./flags.ts";
import { maintenanceSchedule, maintenanceStatus } from "./maintenance.ts";
import { metricsSnapshot, prometheus } from "./metrics.ts";
import { health, help, processes, redirectToLeader } from "./process.ts";
import { quota } from "./quota.ts";
import { registry } from "./registry.ts";
import { roles } from "./roles.ts";
import { frameworks, slaves, state } from "./state.ts";
import { stateSummary } from "./state-summary.ts";
import { tasks } from "./tasks.ts";
import { version } from "./version.ts";
import { weights } from "./weights.ts";

/** Read by any method: tools post to them, too. */
const LEADER: Readonly<Record<string, Handler>> = {
  "/master/frameworks": frameworks,
  "/master/roles": roles,
  "/master/slaves": slaves,
  "/master/state": state,
  "/master/state-summary": stateSummary,
  "/master/tasks": tasks,
  "/hierarchical-allocator(1)/offer_constraints_debug": offerConstraintsDebug,
};

/** Read at any master, whether it leads or not. */
const ANY_MASTER: Readonly<Record<string, Handler>> = {
  "/__processes__": processes,
  "/files/browse": browse,
  "/files/debug": debug,
  "/files/download": download,
  "/files/read": read,
  "/help": (_, request) => help(READ_ROUTES.map(({ path }) => path), request),
  "/master/flags": flags,
  "/master/health": health,
  "/master/redirect": redirectToLeader,
  "/metrics": prometheus,
  "/metrics/snapshot": metricsSnapshot,
  "/registrar(1)/registry": registry,
  "/version": version,
};

/** Read by GET; other methods write. */
const BESIDE_WRITES: Readonly<Record<string, { readonly read: Handler; readonly writes: readonly string[] }>> = {
  "/master/maintenance/schedule": { read: maintenanceSchedule, writes: ["POST"] },
  "/master/maintenance/status": { read: maintenanceStatus, writes: [] },
  "/master/quota": { read: quota, writes: ["POST", "DELETE"] },
  "/master/weights": { read: weights, writes: ["PUT"] },
};

export const READ_ROUTES: readonly Route[] = [
  ...Object.entries(LEADER).map(([path, handler]) => ({ path, handler })),
  ...Object.entries(ANY_MASTER).map(([path, handler]) => ({ path, handler, anyMaster: true })),
  ...Object.entries(BESIDE_WRITES).map(([path, { read: handler, writes }]): Route => ({
    path,
    methods: ["GET", ...writes],
    handler: (master, request, nowMs, out) => {
      if (request.method === "GET") return handler(master, request, nowMs, out);
      return text(501, `501 Not Implemented. This master does not take ${request.method} ${path} yet`);
    },
  })),
];
