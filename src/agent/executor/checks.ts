/**
 * Checks of a running task (TSK-14 to TSK-21). A check only tells what it sees, whenever that changes; a health check
 * says whether the task is well, and has it killed when it has not been for too long.
 *
 *     delay -> probe -> verdict -> interval -> probe -> …      (both kinds, each on its own)
 */
import type { CheckInfoJson, CheckKind, ContainerIdJson, ExecutorEffect, ProbeResult, TaskJson } from "./event.ts";
import type { Details } from "./session.ts";

/** What has been seen of one task so far. */
export interface Checks {
  readonly startedAtMs: number;
  readonly last: { healthy?: boolean; check_status?: object };
  /** The first success of the health check has not come yet. */
  settling: boolean;
  failures: number;
}

/** What follows from a result: an update with these details, and perhaps the end of the task. */
export interface Verdict {
  readonly details?: Details;
  readonly kill: boolean;
}

type Out = ExecutorEffect[];

const DEFAULTS = { delay_seconds: 15, interval_seconds: 10, timeout_seconds: 20 } as const;
const DEFAULT_GRACE_SECONDS = 10;
const DEFAULT_MAX_FAILURES = 3;
const KINDS: readonly CheckKind[] = ["check", "health-check"];
const QUIET: Verdict = { kill: false };

/** The task runs: its checks begin after their delays. */
export function startChecks(task: TaskJson, nowMs: number, out: Out): Checks {
  for (const kind of KINDS) arm(task, kind, "delay_seconds", nowMs, out);
  return { startedAtMs: nowMs, last: {}, settling: true, failures: 0 };
}

/** The task is being killed, or over. */
export function stopChecks(task: TaskJson, out: Out): void {
  for (const timer of KINDS) out.push({ kind: "disarm", timer, task: task.task_id.value });
}

/** It is time to look. `container`: where the task runs, if that is not our own. */
export function probe(task: TaskJson, kind: CheckKind, container: ContainerIdJson | undefined, out: Out): void {
  const info = infoOf(task, kind);
  if (info === undefined) return;
  const timeoutMs = secondsOf(info, "timeout_seconds") * 1000;
  const limit = timeoutMs > 0 ? { timeoutMs } : {};
  const place = container === undefined ? {} : { container };
  out.push({ kind: "probe", task: task.task_id.value, of: kind, info, ...limit, ...place });
}

/** The next look is armed; `result` undefined: nothing could be seen, for no fault of the task. */
export function judge(
  checks: Checks, task: TaskJson, kind: CheckKind, result: ProbeResult | undefined, nowMs: number, out: Out,
): Verdict {
  arm(task, kind, "interval_seconds", nowMs, out);
  if (result === undefined) return QUIET;
  return kind === "check" ? judgeCheck(checks, task, result) : judgeHealth(checks, task, result, nowMs);
}

/** A task with a check always shows a result of its kind, even before there is one (TSK-21). */
export function checkStatus(task: TaskJson, result?: ProbeResult): object | undefined {
  if (task.check === undefined) return undefined;
  const type = task.check.type ?? "UNKNOWN";
  return { type, [type.toLowerCase()]: result === undefined || "error" in result ? {} : result };
}

function judgeCheck(checks: Checks, task: TaskJson, result: ProbeResult): Verdict {
  const status = checkStatus(task, result);
  const before = checks.last.check_status ?? checkStatus(task);
  if (status === undefined || JSON.stringify(status) === JSON.stringify(before)) return QUIET;
  checks.last.check_status = status;
  return { details: { ...checks.last, reason: "REASON_TASK_CHECK_STATUS_UPDATED" }, kill: false };
}

function judgeHealth(checks: Checks, task: TaskJson, result: ProbeResult, nowMs: number): Verdict {
  const { grace_period_seconds: grace = DEFAULT_GRACE_SECONDS, consecutive_failures: limit = DEFAULT_MAX_FAILURES } =
    task.health_check ?? {};
  if (isHealthy(result)) {
    const isNews = checks.settling || checks.failures > 0;
    checks.settling = false;
    checks.failures = 0;
    return isNews ? healthIs(checks, true, false) : QUIET;
  }
  if (checks.settling && grace > 0 && nowMs - checks.startedAtMs <= grace * 1000) return QUIET;
  checks.failures++;
  return healthIs(checks, false, checks.failures >= limit);
}

function healthIs(checks: Checks, healthy: boolean, kill: boolean): Verdict {
  checks.last.healthy = healthy;
  return { details: { ...checks.last, reason: "REASON_TASK_HEALTH_CHECK_STATUS_UPDATED" }, kill };
}

function isHealthy(result: ProbeResult): boolean {
  if ("exit_code" in result) return result.exit_code === 0;
  if ("status_code" in result) return result.status_code >= 200 && result.status_code < 400;
  return "succeeded" in result && result.succeeded;
}

function arm(
  task: TaskJson, kind: CheckKind, wait: "delay_seconds" | "interval_seconds", nowMs: number, out: Out,
): void {
  const info = infoOf(task, kind);
  if (info === undefined) return;
  out.push({ kind: "arm", timer: kind, task: task.task_id.value, atMs: nowMs + secondsOf(info, wait) * 1000 });
}

function infoOf(task: TaskJson, kind: CheckKind): CheckInfoJson | undefined {
  return kind === "check" ? task.check : task.health_check;
}

function secondsOf(info: CheckInfoJson, name: keyof typeof DEFAULTS): number {
  return info[name] ?? DEFAULTS[name];
}
