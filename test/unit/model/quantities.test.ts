import { describe, expect, test } from "vitest";
import type { Resource } from "../../../src/model/gen/mesos.ts";
import {
  NO_QUANTITIES,
  addQuantities,
  containsQuantities,
  equalQuantities,
  holdsQuantities,
  parseQuantities,
  parseQuantitySets,
  printQuantities,
  quantitiesFrom,
  quantitiesOf,
  scalarQuantitiesOf,
  subtractQuantities,
} from "../../../src/model/quantities.ts";
import type { Quantities } from "../../../src/model/quantities.ts";
import {
  DEFAULT_QUOTA,
  equalQuota,
  isDefaultQuota,
  quotaConfig,
  quotaFrom,
  subtractFromLimits,
  withinLimits,
} from "../../../src/model/quota.ts";
import { resources } from "../../support/resources.ts";

const quantities = (text: string): Quantities => {
  const parsed = parseQuantities(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};

describe("counting by name", () => {
  test("roles and kinds do not matter, ports and items are counted", () => {
    const all = resources("cpus:1.5;cpus(eng):0.25;mem:10;ports:[1-10,20-20];zones:{a,b}");
    expect(printQuantities(quantitiesOf(all))).toBe("cpus:1.75; mem:10; ports:11; zones:2");
    expect(printQuantities(scalarQuantitiesOf(all))).toBe("cpus:1.75; mem:10");
    expect(quantitiesOf([])).toEqual(NO_QUANTITIES);
  });

  test("nothing is negative and nothing is zero", () => {
    const left = quantities("cpus:4;mem:10");
    expect(printQuantities(subtractQuantities(left, quantities("cpus:4;mem:11;disk:1")))).toBe("{}");
    expect(printQuantities(subtractQuantities(left, quantities("cpus:0.001")))).toBe("cpus:3.999; mem:10");
    expect(subtractQuantities(left, quantities("gpus:1"))).toBe(left);
  });

  test("adding, containing, equality", () => {
    const left = quantities("cpus:4;mem:10");
    expect(printQuantities(addQuantities(left, quantities("mem:1;disk:5")))).toBe("cpus:4; disk:5; mem:11");
    expect(addQuantities(left, NO_QUANTITIES)).toBe(left);
    expect(containsQuantities(left, quantities("mem:10"))).toBe(true);
    expect(containsQuantities(left, quantities("mem:10.001"))).toBe(false);
    expect(containsQuantities(left, quantities("gpus:1"))).toBe(false);
    expect(equalQuantities(left, quantities("mem:10;cpus:4"))).toBe(true);
    expect(equalQuantities(left, quantities("mem:10"))).toBe(false);
  });
});

describe("as flags", () => {
  test("alternatives of --min_allocatable_resources", () => {
    const sets = parseQuantitySets("cpus:0.01|mem:32;disk:0");
    expect(sets.ok && sets.value.map(printQuantities)).toEqual(["cpus:0.01", "mem:32"]);
    expect(parseQuantitySets("")).toEqual({ ok: true, value: [] });
  });

  test.each([
    ["cpus", "Failed to parse 'cpus': missing or extra ':'"],
    ["cpus:[1-2]", "Failed to parse '[1-2]' to quantity: only scalar values are allowed"],
    ["cpus:[1", "Failed to parse '[1' to quantity: Mismatched brackets"],
  ])("%j is refused", (text, error) => {
    expect(parseQuantities(text)).toEqual({ ok: false, error });
    expect(parseQuantitySets(`mem:1|${text}`)).toEqual({ ok: false, error });
  });
});

describe("is there enough to offer", () => {
  const cpus = (value: number): Resource => ({ name: "cpus", type: "SCALAR", scalar: { value } });

  test("whatever the role; ports count by number", () => {
    expect(holdsQuantities(resources("cpus:0.5;cpus(eng):0.5"), quantities("cpus:1"))).toBe(true);
    expect(holdsQuantities(resources("ports:[1-3]"), quantities("ports:3"))).toBe(true);
    expect(holdsQuantities(resources("ports:[1-3]"), quantities("ports:4"))).toBe(false);
    expect(holdsQuantities([], NO_QUANTITIES)).toBe(true);
  });

  test("the raw doubles decide, not thousandths", () => {
    expect(0.8 - 0.7 - 0.1).toBeGreaterThan(0);
    expect(holdsQuantities([cpus(0.7), cpus(0.1)], quantities("cpus:0.8"))).toBe(false);
    expect(holdsQuantities([cpus(0.8)], quantities("cpus:0.8"))).toBe(true);
  });
});

describe("quota", () => {
  const guarantees = { cpus: { value: 2 }, mem: { value: 0 } };
  const quota = quotaFrom({ role: "eng", guarantees, limits: { gpus: { value: 0 } } });

  test("a guarantee of nothing is none, a limit of nothing forbids", () => {
    expect(printQuantities(quota.guarantees)).toBe("cpus:2");
    expect(withinLimits(quota.limits, quantities("cpus:1000"))).toBe(true);
    expect(withinLimits(quota.limits, quantities("gpus:0.001"))).toBe(false);
    expect(withinLimits(quota.limits, NO_QUANTITIES)).toBe(true);
  });

  test("goes to the wire by name and comes back the same", () => {
    const config = { role: "eng", guarantees: { cpus: { value: 2 } }, limits: { gpus: { value: 0 } } };
    expect(quotaConfig("eng", quota)).toEqual(config);
    expect(equalQuota(quotaFrom(config), quota)).toBe(true);
    expect(equalQuota(quota, DEFAULT_QUOTA)).toBe(false);
    expect([quota, DEFAULT_QUOTA, quotaFrom({ role: "x" })].map(isDefaultQuota)).toEqual([false, true, true]);
  });

  test("what is left of limits is never negative", () => {
    const limits = quotaFrom({ role: "eng", limits: { cpus: { value: 2 }, mem: { value: 5 } } }).limits;
    const left = subtractFromLimits(limits, quantities("cpus:3;mem:1;disk:9"));
    expect(Object.fromEntries(left)).toEqual({ cpus: 0, mem: 4000 });
  });

  test("a wire map without positive values is nothing", () => {
    expect(quantitiesFrom({ cpus: { value: 0 }, mem: { value: -1 } })).toEqual(NO_QUANTITIES);
    expect(quantitiesFrom(undefined)).toEqual(NO_QUANTITIES);
  });
});
