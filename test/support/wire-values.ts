/** Values of any message type, made from its shape, and every codec there is: for properties of the wire. */
import fc from "fast-check";
import type { Codec } from "../../src/wire/codec.ts";
import * as agent from "../../src/wire/gen/agent.ts";
import * as allocator from "../../src/wire/gen/allocator.ts";
import * as driver from "../../src/wire/gen/driver.ts";
import * as duration from "../../src/wire/gen/duration.ts";
import * as executor from "../../src/wire/gen/executor.ts";
import * as internal from "../../src/wire/gen/internal.ts";
import * as maintenance from "../../src/wire/gen/maintenance.ts";
import * as master from "../../src/wire/gen/master.ts";
import * as mesos from "../../src/wire/gen/mesos.ts";
import * as quota from "../../src/wire/gen/quota.ts";
import * as registry from "../../src/wire/gen/registry.ts";
import * as resourceProvider from "../../src/wire/gen/resource_provider.ts";
import * as scheduler from "../../src/wire/gen/scheduler.ts";
import type { FieldShape, MessageShape, ScalarKind } from "../../src/wire/shape.ts";

const MODULES = [
  agent, allocator, driver, duration, executor, internal, maintenance, master, mesos, quota, registry, resourceProvider,
  scheduler,
];

type AnyCodec = Codec<Readonly<Record<string, unknown>>>;

/** Every codec of the contract. */
export const CODECS: readonly AnyCodec[] = MODULES.flatMap(
  (module) => Object.values(module).filter((made) => typeof made === "object") as unknown as AnyCodec[],
);

const SCALARS: Readonly<Record<ScalarKind, fc.Arbitrary<unknown>>> = {
  double: fc.double({ noNaN: true }),
  float: fc.float({ noNaN: true }),
  int32: fc.integer(),
  int64: fc.maxSafeInteger(),
  uint32: fc.nat({ max: 0xffffffff }),
  uint64: fc.maxSafeNat(),
  nanoseconds: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  bool: fc.boolean(),
  string: fc.string({ unit: "grapheme", maxLength: 12 }),
  bytes: fc.uint8Array({ maxLength: 12 }),
};

/** Values of a message, optional fields mostly absent the deeper they are. */
export function valuesOf(shape: MessageShape, depth = 0): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const oneofs = new Set<string>();
  const entries = shape.fields.flatMap((field) => {
    if (field.rivals.some((rival) => oneofs.has(rival))) return [];
    oneofs.add(field.name);
    if (field.label !== "required" && depth > 3) return [];
    return [
      [
        field.name,
        field.label === "required" ? valueOf(field, depth) : fc.option(
          valueOf(field, depth),
          { nil: undefined, freq: 3 },
        ),
      ],
    ];
  });
  return fc.record(Object.fromEntries(entries) as Record<string, fc.Arbitrary<unknown>>).map(withoutUnset);
}

function valueOf(field: FieldShape, depth: number): fc.Arbitrary<unknown> {
  const one = oneOf(field, depth);
  if (field.label === "repeated") return fc.array(one, { minLength: 1, maxLength: 2 });
  // Integer-like keys would come back in another order: that is JavaScript's, not the wire's.
  if (field.label === "map") return fc.dictionary(
    fc.string({ maxLength: 5 }).map((key) => `k${key}`),
    one,
    { minKeys: 1, maxKeys: 2 },
  );
  return one;
}

function oneOf(field: FieldShape, depth: number): fc.Arbitrary<unknown> {
  if (typeof field.type === "string") return SCALARS[field.type];
  if (field.type.kind === "enum") return fc.constantFrom(...Object.keys(field.type.numbers));
  return valuesOf(field.type, depth + 1);
}

function withoutUnset(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
