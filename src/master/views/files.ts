/**
 * GET /files/* of the master (EPM-30 to EPM-33). No path of this process is attached: its log goes where its supervisor
 * sends it, so there is nothing to browse, read or download.
 */
import { readWhole } from "../../model/whole.ts";
import { forbidden } from "../authorize/authorize.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { plainRefusal, text } from "../responses.ts";
import { answerJson } from "./answer.ts";

const NO_PATH = "Expecting 'path=value' in query.\n";

export function browse(_master: Master, { query }: HttpRequest): HttpResponse {
  return isGiven(query["path"]) ? notAttached() : text(400, NO_PATH);
}

export function read(_master: Master, { query }: HttpRequest): HttpResponse {
  if (!isGiven(query["path"])) return text(400, NO_PATH);
  return numberFlaw(query["offset"], "offset") ?? numberFlaw(query["length"], "length") ?? notAttached();
}

export function download(_master: Master, { query }: HttpRequest): HttpResponse {
  return isGiven(query["path"]) ? plainRefusal("NOT_FOUND") : text(400, NO_PATH);
}

export function debug(master: Master, request: HttpRequest): HttpResponse {
  const refused = forbidden(master, request.principal, "GET_ENDPOINT_WITH_PATH", ["/files/debug"]);
  return refused ?? answerJson(request, "{}");
}

function isGiven(path: string | undefined): boolean {
  return path !== undefined && path !== "";
}

function numberFlaw(value: string | undefined, name: "offset" | "length"): HttpResponse | undefined {
  if (value === undefined) return undefined;
  const number = readWhole(value, 64);
  if (!number.ok) return text(400, `Failed to parse ${name}: ${number.error}.\n`);
  return number.value < -1n ? text(400, `Negative ${name} provided: ${number.value}.\n`) : undefined;
}

/** 404 in the form of these endpoints: with a type and without a text. */
export function notAttached(): HttpResponse {
  return text(404, "");
}
