import { describe, expect, test } from "vitest";
import type { Offer_Operation, Resource } from "../../../src/model/gen/mesos.ts";
import {
  allocateOperation,
  mapOperation,
  operationResources,
  unallocateOperation,
} from "../../../src/model/operation-resources.ts";
import { applyConversions, applyOperation, conversionsOf, isSpeculative } from "../../../src/model/operation.ts";
import { printResources } from "../../../src/model/print.ts";
import { NO_RESOURCES, add } from "../../../src/model/resources.ts";
import type { Resources } from "../../../src/model/resources.ts";
import { resources } from "../../support/resources.ts";

const agent = resources("cpus:8;mem:8192;disk:10240;ports:[31000-32000]");
const reservations = [{ type: "DYNAMIC", role: "eng" } as const];
const scalar = (name: string, value: number): Resource => ({ name, type: "SCALAR", scalar: { value } });
const reserved = (name: string, value: number): Resource => ({ ...scalar(name, value), reservations });
const volume = (id: string, value: number, more: Partial<Resource> = {}): Resource => ({
  ...reserved("disk", value),
  disk: { persistence: { id }, volume: { container_path: "data", mode: "RW" } },
  ...more,
});

/** Applies one operation after the other and says what there is, or why not. */
const after = (before: Resources, ...operations: readonly Offer_Operation[]): string => {
  let now = before;
  for (const operation of operations) {
    const next = applyOperation(now, operation);
    if (!next.ok) return next.error;
    now = next.value;
  }
  return printResources(now);
};
const reserveDisk: Offer_Operation = { type: "RESERVE", reserve: { resources: [reserved("disk", 1000)] } };
const create = (...volumes: readonly Resource[]): Offer_Operation => ({ type: "CREATE", create: { volumes } });
const destroy = (...volumes: readonly Resource[]): Offer_Operation => ({ type: "DESTROY", destroy: { volumes } });
const grow = (old: Resource, addition: Resource): Offer_Operation => ({
  type: "GROW_VOLUME",
  grow_volume: { volume: old, addition },
});
const shrink = (old: Resource, value: number): Offer_Operation => ({
  type: "SHRINK_VOLUME",
  shrink_volume: { volume: old, subtract: { value } },
});

describe("a disk is reserved, becomes a volume, grows, shrinks and is freed", () => {
  const steps = [reserveDisk, create(volume("g", 100)), grow(volume("g", 100), reserved("disk", 20))];
  const begin = "cpus:8; mem:8192; disk:9240; ports:[31000-32000]";
  const eng = "disk(reservations: [(DYNAMIC,eng)])";

  test.each([
    [1, `${begin}; ${eng}:1000`],
    [2, `${begin}; ${eng}:900; ${eng}[g:data]:100`],
    [3, `${begin}; ${eng}:880; ${eng}[g:data]:120`],
  ])("after %i operations", (count, expected) => {
    expect(after(agent, ...steps.slice(0, count))).toBe(expected);
  });

  test("shrinking gives plain reserved disk back, destroying all of it", () => {
    expect(after(agent, ...steps, shrink(volume("g", 120), 50))).toBe(`${begin}; ${eng}:930; ${eng}[g:data]:70`);
    expect(after(agent, ...steps, destroy(volume("g", 120)))).toBe(`${begin}; ${eng}:1000`);
  });

  test("unreserving gives it back to everybody", () => {
    const unreserve: Offer_Operation = { type: "UNRESERVE", unreserve: { resources: [reserved("disk", 400)] } };
    expect(after(agent, reserveDisk, unreserve)).toBe(
      "cpus:8; mem:8192; disk:9640; ports:[31000-32000]; disk(reservations: [(DYNAMIC,eng)]):600",
    );
  });
});

describe("what is not there cannot be converted, in the words of a Mesos master", () => {
  const having = "cpus:8; mem:8192; disk:9240; ports:[31000-32000]; disk(reservations: [(DYNAMIC,eng)]):1000";
  const eng = "disk(reservations: [(DYNAMIC,eng)])";
  const ops = { reservations: [{ type: "DYNAMIC", role: "ops" } as const] };

  test.each<[string, Offer_Operation, string]>([
    ["too large", create(volume("v1", 99_999)), `${eng}:99999`],
    ["role without reservation", create(volume("r", 1, ops)), "disk(reservations: [(DYNAMIC,ops)]):1"],
    ["grow unknown", grow(volume("nope", 1), reserved("disk", 1)), `${eng}[nope:data]:1; ${eng}:1`],
    ["shrink unknown", shrink(volume("nope", 1), 0.5), `${eng}[nope:data]:1`],
  ])("%s", (_, operation, missing) => {
    expect(after(agent, reserveDisk, operation)).toBe(`${having} does not contain ${missing}`);
  });

  test("other labels are another reservation", () => {
    const labels = { labels: [{ key: "k", value: "v" }] };
    const labelled = { ...scalar("cpus", 1), reservations: [{ ...reservations[0]!, principal: "p", labels }] };
    expect(
      after(
        agent,
        { type: "RESERVE", reserve: { resources: [labelled] } },
        { type: "UNRESERVE", unreserve: { resources: [reserved("cpus", 1)] } },
      ),
    ).toBe(
      "cpus:7; mem:8192; disk:10240; ports:[31000-32000]; cpus(reservations: [(DYNAMIC,eng,p,{k: v})]):1" +
        " does not contain cpus(reservations: [(DYNAMIC,eng)]):1",
    );
  });

  test("all or nothing", () => {
    const conversions = ["cpus:1", "gpus:1"].map((text) => ({ consumed: resources(text), converted: NO_RESOURCES }));
    expect(applyConversions(agent, conversions)).toEqual({
      ok: false,
      error: "cpus:7; mem:8192; disk:10240; ports:[31000-32000] does not contain gpus:1",
    });
  });
});

