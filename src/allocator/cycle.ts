/**
 * A cycle on this side: takes the candidates, lets the kernel decide, and turns its rows into offers. What is live may
 * change while it runs; an offer whose agent or framework did is dropped, and its agent looked at again.
 */
import * as L from "../../assembly/layout.ts";
import type { Agent } from "./agent.ts";
import type { AllocatorOffer, CycleJob, CycleResult, FinishedCycle } from "./allocator.ts";
import type { Bundle } from "./bundle.ts";
import type { Client } from "./client.ts";
import { bundleOfRow, rowBytes } from "./materialize.ts";
import { Snapshot } from "./snapshot.ts";
import type { State } from "./state.ts";
import { makeInverseOffers } from "./verbs/inverse.ts";

/** Taking over all totals pays when there are at least so many entities to a row. */
const ROWS_PER_ENTITY = 8;

export class Cycle {
  private readonly state: State;
  private readonly snapshot: Snapshot;
  /** Agents of the run; undefined: all there were, up to this number. */
  private candidates: readonly Agent[] | undefined = [];
  private lastNumber = 0;
  private changesAtBegin = 0;
  private places = new Uint32Array(0);
  private touchesAtBegin = 0;

  constructor(state: State) {
    this.state = state;
    this.snapshot = new Snapshot(state);
  }

  /** The caller must have seen that a run is wanted. */
  begin(): CycleJob {
    const { state } = this;
    if (state.isRunning) throw new Error("a cycle was begun while another runs");
    state.isRunWanted = false;
    this.candidates = state.isEveryoneCandidate ? undefined : [...state.candidates];
    this.lastNumber = state.lastAgentNumber;
    state.isEveryoneCandidate = false;
    state.candidates.clear();
    const candidates = this.candidates ?? state.agents.values();
    if (isAny(candidates, (agent) => state.isEligible(agent))) state.roles.lookUpWeights();
    this.snapshot.write(this.candidates, state.nextRun++);
    state.kernel.prepare(state.header);
    this.changesAtBegin = state.changes;
    this.touchesAtBegin = state.touches;
    state.isRunning = true;
    state.filters.lock();
    state.cycle++;
    return { cycle: state.cycle, memory: state.memory.memory, address: state.header };
  }

  finish(result: CycleResult, nowMs: number): FinishedCycle {
    const { state } = this;
    if (!state.isRunning || result.cycle !== state.cycle) return { offers: [], inverseOffers: [], dropped: 0 };
    state.isRunning = false;
    state.memory.look();
    state.releaseRetired();
    const runCycle = state.cycle++;
    if (result.status !== 0) {
      state.filters.unlock();
      // Nobody knows how far it has come.
      state.rows.noteAll();
      for (const agent of this.candidates ?? state.agents.values()) {
        if (state.isPresent(agent) && agent.number <= this.lastNumber) state.candidates.add(agent);
      }
      state.isRunWanted = !state.isPaused;
      return { offers: [], inverseOffers: [], dropped: 0 };
    }
    state.runs++;
    const { offers, dropped } = this.readRows(runCycle);
    this.adoptSince();
    state.filters.unlock();
    // Only inverse offers look at the time: refusals of them are over one day.
    const leaving = this.leaving();
    const inverseOffers = makeInverseOffers(leaving, state.quirks, nowMs);
    const isSettled = this.candidates === undefined && offers.length + dropped + leaving.length === 0;
    if (isSettled) state.settledAt = this.touchesAtBegin;
    this.candidates = [];
    return { offers, inverseOffers, dropped };
  }

  private adoptSince(): void {
    const { memory, header, entities } = this.state;
    entities.adoptSince(memory.u32[(header + L.H_LINKS) >>> 2]!, memory.i32[(header + L.H_ENTITIES) >>> 2]!);
  }

  /** Agents of the run that have maintenance scheduled, in the order of the run. */
  private leaving(): readonly Agent[] {
    const { state, candidates, lastNumber } = this;
    if (state.leaving.size === 0) return [];
    if (candidates !== undefined) return candidates.filter((agent) => state.leaving.has(agent));
    const wereThere = [...state.leaving].filter(({ number }) => number <= lastNumber);
    return wereThere.sort((left, right) => left.number - right.number);
  }

