/** GET /flags (EPM-13). */
import { forbidden } from "../authorize/authorize.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { methodNotAllowed } from "../responses.ts";
import { answerJson } from "./answer.ts";
import { object, string } from "./json.ts";

/** With ACLs it is no longer read by any method. */
export function flags(master: Master, request: HttpRequest): HttpResponse {
  const { authorizer, flags: values } = master.options;
  if (authorizer !== undefined && request.method !== "GET") return methodNotAllowed(["GET"], request.method);
  const refused = forbidden(master, request.principal, "VIEW_FLAGS");
  return refused ?? answerJson(request, object([["flags", flagsObject(values)]]));
}

/** Flags by name. */
export function flagsObject(values: Readonly<Record<string, string>>): string {
  return object(Object.entries(values).map(([name, value]) => [name, string(value)] as const));
}
