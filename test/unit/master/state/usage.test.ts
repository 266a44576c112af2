/**
 * What is used, in lists and in numbers: whatever comes and goes, the numbers are those that adding up the lists gives.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Usage } from "../../../../src/master/state/usage.ts";
import { charge, discharge } from "../../../../src/master/state/tables.ts";
import { quantitiesOf } from "../../../../src/model/quantities.ts";
import { isRevocable, isShared } from "../../../../src/model/resource.ts";
import { NO_RESOURCES, allocate, sum } from "../../../../src/model/resources.ts";
import type { Resources } from "../../../../src/model/resources.ts";
import { byAllocation, byReservation } from "../../../../src/model/select.ts";
import { volume } from "../../../support/cast.ts";
import { resources } from "../../../support/resources.ts";

const THINGS: readonly Resources[] = [
  resources("cpus:0.1;mem:64"),
  resources("cpus(eng):1"),
  resources("ports:[31000-31002]"),
  resources("disks:{a,b}"),
  resources("cpus(eng/web):0.5;disk:10"),
  [{ ...resources("cpus:2")[0]!, revocable: {} }],
  [{ ...volume("eng", "v", 100), shared: {} }],
  [volume("eng", "w", 50)],
];

const byRole = (groups: ReadonlyMap<string, Resources>): object =>
  Object.fromEntries(Array.from(groups, ([role, of]) => [role, Object.fromEntries(quantitiesOf(of))]));
const plain = (amounts: Usage<string>["allocated"]): object =>
  Object.fromEntries(Array.from(amounts, ([role, names]) => [role, Object.fromEntries(names)]));

describe("usage", () => {
  it("counts what its lists hold", () => {
    const step = fc.record({
      key: fc.constantFrom("a", "b", "c"),
      thing: fc.nat(THINGS.length - 1),
      role: fc.constantFrom("eng", "ops"),
      takes: fc.boolean(),
    });
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const usage = new Usage<string>();
      const held: [key: string, what: Resources][] = [];
      for (const { key, thing, role, takes } of steps) {
        if (takes) {
          // Nobody can have the same ports or items twice.
          const isPiece = THINGS[thing]!.some(({ type }) => type !== "SCALAR");
          if (isPiece && held.some(([, what]) => what[0]!.name === THINGS[thing]![0]!.name)) continue;
          const what = allocate(THINGS[thing]!, role);
          charge(usage, key, what);
          held.push([key, what]);
        } else if (held.length > 0) {
          const [from, what] = held.splice(thing % held.length, 1)[0]!;
          discharge(usage, from, what);
        }
        const all = sum(held.flatMap(([, what]) => what));
        const counted = all.filter((one) => !isShared(one));
        expect(plain(usage.allocated)).toEqual(byRole(byAllocation(counted)));
        expect(plain(usage.revocable)).toEqual(byRole(byAllocation(counted.filter(isRevocable))));
        expect(plain(usage.reserved)).toEqual(byRole(byReservation(counted)));
        expect(usage.hasShared).toBe(all.some(isShared));
      }
    }), { numRuns: 100 });
  });

  it("shows the same lists until something changes", () => {
    const usage = new Usage<string>();
    charge(usage, "a", resources("cpus:1"));
    const { lists } = usage;
    expect(usage.lists).toBe(lists);
    charge(usage, "a", NO_RESOURCES);
    expect(usage.lists).toBe(lists);
    discharge(usage, "a", resources("cpus:1"));
    expect(usage.lists).toEqual([]);
    expect(lists).toEqual([resources("cpus:1")]);
  });
});
