/**
 * Everything that can be called at a master, asked without credentials, with wrong ones, by somebody who may not, and by
 * somebody who may. A refusal changes nothing and tells nobody. New calls must say here how they are made.
 */
import { describe, expect, it } from "vitest";
import { auditOf } from "../../../../src/master/audit.ts";
import type { Audit } from "../../../../src/master/audit.ts";
import { REALMS } from "../../../../src/master/authenticate/realms.ts";
import { OPERATOR_CALLS, SCHEDULER_CALLS, WRITING_ENDPOINTS } from "../../../../src/master/authorize/verbs.ts";
import type { HttpResponse } from "../../../../src/master/event.ts";
import { ROUTES, realmOfPath } from "../../../../src/master/routes.ts";
import { ACTIONS } from "../../../../src/model/acl/actions.ts";
import type { Action } from "../../../../src/model/acl/actions.ts";
import { readAcls } from "../../../../src/model/acl/acls.ts";
import { createAuthorizer } from "../../../../src/model/acl/authorizer.ts";
import type { Call_Type } from "../../../../src/model/gen/master.ts";
import { basicAuthenticator } from "../../../../src/shell/auth/basic.ts";
import { openCredentials } from "../../../../src/shell/auth/credentials.ts";
import { createGuard } from "../../../../src/shell/auth/guard.ts";
import { Call_Type as OperatorTypes } from "../../../../src/wire/gen/shapes/master.ts";
import { Call_Type as SchedulerTypes } from "../../../../src/wire/gen/shapes/scheduler.ts";
import { keptLog } from "../../../support/kept-log.ts";
import { stateHash } from "../../../support/state-hash.ts";
import { Cluster } from "../cluster.ts";

/** May do everything. */
const ADA = "ada";
/** May not do what a case is about. */
const EVE = "eve";
const ID = { agent: "m-S0", framework: "m-0000" };
const agent_id = { value: ID.agent };

const reserved = (name: string, value: number, by: string, extra: object = {}) => ({
  name, type: "SCALAR", scalar: { value }, reservations: [{ type: "DYNAMIC", role: "eng", principal: by }], ...extra,
});
const volume = (id: string, by: string, mb = 10) =>
  reserved("disk", mb, ADA, { disk: { persistence: { id, principal: by }, volume: { mode: "RW", container_path: "data" } } });
const windows = [{ machine_ids: [{ hostname: "m1" }], unavailability: { start: { nanoseconds: 5 } } }];
const quota = (role: string) => ({ role, guarantee: [{ name: "cpus", type: "SCALAR", scalar: { value: 1 } }] });

type CallJson = Readonly<Record<string, unknown>>;

interface Case {
  readonly call: (who: string) => CallJson;
  /** What must be so before, done by somebody who may. */
  readonly before?: readonly CallJson[];
  /** The same by the endpoint. */
  readonly form?: (who: string) => { readonly body: string; readonly path?: string };
}

const form = (fields: Readonly<Record<string, unknown>>) => ({
  body: Object.entries(fields).map(([name, value]) =>
    `${name}=${encodeURIComponent(typeof value === "string" ? value : JSON.stringify(value))}`).join("&"),
});

const reserve = (name: string, value: number) =>
  ({ type: "RESERVE_RESOURCES", reserve_resources: { agent_id, resources: [reserved(name, value, ADA)] } });
const create = (id: string) => ({ type: "CREATE_VOLUMES", create_volumes: { agent_id, volumes: [volume(id, ADA)] } });
const schedule = { type: "UPDATE_MAINTENANCE_SCHEDULE", update_maintenance_schedule: { schedule: { windows } } };
const down = { type: "START_MAINTENANCE", start_maintenance: { machines: [{ hostname: "m1" }] } };

