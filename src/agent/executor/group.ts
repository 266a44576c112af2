/**
 * Runs task groups (AGF-46): each task in a container of its own, which the agent starts, watches and signals on our
 * behalf.
 *
 *     LAUNCH_GROUP -> per task STARTING, LAUNCH_CONTAINER -> RUNNING, WAIT_NESTED_CONTAINER -> its end
 *
 * One task that fails or is killed takes the others of its group with it. When none is left and the agent has all
 * updates, the executor ends.
 */
import type {
  AgentSays, CheckKind, ContainerIdJson, ExecutorEffect, ExecutorEvent, ExecutorTimer, ProbeResult, TaskJson,
  TerminationJson,
} from "./event.ts";
import { judge, probe, startChecks, stopChecks } from "./checks.ts";
import type { Checks } from "./checks.ts";
import { describeExit } from "./exit.ts";
import { launchCall } from "./nested.ts";
import {
  acknowledged, awaitLastAcknowledgement, completionDeadlineMs, killGraceMs, lostAgent, newSession, report, resend,
  resendSoon, shutdownGraceMs, subscribe, subscribed,
} from "./session.ts";
import type { Details, ExecutorOptions, Session } from "./session.ts";

export interface GroupOptions extends ExecutorOptions {
  /** Address of the container's network, told to the tasks. */
  readonly containerIp: string | undefined;
  /** A fresh UUID as text: of a container. */
  freshContainerId(): string;
}

export interface GroupExecutor {
  readonly options: GroupOptions;
  readonly session: Session;
  /** Ours; known once subscribed. */
  containerId: ContainerIdJson | undefined;
  /** Tasks that are not over, by id. */
  readonly children: Map<string, Child>;
  shuttingDown: boolean;
}

interface Child {
  readonly task: TaskJson;
  readonly containerId: ContainerIdJson;
  /** Ids of all tasks of its group. */
  readonly group: readonly string[];
  launched: boolean;
  /** How long SIGTERM has to work, once it shall be killed. */
  killGraceMs: number | undefined;
  overtime: boolean;
  unhealthy: boolean;
  /** Once it runs. */
  checks: Checks | undefined;
  /** The others of its group are being killed already. */
  groupEnds: boolean;
}

type Out = ExecutorEffect[];

const SIGTERM = 15;
const SIGKILL = 9;
const TRY_AGAIN_MS = 1000;

export function createGroupExecutor(options: GroupOptions): GroupExecutor {
  return { options, session: newSession(options), containerId: undefined, children: new Map(), shuttingDown: false };
}

export function step(executor: GroupExecutor, event: ExecutorEvent, nowMs: number, out: Out): void {
  switch (event.type) {
    case "started":
      return subscribe(executor.session, out);
    case "event":
      return hear(executor, event.event, nowMs, out);
    case "disconnected":
      // Without an agent there is nobody who could end our containers in an orderly way.
      if (!lostAgent(executor.session, event.fraction, nowMs, out)) out.push({ kind: "exit", code: 0, orphaned: true });
      return;
    case "call-failed":
      return resendSoon(nowMs, out);
    case "answered": {
      const child = executor.children.get(event.task);
      if (child === undefined) return;
      if (event.asked === "LAUNCH_CONTAINER") return launched(executor, child, event.status, event.body, nowMs, out);
      if (event.asked === "WAIT_NESTED_CONTAINER") return waited(executor, child, event.status, event.body, nowMs, out);
      if (event.status !== 200 && child.killGraceMs === 0) again(child, "escalate", nowMs, out);
      return;
    }
    case "probed": {
      const child = executor.children.get(event.task);
      return child === undefined ? undefined : probed(executor, child, event.of, event.result, nowMs, out);
    }
    case "terminate":
      return shutdown(executor, nowMs, out);
    case "timer":
      return fire(executor, event.timer, event.task ?? "", nowMs, out);
    case "spawned":
    case "spawn-failed":
    case "exited":
  }
}

function fire(executor: GroupExecutor, timer: ExecutorTimer, task: string, nowMs: number, out: Out): void {
  const child = executor.children.get(task);
  switch (timer) {
    case "resubscribe":
      return subscribe(executor.session, out);
    case "resend":
      return resend(executor.session, out);
    case "give-up":
      out.push({ kind: "say", text: "The agent did not come back in time" });
      return void out.push({ kind: "exit", code: 0, orphaned: true });
    case "terminal-ack":
      return executor.children.size > 0 ? undefined : void out.push({ kind: "exit", code: 1 });
    case "escalate":
      if (child === undefined) return;
      child.killGraceMs = 0;
      return signal(child, SIGKILL, out);
    case "max-completion":
      if (child === undefined || child.killGraceMs !== undefined) return;
      child.overtime = true;
      return kill(executor, child, 0, nowMs, out);
    case "check":
    case "health-check":
      if (child === undefined || child.killGraceMs !== undefined) return;
      return probe(child.task, timer, child.containerId, out);
    case "wait-again":
      if (child?.launched === true && executor.session.subscribed) wait(child, out);
  }
}

