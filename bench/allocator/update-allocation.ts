/**
 * Mesos' UpdateAllocation: one agent with 800 labelled reservations; its framework unreserves and reserves all of
 * them.
 */
import type { Resource } from "../../src/model/gen/mesos.ts";
import { allocate, sum, unreserve } from "../../src/model/resources.ts";
import { timed } from "../harness.ts";
import type { Question } from "../harness.ts";
import { BenchCluster, must } from "./cluster.ts";

const RESERVATIONS = 200;
const REPETITIONS = 20;
const SAMPLES = 15;
const ROLE = "role-of-the-reservations";

export const updateAllocation: Question = {
  id: "A6",
  name: "one agent with 800 labelled reservations: 20 RESERVE and 20 UNRESERVE",
  run(report) {
    const samples: number[] = [];
    const objects: Resource[] = [];
    for (let i = 0; i < RESERVATIONS; i++) {
      const labels = { labels: [{ key: "Label", value: `value-of-label-${i}-abcdefghijklmnopqrst` }] };
      const reservations = [{ type: "DYNAMIC" as const, role: ROLE, labels }];
      for (const name of ["cpus", "mem", "disk"]) {
        objects.push({ name, type: "SCALAR", scalar: { value: 100 }, reservations });
      }
      objects.push({ name: "ports", type: "RANGES", ranges: { range: [{ begin: 2, end: 2 }] }, reservations });
    }
    const total = sum(objects);
    const held = allocate(total, ROLE);
    const bare = unreserve(held);
    for (let sample = 0; sample < SAMPLES + 2; sample++) {
      const cluster = new BenchCluster();
      const framework = cluster.addFramework("framework-1", ROLE);
      const agent = cluster.addAgent("agent-S1", total, new Map([[framework, held]]));
      cluster.settle();
      const ms = timed(() => {
        for (let i = 0; i < REPETITIONS; i++) {
          must(cluster.allocator.updateAllocation(framework, agent, held, [{ consumed: held, converted: bare }]));
          must(cluster.allocator.updateAllocation(framework, agent, bare, [{ consumed: bare, converted: held }]));
        }
      });
      if (sample >= 2) samples.push(ms);
    }
    report.add("20 RESERVE and 20 UNRESERVE", "ms", samples, { goal: 4 });
  },
};
