// Made by `npm run generate` from src/wire/proto/executor.proto. Do not edit.
import type {
  AgentInfo,
  ContainerID,
  ExecutorID,
  ExecutorInfo,
  FrameworkID,
  FrameworkInfo,
  KillPolicy,
  TaskGroupInfo,
  TaskID,
  TaskInfo,
  TaskStatus,
} from "./mesos.ts";

/** mesos.v1.executor.Event */
export interface Event {
  readonly type?: Event_Type;
  readonly subscribed?: Event_Subscribed;
  readonly acknowledged?: Event_Acknowledged;
  readonly launch?: Event_Launch;
  readonly launch_group?: Event_LaunchGroup;
  readonly kill?: Event_Kill;
  readonly message?: Event_Message;
  readonly error?: Event_Error;
}

/** mesos.v1.executor.Event.Subscribed */
export interface Event_Subscribed {
  readonly executor_info: ExecutorInfo;
  readonly framework_info: FrameworkInfo;
  readonly agent_info: AgentInfo;
  readonly container_id?: ContainerID;
}

/** mesos.v1.executor.Event.Launch */
export interface Event_Launch {
  readonly task: TaskInfo;
}

/** mesos.v1.executor.Event.LaunchGroup */
export interface Event_LaunchGroup {
  readonly task_group: TaskGroupInfo;
}

/** mesos.v1.executor.Event.Kill */
export interface Event_Kill {
  readonly task_id: TaskID;
  readonly kill_policy?: KillPolicy;
}

/** mesos.v1.executor.Event.Acknowledged */
export interface Event_Acknowledged {
  readonly task_id: TaskID;
  readonly uuid: Uint8Array;
}

/** mesos.v1.executor.Event.Message */
export interface Event_Message {
  readonly data: Uint8Array;
}

/** mesos.v1.executor.Event.Error */
export interface Event_Error {
  readonly message: string;
}

/** mesos.v1.executor.Event.Type */
export type Event_Type =
  | "UNKNOWN"
  | "SUBSCRIBED"
  | "LAUNCH"
  | "KILL"
  | "ACKNOWLEDGED"
  | "MESSAGE"
  | "ERROR"
  | "SHUTDOWN"
  | "LAUNCH_GROUP"
  | "HEARTBEAT";

/** mesos.v1.executor.Call */
export interface Call {
  readonly executor_id: ExecutorID;
  readonly framework_id: FrameworkID;
  readonly type?: Call_Type;
  readonly subscribe?: Call_Subscribe;
  readonly update?: Call_Update;
  readonly message?: Call_Message;
}

/** mesos.v1.executor.Call.Subscribe */
export interface Call_Subscribe {
  readonly unacknowledged_tasks?: readonly TaskInfo[];
  readonly unacknowledged_updates?: readonly Call_Update[];
}

/** mesos.v1.executor.Call.Update */
export interface Call_Update {
  readonly status: TaskStatus;
}

/** mesos.v1.executor.Call.Message */
export interface Call_Message {
  readonly data: Uint8Array;
}

/** mesos.v1.executor.Call.Type */
export type Call_Type =
  | "UNKNOWN"
  | "SUBSCRIBE"
  | "UPDATE"
  | "MESSAGE"
  | "HEARTBEAT";
