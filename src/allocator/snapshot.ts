/**
 * What the kernel is told of the state: the header and tables of a run, written into the shared memory. Live columns
 * (see entities.ts, filters.ts) are referred to where they are; `prepare` of the kernel copies those that may change
 * meanwhile.
 */
import * as L from "../../assembly/layout.ts";
import { fromMilli } from "../model/scalar.ts";
import type { Agent } from "./agent.ts";
import { compactIfNeeded } from "./compact.ts";
import { ROOT } from "./entities.ts";
import { minus, plus, Tally } from "./quantity.ts";
import type { SharedMemory } from "./memory.ts";
import type { RoleNode } from "./roles.ts";
import type { State } from "./state.ts";
import type { AgentId } from "../model/id.ts";

const CHUNK_BYTES = 1 << 20;

/** Indexes of agents in the memory, with room to grow. */
class List {
  address = 0;
  length = 0;
  private capacity = 0;

  /** Gives the address. */
  write(memory: SharedMemory, agents: readonly Agent[]): number {
    if (agents.length > this.capacity) {
      memory.release(this.address, this.capacity * 4);
      this.capacity = Math.max(agents.length, this.capacity * 2, 64);
      this.address = memory.allocate(this.capacity * 4);
    }
    this.length = agents.length;
    const { i32 } = memory;
    for (let i = 0, at = this.address >>> 2; i < agents.length; i++) i32[at + i] = agents[i]!.index;
    return this.address;
  }
}

export class Snapshot {
  readonly header: number;
  private readonly state: State;
  /** Indexes of all agents, and of which agents those are; of the candidates of this run; orders given for it. */
  private readonly everyone = new List();
  private everyoneVersion = -1;
  private readonly some = new List();
  private readonly orders = [new List(), new List()] as const;
  private quotaCapacity = 0;
  private quotaTable = 0;
  private quotaStride = 0;
  private quotaVersion = -1;
  private vectors = 0;
  private vectorBytes = 0;
  private roleTable = 0;
  private roleCapacity = 0;

  /** A run of its own header may be prepared besides the real ones: to explain. */
  constructor(state: State, header = state.header) {
    this.state = state;
    this.header = header;
  }

  /**
   * Puts the run over these agents, all if undefined, as far as they are eligible, into the memory; not while a cycle
   * runs. The number of the run is 0 if nothing is granted in it.
   */
  write(agents: readonly Agent[] | undefined, run: number): void {
    const { state } = this;
    const { memory, records } = state;
    memory.look();
    records.sweep();
    compactIfNeeded(state);
    state.alignRecords();
    state.reviewMinima();
    this.writeQuotas();
    this.writeVectors();
    this.writeRoles();
    this.writeCandidates(agents);
    const { header } = this;
    const { entities } = state;
    const word = (field: number, value: number): void => {
      memory.i32[(header + field) >>> 2] = value;
    };
    word(L.H_MAGIC, L.ABI_MAGIC);
    word(L.H_VERSION, L.ABI_VERSION);
    word(L.H_STRIDE, entities.stride);
    word(L.H_KINDS, state.bundles.kinds.names.length);
    word(L.H_FLAGS, flagsOf(state));
    word(L.H_SEED, seedOf(state.options.seed, state.runs));
    word(L.H_RUN, run);
    word(L.H_ENTITIES, entities.count);
    word(L.H_LIVE_TOTAL, entities.total);
    word(L.H_LIVE_KEYS, entities.keys);
    word(L.H_LIVE_LINKS, entities.links);
    word(L.H_FILTERS, state.filters.table);
    word(L.H_MAX_EXTRAS, records.maxExtras);
    word(L.H_BITS, state.clientAt.length);
    word(L.H_ONLY, 0);
    if (memory.u32[(header + L.H_SCRATCH) >>> 2] === 0) {
      word(L.H_SCRATCH, newChunk(state));
      word(L.H_ROWS, newChunk(state));
    }
  }

  /** The agent at this place of the visited; undefined if there is none any more. */
  visited(position: number): Agent | undefined {
    const { memory, agentAt } = this.state;
    return agentAt[memory.u32[(memory.u32[(this.header + L.H_VISITED_LIST) >>> 2]! >>> 2) + position]!];
  }

