/**
 * Runs one command task (AGF-45): subscribes, starts the command when it is told to, reports how it goes, kills it when asked,
 * and ends when the agent has its last update.
 *
 *     subscribed -> LAUNCH -> STARTING -> (spawned) RUNNING -> (exited) FINISHED | FAILED | KILLED -> acknowledged -> exit
 *
 * When the agent goes away: with checkpointing we wait for it to come back, sending again what it may have missed; without,
 * the task ends with it.
 */
import type {
  AgentSays, CallJson, ExecutorEffect, ExecutorEvent, ExecutorTimer, KillPolicyJson, StatusJson, TaskJson,
} from "./event.ts";
import { describeExit } from "./exit.ts";

export interface ExecutorOptions {
  readonly executorId: string;
  /** Survive the agent's restarts (MESOS_CHECKPOINT). */
  readonly checkpoint: boolean;
  readonly recoveryTimeoutMs: number;
  readonly backoffMaxMs: number;
  /** What the agent allows between SHUTDOWN and the end of the container. */
  readonly shutdownGraceMs: number;
  /** A fresh UUID, base64 of its 16 bytes. */
  freshUuid(): string;
}

export interface CommandExecutor {
  readonly options: ExecutorOptions;
  isKillingKnown: boolean;
  subscribed: boolean;
  /** Once launched, for good. */
  task: TaskJson | undefined;
  /** Until some update of it is acknowledged: the agent may not know that we have it. */
  taskUnacknowledged: boolean;
  readonly updates: Map<string, StatusJson>;
  phase: "none" | "starting" | "running" | "ended";
  /** Set by the first kill: when it came, and when SIGKILL is due. */
  killing: { readonly sinceMs: number; escalateAtMs: number } | undefined;
  /** Why we kill, if nobody asked for it. */
  overtime: boolean;
  /** The agent is lost for good: nobody is left to report to. */
  abandoned: boolean;
  givingUpArmed: boolean;
}

const DEFAULT_GRACE_MS = 3000;
/** Left of the shutdown grace period for the last update. */
const SHUTDOWN_BUFFER_MS = 2000;
const TERMINAL_ACK_TIMEOUT_MS = 60_000;
const RESEND_MS = 500;
const NS_PER_MS = 1e6;

export function createCommandExecutor(options: ExecutorOptions): CommandExecutor {
  return {
    options,
    isKillingKnown: false,
    subscribed: false,
    task: undefined,
    taskUnacknowledged: false,
    updates: new Map(),
    phase: "none",
    killing: undefined,
    overtime: false,
    abandoned: false,
    givingUpArmed: false,
  };
}

type Out = ExecutorEffect[];

export function step(executor: CommandExecutor, event: ExecutorEvent, nowMs: number, out: Out): void {
  switch (event.type) {
    case "started":
      return subscribe(executor, out);
    case "event":
      return hear(executor, event.event, nowMs, out);
    case "disconnected":
      return disconnected(executor, event.fraction, nowMs, out);
    case "call-failed":
      return void out.push({ kind: "arm", timer: "resend", atMs: nowMs + RESEND_MS });
    case "spawned":
      return spawned(executor, nowMs, out);
    case "spawn-failed":
      // As when a shell does not find it: the task ran, and its command was none. Why is in its standard error.
      report(executor, executor.task!, "TASK_RUNNING", {}, nowMs, out);
      return exited(executor, 1, undefined, nowMs, out);
    case "exited":
      return exited(executor, event.code, event.signal, nowMs, out);
    case "terminate":
      return shutdown(executor, nowMs, out);
    case "timer":
      return fire(executor, event.timer, nowMs, out);
  }
}

function fire(executor: CommandExecutor, timer: ExecutorTimer, nowMs: number, out: Out): void {
  switch (timer) {
    case "resubscribe":
      return subscribe(executor, out);
    case "resend":
      if (executor.subscribed) for (const status of executor.updates.values()) out.push(updateCall(status));
      return;
    case "give-up":
      out.push({ kind: "say", text: "The agent did not come back in time" });
      executor.abandoned = true;
      return shutdown(executor, nowMs, out);
    case "escalate":
      if (executor.phase === "running") out.push({ kind: "signal", signal: "SIGKILL" });
      return;
    case "max-completion":
      executor.overtime = true;
      return kill(executor, 0, nowMs, out);
    case "terminal-ack":
      return void out.push({ kind: "exit", code: 1 });
  }
}

