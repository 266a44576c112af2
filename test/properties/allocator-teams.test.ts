import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Allocator, AllocatorOffer } from "../../src/allocator/allocator.ts";
import { runInline } from "../../src/shell/pool/inline.ts";
import { kernelEngine, KernelEngine } from "../golden/allocator/kernel-engine.ts";
import type { EngineFactory } from "../golden/allocator/under-test.ts";
import { oracle } from "../oracle/allocator.ts";
import { compareEngines, playScript, printParting } from "../oracle/compare.ts";
import { STRICT } from "../oracle/quirks.ts";
import { randomTeams } from "../oracle/random-teams.ts";
import { kernelModule } from "../support/kernel-module.ts";

/** ALLOT_CLUSTERS=20000 for a long look. */
const CLUSTERS = Number(process.env["ALLOT_CLUSTERS"] ?? 40);

describe("a cycle looks only at what has changed, and decides", () => {
  it("what the slow allocator decides, which looks at everything", () => {
    fc.assert(fc.property(randomTeams(), (script) => {
      const parting = compareEngines(script, oracle(), kernelEngine);
      expect(parting && printParting(parting)).toBeUndefined();
    }), { numRuns: CLUSTERS });
  }, 3_600_000);

  it("the same without quirks", () => {
    fc.assert(fc.property(randomTeams(), (script) => {
      const strict: EngineFactory = (options) => new KernelEngine(options, runInline(kernelModule), { strict: true });
      const parting = compareEngines(script, oracle(STRICT), strict);
      expect(parting && printParting(parting)).toBeUndefined();
    }), { numRuns: CLUSTERS / 2 });
  }, 3_600_000);

  it("what a copy decides that has seen no cycle before, in the same order", () => {
    let offers = 0;
    fc.assert(fc.property(randomTeams(), (script) => {
      playScript(script, watched((made) => (offers += made)), () => {});
    }), { numRuns: CLUSTERS });
    expect(offers).toBeGreaterThan(CLUSTERS);
  }, 3_600_000);
});

/** An engine that asks a copy of itself before every cycle; agents are visited in the order of its seed. */
function watched(count: (offers: number) => void): EngineFactory {
  return (options) => {
    const engine = new KernelEngine(options, runInline(kernelModule), { visitingOrder: undefined });
    const { allocator } = engine;
    const { beginCycle, finishCycle } = allocator;
    let expected: readonly AllocatorOffer[] = [];
    allocator.beginCycle = (nowMs) => {
      expected = allocator.whatIf(nowMs, 1).offers;
      return beginCycle(nowMs);
    };
    allocator.finishCycle = (result, nowMs): ReturnType<Allocator["finishCycle"]> => {
      const finished = finishCycle(result, nowMs);
      expect(finished.offers.map(printed)).toEqual(expected.map(printed));
      count(finished.offers.length);
      return finished;
    };
    return engine;
  };
}

/** Comparable: the order of resources in an offer means nothing. */
function printed({ resources, ...offer }: AllocatorOffer): string {
  return JSON.stringify([offer, resources.map((one) => JSON.stringify(one)).sort()]);
}