  private writeCandidates(agents: readonly Agent[] | undefined): void {
    const { state } = this;
    const { memory } = state;
    const orders = this.givenOrders(agents);
    state.rows.write();
    if (agents === undefined) {
      if (this.everyoneVersion !== state.agentsVersion) this.listEveryone();
    } else {
      this.some.write(memory, agents);
    }
    const list = agents === undefined ? this.everyone : this.some;
    const word = (field: number, value: number): void => {
      memory.u32[(this.header + field) >>> 2] = value;
    };
    word(L.H_CANDIDATES, list.length);
    word(L.H_CANDIDATE_LIST, list.address);
    word(L.H_ORDER_1, orders === undefined ? 0 : this.orders[0].write(memory, orders[0]));
    word(L.H_ORDER_2, orders === undefined ? 0 : this.orders[1].write(memory, orders[1]));
  }

  private listEveryone(): void {
    const { state } = this;
    this.everyone.write(state.memory, [...state.agents.values()]);
    this.everyoneVersion = state.agentsVersion;
  }

  /** For recordings: the visited in the orders of the two stages. */
  private givenOrders(agents: readonly Agent[] | undefined): readonly [Agent[], Agent[]] | undefined {
    const { state } = this;
    const { visitingOrder } = state.options;
    if (visitingOrder === undefined) return undefined;
    const eligible = (agents ?? [...state.agents.values()]).filter((agent) => state.isEligible(agent));
    const ids = eligible.map((agent) => agent.id).sort((a, b) => numberOf(a) - numberOf(b));
    const visited = new Map(eligible.flatMap((agent) => (agent.available.isEmpty ? [] : [[agent.id, agent]])));
    const agentsOf = (order: readonly AgentId[]): Agent[] => order.flatMap((id) => visited.get(id) ?? []);
    const run = state.runs + 1;
    return [agentsOf(visitingOrder(ids, run, 1)), agentsOf(visitingOrder(ids, run, 2))];
  }

  private writeQuotas(): void {
    const { state } = this;
    const { memory, entities } = state;
    const { stride } = entities;
    const bytes = L.QUOTA_HEADER + 3 * stride * 8;
    const count = state.quotaRoles.size;
    if (count * bytes > this.quotaCapacity) {
      memory.release(this.quotaTable, this.quotaCapacity);
      this.quotaCapacity = Math.max(count * bytes, this.quotaCapacity * 2);
      this.quotaTable = memory.allocate(this.quotaCapacity);
      this.quotaVersion = -1;
    }
    if (state.areQuotaLinksOld) this.linkQuotas();
    const isNew = this.quotaVersion !== state.quotaVersion || this.quotaStride !== stride;
    this.quotaStride = stride;
    this.quotaVersion = state.quotaVersion;
    const { i32, f64 } = memory;
    for (const role of state.quotaRoles) {
      const row = this.quotaTable + role.quotaRow * bytes;
      const base = (row + L.QUOTA_HEADER) >>> 3;
      const isTop = role.parent === state.roles.root;
      if (isNew) this.writeQuota(role, row, base);
      f64.fill(0, base + 2 * stride, base + 3 * stride);
      // A quota below the top is no promise to anybody: every run starts it from nothing.
      if (!isTop) continue;
      const isAlone = role.children.size === 0;
      const tally = isAlone ? role.unreservedUse : consumedBy(state, role);
      for (let kind = 0; kind < tally.values.length; kind++) f64[base + 2 * stride + kind] = tally.get(kind);
      if (!isAlone || role.reserved.isEmpty) continue;
      for (let kind = 0; kind < role.reserved.values.length; kind++) {
        const at = base + 2 * stride + kind;
        f64[at] = plus(f64[at]!, role.reserved.get(kind));
      }
    }
    i32[(this.header + L.H_QUOTAS) >>> 2] = count;
    i32[(this.header + L.H_LIVE_QUOTA) >>> 2] = this.quotaTable;
  }

  private writeQuota(role: RoleNode, row: number, base: number): void {
    const { memory, entities, bundles, roles } = this.state;
    const { stride } = entities;
    const { i32, f64 } = memory;
    const { guarantees, limits } = role.quota;
    i32[(row + L.QUOTA_FLAGS) >>> 2] =
      (guarantees.size > 0 ? L.QUOTA_GUARANTEED : 0) |
      (limits.size > 0 ? L.QUOTA_LIMITED : 0) |
      (role.parent === roles.root ? L.QUOTA_TOP : 0);
    i32[(row + L.QUOTA_ABOVE) >>> 2] = quotaAbove(role);
    f64.fill(0, base, base + stride);
    f64.fill(Infinity, base + stride, base + 2 * stride);
    for (const [name, milli] of guarantees) f64[base + bundles.kinds.number(name)] = scalarOf(milli);
    for (const [name, milli] of limits) f64[base + stride + bundles.kinds.number(name)] = scalarOf(milli);
  }

