/**
 * The command line over the recordings: replays files against an engine, prints the first difference of each scenario
 * and how many differ. The program that calls `run` chooses the engine.
 */
import { printDifference } from "./difference.ts";
import { replay } from "./replay.ts";
import { corpusFiles, loadScenarios, namedFiles } from "./scenario.ts";
import type { EngineFactory } from "./under-test.ts";

/** Replays the files (all recordings when none is named) and gives the exit code: 0 if nothing differs. */
export function run(
  files: readonly string[], factory: EngineFactory, print: (line: string) => void = console.log,
): number {
  let scenarios = 0;
  let differ = 0;
  for (const file of files.length > 0 ? files : [...namedFiles(), ...corpusFiles()]) {
    for (const scenario of loadScenarios(file)) {
      scenarios++;
      const difference = replay(scenario, factory);
      if (difference === undefined) continue;
      differ++;
      print(printDifference(difference));
    }
  }
  print(`${scenarios} scenarios, ${differ} differ`);
  return differ === 0 ? 0 : 1;
}
