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
import type { RoleNode } from "./roles.ts";
import type { State } from "./state.ts";

const CHUNK_BYTES = 1 << 20;
/** Its row in the table, and its places in two given orders. */
const BYTES_PER_AGENT = L.AGENT_BYTES + 8;

export class Snapshot {
  readonly header: number;
  /** Agents of the run that have something to offer. */
  readonly visited: Agent[] = [];
  private readonly state: State;
  private capacity = 0;
  private arrays = 0;
  private quotaCapacity = 0;
  private quotaTable = 0;
  private quotaStride = 0;
  private quotaVersion = -1;
  private vectors = 0;
  private vectorBytes = 0;
  private roleTable = 0;
  private roleCapacity = 0;
  private sharedBlocks: [number, number][] = [];

  /** A run of its own header may be prepared besides the real ones: to explain. */
  constructor(state: State, header = state.header) {
    this.state = state;
    this.header = header;
  }

  /** Puts the run over these agents, as far as they are eligible, into the memory; not while a cycle runs. */
  write(agents: readonly Agent[]): void {
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
    this.writeAgents(agents);
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

  /** Gives back what was taken for one run only. */
  release(): void {
    for (const [address, bytes] of this.sharedBlocks) this.state.memory.release(address, bytes);
    this.sharedBlocks = [];
  }

  forget(): void {
    this.visited.length = 0;
  }

  private writeAgents(agents: readonly Agent[]): void {
    const { state, visited } = this;
    const { records, filters, memory } = state;
    const orders = this.givenOrders(agents);
    visited.length = 0;
    if (agents.length > this.capacity) {
      memory.release(this.arrays, this.capacity * BYTES_PER_AGENT);
      this.capacity = Math.max(agents.length, this.capacity * 2, 64);
      this.arrays = memory.allocate(this.capacity * BYTES_PER_AGENT);
    }
    let row = this.arrays >>> 2;
    for (let i = 0; i < agents.length; i++) {
      const agent = agents[i]!;
      const { available } = agent;
      if (available.isEmpty || !state.isEligible(agent)) continue;
      filters.refresh(agent);
      // These may make the memory grow, so the views are taken after them.
      const record = available.record !== 0 ? available.record : records.address(available);
      const shared = agent.sharedCopies === undefined ? 0 : this.writeShared(agent);
      const { i32 } = memory;
      i32[row + (L.AGENT_INDEX >> 2)] = agent.index;
      i32[row + (L.AGENT_RECORD >> 2)] = record;
      i32[row + (L.AGENT_NEEDS >> 2)] = agent.needs;
      i32[row + (L.AGENT_SHARED >> 2)] = shared;
      i32[row + (L.AGENT_GRANTED >> 2)] = 0;
      row += L.AGENT_BYTES >> 2;
      visited.push(agent);
    }
    const n = visited.length;
    const { u32 } = memory;
    const word = (field: number, value: number): void => {
      u32[(this.header + field) >>> 2] = value;
    };
    const ordersAt = (this.arrays + this.capacity * L.AGENT_BYTES) >>> 2;
    word(L.H_AGENTS, n);
    word(L.H_AGENT_TABLE, this.arrays);
    word(L.H_ORDER_1, orders === undefined ? 0 : this.writeOrder(ordersAt, orders[0]));
    word(L.H_ORDER_2, orders === undefined ? 0 : this.writeOrder(ordersAt + this.capacity, orders[1]));
  }

  private givenOrders(agents: readonly Agent[]): [readonly string[], readonly string[]] | undefined {
    const { state } = this;
    const { visitingOrder } = state.options;
    if (visitingOrder === undefined) return undefined;
    const eligible = agents.filter((agent) => state.isEligible(agent));
    const ids = eligible.map((agent) => agent.id).sort((a, b) => numberOf(a) - numberOf(b));
    const run = state.runs + 1;
    return [visitingOrder(ids, run, 1), visitingOrder(ids, run, 2)];
  }

  private writeOrder(at: number, ids: readonly string[]): number {
    const positions = new Map(this.visited.map((agent, i) => [agent.id as string, i]));
    let next = at;
    for (const id of ids) {
      const position = positions.get(id);
      if (position !== undefined) this.state.memory.i32[next++] = position;
    }
    return at * 4;
  }

  /** Who has copies of which shared volumes of the agent. */
  private writeShared(agent: Agent): number {
    if (agent.sharedCopies === undefined) return 0;
    const pairs: number[] = [];
    for (const [holder, copies] of agent.sharedCopies) {
      const entity = "entity" in holder ? holder.entity : (holder as RoleNode).leaf;
      for (const identity of copies.keys()) pairs.push(entity, identity);
    }
    const bytes = L.SHARED_PAIRS + pairs.length * 4;
    const block = this.state.memory.allocate(bytes);
    this.sharedBlocks.push([block, bytes]);
    this.state.memory.i32[block >>> 2] = pairs.length / 2;
    this.state.memory.i32.set(pairs, (block + L.SHARED_PAIRS) >>> 2);
    return block;
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
