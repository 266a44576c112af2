/** An agent as the master knows it: one node, its resources, and what runs and is offered there. */
import type { AgentCapabilities } from "../../model/capability.ts";
import type {
  AgentInfo, DrainInfo, ExecutorInfo, ResourceProviderInfo, TaskState, Unavailability,
} from "../../model/gen/mesos.ts";
import type { AgentId, ExecutorId, FrameworkId, OfferId, TaskId } from "../../model/id.ts";
import type { Resources } from "../../model/resources.ts";
import { SmallMap } from "../../model/small-map.ts";
import type { Table } from "../../model/small-map.ts";
import type { Upid } from "../../model/upid.ts";
import type { InverseOffer, Offer } from "./offer.ts";
import type { Operation, OperationKey } from "./operation.ts";
import type { Task } from "./task.ts";
import type { Usage } from "./usage.ts";

/** A resource provider of an agent, as the agent last described it (AGT-23). */
export interface AgentProvider {
  readonly info: ResourceProviderInfo;
  /** What it brings; included in the agent's total. */
  readonly total: Resources;
  /** 16 bytes (OPR-18). */
  readonly resourceVersion: Uint8Array;
}

/** Most agents have nothing of the kind. */
export const NO_STRANDED: ReadonlyMap<FrameworkId, Resources> = new Map();

/** Tables that hardly any agent has something in: all others share one that stays empty. To put something in, see `own`. */
type RareTable = "providers" | "executors" | "killedTasks" | "inverseOffers" | "operations";

class Nothing extends SmallMap<string, unknown> {
  override set(): never {
    throw new Error("an entry was put into the table that all agents share");
  }
}

const NOTHING: Table<unknown, unknown> = new Nothing();

export function noEntries<K, V>(): Table<K, V> {
  return NOTHING as Table<K, V>;
}

/** The agent's own table of this kind, to put something into. */
export function own<N extends RareTable>(agent: Agent, name: N): Agent[N] {
  const table: Table<unknown, unknown> = agent[name];
  return table === NOTHING ? (agent[name] = new SmallMap() as unknown as Agent[N]) : agent[name];
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
  providers: Table<string, AgentProvider>;
  unavailability: Unavailability | undefined;
  readonly tasks: Table<FrameworkId, Table<TaskId, Task>>;
  /** How many of those are in which state. */
  readonly taskStates: Table<TaskState, number>;
  executors: Table<FrameworkId, Table<ExecutorId, ExecutorInfo>>;
  /** Kills asked for while it was away, to be sent again (AGT-18). */
  killedTasks: Table<FrameworkId, Set<TaskId>>;
  readonly offers: Table<OfferId, Offer>;
  inverseOffers: Table<OfferId, InverseOffer>;
  /** Operations that are not over, or over and not acknowledged. */
  operations: Table<OperationKey, Operation>;
  /** What live tasks, executors and pending operations use, per framework. */
  readonly used: Usage<FrameworkId>;
  /** Sum of its outstanding offers. */
  offered: Resources;
  /** What only the allocator counts as offered, per framework (operations/stranded.ts). */
  stranded: ReadonlyMap<FrameworkId, Resources>;
  /** Its observer pings it (AGT-25): the actor id in our UPID, and the number in it. */
  readonly observer: string;
  readonly observerNumber: number;
  /** When its last ping was due, or the next one is. */
  pingDueMs: number;
  /** It is given up then, unless its pong comes; undefined while it owes us none. */
  giveUpAtMs: number | undefined;
  readonly registeredAtMs: number;
  reregisteredAtMs: number | undefined;
  /** How it was when it was last read: `agentMoment`. */
  moment: AgentMoment | undefined;
}

/** All that readers show of an agent and that may change. */
type Shown = Pick<
  Agent,
  | "pid" | "info" | "version" | "capabilities" | "active" | "deactivated" | "drain" | "total" | "offered"
  | "reregisteredAtMs"
>;

/**
 * An agent between two changes: what slow readers hold on to. The texts they make of it stay with it (views/agent.ts).
 */
export interface AgentMoment extends Readonly<Shown> {
  /** For all that never changes. */
  readonly agent: Agent;
  readonly used: readonly Resources[];
  readonly providers: readonly AgentProvider[];
  brief: string | undefined;
  full: string | undefined;
  json: string | undefined;
  protobuf: Uint8Array | undefined;
}

/** The agent as it is now: the same moment again while nothing has changed. */
export function agentMoment(agent: Agent): AgentMoment {
  const { moment } = agent;
  if (moment !== undefined && isStill(moment, agent)) return moment;
  const { pid, info, version, capabilities, active, deactivated, drain, total, offered, reregisteredAtMs } = agent;
  const [used, providers] = [agent.used.lists, [...agent.providers.values()]];
  return (agent.moment = {
    agent, pid, info, version, capabilities, active, deactivated, drain, total, offered, reregisteredAtMs, used,
    providers, brief: undefined, full: undefined, json: undefined, protobuf: undefined,
  });
}

function isStill(moment: AgentMoment, agent: Agent): boolean {
  return moment.used === agent.used.lists
    && moment.offered === agent.offered
    && moment.total === agent.total
    && moment.active === agent.active
    && moment.deactivated === agent.deactivated
    && moment.drain === agent.drain
    && moment.info === agent.info
    && moment.pid === agent.pid
    && moment.version === agent.version
    && moment.capabilities === agent.capabilities
    && moment.reregisteredAtMs === agent.reregisteredAtMs
    && moment.providers.length === agent.providers.size
    && (moment.providers.length === 0 || moment.providers.every((one, i) => one === [...agent.providers.values()][i]));
}
