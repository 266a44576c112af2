/**
 * The master: which agents there are, which frameworks want their resources, and who holds what. `Master` is all of its
 * state; `take` is the table of contents: every event that can reach a master, and the one function that answers it.
 *
 * Where to look next: `calls/` what a framework may say · `operations/` what it may do with an offer · `agents/` what
 * an agent may say · `operator/` what an operator may ask · `schedule.ts` when offers are made · `state/` the records and
 * the only functions that change them · `registry/` what survives a failover · `invariants.ts` what always holds.
 *
 * A step never waits and never throws on input: what it wants from the world stands in the outbox afterwards.
 */
import type { Allocator } from "../allocator/allocator.ts";
import type { AgentInfo, MachineInfo, MasterInfo, TimeInfo } from "../model/gen/mesos.ts";
import type { Schedule } from "../model/gen/maintenance.ts";
import type { AgentId, FrameworkId, OfferId, Role } from "../model/id.ts";
import type { Principal } from "../model/principal.ts";
import type { Quota } from "../model/quota.ts";
import type { Upid } from "../model/upid.ts";
import { detected, elected } from "./leadership.ts";
import { auditAnswers } from "./audit.ts";
import type { PendingAudits } from "./audit.ts";
import type { Authentications } from "./authenticate/sessions.ts";
import { streamClosed } from "./calls/disconnect.ts";
import { resume } from "./continuations.ts";
import type { HttpResponse, MasterEvent, StreamId } from "./event.ts";
import { masterInfo } from "./master-info.ts";
import { createCounters } from "./metrics.ts";
import type { Counters } from "./metrics.ts";
import { spreadNews } from "./news.ts";
import type { News } from "./news.ts";
import type { MasterOptions } from "./options.ts";
import { settleDrains } from "./operator/drain.ts";
import type { Outbox } from "./outbox.ts";
import { hear } from "./rate-limits.ts";
import type { Lines } from "./rate-limits.ts";
import { route } from "./routes.ts";
import { allocated } from "./schedule.ts";
import type { Agent } from "./state/agent.ts";
import type { Framework } from "./state/framework.ts";
import type { InverseOffer, Offer } from "./state/offer.ts";
import type { Operation, OperationKey } from "./state/operation.ts";
import type { Removals } from "./state/removals.ts";
import type { Talk } from "./talk.ts";
import { fire } from "./timers.ts";

/** Text of a UPID, `id@host:port`: the key of all indexes by address. */
type UpidText = string;

export interface Master {
  readonly options: MasterOptions;
  /** `master@<advertised ip>:<port>`. */
  readonly pid: Upid;
  /** What frameworks and agents are told about us. */
  readonly info: MasterInfo;
  readonly allocator: Allocator;
  readonly counters: Counters;
  /** Since when this process leads; undefined means it does not, and accepts nothing. */
  electedAtMs: number | undefined;
  /** Who leads instead, if known: where requests are redirected to (REG-36). */
  leader: MasterInfo | undefined;

  /** Our copy of the registry, with all operations asked for so far applied. */
  readonly registry: Map<string, Uint8Array>;
  /** Registered agents, connected or not. */
  readonly agents: Map<AgentId, Agent>;
  readonly agentsByPid: Map<UpidText, Agent>;
  /** Of all of them, for what is said to everybody; undefined while nobody has asked (state/agents.ts). */
  agentAddresses: readonly Upid[] | undefined;
  /** Agents by the actor that pings them, which is the `to` of their pongs. */
  readonly agentsByObserver: Map<string, Agent>;
  /** In the registry, but not heard of since we lead (AGT-11). */
  readonly recoveredAgents: Map<AgentId, AgentInfo>;
  readonly unreachableAgents: Map<AgentId, TimeInfo>;
  readonly goneAgents: Map<AgentId, TimeInfo>;
  /** How many agents the registry knew when we were elected (AGT-53). */
  expectedAgents: number;
  /** Frameworks that had tasks on an unreachable agent, so that its return finds them at once. */
  readonly unreachableWork: Map<AgentId, ReadonlySet<FrameworkId>>;
  /** Agents that wait for their turn to be marked unreachable (AGT-27). */
  readonly removals: Removals;
  /** Machines under maintenance, by `machineKey` (AGT-06, AGT-55). */
  readonly machines: Map<string, MachineInfo>;
  /** Machines that were under maintenance since we lead, newest last, bounded: they are known, and up. */
  readonly formerMachines: Set<string>;
  /** As an operator set them, those without effect included (ALC-14, ALC-10). */
  readonly quotas: Map<Role, Quota>;
  readonly weights: Map<Role, number>;
  /** Planned maintenance; undefined when none was ever announced (MNT rows). */
  maintenanceSchedule: Schedule | undefined;
  /** Draining agents that a task or operation left in this step: they may be drained now (AGT-45). */
  readonly emptied: Set<AgentId>;
  /** Removed for good, newest last, bounded (AGT-40). */
  readonly removedAgents: Set<AgentId>;
  /** What waits for the registry, so that a second message does not start it again (AGT-02, AGT-14). */
  readonly transitions: {
    readonly registering: Set<UpidText>;
    readonly reregistering: Set<AgentId>;
    readonly removing: Set<AgentId>;
    readonly markingUnreachable: Set<AgentId>;
    readonly markingGone: Set<AgentId>;
  };

  readonly frameworks: Map<FrameworkId, Framework>;
  readonly frameworksByPid: Map<UpidText, Framework>;
  readonly frameworksByStream: Map<StreamId, Framework>;
  /** Torn down or failed over for too long, oldest first, at most `options.maxCompletedFrameworks` (FWK-28). */
  readonly completedFrameworks: Map<FrameworkId, Framework>;

