/** May this client be offered this agent? 0 or the reason why not: what the cycle tests is what explain prints. */
import * as L from "./layout";
import { chosen, extra, extraCount, index, isCuttable, needs, offered, plainOf, record, values } from "./agent";
import { filters, kinds, link } from "./context";
import { hasFilter, isCertain, isRefused } from "./filters";

/** Reasons that do not depend on what is left of the agent, except the mask's: the cheapest first. */
export function reasonAgainst(client: i32): i32 {
  const at = link(client);
  if (isCertain(load<i32>(at, L.LINK_BIT))) return L.REASON_REFUSED;
  const lacks = needs & ~load<i32>(at, L.LINK_HAS);
  if (lacks != 0) {
    if (lacks & L.NEED_GPU) return L.REASON_GPU;
    if (lacks & L.NEED_REGION) return L.REASON_REGION;
    return lacks & L.NEED_SINGLE_ROLE ? L.REASON_AGENT_NOT_MULTI_ROLE : L.REASON_AGENT_NOT_HIERARCHICAL;
  }
  const excluded = <usize>load<u32>(at, L.LINK_EXCLUDED);
  if (excluded != 0 && ((load<u8>(excluded + (index >>> 3)) >>> <u8>(index & 7)) & 1) != 0) return L.REASON_CONSTRAINTS;
  return 0;
}

/** Reasons against the offer made up, or (whole) against all that is left. */
export function reasonAgainstOffer(client: i32, whole: bool, firstStage: bool): i32 {
  const at = link(client);
  const minimum = <usize>load<u32>(at, L.LINK_MINIMUM);
  if (minimum != 0 && !holdsMinimum(minimum, whole, firstStage)) return L.REASON_BELOW_MINIMUM;
  const bit = load<i32>(at, L.LINK_BIT);
  if (hasFilter(bit) && isRefused(filters, bit, whole)) return L.REASON_REFUSED;
  return 0;
}

/**
 * Does the offer hold one of the alternatives? Raw doubles are subtracted one after the other, as Mesos does
 * (ALC-39).
 */
function holdsMinimum(minimum: usize, whole: bool, firstStage: bool): bool {
  let at = minimum + L.MINIMUM_HEADER;
  for (let i = load<i32>(minimum, L.MINIMUM_COUNT); i > 0; i--) {
    const pairs = load<i32>(at);
    at += 8;
    let holds = true;
    for (let j = 0; j < pairs; j++, at += L.PAIR_BYTES) {
      const amount = load<f64>(at, L.PAIR_VALUE);
      if (holds && lacks(load<i32>(at, L.PAIR_KIND), amount, whole, firstStage) > 0.0) holds = false;
    }
    if (holds) return true;
  }
  return false;
}

/** What the offer lacks of an amount. In the order Mesos has them: first stage cut ones first, second stage last. */
function lacks(kind: i32, amount: f64, whole: bool, firstStage: bool): f64 {
  if (kind < kinds && load<f64>((whole ? plainOf(record) : offered) + (<usize>kind << 3)) >= amount) return 0.0;
  let rest = amount;
  if (!firstStage) rest = minusExtras(kind, rest, whole, false);
  if (rest > 0.0 && kind < kinds) {
    rest -= load<f64>((whole ? plainOf(record) : offered) + (<usize>kind << 3));
  }
  rest = minusExtras(kind, rest, whole, true);
  if (firstStage) rest = minusExtras(kind, rest, whole, false);
  return rest;
}

function minusExtras(kind: i32, amount: f64, whole: bool, cuttable: bool): f64 {
  let rest = amount;
  for (let i = 0, n = extraCount(record); i < n && rest > 0.0; i++) {
    const x = extra(record, i);
    const flags = load<i32>(x, L.EXTRA_FLAGS);
    if (load<i32>(x, L.EXTRA_KIND) != kind || isCuttable(flags) != cuttable) continue;
    if (whole ? (flags & L.EXTRA_TAKEN) != 0 : load<u8>(chosen + i) == 0) continue;
    rest -= whole ? load<f64>(x, L.EXTRA_VALUE) : load<f64>(values + (<usize>i << 3));
  }
  return rest;
}
