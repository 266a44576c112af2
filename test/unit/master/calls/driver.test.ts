/** What old drivers say in messages of their own, and what of it is believed (wire-v0 §4.3, §5.4). */
import { describe, expect, it } from "vitest";
import { DRIVER, frameworkInfo, reports, subscribes, uuid } from "../../../support/cast.ts";
import { lines, messages } from "../../../support/driven-master.ts";
import { cluster, task } from "../cluster.ts";

const STRANGER = "scheduler-9@10.0.0.77:6000";

const ready = () => {
  const story = cluster().agents(1, "cpus:4;mem:4096");
  const { driven } = story;
  const id = { value: subscribes(driven, frameworkInfo({ capabilities: [{ type: "MULTI_ROLE" }] })) };
  const offersNow = () => messages(
    driven.said, "mesos.internal.ResourceOffersMessage"
  ).flatMap(({ offers }) => offers ?? [])
    .filter((offer) => driven.master.offers.has(offer.id.value as never));
  const said = (): string[] => lines(driven.take()).filter((line) => !line.includes("PingSlave"));
  const launch = (name: string): void => {
    const [offer] = offersNow();
    driven.message(DRIVER, "mesos.internal.LaunchTasksMessage", {
      framework_id: id, offer_ids: [offer!.id], tasks: [task(name, "cpus:1;mem:512", offer!)],
      filters: { refuse_seconds: 0 },
    });
  };
  driven.take();
  return { story, driven, id, agent: { value: story.agentIds[0]! }, offersNow, said, launch };
};

describe("the older messages", () => {
  it("launch tasks; without tasks they decline", () => {
    const { story, driven, id, offersNow, launch, said } = ready();
    launch("t");
    expect(said()).toEqual(["master > slave(1)@10.0.0.1:5051 RunTaskMessage"]);
    expect(story.toldAgents("mesos.internal.RunTaskMessage")[0]).toMatchObject({ pid: DRIVER, task: { name: "t" } });
    story.pass(1);
    const [rest] = offersNow();
    driven.message(DRIVER, "mesos.internal.LaunchTasksMessage", {
      framework_id: id, offer_ids: [rest!.id], tasks: [], filters: { refuse_seconds: 60 },
    });
    story.pass(10);
    expect(story.holdings()).toEqual({ offers: 0, free: ["cpus:3; mem:3584"], tasks: 1 });
  });

  it("acknowledge, kill, ask about tasks, and talk to executors", () => {
    const { driven, id, agent, launch, said } = ready();
    launch("t");
    reports(driven, id.value as never, agent.value, "t", "TASK_RUNNING");
    said();
    const task_id = { value: "t" };
    driven.message(DRIVER, "mesos.internal.StatusUpdateAcknowledgementMessage", {
      framework_id: id, agent_id: agent, task_id, uuid: uuid(1),
    });
    driven.message(DRIVER, "mesos.internal.FrameworkToExecutorMessage", {
      framework_id: id, agent_id: agent, executor_id: { value: "t" }, data: Uint8Array.of(7),
    });
    driven.message(DRIVER, "mesos.internal.KillTaskMessage", { framework_id: id, task_id });
    driven.message(
      DRIVER, "mesos.internal.ReconcileTasksMessage", { framework_id: id, statuses: [{ task_id, state: "TASK_LOST" }] },
    );
    driven.message(DRIVER, "mesos.internal.ReconcileTasksMessage", { framework_id: id, statuses: [] });
    expect(said()).toEqual([
      "master > slave(1)@10.0.0.1:5051 StatusUpdateAcknowledgementMessage",
      "master > slave(1)@10.0.0.1:5051 FrameworkToExecutorMessage",
      "master > slave(1)@10.0.0.1:5051 KillTaskMessage",
      `master > ${DRIVER} StatusUpdateMessage`,
      `master > ${DRIVER} StatusUpdateMessage`,
    ]);
    const answers = messages(driven.said, "mesos.internal.StatusUpdateMessage").slice(-2).map(({ update }) => update);
    for (const answer of answers) {
      expect(answer.status).toMatchObject({ state: "TASK_RUNNING", reason: "REASON_RECONCILIATION" });
      expect(answer.uuid, "an answer needs no acknowledgement").toBeUndefined();
    }
  });

  it("revive, unregister", () => {
    const { story, driven, id, offersNow } = ready();
    driven.message(DRIVER, "mesos.internal.LaunchTasksMessage", {
      framework_id: id, offer_ids: [offersNow()[0]!.id], tasks: [], filters: { refuse_seconds: 3600 },
    });
    story.pass(10);
    expect(offersNow()).toEqual([]);
    driven.message(DRIVER, "mesos.internal.ReviveOffersMessage", { framework_id: id });
    expect(offersNow()).toHaveLength(1);
    driven.message(DRIVER, "mesos.internal.UnregisterFrameworkMessage", { framework_id: id });
    expect(story.holdings()).toEqual({ offers: 0, free: ["cpus:4; mem:4096"], tasks: 0 });
    expect([...driven.master.completedFrameworks.keys()]).toEqual([id.value]);
  });

  it("to register they must have no id yet, to come back they must have one", () => {
    const { driven } = cluster();
    driven.message(
      DRIVER, "mesos.internal.RegisterFrameworkMessage", { framework: frameworkInfo({ id: { value: "x" } }) },
    );
    driven.message(DRIVER, "mesos.internal.ReregisterFrameworkMessage", { framework: frameworkInfo(), failover: true });
    expect(messages(driven.said, "mesos.internal.FrameworkErrorMessage")).toEqual([
      { message: "Registering with 'id' already set" }, { message: "Re-registering without an 'id'" },
    ]);
    expect(driven.master.frameworks.size).toBe(0);
  });
});

