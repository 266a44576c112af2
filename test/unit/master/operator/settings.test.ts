/**
 * Stories of operators who set quotas and weights. What they are told, word for word, is in the recorded conversations.
 */
import { describe, expect, it } from "vitest";
import { cluster, contents, task } from "../cluster.ts";
import type { Cluster } from "../cluster.ts";

type Amounts = Readonly<Record<string, number>>;
const scalars = (amounts: Amounts) => Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, { value }]));
const quota = (role: string, guarantees: Amounts, limits: Amounts, force = false) => ({
  type: "UPDATE_QUOTA",
  update_quota: { force, quota_configs: [{ role, guarantees: scalars(guarantees), limits: scalars(limits) }] },
});
const weights = (of: Amounts) => ({
  type: "UPDATE_WEIGHTS",
  update_weights: { weight_infos: Object.entries(of).map(([role, weight]) => ({ role, weight })) },
});
const entries = (story: Cluster, prefix: string) => [...story.driven.store.keys()].filter((key) => key.startsWith(prefix)).sort();

describe("a quota", () => {
  it("takes the role's own offers back until it is within its limits, and holds from then on", () => {
    const story = cluster().agents(2, "cpus:4;mem:1024");
    const web = story.framework("web");
    story.pass(1);
    expect(web.offers.map(contents)).toEqual(["cpus:4; mem:1024", "cpus:4; mem:1024"]);
    expect(story.operator(quota("web", {}, { cpus: 4, mem: 1024 }))).toBe("200");
    expect(web.events("RESCIND")).toHaveLength(1);
    story.pass(10);
    expect(web.offers.map(contents)).toEqual(["cpus:4; mem:1024"]);
  });

  it("takes others' offers back until the guarantee can be met", () => {
    const story = cluster().agents(2, "cpus:4;mem:1024");
    const web = story.framework("web");
    story.pass(1);
    const ads = story.framework("ads");
    expect(story.operator(quota("ads", { cpus: 4 }, {}))).toBe("200");
    expect(web.events("RESCIND")).toHaveLength(1);
    story.pass(1);
    expect(ads.offers.map(contents)).toEqual(["cpus:4; mem:1024"]);
    expect(web.offers).toHaveLength(1);
  });

  it("is not set and not answered before it is durable", () => {
    const story = cluster().agents(1, "cpus:4;mem:1024");
    story.driven.isStoreSlow = true;
    expect(story.operator(quota("web", { cpus: 1 }, {}))).toBeUndefined();
    expect(story.driven.master.quotas.size).toBe(0);
    const again = { type: "SET_QUOTA", set_quota: { quota_request: {
      role: "web", guarantee: [{ name: "cpus", type: "SCALAR", scalar: { value: 1 } }],
    } } };
    expect(story.operator(again), "the first is on its way").toMatch(/^400 .*already has quota$/);
    story.driven.persist();
    expect(story.driven.take().filter(({ kind }) => kind === "reply")).toHaveLength(2);
    expect([...story.driven.master.quotas.keys()]).toEqual(["web"]);
  });

  it("is refused below what the role uses, unless it is forced", () => {
    const story = cluster().agents(1, "cpus:4;mem:1024");
    const web = story.framework("web");
    story.pass(1);
    web.launch([task("t1", "cpus:3;mem:10", web.offers[0]!)]);
    const why = "this is more than the requested limits 'cpus:1' (use 'force' flag to bypass this check)";
    const told = `400 Invalid QuotaConfig: Role 'web' is already consuming 'cpus:3; mem:10'; ${why}`;
    expect(story.operator(quota("web", {}, { cpus: 1 }))).toBe(told);
    expect(story.operator(quota("web", {}, { cpus: 1 }, true))).toBe("200");
  });

  it("set the old way is first of all more than the cluster has; forced, it must still be an amount we can count", () => {
    const story = cluster().agents(1, "cpus:4;mem:1024");
    const set = (force: boolean) => story.operator({ type: "SET_QUOTA", set_quota: { quota_request: {
      role: "web", force, guarantee: [{ name: "cpus", type: "SCALAR", scalar: { value: 2e12 } }],
    } } });
    const excess = "Total quota guarantees 'cpus:2000000000000' exceed cluster capacity 'cpus:4; mem:1024'";
    expect(set(false)).toBe(`409 Quota guarantees overcommit the cluster (use 'force' to bypass this check): ${excess}`);
    expect(set(true)).toMatch(/^400 .*values greater than 1 trillion .* are not supported$/);
  });

  it("survives a failover, and the new leader waits for agents before it makes offers", () => {
    const story = cluster().agents(2, "cpus:4;mem:1024");
    story.operator(quota("web", { cpus: 1 }, { cpus: 2.5 }));
    story.operator(quota("none", {}, {}));
    expect(entries(story, "quota/")).toEqual(["quota/web"]);
    expect(entries(story, "minimum-capability/")).toEqual(["minimum-capability/QUOTA_V2"]);
    const next = story.failover();
    expect(next.ask("GET_QUOTA")).toMatchObject({ status: { configs: [
      { role: "web", guarantees: { cpus: { value: 1 } }, limits: { cpus: { value: 2.5 } } },
    ] } });
    expect(next.driven.master.allocator.isPaused()).toBe(true);
    expect(next.operator({ type: "REMOVE_QUOTA", remove_quota: { role: "web" } })).toBe("200");
    expect([...entries(next, "quota/"), ...entries(next, "minimum-capability/")]).toEqual([]);
  });
});

describe("weights", () => {
  it("change who is offered what, and all offers are made anew", () => {
    const story = cluster().agents(4, "cpus:1;mem:100");
    const [web, ads] = [story.framework("web"), story.framework("ads")];
    expect(story.operator(weights({ web: 3, unused: 2 }))).toBe("200");
    story.pass(5);
    expect([web.offers.length, ads.offers.length]).toEqual([3, 1]);
    const before = web.events("RESCIND").length;
    expect(story.operator(weights({ unused: 7 }))).toBe("200");
    expect(web.events("RESCIND").length, "nobody uses that role").toBe(before);
  });

  it("of --weights are remembered the first time; later only what was set counts", () => {
    const story = cluster({ weights: new Map([["web" as never, 2]]) });
    expect(entries(story, "weight/")).toEqual(["weight/web"]);
    expect(story.operator(weights({ "ads/eu": 5 }))).toBe("200");
    const next = story.failover({ weights: new Map([["web" as never, 9]]) });
    expect(next.ask("GET_WEIGHTS")).toEqual({ weight_infos: [{ role: "web", weight: 2 }, { role: "ads/eu", weight: 5 }] });
  });

  it("that are no positive numbers are refused", () => {
    const story = cluster();
    for (const weight of [0, -1, "Infinity"]) {
      expect(story.operator(weights({ web: weight as number })), String(weight)).toMatch(/^400 .*Weights must be positive$/);
    }
    expect(entries(story, "weight/")).toEqual([]);
  });
});
