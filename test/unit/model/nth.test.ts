/** The value at a place of the sorted order, without sorting. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nthSmallest } from "../../../src/model/nth.ts";

describe("nthSmallest", () => {
  it("finds what sorting would find", () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ noNaN: true }));
    fc.assert(fc.property(fc.array(value, { minLength: 1 }), fc.nat(), (values, at) => {
      const n = at % values.length;
      const [found, wanted] = [nthSmallest(Float64Array.from(values), n), Float64Array.from(values).sort()[n]!];
      expect(found === wanted, `${found} should be ${wanted}`).toBe(true); // 0 is as good as -0
    }));
  });

  it.each([
    ["ascending", (i: number) => i],
    ["descending", (i: number) => -i],
    ["all the same", () => 7],
    ["an organ pipe, which deceives the choice of a pivot", (i: number) => Math.min(i, 100_000 - i)],
  ])("is quick with 100,000 values: %s", (_, make) => {
    const values = Float64Array.from({ length: 100_000 }, (_, i) => make(i));
    const sorted = values.slice().sort();
    const begunMs = performance.now();
    for (const n of [0, 1, 49_999, 99_998, 99_999]) expect(nthSmallest(values.slice(), n)).toBe(sorted[n]);
    expect(performance.now() - begunMs).toBeLessThan(2_000);
  });
});
