import { parseDouble, parseUnsigned } from "./decimal.ts";
import { coalesceRanges } from "./ranges.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";
import type { Value, Value_Range } from "./gen/mesos.ts";

/** The smallest number with full precision; below it a value is subnormal and refused. */
const SMALLEST_NORMAL = 2 ** -1022;

/**
 * Reads what stands after the colon in `--resources` and `--attributes`: a non-negative number, `[1-5,7-9]`, `{a,b}`,
 * or else text. Spaces do not count. Ranges come out coalesced.
 */
export function parseValue(text: string): Result<Value> {
  const bare = text.replaceAll(" ", "");
  if (bare === "") return err("Expecting non-empty string");
  if (!matches(bare, "{", "}") || !matches(bare, "[", "]") || !matches(bare, "(", ")")) {
    return err("Mismatched brackets");
  }
  if (bare.startsWith("[")) return parseRanges(bare);
  if (bare.includes("[")) return err("Unexpected '[' found");
  if (bare.startsWith("{")) {
    return ok({ type: "SET", set: { item: tokenize(bare, /[{},\n]/) } });
  }
  if (bare.includes("{")) return err("Unexpected '{' found");
  const number = parseDouble(bare);
  if (number !== undefined && number !== 0 && Math.abs(number) < SMALLEST_NORMAL) {
    return err("Subnormal values not supported");
  }
  if (number === undefined || !Number.isFinite(number) || number < 0) {
    return ok({ type: "TEXT", text: { value: bare } });
  }
  return ok({ type: "SCALAR", scalar: { value: number } });
}

/** Splits at any of the separators; empty parts vanish. */
export function tokenize(text: string, separators: RegExp): readonly string[] {
  return text.split(separators).filter((token) => token !== "");
}

function parseRanges(text: string): Result<Value> {
  const tokens = tokenize(text, /[[\]\-,\n]/);
  if (tokens.length % 2 !== 0) return err('Expecting one or more "ranges"');
  const range: Value_Range[] = [];
  for (let i = 0; i < tokens.length; i += 2) {
    const begin = parseUnsigned(tokens[i]!);
    const end = parseUnsigned(tokens[i + 1]!);
    if (begin === undefined || end === undefined) return err(`Expecting non-negative integers in '${tokens[i]}'`);
    range.push({ begin, end });
  }
  return ok({ type: "RANGES", ranges: { range: coalesceRanges(range) } });
}

/** As many closing as opening brackets, none closed before it was opened. */
function matches(text: string, open: string, close: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === open) depth++;
    else if (character === close && --depth < 0) return false;
  }
  return depth === 0;
}
