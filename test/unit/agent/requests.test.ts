import { describe, expect, it } from "vitest";
import { DrivenAgent, FRAMEWORK_ID, commandTask } from "../../support/agent/driven-agent.ts";

const custom = { executor_id: { value: "e1" }, framework_id: { value: FRAMEWORK_ID }, command: { value: "./run" } };

describe("an agent that is asked", () => {
  it("before it knows what runs here, has no answer yet", () => {
    const first = new DrivenAgent().register();
    first.run(commandTask("t1", { executor: custom }), { checkpoint: true });
    first.started();
    const containers = { [first.launches[0]!.containerId]: 4711 };
    const again = new DrivenAgent({}, { files: first.files, containers });
    expect(again.ask("GET", "/state").answer).toMatchObject({ status: 503, body: "Agent has not finished recovery" });
    expect(again.call("/api/v1", { type: "GET_STATE" }).answer!.status).toBe(503);
    expect(again.ask("GET", "/health").answer!.status).toBe(200);
  });

  it("answers at its actor's path as at the short one, and nowhere else", () => {
    const agent = new DrivenAgent().register();
    expect(agent.ask("GET", "/slave(1)/state").answer).toEqual(agent.ask("GET", "/state").answer);
    for (const path of ["/slave(2)/state", "/master/state", "/nothing", "/"]) {
      expect(agent.ask("GET", path).answer!.status, path).toBe(404);
    }
  });

  it("calls a function of the client's choice with its JSON", () => {
    const agent = new DrivenAgent().register();
    const { answer } = agent.ask("GET", "/flags", { query: { jsonp: "cb" } });
    expect(answer).toMatchObject({
      status: 200, headers: { "Content-Type": "text/javascript" }, body: 'cb({"flags":{}})',
    });
  });

  it("measures before it tells of containers, and forgets who asked", () => {
    const agent = new DrivenAgent().register();
    const { id, answer } = agent.ask("GET", "/containers");
    expect(answer).toBeUndefined();
    expect(agent.effects.at(-1)).toEqual({ kind: "measure", request: id, containerIds: [] });
    const system = { cpus: 1, load1: 0, load5: 0, load15: 0, memTotalBytes: 1, memFreeBytes: 1 };
    const measurement = { containers: {}, system, diskUsage: 0, gc: { pending: 0, succeeded: 0, failed: 0 } };
    agent.offer({ type: "measured", request: id, measurement });
    expect(agent.replies.get(id)).toMatchObject({ status: 200, body: "[]" });
    agent.offer({ type: "measured", request: id, measurement });
    expect(agent.agent.measuring.size).toBe(0);
  });
});

describe("files", () => {
  const withTask = (): { agent: DrivenAgent; directory: string } => {
    const agent = new DrivenAgent().register();
    agent.run(commandTask("t1", { executor: custom }));
    agent.started();
    return { agent, directory: agent.launches[0]!.directory };
  };

  it("of a sandbox are found by its directory, and by names that stay", () => {
    const { agent, directory } = withTask();
    const asked = (path: string) => {
      agent.ask("GET", "/files/read", { query: { path, offset: "0", length: "10" } });
      return agent.effects.at(-1);
    };
    const expected = { kind: "files", root: directory, path: "stdout", call: { verb: "read", offset: 0, length: 10 } };
    expect(asked(`${directory}/stdout`)).toMatchObject(expected);
    expect(asked(`/frameworks/${FRAMEWORK_ID}/executors/e1/runs/latest/stdout`)).toMatchObject(expected);
  });

  it("outside of sandboxes are not there, whoever asks", () => {
    const { agent, directory } = withTask();
    const before = agent.effects.length;
    const beside = directory.replace("/runs/", "/runs2/");
    for (const path of ["/etc/passwd", "/var/lib/mesos/meta/boot_id", beside, "etc/passwd", ""]) {
      const { answer } = agent.ask("GET", "/files/download", { query: { path } });
      expect([400, 404], path).toContain(answer!.status);
    }
    expect(agent.effects).toHaveLength(before);
  });
});

describe("executors over HTTP", () => {
  it("must have subscribed before they report", () => {
    const agent = new DrivenAgent().register();
    agent.run(commandTask("t1", { executor: custom }));
    expect(agent.report("e1", "t1", "TASK_RUNNING", 1)).toMatchObject({
      status: 403, body: "Executor is not subscribed",
    });
  });

  it.each([
    ["another framework", { framework_id: { value: "X" }, executor_id: { value: "e1" } }, "Framework cannot be found"],
    [
      "another executor", { framework_id: { value: FRAMEWORK_ID }, executor_id: { value: "e9" } },
      "Executor cannot be found",
    ],
  ])("of %s are not known", (_who, ids, body) => {
    const agent = new DrivenAgent().register();
    agent.run(commandTask("t1", { executor: custom }));
    const call = { type: "SUBSCRIBE", ...ids, subscribe: { unacknowledged_tasks: [], unacknowledged_updates: [] } };
    expect(agent.call("/slave(1)/api/v1/executor", call).answer).toMatchObject({ status: 400, body });
  });

  it("send bytes to their framework", () => {
    const agent = new DrivenAgent().register();
    agent.run(commandTask("t1", { executor: custom }));
    agent.started();
    agent.subscribe("e1");
    const ids = { framework_id: { value: FRAMEWORK_ID }, executor_id: { value: "e1" } };
    const { answer } = agent.call("/slave(1)/api/v1/executor", { type: "MESSAGE", ...ids, message: { data: "AQI=" } });
    expect(answer!.status).toBe(202);
    expect(agent.sent("mesos.internal.ExecutorToFrameworkMessage")[0]!.data).toEqual(new Uint8Array([1, 2]));
  });
});
