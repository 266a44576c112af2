import { describe, expect, it } from "vitest";
import type { Resources } from "../../src/model/resources.ts";
import { uniform } from "./compare.ts";
import { AS_RECORDED } from "./quirks.ts";
import { Sorter } from "./sorter.ts";

const cpus = (value: number): Resources => [{ name: "cpus", type: "SCALAR", scalar: { value } }];

function sorterOf(clients: readonly string[], random?: () => number): Sorter {
  const sorter = new Sorter({ quirks: AS_RECORDED, excludedNames: [], random });
  sorter.addAgent("S0", new Map([["cpus", 10]]));
  for (const client of clients) {
    sorter.add(client);
    sorter.setActive(client, true);
  }
  return sorter;
}

describe("DRF order", () => {
  it("compares siblings level by level: a child competes with the frameworks directly in its parent", () => {
    const sorter = sorterOf(["eng", "eng/web", "ops"]);
    sorter.grant("eng", "S0", cpus(4));
    sorter.grant("ops", "S0", cpus(2));
    expect(sorter.sort()).toEqual(["ops", "eng/web", "eng"]);
  });

  it("remembers grants that were given back, and forgets a removed client", () => {
    const sorter = sorterOf(["a", "b"]);
    sorter.grant("a", "S0", cpus(1));
    sorter.giveUp("a", "S0", cpus(1));
    expect(sorter.sort()).toEqual(["b", "a"]);
    sorter.remove("a");
    sorter.add("a");
    sorter.setActive("a", true);
    expect(sorter.sort()).toEqual(["a", "b"]);
  });

  it("counts the grants of removed children for the parent they made", () => {
    const sorter = sorterOf(["eng", "eng/web", "ops"]);
    sorter.grant("eng/web", "S0", cpus(1));
    sorter.giveUp("eng/web", "S0", cpus(1));
    sorter.remove("eng/web");
    expect(sorter.sort()).toEqual(["ops", "eng"]);
  });

  it("shares are quotients of doubles, not of thousandths: 0.1 of 0.3 is more than a third", () => {
    const sorter = sorterOf(["a", "b"]);
    sorter.addAgent("S1", new Map([["mem", 3], ["disk", 0.3]]));
    sorter.grant("b", "S1", [{ name: "mem", type: "SCALAR", scalar: { value: 1 } }]);
    sorter.grant("b", "S1", [{ name: "mem", type: "SCALAR", scalar: { value: 0.001 } }]);
    sorter.giveUp("b", "S1", [{ name: "mem", type: "SCALAR", scalar: { value: 0.001 } }]);
    sorter.grant("a", "S1", [{ name: "disk", type: "SCALAR", scalar: { value: 0.1 } }]);
    expect(sorter.sort()).toEqual(["b", "a"]);
  });
});

describe("random order", () => {
  it("puts a client first as often as its weight says, level by level", () => {
    const sorter = sorterOf(["a/x", "a/y", "b"], uniform(5));
    sorter.setWeight("a", 3);
    sorter.setWeight("a/y", 2);
    const first = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const client = sorter.sort()[0]!;
      first.set(client, (first.get(client) ?? 0) + 1);
    }
    expect(first.get("b")! / 6000).toBeCloseTo(1 / 4, 1);
    expect(first.get("a/x")! / 6000).toBeCloseTo(3 / 4 / 3, 1);
    expect(first.get("a/y")! / 6000).toBeCloseTo((3 / 4) * (2 / 3), 1);
  });

  it("leaves out inactive clients and is repeated by its seed", () => {
    const twice = [1, 2].map(() => {
      const sorter = sorterOf(["a", "b", "c", "d"], uniform(9));
      sorter.setActive("c", false);
      return Array.from({ length: 20 }, () => sorter.sort());
    });
    expect(twice[0]).toEqual(twice[1]);
    expect(new Set(twice[0]!.flat())).toEqual(new Set(["a", "b", "d"]));
    expect(new Set(twice[0]!.map((order) => order.join())).size).toBeGreaterThan(3);
  });
});
