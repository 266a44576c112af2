/** GET /tasks: which tasks, in which order, and how many. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tasksChanged } from "../../../../src/master/state/shown-tasks.ts";
import { reports } from "../../../support/cast.ts";
import { cluster, task } from "../cluster.ts";
import type { Cluster, Scheduler } from "../cluster.ts";
import { read } from "./reading.ts";

/** Tasks a, b, c, one after the other heard of, a second apart; then some that nobody has heard of yet. */
function working(heard: string, silent = ""): { story: Cluster; web: Scheduler } {
  const story = cluster().agents(1, "cpus:32;mem:32768");
  const web = story.framework("web");
  story.pass(1);
  const [offer] = web.offers;
  web.launch([...heard, ...silent].map((id) => task(id, "cpus:0.1;mem:16", offer!)));
  for (const [i, id] of [...heard].entries()) {
    reports(story.driven, web.id, story.agentIds[0]!, id, "TASK_RUNNING", { seed: i });
    story.pass(1);
  }
  return { story, web };
}

const ids = (story: Cluster, query: Record<string, string> = {}): string =>
  read(story, "/tasks", query).tasks.map(({ id }: { id: string }) => id).join("");

describe("tasks", () => {
  it("come newest first, or oldest first when asked so; one that was never heard of is the oldest", () => {
    const { story } = working("abc", "x");
    expect(ids(story)).toBe("cbax");
    expect(ids(story, { order: "asc" })).toBe("xabc");
    expect(ids(story, { order: "sideways" })).toBe("cbax");
  });

  it("come a page at a time", () => {
    const { story } = working("abcdef");
    expect(ids(story, { limit: "2" })).toBe("fe");
    expect(ids(story, { limit: "2", offset: "3" })).toBe("cb");
    expect(ids(story, { offset: "4" })).toBe("ba");
    expect(ids(story, { offset: "10" })).toBe("");
    expect(ids(story, { limit: "0" })).toBe("");
  });

  it("come whatever the page: what is no number counts as not given, a negative limit as none", () => {
    const { story } = working("abc");
    const odd: Record<string, string>[] = [{ limit: "many" }, { limit: "-1" }, { offset: "1.5" }, { offset: "" }];
    for (const query of odd) expect(ids(story, query)).toBe("cba");
    expect(ids(story, { limit: "4294967296" }), "more than 32 bits are no number").toBe("cba");
    expect(ids(story, { limit: "0x2" })).toBe("cb");
  });

  it("come as a Mesos master counts them, in 64 bits: an offset takes no limit at all past the end", () => {
    const { story } = working("abc");
    expect(ids(story, { limit: "-2", offset: "1" })).toBe("ba");
    expect(ids(story, { limit: "-1", offset: "1" })).toBe("");
    expect(ids(story, { offset: "-1" })).toBe("");
    expect(ids(story, { offset: "-1", limit: "-1" })).toBe("");
  });

  it("are a hundred unless somebody wants more", () => {
    const story = cluster().agents(1, "cpus:32;mem:32768");
    const web = story.framework("web");
    story.pass(1);
    web.launch(Array.from({ length: 150 }, (_, i) => task(`t${i}`, "cpus:0.01;mem:1", web.offers[0]!)));
    expect(read(story, "/tasks").tasks).toHaveLength(100);
    expect(read(story, "/tasks", { limit: "1000" }).tasks).toHaveLength(150);
  });

  it("are those of one framework, or one task, when asked for", () => {
    const { story, web } = working("ab");
    const other = story.framework("other");
    story.pass(5);
    other.launch([task("a", "cpus:0.1;mem:16", other.offers[0]!)]);
    expect(ids(story, { framework_id: web.id })).toBe("ba");
    expect(ids(story, { task_id: "a" }).length).toBe(2);
    expect(ids(story, { task_id: "a", framework_id: other.id })).toBe("a");
    expect(ids(story, { framework_id: "nobody" })).toBe("");
  });

  it("are there also when they are over, and when their framework is", () => {
    const { story, web } = working("ab");
    reports(story.driven, web.id, story.agentIds[0]!, "a", "TASK_FINISHED", { seed: 9 });
    web.call({ type: "TEARDOWN" });
    expect(ids(story)).toBe("ba");
    const states = read(story, "/tasks").tasks.map(({ state }: { state: string }) => state);
    expect(states).toEqual(["TASK_KILLED", "TASK_FINISHED"]);
  });

  it("are the page that sorting all of them would give", () => {
    const { story, web } = working("abcdefghijklmnopqrstuvwxyz");
    const all = [...web.record.tasks.values()];
    const place = fc.integer({ min: 0, max: 30 });
    const manyTimes = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 26, maxLength: 26 });
    fc.assert(fc.property(manyTimes, place, place, (times, offset, limit) => {
      for (const [i, one] of all.entries()) {
        one.statuses = [{ ...one.statuses[0]!, timestamp: times[i]! }];
        one.moment = undefined;
      }
      tasksChanged(web.record, "live");
      story.driven.master.answers.clear();
      const sorted = all.map(({ id }, i) => ({ id, time: times[i]! })).sort((left, right) => right.time - left.time);
      const page = sorted.slice(offset, offset + limit).map(({ id }) => id).join("");
      expect(ids(story, { offset: `${offset}`, limit: `${limit}` })).toBe(page);
    }), { numRuns: 100 });
  });
});