const CASES: Readonly<Partial<Record<Call_Type, Case>>> = {
  GET_FLAGS: { call: () => ({ type: "GET_FLAGS" }) },
  SET_LOGGING_LEVEL: {
    call: () => ({ type: "SET_LOGGING_LEVEL", set_logging_level: { level: 1, duration: { nanoseconds: 1_000_000_000 } } }),
  },
  UPDATE_WEIGHTS: {
    call: () => ({ type: "UPDATE_WEIGHTS", update_weights: { weight_infos: [{ role: "eng", weight: 2 }] } }),
    form: () => ({ body: '[{"role":"eng","weight":2}]' }),
  },
  RESERVE_RESOURCES: {
    call: (who) => ({ type: "RESERVE_RESOURCES", reserve_resources: { agent_id, resources: [reserved("cpus", 1, who)] } }),
    form: (who) => form({ slaveId: ID.agent, resources: [reserved("cpus", 1, who)] }),
  },
  UNRESERVE_RESOURCES: {
    before: [reserve("cpus", 1)],
    call: () => ({ type: "UNRESERVE_RESOURCES", unreserve_resources: { agent_id, resources: [reserved("cpus", 1, ADA)] } }),
    form: () => form({ slaveId: ID.agent, resources: [reserved("cpus", 1, ADA)] }),
  },
  CREATE_VOLUMES: {
    before: [reserve("disk", 10)],
    call: (who) => ({ type: "CREATE_VOLUMES", create_volumes: { agent_id, volumes: [volume("v", who)] } }),
    form: (who) => form({ slaveId: ID.agent, volumes: [volume("v", who)] }),
  },
  DESTROY_VOLUMES: {
    before: [reserve("disk", 10), create("v")],
    call: () => ({ type: "DESTROY_VOLUMES", destroy_volumes: { agent_id, volumes: [volume("v", ADA)] } }),
    form: () => form({ slaveId: ID.agent, volumes: [volume("v", ADA)] }),
  },
  GROW_VOLUME: {
    before: [reserve("disk", 20), create("v")],
    call: () => ({ type: "GROW_VOLUME", grow_volume: { agent_id, volume: volume("v", ADA), addition: reserved("disk", 5, ADA) } }),
  },
  SHRINK_VOLUME: {
    before: [reserve("disk", 10), create("v")],
    call: () => ({ type: "SHRINK_VOLUME", shrink_volume: { agent_id, volume: volume("v", ADA), subtract: { value: 5 } } }),
  },
  UPDATE_MAINTENANCE_SCHEDULE: { call: () => schedule, form: () => ({ body: JSON.stringify({ windows }) }) },
  START_MAINTENANCE: { before: [schedule], call: () => down, form: () => ({ body: '[{"hostname":"m1"}]' }) },
  STOP_MAINTENANCE: {
    before: [schedule, down],
    call: () => ({ type: "STOP_MAINTENANCE", stop_maintenance: { machines: [{ hostname: "m1" }] } }),
    form: () => ({ body: '[{"hostname":"m1"}]' }),
  },
  DRAIN_AGENT: { call: () => ({ type: "DRAIN_AGENT", drain_agent: { agent_id } }) },
  DEACTIVATE_AGENT: { call: () => ({ type: "DEACTIVATE_AGENT", deactivate_agent: { agent_id } }) },
  REACTIVATE_AGENT: {
    before: [{ type: "DEACTIVATE_AGENT", deactivate_agent: { agent_id } }],
    call: () => ({ type: "REACTIVATE_AGENT", reactivate_agent: { agent_id } }),
  },
  UPDATE_QUOTA: {
    call: () => ({ type: "UPDATE_QUOTA", update_quota: { quota_configs: [{ role: "eng", guarantees: { cpus: { value: 1 } } }] } }),
  },
  SET_QUOTA: {
    call: () => ({ type: "SET_QUOTA", set_quota: { quota_request: quota("eng") } }),
    form: () => ({ body: JSON.stringify(quota("eng")) }),
  },
  REMOVE_QUOTA: {
    before: [{ type: "SET_QUOTA", set_quota: { quota_request: quota("eng") } }],
    call: () => ({ type: "REMOVE_QUOTA", remove_quota: { role: "eng" } }),
    form: () => ({ body: "", path: "/master/quota/eng" }),
  },
  TEARDOWN: {
    call: () => ({ type: "TEARDOWN", teardown: { framework_id: { value: ID.framework } } }),
    form: () => form({ frameworkId: ID.framework }),
  },
  MARK_AGENT_GONE: { call: () => ({ type: "MARK_AGENT_GONE", mark_agent_gone: { agent_id } }) },
};

