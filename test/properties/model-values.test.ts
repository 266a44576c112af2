import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDouble, printDouble } from "../../src/model/decimal.ts";
import { parseDuration, printDuration } from "../../src/model/duration.ts";
import { parseBytes, printBytes } from "../../src/model/bytes.ts";
import {
  addQuantities,
  containsQuantities,
  equalQuantities,
  parseQuantities,
  printQuantities,
  subtractQuantities,
} from "../../src/model/quantities.ts";
import type { Quantities } from "../../src/model/quantities.ts";
import * as ranges from "../../src/model/ranges.ts";
import { addScalars, fromMilli, subtractScalars, toMilli } from "../../src/model/scalar.ts";
import * as sets from "../../src/model/sets.ts";
import { parseUpid, printUpid } from "../../src/model/upid.ts";
import * as arbitrary from "./model-arbitraries.ts";

describe("scalars", () => {
  const milli = fc.integer({ min: -(2 ** 50), max: 2 ** 50 });

  test("thousandths survive being written as a double", () => {
    fc.assert(fc.property(milli, (value) => toMilli(fromMilli(value)) === value));
  });

  test("adding and subtracting are exact in thousandths", () => {
    fc.assert(
      fc.property(milli, milli, (a, b) => {
        expect(toMilli(addScalars(fromMilli(a), fromMilli(b)))).toBe(a + b);
        expect(toMilli(subtractScalars(fromMilli(a), fromMilli(b)))).toBe(a - b);
      }),
    );
  });

  test("fifteen digits read back as the same fifteen digits", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), (value) => {
        const text = printDouble(value);
        const read = parseDouble(text) ?? NaN;
        expect(printDouble(read)).toBe(text);
        expect(Math.abs(read - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-14);
      }),
    );
  });
});

/** The numbers themselves: what the intervals stand for. */
function numbers(list: ranges.Ranges): Set<number> {
  const result = new Set<number>();
  for (const { begin, end } of list) for (let n = begin; n <= end; n++) result.add(n);
  return result;
}

describe("ranges are sets of numbers", () => {
  test("every operation agrees with the same one on plain sets", () => {
    fc.assert(
      fc.property(arbitrary.ranges, arbitrary.ranges, (a, b) => {
        const [left, right] = [numbers(a), numbers(b)];
        const inLeft = [...left];
        expect(numbers(ranges.addRanges(a, b))).toEqual(new Set([...left, ...right]));
        expect(numbers(ranges.subtractRanges(ranges.coalesceRanges(a), b))).toEqual(
          new Set(inLeft.filter((n) => !right.has(n))),
        );
        expect(numbers(ranges.intersectRanges(a, b))).toEqual(new Set(inLeft.filter((n) => right.has(n))));
        expect(ranges.containsRanges(a, b)).toBe([...right].every((n) => left.has(n)));
        expect(ranges.equalRanges(a, b)).toBe(left.size === right.size && inLeft.every((n) => right.has(n)));
        expect(ranges.countRanges(ranges.coalesceRanges(a))).toBe(left.size);
      }),
      { numRuns: 300 },
    );
  });

  test("results are canonical: ascending with a gap between any two", () => {
    fc.assert(
      fc.property(arbitrary.ranges, arbitrary.ranges, (a, b) => {
        const results = [
          ranges.coalesceRanges(a),
          ranges.addRanges(a, b),
          ranges.intersectRanges(a, b),
          ranges.subtractRanges(ranges.coalesceRanges(a), b),
        ];
        for (const list of results) {
          for (let i = 0; i < list.length; i++) {
            expect(list[i]!.begin).toBeLessThanOrEqual(list[i]!.end);
            if (i > 0) expect(list[i]!.begin).toBeGreaterThan(list[i - 1]!.end + 1);
          }
        }
      }),
    );
  });
});

test("sets of words agree with plain sets, short or long", () => {
  const words = fc.uniqueArray(fc.string({ maxLength: 2 }), { maxLength: 40 });
  fc.assert(
    fc.property(words, words, (a, b) => {
      expect(new Set(sets.addSets(a, b))).toEqual(new Set([...a, ...b]));
      expect(sets.subtractSets(a, b)).toEqual(a.filter((word) => !b.includes(word)));
      expect(sets.intersectSets(a, b)).toEqual(a.filter((word) => b.includes(word)));
      expect(sets.containsSets(a, b)).toBe(b.every((word) => a.includes(word)));
      expect(sets.equalSets(a, a.toReversed())).toBe(true);
    }),
  );
});

describe("quantities", () => {
  const quantities: fc.Arbitrary<Quantities> = fc
    .dictionary(fc.constantFrom("cpus", "mem", "disk", "gpus"), fc.integer({ min: 1, max: 10_000 }))
    .map((record) => new Map(Object.entries(record)));

  test("what was added can be taken again; what is taken was there", () => {
    fc.assert(
      fc.property(quantities, quantities, (a, b) => {
        const both = addQuantities(a, b);
        expect(containsQuantities(both, a) && containsQuantities(both, b)).toBe(true);
        expect(equalQuantities(subtractQuantities(both, b), a)).toBe(true);
        const rest = subtractQuantities(a, b);
        expect(containsQuantities(a, rest)).toBe(true);
        expect([...rest.values()].every((milli) => milli > 0)).toBe(true);
        expect(equalQuantities(addQuantities(rest, b), a)).toBe(containsQuantities(a, b));
      }),
    );
  });

  test("read as they are printed", () => {
    fc.assert(
      fc.property(quantities, (a) => {
        const read = parseQuantities(printQuantities(a).replace("{}", ""));
        expect(read.ok && equalQuantities(read.value, a)).toBe(true);
      }),
    );
  });
});

describe("text forms", () => {
  test("durations read as they are printed, but for the digits a double does not have", () => {
    const units = fc.constantFrom(1n, 1_000n, 1_000_000n, 1_000_000_000n, 60_000_000_000n, 86_400_000_000_000n);
    fc.assert(
      fc.property(fc.nat(100_000), units, (count, unit) => {
        const ns = BigInt(count) * unit;
        const read = parseDuration(printDuration(ns));
        expect(read.ok).toBe(true);
        if (!read.ok) return;
        const difference = Number(read.value > ns ? read.value - ns : ns - read.value);
        expect(difference).toBeLessThanOrEqual(1 + Number(ns) * 1e-14);
      }),
    );
  });

  test("sizes", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (bytes) => {
        expect(parseBytes(printBytes(bytes))).toEqual({ ok: true, value: bytes });
      }),
    );
  });

  test("addresses of actors", () => {
    const name = fc.stringMatching(/^[a-z0-9().-]{1,12}$/);
    fc.assert(
      fc.property(name, name, fc.nat(65_535), (id, host, port) => {
        expect(parseUpid(printUpid({ id, host, port }))).toEqual({ ok: true, value: { id, host, port } });
      }),
    );
  });
});
