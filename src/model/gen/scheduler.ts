// Made by `npm run generate` from src/wire/proto/scheduler.proto. Do not edit.
import type {
  AgentID,
  ExecutorID,
  Filters,
  FrameworkID,
  FrameworkInfo,
  InverseOffer,
  KillPolicy,
  MasterInfo,
  Offer,
  OfferID,
  Offer_Operation,
  OperationID,
  OperationStatus,
  Request,
  ResourceProviderID,
  TaskID,
  TaskStatus,
} from "./mesos.ts";

/** mesos.v1.scheduler.Event */
export interface Event {
  readonly type?: Event_Type;
  readonly subscribed?: Event_Subscribed;
  readonly offers?: Event_Offers;
  readonly inverse_offers?: Event_InverseOffers;
  readonly rescind?: Event_Rescind;
  readonly rescind_inverse_offer?: Event_RescindInverseOffer;
  readonly update?: Event_Update;
  readonly update_operation_status?: Event_UpdateOperationStatus;
  readonly message?: Event_Message;
  readonly failure?: Event_Failure;
  readonly error?: Event_Error;
}

/** mesos.v1.scheduler.Event.Subscribed */
export interface Event_Subscribed {
  readonly framework_id: FrameworkID;
  readonly heartbeat_interval_seconds?: number;
  readonly master_info?: MasterInfo;
}

/** mesos.v1.scheduler.Event.Offers */
export interface Event_Offers {
  readonly offers?: readonly Offer[];
}

/** mesos.v1.scheduler.Event.InverseOffers */
export interface Event_InverseOffers {
  readonly inverse_offers?: readonly InverseOffer[];
}

/** mesos.v1.scheduler.Event.Rescind */
export interface Event_Rescind {
  readonly offer_id: OfferID;
}

/** mesos.v1.scheduler.Event.RescindInverseOffer */
export interface Event_RescindInverseOffer {
  readonly inverse_offer_id: OfferID;
}

/** mesos.v1.scheduler.Event.Update */
export interface Event_Update {
  readonly status: TaskStatus;
}

/** mesos.v1.scheduler.Event.UpdateOperationStatus */
export interface Event_UpdateOperationStatus {
  readonly status: OperationStatus;
}

/** mesos.v1.scheduler.Event.Message */
export interface Event_Message {
  readonly agent_id: AgentID;
  readonly executor_id: ExecutorID;
  readonly data: Uint8Array;
}

/** mesos.v1.scheduler.Event.Failure */
export interface Event_Failure {
  readonly agent_id?: AgentID;
  readonly executor_id?: ExecutorID;
  readonly status?: number;
}

/** mesos.v1.scheduler.Event.Error */
export interface Event_Error {
  readonly message: string;
}

/** mesos.v1.scheduler.Event.Type */
export type Event_Type =
  | "UNKNOWN"
  | "SUBSCRIBED"
  | "OFFERS"
  | "RESCIND"
  | "UPDATE"
  | "MESSAGE"
  | "FAILURE"
  | "ERROR"
  | "HEARTBEAT"
  | "INVERSE_OFFERS"
  | "RESCIND_INVERSE_OFFER"
  | "UPDATE_OPERATION_STATUS";

/** mesos.v1.scheduler.Response */
export interface Response {
  readonly type?: Response_Type;
  /** Deprecated. */
  readonly reconcile_operations?: Response_ReconcileOperations;
}

/** mesos.v1.scheduler.Response.ReconcileOperations */
export interface Response_ReconcileOperations {
  /** Deprecated. */
  readonly operation_statuses?: readonly OperationStatus[];
}

/** mesos.v1.scheduler.Response.Type */
export type Response_Type =
  | "UNKNOWN"
  | "RECONCILE_OPERATIONS";

/** mesos.v1.scheduler.AttributeConstraint */
export interface AttributeConstraint {
  readonly selector: AttributeConstraint_Selector;
  readonly predicate: AttributeConstraint_Predicate;
}

/** mesos.v1.scheduler.AttributeConstraint.Selector */
export interface AttributeConstraint_Selector {
  readonly pseudoattribute_type?: AttributeConstraint_Selector_PseudoattributeType;
  readonly attribute_name?: string;
}

/** mesos.v1.scheduler.AttributeConstraint.Selector.PseudoattributeType */
export type AttributeConstraint_Selector_PseudoattributeType =
  | "UNKNOWN"
  | "HOSTNAME"
  | "REGION"
  | "ZONE";

/** mesos.v1.scheduler.AttributeConstraint.Predicate */
export interface AttributeConstraint_Predicate {
  readonly exists?: AttributeConstraint_Predicate_Exists;
  readonly not_exists?: AttributeConstraint_Predicate_NotExists;
  readonly text_equals?: AttributeConstraint_Predicate_TextEquals;
  readonly text_not_equals?: AttributeConstraint_Predicate_TextNotEquals;
  readonly text_matches?: AttributeConstraint_Predicate_TextMatches;
  readonly text_not_matches?: AttributeConstraint_Predicate_TextNotMatches;
}

/** mesos.v1.scheduler.AttributeConstraint.Predicate.TextEquals */
export interface AttributeConstraint_Predicate_TextEquals {
  readonly value: string;
}

/** mesos.v1.scheduler.AttributeConstraint.Predicate.TextNotEquals */
export interface AttributeConstraint_Predicate_TextNotEquals {
  readonly value: string;
}

/** mesos.v1.scheduler.AttributeConstraint.Predicate.TextMatches */
export interface AttributeConstraint_Predicate_TextMatches {
  readonly regex: string;
}

