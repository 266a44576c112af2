/**
 * Mesos' LargeAndSmallQuota: 3,000 agents, 2,500 roles with a small and 500 with a large quota, one framework each,
 * limits equal to guarantees, and exactly as much in the cluster as is guaranteed.
 */
import type { RoleQuota } from "../../src/allocator/allocator.ts";
import { parseQuantities } from "../../src/model/quantities.ts";
import { CpuClock, timed } from "../harness.ts";
import type { Question } from "../harness.ts";
import { BenchCluster, resources, role } from "./cluster.ts";

const SMALL_ROLES = 2_500;
const LARGE_ROLES = 500;
const AGENTS = SMALL_ROLES / 5 + LARGE_ROLES * 5;
const SAMPLES = 15;

export const quota: Question = {
  id: "A4",
  name: "3,000 agents, 2,500 roles with small and 500 with large quota",
  run(report) {
    const adding: number[] = [];
    const first: number[] = [];
    const kernel: number[] = [];
    const none: number[] = [];
    const total = resources("cpus:2;mem:2048;disk:2048");
    const cpu = new CpuClock();
    let made = 0;
    for (let sample = 0; sample <= SAMPLES; sample++) {
      const cluster = new BenchCluster();
      for (let i = 0; i < AGENTS; i++) cluster.addAgent(`agent-S${i}`, total);
      cluster.settle();
      const roles = [...names("small", SMALL_ROLES), ...names("large", LARGE_ROLES)];
      // The benchmark sets quotas while allocation is paused, so that the first run sees them all.
      for (const name of roles) cluster.setQuota(role(name), name.startsWith("small") ? SMALL : LARGE);
      const addingMs = timed(() => {
        for (const name of roles) cluster.addFramework(`framework-${name}`, name);
      });
      let offers = 0;
      const firstMs = timed(() => {
        offers = cluster.settle().offers.length;
      });
      const kernelMs = cluster.kernelMs;
      const noneMs = timed(() => void cluster.tick());
      if (sample === 0) continue;
      made = offers;
      adding.push(addingMs);
      first.push(firstMs);
      kernel.push(kernelMs);
      none.push(noneMs);
    }
    report.add("adding 3,000 frameworks", "ms", adding, { goal: 30 });
    report.add("first round", "ms", first, { goal: 10 });
    report.add("first round, kernel only", "ms", kernel);
    report.add("round with nothing left", "ms", none, { goal: 2 });
    report.add("CPU time of all, per sample", "ms", [cpu.lap() / (SAMPLES + 1)]);
    report.say(`${made} offers in the first round`);
  },
};

const SMALL = quotaOf("cpus:1;mem:1024;disk:1024");
const LARGE = quotaOf("cpus:4;mem:4096;disk:4096");

function quotaOf(text: string): RoleQuota {
  const quantities = parseQuantities(text);
  if (!quantities.ok) throw new Error(quantities.error);
  return { guarantees: quantities.value, limits: quantities.value };
}

function names(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}-quota-role-${i}`);
}
