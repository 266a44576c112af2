import { describe, expect, it } from "vitest";
import type { ExecutorInfo } from "../../../src/model/gen/mesos.ts";
import type { Upid } from "../../../src/model/upid.ts";
import {
  AGENT_ID, DrivenAgent, FRAMEWORK_ID, base64Uuid, commandTask, typesOf,
} from "../../support/agent/driven-agent.ts";

const custom: ExecutorInfo = {
  executor_id: { value: "e1" }, framework_id: { value: FRAMEWORK_ID }, command: { value: "./run" },
};
const EXECUTOR: Upid = { id: "executor(1)", host: "127.0.0.1", port: 40_001 };
const ids = { framework_id: { value: FRAMEWORK_ID }, executor_id: { value: "e1" } };

/** An agent on which the executor e1 was started for task t1. */
function withExecutor(framework = {}): DrivenAgent {
  const agent = new DrivenAgent().register();
  agent.run(commandTask("t1", { executor: custom }), framework);
  agent.started();
  return agent;
}

describe("an executor of the old kind", () => {
  it("registers by message, is linked, and gets its task", () => {
    const agent = withExecutor();
    agent.hear("mesos.internal.RegisterExecutorMessage", ids, EXECUTOR);
    expect(agent.sentTo(EXECUTOR).map(({ name }) => name.replace("mesos.internal.", ""))).toEqual([
      "ExecutorRegisteredMessage", "RunTaskMessage",
    ]);
  });

  it("has its updates acknowledged by the agent before the framework acknowledges them", () => {
    const agent = withExecutor();
    agent.hear("mesos.internal.RegisterExecutorMessage", ids, EXECUTOR);
    const uuid = new Uint8Array(Buffer.from(base64Uuid(1), "base64"));
    const status = { task_id: { value: "t1" }, state: "TASK_RUNNING" as const, agent_id: { value: AGENT_ID } };
    agent.hear("mesos.internal.StatusUpdateMessage", {
      update: { ...ids, agent_id: { value: AGENT_ID }, status, timestamp: 1, uuid }, pid: "executor(1)@127.0.0.1:40001",
    }, EXECUTOR);
    expect(agent.told()).toEqual(["t1 TASK_RUNNING"]);
    expect(agent.sentTo(EXECUTOR).at(-1)!.name).toBe("mesos.internal.StatusUpdateAcknowledgementMessage");
  });

  it("that nobody started is told to go", () => {
    const agent = withExecutor();
    const stranger = { ...EXECUTOR, port: 40_002 };
    agent.hear("mesos.internal.RegisterExecutorMessage", { ...ids, executor_id: { value: "e2" } }, stranger);
    expect(agent.sentTo(stranger).map(({ name }) => name)).toEqual(["mesos.internal.ShutdownExecutorMessage"]);
  });

  it("does not take a second one by its name", () => {
    const agent = withExecutor();
    agent.hear("mesos.internal.RegisterExecutorMessage", ids, EXECUTOR);
    const second = { ...EXECUTOR, port: 40_002 };
    agent.hear("mesos.internal.RegisterExecutorMessage", ids, second);
    expect(agent.sentTo(second).map(({ name }) => name)).toEqual(["mesos.internal.ShutdownExecutorMessage"]);
  });

  it("exchanges messages with its framework: straight with a driver, by the master with others", () => {
    const agent = withExecutor();
    agent.hear("mesos.internal.RegisterExecutorMessage", ids, EXECUTOR);
    const data = new Uint8Array([1, 2]);
    const message = { agent_id: { value: AGENT_ID }, ...ids, data };
    agent.hear("mesos.internal.FrameworkToExecutorMessage", message);
    expect(agent.sentTo(EXECUTOR).at(-1)).toEqual({
      name: "mesos.internal.FrameworkToExecutorMessage", value: message,
    });
    agent.hear("mesos.internal.ExecutorToFrameworkMessage", message, EXECUTOR);
    expect(agent.sent("mesos.internal.ExecutorToFrameworkMessage")).toEqual([message]);
    const driver: Upid = { id: "scheduler-1", host: "10.0.0.7", port: 9000 };
    agent.hear("mesos.internal.UpdateFrameworkMessage", {
      framework_id: { value: FRAMEWORK_ID }, pid: "scheduler-1@10.0.0.7:9000",
    });
    agent.hear("mesos.internal.ExecutorToFrameworkMessage", message, EXECUTOR);
    expect(agent.sentTo(driver)).toEqual([{ name: "mesos.internal.ExecutorToFrameworkMessage", value: message }]);
  });
});

describe("an executor that subscribes", () => {
  it("may break its stream and come back", () => {
    const agent = withExecutor();
    const first = agent.subscribe("e1");
    agent.offer({ type: "stream-closed", stream: first });
    const held = [{ name: "t1", task_id: { value: "t1" }, agent_id: { value: AGENT_ID }, resources: [] }];
    const second = agent.subscribe("e1", { unacknowledged_tasks: held });
    expect(typesOf(agent.streams.get(second))).toEqual(["SUBSCRIBED"]);
    expect(agent.told()).toEqual([]);
  });

  it("a second stream replaces the first", () => {
    const agent = withExecutor();
    const first = agent.subscribe("e1");
    agent.subscribe("e1");
    expect(agent.ended).toEqual([first]);
  });

  it("hears something every half hour, so that the connection is not taken for dead", () => {
    const agent = withExecutor();
    const stream = agent.subscribe("e1");
    agent.elapse(3_600_000);
    expect(typesOf(agent.streams.get(stream)).slice(2)).toEqual(["HEARTBEAT", "HEARTBEAT"]);
  });
});

