/** Everybody has refused every agent: a tick that can offer nothing. What counts besides time is memory. */
import { timed, residentMb } from "../harness.ts";
import type { Question } from "../harness.ts";
import type { AgentId } from "../../src/model/id.ts";
import { BenchCluster, must, resources } from "./cluster.ts";
import { TOTAL } from "./decline-offers.ts";

const LONGEST_SECONDS = 2 ** 31 - 1;

export function saturated(
  id: string, agents: number, frameworks: number, goals: { readonly cycle: number; readonly mb: number },
): Question {
  return {
    id,
    name: `saturated, ${agents} agents x ${frameworks} frameworks: nothing can be offered`,
    run(report) {
      const before = residentMb();
      const cluster = new BenchCluster();
      const total = resources(TOTAL);
      const [first] = Array.from({ length: agents }, (_, i) => cluster.addAgent(`agent-S${i}`, total)) as [AgentId];
      for (let i = 0; i < frameworks; i++) cluster.addFramework(`framework-${i}`, "*");
      let offers = cluster.settle().offers;
      let rounds = 0;
      while (offers.length > 0) {
        cluster.decline(offers, LONGEST_SECONDS);
        offers = cluster.tick();
        rounds++;
      }
      for (let i = 0; i < 5; i++) cluster.tick();
      const samples: number[] = [];
      for (let i = 0; i < 50; i++) {
        // Where nothing happens there is no run (see A11): something has to.
        must(cluster.allocator.activateAgent(first));
        samples.push(timed(() => void cluster.tick()));
      }
      report.add("tick", "ms", samples, { goal: goals.cycle });
      report.add("memory", "MB", [residentMb() - before], { goal: goals.mb });
      report.say(`${agents * frameworks} filters after ${rounds} rounds`);
    },
  };
}
