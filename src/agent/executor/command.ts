/**
 * Runs one command task (AGF-45): subscribes, starts the command when it is told to, reports how it goes, kills it when
 * asked, and ends when the agent has its last update.
 *
 *     subscribed -> LAUNCH -> STARTING -> (spawned) RUNNING
 *                                      -> (exited) FINISHED | FAILED | KILLED -> acknowledged -> exit
 *
 * When the agent goes away: with checkpointing we wait for it to come back, sending again what it may have missed;
 * without, the task ends with it.
 */
import { judge, probe, startChecks, stopChecks } from "./checks.ts";
import type { Checks } from "./checks.ts";
import type {
  AgentSays, CheckKind, ExecutorEffect, ExecutorEvent, ExecutorTimer, ProbeResult, TaskJson,
} from "./event.ts";
import { describeExit } from "./exit.ts";
import {
  acknowledged, awaitLastAcknowledgement, completionDeadlineMs, killGraceMs, lostAgent, newSession, report, resend,
  resendSoon, shutdownGraceMs, subscribe, subscribed,
} from "./session.ts";
import type { Details, ExecutorOptions, Session } from "./session.ts";

export interface CommandExecutor {
  readonly session: Session;
  /** Once launched, for good. */
  task: TaskJson | undefined;
  phase: "none" | "starting" | "running" | "ended";
  /** Set by the first kill: when it came, and when SIGKILL is due. */
  killing: { readonly sinceMs: number; escalateAtMs: number } | undefined;
  /** Why we kill, if nobody asked for it. */
  overtime: boolean;
  unhealthy: boolean;
  /** Once it runs. */
  checks: Checks | undefined;
  /** The agent is lost for good: nobody is left to report to. */
  abandoned: boolean;
}

export function createCommandExecutor(options: ExecutorOptions): CommandExecutor {
  return {
    session: newSession(options),
    task: undefined,
    phase: "none",
    killing: undefined,
    overtime: false,
    unhealthy: false,
    checks: undefined,
    abandoned: false,
  };
}

type Out = ExecutorEffect[];

export function step(executor: CommandExecutor, event: ExecutorEvent, nowMs: number, out: Out): void {
  switch (event.type) {
    case "started":
      return subscribe(executor.session, out);
    case "event":
      return hear(executor, event.event, nowMs, out);
    case "disconnected":
      if (lostAgent(executor.session, event.fraction, nowMs, out) || executor.abandoned) return;
      return abandon(executor, nowMs, out);
    case "call-failed":
      return resendSoon(nowMs, out);
    case "spawned":
      return spawned(executor, nowMs, out);
    case "spawn-failed":
      // As when a shell does not find it: the task ran, and its command was none.
      report(executor.session, executor.task!, "TASK_RUNNING", {}, nowMs, out);
      return exited(executor, 1, undefined, nowMs, out);
    case "exited":
      return exited(executor, event.code, event.signal, nowMs, out);
    case "probed":
      return probed(executor, event.of, event.result, nowMs, out);
    case "terminate":
      return shutdown(executor, nowMs, out);
    case "timer":
      return fire(executor, event.timer, nowMs, out);
    case "answered":
  }
}

function fire(executor: CommandExecutor, timer: ExecutorTimer, nowMs: number, out: Out): void {
  switch (timer) {
    case "resubscribe":
      return subscribe(executor.session, out);
    case "resend":
      return resend(executor.session, out);
    case "give-up":
      out.push({ kind: "say", text: "The agent did not come back in time" });
      return abandon(executor, nowMs, out);
    case "escalate":
      if (executor.phase === "running") out.push({ kind: "signal", signal: "SIGKILL" });
      return;
    case "max-completion":
      executor.overtime = true;
      return kill(executor, 0, nowMs, out);
    case "terminal-ack":
      return void out.push({ kind: "exit", code: 1 });
    case "check":
    case "health-check":
      return isWatched(executor) ? probe(executor.task!, timer, undefined, out) : undefined;
    case "wait-again":
  }
}

function isWatched({ phase, killing }: CommandExecutor): boolean {
  return phase === "running" && killing === undefined;
}

function probed(
  executor: CommandExecutor, kind: CheckKind, result: ProbeResult | undefined, nowMs: number, out: Out,
): void {
  const { session, task, checks } = executor;
  if (task === undefined || checks === undefined || !isWatched(executor)) return;
  const verdict = judge(checks, task, kind, result, nowMs, out);
  if (verdict.details !== undefined) report(session, task, "TASK_RUNNING", verdict.details, nowMs, out);
  executor.unhealthy = verdict.kill;
  if (verdict.kill) kill(executor, killGraceMs(undefined, task), nowMs, out);
}

function hear(executor: CommandExecutor, event: AgentSays, nowMs: number, out: Out): void {
  switch (event.type) {
    case "SUBSCRIBED":
      return subscribed(executor.session, event, out);
    case "LAUNCH":
      return event.launch === undefined ? undefined : launch(executor, event.launch.task, nowMs, out);
    case "LAUNCH_GROUP":
      out.push({ kind: "say", text: "This executor runs single commands, not task groups" });
      return shutdown(executor, nowMs, out);
    case "KILL":
      return kill(executor, executor.task === undefined ? 0 : killGraceMs(event, executor.task), nowMs, out);
    case "ACKNOWLEDGED":
      acknowledged(executor.session, event);
      if (executor.phase === "ended" && executor.session.updates.size === 0) out.push({ kind: "exit", code: 0 });
      return;
    case "SHUTDOWN":
      return shutdown(executor, nowMs, out);
    case "ERROR":
      return void out.push({ kind: "say", text: `The agent reports: ${event.error?.message ?? "an error"}` });
    default:
  }
}

