/** Things that happened, in order, for one reader that waits for the next. */
export class Inbox<T> {
  readonly #items: T[] = [];
  #wake: (() => void) | undefined;

  put(item: T): void {
    this.#items.push(item);
    this.#wake?.();
  }

  async next(): Promise<T> {
    while (this.#items.length === 0) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return this.#items.shift()!;
  }
}
