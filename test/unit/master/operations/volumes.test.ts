/** Reservations and persistent volumes, which the master does at once (OPR-06 to OPR-12, OPR-17). */
import { describe, expect, it } from "vitest";
import type { Resource } from "../../../../src/model/gen/mesos.ts";
import { capabilityList } from "../../../../src/model/capability.ts";
import { agentInfo, joins, registration } from "../../../support/cast.ts";
import { lines } from "../../../support/driven-master.ts";
import { masterOptions } from "../../../support/master-options.ts";
import { resources } from "../../../support/resources.ts";
import { cluster, contents, task } from "../cluster.ts";
import type { Scheduler } from "../cluster.ts";

const REFINED = [{ type: "MULTI_ROLE" }, { type: "RESERVATION_REFINEMENT" }, { type: "SHARED_RESOURCES" }] as const;
const reserved = (text: string): Resource[] =>
  resources(text).map((one) => ({ ...one, reservations: [{ type: "DYNAMIC" as const, role: "web" }] }));
const data = (megabytes: number, isShared = false): Resource => ({
  ...reserved(`disk:${megabytes}`)[0]!,
  disk: { persistence: { id: "data" }, volume: { mode: "RW", container_path: "data" } },
  ...(isShared && { shared: {} }),
});
const reserve = (text: string) => ({ type: "RESERVE", reserve: { resources: reserved(text) } });
const create = (volume: Resource) => ({ type: "CREATE", create: { volumes: [volume] } });
const destroy = (volume: Resource) => ({ type: "DESTROY", id: { value: "destroy" }, destroy: { volumes: [volume] } });
const errors = (web: Scheduler): (string | undefined)[] =>
  web.events("UPDATE_OPERATION_STATUS").map(({ update_operation_status: update }) => update!.status.message);

const ready = () => {
  const story = cluster().agents(1, "cpus:4;mem:4096;disk:1000");
  const web = story.framework("web", { capabilities: REFINED });
  const checkpointed = (): string[] => story.driven.master.agents.get(story.agentIds[0]!)!.checkpointed
    .map(({ name, scalar, disk }) => `${name} ${scalar?.value}${disk === undefined ? "" : ` ${disk.persistence?.id}`}`);
  return { story, web, checkpointed };
};

describe("operations in one ACCEPT", () => {
  it("build on one another: reserve, create, launch on the volume", () => {
    const { story, web, checkpointed } = ready();
    const [offer] = web.offers;
    web.accept([
      reserve("cpus:1;disk:200"), create(data(200)),
      { type: "LAUNCH", launch: {
        task_infos: [task("t", "", offer!, { resources: [...reserved("cpus:1"), ...resources("mem:64"), data(200)] })],
      } },
    ]);
    expect(checkpointed()).toEqual(["cpus 1", "disk 200 data"]);
    expect(
      lines(story.driven.take()).filter((line) => line.includes("slave(1)") && !line.includes("Ping")).slice(-3),
    ).toEqual([
      "master > slave(1)@10.0.0.1:5051 ApplyOperationMessage",
      "master > slave(1)@10.0.0.1:5051 ApplyOperationMessage",
      "master > slave(1)@10.0.0.1:5051 RunTaskMessage",
    ]);
    expect(web.record.tasks.size).toBe(1);
  });

  it("that fail do not stop those that need nothing of them", () => {
    const { story, web, checkpointed } = ready();
    const [offer] = web.offers;
    web.accept([
      { ...reserve("cpus:9"), id: { value: "too-much" } }, reserve("mem:64"),
      { type: "LAUNCH", launch: { task_infos: [task("t", "cpus:1", offer!)] } },
    ]);
    expect(errors(web)).toHaveLength(1);
    expect(checkpointed()).toEqual(["mem 64"]);
    expect(story.holdings().tasks).toBe(1);
  });

  it("undo one another: what was reserved and unreserved is as it was", () => {
    const { story, web, checkpointed } = ready();
    web.accept([reserve("cpus:1"), { type: "UNRESERVE", unreserve: { resources: reserved("cpus:1") } }], web.offers, 0);
    expect(checkpointed()).toEqual([]);
    story.pass(1);
    expect(contents(web.offers[0])).toBe("cpus:4; mem:4096; disk:1000");
  });
});

