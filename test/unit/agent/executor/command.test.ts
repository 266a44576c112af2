import { describe, expect, it } from "vitest";
import { createCommandExecutor, step } from "../../../../src/agent/executor/command.ts";
import type { ExecutorOptions } from "../../../../src/agent/executor/session.ts";
import { DrivenExecutor, executorOptions, task } from "../../../support/agent/driven-executor.ts";

function start(more: Partial<ExecutorOptions> = {}): DrivenExecutor {
  const executor = createCommandExecutor(executorOptions(more));
  return new DrivenExecutor((event, nowMs, out) => step(executor, event, nowMs, out));
}

/** Subscribed, launched, running, all acknowledged. */
function running(
  more: Partial<ExecutorOptions> = {}, capabilities: readonly string[] = [], launched = task("t1"),
): DrivenExecutor {
  const executor = start(more).subscribed(capabilities);
  executor.hear({ type: "LAUNCH", launch: { task: launched } });
  executor.offer({ type: "spawned", pid: 77 });
  executor.acknowledge();
  executor.did.length = 0;
  return executor;
}

describe("a command", () => {
  it("is started, reported, and when it has ended and that is acknowledged, so has the executor", () => {
    const executor = start().subscribed();
    executor.hear({ type: "LAUNCH", launch: { task: task("t1") } });
    executor.offer({ type: "spawned", pid: 77 });
    executor.offer({ type: "exited", code: 0, signal: undefined });
    expect(executor.did).toEqual([
      "subscribe", "t1 TASK_STARTING", "spawn sleep 100", "t1 TASK_RUNNING", "SIGKILL",
      "t1 TASK_FINISHED Command exited with status 0",
    ]);
    executor.acknowledge();
    expect(executor.exit).toMatchObject({ code: 0 });
  });

  it.each([
    [{ code: 3, signal: undefined }, "t1 TASK_FAILED Command exited with status 3"],
    [{ code: undefined, signal: 11 }, "t1 TASK_FAILED Command terminated with signal Segmentation fault"],
    [{ code: undefined, signal: 9 }, "t1 TASK_FAILED Command terminated with signal Killed"],
  ])("that ends with %o has failed", (how, told) => {
    const executor = running();
    executor.offer({ type: "exited", ...how });
    expect(executor.did.at(-1)).toBe(told);
  });

  it("that is none fails as in a shell: it ran, with status 1", () => {
    const executor = start().subscribed();
    executor.hear({ type: "LAUNCH", launch: { task: task("t1", { command: { shell: false, value: "no-such" } }) } });
    executor.offer({ type: "spawn-failed" });
    expect(executor.did.slice(-3)).toEqual(
      ["t1 TASK_RUNNING", "SIGKILL", "t1 TASK_FAILED Command exited with status 1"],
    );
  });

  it("that is not given fails with that", () => {
    const executor = start().subscribed();
    executor.hear({ type: "LAUNCH", launch: { task: task("t1", { command: { shell: true } }) } });
    expect(executor.did.at(-1)).toBe("t1 TASK_FAILED Shell command of task 't1' is not specified");
  });

  it("comes alone: a second task is refused, the first goes on", () => {
    const executor = running();
    executor.hear({ type: "LAUNCH", launch: { task: task("t2") } });
    expect(executor.did).toEqual(['t2 TASK_FAILED Attempted to run multiple tasks using a "command" executor']);
  });

  it("knows its task, the role of its resources, and what its framework wants it to know", () => {
    const environments: object[] = [];
    const core = createCommandExecutor(executorOptions());
    const executor = new DrivenExecutor((event, nowMs, out) => {
      step(core, event, nowMs, out);
      for (const effect of out) if (effect.kind === "spawn") environments.push(effect.environment);
    }).subscribed();
    const variables = [{ name: "A", value: "1" }, { name: "S", type: "SECRET" }];
    executor.hear({
      type: "LAUNCH", launch: { task: task("t1", { command: { value: "x", environment: { variables } } }) },
    });
    expect(environments).toEqual([{ MESOS_TASK_ID: "t1", A: "1", MESOS_ALLOCATION_ROLE: "eng" }]);
  });
});

