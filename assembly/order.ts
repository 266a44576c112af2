/**
 * Lists of siblings in the order of their shares, kept in place. A list is a row of short blocks, each a few entities
 * in order: who moves disturbs the block it leaves and the block it comes to, however many siblings there are.
 *
 *     directory    4 | 2 | 3            entities per block, and where they stand
 *                  |   |    \
 *     blocks       e3 e7 e1 e9   e8 e2   e5 e4 e6
 *
 * A full block is split in two, an empty one is taken out and used again. At first, before anybody moves, all blocks
 * are full and stand side by side: the list is one array, to be filled, sorted or shuffled as such. A place in a list
 * is a number, the block's times SLOTS plus the one in the block.
 */
import * as L from "./layout";
import { key, link } from "./context";
import { scratch } from "./chunk";
import { isBefore, refreshShare } from "./share";

const LIST_SIZE: usize = 0;
const LIST_BLOCKS: usize = 4;
/** The array all stand in at first, and the chain of blocks that are not in use. */
const LIST_ARRAY: usize = 8;
const LIST_FREE: usize = 12;
const LIST_DIRECTORY: usize = 16;

/** An entry of the directory: address of the block, number of entities in it. */
const ENTRY_BYTES: usize = 8;
const ENTRY_COUNT: usize = 4;

const SLOT_BITS: i32 = 5;
const SLOTS: i32 = 1 << SLOT_BITS;
const BLOCK_BYTES: usize = <usize>SLOTS << 2;

/** A list with room for so many. */
export function newList(members: i32): usize {
  const list = scratch(LIST_DIRECTORY + <usize>members * ENTRY_BYTES);
  const room = members <= SLOTS ? members : (members + SLOTS - 1) & ~(SLOTS - 1);
  store<i32>(list, 0, LIST_SIZE);
  store<i32>(list, 0, LIST_BLOCKS);
  store<u32>(list, <u32>scratch(<usize>room << 2), LIST_ARRAY);
  store<u32>(list, 0, LIST_FREE);
  return list;
}

// @ts-ignore: decorator
@inline
export function size(list: usize): i32 {
  return load<i32>(list, LIST_SIZE);
}

/** All entities side by side, as long as nobody has moved. */
export function arrayOf(list: usize): usize {
  return load<u32>(list, LIST_ARRAY);
}

/** The place behind the last: the first is 0. */
// @ts-ignore: decorator
@inline
export function end(list: usize): i32 {
  return load<i32>(list, LIST_BLOCKS) << SLOT_BITS;
}

// @ts-ignore: decorator
@inline
export function next(list: usize, place: i32): i32 {
  const block = place >> SLOT_BITS;
  return (place & (SLOTS - 1)) + 1 < countOf(entry(list, block)) ? place + 1 : (block + 1) << SLOT_BITS;
}

// @ts-ignore: decorator
@inline
export function entityAt(list: usize, place: i32): i32 {
  return at(blockOf(entry(list, place >> SLOT_BITS)), place & (SLOTS - 1));
}

// @ts-ignore: decorator
@inline
function entry(list: usize, block: i32): usize {
  return list + LIST_DIRECTORY + <usize>block * ENTRY_BYTES;
}

// @ts-ignore: decorator
@inline
function blockOf(entry: usize): usize {
  return load<u32>(entry);
}

// @ts-ignore: decorator
@inline
function countOf(entry: usize): i32 {
  return load<i32>(entry, ENTRY_COUNT);
}

/** Appends, out of order; before anybody moves. */
export function push(list: usize, entity: i32): void {
  const n = size(list);
  if ((n & (SLOTS - 1)) == 0) addBlock(list, n >> SLOT_BITS, arrayOf(list) + (<usize>n << 2));
  insert(list, entry(list, n >> SLOT_BITS), n & (SLOTS - 1), entity);
}

/** Computes all shares and sorts: insertion for short runs, then merging. Lists are often nearly in order. */
export function sort(list: usize): void {
  const from = arrayOf(list), n = size(list);
  for (let i = 0; i < n; i++) refreshShare(load<i32>(from + (<usize>i << 2)));
  const run = 8;
  for (let low = 0; low < n; low += run) insertionSort(from, low, low + run < n ? low + run : n);
  if (n <= run) return;
  let source = from, target = scratch(<usize>n << 2);
  for (let width = run; width < n; width <<= 1) {
    for (let low = 0; low < n; low += width << 1) {
      const middle = low + width < n ? low + width : n;
      const high = low + (width << 1) < n ? low + (width << 1) : n;
      merge(source, target, low, middle, high);
    }
    const other = source;
    source = target;
    target = other;
  }
  if (source != from) memory.copy(from, source, <usize>n << 2);
}

function insertionSort(base: usize, low: i32, high: i32): void {
  for (let i = low + 1; i < high; i++) {
    const entity = load<i32>(base + (<usize>i << 2));
    let at = i;
    while (at > low) {
      const other = load<i32>(base + (<usize>(at - 1) << 2));
      if (!isBefore(entity, other)) break;
      store<i32>(base + (<usize>at << 2), other);
      at--;
    }
    store<i32>(base + (<usize>at << 2), entity);
  }
}

