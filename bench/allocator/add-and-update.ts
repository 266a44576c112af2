/** Mesos' AddAndUpdateSlave: agents arrive with running tasks, then all of them get revocable cpus. */
import type { Resource } from "../../src/model/gen/mesos.ts";
import { agentId } from "../../src/model/id.ts";
import { add } from "../../src/model/resources.ts";
import { MIN_SAMPLES, timed } from "../harness.ts";
import type { Question } from "../harness.ts";
import { BenchCluster, must, resources } from "./cluster.ts";

const AGENTS = 10_000;
const FRAMEWORKS = 1_000;
const BATCH = 250;

export const addAndUpdate: Question = {
  id: "A10",
  name: "10,000 agents x 1,000 frameworks: add all, then update all with revocable cpus",
  run(report) {
    const adding: number[] = [];
    const updating: number[] = [];
    const total = resources("cpus:2;mem:1024;disk:4096;ports:[31000-32000]");
    const used = resources("cpus:1;mem:128;disk:1024;ports:[31126-31510,31512-31623,31810-31852,31854-31964]", "*");
    const oversubscribed: Resource = { name: "cpus", type: "SCALAR", scalar: { value: 10 }, revocable: {} };
    for (let sample = 0; sample <= MIN_SAMPLES; sample++) {
      const cluster = new BenchCluster();
      const ids = Array.from({ length: FRAMEWORKS }, (_, i) =>
        cluster.addFramework(`framework-${i}`, "*", ["REVOCABLE_RESOURCES"]),
      );
      cluster.settle();
      const addingMs = timed(() => {
        for (let i = 0; i < AGENTS; i++) {
          cluster.addAgent(`agent-S${i}`, total, new Map([[ids[i % FRAMEWORKS]!, used]]));
          if (i % BATCH === BATCH - 1) cluster.settle();
        }
        cluster.settle();
      });
      const updatingMs = timed(() => {
        for (let i = 0; i < AGENTS; i++) {
          const name = `agent-S${i}`;
          const info = { hostname: name, id: { value: name } };
          must(cluster.allocator.updateAgent(agentId(name), info, add(total, [oversubscribed])));
          if (i % BATCH === BATCH - 1) cluster.settle();
        }
        cluster.settle();
      });
      if (sample === 0) continue;
      adding.push(addingMs);
      updating.push(updatingMs);
    }
    report.add("adding 10,000 agents, with their offers", "ms", adding, { goal: 60 });
    report.add("updating 10,000 agents, with their offers", "ms", updating, { goal: 40 });
  },
};
