/**
 * Reliable delivery of task status updates to the master (wire-v0 §5.7, TSK-53…58): one stream per task, first in first
 * out, one update outstanding. It is sent again after 10 s, doubling to 10 min, until the framework's acknowledgement
 * came through the master. The stream of a checkpointing framework is also a file of records, replayed when the agent
 * starts again.
 *
 *     executor --update--> [ a | b | c ] --a--> master --> framework
 *                            ^ head, retried        <-- acknowledgement(a): b is sent
 */
import { UPDATE_RETRY_MAX_MS, UPDATE_RETRY_MIN_MS } from "../model/limits.ts";
import type { StatusUpdate } from "../model/gen/internal.ts";
import type { FrameworkId, TaskId } from "../model/id.ts";
import { appendUpdateRecord } from "./checkpoint.ts";
import { uuidText } from "./ids.ts";
import type { Outbox } from "./outbox.ts";
import { executorOfTask, frameworkOf, selfOf } from "./state.ts";
import type { Agent } from "./state.ts";
import { printUpid } from "../model/upid.ts";
import { isTerminalTask } from "../model/task-state.ts";

export interface Updates {
  /** Nothing is sent while there is no master that admits us. */
  paused: boolean;
  readonly streams: Map<FrameworkId, Map<TaskId, UpdateStream>>;
}

export interface UpdateStream {
  readonly frameworkId: FrameworkId;
  readonly taskId: TaskId;
  /** Its file below `meta/`; undefined when the framework does not checkpoint. */
  readonly path: string | undefined;
  readonly pending: StatusUpdate[];
  /** Texts of the UUIDs seen, acknowledged ones too: duplicates are recognised. */
  readonly received: Set<string>;
  readonly acknowledged: Set<string>;
  /** A terminal update has been acknowledged. */
  terminated: boolean;
  retryMs: number;
}

export function newUpdates(): Updates {
  return { paused: true, streams: new Map() };
}

/**
 * Takes an update into its stream, and sends it if it is the head. A duplicate is ignored: it will only be
 * acknowledged.
 */
export function takeUpdate(
  agent: Agent,
  update: StatusUpdate,
  path: string | undefined,
  nowMs: number,
  out: Outbox,
): void {
  const stream = streamOf(agent, update, path);
  const uuid = uuidText(update.uuid!);
  if (stream.received.has(uuid)) return;
  if (stream.path !== undefined) out.checkpoint(appendUpdateRecord(stream.path, { type: "UPDATE", update }));
  stream.received.add(uuid);
  stream.pending.push(update);
  if (!agent.updates.paused && stream.pending.length === 1) sendHead(agent, stream, UPDATE_RETRY_MIN_MS, nowMs, out);
}

/**
 * The framework has acknowledged. Says whether that ended the stream (a terminal update was acknowledged), or why the
 * acknowledgement means nothing.
 */
export function acknowledgeUpdate(
  agent: Agent,
  frameworkId: FrameworkId,
  taskId: TaskId,
  uuid: Uint8Array,
  nowMs: number,
  out: Outbox,
): "terminated" | "continues" | "unknown" {
  const stream = agent.updates.streams.get(frameworkId)?.get(taskId);
  const head = stream?.pending[0];
  if (stream === undefined || head === undefined || uuidText(head.uuid!) !== uuidText(uuid)) return "unknown";
  if (stream.path !== undefined) out.checkpoint(appendUpdateRecord(stream.path, { type: "ACK", uuid }));
  acknowledgeHead(stream);
  const next = stream.pending[0];
  out.disarm({ kind: "update-retry", frameworkId, taskId });
  if (stream.terminated) {
    if (next !== undefined) out.log("warn", `Task ${taskId} is over but updates are still pending`);
    dropStream(agent, stream);
    return "terminated";
  }
  if (next !== undefined && !agent.updates.paused) sendHead(agent, stream, UPDATE_RETRY_MIN_MS, nowMs, out);
  return "continues";
}

/** No acknowledgement came in time. */
export function retryUpdate(agent: Agent, frameworkId: FrameworkId, taskId: TaskId, nowMs: number, out: Outbox): void {
  const stream = agent.updates.streams.get(frameworkId)?.get(taskId);
  if (stream === undefined || stream.pending.length === 0 || agent.updates.paused) return;
  sendHead(agent, stream, Math.min(stream.retryMs * 2, UPDATE_RETRY_MAX_MS), nowMs, out);
}

