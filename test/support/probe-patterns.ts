/**
 * Compares an answer with a recorded one. Recordings hold placeholders for what differs from run to run: `${variable}`
 * for a value that was saved, `<timestamp>`, `<offer_id>` and so on for any; their lists are in no particular order.
 */

type Json = Record<string, unknown>;

export interface Precision extends Json {
  readonly level?: "exact" | "words" | "shape" | "status";
  /** How many words of a text count at level `words`, and of the fields named in `loose`. */
  readonly words?: number;
  readonly loose?: readonly string[];
}

/** Those that are recorded. */
export const HEADERS = [
  "Content-Type", "Allow", "Location", "WWW-Authenticate", "Content-Disposition", "Content-Encoding", "Message-Content-Type",
  "Mesos-Stream-Id",
];

export function differencesOf(expected: Json, actual: Json, step: Precision, variables: ReadonlyMap<string, string>): string[] {
  if (expected.silent === true) return [];
  const found: string[] = [];
  const differ = (what: string, wanted: unknown, got: unknown): void => {
    found.push(`${what} should be ${JSON.stringify(wanted)}, is ${JSON.stringify(got)}`);
  };
  if (expected.status !== undefined && expected.status !== actual.status) differ("status", expected.status, actual.status);
  if (expected.ended !== undefined && expected.ended !== actual.ended) differ("ended", expected.ended, actual.ended);
  const compare = new Comparison(step, variables);
  if (expected.headers !== undefined && step.level !== "status") {
    const got = actual.headers as Json | undefined;
    const shown = Object.fromEntries(HEADERS.filter((name) => got?.[name] !== undefined).map((name) => [name, got![name]]));
    if (!compare.same(expected.headers, shown)) differ("headers", expected.headers, shown);
  }
  for (const part of ["body", "json", "pb", "events"] as const) {
    if (expected[part] === undefined) continue;
    if (step.level === "shape" && part !== "events") {
      found.push(...shapeDifferences(withNames(expected[part], variables), actual[part], part));
      continue;
    }
    if (part === "events" && (step.level === "status" || step.level === "shape")) {
      const types = (events: unknown): string[] => (events as Json[]).map(({ type }) => String(type));
      if (!compare.same(types(expected.events), types(actual.events ?? []))) differ(part, expected.events, actual.events);
    } else if (step.level !== "status" && !compare.same(expected[part], actual[part] ?? null, part)) {
      differ(part, expected[part], actual[part]);
    }
  }
  return found;
}

class Comparison {
  readonly #step: Precision;
  readonly #variables: ReadonlyMap<string, string>;

  constructor(step: Precision, variables: ReadonlyMap<string, string>) {
    this.#step = step;
    this.#variables = variables;
  }

  same(expected: unknown, actual: unknown, key = ""): boolean {
    if (typeof expected === "string") return this.#sameText(expected, actual, key);
    if (Array.isArray(expected)) return Array.isArray(actual) && this.#sameList(expected, actual, key);
    if (typeof expected !== "object" || expected === null) return expected === actual;
    if (typeof actual !== "object" || actual === null || Array.isArray(actual)) return false;
    const keys = Object.keys(expected);
    return (
      keys.length === Object.keys(actual).filter((name) => name !== "container_status").length +
        (keys.includes("container_status") ? 1 : 0) &&
      keys.every((name) => name === "container_status" || this.same((expected as Json)[name], (actual as Json)[name], name))
    );
  }

  /** Whole containers are the business of real agents. */
  #sameText(expected: string, actual: unknown, key: string): boolean {
    if (typeof actual !== "string" && !/^<\w+>$/.test(expected)) return false;
    const isLoose = this.#step.loose?.includes(key) === true || (this.#step.level === "words" && key === "body");
    const words = (text: string): string => (isLoose ? text.split(/\s+/).slice(0, this.#step.words ?? 4).join(" ") : text);
    return this.#pattern(words(expected)).test(words(String(actual)));
  }

  #pattern(expected: string): RegExp {
    const parts = expected.split(/(\$\{[\w.]+\}|<\w+>)/).map((part) => {
      const variable = /^\$\{([\w.]+)\}$/.exec(part);
      if (variable !== null) return escape(this.#variables.get(variable[1]!) ?? "") || ".*";
      return /^<\w+>$/.test(part) ? ".*" : escape(part);
    });
    return new RegExp(`^${parts.join("")}$`, "s");
  }

  #sameList(expected: readonly unknown[], actual: readonly unknown[], key: string): boolean {
    if (expected.length !== actual.length) return false;
    const left = [...actual];
    return expected.every((wanted) => {
      const at = left.findIndex((candidate) => this.same(wanted, candidate, key));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
  }
}

/**
 * Where two answers are made differently, whatever they say: names, kinds of values, and which kinds of items a list
 * has. A placeholder stands for anything.
 */
function shapeDifferences(expected: unknown, actual: unknown, path: string): string[] {
  if (typeof expected === "string" && /^<\w+>$/.test(expected)) return [];
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length === 0 || actual.length === 0) return [];
    const isIn = (item: unknown, list: readonly unknown[], swapped: boolean): boolean =>
      list.some((other) => (swapped ? shapeDifferences(other, item, "") : shapeDifferences(item, other, "")).length === 0);
    const missing = expected.filter((item) => !isIn(item, actual, false)).map((item) => ["missing", item] as const);
    const extra = actual.filter((item) => !isIn(item, expected, true)).map((item) => ["not expected", item] as const);
    return [...missing, ...extra].map(([what, item]) => `${path}: ${what}: an item like ${JSON.stringify(item)}`);
  }
  if (isJson(expected) && isJson(actual)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)].filter((name) => name !== "container_status"));
    return [...names].flatMap((name) => shapeDifferences(expected[name], actual[name], `${path}.${name}`));
  }
  return kindOf(expected) === kindOf(actual) ? [] : [`${path} should be a ${kindOf(expected)}, is a ${kindOf(actual)}`];
}

/** What was recorded, with the names of now as keys of objects: metrics are called after their framework. */
function withNames(recorded: unknown, variables: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(recorded)) return recorded.map((item) => withNames(item, variables));
  if (!isJson(recorded)) return recorded;
  return Object.fromEntries(Object.entries(recorded).map(([key, value]) => {
    const name = key.replace(/\$\{([\w.]+)\}/g, (text, variable: string) => variables.get(variable) ?? text);
    return [name, withNames(value, variables)];
  }));
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "list" : value === null ? "null" : typeof value;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
