/**
 * Plain values as bytes, and back: bytes, maps, sets and objects without a prototype, too. The order of keys and entries is
 * kept; a field that is undefined is the same as one that is not there. Objects that are to be the same object again when two others hold them are given
 * numbers beforehand (`Shared`); all others are written where they stand.
 */
import { Ring } from "../../model/ring.ts";
import type { Table } from "../../model/small-map.ts";
import { Usage } from "../state/usage.ts";
import type { ByteReader, ByteWriter } from "./bytes.ts";

/** What a map held: keys and values in turn. It is written as the map, and takes less to make than a copy of it. */
export class Entries {
  readonly list: readonly unknown[];

  constructor(list: readonly unknown[]) {
    this.list = list;
  }
}

/** What a `Usage` held, without its sums: written as one, and read as one that has counted again. */
export class UsageEntries extends Entries {}

/** Numbers of objects that have been written. */
export type Shared = Map<object, number>;

const T = {
  UNDEFINED: 0, NULL: 1, FALSE: 2, TRUE: 3, UINT: 4, NEGATIVE: 5, FLOAT: 6, TEXT: 7, BYTES: 8, ARRAY: 9, OBJECT: 10, BARE: 11,
  MAP: 12, SET: 13, RING: 14, USAGE: 15, SHARED: 16, BIGINT: 17,
} as const;

export function writeValue(writer: ByteWriter, value: unknown, shared?: Shared): void {
  switch (typeof value) {
    case "undefined":
      return writer.u8(T.UNDEFINED);
    case "boolean":
      return writer.u8(value ? T.TRUE : T.FALSE);
    case "number":
      return writeNumber(writer, value);
    case "string":
      writer.u8(T.TEXT);
      return writer.symbol(value);
    case "bigint":
      writer.u8(T.BIGINT);
      return writer.text(String(value));
    case "object":
      return value === null ? writer.u8(T.NULL) : writeObject(writer, value, shared);
    default:
      throw new TypeError(`a ${typeof value} is no plain value`);
  }
}

function writeNumber(writer: ByteWriter, value: number): void {
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) {
    writer.u8(value < 0 ? T.NEGATIVE : T.UINT);
    writer.uint(Math.abs(value));
  } else {
    writer.u8(T.FLOAT);
    writer.f64(value);
  }
}

function writeObject(writer: ByteWriter, value: object, shared: Shared | undefined): void {
  const number = shared?.get(value);
  if (number !== undefined) {
    writer.u8(T.SHARED);
    return writer.uint(number);
  }
  if (Array.isArray(value)) return writeList(writer, T.ARRAY, value.length, value, shared);
  if (value instanceof Uint8Array) {
    writer.u8(T.BYTES);
    return writer.block(value);
  }
  if (value instanceof Entries) {
    const { list } = value;
    writer.u8(value instanceof UsageEntries ? T.USAGE : T.MAP);
    writer.uint(list.length / 2);
    for (let i = 0; i < list.length; i++) writeValue(writer, list[i], shared);
    return;
  }
  if (value instanceof Map) {
    writer.u8(T.MAP);
    writer.uint(value.size);
    for (const [key, one] of value) {
      writeValue(writer, key, shared);
      writeValue(writer, one, shared);
    }
    return;
  }
  if (value instanceof Set) return writeList(writer, T.SET, value.size, value, shared);
  if (value instanceof Ring) {
    writer.u8(T.RING);
    writer.uint(value.capacity);
    return writeList(writer, T.ARRAY, value.size, value, shared);
  }
  writeFields(writer, value, shared);
}

const ENTRIES_AT_ONCE = 32;

/** The same as `writeValue`, in steps: whoever lets others have their turn stops in between. */
export function* writeLong(writer: ByteWriter, value: unknown, shared: Shared): Generator<void> {
  if (value instanceof Entries) {
    writer.u8(value instanceof UsageEntries ? T.USAGE : T.MAP);
    writer.uint(value.list.length / 2);
    return yield* writeEach(writer, value.list, 2 * ENTRIES_AT_ONCE, shared);
  }
  if (Array.isArray(value)) {
    writer.u8(T.ARRAY);
    writer.uint(value.length);
    return yield* writeEach(writer, value, ENTRIES_AT_ONCE, shared);
  }
  if (value instanceof Ring) {
    writer.u8(T.RING);
    writer.uint(value.capacity);
    writer.u8(T.ARRAY);
    writer.uint(value.size);
    return yield* writeEach(writer, value, ENTRIES_AT_ONCE, shared);
  }
  writeValue(writer, value, shared);
}

