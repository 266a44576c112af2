/** Dominant shares and who comes first (ALC-08, ALC-09, ALC-12). */
import * as L from "./layout";
import { cluster, key, kinds, total } from "./context";

/** Largest part of any counted scalar, divided by the weight. Names that do not count stand as 0 in `cluster`. */
export function refreshShare(entity: i32): void {
  const has = total(entity), own = key(entity);
  let share = 0.0;
  for (let k = 0; k < kinds; k++) {
    const value = load<f64>(has + (<usize>k << 3));
    if (value == 0.0) continue;
    const whole = load<f64>(cluster + (<usize>k << 3));
    if (whole <= 0.0) continue;
    const part = value / whole;
    if (part > share) share = part;
  }
  store<f64>(own, share / load<f64>(own, L.KEY_WEIGHT), L.KEY_SHARE);
}

/** Smaller share, then fewer grants, then name. */
// @ts-ignore: decorator
@inline
export function isBefore(left: i32, right: i32): bool {
  const l = key(left), r = key(right);
  const leftShare = load<f64>(l, L.KEY_SHARE), rightShare = load<f64>(r, L.KEY_SHARE);
  if (leftShare != rightShare) return leftShare < rightShare;
  const leftGrants = load<f64>(l, L.KEY_GRANTS), rightGrants = load<f64>(r, L.KEY_GRANTS);
  if (leftGrants != rightGrants) return leftGrants < rightGrants;
  return load<f64>(l, L.KEY_RANK) < load<f64>(r, L.KEY_RANK);
}
