/** The agent a stage is at: what is left of it, and what of that one client would get. */
import * as L from "./layout";
import { filters, job, kinds, vectorBytes, word } from "./context";
import { cleared, scratch } from "./chunk";
import { minus, plus } from "./quantity";

/** Agents of the run: how many, the list of their indexes, and all their states laid over each other. */
export let agents: i32 = 0;
export let list: usize = 0;
export let states: u32 = 0;
/** Index among all agents, record of what is left, needs, guard of its filters. */
export let index: i32 = 0;
export let record: usize = 0;
export let needs: i32 = 0;
export let guard: usize = 0;

/** The offer being made: plain quantities, and per extra of the record whether (1) and how much of it. */
export let offered: usize = 0;
export let chosen: usize = 0;
export let values: usize = 0;

/** The record of an agent of which nothing is left. */
let nothing: usize = 0;
/** By index: place in the list, row, and the run since which it is quiet. */
let places: usize = 0;
let table: usize = 0;
let quiet: usize = 0;
let row: usize = 0;

export function enterAgents(): void {
  table = load<u32>(filters, L.F_ROWS);
  quiet = load<u32>(filters, L.F_QUIET);
  enterList();
  nothing = cleared(<usize>L.RECORD_PLAIN + 2 * vectorBytes);
  const extras = <usize>word(L.H_MAX_EXTRAS);
  offered = scratch(vectorBytes);
  chosen = scratch(extras + 1);
  values = scratch((extras + 1) << 3);
}

/** Of the candidates, those of whom anything can be offered. */
function enterList(): void {
  const given = word(L.H_CANDIDATE_LIST), count = <i32>word(L.H_CANDIDATES);
  const stateOf = <usize>load<u32>(filters, L.F_STATES);
  list = scratch(<usize>count << 2);
  places = scratch(<usize>load<u32>(filters, L.F_AGENTS) << 2);
  agents = 0;
  states = 0;
  for (let i = 0; i < count; i++) {
    const agent = load<u32>(given + (<usize>i << 2));
    const state = load<u32>(stateOf + (<usize>agent << 2));
    if (state == 0) continue;
    store<u32>(list + (<usize>agents << 2), agent);
    store<i32>(places + (<usize>agent << 2), agents);
    agents++;
    states |= state;
  }
  store<i32>(job, agents, L.H_VISITED);
  store<u32>(job, <u32>list, L.H_VISITED_LIST);
}

/** The run since which there is nothing to give of an agent. */
// @ts-ignore: decorator
@inline
export function quietSince(agent: i32): i32 {
  return load<i32>(quiet + (<usize>agent << 2));
}

/** There is nothing to give of the agent being visited. */
export function noteQuiet(run: i32): void {
  store<i32>(quiet + (<usize>index << 2), run);
}

export function indexAt(place: i32): i32 {
  return load<i32>(list + (<usize>place << 2));
}

/** Where the agent being visited stands in the list. */
export function place(): i32 {
  return load<i32>(places + (<usize>index << 2));
}

export function visit(agent: i32): void {
  index = agent;
  row = table + <usize>index * L.AGENT_BYTES;
  record = load<u32>(row, L.AGENT_RECORD);
  needs = load<i32>(row, L.AGENT_NEEDS);
  guard = row + L.AGENT_GUARD;
}

// @ts-ignore: decorator
@inline
export function isEmpty(): bool {
  return load<i32>(record, L.RECORD_LEFT) == 0;
}

// @ts-ignore: decorator
@inline
export function extraCount(at: usize): i32 {
  return load<i32>(at, L.RECORD_EXTRAS);
}

// @ts-ignore: decorator
@inline
export function plainOf(at: usize): usize {
  return at + L.RECORD_PLAIN;
}

/** All scalars of the record together. */
// @ts-ignore: decorator
@inline
export function quantityOf(at: usize): usize {
  return at + L.RECORD_PLAIN + vectorBytes;
}

// @ts-ignore: decorator
@inline
export function extra(at: usize, i: i32): usize {
  return at + L.RECORD_PLAIN + 2 * vectorBytes + <usize>i * L.EXTRA_BYTES;
}

