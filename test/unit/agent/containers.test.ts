import { describe, expect, it } from "vitest";
import { AGENT_ID, DrivenAgent, FRAMEWORK_ID, commandTask } from "../../support/agent/driven-agent.ts";

const text = (body: string | Uint8Array | undefined): string =>
  typeof body === "string" ? body : new TextDecoder().decode(body);

function launch(agent: DrivenAgent, container_id: object, more: object = {}) {
  return agent.call("/api/v1", {
    type: "LAUNCH_CONTAINER", launch_container: { container_id, command: { value: "sleep 9" }, ...more },
  });
}

const wait = (agent: DrivenAgent, container_id: object) =>
  agent.call("/api/v1", { type: "WAIT_CONTAINER", wait_container: { container_id } });

const start = (agent: DrivenAgent, containerId: string): void =>
  agent.offer({ type: "container-started", containerId, pid: 4000 });

describe("a standalone container", () => {
  it("is answered for when it runs, and again when it has ended", () => {
    const agent = new DrivenAgent().register();
    const { id, answer } = launch(agent, { value: "s1" });
    expect(answer).toBeUndefined();
    expect(agent.launches[0]).toMatchObject({
      containerId: "s1", directory: "/var/lib/mesos/containers/s1", command: { shell: true, value: "sleep 9" },
    });
    start(agent, "s1");
    expect(agent.replies.get(id)!.status).toBe(200);
    const waiting = wait(agent, { value: "s1" });
    expect(waiting.answer).toBeUndefined();
    agent.exited(7 << 8, "s1");
    expect(text(agent.replies.get(waiting.id)!.body)).toBe(
      '{"type":"WAIT_CONTAINER","wait_container":{"exit_status":1792}}',
    );
    expect(text(wait(agent, { value: "s1" }).answer!.body)).toContain("1792");
  });

  it("is there once: a second launch by that id is 202", () => {
    const agent = new DrivenAgent().register();
    launch(agent, { value: "s1" });
    expect(launch(agent, { value: "s1" }).answer).toEqual({ status: 202 });
    expect(agent.launches).toHaveLength(1);
  });

  it("that cannot be started says why", () => {
    const agent = new DrivenAgent().register();
    const { id } = launch(agent, { value: "s1" });
    agent.offer({ type: "container-exited", containerId: "s1", launchError: "No user 'ann'" });
    expect(agent.replies.get(id)).toMatchObject({ status: 400, body: "No user 'ann'" });
  });

  it("is killed by the signal asked for, SIGKILL if none is", () => {
    const agent = new DrivenAgent().register();
    launch(agent, { value: "s1" });
    start(agent, "s1");
    const kill = (more: object) =>
      agent.call("/api/v1", { type: "KILL_CONTAINER", kill_container: { container_id: { value: "s1" }, ...more } });
    kill({ signal: 15 });
    kill({});
    expect(agent.signals).toEqual(["s1 15", "s1 9"]);
    agent.exited(9, "s1");
    expect(kill({}).answer).toMatchObject({ status: 404 });
  });

  it.each([
    ["an image", { container: { type: "MESOS", mesos: { image: { type: "DOCKER", docker: { name: "alpine" } } } } }],
    ["a volume of the host", {
      container: { type: "MESOS", volumes: [{ host_path: "/etc", container_path: "etc", mode: "RW" }] },
    }],
    ["a volume that leaves the sandbox", {
      container: {
        type: "MESOS",
        volumes: [{
          container_path: "x", mode: "RW",
          source: { type: "SANDBOX_PATH", sandbox_path: { type: "SELF", path: "../../../etc" } },
        }],
      },
    }],
  ])("with %s is refused", (_what, more) => {
    const agent = new DrivenAgent().register();
    expect(launch(agent, { value: "s1" }, more).answer!.status).toBe(400);
    expect(agent.launches).toEqual([]);
  });
});

