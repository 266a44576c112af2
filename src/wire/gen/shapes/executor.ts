// Made by `npm run generate` from src/wire/proto/executor.proto. Do not edit.
import { define, enumShape, field, messageShape } from "../../shape.ts";
import * as mesosShapes from "./mesos.ts";

export const Event_Type = enumShape("mesos.v1.executor.Event.Type", {
  UNKNOWN: 0,
  SUBSCRIBED: 1,
  LAUNCH: 2,
  KILL: 3,
  ACKNOWLEDGED: 4,
  MESSAGE: 5,
  ERROR: 6,
  SHUTDOWN: 7,
  LAUNCH_GROUP: 8,
  HEARTBEAT: 9,
});
export const Call_Type = enumShape("mesos.v1.executor.Call.Type", {
  UNKNOWN: 0,
  SUBSCRIBE: 1,
  UPDATE: 2,
  MESSAGE: 3,
  HEARTBEAT: 4,
});
export const Event = messageShape("mesos.v1.executor.Event");
export const Event_Subscribed = messageShape("mesos.v1.executor.Event.Subscribed");
export const Event_Launch = messageShape("mesos.v1.executor.Event.Launch");
export const Event_LaunchGroup = messageShape("mesos.v1.executor.Event.LaunchGroup");
export const Event_Kill = messageShape("mesos.v1.executor.Event.Kill");
export const Event_Acknowledged = messageShape("mesos.v1.executor.Event.Acknowledged");
export const Event_Message = messageShape("mesos.v1.executor.Event.Message");
export const Event_Error = messageShape("mesos.v1.executor.Event.Error");
export const Call = messageShape("mesos.v1.executor.Call");
export const Call_Subscribe = messageShape("mesos.v1.executor.Call.Subscribe");
export const Call_Update = messageShape("mesos.v1.executor.Call.Update");
export const Call_Message = messageShape("mesos.v1.executor.Call.Message");

define(Event, [
  field(1, "optional", "type", Event_Type),
  field(2, "optional", "subscribed", Event_Subscribed),
  field(3, "optional", "acknowledged", Event_Acknowledged),
  field(4, "optional", "launch", Event_Launch),
  field(8, "optional", "launch_group", Event_LaunchGroup),
  field(5, "optional", "kill", Event_Kill),
  field(6, "optional", "message", Event_Message),
  field(7, "optional", "error", Event_Error),
]);
define(Event_Subscribed, [
  field(1, "required", "executor_info", mesosShapes.ExecutorInfo),
  field(2, "required", "framework_info", mesosShapes.FrameworkInfo),
  field(3, "required", "agent_info", mesosShapes.AgentInfo),
  field(4, "optional", "container_id", mesosShapes.ContainerID),
]);
define(Event_Launch, [
  field(1, "required", "task", mesosShapes.TaskInfo),
]);
define(Event_LaunchGroup, [
  field(1, "required", "task_group", mesosShapes.TaskGroupInfo),
]);
define(Event_Kill, [
  field(1, "required", "task_id", mesosShapes.TaskID),
  field(2, "optional", "kill_policy", mesosShapes.KillPolicy),
]);
define(Event_Acknowledged, [
  field(1, "required", "task_id", mesosShapes.TaskID),
  field(2, "required", "uuid", "bytes"),
]);
define(Event_Message, [
  field(1, "required", "data", "bytes"),
]);
define(Event_Error, [
  field(1, "required", "message", "string"),
]);
define(Call, [
  field(1, "required", "executor_id", mesosShapes.ExecutorID),
  field(2, "required", "framework_id", mesosShapes.FrameworkID),
  field(3, "optional", "type", Call_Type),
  field(4, "optional", "subscribe", Call_Subscribe),
  field(5, "optional", "update", Call_Update),
  field(6, "optional", "message", Call_Message),
]);
define(Call_Subscribe, [
  field(1, "repeated", "unacknowledged_tasks", mesosShapes.TaskInfo),
  field(2, "repeated", "unacknowledged_updates", Call_Update),
]);
define(Call_Update, [
  field(1, "required", "status", mesosShapes.TaskStatus),
]);
define(Call_Message, [
  field(2, "required", "data", "bytes"),
]);
