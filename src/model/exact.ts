/**
 * Whole numbers of 64 bits that a `number` cannot hold exactly. A message has the nearest number, which is enough to refuse
 * it; its digits stay beside it, for the text that says why, and with this very object: no copy has them.
 */
const EXACT = Symbol("exact");

interface Exact {
  readonly [EXACT]?: Readonly<Record<string, bigint>>;
}

/** Remembers what this field of a message under construction said. */
export function keepExact(message: object, field: string, value: bigint): void {
  const kept = { ...(message as Exact)[EXACT], [field]: value };
  Object.defineProperty(message, EXACT, { value: kept, configurable: true });
}

/** The digits of a field, all of them. */
export function digitsOf<K extends string>(message: Readonly<Record<K, number>>, field: K): string {
  return String((message as Exact)[EXACT]?.[field] ?? message[field]);
}
