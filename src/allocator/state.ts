/**
 * All the allocator knows, and the few changes everything else is made of: a client holds something of an agent or
 * gives it back, an agent's total changes, a framework appears in or leaves a role. The verbs are in `verbs/`.
 */
import * as L from "../../assembly/layout.ts";
import type { AgentId, FrameworkId } from "../model/id.ts";
import { SPARE_NUMBERS } from "../model/limits.ts";
import type { AllocatorOptions } from "./allocator.ts";
import type { Agent, Maintenance } from "./agent.ts";
import { needsOf } from "./agent.ts";
import { AgentRows } from "./agent-rows.ts";
import { BundleTable } from "./bundle-table.ts";
import type { Bundle } from "./bundle.ts";
import { abilities, Client } from "./client.ts";
import { writeExcluded, writeExclusion, writeMinimum } from "./client-columns.ts";
import type { Framework } from "./client.ts";
import { Entities } from "./entities.ts";
import { Filters } from "./filters.ts";
import { loadKernel } from "./kernel.ts";
import type { KernelFunctions } from "./kernel.ts";
import { SharedMemory } from "./memory.ts";
import { MESOS_QUIRKS, NO_QUIRKS } from "./quirks.ts";
import type { Quirks } from "./quirks.ts";
import { Tally } from "./quantity.ts";
import type { Vector } from "./quantity.ts";
import { Ranks } from "./ranks.ts";
import { Records } from "./records.ts";
import { Roles } from "./roles.ts";
import type { RoleNode } from "./roles.ts";
import { countShared, withoutCuttable } from "./shared-copies.ts";

export class State {
  readonly options: AllocatorOptions;
  readonly module: WebAssembly.Module;
  readonly quirks: Quirks;
  readonly memory = new SharedMemory();
  readonly kernel: KernelFunctions;
  readonly bundles = new BundleTable();
  readonly records: Records;
  readonly entities: Entities;
  readonly roles: Roles;
  readonly filters: Filters;
  readonly rows: AgentRows;
  readonly frameworkRanks: Ranks;
  readonly frameworks = new Map<FrameworkId, Framework>();
  readonly agents = new Map<AgentId, Agent>();
  /** Counts agents that come and go. */
  agentsVersion = 0;
  lastAgentNumber = 0;
  /** Agents that have maintenance scheduled. */
  readonly leaving = new Set<Agent>();
  /** Clients whose frameworks constrain their offers. */
  readonly constrained = new Set<Client>();
  /** All scalars of all agents; what of them is revocable and available; all reservations; and their part in use. */
  readonly total = new Tally();
  readonly revocableAvailable = new Tally();
  readonly reservedUse = new Tally();
  whitelist: ReadonlySet<string> | undefined;
  /** Agents by index, clients by bit. */
  readonly agentAt: (Agent | undefined)[] = [];
  readonly clientAt: (Client | undefined)[] = [];
  readonly clientOf: (Client | undefined)[] = [];
  private readonly freeIndexes: number[] = [];
  private readonly freeBits: number[] = [];
  /** Agents the bits of excluded agents have room for. */
  agentCapacity = 64;
  /** Roles with quota; whether the links from leaves to quotas are to be made anew. */
  readonly quotaRoles = new Set<RoleNode>();
  areQuotaLinksOld = true;
  quotaVersion = 0;
  /** Which agents the next run is over, whether one is asked for, how many there were. */
  isEveryoneCandidate = false;
  readonly candidates = new Set<Agent>();
  isRunWanted = false;
  isRunning = false;
  isPaused = false;
  /**
   * Counts changes of totals, grants and entities: if there were none, what the kernel made of them is what they are.
   */
  changes = 0;
  /** Counts whatever may make a run decide otherwise than the last one did: verbs, and filters that are over. */
  touches = 0;
  /** `touches` when a run over everyone found nothing to give. */
  settledAt = -1;
  runs = 0;
  /** Number of the next run of the kernel, those that fail included: see quiet.ts there. */
  nextRun = 1;
  cycle = 1;
  expectedAgents: number | undefined;
  /** Counts ticks: what was made before a tick was armed is due before it at one instant, the rest after. */
  era = 0;
  nextTickMs: number;
  recoveryDeadlineMs: number | undefined;
  recoveryEra = 0;
  /** Header of the cycles. */
  readonly header: number;
  private countedNames = 0;
  /** When there are so many numbers, see `compact.ts`. */
  compactAt = SPARE_NUMBERS;
  /** Memory to be released when the cycle is over. */
  private retired: [number, number][] = [];

