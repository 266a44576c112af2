/** One per cent of a full cluster changes every second: how long from "resources are free" to "the offer exists"? */
import type { AllocatorOffer } from "../../src/allocator/allocator.ts";
import type { Question } from "../harness.ts";
import { BenchCluster, must } from "./cluster.ts";
import { populate } from "./decline-offers.ts";

const AGENTS = 10_000;
const CHANGES = 1_000;

export const churn: Question = {
  id: "A8",
  name: "10,000 agents x 1,000 frameworks, all in use; tasks end one by one",
  run(report) {
    const { cluster, offers } = populate({ agents: AGENTS, frameworks: 1_000, roleOf: () => "*" });
    const tasks = [...offers];
    for (const { agentId, resources } of tasks) {
      must(cluster.allocator.transitionOfferedToAllocated(agentId, resources));
    }
    cluster.tick();
    const samples: number[] = [];
    const kernel: number[] = [];
    for (let i = 0; i < CHANGES; i++) {
      const at = (i * 7919) % tasks.length;
      const from = performance.now();
      const again = replace(cluster, tasks[at]!);
      samples.push(performance.now() - from);
      kernel.push(cluster.kernelMs);
      must(cluster.allocator.transitionOfferedToAllocated(again.agentId, again.resources));
      tasks[at] = again;
    }
    const warm = samples.slice(100);
    report.add("from free to offered", "ms", warm);
    report.add("from free to offered, kernel only", "ms", kernel.slice(100));
    const slow = warm.toSorted((a, b) => a - b)[Math.floor(warm.length * 0.99)]!;
    report.add("from free to offered, slowest of a hundred", "ms", [slow], { goal: 2 });
  },
};

/** A task ends; a run over all agents is asked for, as the master does when something was freed. */
function replace(cluster: BenchCluster, { frameworkId, agentId, resources }: AllocatorOffer): AllocatorOffer {
  must(cluster.allocator.recoverResources(frameworkId, agentId, resources, undefined, "allocated"));
  const offers = cluster.tick();
  if (offers.length !== 1) throw new Error(`expected one offer, there are ${offers.length}`);
  return offers[0]!;
}
