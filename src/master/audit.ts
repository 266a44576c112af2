/**
 * Who changed what, and with what outcome: one line of the log for every such call of an operator or a framework, also when
 * it was refused. It is written when the answer goes out, which may be steps later: after the registry. The line is a log
 * effect whose fields are an `Audit`; whoever else keeps it (the flight record) takes it from there (`auditOf`).
 */
import type { Call } from "../model/gen/scheduler.ts";
import { printPrincipal } from "../model/principal.ts";
import type { Principal } from "../model/principal.ts";
import { MAX_AUDITS_PENDING } from "../model/limits.ts";
import { SCHEDULER_CALLS } from "./authorize/verbs.ts";
import type { HttpRequest, HttpResponse, RequestId } from "./event.ts";
import type { Master } from "./master.ts";
import type { Effect, Outbox } from "./outbox.ts";

/** One line. */
export interface Audit {
  readonly audit: true;
  /** `ANY` stands for somebody who was not asked who he is. */
  readonly principal: string;
  /** A verb of `authorize/verbs.ts`. */
  readonly call: string;
  readonly outcome: "done" | "refused";
  /** Why it was refused. */
  readonly reason?: string;
  /** Of the answer; a driver gets none. */
  readonly status?: number;
  /** Where the call came in, if that was not the operator API: `PUT /master/weights`. */
  readonly endpoint?: string;
  /** The address of a driver. */
  readonly from?: string;
  readonly frameworkId?: string;
  readonly taskId?: string;
  readonly executorId?: string;
  /** Of ACCEPT, by type. */
  readonly operations?: readonly string[];
}

/** The line that this effect writes, if it is one of these. */
export function auditOf(effect: Effect): Audit | undefined {
  return effect.kind === "log" && "audit" in effect.fields ? effect.fields as Audit : undefined;
}

/** What a call is about. */
export type AuditDetails = Pick<Audit, "endpoint" | "frameworkId" | "taskId" | "executorId" | "operations">;

/** What is known before the outcome is. */
export interface Change {
  readonly principal: Principal | undefined;
  readonly call: string;
  readonly details: AuditDetails;
  /** Why it came to nothing, where the status of the answer does not say so. */
  refusal?: string;
}

export type PendingAudits = Map<RequestId, Change>;

/** A request that changes something, if it is allowed and makes sense. */
export function noteChange(master: Master, request: HttpRequest, call: string, details: AuditDetails = {}): void {
  const { audits } = master;
  for (const [oldest] of audits) {
    if (audits.size < MAX_AUDITS_PENDING) break;
    audits.delete(oldest);
  }
  audits.set(request.id, { principal: request.principal, call, details });
}

/** A subscription is refused on the stream that it opened. */
export function noteRefusal(master: Master, request: RequestId, why: string): void {
  const change = master.audits.get(request);
  if (change !== undefined) change.refusal = why;
}

/** `since`: where in the outbox the effects of this step begin. */
export function auditAnswers(master: Master, out: Outbox, since: number): void {
  const { audits } = master;
  if (audits.size === 0) return;
  for (let i = since, end = out.effects.length; i < end; i++) {
    const effect = out.effects[i]!;
    if (effect.kind !== "reply" && effect.kind !== "open") continue;
    const change = audits.get(effect.request);
    if (change === undefined) continue;
    audits.delete(effect.request);
    tell(auditAnswer(change, effect.kind === "open" ? { status: 200 } : effect.response), out);
  }
}

/** What a driver asked for by a message, which nobody answers; `refusal`: why it came to nothing. */
export function auditDriver(
  call: Call, principal: string | undefined, from: string, refusal: string | undefined, out: Outbox,
): void {
  const { type = "UNKNOWN" } = call;
  if (!SCHEDULER_CALLS[type].changes) return;
  const who = principal === undefined ? undefined : { value: principal };
  tell({ audit: true, principal: printPrincipal(who), call: type, from, ...detailsOf(call), ...outcomeOf(refusal) }, out);
}

/** What a framework's call is about. */
export function detailsOf({ framework_id, accept, kill, shutdown }: Call): AuditDetails {
  const operations = (accept?.operations ?? []).map(({ type }) => type ?? "UNKNOWN");
  return {
    ...(framework_id !== undefined && { frameworkId: framework_id.value }),
    ...(accept !== undefined && { operations }),
    ...(kill !== undefined && { taskId: kill.task_id.value }),
    ...(shutdown !== undefined && { executorId: shutdown.executor_id.value }),
  };
}

const MAX_REASON_LENGTH = 200;

/** The line about a change that was answered like this. */
export function auditAnswer({ principal, call, details, refusal }: Change, { status, body }: HttpResponse): Audit {
  const why = refusal ?? (status < 400 ? undefined : typeof body === "string" ? body : "");
  return { audit: true, principal: printPrincipal(principal), call, ...details, status, ...outcomeOf(why) };
}

function outcomeOf(refusal: string | undefined): Pick<Audit, "outcome" | "reason"> {
  if (refusal === undefined) return { outcome: "done" };
  return { outcome: "refused", ...(refusal !== "" && { reason: refusal.slice(0, MAX_REASON_LENGTH) }) };
}

function tell(line: Audit, out: Outbox): void {
  out.log(line.status === 403 ? "warn" : "info", "audit", line);
}
