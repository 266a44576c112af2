import { describe, expect, it } from "vitest";
import { agentId, frameworkId, roleName } from "../../../src/model/id.ts";
import { amounts, must, SmallCluster, told } from "../../support/small-cluster.ts";

describe("a run", () => {
  it("gives an agent whole to the role with the smallest share, and the next to the other", () => {
    const cluster = new SmallCluster().framework("web", "a").framework("ml", "b");
    cluster.agent("S1", "cpus:4;mem:4096").agent("S2", "cpus:4;mem:4096");
    expect(told(cluster.offers())).toEqual(["ml S2 cpus:4; mem:4096", "web S1 cpus:4; mem:4096"]);
  });

  it("is over the new agent only when an agent comes, over all at the tick", () => {
    const cluster = new SmallCluster().framework("web", "a").agent("S1", "cpus:1");
    cluster.decline(cluster.offers(), 0);
    cluster.agent("S2", "cpus:2");
    expect(told(cluster.offers())).toEqual(["web S2 cpus:2"]);
    expect(told(cluster.tick())).toEqual(["web S1 cpus:1"]);
  });

  it("is wanted once, whatever asks for it", () => {
    const cluster = new SmallCluster().framework("web", "a").framework("ml", "b").agent("S1", "cpus:1");
    cluster.allocator.tick(1000);
    cluster.offers();
    expect(cluster.allocator.runs()).toBe(1);
  });

  it("still compares a role at its limit with the only one beside it, which has been given much meanwhile", () => {
    const cluster = new SmallCluster({ minAllocatable: [new Map([["cpus", 10]])] });
    cluster.quota("a", {}, { cpus: 1 }).framework("full", "a").agent("S1", "cpus:1");
    expect(told(cluster.offers())).toEqual(["full S1 cpus:1"]);
    cluster.framework("free", "a/x").agent("S2", "cpus:4").agent("S3", amounts("cpus:4;cpus(a):1"));
    const offers = cluster.offers().map(({ frameworkId: name, agentId: agent, resources }) =>
      [name, agent, resources.map(({ scalar }) => scalar!.value)]);
    expect(offers, "it has less, so what is kept for it is its own").toEqual([
      ["free", "S2", [4]], ["full", "S3", [1]], ["free", "S3", [4]],
    ]);
  });

  it("joins what both stages give a framework of an agent into one offer", () => {
    const cluster = new SmallCluster().quota("a", { cpus: 1 }, { cpus: 1 }).framework("web", "a");
    cluster.agent("S1", amounts("cpus:4;mem(a):64"));
    const offers = cluster.offers();
    expect(offers.length).toBe(1);
    const names = offers[0]!.resources.map(({ name, scalar }) => `${name}:${scalar!.value}`);
    expect(names.sort()).toEqual(["cpus:1", "mem:64"]);
  });
});

describe("offers", () => {
  it("carry the role in every resource, as master and scheduler expect it", () => {
    const cluster = new SmallCluster().framework("web", "a/b").agent("S1", "cpus:1;ports:[1-2]");
    for (const resource of cluster.offers()[0]!.resources) expect(resource.allocation_info).toEqual({ role: "a/b" });
  });

  it("are the very same list again when the same agent is offered to the same role again", () => {
    const cluster = new SmallCluster().framework("web", "a").agent("S1", "cpus:1;mem:10");
    const first = cluster.offers();
    cluster.decline(first, 0);
    expect(cluster.tick()[0]!.resources).toBe(first[0]!.resources);
  });
});

