/** Which descriptions of an executor that runs already a framework may bring with its next task (TSK-70). */
import { describe, expect, it } from "vitest";
import type { ExecutorInfo, TaskInfo } from "../../../../src/model/gen/mesos.ts";
import { resources } from "../../../support/resources.ts";
import { cluster, task } from "../cluster.ts";

const FIRST: ExecutorInfo = {
  executor_id: { value: "e" },
  command: {
    value: "run",
    environment: { variables: [{ name: "A", value: "1" }, { name: "B", value: "2" }] },
    uris: [{ value: "http://x/a" }, { value: "http://x/b", cache: true }],
    arguments: ["a", "b"],
  },
  container: { type: "MESOS", volumes: [{ container_path: "p", host_path: "/h", mode: "RO" }] },
  discovery: { visibility: "CLUSTER", name: "d", ports: { ports: [{ number: 1 }, { number: 2, name: "n" }] } },
  resources: resources("cpus:0.1;mem:32"),
};

/** As a framework writes it in JSON. */
type Changes = { readonly [field in keyof ExecutorInfo]?: unknown };

/** What the framework hears of a task that names the executor with these changes, after one that named it as it was. */
function told(changes: Changes): string {
  const web = cluster().agents(1, "cpus:4;mem:4096").framework("web");
  const [offer] = web.offers;
  const runs = (id: string, executor: object): TaskInfo => {
    const { command: _, ...rest } = task(id, "cpus:1;mem:100", offer!);
    return { ...rest, executor: executor as ExecutorInfo };
  };
  expect(web.launch([runs("first", FIRST), runs("second", { ...FIRST, ...changes })])).toBe("202");
  expect(web.record.tasks.has("first" as never)).toBe(true);
  const update = web.events("UPDATE").at(-1)?.update?.status;
  return update === undefined ? "" : `${update.reason}: ${update.message?.split("\n")[0]}`;
}

const { command, container, discovery } = FIRST;
const REFUSED =
  "REASON_TASK_INVALID: ExecutorInfo is not compatible with existing ExecutorInfo with same ExecutorID.";

describe("the executor that runs", () => {
  it.each<[string, Changes]>([
    ["as it is", {}],
    ["with its variables in another order, one of them from elsewhere", {
      command: {
        ...command, environment: { variables: [{ name: "B", value: "2" }, { name: "A", value: "1", type: "VALUE" }] },
      },
    }],
    ["with its URIs in another order, and another one cached", {
      command: { ...command, uris: [{ value: "http://x/b" }, { value: "http://x/a", extract: true, cache: true }] },
    }],
    ["with defaults said", { command: { ...command, shell: true }, name: "", source: "", data: "" }],
    ["with labels and a grace period", {
      labels: { labels: [{ key: "k" }] }, shutdown_grace_period: { nanoseconds: 5 },
    }],
    ["with a network", { container: { ...container!, network_infos: [{ name: "n" }] } }],
    ["with its ports in another order", {
      discovery: {
        ...discovery!, ports: { ports: [{ number: 2, name: "n" }, { number: 1, visibility: "FRAMEWORK" }] },
      },
    }],
    ["with its memory named first", { resources: resources("mem:32;cpus:0.1") }],
  ])("is the same %s", (_, changes) => {
    expect(told(changes)).toBe("");
  });

  it.each<[string, Changes]>([
    ["another value of a variable", {
      command: { ...command, environment: { variables: [{ name: "A", value: "1" }, { name: "B", value: "3" }] } },
    }],
    ["one variable more", {
      command: {
        ...command, environment: { variables: [...command!.environment!.variables!, { name: "C", value: "" }] },
      },
    }],
    ["its arguments in another order", { command: { ...command, arguments: ["b", "a"] } }],
    ["another command", { command: { ...command, value: "walk" } }],
    ["no shell", { command: { ...command, shell: false } }],
    ["a type", { type: "CUSTOM" }],
    ["a name", { name: "n" }],
    ["data", { data: "AQ==" }],
    ["a volume that can be written to", {
      container: { type: "MESOS", volumes: [{ container_path: "p", host_path: "/h", mode: "RW" }] },
    }],
    ["another discovery name", { discovery: { ...discovery!, name: "e" } }],
    ["more memory", { resources: resources("cpus:0.1;mem:33") }],
  ])("is another one with %s", (_, changes) => {
    expect(told(changes)).toBe(REFUSED);
  });
});

describe("limits of a task", () => {
  const limited = (has: string, limits: Record<string, { value: unknown }>): string => {
    const web = cluster().agents(1, "cpus:4;mem:4096").framework("web");
    const limitedTask = task("t", has, web.offers[0]!, { limits: limits as TaskInfo["limits"] });
    expect(web.launch([limitedTask])).toBe("202");
    return web.events("UPDATE").at(-1)?.update?.status.message ?? "";
  };

  it("may be as large as what is asked for, to the last digit", () => {
    expect(limited("cpus:1.001;mem:100", { cpus: { value: 1.001 } })).toBe("");
    expect(limited("cpus:1.001;mem:100", { cpus: { value: 1.0009 } })).toBe(
      "The cpu limit must be greater than or equal to the cpu request",
    );
  });

  it("of memory are counted in whole megabytes", () => {
    expect(limited("cpus:1;mem:32.9", { mem: { value: 32.1 } })).toBe("");
    expect(limited("cpus:1;mem:32.9", { mem: { value: 31.9 } })).toBe(
      "The memory limit must be greater than or equal to the memory request",
    );
    expect(limited("cpus:1;mem:32", { mem: { value: "Infinity" } })).toBe("");
  });
});
