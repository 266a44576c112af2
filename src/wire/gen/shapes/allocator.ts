// Made by `npm run generate` from src/wire/proto/allocator.proto. Do not edit.
import { define, enumShape, field, messageShape } from "../../shape.ts";
import * as mesosShapes from "./mesos.ts";

export const InverseOfferStatus_Status = enumShape("mesos.v1.allocator.InverseOfferStatus.Status", {
  UNKNOWN: 1,
  ACCEPT: 2,
  DECLINE: 3,
});
export const InverseOfferStatus = messageShape("mesos.v1.allocator.InverseOfferStatus");

define(InverseOfferStatus, [
  field(1, "required", "status", InverseOfferStatus_Status),
  field(2, "required", "framework_id", mesosShapes.FrameworkID),
  field(3, "required", "timestamp", mesosShapes.TimeInfo),
]);
