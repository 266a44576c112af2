/**
 * An executor's standing with its agent, whatever it runs: it subscribes, reports, sends again what was not
 * acknowledged, and when the agent goes away waits for it to come back, if the framework checkpoints.
 */
import { checkStatus } from "./checks.ts";
import type { AgentSays, CallJson, ExecutorEffect, StatusJson, TaskJson } from "./event.ts";

export interface ExecutorOptions {
  readonly executorId: string;
  /** Survive the agent's restarts (MESOS_CHECKPOINT). */
  readonly checkpoint: boolean;
  readonly recoveryTimeoutMs: number;
  readonly backoffMaxMs: number;
  /** What the agent allows between SHUTDOWN and the end of the container. */
  readonly shutdownGraceMs: number;
  /** A fresh UUID as base64 of its 16 bytes: of a status update. */
  freshUuid(): string;
}

export interface Session {
  readonly options: ExecutorOptions;
  subscribed: boolean;
  isKillingKnown: boolean;
  /** Tasks of which no update has been acknowledged: the agent may not know that we have them. */
  readonly unacknowledgedTasks: Map<string, TaskJson>;
  readonly updates: Map<string, StatusJson>;
  waitsForAgent: boolean;
}

/** The rest of a status: what is known of it besides the task and its state. */
export type Details = Partial<Omit<StatusJson, "task_id" | "executor_id" | "state" | "source" | "uuid" | "timestamp">>;

type Out = ExecutorEffect[];

const DEFAULT_GRACE_MS = 3000;
/** Left of the shutdown grace period for the last update. */
const SHUTDOWN_BUFFER_MS = 2000;
const TERMINAL_ACK_TIMEOUT_MS = 60_000;
const RESEND_MS = 500;
const NS_PER_MS = 1e6;

export function newSession(options: ExecutorOptions): Session {
  return {
    options,
    subscribed: false,
    isKillingKnown: false,
    unacknowledgedTasks: new Map(),
    updates: new Map(),
    waitsForAgent: false,
  };
}

export function subscribe(session: Session, out: Out): void {
  const call: CallJson = {
    type: "SUBSCRIBE",
    subscribe: {
      unacknowledged_tasks: [...session.unacknowledgedTasks.values()],
      unacknowledged_updates: [...session.updates.values()].map((status) => ({ status })),
    },
  };
  out.push({ kind: "subscribe", call });
}

export function subscribed(session: Session, event: AgentSays, out: Out): void {
  session.subscribed = true;
  const capabilities = event.subscribed?.framework_info.capabilities ?? [];
  session.isKillingKnown = capabilities.some(({ type }) => type === "TASK_KILLING_STATE");
  session.waitsForAgent = false;
  out.push({ kind: "disarm", timer: "give-up" });
}

/** The stream has ended; false when the agent need not be waited for. `fraction` (0..1) spreads the next attempt. */
export function lostAgent(session: Session, fraction: number, nowMs: number, out: Out): boolean {
  const { checkpoint, backoffMaxMs, recoveryTimeoutMs } = session.options;
  session.subscribed = false;
  out.push({ kind: "disarm", timer: "terminal-ack" });
  if (!checkpoint) return false;
  if (!session.waitsForAgent) out.push({ kind: "arm", timer: "give-up", atMs: nowMs + recoveryTimeoutMs });
  session.waitsForAgent = true;
  out.push({ kind: "arm", timer: "resubscribe", atMs: nowMs + fraction * backoffMaxMs });
  return true;
}

/** An update that is sent until it is acknowledged. */
export function report(
  session: Session, task: TaskJson, state: string, details: Details, nowMs: number, out: Out,
): void {
  const status: StatusJson = {
    task_id: task.task_id,
    executor_id: { value: session.options.executorId },
    state,
    source: "SOURCE_EXECUTOR",
    uuid: session.options.freshUuid(),
    timestamp: nowMs / 1000,
    ...(task.check === undefined ? {} : { check_status: checkStatus(task)! }),
    ...details,
  };
  session.updates.set(status.uuid, status);
  if (session.subscribed) out.push(updateCall(status));
}

/** Some update did not get through: all go again, a little later. */
export function resendSoon(nowMs: number, out: Out): void {
  out.push({ kind: "arm", timer: "resend", atMs: nowMs + RESEND_MS });
}

export function resend(session: Session, out: Out): void {
  if (session.subscribed) for (const status of session.updates.values()) out.push(updateCall(status));
}

export function acknowledged(session: Session, { acknowledged: which }: AgentSays): void {
  if (which === undefined || !session.updates.delete(which.uuid)) return;
  session.unacknowledgedTasks.delete(which.task_id.value);
}

/** The last update has been sent: its acknowledgement is not waited for forever. */
export function awaitLastAcknowledgement(session: Session, nowMs: number, out: Out): void {
  if (session.subscribed) out.push({ kind: "arm", timer: "terminal-ack", atMs: nowMs + TERMINAL_ACK_TIMEOUT_MS });
}

/** Between SIGTERM and SIGKILL: as the kill says, else the task, else the default. */
export function killGraceMs(event: AgentSays | undefined, task: TaskJson): number {
  const ns = (event?.kill?.kill_policy ?? task.kill_policy)?.grace_period?.nanoseconds;
  return ns === undefined ? DEFAULT_GRACE_MS : ns / NS_PER_MS;
}

/** The same when the whole executor shall go: the agent waits only so long. */
export function shutdownGraceMs({ options }: Session): number {
  return Math.max(0, options.shutdownGraceMs - SHUTDOWN_BUFFER_MS);
}

/** Undefined without a limit. */
export function completionDeadlineMs(task: TaskJson, nowMs: number): number | undefined {
  const limitNs = task.max_completion_time?.nanoseconds ?? 0;
  return limitNs > 0 ? nowMs + limitNs / NS_PER_MS : undefined;
}

function updateCall(status: StatusJson): ExecutorEffect {
  return { kind: "update", call: { type: "UPDATE", update: { status } } };
}
