/** Stories of machines that are to be repaired. */
import { describe, expect, it } from "vitest";
import { readAcls } from "../../../../src/model/acl/acls.ts";
import { createAuthorizer } from "../../../../src/model/acl/authorizer.ts";
import { AGENT, comesBack, joins } from "../../../support/cast.ts";
import { messages } from "../../../support/driven-master.ts";
import { cluster, task } from "../cluster.ts";
import type { Cluster } from "../cluster.ts";

const NODE1 = { hostname: "NODE1", ip: "10.0.0.1" };
const HOUR = { nanoseconds: 3_600_000_000_000 };
const schedule = (...machine_ids: object[]) => ({
  type: "UPDATE_MAINTENANCE_SCHEDULE",
  update_maintenance_schedule: { schedule: { windows: machine_ids.length === 0 ? [] : [
    { machine_ids, unavailability: { start: { nanoseconds: 1_900_000_000_000_000_000n }, duration: HOUR } },
  ] } },
});
const start = (...machines: object[]) => ({ type: "START_MAINTENANCE", start_maintenance: { machines } });
const stop = (...machines: object[]) => ({ type: "STOP_MAINTENANCE", stop_maintenance: { machines } });
/** 64 bits do not fit a number. */
const json = (call: object) => JSON.parse(JSON.stringify(call, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)));
const ask = (story: Cluster, call: object) => story.operator(json(call));
const modes = (story: Cluster) => [...story.driven.master.machines.values()].map(({ id, mode }) => `${id.hostname} ${mode}`);

describe("planned maintenance", () => {
  it("is told to all who are offered the machine or run there; the others keep their offers", () => {
    const story = cluster().agents(2, "cpus:4;mem:1024");
    const web = story.framework("web");
    story.pass(1);
    const there = web.offers.find(({ hostname }) => hostname === "node1")!;
    expect(ask(story, schedule(NODE1))).toBe("200");
    expect(web.events("RESCIND").map(({ rescind }) => rescind!.offer_id)).toEqual([there.id]);
    story.pass(6);
    const again = web.offers.find(({ hostname }) => hostname === "node1")!;
    expect(again.unavailability).toEqual({ start: { nanoseconds: 1_900_000_000_000_000_000n }, duration: { nanoseconds: 3_600_000_000_000n } });
    web.launch([task("t1", "cpus:1;mem:10", again)], [again]);
    story.pass(6);
    expect(web.events("INVERSE_OFFERS").length).toBeGreaterThan(0);
    expect(ask(story, schedule()), "it is called off").toBe("200");
    expect(web.events("RESCIND_INVERSE_OFFER")).toHaveLength(web.events("INVERSE_OFFERS").length);
    expect(story.driven.master.agents.get(story.agentIds[0]!)!.unavailability).toBeUndefined();
    expect(modes(story)).toEqual([]);
  });

  it("begins: agents there are shut down and lost, and may not come back before it ends", () => {
    const story = cluster().agents(2, "cpus:4;mem:1024");
    const web = story.framework("web", { capabilities: [{ type: "MULTI_ROLE" }, { type: "PARTITION_AWARE" }] });
    story.pass(1);
    const there = web.offers.find(({ hostname }) => hostname === "node1")!;
    web.launch([task("t1", "cpus:1;mem:10", there)], [there]);
    const [id] = story.agentIds;
    expect(ask(story, start(NODE1)), "it was never planned").toMatch(/^400 .*is not in DRAINING mode and cannot be brought down$/);
    ask(story, schedule(NODE1));
    expect(ask(story, start(NODE1))).toBe("200");
    expect(messages(story.driven.said, "mesos.internal.ShutdownMessage")).toEqual([{ message: "Operator initiated 'Machine DOWN'" }]);
    expect(web.taskStates).toEqual({ t1: "TASK_LOST REASON_AGENT_REMOVED" });
    expect(story.driven.master.agents.has(id!)).toBe(false);
    expect([...story.driven.store.keys()].filter((key) => key.startsWith("agent/"))).toEqual([`agent/${story.agentIds[1]}`]);

    const next = story.failover();
    expect(modes(next)).toEqual(["NODE1 DOWN"]);
    comesBack(next.driven, id!);
    expect(messages(next.driven.said, "mesos.internal.ShutdownMessage").at(-1)).toEqual({ message: "Machine is `DOWN`" });
    expect(ask(next, schedule()), "it is down").toMatch(/^400 .*is deactivated and cannot be removed from the schedule$/);
    expect(ask(next, stop(NODE1))).toBe("200");
    expect(next.ask("GET_MAINTENANCE_SCHEDULE")).toEqual({ schedule: {} });
    expect([...next.driven.store.keys()].filter((key) => /^(machine|schedule)/.test(key))).toEqual([]);
    expect(joins(next.driven, AGENT)).not.toBe(id);
  });

  it("is remembered: a machine that is up again, or was taken from the schedule, is known to this leader", () => {
    const story = cluster();
    const [m1, m2] = [{ hostname: "m1" }, { hostname: "m2" }];
    expect(ask(story, stop(m1))).toMatch(/^400 .*is not part of a maintenance schedule$/);
    ask(story, schedule(m1, m2));
    ask(story, start(m1));
    expect(ask(story, stop(m1))).toBe("200");
    expect(ask(story, stop(m1)), "it is up").toMatch(/^400 .*is not in DOWN mode and cannot be brought up$/);
    expect(ask(story, schedule()), "m2 is not to be repaired after all").toBe("200");
    expect(ask(story, start(m2))).toMatch(/^400 .*is not in DRAINING mode and cannot be brought down$/);
    expect(ask(story.failover(), start(m2)), "the next leader never heard of it")
      .toMatch(/^400 .*is not part of a maintenance schedule$/);
  });

  it("begins and ends for those only who may; what they get wrong before the first machine, they hear first", () => {
    const acls = readAcls({ start_maintenances: [{ principals: { type: "ANY" }, machines: { type: "NONE" } }] });
    if (!acls.ok) throw new Error(acls.error);
    const story = cluster({ authorizer: createAuthorizer(acls.value) });
    ask(story, schedule({ hostname: "m1" }));
    expect(ask(story, start({ hostname: "m1" }, { hostname: "nowhere" }))).toBe("403 403 Forbidden.");
    expect(ask(story, start({ hostname: "nowhere" }, { hostname: "m1" }))).toMatch(/^400 .*is not part of a maintenance schedule$/);
    expect(ask(story, start({ hostname: "m1" }, { hostname: "m1" }))).toMatch(/^400 .*appears more than once in the schedule$/);
  });

  it("that is on its way into the registry counts for the next call", () => {
    const story = cluster();
    ask(story, schedule(NODE1));
    story.driven.isStoreSlow = true;
    expect(ask(story, start(NODE1))).toBeUndefined();
    expect(ask(story, schedule())).toMatch(/^400 .*cannot be removed from the schedule$/);
    expect(ask(story, stop(NODE1)), "up again before it was down").toBeUndefined();
    story.driven.persist();
    expect(modes(story)).toEqual([]);
  });
});
