/** Flags from this process: its arguments, its environment and its files; with `--help`, and one line for what is wrong. */
import { readFileSync } from "node:fs";
import { err, ok } from "../model/result.ts";
import { parseFlags } from "./flags.ts";
import type { FlagTable, ParsedFlags } from "./flags.ts";

/** The flags, or the exit code when there is nothing more to do. Warnings go to standard error. */
export function flagsOrExit<Table extends FlagTable>(
  table: Table,
  args: readonly string[],
  program: string,
  help: () => string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): ParsedFlags<Table> | number {
  const before = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  if (before.includes("--help")) {
    console.log(help());
    return 0;
  }
  const parsed = parseFlags(table, { args, env, readFile });
  if (!parsed.ok) {
    console.error(`${program}: ${parsed.error}. See ${program} --help`);
    return 1;
  }
  for (const warning of parsed.value.warnings) console.error(`${program}: ${warning}`);
  return parsed.value;
}

function readFile(path: string) {
  try {
    return ok(readFileSync(path, "utf8"));
  } catch (error) {
    return err((error as Error).message);
  }
}
