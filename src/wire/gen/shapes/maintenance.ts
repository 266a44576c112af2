// Made by `npm run generate` from src/wire/proto/maintenance.proto. Do not edit.
import { define, field, messageShape } from "../../shape.ts";
import * as allocatorShapes from "./allocator.ts";
import * as mesosShapes from "./mesos.ts";

export const Window = messageShape("mesos.v1.maintenance.Window");
export const Schedule = messageShape("mesos.v1.maintenance.Schedule");
export const ClusterStatus = messageShape("mesos.v1.maintenance.ClusterStatus");
export const ClusterStatus_DrainingMachine = messageShape("mesos.v1.maintenance.ClusterStatus.DrainingMachine");

define(Window, [
  field(1, "repeated", "machine_ids", mesosShapes.MachineID),
  field(2, "required", "unavailability", mesosShapes.Unavailability),
]);
define(Schedule, [
  field(1, "repeated", "windows", Window),
]);
define(ClusterStatus, [
  field(1, "repeated", "draining_machines", ClusterStatus_DrainingMachine),
  field(2, "repeated", "down_machines", mesosShapes.MachineID),
]);
define(ClusterStatus_DrainingMachine, [
  field(1, "required", "id", mesosShapes.MachineID),
  field(2, "repeated", "statuses", allocatorShapes.InverseOfferStatus),
]);
