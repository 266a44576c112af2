/** A task as the master tracks it, from ACCEPT until its terminal update is acknowledged (TSK-01, TSK-58). */
import type {
  ContainerInfo, DiscoveryInfo, HealthCheck, KillPolicy, Labels, TaskState, TaskStatus, Value_Scalar,
} from "../../model/gen/mesos.ts";
import type { AgentId, ExecutorId, FrameworkId, Role, TaskId } from "../../model/id.ts";
import type { Resources } from "../../model/resources.ts";

/** What most tasks do not say: apart, so that a hundred thousand of them weigh less. */
export interface TaskExtras {
  readonly labels: Labels | undefined;
  readonly discovery: DiscoveryInfo | undefined;
  readonly container: ContainerInfo | undefined;
  readonly health_check: HealthCheck | undefined;
  readonly kill_policy: KillPolicy | undefined;
  readonly limits: Readonly<Record<string, Value_Scalar>> | undefined;
}

/** Undefined if there is nothing of the kind. */
export function taskExtras(said: Partial<TaskExtras>): TaskExtras | undefined {
  const { labels, discovery, container, health_check, kill_policy, limits } = said;
  const first = labels ?? discovery ?? container ?? health_check ?? kill_policy ?? limits;
  return first && { labels, discovery, container, health_check, kill_policy, limits };
}

export interface Task {
  readonly id: TaskId;
  readonly frameworkId: FrameworkId;
  readonly agentId: AgentId;
  /** Absent for a command task, whose executor only the agent knows (OPR-03). */
  readonly executorId: ExecutorId | undefined;
  readonly name: string;
  /** Allocated to `role`; freed at the first terminal state even while its updates are not yet acknowledged. */
  readonly resources: Resources;
  readonly role: Role;
  readonly user: string | undefined;
  readonly extras: TaskExtras | undefined;
  /** Newest state known (TSK-56); may be ahead of what the framework has been told. */
  state: TaskState;
  /** State and UUID of the last update forwarded to the framework: what an ACKNOWLEDGE must match (TSK-57). */
  statusUpdateState: TaskState | undefined;
  statusUpdateUuid: Uint8Array | undefined;
  /** Consecutive-distinct statuses, data stripped (TSK-62). */
  statuses: readonly TaskStatus[];
  /**
   * How it was when it was last read (`taskMoment`). Whoever changes one of the four before makes it undefined: a
   * hundred thousand tasks are read at a time, and to compare each would take longer than may be (`invariants.ts`
   * does).
   */
  moment: TaskMoment | undefined;
}

/** A task between two changes: what slow readers hold on to. The texts they make of it stay with it (views/task.ts). */
export interface TaskMoment
  extends Readonly<Pick<Task, "state" | "statusUpdateState" | "statusUpdateUuid" | "statuses">> {
  /** For all that never changes. */
  readonly task: Task;
  /** Seconds since the epoch of the first status; a task that nobody has reported on yet began before all others. */
  readonly beganAt: number;
  legacy: string | undefined;
  json: string | undefined;
  protobuf: Uint8Array | undefined;
}

/** The task as it is now: the same moment again while nothing has changed. */
export function taskMoment(task: Task): TaskMoment {
  return task.moment ?? newMoment(task);
}

function newMoment(task: Task): TaskMoment {
  const { state, statusUpdateState, statusUpdateUuid, statuses } = task;
  const [first] = statuses;
  const beganAt = first === undefined ? -Infinity : first.timestamp || 0;
  return (task.moment = {
    task, state, statusUpdateState, statusUpdateUuid, statuses, beganAt,
    legacy: undefined, json: undefined, protobuf: undefined,
  });
}
