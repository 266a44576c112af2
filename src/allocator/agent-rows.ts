/**
 * What the kernel is told of each agent (AGENT_*, STATE_*): a row and a state, which stay from run to run. Only those
 * of agents that have changed are written before a run, and of those the last run has given something of: the kernel
 * has noted there what is left.
 */
import * as L from "../../assembly/layout.ts";
import type { Agent } from "./agent.ts";
import type { Bundle } from "./bundle.ts";
import type { RoleNode } from "./roles.ts";
import type { State } from "./state.ts";

export class AgentRows {
  private readonly state: State;
  private changed: Agent[] = [];
  /** Holders of shared volumes, in memory until the rows are written again. */
  private sharedBlocks: [number, number][] = [];
  private recordsEra = 0;

  constructor(state: State) {
    this.state = state;
  }

  /** Something of the agent has changed. */
  note(agent: Agent): void {
    if (agent.isNoted) return;
    agent.isNoted = true;
    this.changed.push(agent);
  }

  noteAll(): void {
    for (const agent of this.state.agents.values()) this.note(agent);
  }

  /** Brings all rows up to date; not while a cycle runs. */
  write(): void {
    const { memory, records } = this.state;
    for (const [address, bytes] of this.sharedBlocks) memory.release(address, bytes);
    this.sharedBlocks = [];
    if (this.recordsEra !== records.era) this.noteAll();
    const { changed } = this;
    this.changed = [];
    for (const agent of changed) this.writeOne(agent);
    this.recordsEra = records.era;
  }

  private writeOne(agent: Agent): void {
    const { state } = this;
    const { memory, filters, records } = state;
    agent.isNoted = false;
    const { index, available } = agent;
    if (!state.isPresent(agent)) {
      if (state.agentAt[index] === undefined) memory.i32[filters.column(L.F_STATES) + index] = 0;
      return;
    }
    const isCandidate = !available.isEmpty && state.isEligible(agent);
    if (isCandidate) {
      filters.refresh(agent);
      const record = records.address(available);
      const shared = this.writeShared(agent);
      const row = filters.column(L.F_ROWS) + index * (L.AGENT_BYTES >> 2);
      const { i32 } = memory;
      i32[row + (L.AGENT_RECORD >> 2)] = record;
      i32[row + (L.AGENT_NEEDS >> 2)] = agent.needs;
      i32[row + (L.AGENT_SHARED >> 2)] = shared;
      i32[row + (L.AGENT_GRANTED >> 2)] = 0;
    }
    const word = isCandidate ? stateOf(available) : 0;
    memory.i32[filters.column(L.F_STATES) + index] = word;
    memory.i32[filters.column(L.F_QUIET) + index] = word & L.STATE_SPECIAL ? L.NEVER_QUIET : 0;
  }

  /** Who has copies of which shared volumes of the agent. Roles may get another leaf: it is written anew every time. */
  private writeShared(agent: Agent): number {
    if (agent.sharedCopies === undefined) return 0;
    const pairs: number[] = [];
    for (const [holder, copies] of agent.sharedCopies) {
      const entity = "entity" in holder ? holder.entity : (holder as RoleNode).leaf;
      for (const identity of copies.keys()) pairs.push(entity, identity);
    }
    const { memory } = this.state;
    const bytes = L.SHARED_PAIRS + pairs.length * 4;
    const block = memory.allocate(bytes);
    this.sharedBlocks.push([block, bytes]);
    memory.i32[block >>> 2] = pairs.length / 2;
    memory.i32.set(pairs, (block + L.SHARED_PAIRS) >>> 2);
    this.note(agent);
    return block;
  }
}

/** The state of an agent that has these left. */
function stateOf({ quantity, extras, isSpecial }: Bundle): number {
  let word = L.STATE_CANDIDATE | (isSpecial ? L.STATE_SPECIAL : 0);
  for (const kind of quantity.kinds) word |= kindBit(kind);
  for (const { flags, kind } of extras) if (flags & L.EXTRA_SCALAR) word |= kindBit(kind) << L.STATE_EXTRAS_SHIFT;
  return word;
}

function kindBit(kind: number): number {
  return 1 << Math.min(kind, L.STATE_KINDS - 1);
}
