/**
 * Every HTTP request to the agent (EPA rows). A path begins with the actor (`/slave(1)/state`, `/files/browse`); one
 * that begins with no actor is ours. The longest known prefix decides, and methods do not matter except where calls are
 * posted.
 */
import { parseDuration } from "../../model/duration.ts";
import { FORBIDDEN, authorized, endpointRefusal } from "../authorize/authorize.ts";
import { viewerOf } from "../authorize/viewer.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state.ts";
import { flagsView, stateView, versionView } from "../views/state.ts";
import { json, notFound, recovering, text } from "./answers.ts";
import { executorApi } from "./executor-api.ts";
import { filesEndpoint } from "./files.ts";
import { loggingToggle } from "./logging.ts";
import { measureFor, selectContainers } from "./measure.ts";
import { operatorApi } from "./operator-api.ts";
import { realmOf } from "./realms.ts";
import type { Realm } from "./realms.ts";
import { resourceProviderApi } from "./resource-provider-api.ts";

/** Undefined: the answer comes later, or is a stream. */
type Endpoint = (agent: Agent, request: HttpRequest, nowMs: number, out: Outbox) => HttpResponse | undefined;

export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  "/api/v1": (agent, request, _, out) => operatorApi(agent, request, out),
  "/api/v1/executor": executorApi,
  "/api/v1/resource_provider": resourceProviderApi,
  "/containerizer/debug": (_, request) => json({ pending: [] }, request.query["jsonp"]),
  "/containers": (agent, request, _, out) =>
    measureFor(agent, request.id, {
      kind: "containers", ...asked(request), containerIds: selectContainers(agent, request.query, request.principal),
    }, out),
  "/files/browse": filesEndpoint,
  "/files/debug": filesEndpoint,
  "/files/download": filesEndpoint,
  "/files/read": filesEndpoint,
  "/flags": (agent, request) =>
    authorized(agent, request.principal, "VIEW_FLAGS") ? json(flagsView(agent), request.query["jsonp"]) : FORBIDDEN,
  "/health": () => text(200),
  "/logging/toggle": (_, request) => loggingToggle(request),
  "/metrics/snapshot": metricsSnapshot,
  "/monitor/statistics": (agent, request, _, out) =>
    measureFor(agent, request.id, {
      kind: "statistics", ...asked(request), containerIds: selectContainers(agent, {}, request.principal),
    }, out),
  "/state": (agent, request) =>
    agent.state === "RECOVERING"
      ? recovering()
      : json(stateView(agent, viewerOf(agent, request.principal)), request.query["jsonp"]),
  "/system/stats.json": (agent, request, _, out) =>
    measureFor(agent, request.id, { kind: "system", ...asked(request) }, out),
  "/version": (agent, request) => json(versionView(agent), request.query["jsonp"]),
};

/** Actors of a Mesos process whose endpoints are reached under their own name only. */
const OTHER_ACTORS = new Set(["containerizer", "files", "logging", "metrics", "monitor", "system", "version"]);

export function route(agent: Agent, request: HttpRequest, nowMs: number, out: Outbox): void {
  const name = endpointOf(agent.options.actor, request.path);
  const response = name === undefined
    ? notFound()
    : (endpointRefusal(agent, request.principal, name) ?? ENDPOINTS[name]!(agent, request, nowMs, out));
  if (response !== undefined) out.reply(request.id, response);
}

/** Who must prove who they are before this path answers. */
export function realmOfPath(actor: string, path: string): Realm | undefined {
  const name = endpointOf(actor, path);
  return name === undefined ? undefined : realmOf(name);
}

/** The endpoint's name in the table. */
function endpointOf(actor: string, path: string): string | undefined {
  const segments = path.split("/").filter((segment) => segment !== "");
  const ours = segments[0] === actor;
  const [first = "", ...rest] = ours ? segments.slice(1) : segments;
  if (ours && OTHER_ACTORS.has(first) && first !== "monitor" && first !== "containerizer") return undefined;
  for (let length = rest.length; length >= 0; length--) {
    const name = `/${[first, ...rest.slice(0, length)].join("/")}`;
    if (Object.hasOwn(ENDPOINTS, name)) return name;
  }
  return undefined;
}

/** Everything is there at once, so a timeout never leaves anything out; it must be one, though (MET-01). */
function metricsSnapshot(agent: Agent, request: HttpRequest, _nowMs: number, out: Outbox): HttpResponse | undefined {
  const { timeout } = request.query;
  const parsed = timeout === undefined ? undefined : parseDuration(timeout);
  if (parsed?.ok === false) return text(400, `Invalid timeout '${timeout}': ${parsed.error}.\n`);
  return measureFor(agent, request.id, { kind: "metrics", ...asked(request) }, out);
}

function asked({ query }: HttpRequest): { readonly jsonp?: string } {
  return query["jsonp"] === undefined ? {} : { jsonp: query["jsonp"] };
}
