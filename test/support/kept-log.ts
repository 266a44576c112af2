/** A log that keeps what it was told, for tests that ask what was said. */
import type { Log } from "../../src/ports.ts";

export interface KeptLog extends Log {
  readonly lines: { readonly level: string; readonly text: string; readonly fields: object }[];
}

export function keptLog(): KeptLog {
  const lines: KeptLog["lines"] = [];
  const keep = (level: string) => (fields: object, text: string) => void lines.push({ level, text, fields });
  return { lines, debug: keep("debug"), info: keep("info"), warn: keep("warn"), error: keep("error") };
}
