/**
 * Cutting offers to size (ALC-04 to 06): unreserved, not revocable scalars are cut to quota limits and headroom; all
 * else is offered whole or not at all. Of several things of one name the plain one is cut first, then the extras in
 * their order.
 */
import * as L from "./layout";
import {
  chosen, extra, extraCount, isCuttable, offered, plainOf, record, values,
} from "./agent";
import { isStrict, kinds, link, quotaRow, roleParents, vectorBytes } from "./context";
import { cleared, scratch } from "./chunk";
import { isRequired, lacking, surplus, withinLimit } from "./headroom";
import { atMost, milli, minus, plus } from "./quantity";

/** What of the offer counts against quota, and what of that is for the guarantee: both per kind. */
export let consuming: usize = 0;
export let guaranteed: usize = 0;

let budget: usize = 0;
let guaranteedPlain: usize = 0;
let guaranteedValues: usize = 0;

export function enterChop(maxExtras: usize): void {
  consuming = cleared(vectorBytes);
  guaranteed = cleared(vectorBytes);
  budget = scratch(vectorBytes);
  guaranteedPlain = scratch(vectorBytes);
  guaranteedValues = scratch((maxExtras + 1) << 3);
}

/** May something reserved for one role be offered to the other: is it the same or one above? */
function reaches(reserved: i32, role: i32): bool {
  for (let at = role; at >= 0; at = load<i32>(roleParents + (<usize>at << 2))) {
    if (at == reserved) return true;
  }
  return false;
}

/**
 * Chooses of the record what the client could be given at all. `ownOnly`: of reserved scalars just those for the role
 * itself. Returns 0 or the reason why there is nothing.
 */
function choose(leaf: i32, client: i32, ownOnly: bool): i32 {
  const role = load<i32>(link(leaf), L.LINK_ROLE), has = load<i32>(link(client), L.LINK_HAS);
  const reservedScalar = L.EXTRA_RESERVED | L.EXTRA_SCALAR;
  let left = 0, forRole = 0;
  for (let k = 0; k < kinds; k++) {
    const value = load<f64>(plainOf(record) + (<usize>k << 3));
    store<f64>(offered + (<usize>k << 3), value);
    if (value > 0.0) left++;
  }
  forRole = left;
  for (let i = 0, n = extraCount(record); i < n; i++) {
    store<u8>(chosen + i, 0);
    const x = extra(record, i);
    const flags = load<i32>(x, L.EXTRA_FLAGS);
    if (flags & L.EXTRA_TAKEN) continue;
    if ((flags & L.EXTRA_RESERVED) != 0 && !reaches(load<i32>(x, L.EXTRA_ROLE), role)) continue;
    forRole++;
    if ((flags & L.EXTRA_SHARED) != 0 && (has & L.HAS_SHARED) == 0) continue;
    if ((flags & L.EXTRA_REVOCABLE) != 0 && (has & L.HAS_REVOCABLE) == 0) continue;
    if ((flags & L.EXTRA_REFINED) != 0 && (has & L.HAS_REFINED) == 0) continue;
    const isReservedScalar = (flags & (reservedScalar | L.EXTRA_REVOCABLE)) == reservedScalar;
    if (ownOnly && isReservedScalar && load<i32>(x, L.EXTRA_ROLE) != role) continue;
    store<u8>(chosen + i, 1);
    store<f64>(values + (<usize>i << 3), load<f64>(x, L.EXTRA_VALUE));
    left++;
  }
  return forRole == 0 ? L.REASON_NOTHING_FOR_ROLE : left == 0 ? L.REASON_CAPABILITIES : 0;
}

/** Second stage: everything reserved or not a scalar, the rest under limits and headroom. */
export function chooseFair(leaf: i32, client: i32): i32 {
  const reason = choose(leaf, client, false);
  if (reason != 0) return reason;
  const limited = applyLimits(leaf, false);
  const held = applyHeadroom();
  count(consuming, offered, values);
  if (isNothing()) return held ? L.REASON_HEADROOM : limited ? L.REASON_QUOTA_LIMIT : L.REASON_NOTHING_FOR_ROLE;
  return 0;
}

/**
 * First stage: what the guarantee lacks, then the same as in the second stage. Nothing at all without some of the
 * former.
 */
