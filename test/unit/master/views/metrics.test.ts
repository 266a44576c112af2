/** What a master says of itself in numbers, for each of its readers. */
import { describe, expect, it } from "vitest";
import type { MetricSample, Readings } from "../../../../src/master/event.ts";
import { ResponseCodec } from "../../../../src/wire/gen/master.ts";
import { bodyOf, bytesOf } from "../../../support/bodies.ts";
import { reports } from "../../../support/cast.ts";
import { resources } from "../../../support/resources.ts";
import { cluster, task } from "../cluster.ts";
import type { Cluster } from "../cluster.ts";

import { asked, called, read } from "./reading.ts";

const snapshot = (story: Cluster): Record<string, number> => read(story, "/metrics/snapshot");

function prometheus(story: Cluster, readings?: Readings): readonly MetricSample[] {
  return asked(story, "/metrics", {}, { headers: { accept: "*/*" }, ...(readings && { readings }) }).samples!;
}

describe("metrics", () => {
  it("tell what there is, what is used, and in which states tasks are", () => {
    const story = cluster().agents(2, "cpus:4;mem:4096;gpus:2");
    const web = story.framework("web", { capabilities: [{ type: "MULTI_ROLE" }, { type: "GPU_RESOURCES" }] });
    story.pass(1);
    const [offer, other] = web.offers;
    web.launch([task("a", "cpus:1;mem:64", offer!), task("b", "cpus:1;mem:64", offer!)], [offer!]);
    web.call({ type: "DECLINE", decline: { offer_ids: [other!.id] } });
    reports(story.driven, web.id, story.agentIds[0]!, "a", "TASK_RUNNING", { seed: 1 });
    expect(snapshot(story)).toMatchObject({
      "master/elected": 1, "master/slaves_active": 2, "master/slaves_inactive": 0, "master/frameworks_connected": 1,
      "master/cpus_total": 8, "master/cpus_used": 2, "master/cpus_percent": 0.25, "master/mem_used": 128,
      "master/gpus_total": 4, "master/gpus_used": 0, "master/cpus_revocable_total": 0, "master/disk_percent": 0,
      "master/tasks_staging": 1, "master/tasks_running": 1, "master/outstanding_offers": 0,
      [`master/frameworks/web/${web.id}/calls/accept`]: 1,
      [`master/frameworks/web/${web.id}/tasks/active/task_running`]: 1,
      [`master/frameworks/web/${web.id}/operations/launch`]: 2,
      [`master/frameworks/web/${web.id}/offers/declined`]: 1,
    });
    const failed = { seed: 2, reason: "REASON_COMMAND_EXECUTOR_FAILED" } as const;
    reports(story.driven, web.id, story.agentIds[0]!, "a", "TASK_FAILED", failed);
    expect(snapshot(story)).toMatchObject({
      "master/tasks_running": 0, "master/tasks_failed": 1, "master/cpus_used": 1,
      "master/task_failed/source_executor/reason_command_executor_failed": 1,
      [`master/frameworks/web/${web.id}/tasks/terminal/task_failed`]: 1,
    });
  });

  it("count what may be revoked for itself", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096");
    const lent = { name: "cpus", type: "SCALAR", scalar: { value: 2 }, revocable: {} } as const;
    story.driven.message(story.addressOf(1), "mesos.internal.UpdateSlaveMessage", {
      agent_id: { value: story.agentIds[0]! }, update_oversubscribed_resources: true, oversubscribed_resources: [lent],
    });
    const web = story.framework("web", { capabilities: [{ type: "MULTI_ROLE" }, { type: "REVOCABLE_RESOURCES" }] });
    story.pass(1);
    const lentCpu = { ...lent, scalar: { value: 1 } };
    const offer = web.offers.find(({ resources }) => resources?.some(({ revocable }) => revocable !== undefined))!;
    web.launch([task("a", "", offer, { resources: [lentCpu, ...resources("mem:64")] })], [offer]);
    expect(snapshot(story)).toMatchObject({
      "master/cpus_total": 4, "master/cpus_used": 0, "master/cpus_revocable_total": 2, "master/cpus_revocable_used": 1,
      "master/cpus_revocable_percent": 0.5,
    });
  });

  it("are the same numbers for every reader", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096");
    story.framework("web");
    const numbers = snapshot(story);
    const inJson = JSON.parse(bodyOf(called(story, "GET_METRICS", "application/json", { get_metrics: {} })));
    const list = inJson.get_metrics.metrics as { name: string; value: number }[];
    expect(Object.fromEntries(list.map(({ name, value }) => [name, value]))).toEqual(numbers);
    const inProtobuf = called(story, "GET_METRICS", "application/x-protobuf", { get_metrics: {} });
    const decoded = ResponseCodec.decode(bytesOf(inProtobuf));
    expect(decoded.ok && decoded.value.get_metrics!.metrics).toEqual(list);
    expect(prometheus(story)).toHaveLength(Object.keys(numbers).length);
    expect(prometheus(story)).toContainEqual({ metric: "mesos_master_slaves_active", labels: {}, value: 1 });
  });

  it("wait for what only the shell can measure, and show it among the others", () => {
    const story = cluster();
    const measured = asked(story, "/metrics/snapshot", {}, { readings: { "system/load_1min": 0.5 } });
    const names = Object.keys(JSON.parse(bodyOf(measured)));
    expect(names).toContain("system/load_1min");
    expect(names).toEqual(names.toSorted());
  });

  it("take a timeout and have no use for it, unless it is none", () => {
    const story = cluster();
    expect(asked(story, "/metrics/snapshot", { timeout: "10secs" }).status).toBe(200);
    const { status, body } = asked(story, "/metrics/snapshot", { timeout: "soon" });
    expect(status).toBe(400);
    expect(body).toMatch(/^Invalid timeout 'soon': /);
  });

  it("of no framework are published when the operator does not want it", () => {
    const story = cluster({ flags: { publish_per_framework_metrics: "false" } });
    story.framework("web");
    expect(Object.keys(snapshot(story)).filter((name) => name.startsWith("master/frameworks/"))).toEqual([]);
  });
});

describe("metrics for Prometheus", () => {
  it("are not found by clients that do not say what they accept, as in Mesos", () => {
    expect(asked(cluster(), "/metrics").status).toBe(404);
  });

  it("carry frameworks, roles and quantiles as labels, whatever their names are", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096");
    const odd = story.framework('a "b"/c\\', { roles: ["eng/web"] });
    const labels = { name: 'a "b"/c\\', id: odd.id };
    const samples = prometheus(story);
    expect(samples).toContainEqual({ metric: "mesos_framework_calls_subscribe", labels, value: 1 });
    const suppressed = { ...labels, role: "eng/web" };
    expect(samples).toContainEqual({ metric: "mesos_framework_role_suppressed", labels: suppressed, value: 0 });
    const measured = prometheus(story, {
      "registrar/state_store_ms": 1.5, "registrar/state_store_ms/count": 7, "registrar/state_store_ms/p99": 3,
    });
    expect(measured.filter(({ metric }) => metric.includes("state_store"))).toEqual([
      { metric: "mesos_registrar_state_store_ms_last", labels: {}, value: 1.5 },
      { metric: "mesos_registrar_state_store_ms_count", labels: {}, value: 7 },
      { metric: "mesos_registrar_state_store_ms", labels: { quantile: "0.99" }, value: 3 },
    ]);
  });
});
