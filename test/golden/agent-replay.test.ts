/**
 * Real Mesos as the oracle of the agent: what a recorded master, executors and clients said is said to our agent again,
 * and every message and answer of ours is compared with the one the real agent gave, peer by peer, in order.
 *
 * Legitimately different, and put aside (see `comparable`):
 *  - ids of containers, which each agent draws at random (they are mapped to the recorded ones);
 *  - `latest_state`: ours forwards an update at once, theirs waits for its containerizer and by then may know a later
 *    state;
 *  - the time the agent itself gives an update whose executor gave none;
 *  - the order of acknowledgements for different tasks, for the same reason as `latest_state`: within a task it is the
 *    same.
 */
import { describe, expect, test } from "vitest";
import { ReplayedAgent } from "../support/agent/replayed-agent.ts";

function expectSame({ ours, theirs }: ReplayedAgent): void {
  expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
  for (const [peer, said] of theirs) {
    expect(acknowledgementsByTask(ours.get(peer)!), peer).toEqual(acknowledgementsByTask(said));
  }
}

/** Acknowledgements to an executor, those of one task in order, tasks by name; everything else where it was. */
function acknowledgementsByTask(said: readonly unknown[]): readonly unknown[] {
  const taskOf = (what: unknown): string | undefined => {
    const { name, value, type, acknowledged } = what as Acknowledgement;
    if (type === "ACKNOWLEDGED") return acknowledged!.task_id.value;
    return name === "mesos.internal.StatusUpdateAcknowledgementMessage" ? value!.task_id.value : undefined;
  };
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const ordered = said.filter((what) => taskOf(what) !== undefined).sort((a, b) => compare(taskOf(a)!, taskOf(b)!));
  return said.map((what) => (taskOf(what) === undefined ? what : ordered.shift()));
}

interface Acknowledgement {
  readonly name?: string;
  readonly value?: { readonly task_id: { readonly value: string } };
  readonly type?: string;
  readonly acknowledged?: { readonly task_id: { readonly value: string } };
}

describe("our agent says what a Mesos agent said", () => {
  test("to a master and a v0 executor with five tasks", () => {
    const replay = new ReplayedAgent().run("a_v0_registration_pings_testframework.jsonl");
    expect(replay.theirs.get("master@127.0.0.1:5050")!.length).toBeGreaterThan(10);
    expectSame(replay);
  });

  test("to the executor of a command task, registered by message", () => {
    expectSame(new ReplayedAgent("4537e6fe-9e0c-4f69-856b-5461dc853913-S0").run("a2_v0_command_task.jsonl"));
  });

  test("to an HTTP executor", () => {
    expectSame(new ReplayedAgent().run("b_v1_http_framework.jsonl"));
  });

  test("to the default executor, which nests containers", () => {
    expectSame(
      new ReplayedAgent("3129821a-6316-4c4b-abd4-613a9dab6fbf-S0").run("b3_v1_default_executor_taskgroup.jsonl"),
    );
  });

  test("to a new master, of the task that ran under the old one", () => {
    expectSame(new ReplayedAgent().run("c_agent_reregistration_master_restart.jsonl"));
  });
});
