/**
 * All that can happen to an agent, as plain values: the flight record writes them, the simulator makes them, `step`
 * (agent.ts) takes them one by one.
 */
import type { ResourceStatistics } from "../model/gen/mesos.ts";
import type { ExecutorId, FrameworkId, TaskId } from "../model/id.ts";
import type { Principal } from "../model/principal.ts";
import type { Upid } from "../model/upid.ts";
import type { Message } from "../wire/v0/messages.ts";

/** One HTTP request that is not a libprocess message. Headers are in lower case; the last of a repeated header wins. */
export interface HttpRequest {
  readonly id: number;
  readonly method: string;
  /** Path without query, e.g. `/slave(1)/state`; nothing but the name of an actor is percent-decoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Fresh UUID text from the shell, for the stream this request may open. */
  readonly streamId: string;
  /** Who the authenticators say this is; absent while authentication is off. */
  readonly principal?: Principal;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** What a timer says when it fires. `key` in the outbox is derived from it by `timerKey`. */
export type Timer =
  /** Authenticate and (re-)register, again. */
  | { readonly kind: "register" }
  /** The master had its time to believe who we are. */
  | { readonly kind: "authenticate" }
  /** No ping from the master for too long. */
  | { readonly kind: "ping-timeout" }
  /** The executors of the previous run had their time to come back. */
  | { readonly kind: "reregister-executors" }
  /** Those that speak by messages are called again. */
  | { readonly kind: "reconnect-executors" }
  | { readonly kind: "register-executor" | "shutdown-executor"; readonly containerId: string }
  | { readonly kind: "executor-heartbeat"; readonly frameworkId: FrameworkId; readonly executorId: ExecutorId }
  | { readonly kind: "update-retry"; readonly frameworkId: FrameworkId; readonly taskId: TaskId }
  | { readonly kind: "operation-retry"; readonly operation: string };

/** The leading master as the detector knows it: its address, and its name for people. */
export interface DetectedMaster {
  readonly pid: Upid;
  readonly hostname: string;
}

/** A file (or symbolic link) below `<work_dir>/meta`, by its path relative to it. */
export type CheckpointFile = Uint8Array | { readonly link: string };
export type CheckpointFiles = Readonly<Record<string, CheckpointFile>>;

/** What the shell measured for one request. */
export interface Measurement {
  /** By container id text; a container that has gone is absent. */
  readonly containers: Readonly<Record<string, ResourceStatistics>>;
  readonly system: SystemLoad;
  /** Used fraction 0..1 of the file system of the work directory. */
  readonly diskUsage: number;
  /** Directories whose removal waits, was done, or failed. */
  readonly gc: { readonly pending: number; readonly succeeded: number; readonly failed: number };
}

export interface SystemLoad {
  readonly cpus: number;
  readonly load1: number;
  readonly load5: number;
  readonly load15: number;
  readonly memTotalBytes: number;
  readonly memFreeBytes: number;
}

export type AgentEvent =
  /**
   * The first event: what an earlier run left below `meta/`, this boot's id, and which containers (by the text of their
   * id) of that run still have a living process.
   */
  | {
      readonly type: "recovered";
      readonly files: CheckpointFiles;
      readonly bootId: string | undefined;
      readonly containers: Readonly<Record<string, number>>;
    }
  /** The detector found a leader, or lost it. */
  | { readonly type: "master-detected"; readonly master: DetectedMaster | undefined }
  /** A libprocess message for our actor. */
  | { readonly type: "message"; readonly from: Upid; readonly to: string; readonly message: Message }
  /** A linked peer's persistent connection broke. */
  | { readonly type: "exited"; readonly peer: Upid }
  | { readonly type: "request"; readonly request: HttpRequest }
  /** The client closed an event stream that we had opened. */
  | { readonly type: "stream-closed"; readonly stream: string }
  | { readonly type: "timer"; readonly timer: Timer }
  /** Its first program runs; `fetched` files have been brought before. */
  | {
      readonly type: "container-started";
      readonly containerId: string;
      readonly pid: number;
      readonly fetched?: number;
    }
  /** Nothing of the container runs any more. `status` is a wait status; absent when nobody could collect it. */
  | {
      readonly type: "container-exited";
      readonly containerId: string;
      readonly status?: number;
      /** Why it could not be started. */
      readonly launchError?: string;
      /** It could not be started because a file of it could not be had. */
      readonly fetchFailed?: boolean;
    }
  | { readonly type: "measured"; readonly request: number; readonly measurement: Measurement | undefined }
  /** The operator asked the process to go: everything is killed, and with `unregister` the master is told. */
  | { readonly type: "shutdown"; readonly message: string; readonly unregister: boolean };
