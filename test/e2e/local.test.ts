import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { killProcessesWith, processesWith, program } from "../support/programs.ts";
import type { Program } from "../support/programs.ts";

/** The built programs, as an operator and a user start them. `npm test` builds them first. */
describe("a cluster on this machine", () => {
  const started: Program[] = [];
  const directories: string[] = [];
  afterEach(async () => {
    for (const each of started.splice(0).reverse()) {
      each.signal("SIGKILL");
      await each.ended;
    }
    for (const directory of directories.splice(0)) {
      killProcessesWith(directory);
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    }
  });
  function start(name: string, ...args: string[]): Program {
    const each = program(name, args);
    started.push(each);
    return each;
  }
  async function directory(): Promise<string> {
    const made = await mkdtemp(join(tmpdir(), "allot-test-"));
    directories.push(made);
    return made;
  }

  interface Local {
    readonly cluster: Program;
    readonly master: string;
    readonly workDir: string;
  }
  async function local(...args: string[]): Promise<Local> {
    const cluster = start("main", "local", "--port=0", ...args);
    const [, address] = await cluster.says(/Master +http:\/\/(127\.0\.0\.1:\d+)\//);
    const [, workDir] = await cluster.says(/Files +(\S+)/);
    directories.push(workDir!);
    await cluster.says(/--command='/);
    return { cluster, master: address!, workDir: workDir! };
  }
  const run = (master: string, ...args: string[]): Program => start("main", "run", `--master=${master}`, ...args);

  it("runs a task, shows what happens and what it writes, and leaves nothing behind", async () => {
    const { cluster, master, workDir } = await local();
    const hello = run(master, "--name=hello", "--command=echo hello from $MESOS_TASK_ID; echo careful >&2", "--env={\"A\":\"b\"}");
    expect(await hello.ended).toBe(0);
    const lines = hello.out().split("\n").filter((line) => line !== "");
    expect(lines).toContain("hello from hello");
    expect(lines.filter((line) => line !== "hello from hello")).toEqual([
      expect.stringMatching(/^Subscribed with ID \S+-0000 at 127\.0\.0\.1:\d+$/),
      expect.stringMatching(/^Submitted task 'hello' to agent '\S+-S0' \(\S+\)$/),
      "Task 'hello': TASK_STARTING",
      "Task 'hello': TASK_RUNNING",
      "Task 'hello': TASK_FINISHED: Command exited with status 0",
    ]);
    expect(hello.errors(), "what the task complained of").toBe("careful\n");

    cluster.signal("SIGINT");
    expect(await cluster.ended).toBe(0);
    expect(cluster.errors(), "quiet by default").toBe("");
    expect(processesWith(workDir)).toEqual([]);
    expect(existsSync(workDir), "the fresh directory goes with it").toBe(false);
  });

  it("tells what to type next, as it is to be typed", async () => {
    const { cluster, master } = await local("--agents=2");
    expect(cluster.out()).toContain("a master and 2 agents in this process");
    expect(cluster.out()).toMatch(/Agent 1 +127\.0\.0\.1:\d+ +ports:\[31000-32000\]; cpus:\d+; mem:\d+; disk:\d+/);
    expect(cluster.out()).toMatch(/Agent 2 +127\.0\.0\.1:\d+ +ports:\[32001-33001\]/);
    expect(cluster.out()).toContain(`run --master=${master} --command='echo hello from $MESOS_TASK_ID'`);
    const page = await fetch(`http://${master}/`);
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    const state = (await (await fetch(`http://${master}/state`)).json()) as { activated_slaves: number; flags: object };
    expect(state.activated_slaves).toBe(2);
    expect(state.flags).not.toHaveProperty("agents");
  });

  it("gives back how the command ended", async () => {
    const { master } = await local();
    const failing = run(master, "--name=failing", "--command=exit 3");
    const killed = run(master, "--name=killed", "--command=kill -9 $$");
    const missing = run(master, "--name=missing", "--", "/no/such/program");
    expect(await failing.ended).toBe(3);
    expect(failing.out()).toContain("Task 'failing': TASK_FAILED: Command exited with status 3");
    expect(await killed.ended).toBe(137);
    expect(killed.out()).toContain("TASK_FAILED: Command terminated with signal Killed");
    expect(await missing.ended).not.toBe(0);
    expect(missing.out()).toContain("TASK_FAILED");
  });

  it("uses both of two agents at once", async () => {
    const { master } = await local("--agents=2", "--resources=cpus:1;mem:128");
    const tasks = ["one", "two"].map((name) =>
      run(master, `--name=${name}`, "--resources=cpus:1;mem:64", "--command=sleep 1000"));
    const agents = await Promise.all(tasks.map(async (task) => {
      await task.says(/TASK_RUNNING/);
      return (await task.says(/to agent '(\S+)'/))[1];
    }));
    expect(new Set(agents).size).toBe(2);
    const third = run(master, "--name=three", "--resources=cpus:1;mem:64", "--command=echo at last");
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(third.out()).not.toContain("Submitted");
    tasks[0]!.signal("SIGINT");
    expect(await third.ended, "what the first gave back").toBe(0);
  });

  it("kills the task when its user presses Ctrl-C", async () => {
    const { master, workDir } = await local();
    const long = run(master, "--name=long", "--command=echo ready; sleep 1000");
    await long.says(/ready/);
    long.signal("SIGINT");
    expect(await long.ended).toBe(130);
    expect(long.out()).toContain("TASK_KILLED");
    await expect.poll(() => processesWith(workDir), { timeout: 5_000 }).toEqual([]);
  });

  it("kills what runs when it is stopped itself", async () => {
    const { cluster, master, workDir } = await local();
    const long = run(master, "--name=long", "--command=echo ready; trap '' TERM; sleep 1000");
    await long.says(/ready/);
    cluster.signal("SIGTERM");
    expect(await cluster.ended).toBe(0);
    expect(processesWith(workDir)).toEqual([]);
    expect(await long.ended, "its user learns it").toBe(1);
    expect(long.out()).toMatch(/TASK_LOST: Agent \S+ disconnected/);
  });

  it("says what a task waits for that fits nowhere", async () => {
    const { master } = await local("--resources=cpus:2;mem:256");
    const large = run(master, "--name=large", "--resources=cpus:64", "--command=true");
    await large.says(/Waiting for cpus:64: agent \S+ offers only .*cpus:2/);
    large.signal("SIGINT");
    expect(await large.ended).toBe(130);
  });

  it("refuses a port that is taken, in one line", async () => {
    const { master } = await local("--agents=0");
    const port = master.split(":")[1];
    for (const command of [["main", "local"], ["main", "master", "--registry=in_memory", "--ip=127.0.0.1"], ["mesos-master", "--registry=in_memory", "--ip=127.0.0.1"]]) {
      const [name, ...args] = command;
      const second = start(name!, ...args, `--port=${port}`);
      expect(await second.ended).toBe(1);
      expect(second.out()).toBe("");
      expect(second.errors()).toMatch(new RegExp(`^\\S+( \\S+)?: Port ${port} at 127\\.0\\.0\\.1 is taken: [^\n]*\n$`));
    }
  });

  it("refuses a second master on the same registry, in one line", async () => {
    const workDir = await directory();
    const first = start("mesos-master", "--ip=127.0.0.1", "--port=0", `--work_dir=${workDir}`, "--logging_level=INFO");
    await first.says(/This master leads/);
    const second = start("mesos-master", "--ip=127.0.0.1", "--port=0", `--work_dir=${workDir}`);
    expect(await second.ended).toBe(1);
    expect(second.errors()).toMatch(/^mesos-master: The registry at \S+ is in use by another process\n$/);
    first.signal("SIGTERM");
    expect(await first.ended).toBe(0);
  });

  describe("of processes that die", () => {
    interface Cluster {
      readonly workDir: string;
      readonly masterPort: string;
      master: Program;
      agent: Program;
      startMaster(): Program;
      startAgent(): Program;
    }
    async function cluster(): Promise<Cluster> {
      const workDir = await directory();
      let [port, agentPort] = ["0", "0"];
      const startMaster = (): Program => start(
        "mesos-master", "--ip=127.0.0.1", `--port=${port}`, `--work_dir=${workDir}/master`, "--agent_ping_timeout=1secs",
        "--max_agent_ping_timeouts=3", "--logging_level=INFO",
      );
      const master = startMaster();
      port = (await master.says(/"port":(\d+),"msg":"This master leads"/))[1]!;
      const startAgent = (): Program => start(
        "mesos-agent", `--master=127.0.0.1:${port}`, "--ip=127.0.0.1", `--port=${agentPort}`, `--work_dir=${workDir}/agent`,
        "--resources=cpus:2;mem:512;ports:[31000-31009]", "--registration_backoff_factor=100ms", "--logging_level=INFO",
      );
      const agent = startAgent();
      await agent.says(/Registered with master/);
      agentPort = (await agent.says(/"port":(\d+),"msg":"This agent listens"/))[1]!;
      return { workDir, masterPort: port, master, agent, startMaster, startAgent };
    }

    it("keeps a checkpointed task when its agent is killed and comes back", async () => {
      const { workDir, masterPort, agent, startAgent } = await cluster();
      const task = run(`127.0.0.1:${masterPort}`, "--name=t", "--checkpoint", `--command=echo ready; while [ ! -e ${workDir}/go ]; do sleep 0.1; done; echo gone on`);
      await task.says(/ready/);
      agent.signal("SIGKILL");
      await agent.ended;
      const again = startAgent();
      await again.says(/Re-?registered with master/i);
      await writeFile(`${workDir}/go`, "");
      expect(await task.ended).toBe(0);
      expect(task.out().split("\n").filter((line) => /^(ready|gone on)$/.test(line))).toEqual(["ready", "gone on"]);
    });

    it("loses a task that is not checkpointed with its agent, and says so", async () => {
      const { workDir, masterPort, agent } = await cluster();
      const task = run(`127.0.0.1:${masterPort}`, "--name=t", "--command=echo ready; sleep 1000");
      await task.says(/ready/);
      const executors = processesWith(workDir).length;
      agent.signal("SIGKILL");
      expect(await task.ended).toBe(1);
      expect(task.out()).toMatch(/Task 't': TASK_(LOST|GONE): .*(REASON_AGENT_DISCONNECTED)/);
      await expect.poll(() => processesWith(workDir).length, { timeout: 10_000, message: `of ${executors}` }).toBe(1);
    });

    it("goes on with a task when the master is killed and comes back", async () => {
      const { workDir, masterPort, master, agent, startMaster } = await cluster();
      const task = run(`127.0.0.1:${masterPort}`, "--name=t", `--command=echo ready; while [ ! -e ${workDir}/go ]; do sleep 0.1; done; echo gone on`);
      await task.says(/ready/);
      master.signal("SIGKILL");
      await master.ended;
      await task.says(/Lost the master/);
      await startMaster().says(/This master leads/);
      await agent.says(/Re-?registered with master/i);
      await writeFile(`${workDir}/go`, "");
      expect(await task.ended).toBe(0);
      expect(task.out().split("\n").filter((line) => /^(ready|gone on)$/.test(line))).toEqual(["ready", "gone on"]);
    });
  });
});
