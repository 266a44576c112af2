import { describe, expect, it } from "vitest";
import type { AgentInfo, ExecutorInfo } from "../../../src/model/gen/mesos.ts";
import type { Upid } from "../../../src/model/upid.ts";
import { AGENT_ID, DrivenAgent, FRAMEWORK_ID, commandTask, typesOf } from "../../support/agent/driven-agent.ts";
import { agentOptions, resources } from "../../support/agent/options.ts";

const custom: ExecutorInfo = {
  executor_id: { value: "e1" }, framework_id: { value: FRAMEWORK_ID }, command: { value: "./run" },
};
const EXECUTOR: Upid = { id: "executor(1)", host: "127.0.0.1", port: 40_001 };
const ids = { framework_id: { value: FRAMEWORK_ID }, executor_id: { value: "e1" } };
const checkpoint = { checkpoint: true };
const SUBSCRIBED_AGAIN = { unacknowledged_tasks: [], unacknowledged_updates: [] };

/** An agent that runs t1 under the executor e1 and then loses power. */
function before(framework: object = checkpoint): { agent: DrivenAgent; containerId: string } {
  const agent = new DrivenAgent().register();
  agent.run(commandTask("t1", { executor: custom }), framework);
  agent.started(4711);
  agent.subscribe("e1");
  agent.report("e1", "t1", "TASK_RUNNING", 1);
  agent.acknowledge("t1");
  return { agent, containerId: agent.launches[0]!.containerId };
}

