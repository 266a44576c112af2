/**
 * Who changed what, and with what outcome: one line of the log for every such call of an operator or a framework, also when
 * it was refused. It is written when the answer goes out, which may be steps later: after the registry.
 */
import type { Call } from "../model/gen/scheduler.ts";
import { printPrincipal } from "../model/principal.ts";
import type { Principal } from "../model/principal.ts";
import { MAX_AUDITS_PENDING } from "../model/limits.ts";
import { SCHEDULER_CALLS } from "./authorize/verbs.ts";
import type { HttpRequest, HttpResponse, RequestId } from "./event.ts";
import type { Master } from "./master.ts";
import type { Outbox } from "./outbox.ts";

/** What is known before the outcome is. */
export interface Change {
  readonly principal: Principal | undefined;
  readonly call: string;
  readonly details: object;
  /** Why it came to nothing, where the status of the answer does not say so. */
  refusal?: string;
}

export type PendingAudits = Map<RequestId, Change>;

/** A request that changes something, if it is allowed and makes sense. */
export function noteChange(master: Master, request: HttpRequest, call: string, details: object = {}): void {
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
    write(change, effect.kind === "open" ? { status: 200 } : effect.response, out);
  }
}

/** What a driver asked for by a message, which nobody answers. */
export function auditDriver(call: Call, principal: string | undefined, from: string, outcome: string, out: Outbox): void {
  if (!SCHEDULER_CALLS[call.type ?? "UNKNOWN"].changes) return;
  const who = principal === undefined ? undefined : { value: principal };
  const fields = { audit: true, principal: printPrincipal(who), call: call.type, from, ...detailsOf(call), outcome };
  out.log("info", "audit", fields);
}

/** What a framework's call is about. */
export function detailsOf({ framework_id, accept, kill, shutdown }: Call): object {
  const operations = (accept?.operations ?? []).map(({ type }) => type ?? "UNKNOWN");
  return {
    ...(framework_id !== undefined && { frameworkId: framework_id.value }),
    ...(accept !== undefined && { operations }),
    ...(kill !== undefined && { taskId: kill.task_id.value }),
    ...(shutdown !== undefined && { executorId: shutdown.executor_id.value }),
  };
}

const MAX_REASON_LENGTH = 200;

function write({ principal, call, details, refusal }: Change, { status, body }: HttpResponse, out: Outbox): void {
  const why = refusal ?? (status >= 400 && typeof body === "string" ? body : undefined);
  const reason = why === undefined ? {} : { reason: why.slice(0, MAX_REASON_LENGTH) };
  const outcome = status < 400 && refusal === undefined ? "done" : "refused";
  const fields = { audit: true, principal: printPrincipal(principal), call, ...details, status, outcome, ...reason };
  out.log(status === 403 ? "warn" : "info", "audit", fields);
}
