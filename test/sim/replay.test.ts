/** What the simulator lives through, with all faults and failovers, is recorded and done again. */
import { describe, expect, it } from "vitest";
import { ALL_FAULTS } from "../../src/sim/faults.ts";
import { scenario } from "../../src/sim/scenario.ts";
import { keptRecord, replayed } from "../support/flight.ts";
import type { KeptRecord } from "../support/flight.ts";
import { kernelModule } from "../support/kernel-module.ts";
import { simulated } from "../support/simulated.ts";

const { master } = scenario({ kernel: kernelModule, seed: 0 });

/** The records of all runs of all masters, by name. */
function recorded(seed: number, wishes: Partial<Parameters<typeof scenario>[0]>): Map<string, KeptRecord> {
  const records = new Map<string, KeptRecord>();
  const flight = (name: string, run: number): KeptRecord => {
    const record = keptRecord(`${name}.${run}`);
    records.set(`${name}.${run}`, record);
    return record;
  };
  simulated(seed, { ...wishes, master: { ...master, flight } });
  return records;
}

describe("a simulated run", () => {
  it.each([11, 13])("of seed %i is done again from its records, from any of their segments on", (seed) => {
    const records = recorded(seed, { agents: 8, frameworks: 4, masters: 2, hours: 0.1, faults: ALL_FAULTS, operations: 120 });
    expect(records.size).toBeGreaterThan(1);
    let begun = 0;
    for (const record of records.values()) {
      const files = record.files();
      const whole = replayed(files);
      expect([files[0]!.name, whole.divergence]).toEqual([files[0]!.name, undefined]);
      for (let first = 1; first < files.length; first++) {
        const part = replayed(files.slice(first));
        expect([files[first]!.name, part.divergence]).toEqual([files[first]!.name, undefined]);
        expect([part.lastEvent, part.hash]).toEqual([whole.lastEvent, whole.hash]);
        begun++;
      }
    }
    expect(begun, "segments that begin with a state").toBeGreaterThan(0);
  });
});
