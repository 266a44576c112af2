/** HTTP answers in the forms Mesos gives them. */
import { refuse } from "../../model/error.ts";
import { encodeAgentResponse } from "../../wire/v1/agent.ts";
import type { AgentResponse } from "../../wire/v1/agent.ts";
import { mediaTypeName } from "../../wire/v1/media.ts";
import type { MediaType } from "../../wire/v1/media.ts";
import type { HttpResponse } from "../event.ts";
import { printJson } from "../views/json.ts";

const PLAIN = { "Content-Type": "text/plain; charset=utf-8" } as const;

/** A status with a text, or with none. */
export function text(status: number, body?: string): HttpResponse {
  return body === undefined ? { status } : { status, headers: PLAIN, body };
}

/** JSON, or with `jsonp` a call of that function. */
export function json(body: unknown, jsonp: string | undefined): HttpResponse {
  const written = printJson(body);
  if (jsonp !== undefined) {
    return { status: 200, headers: { "Content-Type": "text/javascript" }, body: `${jsonp}(${written})` };
  }
  return { status: 200, headers: { "Content-Type": "application/json" }, body: written };
}

export function message(response: AgentResponse, media: MediaType): HttpResponse {
  return { status: 200, headers: { "Content-Type": mediaTypeName(media) }, body: encodeAgentResponse(response, media) };
}

export function methodNotAllowed(allowed: readonly string[], method: string): HttpResponse {
  const { status, message: body } = refuse("METHOD_NOT_ALLOWED", allowed, method);
  return { status, headers: { ...PLAIN, Allow: allowed.join(", ") }, body };
}

export function notFound(): HttpResponse {
  return text(404, refuse("NOT_FOUND").message);
}

export function recovering(): HttpResponse {
  return text(503, refuse("AGENT_RECOVERING").message);
}
