import { describe, expect, test } from "vitest";
import {
  AGENT_CAPABILITIES,
  MASTER_CAPABILITIES,
  capabilitiesFrom,
  capabilityList,
} from "../../../src/model/capability.ts";
import { ERRORS, refuse } from "../../../src/model/error.ts";
import type { OperationState, TaskState } from "../../../src/model/gen/mesos.ts";
import { Ring } from "../../../src/model/ring.ts";
import { isTerminalOperation, isTerminalTask, toldTaskState } from "../../../src/model/task-state.ts";

describe("task states", () => {
  const living: TaskState[] = ["TASK_STAGING", "TASK_STARTING", "TASK_RUNNING", "TASK_KILLING"];
  const over: TaskState[] = ["TASK_FINISHED", "TASK_FAILED", "TASK_KILLED", "TASK_ERROR", "TASK_LOST"];
  const refined: TaskState[] = ["TASK_DROPPED", "TASK_GONE", "TASK_GONE_BY_OPERATOR"];
  const away: TaskState[] = ["TASK_UNREACHABLE", "TASK_UNKNOWN"];

  test("a task that may come back is not over (TSK-24)", () => {
    expect([...living, ...away].some(isTerminalTask)).toBe(false);
    expect([...over, ...refined].every(isTerminalTask)).toBe(true);
  });

  test("frameworks that do not know about partitions hear TASK_LOST (TSK-25)", () => {
    for (const state of [...refined, ...away]) {
      expect(toldTaskState(state, false)).toBe("TASK_LOST");
      expect(toldTaskState(state, true)).toBe(state);
    }
    for (const state of [...living, ...over]) expect(toldTaskState(state, false)).toBe(state);
  });
});

test("operation states (OPR-19)", () => {
  const over: OperationState[] = [
    "OPERATION_FINISHED",
    "OPERATION_FAILED",
    "OPERATION_ERROR",
    "OPERATION_DROPPED",
    "OPERATION_GONE_BY_OPERATOR",
  ];
  expect(over.every(isTerminalOperation)).toBe(true);
  const open: OperationState[] = ["OPERATION_PENDING", "OPERATION_UNREACHABLE", "OPERATION_RECOVERING"];
  expect(open.some(isTerminalOperation)).toBe(false);
});

describe("capabilities", () => {
  test("unknown ones are left out", () => {
    expect(capabilitiesFrom([{ type: "MULTI_ROLE" }, { type: "UNKNOWN" }, {}])).toEqual(new Set(["MULTI_ROLE"]));
    expect(capabilitiesFrom(undefined)).toEqual(new Set());
  });

  test("ours are those a Mesos 1.12 shows in /state, in that order", () => {
    expect(capabilityList(AGENT_CAPABILITIES).map(({ type }) => type)).toEqual([
      "MULTI_ROLE",
      "HIERARCHICAL_ROLE",
      "RESERVATION_REFINEMENT",
      "RESOURCE_PROVIDER",
      "RESIZE_VOLUME",
      "AGENT_OPERATION_FEEDBACK",
      "AGENT_DRAINING",
      "TASK_RESOURCE_LIMITS",
    ]);
    expect([...MASTER_CAPABILITIES]).toEqual(["AGENT_UPDATE", "AGENT_DRAINING", "QUOTA_V2"]);
  });
});

describe("a ring keeps the last ones", () => {
  test("oldest first, and says what fell out", () => {
    const ring = new Ring<string>(3);
    expect(["a", "b", "c", "d", "e"].map((value) => ring.push(value))).toEqual([
      undefined,
      undefined,
      undefined,
      "a",
      "b",
    ]);
    expect([...ring]).toEqual(["c", "d", "e"]);
    expect(ring.size).toBe(3);
  });

  test("half full, and of no size at all", () => {
    const ring = new Ring<number>(3);
    ring.push(1);
    expect([...ring]).toEqual([1]);
    const none = new Ring<number>(0);
    expect(none.push(1)).toBe(1);
    expect([...none]).toEqual([]);
  });
});

describe("the table of refusals", () => {
  test("fills in what it is told", () => {
    expect(refuse("METHOD_NOT_ALLOWED", ["GET", "POST"], "PUT")).toEqual({
      code: "METHOD_NOT_ALLOWED",
      status: 405,
      message: "405 Method Not Allowed. Expecting one of { 'GET', 'POST' }, but received 'PUT'.",
    });
    expect(refuse("STREAM_ID_WRONG", "x", "F").message).toBe(
      "The stream ID 'x' included in this request didn't match the stream ID currently associated with framework ID F",
    );
    expect(refuse("FRAMEWORK_NOT_SUBSCRIBED")).toMatchObject({ status: 403, message: "Framework is not subscribed" });
  });

  test("has one entry per refusal, in the order of their statuses", () => {
    const statuses = Object.values(ERRORS).map(([status]) => status);
    expect(statuses).toEqual([...statuses].sort((left, right) => left - right));
    expect(statuses).toHaveLength(16);
  });
});