describe("shared volumes", () => {
  const shared = volume("s", 10, { shared: {} });

  test("are created from plain disk and destroyed into plain disk", () => {
    const having = [reserved("disk", 10)];
    expect(after(having, create(shared))).toBe("disk(reservations: [(DYNAMIC,eng)])[s:data]<SHARED>:10");
    expect(after(having, create(shared), destroy(shared))).toBe("disk(reservations: [(DYNAMIC,eng)]):10");
  });

  test("cannot be destroyed while there are other copies", () => {
    expect(after(add([shared], [shared]), destroy(shared))).toBe(
      "Persistent volume disk(reservations: [(DYNAMIC,eng)])[s:data]<SHARED>:10 cannot be removed" +
        " due to additional shared copies",
    );
  });
});

test("a re-reservation turns its source into its target", () => {
  const source = { ...scalar("cpus", 2), reservations: [{ type: "DYNAMIC", role: "ops" } as const] };
  const operation: Offer_Operation = {
    type: "RESERVE",
    reserve: { source: [source], resources: [reserved("cpus", 2)] },
  };
  expect(after([source], operation)).toBe("cpus(reservations: [(DYNAMIC,eng)]):2");
});

test("a volume on a PATH disk keeps its source when it goes", () => {
  const source = { type: "PATH", path: { root: "/p" } } as const;
  const onPath = { ...volume("v", 5), disk: { ...volume("v", 5).disk, source } };
  const having = [{ ...reserved("disk", 5), disk: { source } }];
  expect(after(having, create(onPath))).toBe("disk(reservations: [(DYNAMIC,eng)])[PATH:/p,v:data]:5");
  expect(after(having, create(onPath), destroy(onPath))).toBe("disk(reservations: [(DYNAMIC,eng)])[PATH:/p]:5");
});

describe("what has no conversion says so", () => {
  const provider = { provider_id: { value: "P" } };
  test.each<[string, Offer_Operation]>([
    ["Cannot get conversions: Operation not supported", { type: "LAUNCH", launch: {} }],
    ["Cannot get conversions: Unknown operation", { type: "UNKNOWN" }],
    ["Cannot get conversions: Operation not supported for resource provider", shrink(volume("v", 1, provider), 1)],
    [
      "Cannot get conversions: Operation not supported for resource provider",
      grow(volume("v", 1, provider), reserved("disk", 1)),
    ],
  ])("%s", (error, operation) => {
    expect(applyOperation(agent, operation)).toEqual({ ok: false, error });
  });

  test("master and agent wait for the outcome of disk operations only (OPR-15)", () => {
    expect(isSpeculative(reserveDisk)).toBe(true);
    expect(isSpeculative({ type: "CREATE_DISK" })).toBe(false);
    expect(isSpeculative({ type: "LAUNCH" })).toBe(false);
    expect(conversionsOf(destroy(volume("a", 1), volume("b", 2)))).toMatchObject({ ok: true, value: [{}, {}] });
  });
});

describe("allocation roles of operations", () => {
  const task = { name: "t", task_id: { value: "t" }, agent_id: { value: "a" }, resources: [scalar("cpus", 1)] };
  const executor = { executor_id: { value: "e" }, resources: [scalar("mem", 32)] };
  const all: Offer_Operation[] = [
    reserveDisk,
    { type: "UNRESERVE", unreserve: { resources: [reserved("cpus", 1)] } },
    create(volume("v", 1)),
    destroy(volume("v", 1)),
    grow(volume("v", 1), reserved("disk", 1)),
    shrink(volume("v", 2), 1),
    { type: "LAUNCH", launch: { task_infos: [{ ...task, executor }] } },
    { type: "LAUNCH_GROUP", launch_group: { executor, task_group: { tasks: [task, task] } } },
    { type: "CREATE_DISK", create_disk: { source: scalar("disk", 1), target_type: "MOUNT" } },
    { type: "DESTROY_DISK", destroy_disk: { source: scalar("disk", 1) } },
  ];

  test("every resource of every operation is reached", () => {
    expect(all.map((operation) => operationResources(operation).length)).toEqual([1, 1, 1, 1, 2, 1, 2, 3, 1, 1]);
  });

  test("the offer's role is stamped where the framework named none, and taken off again", () => {
    for (const operation of all) {
      const stamped = allocateOperation(operation, "eng");
      expect(operationResources(stamped).every(({ allocation_info: info }) => info?.role === "eng")).toBe(true);
      expect(allocateOperation(stamped, "ops")).toEqual(stamped);
      expect(unallocateOperation(stamped)).toEqual(operation);
    }
  });

  test("an operation without its part is left as it is", () => {
    for (const { type } of all) expect(mapOperation({ type }, () => scalar("cpus", 1))).toEqual({ type });
  });
});
