/** `/logging/toggle` (EPM-36): shows the verbosity, or raises it for a while. Level 0 is normal, anything above is all we have. */
import type { HttpResponse } from "../master/event.ts";
import { parseDurationMs } from "../model/duration.ts";
import type { AdjustableLog } from "../shell/log.ts";

export function createLoggingToggle(log: AdjustableLog): (query: Readonly<Record<string, string>>) => HttpResponse {
  let current = 0;
  let back: NodeJS.Timeout | undefined;
  return ({ level, duration }) => {
    if (level === undefined && duration === undefined) return plain(200, `${current}\n`);
    if (duration === undefined) return plain(400, "Expecting 'duration=value' in query.\n");
    if (level === undefined) return plain(400, "Expecting 'level=value' in query.\n");
    if (!/^-?\d+$/.test(level)) return plain(400, `Failed to convert '${level}' to number.\n`);
    if (Number(level) < 0) return plain(400, `Invalid level '${level}'.\n`);
    const forMs = parseDurationMs(duration);
    if (!forMs.ok) return plain(400, `${forMs.error}.\n`);
    current = Number(level);
    log.setVerbose(current > 0);
    clearTimeout(back);
    back = setTimeout(() => {
      current = 0;
      log.setVerbose(false);
    }, Math.min(forMs.value, 2 ** 31 - 1));
    back.unref();
    return { status: 200 };
  };
}

function plain(status: number, body: string): HttpResponse {
  return { status, headers: { "Content-Type": "text/plain; charset=utf-8" }, body };
}
