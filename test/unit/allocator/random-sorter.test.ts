import { describe, expect, it } from "vitest";
import { roleName } from "../../../src/model/id.ts";
import { must, SmallCluster } from "../../support/small-cluster.ts";

const AGENTS = 3000;

/** How many of many equal agents each framework is offered in one run. */
function counts(cluster: SmallCluster): Record<string, number> {
  for (let i = 1; i <= AGENTS; i++) cluster.agent(`S${i}`, "cpus:1");
  const result: Record<string, number> = {};
  for (const { frameworkId: framework } of cluster.offers()) result[framework] = (result[framework] ?? 0) + 1;
  return result;
}

/** Within four standard deviations of what chance alone would give. */
function expectPart(count: number | undefined, part: number): void {
  expect(Math.abs((count ?? 0) - part * AGENTS)).toBeLessThan(4 * Math.sqrt(AGENTS * part * (1 - part)));
}

describe("random sorters", () => {
  it("offer to roles in proportion to their weights at every level of the tree, whatever they have", () => {
    const cluster = new SmallCluster({ roleSorter: "random", frameworkSorter: "random" });
    must(cluster.allocator.updateWeights(new Map([[roleName("a"), 3], [roleName("b/x"), 4]])));
    cluster.framework("a", "a").framework("b-x", "b/x").framework("b-y", "b/y");
    const of = counts(cluster);
    expectPart(of["a"], 3 / 4);
    expectPart(of["b-x"], 1 / 4 * 4 / 5);
    expectPart(of["b-y"], 1 / 4 * 1 / 5);
  });

  it("give the frameworks of a role equal chances", () => {
    const cluster = new SmallCluster({ frameworkSorter: "random" });
    cluster.framework("one", "a").framework("two", "a").framework("three", "a");
    for (const count of Object.values(counts(cluster))) expectPart(count, 1 / 3);
  });

  it("draw the same with the same seed, and something else with another", () => {
    const drawn = (seed: number): Record<string, number> =>
      counts(new SmallCluster({ roleSorter: "random", seed }).framework("one", "a").framework("two", "b"));
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
  });

  it("hand out guarantees as well", () => {
    const cluster = new SmallCluster({ roleSorter: "random", frameworkSorter: "random" });
    cluster.quota("a", { cpus: AGENTS }).framework("one", "a").framework("two", "b");
    expect(counts(cluster)).toEqual({ one: AGENTS });
  });
});
