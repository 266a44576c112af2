/** CREATE_DISK and DESTROY_DISK, whose outcome only the agent knows (OPR-13 to OPR-20, FWK-26). */
import { describe, expect, it } from "vitest";
import type { Offer, OperationStatus, Resource } from "../../../../src/model/gen/mesos.ts";
import { AGENT, uuid } from "../../../support/cast.ts";
import { cluster } from "../cluster.ts";

const raw = (megabytes: number): Resource => ({
  name: "disk", type: "SCALAR", scalar: { value: megabytes }, provider_id: { value: "lvm" },
  disk: { source: { type: "RAW", profile: "fast" } },
});
const mount = (megabytes: number): Resource => ({
  ...raw(megabytes), disk: { source: { type: "MOUNT", profile: "fast", id: "vol", mount: { root: "/mnt/vol" } } },
});

/** An agent with 500 MB of raw storage, and a framework that asks for a disk of 200 MB. */
const ready = () => {
  const story = cluster().agents(1, "cpus:4");
  const { driven } = story;
  const [agent] = story.agentIds;
  const agent_id = { value: agent! };
  driven.message(AGENT, "mesos.internal.UpdateSlaveMessage", {
    agent_id, resource_version_uuid: { value: uuid(1) }, update_oversubscribed_resources: false, operations: {},
    resource_providers: {
      providers: [{
        info: { id: { value: "lvm" }, type: "csi", name: "lvm" }, total_resources: [raw(500)], operations: {},
        resource_version_uuid: { value: uuid(7) },
      }],
    },
  });
  const web = story.framework("web", { capabilities: [{ type: "MULTI_ROLE" }, { type: "RESERVATION_REFINEMENT" }] });
  const record = () => driven.master.agents.get(agent!)!;
  const disks = (resources: readonly Resource[] | undefined): string[] => (resources ?? [])
    .filter(({ name }) => name === "disk").map(({ disk, scalar }) => `${disk?.source?.type} ${scalar?.value}`).sort();
  const ask = (offer: Offer, id: string | undefined, seconds = 0): string => {
    const source = { ...raw(200), allocation_info: { role: "web" } };
    const create_disk = { source, target_type: "MOUNT" };
    return web.accept(
      [{ type: "CREATE_DISK", ...(id !== undefined && { id: { value: id } }), create_disk }], [offer], seconds,
    );
  };
  /** The agent says what became of the last operation it was told of. */
  const ends = (status: Pick<OperationStatus, "state" | "converted_resources">, seed = 3): void => {
    const { framework_id, operation_uuid, operation_info } = story.toldAgents(
      "mesos.internal.ApplyOperationMessage",
    ).at(-1)!;
    const full: OperationStatus = { ...status, operation_id: operation_info.id, uuid: { value: uuid(seed) }, agent_id };
    driven.message(AGENT, "mesos.internal.UpdateOperationStatusMessage", {
      framework_id, agent_id, operation_uuid, status: full, latest_status: full,
    });
  };
  const statuses = (): string[] => web.events(
    "UPDATE_OPERATION_STATUS",
  ).map(({ update_operation_status: update }) => update!.status.state!);
  return { story, web, agent_id, record, disks, ask, ends, statuses };
};

