/**
 * Names that mean something to JavaScript, everywhere a name may stand: they are names. Nothing is set on the prototype of all
 * objects, nothing is found there, and nobody falls over one.
 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bodyOf } from "../../support/bodies.ts";
import { Cluster, task } from "./cluster.ts";

const NAMES = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"];

/** All that objects have from the start. */
const prototypes = [Object.prototype, Array.prototype, Function.prototype, Map.prototype];
const shape = (): string => JSON.stringify(prototypes.map((each) => Reflect.ownKeys(each).map(String)));

describe("a name that JavaScript knows", () => {
  let before: string;
  beforeEach(() => (before = shape()));
  afterEach(() => {
    expect(shape()).toBe(before);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  /** As text, so that `__proto__` is a key of the JSON and not of the object that it is made from. */
  function post(cluster: Cluster, json: string, path = "/api/v1", headers: Readonly<Record<string, string>> = {}) {
    return cluster.driven.request({
      path, headers: { "content-type": "application/json", accept: "application/json", ...headers }, body: new TextEncoder().encode(json),
    });
  }
  const views = (cluster: Cluster): string => [
    "/state", "/state-summary", "/roles", "/frameworks", "/slaves", "/tasks", "/weights", "/quota", "/metrics/snapshot",
  ].map((path) => {
    const answer = cluster.driven.request({ method: "GET", path })!;
    expect(answer.status, path).toBe(200);
    return bodyOf(answer);
  }).join("\n");

  it.each(NAMES)("%s is a key that nobody knows, at every level of a call", (name) => {
    const cluster = new Cluster().agents(1, "cpus:4;mem:1000");
    const evil = `"${name}":{"polluted":true,"type":"TEARDOWN"}`;
    expect(post(cluster, `{${evil},"type":"GET_HEALTH"}`)?.status).toBe(200);
    expect(post(cluster, `{"type":"GET_HEALTH",${evil}}`)?.status).toBe(200);
    expect(post(cluster, `{"type":"UPDATE_WEIGHTS","update_weights":{${evil},"weight_infos":[{"role":"eng","weight":2,${evil}}]}}`)?.status).toBe(200);
    expect(post(cluster, `{${evil}}`)?.status).toBe(400);
    const subscribe = `{"type":"SUBSCRIBE","subscribe":{${evil},"framework_info":{"user":"u","name":"n","roles":["a"],${evil},"capabilities":[{"type":"MULTI_ROLE"}]}}}`;
    post(cluster, subscribe, "/api/v1/scheduler");
    expect(cluster.driven.master.frameworks.size).toBe(1);
    views(cluster);
  });

  it.each(NAMES)("%s is a role, a framework, a task, a label, a host like any other", (name) => {
    const cluster = new Cluster().agents(1, "cpus:4;mem:1000");
    const web = cluster.framework(name, { roles: [name], principal: name, labels: { labels: [{ key: name, value: name }] } });
    expect(web.events("SUBSCRIBED")).toHaveLength(1);
    web.launch([task(name, "cpus:1;mem:32", web.offers[0]!, { labels: { labels: [{ key: name }] } })]);
    expect(cluster.toldAgents("mesos.internal.RunTaskMessage").map(({ task: { task_id } }) => task_id.value)).toEqual([name]);
    expect(post(cluster, `{"type":"UPDATE_WEIGHTS","update_weights":{"weight_infos":[{"role":"${name}","weight":3}]}}`)?.status).toBe(200);
    expect(cluster.driven.master.weights.get(name as never)).toBe(3);
    const shown = views(cluster);
    expect(shown.split(`"${name}"`).length, "wherever it belongs").toBeGreaterThan(10);
  });

  it.each(NAMES)("%s is a key of a map like any other", (name) => {
    const cluster = new Cluster().agents(1, "cpus:4;mem:1000");
    const quota = (role: string, amounts: string) =>
      post(cluster, `{"type":"UPDATE_QUOTA","update_quota":{"force":true,"quota_configs":[{"role":"${role}","limits":{${amounts}}}]}}`);
    expect(quota("eng", `"${name}":{"value":5,"polluted":true}`)?.status).toBe(200);
    expect(quota(name, '"cpus":{"value":1}')?.status).toBe(200);
    const configs = (cluster.ask("GET_QUOTA") as { status: { configs: { role: string; limits?: object }[] } }).status.configs;
    expect(configs.map(({ role }) => role).sort()).toEqual(["eng", name].sort());
    expect(Object.keys(configs.find(({ role }) => role === "eng")!.limits ?? {})).toEqual([name]);
    const web = cluster.framework("web");
    const constraints = `{"role_constraints":{"${name}":{"groups":[{"attribute_constraints":[{"selector":{"attribute_name":"${name}"},"predicate":{"exists":{}}}]}]}}}`;
    const info = JSON.stringify(web.record.info);
    const update = `{"type":"UPDATE_FRAMEWORK","framework_id":{"value":"${web.id}"},"update_framework":{"framework_info":${info},"offer_constraints":${constraints}}}`;
    expect(post(cluster, update, "/api/v1/scheduler", { "mesos-stream-id": web.stream })?.status).toBeLessThan(500);
    views(cluster);
  });

  it.each(NAMES)("%s in a query is a key like any other", (name) => {
    const cluster = new Cluster().agents(1, "cpus:4;mem:1000");
    const query = Object.defineProperty({}, name, { value: "x", enumerable: true });
    for (const path of ["/state", "/tasks", "/metrics/snapshot", "/slaves", "/frameworks"]) {
      expect(cluster.driven.request({ method: "GET", path, query })?.status, path).toBe(200);
    }
  });
});