describe("while a cycle runs", () => {
  it("the master goes on, and offers it has overtaken are dropped and made again", () => {
    const cluster = new SmallCluster().framework("web", "a").agent("S1", "cpus:1").agent("S2", "cpus:2");
    const { allocator } = cluster;
    const job = allocator.beginCycle(0);
    must(allocator.updateAgent(agentId("S1"), { hostname: "S1", id: { value: "S1" } }, amounts("cpus:8")));
    const finished = allocator.finishCycle(cluster.perform(job), 0);
    expect(told(finished.offers)).toEqual(["web S2 cpus:2"]);
    expect(finished.dropped).toBe(1);
    expect(told(cluster.offers())).toEqual(["web S1 cpus:8"]);
  });

  it("a framework that is suppressed gets nothing of that cycle", () => {
    const cluster = new SmallCluster().framework("web", "a").agent("S1", "cpus:1");
    const job = cluster.allocator.beginCycle(0);
    must(cluster.allocator.suppressRoles(frameworkId("web"), new Set([roleName("a")])));
    const finished = cluster.allocator.finishCycle(cluster.perform(job), 0);
    expect(finished).toMatchObject({ offers: [], dropped: 1 });
    expect(cluster.allocator.available(agentId("S1"))).toEqual(amounts("cpus:1"));
  });

  it("a cycle that did not take place is asked for again and loses nothing", () => {
    const cluster = new SmallCluster().framework("web", "a").agent("S1", "cpus:1");
    const { cycle } = cluster.allocator.beginCycle(0);
    expect(cluster.allocator.finishCycle({ cycle, status: 2 }, 0).offers).toEqual([]);
    expect(told(cluster.offers())).toEqual(["web S1 cpus:1"]);
    expect(cluster.allocator.runs()).toBe(1);
  });

  it("a refusal and its end both wait, and come in order", () => {
    const cluster = new SmallCluster().framework("web", "a").agent("S1", "cpus:1").agent("S2", "cpus:1");
    const offers = cluster.offers();
    cluster.allocator.tick(1000);
    const job = cluster.allocator.beginCycle(1000);
    cluster.nowMs = 1000;
    cluster.decline(offers, 3);
    cluster.allocator.expire(4000);
    cluster.allocator.finishCycle(cluster.perform(job), 4000);
    expect(cluster.allocator.role(roleName("a"))!.filters).toBe(0);
    cluster.nowMs = 4000;
    expect(told(cluster.tick())).toEqual(["web S1 cpus:1", "web S2 cpus:1"]);
  });
});

describe("many kinds of resources", () => {
  const many = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, i) => `kind${from + i}:${i + 1}`).join(";");

  it("may come at any time, and refusals made before still hold", () => {
    const cluster = new SmallCluster().framework("web", "a").framework("ml", "b").agent("S1", "cpus:1;mem:10");
    const refused = cluster.offers();
    cluster.decline(refused, 100);
    cluster.agent("S2", many(0, 20));
    expect(told(cluster.offers()).map((line) => line.slice(0, 6))).toEqual(["ml S2 "]);
    expect(told(cluster.tick())).toEqual(["ml S1 cpus:1; mem:10"]);
  });

  it("may come while a cycle runs", () => {
    const cluster = new SmallCluster().framework("web", "a").agent("S1", "cpus:1;mem:10");
    const job = cluster.allocator.beginCycle(0);
    cluster.agent("S2", many(0, 40));
    expect(told(cluster.allocator.finishCycle(cluster.perform(job), 0).offers)).toEqual(["web S1 cpus:1; mem:10"]);
    expect(cluster.offers().map(({ resources }) => resources.length)).toEqual([40]);
    const { total, offeredOrAllocated } = cluster.allocator.totals();
    expect([...offeredOrAllocated]).toEqual([...total]);
  });
});

describe("strict behaviour", () => {
  it("a limit on a role bounds frameworks in its children", () => {
    const limited = (strict: boolean): string[] => {
      const cluster = new SmallCluster({ strict }).quota("eng", {}, { cpus: 1 });
      return told(cluster.framework("web", "eng/web").agent("S1", "cpus:4").offers());
    };
    expect(limited(false)).toEqual(["web S1 cpus:4"]);
    expect(limited(true)).toEqual(["web S1 cpus:1"]);
  });

  it("a weight of an inner role counts whenever it is set", () => {
    const first = (strict: boolean): string => {
      const cluster = new SmallCluster({ strict }).framework("web", "teams/web").framework("dev", "ops");
      for (let i = 1; i <= 2; i++) cluster.agent(`S${i}`, "cpus:1");
      cluster.offers();
      must(cluster.allocator.updateWeights(new Map([[roleName("teams"), 10]])));
      cluster.agent("S3", "cpus:1");
      return told(cluster.offers())[0]!;
    };
    expect(first(false)).toBe("dev S3 cpus:1");
    expect(first(true)).toBe("web S3 cpus:1");
  });
});
