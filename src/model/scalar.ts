/**
 * Scalars are compared and added as whole thousandths (ALC-28). A scalar nobody has done arithmetic on keeps every
 * digit it arrived with; the first addition or subtraction rounds it. Exact up to 2^50 thousandths, a million million.
 */

/** What a scalar outside the 64-bit range becomes; Mesos prints such a value as -9.22337203685478e+15. */
const OVERFLOW_MILLI = -(2 ** 63);

/**
 * Thousandths of a scalar, rounded half away from zero. NaN, infinities and everything beyond 63 bits become the most
 * negative number, which every validation refuses.
 */
export function toMilli(value: number): number {
  const thousandths = value * 1000;
  if (!(Math.abs(thousandths) < 2 ** 63)) return OVERFLOW_MILLI;
  const rounded = Math.round(Math.abs(thousandths));
  return thousandths < 0 ? -rounded || 0 : rounded;
}

/** The double nearest to a number of thousandths, built the way Mesos does it: whole part plus at most 0.999. */
export function fromMilli(milli: number): number {
  return Math.trunc(milli / 1000) + (milli % 1000) / 1000;
}

/** Adds two scalars in thousandths. */
export function addScalars(left: number, right: number): number {
  return fromMilli(toMilli(left) + toMilli(right));
}

/** Subtracts two scalars in thousandths; the result may be negative. */
export function subtractScalars(left: number, right: number): number {
  return fromMilli(toMilli(left) - toMilli(right));
}
