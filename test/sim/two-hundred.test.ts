/**
 * Two hundred small clusters, six minutes each in which about thirty things go wrong, then everything must come right: one
 * master or three, light agents or our own, schedulers over HTTP and with old drivers, an operator who never rests.
 */
import { describe, expect, it } from "vitest";
import { ALL_FAULTS } from "../../src/sim/faults.ts";
import type { FaultPlan } from "../../src/sim/faults.ts";
import type { Scenario } from "../../src/sim/scenario.ts";
import { faultlessly } from "../support/simulated.ts";

const SEEDS = 200;
const hasty: FaultPlan = new Map([...ALL_FAULTS].map(([name, perHour]) => [name, perHour * 4]));
const common = { hours: 0.1, frameworks: 3, busy: 12, operations: 200, faults: hasty } satisfies Partial<Scenario>;
const clusters: readonly (readonly [string, Partial<Scenario>])[] = [
  ["one master, light agents", { ...common, agents: 5 }],
  ["one master, our agents", { ...common, agents: 3, realAgents: 3 }],
  ["three masters, light agents", { ...common, agents: 4, masters: 3 }],
  ["three masters, agents of both kinds", { ...common, agents: 4, realAgents: 2, masters: 3 }],
];

describe.each(clusters)("%s", (_, wishes) => {
  const first = clusters.findIndex(([, other]) => other === wishes);

  it(`${SEEDS / clusters.length} seeds`, () => {
    let [faults, launches] = [0, 0];
    for (let seed = first; seed < SEEDS; seed += clusters.length) {
      const outcome = faultlessly(seed, wishes);
      faults += outcome.faults;
      launches += outcome.launches;
    }
    expect(faults, "there was something to get over").toBeGreaterThan(500);
    expect(launches, "and something to do").toBeGreaterThan(1_000);
  }, 240_000);
});
