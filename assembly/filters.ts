/**
 * Refusals (OFR-14 to 18): the table of filters, and whether one of them covers an offer. The table belongs to the
 * master's thread, which adds and removes between cycles; a cycle only reads it.
 *
 * A filter is in four chains: those of its agent, of its client and of its due time, to be removed with them, and a
 * hash bucket by agent and client, to be found. An agent's mask row says per client "certainly filtered": one of the
 * filters covers all there was on the agent when that was looked at, so it covers any part of it; and "has a filter",
 * when a look at the offer is needed. A digest of the row (see GUARD_*) says of most clients that they have none.
 */
import * as L from "./layout";
import { kinds } from "./context";
import { chosen, extra, extraCount, guard, index, offered, plainOf, record, values } from "./agent";
import { atMost } from "./quantity";

/** So many filters of an agent may be gone before its digest is made anew. */
const MAX_STALE: i32 = 64;

// @ts-ignore: decorator
@inline
function filter(table: usize, i: i32): usize {
  const segment = <usize>load<u32>(<usize>load<u32>(table, L.F_SEGMENTS) + (<usize>(i >>> L.SEGMENT_SHIFT) << 2));
  return segment + <usize>(i & ((1 << L.SEGMENT_SHIFT) - 1)) * L.FILTER_BYTES;
}

function bucket(table: usize, agent: i32, bit: i32): usize {
  let h = agent * 0x9e3779b1 ^ bit * 0x85ebca6b;
  h ^= h >>> 15;
  return <usize>load<u32>(table, L.F_BUCKETS) + (<usize>(h & load<i32>(table, L.F_BUCKET_MASK)) << 2);
}

// @ts-ignore: decorator
@inline
export function guardOf(table: usize, agent: i32): usize {
  return <usize>load<u32>(table, L.F_ROWS) + <usize>agent * L.AGENT_BYTES + L.AGENT_GUARD;
}

/** The client's pair of words in the mask row. */
// @ts-ignore: decorator
@inline
function pairOf(guard: usize, bit: i32): usize {
  return <usize>load<u32>(guard, L.GUARD_MASK) + <usize>(bit >>> 6) * L.MASK_PAIR;
}

// @ts-ignore: decorator
@inline
function digestOf(guard: usize, bit: i32): usize {
  return guard + L.GUARD_DIGEST + (<usize>((bit >>> 6) & (L.DIGEST_WORDS - 1)) << 3);
}

// @ts-ignore: decorator
@inline
function isSet(at: usize, bit: i32): bool {
  return ((load<u64>(at) >>> <u64>(bit & 63)) & 1) != 0;
}

// @ts-ignore: decorator
@inline
function setBit(at: usize, bit: i32, on: bool): void {
  const one = <u64>1 << <u64>(bit & 63);
  store<u64>(at, on ? load<u64>(at) | one : load<u64>(at) & ~one);
}

/** Of the agent being visited: is the client certainly filtered there, has it a filter there? */
// @ts-ignore: decorator
@inline
export function isCertain(bit: i32): bool {
  return isSet(digestOf(guard, bit), bit) && isInMask(bit, 0);
}

// @ts-ignore: decorator
@inline
export function hasFilter(bit: i32): bool {
  return isSet(digestOf(guard, bit), bit) && isInMask(bit, 8);
}

function isInMask(bit: i32, word: usize): bool {
  return bit >>> 6 < load<i32>(guard, L.GUARD_WORDS) && isSet(pairOf(guard, bit) + word, bit);
}

/** Does a filter of the client on this agent cover the offer (whole: all that is left of the agent)? */
export function isRefused(table: usize, bit: i32, whole: bool): bool {
  for (let i = load<i32>(bucket(table, index, bit)); i != 0; i = load<i32>(filter(table, i), L.FILTER_BUCKET_NEXT)) {
    const f = filter(table, i);
    if (load<i32>(f, L.FILTER_AGENT) != index || load<i32>(f, L.FILTER_BIT) != bit) continue;
    if (covers(load<u32>(f, L.FILTER_RECORD), record, whole)) return true;
  }
  return false;
}

