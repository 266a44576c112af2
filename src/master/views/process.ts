/**
 * Endpoints about this process and where to go instead: /health, /redirect, /help, /__processes__ (EPM-14, 15, 39, 42).
 */
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { locationOf, plainRefusal, text } from "../responses.ts";
import { answerJson } from "./answer.ts";
import { array, object, string, strings } from "./json.ts";

/** 200 while the process lives. */
export function health(): HttpResponse {
  return text(200);
}

/** To the leader, which may be ourselves; below this path there is nothing. */
export function redirectToLeader({ leader }: Master, { path }: HttpRequest): HttpResponse {
  if (leader === undefined) return plainRefusal("NO_LEADER");
  if (!/^(\/master)?\/redirect$/.test(path)) return plainRefusal("NOT_FOUND");
  return { status: 307, headers: { Location: locationOf(leader) } };
}

/** The actors of a Mesos master as tools know them; ours have no mailboxes, so nothing ever waits in one. */
export function processes({ pid }: Master, request: HttpRequest): HttpResponse {
  return answerJson(request, array([object([["id", string(pid.id)], ["events", "[]"]])]));
}

/**
 * Which endpoints there are; `/help/<actor>` and `/help/<actor>/<endpoint>` show some of them, `?format=json` the same
 * for programs. `paths` are all paths with their actor.
 */
export function help(paths: readonly string[], request: HttpRequest): HttpResponse {
  const [, ...about] = request.path.split("/").filter((segment) => segment !== "");
  const prefix = about.map((segment) => `/${segment}`).join("");
  const shown = paths.filter((path) => path === prefix || path.startsWith(`${prefix}/`) || prefix === "").sort();
  if (shown.length === 0) return plainRefusal("NOT_FOUND");
  if (request.query["format"] === "json") return answerJson(request, object([["endpoints", strings(shown)]]));
  return text(200, `${shown.join("\n")}\n`);
}