function subscribe(executor: CommandExecutor, out: Out): void {
  const call: CallJson = {
    type: "SUBSCRIBE",
    subscribe: {
      unacknowledged_tasks: executor.task !== undefined && executor.taskUnacknowledged ? [executor.task] : [],
      unacknowledged_updates: [...executor.updates.values()].map((status) => ({ status })),
    },
  };
  out.push({ kind: "subscribe", call });
}

function hear(executor: CommandExecutor, event: AgentSays, nowMs: number, out: Out): void {
  switch (event.type) {
    case "SUBSCRIBED":
      executor.subscribed = true;
      executor.isKillingKnown =
        event.subscribed?.framework_info.capabilities?.some(({ type }) => type === "TASK_KILLING_STATE") === true;
      executor.givingUpArmed = false;
      out.push({ kind: "disarm", timer: "give-up" });
      return;
    case "LAUNCH":
      return event.launch === undefined ? undefined : launch(executor, event.launch.task, nowMs, out);
    case "LAUNCH_GROUP":
      out.push({ kind: "say", text: "This executor runs single commands, not task groups" });
      return shutdown(executor, nowMs, out);
    case "KILL":
      return kill(executor, graceMs(event.kill?.kill_policy ?? executor.task?.kill_policy), nowMs, out);
    case "ACKNOWLEDGED":
      return acknowledged(executor, event.acknowledged?.uuid ?? "", out);
    case "SHUTDOWN":
      return shutdown(executor, nowMs, out);
    case "ERROR":
      return void out.push({ kind: "say", text: `The agent reports: ${event.error?.message ?? "an error"}` });
    default:
  }
}

function launch(executor: CommandExecutor, task: TaskJson, nowMs: number, out: Out): void {
  if (executor.task !== undefined) {
    const message = 'Attempted to run multiple tasks using a "command" executor';
    return report(executor, task, "TASK_FAILED", { message }, nowMs, out);
  }
  executor.task = task;
  executor.taskUnacknowledged = true;
  report(executor, task, "TASK_STARTING", {}, nowMs, out);
  const { command = {} } = task;
  if (command.value === undefined) {
    const what = command.shell ?? true ? "Shell command" : "Executable";
    return over(executor, "TASK_FAILED", `${what} of task '${task.task_id.value}' is not specified`, undefined, nowMs, out);
  }
  const limitNs = task.max_completion_time?.nanoseconds ?? 0;
  if (limitNs > 0) out.push({ kind: "arm", timer: "max-completion", atMs: nowMs + limitNs / NS_PER_MS });
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
  report(executor, executor.task!, "TASK_RUNNING", {}, nowMs, out);
  // The kill came while the command was being started.
  if (executor.killing !== undefined) beginKill(executor, nowMs, out);
}

function exited(
  executor: CommandExecutor, code: number | undefined, signal: number | undefined, nowMs: number, out: Out,
): void {
  const message = `Command ${describeExit(code, signal)}`;
  const isOrdered = executor.killing !== undefined;
  const state = executor.overtime ? "TASK_FAILED" : isOrdered ? "TASK_KILLED" : code === 0 ? "TASK_FINISHED" : "TASK_FAILED";
  over(executor, state, message, executor.overtime ? "REASON_MAX_COMPLETION_TIME_REACHED" : undefined, nowMs, out);
}

/** The task is over: what is left of it is killed, and its last update sent until it is acknowledged. */
function over(
  executor: CommandExecutor, state: string, message: string, reason: string | undefined, nowMs: number, out: Out,
): void {
  executor.phase = "ended";
  out.push({ kind: "signal", signal: "SIGKILL" }, { kind: "disarm", timer: "escalate" }, { kind: "disarm", timer: "max-completion" });
  if (executor.abandoned) return void out.push({ kind: "exit", code: 0 });
  report(executor, executor.task!, state, { message, ...(reason === undefined ? {} : { reason }) }, nowMs, out);
  if (executor.subscribed) out.push({ kind: "arm", timer: "terminal-ack", atMs: nowMs + TERMINAL_ACK_TIMEOUT_MS });
}

