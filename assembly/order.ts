/**
 * Lists of siblings in the order of their shares, kept in place. A list is an array of entities with room on both
 * sides: taking one out or putting one in moves whichever side is shorter, so the client that was first and is last
 * now costs next to nothing.
 *
 *     base          head                tail        base + room
 *      |   free      | e3 e7 e1 e9 ...   |    free       |
 */
import * as L from "./layout";
import { key, link } from "./context";
import { scratch } from "./chunk";
import { isBefore, refreshShare } from "./share";

const LIST_BASE: usize = 0;
const LIST_ROOM: usize = 4;
const LIST_HEAD: usize = 8;
const LIST_TAIL: usize = 12;
const LIST_BYTES: usize = 16;

export function newList(members: i32): usize {
  const list = scratch(LIST_BYTES);
  const room = 2 * members + 4;
  store<u32>(list, <u32>scratch(<usize>room << 2), LIST_BASE);
  store<i32>(list, room, LIST_ROOM);
  store<i32>(list, members >> 1, LIST_HEAD);
  store<i32>(list, members >> 1, LIST_TAIL);
  return list;
}

// @ts-ignore: decorator
@inline
export function head(list: usize): usize {
  return <usize>load<u32>(list, LIST_BASE) + (<usize>load<i32>(list, LIST_HEAD) << 2);
}

// @ts-ignore: decorator
@inline
export function tail(list: usize): usize {
  return <usize>load<u32>(list, LIST_BASE) + (<usize>load<i32>(list, LIST_TAIL) << 2);
}

export function size(list: usize): i32 {
  return load<i32>(list, LIST_TAIL) - load<i32>(list, LIST_HEAD);
}

/** Appends, out of order. */
export function push(list: usize, entity: i32): void {
  store<i32>(tail(list), entity);
  store<i32>(list, load<i32>(list, LIST_TAIL) + 1, LIST_TAIL);
}

/** Computes all shares and sorts: insertion for short runs, then merging. Lists are often nearly in order. */
export function sort(list: usize): void {
  const from = head(list), n = size(list);
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
  take(list, indexOf(list, entity));
  countGrants(entity, newGrants);
  refreshShare(entity);
  put(into, entity);
}

export function countGrants(entity: i32, newGrants: i32): void {
  const own = key(entity);
  store<f64>(own, load<f64>(own, L.KEY_GRANTS) + <f64>newGrants, L.KEY_GRANTS);
}

/** Takes an entity out for good. */
export function remove(list: usize, entity: i32): void {
  take(list, indexOf(list, entity));
}

function indexOf(list: usize, entity: i32): i32 {
  const from = head(list);
  if (load<i32>(from) == entity) return 0;
  return lowerBound(from, size(list), entity);
}

/** How many come before the entity. */
function lowerBound(from: usize, n: i32, entity: i32): i32 {
  let low = 0, high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(at(from, middle), entity)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function take(list: usize, index: i32): void {
  const first = load<i32>(list, LIST_HEAD), last = load<i32>(list, LIST_TAIL);
  const from = head(list);
  if (index < (last - first) >> 1) {
    for (let i = index; i > 0; i--) store<i32>(from + (<usize>i << 2), at(from, i - 1));
    store<i32>(list, first + 1, LIST_HEAD);
  } else {
    for (let i = index, end = last - first - 1; i < end; i++) store<i32>(from + (<usize>i << 2), at(from, i + 1));
    store<i32>(list, last - 1, LIST_TAIL);
  }
}

function put(list: usize, entity: i32): void {
  const n = size(list);
  const index = n > 0 && isBefore(at(head(list), n - 1), entity) ? n : lowerBound(head(list), n, entity);
  let first = load<i32>(list, LIST_HEAD), last = load<i32>(list, LIST_TAIL);
  let toTheLeft = index < n >> 1;
  if (toTheLeft ? first == 0 : last == load<i32>(list, LIST_ROOM)) {
    centre(list);
    first = load<i32>(list, LIST_HEAD);
    last = load<i32>(list, LIST_TAIL);
    toTheLeft = first > 0 && toTheLeft;
  }
  if (toTheLeft) {
    store<i32>(list, first - 1, LIST_HEAD);
    const from = head(list);
    for (let i = 0; i < index; i++) store<i32>(from + (<usize>i << 2), at(from, i + 1));
    store<i32>(from + (<usize>index << 2), entity);
  } else {
    const from = head(list);
    for (let i = n; i > index; i--) store<i32>(from + (<usize>i << 2), at(from, i - 1));
    store<i32>(from + (<usize>index << 2), entity);
    store<i32>(list, last + 1, LIST_TAIL);
  }
}

function centre(list: usize): void {
  const n = size(list), from = head(list);
  store<i32>(list, (load<i32>(list, LIST_ROOM) - n) >> 1, LIST_HEAD);
  store<i32>(list, load<i32>(list, LIST_HEAD) + n, LIST_TAIL);
  memory.copy(head(list), from, <usize>n << 2);
}

// @ts-ignore: decorator
@inline
export function listOf(node: i32): usize {
  return load<u32>(link(node) + L.LINK_LIST);
}
