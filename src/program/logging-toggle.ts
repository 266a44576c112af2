/** How much a process logs: raised for a while by `/logging/toggle` (EPM-36) or by SET_LOGGING_LEVEL. */
import type { HttpResponse } from "../master/event.ts";
import { parseDurationMs } from "../model/duration.ts";
import { readWhole } from "../model/whole.ts";
import type { AdjustableLog } from "../shell/log.ts";

const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface Verbosity {
  /** 0 is normal, anything above is all we have. */
  level(): number;
  /** After the time the level is normal again. */
  set(level: number, forMs: number): void;
}

export function createVerbosity(log: AdjustableLog): Verbosity {
  let current = 0;
  let back: NodeJS.Timeout | undefined;
  return {
    level: () => current,
    set(level, forMs) {
      current = level;
      log.setVerbose(current > 0);
      clearTimeout(back);
      back = setTimeout(() => {
        current = 0;
        log.setVerbose(false);
      }, Math.min(Math.max(0, forMs), LONGEST_TIMER_MS));
      back.unref();
    },
  };
}

/** Answers `/logging/toggle`: shows the level, or raises it. */
export function toggle(verbosity: Verbosity, { level, duration }: Readonly<Record<string, string>>): HttpResponse {
  if (level === undefined && duration === undefined) return plain(200, `${verbosity.level()}\n`);
  if (duration === undefined) return plain(400, "Expecting 'duration=value' in query.\n");
  if (level === undefined) return plain(400, "Expecting 'level=value' in query.\n");
  const wanted = readWhole(level, 32);
  if (!wanted.ok) return plain(400, `${wanted.error}.\n`);
  if (wanted.value < 0n) return plain(400, `Invalid level '${wanted.value}'.\n`);
  const forMs = parseDurationMs(duration);
  if (!forMs.ok) return plain(400, `${forMs.error}.\n`);
  verbosity.set(Number(wanted.value), forMs.value);
  return { status: 200 };
}

function plain(status: number, body: string): HttpResponse {
  return { status, headers: { "Content-Type": "text/plain; charset=utf-8" }, body };
}
