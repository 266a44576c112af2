/**
 * A scheduler is gone: what its framework keeps, for how long, and what becomes of it afterwards (FWK-18 to FWK-28).
 */
import { describe, expect, it } from "vitest";
import { DRIVER, frameworkInfo, reports, subscribes } from "../../../support/cast.ts";
import { lines, messages, upid } from "../../../support/driven-master.ts";
import { cluster, contents, task } from "../cluster.ts";

const running = (failoverTimeout: number) => {
  const story = cluster().agents(1, "cpus:4;mem:4096");
  const web = story.framework("web", { failover_timeout: failoverTimeout });
  web.launch([task("t", "cpus:1;mem:1024", web.offers[0]!)], web.offers, 0);
  story.pass(1);
  return { story, web };
};

describe("a stream breaks", () => {
  it("offers go back for others at once, tasks run on, and there are no more heartbeats", () => {
    const { story, web } = running(60);
    const batch = story.framework("batch");
    expect(batch.offers).toEqual([]);
    web.vanish();
    story.pass(1);
    expect(contents(batch.offers[0])).toBe("cpus:3; mem:3072");
    expect([...web.record.tasks.keys()]).toEqual(["t"]);
    story.driven.take();
    story.pass(30);
    expect(lines(story.driven.take()).filter((line) => line.startsWith(web.stream))).toEqual([]);
    expect(web.call({ type: "REVIVE" })).toBe("403 Framework is not subscribed");
  });

  it("offers that went back so count as rescinded, unlike those of a framework that is torn down", () => {
    const { story, web } = running(60);
    story.pass(1);
    expect(web.offers).toHaveLength(1);
    web.vanish();
    expect(web.record.counters.get("offers/rescinded")).toBe(1);
    const other = story.framework("other");
    story.pass(1);
    expect(other.offers).toHaveLength(1);
    other.call({ type: "TEARDOWN" });
    expect(other.record.counters.get("offers/rescinded")).toBeUndefined();
  });

  it("whoever is back in time finds its tasks, and hears of what happened meanwhile when its agent repeats it", () => {
    const { story, web } = running(60);
    web.vanish();
    reports(story.driven, web.id, story.agentIds[0]!, "t", "TASK_RUNNING");
    expect(story.driven.master.counters.get("invalid_status_updates")).toBe(1);
    story.pass(59);
    web.subscribe();
    story.pass(10);
    expect(web.record.state).toBe("active");
    reports(story.driven, web.id, story.agentIds[0]!, "t", "TASK_RUNNING");
    expect(web.taskStates).toEqual({ t: "TASK_RUNNING" });
  });

  it("whoever is not, is removed: agents shut its executors down, tasks are recorded as killed, resources are free", () => {
    const { story, web } = running(60);
    web.vanish();
    story.pass(61);
    expect(story.toldAgents("mesos.internal.ShutdownFrameworkMessage")).toEqual([{ framework_id: { value: web.id } }]);
    const { state, completedTasks, unregisteredAtMs } = web.record;
    expect([state, [...completedTasks].map((ended) => [ended.id, ended.state])]).toEqual(
      ["disconnected", [["t", "TASK_KILLED"]]],
    );
    expect(unregisteredAtMs).toBe(story.driven.nowMs - 1000);
    expect(story.holdings()).toEqual({ offers: 0, free: ["cpus:4; mem:4096"], tasks: 0 });
  });

  it("without a failover timeout that is at once", () => {
    const { story, web } = running(0);
    web.vanish();
    story.pass(0);
    expect(story.driven.master.frameworks.size).toBe(0);
    expect(web.record.state).toBe("disconnected");
  });

  it("the end of a stream that was replaced already means nothing", () => {
    const { story, web } = running(0);
    const first = web.stream;
    web.subscribe();
    story.driven.event({ type: "stream-closed", stream: first });
    story.pass(5);
    expect(web.record.state).toBe("active");
  });

  it("only so many completed frameworks are kept, the newest", () => {
    const story = cluster({ maxCompletedFrameworks: 2 });
    for (const name of ["a", "b", "c"]) story.framework(name).call({ type: "TEARDOWN" });
    expect([...story.driven.master.completedFrameworks.keys()]).toEqual(["m-0001", "m-0002"]);
  });
});

describe("a driver's connection breaks", () => {
  it("it is told that it is on its own, should it still be alive, and every word of it is answered so", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096");
    const id = subscribes(story.driven, frameworkInfo({ failover_timeout: 60 }));
    story.driven.event({ type: "exited", peer: upid(DRIVER) });
    expect(messages(story.driven.said, "mesos.internal.FrameworkErrorMessage")).toEqual(
      [{ message: "Framework disconnected" }],
    );
    expect(story.holdings().offers).toBe(0);
    expect(messages(story.driven.said, "mesos.internal.RescindResourceOfferMessage")).toHaveLength(1);
    story.driven.message(DRIVER, "mesos.scheduler.Call", { type: "REVIVE", framework_id: { value: id } });
    expect(messages(story.driven.said, "mesos.internal.FrameworkErrorMessage")).toHaveLength(2);
    story.driven.event({ type: "exited", peer: upid(DRIVER) });
    expect(messages(story.driven.said, "mesos.internal.FrameworkErrorMessage")).toHaveLength(2);
  });

  it("abort() leaves it connected, without offers, until it subscribes again", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096");
    const id = subscribes(story.driven);
    story.driven.message(DRIVER, "mesos.internal.DeactivateFrameworkMessage", { framework_id: { value: id } });
    expect(messages(story.driven.said, "mesos.internal.RescindResourceOfferMessage")).toHaveLength(1);
    expect(story.driven.master.frameworks.get(id)?.state).toBe("inactive");
    story.pass(5);
    expect(story.holdings().offers).toBe(0);
  });
});
