/**
 * The last `capacity` things that happened, oldest first (completed frameworks and tasks, unreachable agents). It grows
 * up to the capacity, then each new entry overwrites the oldest:
 *
 *     capacity 3, after a b c d e:   slots [d e c]   next = 2   ->  c d e
 */
export class Ring<T> {
  readonly capacity: number;
  readonly #slots: T[] = [];
  #next = 0;

  /** A capacity of 0 keeps nothing. */
  constructor(capacity: number) {
    this.capacity = capacity;
  }

  get size(): number {
    return this.#slots.length;
  }

  /** Appends, and gives back what fell out. */
  push(value: T): T | undefined {
    if (this.capacity === 0) return value;
    const evicted = this.#slots[this.#next];
    this.#slots[this.#next] = value;
    this.#next = (this.#next + 1) % this.capacity;
    return evicted;
  }

  /** Takes out what matches; the others keep their order. */
  remove(matches: (value: T) => boolean): void {
    const kept = [...this].filter((value) => !matches(value));
    if (kept.length === this.#slots.length) return;
    this.#slots.splice(0, Infinity, ...kept);
    this.#next = kept.length % this.capacity;
  }

  /** Oldest first. */
  *[Symbol.iterator](): IterableIterator<T> {
    const start = this.#slots.length < this.capacity ? 0 : this.#next;
    for (let i = 0; i < this.#slots.length; i++) yield this.#slots[(start + i) % this.#slots.length]!;
  }
}
