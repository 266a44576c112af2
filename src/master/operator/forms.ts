/** What stands in the bodies of endpoints that are older than the API: forms, and JSON by itself. */
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import type { Codec } from "../../wire/codec.ts";
import { parseJson } from "../../wire/json.ts";
import type { HttpRequest } from "../event.ts";

const decoder = new TextDecoder();

export function bodyText({ body }: HttpRequest): string {
  return decoder.decode(body);
}

/** The fields of a form (`slaveId=…&resources=…`), whatever its Content-Type says. */
export function readForm(request: HttpRequest): Result<ReadonlyMap<string, string>> {
  const fields = new Map<string, string>();
  for (const pair of bodyText(request).split(/[;&]/)) {
    if (pair === "") continue;
    const at = pair.indexOf("=");
    const [name, value] = at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
    const [key, decoded] = [decode(name), decode(value)];
    if (!key.ok) return key;
    if (!decoded.ok) return decoded;
    fields.set(key.value, decoded.value);
  }
  return ok(fields);
}

function decode(text: string): Result<string> {
  const spaced = text.replaceAll("+", " ");
  const [wrong] = /%(?![0-9a-fA-F]{2})[^]{0,2}/.exec(text) ?? [];
  if (wrong !== undefined) return err(`Unable to decode query string: Malformed % escape in '${text}': '${wrong}'`);
  const bytes: number[] = [];
  const encoded = new TextEncoder().encode(spaced);
  for (let at = 0; at < encoded.length; at++) {
    if (encoded[at] !== 0x25) bytes.push(encoded[at]!);
    else {
      bytes.push(Number.parseInt(String.fromCharCode(encoded[at + 1]!, encoded[at + 2]!), 16));
      at += 2;
    }
  }
  return ok(decoder.decode(Uint8Array.from(bytes)));
}

export function readJsonObject(text: string): Result<unknown> {
  const json = parseJson(text);
  if (!json.ok) return json;
  return typeof json.value === "object" && json.value !== null && !Array.isArray(json.value) ? json : err(UNEXPECTED);
}

export function readJsonArray(text: string): Result<readonly unknown[]> {
  const json = parseJson(text);
  if (!json.ok) return json;
  return Array.isArray(json.value) ? ok(json.value) : err(UNEXPECTED);
}

const UNEXPECTED = "Unexpected JSON type parsed";

/** Messages from the elements of a JSON list; the error of the first that is none. */
export function readMessages<T>(codec: Codec<T>, list: readonly unknown[]): Result<readonly T[]> {
  const messages: T[] = [];
  for (const item of list) {
    const message = codec.fromJson(item);
    if (!message.ok) return message;
    messages.push(message.value);
  }
  return ok(messages);
}
