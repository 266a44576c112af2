/**
 * Quota of the cycle: what roles have consumed, what must be held back for guarantees, and what there is (ALC-04 to
 * 06).
 */
import * as L from "./layout";
import { agents, indexAt, quantityOf, record, states, visit } from "./agent";
import { headroom, kinds, link, quotaRow, quotas, vectorBytes } from "./context";
import { cleared, scratch } from "./chunk";
import { milli, minus, plus } from "./quantity";

/** Held back for guarantees that are not met, and what exceeds it: both per kind. */
let required: usize = 0;
export let isRequired: bool = false;
/** What the guarantee of the role at hand still lacks. */
export let lacking: usize = 0;

/** Kinds of which some agent of the cycle has scalars that can be cut: 1 or 0 per kind. */
let cuttable: usize = 0;

/** Notes what can be cut of the agents: limits and headroom of other kinds do not matter. */
function noteCuttable(): void {
  cuttable = cleared(<usize>kinds);
  const further = L.STATE_KINDS - 1;
  for (let k = 0; k < kinds && k < further; k++) store<u8>(cuttable + k, <u8>((states >>> k) & 1));
  if (((states >>> further) & 1) == 0) return;
  for (let i = 0; i < agents; i++) {
    visit(indexAt(i));
    for (let k = further; k < kinds; k++) {
      if (load<f64>(quantityOf(record) + (<usize>k << 3)) > 0.0) store<u8>(cuttable + k, 1);
    }
  }
}

/** Are scalars of the kind extras on some agent: in pieces, each with thousandths to be rounded? */
function isInPieces(k: i32): bool {
  const further = L.STATE_KINDS - 1;
  return ((states >>> (L.STATE_EXTRAS_SHIFT + (k < further ? k : further))) & 1) != 0;
}

export function isLimited(quota: i32): bool {
  return quota >= 0 && (load<i32>(quotaRow(quota), L.QUOTA_FLAGS) & L.QUOTA_LIMITED) != 0;
}

/** Is nothing left within the limits of the quota, of all that could be cut from any agent? */
export function isSpent(quota: i32): bool {
  return isLimited(quota) && leavesNothing(quotaRow(quota));
}

/** Do the limits leave less than each alternative of the client's minimum? */
export function isHopeless(client: i32, quota: i32): bool {
  const minimum = <usize>load<u32>(link(client), L.LINK_MINIMUM);
  if (minimum == 0) return false;
  let at = minimum + L.MINIMUM_HEADER;
  for (let i = load<i32>(minimum, L.MINIMUM_COUNT); i > 0; i--) {
    const pairs = load<i32>(at);
    at += 8;
    let isMet = true;
    for (let j = 0; j < pairs; j++, at += L.PAIR_BYTES) {
      if (isMet && load<i32>(at, L.PAIR_IS_SCALAR) != 0 && exceedsLimit(at, quotaRow(quota))) isMet = false;
    }
    if (isMet) return false;
  }
  return true;
}

/** Is the amount more than can be cut to the limit? What is cut may be up to half a thousandth more than is left. */
function exceedsLimit(pair: usize, row: usize): bool {
  const k = load<i32>(pair, L.PAIR_KIND);
  if (k >= kinds || isInPieces(k)) return false;
  const rest = withinLimit(row, k);
  return rest != Infinity && (milli(rest) + 1.0) / 1000.0 <= load<f64>(pair, L.PAIR_VALUE);
}

function leavesNothing(row: usize): bool {
  for (let k = 0; k < kinds; k++) {
    if (load<u8>(cuttable + k) != 0 && withinLimit(row, k) > 0.0) return false;
  }
  return true;
}

/** Is everything that could be cut held back for guarantees? */
export function isAllHeldBack(): bool {
  if (!isRequired) return false;
  for (let k = 0; k < kinds; k++) {
    if (load<u8>(cuttable + k) != 0 && surplus(k) > 0.0) return false;
  }
  return true;
}

export function enterHeadroom(): void {
  noteCuttable();
  required = cleared(vectorBytes);
  lacking = scratch(vectorBytes);
  for (let q = 0; q < quotas; q++) {
    const row = quotaRow(q);
    const counts = L.QUOTA_TOP | L.QUOTA_GUARANTEED;
    if ((load<i32>(row, L.QUOTA_FLAGS) & counts) != counts) continue;
    for (let k = 0; k < kinds; k++) {
      const o = <usize>k << 3;
      store<f64>(required + o, plus(load<f64>(required + o), missing(row, k)));
    }
  }
  checkRequired();
}

// @ts-ignore: decorator
@inline
function limitOf(row: usize, k: i32): f64 {
  return load<f64>(row + L.QUOTA_HEADER + vectorBytes + (<usize>k << 3));
}

// @ts-ignore: decorator
@inline
function consumedOf(row: usize, k: i32): f64 {
  return load<f64>(row + L.QUOTA_HEADER + 2 * vectorBytes + (<usize>k << 3));
}

/** What the limit leaves of a kind; Infinity without limit. */
export function withinLimit(row: usize, k: i32): f64 {
  const limit = limitOf(row, k);
  return limit == Infinity ? Infinity : minus(limit, consumedOf(row, k));
}

function missing(row: usize, k: i32): f64 {
  return minus(load<f64>(row + L.QUOTA_HEADER + (<usize>k << 3)), consumedOf(row, k));
}

/** Fills `lacking`; false if the guarantee is met. */
export function isLacking(row: usize): bool {
  let any = false;
  for (let k = 0; k < kinds; k++) {
    const rest = missing(row, k);
    store<f64>(lacking + (<usize>k << 3), rest);
    if (rest > 0.0) any = true;
  }
  return any;
}

// @ts-ignore: decorator
@inline
export function surplus(k: i32): f64 {
  const o = <usize>k << 3;
  return minus(load<f64>(headroom + o), load<f64>(required + o));
}

/** Part of what was held back is used for what it was held back for. */
export function release(guaranteed: usize): void {
  for (let k = 0; k < kinds; k++) {
    const o = <usize>k << 3;
    store<f64>(required + o, minus(load<f64>(required + o), load<f64>(guaranteed + o)));
  }
  checkRequired();
}

/** Charges headroom, and the role's quota and those above it. A role that no quota binds charges none (a quirk). */
export function consume(leaf: i32, amounts: usize): void {
  if (isRequired) {
    for (let k = 0; k < kinds; k++) {
      const o = <usize>k << 3;
      store<f64>(headroom + o, minus(load<f64>(headroom + o), load<f64>(amounts + o)));
    }
  }
  const own = load<i32>(link(leaf), L.LINK_QUOTA);
  if (own < 0) return;
  charge(own, amounts);
  let above = load<i32>(link(leaf), L.LINK_QUOTA_ABOVE);
  while (above >= 0) {
    charge(above, amounts);
    above = load<i32>(quotaRow(above), L.QUOTA_ABOVE);
  }
}

function charge(quota: i32, amounts: usize): void {
  const consumed = quotaRow(quota) + L.QUOTA_HEADER + 2 * vectorBytes;
  for (let k = 0; k < kinds; k++) {
    const o = <usize>k << 3;
    store<f64>(consumed + o, plus(load<f64>(consumed + o), load<f64>(amounts + o)));
  }
}

function checkRequired(): void {
  isRequired = false;
  for (let k = 0; k < kinds; k++) {
    if (load<f64>(required + (<usize>k << 3)) > 0.0) isRequired = true;
  }
}
