/** A framework as the master knows it: who it says it is, how it is connected, and all it holds. */
import type { FrameworkInfo } from "../../model/gen/mesos.ts";
import type { ExecutorInfo, TaskState } from "../../model/gen/mesos.ts";
import type { OfferConstraints } from "../../model/gen/scheduler.ts";
import type { FrameworkCapabilities } from "../../model/capability.ts";
import type { AgentId, ExecutorId, FrameworkId, OfferId, Role, TaskId } from "../../model/id.ts";
import type { Ring } from "../../model/ring.ts";
import type { Table } from "../../model/small-map.ts";
import type { Upid } from "../../model/upid.ts";
import type { MediaType } from "../../wire/v1/media.ts";
import type { StreamId } from "../event.ts";
import type { Counters } from "../metrics.ts";
import type { InverseOffer, Offer } from "./offer.ts";
import type { Operation, OperationKey } from "./operation.ts";
import type { ShownTasks } from "./shown-tasks.ts";
import type { Task } from "./task.ts";
import type { Usage } from "./usage.ts";

/** A v1 scheduler holds an event stream open; an old driver has an address we send messages to. */
export type FrameworkConnection =
  | { readonly kind: "http"; readonly stream: StreamId; readonly media: MediaType }
  | { readonly kind: "pid"; readonly pid: Upid };

/**
 * - `recovered`: only known from what agents reported after a master failover (AGT-21)
 * - `active`: connected and offered resources · `inactive`: connected, not offered (FWK-23)
 * - `disconnected`: its failover timeout is running (FWK-18)
 */
type FrameworkState = "recovered" | "active" | "inactive" | "disconnected";

export interface Framework {
  readonly id: FrameworkId;
  /** With `id` and, where authenticated, `principal` filled in. */
  info: FrameworkInfo;
  capabilities: FrameworkCapabilities;
  /** Roles it is subscribed to: `info.roles`, or the single `info.role` of a framework without MULTI_ROLE (FWK-30). */
  roles: readonly Role[];
  suppressedRoles: ReadonlySet<Role>;
  offerConstraints: OfferConstraints | undefined;
  state: FrameworkState;
  /** How it is reached or, while disconnected, was last reached; absent while recovered. */
  connection: FrameworkConnection | undefined;
  readonly tasks: Table<TaskId, Task>;
  /** How many of those are in which state. */
  readonly taskStates: Table<TaskState, number>;
  /** Ended, and the end acknowledged; newest last (FWK-28). */
  readonly completedTasks: Ring<Task>;
  /** Tasks on agents marked unreachable, oldest first (FWK-29). */
  readonly unreachableTasks: Map<TaskId, Task>;
  /** What readers last saw of the three: `shownTasks`. */
  shown: ShownTasks | undefined;
  /** Custom executors per agent; a command task's executor is not among them (OPR-02, OPR-03). */
  readonly executors: Table<AgentId, Table<ExecutorId, ExecutorInfo>>;
  readonly offers: Map<OfferId, Offer>;
  readonly inverseOffers: Map<OfferId, InverseOffer>;
  readonly operations: Map<OperationKey, Operation>;
  /** What its live tasks, executors and pending operations use, per agent. */
  readonly used: Usage<AgentId>;
  /**
   * `calls/accept`, `events/offers`, `offers/sent`, `tasks/terminal/task_lost`, `operations/launch` … (MET-36 to
   * MET-41).
   */
  readonly counters: Counters;
  /** When it first subscribed to this master. */
  registeredAtMs: number;
  reregisteredAtMs: number | undefined;
  unregisteredAtMs: number | undefined;
}

/** Is there somebody at the other end of its connection, as far as we know? */
export function isConnected({ state }: Pick<Framework, "state">): boolean {
  return state === "active" || state === "inactive";
}