  private readRows(runCycle: number): { offers: AllocatorOffer[]; dropped: number } {
    const { state } = this;
    const { memory } = state;
    const { i32, u32 } = memory;
    const kinds = i32[(state.header + L.H_KINDS) >>> 2]!;
    const count = i32[(state.header + L.H_ROW_COUNT) >>> 2]!;
    const rows = this.rowsByAgent(count, kinds);
    // With many rows and no change meanwhile it is quicker to take over what the kernel has summed up: all of it.
    const isUnchanged = state.changes === this.changesAtBegin;
    const adopts = isUnchanged && count * ROWS_PER_ENTITY > state.entities.count;
    if (adopts) {
      state.entities.adopt(u32[(state.header + L.H_TOTAL) >>> 2]!, u32[(state.header + L.H_KEYS) >>> 2]!);
    }
    const offers: AllocatorOffer[] = [];
    /** Offers of the first stage, to be joined by those of the second to the same framework. */
    const joined = new Map<number, { at: number; bundle: Bundle }>();
    let dropped = 0;
    let last: Agent | undefined;
    let offered = state.bundles.empty;
    for (const at of rows) {
      const position = i32[(at + L.ROW_AGENT) >>> 2]!;
      const entity = i32[(at + L.ROW_CLIENT) >>> 2]!;
      const agent = this.snapshot.visited(position);
      const client = state.clientOf[entity];
      // The kernel has noted what it has given.
      if (agent !== undefined) state.rows.note(agent);
      const isLate = client === undefined || client.changedIn === runCycle;
      if (agent === undefined || isLate || agent.changedIn === runCycle) {
        dropped++;
        if (agent !== undefined) state.want(agent);
        continue;
      }
      // Rows of an agent come one after the other: before the first it has what it had when the cycle began.
      if (agent !== last) offered = agent.available;
      last = agent;
      const bundle = bundleOfRow(memory, at, kinds, offered);
      if (adopts && bundle === agent.available && !bundle.hasShared) state.holdAll(agent, client, bundle);
      else grant(state, agent, client, bundle, adopts);
      const key = position * 0x100000 + entity;
      const earlier = joined.size === 0 ? undefined : joined.get(key);
      if (earlier === undefined) {
        if (i32[(at + L.ROW_FLAGS) >>> 2]! & L.ROW_STAGE_1) joined.set(key, { at: offers.length, bundle });
        offers.push(offerOf(agent, client, bundle));
      } else {
        offers[earlier.at] = offerOf(agent, client, earlier.bundle.plus(bundle));
      }
    }
    return { offers, dropped };
  }

  /** So many zeros: always the same memory. */
  private placesFor(count: number): Uint32Array {
    if (count > this.places.length) this.places = new Uint32Array(count * 2);
    return this.places.subarray(0, count).fill(0);
  }

  /** Addresses of the rows, those of an agent together: neighbours lie next to each other in memory, too. */
  private rowsByAgent(count: number, kinds: number): Uint32Array {
    const { memory, header } = this.state;
    const { i32, u32 } = memory;
    const found = new Uint32Array(count);
    const places = this.placesFor(i32[(header + L.H_VISITED) >>> 2]! + 1);
    let at = u32[(header + L.H_ROWS) >>> 2]! + L.CHUNK_HEADER;
    for (let i = 0; i < count; i++) {
      while (i32[(at + L.ROW_FLAGS) >>> 2]! & L.ROW_END) at = u32[(at + L.ROW_CLIENT) >>> 2]! + L.CHUNK_HEADER;
      found[i] = at;
      places[i32[(at + L.ROW_AGENT) >>> 2]! + 1]!++;
      at += rowBytes(memory, at, kinds);
    }
    for (let i = 1; i < places.length; i++) places[i]! += places[i - 1]!;
    const sorted = new Uint32Array(count);
    for (let i = 0; i < count; i++) sorted[places[i32[(found[i]! + L.ROW_AGENT) >>> 2]!]!++] = found[i]!;
    return sorted;
  }
}

function isAny<T>(values: Iterable<T>, holds: (value: T) => boolean): boolean {
  for (const value of values) if (holds(value)) return true;
  return false;
}

function grant(state: State, agent: Agent, client: Client, bundle: Bundle, isCounted: boolean): void {
  state.hold(agent, client, bundle, isCounted);
  if (bundle === agent.available && !bundle.hasShared) state.setAvailable(agent, state.bundles.empty);
  else state.refreshAvailable(agent);
}

function offerOf(agent: Agent, client: Client, bundle: Bundle): AllocatorOffer {
  const role = client.role.name;
  return { frameworkId: client.framework.id, role, agentId: agent.id, resources: bundle.allocatedTo(role) };
}
