import { describe, expect, test } from "vitest";
import type { Resource } from "../../../src/model/gen/mesos.ts";
import { printResources } from "../../../src/model/print.ts";
import {
  NO_RESOURCES,
  add,
  allocate,
  contains,
  countOf,
  equals,
  reserve,
  subtract,
  sum,
  toResources,
  toUnreserved,
  unallocate,
  unreserve,
  withoutCopies,
} from "../../../src/model/resources.ts";
import { resources } from "../../support/resources.ts";

const onDisk = (value: number, disk: Resource["disk"], more: Partial<Resource> = {}): Resource => ({
  name: "disk",
  type: "SCALAR",
  scalar: { value },
  disk,
  ...more,
});
const volume = (id: string, value: number): Resource =>
  onDisk(value, { persistence: { id }, volume: { container_path: id, mode: "RW" } }, {
    reservations: [{ type: "DYNAMIC", role: "web", principal: "p" }],
  });
const shared = (id: string, value: number): Resource => ({ ...volume(id, value), shared: {} });
const mount = (root: string, value: number): Resource => onDisk(value, { source: { type: "MOUNT", mount: { root } } });

describe("an agent's resources are handed out and come back", () => {
  const total = resources("cpus:8;mem:8192;disk:10240;ports:[31000-32000]");

  test("a task takes its part and gives it back", () => {
    const task = resources("cpus:0.1;mem:32;ports:[31005-31006]");
    const rest = subtract(total, task);
    expect(printResources(rest)).toBe("cpus:7.9; mem:8160; disk:10240; ports:[31000-31004, 31007-32000]");
    expect(contains(total, task)).toBe(true);
    expect(contains(rest, task)).toBe(false);
    expect(equals(add(rest, task), total)).toBe(true);
  });

  test("what vanishes leaves its place to the last one, as in messages of Mesos", () => {
    expect(printResources(subtract(total, resources("cpus:8")))).toBe(
      "ports:[31000-32000]; mem:8192; disk:10240",
    );
  });

  test("nothing is built when nothing changes", () => {
    expect(add(total, NO_RESOURCES)).toBe(total);
    expect(subtract(total, NO_RESOURCES)).toBe(total);
    expect(subtract(total, resources("gpus:1"))).toBe(total);
    expect(subtract(total, resources("ports:[1-5]"))).toBe(total);
    expect(unallocate(total)).toBe(total);
    expect(toUnreserved(total)).toBe(total);
    expect(withoutCopies(total)).toBe(total);
  });

  test("taking more than there is leaves nothing of it, never a debt", () => {
    expect(printResources(subtract(total, resources("cpus:9;mem:8192.001;disk:1")))).toBe(
      "ports:[31000-32000]; disk:10239",
    );
  });

  test("order does not matter for being equal, quantities and names do", () => {
    expect(equals(resources("cpus:1;mem:2"), resources("mem:2;cpus:1"))).toBe(true);
    expect(equals(resources("cpus:1;mem:2"), resources("cpus:1;mem:3"))).toBe(false);
    expect(equals(resources("cpus:1"), resources("cpus:1;mem:2"))).toBe(false);
  });
});

describe("scalars", () => {
  test("keep their digits until arithmetic touches them", () => {
    const raw = sum([{ name: "cpus", type: "SCALAR", scalar: { value: 0.3333333333333333 } }]);
    expect(raw[0]?.scalar?.value).toBe(0.3333333333333333);
    expect(subtract(raw, resources("cpus:0.1"))[0]?.scalar?.value).toBe(0.233);
  });

  test("ten tenths are one", () => {
    let all = NO_RESOURCES;
    for (let i = 0; i < 10; i++) all = add(all, resources("cpus:0.1"));
    expect(all[0]?.scalar?.value).toBe(1);
    expect(equals(all, resources("cpus:1"))).toBe(true);
  });

  test("less than half a thousandth is nothing", () => {
    expect(sum([{ name: "cpus", type: "SCALAR", scalar: { value: 0.0004 } }])).toBe(NO_RESOURCES);
    expect(contains(resources("cpus:1"), resources("cpus:1.0004"))).toBe(true);
  });
});

describe("what is different is not mixed", () => {
  test("roles, reservers, revocability and providers stay apart", () => {
    const cpu: Resource = { name: "cpus", type: "SCALAR", scalar: { value: 1 } };
    const kinds: Resource[] = [
      cpu,
      { ...cpu, reservations: [{ type: "STATIC", role: "web" }] },
      { ...cpu, reservations: [{ type: "DYNAMIC", role: "web" }] },
      { ...cpu, reservations: [{ type: "DYNAMIC", role: "web", principal: "p" }] },
      { ...cpu, reservations: [{ type: "DYNAMIC", role: "web", principal: "p", labels: { labels: [{ key: "k" }] } }] },
      { ...cpu, reservations: [{ type: "STATIC", role: "web" }, { type: "DYNAMIC", role: "web/a" }] },
      { ...cpu, revocable: {} },
      { ...cpu, allocation_info: { role: "web" } },
      { ...cpu, provider_id: { value: "P" } },
    ];
    const all = sum([...kinds, ...kinds]);
    expect(all.map((resource) => resource.scalar?.value)).toEqual(kinds.map(() => 2));
    for (const kind of kinds) expect(contains([kind], kinds.filter((other) => other !== kind))).toBe(false);
  });

  test("the order of labels is no difference", () => {
    const labelled = (...keys: string[]): Resource => ({
      name: "cpus",
      type: "SCALAR",
      scalar: { value: 1 },
      reservations: [{ type: "DYNAMIC", role: "web", labels: { labels: keys.map((key) => ({ key })) } }],
    });
    expect(sum([labelled("a", "b"), labelled("b", "a")])).toHaveLength(1);
  });
});