function acknowledged(executor: CommandExecutor, uuid: string, out: Out): void {
  const status = executor.updates.get(uuid);
  if (status === undefined) return;
  executor.updates.delete(uuid);
  executor.taskUnacknowledged = false;
  if (executor.phase === "ended" && executor.updates.size === 0) out.push({ kind: "exit", code: 0 });
}

/** A second kill can only shorten what is left of the first one's grace period. */
function kill(executor: CommandExecutor, grace: number, nowMs: number, out: Out): void {
  if (executor.phase === "none") return void out.push({ kind: "exit", code: 0 });
  if (executor.phase === "ended") return;
  const { killing } = executor;
  if (killing === undefined) {
    executor.killing = { sinceMs: nowMs, escalateAtMs: nowMs + grace };
    if (executor.phase === "running") beginKill(executor, nowMs, out);
  } else if (killing.sinceMs + grace < killing.escalateAtMs) {
    killing.escalateAtMs = Math.max(killing.sinceMs + grace, nowMs);
    out.push({ kind: "arm", timer: "escalate", atMs: killing.escalateAtMs });
  }
}

function beginKill(executor: CommandExecutor, nowMs: number, out: Out): void {
  if (!executor.overtime && executor.isKillingKnown) report(executor, executor.task!, "TASK_KILLING", {}, nowMs, out);
  out.push({ kind: "disarm", timer: "max-completion" }, { kind: "signal", signal: "SIGTERM" });
  out.push({ kind: "arm", timer: "escalate", atMs: executor.killing!.escalateAtMs });
}

function shutdown(executor: CommandExecutor, nowMs: number, out: Out): void {
  if (executor.phase === "ended" && !executor.abandoned) return;
  if (executor.phase === "none" || executor.phase === "ended") return void out.push({ kind: "exit", code: 0 });
  kill(executor, Math.max(0, executor.options.shutdownGraceMs - SHUTDOWN_BUFFER_MS), nowMs, out);
}

function disconnected(executor: CommandExecutor, fraction: number, nowMs: number, out: Out): void {
  const { checkpoint, backoffMaxMs, recoveryTimeoutMs } = executor.options;
  executor.subscribed = false;
  out.push({ kind: "disarm", timer: "terminal-ack" });
  if (!checkpoint) {
    if (executor.abandoned) return;
    executor.abandoned = true;
    return shutdown(executor, nowMs, out);
  }
  if (!executor.givingUpArmed) out.push({ kind: "arm", timer: "give-up", atMs: nowMs + recoveryTimeoutMs });
  executor.givingUpArmed = true;
  out.push({ kind: "arm", timer: "resubscribe", atMs: nowMs + fraction * backoffMaxMs });
}

interface Details {
  readonly message?: string;
  readonly reason?: string;
}

function report(executor: CommandExecutor, task: TaskJson, state: string, details: Details, nowMs: number, out: Out): void {
  const status: StatusJson = {
    task_id: task.task_id,
    executor_id: { value: executor.options.executorId },
    state,
    source: "SOURCE_EXECUTOR",
    uuid: executor.options.freshUuid(),
    timestamp: nowMs / 1000,
    ...details,
    ...(task.check === undefined ? {} : { check_status: emptyCheckStatus(task.check.type ?? "UNKNOWN") }),
  };
  executor.updates.set(status.uuid, status);
  if (executor.subscribed) out.push(updateCall(status));
}

/** A task with a check always shows a result of its kind, even before there is one (TSK-21). */
function emptyCheckStatus(type: string): object {
  return { type, [type.toLowerCase()]: {} };
}

function updateCall(status: StatusJson): ExecutorEffect {
  return { kind: "update", call: { type: "UPDATE", update: { status } } };
}

function graceMs(policy: KillPolicyJson | undefined): number {
  const ns = policy?.grace_period?.nanoseconds;
  return ns === undefined ? DEFAULT_GRACE_MS : ns / NS_PER_MS;
}
