/** One stream of random draws. Each part of the world has its own, so that what one part draws leaves the others alone. */
import { drawBelow, drawFraction, drawUint32, drawUuid, seeded, split } from "../model/random.ts";
import type { Draw, RandomState } from "../model/random.ts";

export class Chance {
  private state: RandomState;

  constructor(seed: number | RandomState) {
    this.state = typeof seed === "number" ? seeded(seed) : seed;
  }

  /** 0 <= value < 1 */
  fraction(): number {
    return this.take(drawFraction(this.state));
  }

  /** A whole number, 0 <= value < bound. */
  below(bound: number): number {
    return this.take(drawBelow(this.state, bound));
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
    return this.take(drawUint32(this.state));
  }

  uuid(): string {
    return this.take(drawUuid(this.state));
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
    return new Chance(this.take(split(this.state)));
  }

  private take<T>({ value, next }: Draw<T>): T {
    this.state = next;
    return value;
  }
}
