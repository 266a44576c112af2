import { describe, expect, test } from "vitest";
import { drawBelow, drawFraction, drawUint32, drawUuid, seeded, shuffle, split } from "../../../src/model/random.ts";
import type { Draw, RandomState } from "../../../src/model/random.ts";

/** The published generator, word for word in big integers: slow and obvious. */
function* oracle(state: RandomState): Generator<number> {
  const mask = 0xffffffffn;
  const rotate = (word: bigint, by: bigint): bigint => ((word << by) | (word >> (32n - by))) & mask;
  const s = state.map(BigInt);
  for (;;) {
    yield Number((rotate((s[1]! * 5n) & mask, 7n) * 9n) & mask);
    const t = (s[1]! << 9n) & mask;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= t;
    s[3] = rotate(s[3]!, 11n);
  }
}

function draws<T>(state: RandomState, count: number, draw: (state: RandomState) => Draw<T>): T[] {
  const values: T[] = [];
  let next = state;
  for (let i = 0; i < count; i++) {
    const drawn = draw(next);
    values.push(drawn.value);
    next = drawn.next;
  }
  return values;
}

test("it is xoshiro128**", () => {
  const published: RandomState = [1, 2, 3, 4];
  expect(draws(published, 2, drawUint32)).toEqual([11_520, 0]);
  for (const state of [published, seeded(42)]) {
    const expected = oracle(state);
    for (const value of draws(state, 200, drawUint32)) expect(value).toBe(expected.next().value);
  }
});

test("a seed repeats, another one differs, also beyond 32 bits", () => {
  expect(draws(seeded(7), 5, drawUint32)).toEqual(draws(seeded(7), 5, drawUint32));
  const firsts = [0, 1, 2, 2 ** 32, 2 ** 32 + 1, -1].map((seed) => drawUint32(seeded(seed)).value);
  expect(new Set(firsts).size).toBe(firsts.length);
});

describe("numbers in a range", () => {
  test("fractions fill [0, 1)", () => {
    const values = draws(seeded(1), 2000, drawFraction);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 1);
  });

  test("every number below the bound is about as likely", () => {
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (const value of draws(seeded(2), 7000, (state) => drawBelow(state, 7))) counts[value]!++;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

test("a shuffle keeps what there is, and all orders come up", () => {
  const orders = draws(seeded(3), 600, (state) => shuffle(state, ["a", "b", "c"])).map((order) => order.join(""));
  expect(new Set(orders)).toEqual(new Set(["abc", "acb", "bac", "bca", "cab", "cba"]));
  expect(shuffle(seeded(3), [])).toMatchObject({ value: [] });
});

test("a split sequence is its own", () => {
  const { value: child, next: parent } = split(seeded(4));
  const children = draws(child, 100, drawUint32);
  const parents = new Set(draws(parent, 100, drawUint32));
  expect(children.some((value) => parents.has(value))).toBe(false);
});

test("uuids have the form of version 4 and do not repeat", () => {
  const uuids = draws(seeded(5), 100, drawUuid);
  const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  for (const uuid of uuids) expect(uuid).toMatch(version4);
  expect(new Set(uuids).size).toBe(100);
});
