/**
 * JSON as the legacy endpoints write it: doubles always show a fraction (`4.0`), whole numbers never do (JSN-21), and
 * messages of the schema look as it says.
 */
import type { Codec } from "../../wire/codec.ts";
import { writeDouble, writeString } from "../../wire/json.ts";
import { toV0Json } from "../../wire/v0/names.ts";

/** A part of a view whose text is known already. */
export class Written {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

export function double(value: number): Written {
  return new Written(writeDouble(value));
}

/** A message with v0 names. */
export function plain<T>(codec: Codec<T>, value: T): Written {
  return new Written(toV0Json(codec, value));
}

/** Objects keep the order of their members; those that are undefined are left out. */
export function printJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printJson).join(",")}]`;
  if (typeof value === "string") return writeString(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Written) return value.json;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${writeString(name)}:${printJson(member)}`).join(",")}}`;
}
