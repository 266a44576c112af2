import { describe, expect, test } from "vitest";
import {
  addRanges,
  coalesceRanges,
  containsRanges,
  countRanges,
  equalRanges,
  intersectRanges,
  printRanges,
  subtractRanges,
} from "../../../src/model/ranges.ts";
import type { Ranges } from "../../../src/model/ranges.ts";

const ranges = (...pairs: readonly (readonly [number, number])[]): Ranges =>
  pairs.map(([begin, end]) => ({ begin, end }));

describe("ports", () => {
  const offered = ranges([31000, 32000]);

  test("a task takes some out of the middle and gives them back", () => {
    const rest = subtractRanges(offered, ranges([31005, 31006], [31500, 31500]));
    expect(printRanges(rest)).toBe("[31000-31004, 31007-31499, 31501-32000]");
    expect(printRanges(addRanges(rest, ranges([31005, 31006], [31500, 31500])))).toBe("[31000-32000]");
  });

  test("neighbours become one interval, overlaps too", () => {
    expect(coalesceRanges(ranges([3, 4], [1, 2]))).toEqual(ranges([1, 4]));
    expect(coalesceRanges(ranges([1, 10], [2, 3], [10, 12]))).toEqual(ranges([1, 12]));
    expect(coalesceRanges(ranges([1, 1], [3, 3]))).toEqual(ranges([1, 1], [3, 3]));
  });

  test("one hole may span several intervals, one interval several holes", () => {
    const left = ranges([1, 5], [10, 15], [20, 25]);
    expect(subtractRanges(left, ranges([4, 21]))).toEqual(ranges([1, 3], [22, 25]));
    expect(subtractRanges(left, ranges([1, 1], [3, 3], [5, 10]))).toEqual(
      ranges([2, 2], [4, 4], [11, 15], [20, 25]),
    );
    expect(subtractRanges(left, ranges([0, 100]))).toEqual([]);
  });

  test("taking what is not there changes nothing, not even the object", () => {
    expect(subtractRanges(offered, ranges([1, 30999], [32001, 40000]))).toBe(offered);
    expect(coalesceRanges(offered)).toBe(offered);
  });

  test("being contained does not depend on where intervals are cut", () => {
    expect(containsRanges(ranges([1, 2], [3, 4]), ranges([2, 3]))).toBe(true);
    expect(containsRanges(ranges([1, 2], [4, 5]), ranges([2, 4]))).toBe(false);
    expect(containsRanges(offered, ranges([30990, 31010]))).toBe(false);
    expect(containsRanges(offered, [])).toBe(true);
    expect(equalRanges(ranges([1, 2], [3, 4]), ranges([1, 4]))).toBe(true);
  });

  test("intersection and number", () => {
    expect(intersectRanges(ranges([1, 5], [10, 15]), ranges([4, 11], [15, 20]))).toEqual(
      ranges([4, 5], [10, 11], [15, 15]),
    );
    expect(countRanges(ranges([31000, 31000], [31005, 31006]))).toBe(3);
  });
});
