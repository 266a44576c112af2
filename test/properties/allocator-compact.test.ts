import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { kernelEngine } from "../golden/allocator/kernel-engine.ts";
import { oracle } from "../oracle/allocator.ts";
import { compareEngines, printParting } from "../oracle/compare.ts";
import { randomScript } from "../oracle/random-cluster.ts";
import { BundleTable } from "../../src/allocator/bundle-table.ts";

vi.mock("../../src/model/limits.ts", async (original) => ({ ...(await original<object>()), SPARE_NUMBERS: -1000 }));

describe("numbers given anew before every cycle", () => {
  it("change no decision", () => {
    const begun = vi.spyOn(BundleTable.prototype, "startAnew");
    fc.assert(
      fc.property(randomScript(), (script) => {
        const parting = compareEngines(script, oracle(), kernelEngine);
        expect(parting && printParting(parting)).toBeUndefined();
      }),
      { numRuns: Number(process.env["ALLOT_CLUSTERS"] ?? 50) },
    );
    expect(begun.mock.calls.length).toBeGreaterThan(300);
  }, 3_600_000);
});
