/** What frameworks may do: subscribe in their roles, use resources, run tasks (ACL-01 to ACL-07); a refusal changes nothing. */
import { describe, expect, it } from "vitest";
import { ACTIONS } from "../../../../src/model/acl/actions.ts";
import type { Action } from "../../../../src/model/acl/actions.ts";
import { readAcls } from "../../../../src/model/acl/acls.ts";
import { createAuthorizer } from "../../../../src/model/acl/authorizer.ts";
import type { Resource } from "../../../../src/model/gen/mesos.ts";
import { Cluster, task } from "../cluster.ts";
import type { Scheduler } from "../cluster.ts";

const nobody = (action: Action, extra: object = {}) => {
  const { field, objects } = ACTIONS[action];
  return { [field]: [{ principals: { values: ["eve"] }, [objects]: { type: "NONE" } }], ...extra };
};

function world(acls: object): Cluster {
  const read = readAcls(acls);
  if (!read.ok) throw new Error(read.error);
  return new Cluster({ authorizer: createAuthorizer(read.value) }).agents(1, "cpus:4;mem:1000;disk:100");
}

/** A framework of eve in role `eng`, and one of ada, who may. */
const frameworkOf = (cluster: Cluster, principal: string): Scheduler => cluster.framework("eng", { principal });

const reserved = (disk: number, principal: string, extra: Partial<Resource> = {}): Resource => ({
  name: "disk", type: "SCALAR", scalar: { value: disk }, reservations: [{ type: "DYNAMIC", role: "eng", principal }], allocation_info: { role: "eng" }, ...extra,
});
const volume = (principal: string): Resource =>
  reserved(10, principal, { disk: { persistence: { id: "v", principal }, volume: { mode: "RW", container_path: "data" } } });

const OPERATIONS: readonly (readonly [Action, before: (by: string) => readonly object[], operation: (by: string) => object])[] = [
  ["RESERVE_RESOURCES", () => [], (by) => ({ type: "RESERVE", reserve: { resources: [reserved(20, by)] } })],
  ["UNRESERVE_RESOURCES", (by) => [reserve(by)], (by) => ({ type: "UNRESERVE", unreserve: { resources: [reserved(20, by)] } })],
  ["CREATE_VOLUME", (by) => [reserve(by)], (by) => ({ type: "CREATE", create: { volumes: [volume(by)] } })],
  ["DESTROY_VOLUME", (by) => [reserve(by), create(by)], (by) => ({ type: "DESTROY", destroy: { volumes: [volume(by)] } })],
  ["RESIZE_VOLUME", (by) => [reserve(by), create(by)], (by) =>
    ({ type: "GROW_VOLUME", grow_volume: { volume: volume(by), addition: reserved(5, by) } })],
  ["RESIZE_VOLUME", (by) => [reserve(by), create(by)], (by) =>
    ({ type: "SHRINK_VOLUME", shrink_volume: { volume: volume(by), subtract: { value: 5 } } })],
];
const reserve = (by: string) => ({ type: "RESERVE", reserve: { resources: [reserved(20, by)] } });
const create = (by: string) => ({ type: "CREATE", create: { volumes: [volume(by)] } });

describe("an operation", () => {
  it.each(OPERATIONS)("that needs %s is refused to one who may not", (action, before, operation) => {
    for (const [who, outcome] of [["eve", "OPERATION_ERROR"], ["ada", undefined]] as const) {
      const cluster = world(nobody(action));
      const web = frameworkOf(cluster, who);
      const sent = cluster.toldAgents("mesos.internal.ApplyOperationMessage").length;
      web.accept([...before(who), { ...operation(who), id: { value: "op" } }]);
      const status = web.events("UPDATE_OPERATION_STATUS").at(-1)?.update_operation_status?.status;
      expect(status?.state, `${who} ${JSON.stringify(status)}`).toBe(outcome);
      if (outcome !== undefined) {
        expect(status!.message).toMatch(new RegExp(`^Principal 'eve' no authorized to perform action ${action} on object \\{"value":"(eng|eve)","resource":`));
      }
      const applied = cluster.toldAgents("mesos.internal.ApplyOperationMessage").length - sent;
      expect(applied, "what the agent is told to do").toBe(before(who).length + (outcome === undefined ? 1 : 0));
    }
  });
});

describe("a task", () => {
  const onlyAsUser = { run_tasks: [
    { principals: { values: ["eve"] }, users: { values: ["www"] } }, { principals: { values: ["eve"] }, users: { type: "NONE" } },
  ] };

  it.each([
    ["the framework's user", {}, "TASK_ERROR REASON_TASK_UNAUTHORIZED"],
    ["a user it may not", { command: { value: "true", user: "daemon" } }, "TASK_ERROR REASON_TASK_UNAUTHORIZED"],
    ["one it may", { command: { value: "true", user: "www" } }, undefined],
  ])("runs as %s, or not", (_, changes, state) => {
    const cluster = world(onlyAsUser);
    const web = frameworkOf(cluster, "eve");
    web.launch([task("t", "cpus:1;mem:32", web.offers[0]!, changes)]);
    expect(web.taskStates["t"]).toBe(state);
    expect(cluster.toldAgents("mesos.internal.RunTaskMessage")).toHaveLength(state === undefined ? 1 : 0);
  });

  it("of a group that may not run takes the others with it", () => {
    const cluster = world(onlyAsUser);
    const web = frameworkOf(cluster, "eve");
    const [offer] = web.offers as [(typeof web.offers)[number]];
    const executor = { type: "DEFAULT", executor_id: { value: "e" }, framework_id: { value: web.id }, resources: [] };
    const tasks = [
      task("good", "cpus:1;mem:32", offer, { command: { value: "true", user: "www" } }),
      task("bad", "cpus:1;mem:32", offer, { command: { value: "true", user: "root" } }),
    ];
    web.accept([{ type: "LAUNCH_GROUP", launch_group: { executor, task_group: { tasks } } }]);
    const refused = "TASK_ERROR REASON_TASK_GROUP_UNAUTHORIZED";
    expect(web.taskStates).toEqual({ good: refused, bad: refused });
    expect(cluster.toldAgents("mesos.internal.RunTaskGroupMessage")).toEqual([]);
  });
});

describe("a framework", () => {
  const acls = { register_frameworks: [
    { principals: { values: ["eve"] }, roles: { values: ["eng", "eng/%"] } }, { principals: { values: ["eve"] }, roles: { type: "NONE" } },
  ] };

  it.each([[["eng"], true], [["eng/x"], true], [["ops"], false], [["eng", "ops"], false], [["engine"], false]])(
    "in the roles %j subscribes: %s", (roles, allowed) => {
      const cluster = world(acls);
      const web = cluster.framework("web", { principal: "eve", roles });
      expect([web.events("SUBSCRIBED").length > 0, cluster.driven.master.frameworks.size]).toEqual([allowed, allowed ? 1 : 0]);
      const message = `Not authorized to register framework  with roles { ${roles.join(", ")} }`;
      expect(web.events("ERROR").map(({ error }) => error!.message)).toEqual(allowed ? [] : [message]);
    },
  );

  it("may not move to a role it may not have", () => {
    const cluster = world(acls);
    const web = cluster.framework("web", { principal: "eve", roles: ["eng"] });
    const info = { ...web.record.info, roles: ["ops"] };
    expect(web.call({ type: "UPDATE_FRAMEWORK", update_framework: { framework_info: info } }))
      .toBe(`403 Not authorized to register framework ${web.id} with roles { ops }`);
    expect(web.record.roles).toEqual(["eng"]);
  });
});
