/** The steps of a recorded conversation, and what their conditions mean (test/golden/probes/README.md). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { encodeTree } from "./protobuf-tree.ts";
import type { TreeField } from "./protobuf-tree.ts";

export type Json = Record<string, unknown>;

export interface Step extends Json {
  readonly op?: "http" | "subscribe" | "wait" | "collect" | "quiet" | "flush" | "sleep" | "ended" | "close";
  readonly name?: string;
  readonly level?: "exact" | "words" | "shape" | "status";
  readonly path?: string;
  readonly stream?: string;
  readonly match?: Json;
  readonly until?: Json;
  readonly save?: Readonly<Record<string, string>>;
  readonly seconds?: number;
  /** Members of JSON that do not count. */
  readonly drop?: readonly string[];
}

export interface Scenario {
  readonly name: string;
  /** Flags of master and agent, in profiles.json. */
  readonly profile?: string;
  /** How many agents must be there before the first step; 1 unless it says otherwise. */
  readonly agents?: number;
  /** `name:password` of who waits until the agents are there. */
  readonly user?: string;
  readonly steps: readonly Step[];
}

const FOLDER = join(import.meta.dirname, "../golden/probes");

export function readScenario(name: string): { readonly scenario: Scenario; readonly results: readonly Json[] } {
  const scenario = JSON.parse(readFileSync(join(FOLDER, "scenarios", `${name}.json`), "utf8")) as Scenario;
  const { results } = JSON.parse(readFileSync(join(FOLDER, "expected", `${name}.json`), "utf8")) as { results: Json[] };
  return { scenario, results };
}

/** Headers in lower case and body of a step whose variables are filled in. */
export function requestOf({ json, pb, raw, base64, form, headers = {} }: Json): {
  readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array | undefined;
} {
  const given = new Map(Object.entries(headers as Json).map(([name, value]) => [name.toLowerCase(), value]));
  let body: Uint8Array | undefined;
  if (json !== undefined) {
    body = Buffer.from(JSON.stringify(json));
    if (!given.has("content-type")) given.set("content-type", "application/json");
  } else if (pb !== undefined) {
    body = encodeTree(pb as TreeField[]);
    if (!given.has("content-type")) given.set("content-type", "application/x-protobuf");
  } else if (typeof base64 === "string") {
    body = Buffer.from(base64, "base64");
  } else if (typeof raw === "string") {
    body = Buffer.from(raw);
  } else if (form !== undefined) {
    body = Buffer.from(formText(form as Json));
  }
  const sent = [...given].filter(([, value]) => value !== null).map(([name, value]) => [name, String(value)] as const);
  return { headers: Object.fromEntries(sent), body };
}

/** As browsers send forms; what is no text goes as JSON. */
function formText(form: Json): string {
  const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
  return new URLSearchParams(Object.entries(form).map(([name, value]): [string, string] => [name, text(value)])).toString();
}

/** Variables filled in, in all strings of a value. */
export function fill(value: unknown, variables: ReadonlyMap<string, string>): Json {
  const text = JSON.stringify(value);
  const filled = text.replace(/\$\{([\w.]+)\}/g, (whole, name: string) => {
    const variable = variables.get(name);
    return variable === undefined ? whole : JSON.stringify(variable).slice(1, -1);
  });
  return JSON.parse(filled) as Json;
}

export function typeOf(event: unknown): string {
  return String(lookUp(event, "type"));
}

/** Do all conditions hold? A path may end in `#len`, `#min`, `#has` or `#lacks`. */
export function matches(document: unknown, conditions: Json): boolean {
  return Object.entries(conditions).every(([condition, wanted]) => {
    const [path = "", what] = condition.split("#");
    const found = lookUp(document, path);
    switch (what) {
      case "len":
        return ((found as readonly unknown[] | undefined)?.length ?? 0) === wanted;
      case "min":
        return ((found as readonly unknown[] | undefined)?.length ?? 0) >= Number(wanted);
      case "has":
        return (JSON.stringify(found) ?? "").includes(String(wanted));
      case "lacks":
        return !(JSON.stringify(found) ?? "").includes(String(wanted));
      default:
        return found === wanted;
    }
  });
}

/** A member by its path: names, numbers of items, and `[name=value]` for the item that has this. */
export function lookUp(document: unknown, path: string): unknown {
  return (path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? []).reduce<unknown>((value, part) => {
    if (!part.startsWith("[")) return (value as Json | null | undefined)?.[part];
    const [name = "", wanted] = part.slice(1, -1).split("=");
    return Array.isArray(value) ? value.find((item) => String((item as Json)[name]) === wanted) : undefined;
  }, document);
}
