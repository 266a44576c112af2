/**
 * Pages of other origins (CORS, and what is called cross-site request forgery). A browser lets no page read our answers but
 * our own and those that --cors_allow_origins names. Without being asked it would still carry what a page of another site
 * sends, with the credentials it remembers: such a request is refused if it could change anything. Programs say nothing of
 * origins, and notice nothing of this.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { answerText } from "./answer.ts";

export type Origins = ReadonlySet<string>;

/** `https://page.example.com,http://10.0.0.1:5050`; an origin has no path. */
export function readOrigins(text: string): Result<Origins> {
  const origins = new Set<string>();
  for (const each of text.split(",").map((part) => part.trim()).filter((part) => part !== "")) {
    const origin = URL.canParse(each) ? new URL(each).origin : "null";
    if (origin === "null" || origin !== each.replace(/\/$/, "").toLowerCase()) {
      return err(`'${each}' is no origin: expected scheme://host or scheme://host:port`);
    }
    origins.add(origin);
  }
  return ok(origins);
}

const READING: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** Puts into the answer what browsers need to know; true if the request is answered with that. */
export function answersOrigin(request: IncomingMessage, response: ServerResponse, allowed: Origins): boolean {
  const { origin, "sec-fetch-site": site, "access-control-request-method": wanted } = request.headers;
  if (allowed.size > 0) response.setHeader("Vary", "Origin");
  if (origin === undefined || !allowed.has(origin)) {
    if (site !== "cross-site" || READING.has(request.method ?? "GET")) return false;
    answerText(request, response, 403, "A page of another site may not change anything here: allow it by --cors_allow_origins");
    return true;
  }
  response.setHeader("Access-Control-Allow-Origin", origin);
  response.setHeader("Access-Control-Allow-Credentials", "true");
  response.setHeader("Access-Control-Expose-Headers", "Mesos-Stream-Id");
  if (request.method !== "OPTIONS" || wanted === undefined) return false;
  response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
  response.setHeader("Access-Control-Allow-Headers", "Accept, Authorization, Content-Type, Mesos-Stream-Id");
  response.setHeader("Access-Control-Max-Age", "600");
  answerText(request, response, 200, "");
  return true;
}
