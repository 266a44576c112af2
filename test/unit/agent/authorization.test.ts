/** Who may do what at an agent (AUT-11, AUT-17, AUT-18, ACL-10 to ACL-49). */
import { describe, expect, it } from "vitest";
import { CALL_CHECKS } from "../../../src/agent/authorize/calls.ts";
import { REALMS } from "../../../src/agent/http/realms.ts";
import { ENDPOINTS, realmOfPath } from "../../../src/agent/http/route.ts";
import { ACTIONS, AUTHORIZABLE_PATHS } from "../../../src/model/acl/actions.ts";
import type { Action } from "../../../src/model/acl/actions.ts";
import { readAcls } from "../../../src/model/acl/acls.ts";
import { createAuthorizer } from "../../../src/model/acl/authorizer.ts";
import type { Principal } from "../../../src/model/principal.ts";
import { Call_Type } from "../../../src/wire/gen/shapes/agent.ts";
import { DrivenAgent, FRAMEWORK_ID } from "../../support/agent/driven-agent.ts";

const EVE = { value: "eve" };

/** An agent with one executor `e1` of user root, where eve may not do this. */
function agentWithout(action: Action): { readonly agent: DrivenAgent; readonly container: string } {
  const { field, objects } = ACTIONS[action];
  const acls = readAcls({ [field]: [{ principals: { values: ["eve"] }, [objects]: { type: "NONE" } }] });
  if (!acls.ok) throw new Error(acls.error);
  return running(new DrivenAgent({
    authorizer: createAuthorizer(acls.value), executorToken: (claims) => `token of ${JSON.stringify(claims)}`,
  }));
}

function running(agent: DrivenAgent): { readonly agent: DrivenAgent; readonly container: string } {
  agent.register();
  agent.run({ name: "t", task_id: { value: "e1" }, agent_id: { value: "M-S0" }, resources: [], command: { value: "true" } });
  return { agent, container: agent.launches[0]!.containerId };
}

const nested = (container: string) => ({ parent: { value: container }, value: "n" });
const id = { value: "sc" };
const provider = { info: { type: "t", name: "n" } };

/** Each call that somebody may be refused, and why. */
const REFUSALS: readonly (readonly [type: string, action: Action, call: (container: string) => object])[] = [
  ["GET_FLAGS", "VIEW_FLAGS", () => ({})],
  ["SET_LOGGING_LEVEL", "SET_LOG_LEVEL", () => ({ set_logging_level: { level: 1, duration: { nanoseconds: 5 } } })],
  ["LAUNCH_CONTAINER", "LAUNCH_STANDALONE_CONTAINER", () => ({ launch_container: { container_id: id, command: { value: "true" } } })],
  ["WAIT_CONTAINER", "WAIT_STANDALONE_CONTAINER", () => ({ wait_container: { container_id: id } })],
  ["KILL_CONTAINER", "KILL_STANDALONE_CONTAINER", () => ({ kill_container: { container_id: id } })],
  ["REMOVE_CONTAINER", "REMOVE_STANDALONE_CONTAINER", () => ({ remove_container: { container_id: id } })],
  ["LAUNCH_NESTED_CONTAINER", "LAUNCH_NESTED_CONTAINER_UNDER_PARENT", (c) =>
    ({ launch_nested_container: { container_id: nested(c), command: { value: "true" } } })],
  ["LAUNCH_NESTED_CONTAINER", "LAUNCH_NESTED_CONTAINER_AS_USER", (c) =>
    ({ launch_nested_container: { container_id: nested(c), command: { value: "true", user: "root" } } })],
  ["WAIT_NESTED_CONTAINER", "WAIT_NESTED_CONTAINER", (c) => ({ wait_nested_container: { container_id: nested(c) } })],
  ["KILL_NESTED_CONTAINER", "KILL_NESTED_CONTAINER", (c) => ({ kill_nested_container: { container_id: nested(c) } })],
  ["REMOVE_NESTED_CONTAINER", "REMOVE_NESTED_CONTAINER", (c) => ({ remove_nested_container: { container_id: nested(c) } })],
  ["ADD_RESOURCE_PROVIDER_CONFIG", "MODIFY_RESOURCE_PROVIDER_CONFIG", () => ({ add_resource_provider_config: provider })],
  ["UPDATE_RESOURCE_PROVIDER_CONFIG", "MODIFY_RESOURCE_PROVIDER_CONFIG", () => ({ update_resource_provider_config: provider })],
  ["REMOVE_RESOURCE_PROVIDER_CONFIG", "MODIFY_RESOURCE_PROVIDER_CONFIG", () => ({ remove_resource_provider_config: { type: "t", name: "n" } })],
  ["MARK_RESOURCE_PROVIDER_GONE", "MARK_RESOURCE_PROVIDER_GONE", () =>
    ({ mark_resource_provider_gone: { resource_provider_id: { value: "p" } } })],
  ["PRUNE_IMAGES", "PRUNE_IMAGES", () => ({})],
];

describe("a call", () => {
  it.each(REFUSALS)("%s is refused to one who may not %s, and nothing happens", (type, action, call) => {
    const { agent, container } = agentWithout(action);
    const before = [agent.launches.length, agent.effects.length, agent.agent.containers.size];
    const { answer } = agent.call("/slave(1)/api/v1", { type, ...call(container) }, EVE);
    expect(answer).toMatchObject({ status: 403, body: "403 Forbidden." });
    expect([agent.launches.length, agent.effects.length, agent.agent.containers.size]).toEqual(before);
    expect(agent.logs.includes("audit"), "a change that was refused is a line of the log").toBe(!type.match(/^(GET|WAIT)_/));
    const allowed = agent.call("/slave(1)/api/v1", { type, ...call(container) }, { value: "ada" }).answer;
    expect(allowed?.status).not.toBe(403);
  });

  it("is in the table, whatever there is", () => {
    expect(Object.keys(CALL_CHECKS).sort()).toEqual(Object.keys(Call_Type.numbers).sort());
  });
});

