/** A small map is a Map that weighs little while it holds little. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SmallMap } from "../../../src/model/small-map.ts";

describe("a small map", () => {
  it("says the same as a Map, whatever is set, deleted and cleared", () => {
    // Alike but for their ends, as ids are; more of them than a list holds.
    const keys = ["", "a", "b", "id-a", "id-b", "di-b", ...Array.from({ length: 20 }, (_, n) => `id-${n}`)];
    const key = fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...keys) }, { weight: 1, arbitrary: fc.constantFrom("a", "b", "id-a") });
    const step = fc.oneof(
      {
        weight: 20,
        arbitrary: fc.record({ kind: fc.constant("set" as const), key, value: fc.option(fc.nat(9), { nil: undefined }) }),
      },
      { weight: 6, arbitrary: fc.record({ kind: fc.constant("delete" as const), key }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant("clear" as const) }) },
    );
    fc.assert(fc.property(fc.array(step, { maxLength: 60, size: "max" }), (steps) => {
      const [small, map] = [new SmallMap<string, number | undefined>(), new Map<string, number | undefined>()];
      for (const one of steps) {
        if (one.kind === "set") {
          small.set(one.key, one.value);
          map.set(one.key, one.value);
        } else if (one.kind === "delete") {
          expect(small.delete(one.key)).toBe(map.delete(one.key));
        } else {
          small.clear();
          map.clear();
        }
        expect(small.size).toBe(map.size);
        for (const each of keys) {
          expect([each, small.has(each), small.get(each)]).toEqual([each, map.has(each), map.get(each)]);
        }
        expect([...small]).toEqual([...map]);
        expect([...small.keys()]).toEqual([...map.keys()]);
        expect([...small.values()]).toEqual([...map.values()]);
        const seen: unknown[] = [];
        small.forEach((value, at, all) => seen.push([at, value, all === small]));
        expect(seen).toEqual([...map].map(([at, value]) => [at, value, true]));
      }
    }));
  });

  it("may be emptied by whoever walks through it", () => {
    for (const keys of [[], ["a"], ["a", "b", "c"], Array.from({ length: 20 }, String)]) {
      const map = new SmallMap<string, number>();
      keys.forEach((key, i) => map.set(key, i));
      for (const key of map.keys()) map.delete(key);
      expect(map.size).toBe(0);
    }
  });
});
