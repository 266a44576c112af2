/** Whole numbers as queries give them to Mesos: decimal with a sign or without, or hexadecimal after `0x`. */
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";

/** A signed number of so many bits; the error is the text of Mesos, without a full stop. */
export function readWhole(text: string, bits: 32 | 64): Result<bigint> {
  const value = parse(text);
  if (value === undefined || BigInt.asIntN(bits, value) !== value) return err(`Failed to convert '${text}' to number`);
  return ok(value);
}

function parse(text: string): bigint | undefined {
  const [, sign, digits] = /^([+-]?)(\d+)$/.exec(text) ?? /^(-?)(0x[0-9a-f]+)$/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return sign === "-" ? -BigInt(digits) : BigInt(digits);
}
