/** Stories of operators who reserve resources and make volumes, and of requests that end a real master. */
import { describe, expect, it } from "vitest";
import { AGENT, joins, registration } from "../../../support/cast.ts";
import { messages } from "../../../support/driven-master.ts";
import { cluster, contents, task } from "../cluster.ts";
import type { Cluster } from "../cluster.ts";

const reserved = (name: string, value: number, role = "web") => ({
  name, type: "SCALAR", scalar: { value }, reservations: [{ type: "DYNAMIC", role }],
});
const volume = (value: number, id = "v1") => ({
  ...reserved("disk", value), disk: { persistence: { id }, volume: { mode: "RW", container_path: "data" } },
});
const reserve = (id: string, ...resources: object[]) => (
  { type: "RESERVE_RESOURCES", reserve_resources: { agent_id: { value: id }, resources } });
const create = (id: string, ...volumes: object[]) => (
  { type: "CREATE_VOLUMES", create_volumes: { agent_id: { value: id }, volumes } });

describe("an operator's operation", () => {
  it("takes back offers that hold what it needs, and no others, for a while", () => {
    const story = cluster().agents(1, "cpus:4;mem:1024;disk:100");
    const [id] = story.agentIds as readonly string[] as [string];
    const web = story.framework("web", { capabilities: [{ type: "MULTI_ROLE" }, { type: "RESERVATION_REFINEMENT" }] });
    story.pass(1);
    web.launch([task("t1", "cpus:1;mem:24", web.offers[0]!)], web.offers, 0);
    story.pass(1);
    expect(web.offers.map(contents)).toEqual(["cpus:3; mem:1000; disk:100"]);
    expect(story.operator(reserve(id, reserved("cpus", 4))), "one of them is used").toMatch(/^409 .* does not contain cpus:4$/);
    expect(web.events("RESCIND"), "it was worth a try").toHaveLength(1);
    story.pass(3);
    expect(web.offers, "it is not offered again at once").toEqual([]);
    expect(story.operator(reserve(id, reserved("cpus", 2), reserved("disk", 50)))).toBe("202");
    story.pass(6);
    expect(web.offers.map(contents).map((text) => text.split("; ").sort())).toEqual([[
      "cpus(reservations: [(DYNAMIC,web)]):2", "cpus:1", "disk(reservations: [(DYNAMIC,web)]):50", "disk:50", "mem:1000",
    ]]);
    expect(story.operator(create(id, volume(10)))).toBe("202");
    const operations = messages(story.driven.said, "mesos.internal.ApplyOperationMessage");
    expect(operations.map(({ framework_id, operation_info: { type } }) => [framework_id, type])).toEqual([
      [undefined, "RESERVE"], [undefined, "CREATE"],
    ]);
    expect(story.ask("GET_OPERATIONS")).toMatchObject({ operations: [{ info: { type: "RESERVE" } }, { info: { type: "CREATE" } }] });
  });

  it("moves a reservation from one role to another", () => {
    const story = cluster().agents(1, "cpus:4;mem:1024");
    const [id] = story.agentIds as readonly string[] as [string];
    story.operator(reserve(id, reserved("cpus", 2)));
    const move = { type: "RESERVE_RESOURCES", reserve_resources: {
      agent_id: { value: id }, source: [reserved("cpus", 2)], resources: [reserved("cpus", 2, "ads")],
    } };
    expect(story.operator(move)).toBe("202");
    expect(story.holdings().free).toEqual(["cpus:2; mem:1024; cpus(reservations: [(DYNAMIC,ads)]):2"]);
    const more = { type: "RESERVE_RESOURCES", reserve_resources: {
      agent_id: { value: id }, source: [reserved("cpus", 2, "ads")], resources: [reserved("cpus", 3)],
    } };
    expect(story.operator(more)).toMatch(/^400 .*should refer to identical resource quantities: cpus:2 vs. cpus:3$/);
  });

  it("moves one reservation at a time; a Mesos master prints others as JSON with its members in order", () => {
    const story = cluster().agents(1, "cpus:4;mem:1024");
    const [id] = story.agentIds as readonly string[] as [string];
    const move = (source: object[], resources: object[]) => story.operator({
      type: "RESERVE_RESOURCES", reserve_resources: { agent_id: { value: id }, source, resources },
    });
    const both = [reserved("cpus", 1), reserved("mem", 2.5, "ads")];
    const printed = '[{"name":"cpus","reservations":[{"role":"web","type":"DYNAMIC"}],"scalar":{"value":1.0},"type":"SCALAR"},' +
      '{"name":"mem","reservations":[{"role":"ads","type":"DYNAMIC"}],"scalar":{"value":2.5},"type":"SCALAR"}]';
    const refused = (answer: string | undefined): string => answer!.replace(/^400 Invalid RESERVE operation on agent .*?\): /, "");
    expect(refused(move(both, [reserved("cpus", 1)]))).toBe(`Invalid source: Mixed reservations are not supported${printed}`);
    expect(refused(move([reserved("cpus", 1)], both))).toBe(`Invalid resources: Mixed reservations are not supported${printed}`);
    expect(refused(move([reserved("cpus", 1)], []))).toBe("Invalid resources: Resource cannot be empty");
    expect(refused(move([reserved("cpus", 0)], [reserved("cpus", 1)]))).toBe("Invalid source: Resource cannot be empty");
  });

  it("is wrong for what is to be reserved first, then for what it was", () => {
    const story = cluster().agents(1, "cpus:4;mem:1024");
    const bad = (name: string) => [{ ...reserved(name, 1), scalar: { value: -1 } }];
    const body = new URLSearchParams({
      slaveId: story.agentIds[0]!, source: JSON.stringify(bad("mem")), resources: JSON.stringify(bad("cpus")),
    }).toString();
    const answer = story.driven.request({ method: "POST", path: "/reserve", body: new TextEncoder().encode(body) })!;
    expect(`${answer.status} ${String(answer.body)}`).toMatch(/^400 Resource 'cpus.* is invalid: Invalid scalar resource: value <= 0$/);
  });

  it("is told to an older agent as what it is to have checkpointed", () => {
    const story = cluster();
    const old = (registration().agent_capabilities ?? []).filter(({ type }) => type !== "RESOURCE_PROVIDER");
    const id = joins(story.driven, AGENT, { agent_capabilities: old });
    expect(story.operator(reserve(id, reserved("cpus", 2)))).toBe("202");
    expect(messages(story.driven.said, "mesos.internal.CheckpointResourcesMessage").at(-1)!.resources).toMatchObject([
      { name: "cpus", scalar: { value: 2 }, reservations: [{ type: "DYNAMIC", role: "web" }] },
    ]);
  });

  it("does not destroy a volume that a task uses", () => {
    const story = cluster().agents(1, "cpus:4;mem:1024;disk:100");
    const [id] = story.agentIds as readonly string[] as [string];
    story.operator(reserve(id, reserved("disk", 50)));
    story.operator(create(id, volume(50)));
    const web = story.framework("web");
    story.pass(1);
    const [offer] = web.offers;
    const used = offer!.resources!.find(({ disk }) => disk !== undefined)!;
    web.launch([{ ...task("t1", "cpus:1;mem:10", offer!), resources: [...task("", "cpus:1;mem:10", offer!).resources!, used] }]);
    expect(web.record.tasks.size).toBe(1);
    const destroy = { type: "DESTROY_VOLUMES", destroy_volumes: { agent_id: { value: id }, volumes: [volume(50)] } };
    expect(story.operator(destroy)).toBe("400 Invalid DESTROY operation: Persistent volumes in use");
  });
});

