/**
 * The executors that come with the agent, as cores like the agent's: what may happen to them, and what they ask for.
 * They are programs of their own, one per task or task group, and shall start at once and stay small: so they speak
 * JSON as plain objects (bytes are base64 text) and know no codec.
 *
 *     command.ts   runs the command of one task
 *     group.ts     runs task groups: each task in a container of its own, nested in the executor's
 *     session.ts   what both have in common: how they keep in touch with the agent
 *     checks.ts    and how they watch a task that runs
 */

/** An event of the executor API, as far as it matters here. */
export interface AgentSays {
  readonly type: string;
  readonly subscribed?: { readonly framework_info: FrameworkJson; readonly container_id?: ContainerIdJson };
  readonly launch?: { readonly task: TaskJson };
  readonly launch_group?: { readonly task_group: { readonly tasks?: readonly TaskJson[] } };
  readonly kill?: { readonly task_id: IdJson; readonly kill_policy?: KillPolicyJson };
  readonly acknowledged?: { readonly task_id: IdJson; readonly uuid: string };
  readonly error?: { readonly message: string };
}

export interface IdJson {
  readonly value: string;
}

export interface ContainerIdJson extends IdJson {
  readonly parent?: ContainerIdJson;
}

export interface FrameworkJson {
  readonly capabilities?: readonly { readonly type?: string }[];
}

export interface KillPolicyJson {
  readonly grace_period?: { readonly nanoseconds: number };
}

export interface TaskJson {
  readonly task_id: IdJson;
  readonly resources?: readonly ResourceJson[];
  readonly limits?: object;
  readonly command?: CommandJson;
  readonly container?: ContainerJson;
  readonly kill_policy?: KillPolicyJson;
  readonly max_completion_time?: { readonly nanoseconds: number };
  readonly check?: CheckInfoJson;
  readonly health_check?: CheckInfoJson & {
    readonly grace_period_seconds?: number;
    readonly consecutive_failures?: number;
  };
}

export type CheckKind = "check" | "health-check";

/** A check or health check: how, and how often. */
export interface CheckInfoJson {
  readonly type?: string;
  /** A check wraps the command once more. */
  readonly command?: CommandJson | { readonly command?: CommandJson };
  readonly http?: {
    readonly port: number;
    readonly path?: string;
    readonly scheme?: string;
    readonly protocol?: string;
  };
  readonly tcp?: { readonly port: number; readonly protocol?: string };
  readonly delay_seconds?: number;
  readonly interval_seconds?: number;
  /** 0: none. */
  readonly timeout_seconds?: number;
}

/** As it goes into a CheckStatusInfo; `error` when the look itself failed. */
export type ProbeResult =
  | { readonly exit_code: number }
  | { readonly status_code: number }
  | { readonly succeeded: boolean }
  | { readonly error: string };

export interface ResourceJson {
  readonly allocation_info?: { readonly role?: string };
  readonly disk?: { readonly volume?: { readonly container_path: string; readonly mode: string } };
}

export interface ContainerJson {
  readonly type?: string;
  readonly volumes?: readonly object[];
}

export interface CommandJson {
  readonly shell?: boolean;
  readonly value?: string;
  readonly arguments?: readonly string[];
  readonly environment?: { readonly variables?: readonly VariableJson[] };
}

export interface VariableJson {
  readonly name: string;
  readonly type?: string;
  readonly value?: string;
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
  readonly healthy?: boolean;
  readonly limitation?: object;
  readonly container_status?: { readonly container_id: ContainerIdJson };
}

/** A call of the executor API. */
export type CallJson =
  | { readonly type: "SUBSCRIBE"; readonly subscribe: SubscribeJson }
  | { readonly type: "UPDATE"; readonly update: { readonly status: StatusJson } };

export interface SubscribeJson {
  readonly unacknowledged_tasks: readonly TaskJson[];
  readonly unacknowledged_updates: readonly { readonly status: StatusJson }[];
}

/** A call of the agent's operator API. */
export interface OperatorCallJson {
  readonly type: "LAUNCH_CONTAINER" | "WAIT_NESTED_CONTAINER" | "KILL_NESTED_CONTAINER" | "REMOVE_NESTED_CONTAINER";
  readonly launch_container?: object;
  readonly remove_nested_container?: { readonly container_id: ContainerIdJson };
  readonly wait_nested_container?: { readonly container_id: ContainerIdJson };
  readonly kill_nested_container?: { readonly container_id: ContainerIdJson; readonly signal: number };
}

/** How a nested container ended, as far as anybody knows. */
export interface TerminationJson {
  /** A wait status. */
  readonly exit_status?: number;
  readonly state?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly limitation?: object;
}

/** Those of the second line are of one task each. */
export type ExecutorTimer =
  | "resubscribe" | "resend" | "give-up" | "terminal-ack"
  | "escalate" | "max-completion" | "wait-again" | CheckKind;

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
  /**
   * To an `ask` about this task: an HTTP status, 0 if there was no answer, and a text or, of a wait, the termination.
   */
  | {
      readonly type: "answered";
      readonly asked: OperatorCallJson["type"];
      readonly task: string;
      readonly status: number;
      readonly body: string | TerminationJson;
    }
  /** What a look at the task has shown; no result: nothing, for no fault of the task. */
  | { readonly type: "probed"; readonly task: string; readonly of: CheckKind; readonly result?: ProbeResult }
  /** The program itself was asked to end. */
  | { readonly type: "terminate" }
  | { readonly type: "timer"; readonly timer: ExecutorTimer; readonly task?: string };

export type ExecutorEffect =
  | { readonly kind: "subscribe" | "update"; readonly call: CallJson }
  | { readonly kind: "spawn"; readonly command: CommandJson; readonly environment: Readonly<Record<string, string>> }
  /** To every process of the task. */
  | { readonly kind: "signal"; readonly signal: "SIGTERM" | "SIGKILL" }
  | { readonly kind: "ask"; readonly task: string; readonly call: OperatorCallJson }
  /** Looks at the task as `info` says, inside its container, and comes back as `probed`. */
  | {
      readonly kind: "probe";
      readonly task: string;
      readonly of: CheckKind;
      readonly info: CheckInfoJson;
      /** Absent: it may take forever. */
      readonly timeoutMs?: number;
      /** The container the task runs in, if that is not our own. */
      readonly container?: ContainerIdJson;
    }
  /** `tasks/<task>` in the sandbox shall lead to that container's directory, where people look for it. */
  | { readonly kind: "link-sandbox"; readonly task: string; readonly containerId: string }
  | { readonly kind: "arm"; readonly timer: ExecutorTimer; readonly task?: string; readonly atMs: number }
  | { readonly kind: "disarm"; readonly timer: ExecutorTimer; readonly task?: string }
  /** `orphaned`: nobody will clean up after us, so every process of our container and those nested in it dies, too. */
  | { readonly kind: "exit"; readonly code: number; readonly orphaned?: true }
  | { readonly kind: "say"; readonly text: string };