/** Whether the first extra at this address is of the kind that is cut: scalar, unreserved, not revocable. */
// @ts-ignore: decorator
@inline
export function isCuttable(flags: i32): bool {
  return (flags & (L.EXTRA_SCALAR | L.EXTRA_RESERVED | L.EXTRA_REVOCABLE)) == L.EXTRA_SCALAR;
}

/** Everything is gone: the record from here on is the empty one. */
export function takeAll(): void {
  setRecord(nothing);
}

/** Takes the offer being made out of what is left. Shared volumes stay, unless they may be offered only once. */
export function takeOffered(onceOnly: bool): void {
  const own = ownRecord();
  const plain = plainOf(own), quantity = quantityOf(own);
  let left = 0;
  for (let k = 0; k < kinds; k++) {
    const o = <usize>k << 3;
    const rest = minus(load<f64>(plain + o), load<f64>(offered + o));
    store<f64>(plain + o, rest);
    store<f64>(quantity + o, rest);
    if (rest > 0.0) left++;
  }
  for (let i = 0, n = extraCount(own); i < n; i++) {
    const x = extra(own, i);
    const flags = load<i32>(x, L.EXTRA_FLAGS);
    if (flags & L.EXTRA_TAKEN) continue;
    if (load<u8>(chosen + i) != 0 && ((flags & L.EXTRA_SHARED) == 0 || onceOnly)) {
      const rest = isCuttable(flags) ? minus(load<f64>(x, L.EXTRA_VALUE), load<f64>(values + (<usize>i << 3))) : 0.0;
      store<f64>(x, rest, L.EXTRA_VALUE);
      if (rest == 0.0) {
        store<i32>(x, flags | L.EXTRA_TAKEN, L.EXTRA_FLAGS);
        continue;
      }
    }
    left++;
    if (flags & L.EXTRA_SCALAR) {
      const o = <usize>load<i32>(x, L.EXTRA_KIND) << 3;
      store<f64>(quantity + o, plus(load<f64>(quantity + o), load<f64>(x, L.EXTRA_VALUE)));
    }
  }
  store<i32>(own, left, L.RECORD_LEFT);
}

/** The record to write to: a copy, made when the agent is first cut. */
function ownRecord(): usize {
  if (load<i32>(record, L.RECORD_FLAGS) & L.RECORD_WORK) return record;
  const bytes = <usize>L.RECORD_PLAIN + 2 * vectorBytes + <usize>extraCount(record) * L.EXTRA_BYTES;
  const own = scratch(bytes);
  memory.copy(own, record, bytes);
  store<i32>(own, load<i32>(own, L.RECORD_FLAGS) | L.RECORD_WORK, L.RECORD_FLAGS);
  setRecord(own);
  return own;
}

function setRecord(own: usize): void {
  record = own;
  store<u32>(row, <u32>own, L.AGENT_RECORD);
}

/** Has the entity a copy of this shared volume of the agent? */
export function holdsShared(entity: i32, identity: i32): bool {
  const known = <usize>load<u32>(row, L.AGENT_SHARED);
  if (known != 0) {
    for (let i = 0, n = load<i32>(known, L.SHARED_COUNT); i < n; i++) {
      const pair = known + L.SHARED_PAIRS + (<usize>i << 3);
      if (load<i32>(pair) == entity && load<i32>(pair, 4) == identity) return true;
    }
  }
  let node = <usize>load<u32>(row, L.AGENT_GRANTED);
  while (node != 0) {
    if (load<i32>(node, 4) == entity && load<i32>(node, 8) == identity) return true;
    node = load<u32>(node);
  }
  return false;
}

export function noteShared(entity: i32, identity: i32): void {
  const node = scratch(12);
  store<u32>(node, load<u32>(row, L.AGENT_GRANTED));
  store<i32>(node, entity, 4);
  store<i32>(node, identity, 8);
  store<u32>(row, <u32>node, L.AGENT_GRANTED);
}