/** Does the refused record contain the offer out of another record, or (whole) that record itself? */
function covers(refused: usize, other: usize, whole: bool): bool {
  if (refused == other) return true;
  const plain = whole ? plainOf(other) : offered;
  for (let k = 0; k < kinds; k++) {
    const o = <usize>k << 3;
    const value = load<f64>(plain + o);
    if (value > 0.0 && !atMost(value, load<f64>(plainOf(refused) + o))) return false;
  }
  for (let i = 0, n = extraCount(other); i < n; i++) {
    const x = extra(other, i);
    if (whole ? (load<i32>(x, L.EXTRA_FLAGS) & L.EXTRA_TAKEN) != 0 : load<u8>(chosen + i) == 0) continue;
    if (!hasExtra(refused, x, whole ? load<f64>(x, L.EXTRA_VALUE) : load<f64>(values + (<usize>i << 3)))) return false;
  }
  return true;
}

function hasExtra(refused: usize, x: usize, value: f64): bool {
  const identity = load<i32>(x, L.EXTRA_IDENTITY), flags = load<i32>(x, L.EXTRA_FLAGS);
  for (let i = 0, n = extraCount(refused); i < n; i++) {
    const y = extra(refused, i);
    if (load<i32>(y, L.EXTRA_IDENTITY) != identity) continue;
    if ((flags & L.EXTRA_SCALAR) == 0) {
      if (hasIntervals(y, x)) return true;
    } else if (atMost(value, load<f64>(y, L.EXTRA_VALUE))) {
      if ((flags & L.EXTRA_WHOLE) == 0 || atMost(load<f64>(y, L.EXTRA_VALUE), value)) return true;
    }
  }
  return false;
}

function hasIntervals(outer: usize, inner: usize): bool {
  const a = <usize>load<u32>(outer, L.EXTRA_INTERVALS), b = <usize>load<u32>(inner, L.EXTRA_INTERVALS);
  if (a == b) return true;
  const n = load<i32>(outer, L.EXTRA_INTERVAL_COUNT), m = load<i32>(inner, L.EXTRA_INTERVAL_COUNT);
  let i = 0;
  for (let j = 0; j < m; j++) {
    const wanted = b + (<usize>j << 4);
    while (i < n && load<f64>(a + (<usize>i << 4), 8) < load<f64>(wanted)) i++;
    if (i == n) return false;
    const at = a + (<usize>i << 4);
    if (load<f64>(at) > load<f64>(wanted) || load<f64>(at, 8) < load<f64>(wanted, 8)) return false;
  }
  return true;
}

/** Adds a filter to a due list; the table must have room. */
export function add(table: usize, agent: i32, bit: i32, refused: usize, certain: bool, due: i32): void {
  const i = load<i32>(table, L.F_FREE);
  const f = filter(table, i);
  store<i32>(table, load<i32>(f, L.FILTER_BUCKET_NEXT), L.F_FREE);
  store<i32>(table, load<i32>(table, L.F_COUNT) + 1, L.F_COUNT);
  countOfClient(table, bit, 1);
  store<i32>(f, agent, L.FILTER_AGENT);
  store<i32>(f, bit, L.FILTER_BIT);
  store<u32>(f, <u32>refused, L.FILTER_RECORD);
  store<i32>(refused, load<i32>(refused, L.RECORD_REFS) + 1, L.RECORD_REFS);
  chain(table, headOf(table, L.F_AGENT_HEADS, agent), f, i, L.FILTER_AGENT_NEXT, L.FILTER_AGENT_PREV);
  chain(table, headOf(table, L.F_CLIENT_HEADS, bit), f, i, L.FILTER_CLIENT_NEXT, L.FILTER_CLIENT_PREV);
  chain(table, headOf(table, L.F_DUE_HEADS, due), f, i, L.FILTER_DUE_NEXT, L.FILTER_DUE_PREV);
  store<i32>(f, -1 - due, L.FILTER_DUE_PREV);
  const first = bucket(table, agent, bit);
  store<i32>(f, load<i32>(first), L.FILTER_BUCKET_NEXT);
  store<i32>(first, i);
  const guard = guardOf(table, agent), pair = pairOf(guard, bit);
  setBit(digestOf(guard, bit), bit, true);
  setBit(pair + 8, bit, true);
  if (certain) setBit(pair, bit, true);
}