function probed(
  executor: GroupExecutor, child: Child, kind: CheckKind, result: ProbeResult | undefined, nowMs: number, out: Out,
): void {
  if (child.checks === undefined || child.killGraceMs !== undefined) return;
  const verdict = judge(child.checks, child.task, kind, result, nowMs, out);
  if (verdict.details !== undefined) tell(executor, child, "TASK_RUNNING", verdict.details, nowMs, out);
  child.unhealthy = verdict.kill;
  if (verdict.kill) kill(executor, child, killGraceMs(undefined, child.task), nowMs, out);
}

function hear(executor: GroupExecutor, event: AgentSays, nowMs: number, out: Out): void {
  switch (event.type) {
    case "SUBSCRIBED":
      subscribed(executor.session, event, out);
      executor.containerId ??= event.subscribed?.container_id;
      for (const child of executor.children.values()) if (child.launched) wait(child, out);
      return;
    case "LAUNCH":
      out.push({ kind: "say", text: "This executor runs task groups, not single tasks" });
      return shutdown(executor, nowMs, out);
    case "LAUNCH_GROUP":
      return launchGroup(executor, event.launch_group?.task_group.tasks ?? [], nowMs, out);
    case "KILL": {
      const child = executor.children.get(event.kill?.task_id.value ?? "");
      return child === undefined ? undefined : kill(executor, child, killGraceMs(event, child.task), nowMs, out);
    }
    case "ACKNOWLEDGED":
      acknowledged(executor.session, event);
      return endIfIdle(executor, out);
    case "SHUTDOWN":
      return shutdown(executor, nowMs, out);
    case "ERROR":
      return void out.push({ kind: "say", text: `The agent reports: ${event.error?.message ?? "an error"}` });
    default:
  }
}

function launchGroup(executor: GroupExecutor, tasks: readonly TaskJson[], nowMs: number, out: Out): void {
  const { containerId: parent, options, session } = executor;
  if (executor.shuttingDown || parent === undefined) return;
  out.push({ kind: "disarm", timer: "terminal-ack" });
  const group = tasks.map(({ task_id: id }) => id.value);
  for (const task of tasks) {
    const id = task.task_id.value;
    const child: Child = {
      task,
      containerId: { value: options.freshContainerId(), parent },
      group,
      launched: false,
      killGraceMs: undefined,
      overtime: false,
      unhealthy: false,
      checks: undefined,
      groupEnds: false,
    };
    executor.children.set(id, child);
    session.unacknowledgedTasks.set(id, task);
    tell(executor, child, "TASK_STARTING", {}, nowMs, out);
    out.push({ kind: "ask", task: id, call: launchCall(task, child.containerId, options.containerIp) });
  }
}

function launched(
  executor: GroupExecutor, child: Child, status: number, body: string | TerminationJson, nowMs: number, out: Out,
): void {
  if (status === 0) {
    out.push({ kind: "say", text: "The agent did not answer the launch of a container" });
    return shutdown(executor, nowMs, out);
  }
  if (status !== 200) {
    const message = typeof body === "string" ? body : "The agent refused the container";
    return over(
      executor, child, child.killGraceMs === undefined ? "TASK_FAILED" : "TASK_KILLED", { message }, nowMs, out,
    );
  }
  child.launched = true;
  const { task } = child;
  const deadlineMs = completionDeadlineMs(task, nowMs);
  const id = task.task_id.value;
  if (deadlineMs !== undefined) out.push({ kind: "arm", timer: "max-completion", task: id, atMs: deadlineMs });
  out.push({ kind: "link-sandbox", task: id, containerId: child.containerId.value });
  tell(executor, child, "TASK_RUNNING", {}, nowMs, out);
  child.checks = startChecks(task, nowMs, out);
  wait(child, out);
  // The kill came while the container was being started.
  if (child.killGraceMs !== undefined) beginKill(executor, child, child.killGraceMs, nowMs, out);
}

function wait(child: Child, out: Out): void {
  const call = { type: "WAIT_NESTED_CONTAINER", wait_nested_container: { container_id: child.containerId } } as const;
  out.push({ kind: "ask", task: child.task.task_id.value, call });
}