describe("a volume", () => {
  /** Grown from 100 to 120 and shrunk to 70, in a role that has 1000 reserved; what is offered then. */
  const resized = (options: Parameters<typeof cluster>[0] = {}) => {
    const story = cluster(options).agents(1, "cpus:4;ports:[1-9];disk:2000");
    const web = story.framework("web", { capabilities: REFINED });
    web.accept([reserve("disk:1000"), create(data(100))], web.offers, 0);
    story.pass(1);
    const grow = { type: "GROW_VOLUME", grow_volume: { volume: data(100), addition: reserved("disk:20")[0] } };
    web.accept([grow], web.offers, 0);
    story.pass(1);
    web.accept([{ type: "SHRINK_VOLUME", shrink_volume: { volume: data(120), subtract: { value: 50 } } }], web.offers, 0);
    story.pass(1);
    return { story, web };
  };

  it("that shrinks beside other disk of its role frees disk that nobody is offered until its framework is gone", () => {
    const { story, web } = resized();
    expect(contents(web.offers[0])).toContain("disk(reservations: [(DYNAMIC,web)]):880; ");
    expect(web.offers[0]!.resources!.map(({ name }) => name), "in Mesos' order").toEqual(["ports", "disk", "disk", "cpus", "disk"]);
    const other = story.framework("other", { roles: ["web"], capabilities: REFINED });
    web.call({ type: "TEARDOWN" });
    story.pass(1);
    expect(contents(other.offers[0])).toContain("disk(reservations: [(DYNAMIC,web)]):930; ");
  });

  it("that shrinks frees disk for everybody without known quirks of Mesos", () => {
    const { web } = resized({ allocator: { ...masterOptions().allocator, strict: true } });
    expect(contents(web.offers[0])).toContain("disk(reservations: [(DYNAMIC,web)]):930; ");
  });

  it("is not made twice, shared or not", () => {
    for (const isShared of [false, true]) {
      const { web, story, checkpointed } = ready();
      web.accept([reserve("disk:200"), create(data(200, isShared))], web.offers, 0);
      story.pass(1);
      web.accept([reserve("disk:200"), { ...create(data(200, isShared)), id: { value: "again" } }], web.offers, 0);
      expect(errors(web)[0]).toContain("Persistence ID 'data' is not unique");
      expect(checkpointed().sort()).toEqual(["disk 200", "disk 200 data"]);
    }
  });

  it("in use is not destroyed", () => {
    const { web, story, checkpointed } = ready();
    const [offer] = web.offers;
    web.accept([
      reserve("disk:200"), create(data(200, true)),
      { type: "LAUNCH", launch: {
        task_infos: [task("t", "", offer!, { resources: [...resources("cpus:1;mem:64"), data(200, true)] })],
      } },
    ], [offer!], 0);
    story.pass(1);
    expect(web.record.tasks.size).toBe(1);
    web.accept([destroy(data(200, true))], web.offers, 0);
    expect(errors(web)[0]).toContain("Persistent volumes in use");
    expect(checkpointed()).toEqual(["disk 200 data"]);
  });

  it("that is shared is offered to several; when one destroys it, the others' offers are rescinded", () => {
    const { web, story, checkpointed } = ready();
    const twin = story.framework("twin", { roles: ["web"], capabilities: REFINED });
    web.accept([reserve("disk:200"), create(data(200, true))], web.offers, 0);
    story.pass(3);
    const copies = (
      { offers }: Scheduler
    ) => offers.filter(({ resources: list }) => list?.some(({ shared }) => shared !== undefined));
    const others = copies(twin).length - 1 + copies(web).length;
    expect(copies(web).length).toBeGreaterThan(0);
    twin.accept([destroy(data(200, true))], copies(twin).slice(0, 1), 3600);
    expect(errors(twin)).toEqual([]);
    expect([...web.events("RESCIND"), ...twin.events("RESCIND")]).toHaveLength(others);
    expect(checkpointed()).toEqual(["disk 200"]);
    story.pass(1);
    expect([...copies(web), ...copies(twin)]).toEqual([]);
  });
});

describe("an agent from before operations had messages", () => {
  it("is told the list of all it has to checkpoint, in the format it knows", () => {
    const story = cluster();
    const old = capabilityList(new Set(["MULTI_ROLE"] as const));
    story.agentIds.push(joins(story.driven, story.addressOf(1), registration({
      agent: agentInfo({ hostname: "node1", resources: resources("cpus:4;disk:1000") }), version: "1.3.0",
      agent_capabilities: old,
    })));
    const web = story.framework("web");
    const plain = (text: string): Resource => ({ ...resources(text)[0]!, role: "web", reservation: {} });
    web.accept([{ type: "RESERVE", reserve: { resources: [plain("disk:300")] } }]);
    expect(story.toldAgents("mesos.internal.ApplyOperationMessage")).toEqual([]);
    expect(story.toldAgents("mesos.internal.CheckpointResourcesMessage")).toEqual([{ resources: [plain("disk:300")] }]);
  });

  it("is told of no operation with an id", () => {
    const story = cluster();
    story.agentIds.push(joins(story.driven, story.addressOf(1), registration(
      { agent_capabilities: capabilityList(new Set(["MULTI_ROLE"] as const)) },
    )));
    const web = story.framework("web");
    web.accept([{ ...reserve("cpus:1"), id: { value: "op" } }], web.offers, 0);
    expect(web.events("UPDATE_OPERATION_STATUS")[0]?.update_operation_status?.status.state).toBe("OPERATION_ERROR");
    expect(story.toldAgents("mesos.internal.CheckpointResourcesMessage")).toEqual([]);
  });
});
