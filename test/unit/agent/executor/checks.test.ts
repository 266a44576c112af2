import { describe, expect, it } from "vitest";
import { createCommandExecutor, step } from "../../../../src/agent/executor/command.ts";
import type { ProbeResult, TaskJson } from "../../../../src/agent/executor/event.ts";
import { createGroupExecutor, step as stepGroup } from "../../../../src/agent/executor/group.ts";
import { DrivenExecutor, executorOptions, task } from "../../../support/agent/driven-executor.ts";

const COMMAND = { type: "COMMAND", command: { value: "true" } };

/** The task runs, and everything so far is acknowledged. */
function running(more: Partial<TaskJson>): DrivenExecutor {
  const core = createCommandExecutor(executorOptions());
  const executor = new DrivenExecutor((event, nowMs, out) => step(core, event, nowMs, out)).subscribed();
  executor.hear({ type: "LAUNCH", launch: { task: task("t1", more) } });
  executor.offer({ type: "spawned", pid: 77 });
  executor.acknowledge();
  executor.did.length = 0;
  return executor;
}

const saw = (executor: DrivenExecutor, of: "check" | "health-check", result?: ProbeResult): void =>
  executor.offer({ type: "probed", task: "t1", of, ...(result === undefined ? {} : { result }) });

describe("a health check", () => {
  const well = { exit_code: 0 };
  const ill = { exit_code: 1 };
  const health = (more: object = {}): Partial<TaskJson> => ({ health_check: { ...COMMAND, grace_period_seconds: 0, ...more } });

  it("begins 15 seconds after the task, and comes every 10", () => {
    const executor = running(health());
    executor.elapse(14_999);
    expect(executor.did).toEqual([]);
    executor.elapse(1);
    expect(executor.did).toEqual(["probe health-check t1 within 20000"]);
    saw(executor, "health-check", well);
    executor.elapse(10_000);
    expect(executor.did.filter((each) => each.startsWith("probe"))).toHaveLength(2);
  });

  it("waits for one look to end before the next", () => {
    const executor = running(health());
    executor.elapse(300_000);
    expect(executor.did).toEqual(["probe health-check t1 within 20000"]);
  });

  it("tells when the task is well for the first time, and then only changes", () => {
    const executor = running(health());
    saw(executor, "health-check", well);
    saw(executor, "health-check", well);
    saw(executor, "health-check", ill);
    saw(executor, "health-check", well);
    expect(executor.updates.map(({ healthy, reason }) => `${healthy} ${reason}`)).toEqual([
      "true REASON_TASK_HEALTH_CHECK_STATUS_UPDATED", "false REASON_TASK_HEALTH_CHECK_STATUS_UPDATED",
      "true REASON_TASK_HEALTH_CHECK_STATUS_UPDATED",
    ]);
  });

  it("has the task killed when it fails three times in a row", () => {
    const executor = running(health());
    saw(executor, "health-check", ill);
    saw(executor, "health-check", ill);
    expect(executor.did).not.toContain("SIGTERM");
    saw(executor, "health-check", ill);
    expect(executor.did.at(-1)).toBe("SIGTERM");
    executor.offer({ type: "exited", code: undefined, signal: 15 });
    expect(executor.updates.at(-1)).toMatchObject({ state: "TASK_KILLED", healthy: false });
  });

  it("or as often as it says; a success between starts over", () => {
    const executor = running(health({ consecutive_failures: 2 }));
    for (const result of [ill, well, ill]) saw(executor, "health-check", result);
    expect(executor.did).not.toContain("SIGTERM");
    saw(executor, "health-check", ill);
    expect(executor.did).toContain("SIGTERM");
  });

  it("overlooks failures while the task settles, but no longer than until it was well once", () => {
    const executor = running(health({ grace_period_seconds: 60 }));
    executor.elapse(59_000);
    saw(executor, "health-check", ill);
    expect(executor.updates).toEqual([]);
    saw(executor, "health-check", well);
    saw(executor, "health-check", ill);
    expect(executor.updates.map(({ healthy }) => healthy)).toEqual([true, false]);
  });

  it.each([
    [{ status_code: 200 }, true], [{ status_code: 302 }, true], [{ status_code: 404 }, false], [{ status_code: 500 }, false],
    [{ succeeded: true }, true], [{ succeeded: false }, false], [{ error: "took too long" }, false], [{ exit_code: 7 }, false],
  ])("takes %o for %s", (result, healthy) => {
    const executor = running(health());
    saw(executor, "health-check", result);
    expect(executor.updates.map((update) => update.healthy)).toEqual([healthy]);
  });

  it("that could not be made says nothing, and is made again", () => {
    const executor = running(health());
    executor.elapse(15_000);
    saw(executor, "health-check");
    expect(executor.updates).toEqual([]);
    executor.elapse(10_000);
    expect(executor.did.filter((each) => each.startsWith("probe"))).toHaveLength(2);
  });

  it("ends with the task: no look, and no word about one, after a kill", () => {
    const executor = running(health());
    executor.elapse(15_000);
    executor.hear({
      type: "KILL", kill: { task_id: { value: "t1" }, kill_policy: { grace_period: { nanoseconds: 1e12 } } },
    });
    executor.did.length = 0;
    saw(executor, "health-check", ill);
    executor.elapse(60_000);
    expect(executor.did).toEqual([]);
  });
});

