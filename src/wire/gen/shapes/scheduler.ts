// Made by `npm run generate` from src/wire/proto/scheduler.proto. Do not edit.
import { define, enumShape, field, messageShape } from "../../shape.ts";
import * as mesosShapes from "./mesos.ts";

export const Event_Type = enumShape("mesos.v1.scheduler.Event.Type", {
  UNKNOWN: 0,
  SUBSCRIBED: 1,
  OFFERS: 2,
  RESCIND: 3,
  UPDATE: 4,
  MESSAGE: 5,
  FAILURE: 6,
  ERROR: 7,
  HEARTBEAT: 8,
  INVERSE_OFFERS: 9,
  RESCIND_INVERSE_OFFER: 10,
  UPDATE_OPERATION_STATUS: 11,
});
export const Response_Type = enumShape("mesos.v1.scheduler.Response.Type", {
  UNKNOWN: 0,
  RECONCILE_OPERATIONS: 1,
});
export const AttributeConstraint_Selector_PseudoattributeType = enumShape("mesos.v1.scheduler.AttributeConstraint.Selector.PseudoattributeType", {
  UNKNOWN: 0,
  HOSTNAME: 1,
  REGION: 2,
  ZONE: 3,
});
export const Call_Type = enumShape("mesos.v1.scheduler.Call.Type", {
  UNKNOWN: 0,
  SUBSCRIBE: 1,
  TEARDOWN: 2,
  ACCEPT: 3,
  DECLINE: 4,
  REVIVE: 5,
  KILL: 6,
  SHUTDOWN: 7,
  ACKNOWLEDGE: 8,
  RECONCILE: 9,
  MESSAGE: 10,
  REQUEST: 11,
  SUPPRESS: 12,
  ACCEPT_INVERSE_OFFERS: 13,
  DECLINE_INVERSE_OFFERS: 14,
  ACKNOWLEDGE_OPERATION_STATUS: 15,
  RECONCILE_OPERATIONS: 16,
  UPDATE_FRAMEWORK: 17,
});
export const Event = messageShape("mesos.v1.scheduler.Event");
export const Event_Subscribed = messageShape("mesos.v1.scheduler.Event.Subscribed");
export const Event_Offers = messageShape("mesos.v1.scheduler.Event.Offers");
export const Event_InverseOffers = messageShape("mesos.v1.scheduler.Event.InverseOffers");
export const Event_Rescind = messageShape("mesos.v1.scheduler.Event.Rescind");
export const Event_RescindInverseOffer = messageShape("mesos.v1.scheduler.Event.RescindInverseOffer");
export const Event_Update = messageShape("mesos.v1.scheduler.Event.Update");
export const Event_UpdateOperationStatus = messageShape("mesos.v1.scheduler.Event.UpdateOperationStatus");
export const Event_Message = messageShape("mesos.v1.scheduler.Event.Message");
export const Event_Failure = messageShape("mesos.v1.scheduler.Event.Failure");
export const Event_Error = messageShape("mesos.v1.scheduler.Event.Error");
export const Response = messageShape("mesos.v1.scheduler.Response");
export const Response_ReconcileOperations = messageShape("mesos.v1.scheduler.Response.ReconcileOperations");
export const AttributeConstraint = messageShape("mesos.v1.scheduler.AttributeConstraint");
export const AttributeConstraint_Selector = messageShape("mesos.v1.scheduler.AttributeConstraint.Selector");
export const AttributeConstraint_Predicate = messageShape("mesos.v1.scheduler.AttributeConstraint.Predicate");
export const AttributeConstraint_Predicate_TextEquals = messageShape("mesos.v1.scheduler.AttributeConstraint.Predicate.TextEquals");
export const AttributeConstraint_Predicate_TextNotEquals = messageShape("mesos.v1.scheduler.AttributeConstraint.Predicate.TextNotEquals");
export const AttributeConstraint_Predicate_TextMatches = messageShape("mesos.v1.scheduler.AttributeConstraint.Predicate.TextMatches");
export const AttributeConstraint_Predicate_TextNotMatches = messageShape("mesos.v1.scheduler.AttributeConstraint.Predicate.TextNotMatches");
export const AttributeConstraint_Predicate_Exists = messageShape("mesos.v1.scheduler.AttributeConstraint.Predicate.Exists");
export const AttributeConstraint_Predicate_NotExists = messageShape("mesos.v1.scheduler.AttributeConstraint.Predicate.NotExists");
export const OfferConstraints = messageShape("mesos.v1.scheduler.OfferConstraints");
export const OfferConstraints_RoleConstraints = messageShape("mesos.v1.scheduler.OfferConstraints.RoleConstraints");
export const OfferConstraints_RoleConstraints_Group = messageShape("mesos.v1.scheduler.OfferConstraints.RoleConstraints.Group");
export const Call = messageShape("mesos.v1.scheduler.Call");
export const Call_Subscribe = messageShape("mesos.v1.scheduler.Call.Subscribe");
export const Call_Accept = messageShape("mesos.v1.scheduler.Call.Accept");
export const Call_Decline = messageShape("mesos.v1.scheduler.Call.Decline");
export const Call_AcceptInverseOffers = messageShape("mesos.v1.scheduler.Call.AcceptInverseOffers");
export const Call_DeclineInverseOffers = messageShape("mesos.v1.scheduler.Call.DeclineInverseOffers");
export const Call_Revive = messageShape("mesos.v1.scheduler.Call.Revive");
export const Call_Kill = messageShape("mesos.v1.scheduler.Call.Kill");
export const Call_Shutdown = messageShape("mesos.v1.scheduler.Call.Shutdown");
export const Call_Acknowledge = messageShape("mesos.v1.scheduler.Call.Acknowledge");
export const Call_AcknowledgeOperationStatus = messageShape("mesos.v1.scheduler.Call.AcknowledgeOperationStatus");
export const Call_Reconcile = messageShape("mesos.v1.scheduler.Call.Reconcile");
export const Call_Reconcile_Task = messageShape("mesos.v1.scheduler.Call.Reconcile.Task");
export const Call_ReconcileOperations = messageShape("mesos.v1.scheduler.Call.ReconcileOperations");
export const Call_ReconcileOperations_Operation = messageShape("mesos.v1.scheduler.Call.ReconcileOperations.Operation");
export const Call_Message = messageShape("mesos.v1.scheduler.Call.Message");
export const Call_Request = messageShape("mesos.v1.scheduler.Call.Request");
export const Call_Suppress = messageShape("mesos.v1.scheduler.Call.Suppress");
export const Call_UpdateFramework = messageShape("mesos.v1.scheduler.Call.UpdateFramework");
export const APIResult = messageShape("mesos.v1.scheduler.APIResult");

