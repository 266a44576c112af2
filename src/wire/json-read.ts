/**
 * Mesos' JSON, read: from parsed JSON to a message.
 *
 * The rules (http-v1.md section 3): unknown keys are ignored, null is unset, a single value may stand for a list of
 * one, numbers and booleans may be strings, an unknown enum name is unset (an error where required), integers lose
 * their fraction and wrap to their width. The error texts are those clients know from Mesos.
 */
import { keepExact } from "../model/exact.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import { decodeBase64 } from "./base64.ts";
import { emptyMap } from "./binary.ts";
import { parseJson } from "./json-parse.ts";
import { collectMissing, describeMissing } from "./missing.ts";
import type { EnumShape, FieldShape, MessageShape, ScalarKind } from "./shape.ts";

type Draft = Record<string, unknown>;

/** A message from parsed JSON, or the error text Mesos would answer with. */
export function readJson<T>(shape: MessageShape, json: unknown): Result<T> {
  if (!isObject(json)) return err("Expecting a JSON object");
  const draft: Draft = {};
  const error = readMessage(shape, json, draft);
  if (error !== undefined) return err(error);
  const missing: string[] = [];
  collectMissing(shape, draft, "", missing);
  return missing.length > 0 ? err(describeMissing(missing)) : ok(draft as T);
}

/** Errors come back as text; undefined means all is well. */
type Problem = string | undefined;

