/**
 * Random numbers whose state is a value: drawing gives the number and the next state, so a run repeats exactly from its
 * seed. The generator is xoshiro128** (four 32-bit words), filled from a seed by splitmix32. Not for secrets.
 */
export type RandomState = readonly [number, number, number, number];

export interface Draw<T> {
  readonly value: T;
  readonly next: RandomState;
}

/** A state from any number; equal seeds give equal sequences. Uses the 53 bits of a whole number. */
export function seeded(seed: number): RandomState {
  const low = mix(seed >>> 0);
  return fill(mix(low ^ (Math.floor(seed / 2 ** 32) >>> 0)));
}

/** A whole number, 0 <= value < 2^32. */
export function drawUint32([a, b, c, d]: RandomState): Draw<number> {
  const value = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
  const shifted = b << 9;
  const e = c ^ a;
  const f = d ^ b;
  return { value, next: [(a ^ f) >>> 0, (b ^ e) >>> 0, (e ^ shifted) >>> 0, rotate(f, 11) >>> 0] };
}

/** A fraction with 53 bits, 0 <= value < 1. */
export function drawFraction(state: RandomState): Draw<number> {
  const high = drawUint32(state);
  const low = drawUint32(high.next);
  return { value: ((high.value >>> 5) * 2 ** 26 + (low.value >>> 6)) / 2 ** 53, next: low.next };
}

/** A whole number, 0 <= value < bound, every one as likely; the bound is at most 2^32. */
export function drawBelow(state: RandomState, bound: number): Draw<number> {
  const limit = 2 ** 32 - (2 ** 32 % bound);
  let draw = drawUint32(state);
  while (draw.value >= limit) draw = drawUint32(draw.next);
  return { value: draw.value % bound, next: draw.next };
}

/** The items in a random order, every order as likely. */
export function shuffle<T>(state: RandomState, items: readonly T[]): Draw<T[]> {
  const value = items.slice();
  let next = state;
  for (let i = value.length - 1; i > 0; i--) {
    const draw = drawBelow(next, i + 1);
    next = draw.next;
    const other = value[draw.value]!;
    value[draw.value] = value[i]!;
    value[i] = other;
  }
  return { value, next };
}

/** A second, unrelated sequence: what draws from it leaves this one alone. */
export function split(state: RandomState): Draw<RandomState> {
  const draw = drawUint32(state);
  return { value: fill(mix(draw.value ^ 0x9e3779b9)), next: draw.next };
}

/** A version 4 UUID in lower case; unique as far as the seed is. */
export function drawUuid(state: RandomState): Draw<string> {
  let next = state;
  const words: string[] = [];
  for (let i = 0; i < 4; i++) {
    const draw = drawUint32(next);
    next = draw.next;
    words.push(draw.value.toString(16).padStart(8, "0"));
  }
  const hex = words.join("");
  const variant = "89ab"[Number.parseInt(hex[16]!, 16) & 3];
  const version = `4${hex.slice(13, 16)}`;
  const clock = variant + hex.slice(17, 20);
  return { value: [hex.slice(0, 8), hex.slice(8, 12), version, clock, hex.slice(20)].join("-"), next };
}

function fill(seed: number): RandomState {
  const step = 0x9e3779b9;
  return [mix(seed), mix(seed + step), mix(seed + 2 * step), mix(seed + 3 * step) | 1].map((word) => word >>> 0) as [
    number,
    number,
    number,
    number,
  ];
}

/** A good scrambling of 32 bits. */
function mix(word: number): number {
  let mixed = (word + 0x9e3779b9) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
