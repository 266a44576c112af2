/**
 * Shapes: what JSON needs to know of a message (names, kinds, defaults, requiredness), as plain tables. The binary form
 * does not use them: its functions are generated with that knowledge inside.
 */

/** A scalar kind of protobuf, as far as the contract uses them. `nanoseconds` is an int64 held as bigint. */
export type ScalarKind =
  | "double" | "float" | "int32" | "int64" | "uint32" | "uint64" | "nanoseconds" | "bool" | "string" | "bytes";

export interface EnumShape<T extends string = string> {
  readonly kind: "enum";
  readonly name: string;
  readonly numbers: Readonly<Record<T, number>>;
  readonly names: Readonly<Record<number, T | undefined>>;
}

export interface MessageShape {
  readonly kind: "message";
  /** The full protobuf name, such as mesos.v1.Offer.Operation. */
  readonly name: string;
  /** In declaration order, the order JSON is written in. */
  readonly fields: readonly FieldShape[];
  /** Sorted by name, the order JSON is read in: it decides which of two errors is told, and which oneof member wins. */
  readonly byName: readonly FieldShape[];
  /** Sorted by number, the order missing fields of submessages are told in. */
  readonly byNumber: readonly FieldShape[];
}

type FieldLabel = "required" | "optional" | "repeated" | "map";

export interface FieldShape {
  readonly name: string;
  /** The name as a key of JSON: `"name":`. */
  readonly key: string;
  readonly number: number;
  readonly label: FieldLabel;
  readonly type: ScalarKind | EnumShape | MessageShape;
  /** What v1 JSON shows while the field is unset: the declared default of a field that is not deprecated. */
  readonly shownDefault: string | number | boolean | undefined;
  /** Declared in v0 only: v1 JSON shows it where it is set, never its default. */
  readonly v0Only: boolean;
  /** The other members of its oneof. */
  readonly rivals: readonly string[];
}

interface FieldExtras {
  readonly shownDefault?: string | number | boolean;
  readonly v0Only?: boolean;
  readonly rivals?: readonly string[];
}

/** A table of an enum; `names` is the way back. */
export function enumShape<T extends string>(name: string, numbers: Readonly<Record<T, number>>): EnumShape<T> {
  const names: Record<number, T | undefined> = {};
  for (const key of Object.keys(numbers) as T[]) names[numbers[key]] = key;
  return { kind: "enum", name, numbers, names };
}

/** A message without its fields; messages may contain themselves, so `define` adds the fields later. */
export function messageShape(name: string): MessageShape {
  return { kind: "message", name, fields: [], byName: [], byNumber: [] };
}

/** Fills a shape made by `messageShape`; called once per message while its module loads. */
export function define(shape: MessageShape, fields: readonly FieldShape[]): void {
  Object.assign(shape, {
    fields,
    byName: fields.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    byNumber: fields.toSorted((a, b) => a.number - b.number),
  });
}

/** One field of a shape. */
export function field(
  number: number,
  label: FieldLabel,
  name: string,
  type: ScalarKind | EnumShape | MessageShape,
  extras: FieldExtras = {},
): FieldShape {
  const { shownDefault, v0Only = false, rivals = [] } = extras;
  return { name, key: `"${name}":`, number, label, type, shownDefault, v0Only, rivals };
}
