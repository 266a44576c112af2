/** ACLs decide as those of Mesos do: the first rule about somebody and something decides (AUT-14 to AUT-16). */
import { describe, expect, it } from "vitest";
import { readAcls } from "../../../../src/model/acl/acls.ts";
import { ACTIONS } from "../../../../src/model/acl/actions.ts";
import type { Action } from "../../../../src/model/acl/actions.ts";
import { ALLOW_ALL, createAuthorizer } from "../../../../src/model/acl/authorizer.ts";
import type { Authorizer } from "../../../../src/model/acl/authorizer.ts";

function authorizer(json: unknown): Authorizer {
  const acls = readAcls(json);
  if (!acls.ok) throw new Error(acls.error);
  return createAuthorizer(acls.value);
}

const may = (by: Authorizer, who: string | undefined, action: Action, object?: string): boolean =>
  by.approver(who === undefined ? undefined : { value: who }, action)(object);

describe("the first rule about a principal and an object decides", () => {
  const bob = authorizer({
    run_tasks: [
      { principals: { values: ["bob"] }, users: { values: ["root", "www"] } },
      { principals: { values: ["bob"] }, users: { type: "NONE" } },
      { principals: { type: "NONE" }, users: { values: ["root"] } },
    ],
  });

  it.each([
    ["bob", "root", true],
    ["bob", "www", true],
    ["bob", "daemon", false],
    ["eve", "root", false],
    ["eve", "daemon", true],
    [undefined, "root", false],
    [undefined, "daemon", true],
    // Any user at all: only a rule about all of them is about that.
    ["bob", undefined, false],
    ["eve", undefined, true],
  ])("%s runs tasks as %s: %s", (who, user, decision) => {
    expect(may(bob, who, "RUN_TASK", user)).toBe(decision);
  });

  it("and what no rule is about, `permissive` decides", () => {
    const strict = authorizer({ permissive: false, run_tasks: [{ principals: { type: "ANY" }, users: { values: ["www"] } }] });
    expect(may(strict, "bob", "RUN_TASK", "www")).toBe(true);
    expect(may(strict, undefined, "RUN_TASK", "www")).toBe(true);
    expect(may(strict, "bob", "RUN_TASK", "root")).toBe(false);
    expect(may(strict, "bob", "VIEW_FLAGS")).toBe(false);
    expect(may(ALLOW_ALL, undefined, "VIEW_FLAGS")).toBe(true);
  });
});

describe("roles", () => {
  const by = authorizer({
    view_roles: [
      { principals: { values: ["bob"] }, roles: { values: ["eng/%", "ops"] } },
      { principals: { values: ["bob"] }, roles: { type: "NONE" } },
    ],
  });

  it.each([
    ["eng/x", true], ["eng/x/y", true], ["eng", false], ["engine/x", false], ["eng/", true], ["ops", true], ["ops/x", false],
  ])("the pattern eng/%% and ops: %s is %s", (role, decision) => {
    expect(may(by, "bob", "VIEW_ROLE", role)).toBe(decision);
  });

  it("a percent sign means nothing elsewhere", () => {
    const users = authorizer({ run_tasks: [{ principals: { values: ["bob"] }, users: { values: ["a/%"] } }], permissive: false });
    expect(may(users, "bob", "RUN_TASK", "a/b")).toBe(false);
    expect(may(users, "bob", "RUN_TASK", "a/%")).toBe(true);
  });
});

describe("reading ACLs", () => {
  it("every action has a list of its own", () => {
    for (const [action, { field, objects }] of Object.entries(ACTIONS)) {
      const nobody = authorizer({ [field]: [{ principals: { values: ["eve"] }, [objects]: { type: "NONE" } }] });
      expect(may(nobody, "eve", action as Action), action).toBe(false);
      expect(may(nobody, "ada", action as Action), action).toBe(true);
    }
    expect(new Set(Object.values(ACTIONS).map(({ field }) => field)).size).toBe(54);
  });

  it.each([
    [{ view_flags: [{ principals: { type: "ANY" }, flags: { values: ["x"] } }] }, "ACL.ViewFlags type must be either NONE or ANY"],
    [{ get_endpoints: [{ principals: { type: "ANY" }, paths: { values: ["/state"] } }] }, "Path: '/state' is not an authorizable path"],
    [{ run_tasks: [{ users: { type: "ANY" } }] }, "ACLs: run_tasks[0].principals is missing: expected {\"values\": […]} or {\"type\": \"ANY\"}"],
    [{ run_tasks: [{ principals: { type: "ALL" }, users: { type: "ANY" } }] }, 'ACLs: run_tasks[0].principals.type is "ALL": expected SOME, ANY or NONE'],
    [{ run_tasks: {} }, "ACLs: 'run_tasks' is no list"],
    [[], "Expected --acls to be a JSON object"],
  ])("%j is refused", (json, error) => {
    const read = readAcls(json);
    expect(read.ok ? undefined : read.error).toBe(error);
  });

  it("a member nobody knows is told, because it protects nothing", () => {
    const acls = readAcls({ run_task: [], permissive: false });
    expect(acls.ok && acls.value.unknown).toEqual(["run_task"]);
  });

  it("names of JavaScript's own are names like others", () => {
    const json: unknown = JSON.parse('{"permissive":false,"__proto__":{"permissive":true},"run_tasks":[{"principals":{"values":["constructor"]},"users":{"values":["toString"]}}]}');
    const by = authorizer(json);
    expect(may(by, "constructor", "RUN_TASK", "toString")).toBe(true);
    expect(may(by, "toString", "RUN_TASK", "constructor")).toBe(false);
  });
});

describe("a principal that is only claims", () => {
  it("may do nothing by ACLs, whatever they say", () => {
    const by = authorizer({ view_flags: [{ principals: { type: "ANY" }, flags: { type: "ANY" } }] });
    expect(by.approver({ claims: { cid: "c" } }, "VIEW_FLAGS")()).toBe(false);
    expect(by.approver({ value: "x", claims: { cid: "c" } }, "VIEW_FLAGS")()).toBe(true);
  });
});
