/** When offers are made and what they say (OFR-01 to OFR-06). */
import { describe, expect, it } from "vitest";
import { printResources } from "../../../src/model/print.ts";
import { frameworkInfo, reports, subscribes } from "../../support/cast.ts";
import { lines, messages } from "../../support/driven-master.ts";
import { cluster, contents, eventJson, task } from "./cluster.ts";

describe("an offer", () => {
  it("says all there is to know of its agent, in the words of its framework", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096;ports:[31000-31009]");
    const web = story.framework("web", { roles: ["web"] });
    expect(web.events("OFFERS").map(eventJson)).toEqual([{
      type: "OFFERS",
      offers: {
        offers: [{
          id: { value: "m-O0" }, framework_id: { value: "m-0000" }, agent_id: { value: "m-S0" }, hostname: "node1",
          url: { scheme: "http", address: { hostname: "node1", ip: "10.0.0.1", port: 5051 }, path: "/slave(1)" },
          resources: [
            {
              name: "ports", type: "RANGES", ranges: { range: [{ begin: 31000, end: 31009 }] }, role: "*",
              allocation_info: { role: "web" },
            },
            { name: "cpus", type: "SCALAR", scalar: { value: 4 }, role: "*", allocation_info: { role: "web" } },
            { name: "mem", type: "SCALAR", scalar: { value: 4096 }, role: "*", allocation_info: { role: "web" } },
          ],
          allocation_info: { role: "web" },
        }],
      },
    }]);
  });

  it("does not tell frameworks of one role about allocation, nor newer ones about the old format", () => {
    const story = cluster().agents(2, "cpus:4");
    const old = story.framework("old", { roles: undefined, role: "old", capabilities: [] });
    expect(old.offers[0]!.allocation_info).toBeUndefined();
    expect(old.offers[0]!.resources).toEqual([{ name: "cpus", type: "SCALAR", scalar: { value: 4 }, role: "*" }]);
    expect(eventJson(old.events("OFFERS")[0]!)).not.toMatchObject({ offers: { offers: [{ allocation_info: {} }] } });
    old.call(
      { type: "DECLINE", decline: { offer_ids: old.offers.map(({ id }) => id), filters: { refuse_seconds: 60 } } },
    );
    const young = story.framework(
      "young", { capabilities: [{ type: "MULTI_ROLE" }, { type: "RESERVATION_REFINEMENT" }] },
    );
    expect(young.offers[0]!.resources?.[0]?.role).toBeUndefined();
  });

  it("comes to a driver with the address of its agent", () => {
    const story = cluster().agents(2, "cpus:4");
    subscribes(story.driven, frameworkInfo());
    const [message] = messages(story.driven.said, "mesos.internal.ResourceOffersMessage");
    expect(message?.offers?.map(({ id }) => id.value)).toEqual(["m-O0", "m-O1"]);
    const numberOf = (hostname: string): number => Number(hostname.replace("node", ""));
    expect(message?.pids).toEqual(message?.offers?.map(({ hostname }) => story.addressOf(numberOf(hostname))));
  });

  it("that nobody answers is taken back after --offer_timeout, and made again", () => {
    const story = cluster({ offerTimeoutMs: 30_000 }).agents(1, "cpus:4");
    const web = story.framework("web");
    story.pass(31);
    expect(web.events("RESCIND").map(({ rescind }) => rescind?.offer_id.value)).toEqual(["m-O0"]);
    expect(web.offers.map(({ id }) => id.value)).toEqual(["m-O1"]);
    expect(web.record.counters.get("offers/rescinded")).toBe(1);
  });

  it("stays as long as it takes without --offer_timeout", () => {
    const web = cluster().agents(1, "cpus:4").framework("web");
    expect(web.events("RESCIND")).toEqual([]);
    expect(web.offers).toHaveLength(1);
  });

  it("never shows ephemeral ports", () => {
    const web = cluster().agents(1, "cpus:4;ephemeral_ports:[32768-33792]").framework("web");
    expect(contents(web.offers[0])).toBe("cpus:4");
    expect(printResources([...web.record.offers.values()][0]!.resources)).toContain("ephemeral_ports");
  });
});

describe("the batch timer", () => {
  it("waits a moment for what ends with a task that has just ended, and never for longer", () => {
    const story = cluster().agents(1, "cpus:4;mem:1024");
    const { driven } = story;
    const web = story.framework("web");
    const ticks: number[] = [];
    const [electedAtMs, tick] = [driven.nowMs, driven.master.allocator.tick];
    driven.master.allocator.tick = (nowMs) => {
      ticks.push(nowMs - electedAtMs);
      tick(nowMs);
    };
    const [offer] = web.offers;
    const ids = ["early", "close", "after", "last"];
    web.launch(ids.map((id) => task(id, "cpus:1;mem:64", offer!)), [offer!], 0);
    const ends = (id: string, atMs: number): void => {
      driven.pass(electedAtMs + atMs - driven.nowMs);
      reports(driven, web.id, story.agentIds[0]!, id, "TASK_FINISHED");
    };
    ends("early", 500);
    ends("close", 1950);
    ends("after", 2010);
    ends("last", 2060);
    driven.pass(1000);
    expect(ticks).toEqual([1000, 2100, 3000]);
  });

  it("ticks at whole intervals since the election, however late a tick is handled", () => {
    const story = cluster();
    const ticks: number[] = [];
    const { driven } = story;
    const electedAtMs = driven.nowMs;
    const tick = driven.master.allocator.tick;
    driven.master.allocator.tick = (nowMs) => {
      ticks.push(nowMs - electedAtMs);
      tick(nowMs);
    };
    driven.pass(2500);
    driven.nowMs += 1700;
    driven.pass(1000);
    expect(ticks).toEqual([1000, 2000, 4200, 5000]);
  });

  it("says nothing on a master that does not lead", () => {
    const story = cluster();
    story.driven.master.electedAtMs = undefined;
    story.driven.take();
    story.pass(100);
    expect(lines(story.driven.take())).toEqual([]);
  });
});