describe("an agent that starts again", () => {
  it("is the agent it was", () => {
    const { agent } = before();
    const again = new DrivenAgent({}, { files: agent.files });
    again.detect();
    again.elapse(1000);
    expect(again.sent("mesos.internal.RegisterSlaveMessage")).toEqual([]);
    expect(again.sent("mesos.internal.ReregisterSlaveMessage")[0]!.agent.id).toEqual({ value: AGENT_ID });
  });

  it("waits for executors that live before it registers", () => {
    const { agent, containerId } = before();
    const again = new DrivenAgent({}, { files: agent.files, containers: { [containerId]: 4711 } });
    again.detect();
    again.elapse(1500);
    expect(again.sent("mesos.internal.ReregisterSlaveMessage")).toEqual([]);
    const stream = again.subscribe("e1", SUBSCRIBED_AGAIN);
    expect(typesOf(again.streams.get(stream))).toEqual(["SUBSCRIBED"]);
    again.elapse(1000);
    const [message] = again.sent("mesos.internal.ReregisterSlaveMessage");
    expect(message!.tasks!.map(({ task_id: id, state }) => `${id.value} ${state}`)).toEqual(["t1 TASK_RUNNING"]);
    expect(message!.executor_infos!.map(({ executor_id: id }) => id.value)).toEqual(["e1"]);
  });

  it("calls executors of the old kind back", () => {
    const first = new DrivenAgent().register();
    first.run(commandTask("t1", { executor: custom }), checkpoint);
    first.started();
    first.hear("mesos.internal.RegisterExecutorMessage", ids, EXECUTOR);
    const containers = { [first.launches[0]!.containerId]: 4711 };
    const again = new DrivenAgent({}, { files: first.files, containers });
    expect(again.sentTo(EXECUTOR).map(({ name }) => name)).toEqual(["mesos.internal.ReconnectExecutorMessage"]);
    again.hear("mesos.internal.ReregisterExecutorMessage", {
      ...ids, tasks: [commandTask("t1", { executor: custom })], updates: [],
    }, EXECUTOR);
    expect(again.sentTo(EXECUTOR).at(-1)!.name).toBe("mesos.internal.ExecutorReregisteredMessage");
    expect(again.agent.state).toBe("DISCONNECTED");
    expect(again.told()).toEqual([]);
  });

  it("calls them again until they answer, if the operator says how often, and minds no second answer", () => {
    const first = new DrivenAgent().register();
    first.run(commandTask("t1", { executor: custom }), checkpoint);
    first.started();
    first.hear("mesos.internal.RegisterExecutorMessage", ids, EXECUTOR);
    const left = { files: first.files, containers: { [first.launches[0]!.containerId]: 4711 } };
    const answer = { ...ids, tasks: [commandTask("t1", { executor: custom })], updates: [] };
    const told = (agent: DrivenAgent) => agent.sentTo(EXECUTOR).map(({ name }) => name.replace("mesos.internal.", ""));

    const once = new DrivenAgent({}, left);
    once.elapse(1900);
    once.hear("mesos.internal.ReregisterExecutorMessage", answer, EXECUTOR);
    once.hear("mesos.internal.ReregisterExecutorMessage", answer, EXECUTOR);
    expect(told(once)).toEqual([
      "ReconnectExecutorMessage", "ExecutorReregisteredMessage", "ShutdownExecutorMessage",
    ]);

    const often = new DrivenAgent({ executorReregistrationRetryMs: 500 }, left);
    often.elapse(1100);
    expect(told(often)).toEqual(Array(3).fill("ReconnectExecutorMessage"));
    often.hear("mesos.internal.ReregisterExecutorMessage", answer, EXECUTOR);
    often.hear("mesos.internal.ReregisterExecutorMessage", answer, EXECUTOR);
    often.elapse(5000);
    expect(told(often).slice(3)).toEqual(["ExecutorReregisteredMessage"]);
  });

  it("kills executors that do not come back in time", () => {
    const { agent, containerId } = before();
    const again = new DrivenAgent({}, { files: agent.files, containers: { [containerId]: 4711 } });
    again.elapse(1999);
    expect(again.destroyed).toEqual([]);
    again.elapse(1);
    expect(again.destroyed).toEqual([containerId]);
    again.exited(undefined, containerId);
    again.reregister();
    expect(again.told()).toEqual([
      "t1 TASK_LOST REASON_EXECUTOR_REREGISTRATION_TIMEOUT Executor did not reregister within 2secs",
    ]);
  });

  it("reports tasks whose executor has died meanwhile as failed", () => {
    const { agent } = before();
    const again = new DrivenAgent({}, { files: agent.files });
    again.reregister();
    expect(again.told()).toEqual(["t1 TASK_FAILED REASON_EXECUTOR_TERMINATED Executor terminated"]);
    again.acknowledge("t1");
    expect(again.agent.frameworks.size).toBe(0);
  });

  it("knows nothing of frameworks that do not checkpoint", () => {
    const { agent } = before({ checkpoint: false });
    const again = new DrivenAgent({}, { files: agent.files });
    again.detect();
    again.elapse(1000);
    expect(again.sent("mesos.internal.ReregisterSlaveMessage")[0]!.tasks).toEqual([]);
  });

  it("sends the update again that was not acknowledged, and forgets none that was", () => {
    const { agent, containerId } = before();
    agent.report("e1", "t1", "TASK_FINISHED", 2);
    const again = new DrivenAgent({}, { files: agent.files, containers: { [containerId]: 4711 } });
    again.subscribe("e1", SUBSCRIBED_AGAIN);
    again.reregister();
    expect(again.told()).toEqual(["t1 TASK_FINISHED"]);
    again.acknowledge("t1");
    const third = new DrivenAgent({}, { files: again.files, containers: { [containerId]: 4711 } });
    third.subscribe("e1", SUBSCRIBED_AGAIN);
    third.reregister();
    expect(third.told()).toEqual([]);
  });

  it("a task that the executor never got is lost", () => {
    const first = new DrivenAgent().register();
    first.run(commandTask("t1", { executor: custom }), checkpoint);
    first.started();
    first.subscribe("e1");
    const containers = { [first.launches[0]!.containerId]: 4711 };
    const again = new DrivenAgent({}, { files: first.files, containers });
    again.subscribe("e1", SUBSCRIBED_AGAIN);
    again.reregister();
    expect(again.told()).toEqual(["t1 TASK_LOST REASON_AGENT_RESTARTED Task launched during agent restart"]);
  });

  it("takes an update that the executor could not deliver", () => {
    const { agent, containerId } = before();
    const again = new DrivenAgent({}, { files: agent.files, containers: { [containerId]: 4711 } });
    const status = {
      task_id: { value: "t1" }, state: "TASK_FINISHED", source: "SOURCE_EXECUTOR", executor_id: { value: "e1" },
      uuid: Buffer.alloc(16, 7).toString("base64"), timestamp: 1,
    };
    again.subscribe("e1", { ...SUBSCRIBED_AGAIN, unacknowledged_updates: [{ status }] });
    again.reregister();
    expect(again.told()).toEqual(["t1 TASK_FINISHED"]);
  });

  it("finds the last record of a file torn, and everything before it whole", () => {
    const { agent } = before();
    const path = [...agent.files.keys()].find((file) => file.endsWith("task.updates"))!;
    const whole = agent.files.get(path) as Uint8Array;
    for (const cut of [1, 3, 10]) {
      const files = new Map(agent.files).set(path, whole.subarray(0, whole.length - cut));
      const again = new DrivenAgent({}, { files });
      expect(again.exit).toBeUndefined();
      expect(again.agent.metrics.recoveryErrors).toBeGreaterThan(0);
    }
  });

  it("told to clean up, ends what lives and goes", () => {
    const { agent, containerId } = before();
    const again = new DrivenAgent({ recover: "cleanup" }, { files: agent.files, containers: { [containerId]: 4711 } });
    again.elapse(5000);
    expect(again.destroyed).toEqual([containerId]);
    again.exited(undefined, containerId);
    expect(again.exit?.code).toBe(0);
  });

  it("nested containers are known again, ended ones with their status", () => {
    const { agent, containerId } = before();
    const parent = { value: containerId };
    const launch = (value: string): void => {
      const command = { value: "exit 3" };
      agent.call(
        "/api/v1", { type: "LAUNCH_CONTAINER", launch_container: { container_id: { value, parent }, command } },
      );
      agent.offer({ type: "container-started", containerId: `${containerId}.${value}`, pid: 5000 });
    };
    launch("n1");
    launch("n2");
    const spec = agent.launches.find(({ containerId: id }) => id.endsWith(".n1"))!;
    const files = new Map(agent.files)
      .set(`${spec.pidDirectory!}/forked.pid`, new TextEncoder().encode("5000"))
      .set(spec.statusFile!, new TextEncoder().encode("768"))
      .set(agent.launches.at(-1)!.pidDirectory! + "/forked.pid", new TextEncoder().encode("5001"));
    const containers = { [containerId]: 4711, [`${containerId}.n2`]: 5001 };
    const again = new DrivenAgent({}, { files, containers });
    again.subscribe("e1", SUBSCRIBED_AGAIN);
    const wait = (value: string) => again.call("/api/v1", {
      type: "WAIT_NESTED_CONTAINER", wait_nested_container: { container_id: { value, parent } },
    });
    const text = (body: unknown): string => new TextDecoder().decode(body as Uint8Array);
    expect(JSON.parse(text(wait("n1").answer!.body))).toMatchObject({ wait_nested_container: { exit_status: 768 } });
    const { id, answer } = wait("n2");
    expect(answer).toBeUndefined();
    again.exited(0, `${containerId}.n2`);
    expect(JSON.parse(text(again.replies.get(id)!.body))).toMatchObject({ wait_nested_container: { exit_status: 0 } });
  });
});

