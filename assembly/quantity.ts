/**
 * Scalars as Mesos holds them: doubles whose arithmetic happens in whole thousandths, rounded half away from zero. A
 * value that is added to nothing stays as it is, with all its digits.
 */

/** Thousandths. */
// @ts-ignore: decorator
@inline
export function milli(value: f64): f64 {
  const scaled = value * 1000.0;
  const whole = Math.floor(scaled);
  return scaled - whole >= 0.5 ? whole + 1.0 : whole;
}

/** The double Mesos makes of thousandths: whole part plus at most 0.999. */
// @ts-ignore: decorator
@inline
function fromMilli(thousandths: f64): f64 {
  const whole = Math.floor(thousandths / 1000.0);
  return whole + (thousandths - whole * 1000.0) / 1000.0;
}

// @ts-ignore: decorator
@inline
function isWhole(value: f64): bool {
  return Math.floor(value) == value;
}

/** Sum; 0 means nothing is there. */
// @ts-ignore: decorator
@inline
export function plus(left: f64, right: f64): f64 {
  return isWhole(left) && isWhole(right) ? left + right : plusThousandths(left, right);
}

function plusThousandths(left: f64, right: f64): f64 {
  if (right == 0.0) return left;
  if (left == 0.0) return milli(right) == 0.0 ? 0.0 : right;
  return fromMilli(milli(left) + milli(right));
}

/** Difference, never below 0. */
// @ts-ignore: decorator
@inline
export function minus(left: f64, right: f64): f64 {
  return isWhole(left) && isWhole(right) ? (left <= right ? 0.0 : left - right) : minusThousandths(left, right);
}

function minusThousandths(left: f64, right: f64): f64 {
  if (right == 0.0) return left;
  const l = milli(left), r = milli(right);
  return l <= r ? 0.0 : fromMilli(l - r);
}

// @ts-ignore: decorator
@inline
export function atMost(left: f64, right: f64): bool {
  return left == right || milli(left) <= milli(right);
}
