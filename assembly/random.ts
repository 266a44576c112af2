/**
 * Chance, all from one seed: the order in which agents are visited, and the random sorters (ALC-10). A random sorter
 * knows no shares: at each agent the roles come in the order of a weighted lottery, each in proportion to its part of
 * the weights at every level of the tree; the frameworks of a role all have the same chance.
 */
import * as L from "./layout";
import { entities, flags, key, link, parentOf } from "./context";
import { cleared, scratch } from "./chunk";
import { arrayOf, size } from "./order";

let state: u32 = 1;
/** Parts of the weights by entity; leaves taking part in the stage with their lots; copies of client lists. */
let parts: usize = 0;
let leaves: usize = 0;
let lots: usize = 0;
let leafCount: i32 = 0;

export function seed(value: u32): void {
  state = value == 0 ? 0x9e3779b9 : value;
}

function random(): u32 {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state;
}

/** Puts 32-bit words into random order. */
export function shuffle(words: usize, count: i32): void {
  for (let i = count - 1; i > 0; i--) {
    const j = <i32>((<u64>random() * <u64>(i + 1)) >>> 32);
    const a = words + (<usize>i << 2), b = words + (<usize>j << 2);
    const value = load<i32>(a);
    store<i32>(a, load<i32>(b));
    store<i32>(b, value);
  }
}

// @ts-ignore: decorator
@inline
export function hasRandomRoles(): bool {
  return (flags & L.FLAG_RANDOM_ROLES) != 0;
}

// @ts-ignore: decorator
@inline
export function hasRandomFrameworks(): bool {
  return (flags & L.FLAG_RANDOM_FRAMEWORKS) != 0;
}

/** What part of all weights each role has, whoever of its frameworks takes part. */
export function enterLottery(): void {
  if (!hasRandomRoles()) return;
  const sums = cleared(<usize>entities << 3);
  parts = cleared(<usize>entities << 3);
  leaves = scratch(<usize>entities << 2);
  lots = scratch(<usize>entities << 3);
  for (let e = 0; e < entities; e++) {
    if (!isRole(e)) continue;
    const sum = sums + (<usize>parentOf(e) << 3);
    store<f64>(sum, load<f64>(sum) + load<f64>(key(e), L.KEY_WEIGHT));
  }
  for (let e = 0; e < entities; e++) {
    if (!isRole(e)) continue;
    let part = 1.0;
    for (let at = e; parentOf(at) != L.NO_ENTITY; at = parentOf(at)) {
      part *= load<f64>(key(at), L.KEY_WEIGHT) / load<f64>(sums + (<usize>parentOf(at) << 3));
    }
    store<f64>(parts + (<usize>e << 3), part);
  }
}

function isRole(e: i32): bool {
  const flagsOf = load<i32>(link(e), L.LINK_FLAGS);
  return (flagsOf & (L.ENTITY_USED | L.ENTITY_CLIENT)) == L.ENTITY_USED && parentOf(e) != L.NO_ENTITY;
}

/** Draws the leaves that take part; gives their number. */
export function drawLeaves(): i32 {
  leafCount = 0;
  for (let e = 0; e < entities; e++) {
    const at = link(e);
    if ((load<i32>(at, L.LINK_FLAGS) & L.ENTITY_LEAF) == 0 || load<i32>(at, L.LINK_LIVE) == 0) continue;
    store<i32>(leaves + (<usize>leafCount << 2), e);
    store<f64>(lots + (<usize>e << 3), exponential() / load<f64>(parts + (<usize>e << 3)));
    leafCount++;
  }
  for (let i = (leafCount >> 1) - 1; i >= 0; i--) sink(i);
  return leafCount;
}

/** The leaf with the smallest lot of those not taken yet. */
export function nextLeaf(): i32 {
  const first = load<i32>(leaves);
  leafCount--;
  store<i32>(leaves, load<i32>(leaves + (<usize>leafCount << 2)));
  sink(0);
  return first;
}

function sink(from: i32): void {
  let at = from;
  const moving = load<i32>(leaves + (<usize>at << 2));
  for (;;) {
    let child = 2 * at + 1;
    if (child >= leafCount) break;
    if (child + 1 < leafCount && lotAt(child + 1) < lotAt(child)) child++;
    if (lotAt(child) >= load<f64>(lots + (<usize>moving << 3))) break;
    store<i32>(leaves + (<usize>at << 2), load<i32>(leaves + (<usize>child << 2)));
    at = child;
  }
  store<i32>(leaves + (<usize>at << 2), moving);
}

function lotAt(i: i32): f64 {
  return load<f64>(lots + (<usize>load<i32>(leaves + (<usize>i << 2)) << 3));
}

/** Puts a role's clients into random order. */
export function shuffleClients(list: usize): void {
  shuffle(arrayOf(list), size(list));
}

/**
 * An exponentially distributed number, by von Neumann's method: it needs comparisons only, and no tables. The
 * smallest of such numbers divided by weights belongs to each in proportion to its weight.
 */
function exponential(): f64 {
  let whole = 0.0, first = 0.0, isOdd = false;
  while (!isOdd) {
    first = uniform();
    isOdd = isRunOdd(first);
    if (!isOdd) whole += 1.0;
  }
  return whole + first;
}

/** Draws as long as the numbers fall; did an odd number of them, the first included, do so? */
function isRunOdd(first: f64): bool {
  let last = first, isOdd = true;
  for (let next = uniform(); next < last; next = uniform()) {
    last = next;
    isOdd = !isOdd;
  }
  return isOdd;
}

function uniform(): f64 {
  return (<f64>random() + 0.5) / 4294967296.0;
}