const guarded = (Object.keys(OPERATOR_CALLS) as Call_Type[]).filter((type) => {
  const { needs } = OPERATOR_CALLS[type];
  return needs !== "filtered" && needs.length > 0;
});

class World {
  readonly cluster: Cluster;

  /** Eve may do everything but this. */
  constructor(action: Action) {
    const { field, objects } = ACTIONS[action];
    const acls = readAcls({ [field]: [{ principals: { values: [EVE] }, [objects]: { type: "NONE" } }] });
    if (!acls.ok) throw new Error(acls.error);
    this.cluster = new Cluster({ authorizer: createAuthorizer(acls.value) });
    this.cluster.agents(1, "cpus:4;mem:1000;disk:100");
    this.cluster.framework("web", { principal: ADA });
  }

  call(call: CallJson, who: string): HttpResponse | undefined {
    return this.send({ method: "POST", path: "/api/v1", body: JSON.stringify(call) }, who, { "content-type": "application/json" });
  }

  send(
    request: { readonly method: string; readonly path: string; readonly body: string }, who: string, headers: Readonly<Record<string, string>> = {},
  ): HttpResponse | undefined {
    const body = new TextEncoder().encode(request.body);
    return this.cluster.driven.request({ ...request, headers, body, principal: { value: who } });
  }

  /** Everything that could have changed. */
  moment(): string {
    return stateHash(this.cluster.driven.master, this.cluster.driven.store);
  }

