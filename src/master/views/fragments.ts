/**
 * Fragments: the text of a record, kept as long as what it was made from stays the same (design §7). A record lists what its
 * text is made from, all of it values that are replaced and never changed; if each is still the same one, the kept text
 * holds. Nobody has to be told that a record changed, so nothing can be forgotten.
 */
import type { Piece } from "../event.ts";

interface Kept {
  readonly from: readonly unknown[];
  readonly text: string;
}

export class Fragments<K extends object> {
  /** Goes with its record. */
  readonly #kept = new WeakMap<K, Kept>();

  /**
   * The kept text, or how to make it. `capture` is called at once, to take what the text needs of the record as it is now;
   * what it returns makes the text, perhaps later.
   */
  piece(record: K, from: readonly unknown[], capture: () => () => string): Piece {
    const kept = this.#kept.get(record);
    if (kept !== undefined && sameItems(kept.from, from)) return kept.text;
    const make = capture();
    return () => {
      const text = make();
      this.#kept.set(record, { from, text });
      return text;
    };
  }
}

function sameItems(left: readonly unknown[], right: readonly unknown[]): boolean {
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}