  private linkQuotas(): void {
    const { state } = this;
    let row = 0;
    for (const role of state.quotaRoles) role.quotaRow = row++;
    for (const role of state.roles.byName.values()) {
      if (role.leaf < 0) continue;
      const binding = state.quirks.quotaBindsOnlyItsOwnRole ? role : topOf(role);
      state.entities.setLink(role.leaf, L.LINK_QUOTA, binding.hasQuota ? binding.quotaRow : -1);
      state.entities.setLink(role.leaf, L.LINK_QUOTA_ABOVE, quotaAbove(binding));
    }
    state.areQuotaLinksOld = false;
    state.quotaVersion++;
  }

  /** What shares are parts of, and the headroom there is. */
  private writeVectors(): void {
    const { state } = this;
    const { memory, entities, bundles } = state;
    const bytes = entities.stride * 8;
    if (bytes > this.vectorBytes) {
      memory.release(this.vectors, 2 * this.vectorBytes);
      this.vectorBytes = bytes;
      this.vectors = memory.allocate(2 * bytes);
    }
    const { f64 } = memory;
    const cluster = this.vectors >>> 3;
    const headroom = cluster + entities.stride;
    const excluded = state.options.excludedNames ?? [];
    const reserved = state.roles.root.reserved;
    bundles.kinds.names.forEach((name, kind) => {
      const total = state.total.get(kind);
      f64[cluster + kind] = excluded.includes(name) ? 0 : total;
      const idle = minus(reserved.get(kind), state.reservedUse.get(kind));
      const unused = minus(minus(total, entities.totalOf(ROOT, kind)), idle);
      f64[headroom + kind] = minus(unused, state.revocableAvailable.get(kind));
    });
    memory.i32[(this.header + L.H_LIVE_CLUSTER) >>> 2] = cluster * 8;
    memory.i32[(this.header + L.H_LIVE_HEADROOM) >>> 2] = headroom * 8;
  }

  private writeRoles(): void {
    const { state } = this;
    const { memory, roles } = state;
    const count = roles.parents.length;
    if (count * 4 > this.roleCapacity) {
      memory.release(this.roleTable, this.roleCapacity);
      this.roleCapacity = Math.max(count * 8, 256);
      this.roleTable = memory.allocate(this.roleCapacity);
    }
    memory.i32.set(roles.parents, this.roleTable >>> 2);
    memory.i32[(this.header + L.H_ROLES) >>> 2] = count;
    memory.i32[(this.header + L.H_LIVE_ROLE_PARENT) >>> 2] = this.roleTable;
  }
}

/** What a role and those below it have of unreserved and not revocable scalars, plus all their reservations. */
export function consumedBy(state: State, role: RoleNode): Tally {
  const tally = new Tally();
  for (const node of state.roles.subtree(role)) tally.addTally(node.unreservedUse);
  tally.addTally(role.reserved);
  return tally;
}

function topOf(role: RoleNode): RoleNode {
  let at = role;
  while (at.parent?.parent !== undefined) at = at.parent;
  return at;
}

function quotaAbove(role: RoleNode): number {
  for (let at = role.parent; at !== undefined; at = at.parent) if (at.hasQuota) return at.quotaRow;
  return -1;
}

function flagsOf({ options }: State): number {
  return (
    (options.strict ? L.FLAG_STRICT : 0) |
    (options.roleSorter === "random" ? L.FLAG_RANDOM_ROLES : 0) |
    (options.frameworkSorter === "random" ? L.FLAG_RANDOM_FRAMEWORKS : 0)
  );
}

/** A well-mixed seed per run. */
function seedOf(seed: number, run: number): number {
  let h = (seed ^ Math.imul(run + 1, 0x9e3779b1)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0 || 1;
}

function newChunk(state: State): number {
  const chunk = state.memory.allocate(CHUNK_BYTES);
  state.memory.i32[(chunk + L.CHUNK_BYTES) >>> 2] = CHUNK_BYTES;
  return chunk;
}

function numberOf(id: string): number {
  return Number(/\d+$/.exec(id)?.[0] ?? 0);
}

/** Digits beyond thousandths stay until there is arithmetic, as everywhere. */
function scalarOf(milli: number): number {
  return Number.isInteger(milli) ? fromMilli(milli) : milli / 1000;
}
