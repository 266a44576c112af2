/**
 * Mesos' JSON, written. One message type is one table (shape.ts); the text is built directly from it.
 *
 * The rules (http-v1.md section 3): fields in declaration order; unset fields are left out unless they have a declared
 * default and are not deprecated, then the default is shown; enums by name, bytes in base64, integers plain however
 * large, doubles always with a fraction or exponent (`4.0`, `1e21`), infinities as strings, maps as objects, `/` not
 * escaped.
 */
import { Familiar } from "../model/familiar.ts";
import { encodeBase64 } from "./base64.ts";
import type { FieldShape, MessageShape, ScalarKind } from "./shape.ts";

export { parseJson } from "./json-parse.ts";

/**
 * Names other than those of v1, for `writeJson`; fields declared in v0 only then show their default, too (see
 * v0/names.ts).
 */
export interface JsonNames {
  /** The name of a field, given the full v1 name of its message and its v1 name. */
  field(message: string, name: string): string;
  enumValue(name: string): string;
}

/** JSON text of a message. */
export function writeJson(shape: MessageShape, value: unknown, names?: JsonNames): string {
  return writeMessage(shape, value as Readonly<Record<string, unknown>>, names);
}

type Names = JsonNames | undefined;

function writeMessage(shape: MessageShape, value: Readonly<Record<string, unknown>>, names: Names): string {
  let text = "";
  for (const field of shape.fields) {
    const held = value[field.name];
    if (held === undefined && field.v0Only && names === undefined) continue;
    const shown = held === undefined ? shownDefault(field) : writeField(field, held, names);
    if (shown === "") continue;
    const key = names === undefined ? field.key : `"${names.field(shape.name, field.name)}":`;
    text = text === "" ? key + shown : `${text},${key}${shown}`;
  }
  return `{${text}}`;
}

/** The text of a field that is set; empty for one that has nothing to show. */
function writeField(field: FieldShape, held: unknown, names: Names): string {
  switch (field.label) {
    case "repeated": {
      const items = held as readonly unknown[];
      let text = "";
      for (const item of items) text += `${text === "" ? "" : ","}${writeValue(field.type, item, names)}`;
      return text === "" ? "" : `[${text}]`;
    }
    case "map": {
      let text = "";
      for (const [key, item] of Object.entries(held as Record<string, unknown>)) {
        text += `${text === "" ? "" : ","}${writeString(key)}:${writeValue(field.type, item, names)}`;
      }
      return text === "" ? "" : `{${text}}`;
    }
    default:
      return writeValue(field.type, held, names);
  }
}

function shownDefault(field: FieldShape): string {
  if (field.shownDefault === undefined) return "";
  if (typeof field.type === "string") return writeScalar(field.type, field.shownDefault);
  return writeString(String(field.shownDefault));
}

function writeValue(type: FieldShape["type"], value: unknown, names: Names): string {
  if (typeof type === "string") return writeScalar(type, value);
  if (type.kind === "message") {
    const message = value as Readonly<Record<string, unknown>>;
    return names === undefined && type.name === RESOURCE ? resourceText(type, message) : writeMessage(type, message, names);
  }
  return `"${names === undefined ? (value as string) : names.enumValue(value as string)}"`;
}

/** Resources come again and again as the very same object (see `readShared`): of a hundred thousand tasks a few. */
const RESOURCE = "mesos.v1.Resource";
const TEXTS = new Familiar<object, string>();

function resourceText(shape: MessageShape, resource: Readonly<Record<string, unknown>>): string {
  const known = TEXTS.get(resource);
  if (known !== undefined) return known;
  const text = writeMessage(shape, resource, undefined);
  if (TEXTS.meet(resource)) TEXTS.keep(resource, flat(text));
  return text;
}

/** In one piece: a text that was put together holds on to its parts until somebody looks into it. */
function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}

function writeScalar(kind: ScalarKind, value: unknown): string {
  switch (kind) {
    case "string":
      return writeString(value as string);
    case "bytes":
      return `"${encodeBase64(value as Uint8Array)}"`;
    case "double":
    case "float":
      return writeDouble(value as number);
    case "int64":
      return writeInteger(value as number, 9223372036854775807n);
    case "uint64":
      return writeInteger(value as number, 18446744073709551615n);
    default:
      return String(value);
  }
}

/** A double as rapidjson prints it: shortest digits, always recognisable as a double. */
export function writeDouble(value: number): string {
  if (!Number.isFinite(value)) return `"${value}"`;
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  if (text.includes("e")) return text.replace("e+", "e");
  return Number.isInteger(value) ? `${text}.0` : text;
}

/** An integer without exponent; numbers that rounded up to 2^63 or 2^64 are the largest integer. */
function writeInteger(value: number, largest: bigint): string {
  if (Number.isSafeInteger(value)) return String(value);
  const exact = BigInt(Math.trunc(value));
  return String(exact > largest ? largest : exact);
}

const NEEDS_ESCAPE = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** A JSON string; control characters as `\u001F`, with upper-case digits. */
export function writeString(value: string): string {
  if (!NEEDS_ESCAPE.test(value)) return `"${value}"`;
  return JSON.stringify(value).replace(/\\u00[01][0-9a-f]|\\\\/g, (found) =>
    found === "\\\\" ? found : `\\u${found.slice(2).toUpperCase()}`,
  );
}
