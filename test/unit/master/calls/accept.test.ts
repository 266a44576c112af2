/**
 * What becomes of accepted offers: the running remainder, what goes back and how, and what a bad call leaves alone
 * (OFR-09 to OFR-14).
 */
import { describe, expect, it } from "vitest";
import { resources } from "../../../support/resources.ts";
import { cluster, contents, task } from "../cluster.ts";

const PAIR = [{ type: "MULTI_ROLE" }, { type: "RESERVATION_REFINEMENT" }] as const;
const reserved = (text: string) =>
  resources(text).map((one) => ({ ...one, reservations: [{ type: "DYNAMIC" as const, role: "web" }] }));

describe("what is left over", () => {
  it("goes back and is refused for the time of the filters, by this framework only", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096");
    const web = story.framework("web");
    const batch = story.framework("batch");
    web.launch([task("t", "cpus:3;mem:3072", web.offers[0]!)], web.offers, 60);
    story.pass(1);
    expect(contents(batch.offers[0])).toBe("cpus:1; mem:1024");
    batch.call(
      { type: "DECLINE", decline: { offer_ids: batch.offers.map(({ id }) => id), filters: { refuse_seconds: 600 } } },
    );
    story.pass(10);
    expect(web.offers).toEqual([]);
    story.pass(50);
    expect(contents(web.offers[0])).toBe("cpus:1; mem:1024");
  });

  it("of two offers of one agent is what they hold together", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096");
    const web = story.framework("web");
    web.launch([task("a", "cpus:2;mem:2048", web.offers[0]!)], web.offers, 0);
    story.pass(1);
    const [rest] = web.offers;
    // The first task ends while the rest is out, so a second offer comes.
    story.driven.message(story.addressOf(1), "mesos.internal.StatusUpdateMessage", {
      update: {
        framework_id: { value: web.id }, agent_id: rest!.agent_id, timestamp: 0,
        uuid: Uint8Array.of(1, 1, 1, 1, 1, 1, 0x41, 1, 1, 1, 1, 1, 1, 1, 1, 1),
        status: { task_id: { value: "a" }, state: "TASK_FAILED", uuid: Uint8Array.of(
          1, 1, 1, 1, 1, 1, 0x41, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        ) },
      },
      pid: story.addressOf(1),
    });
    story.pass(1);
    expect(web.offers.map(contents)).toEqual(["cpus:2; mem:2048", "cpus:2; mem:2048"]);
    web.launch([task("b", "cpus:3;mem:4000", rest!)]);
    expect(web.record.tasks.size).toBe(2);
    expect(story.holdings()).toMatchObject({ offers: 0, free: ["cpus:1; mem:96"] });
  });

  it("is worked off from one operation to the next: reserve, create, launch on the volume, all in one call", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096;disk:1000");
    const web = story.framework("web", { capabilities: PAIR });
    const [offer] = web.offers;
    const volume = {
      ...reserved("disk:100")[0]!,
      disk: { persistence: { id: "v" }, volume: { mode: "RW" as const, container_path: "data" } },
    };
    web.accept([
      { type: "RESERVE", reserve: { resources: reserved("cpus:1;mem:64;disk:100") } },
      { type: "CREATE", create: { volumes: [volume] } },
      { type: "LAUNCH", launch: {
        task_infos: [task("t", "cpus:1", offer!, { resources: [...reserved("cpus:1;mem:64"), volume] })],
      } },
    ]);
    expect(web.taskStates).toEqual({});
    expect(
      story.toldAgents("mesos.internal.ApplyOperationMessage").map(({ operation_info }) => operation_info.type),
    ).toEqual([
      "RESERVE", "CREATE",
    ]);
    expect(story.toldAgents("mesos.internal.RunTaskMessage")[0]?.task.resources).toHaveLength(3);
    expect(story.holdings().free).toEqual(["cpus:3; mem:4032; disk:900"]);
  });

  it("after a reservation alone, the reserved part is offered again at once, the rest is refused", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096");
    const web = story.framework("web", { capabilities: PAIR });
    web.accept([{ type: "RESERVE", reserve: { resources: reserved("cpus:1") } }], web.offers, 3600);
    const { checkpointed, total } = story.driven.master.agents.get(story.agentIds[0]!)!;
    expect(checkpointed.map(({ name, scalar }) => [name, scalar?.value])).toEqual([["cpus", 1]]);
    expect(total).toHaveLength(3);
  });
});

