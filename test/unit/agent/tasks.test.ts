import { describe, expect, it } from "vitest";
import type { ExecutorInfo, TaskInfo } from "../../../src/model/gen/mesos.ts";
import {
  AGENT_ID, DrivenAgent, FRAMEWORK_ID, commandTask, frameworkInfo, typesOf,
} from "../../support/agent/driven-agent.ts";

const custom: ExecutorInfo = {
  executor_id: { value: "e1" }, framework_id: { value: FRAMEWORK_ID }, command: { value: "./run" },
};
const partitionAware = { capabilities: [{ type: "PARTITION_AWARE" as const }] };

function group(ids: readonly string[]): TaskInfo[] {
  return ids.map((id) => commandTask(id));
}

function runGroup(agent: DrivenAgent, tasks: readonly TaskInfo[]): void {
  agent.hear("mesos.internal.RunTaskGroupMessage", {
    framework: frameworkInfo(), task_group: { tasks }, launch_executor: true,
    executor: { type: "DEFAULT", executor_id: { value: "d1" }, framework_id: { value: FRAMEWORK_ID } },
  });
}

describe("a command task", () => {
  it("gets an executor of its own: our program, in a sandbox, as the framework's user, knowing who it is", () => {
    const agent = new DrivenAgent().register();
    agent.run(commandTask("t1"));
    const [spec] = agent.launches;
    expect(spec!.command).toEqual({
      shell: false, value: "/opt/mesos-ref/libexec/mesos-executor",
      arguments: ["mesos-executor", "--launcher_dir=/opt/mesos-ref/libexec"],
    });
    expect(spec!.user).toBe("ann");
    const executor = `/var/lib/mesos/slaves/${AGENT_ID}/frameworks/${FRAMEWORK_ID}/executors/t1`;
    const sandbox = `${executor}/runs/${spec!.containerId}`;
    expect(spec!.directory).toBe(sandbox);
    expect(spec!.environment).toMatchObject({
      PATH: "/usr/bin:/bin", MESOS_FRAMEWORK_ID: FRAMEWORK_ID, MESOS_EXECUTOR_ID: "t1", MESOS_SLAVE_ID: AGENT_ID,
      MESOS_SLAVE_PID: "slave(1)@127.0.0.1:5051", MESOS_AGENT_ENDPOINT: "127.0.0.1:5051", MESOS_SANDBOX: sandbox,
      MESOS_DIRECTORY: sandbox, MESOS_CHECKPOINT: "0", MESOS_EXECUTOR_SHUTDOWN_GRACE_PERIOD: "5secs",
    });
  });

  it("is handed over when the executor subscribes", () => {
    const agent = new DrivenAgent().register();
    agent.run(commandTask("t1"));
    agent.started();
    const stream = agent.subscribe("t1");
    expect(typesOf(agent.streams.get(stream))).toEqual(["SUBSCRIBED", "LAUNCH"]);
    expect(agent.streams.get(stream)![1]!.launch!.task.task_id.value).toBe("t1");
  });

  it("leaves nothing when it has ended, and history shows it", () => {
    const agent = new DrivenAgent().register();
    agent.run(commandTask("t1"));
    agent.started();
    agent.subscribe("t1");
    agent.report("t1", "t1", "TASK_RUNNING", 1);
    agent.acknowledge("t1");
    agent.report("t1", "t1", "TASK_FINISHED", 2);
    agent.exited(0);
    expect(agent.agent.frameworks.size).toBe(1);
    agent.acknowledge("t1");
    expect(agent.agent.frameworks.size).toBe(0);
    expect(agent.agent.containers.size).toBe(0);
    expect([...agent.agent.completedFrameworks.keys()]).toEqual([FRAMEWORK_ID]);
    expect(agent.effects.filter(({ kind }) => kind === "gc")).toHaveLength(1);
    // The master never entered the executor we made, so it is not told that it is gone.
    expect(agent.sent("mesos.internal.ExitedExecutorMessage")).toEqual([]);
  });
});

