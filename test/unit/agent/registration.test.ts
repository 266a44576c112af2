import { describe, expect, it } from "vitest";
import { AGENT_ID, DrivenAgent, MASTER, commandTask } from "../../support/agent/driven-agent.ts";

const REGISTER = "mesos.internal.RegisterSlaveMessage";
const REREGISTER = "mesos.internal.ReregisterSlaveMessage";

describe("an agent finds its master", () => {
  it("waits for one, and then no longer than the backoff before it registers", () => {
    const agent = new DrivenAgent();
    agent.elapse(3_600_000);
    expect(agent.sent(REGISTER)).toHaveLength(0);
    agent.detect();
    agent.elapse(1000);
    expect(agent.sent(REGISTER)).toHaveLength(1);
    expect(agent.sentTo(MASTER)[0]!.name).toBe(REGISTER);
  });

  it("spreads the first attempts of a cluster over the backoff", () => {
    const seeds = [0x9e3779b9, 0x3c6ef372, 0xdaa66d2b, 0x78dde6e4, 0x1715609d, 0xb54cda56];
    const waits = seeds.map((seed) => {
      const agent = new DrivenAgent({ seed: [seed, seed >>> 3, ~seed >>> 0, 7] });
      agent.detect();
      let ms = 0;
      for (; agent.sent(REGISTER).length === 0; ms += 10) agent.elapse(10);
      return ms;
    });
    expect(new Set(waits).size).toBeGreaterThan(3);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1010);
  });

  it("tries again with growing waits, never more than a minute apart, until it is answered", () => {
    const agent = new DrivenAgent();
    agent.detect();
    const times: number[] = [];
    for (let ms = 0; ms < 1_800_000; ms += 100) {
      agent.elapse(100);
      while (times.length < agent.sent(REGISTER).length) times.push(agent.nowMs);
    }
    const gaps = times.slice(1).map((time, i) => time - times[i]!);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(60_100);
    const average = (part: number[]): number => part.reduce((a, b) => a + b, 0) / part.length;
    expect(average(gaps.slice(-20))).toBeGreaterThan(5 * average(gaps.slice(0, 3)));
    agent.hear("mesos.internal.SlaveRegisteredMessage", { agent_id: { value: AGENT_ID } });
    const before = agent.sent(REGISTER).length;
    agent.elapse(60_000);
    expect(agent.sent(REGISTER)).toHaveLength(before);
  });

  it("keeps the id it is given, and tells its totals at once", () => {
    const agent = new DrivenAgent().register();
    expect(agent.agent.state).toBe("RUNNING");
    expect(agent.files.get("slaves/latest")).toEqual({ link: AGENT_ID });
    expect([...agent.files.keys()]).toContain(`slaves/${AGENT_ID}/slave.info`);
    expect(agent.sent("mesos.internal.UpdateSlaveMessage")).toHaveLength(1);
  });

  it("registers anew with another leader by the id it has, and says what runs here", () => {
    const agent = new DrivenAgent().register();
    agent.run(commandTask("t1"));
    const other = { ...MASTER, host: "10.0.0.2" };
    agent.detect(other);
    expect(agent.agent.state).toBe("DISCONNECTED");
    agent.elapse(1000);
    const [message] = agent.sent(REREGISTER);
    expect(message!.agent.id).toEqual({ value: AGENT_ID });
    expect(message!.tasks!.map(({ task_id: id, state }) => `${id.value} ${state}`)).toEqual(["t1 TASK_STAGING"]);
    expect(message!.frameworks!.map(({ id }) => id!.value)).toEqual(["M-0000"]);
  });

  it("does not take another id than its own", () => {
    const agent = new DrivenAgent().register();
    agent.detect();
    agent.elapse(1000);
    agent.hear("mesos.internal.SlaveReregisteredMessage", { agent_id: { value: "M-S1" } });
    expect(agent.exit).toEqual(
      expect.objectContaining({ code: 1, why: expect.stringContaining("wrong id: M-S1") as string }),
    );
  });

  it("ignores what masters say that do not lead", () => {
    const agent = new DrivenAgent();
    agent.detect();
    agent.elapse(1000);
    agent.hear("mesos.internal.SlaveRegisteredMessage", { agent_id: { value: AGENT_ID } }, { ...MASTER, port: 5051 });
    expect(agent.agent.state).toBe("DISCONNECTED");
  });
});

