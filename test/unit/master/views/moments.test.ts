/**
 * A long answer is taken at once and made later: it says what was so when it was asked for, whatever happens before it
 * is made. And what did not change is not made again.
 */
import { describe, expect, it } from "vitest";
import { TASK_TABLES, shownTasks } from "../../../../src/master/state/shown-tasks.ts";
import { printUpid } from "../../../../src/model/upid.ts";
import { ResponseCodec } from "../../../../src/wire/gen/master.ts";
import { bodyOf, bytesOf } from "../../../support/bodies.ts";
import { reports } from "../../../support/cast.ts";
import { cluster, task } from "../cluster.ts";
import type { Cluster, Scheduler } from "../cluster.ts";
import { asked, called } from "./reading.ts";

const EACH = "cpus:4;mem:4096";

function running(): { story: Cluster; web: Scheduler } {
  const story = cluster().agents(2, EACH);
  const web = story.framework("web");
  story.pass(1);
  const [offer] = web.offers;
  web.launch([task("t1", "cpus:1;mem:64", offer!), task("t2", "cpus:1;mem:64", offer!)], [offer!]);
  return { story, web };
}

const paths = ["/state", "/slaves", "/frameworks", "/tasks", "/state-summary", "/roles"];

describe("a long answer", () => {
  it.each(paths)("of %s is of the moment it was asked for", (path) => {
    const { story, web } = running();
    const then = bodyOf(asked(story, path));
    const late = asked(story, path);
    const [agent] = story.agentIds;
    reports(story.driven, web.id, agent!, "t1", "TASK_RUNNING", { seed: 1 });
    reports(story.driven, web.id, agent!, "t2", "TASK_FAILED", { seed: 2 });
    story.framework("late");
    story.agents(1, EACH).pass(1);
    web.call({ type: "TEARDOWN" });
    expect(bodyOf(late)).toBe(then);
    expect(bodyOf(asked(story, path))).not.toBe(then);
  });

  it.each(["application/json", "application/x-protobuf"])("of the operator API is, too, as %s", (media) => {
    const { story, web } = running();
    const then = bytesOf(called(story, "GET_STATE", media));
    const late = called(story, "GET_STATE", media);
    reports(story.driven, web.id, story.agentIds[0]!, "t1", "TASK_RUNNING");
    story.agents(1, EACH).pass(1);
    expect(Buffer.from(bytesOf(late)).equals(then)).toBe(true);
  });

  it("in protobuf says the same as in JSON", () => {
    const { story, web } = running();
    reports(story.driven, web.id, story.agentIds[0]!, "t1", "TASK_FAILED");
    for (const type of ["GET_STATE", "GET_TASKS", "GET_AGENTS", "GET_FRAMEWORKS", "GET_EXECUTORS"]) {
      const decoded = ResponseCodec.decode(bytesOf(called(story, type, "application/x-protobuf")));
      const inJson = JSON.parse(bodyOf(called(story, type)), withoutEmptyLists);
      expect(decoded.ok && JSON.parse(ResponseCodec.toJson(decoded.value), withoutEmptyLists), type).toEqual(inJson);
    }
  });
});

/** JSON shows the lists of a long answer also when they are empty; protobuf has no such thing. */
function withoutEmptyLists(_key: string, value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}

describe("what did not change", () => {
  it("is not written again", () => {
    const { story, web } = running();
    bodyOf(asked(story, "/state"));
    bodyOf(called(story, "GET_STATE"));
    const [t1, t2] = [...web.record.tasks.values()];
    const texts = [t1, t2].map((one) => one!.moment!.legacy);
    reports(story.driven, web.id, story.agentIds[0]!, "t1", "TASK_RUNNING");
    bodyOf(asked(story, "/state"));
    expect(t2!.moment!.legacy).toBe(texts[1]);
    expect(t1!.moment!.legacy).not.toBe(texts[0]);
    const [busy, idle] = story.agentIds.map((id) => story.driven.master.agents.get(id)!);
    const before = [busy!.moment, idle!.moment];
    web.accept([], web.offers);
    bodyOf(asked(story, "/state"));
    expect([busy!.moment === before[0], idle!.moment === before[1]]).toEqual([true, false]);
  });

  it("is not even taken again: the tasks of a framework stay one list until one of them changes", () => {
    const { story, web } = running();
    const { record: other } = story.framework("other");
    const [agent] = story.agentIds;
    const lists = () => TASK_TABLES.map((table) => shownTasks(web.record, table));
    const [live, unreachable, completed] = lists();
    const others = shownTasks(other, "live");
    story.pass(1);
    bodyOf(asked(story, "/state"));
    bodyOf(called(story, "GET_STATE"));
    expect(lists()).toEqual([live, unreachable, completed]);
    expect(lists().map((list, i) => list === [live, unreachable, completed][i])).toEqual([true, true, true]);
    reports(story.driven, web.id, agent!, "t1", "TASK_RUNNING", { seed: 1 });
    expect(lists().map((list, i) => list === [live, unreachable, completed][i])).toEqual([false, true, true]);
    expect(live!.map(({ state }) => state)).toEqual(["TASK_STAGING", "TASK_STAGING"]);
    expect(shownTasks(web.record, "live").map(({ state }) => state)).toEqual(["TASK_RUNNING", "TASK_STAGING"]);
    web.call({ type: "TEARDOWN" });
    expect(lists().map((list) => list.length)).toEqual([0, 0, 2]);
    expect(shownTasks(other, "live")).toBe(others);
  });

  it("is not even looked at again by others who ask for the same in the meantime", () => {
    const { story } = running();
    const first = asked(story, "/state");
    expect(asked(story, "/state")).toBe(first);
    expect(asked(story, "/state", { jsonp: "f" })).not.toBe(first);
    story.pass(1);
    expect(asked(story, "/state")).not.toBe(first);
  });

  it.each(paths)("is the same answer of %s while agents and frameworks only say that they are still there", (path) => {
    const { story, web } = running();
    const { driven, agentIds } = story;
    const [agent] = agentIds.map((id) => driven.master.agents.get(id)!);
    const first = asked(story, path);
    driven.event({ type: "timer", timer: { kind: "ping", agentId: agent!.id } });
    driven.event({ type: "timer", timer: { kind: "heartbeat", frameworkId: web.id } });
    driven.message(printUpid(agent!.pid), "mesos.internal.PongSlaveMessage", {}, agent!.observer);
    expect(asked(story, path)).toBe(first);
    driven.master.answers.clear();
    expect(bodyOf(asked(story, path))).toBe(bodyOf(first));
    // Until it is pinged and does not answer any more.
    driven.event({ type: "timer", timer: { kind: "ping", agentId: agent!.id } });
    const { agentPingTimeoutMs, maxAgentPingTimeouts } = driven.master.options;
    driven.nowMs += agentPingTimeoutMs * maxAgentPingTimeouts;
    const last = asked(story, "/state");
    driven.event({ type: "timer", timer: { kind: "ping", agentId: agent!.id } });
    expect(driven.master.agents.has(agent!.id)).toBe(false);
    expect(bodyOf(asked(story, "/state"))).not.toBe(bodyOf(last));
  });
});
