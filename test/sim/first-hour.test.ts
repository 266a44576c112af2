/** The first hour of a cluster, and of many: nothing is given away twice, everything ends or is reported, and all comes right. */
import { describe, expect, it } from "vitest";
import { ALL_FAULTS } from "../../src/sim/faults.ts";
import { faultlessly } from "../support/simulated.ts";

describe("a quiet hour", () => {
  it("passes in a cluster of 100 agents and 5 schedulers, ten of the agents our own", () => {
    const outcome = faultlessly(7, { agents: 100, realAgents: 10, frameworks: 5 });
    expect(outcome.masterStarts, "nobody fell over").toBe(1);
    expect(outcome.launches, "there was something to do").toBeGreaterThan(500);
    expect(outcome.simulatedMs).toBeGreaterThan(3_600_000);
  }, 120_000);

  it("is the same without the codecs: what is said does not depend on how it is written", () => {
    const wishes = { agents: 10, frameworks: 3, hours: 0.25 };
    const [written, spoken] = [true, false].map((bytes) => faultlessly(11, { ...wishes, bytes }));
    expect(written!.hash).toBe(spoken!.hash);
  });
});

describe("chance", () => {
  const wishes = { agents: 8, realAgents: 2, frameworks: 3, hours: 0.25, faults: ALL_FAULTS };

  it("is decided by the seed to the last message", () => {
    const [one, same, other] = [3, 3, 4].map((seed) => faultlessly(seed, wishes));
    expect(same!.hash).toBe(one!.hash);
    expect(other!.hash).not.toBe(one!.hash);
    expect(one!.faults, "there were faults to decide about").toBeGreaterThan(0);
  });
});

describe("an hour with everything that can go wrong", () => {
  const seeds = Array.from({ length: 16 }, (_, i) => 100 + i);

  it.each(seeds)("seed %i: one master, light agents", (seed) => {
    faultlessly(seed, { agents: 8, frameworks: 3, hours: 0.5, faults: ALL_FAULTS });
  });

  it.each(seeds.slice(0, 8))("seed %i: three masters, our agents", (seed) => {
    faultlessly(seed, { agents: 6, realAgents: 3, frameworks: 2, masters: 3, hours: 0.5, faults: ALL_FAULTS });
  });
});
