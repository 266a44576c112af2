/**
 * What was made of objects that come again and again: agents and tasks of one kind bring the very same lists and objects (see
 * `readShared` of the wire). Most others come once, so only who came a little while ago is remembered.
 */
const RECENT = 16;

export class Familiar<K extends object, V> {
  readonly #values = new WeakMap<K, V>();
  readonly #recent = new Array<K | undefined>(RECENT).fill(undefined);
  #next = 0;

  get(key: K): V | undefined {
    return this.#values.get(key);
  }

  /** Remembers the value from the second time on. */
  set(key: K, value: V): void {
    if (this.meet(key)) this.keep(key, value);
  }

  /** Did it come a little while ago, too? */
  meet(key: K): boolean {
    if (this.#recent.includes(key)) return true;
    this.#recent[this.#next] = key;
    this.#next = (this.#next + 1) % RECENT;
    return false;
  }

  keep(key: K, value: V): void {
    this.#values.set(key, value);
  }
}

/** What was made of two of them; of one on the left side the last few on the right. */
export class FamiliarPairs<K extends object, V> {
  readonly #byLeft = new Familiar<K, { readonly right: K; readonly value: V }[]>();

  get(left: K, right: K): V | undefined {
    const known = this.#byLeft.get(left);
    if (known === undefined) return undefined;
    for (let i = 0; i < known.length; i++) if (known[i]!.right === right) return known[i]!.value;
    return undefined;
  }

  set(left: K, right: K, value: V): void {
    const known = this.#byLeft.get(left);
    if (known === undefined) return void this.#byLeft.set(left, [{ right, value }]);
    if (known.length === MAX_RIGHTS) known.shift();
    known.push({ right, value });
  }
}

const MAX_RIGHTS = 8;
