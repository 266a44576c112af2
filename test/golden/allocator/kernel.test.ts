import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { printDifference } from "./difference.ts";
import { kernelEngine } from "./kernel-engine.ts";
import { replay } from "./replay.ts";
import { corpusFiles, loadScenarios, namedFiles } from "./scenario.ts";

describe("the kernel decides as the original did: one rule each", () => {
  for (const file of namedFiles()) {
    for (const scenario of loadScenarios(file)) {
      it(`${scenario.name}: ${scenario.shows}`, () => {
        const difference = replay(scenario, kernelEngine);
        expect(difference && printDifference(difference)).toBeUndefined();
      });
    }
  }
});

describe("the kernel decides as the original did: random clusters", () => {
  for (const file of corpusFiles()) {
    it(`family ${basename(file, ".jsonl.gz")}`, () => {
      const differences = loadScenarios(file)
        .map((scenario) => replay(scenario, kernelEngine))
        .filter((difference) => difference !== undefined);
      expect(differences.map(printDifference)).toEqual([]);
    });
  }
});
