import type { Table } from "./small-map.ts";

/** Entries there is room for at first (a power of two); there are twice as many places. */
const FIRST_ROOM = 32;
/** An id is not looked for longer than that: somebody has chosen ids that all want the same place. */
const MAX_STEPS = 256;
const GONE = -1;

/**
 * A map of ids that may be very large, in the order of insertion. Where a `Map` walks along a chain of entries, and of each to
 * its text, to learn that an id is not among them, this one looks at a place or two in a list of small numbers. With hundreds of
 * thousands of ids, each of these steps waits for memory.
 *
 *     places   number of an entry + 1, where the hash of its id says or a little behind; 0: nothing; GONE: nothing any more
 *     hashes   by number of the entry
 *     keys     by number of the entry; undefined: deleted
 *     values   by number of the entry
 *
 * Ids that crowd together are moved to a `Map`, whose hashes nobody can foresee. Iterators show what was there when they were
 * made.
 */
export class IdMap<K extends string, V> implements Table<K, V> {
  #places = new Int32Array(2 * FIRST_ROOM);
  #hashes = new Int32Array(FIRST_ROOM);
  #keys = new Array<K | undefined>(FIRST_ROOM);
  #values = new Array<V | undefined>(FIRST_ROOM);
  /** Entries up to here are or were taken. */
  #end = 0;
  #size = 0;
  #crowded: Map<K, V> | undefined;

  get size(): number {
    return this.#crowded?.size ?? this.#size;
  }

  get(key: K): V | undefined {
    if (this.#crowded !== undefined) return this.#crowded.get(key);
    const place = placeOf(this.#places, this.#hashes, this.#keys, key, hashOf(key));
    return place < 0 ? undefined : this.#values[this.#places[place]! - 1];
  }

  has(key: K): boolean {
    return this.#crowded?.has(key) ?? placeOf(this.#places, this.#hashes, this.#keys, key, hashOf(key)) >= 0;
  }

  set(key: K, value: V): this {
    if (this.#crowded !== undefined) {
      this.#crowded.set(key, value);
      return this;
    }
    const hash = hashOf(key);
    const place = placeOf(this.#places, this.#hashes, this.#keys, key, hash);
    if (place >= 0) {
      this.#values[this.#places[place]! - 1] = value;
      return this;
    }
    if (this.#end === this.#hashes.length) this.#makeRoom();
    this.#append(key, value, hash);
    return this;
  }

  delete(key: K): boolean {
    if (this.#crowded !== undefined) return this.#crowded.delete(key);
    const place = placeOf(this.#places, this.#hashes, this.#keys, key, hashOf(key));
    if (place < 0) return false;
    const entry = this.#places[place]! - 1;
    this.#places[place] = GONE;
    this.#keys[entry] = undefined;
    this.#values[entry] = undefined;
    this.#size--;
    if (this.#size === 0) this.clear();
    return true;
  }

  clear(): void {
    this.#crowded = undefined;
    this.#empty(FIRST_ROOM);
  }

  keys(): MapIterator<K> {
    return this.#all((key) => key).values();
  }

  values(): MapIterator<V> {
    return this.#all((_, value) => value).values();
  }

  entries(): MapIterator<[K, V]> {
    return this.#all((key, value): [K, V] => [key, value]).values();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  #all<T>(pick: (key: K, value: V) => T): T[] {
    if (this.#crowded !== undefined) return Array.from(this.#crowded, ([key, value]) => pick(key, value));
    const list: T[] = [];
    for (let entry = 0; entry < this.#end; entry++) {
      const key = this.#keys[entry];
      if (key !== undefined) list.push(pick(key, this.#values[entry] as V));
    }
    return list;
  }

  #empty(room: number): void {
    this.#places = new Int32Array(2 * room);
    this.#hashes = new Int32Array(room);
    this.#keys = new Array<K | undefined>(room);
    this.#values = new Array<V | undefined>(room);
    this.#end = 0;
    this.#size = 0;
  }

  #append(key: K, value: V, hash: number): void {
    if (!putAt(this.#places, hash, this.#end + 1)) {
      this.#crowded = new Map(this.entries()).set(key, value);
      return this.#empty(1);
    }
    this.#hashes[this.#end] = hash;
    this.#keys[this.#end] = key;
    this.#values[this.#end] = value;
    this.#end++;
    this.#size++;
  }

  /** All of it anew, without what was deleted; in twice the room if it would fill more than half of this. */
  #makeRoom(): void {
    const [keys, values, hashes] = [this.#keys, this.#values, this.#hashes];
    this.#empty(this.#size > hashes.length / 2 ? 2 * hashes.length : hashes.length);
    for (let entry = 0; entry < keys.length; entry++) {
      const key = keys[entry];
      if (key === undefined) continue;
      if (this.#crowded === undefined) this.#append(key, values[entry] as V, hashes[entry]!);
      else this.#crowded.set(key, values[entry] as V);
    }
  }
}

/** Where it is said which entry has the key; -1: there is none. */
function placeOf(places: Int32Array, hashes: Int32Array, keys: readonly unknown[], key: string, hash: number): number {
  const mask = places.length - 1;
  for (let step = 0; step < MAX_STEPS; step++) {
    const place = (hash + step) & mask;
    const number = places[place]!;
    if (number === 0) return -1;
    if (number !== GONE && hashes[number - 1] === hash && keys[number - 1] === key) return place;
  }
  return -1;
}

/** False if there is no place near enough. */
function putAt(places: Int32Array, hash: number, number: number): boolean {
  const mask = places.length - 1;
  for (let step = 0; step < MAX_STEPS; step++) {
    const place = (hash + step) & mask;
    if (places[place]! > 0) continue;
    places[place] = number;
    return true;
  }
  return false;
}

function hashOf(key: string): number {
  let hash = key.length;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
