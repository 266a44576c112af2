// Made by `npm run generate` from src/wire/proto/driver.proto. Do not edit.
import { define, field, messageShape } from "../../shape.ts";
import * as mesosShapes from "./mesos.ts";
import * as schedulerShapes from "./scheduler.ts";

export const Call = messageShape("mesos.scheduler.Call");
export const Call_Subscribe = messageShape("mesos.scheduler.Call.Subscribe");

define(Call, [
  field(1, "optional", "framework_id", mesosShapes.FrameworkID),
  field(2, "optional", "type", schedulerShapes.Call_Type),
  field(3, "optional", "subscribe", Call_Subscribe),
  field(4, "optional", "accept", schedulerShapes.Call_Accept),
  field(5, "optional", "decline", schedulerShapes.Call_Decline),
  field(13, "optional", "accept_inverse_offers", schedulerShapes.Call_AcceptInverseOffers),
  field(14, "optional", "decline_inverse_offers", schedulerShapes.Call_DeclineInverseOffers),
  field(15, "optional", "revive", schedulerShapes.Call_Revive),
  field(6, "optional", "kill", schedulerShapes.Call_Kill),
  field(7, "optional", "shutdown", schedulerShapes.Call_Shutdown),
  field(8, "optional", "acknowledge", schedulerShapes.Call_Acknowledge),
  field(17, "optional", "acknowledge_operation_status", schedulerShapes.Call_AcknowledgeOperationStatus),
  field(9, "optional", "reconcile", schedulerShapes.Call_Reconcile),
  field(18, "optional", "reconcile_operations", schedulerShapes.Call_ReconcileOperations),
  field(10, "optional", "message", schedulerShapes.Call_Message),
  field(11, "optional", "request", schedulerShapes.Call_Request),
  field(16, "optional", "suppress", schedulerShapes.Call_Suppress),
  field(19, "optional", "update_framework", schedulerShapes.Call_UpdateFramework),
]);
define(Call_Subscribe, [
  field(1, "required", "framework_info", mesosShapes.FrameworkInfo),
  field(2, "optional", "force", "bool"),
  field(3, "repeated", "suppressed_roles", "string"),
  field(4, "optional", "offer_constraints", schedulerShapes.OfferConstraints),
]);
