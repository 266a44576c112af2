import fc from "fast-check";
import type { Resource } from "../../src/model/gen/mesos.ts";
import type { Ranges } from "../../src/model/ranges.ts";
import { sum } from "../../src/model/resources.ts";
import type { Resources } from "../../src/model/resources.ts";

/** A few small numbers, so that cases meet, touch and overlap often. */
export const ranges: fc.Arbitrary<Ranges> = fc
  .array(fc.tuple(fc.nat(30), fc.nat(5)), { maxLength: 6 })
  .map((pairs) => pairs.map(([begin, length]) => ({ begin, end: begin + length })));

export const items: fc.Arbitrary<readonly string[]> = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { maxLength: 6 });

/** Thousandths as a scalar. */
export const scalar: fc.Arbitrary<number> = fc.integer({ min: 1, max: 5000 }).map((milli) => milli / 1000);

const reservations: fc.Arbitrary<Resource["reservations"]> = fc.constantFrom<Resource["reservations"]>(
  undefined,
  [{ type: "STATIC", role: "eng" }],
  [{ type: "DYNAMIC", role: "eng", principal: "p" }],
  [
    { type: "STATIC", role: "eng" },
    { type: "DYNAMIC", role: "eng/web", labels: { labels: [{ key: "k", value: "v" }] } },
  ],
);

const kind = fc.record({
  reservations,
  allocation_info: fc.constantFrom(undefined, { role: "eng" }),
  revocable: fc.constantFrom(undefined, undefined, {}),
});

const plain = fc.tuple(fc.constantFrom("cpus", "mem"), scalar).map(([name, value]) => scalarOf(name, value));

const amount: fc.Arbitrary<Resource> = fc.oneof(
  { arbitrary: plain, weight: 3 },
  ranges.map((range): Resource => ({ name: "ports", type: "RANGES", ranges: { range: disjoint(range) } })),
  items.map((item): Resource => ({ name: "zones", type: "SET", set: { item } })),
);

const disk: fc.Arbitrary<Resource> = fc
  .record({
    value: scalar,
    source: fc.constantFrom<NonNullable<Resource["disk"]>["source"]>(
      undefined,
      { type: "PATH", path: { root: "/p" } },
      { type: "MOUNT", mount: { root: "/m" } },
      { type: "RAW" },
      { type: "RAW", id: "r" },
    ),
    id: fc.constantFrom(undefined, "v", "w"),
    shared: fc.boolean(),
  })
  .map(({ value, source, id, shared }) => ({
    ...scalarOf("disk", value),
    disk: { source, persistence: id === undefined ? undefined : { id } },
    shared: shared && id !== undefined ? {} : undefined,
  }));

/** One valid object in the inner format; may be empty. */
export const resource: fc.Arbitrary<Resource> = fc
  .tuple(fc.oneof({ arbitrary: amount, weight: 3 }, disk), kind)
  .map(([thing, more]) => ({ ...thing, ...more }));

/** Resources of every kind in normal form. */
export const resources: fc.Arbitrary<Resources> = fc.array(resource, { maxLength: 8 }).map(sum);

function scalarOf(name: string, value: number): Resource {
  return { name, type: "SCALAR", scalar: { value } };
}

/** Drops intervals that overlap an earlier one. */
function disjoint(list: Ranges): Ranges {
  const kept: { begin: number; end: number }[] = [];
  for (const range of list) {
    if (kept.every((other) => other.end < range.begin || range.end < other.begin)) kept.push(range);
  }
  return kept;
}