describe("an agent stays with its master", () => {
  it("answers pings, and registers again when they stop coming", () => {
    const agent = new DrivenAgent();
    agent.detect();
    agent.elapse(1000);
    const connection = { total_ping_timeout_seconds: 75 };
    agent.hear("mesos.internal.SlaveRegisteredMessage", { agent_id: { value: AGENT_ID }, connection });
    const observer = { ...MASTER, id: "slave-observer(1)" };
    for (let n = 1; n <= 10; n++) {
      agent.elapse(15_000);
      agent.hear("mesos.internal.PingSlaveMessage", { connected: true }, observer);
      expect(agent.sentTo(observer)).toHaveLength(n);
    }
    expect(agent.agent.state).toBe("RUNNING");
    agent.elapse(74_999);
    expect(agent.agent.state).toBe("RUNNING");
    agent.elapse(2);
    expect(agent.agent.state).toBe("DISCONNECTED");
    agent.elapse(1000);
    expect(agent.sent(REREGISTER)).toHaveLength(1);
  });

  it("registers again when the master says that it does not count on it", () => {
    const agent = new DrivenAgent().register();
    agent.hear("mesos.internal.PingSlaveMessage", { connected: false }, { ...MASTER, id: "slave-observer(1)" });
    agent.elapse(1000);
    expect(agent.sent(REREGISTER)).toHaveLength(1);
  });

  it("registers again when the connection breaks", () => {
    const agent = new DrivenAgent().register();
    agent.offer({ type: "exited", peer: { ...MASTER, host: "10.9.9.9" } });
    expect(agent.agent.state).toBe("RUNNING");
    agent.offer({ type: "exited", peer: MASTER });
    agent.elapse(1000);
    expect(agent.sent(REREGISTER)).toHaveLength(1);
  });

  it("goes when the master tells it to, and takes its tasks with it", () => {
    const agent = new DrivenAgent().register();
    agent.run(commandTask("t1"));
    agent.hear("mesos.internal.ShutdownMessage", { message: "gone" });
    expect(agent.exit).toBeUndefined();
    agent.elapse(5000);
    expect(agent.destroyed).toEqual([agent.launches[0]!.containerId]);
    agent.exited(9);
    expect(agent.exit?.code).toBe(0);
  });

  it("tells the master when the operator wants it gone", () => {
    const agent = new DrivenAgent().register();
    agent.offer({ type: "shutdown", message: "SIGUSR1", unregister: true });
    expect(agent.sent("mesos.internal.UnregisterSlaveMessage")).toEqual([{ agent_id: { value: AGENT_ID } }]);
    expect(agent.exit?.code).toBe(0);
  });
});

describe("master and agent agree on what runs here", () => {
  it("a task that only the master knows is reported as lost, until that is acknowledged", () => {
    const agent = new DrivenAgent().register();
    const status = { task_id: { value: "old" }, state: "TASK_RUNNING" as const };
    agent.reregister([{ framework_id: { value: "M-0000" }, statuses: [status] }]);
    const text = "old TASK_LOST REASON_RECONCILIATION Reconciliation: task unknown to the agent";
    expect(agent.told()).toEqual([text]);
    agent.elapse(10_000);
    expect(agent.told()).toEqual([text, text]);
    agent.acknowledge("old");
    agent.elapse(60_000);
    expect(agent.told()).toHaveLength(2);
  });

  it("a task that is here is left alone", () => {
    const agent = new DrivenAgent().register();
    agent.run(commandTask("t1"));
    const status = { task_id: { value: "t1" }, state: "TASK_STAGING" as const };
    agent.reregister([{ framework_id: { value: "M-0000" }, statuses: [status] }]);
    expect(agent.told()).toEqual([]);
  });
});