describe("a kill", () => {
  const killAfter = (seconds: number) => ({ grace_period: { nanoseconds: seconds * 1e9 } });
  const kill = (policy?: object) => ({
    type: "KILL", kill: { task_id: { value: "t1" }, ...(policy === undefined ? {} : { kill_policy: policy }) },
  });

  it("asks first, and insists after three seconds", () => {
    const executor = running();
    executor.hear(kill());
    expect(executor.did).toEqual(["SIGTERM"]);
    executor.elapse(2999);
    expect(executor.did).toEqual(["SIGTERM"]);
    executor.elapse(1);
    expect(executor.did).toEqual(["SIGTERM", "SIGKILL"]);
    executor.offer({ type: "exited", code: undefined, signal: 9 });
    expect(executor.did.at(-1)).toBe("t1 TASK_KILLED Command terminated with signal Killed");
  });

  it("is announced to frameworks that understand it", () => {
    const executor = running({}, ["TASK_KILLING_STATE"]);
    executor.hear(kill());
    expect(executor.did).toEqual(["t1 TASK_KILLING", "SIGTERM"]);
  });

  it("gives the time its policy says, before the task's, before the default", () => {
    const own = running({}, [], task("t1", { kill_policy: killAfter(10) }));
    own.hear(kill());
    own.elapse(9999);
    expect(own.did).toEqual(["SIGTERM"]);
    const other = running({}, [], task("t1", { kill_policy: killAfter(10) }));
    other.hear(kill(killAfter(1)));
    other.elapse(1000);
    expect(other.did).toEqual(["SIGTERM", "SIGKILL"]);
  });

  it("that comes again can only shorten the wait", () => {
    const executor = running();
    executor.hear(kill(killAfter(60)));
    executor.elapse(5000);
    executor.hear(kill(killAfter(100)));
    executor.hear(kill(killAfter(8)));
    executor.elapse(2999);
    expect(executor.did).toEqual(["SIGTERM"]);
    executor.elapse(1);
    expect(executor.did).toEqual(["SIGTERM", "SIGKILL"]);
  });

  it("before the command has started is carried out once it has", () => {
    const executor = start().subscribed();
    executor.hear({ type: "LAUNCH", launch: { task: task("t1") } });
    executor.hear(kill());
    expect(executor.did).not.toContain("SIGTERM");
    executor.offer({ type: "spawned", pid: 77 });
    expect(executor.did.slice(-2)).toEqual(["t1 TASK_RUNNING", "SIGTERM"]);
  });

  it("of a task that never came ends the executor", () => {
    const executor = start().subscribed();
    executor.hear(kill());
    expect(executor.exit).toMatchObject({ code: 0 });
  });

  it("comes by itself when the task takes longer than it may", () => {
    const executor = running({}, ["TASK_KILLING_STATE"], task("t1", { max_completion_time: { nanoseconds: 20e9 } }));
    executor.elapse(20_000);
    expect(executor.did.slice(0, 2)).toEqual(["SIGTERM", "SIGKILL"]);
    executor.offer({ type: "exited", code: undefined, signal: 9 });
    const why = "REASON_MAX_COMPLETION_TIME_REACHED Command terminated with signal Killed";
    expect(executor.did.at(-1)).toBe(`t1 TASK_FAILED ${why}`);
  });

  it("SHUTDOWN leaves two seconds of the agent's patience for the last update", () => {
    const executor = running();
    executor.hear({ type: "SHUTDOWN" });
    executor.elapse(2999);
    expect(executor.did).toEqual(["SIGTERM"]);
    executor.elapse(1);
    expect(executor.did).toEqual(["SIGTERM", "SIGKILL"]);
  });
});

describe("an executor whose agent goes away", () => {
  it("without checkpoints ends its task and itself, and cleans up: nobody else would", () => {
    const executor = running();
    executor.offer({ type: "disconnected", fraction: 0.5 });
    expect(executor.did).toEqual(["SIGTERM"]);
    executor.elapse(3000);
    executor.offer({ type: "exited", code: undefined, signal: 9 });
    expect(executor.exit).toMatchObject({ code: 0, orphaned: true });
  });

  it("with checkpoints comes back, and brings what was not acknowledged", () => {
    const executor = running({ checkpoint: true });
    executor.offer({ type: "disconnected", fraction: 0.5 });
    executor.offer({ type: "exited", code: 0, signal: undefined });
    expect(executor.did).toEqual(["SIGKILL"]);
    executor.elapse(1000);
    expect(executor.did).toEqual(["SIGKILL", "subscribe"]);
    expect(executor.subscriptions.at(-1)).toMatchObject({
      subscribe: { unacknowledged_tasks: [], unacknowledged_updates: [{ status: { state: "TASK_FINISHED" } }] },
    });
    executor.subscribed();
    expect(executor.exit).toBeUndefined();
  });

  it("brings a task of which no update was acknowledged", () => {
    const executor = start({ checkpoint: true }).subscribed();
    executor.hear({ type: "LAUNCH", launch: { task: task("t1") } });
    executor.offer({ type: "disconnected", fraction: 0 });
    executor.elapse(0);
    expect(executor.subscriptions.at(-1)).toMatchObject({
      subscribe: { unacknowledged_tasks: [{ task_id: { value: "t1" } }], unacknowledged_updates: [{}] },
    });
  });

  it("waits no longer than the recovery timeout, however often it tries", () => {
    const executor = running({ checkpoint: true, recoveryTimeoutMs: 60_000 });
    for (let ms = 0; ms < 59_000; ms += 1000) {
      executor.offer({ type: "disconnected", fraction: 0.5 });
      executor.elapse(1000);
    }
    expect(executor.did).not.toContain("SIGTERM");
    executor.offer({ type: "disconnected", fraction: 0.5 });
    executor.elapse(1000);
    expect(executor.did).toContain("SIGTERM");
  });

  it("sends an update again that did not get through", () => {
    const executor = start().subscribed();
    executor.hear({ type: "LAUNCH", launch: { task: task("t1") } });
    executor.offer({ type: "call-failed" });
    executor.elapse(500);
    expect(executor.did.filter((each) => each === "t1 TASK_STARTING")).toHaveLength(2);
  });

  it("does not wait for its last acknowledgement forever", () => {
    const executor = running();
    executor.offer({ type: "exited", code: 0, signal: undefined });
    executor.elapse(59_999);
    expect(executor.exit).toBeUndefined();
    executor.elapse(1);
    expect(executor.exit).toMatchObject({ code: 1 });
  });
});
