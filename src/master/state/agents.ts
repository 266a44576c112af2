/**
 * The table of registered agents. These functions, and those of the sibling files (`frameworks`, `tasks`, `executors`,
 * `offers`, `operations`), are the only ones that change the indexes and the sums of used and offered resources, and
 * they tell the allocator in the same breath, so the three cannot drift apart. `invariants.ts` checks that they did
 * not.
 */
import type { AgentCapabilities } from "../../model/capability.ts";
import type { AgentInfo, Unavailability } from "../../model/gen/mesos.ts";
import type { AgentId } from "../../model/id.ts";
import { MAX_REMOVED_AGENTS } from "../../model/limits.ts";
import { NO_RESOURCES } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { SmallMap } from "../../model/small-map.ts";
import { solid } from "../../model/solid.ts";
import { printUpid, upidKey } from "../../model/upid.ts";
import type { Upid } from "../../model/upid.ts";
import type { Master } from "../master.ts";
import { announceAgent } from "../news.ts";
import { NO_STRANDED, noEntries } from "./agent.ts";
import type { Agent } from "./agent.ts";
import { must } from "./tables.ts";
import { Usage } from "./usage.ts";

/** What a new record starts from; everything else is empty. */
interface NewAgent {
  readonly id: AgentId;
  readonly pid: Upid;
  readonly info: AgentInfo;
  readonly version: string;
  readonly capabilities: AgentCapabilities;
  readonly total: Resources;
  readonly checkpointed: Resources;
  readonly resourceVersion: Uint8Array | undefined;
  readonly registeredAtMs: number;
}

/**
 * A connected, active agent with nothing on it and an observer of its own; not in any table yet. Every field is named,
 * because objects made by spreading would each be of a kind of their own, and slow to read in thousands.
 */
export function createAgent(master: Master, fields: NewAgent): Agent {
  const { id, pid, info, version, capabilities, total, checkpointed, resourceVersion, registeredAtMs } = fields;
  const observerNumber = master.next.observer++;
  return {
    id,
    pid,
    info,
    version,
    capabilities,
    total,
    checkpointed,
    resourceVersion,
    registeredAtMs,
    connected: true,
    active: true,
    deactivated: false,
    drain: undefined,
    providers: noEntries(),
    unavailability: undefined,
    tasks: new SmallMap(),
    taskStates: new SmallMap(),
    executors: noEntries(),
    killedTasks: noEntries(),
    offers: new SmallMap(),
    inverseOffers: noEntries(),
    operations: noEntries(),
    used: new Usage(),
    offered: NO_RESOURCES,
    stranded: NO_STRANDED,
    observer: solid("slave-observer(", observerNumber, ")"),
    observerNumber,
    pingDueMs: 0,
    giveUpAtMs: undefined,
    reregisteredAtMs: undefined,
    moment: undefined,
  };
}

/**
 * Puts the agent into the tables and hands its resources to the allocator, together with what its tasks and executors
 * use: so add those to the record first (`addTask`, `addExecutor`).
 */
export function addAgent(master: Master, agent: Agent): void {
  master.agents.set(agent.id, agent);
  master.agentAddresses = undefined;
  master.agentsByPid.set(upidKey(agent.pid), agent);
  master.agentsByObserver.set(agent.observer, agent);
  master.recoveredAgents.delete(agent.id);
  master.unreachableAgents.delete(agent.id);
  const { id, info, capabilities, unavailability } = agent;
  must(master.allocator.addAgent({ id, info, capabilities, unavailability }, agent.total, agent.used));
  announceAgent(master, agent);
}

/** What an agent may report anew about itself. */
type AgentChange = Partial<
  Pick<Agent, "info" | "version" | "capabilities" | "total" | "checkpointed" | "resourceVersion">
>;

/** Records what the agent reported about itself; the allocator hears of it. */
export function changeAgent(master: Master, agent: Agent, change: AgentChange): void {
  Object.assign(agent, change);
  must(master.allocator.updateAgent(agent.id, agent.info, agent.total, agent.capabilities));
}

/** Gives the agent another address: it restarted somewhere else in the same machine, or under another actor id. */
export function moveAgent(master: Master, agent: Agent, pid: Upid): void {
  forgetAddress(master, agent);
  agent.pid = pid;
  master.agentAddresses = undefined;
  master.agentsByPid.set(upidKey(pid), agent);
}

/**
 * Takes the agent out of the tables and the allocator. Its tasks, executors, operations and offers must have been
 * removed before, each by its own function, so that their frameworks have heard of it.
 */
export function removeAgent(master: Master, agent: Agent): void {
  must(master.allocator.removeAgent(agent.id));
  master.agents.delete(agent.id);
  master.agentAddresses = undefined;
  forgetAddress(master, agent);
  master.agentsByObserver.delete(agent.observer);
}

/** Where all of them listen: one list, as long as none comes, goes or moves. */
export function agentAddresses(master: Master): readonly Upid[] {
  if (master.agentAddresses !== undefined) return master.agentAddresses;
  const addresses = new Array<Upid>(master.agents.size);
  let at = 0;
  for (const { pid } of master.agents.values()) addresses[at++] = pid;
  return (master.agentAddresses = addresses);
}

/** Another agent may have its address by now. */
function forgetAddress(master: Master, agent: Agent): void {
  const pid = printUpid(agent.pid);
  if (master.agentsByPid.get(pid) === agent) master.agentsByPid.delete(pid);
}

/** Remembers the id of an agent that was removed for good; the oldest is forgotten beyond the limit (AGT-40). */
export function rememberRemoved(master: Master, agentId: AgentId): void {
  master.removedAgents.delete(agentId);
  master.removedAgents.add(agentId);
  if (master.removedAgents.size <= MAX_REMOVED_AGENTS) return;
  for (const oldest of master.removedAgents) {
    master.removedAgents.delete(oldest);
    break;
  }
}

/** Its resources are offered from now on, or no longer: the allocator is told when that changes. */
export function setAgentActive(master: Master, agent: Agent, active: boolean): void {
  if (agent.active === active) return;
  agent.active = active;
  must(active ? master.allocator.activateAgent(agent.id) : master.allocator.deactivateAgent(agent.id));
}

/** Its machine will be away then, or will not. Rescind its offers before: they said otherwise. */
export function setUnavailability(master: Master, agent: Agent, unavailability: Unavailability | undefined): void {
  agent.unavailability = unavailability;
  must(master.allocator.updateUnavailability(agent.id, unavailability));
}
