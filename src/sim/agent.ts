/** What the rest of the world sees of an agent, whichever kind it is. */
import type { TaskState } from "../model/gen/mesos.ts";
import type { AgentId, FrameworkId } from "../model/id.ts";
import type { Resources } from "../model/resources.ts";
import type { Host } from "./network.ts";

/** A task as its agent knows it. */
export interface SimTask {
  readonly frameworkId: FrameworkId;
  readonly taskId: string;
  readonly state: TaskState;
  /** What it holds while it is not over. */
  readonly resources: Resources;
  /** Only the answer to a question about a task that is not here; repeated until its framework acknowledges it. */
  readonly isDenial: boolean;
}

/** How an agent's program ends. */
export type AgentEnd =
  /** It alone: executors of checkpointing frameworks live on, its memory is on disk. */
  | "restart"
  /** The machine loses power: nothing lives on, the disk does. */
  | "reboot"
  /** The machine is replaced by an empty one with the same address. */
  | "wipe";

export interface SimAgent {
  readonly name: string;
  readonly host: Host;
  readonly total: Resources;
  /** The same, with the reservations and volumes made on it. */
  readonly reserved: Resources;
  /** Undefined before it has been given one. */
  readonly id: AgentId | undefined;
  /** Reservations and volumes can be made on it. */
  readonly appliesOperations: boolean;
  /** It believes that a master has admitted it. */
  readonly isRegistered: boolean;
  start(): void;
  end(how: AgentEnd): void;
  /** Its wall clock is set, ahead or back. */
  jumpClock(ms: number): void;
  /** All it knows of: running, or over and not yet reported to the end. */
  tasks(): Iterable<SimTask>;
}

/** `<framework>/<task>` */
export function taskKey(frameworkId: string, taskId: string): string {
  return `${frameworkId}/${taskId}`;
}