export function pauseUpdates(agent: Agent): void {
  agent.updates.paused = true;
}

/** The master is there (again), or a framework came back: every head is sent at once. */
export function resumeUpdates(agent: Agent, nowMs: number, out: Outbox): void {
  agent.updates.paused = false;
  for (const streams of agent.updates.streams.values()) {
    for (const stream of streams.values()) {
      if (stream.pending.length > 0) sendHead(agent, stream, UPDATE_RETRY_MIN_MS, nowMs, out);
    }
  }
}

/** The framework is gone: nobody will acknowledge. */
export function dropUpdates(agent: Agent, frameworkId: FrameworkId, out: Outbox): void {
  for (const taskId of agent.updates.streams.get(frameworkId)?.keys() ?? []) {
    out.disarm({ kind: "update-retry", frameworkId, taskId });
  }
  agent.updates.streams.delete(frameworkId);
}

/** Rebuilds a stream from the records of its file; undefined when all of it is over. */
export function replayStream(
  agent: Agent,
  frameworkId: FrameworkId,
  taskId: TaskId,
  path: string,
  updates: readonly StatusUpdate[],
  acknowledged: ReadonlySet<string>,
): void {
  if (updates.length === 0) return;
  const stream = newStream(frameworkId, taskId, path);
  for (const update of updates) {
    stream.received.add(uuidText(update.uuid!));
    stream.pending.push(update);
    if (acknowledged.has(uuidText(update.uuid!))) acknowledgeHead(stream);
  }
  if (!stream.terminated) keep(agent, stream);
}

function acknowledgeHead(stream: UpdateStream): void {
  const head = stream.pending.shift()!;
  stream.acknowledged.add(uuidText(head.uuid!));
  stream.terminated ||= isTerminalTask(head.status.state);
}

function streamOf(agent: Agent, update: StatusUpdate, path: string | undefined): UpdateStream {
  const frameworkId = update.framework_id.value as FrameworkId;
  const taskId = update.status.task_id.value as TaskId;
  return agent.updates.streams.get(frameworkId)?.get(taskId) ?? keep(agent, newStream(frameworkId, taskId, path));
}

function newStream(frameworkId: FrameworkId, taskId: TaskId, path: string | undefined): UpdateStream {
  return {
    frameworkId,
    taskId,
    path,
    pending: [],
    received: new Set(),
    acknowledged: new Set(),
    terminated: false,
    retryMs: UPDATE_RETRY_MIN_MS,
  };
}

function keep(agent: Agent, stream: UpdateStream): UpdateStream {
  const streams = agent.updates.streams.get(stream.frameworkId) ?? new Map<TaskId, UpdateStream>();
  agent.updates.streams.set(stream.frameworkId, streams.set(stream.taskId, stream));
  return stream;
}

function dropStream(agent: Agent, stream: UpdateStream): void {
  const streams = agent.updates.streams.get(stream.frameworkId);
  streams?.delete(stream.taskId);
  if (streams?.size === 0) agent.updates.streams.delete(stream.frameworkId);
}

function sendHead(agent: Agent, stream: UpdateStream, retryMs: number, nowMs: number, out: Outbox): void {
  const { frameworkId, taskId } = stream;
  stream.retryMs = retryMs;
  out.arm({ kind: "update-retry", frameworkId, taskId }, nowMs + retryMs);
  forward(agent, stream.pending[0]!, out);
}

/**
 * To the master, with the newest state we know, so that it frees resources before the older updates are acknowledged;
 * the task remembers what it was, because a new master asks for it.
 */
function forward(agent: Agent, update: StatusUpdate, out: Outbox): void {
  if (agent.state !== "RUNNING" || agent.master === undefined) return;
  const taskId = update.status.task_id.value as TaskId;
  const framework = frameworkOf(agent, update.framework_id);
  const executor = framework === undefined ? undefined : executorOfTask(framework, taskId);
  const tasks = executor?.launched.has(taskId) === true ? executor.launched : executor?.terminated;
  const task = tasks?.get(taskId);
  if (task !== undefined) {
    tasks!.set(taskId, { ...task, status_update_state: update.status.state, status_update_uuid: update.uuid! });
  }
  const latest = task === undefined ? {} : { latest_state: task.state };
  const pid = printUpid(selfOf(agent));
  out.send(agent.master.pid, "mesos.internal.StatusUpdateMessage", { update: { ...update, ...latest }, pid });
}
