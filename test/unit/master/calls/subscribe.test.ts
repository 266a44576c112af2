/** How frameworks come, come back and are turned away (FWK-01 to FWK-18, FWK-51, FWK-52). */
import { describe, expect, it } from "vitest";
import { frameworkInfo, subscribes, DRIVER } from "../../../support/cast.ts";
import { lines, messages, upid } from "../../../support/driven-master.ts";
import { cluster, contents, eventJson } from "../cluster.ts";

const call = "mesos.scheduler.Call";

describe("over HTTP", () => {
  it("a new framework gets its id, hears who the master is, a heartbeat at once and one every 15 seconds", () => {
    const story = cluster();
    const web = story.framework("web");
    expect(web.events().map(eventJson)).toEqual([
      {
        type: "SUBSCRIBED",
        subscribed: {
          framework_id: { value: "m-0000" },
          heartbeat_interval_seconds: 15,
          master_info: {
            id: "m", ip: 150994954, port: 5050, pid: "master@10.0.0.9:5050", hostname: "master.example",
            version: "1.12.0",
            address: { hostname: "master.example", ip: "10.0.0.9", port: 5050 },
            capabilities: [{ type: "AGENT_UPDATE" }, { type: "AGENT_DRAINING" }, { type: "QUOTA_V2" }],
          },
        },
      },
      { type: "HEARTBEAT" },
    ]);
    story.pass(44);
    expect(web.events("HEARTBEAT")).toHaveLength(3);
    expect(story.framework("batch").id).toBe("m-0001");
  });

  it("is answered with headers that say the media type and the stream", () => {
    const story = cluster();
    const web = story.framework("web");
    const opened = story.driven.said.find(({ kind }) => kind === "open");
    expect(opened).toMatchObject({ headers: { "Content-Type": "application/json", "Mesos-Stream-Id": web.stream } });
  });

  it("a second subscription with the id takes over: the first stream hears it and ends, its offers go back unsaid", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096");
    const web = story.framework("web", { failover_timeout: 60 });
    const first = web.stream;
    story.driven.take();
    web.subscribe();
    expect(lines(story.driven.take()).filter((line) => line.startsWith("stream"))).toEqual([
      `${web.stream} opened`, `${first} ERROR`, `${first} ended`, `${web.stream} SUBSCRIBED`, `${web.stream} HEARTBEAT`,
    ]);
    story.pass(1);
    expect(web.offers.map(contents)).toEqual(["cpus:4; mem:4096"]);
    expect(web.call({ type: "SUPPRESS" }, { "mesos-stream-id": first })).toContain("didn't match the stream ID");
    expect(web.call({ type: "SUPPRESS" })).toBe("202");
  });

  it("every agent hears where the framework is now", () => {
    const story = cluster().agents(2, "cpus:1");
    const web = story.framework("web");
    expect(story.toldAgents("mesos.internal.UpdateFrameworkMessage")).toEqual([]);
    web.subscribe({ name: "web-2" });
    const told = story.toldAgents("mesos.internal.UpdateFrameworkMessage");
    expect(told).toHaveLength(2);
    expect(told[0]).toMatchObject(
      { framework_id: { value: "m-0000" }, pid: "@0.0.0.0:0", framework_info: { name: "web-2" } },
    );
  });

  it("coming back keeps user and checkpoint as they were, and may change the rest", () => {
    const web = cluster().framework("web", { checkpoint: true });
    web.subscribe({ user: "nobody", checkpoint: false, name: "other", failover_timeout: 9 });
    expect(web.record.info).toMatchObject({ user: "root", checkpoint: true, name: "other", failover_timeout: 9 });
  });

  it("another principal is turned away on the new stream; the old one lives on", () => {
    const web = cluster().framework("web", { principal: "ada" });
    const old = web.stream;
    web.subscribe({ principal: "bob" });
    expect(web.events("ERROR").at(-1)?.error?.message).toBe("Changing framework's principal is not allowed.");
    web.stream = old;
    expect(web.call({ type: "SUPPRESS" })).toBe("202");
  });

  it("offers for a role that it leaves are rescinded", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096");
    const web = story.framework("web", { roles: ["web", "ads"] });
    const [offer] = web.offers;
    const left = offer!.allocation_info!.role!;
    const kept = left === "web" ? "ads" : "web";
    web.subscribe({ roles: [kept] });
    story.pass(1);
    expect(
      story.driven.said.some((said) => said.kind === "write" && said.event.rescind?.offer_id.value === offer!.id.value),
    ).toBe(true);
    expect(web.offers.map(({ allocation_info }) => allocation_info?.role)).toEqual([kept]);
  });

  it("a framework from before a failover of the master, of which no agent has told yet, is taken at its word", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096");
    const web = story.framework("web", { id: { value: "older-0007" } });
    expect(web.id).toBe("older-0007");
    expect(web.record.state).toBe("active");
    expect(contents(web.offers[0])).toBe("cpus:4; mem:4096");
  });

  it("one that was removed is turned away for ever", () => {
    const web = cluster().framework("web");
    web.call({ type: "TEARDOWN" });
    web.subscribe();
    expect(web.events("ERROR").at(-1)?.error?.message).toBe("Framework has been removed");
  });
});

