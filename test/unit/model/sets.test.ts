import { expect, test } from "vitest";
import {
  addSets,
  containsSets,
  equalSets,
  intersectSets,
  printSet,
  subtractSets,
} from "../../../src/model/sets.ts";

test("items keep their order and are there once", () => {
  expect(addSets(["b", "a"], ["a", "c"])).toEqual(["b", "a", "c"]);
  expect(subtractSets(["b", "a", "c"], ["a", "x"])).toEqual(["b", "c"]);
  expect(intersectSets(["b", "a", "c"], ["c", "b"])).toEqual(["b", "c"]);
  expect(printSet(["b", "a"])).toBe("{b, a}");
});

test("nothing new, nothing built", () => {
  const zones = ["a", "b"];
  expect(addSets(zones, ["b"])).toBe(zones);
  expect(subtractSets(zones, ["x"])).toBe(zones);
});

test("order is no difference", () => {
  expect(equalSets(["a", "b"], ["b", "a"])).toBe(true);
  expect(equalSets(["a", "b"], ["a"])).toBe(false);
  expect(containsSets(["a", "b"], ["b"])).toBe(true);
  expect(containsSets(["a"], ["a", "b"])).toBe(false);
});

test("a long set behaves like a short one", () => {
  const many = Array.from({ length: 100 }, (_, i) => `item${i}`);
  expect(containsSets(many, ["item99", "item0"])).toBe(true);
  expect(addSets(many, ["item50", "new"])).toHaveLength(101);
  expect(subtractSets(many, many.slice(1))).toEqual(["item0"]);
});
