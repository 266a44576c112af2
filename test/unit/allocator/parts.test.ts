import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Deadlines } from "../../../src/allocator/deadlines.ts";
import { BundleTable } from "../../../src/allocator/bundle-table.ts";
import { SharedMemory } from "../../../src/allocator/memory.ts";
import { minus, plus } from "../../../src/allocator/quantity.ts";
import { compareBytes, Ranks } from "../../../src/allocator/ranks.ts";
import { addScalars, subtractScalars } from "../../../src/model/scalar.ts";
import { amounts } from "../../support/small-cluster.ts";

describe("quantities", () => {
  const thousandths = fc.nat(5_000_000).map((milli) => milli / 1000);
  const scalar = fc.oneof(fc.nat(5000), thousandths, fc.double({ min: 0.001, max: 100, noNaN: true }));

  it("are added and subtracted as resources are, but what is added to nothing keeps its digits", () => {
    fc.assert(fc.property(scalar, scalar, (left, right) => {
      expect(plus(left, right)).toBe(left === 0 || right === 0 ? left + right : addScalars(left, right));
      expect(minus(left, right)).toBe(right === 0 ? left : Math.max(0, subtractScalars(left, right)));
    }));
  });
});

describe("ranks", () => {
  it("are in the order of the bytes of the names, whatever came and went", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.string({ unit: "binary", maxLength: 4 }), fc.boolean())), (names) => {
      const ranks = new Ranks(() => {});
      const present = new Set<string>();
      for (const [name, stays] of names) {
        if (present.has(name)) continue;
        ranks.take(name);
        if (stays) present.add(name);
        else ranks.drop(name);
      }
      const byRank = [...present].sort((a, b) => ranks.get(a) - ranks.get(b));
      expect(byRank).toEqual([...present].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    }));
  });

  it("are given anew when there is no number left between two", () => {
    let renumbered = 0;
    const ranks = new Ranks(() => renumbered++);
    ranks.take("a");
    ranks.take("b");
    for (let i = 0; i < 2000; i++) ranks.take(`a${"a".repeat(i % 200)}${i}`);
    expect(renumbered).toBeGreaterThan(0);
    expect(ranks.get("a")).toBeLessThan(ranks.get("a0"));
    expect(compareBytes("\ud83d\ude00", "\uff5e")).toBeGreaterThan(0);
  });
});

describe("deadlines", () => {
  it("come by time, then by era, up to a moment between two eras of one instant", () => {
    fc.assert(fc.property(fc.array(fc.nat(5)), fc.nat(5), fc.nat(6), (times, nowMs, era) => {
      const deadlines = new Deadlines();
      const made = times.map((timeMs, i) => ({ timeMs, era: i >>> 2, due: deadlines.list(timeMs, i >>> 2) }));
      const due: number[] = [];
      deadlines.popDue(nowMs, era, (list) => due.push(list));
      const expected = made
        .filter((one) => one.timeMs < nowMs || (one.timeMs === nowMs && one.era < era))
        .sort((a, b) => a.timeMs - b.timeMs || a.era - b.era);
      expect(due).toEqual([...new Set(expected.map((one) => one.due))]);
    }));
  });

  it("share a list within a millisecond, and use lists again", () => {
    const deadlines = new Deadlines();
    expect(deadlines.list(1.2, 0)).toBe(deadlines.list(1.9, 0));
    deadlines.popDue(10, 9, () => {});
    expect(deadlines.list(20, 0)).toBe(0);
    expect(deadlines.lists).toBe(1);
  });
});

describe("bundles", () => {
  it("of equal amounts are the same object, and so are their sums and differences", () => {
    const table = new BundleTable();
    const all = table.of(amounts("cpus:4;mem:100;ports:[1-9]"));
    expect(table.of(amounts("mem:100;ports:[1-9];cpus:4"))).toBe(all);
    const part = table.of(amounts("cpus:1;ports:[2-3]"));
    expect(all.minus(part).plus(part).minus(part)).toBe(all.minus(part));
    expect(all.minus(all)).toBe(table.empty);
  });

  it("put lists into normal form that are not", () => {
    const table = new BundleTable();
    expect(table.of([...amounts("cpus:1"), ...amounts("cpus:2;mem:1")])).toBe(table.of(amounts("cpus:3;mem:1")));
  });

  it("contain what resources contain", () => {
    const table = new BundleTable();
    const all = table.of(amounts("cpus:4;ports:[1-9]"));
    expect(all.contains(table.of(amounts("cpus:4;ports:[2-3]")))).toBe(true);
    expect(all.contains(table.of(amounts("ports:[2-10]")))).toBe(false);
    expect(all.contains(table.of(amounts("mem:1")))).toBe(false);
  });
});

describe("the shared memory", () => {
  it("never hands out what is in use, takes back what is released, and hands it out cleared", () => {
    const memory = new SharedMemory();
    const sizes = [16, 100, 1000, 5000, 100_000, 2_000_000];
    const blocks = sizes.map((bytes) => [memory.allocate(bytes), bytes] as const).sort(([a], [b]) => a - b);
    for (let i = 1; i < blocks.length; i++) {
      expect(blocks[i]![0]).toBeGreaterThanOrEqual(blocks[i - 1]![0] + blocks[i - 1]![1]);
    }
    const [address, bytes] = blocks[0]!;
    memory.u8.fill(7, address, address + bytes);
    memory.release(address, bytes);
    expect(memory.allocate(bytes)).toBe(address);
    expect(memory.u8.subarray(address, address + bytes).every((byte) => byte === 0)).toBe(true);
  });
});
