/** Where the last run gave nothing and nothing has happened since, the next tick is a run that is known to give nothing. */
import { expect, it } from "vitest";
import { BenchCluster, must, resources } from "../../../bench/allocator/cluster.ts";

const SECOND = 1;

it("a settled cluster counts its runs without looking at an agent, until something happens", () => {
  const cluster = new BenchCluster();
  const framework = cluster.addFramework("framework", "*");
  const agent = cluster.addAgent("agent-S0", resources("cpus:4;mem:1024"));
  const offers = cluster.settle().offers;
  expect(offers.length).toBe(1);
  cluster.decline(offers, 10 * SECOND);

  const runs = cluster.allocator.runs();
  for (let second = 1; second <= 5; second++) expect(cluster.tick()).toEqual([]);
  expect(cluster.allocator.runs(), "every tick is a run").toBe(runs + 5);
  cluster.nowMs += 1000;
  cluster.allocator.tick(cluster.nowMs);
  expect(cluster.allocator.wantsCycle(), "the kernel is not asked again").toBe(false);

  must(cluster.allocator.activateAgent(agent));
  cluster.nowMs += 1000;
  cluster.allocator.tick(cluster.nowMs);
  expect(cluster.allocator.wantsCycle(), "whatever it is that happened").toBe(true);
  expect(cluster.settle().offers).toEqual([]);

  for (let second = 8; second < 10; second++) expect(cluster.tick()).toEqual([]);
  expect(cluster.tick().map(({ frameworkId }) => frameworkId), "the refusal is over").toEqual([framework]);
});
