/** GET /flags (EPM-13). */
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { answerJson } from "./answer.ts";
import { object, string } from "./json.ts";

export function flags({ options }: Master, request: HttpRequest): HttpResponse {
  return answerJson(request, object([["flags", flagsObject(options.flags)]]));
}

/** Flags by name. */
export function flagsObject(values: Readonly<Record<string, string>>): string {
  return object(Object.entries(values).map(([name, value]) => [name, string(value)] as const));
}