describe("nobody speaks for another framework", () => {
  it("whatever a stranger says changes nothing and is not answered", () => {
    const { story, driven, id, agent, launch, offersNow, said } = ready();
    launch("t");
    story.pass(1);
    const before = story.holdings();
    const [offer] = offersNow();
    said();
    const task_id = { value: "t" };
    driven.message(STRANGER, "mesos.internal.KillTaskMessage", { framework_id: id, task_id });
    driven.message(STRANGER, "mesos.internal.UnregisterFrameworkMessage", { framework_id: id });
    driven.message(STRANGER, "mesos.internal.DeactivateFrameworkMessage", { framework_id: id });
    driven.message(STRANGER, "mesos.internal.LaunchTasksMessage", {
      framework_id: id, offer_ids: [offer!.id], tasks: [], filters: {},
    });
    driven.message(STRANGER, "mesos.internal.StatusUpdateAcknowledgementMessage", {
      framework_id: id, agent_id: agent, task_id, uuid: uuid(1),
    });
    driven.message(STRANGER, "mesos.scheduler.Call", { type: "TEARDOWN", framework_id: id });
    driven.message(
      STRANGER, "mesos.scheduler.Call", { type: "DECLINE", framework_id: id, decline: { offer_ids: [offer!.id] } },
    );
    expect(said()).toEqual([]);
    expect(story.holdings()).toEqual(before);
  });

  it("nor does a driver that no framework ever had", () => {
    const { story, driven } = ready();
    const before = story.holdings();
    driven.message(DRIVER, "mesos.scheduler.Call", { type: "TEARDOWN", framework_id: { value: "m-0099" } });
    driven.message(DRIVER, "mesos.scheduler.Call", { type: "TEARDOWN" });
    driven.message(DRIVER, "mesos.scheduler.Call", { type: "KILL", framework_id: { value: "m-0000" } });
    expect(story.holdings()).toEqual(before);
  });
});

describe("a call that is not complete", () => {
  const counts = (driven: ReturnType<typeof ready>["driven"]) => [
    "invalid_status_update_acknowledgements", "invalid_operation_status_update_acknowledgements",
    "invalid_framework_to_executor_messages",
  ].map((name) => driven.master.counters.get(name));

  it("is counted among those of its kind that could not be served", () => {
    const { driven, id, agent, said } = ready();
    const short = { task_id: { value: "t" }, agent_id: agent, uuid: Uint8Array.of(1) };
    driven.message(DRIVER, "mesos.scheduler.Call", { type: "ACKNOWLEDGE", framework_id: id, acknowledge: short });
    driven.message(DRIVER, "mesos.scheduler.Call", { type: "ACKNOWLEDGE_OPERATION_STATUS", framework_id: id });
    driven.message(DRIVER, "mesos.scheduler.Call", { type: "MESSAGE", framework_id: id });
    driven.message(DRIVER, "mesos.scheduler.Call", { type: "KILL", framework_id: id });
    expect(said()).toEqual([]);
    expect(counts(driven)).toEqual([1, 1, 1]);
  });

  it("over HTTP, too", () => {
    const { story, driven } = ready();
    const web = story.framework("web");
    expect(web.call({ type: "MESSAGE" })).toBe(
      "400 Failed to validate scheduler::Call: Expecting 'message' to be present",
    );
    expect(counts(driven)).toEqual([0, 0, 1]);
  });
});

describe("what drivers cannot do", () => {
  it("is give operations an id: they could not hear what became of them", () => {
    const { driven, id, offersNow } = ready();
    const checkpointed = () => driven.master.agents.get("m-S0" as never)?.checkpointed.map(({ name }) => name);
    const reserveAs = (name: string | undefined): void => {
      const [offer] = offersNow();
      const cpus = { name: "cpus", type: "SCALAR" as const, scalar: { value: 1 }, role: "web", reservation: {} };
      const operation = {
        type: "RESERVE" as const, ...(name && { id: { value: name } }), reserve: { resources: [cpus] },
      };
      const accept = { offer_ids: [offer!.id], operations: [operation], filters: { refuse_seconds: 0 } };
      driven.message(DRIVER, "mesos.scheduler.Call", { type: "ACCEPT", framework_id: id, accept });
      driven.pass(1000);
    };
    reserveAs("op");
    expect(checkpointed()).toEqual([]);
    reserveAs(undefined);
    expect(checkpointed()).toEqual(["cpus"]);
  });

  it("is ask about operations", () => {
    const { driven, id, said } = ready();
    driven.message(
      DRIVER, "mesos.scheduler.Call", { type: "RECONCILE_OPERATIONS", framework_id: id, reconcile_operations: {} },
    );
    expect(said()).toEqual([]);
  });
});
