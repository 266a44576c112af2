import { describe, expect, it } from "vitest";
import { frameworkId, roleName } from "../../../src/model/id.ts";
import { SmallCluster } from "../../support/small-cluster.ts";

const FRAMEWORKS = 300;
const LONG_SECONDS = 1_000_000;

describe("refusals of many frameworks on one agent", () => {
  it("count for those who made them, for as long as they last", () => {
    const cluster = new SmallCluster().agent("S1", "cpus:1");
    for (let i = 0; i < FRAMEWORKS; i++) cluster.framework(`F${i}`, "*");
    // Every third refuses for long: so many of the others go that what is known of the agent must be looked at anew.
    let offers = cluster.offers();
    const refused = new Map<string, number>();
    while (offers.length > 0) {
      const seconds = refused.size % 3 === 0 ? LONG_SECONDS : FRAMEWORKS + 1;
      refused.set(offers[0]!.frameworkId, seconds);
      offers = cluster.decline(offers, seconds).tick();
    }
    expect(refused.size).toBe(FRAMEWORKS);
    const reasons = (): string[] => [...refused.keys()].map((name) => {
      const explained = cluster.allocator.explain(frameworkId(name), roleName("*"));
      return explained.ok ? [...explained.value.values()][0]! : explained.error;
    });
    const stillRefused = "framework has refused it for some time";
    expect(new Set(reasons())).toEqual(new Set([stillRefused]));
    cluster.nowMs += 2 * FRAMEWORKS * 1000;
    cluster.allocator.expire(cluster.nowMs);
    expect(reasons()).toEqual([...refused.values()].map((s) => (s === LONG_SECONDS ? stillRefused : "feasible")));
  });
});
