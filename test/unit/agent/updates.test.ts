import { describe, expect, it } from "vitest";
import type { ExecutorInfo } from "../../../src/model/gen/mesos.ts";
import {
  AGENT_ID, DrivenAgent, FRAMEWORK_ID, MASTER, base64Uuid, commandTask, typesOf,
} from "../../support/agent/driven-agent.ts";

const custom: ExecutorInfo = {
  executor_id: { value: "e1" }, framework_id: { value: FRAMEWORK_ID }, command: { value: "./run" },
};

function running(framework = {}): { agent: DrivenAgent; stream: string } {
  const agent = new DrivenAgent().register();
  agent.run(commandTask("t1", { executor: custom }), framework);
  agent.started(4711);
  return { agent, stream: agent.subscribe("e1") };
}

describe("a status update", () => {
  it("says where the task runs, and whence it comes", () => {
    const { agent } = running();
    agent.report("e1", "t1", "TASK_RUNNING", 1);
    const { status, uuid, latest_state: latest } = agent.lastUpdate("t1");
    expect(status).toMatchObject({
      source: "SOURCE_EXECUTOR", agent_id: { value: AGENT_ID }, executor_id: { value: "e1" },
      container_status: {
        container_id: { value: agent.launches[0]!.containerId }, executor_pid: 4711,
        network_infos: [{ ip_addresses: [{ ip_address: "127.0.0.1" }] }],
      },
    });
    expect(Buffer.from(uuid!).toString("base64")).toBe(base64Uuid(1));
    expect(status.uuid).toEqual(uuid);
    expect(latest).toBe("TASK_RUNNING");
  });

  it("is sent again after 10 seconds, then 20, 40 … at most 10 minutes apart, until it is acknowledged", () => {
    const { agent } = running();
    const startMs = agent.nowMs;
    agent.report("e1", "t1", "TASK_RUNNING", 1);
    const timesS: number[] = [];
    for (let s = 1; s <= 3000; s++) {
      agent.elapse(1000);
      if (s % 15 === 0) {
        agent.hear("mesos.internal.PingSlaveMessage", { connected: true }, { ...MASTER, id: "slave-observer(1)" });
      }
      while (timesS.length + 1 < agent.told().length) timesS.push((agent.nowMs - startMs) / 1000);
    }
    expect(timesS).toEqual([10, 30, 70, 150, 310, 630, 1230, 1830, 2430]);
    agent.acknowledge("t1");
    const before = agent.told().length;
    agent.elapse(3_600_000);
    expect(agent.told()).toHaveLength(before);
  });

  it("waits for the acknowledgement of the one before, and tells what is known since", () => {
    const { agent, stream } = running();
    agent.report("e1", "t1", "TASK_STARTING", 1);
    agent.report("e1", "t1", "TASK_RUNNING", 2);
    agent.report("e1", "t1", "TASK_FINISHED", 3);
    expect(agent.told()).toEqual(["t1 TASK_STARTING"]);
    // The executor need not wait: the agent has them all.
    expect(typesOf(agent.streams.get(stream)).filter((type) => type === "ACKNOWLEDGED")).toHaveLength(3);
    agent.acknowledge("t1");
    expect(agent.told().at(-1)).toBe("t1 TASK_RUNNING");
    expect(agent.lastUpdate("t1").latest_state).toBe("TASK_FINISHED");
    agent.acknowledge("t1");
    expect(agent.told().at(-1)).toBe("t1 TASK_FINISHED");
  });

  it("sent twice by the executor counts once, but is acknowledged twice", () => {
    const { agent, stream } = running();
    agent.report("e1", "t1", "TASK_RUNNING", 1);
    agent.report("e1", "t1", "TASK_RUNNING", 1);
    agent.acknowledge("t1");
    expect(agent.told()).toHaveLength(1);
    expect(typesOf(agent.streams.get(stream)).filter((type) => type === "ACKNOWLEDGED")).toHaveLength(2);
  });

  it("is not taken as acknowledged by something else", () => {
    const { agent } = running();
    agent.report("e1", "t1", "TASK_RUNNING", 1);
    agent.hear("mesos.internal.StatusUpdateAcknowledgementMessage", {
      agent_id: { value: AGENT_ID }, framework_id: { value: FRAMEWORK_ID }, task_id: { value: "t1" },
      uuid: new Uint8Array(16),
    });
    agent.elapse(10_000);
    expect(agent.told()).toHaveLength(2);
  });

  it("waits while there is no master, and is sent at once to the next", () => {
    const { agent } = running();
    agent.detect(undefined);
    agent.report("e1", "t1", "TASK_RUNNING", 1);
    agent.elapse(120_000);
    expect(agent.told()).toEqual([]);
    agent.reregister();
    expect(agent.told()).toEqual(["t1 TASK_RUNNING"]);
  });

  it("is sent at once to a framework that has come back", () => {
    const { agent } = running();
    agent.report("e1", "t1", "TASK_RUNNING", 1);
    agent.hear("mesos.internal.UpdateFrameworkMessage", { framework_id: { value: FRAMEWORK_ID }, pid: "" });
    expect(agent.told()).toEqual(["t1 TASK_RUNNING", "t1 TASK_RUNNING"]);
  });

  it("is not sent before we are registered again, whatever the master says of the framework", () => {
    const { agent } = running();
    agent.report("e1", "t1", "TASK_RUNNING", 1);
    agent.detect();
    agent.hear("mesos.internal.UpdateFrameworkMessage", { framework_id: { value: FRAMEWORK_ID }, pid: "" });
    expect(agent.told()).toEqual(["t1 TASK_RUNNING"]);
    expect(agent.agent.metrics.invalidFrameworkMessages).toBe(1);
  });

  it("of a checkpointing framework is on disk before anybody hears of it", () => {
    const { agent } = running({ checkpoint: true });
    const path = [...agent.files.keys()].find((file) => file.endsWith("tasks/t1/task.info"))!.replace(
      "task.info", "task.updates",
    );
    expect(agent.files.has(path)).toBe(false);
    agent.report("e1", "t1", "TASK_RUNNING", 1);
    const first = (agent.files.get(path) as Uint8Array).length;
    agent.acknowledge("t1");
    expect((agent.files.get(path) as Uint8Array).length).toBeGreaterThan(first);
  });

  it("a new master hears of what the old one was told last", () => {
    const { agent } = running();
    agent.report("e1", "t1", "TASK_STARTING", 1);
    agent.report("e1", "t1", "TASK_RUNNING", 2);
    agent.detect({ ...MASTER, port: 5051 });
    agent.elapse(1000);
    const [task] = agent.sent("mesos.internal.ReregisterSlaveMessage")[0]!.tasks!;
    expect(task).toMatchObject({ state: "TASK_RUNNING", status_update_state: "TASK_STARTING" });
  });
});
