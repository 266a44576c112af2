/**
 * Stands before everything that answers HTTP requests: which endpoints are disabled altogether (AUT-24), and who asks. The
 * order is that of Mesos: a disabled endpoint is 403 for everybody, then comes 401, and all else is for the endpoint itself.
 */
import type { Principal } from "../../model/principal.ts";
import { admit } from "./authenticator.ts";
import type { Headers, Realms } from "./authenticator.ts";

/** What the guard looks at. */
interface Asked {
  readonly path: string;
  readonly headers: Headers;
}

interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface GuardOptions {
  readonly realms: Realms;
  /** The realm of a path; undefined: open to everybody. */
  realmOf(path: string): string | undefined;
  /** Is this path disabled? */
  isDisabled(path: string): boolean;
  nowMs(): number;
  /** Told of everybody who is turned away. */
  onRefused?(path: string, status: number): void;
}

/** Who asks (undefined where nobody is asked), or how the request is refused. */
export type Guard = (asked: Asked) => { readonly principal: Principal | undefined } | Refusal;

export function createGuard({ realms, realmOf, isDisabled, nowMs, onRefused }: GuardOptions): Guard {
  return ({ path, headers }) => {
    if (isDisabled(path)) {
      onRefused?.(path, 403);
      const type = "text/plain; charset=utf-8";
      return { status: 403, headers: { "Content-Type": type }, body: `Endpoint '${path}' is disabled` };
    }
    const admission = admit(realms, realmOf(path), headers, nowMs());
    if ("status" in admission) onRefused?.(path, admission.status);
    return admission;
  };
}

/**
 * The paths of --firewall_rules, as Mesos takes them: `delegate` is the actor a path without one belongs to. A rule is read
 * before most actors exist, so only those of libprocess itself are recognised as one, and anything else belongs to the
 * delegate: `/state` is `/master/state`, and `/master/state` is nothing (`/master/master/state`).
 */
export function disabledPaths(rules: readonly string[], delegate: string): (path: string) => boolean {
  const disabled = new Set(rules.map((rule) => absolute(rule, delegate, (first) => EARLY_ACTORS.has(first))));
  if (disabled.size === 0) return () => false;
  return (path) => disabled.has(absolute(path, delegate, (first) => first === delegate || ACTORS.has(first)));
}

/** Rules that can never match: whoever wrote them believes something is protected. */
export function idleRules(rules: readonly string[], delegate: string): readonly string[] {
  return rules.filter((rule) => {
    const first = firstOf(rule);
    return first === delegate || (ACTORS.has(first) && !EARLY_ACTORS.has(first));
  });
}

const EARLY_ACTORS: ReadonlySet<string> = new Set(["__processes__", "help", "logging", "metrics", "profiler", "system", "version"]);
const ACTORS: ReadonlySet<string> = new Set([...EARLY_ACTORS, "files", "registrar(1)", "hierarchical-allocator(1)"]);

function absolute(path: string, delegate: string, isActor: (first: string) => boolean): string {
  const trimmed = path.replace(/\/{2,}/g, "/").replace(/(.)\/$/, "$1");
  return isActor(firstOf(trimmed)) ? trimmed : `/${delegate}${trimmed === "/" ? "" : trimmed}`;
}

function firstOf(path: string): string {
  return path.split("/").find((segment) => segment !== "") ?? "";
}

const REFUSALS_TOLD_PER_SECOND = 10;

/** Writes refusals down, so many a second at most: whoever guesses secrets shall not fill the disk, too. */
export function refusalLog(nowMs: () => number, warn: (fields: object, text: string) => void): NonNullable<GuardOptions["onRefused"]> {
  let [second, told, untold] = [0, 0, 0];
  return (path, status) => {
    const now = Math.floor(nowMs() / 1000);
    if (now !== second) {
      if (untold > 0) warn({ audit: true, requests: untold }, "More requests were refused in a second than are written down");
      [second, told, untold] = [now, 0, 0];
    }
    if (told++ < REFUSALS_TOLD_PER_SECOND) warn({ audit: true, path, status, outcome: "refused" }, "audit");
    else untold++;
  };
}
