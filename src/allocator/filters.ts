/**
 * Refusals, the TypeScript side: puts filters into the table of `assembly/filters.ts`, lets them go when they are
 * due. While a cycle runs the table must not change, so changes wait until it is over; time goes on meanwhile.
 *
 *     mask row of an agent     certain has | certain has | ...   a bit per client in each word
 */
import * as L from "../../assembly/layout.ts";
import type { Agent } from "./agent.ts";
import type { Bundle } from "./bundle.ts";
import type { Client } from "./client.ts";
import { Deadlines } from "./deadlines.ts";
import type { KernelFunctions } from "./kernel.ts";
import type { SharedMemory } from "./memory.ts";
import type { Records } from "./records.ts";

export class Filters {
  readonly table: number;
  /** Called before a record is needed: there may be more resource names than columns. */
  align: () => void = () => {};
  /** Told of every filter that is over. */
  onExpired: () => void = () => {};
  /** Any header that says how wide vectors are, for the kernel's comparisons. */
  header = 0;
  private readonly memory: SharedMemory;
  private readonly records: Records;
  private readonly kernel: KernelFunctions;
  private readonly deadlines = new Deadlines();
  private agentCapacity = 0;
  private clientCapacity = 0;
  /** What the capacities are to be once they may change. */
  private wantedAgents = 64;
  private wantedClients = 64;
  private bucketCount = 0;
  private dueCapacity = 0;
  private isLocked = false;
  private waiting: (() => void)[] = [];
  /** What was due while changes had to wait: those made meanwhile may have been. */
  private dueMs = -1;
  private dueEra = 0;

  constructor(memory: SharedMemory, records: Records, kernel: KernelFunctions) {
    this.memory = memory;
    this.records = records;
    this.kernel = kernel;
    this.table = memory.allocate(L.F_HEADER_BYTES);
    this.growAgents(this.wantedAgents);
    this.growClients(this.wantedClients);
    this.setWord(L.F_SEGMENTS, memory.allocate(L.MAX_SEGMENTS * 4));
    this.growFilters();
  }

  /** How many are in force. */
  get count(): number {
    return this.word(L.F_COUNT);
  }

  countOf(client: Client): number {
    if (client.bit >= this.clientCapacity) return 0;
    return this.memory.i32[(this.word(L.F_CLIENT_COUNTS) >>> 2) + client.bit]!;
  }

  has(agent: Agent): boolean {
    return agent.index < this.agentCapacity && this.memory.i32[(this.word(L.F_AGENT_HEADS) >>> 2) + agent.index] !== 0;
  }

  /** Numbers of agents and bits of clients from now on are below these. */
  makeRoom(agents: number, clients: number): void {
    if (agents > this.wantedAgents) {
      this.wantedAgents = Math.max(agents, this.wantedAgents * 2);
      this.change(() => this.growAgents(this.wantedAgents));
    }
    if (clients > this.wantedClients) {
      this.wantedClients = Math.max(clients, this.wantedClients * 2);
      this.change(() => this.growClients(this.wantedClients));
    }
  }

  /** The client does not want parts of `refused` on this agent until then; for the era see `deadlines.ts`. */
  add(agent: Agent, client: Client, refused: Bundle, untilMs: number, era: number): void {
    this.change(() => {
      this.align();
      if (this.word(L.F_FREE) === 0) this.growFilters();
      this.makeMask(agent, client.bit);
      const record = this.records.address(refused);
      const certain = this.isCertain(agent, refused) ? 1 : 0;
      const due = this.deadlines.list(untilMs, era);
      if (due >= this.dueCapacity) this.growDue(Math.max(64, this.dueCapacity * 2, due + 1));
      this.kernel.filterAdd(this.table, agent.index, client.bit, record, certain, due);
    });
  }

  removeOfAgent(agent: Agent): void {
    const { index } = agent;
    this.change(() => {
      if (index < this.agentCapacity) this.kernel.filterRemoveOfAgent(this.table, index);
    });
  }

  removeOfClient(client: Client): void {
    const { bit } = client;
    this.change(() => {
      if (bit < this.clientCapacity) this.kernel.filterRemoveOfClient(this.table, bit);
    });
  }

  /** The agent is gone. */
  forget(agent: Agent): void {
    this.removeOfAgent(agent);
    const { index } = agent;
    this.change(() => {
      if (index >= this.agentCapacity) return;
      const { u32 } = this.memory;
      const guard = this.guardOf(agent);
      this.memory.release(u32[guard + (L.GUARD_MASK >> 2)]!, u32[guard + (L.GUARD_WORDS >> 2)]! * L.MASK_PAIR);
      u32.fill(0, guard, guard + (L.GUARD_BYTES >> 2));
    });
  }

