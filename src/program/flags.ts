/**
 * Flags by Mesos' rules (FLM-73), from one table per program: `--name=value`, `--name` and `--no-name` for booleans,
 * `MESOS_NAME` in the environment (the command line wins), `file://` values, old names with a warning. A flag nobody knows
 * is an error on the command line and nothing in the environment. The table makes `--help` and the texts of `/flags` too.
 */
import { parseBytes, printBytes } from "../model/bytes.ts";
import { parseDouble, printDouble } from "../model/decimal.ts";
import { parseDurationMs, printDurationMs } from "../model/duration.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";

/** How the values of a flag are written. Methods, so that a table may hold flags of all kinds. */
export interface FlagKind<T> {
  readonly name: "text" | "path" | "bool" | "int" | "double" | "duration" | "bytes" | "json";
  parse(text: string): Result<T>;
  /** As the operator would write it. */
  print(value: T): string;
  /** A value that was read from a file may be secret: the path of the file is shown instead. */
  readonly showsFile?: true;
}

export interface Flag<T> {
  readonly kind: FlagKind<NonNullable<T>>;
  readonly default: T;
  readonly help: string;
  /** The name it had before, still taken with a warning. */
  readonly oldName?: string;
  /** What is wrong with a value that could be parsed. */
  check?(value: NonNullable<T>): string | undefined;
  /** Why any value but the default is refused for now. */
  readonly pending?: string;
}

export type FlagTable = Readonly<Record<string, Flag<unknown>>>;
export type FlagValues<Table extends FlagTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Flag<infer T> ? T : never;
};

export interface ParsedFlags<Table extends FlagTable> {
  readonly values: FlagValues<Table>;
  /** Every flag that is set or has a default, as text, sorted by name: what `/flags` shows. */
  readonly texts: Readonly<Record<string, string>>;
  /** Names that were given, on the command line or in the environment. */
  readonly given: ReadonlySet<string>;
  readonly warnings: readonly string[];
  /** Arguments that are no flags, and everything after `--`. */
  readonly rest: readonly string[];
}

type Extra<T> = Pick<Flag<T>, "oldName" | "check" | "pending">;

/** A flag that always has a value. */
export function flag<T>(kind: FlagKind<T>, byDefault: NonNullable<T>, help: string, extra: Extra<T> = {}): Flag<NonNullable<T>> {
  return { kind: kind as FlagKind<NonNullable<T>>, default: byDefault, help, ...extra } as Flag<NonNullable<T>>;
}

/** A flag that may be left unset. */
export function optional<T>(kind: FlagKind<T>, help: string, extra: Extra<T> = {}): Flag<T | undefined> {
  return { kind, default: undefined, help, ...extra } as Flag<T | undefined>;
}

