import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { printDifference } from "./difference.ts";
import type { RecordedScenario } from "./format.ts";
import { kernelEngine } from "./kernel-engine.ts";
import { replay } from "./replay.ts";
import { corpusFiles, loadScenarios, namedFiles } from "./scenario.ts";

function firstDifference(scenario: RecordedScenario): string | undefined {
  const difference = replay(scenario, kernelEngine);
  return difference && printDifference(difference);
}

describe("the kernel decides as the original did: one rule each", () => {
  for (const file of namedFiles()) {
    for (const scenario of loadScenarios(file)) {
      it(`${scenario.name}: ${scenario.shows}`, () => {
        expect(firstDifference(scenario)).toBeUndefined();
      });
    }
  }
});

describe("the kernel decides as the original did: random clusters", () => {
  for (const file of corpusFiles()) {
    it(`family ${basename(file, ".jsonl.gz")}`, () => {
      const differences = loadScenarios(file).map(firstDifference).filter((difference) => difference !== undefined);
      expect(differences).toEqual([]);
    });
  }
});
