/** A map of ids is a Map that is quick to say of an id that it is not there. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IdMap } from "../../../src/model/id-map.ts";

function sameAs(map: Map<string, number>, ids: IdMap<string, number>): void {
  expect(ids.size).toBe(map.size);
  expect([...ids]).toEqual([...map]);
  expect([...ids.keys()]).toEqual([...map.keys()]);
  expect([...ids.values()]).toEqual([...map.values()]);
  const seen: unknown[] = [];
  ids.forEach((value, key, all) => seen.push([key, value, all === ids]));
  expect(seen).toEqual([...map].map(([key, value]) => [key, value, true]));
}

/** Ids whose hashes, as the map makes them, are the same in all 32 bits: made by going the steps of the hash backwards. */
function colliding(count: number): string[] {
  const inverse = 0x359c449b; // of the factor: their product is 1, as far as 32 bits go
  expect(Math.imul(inverse, 0x01000193)).toBe(1);
  const ids: string[] = [];
  for (let n = 0; ids.length < count; n++) {
    const head = `id-${String(n).padStart(9, "0")}`;
    let hash = head.length + 2;
    for (let i = 0; i < head.length; i++) hash = Math.imul(hash ^ head.charCodeAt(i), 0x01000193);
    // Two more letters, so that it is 0x12345678 behind them: the last one undoes what is left when all but its bits fit.
    const before = Math.imul(0x12345678, inverse);
    for (let letter = 0; letter < 0x10000 && ids.length < count; letter += 1) {
      const middle = Math.imul(hash ^ letter, 0x01000193);
      const last = middle ^ before;
      if (last >= 0 && last < 0x10000) ids.push(head + String.fromCharCode(letter, last));
    }
  }
  return ids;
}

describe("a map of ids", () => {
  it("says the same as a Map, whatever is set, deleted and cleared", () => {
    const keys = ["", ...Array.from({ length: 120 }, (_, n) => `task.${n}`)];
    const key = fc.oneof(fc.constantFrom(...keys), fc.constantFrom(...keys.slice(0, 6)));
    const step = fc.oneof(
      { weight: 30, arbitrary: fc.record({ kind: fc.constant("set" as const), key, value: fc.nat(9) }) },
      { weight: 15, arbitrary: fc.record({ kind: fc.constant("delete" as const), key }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant("clear" as const), key }) },
    );
    fc.assert(fc.property(fc.array(step, { maxLength: 300, size: "max" }), (steps) => {
      const [ids, map] = [new IdMap<string, number>(), new Map<string, number>()];
      for (const one of steps) {
        if (one.kind === "set") {
          ids.set(one.key, one.value);
          map.set(one.key, one.value);
        } else if (one.kind === "delete") {
          expect(ids.delete(one.key)).toBe(map.delete(one.key));
        } else {
          ids.clear();
          map.clear();
        }
        expect([one.key, ids.has(one.key), ids.get(one.key)]).toEqual([one.key, map.has(one.key), map.get(one.key)]);
      }
      sameAs(map, ids);
      for (const each of keys) expect([each, ids.has(each), ids.get(each)]).toEqual([each, map.has(each), map.get(each)]);
    }), { numRuns: 60 });
  });

  it("takes no more room for ids that come and go than for those that are there at a time", () => {
    const ids = new IdMap<string, number>();
    const map = new Map<string, number>();
    for (let n = 0; n < 20_000; n++) {
      ids.set(`task.${n}`, n);
      map.set(`task.${n}`, n);
      if (n >= 50) expect(ids.delete(`task.${n - 50}`)).toBe(map.delete(`task.${n - 50}`));
    }
    sameAs(map, ids);
  });

  it("is still a map, and quick, when somebody has chosen ids of which all want the same place", () => {
    const all = colliding(3_000);
    expect(new Set(all).size).toBe(3_000);
    const [ids, map] = [new IdMap<string, number>(), new Map<string, number>()];
    all.forEach((id, n) => {
      ids.set(id, n);
      map.set(id, n);
    });
    for (const id of all.slice(0, 1_500)) expect(ids.delete(id)).toBe(map.delete(id));
    sameAs(map, ids);
    ids.clear();
    expect([ids.size, [...ids]]).toEqual([0, []]);
    ids.set("again", 1);
    expect(ids.get("again")).toBe(1);
  });

  it("may be emptied by whoever walks through it", () => {
    const ids = new IdMap<string, number>();
    for (let n = 0; n < 100; n++) ids.set(`${n}`, n);
    for (const key of ids.keys()) ids.delete(key);
    expect(ids.size).toBe(0);
  });
});
