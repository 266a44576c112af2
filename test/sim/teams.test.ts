/**
 * A large cluster, made small enough for every day: teams with limits, schedulers that get their work in waves and refuse for
 * long. The whole of it, 10,000 agents and 1,000 schedulers, is `allot simulate --agents=10000 --frameworks=1000`.
 */
import { expect, it } from "vitest";
import { CHECKS } from "../../src/sim/checkers/names.ts";
import { ALL_FAULTS } from "../../src/sim/faults.ts";
import { summary } from "../../src/sim/report.ts";
import { faultlessly } from "../support/simulated.ts";

it("a thousand agents and a hundred schedulers of twenty teams, ten minutes with faults, and then everything comes right", () => {
  const outcome = faultlessly(7, { agents: 1_000, frameworks: 100, hours: 1 / 6, busy: 12, faults: ALL_FAULTS });
  // It was not idle: schedulers were offered much, took little of it, and what they took was run.
  expect(outcome.launches).toBeGreaterThan(1_000);
  expect(outcome.offers).toBeGreaterThan(outcome.launches);
  expect(outcome.faults).toBeGreaterThan(0);
  // Whatever depends on the run was there to be compared, and people are told how often.
  for (const [check, times] of outcome.tries) {
    expect(times, check).toBeGreaterThan(0);
    expect(summary(outcome, 1_000)).toContain(`passed: ${check} (compared ${times} times)`);
  }
}, 300_000);

it("is compared with ten thousand agents, too, some of which are due to be pinged whenever somebody looks", () => {
  const outcome = faultlessly(3, { agents: 10_000, frameworks: 10, hours: 1 / 60 });
  for (const check of [CHECKS.restart, CHECKS.streams] as const) expect(outcome.tries.get(check), check).toBeGreaterThan(0);
}, 300_000);