describe("a task that the agent will not run", () => {
  const refusals: readonly [string, (agent: DrivenAgent) => void, string][] = [
    ["the offer's resources have changed since", (agent) => {
      agent.run(commandTask("t1"), {}, { resource_version_uuids: [{ uuid: { value: new Uint8Array(16) } }] });
    }, "t1 TASK_LOST REASON_INVALID_OFFERS Task assumes outdated resource state"],
    ["the same, in words of a framework that knows about partitions", (agent) => {
      const uuids = [{ uuid: { value: new Uint8Array(16) } }];
      agent.run(commandTask("t1"), partitionAware, { resource_version_uuids: uuids });
    }, "t1 TASK_DROPPED REASON_INVALID_OFFERS Task assumes outdated resource state"],
    ["it uses a volume that is not here", (agent) => {
      const reservations = [{ type: "DYNAMIC" as const, role: "eng" }];
      const disk = { persistence: { id: "v1" }, volume: { container_path: "data", mode: "RW" as const } };
      const resources = [{ name: "disk", type: "SCALAR" as const, scalar: { value: 64 }, reservations, disk }];
      agent.run(commandTask("t1", { resources }));
    }, "t1 TASK_LOST REASON_RESOURCES_UNKNOWN " +
       "The checkpointed resources being used by the task or task group are unknown to the agent"],
    ["no executor of that name should be there, but one is", (agent) => {
      agent.run(commandTask("t0", { executor: custom }));
      agent.run(commandTask("t1", { executor: custom }));
    }, "t1 TASK_LOST REASON_EXECUTOR_TERMINATED Master wants to launch executor, but one already exists"],
    ["an executor should be there, and is not", (agent) => {
      agent.run(commandTask("t1", { executor: custom }), {}, { launch_executor: false });
    }, "t1 TASK_LOST REASON_EXECUTOR_TERMINATED No executor is expected to launch and there is none running"],
    ["it has the id of a command task that runs", (agent) => {
      agent.run(commandTask("t1"));
      agent.run(commandTask("t1"));
    }, "t1 TASK_LOST REASON_TASK_INVALID Cannot reuse an already existing executor for a command task"],
    ["limits need an isolator", (agent) => agent.run(commandTask("t1", { limits: { cpus: { value: 2 } } })),
      "t1 TASK_LOST REASON_GC_ERROR CPU limits can only be set on tasks launched in Mesos containers" +
      " when the agent has loaded the 'cgroups/cpu' isolator"],
    ["its container needs Docker", (agent) => {
      agent.run(commandTask("t1", { container: { type: "DOCKER", docker: { image: "alpine" } } }));
    }, "t1 TASK_FAILED REASON_CONTAINER_LAUNCH_FAILED " +
       "Failed to launch container: Docker containers are not supported by this agent"],
  ];
  it.each(refusals)("%s", (_why, happens, told) => {
    const agent = new DrivenAgent().register();
    happens(agent);
    expect(agent.told()).toContain(told);
  });

  it("is ignored if it is for another agent", () => {
    const agent = new DrivenAgent().register();
    agent.run(commandTask("t1", { agent_id: { value: "M-S9" } }));
    expect(agent.launches).toEqual([]);
    expect(agent.told()).toEqual([]);
  });

  it("a path as an id does not get out of the work directory", () => {
    const agent = new DrivenAgent().register();
    for (const id of ["../../etc", "a/b", "..", ""]) agent.run(commandTask(id));
    expect(agent.launches).toEqual([]);
    expect([...agent.files.keys()].filter((path) => path.includes(".."))).toEqual([]);
  });

  it("tells the master that the executor it has entered never came to be", () => {
    const agent = new DrivenAgent().register();
    const resource_version_uuids = [{ uuid: { value: new Uint8Array(16) } }];
    agent.run(commandTask("t1", { executor: custom }), {}, { resource_version_uuids });
    expect(agent.sent("mesos.internal.ExitedExecutorMessage")).toEqual([
      {
        agent_id: { value: AGENT_ID }, framework_id: { value: FRAMEWORK_ID }, executor_id: { value: "e1" }, status: -1,
      },
    ]);
  });
});