describe("a nested container", () => {
  function withExecutor(): { agent: DrivenAgent; parent: { value: string } } {
    const agent = new DrivenAgent().register();
    const executor = {
      executor_id: { value: "e1" }, framework_id: { value: FRAMEWORK_ID }, command: { value: "./run" },
    };
    agent.run(commandTask("t1", { executor }));
    agent.started();
    agent.subscribe("e1");
    return { agent, parent: { value: agent.launches[0]!.containerId } };
  }

  it("lives in its parent's sandbox, as its user, and shares with it what it is told to", () => {
    const { agent, parent } = withExecutor();
    const source = { type: "SANDBOX_PATH", sandbox_path: { type: "PARENT", path: "shared" } };
    const volumes = [{ container_path: "data", mode: "RW", source }];
    launch(agent, { value: "n1", parent }, { container: { type: "MESOS", volumes } });
    const directory = agent.launches[0]!.directory;
    expect(agent.launches[1]).toMatchObject({
      containerId: `${parent.value}.n1`, directory: `${directory}/containers/n1`, user: "ann",
      links: [{ at: "data", target: `${directory}/shared` }],
      environment: {
        MESOS_FRAMEWORK_ID: FRAMEWORK_ID, MESOS_EXECUTOR_ID: "e1", MESOS_SANDBOX: `${directory}/containers/n1`,
      },
    });
  });

  it("ends with its parent, and whoever waits for it hears so", () => {
    const { agent, parent } = withExecutor();
    launch(agent, { value: "n1", parent });
    start(agent, `${parent.value}.n1`);
    const { id } = wait(agent, { value: "n1", parent });
    agent.exited(9, parent.value);
    expect(agent.destroyed).toContain(`${parent.value}.n1`);
    agent.exited(9, `${parent.value}.n1`);
    expect(text(agent.replies.get(id)!.body)).toContain('"exit_status":9');
  });

  describe("of a session", () => {
    type Parent = { value: string };
    const launchSession = (agent: DrivenAgent, parent: Parent, more: object = {}) => agent.call("/api/v1", {
      type: "LAUNCH_NESTED_CONTAINER_SESSION",
      launch_nested_container_session: { container_id: { value: "k1", parent }, command: { value: "sh" }, ...more },
    });
    const attach = (agent: DrivenAgent, container_id: object) =>
      agent.call("/api/v1", { type: "ATTACH_CONTAINER_OUTPUT", attach_container_output: { container_id } }).answer;

    it("is in its parent's sandbox, is answered with its output, and ends when who asked for it leaves", () => {
      const { agent, parent } = withExecutor();
      const { answer, id } = launchSession(agent, parent);
      const containerId = `${parent.value}.k1`;
      expect(answer).toBeUndefined();
      expect(agent.launches.at(-1)).toMatchObject({ isSwitched: true, directory: agent.launches[0]!.directory });
      start(agent, containerId);
      expect(agent.replies.has(id), "the stream is the answer").toBe(false);
      const attached = agent.effects.find(({ kind }) => kind === "attach-output");
      expect(attached).toMatchObject({ request: id, containerId });
      expect(attach(agent, { value: "k1", parent }), "others may listen, too").toBeUndefined();
      agent.offer({ type: "stream-closed", stream: (attached as { stream: string }).stream });
      expect(agent.destroyed).toEqual([containerId]);
      agent.exited(9, containerId);
      expect(attach(agent, { value: "k1", parent })).toMatchObject({ status: 500 });
    });

    it("alone can be attached to, and has no terminal", () => {
      const { agent, parent } = withExecutor();
      expect(attach(agent, parent)).toMatchObject({ status: 500 });
      expect(attach(agent, { value: "no" })).toMatchObject({ status: 404, body: "Container no cannot be found" });
      const container = { type: "MESOS", tty_info: {} };
      expect(launchSession(agent, parent, { container }).answer).toMatchObject({ status: 400 });
    });
  });

  it("needs a parent that lives", () => {
    const { agent, parent } = withExecutor();
    expect(launch(agent, { value: "n1", parent: { value: "nobody" } }).answer).toMatchObject({
      status: 400, body: "Parent container nobody does not exist",
    });
    agent.exited(0, parent.value);
    expect(launch(agent, { value: "n1", parent }).answer!.status).toBe(400);
  });

  it("is forgotten only after it has ended, and its files with it", () => {
    const { agent, parent } = withExecutor();
    launch(agent, { value: "n1", parent });
    start(agent, `${parent.value}.n1`);
    const remove = () =>
      agent.call("/api/v1", {
        type: "REMOVE_CONTAINER", remove_container: { container_id: { value: "n1", parent } },
      }).answer!;
    expect(remove()).toMatchObject({ status: 500, body: "Nested container has not terminated yet" });
    agent.exited(0, `${parent.value}.n1`);
    expect(remove().status).toBe(200);
    expect(agent.effects.at(-1)).toMatchObject({
      kind: "remove-directory", directory: expect.stringContaining("/containers/n1") as string,
    });
    expect(wait(agent, { value: "n1", parent }).answer!.status).toBe(404);
  });

  it("the update of a task in it shows it, with its parent", () => {
    const { agent, parent } = withExecutor();
    launch(agent, { value: "n1", parent });
    start(agent, `${parent.value}.n1`);
    agent.report("e1", "t1", "TASK_RUNNING", 1, { container_status: { container_id: { value: "n1", parent } } });
    expect(agent.lastUpdate("t1").status.container_status).toMatchObject({
      container_id: { value: "n1", parent }, executor_pid: 4000,
    });
  });

  it("the agent's id is that of the run", () => {
    const { agent } = withExecutor();
    expect(agent.launches[0]!.directory).toContain(`/slaves/${AGENT_ID}/`);
  });
});