function readMessage(shape: MessageShape, json: Draft, draft: Draft): Problem {
  for (const field of shape.byName) {
    const held = json[field.name];
    if (held === undefined) continue;
    const problem = readField(field, held, draft);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function readField(field: FieldShape, json: unknown, draft: Draft): Problem {
  if (json === null) return undefined;
  if (Array.isArray(json)) {
    if (field.label !== "repeated" && field.label !== "map") return unexpected("array", field);
    for (const item of json) {
      const problem = readField(field, item, draft);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  if (field.label === "map") return readMap(field, json, draft);
  const value = readValue(field, json);
  if (!value.ok) return value.error;
  if (value.value === undefined) return undefined;
  if (field.label === "repeated") {
    ((draft[field.name] ??= []) as unknown[]).push(value.value);
    return undefined;
  }
  for (const rival of field.rivals) if (draft[rival] !== undefined) delete draft[rival];
  draft[field.name] = value.value;
  if (field.type === "uint64" && !Number.isSafeInteger(value.value)) keepExact(draft, field.name, exactly(json));
  return undefined;
}

/** What a 64-bit field was given, in 64 bits: it has been read before, so it is a number or the text of one. */
function exactly(json: unknown): bigint {
  const number = typeof json === "string" ? parseJson(json) : ok(json);
  return BigInt.asUintN(64, whole(number.ok ? number.value as number | bigint : 0, LARGEST_UINT64));
}

function readMap(field: FieldShape, json: unknown, draft: Draft): Problem {
  if (!isObject(json)) return unexpected(kindOf(json), field);
  const map = (draft[field.name] ??= emptyMap()) as Draft;
  for (const key of Object.keys(json).sort()) {
    const item: FieldShape = { ...field, name: "value", label: "optional" };
    const holder: Draft = {};
    const problem = readField(item, json[key], holder);
    if (problem !== undefined) return problem;
    map[key] = holder["value"] ?? (field.type === "string" ? "" : {});
  }
  return undefined;
}

/** One value; undefined for an enum name nobody knows. */
function readValue(field: FieldShape, json: unknown): Result<unknown> {
  const { type } = field;
  if (typeof type !== "string" && type.kind === "message") {
    if (!isObject(json)) return err(unexpected(kindOf(json), field));
    const draft: Draft = {};
    const problem = readMessage(type, json, draft);
    return problem === undefined ? ok(draft) : err(problem);
  }
  if (isObject(json)) return err(unexpected("object", field));
  if (typeof type !== "string") return readEnum(field, type, json);
  if (typeof json === "string") return readText(field, type, json);
  if (typeof json === "boolean") return type === "bool" ? ok(json) : err(unexpected("boolean", field));
  return readNumber(field, type, json as number | bigint);
}

function readEnum(field: FieldShape, type: EnumShape, json: unknown): Result<unknown> {
  if (typeof json !== "string") return err(unexpected(kindOf(json), field));
  if (Object.hasOwn(type.numbers, json)) return ok(json);
  return field.label === "required" ? err(`Failed to find enum for '${json}'`) : ok(undefined);
}

/** A string, or a number, boolean or bytes given as a string. */
function readText(field: FieldShape, kind: ScalarKind, json: string): Result<unknown> {
  switch (kind) {
    case "string":
      return ok(json);
    case "bytes": {
      const bytes = decodeBase64(json);
      return bytes.ok ? bytes : err(`Failed to base64 decode bytes field '${field.name}': ${bytes.error}`);
    }
    case "bool": {
      const parsed = parseAs(json, "boolean");
      return parsed.ok ? parsed : err(failedParse(json, "boolean", field, parsed.error));
    }
    case "double":
    case "float":
      if (json === "Infinity") return ok(Infinity);
      if (json === "-Infinity") return ok(-Infinity);
      break;
  }
  const parsed = parseAs(json, "number");
  if (!parsed.ok) return err(failedParse(json, "number", field, parsed.error));
  return readNumber(field, kind, parsed.value as number | bigint);
}

function parseAs(text: string, wanted: "number" | "boolean"): Result<unknown> {
  const parsed = parseJson(text);
  return !parsed.ok || kindOf(parsed.value) === wanted ? parsed : err("Unexpected JSON type parsed");
}

const NUMERIC: ReadonlySet<ScalarKind> = new Set(["double", "float", "int32", "int64", "uint32", "uint64"]);

function readNumber(field: FieldShape, kind: ScalarKind, json: number | bigint): Result<unknown> {
  // Mostly it is a whole number that every kind can hold.
  if (Number.isInteger(json) && json > 0 && json < 2 ** 31 && NUMERIC.has(kind)) return ok(json);
  switch (kind) {
    case "double":
      return ok(Number(json));
    case "float":
      return ok(Math.fround(Number(json)));
    case "nanoseconds":
      return ok(BigInt.asIntN(64, whole(json, LARGEST_INT64)));
    case "int64":
      return ok(Number(BigInt.asIntN(64, whole(json, LARGEST_INT64))));
    case "uint64":
      return ok(Number(BigInt.asUintN(64, whole(json, LARGEST_UINT64))));
    case "int32":
      return ok(Number(BigInt.asIntN(32, whole(json, LARGEST_INT64))));
    case "uint32":
      return ok(Number(BigInt.asUintN(32, whole(json, LARGEST_UINT64))));
    default:
      return err(unexpected("number", field));
  }
}

const SMALLEST_INT64 = -(2n ** 63n);
const LARGEST_INT64 = 2n ** 63n - 1n;
const LARGEST_UINT64 = 2n ** 64n - 1n;

/** Without its fraction; a double that no 64-bit integer can hold becomes the nearest one that is. */
function whole(json: number | bigint, largest: bigint): bigint {
  if (typeof json === "bigint") return json;
  if (!Number.isFinite(json)) return 0n;
  const integer = BigInt(Math.trunc(json));
  return integer > largest ? largest : integer < SMALLEST_INT64 ? SMALLEST_INT64 : integer;
}

function isObject(json: unknown): json is Draft {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function kindOf(json: unknown): string {
  if (typeof json === "bigint") return "number";
  return Array.isArray(json) ? "array" : typeof json;
}

function unexpected(kind: string, field: FieldShape): string {
  return `Not expecting a JSON ${kind} for field '${field.name}'`;
}

function failedParse(text: string, kind: string, field: FieldShape, error: string): string {
  return `Failed to parse '${text}' as a JSON ${kind} for field '${field.name}': ${error}`;
}
