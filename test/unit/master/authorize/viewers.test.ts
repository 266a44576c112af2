/** What lists leave out for whom (AUT-17): the same question by ada, who may see everything, and by eve, who may not. */
import { describe, expect, it } from "vitest";
import { ACTIONS } from "../../../../src/model/acl/actions.ts";
import type { Action } from "../../../../src/model/acl/actions.ts";
import { readAcls } from "../../../../src/model/acl/acls.ts";
import { createAuthorizer } from "../../../../src/model/acl/authorizer.ts";
import { encodeOperatorEvent } from "../../../../src/wire/v1/operator.ts";
import { bodyOf } from "../../../support/bodies.ts";
import { Cluster, task } from "../cluster.ts";

/** Where eve may not do this; a task of user www with an executor runs, `eng` has a reservation, a quota and a weight. */
function world(action: Action): Cluster {
  const { field, objects } = ACTIONS[action];
  const acls = readAcls({ [field]: [{ principals: { values: ["eve"] }, [objects]: { type: "NONE" } }] });
  if (!acls.ok) throw new Error(acls.error);
  const cluster = new Cluster({ authorizer: createAuthorizer(acls.value), flags: { secret_flag: "value" }, cluster: "prod" });
  cluster.agents(1, "cpus:8;mem:4000;disk:100");
  const reserved = [{ name: "cpus", type: "SCALAR", scalar: { value: 1 }, reservations: [{ type: "DYNAMIC", role: "eng", principal: "ada" }] }];
  ask(cluster, "ada", { type: "RESERVE_RESOURCES", reserve_resources: { agent_id: { value: "m-S0" }, resources: reserved } });
  ask(cluster, "ada", { type: "UPDATE_WEIGHTS", update_weights: { weight_infos: [{ role: "eng", weight: 7 }] } });
  ask(cluster, "ada", { type: "UPDATE_QUOTA", update_quota: { quota_configs: [{ role: "eng", guarantees: { cpus: { value: 1 } } }] } });
  ask(cluster, "ada", { type: "UPDATE_MAINTENANCE_SCHEDULE", update_maintenance_schedule: { schedule: { windows: [
    { machine_ids: [{ hostname: "planned" }], unavailability: { start: { nanoseconds: 5 } } },
  ] } } });
  const web = cluster.framework("web", { user: "www", principal: "ada", name: "the-framework" });
  const executor = { executor_id: { value: "the-executor" }, framework_id: { value: web.id }, command: { value: "run" }, resources: [] };
  const { command: _, ...theTask } = task("the-task", "cpus:1;mem:32", web.offers[0]!, { executor });
  web.launch([theTask]);
  return cluster;
}

function ask(cluster: Cluster, who: string, call: object, path = "/api/v1") {
  const body = new TextEncoder().encode(JSON.stringify(call));
  const headers = { "content-type": "application/json", accept: "application/json" };
  return cluster.driven.request({ path, headers, body, principal: { value: who } });
}

/** One text of everything this reader is told by these calls and paths. */
function told(cluster: Cluster, who: string, questions: readonly string[]): string {
  return questions.map((question) => {
    const answer = question.startsWith("/")
      ? cluster.driven.request({ method: "GET", path: question, principal: { value: who } })
      : ask(cluster, who, { type: question });
    return `${answer!.status} ${bodyOf(answer!)}`;
  }).join("\n");
}

const EVERYTHING = [
  "/state", "/slaves", "/frameworks", "/tasks", "/state-summary", "/roles", "/weights", "/quota", "/maintenance/schedule", "/maintenance/status",
  "/hierarchical-allocator(1)/offer_constraints_debug", "GET_STATE", "GET_AGENTS", "GET_FRAMEWORKS", "GET_TASKS", "GET_EXECUTORS", "GET_ROLES", "GET_WEIGHTS",
  "GET_QUOTA", "GET_MAINTENANCE_SCHEDULE", "GET_MAINTENANCE_STATUS", "GET_OPERATIONS",
];

