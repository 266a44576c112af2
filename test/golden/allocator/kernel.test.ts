import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { fromMilli, toMilli } from "../../../src/model/scalar.ts";
import { printDifference } from "./difference.ts";
import type { Quantities, RecordedScenario } from "./format.ts";
import { kernelEngine } from "./kernel-engine.ts";
import { replay } from "./replay.ts";
import { corpusFiles, loadScenarios, namedFiles } from "./scenario.ts";

/**
 * The allocator tells the use of a role in thousandths. The recordings show all digits of a value nobody has done
 * arithmetic on, so those of the final state (of nothing else) are rounded before comparing.
 */
function inThousandths(scenario: RecordedScenario): RecordedScenario {
  const round = (quantities: Quantities): Quantities =>
    Object.fromEntries(Object.entries(quantities).map(([name, value]) => [name, fromMilli(toMilli(value))]));
  const roles = Object.entries(scenario.final.roles).map(([name, use]) => [
    name,
    {
      quota_consumed_by_offers_and_tasks: round(use.quota_consumed_by_offers_and_tasks),
      quota_consumed_by_tasks: round(use.quota_consumed_by_tasks),
      reserved: round(use.reserved),
      reserved_in_use: round(use.reserved_in_use),
    },
  ]);
  return { ...scenario, final: { ...scenario.final, roles: Object.fromEntries(roles) } };
}

function firstDifference(scenario: RecordedScenario): string | undefined {
  const difference = replay(inThousandths(scenario), kernelEngine);
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
