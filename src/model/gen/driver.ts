// Made by `npm run generate` from src/wire/proto/driver.proto. Do not edit.
import type { FrameworkID, FrameworkInfo } from "./mesos.ts";
import type {
  Call_Accept,
  Call_AcceptInverseOffers,
  Call_Acknowledge,
  Call_AcknowledgeOperationStatus,
  Call_Decline,
  Call_DeclineInverseOffers,
  Call_Kill,
  Call_Message,
  Call_Reconcile,
  Call_ReconcileOperations,
  Call_Request,
  Call_Revive,
  Call_Shutdown,
  Call_Suppress,
  Call_Type,
  Call_UpdateFramework,
  OfferConstraints,
} from "./scheduler.ts";

/** mesos.scheduler.Call */
export interface Call {
  readonly framework_id?: FrameworkID;
  readonly type?: Call_Type;
  readonly subscribe?: Call_Subscribe;
  readonly accept?: Call_Accept;
  readonly decline?: Call_Decline;
  readonly accept_inverse_offers?: Call_AcceptInverseOffers;
  readonly decline_inverse_offers?: Call_DeclineInverseOffers;
  readonly revive?: Call_Revive;
  readonly kill?: Call_Kill;
  readonly shutdown?: Call_Shutdown;
  readonly acknowledge?: Call_Acknowledge;
  readonly acknowledge_operation_status?: Call_AcknowledgeOperationStatus;
  readonly reconcile?: Call_Reconcile;
  readonly reconcile_operations?: Call_ReconcileOperations;
  readonly message?: Call_Message;
  readonly request?: Call_Request;
  readonly suppress?: Call_Suppress;
  readonly update_framework?: Call_UpdateFramework;
}

/** mesos.scheduler.Call.Subscribe */
export interface Call_Subscribe {
  readonly framework_info: FrameworkInfo;
  readonly force?: boolean;
  readonly suppressed_roles?: readonly string[];
  readonly offer_constraints?: OfferConstraints;
}
