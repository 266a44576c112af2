/**
 * One stream of random draws. Each part of the world has its own, so that what one part draws leaves the others alone. The same
 * numbers as those of model/random.ts, but the state is changed in place: a busy world draws millions of them.
 */
import { drawUuid, seeded, split } from "../model/random.ts";
import type { Draw, RandomState } from "../model/random.ts";

export class Chance {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: number | RandomState) {
    [this.a, this.b, this.c, this.d] = typeof seed === "number" ? seeded(seed) : seed;
  }

  /** 0 <= value < 1 */
  fraction(): number {
    const high = this.seed();
    const low = this.seed();
    return ((high >>> 5) * 0x4000000 + (low >>> 6)) / 0x20000000000000;
  }

  /** A whole number, 0 <= value < bound. */
  below(bound: number): number {
    const limit = 0x100000000 - (0x100000000 % bound);
    let value = this.seed();
    while (value >= limit) value = this.seed();
    return value % bound;
  }

  between(low: number, high: number): number {
    return low + this.fraction() * (high - low);
  }

  happens(probability: number): boolean {
    return probability > 0 && this.fraction() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** Time until the next of things that come by themselves, `mean` apart. */
  exponential(mean: number): number {
    return -Math.log(1 - this.fraction()) * mean;
  }

  /** 32 bits. */
  seed(): number {
    const { a, b } = this;
    const scrambled = Math.imul(b, 5);
    const value = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const e = this.c ^ a;
    const f = this.d ^ b;
    this.a = a ^ f;
    this.b = b ^ e;
    this.c = e ^ (b << 9);
    this.d = (f << 11) | (f >>> 21);
    return value;
  }

  uuid(): string {
    return this.take(drawUuid(this.state()));
  }

  /** The 16 bytes of a version 4 UUID. */
  uuidBytes(): Uint8Array {
    const bytes = new Uint8Array(16);
    for (let at = 0; at < 16; at += 4) {
      const word = this.seed();
      bytes[at] = word;
      bytes[at + 1] = word >>> 8;
      bytes[at + 2] = word >>> 16;
      bytes[at + 3] = word >>> 24;
    }
    bytes[6] = (bytes[6]! & 0x0f) | 0x40;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    return bytes;
  }

  /** A second, unrelated stream. */
  fork(): Chance {
    return new Chance(this.take(split(this.state())));
  }

  private state(): RandomState {
    return [this.a >>> 0, this.b >>> 0, this.c >>> 0, this.d >>> 0];
  }

  private take<T>({ value, next }: Draw<T>): T {
    [this.a, this.b, this.c, this.d] = next;
    return value;
  }
}