  /** Lets go what is due: before `nowMs`, or at it if of an era before `era`. */
  expire(nowMs: number, era: number): void {
    if (this.isLocked) {
      this.dueMs = nowMs;
      this.dueEra = era;
      return;
    }
    this.deadlines.popDue(nowMs, era, (due) => {
      this.onExpired();
      this.kernel.filterRemoveDue(this.table, due);
    });
  }

  /** While changes have to wait, what has been found due already is not due again. */
  nextDeadlineMs(): number | undefined {
    if (!this.isLocked) return this.deadlines.nextMs((due) => this.firstDue(due) === 0);
    const nextMs = this.deadlines.nextMs(() => false);
    return nextMs !== undefined && nextMs > this.dueMs ? nextMs : undefined;
  }

  /** What is on the agent may have changed: sees to it that its mask row says nothing wrong. Not while a cycle runs. */
  refresh(agent: Agent): void {
    const { available } = agent;
    if (agent.maskBase === available) return;
    if (!this.has(agent)) agent.maskBase = available;
    else if (!agent.maskBase.contains(available)) this.rebase(agent);
  }

  /** Where columns by agent stand, in words; they may move whenever there are more agents. */
  columns(): readonly [rows: number, states: number, quiet: number] {
    return [this.word(L.F_ROWS) >>> 2, this.word(L.F_STATES) >>> 2, this.word(L.F_QUIET) >>> 2];
  }

  /** Times at which something may be due, with their eras, earliest first. */
  moments(): (readonly [untilMs: number, era: number])[] {
    const found: [number, number][] = [];
    this.deadlines.forEach((_, untilMs, era) => found.push([untilMs, era]));
    return found.sort((left, right) => left[0] - right[0] || left[1] - right[1]);
  }

  /** Something may be due then. */
  expect(untilMs: number, era: number): void {
    this.deadlines.list(untilMs, era);
  }

  /** All filters in force: agent, client, what was refused, until when, and the era they were made in. In steps of so many. */
  *visitSteps(
    atOnce: number, visit: (agent: number, bit: number, refused: Bundle, untilMs: number, era: number) => void,
  ): Generator<void> {
    const { i32, u32 } = this.memory;
    const dues: [due: number, untilMs: number, era: number][] = [];
    this.deadlines.forEach((due, untilMs, era) => dues.push([due, untilMs, era]));
    let left = atOnce;
    for (const [due, untilMs, era] of dues) {
      for (let i = this.firstDue(due); i !== 0; i = i32[this.addressOf(i) + (L.FILTER_DUE_NEXT >> 2)]!) {
        const at = this.addressOf(i);
        const refused = this.records.bundleAt(u32[at + (L.FILTER_RECORD >> 2)]!);
        visit(i32[at + (L.FILTER_AGENT >> 2)]!, i32[at + (L.FILTER_BIT >> 2)]!, refused, untilMs, era);
        if (--left > 0) continue;
        yield;
        left = atOnce;
      }
    }
  }

  lock(): void {
    this.isLocked = true;
  }

  unlock(): void {
    this.isLocked = false;
    const { waiting } = this;
    this.waiting = [];
    for (const change of waiting) change();
    if (this.dueMs >= 0) this.expire(this.dueMs, this.dueEra);
    this.dueMs = -1;
  }

  /** Records have moved: follows them. */
  move(moved: ReadonlyMap<number, number>): void {
    const { u32, i32 } = this.memory;
    for (let i = 1; i <= this.word(L.F_CAPACITY); i++) {
      const at = this.addressOf(i);
      if (i32[at + (L.FILTER_BIT >> 2)]! < 0) continue;
      const slot = at + (L.FILTER_RECORD >> 2);
      u32[slot] = moved.get(u32[slot]!) ?? u32[slot]!;
    }
  }

  private isCertain(agent: Agent, refused: Bundle): boolean {
    const { available } = agent;
    if (refused === agent.maskBase) return true;
    if (!this.has(agent)) agent.maskBase = available;
    if (refused.contains(agent.maskBase)) return true;
    if (agent.maskBase === available || !refused.contains(available)) return false;
    this.rebase(agent);
    return true;
  }

  private rebase(agent: Agent): void {
    const { available } = agent;
    this.kernel.filterRebase(this.header, this.table, agent.index, this.records.address(available));
    agent.maskBase = available;
  }

