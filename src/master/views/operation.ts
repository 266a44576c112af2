/** One offer operation, as the operator API shows it (CAL-13). */
import type { Operation as OperationMessage } from "../../model/gen/mesos.ts";
import type { Operation } from "../state/operation.ts";

export function operationMessage(operation: Operation): OperationMessage {
  const { frameworkId, agentId, info, latestStatus, statuses, uuid } = operation;
  return {
    ...(frameworkId !== undefined && { framework_id: { value: frameworkId } }),
    agent_id: { value: agentId },
    info,
    latest_status: latestStatus,
    statuses,
    uuid: { value: uuid },
  };
}