// @ts-ignore: decorator
@inline
function headOf(table: usize, heads: i32, i: i32): usize {
  return <usize>load<u32>(table + heads) + (<usize>i << 2);
}

function countOfClient(table: usize, bit: i32, by: i32): void {
  const at = headOf(table, L.F_CLIENT_COUNTS, bit);
  store<i32>(at, load<i32>(at) + by);
}

function chain(table: usize, first: usize, f: usize, i: i32, next: i32, prev: i32): void {
  const second = load<i32>(first);
  store<i32>(f + next, second);
  store<i32>(f + prev, 0);
  if (second != 0) store<i32>(filter(table, second) + prev, i);
  store<i32>(first, i);
}

function unchain(table: usize, first: usize, f: usize, next: i32, prev: i32): void {
  const after = load<i32>(f + next), before = load<i32>(f + prev);
  if (before > 0) store<i32>(filter(table, before) + next, after);
  else store<i32>(first, after);
  if (after != 0) store<i32>(filter(table, after) + prev, before);
}

/** The head of the due list the filter is the first of; of no meaning for others. */
function dueHead(table: usize, f: usize): usize {
  const before = load<i32>(f, L.FILTER_DUE_PREV);
  return headOf(table, L.F_DUE_HEADS, before < 0 ? -1 - before : 0);
}

/** Removes one filter. `wakes`: there may be something to give of the agent. */
function remove(table: usize, i: i32, wakes: bool): void {
  const f = filter(table, i);
  const agent = load<i32>(f, L.FILTER_AGENT), bit = load<i32>(f, L.FILTER_BIT);
  unchain(table, headOf(table, L.F_AGENT_HEADS, agent), f, L.FILTER_AGENT_NEXT, L.FILTER_AGENT_PREV);
  unchain(table, headOf(table, L.F_CLIENT_HEADS, bit), f, L.FILTER_CLIENT_NEXT, L.FILTER_CLIENT_PREV);
  unchain(table, dueHead(table, f), f, L.FILTER_DUE_NEXT, L.FILTER_DUE_PREV);
  unbucket(table, agent, bit, i);
  const pair = pairOf(guardOf(table, agent), bit);
  setBit(pair, bit, false);
  if (!isThere(table, agent, bit)) setBit(pair + 8, bit, false);
  renewDigest(table, agent);
  const quiet = headOf(table, L.F_QUIET, agent);
  if (wakes && load<i32>(quiet) > 0) store<i32>(quiet, 0);
  const refused = <usize>load<u32>(f, L.FILTER_RECORD);
  store<i32>(refused, load<i32>(refused, L.RECORD_REFS) - 1, L.RECORD_REFS);
  store<i32>(f, -1, L.FILTER_BIT);
  store<i32>(f, load<i32>(table, L.F_FREE), L.FILTER_BUCKET_NEXT);
  store<i32>(table, i, L.F_FREE);
  store<i32>(table, load<i32>(table, L.F_COUNT) - 1, L.F_COUNT);
  countOfClient(table, bit, -1);
}

/** A digest may say too much for a while: it is made anew when there are no filters left or many are gone. */
function renewDigest(table: usize, agent: i32): void {
  const stale = headOf(table, L.F_STALE, agent);
  store<i32>(stale, load<i32>(stale) + 1);
  const isEmpty = load<i32>(headOf(table, L.F_AGENT_HEADS, agent)) == 0;
  if (!isEmpty && load<i32>(stale) < MAX_STALE) return;
  store<i32>(stale, 0);
  const guard = guardOf(table, agent);
  memory.fill(guard + L.GUARD_DIGEST, 0, L.DIGEST_WORDS << 3);
  if (isEmpty) return;
  for (let bit = load<i32>(guard, L.GUARD_WORDS) << 6; bit > 0; ) {
    bit -= 64;
    const at = digestOf(guard, bit);
    store<u64>(at, load<u64>(at) | load<u64>(pairOf(guard, bit), 8));
  }
}