  constructor(options: AllocatorOptions, module: WebAssembly.Module) {
    this.options = options;
    this.module = module;
    this.quirks = options.strict ? NO_QUIRKS : MESOS_QUIRKS;
    this.kernel = loadKernel(module, this.memory.memory);
    this.records = new Records(this.memory, this.bundles, (role) => this.roles.number(role));
    this.entities = new Entities(this.memory, this.records.stride);
    this.roles = new Roles(this.entities, this.quirks);
    this.filters = new Filters(this.memory, this.records, this.kernel);
    this.rows = new AgentRows(this);
    this.frameworkRanks = new Ranks(() => this.writeRanks());
    this.header = this.memory.allocate(L.HEADER_BYTES);
    this.filters.header = this.header;
    this.filters.onExpired = () => {
      this.touches++;
    };
    this.filters.align = () => this.alignRecords();
    this.alignRecords();
    this.nextTickMs = options.allocationIntervalMs;
  }

  /** The last run over everyone gave nothing, and nothing has happened since: the next one gives nothing either. */
  get isSettled(): boolean {
    return this.settledAt === this.touches;
  }

  /** A run is asked for: over one agent, or over all there are. */
  want(agent?: Agent): void {
    if (this.isPaused) return;
    if (agent === undefined) this.isEveryoneCandidate = true;
    else this.candidates.add(agent);
    this.isRunWanted = true;
  }

  /** Something about it has changed that a row of the running cycle may have been decided without. */
  markAgent(agent: Agent): void {
    agent.changedIn = this.cycle;
    this.changes++;
    this.rows.note(agent);
  }

  /** The same; from the next run on it may be given agents that had nothing for it. */
  markClient(client: Client): void {
    client.changedIn = this.cycle;
    this.changes++;
    this.entities.setLink(client.entity, L.LINK_SINCE, this.nextRun);
  }

  newAgentIndex(): number {
    const index = this.freeIndexes.pop() ?? this.agentAt.length;
    this.agentAt[index] ??= undefined;
    if (index >= this.agentCapacity) {
      this.agentCapacity *= 2;
      for (const client of this.constrained) writeExcluded(this, client);
    }
    this.filters.makeRoom(this.agentCapacity, this.clientAt.length);
    return index;
  }

  /** The agent is there from now on. */
  enter(agent: Agent): void {
    this.agentAt[agent.index] = agent;
    this.agents.set(agent.id, agent);
    agent.number = ++this.lastAgentNumber;
    this.agentsVersion++;
  }

  /** It is not any more. */
  leave(agent: Agent): void {
    this.agents.delete(agent.id);
    this.candidates.delete(agent);
    this.leaving.delete(agent);
    this.agentAt[agent.index] = undefined;
    this.freeIndexes.push(agent.index);
    this.agentsVersion++;
  }

  setMaintenance(agent: Agent, maintenance: Maintenance | undefined): void {
    agent.maintenance = maintenance;
    if (maintenance === undefined) this.leaving.delete(agent);
    else this.leaving.add(agent);
  }

  isPresent(agent: Agent): boolean {
    return this.agentAt[agent.index] === agent;
  }

  /** Are offers made of the agent at all? */
  isEligible(agent: Agent): boolean {
    return agent.isActive && this.isListed(agent);
  }

  isListed({ info }: Agent): boolean {
    return this.whitelist === undefined || this.whitelist.has(info.hostname);
  }

  /** Memory the running cycle may look at is released after it. */
  retire(address: number, bytes: number): void {
    if (address === 0) return;
    if (this.isRunning) this.retired.push([address, bytes]);
    else this.memory.release(address, bytes);
  }

