/** Operators that watch: what their streams say, who is let in, and when one has gone. */
import { describe, expect, it } from "vitest";
import type { StreamId } from "../../../../src/master/event.ts";
import { EventCodec } from "../../../../src/wire/gen/master.ts";
import type { OperatorEvent } from "../../../../src/wire/v1/operator.ts";
import { bodyOf, bytesOf } from "../../../support/bodies.ts";
import { comesBack, frameworkInfo, reportedTask, reports } from "../../../support/cast.ts";
import { cluster, task } from "../cluster.ts";
import type { Cluster } from "../cluster.ts";

/** An operator's stream: the events since the last look. */
class Operator {
  readonly stream: StreamId;
  readonly #cluster: Cluster;
  readonly #media: "json" | "protobuf";
  #seen: number;

  constructor(home: Cluster, media: "json" | "protobuf" = "json") {
    this.#cluster = home;
    this.#media = media;
    this.#seen = home.driven.said.length;
    const accept = media === "json" ? "application/json" : "application/x-protobuf";
    const body = new TextEncoder().encode('{"type":"SUBSCRIBE"}');
    home.driven.request({ path: "/api/v1", headers: { "content-type": "application/json", accept }, body });
    const opened = home.driven.said.slice(this.#seen).find((said) => said.kind === "open")!;
    this.stream = opened.kind === "open" ? opened.stream : "" as StreamId;
  }

  news(): OperatorEvent[] {
    const { said } = this.#cluster.driven;
    const news = said.slice(this.#seen).flatMap((one) => {
      if (one.kind === "publish" && one.streams.includes(this.stream)) return [one.event];
      if (one.kind !== "record" || one.stream !== this.stream) return [];
      return [this.#media === "json" ? JSON.parse(bodyOf(one)) as OperatorEvent : decoded(bytesOf(one))];
    });
    this.#seen = said.length;
    return news;
  }

  /** The same by name and subject. */
  headlines(): string[] {
    return this.news().map((event) => {
      const { type, task_added, task_updated, agent_added, agent_removed } = event;
      const subject = task_added?.task.task_id.value ?? task_updated?.status.task_id.value
        ?? agent_added?.agent.agent_info?.id?.value ?? agent_removed?.agent_id.value
        ?? event.framework_added?.framework.framework_info.name
        ?? event.framework_updated?.framework.framework_info.name
        ?? event.framework_removed?.framework_info.name;
      return [type, subject, task_updated?.state].filter((word) => word !== undefined).join(" ");
    });
  }
}

function decoded(bytes: Uint8Array): OperatorEvent {
  const event = EventCodec.decode(bytes);
  if (!event.ok) throw new Error(event.error);
  return event.value;
}

const EACH = "cpus:4;mem:4096";

describe("an operator that subscribes", () => {
  it("gets the state, a heartbeat, and every 15 seconds another one", () => {
    const story = cluster().agents(1, EACH);
    const operator = new Operator(story);
    const [first, ...rest] = operator.news();
    expect(first).toMatchObject({ type: "SUBSCRIBED", subscribed: { heartbeat_interval_seconds: 15 } });
    expect(first!.subscribed!.get_state!.get_agents!.agents).toHaveLength(1);
    expect(rest).toEqual([{ type: "HEARTBEAT" }]);
    story.pass(14.9);
    expect(operator.headlines()).toEqual([]);
    story.pass(15.2);
    expect(operator.headlines()).toEqual(["HEARTBEAT", "HEARTBEAT"]);
  });

  it("gets the same as protobuf", () => {
    const story = cluster().agents(1, EACH);
    const [subscribed] = new Operator(story, "protobuf").news();
    const [inJson] = new Operator(story).news();
    const { get_state, heartbeat_interval_seconds } = JSON.parse(EventCodec.toJson(subscribed!)).subscribed;
    expect(get_state.get_agents.agents).toEqual(inJson!.subscribed!.get_state!.get_agents!.agents);
    expect([subscribed!.type, heartbeat_interval_seconds]).toEqual(["SUBSCRIBED", 15]);
  });

  it("hears how a framework comes, runs a task and goes", () => {
    const story = cluster().agents(1, EACH);
    const operator = new Operator(story);
    operator.news();
    const web = story.framework("web");
    story.pass(1);
    web.launch([task("t", "cpus:1;mem:64", web.offers[0]!)]);
    const [agent] = story.agentIds;
    reports(story.driven, web.id, agent!, "t", "TASK_RUNNING");
    web.subscribe();
    web.call({ type: "TEARDOWN" });
    expect(operator.headlines()).toEqual([
      "FRAMEWORK_ADDED web", "TASK_ADDED t", "TASK_UPDATED t TASK_RUNNING", "FRAMEWORK_UPDATED web",
      "TASK_UPDATED t TASK_KILLED", "FRAMEWORK_REMOVED web",
    ]);
  });

  it("is not told of an update that repeats the state, unless it is about a check", () => {
    const story = cluster().agents(1, EACH);
    const web = story.framework("web");
    story.pass(1);
    web.launch([task("t", "cpus:1;mem:64", web.offers[0]!)]);
    const operator = new Operator(story);
    operator.news();
    const [agent] = story.agentIds;
    reports(story.driven, web.id, agent!, "t", "TASK_RUNNING", { seed: 1 });
    reports(story.driven, web.id, agent!, "t", "TASK_RUNNING", { seed: 2 });
    expect(operator.headlines()).toEqual(["TASK_UPDATED t TASK_RUNNING"]);
    const check = { seed: 3, reason: "REASON_TASK_HEALTH_CHECK_STATUS_UPDATED" } as const;
    reports(story.driven, web.id, agent!, "t", "TASK_RUNNING", check);
    expect(operator.headlines()).toEqual(["TASK_UPDATED t TASK_RUNNING"]);
  });

  it("hears of an agent that comes and that leaves, not of one that is marked unreachable", () => {
    const story = cluster({ agentReregisterTimeoutMs: 60_000 });
    const operator = new Operator(story);
    operator.news();
    story.agents(2, EACH);
    const [first, second] = story.agentIds;
    expect(operator.headlines()).toEqual([`AGENT_ADDED ${first}`, `AGENT_ADDED ${second}`]);
    story.driven.message(story.addressOf(1), "mesos.internal.UnregisterSlaveMessage", { agent_id: { value: first! } });
    expect(operator.headlines()).toEqual([`AGENT_REMOVED ${first}`]);
    story.driven.event({ type: "exited", peer: story.driven.master.agents.get(second!)!.pid });
    story.pass(61);
    expect(story.driven.master.unreachableAgents.has(second!)).toBe(true);
    expect(operator.headlines().filter((line) => line !== "HEARTBEAT")).toEqual([]);
  });

  it("hears of a framework that an agent brings back before its tasks", () => {
    const before = cluster().agents(1, EACH);
    const [agent] = before.agentIds;
    const web = before.framework("web");
    const story = cluster({}, before.driven.store);
    const operator = new Operator(story);
    expect(operator.news()[0]!.subscribed!.get_state!.get_agents!.recovered_agents).toHaveLength(1);
    const framework = frameworkInfo({ id: { value: web.id }, name: "web" });
    comesBack(story.driven, agent!, { frameworks: [framework], tasks: [reportedTask(web.id, agent!, "t")] });
    expect(operator.headlines()).toEqual([`AGENT_ADDED ${agent}`, "FRAMEWORK_ADDED web", "TASK_ADDED t"]);
  });
});

describe("the streams of operators", () => {
  it("are not many: with one too many the oldest is closed", () => {
    const story = cluster({ maxOperatorSubscribers: 2 });
    const [first, second, third] = [new Operator(story), new Operator(story), new Operator(story)];
    expect(story.driven.said.filter(({ kind }) => kind === "end")).toEqual([{ kind: "end", stream: first!.stream }]);
    for (const operator of [first, second, third]) operator!.news();
    story.agents(1, EACH);
    expect([first, second, third].map((operator) => operator!.headlines().length)).toEqual([0, 1, 1]);
  });

  it("are forgotten when they break, and cost nothing while there are none", () => {
    const story = cluster();
    const operator = new Operator(story);
    story.driven.event({ type: "stream-closed", stream: operator.stream });
    operator.news();
    story.agents(1, EACH).pass(60);
    expect(operator.news()).toEqual([]);
    expect(story.driven.said.filter(({ kind }) => kind === "publish").length).toBe(1);
  });
});