export const text: FlagKind<string> = { name: "text", parse: ok, print: String };
/** Not read even when it begins with `file://`: the flag names the file. */
export const path: FlagKind<string> = { name: "path", parse: ok, print: String };
/** A secret, which is not shown. */
export const secretText: FlagKind<string> = { name: "text", parse: (value) => ok(value.trim()), print: () => "(not shown)" };
/** A file with secrets, or the secrets themselves, which are not shown. */
export const secretPath: FlagKind<string> = {
  name: "path",
  parse: ok,
  print: (value) => (/^\s*[[{]/.test(value) ? "(not shown)" : value),
};
/** An address that may hold a password, `zk://user:password@host/path`: shown without it (but with who, where and which path). */
export const address: FlagKind<string> = {
  name: "text",
  parse: ok,
  print: (value) => value.replace(/^([^:]*:\/*[^:@]*):.*@/s, "$1:(not shown)@"),
  showsFile: true,
};
export const bool: FlagKind<boolean> = {
  name: "bool",
  parse: (value) =>
    value === "true" || value === "1" ? ok(true)
    : value === "false" || value === "0" ? ok(false)
    : err("Expecting a boolean (e.g., true or false)"),
  print: String,
};
export const int: FlagKind<number> = {
  name: "int",
  parse: (value) =>
    /^[+-]?\d+$/.test(value) && Number.isSafeInteger(Number(value)) ? ok(Number(value))
    : err("Failed to convert into required type"),
  print: String,
};
export const double: FlagKind<number> = {
  name: "double",
  parse: (value) => {
    const number = parseDouble(value);
    return number === undefined ? err("Failed to convert into required type") : ok(number);
  },
  print: (value) => (Number.isInteger(value) ? String(value) : printDouble(value)),
};
/** Milliseconds. */
export const duration: FlagKind<number> = { name: "duration", parse: parseDurationMs, print: printDurationMs };
export const bytes: FlagKind<number> = { name: "bytes", parse: parseBytes, print: printBytes };
/** Any JSON, kept as text too so that it is shown as it was given. */
export const json: FlagKind<unknown> = {
  name: "json",
  parse: (value) => {
    try {
      return ok(JSON.parse(value) as unknown);
    } catch (error) {
      return err(`Failed to parse JSON: ${(error as Error).message}`);
    }
  },
  print: (value) => JSON.stringify(value),
};

export interface FlagSources {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Reads a `file://` value. */
  readFile(path: string): Result<string>;
}

export function parseFlags<Table extends FlagTable>(table: Table, sources: FlagSources): Result<ParsedFlags<Table>> {
  const canonical = namesOf(table);
  const { given, rest } = readArgs(sources.args);
  const seen = new Map<string, string>();
  const values: Record<string, unknown> = {};
  const files: Record<string, string> = {};
  const warnings: string[] = [];

  const load = (writtenName: string, value: string | undefined): string | undefined => {
    const negated = writtenName.startsWith("no-");
    const name = negated ? writtenName.slice(3) : writtenName;
    const target = canonical.get(name);
    if (target === undefined) return `Failed to load unknown flag '${name}'${negated ? ` via '${writtenName}'` : ""}`;
    const before = seen.get(target);
    if (before !== undefined) return `Flag '${name}' is already loaded via name '${before}'`;
    seen.set(target, name);
    const result = loadValue(table[target]!, name, writtenName, negated, value, sources);
    if (!result.ok) return result.error;
    const { parsed, file } = result.value;
    values[target] = parsed;
    if (file !== undefined) files[target] = file;
    if (name !== target) warnings.push(`Loaded deprecated flag '${name}': use '${target}'`);
    return undefined;
  };

  for (const [name, value] of given) {
    const error = load(name, value);
    if (error !== undefined) return err(error);
  }
  for (const [variable, value] of Object.entries(sources.env)) {
    if (!variable.startsWith("MESOS_") || value === undefined) continue;
    const name = variable.slice("MESOS_".length).toLowerCase();
    const target = canonical.get(name.replace(/^no-/, ""));
    if (target === undefined || seen.has(target)) continue;
    const error = load(name, value);
    if (error !== undefined) return err(`${error} (from ${variable} in the environment)`);
  }

  const texts: Record<string, string> = {};
  for (const name of Object.keys(table).sort()) {
    const { kind, default: byDefault, pending } = table[name]!;
    const file = kind.showsFile === true ? files[name] : undefined;
    const value = (values[name] ??= byDefault) ?? undefined;
    if (value === undefined) continue;
    texts[name] = file ?? kind.print(value);
    if (pending !== undefined && printDefault(table[name]!) !== texts[name]) {
      return err(`--${name}=${texts[name]} cannot be used: ${pending}`);
    }
  }
  const parsed = { values: values as FlagValues<Table>, texts, given: new Set(seen.keys()), warnings, rest };
  return ok(parsed as unknown as ParsedFlags<Table>);
}

/** `--help`: every flag of the table, its default and its help. */
export function printHelp(usage: string, table: FlagTable): string {
  const lines = [usage, ""];
  for (const name of Object.keys(table).sort()) {
    const { kind, help, oldName, pending } = table[name]!;
    const byDefault = printDefault(table[name]!);
    const shown = kind.name === "bool" ? `--[no-]${name}` : `--${name}=VALUE`;
    const facts = [
      byDefault === undefined ? undefined : `default: ${byDefault}`,
      oldName === undefined ? undefined : `formerly --${oldName}`,
    ].filter((fact) => fact !== undefined);
    lines.push(`  ${shown}${facts.length > 0 ? `  (${facts.join("; ")})` : ""}`);
    for (const line of wrap(help, 100)) lines.push(`      ${line}`);
    if (pending !== undefined) lines.push(...wrap(`Not yet: ${pending}`, 100).map((line) => `      ${line}`));
  }
  return lines.join("\n");
}

function printDefault({ kind, default: byDefault }: Flag<unknown>): string | undefined {
  return byDefault === undefined || byDefault === null ? undefined : kind.print(byDefault);
}

/** Every name a flag answers to, with the name in the table. */
function namesOf(table: FlagTable): Map<string, string> {
  const names = new Map<string, string>();
  for (const [name, { oldName }] of Object.entries(table)) {
    names.set(name, name);
    if (oldName !== undefined) names.set(oldName, name);
  }
  return names;
}

function readArgs(args: readonly string[]): { given: [string, string | undefined][]; rest: string[] } {
  const given: [string, string | undefined][] = [];
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!.trim();
    if (arg === "--") {
      rest.push(...args.slice(i + 1));
      break;
    }
    if (!arg.startsWith("--")) {
      rest.push(args[i]!);
      continue;
    }
    const equals = arg.indexOf("=");
    const name = arg.slice(2, equals === -1 ? undefined : equals).toLowerCase();
    given.push([name, equals === -1 ? undefined : arg.slice(equals + 1)]);
  }
  return { given, rest };
}

function loadValue(
  { kind, check }: Flag<unknown>,
  name: string,
  writtenName: string,
  negated: boolean,
  written: string | undefined,
  { readFile }: FlagSources,
): Result<{ readonly parsed: unknown; readonly file: string | undefined }> {
  let value: string;
  let file: string | undefined;
  if (kind.name !== "bool") {
    if (negated) return err(`Failed to load non-boolean flag '${name}' via '${writtenName}'`);
    if (written === undefined) return err(`Failed to load non-boolean flag '${name}': Missing value`);
    value = written;
  } else if (written === undefined || written === "") {
    value = negated ? "false" : "true";
  } else if (negated) {
    return err(`Failed to load boolean flag '${name}' via '${writtenName}' with value '${written}'`);
  } else {
    value = written;
  }
  const isFile = value.startsWith("file://") || (kind.name === "json" && value.startsWith("/"));
  if (isFile && kind.name !== "path") {
    file = value.replace(/^file:\/\//, "");
    const content = readFile(file);
    if (!content.ok) return err(`Failed to load flag '${name}': Error reading file '${file}': ${content.error}`);
    value = content.value;
  }
  const parsed = kind.parse(value);
  if (!parsed.ok) return err(`Failed to load flag '${name}': ${parsed.error}`);
  const wrong = check?.(parsed.value as NonNullable<unknown>);
  return wrong === undefined ? ok({ parsed: parsed.value, file }) : err(wrong);
}

function wrap(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