describe("by driver", () => {
  it("a new framework is linked and registered; asking again gets the same answer", () => {
    const story = cluster();
    const id = subscribes(story.driven);
    expect(lines(story.driven.take())).toEqual([`link ${DRIVER}`, `master > ${DRIVER} FrameworkRegisteredMessage`]);
    expect(subscribes(story.driven)).toBe(id);
    expect(story.driven.master.frameworks.size).toBe(1);
  });

  const resubscribe = (story: ReturnType<typeof cluster>, id: string, from: string, force: boolean): string[] => {
    const info = frameworkInfo({ id: { value: id } });
    story.driven.take();
    story.driven.message(
      from, call, { type: "SUBSCRIBE", framework_id: info.id, subscribe: { framework_info: info, force } },
    );
    return lines(story.driven.take()).filter((line) => !line.includes("slave(1)"));
  };

  it("from the same address without force it reconnected: its offers are rescinded, and it is reregistered", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096");
    const id = subscribes(story.driven);
    expect(resubscribe(story, id, DRIVER, false)).toEqual([
      `master > ${DRIVER} RescindResourceOfferMessage`, `link ${DRIVER}`,
      `master > ${DRIVER} FrameworkReregisteredMessage`,
    ]);
  });

  it("from another address with force it failed over: the old driver hears it, the new one is registered", () => {
    const story = cluster().agents(1, "cpus:4;mem:4096");
    const id = subscribes(story.driven);
    const other = "scheduler-2@10.0.0.6:6000";
    expect(resubscribe(story, id, other, true)).toEqual([
      `master > ${DRIVER} FrameworkErrorMessage`, `unlink ${DRIVER}`, `link ${other}`,
      `master > ${other} FrameworkRegisteredMessage`,
    ]);
    expect(story.toldAgents("mesos.internal.UpdateFrameworkMessage").at(-1)?.pid).toBe(other);
  });

  it("from another address without force it is not believed", () => {
    const story = cluster();
    const id = subscribes(story.driven);
    const other = "scheduler-2@10.0.0.6:6000";
    expect(resubscribe(story, id, other, false)).toEqual([`master > ${other} FrameworkErrorMessage`]);
    expect(messages(story.driven.said, "mesos.internal.FrameworkErrorMessage")).toEqual(
      [{ message: "Framework failed over" }],
    );
    expect(story.driven.master.frameworksByPid.has(DRIVER)).toBe(true);
  });

  it("a driver that serves one framework cannot serve another: not a word", () => {
    const story = cluster();
    subscribes(story.driven);
    expect(resubscribe(story, "m-0042", DRIVER, true)).toEqual([]);
    expect(story.driven.master.frameworks.size).toBe(1);
  });

  it("a framework may move from a driver to HTTP and back", () => {
    const story = cluster();
    const id = subscribes(story.driven, frameworkInfo({ failover_timeout: 60 }));
    const { capabilities, checkpoint } = frameworkInfo();
    const web = story.framework("web", { id: { value: id }, capabilities, checkpoint });
    expect(messages(story.driven.said, "mesos.internal.FrameworkErrorMessage")).toEqual(
      [{ message: "Framework failed over" }],
    );
    expect(web.record.connection).toMatchObject({ kind: "http", stream: web.stream });
    resubscribe(story, id, DRIVER, true);
    expect(web.events("ERROR").map(({ error }) => error?.message)).toEqual(["Framework failed over"]);
    expect(web.record.connection).toEqual({ kind: "pid", pid: upid(DRIVER) });
  });

  it("older words for the same: register, reregister", () => {
    const story = cluster();
    story.driven.message(DRIVER, "mesos.internal.RegisterFrameworkMessage", { framework: frameworkInfo() });
    const [registered] = messages(story.driven.said, "mesos.internal.FrameworkRegisteredMessage");
    const info = frameworkInfo({ id: registered!.framework_id });
    story.driven.message(DRIVER, "mesos.internal.ReregisterFrameworkMessage", { framework: info, failover: false });
    expect(messages(story.driven.said, "mesos.internal.FrameworkReregisteredMessage")).toHaveLength(1);
    story.driven.message(DRIVER, "mesos.internal.RegisterFrameworkMessage", { framework: info });
    story.driven.message(
      DRIVER, "mesos.internal.ReregisterFrameworkMessage", { framework: frameworkInfo(), failover: true },
    );
    expect(messages(story.driven.said, "mesos.internal.FrameworkErrorMessage").map(({ message }) => message)).toEqual([
      "Registering with 'id' already set", "Re-registering without an 'id'",
    ]);
    story.driven.message(DRIVER, "mesos.internal.SubmitSchedulerRequest", { name: "old" });
    expect(messages(story.driven.said, "mesos.internal.SubmitSchedulerResponse")).toEqual([{ okay: false }]);
  });
});
