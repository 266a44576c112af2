/**
 * What the kernel is told of each agent (AGENT_*, STATE_*): a row and a state, which stay from run to run. Only those
 * of agents that have changed are written before a run, and of those the last run has given something of: the kernel
 * has noted there what is left.
 */
import * as L from "../../assembly/layout.ts";
import type { Agent } from "./agent.ts";
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
    const [rows, states, quiet] = this.state.filters.columns();
    for (const agent of changed) {
      agent.isNoted = false;
      const word = this.writeRow(agent, rows);
      if (word === undefined) continue;
      memory.i32[states + agent.index] = word;
      memory.i32[quiet + agent.index] = word & L.STATE_SPECIAL ? L.NEVER_QUIET : 0;
    }
    this.recordsEra = records.era;
  }

  /** Gives the agent's state; undefined if its number is another's by now. */
  private writeRow(agent: Agent, rows: number): number | undefined {
    const { state } = this;
    const { memory, filters, records } = state;
    const { index, available } = agent;
    if (!state.isPresent(agent)) return state.agentAt[index] === undefined ? 0 : undefined;
    if (available.isEmpty || !state.isEligible(agent)) return 0;
    filters.refresh(agent);
    // These may make the memory grow, so the view is taken after them.
    const record = available.record !== 0 ? available.record : records.address(available);
    const shared = agent.sharedCopies === undefined ? 0 : this.writeShared(agent, agent.sharedCopies);
    const row = rows + index * (L.AGENT_BYTES >> 2);
    const { i32 } = memory;
    i32[row + (L.AGENT_RECORD >> 2)] = record;
    i32[row + (L.AGENT_NEEDS >> 2)] = agent.needs;
    i32[row + (L.AGENT_SHARED >> 2)] = shared;
    i32[row + (L.AGENT_GRANTED >> 2)] = 0;
    return available.state;
  }

  /** Who has copies of which shared volumes of the agent. Roles may get another leaf: it is written anew every time. */
  private writeShared(agent: Agent, held: NonNullable<Agent["sharedCopies"]>): number {
    const pairs: number[] = [];
    for (const [holder, copies] of held) {
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