function waited(
  executor: GroupExecutor, child: Child, status: number, body: string | TerminationJson, nowMs: number, out: Out,
): void {
  if (status === 404) {
    const message = "Unable to retrieve command's termination information";
    if (child.killGraceMs !== undefined) return over(executor, child, "TASK_KILLED", {}, nowMs, out);
    return over(executor, child, "TASK_FAILED", { message }, nowMs, out);
  }
  // No answer, or an agent that is not ready yet.
  if (status !== 200 || typeof body === "string") return again(child, "wait-again", nowMs, out);
  const { exit_status: exit, message: cause, state: said, reason: why, limitation } = body;
  const about = exit === undefined ? "terminated with unknown status" : describeExit(codeOf(exit), signalOf(exit));
  const state = said ?? (exit === undefined ? "TASK_FAILED" : stateAfter(child, exit));
  const reason = why ?? (exit !== undefined && child.overtime ? "REASON_MAX_COMPLETION_TIME_REACHED" : undefined);
  over(executor, child, state, {
    message: cause === undefined ? `Command ${about}` : `Command ${about}: ${cause}`,
    ...(reason === undefined ? {} : { reason }),
    ...(limitation === undefined ? {} : { limitation }),
  }, nowMs, out);
}

function stateAfter(child: Child, exitStatus: number): string {
  if (child.overtime) return "TASK_FAILED";
  if (child.killGraceMs !== undefined) return "TASK_KILLED";
  return exitStatus === 0 ? "TASK_FINISHED" : "TASK_FAILED";
}

/** Its last update; the rest of its group follows unless it finished well. */
function over(executor: GroupExecutor, child: Child, state: string, details: Details, nowMs: number, out: Out): void {
  const id = child.task.task_id.value;
  tell(executor, child, state, child.unhealthy ? { ...details, healthy: false } : details, nowMs, out);
  executor.children.delete(id);
  stopChecks(child.task, out);
  for (const timer of ["escalate", "max-completion", "wait-again"] as const) {
    out.push({ kind: "disarm", timer, task: id });
  }
  if (state !== "TASK_FINISHED" && !executor.shuttingDown && !child.groupEnds) {
    const others = child.group.flatMap((other) => executor.children.get(other) ?? []);
    for (const other of others) other.groupEnds = true;
    for (const other of others) kill(executor, other, killGraceMs(undefined, other.task), nowMs, out);
  }
  if (executor.children.size === 0) awaitLastAcknowledgement(executor.session, nowMs, out);
}

/** The first kill counts. */
function kill(executor: GroupExecutor, child: Child, graceMs: number, nowMs: number, out: Out): void {
  if (child.killGraceMs !== undefined) return;
  child.killGraceMs = graceMs;
  if (child.launched) beginKill(executor, child, graceMs, nowMs, out);
}

function beginKill(executor: GroupExecutor, child: Child, graceMs: number, nowMs: number, out: Out): void {
  const task = child.task.task_id.value;
  stopChecks(child.task, out);
  if (!child.overtime && executor.session.isKillingKnown) tell(executor, child, "TASK_KILLING", {}, nowMs, out);
  out.push({ kind: "disarm", timer: "max-completion", task });
  out.push({ kind: "arm", timer: "escalate", task, atMs: nowMs + graceMs });
  signal(child, SIGTERM, out);
}

function signal(child: Child, number: number, out: Out): void {
  const call = {
    type: "KILL_NESTED_CONTAINER", kill_nested_container: { container_id: child.containerId, signal: number },
  } as const;
  out.push({ kind: "ask", task: child.task.task_id.value, call });
}

function shutdown(executor: GroupExecutor, nowMs: number, out: Out): void {
  if (executor.shuttingDown) return;
  executor.shuttingDown = true;
  if (!executor.session.subscribed) return void out.push({ kind: "exit", code: 0, orphaned: true });
  const graceMs = shutdownGraceMs(executor.session);
  for (const child of executor.children.values()) kill(executor, child, graceMs, nowMs, out);
  if (executor.children.size > 0) return;
  if (executor.session.updates.size === 0) out.push({ kind: "exit", code: 0 });
  else awaitLastAcknowledgement(executor.session, nowMs, out);
}

function endIfIdle(executor: GroupExecutor, out: Out): void {
  if (executor.children.size === 0 && executor.session.updates.size === 0) out.push({ kind: "exit", code: 0 });
}

function again(child: Child, timer: ExecutorTimer, nowMs: number, out: Out): void {
  out.push({ kind: "arm", timer, task: child.task.task_id.value, atMs: nowMs + TRY_AGAIN_MS });
}

function tell(executor: GroupExecutor, child: Child, state: string, details: Details, nowMs: number, out: Out): void {
  const container_status = { container_id: child.containerId };
  report(executor.session, child.task, state, { ...details, container_status }, nowMs, out);
}

function codeOf(waitStatus: number): number | undefined {
  return (waitStatus & 0x7f) === 0 ? waitStatus >> 8 : undefined;
}

function signalOf(waitStatus: number): number | undefined {
  return (waitStatus & 0x7f) === 0 ? undefined : waitStatus & 0x7f;
}