  private change(apply: () => void): void {
    if (this.isLocked) this.waiting.push(apply);
    else apply();
  }

  /** Sees to it that the agent's mask row has room for the client. */
  private makeMask(agent: Agent, bit: number): void {
    const guard = this.guardOf(agent);
    const words = this.memory.u32[guard + (L.GUARD_WORDS >> 2)]!;
    if (bit >>> 6 < words) return;
    const wider = Math.max(1, (this.clientCapacity + 63) >>> 6);
    const mask = this.memory.allocate(wider * L.MASK_PAIR);
    const { u8, u32 } = this.memory;
    const old = u32[guard + (L.GUARD_MASK >> 2)]!;
    u8.copyWithin(mask, old, old + words * L.MASK_PAIR);
    this.memory.release(old, words * L.MASK_PAIR);
    u32[guard + (L.GUARD_MASK >> 2)] = mask;
    u32[guard + (L.GUARD_WORDS >> 2)] = wider;
  }

  /** Where the agent's guard stands, in words. */
  private guardOf({ index }: Agent): number {
    return (this.word(L.F_ROWS) + index * L.AGENT_BYTES + L.AGENT_GUARD) >>> 2;
  }

  private growAgents(capacity: number): void {
    const old = this.agentCapacity;
    this.agentCapacity = capacity;
    this.setWord(L.F_AGENTS, capacity);
    this.enlarge(L.F_AGENT_HEADS, old, capacity);
    this.enlarge(L.F_STALE, old, capacity);
    this.enlarge(L.F_ROWS, old, capacity, L.AGENT_BYTES);
    this.enlarge(L.F_STATES, old, capacity);
    this.enlarge(L.F_QUIET, old, capacity);
  }

  private growClients(capacity: number): void {
    const old = this.clientCapacity;
    this.clientCapacity = capacity;
    this.enlarge(L.F_CLIENT_HEADS, old, capacity);
    this.enlarge(L.F_CLIENT_COUNTS, old, capacity);
  }

  private growDue(capacity: number): void {
    this.enlarge(L.F_DUE_HEADS, this.dueCapacity, capacity);
    this.dueCapacity = capacity;
  }

  /** One more segment, and more buckets when there are fewer than filters. Number 0 is nobody's. */
  private growFilters(): void {
    const { memory } = this;
    const capacity = this.word(L.F_CAPACITY);
    const segment = (capacity + 1) >>> L.SEGMENT_SHIFT;
    const last = ((segment + 1) << L.SEGMENT_SHIFT) - 1;
    const address = memory.allocate(L.FILTER_BYTES << L.SEGMENT_SHIFT);
    memory.u32[(this.word(L.F_SEGMENTS) >>> 2) + segment] = address;
    this.setWord(L.F_CAPACITY, last);
    this.kernel.filterExtend(this.table, capacity + 1, last);
    if (last < this.bucketCount) return;
    memory.release(this.word(L.F_BUCKETS), this.bucketCount * 4);
    this.bucketCount = 2 << Math.ceil(Math.log2(last));
    this.setWord(L.F_BUCKETS, memory.allocate(this.bucketCount * 4));
    this.setWord(L.F_BUCKET_MASK, this.bucketCount - 1);
    this.kernel.filterRehash(this.table);
  }

  private firstDue(due: number): number {
    return due < this.dueCapacity ? this.memory.i32[(this.word(L.F_DUE_HEADS) >>> 2) + due]! : 0;
  }

  /** Where a filter stands, in words. */
  private addressOf(i: number): number {
    const segment = this.memory.u32[(this.word(L.F_SEGMENTS) >>> 2) + (i >>> L.SEGMENT_SHIFT)]!;
    return (segment + (i & ((1 << L.SEGMENT_SHIFT) - 1)) * L.FILTER_BYTES) >>> 2;
  }

  /** More rows for the column whose address stands in this field. */
  private enlarge(field: number, old: number, capacity: number, rowBytes = 4): void {
    const address = this.word(field);
    const fresh = this.memory.allocate(capacity * rowBytes);
    this.memory.u8.copyWithin(fresh, address, address + old * rowBytes);
    this.memory.release(address, old * rowBytes);
    this.setWord(field, fresh);
  }

  private word(field: number): number {
    return this.memory.u32[(this.table + field) >>> 2]!;
  }

  private setWord(field: number, value: number): void {
    this.memory.u32[(this.table + field) >>> 2] = value;
  }
}
