import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oracle } from "./allocator.ts";
import { compareEngines, printParting } from "./compare.ts";
import { AS_RECORDED } from "./quirks.ts";
import type { Quirks } from "./quirks.ts";
import { randomScript } from "./random-cluster.ts";

describe("two engines side by side on random clusters", () => {
  it("an engine never parts from itself: scripts are legal, and decisions depend on nothing else", () => {
    fc.assert(fc.property(randomScript(), (script) => {
      const parting = compareEngines(script, oracle(), oracle());
      expect(parting && printParting(parting)).toBeUndefined();
    }), { numRuns: 100 });
  });

  for (const quirk of Object.keys(AS_RECORDED) as (keyof Quirks)[]) {
    it(`an engine without ${quirk} is found out, and the script that does it is short`, () => {
      const other = oracle({ ...AS_RECORDED, [quirk]: false });
      const same = fc.property(randomScript(), (script) => compareEngines(script, oracle(), other) === undefined);
      const { failed, counterexample } = fc.check(same, { numRuns: 3000, seed: 11 });
      expect(failed).toBe(true);
      expect(compareEngines(counterexample![0], oracle(), other)!.steps.length).toBeLessThan(10);
    });
  }
});