describe("an executor that is not well", () => {
  it("never registers: it is killed after the timeout, and the task fails", () => {
    const agent = withExecutor();
    agent.elapse(59_999);
    expect(agent.destroyed).toEqual([]);
    agent.elapse(1);
    expect(agent.destroyed).toEqual([agent.launches[0]!.containerId]);
    agent.exited(9);
    expect(agent.told()).toEqual([
      "t1 TASK_FAILED REASON_EXECUTOR_REGISTRATION_TIMEOUT Executor did not register within 1mins",
    ]);
  });

  it("dies: its tasks fail, and the master hears how it ended", () => {
    const agent = withExecutor();
    agent.subscribe("e1");
    agent.report("e1", "t1", "TASK_RUNNING", 1);
    agent.acknowledge("t1");
    agent.exited(9);
    expect(agent.told().at(-1)).toBe("t1 TASK_FAILED REASON_EXECUTOR_TERMINATED Executor terminated");
    expect(agent.sent("mesos.internal.ExitedExecutorMessage")).toMatchObject(
      [{ executor_id: { value: "e1" }, status: 9 }],
    );
  });

  it("cannot be started: the task says why", () => {
    const agent = new DrivenAgent().register();
    agent.run(commandTask("t1", { executor: custom }));
    const { containerId } = agent.launches[0]!;
    agent.offer({ type: "container-exited", containerId, launchError: "No user 'ann'" });
    expect(agent.told()).toEqual(
      ["t1 TASK_FAILED REASON_CONTAINER_LAUNCH_FAILED Failed to launch container: No user 'ann'"],
    );
  });

  it("reports of a task that has ended: the first end stands, but the report is acknowledged", () => {
    const agent = withExecutor();
    const stream = agent.subscribe("e1");
    agent.report("e1", "t1", "TASK_FINISHED", 1);
    agent.report("e1", "t1", "TASK_FAILED", 2);
    agent.elapse(10_000);
    expect(agent.told()).toEqual(["t1 TASK_FINISHED", "t1 TASK_FINISHED"]);
    expect(typesOf(agent.streams.get(stream)).filter((type) => type === "ACKNOWLEDGED")).toHaveLength(2);
  });

  it("reports STAGING, which only agents may: it is refused, and one of the old kind is shut down", () => {
    const agent = withExecutor();
    agent.subscribe("e1");
    const answer = agent.report("e1", "t1", "TASK_STAGING", 1);
    expect(answer).toMatchObject({ status: 400, body: expect.stringContaining("TASK_STAGING") as string });
    const old = withExecutor();
    old.hear("mesos.internal.RegisterExecutorMessage", ids, EXECUTOR);
    const status = { task_id: { value: "t1" }, state: "TASK_STAGING" as const, agent_id: { value: AGENT_ID } };
    const uuid = new Uint8Array(Buffer.from(base64Uuid(1), "base64"));
    old.hear("mesos.internal.StatusUpdateMessage", {
      update: { ...ids, agent_id: { value: AGENT_ID }, status, timestamp: 1, uuid }, pid: "executor(1)@127.0.0.1:40001",
    }, EXECUTOR);
    expect(old.sentTo(EXECUTOR).at(-1)!.name).toBe("mesos.internal.ShutdownExecutorMessage");
    expect(old.told()).toEqual([]);
  });
});

describe("an executor that is to end", () => {
  it("is asked by its framework's scheduler, and has its grace period", () => {
    const agent = withExecutor();
    const stream = agent.subscribe("e1");
    agent.hear("mesos.internal.ShutdownExecutorMessage", ids);
    expect(typesOf(agent.streams.get(stream)).at(-1)).toBe("SHUTDOWN");
    agent.elapse(4999);
    expect(agent.destroyed).toEqual([]);
    agent.elapse(1);
    expect(agent.destroyed).toEqual([agent.launches[0]!.containerId]);
  });

  it("may have a longer one of its own", () => {
    const agent = new DrivenAgent().register();
    const shutdown_grace_period = { nanoseconds: 30_000_000_000n };
    agent.run(commandTask("t1", { executor: { ...custom, shutdown_grace_period } }));
    agent.started();
    agent.subscribe("e1");
    agent.hear("mesos.internal.ShutdownExecutorMessage", ids);
    agent.elapse(29_999);
    expect(agent.destroyed).toEqual([]);
    agent.elapse(1);
    expect(agent.destroyed).toHaveLength(1);
  });

  it("a framework that is over takes all with it, and no update is waited for", () => {
    const agent = withExecutor();
    const stream = agent.subscribe("e1");
    agent.report("e1", "t1", "TASK_RUNNING", 1);
    agent.hear("mesos.internal.ShutdownFrameworkMessage", { framework_id: { value: FRAMEWORK_ID } });
    expect(typesOf(agent.streams.get(stream)).at(-1)).toBe("SHUTDOWN");
    agent.report("e1", "t1", "TASK_KILLED", 2);
    agent.exited(0);
    expect(agent.agent.frameworks.size).toBe(0);
    expect(agent.told()).toEqual(["t1 TASK_RUNNING"]);
    agent.elapse(3_600_000);
    expect(agent.told()).toEqual(["t1 TASK_RUNNING"]);
  });

  it("a task that comes too late for it is turned away", () => {
    const agent = withExecutor();
    agent.subscribe("e1");
    agent.hear("mesos.internal.ShutdownExecutorMessage", ids);
    agent.run(commandTask("t2", { executor: custom }), {}, { launch_executor: false });
    expect(agent.told()).toEqual(["t2 TASK_LOST REASON_EXECUTOR_TERMINATED Executor terminating"]);
  });
});
