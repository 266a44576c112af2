/**
 * An agent as an operator starts it, under a master that does nothing but what the test says: real executors, real
 * tasks, real signals.
 */
import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TaskInfo } from "../../src/model/gen/mesos.ts";
import { FRAMEWORK_ID, shellTask, startScriptedMaster } from "../support/agent/scripted-master.ts";
import type { ScriptedMaster } from "../support/agent/scripted-master.ts";
import { killProcessesWith, processesWith, program } from "../support/programs.ts";
import type { Program } from "../support/programs.ts";

let workDir: string;
let master: ScriptedMaster;
let agent: Program;

beforeEach(async () => {
  workDir = realpathSync(mkdtempSync(join(tmpdir(), "allot-agent-")));
  master = await startScriptedMaster();
  agent = start();
  await master.hears("mesos.internal.UpdateSlaveMessage");
});

afterEach(async () => {
  agent.signal("SIGKILL");
  await agent.ended;
  killProcessesWith(workDir);
  await master.close();
  rmSync(workDir, { recursive: true, force: true, maxRetries: 5 });
});

function start(port = "0", more: readonly string[] = []): Program {
  return program("mesos-agent", [
    `--master=${master.address}`, "--ip=127.0.0.1", `--port=${port}`, `--work_dir=${workDir}`,
    "--resources=cpus:4;mem:1024;disk:1024;ports:[31000-31099]", "--registration_backoff_factor=1ms",
    "--hostname=localhost",
    "--executor_shutdown_grace_period=3secs", ...more,
  ]);
}

/** The same agent again, on the same port. */
async function restart(): Promise<void> {
  const { port } = master.agent();
  agent.signal("SIGKILL");
  await agent.ended;
  agent = start(String(port));
}

/** The sandbox of the only run of this executor. */
function sandboxOf(executorId: string): string {
  return join(workDir, "slaves/M-S0/frameworks", FRAMEWORK_ID, "executors", executorId, "runs/latest");
}

const stdoutOf = (executorId: string): string => readFileSync(join(sandboxOf(executorId), "stdout"), "utf8");
const nobodyOf = (text: string) => expect.poll(() => processesWith(text), { timeout: 10_000, interval: 10 }).toEqual(
  [],
);
/** Processes that sleep for so long: each test has lengths of its own, and so finds its own. */
const sleepers = (...seconds: number[]): number[] =>
  seconds.flatMap((each) => processesWith(workDir).filter((pid) => commandOf(pid) === `sleep ${each} `));

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

describe("a command task", () => {
  it("runs, writes into its sandbox, ends, and leaves nothing running", async () => {
    master.run(shellTask("t1", "echo hello from $MESOS_TASK_ID; echo careful >&2; pwd"));
    const { message, container_status: container } = await master.sees("t1", "TASK_FINISHED");
    expect(message).toBe("Command exited with status 0");
    expect(master.statuses.map(({ state }) => state)).toEqual(["TASK_STARTING", "TASK_RUNNING", "TASK_FINISHED"]);
    expect(container!.executor_pid).toBeGreaterThan(0);
    expect(stdoutOf("t1")).toBe(`hello from t1\n${realpathSync(sandboxOf("t1"))}\n`);
    expect(readFileSync(join(sandboxOf("t1"), "stderr"), "utf8")).toBe("careful\n");
    await expect.poll(() => processesWith(`${workDir}/slaves`), { timeout: 5000, interval: 10 }).toEqual([]);
  });

  it("fails with what its command says", async () => {
    master.run(shellTask("t1", "exit 42"));
    expect((await master.sees("t1", "TASK_FAILED")).message).toBe("Command exited with status 42");
    master.run(shellTask("t2", "", { command: { shell: false, value: "no-such-program", arguments: ["x"] } }));
    expect((await master.sees("t2", "TASK_FAILED")).message).toBe("Command exited with status 1");
    expect(readFileSync(join(sandboxOf("t2"), "stderr"), "utf8")).toContain("no-such-program");
  });

  it("is killed politely, and if that does not help, with all it has started", async () => {
    master.run(shellTask("polite", "trap 'echo bye; exit 0' TERM; echo ready; while :; do sleep 0.05; done"));
    const written = (): string => (existsSync(join(sandboxOf("polite"), "stdout")) ? stdoutOf("polite") : "");
    await expect.poll(written, { timeout: 10_000 }).toBe("ready\n");
    master.kill("polite");
    await master.sees("polite", "TASK_KILLED");
    expect(stdoutOf("polite")).toBe("ready\nbye\n");

    master.run(shellTask("stubborn", "trap '' TERM; (sleep 1001 &) ; (setsid sleep 1002 &); echo ready; sleep 1003"));
    await expect.poll(() => sleepers(1001, 1002, 1003), { timeout: 10_000 }).toHaveLength(3);
    master.kill("stubborn", 100);
    expect((await master.sees("stubborn", "TASK_KILLED")).message).toBe("Command terminated with signal Killed");
    await expect.poll(() => sleepers(1001, 1002, 1003), { timeout: 5000 }).toEqual([]);
  });

  it("ends with its executor, however that ends", async () => {
    master.run(shellTask("t1", "exec sleep 1004"));
    const { container_status: container } = await master.sees("t1", "TASK_RUNNING");
    process.kill(container!.executor_pid!, "SIGKILL");
    const { message, reason } = await master.sees("t1", "TASK_FAILED");
    expect([message, reason]).toEqual(["Executor terminated", "REASON_EXECUTOR_TERMINATED"]);
    expect(sleepers(1004)).toEqual([]);
  });

  it("takes no longer than it may", async () => {
    master.run(shellTask("t1", "sleep 100", { max_completion_time: { nanoseconds: 300_000_000n } }));
    expect((await master.sees("t1", "TASK_FAILED")).reason).toBe("REASON_MAX_COMPLETION_TIME_REACHED");
  });
});

