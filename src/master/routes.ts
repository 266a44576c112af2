/**
 * Which path is answered by what (EPM rows). A path belongs to an actor, `/master/state`, `/files/browse`; without an
 * actor it is the master's: `/state`. The longest prefix that stands in the table answers, empty segments do not count.
 */
import { noteChange } from "./audit.ts";
import { REALMS, realmOf } from "./authenticate/realms.ts";
import type { Realm } from "./authenticate/realms.ts";
import { WRITING_ENDPOINTS } from "./authorize/verbs.ts";
import { schedulerApi } from "./calls/scheduler-http.ts";
import type { HttpRequest, HttpResponse } from "./event.ts";
import type { Master } from "./master.ts";
import { operatorApi } from "./operator/api.ts";
import { WRITE_ROUTES } from "./operator/write-routes.ts";
import type { Outbox } from "./outbox.ts";
import { locationOf, methodNotAllowed, plainRefusal, text } from "./responses.ts";
import { READ_ROUTES } from "./views/routes.ts";

/** Answers a request; undefined when it has been answered through the outbox already. */
export type Handler = (master: Master, request: HttpRequest, nowMs: number, out: Outbox) => HttpResponse | undefined;

export interface Route {
  /** With the actor, `/master/state`. */
  readonly path: string;
  /** Methods other than these are refused; absent: all are taken. */
  readonly methods?: readonly string[];
  /** Answered by any master, leading or not; the others send the client to the leader (REG-36). */
  readonly anyMaster?: boolean;
  readonly handler: Handler;
}

export const ROUTES: readonly Route[] = [
  { path: "/master/api/v1", methods: ["POST"], handler: operatorApi },
  { path: "/master/api/v1/scheduler", methods: ["POST"], handler: schedulerApi },
  ...READ_ROUTES,
  ...WRITE_ROUTES,
];

const TABLE: ReadonlyMap<string, Route> = new Map(ROUTES.map((route) => [route.path, route]));

/** Paths of `WRITING_ENDPOINTS`, whatever the method. */
const WRITTEN: ReadonlySet<string> = new Set(Object.keys(WRITING_ENDPOINTS).map((endpoint) => endpoint.split(" ")[1]!));

export function route(master: Master, request: HttpRequest, nowMs: number, out: Outbox): void {
  const response = respond(master, request, nowMs, out);
  if (response !== undefined) out.reply(request.id, response);
}

/** Who must prove who they are before this path answers; the process's own endpoints are paths, too. */
export function realmOfPath(path: string): Realm | undefined {
  const found = Object.hasOwn(REALMS, path) ? path : routeOf(path)?.path;
  return found === undefined ? undefined : realmOf(found);
}

function respond(master: Master, request: HttpRequest, nowMs: number, out: Outbox): HttpResponse | undefined {
  const found = routeOf(request.path);
  if (found === undefined) return plainRefusal("NOT_FOUND");
  if (request.principal !== undefined && request.principal.value === undefined) return text(403, NAMELESS);
  if (master.electedAtMs === undefined && found.anyMaster !== true) return redirect(master, segmentsOf(request.path), request);
  const { methods, handler } = found;
  if (methods !== undefined && !methods.includes(request.method)) return methodNotAllowed(methods, request.method);
  if (WRITTEN.has(found.path)) {
    const endpoint = `${request.method} ${found.path}`;
    if (Object.hasOwn(WRITING_ENDPOINTS, endpoint)) noteChange(master, request, WRITING_ENDPOINTS[endpoint]!, { endpoint });
  }
  return handler(master, request, nowMs, out);
}

/** Claims alone are an executor's, and of no use here (AUT-12). */
const NAMELESS = "The request's authenticated principal contains claims, but no value string. " +
  "The master currently requires that principals have a value";

function segmentsOf(path: string): readonly string[] {
  return path.split("/").filter((segment) => segment !== "");
}

/** Paths that were asked for before and the routes that answer them. */
const known = new Map<string, Route>();
const MAX_KNOWN = 64;

function routeOf(path: string): Route | undefined {
  const before = known.get(path);
  if (before !== undefined) return before;
  const found = find(segmentsOf(path));
  if (found !== undefined && known.size < MAX_KNOWN) known.set(path, found);
  return found;
}

function find(segments: readonly string[]): Route | undefined {
  return lookUp(segments) ?? lookUp(["master", ...segments]);
}

function lookUp(segments: readonly string[]): Route | undefined {
  for (let length = segments.length; length > 0; length--) {
    const found = TABLE.get(`/${segments.slice(0, length).join("/")}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * 307 to the same thing at the leader, under the master's own name; 503 while nobody leads, or we do and have yet to
 * recover.
 */
function redirect({ leader, info }: Master, segments: readonly string[], { query }: HttpRequest): HttpResponse {
  if (leader === undefined) return plainRefusal("NO_LEADER");
  if (leader.id === info.id) return plainRefusal("MASTER_RECOVERING");
  const path = (segments[0] === "master" ? segments : ["master", ...segments]).join("/");
  const search = Object.entries(query).map(([name, value]) => (value === "" ? escape(name) : `${escape(name)}=${escape(value)}`));
  return { status: 307, headers: { Location: `${locationOf(leader)}/${path}${search.length === 0 ? "" : `?${search.join("&")}`}` } };
}

const PLAIN = /[\w.!*'()-]/;
const encoder = new TextEncoder();

/** With `%20` for a blank, where forms have a plus. */
function escape(text: string): string {
  return Array.from(encoder.encode(text), (byte) => {
    const character = String.fromCharCode(byte);
    return PLAIN.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}
