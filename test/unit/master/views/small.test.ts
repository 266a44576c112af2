/** Small endpoints: the registry, why a framework gets no offers, help, and answers as calls of a function. */
import { describe, expect, it } from "vitest";
import { bodyOf } from "../../../support/bodies.ts";
import { cluster } from "../cluster.ts";
import { asked, read } from "./reading.ts";

describe("the registry", () => {
  it("is shown as it stands: agents, and those that were given up", () => {
    const story = cluster({ agentReregisterTimeoutMs: 60_000 }).agents(2, "cpus:1;mem:64");
    const [gone] = story.driven.master.agents.values();
    story.driven.event({ type: "exited", peer: gone!.pid });
    story.pass(61);
    const { slaves, unreachable, master } = read(story, "/registrar(1)/registry");
    expect(slaves.slaves).toMatchObject([{ info: { id: { value: story.agentIds[1] } } }]);
    expect(unreachable.slaves).toMatchObject([{ id: { value: story.agentIds[0] } }]);
    expect(master.info.id).toBe(story.driven.master.info.id);
  });
});

describe("offer constraints", () => {
  it("tell which agents they keep from a framework, and which roles it suppressed", () => {
    const story = cluster().agents(1, "cpus:1;mem:64");
    const web = story.framework("web", { roles: ["web", "ops"] });
    const groups = [{ attribute_constraints: [{ selector: { attribute_name: "rack" }, predicate: { exists: {} } }] }];
    const answer = web.call({
      type: "UPDATE_FRAMEWORK",
      update_framework: {
        framework_info: { ...web.record.info, id: { value: web.id } }, suppressed_roles: ["ops"],
        offer_constraints: { role_constraints: { web: { groups } } },
      },
    });
    expect(answer).toMatch(/^200/);
    expect(read(story, "/hierarchical-allocator(1)/offer_constraints_debug")).toEqual({
      frameworks: {
        [web.id]: { suppressed_roles: ["ops"], excluded_by_attribute_constraints: { web: story.agentIds, ops: [] } },
      },
    });
  });
});

describe("files", () => {
  it.each([
    ["-2", 400, "Negative offset provided: -2.\n"],
    ["-0x2", 400, "Negative offset provided: -2.\n"],
    ["9223372036854775808", 400, "Failed to parse offset: Failed to convert '9223372036854775808' to number.\n"],
    ["0x10", 404, ""],
    ["-1", 404, ""],
  ])("from %s on", (offset, status, body) => {
    expect(asked(cluster(), "/files/read", { path: "/master/log", offset })).toMatchObject({ status, body });
  });
});

describe("profilers", () => {
  it("are there and say that they are not built in", () => {
    const story = cluster();
    const off = "Perftools is disabled. To enable perftools, configure libprocess with --enable-perftools.\n";
    for (const path of ["/profiler/start", "/profiler/stop"]) expect(asked(story, path)).toMatchObject({ status: 400, body: off });
    for (const verb of ["start", "stop", "statistics", "download/raw", "download/text", "download/graph"]) {
      expect(asked(story, `/memory-profiler/${verb}`)).toMatchObject({ status: 400 });
    }
    expect(read(story, "/memory-profiler/state")).toEqual({
      memory_profiler: { current_run: { id: null }, jemalloc_detected: false, tmp_dir: "Not yet generated" },
    });
    expect(asked(story, "/profiler").status).toBe(404);
  });
});

describe("help", () => {
  it("lists the endpoints, all or those of an actor, for people and for programs", () => {
    const story = cluster();
    expect(bodyOf(asked(story, "/help")).split("\n")).toContain("/master/state");
    expect(bodyOf(asked(story, "/help/metrics"))).toBe("/metrics\n/metrics/snapshot\n");
    expect(read(story, "/help/master/state", { format: "json" })).toEqual({ endpoints: ["/master/state"] });
    expect(asked(story, "/help/nobody").status).toBe(404);
  });
});

describe("an answer as a call", () => {
  const paths = ["/state", "/version", "/roles", "/metrics/snapshot", "/tasks"];
  it.each(paths)("of %s is JSON in the brackets of a function", (path) => {
    const answer = asked(cluster(), path, { jsonp: "show" });
    expect(answer.headers!["Content-Type"]).toBe("text/javascript");
    const [, json] = /^show\((.*)\)$/s.exec(bodyOf(answer))!;
    expect(() => JSON.parse(json!)).not.toThrow();
  });
});