define(Event, [
  field(1, "optional", "type", Event_Type),
  field(2, "optional", "subscribed", Event_Subscribed),
  field(3, "optional", "offers", Event_Offers),
  field(9, "optional", "inverse_offers", Event_InverseOffers),
  field(4, "optional", "rescind", Event_Rescind),
  field(10, "optional", "rescind_inverse_offer", Event_RescindInverseOffer),
  field(5, "optional", "update", Event_Update),
  field(11, "optional", "update_operation_status", Event_UpdateOperationStatus),
  field(6, "optional", "message", Event_Message),
  field(7, "optional", "failure", Event_Failure),
  field(8, "optional", "error", Event_Error),
]);
define(Event_Subscribed, [
  field(1, "required", "framework_id", mesosShapes.FrameworkID),
  field(2, "optional", "heartbeat_interval_seconds", "double"),
  field(3, "optional", "master_info", mesosShapes.MasterInfo),
]);
define(Event_Offers, [
  field(1, "repeated", "offers", mesosShapes.Offer),
]);
define(Event_InverseOffers, [
  field(1, "repeated", "inverse_offers", mesosShapes.InverseOffer),
]);
define(Event_Rescind, [
  field(1, "required", "offer_id", mesosShapes.OfferID),
]);
define(Event_RescindInverseOffer, [
  field(1, "required", "inverse_offer_id", mesosShapes.OfferID),
]);
define(Event_Update, [
  field(1, "required", "status", mesosShapes.TaskStatus),
]);
define(Event_UpdateOperationStatus, [
  field(1, "required", "status", mesosShapes.OperationStatus),
]);
define(Event_Message, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
  field(2, "required", "executor_id", mesosShapes.ExecutorID),
  field(3, "required", "data", "bytes"),
]);
define(Event_Failure, [
  field(1, "optional", "agent_id", mesosShapes.AgentID),
  field(2, "optional", "executor_id", mesosShapes.ExecutorID),
  field(3, "optional", "status", "int32"),
]);
define(Event_Error, [
  field(1, "required", "message", "string"),
]);
define(Response, [
  field(1, "optional", "type", Response_Type),
  field(2, "optional", "reconcile_operations", Response_ReconcileOperations),
]);
define(Response_ReconcileOperations, [
  field(1, "repeated", "operation_statuses", mesosShapes.OperationStatus),
]);
define(AttributeConstraint, [
  field(1, "required", "selector", AttributeConstraint_Selector),
  field(2, "required", "predicate", AttributeConstraint_Predicate),
]);
define(AttributeConstraint_Selector, [
  field(1, "optional", "pseudoattribute_type", AttributeConstraint_Selector_PseudoattributeType, { rivals: ["attribute_name"] }),
  field(2, "optional", "attribute_name", "string", { rivals: ["pseudoattribute_type"] }),
]);
define(AttributeConstraint_Predicate, [
  field(1, "optional", "exists", AttributeConstraint_Predicate_Exists, { rivals: ["not_exists","text_equals","text_not_equals","text_matches","text_not_matches"] }),
  field(2, "optional", "not_exists", AttributeConstraint_Predicate_NotExists, { rivals: ["exists","text_equals","text_not_equals","text_matches","text_not_matches"] }),
  field(3, "optional", "text_equals", AttributeConstraint_Predicate_TextEquals, { rivals: ["exists","not_exists","text_not_equals","text_matches","text_not_matches"] }),
  field(4, "optional", "text_not_equals", AttributeConstraint_Predicate_TextNotEquals, { rivals: ["exists","not_exists","text_equals","text_matches","text_not_matches"] }),
  field(5, "optional", "text_matches", AttributeConstraint_Predicate_TextMatches, { rivals: ["exists","not_exists","text_equals","text_not_equals","text_not_matches"] }),
  field(6, "optional", "text_not_matches", AttributeConstraint_Predicate_TextNotMatches, { rivals: ["exists","not_exists","text_equals","text_not_equals","text_matches"] }),
]);
define(AttributeConstraint_Predicate_TextEquals, [
  field(1, "required", "value", "string"),
]);
define(AttributeConstraint_Predicate_TextNotEquals, [
  field(1, "required", "value", "string"),
]);
define(AttributeConstraint_Predicate_TextMatches, [
  field(1, "required", "regex", "string"),
]);
define(AttributeConstraint_Predicate_TextNotMatches, [
  field(1, "required", "regex", "string"),
]);
define(AttributeConstraint_Predicate_Exists, []);
define(AttributeConstraint_Predicate_NotExists, []);
define(OfferConstraints, [
  field(1, "map", "role_constraints", OfferConstraints_RoleConstraints),
]);
define(OfferConstraints_RoleConstraints, [
  field(1, "repeated", "groups", OfferConstraints_RoleConstraints_Group),
]);
define(OfferConstraints_RoleConstraints_Group, [
  field(1, "repeated", "attribute_constraints", AttributeConstraint),
]);
define(Call, [
  field(1, "optional", "framework_id", mesosShapes.FrameworkID),
  field(2, "optional", "type", Call_Type),
  field(3, "optional", "subscribe", Call_Subscribe),
  field(4, "optional", "accept", Call_Accept),
  field(5, "optional", "decline", Call_Decline),
  field(13, "optional", "accept_inverse_offers", Call_AcceptInverseOffers),
  field(14, "optional", "decline_inverse_offers", Call_DeclineInverseOffers),
  field(15, "optional", "revive", Call_Revive),
  field(6, "optional", "kill", Call_Kill),
  field(7, "optional", "shutdown", Call_Shutdown),
  field(8, "optional", "acknowledge", Call_Acknowledge),
  field(17, "optional", "acknowledge_operation_status", Call_AcknowledgeOperationStatus),
  field(9, "optional", "reconcile", Call_Reconcile),
  field(18, "optional", "reconcile_operations", Call_ReconcileOperations),
  field(10, "optional", "message", Call_Message),
  field(11, "optional", "request", Call_Request),
  field(16, "optional", "suppress", Call_Suppress),
  field(19, "optional", "update_framework", Call_UpdateFramework),
]);
define(Call_Subscribe, [
  field(1, "required", "framework_info", mesosShapes.FrameworkInfo),
  field(2, "repeated", "suppressed_roles", "string"),
  field(3, "optional", "offer_constraints", OfferConstraints),
]);
define(Call_Accept, [
  field(1, "repeated", "offer_ids", mesosShapes.OfferID),
  field(2, "repeated", "operations", mesosShapes.Offer_Operation),
  field(3, "optional", "filters", mesosShapes.Filters),
]);
define(Call_Decline, [
  field(1, "repeated", "offer_ids", mesosShapes.OfferID),
  field(2, "optional", "filters", mesosShapes.Filters),
]);
define(Call_AcceptInverseOffers, [
  field(1, "repeated", "inverse_offer_ids", mesosShapes.OfferID),
  field(2, "optional", "filters", mesosShapes.Filters),
]);
define(Call_DeclineInverseOffers, [
  field(1, "repeated", "inverse_offer_ids", mesosShapes.OfferID),
  field(2, "optional", "filters", mesosShapes.Filters),
]);
define(Call_Revive, [
  field(1, "repeated", "roles", "string"),
]);
define(Call_Kill, [
  field(1, "required", "task_id", mesosShapes.TaskID),
  field(2, "optional", "agent_id", mesosShapes.AgentID),
  field(3, "optional", "kill_policy", mesosShapes.KillPolicy),
]);
define(Call_Shutdown, [
  field(1, "required", "executor_id", mesosShapes.ExecutorID),
  field(2, "required", "agent_id", mesosShapes.AgentID),
]);
define(Call_Acknowledge, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
  field(2, "required", "task_id", mesosShapes.TaskID),
  field(3, "required", "uuid", "bytes"),
]);
define(Call_AcknowledgeOperationStatus, [
  field(1, "optional", "agent_id", mesosShapes.AgentID),
  field(2, "optional", "resource_provider_id", mesosShapes.ResourceProviderID),
  field(3, "required", "uuid", "bytes"),
  field(4, "required", "operation_id", mesosShapes.OperationID),
]);
define(Call_Reconcile, [
  field(1, "repeated", "tasks", Call_Reconcile_Task),
]);
define(Call_Reconcile_Task, [
  field(1, "required", "task_id", mesosShapes.TaskID),
  field(2, "optional", "agent_id", mesosShapes.AgentID),
]);
define(Call_ReconcileOperations, [
  field(1, "repeated", "operations", Call_ReconcileOperations_Operation),
]);
define(Call_ReconcileOperations_Operation, [
  field(1, "required", "operation_id", mesosShapes.OperationID),
  field(2, "optional", "agent_id", mesosShapes.AgentID),
  field(3, "optional", "resource_provider_id", mesosShapes.ResourceProviderID),
]);
define(Call_Message, [
  field(1, "required", "agent_id", mesosShapes.AgentID),
  field(2, "required", "executor_id", mesosShapes.ExecutorID),
  field(3, "required", "data", "bytes"),
]);
define(Call_Request, [
  field(1, "repeated", "requests", mesosShapes.Request),
]);
define(Call_Suppress, [
  field(1, "repeated", "roles", "string"),
]);
define(Call_UpdateFramework, [
  field(1, "required", "framework_info", mesosShapes.FrameworkInfo),
  field(2, "repeated", "suppressed_roles", "string"),
  field(3, "optional", "offer_constraints", OfferConstraints),
]);
define(APIResult, [
  field(1, "required", "status_code", "uint32"),
  field(2, "optional", "response", Response),
  field(3, "optional", "error", "string"),
]);
