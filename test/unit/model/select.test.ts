import { describe, expect, test } from "vitest";
import type { Resource } from "../../../src/model/gen/mesos.ts";
import { printResources } from "../../../src/model/print.ts";
import { NO_RESOURCES, allocate } from "../../../src/model/resources.ts";
import * as select from "../../../src/model/select.ts";
import { resources } from "../../support/resources.ts";

const all = resources("cpus:1;cpus(eng):2;cpus(eng/web):3;mem(ops):4;ports:[1-2]");
const volume: Resource = { name: "disk", type: "SCALAR", scalar: { value: 5 }, disk: { persistence: { id: "v" } } };
const shared: Resource = { ...volume, shared: {} };
const spare: Resource = { name: "cpus", type: "SCALAR", scalar: { value: 9 }, revocable: {} };

describe("by reservation", () => {
  test("exactly, below, and what a role may have", () => {
    expect(printResources(select.unreserved(all))).toBe("cpus:1; ports:[1-2]");
    expect(select.reserved(all)).toHaveLength(3);
    expect(printResources(select.reserved(all, "eng"))).toBe("cpus(reservations: [(STATIC,eng)]):2");
    expect(select.reservedToSubtree(all, "eng")).toHaveLength(2);
    expect(select.allocatableTo(all, "eng").map(({ name }) => name)).toEqual(["cpus", "cpus", "ports"]);
    expect(select.allocatableTo(all, "eng/web")).toHaveLength(4);
    expect([...select.byReservation(all).keys()]).toEqual(["eng", "eng/web", "ops"]);
  });
});

describe("by allocation", () => {
  const used = [...allocate(resources("cpus:1;mem:1"), "eng"), ...allocate(resources("cpus:2"), "eng/web")];

  test("exactly and below", () => {
    expect(select.allocatedTo(used, "eng")).toHaveLength(2);
    expect(select.allocatedToSubtree(used, "eng")).toHaveLength(3);
    expect(select.allocatedToSubtree(used, "en")).toBe(NO_RESOURCES);
    expect([...select.byAllocation(used).keys()]).toEqual(["eng", "eng/web"]);
    expect([...select.byAllocation(resources("cpus:1")).keys()]).toEqual(["*"]);
  });
});

describe("by kind", () => {
  const mixed = [...all, volume, shared, spare];

  test("each kind and the rest", () => {
    expect(select.revocable(mixed)).toEqual([spare]);
    expect(select.nonRevocable(mixed)).toHaveLength(7);
    expect(select.shared(mixed)).toEqual([shared]);
    expect(select.nonShared(mixed)).toHaveLength(7);
    expect(select.persistentVolumes(mixed)).toEqual([volume, shared]);
    expect(select.scalars(mixed)).toHaveLength(7);
    expect(select.named(mixed, "mem")).toHaveLength(1);
  });

  test("when nothing is left out, nothing is copied", () => {
    expect(select.nonRevocable(all)).toBe(all);
    expect(select.revocable(all)).toBe(NO_RESOURCES);
  });

  test("totals by name", () => {
    expect(select.scalarMilli(mixed, "cpus")).toBe(15_000);
    expect(select.scalarMilli(mixed, "gpus")).toBeUndefined();
    expect(select.rangesNamed(mixed, "ports")).toEqual([{ begin: 1, end: 2 }]);
    expect(select.rangesNamed(mixed, "cpus")).toBeUndefined();
  });
});
