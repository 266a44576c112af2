/**
 * What can be read. A view is a function from the master's state and a request to an answer; it changes nothing. Views
 * that may be long answer in pieces: everything a piece needs is taken now, in one turn, and made into text when it is
 * sent. Texts of records stay with them until they change (`agentMoment`, `taskMoment`), so reading never holds up the
 * master.
 *
 *     state.ts (agent framework task) · state-summary · tasks · roles      legacy JSON, written by hand
 *     quota weights maintenance registry metrics …                         by schema
 *     ../operator/                                                         the same through the operator API
 *
 * This file: which path is answered by which view (EPM-07 to EPM-43). Those that are also written to are in
 * `../operator/`.
 */
import type { Handler, Route } from "../routes.ts";
import { offerConstraintsDebug } from "./constraints.ts";
import { browse, debug, download, read } from "./files.ts";
import { flags } from "./flags.ts";
import { metricsSnapshot, prometheus } from "./metrics.ts";
import { health, help, processes, redirectToLeader } from "./process.ts";
import { memoryProfiler, memoryProfilerState, profiler } from "./profilers.ts";
import { registry } from "./registry.ts";
import { roles } from "./roles.ts";
import { shared } from "./shared.ts";
import { frameworks, slaves, state } from "./state.ts";
import { stateSummary } from "./state-summary.ts";
import { tasks } from "./tasks.ts";
import { version } from "./version.ts";

/** Read by any method: tools post to them, too. */
const LEADER: Readonly<Record<string, Handler>> = {
  "/master/frameworks": shared(frameworks),
  "/master/roles": shared(roles),
  "/master/slaves": shared(slaves),
  "/master/state": shared(state),
  "/master/state-summary": shared(stateSummary),
  "/master/tasks": shared(tasks),
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
  "/memory-profiler/download/graph": memoryProfiler,
  "/memory-profiler/download/raw": memoryProfiler,
  "/memory-profiler/download/text": memoryProfiler,
  "/memory-profiler/start": memoryProfiler,
  "/memory-profiler/state": memoryProfilerState,
  "/memory-profiler/statistics": memoryProfiler,
  "/memory-profiler/stop": memoryProfiler,
  "/metrics": prometheus,
  "/metrics/snapshot": metricsSnapshot,
  "/profiler/start": profiler,
  "/profiler/stop": profiler,
  "/registrar(1)/registry": registry,
  "/version": version,
};

export const READ_ROUTES: readonly Route[] = [
  ...Object.entries(LEADER).map(([path, handler]) => ({ path, handler })),
  ...Object.entries(ANY_MASTER).map(([path, handler]) => ({ path, handler, anyMaster: true })),
];
