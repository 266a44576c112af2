/**
 * The executor of command tasks, as a core like the agent's: what may happen to it, and what it asks for. It is a program of
 * its own, one per task, and shall start at once and stay small: so it speaks JSON as plain objects (bytes are base64 text)
 * and knows no codec.
 */

/** An event of the executor API, as far as it matters here. */
export interface AgentSays {
  readonly type: string;
  readonly subscribed?: { readonly framework_info: FrameworkJson };
  readonly launch?: { readonly task: TaskJson };
  readonly launch_group?: { readonly task_group: { readonly tasks?: readonly TaskJson[] } };
  readonly kill?: { readonly task_id: IdJson; readonly kill_policy?: KillPolicyJson };
  readonly acknowledged?: { readonly task_id: IdJson; readonly uuid: string };
  readonly error?: { readonly message: string };
}

export interface IdJson {
  readonly value: string;
}

export interface FrameworkJson {
  readonly capabilities?: readonly { readonly type?: string }[];
}

export interface KillPolicyJson {
  readonly grace_period?: { readonly nanoseconds: number };
}

export interface TaskJson {
  readonly task_id: IdJson;
  readonly resources?: readonly { readonly allocation_info?: { readonly role?: string } }[];
  readonly command?: CommandJson;
  readonly kill_policy?: KillPolicyJson;
  readonly max_completion_time?: { readonly nanoseconds: number };
  readonly check?: { readonly type?: string };
}

export interface CommandJson {
  readonly shell?: boolean;
  readonly value?: string;
  readonly arguments?: readonly string[];
  readonly environment?: {
    readonly variables?: readonly { readonly name: string; readonly type?: string; readonly value?: string }[];
  };
}

export interface StatusJson {
  readonly task_id: IdJson;
  readonly executor_id: IdJson;
  readonly state: string;
  readonly source: "SOURCE_EXECUTOR";
  readonly uuid: string;
  readonly timestamp: number;
  readonly message?: string;
  readonly reason?: string;
  readonly check_status?: object;
}

/** A call of the executor API. */
export type CallJson =
  | { readonly type: "SUBSCRIBE"; readonly subscribe: SubscribeJson }
  | { readonly type: "UPDATE"; readonly update: { readonly status: StatusJson } };

export interface SubscribeJson {
  readonly unacknowledged_tasks: readonly TaskJson[];
  readonly unacknowledged_updates: readonly { readonly status: StatusJson }[];
}

export type ExecutorTimer = "resubscribe" | "resend" | "give-up" | "escalate" | "max-completion" | "terminal-ack";


export type ExecutorEvent =
  | { readonly type: "started" }
  | { readonly type: "event"; readonly event: AgentSays }
  /** The event stream ended, or could not be opened. */
  | { readonly type: "disconnected"; readonly fraction: number }
  /** An update did not get through. */
  | { readonly type: "call-failed" }
  | { readonly type: "spawned"; readonly pid: number }
  /** It could not be started; why has been written to standard error. */
  | { readonly type: "spawn-failed" }
  /** The task's first process has ended. */
  | { readonly type: "exited"; readonly code: number | undefined; readonly signal: number | undefined }
  /** The program itself was asked to end. */
  | { readonly type: "terminate" }
  | { readonly type: "timer"; readonly timer: ExecutorTimer };

export type ExecutorEffect =
  | { readonly kind: "subscribe" | "update"; readonly call: CallJson }
  | { readonly kind: "spawn"; readonly command: CommandJson; readonly environment: Readonly<Record<string, string>> }
  /** To every process of the task. */
  | { readonly kind: "signal"; readonly signal: "SIGTERM" | "SIGKILL" }
  | { readonly kind: "arm"; readonly timer: ExecutorTimer; readonly atMs: number }
  | { readonly kind: "disarm"; readonly timer: ExecutorTimer }
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "say"; readonly text: string };