export function chooseGuaranteed(leaf: i32, client: i32): i32 {
  const reason = choose(leaf, client, !isStrict());
  if (reason != 0) return reason;
  memory.copy(budget, lacking, vectorBytes);
  let progress = false;
  for (let k = 0; k < kinds; k++) {
    const o = <usize>k << 3;
    const value = load<f64>(offered + o);
    const part = cut(value, o);
    store<f64>(guaranteedPlain + o, part);
    store<f64>(offered + o, minus(value, part));
    if (part > 0.0) progress = true;
  }
  const n = extraCount(record);
  for (let i = 0; i < n; i++) {
    const o = <usize>i << 3;
    store<f64>(guaranteedValues + o, 0.0);
    if (!isCut(i)) continue;
    const x = extra(record, i), value = load<f64>(values + o);
    const part = cutExtra(x, value);
    store<f64>(guaranteedValues + o, part);
    store<f64>(values + o, minus(value, part));
    if (part > 0.0) progress = true;
  }
  if (!progress) return L.REASON_NOTHING_FOR_ROLE;
  count(guaranteed, guaranteedPlain, guaranteedValues);
  applyLimits(leaf, true);
  applyHeadroom();
  for (let k = 0; k < kinds; k++) {
    const o = <usize>k << 3;
    store<f64>(offered + o, plus(load<f64>(guaranteedPlain + o), load<f64>(offered + o)));
  }
  for (let i = 0; i < n; i++) {
    if (load<u8>(chosen + i) == 0 || !isCuttable(load<i32>(extra(record, i), L.EXTRA_FLAGS))) continue;
    const o = <usize>i << 3;
    store<f64>(values + o, plus(load<f64>(guaranteedValues + o), load<f64>(values + o)));
  }
  count(consuming, offered, values);
  return 0;
}

/** Cuts to what the limits leave; says whether that took anything. */
function applyLimits(leaf: i32, afterGuaranteed: bool): bool {
  const quota = load<i32>(link(leaf), L.LINK_QUOTA);
  if (quota < 0 || (load<i32>(quotaRow(quota), L.QUOTA_FLAGS) & L.QUOTA_LIMITED) == 0) return false;
  for (let k = 0; k < kinds; k++) {
    const o = <usize>k << 3;
    const rest = withinLimit(quotaRow(quota), k);
    const guarantees = afterGuaranteed ? load<f64>(guaranteed + o) : 0.0;
    store<f64>(budget + o, rest == Infinity ? Infinity : minus(rest, guarantees));
  }
  return applyBudget();
}

/** Cuts to what there is beyond what is held back for guarantees; says whether that took anything. */
function applyHeadroom(): bool {
  if (!isRequired) return false;
  for (let k = 0; k < kinds; k++) store<f64>(budget + (<usize>k << 3), surplus(k));
  return applyBudget();
}

function applyBudget(): bool {
  let took = false;
  for (let k = 0; k < kinds; k++) {
    const o = <usize>k << 3;
    const value = load<f64>(offered + o);
    if (value == 0.0) continue;
    const part = cut(value, o);
    if (part != value) took = true;
    store<f64>(offered + o, part);
  }
  for (let i = 0, n = extraCount(record); i < n; i++) {
    if (!isCut(i)) continue;
    const o = <usize>i << 3;
    const value = load<f64>(values + o);
    const part = cutExtra(extra(record, i), value);
    if (part != value) took = true;
    store<f64>(values + o, part);
  }
  return took;
}

function isCut(i: i32): bool {
  return load<u8>(chosen + i) != 0 && load<f64>(values + (<usize>i << 3)) > 0.0 &&
    isCuttable(load<i32>(extra(record, i), L.EXTRA_FLAGS));
}

/** At most what the budget has of the kind, and takes it from there. */
function cut(value: f64, o: usize): f64 {
  const rest = load<f64>(budget + o);
  if (rest == Infinity) return value;
  if (atMost(value, rest)) {
    store<f64>(budget + o, minus(rest, value));
    return value;
  }
  store<f64>(budget + o, 0.0);
  return milli(rest) == 0.0 ? 0.0 : rest;
}

function cutExtra(x: usize, value: f64): f64 {
  const o = <usize>load<i32>(x, L.EXTRA_KIND) << 3;
  if ((load<i32>(x, L.EXTRA_FLAGS) & L.EXTRA_WHOLE) != 0 && !atMost(value, load<f64>(budget + o))) return 0.0;
  return cut(value, o);
}

/** Sums the cuttable part of an offer into a vector. */
function count(into: usize, plain: usize, extras: usize): void {
  memory.copy(into, plain, vectorBytes);
  for (let i = 0, n = extraCount(record); i < n; i++) {
    const x = extra(record, i);
    if (load<u8>(chosen + i) == 0 || !isCuttable(load<i32>(x, L.EXTRA_FLAGS))) continue;
    const o = into + (<usize>load<i32>(x, L.EXTRA_KIND) << 3);
    store<f64>(o, plus(load<f64>(o), load<f64>(extras + (<usize>i << 3))));
  }
}

/** Leaves out extras that were cut to nothing; is anything left? */
function isNothing(): bool {
  let nothing = true;
  for (let k = 0; k < kinds; k++) {
    if (load<f64>(offered + (<usize>k << 3)) > 0.0) nothing = false;
  }
  for (let i = 0, n = extraCount(record); i < n; i++) {
    if (load<u8>(chosen + i) == 0) continue;
    if (load<f64>(values + (<usize>i << 3)) > 0.0) nothing = false;
    else store<u8>(chosen + i, 0);
  }
  return nothing;
}

/** Leaves out extras that were cut to nothing. */
export function dropEmpty(): void {
  isNothing();
}