describe("a disk that is being made", () => {
  it("is neither free nor offered until the agent says what came of it, and then is offered", () => {
    const { story, web, record, disks, ask, ends, statuses } = ready();
    expect(disks(web.offers[0]!.resources)).toEqual(["RAW 500"]);
    expect(ask(web.offers[0]!, "op")).toBe("202");
    const [told] = story.toldAgents("mesos.internal.ApplyOperationMessage");
    expect(told).toMatchObject({
      framework_id: { value: web.id }, operation_info: { type: "CREATE_DISK", id: { value: "op" } },
      resource_version_uuid: { resource_provider_id: { value: "lvm" }, uuid: { value: uuid(7) } },
    });
    story.pass(1);
    expect(disks(web.offers[0]!.resources)).toEqual(["RAW 300"]);
    ends({ state: "OPERATION_FINISHED", converted_resources: [{ ...mount(200), allocation_info: { role: "web" } }] });
    expect(statuses()).toEqual(["OPERATION_FINISHED"]);
    expect(disks(record().total)).toEqual(["MOUNT 200", "RAW 300"]);
    story.pass(1);
    expect(web.offers.flatMap(({ resources }) => disks(resources)).sort()).toEqual(["MOUNT 200", "RAW 300"]);
  });

  it("that fails is raw storage again", () => {
    const { story, web, record, disks, ask, ends, statuses } = ready();
    ask(web.offers[0]!, "op", 3600);
    ends({ state: "OPERATION_FAILED" });
    expect(statuses()).toEqual(["OPERATION_FAILED"]);
    expect(disks(record().total)).toEqual(["RAW 500"]);
    story.pass(1);
    expect(web.offers.map(({ resources }) => disks(resources)), "more than the rest that was refused").toEqual(
      [["RAW 500"]],
    );
  });

  it("whose agent says strange things of it stays within its role, without what cannot be", () => {
    const { story, web, record, disks, ask, ends } = ready();
    ask(web.offers[0]!, "op");
    const odd = [mount(150), { ...mount(-3), allocation_info: { role: "other" } }, {
      ...mount(50), allocation_info: { role: "other" },
    }];
    ends({ state: "OPERATION_FINISHED", converted_resources: odd });
    expect(disks(record().total)).toEqual(["MOUNT 150", "MOUNT 50", "RAW 300"]);
    story.pass(1);
    expect(web.offers).not.toEqual([]);
  });

  it("is heard of until the framework says so; the record goes then", () => {
    const { story, web, agent_id, ask, ends } = ready();
    ask(web.offers[0]!, "op");
    ends({ state: "OPERATION_FAILED" });
    ends({ state: "OPERATION_FAILED" });
    expect(web.events("UPDATE_OPERATION_STATUS")).toHaveLength(2);
    expect(story.driven.master.operations.size).toBe(1);
    const { status } = web.events("UPDATE_OPERATION_STATUS")[0]!.update_operation_status!;
    const note = (bytes: Uint8Array): string => web.call({
      type: "ACKNOWLEDGE_OPERATION_STATUS",
      acknowledge_operation_status: {
        operation_id: { value: "op" }, agent_id, resource_provider_id: { value: "lvm" },
        uuid: Buffer.from(bytes).toString("base64"),
      },
    });
    expect(note(uuid(9)), "of a status that never was").toBe("202");
    expect(story.driven.master.operations.size).toBe(1);
    expect(note(status.uuid!.value)).toBe("202");
    expect(story.driven.master.operations.size).toBe(0);
    expect(story.toldAgents("mesos.internal.AcknowledgeOperationStatusMessage")).toHaveLength(1);
  });

  it("without an id is nobody's news: the master takes note instead", () => {
    const { story, web, ask, ends } = ready();
    ask(web.offers[0]!, undefined);
    ends({ state: "OPERATION_FAILED" });
    expect(web.events("UPDATE_OPERATION_STATUS")).toEqual([]);
    expect(story.toldAgents("mesos.internal.AcknowledgeOperationStatusMessage")).toHaveLength(1);
    expect(story.driven.master.operations.size).toBe(0);
  });

  it("outlives its framework: out of the agent's total until it is over, then free for all", () => {
    const { story, web, record, disks, ask, ends } = ready();
    ask(web.offers[0]!, "op");
    web.call({ type: "TEARDOWN" });
    expect(disks(record().total)).toEqual(["RAW 300"]);
    ends({ state: "OPERATION_FINISHED", converted_resources: [{ ...mount(200), allocation_info: { role: "web" } }] });
    expect(disks(record().total)).toEqual(["MOUNT 200", "RAW 300"]);
    const batch = story.framework("batch");
    expect(disks(batch.offers[0]!.resources)).toEqual(["MOUNT 200", "RAW 300"]);
  });

  it("is refused where it cannot be made", () => {
    const { story, web, ask, statuses } = ready();
    web.accept([{
      type: "CREATE_DISK", id: { value: "big" },
      create_disk: { source: { ...raw(600), allocation_info: { role: "web" } }, target_type: "MOUNT" },
    }], [web.offers[0]!], 0);
    story.pass(1);
    web.accept([{
      type: "CREATE_DISK", id: { value: "odd" },
      create_disk: { source: { ...raw(100), allocation_info: { role: "web" } }, target_type: "PATH" },
    }], [web.offers[0]!], 0);
    story.pass(1);
    expect(statuses()).toEqual(["OPERATION_ERROR", "OPERATION_ERROR"]);
    expect(story.toldAgents("mesos.internal.ApplyOperationMessage")).toEqual([]);
    expect(ask(web.offers[0]!, "fits")).toBe("202");
    expect(story.toldAgents("mesos.internal.ApplyOperationMessage")).toHaveLength(1);
  });
});