describe("an endpoint", () => {
  it("has a realm, or is meant to be open", () => {
    expect(Object.keys(REALMS).sort()).toEqual(Object.keys(ENDPOINTS).sort());
    expect(Object.keys(REALMS).filter((path) => REALMS[path] === "open")).toEqual(["/health", "/system/stats.json", "/version"]);
    for (const path of Object.keys(REALMS)) {
      const realm = REALMS[path] === "open" ? undefined : REALMS[path];
      for (const spelling of [path, `${path}/`, `${path}/more`]) expect(realmOfPath("slave(1)", spelling), spelling).toBe(realm);
    }
    expect(realmOfPath("slave(1)", "/slave(1)/state")).toBe("mesos-agent-readonly");
  });

  it.each([...AUTHORIZABLE_PATHS])("%s is shown to those only who may read it", (path) => {
    const { agent } = agentWithout("GET_ENDPOINT_WITH_PATH");
    expect(agent.ask("GET", path, { principal: EVE }).answer).toMatchObject({ status: 403, body: "403 Forbidden." });
    expect(agent.ask("GET", path, { principal: { value: "ada" } }).answer?.status).not.toBe(403);
  });

  it("of a sandbox is for those who may look into the sandboxes of its user", () => {
    const { agent } = agentWithout("ACCESS_SANDBOX");
    const { directory } = agent.launches[0]!;
    for (const verb of ["browse", "read", "download"]) {
      const query = { path: `${directory}/stdout` };
      expect(agent.ask("GET", `/files/${verb}`, { query, principal: EVE }).answer, verb).toMatchObject({ status: 403 });
      expect(agent.ask("GET", `/files/${verb}`, { query, principal: { value: "ada" } }).answer, verb).toBeUndefined();
    }
  });
});

describe("what somebody may not see is left out", () => {
  const shown = (action: Action, principal: Principal = EVE): string => {
    const { agent } = agentWithout(action);
    const state = agent.ask("GET", "/state", { principal }).answer;
    return `${String(state?.body)} ${String(agent.call("/slave(1)/api/v1", { type: "GET_STATE" }, principal).answer?.body)}`;
  };

  it.each<[Action, RegExp]>([
    ["VIEW_FRAMEWORK", /M-0000/], ["VIEW_EXECUTOR", /"source":"e1"|executor_info/], ["VIEW_TASK", /"task_id"|"queued_tasks":\[\{/],
  ])("%s", (action, traces) => {
    expect(shown(action, { value: "ada" })).toMatch(traces);
    expect(shown(action)).not.toMatch(traces);
  });
});

describe("an executor", () => {
  it("gets a token that names it, its framework and its container", () => {
    const { agent, container } = agentWithout("VIEW_FLAGS");
    const token = agent.launches[0]!.environment["MESOS_EXECUTOR_AUTHENTICATION_TOKEN"];
    expect(token).toBe(`token of ${JSON.stringify({ fid: FRAMEWORK_ID, eid: "e1", cid: container })}`);
  });

  const subscribe = { type: "SUBSCRIBE", framework_id: { value: FRAMEWORK_ID }, executor_id: { value: "e1" }, subscribe: {} };

  it.each([
    ["its own claims", (cid: string) => ({ claims: { fid: FRAMEWORK_ID, eid: "e1", cid } }), undefined],
    ["another framework's", (cid: string) => ({ claims: { fid: "other", eid: "e1", cid } }), 403],
    ["another executor's", (cid: string) => ({ claims: { fid: FRAMEWORK_ID, eid: "e2", cid } }), 403],
    ["those of an earlier run", () => ({ claims: { fid: FRAMEWORK_ID, eid: "e1", cid: "old" } }), 403],
    ["no container", () => ({ claims: { fid: FRAMEWORK_ID, eid: "e1" } }), 403],
    ["a name instead", () => ({ value: "ada" }), 403],
  ] as const)("with %s", (_, principal, status) => {
    const { agent, container } = agentWithout("VIEW_FLAGS");
    expect(agent.call("/slave(1)/api/v1/executor", subscribe, principal(container)).answer?.status).toBe(status);
  });

  it("may touch what is nested in its own container, and nothing else", () => {
    const { agent, container } = agentWithout("VIEW_FLAGS");
    const launch = (parent: string, principal: Principal) => agent.call("/slave(1)/api/v1", {
      type: "LAUNCH_NESTED_CONTAINER", launch_nested_container: { container_id: { parent: { value: parent }, value: "n" }, command: { value: "true" } },
    }, principal).answer?.status;
    expect(launch(container, { claims: { cid: "another" } })).toBe(403);
    expect(launch(container, { claims: {} })).toBe(403);
    expect(launch("another", { claims: { cid: container } })).toBe(403);
    expect(launch(container, { claims: { cid: container } })).toBeUndefined();
    const standalone = agent.call("/slave(1)/api/v1", {
      type: "LAUNCH_CONTAINER", launch_container: { container_id: { value: "mine-1" }, command: { value: "true" } },
    }, { claims: { cid: container } }).answer?.status;
    expect(standalone).toBe(403);
  });
});
