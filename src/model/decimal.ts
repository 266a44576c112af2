/**
 * Numbers as text, in and out, by the rules every Mesos flag and message follows.
 */

const SIGNIFICANT_DIGITS = 15;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const HEXADECIMAL = /^-?0[xX][0-9a-fA-F]+$/;

/** Prints a double with 15 significant digits and no trailing zeros: `0.1`, `1e+15`, `-9.22337203685478e+15`. */
export function printDouble(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  const [digits = "0", power = "0"] = value.toExponential(SIGNIFICANT_DIGITS - 1).split("e");
  const exponent = Number(power);
  if (value !== 0 && (exponent < -4 || exponent >= SIGNIFICANT_DIGITS)) {
    const sign = exponent < 0 ? "-" : "+";
    return `${withoutTrailingZeros(digits)}e${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  return withoutTrailingZeros(value.toFixed(SIGNIFICANT_DIGITS - 1 - exponent));
}

/** Reads a double as a flag value does: decimal or `0x` integer, no spaces; undefined when it is neither. */
export function parseDouble(text: string): number | undefined {
  if (DECIMAL.test(text)) return Number(text);
  if (!HEXADECIMAL.test(text)) return undefined;
  return text.startsWith("-") ? -Number(text.slice(1)) : Number(text);
}

/** Reads a non-negative integer of at most 64 bits (decimal or `0x`); beyond 2^53 it loses its last digits. */
export function parseUnsigned(text: string): number | undefined {
  if (!/^\+?\d+$/.test(text) && !/^0[xX][0-9a-fA-F]+$/.test(text)) return undefined;
  const value = Number(text);
  return value < 2 ** 64 ? value : undefined;
}

function withoutTrailingZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