describe("a task that is checked", () => {
  const fast = { delay_seconds: 0, interval_seconds: 0.05, timeout_seconds: 5, grace_period_seconds: 0 };
  const health = (how: object): Partial<TaskInfo> => ({ health_check: { ...fast, ...how } as TaskInfo["health_check"] & object });
  const healths = (): (boolean | undefined)[] =>
    master.statuses.filter(({ reason }) => reason === "REASON_TASK_HEALTH_CHECK_STATUS_UPDATED").map(
      ({ healthy }) => healthy,
    );

  it("by a command beside it, and killed when it is not well", async () => {
    const command = { value: "test -e well" };
    master.run(shellTask("t1", "touch well; sleep 1; rm well; sleep 1000", health({ type: "COMMAND", command })));
    expect((await master.sees("t1", "TASK_KILLED")).healthy).toBe(false);
    expect(healths()).toContain(true);
    expect(healths().slice(-3)).toEqual([false, false, false]);
  });

  it("by asking for a page, or for a connection", async () => {
    const server = createServer((request, response) => {
      if (request.url === "/moved") response.writeHead(302, { Location: "/missing" }).end();
      else response.writeHead(request.url === "/well" ? 200 : 404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const check = (how: object): Partial<TaskInfo> => ({ check: { ...fast, ...how } as TaskInfo["check"] & object });
    const seen = (id: string) => expect.poll(() =>
      master.statuses.findLast((status) => status.task_id.value === id && status.reason === "REASON_TASK_CHECK_STATUS_UPDATED")
        ?.check_status, { timeout: 10_000 });
    master.run(shellTask("well", "sleep 1000", check({ type: "HTTP", http: { port, path: "/well" } })));
    master.run(shellTask("moved", "sleep 1000", check({ type: "HTTP", http: { port, path: "/moved" } })));
    master.run(shellTask("open", "sleep 1000", check({ type: "TCP", tcp: { port } })));
    await seen("well").toEqual({ type: "HTTP", http: { status_code: 200 } });
    await seen("moved").toEqual({ type: "HTTP", http: { status_code: 404 } });
    await seen("open").toEqual({ type: "TCP", tcp: { succeeded: true } });
    server.close();
    server.closeAllConnections();
    await seen("open").toEqual({ type: "TCP", tcp: { succeeded: false } });
    // Nobody to ask is no status code.
    await seen("well").toEqual({ type: "HTTP", http: {} });
  });

  it("in a task group by a command in its own container", async () => {
    const command = { value: "test -e ../../well" };
    master.runGroup([shellTask("a", "touch well; sleep 1; rm well; sleep 1000", health({ type: "COMMAND", command }))]);
    expect((await master.sees("a", "TASK_KILLED")).healthy).toBe(false);
    expect(healths()).toContain(true);
    expect(healths().slice(-3)).toEqual([false, false, false]);
  });

  it("that takes too long is not well", async () => {
    const slow = { type: "COMMAND", command: { value: "sleep 1000" }, timeout_seconds: 0.1, consecutive_failures: 1 };
    master.run(shellTask("t1", "exec sleep 1015", health(slow)));
    await master.sees("t1", "TASK_KILLED");
    master.runGroup([shellTask("a", "exec sleep 1016", health(slow))]);
    await master.sees("a", "TASK_KILLED");
    expect(sleepers(1015, 1016, 1000)).toEqual([]);
  });
});

describe("a task group", () => {
  it("runs in containers of its own, each with its files, and fails as one", async () => {
    master.runGroup([shellTask("a", "echo I am a; sleep 0.5; exit 7"), shellTask("b", "echo I am b; exec sleep 1005")]);
    expect((await master.sees("a", "TASK_FAILED")).message).toBe("Command exited with status 7");
    expect((await master.sees("b", "TASK_KILLED")).message).toBe("Command terminated with signal Terminated");
    expect(readFileSync(join(sandboxOf("group"), "tasks/a/stdout"), "utf8")).toBe("I am a\n");
    expect(readFileSync(join(sandboxOf("group"), "tasks/b/stdout"), "utf8")).toBe("I am b\n");
    expect((await master.hears("mesos.internal.ExitedExecutorMessage")).status).toBe(0);
    expect(sleepers(1005)).toEqual([]);
  });

  it("survives the agent, if its framework checkpoints, and its end is known all the same", async () => {
    master.runGroup([shellTask("a", "sleep 1; exit 5")], { checkpoint: true });
    await master.sees("a", "TASK_RUNNING");
    agent.signal("SIGKILL");
    await agent.ended;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    agent = start(String(master.agent().port));
    expect((await master.sees("a", "TASK_FAILED")).message).toBe("Command exited with status 5");
  });
});

describe("an agent that dies", () => {
  it("is back with its tasks, if their framework checkpoints", async () => {
    master.run(shellTask("t1", "while [ ! -e go ]; do sleep 0.05; done; echo went"), { checkpoint: true });
    await master.sees("t1", "TASK_RUNNING");
    const before = master.statuses.length;
    await restart();
    const { tasks, agent: info } = await master.hears("mesos.internal.ReregisterSlaveMessage");
    expect(info.id!.value).toBe("M-S0");
    expect(tasks!.map(({ task_id: id, state }) => `${id.value} ${state}`)).toEqual(["t1 TASK_RUNNING"]);
    expect(master.statuses).toHaveLength(before);
    const { writeFileSync } = await import("node:fs");
    writeFileSync(join(sandboxOf("t1"), "go"), "");
    await master.sees("t1", "TASK_FINISHED");
    expect(stdoutOf("t1")).toBe("went\n");
  });

  it("hears from the executor what happened meanwhile", async () => {
    master.run(shellTask("t1", "sleep 0.5; exit 3"), { checkpoint: true });
    await master.sees("t1", "TASK_RUNNING");
    agent.signal("SIGKILL");
    await agent.ended;
    await new Promise((resolve) => setTimeout(resolve, 800));
    agent = start(String(master.agent().port));
    expect((await master.sees("t1", "TASK_FAILED")).message).toBe("Command exited with status 3");
  });

  it("takes tasks of other frameworks with it: their executors see to that", async () => {
    master.run(shellTask("t1", "(setsid sleep 1006 &); exec sleep 1007"));
    master.runGroup([shellTask("g1", "exec sleep 1008")]);
    await expect.poll(() => sleepers(1006, 1007, 1008), { timeout: 10_000 }).toHaveLength(3);
    agent.signal("SIGKILL");
    await agent.ended;
    await expect.poll(() => sleepers(1006, 1007, 1008), { timeout: 10_000 }).toEqual([]);
    await nobodyOf(`${workDir}/slaves`);
  });

  it("kills what is left of them when it starts again, even if their executors died too", async () => {
    master.run(shellTask("t1", "(setsid sleep 1009 &); exec sleep 1010"));
    const { container_status: container } = await master.sees("t1", "TASK_RUNNING");
    agent.signal("SIGKILL");
    process.kill(container!.executor_pid!, "SIGKILL");
    await agent.ended;
    expect(sleepers(1009, 1010)).toHaveLength(2);
    agent = start(String(master.agent().port));
    await master.hears("mesos.internal.ReregisterSlaveMessage");
    await expect.poll(() => sleepers(1009, 1010), { timeout: 5000 }).toEqual([]);
  });

  it("with another work directory is another agent", async () => {
    const { port } = master.agent();
    agent.signal("SIGKILL");
    await agent.ended;
    rmSync(workDir, { recursive: true, force: true });
    agent = start(String(port));
    await master.hears("mesos.internal.RegisterSlaveMessage", 2);
  });
});

describe("an agent that is told to go", () => {
  it("by SIGTERM ends at once; tasks of checkpointing frameworks live on for the next one", async () => {
    master.run(shellTask("t1", "exec sleep 1011"), { checkpoint: true });
    await master.sees("t1", "TASK_RUNNING");
    master.send("mesos.internal.RunTaskMessage", {
      framework: { user: "root", name: "other", id: { value: "M-0001" }, roles: ["eng"] },
      pid: "", launch_executor: true,
      task: shellTask("t2", "exec sleep 1012"),
    });
    await master.sees("t2", "TASK_RUNNING");
    agent.signal("SIGTERM");
    expect(await agent.ended).toBe(0);
    expect(sleepers(1011)).toHaveLength(1);
    expect(sleepers(1012)).toEqual([]);
  });

  it("by SIGUSR1 leaves the cluster, and takes all with it", async () => {
    master.run(shellTask("t1", "exec sleep 1013"), { checkpoint: true });
    await master.sees("t1", "TASK_RUNNING");
    agent.signal("SIGUSR1");
    await master.hears("mesos.internal.UnregisterSlaveMessage");
    expect(await agent.ended).toBe(0);
    expect(sleepers(1013)).toEqual([]);
  });

  it("by its master does the same", async () => {
    master.run(shellTask("t1", "exec sleep 1014"));
    await master.sees("t1", "TASK_RUNNING");
    master.send("mesos.internal.ShutdownMessage", { message: "This agent is gone" });
    expect(await agent.ended).toBe(0);
    expect(sleepers(1014)).toEqual([]);
  });
});

it("a second agent does not get into the first one's work directory", async () => {
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.errors()).toContain(`Another agent uses the work directory ${workDir}`);
  expect(readdirSync(join(workDir, "meta"))).toContain("lock");
});
