import { parseUnsigned } from "./decimal.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";

/** Bytes per unit, smallest first; memory and disk of resources are in megabytes of this kind. */
const UNITS = [
  ["B", 1],
  ["KB", 1024],
  ["MB", 1024 ** 2],
  ["GB", 1024 ** 3],
  ["TB", 1024 ** 4],
] as const;

/** Reads a size such as `4KB`: whole bytes only, unit in any case. */
export function parseBytes(text: string): Result<number> {
  const [, digits = "", unit = ""] = /^(\d*)(.*)$/s.exec(text) ?? [];
  if (unit === "") return err(`Invalid bytes '${text}'`);
  if (unit.startsWith(".")) return err(`Fractional bytes '${text}'`);
  const value = parseUnsigned(digits);
  if (value === undefined) return err(`Failed to convert '${digits}' to number`);
  const factor = UNITS.find(([name]) => name === unit.toUpperCase())?.[1];
  return factor === undefined ? err(`Unknown bytes unit '${unit.toUpperCase()}'`) : ok(value * factor);
}

/** Prints a whole number of bytes in the largest unit that loses nothing: `4KB`, `1025B`. */
export function printBytes(bytes: number): string {
  if (bytes === 0) return "0B";
  const [unit, factor] = UNITS.findLast(([, size]) => bytes % size === 0) ?? UNITS[0];
  return `${bytes / factor}${unit}`;
}
