/**
 * Legacy JSON is written by hand, member by member, because its names, order and shapes follow no schema (JSN rows). A
 * value is its JSON text; these functions make such texts. Doubles always show a fraction (`4.0`), whole numbers never
 * do (JSN-21).
 */
import type { Label, Labels } from "../../model/gen/mesos.ts";
import type { Codec } from "../../wire/codec.ts";
import { LabelCodec } from "../../wire/gen/mesos.ts";
import { writeString } from "../../wire/json.ts";
import { toV0Json } from "../../wire/v0/names.ts";

export { writeDouble as double, writeString as string } from "../../wire/json.ts";

/** One member of an object: its name, and its value as JSON text. */
export type Member = readonly [name: string, json: string];

/** `"a":1,"b":2`: the members of an object without its braces, so that others can be put beside them. */
export function members(list: Iterable<Member | undefined>): string {
  let text = "";
  for (const member of list) {
    if (member !== undefined) text += `${text === "" ? "" : ","}${writeString(member[0])}:${member[1]}`;
  }
  return text;
}

export function object(list: Iterable<Member | undefined>): string {
  return `{${members(list)}}`;
}

export function array(items: Iterable<string>): string {
  return `[${[...items].join(",")}]`;
}

export function strings(items: Iterable<string>): string {
  return array(Array.from(items, writeString));
}

/** One more member of a text that is written in place: `,"name":` and the value; nothing when there is none. */
export function more<T>(name: string, value: T | undefined, write: (value: T) => string): string {
  return value === undefined ? "" : `,"${name}":${write(value)}`;
}

/** A member that is left out when there is no value. */
export function optional<T>(name: string, value: T | undefined, write: (value: T) => string): Member | undefined {
  return value === undefined ? undefined : [name, write(value)];
}

/** A message of the wire inside a legacy answer: by its schema, with v0 names. */
export function message<T>(codec: Codec<T>): (value: T) => string {
  return (value) => toV0Json(codec, value);
}

/** Labels are a bare list. */
export function labels({ labels: list = [] }: Labels): string {
  return array(list.map((label: Label) => toV0Json(LabelCodec, label)));
}

/**
 * A text that is to be kept, in one piece: a text that was put together holds on to all its parts until somebody looks
 * into it.
 */
export function kept(text: string): string {
  text.charCodeAt(0);
  return text;
}

/** Milliseconds since the epoch as seconds, to the microsecond. */
export function secondsOf(ms: number): number {
  return Math.round(ms * 1000) / 1e6;
}
