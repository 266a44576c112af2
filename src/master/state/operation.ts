/** An offer operation that waits for its agent, or for its outcome to be acknowledged (OPR-15 to OPR-20). */
import type { Offer_Operation, OperationStatus } from "../../model/gen/mesos.ts";
import type { AgentId, FrameworkId } from "../../model/id.ts";
import type { Resources } from "../../model/resources.ts";

/** Our own uuid of an operation as 32 hexadecimal digits: the key of all tables. */
export type OperationKey = string & { readonly __operationKey: unique symbol };

export interface Operation {
  readonly key: OperationKey;
  /** The same as 16 bytes, as it travels. */
  readonly uuid: Uint8Array;
  /** Absent for an operator's operation. */
  readonly frameworkId: FrameworkId | undefined;
  readonly agentId: AgentId;
  readonly providerId: string | undefined;
  readonly info: Offer_Operation;
  /**
   * What it holds until it is over, allocated to its framework's role; empty for one that was applied at once (OPR-15).
   */
  readonly consumed: Resources;
  /** The newest status, with our operation_id and agent_id; its state is the state of the operation. */
  latestStatus: OperationStatus;
  /** All statuses so far, oldest first. */
  statuses: readonly OperationStatus[];
  /**
   * Its framework is gone, or not known yet: what it consumes is out of the agent's total until it is over (FWK-26).
   */
  orphaned: boolean;
}