function launch(executor: CommandExecutor, task: TaskJson, nowMs: number, out: Out): void {
  const { session } = executor;
  if (executor.task !== undefined) {
    const message = 'Attempted to run multiple tasks using a "command" executor';
    return report(session, task, "TASK_FAILED", { message }, nowMs, out);
  }
  executor.task = task;
  session.unacknowledgedTasks.set(task.task_id.value, task);
  report(session, task, "TASK_STARTING", {}, nowMs, out);
  const { command = {} } = task;
  if (command.value === undefined) {
    const what = command.shell ?? true ? "Shell command" : "Executable";
    const message = `${what} of task '${task.task_id.value}' is not specified`;
    return over(executor, "TASK_FAILED", { message }, nowMs, out);
  }
  const deadlineMs = completionDeadlineMs(task, nowMs);
  if (deadlineMs !== undefined) out.push({ kind: "arm", timer: "max-completion", atMs: deadlineMs });
  executor.phase = "starting";
  out.push({ kind: "spawn", command, environment: environmentOf(task) });
}

/** What the command gets on top of our own environment. */
function environmentOf({ task_id, resources, command }: TaskJson): Readonly<Record<string, string>> {
  const role = resources?.find((resource) => resource.allocation_info !== undefined)?.allocation_info?.role;
  const environment: Record<string, string> = { MESOS_TASK_ID: task_id.value };
  for (const { name, type, value } of command?.environment?.variables ?? []) {
    if (type !== "SECRET" && value !== undefined) environment[name] = value;
  }
  if (role !== undefined) environment["MESOS_ALLOCATION_ROLE"] = role;
  return environment;
}

function spawned(executor: CommandExecutor, nowMs: number, out: Out): void {
  executor.phase = "running";
  report(executor.session, executor.task!, "TASK_RUNNING", {}, nowMs, out);
  executor.checks = startChecks(executor.task!, nowMs, out);
  // The kill came while the command was being started.
  if (executor.killing !== undefined) beginKill(executor, nowMs, out);
}

function exited(
  executor: CommandExecutor, code: number | undefined, signal: number | undefined, nowMs: number, out: Out,
): void {
  const message = `Command ${describeExit(code, signal)}`;
  if (executor.overtime) {
    return over(executor, "TASK_FAILED", { message, reason: "REASON_MAX_COMPLETION_TIME_REACHED" }, nowMs, out);
  }
  const state = executor.killing !== undefined ? "TASK_KILLED" : code === 0 ? "TASK_FINISHED" : "TASK_FAILED";
  over(executor, state, { message, ...(executor.unhealthy ? { healthy: false } : {}) }, nowMs, out);
}

/** The task is over: what is left of it is killed, and its last update sent until it is acknowledged. */
function over(executor: CommandExecutor, state: string, details: Details, nowMs: number, out: Out): void {
  executor.phase = "ended";
  out.push({ kind: "signal", signal: "SIGKILL" });
  out.push({ kind: "disarm", timer: "escalate" }, { kind: "disarm", timer: "max-completion" });
  stopChecks(executor.task!, out);
  if (executor.abandoned) return void out.push({ kind: "exit", code: 0, orphaned: true });
  report(executor.session, executor.task!, state, details, nowMs, out);
  awaitLastAcknowledgement(executor.session, nowMs, out);
}

/** A second kill can only shorten what is left of the first one's grace period. */
function kill(executor: CommandExecutor, graceMs: number, nowMs: number, out: Out): void {
  if (executor.phase === "none") return void out.push({ kind: "exit", code: 0 });
  if (executor.phase === "ended") return;
  const { killing } = executor;
  if (killing === undefined) {
    executor.killing = { sinceMs: nowMs, escalateAtMs: nowMs + graceMs };
    if (executor.phase === "running") beginKill(executor, nowMs, out);
  } else if (killing.sinceMs + graceMs < killing.escalateAtMs) {
    killing.escalateAtMs = Math.max(killing.sinceMs + graceMs, nowMs);
    out.push({ kind: "arm", timer: "escalate", atMs: killing.escalateAtMs });
  }
}

function beginKill(executor: CommandExecutor, nowMs: number, out: Out): void {
  const { session } = executor;
  if (!executor.overtime && session.isKillingKnown) report(session, executor.task!, "TASK_KILLING", {}, nowMs, out);
  stopChecks(executor.task!, out);
  out.push({ kind: "disarm", timer: "max-completion" }, { kind: "signal", signal: "SIGTERM" });
  out.push({ kind: "arm", timer: "escalate", atMs: executor.killing!.escalateAtMs });
}

function shutdown(executor: CommandExecutor, nowMs: number, out: Out): void {
  if (executor.phase === "ended" && !executor.abandoned) return;
  if (executor.phase === "starting" || executor.phase === "running") {
    return kill(executor, shutdownGraceMs(executor.session), nowMs, out);
  }
  out.push({ kind: "exit", code: 0, ...(executor.abandoned ? { orphaned: true } : {}) });
}

/** There is no agent any more, nor will there be: the task goes, and nobody hears of it. */
function abandon(executor: CommandExecutor, nowMs: number, out: Out): void {
  executor.abandoned = true;
  shutdown(executor, nowMs, out);
}