  releaseRetired(): void {
    for (const [address, bytes] of this.retired) this.memory.release(address, bytes);
    this.retired = [];
  }

  /** The client of a framework in a role, tracked from now on. */
  client(framework: Framework, roleName: string): Client {
    const known = framework.clients.get(roleName);
    if (known !== undefined) return known;
    const role = this.roles.track(roleName);
    if (role.clients.size === 0) {
      this.roles.addLeaf(role);
      this.areQuotaLinksOld = true;
    }
    this.changes++;
    const entity = this.entities.add(role.leaf, L.ENTITY_CLIENT);
    const bit = this.freeBits.pop() ?? this.clientAt.length;
    const client = new Client(framework, role, entity, bit);
    this.clientAt[bit] = client;
    this.clientOf[entity] = client;
    this.filters.makeRoom(this.agentCapacity, this.clientAt.length);
    role.clients.add(client);
    framework.clients.set(roleName, client);
    this.entities.setLink(entity, L.LINK_BIT, bit);
    this.entities.setRank(entity, this.frameworkRanks.take(framework.id));
    this.writeClient(client);
    return client;
  }

  /** Forgets the client unless it is subscribed or holds something. */
  tryForget(client: Client): void {
    const { framework, role, entity } = client;
    if (client.held > 0) return;
    this.changes++;
    this.filters.removeOfClient(client);
    this.freeBits.push(client.bit);
    this.clientAt[client.bit] = undefined;
    this.clientOf[entity] = undefined;
    this.constrained.delete(client);
    this.retire(client.excluded, client.excludedBytes);
    this.retire(client.minimum, client.minimumBytes);
    this.entities.remove(entity);
    this.frameworkRanks.drop(framework.id);
    framework.clients.delete(role.name);
    role.clients.delete(client);
    this.markClient(client);
    if (role.clients.size === 0) {
      this.roles.removeLeaf(role);
      this.areQuotaLinksOld = true;
      this.roles.tryForget(role);
    }
  }

  setActive(client: Client, isActive: boolean): void {
    client.isActive = isActive;
    this.markClient(client);
    this.entities.setFlag(client.entity, L.ENTITY_ACTIVE, isActive);
  }

  /** What the framework's settings say about the client. */
  writeClient(client: Client): void {
    const { framework, role, entity } = client;
    this.markClient(client);
    this.entities.setLink(entity, L.LINK_HAS, abilities(framework.capabilities, role.name));
    writeMinimum(this, client);
    client.constraints = framework.constraints.get(role.name);
    if (client.constraints === undefined) this.constrained.delete(client);
    else this.constrained.add(client);
    writeExcluded(this, client);
  }

  /** What the agent asks of clients, and who excludes it. */
  writeAgent(agent: Agent): void {
    agent.needs = needsOf(agent, this.options.filterGpuResources, this.options.domain);
    this.markAgent(agent);
    for (const client of this.constrained) writeExclusion(this, client, agent);
  }

  /** The client holds more of the agent. `isCounted`: totals and grants of entities include it already. */
  hold(agent: Agent, client: Client, bundle: Bundle, isCounted = false): void {
    if (bundle.isEmpty) return;
    this.charge(agent, client, bundle, 1, isCounted);
    if (!isCounted) this.entities.countGrant(client.entity);
    agent.give(client, bundle);
  }

  /** All that was left of the agent has been granted, and the kernel's totals, which include it, are taken over. */
  holdAll(agent: Agent, client: Client, bundle: Bundle): void {
    const { role } = client;
    role.unreservedUse.add(bundle.cuttable);
    if (bundle.reserved.kinds.length > 0) {
      role.reservedUse.add(bundle.reserved);
      this.reservedUse.add(bundle.reserved);
    }
    agent.give(client, bundle);
    this.setAvailable(agent, this.bundles.empty);
  }

