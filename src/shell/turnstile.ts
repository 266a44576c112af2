/**
 * A turnstile that lets one through at a time, at an even rate, in the order they came: so does a Mesos process with
 * readers of `/metrics/snapshot` (MET-01, ENV-05). There is no credit for quiet times. Who has gone takes no turn.
 */
import { parseDuration } from "../model/duration.ts";
import { MAX_METRICS_READERS_WAITING } from "../model/limits.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import type { Clock } from "../ports.ts";

export interface Visitor {
  /** Does somebody still want what `pass` does? */
  isHere(): boolean;
  pass(): void;
  /** Instead of `pass`: nobody is here any more, or too many wait. */
  turnAway(): void;
}

export interface Turnstile {
  /** Calls `pass` at once or in its turn, or `turnAway`. */
  enter(visitor: Visitor): void;
  /** Those who wait are forgotten. */
  close(): void;
}

/** What `intervalMs` is when the environment says nothing: two a second. */
const DEFAULT_INTERVAL_MS = 500;
const NS_PER_MS = 1e6;
const MAX_INT = 2 ** 31 - 1;

/** `intervalMs`: between one and the next; undefined lets everybody through at once. */
export function createTurnstile(
  intervalMs: number | undefined, clock: Clock, longestLine = MAX_METRICS_READERS_WAITING,
): Turnstile {
  let line: Visitor[] = [];
  let nextAtMs = -Infinity;
  let disarm: (() => void) | undefined;

  const letThrough = (visitor: Visitor): void => {
    nextAtMs = clock.nowMs() + (intervalMs ?? 0);
    visitor.pass();
  };
  const turn = (): void => {
    disarm = undefined;
    let next = line.shift();
    while (next !== undefined && !next.isHere()) {
      next.turnAway();
      next = line.shift();
    }
    if (next !== undefined) letThrough(next);
    if (line.length > 0) disarm ??= clock.arm(nextAtMs, turn);
  };
  const forgetGone = (): void => {
    const gone = new Set(line.filter((visitor) => !visitor.isHere()));
    line = line.filter((visitor) => !gone.has(visitor));
    for (const visitor of gone) visitor.turnAway();
  };

  return {
    enter: (visitor) => {
      if (intervalMs === undefined || (line.length === 0 && clock.nowMs() >= nextAtMs)) {
        return letThrough(visitor);
      }
      if (line.length >= longestLine) forgetGone();
      if (line.length >= longestLine) return visitor.turnAway();
      line.push(visitor);
      disarm ??= clock.arm(nextAtMs, turn);
    },
    close: () => {
      disarm?.();
      line = [];
    },
  };
}

/** From LIBPROCESS_METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT to milliseconds between readers; undefined: no limit. */
export function readMetricsInterval(env: Readonly<Record<string, string | undefined>>): Result<number | undefined> {
  const text = env["LIBPROCESS_METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT"];
  if (text === undefined) return ok(DEFAULT_INTERVAL_MS);
  if (text === "") return ok(undefined);
  const wrong = (why: string): Result<never> => err(
    `LIBPROCESS_METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT is '${text}': expected REQUESTS/DURATION like 10/1secs, or nothing` +
      ` for no limit${why}`,
  );
  const parts = text.split("/").filter((part) => part !== "");
  if (parts.length !== 2) return wrong("");
  const [count = "", duration = ""] = parts;
  const requests = /^(?:[+-]?\d+|-?0x[\da-f]+)$/i.test(count) ? wholeOf(count) : NaN;
  if (!(requests >= 1 && requests <= MAX_INT)) return wrong(`; '${count}' is no number of requests from 1 to ${MAX_INT}`);
  const during = parseDuration(duration);
  if (!during.ok) return wrong(`; ${during.error}`);
  if (during.value <= 0n) return wrong(`; '${duration}' is no time`);
  return ok(Number(during.value) / NS_PER_MS / requests);
}

/** Of decimal digits with a sign, or hexadecimal ones. */
function wholeOf(text: string): number {
  return text.startsWith("-") ? -Number(text.slice(1)) : Number(text);
}
