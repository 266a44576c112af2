import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Resource } from "../../src/model/gen/mesos.ts";
import { parseResourceText } from "../../src/model/parse.ts";
import { printResources } from "../../src/model/print.ts";
import { addQuantities, equalQuantities, quantitiesOf } from "../../src/model/quantities.ts";
import { isAddable } from "../../src/model/resource.ts";
import { downgradeResource, endpointResource, upgradeResource } from "../../src/model/reservation-format.ts";
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
  unallocate,
  unreserve,
  withoutCopies,
} from "../../src/model/resources.ts";
import { nonShared, reserved, unreserved } from "../../src/model/select.ts";
import { validateResource } from "../../src/model/validate-resource.ts";
import { resource, resources } from "./model-arbitraries.ts";

describe("the laws of resources of every kind, shared volumes included", () => {
  test("adding: order and grouping do not matter, nothing is neutral", () => {
    fc.assert(
      fc.property(resources, resources, resources, (a, b, c) => {
        expect(equals(add(a, b), add(b, a))).toBe(true);
        expect(equals(add(add(a, b), c), add(a, add(b, c)))).toBe(true);
        expect(add(a, NO_RESOURCES)).toBe(a);
        expect(add(NO_RESOURCES, a)).toBe(a);
      }),
    );
  });

  test("a sum contains its parts", () => {
    fc.assert(
      fc.property(resources, resources, (a, b) => {
        const both = add(a, b);
        expect(contains(both, a)).toBe(true);
        expect(contains(both, b)).toBe(true);
      }),
    );
  });

  test("what is contained can be taken out and put back", () => {
    fc.assert(
      fc.property(resources, fc.array(fc.boolean(), { maxLength: 8 }), (a, keep) => {
        const part = a.filter((_, i) => keep[i]);
        expect(contains(a, part)).toBe(true);
        const rest = subtract(a, part);
        expect(contains(a, rest)).toBe(true);
        expect(equals(add(rest, part), a)).toBe(true);
      }),
    );
  });

  test("anything that is contained, however it was made, can be taken out and put back", () => {
    fc.assert(
      fc.property(resources, resources, (a, b) => {
        if (contains(a, b)) expect(equals(add(subtract(a, b), b), a)).toBe(true);
        else expect(equals(a, b)).toBe(false);
      }),
    );
  });

  test("taking out what was put in gives back what there was, unless ports or items were there already", () => {
    const scalars = resources.map((all) => all.filter(({ type }) => type === "SCALAR"));
    fc.assert(
      fc.property(scalars, scalars, (a, b) => {
        expect(equals(subtract(add(a, b), b), a)).toBe(true);
      }),
    );
  });

  test("subtracting anything never leaves more than there was, nor anything empty or negative", () => {
    fc.assert(
      fc.property(resources, resources, (a, b) => {
        const rest = subtract(a, b);
        expect(contains(a, rest)).toBe(true);
        expect(equals(sum(rest), rest)).toBe(true);
        expect(rest.every((object) => validateResource(object).ok)).toBe(true);
        expect(subtract(a, a)).toEqual([]);
      }),
    );
  });

  test("contains is an order and equality its symmetric part", () => {
    fc.assert(
      fc.property(resources, resources, resources, (a, b, c) => {
        expect(contains(a, a)).toBe(true);
        expect(contains(a, b) && contains(b, a)).toBe(equals(a, b));
        if (contains(a, b) && contains(b, c)) expect(contains(a, c)).toBe(true);
      }),
    );
  });

  test("results are in normal form: no two objects could be merged except copies of shared volumes", () => {
    fc.assert(
      fc.property(resources, resources, (a, b) => {
        for (const result of [add(a, b), subtract(a, b), unallocate(add(a, b)), unreserve(add(a, b))]) {
          const single = nonShared(result);
          for (let i = 0; i < single.length; i++) {
            for (let j = i + 1; j < single.length; j++) expect(isAddable(single[i]!, single[j]!)).toBe(false);
          }
        }
      }),
    );
  });

  test("nothing is mutated", () => {
    fc.assert(
      fc.property(resources, resources, (a, b) => {
        const [before, other] = [structuredClone(a), structuredClone(b)];
        add(a, b);
        subtract(a, b);
        allocate(a, "x");
        unreserve(a);
        expect([a, b]).toEqual([before, other]);
      }),
    );
  });
});

describe("quantities of scalars", () => {
  const scalars = resources.map((all) => all.filter(({ type }) => type === "SCALAR"));

  test("of a sum are the sum of the quantities", () => {
    fc.assert(
      fc.property(scalars, scalars, (a, b) => {
        expect(equalQuantities(quantitiesOf(add(a, b)), addQuantities(quantitiesOf(a), quantitiesOf(b)))).toBe(true);
      }),
    );
  });

  test("do not depend on roles", () => {
    fc.assert(
      fc.property(scalars, (a) => {
        expect(equalQuantities(quantitiesOf(allocate(a, "ops")), quantitiesOf(a))).toBe(true);
      }),
    );
  });
});

test("copies of shared volumes are counted", () => {
  fc.assert(
    fc.property(resources, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), (a, have, take) => {
      const volume: Resource = {
        name: "disk",
        type: "SCALAR",
        scalar: { value: 1 },
        disk: { persistence: { id: "only" } },
        shared: {},
      };
      const copies = (count: number): Resource[] => Array.from({ length: count }, () => volume);
      const all = add(a, sum(copies(have)));
      expect(countOf(all, volume)).toBe(have);
      expect(contains(all, sum(copies(take)))).toBe(take <= have);
      expect(countOf(subtract(all, sum(copies(take))), volume)).toBe(Math.max(0, have - take));
      expect(countOf(withoutCopies(all), volume)).toBe(Math.min(1, have));
    }),
  );
});

test("reserved and unreserved are everything, and a reservation that is pushed can be popped", () => {
  fc.assert(
    fc.property(resources, (a) => {
      expect(equals(add(reserved(a), unreserved(a)), a)).toBe(true);
      const plain = unreserved(a);
      expect(equals(unreserve(reserve(plain, { type: "DYNAMIC", role: "ops" })), plain)).toBe(true);
    }),
  );
});

describe("formats", () => {
  test("valid inside is valid in every format, and every format leads back", () => {
    fc.assert(
      fc.property(resource, (object) => {
        expect(validateResource(object).ok).toBe(true);
        const shown = endpointResource(object);
        expect(validateResource(shown).ok).toBe(true);
        expect(equals(toResources([shown]), sum([object]))).toBe(true);
        const old = downgradeResource(object);
        expect(old.ok).toBe((object.reservations?.length ?? 0) < 2);
        if (!old.ok) return;
        expect(old.value.reservations).toBeUndefined();
        expect(validateResource(old.value).ok).toBe(true);
        expect(equals([upgradeResource(old.value)], [object])).toBe(true);
      }),
    );
  });

  test("unreserved resources read as they are printed", () => {
    const bare = ({ name, type, scalar, ranges, set }: Resource): Resource => ({ name, type, scalar, ranges, set });
    const plain = resources.map((all) => sum(all.filter(({ disk }) => disk === undefined).map(bare)));
    fc.assert(
      fc.property(plain, (a) => {
        const read = parseResourceText(printResources(a).replace("{}", ""));
        expect(read.ok && equals(read.value, a)).toBe(true);
      }),
    );
  });
});
