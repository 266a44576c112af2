/**
 * Answers and events of the operator API that hold long lists: described once, sent in pieces as JSON or as protobuf.
 * In JSON a list that is empty is shown all the same.
 */
import type { Codec } from "../../wire/codec.ts";
import type { Field, Piece, Series } from "../../wire/pieces.ts";
import type { MessageShape } from "../../wire/shape.ts";
import type { MediaType } from "../../wire/v1/media.ts";
import type { Content } from "../event.ts";
import { each, eachOf } from "../views/answer.ts";

/** Some of a message: a few short fields, a field that is such a message, or all of a repeated field. */
export type Part =
  | { readonly json: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly parts: readonly Part[] }
  | { readonly name: string; readonly texts: Series<string>; readonly items: Series<Uint8Array> };

/** Fields of a message that are not long. */
export function short<T>(codec: Codec<T>, value: T): Part {
  return { json: codec.toJson(value).slice(1, -1), bytes: codec.encode(value) };
}

export function list<V>(
  name: string, values: readonly V[], toJson: (value: V) => string, encode: (value: V) => Uint8Array,
): Part {
  return { name, texts: each(values, toJson), items: each(values, encode) };
}

/** All values of these lists, one list after the other. */
export function lists<V>(
  name: string, all: readonly (readonly V[])[], toJson: (value: V) => string, encode: (value: V) => Uint8Array,
): Part {
  return { name, texts: eachOf(all, toJson), items: eachOf(all, encode) };
}

/** The message of these parts, which stand in the order of its schema. */
export function contentOf(shape: MessageShape, parts: readonly Part[], media: MediaType): Content {
  if (media === "protobuf") return { fields: fieldsOf(shape, parts) };
  const pieces: Piece[] = [];
  pushJson(pieces, parts);
  return { pieces };
}

function pushJson(pieces: Piece[], parts: readonly Part[]): void {
  parts.forEach((part, i) => {
    pieces.push(i === 0 ? "{" : ",");
    if ("json" in part) return void pieces.push(part.json);
    pieces.push(`"${part.name}":`);
    if ("parts" in part) pushJson(pieces, part.parts);
    else pieces.push("[", part.texts, "]");
  });
  pieces.push("}");
}

function fieldsOf(shape: MessageShape, parts: readonly Part[]): readonly Field[] {
  return parts.map((part): Field => {
    if ("bytes" in part) return part.bytes;
    const { number, type } = shape.fields.find(({ name }) => name === part.name)!;
    if ("items" in part) return { number, items: part.items };
    return { number, fields: fieldsOf(type as MessageShape, part.parts) };
  });
}
