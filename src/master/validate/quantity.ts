const SMALLEST_NORMAL = 2 ** -1022;

/** What is wrong with an amount that somebody typed; undefined: nothing. Texts are those of Mesos. */
export function amountError(value: number): string | undefined {
  if (Number.isNaN(value)) return "NaN not supported";
  if (!Number.isFinite(value)) return "Infinite values not supported";
  if (value !== 0 && Math.abs(value) < SMALLEST_NORMAL) return "Subnormal values not supported";
  return value < 0 ? "Negative values not supported" : undefined;
}
