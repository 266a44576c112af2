/** GET /logging/toggle: how talkative the log is (EPM-34). Ours is set at the start and stays. */
import { parseDuration } from "../../model/duration.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import { text } from "./answers.ts";

export function loggingToggle({ query }: HttpRequest): HttpResponse {
  const { level, duration } = query;
  if (level === undefined && duration === undefined) return text(200, "0\n");
  if (level === undefined) return text(400, "Expecting 'level=value' in query.\n");
  if (duration === undefined) return text(400, "Expecting 'duration=value' in query.\n");
  if (!/^[+-]?\d+$/.test(level)) return text(400, `Failed to convert '${level}' to number.\n`);
  if (Number(level) < 0) return text(400, `Invalid level '${level}'.\n`);
  const parsed = parseDuration(duration);
  return parsed.ok ? text(200) : text(400, `${parsed.error}.\n`);
}
