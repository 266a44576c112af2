/** What is wrong with the resources an operation names, when it is more than one thing (http-v1 §10.6). */
import { describe, expect, it } from "vitest";
import type { Offer_Operation, Resource, TaskInfo } from "../../../../src/model/gen/mesos.ts";
import { readOperation } from "../../../../src/master/validate/operation.ts";
import { revocableMixError } from "../../../../src/master/validate/resources.ts";
import { resources } from "../../../support/resources.ts";
import { cluster, task } from "../cluster.ts";

const wrong = (name: string): Resource => ({ name, type: "SCALAR", scalar: { value: -1 } });
const errorOf = (operation: Offer_Operation): string => {
  const read = readOperation(operation);
  return read.ok ? "" : read.error;
};
const ids = { name: "t", task_id: { value: "t" }, agent_id: { value: "a" } };
const executor = { executor_id: { value: "e" }, resources: [wrong("executor")] };

describe("the first wrong resource is named", () => {
  it("of a task before its executor's", () => {
    const one: TaskInfo = { ...ids, resources: [wrong("task")], executor };
    expect(errorOf({ type: "LAUNCH", launch: { task_infos: [one] } })).toContain("Resource 'task:-1' is invalid");
    const fine: TaskInfo = { ...ids, resources: resources("cpus:1"), executor };
    const two = errorOf({ type: "LAUNCH", launch: { task_infos: [fine, one] } });
    expect(two).toContain("Resource 'executor:-1' is invalid");
  });

  it("of a group's executor before its tasks'", () => {
    const tasks = [{ ...ids, resources: [wrong("task")] }];
    expect(errorOf({ type: "LAUNCH_GROUP", launch_group: { executor, task_group: { tasks } } })).toContain(
      "Resource 'executor:-1' is invalid",
    );
  });

  it("of what is reserved before what it is made of", () => {
    const reserve = { resources: [wrong("wanted")], source: [wrong("source")] };
    expect(errorOf({ type: "RESERVE", reserve })).toContain("Resource 'wanted:-1' is invalid");
  });

  it("of several that are lent in part the first in the alphabet", () => {
    const mem = resources("mem:1;cpus:1");
    const lent = mem.map((one) => ({ ...one, revocable: {} }));
    expect(revocableMixError([...mem, ...lent])).toBe(
      "Cannot use both revocable and non-revocable 'cpus' at the same time",
    );
    expect(revocableMixError(lent)).toBeUndefined();
  });
});

describe("what many tasks use together", () => {
  it("is not too much: a thousand start with one call", () => {
    const web = cluster().agents(1, "cpus:1000;mem:100000;disk:10000;ports:[1-1000]").framework("web");
    const [offer] = web.offers;
    const tasks = Array.from({ length: 1000 }, (_, i) =>
      task(`t${i}`, `cpus:1;mem:100;disk:10;ports:[${i + 1}-${i + 1}]`, offer!),
    );
    expect(web.launch(tasks)).toBe("202");
    expect(web.taskStates).toEqual({});
    expect(web.record.tasks.size).toBe(1000);
  });
});
