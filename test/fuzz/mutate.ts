/**
 * Makes wrong things of right ones. Three grips: bytes as they come; JSON as a tree, so that the text still parses;
 * protobuf as a tree of fields, so that the lengths still fit and the damage is found later, by what reads the values.
 */
import type { Dice } from "./random.ts";

const ODD_NUMBERS = [
  0, -0, 1, -1, 0.0001, 0.0005, 1e-300, 1e15, 1e300, -1e300, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 63, 2 ** 64, -(2 ** 63),
  31000.5,
];
const ODD_TEXTS = [
  "", "*", "/", "..", "a/b", "a//b", "-x", " ", "\u0000", "\u{1f4a9}", "\ud800", "NaN", "Infinity", "-1", "1e400",
  "null", "AAAA", "!!", "__proto__", "constructor", "toString", "x".repeat(300), "TASK_RUNNING", "DYNAMIC", "SCALAR",
  "RANGES", "SET", "cpus", "mem", "disk", "ports", "gpus", "eng", "*".repeat(20),
];

/** Any bytes, changed in one to four places; sometimes spliced with `other`. */
export function mutateBytes(bytes: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array {
  let result: Uint8Array = Uint8Array.from(bytes);
  for (let changes = 1 + dice.below(4); changes > 0; changes--) {
    const at = dice.below(result.length);
    const length = dice.once(4) ? dice.below(result.length - at) : dice.below(9);
    switch (dice.below(8)) {
      case 0:
        if (result.length > 0) result[at]! ^= 1 << dice.below(8);
        break;
      case 1:
        if (result.length > 0) result[at] = dice.pick([0, 1, 10, 13, 32, 34, 0x7f, 0x80, 0xff])!;
        break;
      case 2:
        result = result.subarray(0, at);
        break;
      case 3:
        result = joined(result.subarray(0, at), result.subarray(at + length));
        break;
      case 4:
        result = joined(result.subarray(0, at + length), result.subarray(at));
        break;
      case 5:
        result = joined(
          result.subarray(0, at), Uint8Array.from({ length }, () => dice.below(256)), result.subarray(at),
        );
        break;
      case 6:
        result = joined(result.subarray(0, at), other.subarray(dice.below(other.length)));
        break;
      default:
        result = joined(result.subarray(0, at), varint(dice.pick(ODD_NUMBERS)!), result.subarray(at + 1));
    }
    if (result.length > 100_000) result = result.subarray(0, 100_000);
    result = Uint8Array.from(result);
  }
  return result;
}

/** A JSON value, changed in one to three places; `names` are texts that mean something to the master just now. */
export function mutateJson(value: unknown, names: readonly string[], dice: Dice): unknown {
  let result = value;
  for (let changes = 1 + dice.below(3); changes > 0; changes--) {
    let left = dice.below(countOf(result));
    const change = (one: unknown): unknown => {
      if (left-- === 0) return spoilt(one, names, dice);
      if (Array.isArray(one)) return one.map(change);
      return isObject(one) ? Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, change(inner)])) : one;
    };
    result = change(result);
  }
  return result;
}

function spoilt(value: unknown, names: readonly string[], dice: Dice): unknown {
  const choice = dice.below(10);
  if (Array.isArray(value) && choice < 6) {
    const [at, other] = [dice.below(value.length), value[dice.below(value.length)] as unknown];
    if (choice < 2) return value.filter((_, i) => i !== at);
    return choice < 4 ? [...value, other] : value.map((one, i) => (i === at ? other : one) as unknown);
  }
  if (isObject(value) && choice < 6) {
    const entries = Object.entries(value);
    const at = dice.below(entries.length);
    if (choice < 3) return Object.fromEntries(entries.filter((_, i) => i !== at));
    const from = entries[dice.below(entries.length)]?.[1];
    return Object.fromEntries(entries.map(([key, inner], i) => [key, i === at ? from : inner]));
  }
  if (typeof value === "number" && choice < 8) {
    return dice.once(2) ? dice.pick(ODD_NUMBERS) : value * (dice.below(4) - 1);
  }
  if (typeof value === "string" && choice < 8) return dice.pick(dice.once(3) ? ODD_TEXTS : names) ?? "";
  return dice.pick<unknown>([
    null, true, [], {}, [null], "x", 7, { value: 7 }, [[[]]], dice.pick(names), dice.pick(ODD_NUMBERS),
  ]);
}