  /** Drivers that send more than they may stand in line (rate-limits.ts). */
  readonly lines: Lines;
  /** How many messages the drivers of each principal sent. */
  readonly talks: Map<string, Talk>;
  /** Changes whose outcome is not known yet (audit.ts). */
  readonly audits: PendingAudits;
  /** Who drivers and agents have proved to be, and who is about to. */
  readonly authentications: Authentications;

  readonly offers: Map<OfferId, Offer>;
  readonly inverseOffers: Map<OfferId, InverseOffer>;
  readonly operations: Map<OperationKey, Operation>;

  /** Streams of operators, the oldest first, with who listens, and what this step has to tell them (news.ts). */
  readonly subscribers: Map<StreamId, Principal | undefined>;
  readonly news: News[];

  /** How much the process is to log until then, as an operator asked; 0 is normal. */
  verbosity: { readonly level: number; readonly untilMs: number };

  /** Long answers given since anything changed last (views/shared.ts). */
  readonly answers: Map<string, HttpResponse>;

  /** The next number of each kind of id (AGT-01, FWK-01, OFR-01). */
  readonly next: { agent: number; framework: number; offer: number; operation: number; observer: number; session: number };
  /** A cycle is in the pool: nobody begins another one. */
  cycleRunning: boolean;
  /** When the next batch allocation and the allocator's next deadline are due; undefined while not armed. */
  tickAtMs: number | undefined;
  deadlineAtMs: number | undefined;
  /** Something has ended in this batch: the next allocation waits for its like. */
  hasFreed: boolean;
}

/** A master that does not lead yet and knows nobody. */
export function createMaster(options: MasterOptions, allocator: Allocator): Master {
  const pid: Upid = { id: "master", host: options.ip, port: options.port };
  return {
    options,
    pid,
    info: masterInfo(options, pid),
    allocator,
    counters: createCounters(),
    electedAtMs: undefined,
    leader: undefined,
    registry: new Map(),
    agents: new Map(),
    agentsByPid: new Map(),
    agentAddresses: undefined,
    agentsByObserver: new Map(),
    recoveredAgents: new Map(),
    unreachableAgents: new Map(),
    goneAgents: new Map(),
    expectedAgents: 0,
    unreachableWork: new Map(),
    removals: { waiting: new Map(), nextAtMs: 0 },
    machines: new Map(),
    formerMachines: new Set(),
    quotas: new Map(),
    weights: new Map(options.weights),
    maintenanceSchedule: undefined,
    emptied: new Set(),
    removedAgents: new Set(),
    transitions: {
      registering: new Set(),
      reregistering: new Set(),
      removing: new Set(),
      markingUnreachable: new Set(),
      markingGone: new Set(),
    },
    frameworks: new Map(),
    frameworksByPid: new Map(),
    frameworksByStream: new Map(),
    completedFrameworks: new Map(),
    lines: new Map(),
    talks: new Map(),
    audits: new Map(),
    authentications: { byActor: new Map(), byPid: new Map(), principals: new Map() },
    offers: new Map(),
    inverseOffers: new Map(),
    operations: new Map(),
    subscribers: new Map(),
    news: [],
    answers: new Map(),
    verbosity: { level: 0, untilMs: 0 },
    next: { agent: 0, framework: 0, offer: 0, operation: 0, observer: 1, session: 1 },
    cycleRunning: false,
    tickAtMs: undefined,
    deadlineAtMs: undefined,
    hasFreed: false,
  };
}

/**
 * Takes one event: changes the master, and puts into `out` what the world is to do. Call `afterBatch` after the last.
 */
export function step(master: Master, event: MasterEvent, nowMs: number, out: Outbox): void {
  // To clear an empty map makes it a new table each time, and all of them hang together until the next full collection.
  if (master.answers.size > 0 && !changesNothing(master, event, nowMs)) master.answers.clear();
  const since = out.effects.length;
  take(master, event, nowMs, out);
  settleDrains(master, nowMs, out);
  spreadNews(master, out);
  auditAnswers(master, out, since);
}

/**
 * Nothing that readers are shown, at least: reads, and what says again and again that somebody is still there. An agent
 * that is to be given up is about to be marked unreachable.
 */
function changesNothing({ agents }: Master, event: MasterEvent, nowMs: number): boolean {
  if (event.type === "request") return event.request.method === "GET";
  if (event.type === "message") return event.message.name === "mesos.internal.PongSlaveMessage";
  if (event.type !== "timer") return false;
  const { timer } = event;
  if (timer.kind !== "ping") return timer.kind === "heartbeat" || timer.kind === "subscriber-heartbeat";
  const agent = agents.get(timer.agentId);
  return agent?.giveUpAtMs === undefined || nowMs < agent.giveUpAtMs;
}

function take(master: Master, event: MasterEvent, nowMs: number, out: Outbox): void {
  switch (event.type) {
    case "detected":
      return detected(master, event.leader);
    case "elected":
      return elected(master, event.registry, nowMs, out);
    case "message":
      return hear(master, event, nowMs, out);
    case "exited":
      return hear(master, { exited: event.peer }, nowMs, out);
    case "request":
      return route(master, event.request, nowMs, out);
    case "stream-closed":
      return streamClosed(master, event.stream, nowMs, out);
    case "timer":
      return fire(master, event.timer, nowMs, out);
    case "persisted":
      return resume(master, event.then, nowMs, out);
    case "allocated":
      return allocated(master, event.result, nowMs, out);
  }
}