describe("a call that asks too much changes nothing but its own offers", () => {
  const ready = () => {
    const story = cluster().agents(2, "cpus:4;mem:4096");
    const web = story.framework("web");
    const other = story.framework("other");
    story.pass(1);
    return { story, web, other };
  };

  it("a task larger than its offer is in error, and everything is free again", () => {
    const { story, web } = ready();
    const before = story.holdings();
    expect(web.launch([task("big", "cpus:5;mem:1024", web.offers[0]!)], [web.offers[0]!], 0)).toBe("202");
    expect(web.taskStates).toEqual({ big: "TASK_ERROR REASON_TASK_INVALID" });
    story.pass(1);
    expect(story.holdings()).toEqual(before);
  });

  it("an unknown offer spoils the call: tasks are dropped, the known offers go back", () => {
    const { story, web } = ready();
    const [known] = web.offers;
    web.launch([task("t", "cpus:1", known!)], [known!, { ...known!, id: { value: "m-O999" } }]);
    expect(web.taskStates).toEqual({ t: "TASK_LOST REASON_INVALID_OFFERS" });
    expect(web.record.offers.has(known!.id.value as never)).toBe(false);
    expect(story.holdings().tasks).toBe(0);
  });

  it("a framework that knows the newer states hears TASK_DROPPED", () => {
    const story = cluster().agents(1, "cpus:4");
    const web = story.framework("web", { capabilities: [{ type: "MULTI_ROLE" }, { type: "PARTITION_AWARE" }] });
    web.launch([task("t", "cpus:1", web.offers[0]!)], [{ ...web.offers[0]!, id: { value: "nobody's" } }]);
    expect(web.taskStates).toEqual({ t: "TASK_DROPPED REASON_INVALID_OFFERS" });
  });

  it("nobody can use, decline or spoil another framework's offer", () => {
    const { story, web, other } = ready();
    const before = story.holdings();
    const [foreign] = web.offers;
    other.launch([task("t", "cpus:1", foreign!)], [foreign!]);
    other.call({ type: "DECLINE", decline: { offer_ids: [foreign!.id] } });
    expect(other.taskStates).toEqual({ t: "TASK_LOST REASON_INVALID_OFFERS" });
    expect(story.holdings()).toEqual(before);
    expect(web.record.offers.has(foreign!.id.value as never)).toBe(true);
  });

  it("offers of two agents do not go together", () => {
    const { web } = ready();
    expect(web.offers).toHaveLength(2);
    web.launch([task("t", "cpus:1", web.offers[0]!)]);
    expect(web.events("UPDATE").at(-1)?.update?.status.message).toContain("must belong to one single agent");
  });

  it("a tampered call is refused: bad JSON, unknown framework, wrong stream", () => {
    const { story, web } = ready();
    const before = story.holdings();
    expect(web.post("{\"type\":")).toContain("400 Failed to parse body into JSON");
    expect(web.call({ type: "ACCEPT", framework_id: { value: "m-9999" }, accept: {} })).toBe(
      "400 Framework cannot be found",
    );
    expect(web.call({ type: "ACCEPT", accept: {} }, { "mesos-stream-id": "x" })).toContain("400 The stream ID 'x'");
    expect(web.call({ type: "UNKNOWN" })).toBe("501 501 Not Implemented.");
    expect(story.holdings()).toEqual(before);
  });

  it("zero of something is no reason to fall over", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096");
    const web = story.framework("web");
    const zero = { name: "cpus", type: "SCALAR", scalar: { value: 0 } } as const;
    const none = { ...zero, reservations: [{ type: "DYNAMIC", role: "web" }] };
    web.accept([{ type: "RESERVE", id: { value: "r" }, reserve: { resources: [none] } }], [web.offers[0]!], 0);
    expect(
      web.events("UPDATE_OPERATION_STATUS").map(({ update_operation_status: update }) => update?.status.message),
    ).toEqual([
      "Invalid RESERVE operation: all its resources are of quantity zero",
    ]);
    story.pass(1);
    web.launch([task("t", "", web.offers[0]!, { resources: [zero] })], [web.offers[0]!], 0);
    expect(web.record.tasks.size).toBe(1);
  });
});
