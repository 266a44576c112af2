import { describe, expect, it } from "vitest";
import { Familiar, FamiliarPairs } from "../../../src/model/familiar.ts";
import { add, subtract } from "../../../src/model/resources.ts";
import { resources } from "../../support/resources.ts";

describe("what comes again and again", () => {
  it("is remembered from the second time on, so that what comes once leaves nothing behind", () => {
    const known = new Familiar<object, string>();
    const key = {};
    known.set(key, "first");
    expect(known.get(key)).toBeUndefined();
    known.set(key, "second");
    expect(known.get(key)).toBe("second");
  });

  it("is forgotten when too many others came in between", () => {
    const known = new Familiar<object, string>();
    const key = {};
    known.set(key, "first");
    for (let i = 0; i < 100; i++) known.set({}, "other");
    known.set(key, "second");
    expect(known.get(key)).toBeUndefined();
  });

  it("may be a pair: of one on the left the last few on the right are remembered", () => {
    const known = new FamiliarPairs<object, number>();
    const left = {};
    const rights = Array.from({ length: 20 }, () => ({}));
    for (const time of [1, 2]) rights.forEach((right, i) => known.set(left, right, time * 100 + i));
    expect(known.get(left, rights[19]!)).toBe(219);
    expect(known.get(left, rights[0]!), "too long ago").toBeUndefined();
    expect(known.get(rights[19]!, left), "the other way round is another pair").toBeUndefined();
  });

  it("gives sums and differences of the same lists as the same list, and never a wrong one", () => {
    const [total, task, other] = [resources("cpus:8;mem:64;ports:[1-9]"), resources("cpus:1;ports:[2-3]"), resources("cpus:2")];
    const rests = [1, 2, 3].map(() => subtract(total, task));
    expect(rests[2]).toBe(rests[1]);
    expect(rests[0]).toEqual(resources("cpus:7;mem:64;ports:[1-1,4-9]"));
    expect(rests[2]).toEqual(rests[0]);
    expect(subtract(total, other)).toEqual(resources("cpus:6;mem:64;ports:[1-9]"));
    const sums = [1, 2, 3].map(() => add(total, task));
    expect(sums[2]).toBe(sums[1]);
    expect(sums[2]).toEqual(resources("cpus:9;mem:64;ports:[1-9]"));
    expect(add(task, total)).toEqual(resources("cpus:9;ports:[1-9];mem:64"));
  });
});
