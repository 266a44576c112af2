/** Runs of the simulator for tests: what went wrong is told with the last lines of the trace and the command that repeats it. */
import { failureReport } from "../../src/sim/report.ts";
import { commandOf, scenario } from "../../src/sim/scenario.ts";
import type { Scenario } from "../../src/sim/scenario.ts";
import { Simulation } from "../../src/sim/simulation.ts";
import type { Outcome } from "../../src/sim/simulation.ts";
import { kernelModule } from "./kernel-module.ts";

/** Whatever happened. */
export function simulated(seed: number, wishes: Partial<Scenario> = {}): Outcome {
  return new Simulation(scenario({ kernel: kernelModule, seed, ...wishes })).run();
}

/** A run in which nothing may go wrong. */
export function faultlessly(seed: number, wishes: Partial<Scenario> = {}): Outcome {
  const outcome = simulated(seed, wishes);
  if (outcome.violations.length > 0) {
    throw new Error(failureReport(outcome, commandOf(scenario({ kernel: kernelModule, seed, ...wishes }))));
  }
  return outcome;
}