  /** What was written down since it was asked last. */
  audits(): readonly Audit[] {
    const lines = this.cluster.driven.logs.slice(this.#logged).flatMap((effect) => auditOf(effect) ?? []);
    this.#logged = this.cluster.driven.logs.length;
    return lines;
  }

  #logged = 0;
}

/** Done by whom, and what became of it. */
function attempt(type: Call_Type, ask: (world: World, who: string) => HttpResponse | undefined): void {
  const { needs } = OPERATOR_CALLS[type];
  if (needs === "filtered") throw new Error(`${type} refuses nobody`);
  for (const action of needs) {
    const world = new World(action);
    for (const call of CASES[type]!.before ?? []) expect(world.call(call, ADA)?.status, JSON.stringify(call)).toBeLessThan(300);
    const before = world.moment();
    world.cluster.driven.take();
    world.audits();
    const refused = ask(world, EVE);
    expect(refused, `${type} by one who may not ${action}`).toMatchObject({ status: 403, body: "403 Forbidden." });
    expect(world.moment()).toBe(before);
    const lines = (principal: string, outcome: string): object[] =>
      OPERATOR_CALLS[type].changes ? [{ audit: true, principal, call: type, outcome }] : [];
    expect(world.audits(), "one line of the log for a change that was refused").toMatchObject(lines(EVE, "refused"));
    expect(world.cluster.driven.take().map(({ kind }) => kind), "nobody else hears of it").toEqual(["reply"]);
    const allowed = ask(world, ADA);
    expect(allowed?.status, `${type} by one who may: ${String(allowed?.body)}`).toBeLessThan(300);
    expect(world.audits(), "and one for a change that was made").toMatchObject(lines(ADA, "done"));
    if (OPERATOR_CALLS[type].changes) expect(world.moment()).not.toBe(before);
  }
}

describe("a call of the operator API", () => {
  it.each(guarded)("%s is refused to one who may not, without any effect, and done for one who may", (type) => {
    expect(CASES[type], "say how it is made").toBeDefined();
    attempt(type, (world, who) => world.call(CASES[type]!.call(who), who));
  });

  it("is in the table, whatever there is", () => {
    expect(Object.keys(OPERATOR_CALLS).sort()).toEqual(Object.keys(OperatorTypes.numbers).sort());
    expect(Object.keys(SCHEDULER_CALLS).sort()).toEqual(Object.keys(SchedulerTypes.numbers).sort());
  });
});

describe("an endpoint", () => {
  it.each(Object.entries(WRITING_ENDPOINTS))("%s is guarded like %s", (endpoint, type) => {
    const [method, path] = endpoint.split(" ") as [string, string];
    expect(CASES[type]!.form, "say how it is made").toBeDefined();
    attempt(type, (world, who) => {
      const made = CASES[type]!.form!(who);
      return world.send({ method, path, ...made }, who);
    });
  });

  it("that is written to is in the table", () => {
    const written = ROUTES.flatMap(({ path, methods = [] }) =>
      methods.filter((method) => method !== "GET").map((method) => `${method} ${path}`));
    const apis = ["POST /master/api/v1", "POST /master/api/v1/scheduler"];
    expect(written.filter((endpoint) => !apis.includes(endpoint)).sort()).toEqual(Object.keys(WRITING_ENDPOINTS).sort());
  });

  it("has a realm, or is meant to be open", () => {
    expect(ROUTES.map(({ path }) => path).filter((path) => !Object.hasOwn(REALMS, path))).toEqual([]);
    const open = Object.keys(REALMS).filter((path) => REALMS[path] === "open");
    expect(open).toEqual([
      "/", "/__processes__", "/help", "/master/health", "/master/redirect", "/system/stats.json", "/version",
    ]);
  });
});

describe("without credentials, or with wrong ones", () => {
  const opened = openCredentials('{"credentials":[{"principal":"ada","secret":"pw"}]}', keptLog());
  if (!opened.ok) throw new Error(opened.error);
  const store = opened.value;
  const realms = new Map(["mesos-master-readonly", "mesos-master-readwrite", "mesos-master-scheduler"]
    .map((realm) => [realm, [basicAuthenticator(realm, store)]] as const));
  const guard = createGuard({ realms, realmOf: realmOfPath, isDisabled: () => false, nowMs: () => 0 });
  const basic = (text: string): string => `Basic ${Buffer.from(text).toString("base64")}`;
  const closed = Object.keys(REALMS).filter((path) => REALMS[path] !== "open");
  const spellings = (path: string): string[] => [path, `${path}/`, `${path}/more`, path.replace(/^\/master\//, "/")];

  it.each(closed)("%s does not answer, however it is spelled", (path) => {
    for (const spelling of spellings(path)) {
      // The process answers this path itself, and no other spelling of it.
      if (path === "/logging/toggle" && spelling !== path) continue;
      const none: Readonly<Record<string, string>> = {};
      for (const headers of [none, { authorization: basic("ada:no") }, { authorization: basic("eve:pw") }]) {
        expect(guard({ path: spelling, headers }), spelling).toMatchObject({
          status: 401, headers: { "WWW-Authenticate": `Basic realm="${REALMS[path]}"` },
        });
      }
      expect(guard({ path: spelling, headers: { authorization: basic("ada:pw") } })).toEqual({ principal: { value: "ada" } });
    }
  });
});

describe("a principal that is only claims", () => {
  it.each(["/master/state", "/master/api/v1", "/master/api/v1/scheduler", "/metrics/snapshot", "/master/weights"])(
    "is of no use at %s", (path) => {
      const { cluster } = new World("VIEW_FLAGS");
      const answer = cluster.driven.request({ path, principal: { claims: { cid: "c" } } });
      expect(answer).toMatchObject({ status: 403, body: expect.stringContaining("contains claims, but no value string") });
    },
  );
});
