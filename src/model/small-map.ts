/** What can be said to a table of records, whatever it is made of. */
export interface Table<K, V> extends ReadonlyMap<K, V> {
  set(key: K, value: V): this;
  delete(key: K): boolean;
  clear(): void;
}

const NOTHING = Symbol("nothing");
const MANY = Symbol("many");

/**
 * A map that is mostly empty or holds one entry. Until a second one comes it is no more than that entry, so an agent may have
 * a dozen of them: a `Map` begins with room for four, 200 bytes. The order is that of insertion. Iterators of less than two
 * entries show what was there when they were made.
 */
export class SmallMap<K, V> implements Table<K, V> {
  #key: K | typeof NOTHING | typeof MANY = NOTHING;
  /** Of the key, or all of them. */
  #value: V | Map<K, V> | undefined;

  get size(): number {
    return this.#key === MANY ? this.#many.size : this.#key === NOTHING ? 0 : 1;
  }

  get(key: K): V | undefined {
    if (this.#key === MANY) return this.#many.get(key);
    return this.#key === key ? (this.#value as V) : undefined;
  }

  has(key: K): boolean {
    return this.#key === MANY ? this.#many.has(key) : this.#key === key;
  }

  set(key: K, value: V): this {
    if (this.#key === MANY) {
      this.#many.set(key, value);
    } else if (this.#key === NOTHING || this.#key === key) {
      this.#key = key;
      this.#value = value;
    } else {
      const many = new Map<K, V>().set(this.#key, this.#value as V).set(key, value);
      this.#key = MANY;
      this.#value = many;
    }
    return this;
  }

  delete(key: K): boolean {
    if (this.#key === MANY) return this.#many.delete(key);
    if (this.#key !== key) return false;
    this.#forget();
    return true;
  }

  clear(): void {
    this.#forget();
  }

  keys(): MapIterator<K> {
    return this.#key === MANY ? this.#many.keys() : (this.#key === NOTHING ? [] : [this.#key]).values();
  }

  values(): MapIterator<V> {
    return this.#key === MANY ? this.#many.values() : (this.#key === NOTHING ? [] : [this.#value as V]).values();
  }

  entries(): MapIterator<[K, V]> {
    if (this.#key === MANY) return this.#many.entries();
    const entries: [K, V][] = this.#key === NOTHING ? [] : [[this.#key, this.#value as V]];
    return entries.values();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  #forget(): void {
    this.#key = NOTHING;
    this.#value = undefined;
  }

  get #many(): Map<K, V> {
    return this.#value as Map<K, V>;
  }
}
