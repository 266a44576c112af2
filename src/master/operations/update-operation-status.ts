/**
 * An agent has news of an operation. A framework that gave it an id is told and acknowledges; for the others the master
 * acknowledges in their place (OPR-16, OPR-20, FWK-26).
 */
import type { UpdateOperationStatusMessage } from "../../model/gen/internal.ts";
import type { OperationStatus } from "../../model/gen/mesos.ts";
import { agentId, frameworkId } from "../../model/id.ts";
import type { FrameworkId } from "../../model/id.ts";
import { ORPHAN_ADOPTION_DELAY_MS } from "../../model/limits.ts";
import { isTerminalOperation } from "../../model/task-state.ts";
import { askForWord, isOwn } from "../agents/older-word.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state/agent.ts";
import type { Operation } from "../state/operation.ts";
import { operationKey, removeOperation, updateOperation } from "../state/operations.ts";
import { tell } from "../tell.ts";
import { providerOf } from "./apply.ts";

export function updateOperationStatus(
  master: Master, message: UpdateOperationStatusMessage, nowMs: number, out: Outbox,
): void {
  count(master.counters, "messages_operation_status_update");
  const framework = message.framework_id && frameworkId(message.framework_id.value);
  if (message.operation_uuid === undefined) return forward(master, framework, message.status, message, out);
  const agent = master.agents.get(agentId(message.agent_id?.value ?? ""));
  if (agent === undefined) return count(master.counters, "invalid_operation_status_updates");
  const operation = agent.operations.get(operationKey(message.operation_uuid.value));
  if (operation === undefined) {
    forward(master, framework, message.status, message, out);
    return count(master.counters, "invalid_operation_status_updates");
  }
  count(master.counters, "valid_operation_status_updates");
  const { id } = operation.info;
  const status = id === undefined ? message.status : { ...message.status, operation_id: id };
  const wasOver = isTerminalOperation(operation.latestStatus.state);
  // An older message had brought it back when it was over and acknowledged: the agent has forgotten it long ago.
  if (wasOver && status.state === "OPERATION_DROPPED" && status.uuid === undefined) return removeOperation(master, operation);
  updateOperation(master, operation, message.latest_status ?? status);
  if (!wasOver && hasFailed(operation)) askForWord(agent, out);
  if (isHeard(master, operation)) forward(master, operation.frameworkId, status, message, out);
  else if (!acknowledgeInstead(master, agent, operation, nowMs, out)) return;
  const last = operation.statuses.at(-1);
  if (last === undefined || !isTerminalOperation(last.state)) return;
  if (last.uuid === undefined || !isHeard(master, operation)) removeOperation(master, operation);
}

/** It was converted on our records, but not there. Older agents are told what to checkpoint. */
function hasFailed(operation: Operation): boolean {
  const { state } = operation.latestStatus;
  return isOwn(operation) && isTerminalOperation(state) && state !== "OPERATION_FINISHED";
}

/** Will somebody acknowledge it: is there an id to know it by, and a framework that may still ask? */
function isHeard(master: Master, { info, frameworkId: framework, orphaned }: Operation): boolean {
  return info.id !== undefined && framework !== undefined && !master.completedFrameworks.has(framework) && !orphaned;
}

/** False: not yet. The framework of an orphan may come back, so it is given time after its agent did (FWK-27). */
function acknowledgeInstead(master: Master, agent: Agent, operation: Operation, nowMs: number, out: Outbox): boolean {
  const uuid = operation.statuses.at(-1)?.uuid;
  if (uuid === undefined) return true;
  const { frameworkId: framework, info, orphaned } = operation;
  const isComplete = framework === undefined || master.completedFrameworks.has(framework);
  const mayReturn = orphaned && info.id !== undefined && !isComplete;
  const sinceMs = nowMs - (agent.reregisteredAtMs ?? -Infinity);
  if (mayReturn && sinceMs < ORPHAN_ADOPTION_DELAY_MS) return false;
  const provider = providerOf(info);
  out.send(agent.pid, "mesos.internal.AcknowledgeOperationStatusMessage", {
    status_uuid: uuid,
    operation_uuid: { value: operation.uuid },
    ...(provider === undefined ? {} : { resource_provider_id: provider }),
  });
  return true;
}

function forward(
  master: Master, id: FrameworkId | undefined, status: OperationStatus,
  { agent_id }: UpdateOperationStatusMessage, out: Outbox,
): void {
  const framework = id === undefined ? undefined : master.frameworks.get(id);
  if (framework === undefined) return;
  const complete = { ...(agent_id === undefined ? {} : { agent_id }), ...status };
  tell(master, framework, { type: "UPDATE_OPERATION_STATUS", update_operation_status: { status: complete } }, out);
}