/** mesos.v1.scheduler.AttributeConstraint.Predicate.TextNotMatches */
export interface AttributeConstraint_Predicate_TextNotMatches {
  readonly regex: string;
}

/** mesos.v1.scheduler.AttributeConstraint.Predicate.Exists */
export type AttributeConstraint_Predicate_Exists = Readonly<Record<string, never>>;

/** mesos.v1.scheduler.AttributeConstraint.Predicate.NotExists */
export type AttributeConstraint_Predicate_NotExists = Readonly<Record<string, never>>;

/** mesos.v1.scheduler.OfferConstraints */
export interface OfferConstraints {
  readonly role_constraints?: Readonly<Record<string, OfferConstraints_RoleConstraints>>;
}

/** mesos.v1.scheduler.OfferConstraints.RoleConstraints */
export interface OfferConstraints_RoleConstraints {
  readonly groups?: readonly OfferConstraints_RoleConstraints_Group[];
}

/** mesos.v1.scheduler.OfferConstraints.RoleConstraints.Group */
export interface OfferConstraints_RoleConstraints_Group {
  readonly attribute_constraints?: readonly AttributeConstraint[];
}

/** mesos.v1.scheduler.Call */
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

/** mesos.v1.scheduler.Call.Subscribe */
export interface Call_Subscribe {
  readonly framework_info: FrameworkInfo;
  readonly suppressed_roles?: readonly string[];
  readonly offer_constraints?: OfferConstraints;
}

/** mesos.v1.scheduler.Call.Accept */
export interface Call_Accept {
  readonly offer_ids?: readonly OfferID[];
  readonly operations?: readonly Offer_Operation[];
  readonly filters?: Filters;
}

/** mesos.v1.scheduler.Call.Decline */
export interface Call_Decline {
  readonly offer_ids?: readonly OfferID[];
  readonly filters?: Filters;
}

/** mesos.v1.scheduler.Call.AcceptInverseOffers */
export interface Call_AcceptInverseOffers {
  readonly inverse_offer_ids?: readonly OfferID[];
  readonly filters?: Filters;
}

/** mesos.v1.scheduler.Call.DeclineInverseOffers */
export interface Call_DeclineInverseOffers {
  readonly inverse_offer_ids?: readonly OfferID[];
  readonly filters?: Filters;
}

/** mesos.v1.scheduler.Call.Revive */
export interface Call_Revive {
  readonly roles?: readonly string[];
}

/** mesos.v1.scheduler.Call.Kill */
export interface Call_Kill {
  readonly task_id: TaskID;
  readonly agent_id?: AgentID;
  readonly kill_policy?: KillPolicy;
}

/** mesos.v1.scheduler.Call.Shutdown */
export interface Call_Shutdown {
  readonly executor_id: ExecutorID;
  readonly agent_id: AgentID;
}

/** mesos.v1.scheduler.Call.Acknowledge */
export interface Call_Acknowledge {
  readonly agent_id: AgentID;
  readonly task_id: TaskID;
  readonly uuid: Uint8Array;
}

/** mesos.v1.scheduler.Call.AcknowledgeOperationStatus */
export interface Call_AcknowledgeOperationStatus {
  readonly agent_id?: AgentID;
  readonly resource_provider_id?: ResourceProviderID;
  readonly uuid: Uint8Array;
  readonly operation_id: OperationID;
}

/** mesos.v1.scheduler.Call.Reconcile */
export interface Call_Reconcile {
  readonly tasks?: readonly Call_Reconcile_Task[];
}

/** mesos.v1.scheduler.Call.Reconcile.Task */
export interface Call_Reconcile_Task {
  readonly task_id: TaskID;
  readonly agent_id?: AgentID;
}

/** mesos.v1.scheduler.Call.ReconcileOperations */
export interface Call_ReconcileOperations {
  readonly operations?: readonly Call_ReconcileOperations_Operation[];
}

/** mesos.v1.scheduler.Call.ReconcileOperations.Operation */
export interface Call_ReconcileOperations_Operation {
  readonly operation_id: OperationID;
  readonly agent_id?: AgentID;
  readonly resource_provider_id?: ResourceProviderID;
}

/** mesos.v1.scheduler.Call.Message */
export interface Call_Message {
  readonly agent_id: AgentID;
  readonly executor_id: ExecutorID;
  readonly data: Uint8Array;
}

/** mesos.v1.scheduler.Call.Request */
export interface Call_Request {
  readonly requests?: readonly Request[];
}

/** mesos.v1.scheduler.Call.Suppress */
export interface Call_Suppress {
  readonly roles?: readonly string[];
}

/** mesos.v1.scheduler.Call.UpdateFramework */
export interface Call_UpdateFramework {
  readonly framework_info: FrameworkInfo;
  readonly suppressed_roles?: readonly string[];
  readonly offer_constraints?: OfferConstraints;
}

/** mesos.v1.scheduler.Call.Type */
export type Call_Type =
  | "UNKNOWN"
  | "SUBSCRIBE"
  | "TEARDOWN"
  | "ACCEPT"
  | "DECLINE"
  | "REVIVE"
  | "KILL"
  | "SHUTDOWN"
  | "ACKNOWLEDGE"
  | "RECONCILE"
  | "MESSAGE"
  | "REQUEST"
  | "SUPPRESS"
  | "ACCEPT_INVERSE_OFFERS"
  | "DECLINE_INVERSE_OFFERS"
  | "ACKNOWLEDGE_OPERATION_STATUS"
  | "RECONCILE_OPERATIONS"
  | "UPDATE_FRAMEWORK";

/** mesos.v1.scheduler.APIResult */
export interface APIResult {
  readonly status_code: number;
  readonly response?: Response;
  readonly error?: string;
}
