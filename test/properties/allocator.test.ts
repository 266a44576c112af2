import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runInline } from "../../src/shell/pool/inline.ts";
import { kernelEngine, kernelEngineWith } from "../golden/allocator/kernel-engine.ts";
import { oracle } from "../oracle/allocator.ts";
import { compareEngines, printParting } from "../oracle/compare.ts";
import { STRICT } from "../oracle/quirks.ts";
import { randomScript } from "../oracle/random-cluster.ts";
import { kernelModule } from "../support/kernel-module.ts";

/** ALLOT_CLUSTERS=50000 for a long look. */
const CLUSTERS = Number(process.env["ALLOT_CLUSTERS"] ?? 300);

describe("the kernel and the slow allocator decide alike", () => {
  it("without quirks, too", () => {
    const strict = kernelEngineWith(runInline(kernelModule), { strict: true });
    fc.assert(
      fc.property(randomScript(), (script) => {
        const parting = compareEngines(script, oracle(STRICT), strict);
        expect(parting && printParting(parting)).toBeUndefined();
      }),
      { numRuns: CLUSTERS / 2 },
    );
  }, 3_600_000);

  it(`on ${CLUSTERS} random clusters`, () => {
    fc.assert(
      fc.property(randomScript(), (script) => {
        const parting = compareEngines(script, oracle(), kernelEngine, { compareFinal: true });
        expect(parting && printParting(parting)).toBeUndefined();
      }),
      { numRuns: CLUSTERS },
    );
  }, 3_600_000);
});
