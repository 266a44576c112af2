/** GET /roles: which roles there are, and what each has, is offered and keeps. */
import { describe, expect, it } from "vitest";
import type { Role } from "../../../../src/model/id.ts";
import { quantitiesFrom } from "../../../../src/model/quantities.ts";
import { agentInfo, joins, volume } from "../../../support/cast.ts";
import { resources } from "../../../support/resources.ts";
import { cluster, task } from "../cluster.ts";
import type { Cluster } from "../cluster.ts";
import { read } from "./reading.ts";

interface Shown {
  readonly name: string; readonly weight: number; readonly frameworks: readonly string[];
  readonly allocated: object; readonly offered: object; readonly reserved: object; readonly resources: object;
  readonly quota: { readonly consumed: object; readonly guarantee: object; readonly limit: object };
}

const roles = (story: Cluster): Record<string, Shown> =>
  Object.fromEntries(read(story, "/roles").roles.map((role: Shown) => [role.name, role]));

const EACH = "cpus:4;mem:4096";

describe("roles", () => {
  it("are those that somebody is subscribed to, and those above them", () => {
    const story = cluster();
    const web = story.framework("web", { roles: ["eng/web/prod"] });
    const shown = roles(story);
    expect(Object.keys(shown)).toEqual(["eng", "eng/web", "eng/web/prod"]);
    expect(Object.values(shown).map(({ frameworks }) => frameworks)).toEqual([[], [], [web.id]]);
  });

  it("are those with a weight or a quota, too, whether used or not", () => {
    const story = cluster({ weights: new Map([["heavy" as Role, 2.5]]) });
    story.driven.master.quotas.set("bound" as Role, {
      guarantees: quantitiesFrom({ cpus: { value: 1 } }), limits: quantitiesFrom({ cpus: { value: 2 } }),
    });
    const { bound, heavy } = roles(story);
    expect([bound!.weight, heavy!.weight]).toEqual([1, 2.5]);
    expect(bound!.quota).toMatchObject({ guarantee: { cpus: 1 }, limit: { cpus: 2 }, consumed: {} });
  });

  it("are no others than those of --roles, and the ones above them", () => {
    const roleWhitelist = new Set(["eng/web", "ops"] as Role[]);
    const story = cluster({ roleWhitelist }).agents(1, "cpus(dev):1;cpus:1;mem:64");
    expect(Object.keys(roles(story))).toEqual(["eng", "eng/web", "ops"]);
  });

  it("have what their frameworks have and are offered, and so do the roles above", () => {
    const story = cluster().agents(2, EACH);
    const web = story.framework("web", { roles: ["eng/web"] });
    story.pass(1);
    const [offer] = web.offers;
    web.launch([task("a", "cpus:1;mem:64", offer!)], [offer!]);
    for (const shown of [roles(story)["eng/web"]!, roles(story)["eng"]!]) {
      expect(shown.allocated).toEqual({ cpus: 1, mem: 64 });
      expect(shown.offered).toEqual({ cpus: 4, mem: 4096 });
      expect(shown.resources).toEqual({ cpus: 5, mem: 4160 });
      expect(shown.quota.consumed).toEqual({ cpus: 1, mem: 64 });
    }
  });

  it("keep what is reserved for them: it counts against their quota whether used or not, and once", () => {
    const story = cluster().agents(1, "cpus(eng/web):3;mem(eng/web):1024;cpus:1;mem:1024");
    expect(roles(story)["eng"]).toMatchObject({
      reserved: { cpus: 3, mem: 1024 }, allocated: {}, quota: { consumed: { cpus: 3, mem: 1024 } },
    });
    const web = story.framework("web", { roles: ["eng/web"] });
    story.pass(1);
    web.launch([task("a", "cpus(eng/web):2;mem:64", web.offers[0]!)]);
    expect(roles(story)["eng/web"]).toMatchObject({
      reserved: { cpus: 3, mem: 1024 }, allocated: { cpus: 2, mem: 64 }, quota: { consumed: { cpus: 3, mem: 1088 } },
    });
  });

  it("have a shared volume once, however many tasks use it", () => {
    const story = cluster();
    const shared = { ...volume("web", "v", 100), shared: {} };
    const agentHas = resources("cpus:4;mem:4096;disk:1000");
    const id = joins(story.driven, story.addressOf(1), { agent: agentInfo({ resources: agentHas }) });
    const agent = story.driven.master.agents.get(id)!;
    const web = story.framework("web", {
      capabilities: [{ type: "MULTI_ROLE" }, { type: "SHARED_RESOURCES" }, { type: "RESERVATION_REFINEMENT" }],
    });
    story.pass(1);
    const reserve = { type: "RESERVE", reserve: { resources: [{ ...shared, disk: undefined, shared: undefined }] } };
    const create = { type: "CREATE", create: { volumes: [shared] } };
    const uses = [...resources("cpus:1;mem:64"), shared];
    const tasks = ["a", "b"].map((name) => task(name, "", web.offers[0]!, { resources: uses }));
    web.accept([reserve, create, { type: "LAUNCH", launch: { task_infos: tasks } }]);
    expect(agent.used.hasShared).toBe(true);
    expect(roles(story)["web"]).toMatchObject({ allocated: { cpus: 2, mem: 128, disk: 100 }, reserved: { disk: 100 } });
    expect(read(story, "/metrics/snapshot")).toMatchObject({
      "master/disk_used": 100, "master/cpus_used": 2, "master/disk_total": 1000,
    });
  });
});