/** Each of these ends the process of a real master (Mesos 1.12). */
describe("a request that ends a real master", () => {
  const text = { name: "cpus", type: "TEXT", text: { value: "many" } };
  const quota = (guarantee: object[]) => ({ type: "SET_QUOTA", set_quota: { quota_request: { role: "web", guarantee } } });
  const requests: (readonly [string, (story: Cluster, agent: string) => string | undefined])[] = [
    ["RESERVE_RESOURCES of a resource of type TEXT", (story, id) => story.operator(reserve(id, text))],
    ["RESERVE_RESOURCES of nothing", (story, id) => story.operator(reserve(id, reserved("cpus", 0)))],
    ["UNRESERVE_RESOURCES of nothing", (story, id) => story.operator({
      type: "UNRESERVE_RESOURCES", unreserve_resources: { agent_id: { value: id }, resources: [reserved("cpus", 0)] },
    })],
    ["CREATE_VOLUMES of nothing", (story, id) => story.operator(create(id, volume(0)))],
    ["SET_QUOTA of a resource of type TEXT", (story) => story.operator(quota([text]))],
    ...["web", "*", "", "a/", ".."].map((role) => [
      `REMOVE_QUOTA of '${role}', which has none`,
      (story: Cluster) => story.operator({ type: "REMOVE_QUOTA", remove_quota: { role } }),
    ] as const),
    ["UNKNOWN", (story) => story.framework("web").call({ type: "UNKNOWN" })],
  ];

  it.each(requests)("is refused: %s", (_, ask) => {
    const story = cluster().agents(1, "cpus:4;mem:1024;disk:100");
    const [id] = story.agentIds as readonly string[] as [string];
    expect(ask(story, id)).toMatch(/^(4\d\d|501)/);
    expect(story.driven.resigned).toBeUndefined();
    expect(story.operator({ type: "GET_HEALTH" })).toMatch(/^200/);
  });

  it.each([
    ["a task", (story: Cluster) => {
      const web = story.framework("web");
      story.pass(1);
      const [offer] = web.offers;
      web.launch([{ ...task("t1", "cpus:1;mem:10", offer!), resources: [text as never] }]);
      return web.taskStates.t1;
    }],
    ["RESERVE", (story: Cluster) => {
      const web = story.framework("web");
      story.pass(1);
      web.accept([{ type: "RESERVE", id: { value: "o1" }, reserve: { resources: [reserved("cpus", 0)] } }]);
      return web.events("UPDATE_OPERATION_STATUS").at(-1)?.update_operation_status?.status.state;
    }],
  ])("is refused when a framework makes it: %s", (_, ask) => {
    expect(ask(cluster().agents(1, "cpus:4;mem:1024"))).toMatch(/ERROR/);
  });
});
