/**
 * Compares JSON texts as a client could tell them apart, and closer: members in the same order, numbers written the
 * same way (`4.0` is not `4`). Lists may be in another order, and moments may differ a little.
 */

/** A number as it was written. */
interface Written { readonly number: string }

export type Json = string | boolean | null | Written | readonly Json[] | { readonly [name: string]: Json };

/** Our clock is that of a recording, which tells the time to some milliseconds. */
const MOMENT_TOLERANCE_SECONDS = 0.1;

/**
 * Each difference as a sentence with its path; empty when the texts are alike. `unless` says which items of lists are
 * not expected after all.
 */
export function differencesOfJson(
  expected: string, actual: string, unless: (item: Json) => boolean = () => false,
): string[] {
  const found: string[] = [];
  compare(without(read(expected), unless), read(actual), "", found);
  return found;
}

function without(json: Json, unless: (item: Json) => boolean): Json {
  if (Array.isArray(json)) return json.filter((item: Json) => !unless(item)).map((item: Json) => without(item, unless));
  if (!isObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, without(value, unless)]));
}

/** Numbers keep their text. */
function read(text: string): Json {
  const tokens = /("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;
  const wrapped = text.replace(tokens, (_, string: string, number: string) =>
    string ?? `{"number":"${number}"}`);
  return JSON.parse(wrapped) as Json;
}

function compare(expected: Json, actual: Json, path: string, found: string[]): void {
  if (isNumber(expected) || isNumber(actual)) {
    const isSame = isNumber(expected) && isNumber(actual) && sameNumber(expected.number, actual.number);
    if (!isSame) differ(expected, actual, path, found);
    return;
  }
  if (Array.isArray(expected) && Array.isArray(actual)) return compareLists(expected, actual, path, found);
  if (isObject(expected) && isObject(actual)) {
    const [names, others] = [Object.keys(expected), Object.keys(actual)];
    if (names.join() !== others.join()) found.push(`${path}: members should be ${names.join()}, are ${others.join()}`);
    for (const name of names) if (name in actual) compare(expected[name]!, actual[name]!, `${path}.${name}`, found);
    return;
  }
  if (expected !== actual) differ(expected, actual, path, found);
}

function compareLists(expected: readonly Json[], actual: readonly Json[], path: string, found: string[]): void {
  if (expected.length !== actual.length) return differ(expected, actual, path, found);
  const [left, right] = [inOrder(expected), inOrder(actual)];
  left.forEach((item, i) => compare(item, right[i]!, `${path}[${i}]`, found));
}

/** By what a thing is called. */
function inOrder(list: readonly Json[]): readonly Json[] {
  const named = (item: Json): string => {
    const { id, task_id, name, value, agent_info, framework_info } = item as Readonly<Record<string, Json>>;
    return JSON.stringify(id ?? task_id ?? name ?? value ?? agent_info ?? framework_info ?? 0);
  };
  if (!list.every((item) => isObject(item))) return list;
  return list.toSorted((a, b) => (named(a) < named(b) ? -1 : named(a) > named(b) ? 1 : 0));
}

function sameNumber(expected: string, actual: string): boolean {
  if (expected.includes(".") !== actual.includes(".")) return false;
  const [left, right] = [Number(expected), Number(actual)];
  if (left > 1e17) return Math.abs(left - right) < MOMENT_TOLERANCE_SECONDS * 1e9;
  if (left > 1.7e9 && expected.includes(".")) return Math.abs(left - right) < MOMENT_TOLERANCE_SECONDS;
  return left === right;
}

function differ(expected: Json, actual: Json, path: string, found: string[]): void {
  const show = (value: unknown): string => JSON.stringify(value)?.slice(0, 300) ?? "nothing";
  found.push(`${path} should be ${show(expected)}, is ${show(actual)}`);
}

function isNumber(json: Json): json is Written {
  return isObject(json) && typeof json["number"] === "string";
}

function isObject(json: Json): json is { readonly [name: string]: Json } {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