describe("an agent that has changed", () => {
  const changed = (info: Partial<AgentInfo>): Partial<AgentInfo> => ({ ...agentOptions().info, ...info });
  const start = (agent: DrivenAgent, info: Partial<AgentInfo>, more: object = {}, bootId?: string): DrivenAgent =>
    new DrivenAgent(
      { info: changed(info) as AgentInfo, ...more },
      { files: agent.files, ...(bootId === undefined ? {} : { bootId }) },
    );

  it.each([
    ["another host name", { hostname: "other" }, "hostname changed from localhost to other"],
    ["another port", { port: 5052 }, "port changed from 5051 to 5052"],
    [
      "less memory", { resources: resources("cpus:8;mem:4096;disk:10240;ports:[31000-32000]") },
      "resources changed from",
    ],
    [
      "another attribute", { attributes: [{ name: "rack", type: "TEXT" as const, text: { value: "r2" } }] },
      "attributes changed",
    ],
  ])("does not start with %s", (_what, info, why) => {
    const { agent } = before();
    expect(start(agent, info).exit).toEqual(
      expect.objectContaining({ code: 1, why: expect.stringContaining(why) as string }),
    );
  });

  it("may have grown, if its policy says so, but not shrunk", () => {
    const { agent } = before();
    const additive = { reconfigurationPolicy: "additive" };
    const more = resources("cpus:16;mem:8192;disk:10240;gpus:2;ports:[31000-33000]");
    expect(start(agent, { resources: more }, additive).exit).toBeUndefined();
    const less = resources("cpus:16;mem:8191;disk:10240;ports:[31000-32000]");
    expect(start(agent, { resources: less }, additive).exit?.why).toContain("decreased");
  });

  it("is a new one when the machine was restarted", () => {
    const first = new DrivenAgent({}, { files: new Map(), bootId: "boot-1" }).register();
    const again = start(first, { hostname: "other" }, {}, "boot-2");
    expect(again.exit).toBeUndefined();
    again.detect();
    again.elapse(1000);
    expect(again.sent("mesos.internal.RegisterSlaveMessage")).toHaveLength(1);
  });

  it("after a restart of the machine no process can be ours, whatever its number", () => {
    const first = new DrivenAgent({}, { files: new Map(), bootId: "boot-1" }).register();
    first.run(commandTask("t1", { executor: custom }), checkpoint);
    first.started(4711);
    const containers = { [first.launches[0]!.containerId]: 4711 };
    const again = new DrivenAgent({}, { files: first.files, containers, bootId: "boot-2" });
    again.reregister();
    expect(again.told()).toEqual([
      "t1 TASK_FAILED REASON_EXECUTOR_TERMINATED Abnormal executor termination: unknown container",
    ]);
  });
});
