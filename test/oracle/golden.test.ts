import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { printDifference } from "../golden/allocator/difference.ts";
import type { RecordedScenario } from "../golden/allocator/format.ts";
import { replay } from "../golden/allocator/replay.ts";
import { corpusFiles, loadScenarios, namedFiles } from "../golden/allocator/scenario.ts";
import { oracle } from "./allocator.ts";
import { AS_RECORDED } from "./quirks.ts";
import type { Quirks } from "./quirks.ts";

function firstDifference(scenario: RecordedScenario, quirks: Quirks = AS_RECORDED): string | undefined {
  const difference = replay(scenario, oracle(quirks));
  return difference && printDifference(difference);
}

function named(name: string): RecordedScenario {
  const file = namedFiles().find((path) => basename(path) === `${name}.jsonl`);
  return loadScenarios(file!)[0]!;
}

describe("the oracle decides as the original did: one rule each", () => {
  for (const file of namedFiles()) {
    for (const scenario of loadScenarios(file)) {
      it(`${scenario.name}: ${scenario.shows}`, () => {
        expect(firstDifference(scenario)).toBeUndefined();
      });
    }
  }
});

describe("the oracle decides as the original did: random clusters", () => {
  for (const file of corpusFiles()) {
    it(`family ${basename(file, ".jsonl.gz")}`, () => {
      const differences = loadScenarios(file)
        .map((scenario) => firstDifference(scenario))
        .filter((difference) => difference !== undefined);
      expect(differences).toEqual([]);
    });
  }
});

describe("each quirk is one switch, and a recording shows it", () => {
  const shownBy: Record<keyof Quirks, string> = {
    quotaBindsOnlyItsOwnRole: "quota_limit_not_applied_to_children",
    weightsCachedAtFirstSort: "weight_change_inner_role_ignored",
    sharedVolumeOfferedOftenPerRun: "shared_volume_offered_again_while_used",
    acceptedInverseOfferRepeated: "maintenance_inverse_offers",
  };
  for (const [quirk, name] of Object.entries(shownBy)) {
    it(`without ${quirk}, ${name} comes out differently`, () => {
      expect(firstDifference(named(name), { ...AS_RECORDED, [quirk]: false })).toContain(name);
    });
  }
});
