/** HTTP answers in the forms Mesos gives them. */
import { refuse } from "../model/error.ts";
import type { ErrorCode, Refusal } from "../model/error.ts";
import type { MasterInfo } from "../model/gen/mesos.ts";
import type { HttpResponse } from "./event.ts";

/** A status with a text, or with none. */
export function text(status: number, body?: string): HttpResponse {
  if (body === undefined) return { status };
  return { status, headers: { "Content-Type": "text/plain; charset=utf-8" }, body };
}

/** A refusal from the table of errors. */
export function refused(refusal: Refusal): HttpResponse {
  return text(refusal.status, refusal.message);
}

/** A refusal that needs no details. */
export function plainRefusal(code: Exclude<ErrorCode, "STREAM_ID_WRONG" | "METHOD_NOT_ALLOWED">): HttpResponse {
  return refused(refuse(code));
}

/** Where a master is, for a Location header: `//host:port`. */
export function locationOf({ address, hostname, port }: MasterInfo): string {
  return `//${address?.hostname ?? hostname ?? address?.ip ?? ""}:${port}`;
}

/** 405 with the methods that are allowed. */
export function methodNotAllowed(allowed: readonly string[], method: string): HttpResponse {
  const { status, message } = refuse("METHOD_NOT_ALLOWED", allowed, method);
  return { status, headers: { "Content-Type": "text/plain; charset=utf-8", Allow: allowed.join(", ") }, body: message };
}