/** What must be nowhere in these answers. */
const HIDDEN: readonly (readonly [Action, questions: readonly string[], traces: RegExp])[] = [
  ["VIEW_FRAMEWORK", EVERYTHING.filter((one) => !/state-summary|roles|ROLES/.test(one)), /the-framework|the-task/],
  ["VIEW_TASK", EVERYTHING, /the-task/],
  ["VIEW_EXECUTOR", EVERYTHING.filter((one) => !/task/i.test(one)), /"executor_info":\{[^}]*the-executor|"executors":\[\{"executor_id":"the-executor"/],
  ["VIEW_ROLE", ["/weights", "/roles", "/slaves", "GET_ROLES", "GET_WEIGHTS", "GET_AGENTS", "GET_OPERATIONS"], /"eng"/],
  ["GET_QUOTA", ["/quota", "GET_QUOTA"], /"eng"/],
  ["GET_MAINTENANCE_SCHEDULE", ["/maintenance/schedule", "GET_MAINTENANCE_SCHEDULE"], /planned/],
  ["GET_MAINTENANCE_STATUS", ["/maintenance/status", "GET_MAINTENANCE_STATUS"], /planned/],
  ["VIEW_FLAGS", ["/state", "/flags", "GET_FLAGS"], /secret_flag/],
];

describe("who may not", () => {
  it.each(HIDDEN)("%s is not shown it anywhere, and others are", (action, questions, traces) => {
    const cluster = world(action);
    for (const question of questions) expect(told(cluster, "eve", [question]), question).not.toMatch(traces);
    expect(told(cluster, "ada", questions)).toMatch(traces);
    // Texts are kept between answers: those of one reader must not be shown to another.
    for (const question of questions) expect(told(cluster, "eve", [question]), question).not.toMatch(traces);
  });
});

it("in the lists of old an executor that may not be seen leaves an object without members", () => {
  const cluster = world("VIEW_EXECUTOR");
  for (const path of ["/state", "/frameworks"]) {
    expect(told(cluster, "eve", [path])).toContain('"executors":[{}]');
    expect(told(cluster, "ada", [path])).toContain('"executors":[{"executor_id":"the-executor"');
  }
  expect(told(cluster, "eve", ["GET_EXECUTORS"])).toContain('"executors":[]');
});

describe("an operator who listens", () => {
  const heard = (cluster: Cluster, streams: readonly string[]): string => cluster.driven.said.flatMap((said) => {
    if (said.kind === "publish" && said.streams.some((stream) => streams.includes(stream))) {
      return [Buffer.from(encodeOperatorEvent(said.event, "json")).toString()];
    }
    return said.kind === "record" && streams.includes(said.stream) ? [bodyOf({ content: said.content })] : [];
  }).join("\n");

  function subscribe(cluster: Cluster, who: string): string {
    ask(cluster, who, { type: "SUBSCRIBE" });
    const opened = cluster.driven.said.findLast(({ kind }) => kind === "open");
    return opened?.kind === "open" ? opened.stream : "";
  }

  it.each([["VIEW_FRAMEWORK", /FRAMEWORK_ADDED|TASK_ADDED|the-task/], ["VIEW_TASK", /TASK_ADDED|the-task/]] as const)(
    "without %s hears nothing of it, neither at first nor later", (action, traces) => {
      const cluster = world(action);
      const [ada, eve] = [subscribe(cluster, "ada"), subscribe(cluster, "eve")];
      cluster.agents(1, "cpus:8;mem:4000");
      const late = cluster.framework("late", { user: "www", principal: "ada" });
      late.launch([task("the-task-2", "cpus:1;mem:32", late.offers[0]!)]);
      expect(heard(cluster, [ada])).toMatch(traces);
      expect(heard(cluster, [eve])).not.toMatch(traces);
      expect(heard(cluster, [eve])).toContain("AGENT_ADDED");
    },
  );
});
