import { describe, expect, it } from "vitest";
import { createGroupExecutor, step } from "../../../../src/agent/executor/group.ts";
import type { GroupOptions } from "../../../../src/agent/executor/group.ts";
import type { TaskJson } from "../../../../src/agent/executor/event.ts";
import { DrivenExecutor, executorOptions, task } from "../../../support/agent/driven-executor.ts";

function start(more: Partial<GroupOptions> = {}): DrivenExecutor {
  let n = 0;
  const executor = createGroupExecutor({
    ...executorOptions(), containerIp: "10.0.0.9", freshContainerId: () => `c${++n}`, ...more,
  });
  return new DrivenExecutor((event, nowMs, out) => step(executor, event, nowMs, out));
}

function launch(executor: DrivenExecutor, tasks: readonly TaskJson[]): void {
  executor.hear({ type: "LAUNCH_GROUP", launch_group: { task_group: { tasks } } });
}

/** Two tasks, a and b, that run. */
function running(more: Partial<GroupOptions> = {}): DrivenExecutor {
  const executor = start(more).subscribed();
  launch(executor, [task("a"), task("b")]);
  executor.answer("a", "LAUNCH_CONTAINER", 200);
  executor.answer("b", "LAUNCH_CONTAINER", 200);
  executor.acknowledge();
  executor.did.length = 0;
  return executor;
}

const ended = (executor: DrivenExecutor, id: string, exit_status: number): void =>
  executor.answer(id, "WAIT_NESTED_CONTAINER", 200, { exit_status });

describe("a task group", () => {
  it("has a container per task, made by the agent", () => {
    const executor = start().subscribed();
    launch(executor, [task("a"), task("b")]);
    executor.answer("a", "LAUNCH_CONTAINER", 200);
    executor.answer("b", "LAUNCH_CONTAINER", 200);
    expect(executor.did).toEqual([
      "subscribe", "a TASK_STARTING", "LAUNCH_CONTAINER a", "b TASK_STARTING", "LAUNCH_CONTAINER b",
      "link a c1", "a TASK_RUNNING", "WAIT_NESTED_CONTAINER a",
      "link b c2", "b TASK_RUNNING", "WAIT_NESTED_CONTAINER b",
    ]);
    expect(executor.updates[0]!.container_status).toEqual({ container_id: { value: "c1", parent: { value: "root" } } });
    expect(executor.asked[0]!.call.launch_container).toMatchObject({
      container_id: { value: "c1", parent: { value: "root" } },
      command: {
        value: "sleep 100",
        environment: {
          variables: [
            { name: "MESOS_CONTAINER_IP", value: "10.0.0.9" }, { name: "MESOS_ALLOCATION_ROLE", value: "eng" },
          ],
        },
      },
    });
  });

  it("ends when each has ended well and the agent knows", () => {
    const executor = running();
    ended(executor, "a", 0);
    executor.acknowledge();
    expect(executor.exit).toBeUndefined();
    ended(executor, "b", 0);
    expect(executor.did).toEqual(
      ["a TASK_FINISHED Command exited with status 0", "b TASK_FINISHED Command exited with status 0"],
    );
    executor.acknowledge();
    expect(executor.exit).toMatchObject({ code: 0 });
  });

  it("fails as a whole: when one fails the others are killed", () => {
    const executor = running();
    ended(executor, "a", 2 << 8);
    expect(executor.did).toEqual(["a TASK_FAILED Command exited with status 2", "KILL_NESTED_CONTAINER b 15"]);
    executor.elapse(3000);
    expect(executor.did.at(-1)).toBe("KILL_NESTED_CONTAINER b 9");
    ended(executor, "b", 9);
    expect(executor.did.at(-1)).toBe("b TASK_KILLED Command terminated with signal Killed");
  });

  it("is killed as a whole: with one the others go", () => {
    const executor = running();
    executor.hear({ type: "KILL", kill: { task_id: { value: "a" } } });
    expect(executor.did).toEqual(["KILL_NESTED_CONTAINER a 15"]);
    ended(executor, "a", 15);
    expect(executor.did.slice(1)).toEqual(
      ["a TASK_KILLED Command terminated with signal Terminated", "KILL_NESTED_CONTAINER b 15"],
    );
  });

  it("a container that cannot be had fails its task, and so the group", () => {
    const executor = start().subscribed();
    launch(executor, [task("a"), task("b")]);
    executor.answer("a", "LAUNCH_CONTAINER", 400, "No image provisioner is configured");
    expect(executor.did.at(-1)).toBe("a TASK_FAILED No image provisioner is configured");
    executor.answer("b", "LAUNCH_CONTAINER", 200);
    expect(executor.did.slice(-3)).toEqual(["b TASK_RUNNING", "WAIT_NESTED_CONTAINER b", "KILL_NESTED_CONTAINER b 15"]);
  });

  it("another group leaves it alone", () => {
    const executor = running();
    launch(executor, [task("x")]);
    executor.answer("x", "LAUNCH_CONTAINER", 200);
    executor.did.length = 0;
    ended(executor, "x", 1 << 8);
    expect(executor.did).toEqual(["x TASK_FAILED Command exited with status 1"]);
  });

  it("a task that takes too long fails, and takes the group along", () => {
    const executor = start().subscribed();
    launch(executor, [task("a", { max_completion_time: { nanoseconds: 5e9 } })]);
    executor.answer("a", "LAUNCH_CONTAINER", 200);
    executor.elapse(5000);
    expect(executor.did.slice(-2)).toEqual(["KILL_NESTED_CONTAINER a 15", "KILL_NESTED_CONTAINER a 9"]);
    ended(executor, "a", 9);
    expect(executor.did.at(-1)).toContain("a TASK_FAILED REASON_MAX_COMPLETION_TIME_REACHED");
  });

  it("SHUTDOWN kills all; SIGKILL is asked for again until the agent takes it", () => {
    const executor = running();
    executor.hear({ type: "SHUTDOWN" });
    expect(executor.did).toEqual(["KILL_NESTED_CONTAINER a 15", "KILL_NESTED_CONTAINER b 15"]);
    executor.elapse(3000);
    executor.answer("a", "KILL_NESTED_CONTAINER", 500, "busy");
    executor.elapse(1000);
    expect(executor.did.slice(2)).toEqual(
      ["KILL_NESTED_CONTAINER a 9", "KILL_NESTED_CONTAINER b 9", "KILL_NESTED_CONTAINER a 9"],
    );
  });
});

describe("the executor of a task group whose agent goes away", () => {
  it("with checkpoints waits for its containers again when it is back", () => {
    const executor = running({ checkpoint: true });
    executor.offer({ type: "disconnected", fraction: 0 });
    executor.answer("a", "WAIT_NESTED_CONTAINER", 0);
    executor.elapse(0);
    executor.did.length = 0;
    executor.subscribed();
    expect(executor.did).toEqual(["WAIT_NESTED_CONTAINER a", "WAIT_NESTED_CONTAINER b"]);
    executor.answer("a", "WAIT_NESTED_CONTAINER", 503);
    executor.elapse(1000);
    expect(executor.did.at(-1)).toBe("WAIT_NESTED_CONTAINER a");
    executor.answer("a", "WAIT_NESTED_CONTAINER", 404);
    expect(executor.did).toContain("a TASK_FAILED Unable to retrieve command's termination information");
  });

  it("without checkpoints goes at once and takes everything along", () => {
    const executor = running();
    executor.offer({ type: "disconnected", fraction: 0 });
    expect(executor.exit).toMatchObject({ code: 0, orphaned: true });
  });
});
