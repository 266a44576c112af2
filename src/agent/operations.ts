/**
 * Reservations and volumes made on the agent's resources (OPR-15, OPR-18). The master has already accounted for them;
 * the agent applies them, keeps the volumes' directories, and reports the outcome until it is acknowledged.
 */
import { OPERATION_RETRY_MAX_MS, OPERATION_RETRY_MIN_MS } from "../model/limits.ts";
import { applyOperation, isSpeculative } from "../model/operation.ts";
import { unallocateOperation } from "../model/operation-resources.ts";
import type { UpdateOperationStatusMessage } from "../model/gen/internal.ts";
import type { Operation, OperationState } from "../model/gen/mesos.ts";
import type { Resources } from "../model/resources.ts";
import { checkpointResources } from "./checkpoint.ts";
import { freshUuidBytes, uuidText } from "./ids.ts";
import type { Outbox } from "./outbox.ts";
import { checkpointedOf, isMounted, volumesOf } from "./resources.ts";
import { finishDrain } from "./executors/remove.ts";
import { idOf } from "./state.ts";
import type { Agent } from "./state.ts";

export interface OperationStream {
  readonly update: UpdateOperationStatusMessage;
  retryMs: number;
}

/** Applies a new operation and reports what became of it. */
export function startOperation(agent: Agent, operation: Operation, nowMs: number, out: Outbox): void {
  // A master that is not sure whether we got it: its outcome is on the way, or is being retried.
  if (agent.operations.has(uuidText(operation.uuid.value))) return;
  const applied = isSpeculative(operation.info)
    ? applyOperation(agent.total, unallocateOperation(operation.info))
    : { ok: false as const, error: "Operation not supported by this agent" };
  if (applied.ok) agent.total = applied.value;
  else out.log("error", `Operation ${uuidText(operation.uuid.value)} failed: ${applied.error}`);
  finishOperation(agent, operation, applied.ok ? undefined : applied.error, nowMs, out);
}

/** The agent's checkpointed resources are now these: volumes are made and removed, and the list is written. */
export function commitResources(agent: Agent, total: Resources, out: Outbox): void {
  const { workDir } = agent.options;
  const before = volumesOf(workDir, agent.checkpointed);
  const checkpointed = checkpointedOf(total);
  const after = volumesOf(workDir, checkpointed);
  for (const directory of after.keys()) if (!before.has(directory)) out.ask({ kind: "make-directory", directory });
  for (const [directory, volume] of before) {
    if (!after.has(directory)) out.ask({ kind: "remove-directory", directory, keepRoot: isMounted(volume) });
  }
  agent.total = total;
  agent.checkpointed = checkpointed;
  for (const change of checkpointResources(checkpointed, agent.operations.values())) out.checkpoint(change);
}

/** Admitted (again): every outcome is reported at once. */
export function resumeOperations(agent: Agent, nowMs: number, out: Outbox): void {
  for (const [key, stream] of agent.operationStreams) {
    sendStatus(agent, key, stream, OPERATION_RETRY_MIN_MS, nowMs, out);
  }
}

/** No acknowledgement came in time. */
export function retryOperation(agent: Agent, key: string, nowMs: number, out: Outbox): void {
  const stream = agent.operationStreams.get(key);
  if (stream === undefined || agent.state !== "RUNNING") return;
  sendStatus(agent, key, stream, Math.min(stream.retryMs * 2, OPERATION_RETRY_MAX_MS), nowMs, out);
}

/** Its outcome has been acknowledged: the operation is forgotten. */
export function endOperation(agent: Agent, key: string, out: Outbox): void {
  agent.operations.delete(key);
  agent.operationStreams.delete(key);
  out.disarm({ kind: "operation-retry", operation: key });
  for (const change of checkpointResources(agent.checkpointed, agent.operations.values())) out.checkpoint(change);
  finishDrain(agent, out);
}

/** An operation of the previous run whose outcome was not acknowledged. */
export function recoverOperation(agent: Agent, operation: Operation): void {
  const key = uuidText(operation.uuid.value);
  agent.operations.set(key, operation);
  agent.operationStreams.set(key, { update: updateOf(agent, operation), retryMs: OPERATION_RETRY_MIN_MS });
}

/** What the master is told of an operation, reliably or not. */
export function operationStatus(
  agent: Agent, uuid: Uint8Array, state: OperationState, frameworkId: { readonly value: string } | undefined,
): UpdateOperationStatusMessage {
  return {
    ...(frameworkId === undefined ? {} : { framework_id: frameworkId }),
    agent_id: { value: idOf(agent) },
    status: { state, agent_id: { value: idOf(agent) } },
    operation_uuid: { value: uuid },
  };
}

function finishOperation(
  agent: Agent, operation: Operation, error: string | undefined, nowMs: number, out: Outbox,
): void {
  const status = {
    ...(operation.info.id === undefined ? {} : { operation_id: operation.info.id }),
    state: error === undefined ? ("OPERATION_FINISHED" as const) : ("OPERATION_ERROR" as const),
    ...(error === undefined ? {} : { message: error }),
    uuid: { value: freshUuidBytes(agent) },
    agent_id: { value: idOf(agent) },
  };
  const key = uuidText(operation.uuid.value);
  const finished: Operation = { ...operation, latest_status: status, statuses: [status] };
  agent.operations.set(key, finished);
  commitResources(agent, agent.total, out);
  const stream: OperationStream = { update: updateOf(agent, finished), retryMs: OPERATION_RETRY_MIN_MS };
  agent.operationStreams.set(key, stream);
  sendStatus(agent, key, stream, OPERATION_RETRY_MIN_MS, nowMs, out);
}

function updateOf(agent: Agent, operation: Operation): UpdateOperationStatusMessage {
  return {
    ...(operation.framework_id === undefined ? {} : { framework_id: operation.framework_id }),
    agent_id: { value: idOf(agent) },
    status: operation.latest_status,
    latest_status: operation.latest_status,
    operation_uuid: operation.uuid,
  };
}

function sendStatus(
  agent: Agent, key: string, stream: OperationStream, retryMs: number, nowMs: number, out: Outbox,
): void {
  stream.retryMs = retryMs;
  out.arm({ kind: "operation-retry", operation: key }, nowMs + retryMs);
  if (agent.state !== "RUNNING" || agent.master === undefined) return;
  out.send(agent.master.pid, "mesos.internal.UpdateOperationStatusMessage", stream.update);
}