function merge(source: usize, target: usize, low: i32, middle: i32, high: i32): void {
  let left = low, right = middle;
  if (middle >= high || !isBefore(at(source, middle), at(source, middle - 1))) {
    memory.copy(target + (<usize>low << 2), source + (<usize>low << 2), <usize>(high - low) << 2);
    return;
  }
  for (let out = low; out < high; out++) {
    const takeLeft = left < middle && (right >= high || !isBefore(at(source, right), at(source, left)));
    store<i32>(target + (<usize>out << 2), takeLeft ? at(source, left++) : at(source, right++));
  }
}

// @ts-ignore: decorator
@inline
function at(base: usize, index: i32): i32 {
  return load<i32>(base + (<usize>index << 2));
}

/** An entity's total has changed: counts the grants, computes its share and moves it to where it belongs. */
export function reposition(list: usize, entity: i32, newGrants: i32): void {
  if (size(list) == 1) countGrants(entity, newGrants);
  else moveTo(list, list, entity, newGrants);
}

/** The same, into another list. */
export function moveTo(list: usize, into: usize, entity: i32, newGrants: i32): void {
  remove(list, entity);
  countGrants(entity, newGrants);
  refreshShare(entity);
  put(into, entity);
}

export function countGrants(entity: i32, newGrants: i32): void {
  const own = key(entity);
  store<f64>(own, load<f64>(own, L.KEY_GRANTS) + <f64>newGrants, L.KEY_GRANTS);
}

/** Takes an entity out. */
export function remove(list: usize, entity: i32): void {
  const block = at(blockOf(entry(list, 0)), 0) == entity ? 0 : blockFor(list, entity);
  const from = entry(list, block);
  const count = countOf(from) - 1;
  const entities = blockOf(from);
  for (let i = lowerBound(from, entity); i < count; i++) store<i32>(entities + (<usize>i << 2), at(entities, i + 1));
  store<i32>(from, count, ENTRY_COUNT);
  store<i32>(list, size(list) - 1, LIST_SIZE);
  if (count == 0) removeBlock(list, block);
}

function put(list: usize, entity: i32): void {
  if (size(list) == 0) {
    addBlock(list, 0, freshBlock(list));
    insert(list, entry(list, 0), 0, entity);
    return;
  }
  let block = blockFor(list, entity);
  let slot = lowerBound(entry(list, block), entity);
  if (countOf(entry(list, block)) == SLOTS) {
    // Often each comes right behind the one before: blocks are left full behind them.
    const kept = slot == SLOTS ? SLOTS : SLOTS >> 1;
    split(list, block, kept);
    if (slot >= kept) {
      block++;
      slot -= kept;
    }
  }
  insert(list, entry(list, block), slot, entity);
}

/** The last block whose first entity does not come behind this one, or else the first block. */
function blockFor(list: usize, entity: i32): i32 {
  let low = 0, high = load<i32>(list, LIST_BLOCKS);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isBefore(entity, at(blockOf(entry(list, middle)), 0))) high = middle;
    else low = middle;
  }
  return low;
}

/** How many of the block come before the entity. */
function lowerBound(entry: usize, entity: i32): i32 {
  const entities = blockOf(entry);
  let low = 0, high = countOf(entry);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(at(entities, middle), entity)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function insert(list: usize, into: usize, slot: i32, entity: i32): void {
  const count = countOf(into), entities = blockOf(into);
  for (let i = count; i > slot; i--) store<i32>(entities + (<usize>i << 2), at(entities, i - 1));
  store<i32>(entities + (<usize>slot << 2), entity);
  store<i32>(into, count + 1, ENTRY_COUNT);
  store<i32>(list, size(list) + 1, LIST_SIZE);
}

/** All of a full block but the first few go to a block of their own behind it. */
function split(list: usize, block: i32, kept: i32): void {
  const fresh = freshBlock(list);
  addBlock(list, block + 1, fresh);
  const from = entry(list, block);
  memory.copy(fresh, blockOf(from) + (<usize>kept << 2), <usize>(SLOTS - kept) << 2);
  store<i32>(from, kept, ENTRY_COUNT);
  store<i32>(entry(list, block + 1), SLOTS - kept, ENTRY_COUNT);
}

function freshBlock(list: usize): usize {
  const kept = <usize>load<u32>(list, LIST_FREE);
  if (kept == 0) return scratch(BLOCK_BYTES);
  store<u32>(list, load<u32>(kept), LIST_FREE);
  return kept;
}

function addBlock(list: usize, block: i32, entities: usize): void {
  const blocks = load<i32>(list, LIST_BLOCKS);
  const here = entry(list, block);
  if (block < blocks) memory.copy(here + ENTRY_BYTES, here, <usize>(blocks - block) * ENTRY_BYTES);
  store<u32>(here, <u32>entities);
  store<i32>(here, 0, ENTRY_COUNT);
  store<i32>(list, blocks + 1, LIST_BLOCKS);
}

function removeBlock(list: usize, block: i32): void {
  const last = load<i32>(list, LIST_BLOCKS) - 1;
  const here = entry(list, block), entities = blockOf(here);
  if (block < last) memory.copy(here, here + ENTRY_BYTES, <usize>(last - block) * ENTRY_BYTES);
  store<i32>(list, last, LIST_BLOCKS);
  store<u32>(entities, load<u32>(list, LIST_FREE));
  store<u32>(list, <u32>entities, LIST_FREE);
}

// @ts-ignore: decorator
@inline
export function listOf(node: i32): usize {
  return load<u32>(link(node) + L.LINK_LIST);
}
