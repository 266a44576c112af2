/** A ring keeps the last things that happened. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Ring } from "../../../src/model/ring.ts";

describe("a ring", () => {
  it("keeps the newest, oldest first, and hands out what it lets go", () => {
    const ring = new Ring<string>(3);
    expect(["a", "b", "c", "d", "e"].map((item) => ring.push(item))).toEqual([undefined, undefined, undefined, "a", "b"]);
    expect([...ring]).toEqual(["c", "d", "e"]);
  });

  it("of no capacity keeps nothing", () => {
    const ring = new Ring<string>(0);
    expect(ring.push("a")).toBe("a");
    expect([...ring]).toEqual([]);
    ring.remove(() => true);
    expect(ring.size).toBe(0);
  });

  it("behaves like a list of which the front is cut off, whatever is pushed and removed", () => {
    const step = fc.oneof(
      fc.nat(9).map((value) => ({ value, isRemoval: false })),
      fc.nat(9).map((value) => ({ value, isRemoval: true })),
    );
    fc.assert(fc.property(fc.integer({ min: 1, max: 5 }), fc.array(step, { maxLength: 40 }), (capacity, steps) => {
      const ring = new Ring<number>(capacity);
      let list: number[] = [];
      for (const { value, isRemoval } of steps) {
        if (isRemoval) {
          ring.remove((item) => item === value);
          list = list.filter((item) => item !== value);
        } else {
          ring.push(value);
          list = [...list, value].slice(-capacity);
        }
        expect([...ring]).toEqual(list);
        expect(ring.size).toBe(list.length);
      }
    }));
  });
});