function* writeEach(writer: ByteWriter, values: Iterable<unknown>, atOnce: number, shared: Shared): Generator<void> {
  let left = atOnce;
  for (const value of values) {
    writeValue(writer, value, shared);
    if (--left > 0) continue;
    yield;
    left = atOnce;
  }
}

/** A record, itself not looked up among the shared ones, in steps; fields of it that are undefined keep their place. */
export function* writeRecord(writer: ByteWriter, record: object, shared: Shared): Generator<void> {
  writer.u8(T.OBJECT);
  const fields = record as Readonly<Record<string, unknown>>;
  const keys = Object.keys(fields);
  writer.uint(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const field = fields[keys[i]!];
    writer.symbol(keys[i]!);
    if (isLong(field)) yield* writeLong(writer, field, shared);
    else writeValue(writer, field, shared);
  }
}

function isLong(value: unknown): boolean {
  if (value instanceof Entries) return value.list.length > 2 * ENTRIES_AT_ONCE;
  return (Array.isArray(value) && value.length > ENTRIES_AT_ONCE) || (value instanceof Ring && value.size > ENTRIES_AT_ONCE);
}

function writeFields(writer: ByteWriter, value: object, shared: Shared | undefined): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) throw new TypeError(`${value.constructor.name} is no plain value`);
  writer.u8(prototype === null ? T.BARE : T.OBJECT);
  const fields = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(fields);
  let count = keys.length;
  for (let i = 0; i < keys.length; i++) if (fields[keys[i]!] === undefined) count--;
  writer.uint(count);
  for (let i = 0; i < keys.length; i++) {
    const field = fields[keys[i]!];
    if (field === undefined) continue;
    writer.symbol(keys[i]!);
    writeValue(writer, field, shared);
  }
}

function writeList(writer: ByteWriter, tag: number, size: number, values: Iterable<unknown>, shared: Shared | undefined): void {
  writer.u8(tag);
  writer.uint(size);
  for (const value of values) writeValue(writer, value, shared);
}

/** `shared`: the objects by number. Throws a RangeError on bytes that mean nothing. */
export function readValue(reader: ByteReader, shared: readonly object[] = []): unknown {
  const tag = reader.u8();
  switch (tag) {
    case T.UNDEFINED:
      return undefined;
    case T.NULL:
      return null;
    case T.FALSE:
      return false;
    case T.TRUE:
      return true;
    case T.UINT:
      return reader.uint();
    case T.NEGATIVE:
      return -reader.uint();
    case T.FLOAT:
      return reader.f64();
    case T.TEXT:
      return reader.symbol();
    case T.BIGINT:
      return BigInt(reader.text());
    case T.BYTES:
      return reader.block();
    case T.ARRAY:
      return Array.from({ length: reader.uint() }, () => readValue(reader, shared));
    case T.OBJECT:
    case T.BARE:
      return readFields(reader, tag === T.BARE, shared);
    case T.MAP:
    case T.USAGE: {
      const map: Table<unknown, unknown> = tag === T.USAGE ? (new Usage() as Table<unknown, unknown>) : new Map();
      for (let left = reader.uint(); left > 0; left--) map.set(readValue(reader, shared), readValue(reader, shared));
      return map;
    }
    case T.SET: {
      const set = new Set();
      for (let left = reader.uint(); left > 0; left--) set.add(readValue(reader, shared));
      return set;
    }
    case T.RING: {
      const ring = new Ring(reader.uint());
      for (const value of readValue(reader, shared) as unknown[]) ring.push(value);
      return ring;
    }
    case T.SHARED: {
      const number = reader.uint();
      const known = shared[number];
      if (known === undefined) throw new RangeError(`object number ${number} was never written`);
      return known;
    }
    default:
      throw new RangeError(`${tag} is no kind of value`);
  }
}

function readFields(reader: ByteReader, isBare: boolean, shared: readonly object[]): object {
  const value = (isBare ? Object.create(null) : {}) as Record<string, unknown>;
  for (let left = reader.uint(); left > 0; left--) {
    const key = reader.symbol();
    const field = readValue(reader, shared);
    if (isBare || key !== "__proto__") value[key] = field;
  }
  return value;
}