describe("a check", () => {
  const check = {
    check: { type: "HTTP", http: { port: 80 }, delay_seconds: 1, interval_seconds: 2, timeout_seconds: 0 },
  };

  it("shows a result in every update, even before there is one", () => {
    const core = createCommandExecutor(executorOptions());
    const executor = new DrivenExecutor((event, nowMs, out) => step(core, event, nowMs, out)).subscribed();
    executor.hear({ type: "LAUNCH", launch: { task: task("t1", check) } });
    executor.offer({ type: "spawned", pid: 77 });
    executor.offer({ type: "exited", code: 0, signal: undefined });
    expect(executor.updates.map((update) => update.check_status)).toEqual(Array(3).fill({ type: "HTTP", http: {} }));
  });

  it("tells each change, never kills, and may take as long as it likes", () => {
    const executor = running(check);
    executor.elapse(1000);
    expect(executor.did).toEqual(["probe check t1"]);
    for (const status_code of [500, 500, 200]) saw(executor, "check", { status_code });
    saw(executor, "check", { error: "refused" });
    expect(executor.updates.map(({ check_status: status, reason }) => [status, reason])).toEqual([
      [{ type: "HTTP", http: { status_code: 500 } }, "REASON_TASK_CHECK_STATUS_UPDATED"],
      [{ type: "HTTP", http: { status_code: 200 } }, "REASON_TASK_CHECK_STATUS_UPDATED"],
      [{ type: "HTTP", http: {} }, "REASON_TASK_CHECK_STATUS_UPDATED"],
    ]);
    expect(executor.did).not.toContain("SIGTERM");
  });

  it("and a health check leave each other's word standing", () => {
    const executor = running({ ...check, health_check: { ...COMMAND } });
    saw(executor, "health-check", { exit_code: 0 });
    saw(executor, "check", { status_code: 200 });
    expect(executor.updates.at(-1)).toMatchObject({ healthy: true, check_status: { http: { status_code: 200 } } });
  });
});

it("in a task group a check looks inside the task's container, and a failing health check ends the group", () => {
  let n = 0;
  const core = createGroupExecutor({ ...executorOptions(), containerIp: undefined, freshContainerId: () => `c${++n}` });
  const executor = new DrivenExecutor((event, nowMs, out) => stepGroup(core, event, nowMs, out)).subscribed();
  const sick = task(
    "t1", { health_check: { ...COMMAND, consecutive_failures: 1, grace_period_seconds: 0, delay_seconds: 0 } },
  );
  executor.hear({ type: "LAUNCH_GROUP", launch_group: { task_group: { tasks: [sick, task("t2")] } } });
  for (const id of ["t1", "t2"]) executor.answer(id, "LAUNCH_CONTAINER", 200);
  executor.elapse(0);
  expect(executor.did.at(-1)).toBe("probe health-check t1 within 20000 in c1");
  saw(executor, "health-check", { exit_code: 1 });
  expect(executor.did.slice(-2)).toEqual(
    ["t1 TASK_RUNNING REASON_TASK_HEALTH_CHECK_STATUS_UPDATED", "KILL_NESTED_CONTAINER t1 15"],
  );
  executor.answer("t1", "WAIT_NESTED_CONTAINER", 200, { exit_status: 15 });
  expect(executor.updates.at(-1)).toMatchObject({
    state: "TASK_KILLED", healthy: false, container_status: { container_id: { value: "c1" } },
  });
  expect(executor.did.at(-1)).toBe("KILL_NESTED_CONTAINER t2 15");
});
