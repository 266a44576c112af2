/** Dominant shares and who comes first (ALC-08, ALC-09, ALC-12). */
import { cluster, grants, kinds, ranks, shares, total, weights } from "./context";

/** Largest part of any counted scalar, divided by the weight. Names that do not count stand as 0 in `cluster`. */
export function shareOf(entity: i32): f64 {
  const has = total(entity);
  let share = 0.0;
  for (let k = 0; k < kinds; k++) {
    const whole = load<f64>(cluster + (<usize>k << 3));
    if (whole <= 0.0) continue;
    const part = load<f64>(has + (<usize>k << 3)) / whole;
    if (part > share) share = part;
  }
  return share / load<f64>(weights + (<usize>entity << 3));
}

// @ts-ignore: decorator
@inline
export function refreshShare(entity: i32): void {
  store<f64>(shares + (<usize>entity << 3), shareOf(entity));
}

/** Smaller share, then fewer grants, then name. */
export function isBefore(left: i32, right: i32): bool {
  const l = <usize>left << 3, r = <usize>right << 3;
  const leftShare = load<f64>(shares + l), rightShare = load<f64>(shares + r);
  if (leftShare != rightShare) return leftShare < rightShare;
  const leftGrants = load<f64>(grants + l), rightGrants = load<f64>(grants + r);
  if (leftGrants != rightGrants) return leftGrants < rightGrants;
  return load<f64>(ranks + l) < load<f64>(ranks + r);
}