function unbucket(table: usize, agent: i32, bit: i32, i: i32): void {
  let at = bucket(table, agent, bit);
  while (load<i32>(at) != i) at = filter(table, load<i32>(at)) + L.FILTER_BUCKET_NEXT;
  store<i32>(at, load<i32>(filter(table, i), L.FILTER_BUCKET_NEXT));
}

function isThere(table: usize, agent: i32, bit: i32): bool {
  for (let i = load<i32>(bucket(table, agent, bit)); i != 0; i = load<i32>(filter(table, i), L.FILTER_BUCKET_NEXT)) {
    const f = filter(table, i);
    if (load<i32>(f, L.FILTER_AGENT) == agent && load<i32>(f, L.FILTER_BIT) == bit) return true;
  }
  return false;
}

/** Removes all filters of an agent or of a client; says how many. A client is asked anew: whoever calls marks it. */
export function removeOfAgent(table: usize, agent: i32): i32 {
  return removeAll(table, headOf(table, L.F_AGENT_HEADS, agent), true);
}

export function removeOfClient(table: usize, bit: i32): i32 {
  return removeAll(table, headOf(table, L.F_CLIENT_HEADS, bit), false);
}

/** Removes all of a due list. */
export function removeDue(table: usize, due: i32): i32 {
  return removeAll(table, headOf(table, L.F_DUE_HEADS, due), true);
}

/** Removes the first of a chain until there is none. */
function removeAll(table: usize, first: usize, wakes: bool): i32 {
  let removed = 0;
  for (let i = load<i32>(first); i != 0; i = load<i32>(first)) {
    remove(table, i, wakes);
    removed++;
  }
  return removed;
}

/** What is on the agent has changed: computes anew which clients are certainly filtered. */
export function rebase(table: usize, agent: i32, available: usize): void {
  const guard = guardOf(table, agent);
  for (let bit = load<i32>(guard, L.GUARD_WORDS) << 6; bit > 0; ) {
    bit -= 64;
    store<u64>(pairOf(guard, bit), 0);
  }
  let last: usize = 0;
  let covered = false;
  const first = load<i32>(headOf(table, L.F_AGENT_HEADS, agent));
  for (let i = first; i != 0; i = load<i32>(filter(table, i), L.FILTER_AGENT_NEXT)) {
    const refused = <usize>load<u32>(filter(table, i), L.FILTER_RECORD);
    if (refused != last) covered = covers(refused, available, true);
    last = refused;
    const bit = load<i32>(filter(table, i), L.FILTER_BIT);
    if (covered) setBit(pairOf(guard, bit), bit, true);
  }
}

/** Puts filters `from`..`to`, new ones, on the free list. */
export function extend(table: usize, from: i32, to: i32): void {
  for (let i = to; i >= from; i--) {
    const f = filter(table, i);
    store<i32>(f, load<i32>(table, L.F_FREE), L.FILTER_BUCKET_NEXT);
    store<i32>(f, -1, L.FILTER_BIT);
    store<i32>(table, i, L.F_FREE);
  }
}

/** Puts all filters in use into new, empty buckets. */
export function rehash(table: usize): void {
  for (let i = 1, last = load<i32>(table, L.F_CAPACITY); i <= last; i++) {
    const f = filter(table, i);
    const bit = load<i32>(f, L.FILTER_BIT);
    if (bit < 0) continue;
    const first = bucket(table, load<i32>(f, L.FILTER_AGENT), bit);
    store<i32>(f, load<i32>(first), L.FILTER_BUCKET_NEXT);
    store<i32>(first, i);
  }
}