describe("a kill", () => {
  it("of a task whose executor has not connected ends the task at once, and the executor when it comes", () => {
    const agent = new DrivenAgent().register();
    agent.run(commandTask("t1"));
    agent.hear("mesos.internal.KillTaskMessage", { framework_id: { value: FRAMEWORK_ID }, task_id: { value: "t1" } });
    expect(agent.told()).toEqual(
      ["t1 TASK_KILLED REASON_TASK_KILLED_DURING_LAUNCH Killed before delivery to the executor"],
    );
    agent.started();
    expect(typesOf(agent.streams.get(agent.subscribe("t1")))).toEqual(["SHUTDOWN"]);
    agent.elapse(5000);
    expect(agent.destroyed).toEqual([agent.launches[0]!.containerId]);
  });

  it("of one member of a waiting group ends all of it", () => {
    const agent = new DrivenAgent().register();
    runGroup(agent, group(["a", "b"]));
    agent.hear("mesos.internal.KillTaskMessage", { framework_id: { value: FRAMEWORK_ID }, task_id: { value: "a" } });
    const why = "TASK_KILLED REASON_TASK_KILLED_DURING_LAUNCH " +
      "A task within the task group was killed before delivery to the executor";
    expect(agent.told()).toEqual([`a ${why}`, `b ${why}`]);
  });

  it("of a running task goes to its executor, with the policy", () => {
    const agent = new DrivenAgent().register();
    agent.run(commandTask("t1"));
    agent.started();
    const stream = agent.subscribe("t1");
    const kill_policy = { grace_period: { nanoseconds: 7_000_000_000n } };
    agent.hear("mesos.internal.KillTaskMessage", {
      framework_id: { value: FRAMEWORK_ID }, task_id: { value: "t1" }, kill_policy,
    });
    expect(agent.streams.get(stream)!.at(-1)).toEqual({
      type: "KILL", kill: { task_id: { value: "t1" }, kill_policy },
    });
  });

  it("of a task nobody knows is answered for a framework that is known, and only then", () => {
    const agent = new DrivenAgent().register();
    agent.hear("mesos.internal.KillTaskMessage", { framework_id: { value: FRAMEWORK_ID }, task_id: { value: "t9" } });
    expect(agent.told()).toEqual([]);
    agent.run(commandTask("t1"));
    agent.hear("mesos.internal.KillTaskMessage", { framework_id: { value: FRAMEWORK_ID }, task_id: { value: "t9" } });
    expect(agent.told()).toEqual(["t9 TASK_LOST REASON_EXECUTOR_TERMINATED Cannot find executor"]);
  });
});

describe("a task group", () => {
  it("is handed over as one, to an executor of ours", () => {
    const agent = new DrivenAgent().register();
    runGroup(agent, group(["a", "b"]));
    expect(agent.launches[0]!.command.arguments).toEqual(["mesos-default-executor"]);
    agent.started();
    const events = agent.streams.get(agent.subscribe("d1"))!;
    expect(typesOf(events)).toEqual(["SUBSCRIBED", "LAUNCH_GROUP"]);
    expect(events[1]!.launch_group!.task_group.tasks!.map(({ task_id: id }) => id.value)).toEqual(["a", "b"]);
  });
});

describe("draining", () => {
  it("kills what runs, refuses what comes, and is over when all has gone", () => {
    const agent = new DrivenAgent().register();
    agent.run(commandTask("t1", { kill_policy: { grace_period: { nanoseconds: 60_000_000_000n } } }));
    agent.started();
    const stream = agent.subscribe("t1");
    agent.hear("mesos.internal.DrainSlaveMessage", { config: { max_grace_period: { nanoseconds: 10_000_000_000n } } });
    const grace_period = { nanoseconds: 10_000_000_000n };
    expect(agent.streams.get(stream)!.at(-1)).toEqual({
      type: "KILL", kill: { task_id: { value: "t1" }, kill_policy: { grace_period } },
    });
    agent.run(commandTask("t2"));
    expect(agent.told()).toContain(
      "t2 TASK_LOST REASON_AGENT_DRAINING Task was received while agent was already draining",
    );
    agent.report("t1", "t1", "TASK_KILLED", 1);
    expect(agent.told().at(-1)).toBe("t1 TASK_KILLED REASON_AGENT_DRAINING");
    expect(agent.files.has(`slaves/${AGENT_ID}/drain.config`)).toBe(true);
    agent.exited(0);
    agent.acknowledge("t1");
    expect(agent.agent.drain).toBeUndefined();
    expect(agent.files.has(`slaves/${AGENT_ID}/drain.config`)).toBe(false);
  });

  it("an agent that is to be gone says so of tasks of frameworks that know the word", () => {
    const agent = new DrivenAgent().register();
    agent.run(commandTask("t1"), partitionAware);
    agent.started();
    agent.subscribe("t1");
    agent.hear("mesos.internal.DrainSlaveMessage", { config: { mark_gone: true } });
    agent.report("t1", "t1", "TASK_KILLED", 1);
    expect(agent.told()).toEqual(["t1 TASK_GONE_BY_OPERATOR REASON_AGENT_DRAINING"]);
  });
});
