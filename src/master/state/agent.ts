/** An agent as the master knows it: one node, its resources, and what runs and is offered there. */
import type { AgentCapabilities } from "../../model/capability.ts";
import type {
  AgentInfo, DrainInfo, ExecutorInfo, ResourceProviderInfo, Unavailability,
} from "../../model/gen/mesos.ts";
import type { AgentId, ExecutorId, FrameworkId, OfferId, TaskId } from "../../model/id.ts";
import type { Resources } from "../../model/resources.ts";
import type { Upid } from "../../model/upid.ts";
import type { InverseOffer, Offer } from "./offer.ts";
import type { Operation, OperationKey } from "./operation.ts";
import type { Task } from "./task.ts";

/** A resource provider of an agent, as the agent last described it (AGT-23). */
export interface AgentProvider {
  readonly info: ResourceProviderInfo;
  /** What it brings; included in the agent's total. */
  readonly total: Resources;
  /** 16 bytes (OPR-18). */
  readonly resourceVersion: Uint8Array;
}

export interface Agent {
  readonly id: AgentId;
  pid: Upid;
  /** With `id`; resources as the agent reported them (static), see `total` for what is there now. */
  info: AgentInfo;
  version: string;
  capabilities: AgentCapabilities;
  /** Its persistent connection stands (AGT-31). */
  connected: boolean;
  /** Connected and not deactivated by an operator: its resources may be offered. */
  active: boolean;
  /** An operator said DEACTIVATE_AGENT or DRAIN_AGENT (AGT-42). */
  deactivated: boolean;
  /**
   * It is being drained, or is drained (AGT-44); the start is when this master heard of it, which after a failover is
   * later.
   */
  drain: { readonly info: DrainInfo; readonly estimatedStartMs: number | undefined } | undefined;
  /** Everything it has: static plus dynamic reservations and volumes, plus oversubscribed (internal form). */
  total: Resources;
  /** Dynamic reservations and persistent volumes the agent checkpointed. */
  checkpointed: Resources;
  /** The agent's current resource version, 16 bytes (OPR-18). */
  resourceVersion: Uint8Array | undefined;
  /** By the id of the provider. */
  readonly providers: Map<string, AgentProvider>;
  unavailability: Unavailability | undefined;
  readonly tasks: Map<FrameworkId, Map<TaskId, Task>>;
  readonly executors: Map<FrameworkId, Map<ExecutorId, ExecutorInfo>>;
  /** Kills asked for while it was away, to be sent again (AGT-18). */
  readonly killedTasks: Map<FrameworkId, Set<TaskId>>;
  readonly offers: Map<OfferId, Offer>;
  readonly inverseOffers: Map<OfferId, InverseOffer>;
  /** Operations that are not over, or over and not acknowledged. */
  readonly operations: Map<OperationKey, Operation>;
  /** What live tasks, executors and pending operations use, per framework. */
  readonly used: Map<FrameworkId, Resources>;
  /** Sum of its outstanding offers. */
  offered: Resources;
  /** Its observer pings it (AGT-25): the actor id in our UPID, and how many pings in a row had no pong. */
  readonly observer: string;
  missedPongs: number;
  readonly registeredAtMs: number;
  reregisteredAtMs: number | undefined;
}
