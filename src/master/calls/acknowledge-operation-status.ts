/**
 * ACKNOWLEDGE_OPERATION_STATUS: the framework has taken note of an operation's status; after the last one the record
 * goes (OPR-20).
 */
import type { Call_AcknowledgeOperationStatus } from "../../model/gen/scheduler.ts";
import { agentId } from "../../model/id.ts";
import { isTerminalOperation } from "../../model/task-state.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state/agent.ts";
import type { Framework } from "../state/framework.ts";
import { removeOperation } from "../state/operations.ts";
import { sameBytes } from "../validate/uuid.ts";

/**
 * Without a connected, capable agent, or for a status that was never sent, there is nobody to tell: counted and
 * dropped.
 */
export function acknowledgeOperationStatus(
  master: Master, framework: Framework, call: Call_AcknowledgeOperationStatus, out: Outbox,
): void {
  count(master.counters, "messages_operation_status_update_acknowledgement");
  const { agent_id, resource_provider_id, uuid } = call;
  const agent = master.agents.get(agentId(agent_id?.value ?? ""));
  const found = agent === undefined ? undefined : findStatus(agent, framework, call);
  if (agent === undefined || found === undefined || !mayForward(agent, resource_provider_id !== undefined)) {
    return count(master.counters, "invalid_operation_status_update_acknowledgements");
  }
  const { operation, state } = found;
  if (isTerminalOperation(state)) removeOperation(master, operation);
  out.send(agent.pid, "mesos.internal.AcknowledgeOperationStatusMessage", {
    status_uuid: { value: uuid },
    operation_uuid: { value: operation.uuid },
    ...(resource_provider_id === undefined ? {} : { resource_provider_id }),
  });
  count(master.counters, "valid_operation_status_update_acknowledgements");
}

function mayForward({ connected, capabilities }: Agent, toProvider: boolean): boolean {
  return connected && capabilities.has(toProvider ? "RESOURCE_PROVIDER" : "AGENT_OPERATION_FEEDBACK");
}

/** The operation with this id that had this status; ids need not be unique, statuses are. */
function findStatus(agent: Agent, framework: Framework, { operation_id, uuid }: Call_AcknowledgeOperationStatus) {
  for (const operation of framework.operations.values()) {
    if (operation.info.id?.value !== operation_id.value || operation.agentId !== agent.id) continue;
    const status = operation.statuses.find((candidate) => sameBytes(candidate.uuid?.value, uuid));
    if (status !== undefined) return { operation, state: status.state };
  }
  return undefined;
}
