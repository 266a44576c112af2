/**
 * --rate_limits (FWK-54 to FWK-57): how many messages a second drivers of a principal may send. What comes faster waits in
 * line; a message that finds too many in line is dropped, and its driver is told, which ends it. HTTP schedulers are not
 * limited, in Mesos neither. That a connection broke waits in the same line, so that it is not heard before what was said.
 */
import { MAX_THROTTLED_MESSAGES } from "../model/limits.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import { printUpid } from "../model/upid.ts";
import type { Upid } from "../model/upid.ts";
import type { Held } from "./authenticate/sessions.ts";
import { exited } from "./calls/disconnect.ts";
import type { Master } from "./master.ts";
import { receive } from "./messages.ts";
import type { Outbox } from "./outbox.ts";
import { talkOf } from "./talk.ts";
import type { Talk } from "./talk.ts";

export interface RateLimit {
  /** Messages per second; undefined: as many as they like. */
  readonly qps: number | undefined;
  /** Messages that may wait; undefined: as many as there is room for. */
  readonly capacity: number | undefined;
}

export interface RateLimits {
  readonly byPrincipal: ReadonlyMap<string, RateLimit>;
  /** For all others together. */
  readonly others: RateLimit | undefined;
}

/** What waits: a message, or that a peer has gone. */
export type Waiting = Held | { readonly exited: Upid };

/** One line of messages. */
export interface Line {
  readonly limit: RateLimit;
  readonly waiting: Waiting[];
  /** The next one may go at this time. */
  nextAtMs: number;
}

/** The lines by principal; all others have the one without. */
export type Lines = Map<string | undefined, Line>;

/** Reads the JSON of --rate_limits. */
export function readRateLimits(json: unknown): Result<RateLimits> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return err("expected a JSON object");
  const { limits = [], aggregate_default_qps: qps, aggregate_default_capacity: capacity } = json as Record<string, unknown>;
  if (!Array.isArray(limits)) return err("'limits' is no list");
  const byPrincipal = new Map<string, RateLimit>();
  for (const each of limits as readonly Record<string, unknown>[]) {
    const { principal } = each ?? {};
    if (typeof principal !== "string") return err("an entry of 'limits' has no principal");
    if (byPrincipal.has(principal)) return err(`Duplicate principal ${principal} found in RateLimits configuration`);
    const limit = readLimit(each["qps"], each["capacity"]);
    if (!limit.ok) return err(`${limit.error} (principal ${principal})`);
    byPrincipal.set(principal, limit.value);
  }
  const others = readLimit(qps, capacity);
  if (!others.ok) return err(`${others.error} (aggregate_default)`);
  return ok({ byPrincipal, others: others.value.qps === undefined ? undefined : others.value });
}

function readLimit(qps: unknown, capacity: unknown): Result<RateLimit> {
  if (qps !== undefined && !(typeof qps === "number" && qps > 0)) return err(`Invalid qps: ${JSON.stringify(qps)}. It must be a positive number`);
  if (capacity !== undefined && !(Number.isSafeInteger(capacity) && Number(capacity) >= 0)) {
    return err(`Invalid capacity: ${JSON.stringify(capacity)}. It must be a whole number`);
  }
  return ok({ qps: qps as number | undefined, capacity: capacity as number | undefined });
}

/** True: it waits for its turn, or was dropped; false: it is its turn. */
function mustWait(master: Master, what: Waiting, nowMs: number, out: Outbox): boolean {
  const { rateLimits } = master.options;
  if (rateLimits === undefined) return false;
  const from = "exited" in what ? what.exited : what.from;
  const framework = master.frameworksByPid.get(printUpid(from));
  if (framework === undefined) return false;
  const found = lineOf(master, rateLimits, framework.info.principal);
  if (found === undefined) return false;
  const { name, line } = found;
  if (line.waiting.length === 0 && nowMs >= line.nextAtMs) {
    line.nextAtMs = nowMs + intervalMs(line);
    return false;
  }
  const capacity = Math.min(line.limit.capacity ?? Infinity, MAX_THROTTLED_MESSAGES);
  if (line.waiting.length >= capacity && !("exited" in what)) {
    const message = `Message ${what.message.name} dropped: capacity(${capacity}) exceeded`;
    out.log("warn", "dropping a message: its principal sends more than it may", { from, principal: framework.info.principal });
    out.send(from, "mesos.internal.FrameworkErrorMessage", { message });
    return true;
  }
  line.waiting.push(what);
  if (line.waiting.length === 1) arm(name, line, out);
  return true;
}

/** The next in line. */
function nextInLine(master: Master, name: string | undefined, nowMs: number, out: Outbox): Waiting | undefined {
  const line = master.lines.get(name);
  const next = line?.waiting.shift();
  if (line === undefined || next === undefined) return undefined;
  line.nextAtMs = nowMs + intervalMs(line);
  if (line.waiting.length > 0) arm(name, line, out);
  return next;
}

function lineOf(
  { lines }: Master, { byPrincipal, others }: RateLimits, principal: string | undefined,
): { readonly name: string | undefined; readonly line: Line } | undefined {
  const own = principal === undefined ? undefined : byPrincipal.get(principal);
  const limit = own ?? others;
  if (limit?.qps === undefined) return undefined;
  const name = own === undefined ? undefined : principal;
  let line = lines.get(name);
  if (line === undefined) lines.set(name, (line = { limit, waiting: [], nextAtMs: 0 }));
  return { name, line };
}

function intervalMs({ limit }: Line): number {
  return 1000 / limit.qps!;
}

function arm(name: string | undefined, { nextAtMs }: Line, out: Outbox): void {
  out.arm({ kind: "rate-limit", ...(name !== undefined && { principal: name }) }, nextAtMs);
}

/** A message or the end of a connection: taken now, or when its turn comes. */
export function hear(master: Master, what: Waiting, nowMs: number, out: Outbox): void {
  const talk = talkFrom(master, what);
  if (talk !== undefined) talk.received++;
  if (master.electedAtMs === undefined || !mustWait(master, what, nowMs, out)) handle(master, what, talk, nowMs, out);
}

/** The next in line has its turn. */
export function rateLimitTimer(master: Master, principal: string | undefined, nowMs: number, out: Outbox): void {
  const next = nextInLine(master, principal, nowMs, out);
  if (next !== undefined) handle(master, next, talkFrom(master, next), nowMs, out);
}

function talkFrom(master: Master, what: Waiting): Talk | undefined {
  return "exited" in what ? undefined : talkOf(master, what.from);
}

function handle(master: Master, what: Waiting, talk: Talk | undefined, nowMs: number, out: Outbox): void {
  if ("exited" in what) return exited(master, what.exited, nowMs, out);
  receive(master, what.from, what.to, what.message, nowMs, out);
  if (talk !== undefined) talk.processed++;
}
