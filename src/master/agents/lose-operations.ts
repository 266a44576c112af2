import type { OperationState } from "../../model/gen/mesos.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state/agent.ts";
import { countOperation, removeOperation } from "../state/operations.ts";
import { tell } from "../tell.ts";

/**
 * Takes the operations of an agent that is lost off the records. Frameworks that asked to hear of theirs are told
 * once, with nothing to acknowledge (AGT-34); who misses it asks with RECONCILE_OPERATIONS.
 */
export function loseOperations(
  master: Master, agent: Agent, state: OperationState | undefined, message: string, out: Outbox,
): void {
  const agent_id = { value: agent.id };
  for (const operation of [...agent.operations.values()]) {
    const framework = operation.frameworkId === undefined ? undefined : master.frameworks.get(operation.frameworkId);
    const operation_id = operation.info.id;
    if (state !== undefined) {
      const { providerId: value } = operation;
      const resource_provider_id = value === undefined ? undefined : { value };
      const status = { operation_id, state, message, agent_id, resource_provider_id };
      if (framework !== undefined && operation_id !== undefined) {
        tell(master, framework, { type: "UPDATE_OPERATION_STATUS", update_operation_status: { status } }, out);
      }
      countOperation(master, operation.info, state);
    }
    removeOperation(master, operation);
  }
}