describe("disks", () => {
  test("PATH disks of one root merge, MOUNT disks never do", () => {
    const path = onDisk(10, { source: { type: "PATH", path: { root: "/p" } } });
    expect(sum([path, path])).toEqual([{ ...path, scalar: { value: 20 } }]);
    expect(sum([mount("/m", 10), mount("/n", 10)])).toHaveLength(2);
  });

  test("a MOUNT disk and a volume are had whole or not at all", () => {
    const disks = sum([mount("/m", 100), volume("v", 50)]);
    expect(contains(disks, [mount("/m", 99)])).toBe(false);
    expect(subtract(disks, [mount("/m", 99)])).toBe(disks);
    expect(contains(disks, [volume("v", 49)])).toBe(false);
    expect(printResources(subtract(disks, [volume("v", 50)]))).toBe("disk[MOUNT:/m]:100");
  });

  test("RAW disks merge while they are nameless", () => {
    const raw = (id?: string): Resource => onDisk(10, { source: { type: "RAW", id, profile: "fast" } });
    expect(sum([raw(), raw()])).toHaveLength(1);
    expect(sum([raw("a"), raw("b")])).toHaveLength(2);
  });

  test("where a task mounts a volume says nothing about the volume", () => {
    const elsewhere = onDisk(50, { persistence: { id: "v" }, volume: { container_path: "x", mode: "RW" } }, {
      reservations: volume("v", 50).reservations,
    });
    expect(contains([volume("v", 50)], [elsewhere])).toBe(true);
  });

  test("one volume cannot be given twice", () => {
    expect(contains([volume("v", 50)], [volume("v", 50), volume("v", 50)])).toBe(false);
  });
});

describe("a shared volume has copies", () => {
  const two = sum([shared("v", 50), shared("v", 50)]);

  test("each copy stands in the list, quantities are not added", () => {
    expect(two).toHaveLength(2);
    expect(countOf(two, shared("v", 50))).toBe(2);
    expect(two[0]?.scalar?.value).toBe(50);
  });

  test("copies are counted by contains and taken one by one", () => {
    expect(contains(two, two)).toBe(true);
    expect(contains(two, [...two, shared("v", 50)])).toBe(false);
    const one = subtract(two, [shared("v", 50)]);
    expect(one).toHaveLength(1);
    expect(subtract(one, two)).toHaveLength(0);
  });

  test("the wire sees it once", () => {
    const all = sum([...resources("cpus:1"), ...two, ...resources("mem:1")]);
    expect(withoutCopies(all).map((resource) => resource.name)).toEqual(["cpus", "disk", "mem"]);
  });

  test("it is not the same as the volume that is not shared", () => {
    expect(contains(two, [volume("v", 50)])).toBe(false);
  });
});

describe("roles", () => {
  test("allocation stamps a role and unallocation merges what it kept apart", () => {
    const both = add(allocate(resources("cpus:1"), "web"), allocate(resources("cpus:2"), "ops"));
    expect(printResources(both)).toBe("cpus(allocated: web):1; cpus(allocated: ops):2");
    expect(printResources(unallocate(both))).toBe("cpus:3");
  });

  test("reserving pushes, unreserving pops", () => {
    const pushed = reserve(resources("cpus(eng):1"), { type: "DYNAMIC", role: "eng/web", principal: "p" });
    expect(printResources(pushed)).toBe("cpus(reservations: [(STATIC,eng),(DYNAMIC,eng/web,p)]):1");
    expect(equals(unreserve(pushed), resources("cpus(eng):1"))).toBe(true);
    expect(equals(toUnreserved(pushed), resources("cpus:1"))).toBe(true);
  });
});

describe("lists from the wire", () => {
  test("come in any format and order, with invalid and empty objects", () => {
    const list: Resource[] = [
      { name: "cpus", type: "SCALAR", scalar: { value: 1 }, role: "*" },
      { name: "cpus", type: "SCALAR", scalar: { value: 2 }, role: "web" },
      { name: "cpus", type: "SCALAR", scalar: { value: 3 }, role: "web", reservation: { principal: "p" } },
      { name: "cpus", type: "SCALAR", scalar: { value: 4 } },
      { name: "mem", type: "SCALAR", scalar: { value: -1 } },
      { name: "gpus", type: "SCALAR", scalar: { value: 0 } },
    ];
    expect(printResources(toResources(list))).toBe(
      "cpus:5; cpus(reservations: [(STATIC,web)]):2; cpus(reservations: [(DYNAMIC,web,p)]):3",
    );
    expect(toResources(undefined)).toBe(NO_RESOURCES);
  });
});
