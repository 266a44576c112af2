/**
 * Scalars as Mesos holds them, the same arithmetic as `assembly/quantity.ts`: doubles added and subtracted in whole
 * thousandths; what is added to nothing keeps all its digits. 0 means nothing is there.
 */
import { fromMilli, toMilli } from "../model/scalar.ts";

/** Some quantities by number of the resource name: only those that are there. */
export interface Vector {
  readonly kinds: readonly number[];
  readonly values: readonly number[];
}

export const NOTHING: Vector = { kinds: [], values: [] };

export function plus(left: number, right: number): number {
  if (Math.floor(left) === left && Math.floor(right) === right) return left + right;
  if (right === 0) return left;
  if (left === 0) return toMilli(right) === 0 ? 0 : right;
  return fromMilli(toMilli(left) + toMilli(right));
}

/** Never below 0. */
export function minus(left: number, right: number): number {
  if (Math.floor(left) === left && Math.floor(right) === right) return left <= right ? 0 : left - right;
  if (right === 0) return left;
  const l = toMilli(left);
  const r = toMilli(right);
  return l <= r ? 0 : fromMilli(l - r);
}

/** Quantities of one owner by number of the name, changed in place. */
export class Tally {
  readonly values: number[] = [];

  add({ kinds, values }: Vector): void {
    for (let i = 0; i < kinds.length; i++) {
      const k = kinds[i]!;
      this.values[k] = plus(this.values[k] ?? 0, values[i]!);
    }
  }

  subtract({ kinds, values }: Vector): void {
    for (let i = 0; i < kinds.length; i++) {
      const k = kinds[i]!;
      this.values[k] = minus(this.values[k] ?? 0, values[i]!);
    }
  }

  addTally(other: Tally): void {
    for (let k = 0; k < other.values.length; k++) {
      const value = other.values[k] ?? 0;
      if (value !== 0) this.values[k] = plus(this.values[k] ?? 0, value);
    }
  }

  vector(): Vector {
    const builder = new VectorBuilder();
    this.values.forEach((value, kind) => builder.add(kind, value));
    return builder.build();
  }

  get(kind: number): number {
    return this.values[kind] ?? 0;
  }

  get isEmpty(): boolean {
    return this.values.every((value) => value === undefined || value === 0);
  }
}

/** Collects a vector. */
export class VectorBuilder {
  private readonly tally = new Tally();

  add(kind: number, value: number): void {
    this.tally.values[kind] = plus(this.tally.get(kind), value);
  }

  build(): Vector {
    const kinds: number[] = [];
    const values: number[] = [];
    this.tally.values.forEach((value, kind) => {
      if (value === 0) return;
      kinds.push(kind);
      values.push(value);
    });
    return kinds.length === 0 ? NOTHING : { kinds, values };
  }
}
