/** What the master says of operations on the agent's resources (OPR-18, OPR-24, AGT-22, AGT-24). */
import type {
  AcknowledgeOperationStatusMessage, ApplyOperationMessage, CheckpointResourcesMessage, ReconcileOperationsMessage,
} from "../../model/gen/internal.ts";
import type { Operation } from "../../model/gen/mesos.ts";
import { toResources } from "../../model/resources.ts";
import { uuidText } from "../ids.ts";
import { commitResources, endOperation, operationStatus, startOperation } from "../operations.ts";
import type { Outbox } from "../outbox.ts";
import { withCheckpointed } from "../resources.ts";
import { idOf } from "../state.ts";
import type { Agent } from "../state.ts";

export function applyOperationMessage(agent: Agent, message: ApplyOperationMessage, nowMs: number, out: Outbox): void {
  const { operation_info: info, operation_uuid: uuid, framework_id: framework } = message;
  const agentId = { value: idOf(agent) };
  startOperation(agent, {
    ...(framework === undefined ? {} : { framework_id: framework }),
    agent_id: agentId,
    info,
    latest_status: { state: "OPERATION_PENDING", agent_id: agentId },
    uuid,
  }, nowMs, out);
}

export function acknowledgeOperation(agent: Agent, message: AcknowledgeOperationStatusMessage, out: Outbox): void {
  const key = uuidText(message.operation_uuid.value);
  const status = agent.operationStreams.get(key)?.update.status.uuid;
  if (status === undefined || uuidText(status.value) !== uuidText(message.status_uuid.value)) {
    return out.log("warn", `Unexpected acknowledgement of operation ${key}`);
  }
  endOperation(agent, key, out);
}

/**
 * Without a framework the master asks which of its operations never got here; with one it passes on a scheduler's
 * question about operations it does not know.
 */
export function reconcileOperations(agent: Agent, message: ReconcileOperationsMessage, out: Outbox): void {
  const master = agent.master;
  if (master === undefined) return;
  const { framework_id: framework } = message;
  for (const asked of message.operations ?? []) {
    const known = find(agent, asked.operation_uuid?.value, framework?.value, asked.operation_id?.value);
    if (framework === undefined) {
      if (known !== undefined || asked.operation_uuid === undefined) continue;
      const lost = operationStatus(agent, asked.operation_uuid.value, "OPERATION_DROPPED", undefined);
      out.send(master.pid, "mesos.internal.UpdateOperationStatusMessage", lost);
      continue;
    }
    const { uuid: _, ...latest } = known?.latest_status ?? { state: "OPERATION_UNKNOWN" as const, uuid: undefined };
    const id = asked.operation_id === undefined ? {} : { operation_id: asked.operation_id };
    const uuid = known?.uuid ?? asked.operation_uuid;
    out.send(master.pid, "mesos.internal.UpdateOperationStatusMessage", {
      framework_id: framework,
      agent_id: { value: idOf(agent) },
      status: { ...id, ...latest, agent_id: { value: idOf(agent) } },
      ...(uuid === undefined ? {} : { operation_uuid: uuid }),
    });
  }
}

/** A master that does not use operations says what is reserved here now. */
export function checkpointResourcesMessage(agent: Agent, message: CheckpointResourcesMessage, out: Outbox): void {
  const total = withCheckpointed(agent.info.resources ?? [], toResources(message.resources));
  if (!total.ok) return out.log("error", `Cannot checkpoint resources: ${total.error}`);
  commitResources(agent, total.value, out);
}

function find(
  agent: Agent, uuid: Uint8Array | undefined, frameworkId: string | undefined, id: string | undefined,
): Operation | undefined {
  if (uuid !== undefined) return agent.operations.get(uuidText(uuid));
  if (id === undefined) return undefined;
  const isIt = (operation: Operation): boolean =>
    operation.framework_id?.value === frameworkId && operation.info.id?.value === id;
  return [...agent.operations.values()].find(isIt);
}
