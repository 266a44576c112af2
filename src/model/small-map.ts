import { IdMap } from "./id-map.ts";

/** What can be said to a table of records, whatever it is made of. */
export interface Table<K, V> extends ReadonlyMap<K, V> {
  set(key: K, value: V): this;
  delete(key: K): boolean;
  clear(): void;
}

const NOTHING = Symbol("nothing");
const FEW = Symbol("few");
const MANY = Symbol("many");

/** More entries than this are in an `IdMap`. */
const MOST_OF_FEW = 16;

/**
 * A map that is mostly empty or holds little. One entry is no more than that entry, so an agent may have a dozen of them: a
 * `Map` begins with room for four, 200 bytes. A few stand in a list, key and value by turns, and are looked for one by one. The
 * order is that of insertion. Iterators show what was there when they were made.
 */
export class SmallMap<K extends string, V> implements Table<K, V> {
  #key: K | typeof NOTHING | typeof FEW | typeof MANY = NOTHING;
  /** Of the key, or all of them. */
  #value: V | Few | IdMap<K, V> | undefined;

  get size(): number {
    if (this.#key === MANY) return (this.#value as IdMap<K, V>).size;
    if (this.#key === FEW) return lengthOf(this.#value as Few) / 2;
    return this.#key === NOTHING ? 0 : 1;
  }

  get(key: K): V | undefined {
    if (this.#key === FEW) {
      const few = this.#value as Few;
      const at = placeOf(few, key);
      return at < 0 ? undefined : (few[at + 1] as V);
    }
    if (this.#key === MANY) return (this.#value as IdMap<K, V>).get(key);
    return this.#key === key ? (this.#value as V) : undefined;
  }

  has(key: K): boolean {
    if (this.#key === FEW) return placeOf(this.#value as Few, key) >= 0;
    return this.#key === MANY ? (this.#value as IdMap<K, V>).has(key) : this.#key === key;
  }

  set(key: K, value: V): this {
    if (this.#key === FEW) {
      this.#value = put(this.#value as Few, key, value) as Few | IdMap<K, V>;
      if (this.#value instanceof IdMap) this.#key = MANY;
    } else if (this.#key === MANY) {
      (this.#value as IdMap<K, V>).set(key, value);
    } else if (this.#key === NOTHING || this.#key === key) {
      this.#key = key;
      this.#value = value;
    } else {
      this.#value = [this.#key, this.#value, key, value];
      this.#key = FEW;
    }
    return this;
  }

  delete(key: K): boolean {
    if (this.#key === MANY) return (this.#value as IdMap<K, V>).delete(key);
    if (this.#key === FEW) {
      const few = this.#value as Few;
      const at = placeOf(few, key);
      if (at < 0) return false;
      few.copyWithin(at, at + 2);
      few.fill(NOTHING, few.length - 2);
      return true;
    }
    if (this.#key !== key) return false;
    this.clear();
    return true;
  }

  clear(): void {
    this.#key = NOTHING;
    this.#value = undefined;
  }

  keys(): MapIterator<K> {
    if (this.#key === MANY) return (this.#value as IdMap<K, V>).keys();
    if (this.#key === FEW) return (everyOther(this.#value as Few, 0) as K[]).values();
    return (this.#key === NOTHING ? [] : [this.#key as K]).values();
  }

  values(): MapIterator<V> {
    if (this.#key === MANY) return (this.#value as IdMap<K, V>).values();
    if (this.#key === FEW) return (everyOther(this.#value as Few, 1) as V[]).values();
    return (this.#key === NOTHING ? [] : [this.#value as V]).values();
  }

  entries(): MapIterator<[K, V]> {
    if (this.#key === MANY) return (this.#value as IdMap<K, V>).entries();
    if (this.#key === FEW) return (pairsOf(this.#value as Few) as [K, V][]).values();
    const entries: [K, V][] = this.#key === NOTHING ? [] : [[this.#key as K, this.#value as V]];
    return entries.values();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }
}

/** Key, value, key, value …; behind them NOTHING, as often as there is room. */
type Few = unknown[];

function lengthOf(few: Few): number {
  let length = few.length;
  while (length > 0 && few[length - 2] === NOTHING) length -= 2;
  return length;
}

/** Where the key stands, or -1. Ids of one kind begin alike, and differ at their ends. */
function placeOf(few: Few, key: string): number {
  const end = key.charCodeAt(key.length - 1);
  for (let at = 0; at < few.length; at += 2) {
    const one = few[at];
    if (typeof one !== "string") break;
    if (one.length !== key.length || one.charCodeAt(one.length - 1) !== end && key !== "") continue;
    if (one === key) return at;
  }
  return -1;
}

/** The list with it; all of it in a map once they are many. */
function put(few: Few, key: string, value: unknown): Few | IdMap<string, unknown> {
  const at = placeOf(few, key);
  if (at >= 0) {
    few[at + 1] = value;
    return few;
  }
  const length = lengthOf(few);
  if (length === 2 * MOST_OF_FEW) return idMapOf(few).set(key, value);
  const list = length < few.length ? few : withRoom(few);
  list[length] = key;
  list[length + 1] = value;
  return list;
}

function idMapOf(few: Few): IdMap<string, unknown> {
  const map = new IdMap<string, unknown>();
  for (let at = 0; at < few.length; at += 2) map.set(few[at] as string, few[at + 1]);
  return map;
}

function withRoom(few: Few): Few {
  const list = new Array<unknown>(few.length + (few.length < 16 ? few.length : 8)).fill(NOTHING);
  for (let i = 0; i < few.length; i++) list[i] = few[i];
  return list;
}

function everyOther(few: Few, from: number): unknown[] {
  const list: unknown[] = [];
  for (let at = 0; at < few.length && few[at] !== NOTHING; at += 2) list.push(few[at + from]);
  return list;
}

function pairsOf(few: Few): [unknown, unknown][] {
  const list: [unknown, unknown][] = [];
  for (let at = 0; at < few.length && few[at] !== NOTHING; at += 2) list.push([few[at], few[at + 1]]);
  return list;
}