/** One field of a protobuf message, not looked into. */
interface Field {
  readonly number: number;
  readonly wire: number;
  readonly raw: Uint8Array;
}

/** Protobuf bytes, changed inside of one field at any depth; bytes that are none are changed as bytes. */
export function mutateProtobuf(bytes: Uint8Array, names: readonly string[], dice: Dice, depth = 0): Uint8Array {
  const fields = fieldsOf(bytes);
  if (fields === undefined || fields.length === 0) return mutateBytes(bytes, bytes, dice);
  const at = dice.below(fields.length);
  const field = fields[at]!;
  const changed = (): readonly Field[] => {
    if (field.wire === 2 && depth < 8 && !dice.once(3)) {
      return [{ ...field, raw: mutateProtobuf(field.raw, names, dice, depth + 1) }];
    }
    switch (dice.below(7)) {
      case 0:
        return [];
      case 1:
        return [field, field];
      case 2:
        return [{ ...field, number: 1 + dice.below(30) }];
      case 3:
        return [fields[dice.below(fields.length)]!];
      case 4:
        return [{ ...field, wire: dice.pick([0, 1, 2, 5])!, raw: field.wire === 0 ? new Uint8Array(8) : field.raw }];
      case 5:
        return [field, fields[dice.below(fields.length)]!, field];
      default:
        return [withOddValue(field, names, dice)];
    }
  };
  return joined(...fields.flatMap((one, i) => (i === at ? changed() : [one])).map(bytesOf));
}

/** Protobuf bytes with other texts, at any depth; undefined leaves a text. */
export function mapTexts(bytes: Uint8Array, change: (text: string) => string | undefined, depth = 0): Uint8Array {
  const fields = depth > 8 ? undefined : fieldsOf(bytes);
  if (fields === undefined) return bytes;
  return joined(...fields.map((field) => {
    if (field.wire !== 2) return bytesOf(field);
    const changed = field.raw.length < 100 ? change(Buffer.from(field.raw).toString("latin1")) : undefined;
    const raw = changed === undefined ? mapTexts(field.raw, change, depth + 1) : new TextEncoder().encode(changed);
    return bytesOf({ ...field, raw });
  }));
}

function withOddValue(field: Field, names: readonly string[], dice: Dice): Field {
  if (field.wire === 0) return { ...field, raw: varint(dice.pick(ODD_NUMBERS)!) };
  if (field.wire === 2) {
    return { ...field, raw: new TextEncoder().encode(dice.pick(dice.once(2) ? ODD_TEXTS : names) ?? "") };
  }
  const raw = new Uint8Array(field.wire === 1 ? 8 : 4);
  if (field.wire === 1) {
    new DataView(raw.buffer).setFloat64(0, dice.pick([...ODD_NUMBERS, Number.NaN, Infinity, -Infinity])!, true);
  }
  return { ...field, raw };
}

/** Undefined when the bytes are no message. */
function fieldsOf(bytes: Uint8Array): Field[] | undefined {
  const fields: Field[] = [];
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let factor = 1; at < bytes.length && factor < 2 ** 70; factor *= 128) {
      const byte = bytes[at++]!;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    return Number.NaN;
  };
  while (at < bytes.length) {
    const key = next();
    const [number, wire] = [Math.floor(key / 8), key % 8];
    if (!(number > 0)) return undefined;
    const length = wire === 2 ? next() : { 1: 8, 5: 4 }[wire];
    const start = at;
    if (wire === 0) next();
    else if (length !== undefined) at += length;
    else return undefined;
    if (!(at <= bytes.length)) return undefined;
    fields.push({ number, wire, raw: bytes.subarray(start, at) });
  }
  return fields;
}

function bytesOf({ number, wire, raw }: Field): Uint8Array {
  const key = varint(number * 8 + wire);
  return wire === 2 ? joined(key, varint(raw.length), raw) : joined(key, raw);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = BigInt.asUintN(64, BigInt(Math.trunc(value))); ; rest >>= 7n) {
    if (rest < 128n) return Uint8Array.from([...bytes, Number(rest)]);
    bytes.push(Number(rest & 127n) | 128);
  }
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function countOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + countOf(inner), 1);
}