  /** The client holds less of the agent; it must hold what it gives back. */
  giveBack(agent: Agent, client: Client, bundle: Bundle): void {
    const holding = agent.holding(client)!;
    const rest = holding.bundle.minus(bundle);
    if (rest.isEmpty) agent.drop(holding);
    else holding.bundle = rest;
    this.charge(agent, client, bundle, -1);
    if (client.held === 0 && !client.framework.roles.has(client.role.name)) this.tryForget(client);
  }

  /** Charges totals and use, without touching who holds what. */
  charge(agent: Agent, client: Client, bundle: Bundle, sign: 1 | -1, isCounted = false): void {
    this.changes++;
    this.makeRoomForKinds();
    const { role } = client;
    const forClient = bundle.hasShared ? countShared(agent, client, bundle, sign) : undefined;
    const forRole = bundle.hasShared ? countShared(agent, role, bundle, sign) : undefined;
    const ofClient = forClient ?? bundle.quantity;
    const ofRole = forRole ?? bundle.quantity;
    const reserved = forRole === undefined ? bundle.reserved : withoutCuttable(forRole, bundle);
    if (sign > 0) {
      if (!isCounted) {
        this.entities.chargeOne(client.entity, ofClient);
        this.entities.charge(role.leaf, ofRole);
      }
      role.unreservedUse.add(bundle.cuttable);
      role.reservedUse.add(reserved);
      this.reservedUse.add(reserved);
    } else {
      this.entities.dischargeOne(client.entity, ofClient);
      this.entities.discharge(role.leaf, ofRole);
      role.unreservedUse.subtract(bundle.cuttable);
      role.reservedUse.subtract(reserved);
      this.reservedUse.subtract(reserved);
    }
  }

  /** What of the agent is left has changed. */
  refreshAvailable(agent: Agent): void {
    this.setAvailable(agent, agent.computeAvailable());
  }

  setAvailable(agent: Agent, available: Bundle): void {
    this.markAgent(agent);
    if (agent.available === available) return;
    this.revocableAvailable.subtract(agent.available.revocable);
    this.revocableAvailable.add(available.revocable);
    agent.available = available;
  }

  /** Adds (or takes away) an agent's total to the cluster's and its reservations to the roles'. */
  countTotal(total: Bundle, sign: 1 | -1): void {
    this.makeRoomForKinds();
    if (sign > 0) this.total.add(total.quantity);
    else this.total.subtract(total.quantity);
    for (const [role, vector] of total.reservedByRole()) this.countReservations(role, vector, sign);
  }

  /** Vectors of entities have a column for every resource name. */
  makeRoomForKinds(): void {
    const needed = this.bundles.kinds.names.length;
    if (needed > this.entities.stride) this.entities.widen(2 ** Math.ceil(Math.log2(needed)));
  }

  /** A resource name may turn out not to be a scalar's: some minima then mean something else. */
  reviewMinima(): void {
    if (this.countedNames === this.bundles.counted.size) return;
    this.countedNames = this.bundles.counted.size;
    for (const client of this.clientAt) if (client !== undefined) writeMinimum(this, client);
  }

  /** Records are as wide as totals; not while a cycle runs. */
  alignRecords(): void {
    this.makeRoomForKinds();
    if (this.records.stride < this.entities.stride) this.filters.move(this.records.widen(this.entities.stride));
    const { i32 } = this.memory;
    i32[(this.header + L.H_STRIDE) >>> 2] = this.records.stride;
    i32[(this.header + L.H_KINDS) >>> 2] = this.bundles.kinds.names.length;
  }

  private countReservations(name: string, vector: Vector, sign: 1 | -1): void {
    const role = sign > 0 ? this.roles.track(name) : this.roles.get(name)!;
    for (let at: RoleNode | undefined = role; at !== undefined; at = at.parent) {
      if (sign > 0) at.reserved.add(vector);
      else at.reserved.subtract(vector);
    }
    if (sign < 0) this.roles.tryForget(role);
  }

  private writeRanks(): void {
    for (const client of this.clientAt) {
      if (client !== undefined) this.entities.setRank(client.entity, this.frameworkRanks.get(client.framework.id));
    }
  }
}
