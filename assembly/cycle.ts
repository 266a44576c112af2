/**
 * Who decides: one run of the hierarchical DRF allocator over the candidates.
 *
 *     stage 1   agents in random order; roles whose guarantee is not met, by share; their frameworks, by share:
 *               what the guarantee lacks, and with it what limits and headroom allow
 *     stage 2   agents in another random order; all roles, all frameworks:
 *               everything limits and headroom allow
 *
 * The order of roles stands still while an agent is visited, that of a role's frameworks too: lists change in `settle`.
 */
import * as L from "./layout";
import {
  agents, enterAgents, guard, indexAt, isEmpty, list as indexes, noteQuiet, quantityOf, quietSince, record, visit,
} from "./agent";
import { chooseFair, chooseGuaranteed, dropEmpty, enterChop } from "./chop";
import { cleared, resumeScratch, scratch, scratchAt, scratchChunk } from "./chunk";
import {
  enter, enterCopies, entities, kinds, link, quotaBytes, quotaRow, quotas, vectorBytes, word,
} from "./context";
import { reasonAgainst, reasonAgainstOffer } from "./feasible";
import { enterGrant, grantOffered, grantWhole } from "./grant";
import { enterHeadroom, isAllHeldBack, isLacking, isRequired, surplus, withinLimit } from "./headroom";
import { end, entityAt, listOf, next, size, sort } from "./order";
import { atMost } from "./quantity";
import { enterQuiet, isAsked, isQuietStill, passed, thisRun } from "./quiet";
import {
  drawLeaves, enterLottery, hasRandomFrameworks, hasRandomRoles, nextLeaf, seed, shuffle, shuffleClients,
} from "./random";
import { enterRows, leaveRows } from "./rows";
import { isBefore } from "./share";
import { buildTree, everyoneNeedsScalars, settle } from "./tree";

const ROOT = 0;

/** Copies what the master may change while the cycle runs. On the master's thread. */
export function prepareCycle(address: usize): void {
  enter(address);
  resumeScratch(word(L.H_SCRATCH), 0);
  const e = <usize>entities, r = word(L.H_ROLES);
  store<u32>(address, <u32>copy(word(L.H_LIVE_TOTAL), e * vectorBytes), L.H_TOTAL);
  store<u32>(address, <u32>copy(word(L.H_LIVE_KEYS), e * L.KEY_BYTES), L.H_KEYS);
  store<u32>(address, <u32>copy(word(L.H_LIVE_LINKS), e * L.LINK_BYTES), L.H_LINKS);
  store<u32>(address, <u32>copy(word(L.H_LIVE_ROLE_PARENT), r << 2), L.H_ROLE_PARENT);
  store<u32>(address, <u32>copy(word(L.H_LIVE_QUOTA), <usize>quotas * quotaBytes), L.H_QUOTA);
  store<u32>(address, <u32>copy(word(L.H_LIVE_CLUSTER), vectorBytes), L.H_CLUSTER);
  store<u32>(address, <u32>copy(word(L.H_LIVE_HEADROOM), vectorBytes), L.H_HEADROOM);
  store<u32>(address, <u32>scratchChunk(), L.H_SCRATCH_CHUNK);
  store<u32>(address, <u32>scratchAt(), L.H_SCRATCH_AT);
}

function copy(from: usize, bytes: usize): usize {
  const to = scratch(bytes);
  memory.copy(to, from, bytes);
  return to;
}

function enterCycle(address: usize): void {
  enter(address);
  resumeScratch(word(L.H_SCRATCH_CHUNK), word(L.H_SCRATCH_AT));
  enterCopies();
  enterAgents();
  enterHeadroom();
  enterQuiet();
  enterChop(<i32>word(L.H_MAX_EXTRAS));
  enterGrant();
  enterRows();
  enterLottery();
}

export function runCycle(address: usize): i32 {
  enterCycle(address);
  const only = <i32>word(L.H_ONLY) - 1;
  if (agents > 0) {
    seed(<u32>word(L.H_SEED));
    const order = scratch(<usize>agents << 2);
    memory.copy(order, indexes, <usize>agents << 2);
    const given = word(L.H_ORDER_1) != 0;
    if (buildTree(true, only)) {
      if (!given) shuffle(order, agents);
      visitAll(given ? word(L.H_ORDER_1) : order, true);
    }
    if (buildTree(false, only)) {
      if (!given) shuffle(order, agents);
      visitAll(given ? word(L.H_ORDER_2) : order, false);
    }
  }
  leaveRows();
  return 0;
}

/** One bit per client that takes part; how many refusals have been met at this agent. */
let live: usize = 0;
let refusals: i32 = 0;
/** So many refusals are met one by one before looking whether everybody has refused. */
const PATIENCE = 8;
/** Has the agent things that limits and headroom do not touch, and that are scalars? */
let isSpecial: bool = false;
/** Would no open client have all that is left of this agent, as far as has been seen? */
let isQuiet: bool = false;
/** The run since which it is quiet. */
let quiet: i32 = 0;

function visitAll(order: usize, firstStage: bool): void {
  if (!firstStage) live = liveBits();
  // With draws all is done as if nobody were quiet: how many are drawn depends on who is asked.
  const mayPass = !firstStage && passed != i32.MAX_VALUE;
  quiet = 0;
  for (let i = 0; i < agents; i++) {
    const agent = load<i32>(order + (<usize>i << 2));
    if (mayPass) {
      quiet = quietSince(agent);
      if (quiet >= passed) continue;
    }
    visit(agent);
    if (mayPass && isQuietStill(quiet)) {
      noteQuiet(thisRun());
      continue;
    }
    if (isEmpty()) continue;
    refusals = 0;
    isQuiet = true;
    isSpecial = (load<i32>(record, L.RECORD_FLAGS) & L.RECORD_SPECIAL) != 0;
    if (!firstStage && !isSpecial && everyoneNeedsScalars && isAllHeldBack()) continue;
    if (hasRandomRoles()) visitAtRandom(firstStage);
    else visitNode(ROOT, firstStage);
    settle(firstStage);
    if (mayPass && isQuiet && !isSpecial) noteQuiet(thisRun());
  }
}

function liveBits(): usize {
  const words = (word(L.H_BITS) + 63) >>> 6;
  const bits = cleared((words + 1) << 3);
  store<u32>(bits, <u32>words);
  for (let e = 0; e < entities; e++) {
    const wanted = L.ENTITY_CLIENT | L.ENTITY_ACTIVE | L.ENTITY_USED;
    if ((load<i32>(link(e), L.LINK_FLAGS) & wanted) != wanted) continue;
    const bit = load<i32>(link(e), L.LINK_BIT);
    const at = bits + 8 + (<usize>(bit >>> 6) << 3);
    store<u64>(at, load<u64>(at) | ((<u64>1) << <u64>(bit & 63)));
  }
  return bits;
}

/** Has everybody a filter here that covers the agent? */
function isAllFiltered(): bool {
  const known = load<i32>(guard, L.GUARD_WORDS), words = <i32>load<u32>(live);
  const mask = <usize>load<u32>(guard, L.GUARD_MASK);
  for (let i = 0; i < words; i++) {
    const certain = i < known ? load<u64>(mask + <usize>i * L.MASK_PAIR) : 0;
    if ((load<u64>(live + 8 + (<usize>i << 3)) & ~certain) != 0) return false;
  }
  return true;
}

/** Visits all leaves in the order of a lottery. */
function visitAtRandom(firstStage: bool): void {
  for (let left = drawLeaves(); left > 0; left--) {
    if (visitNode(nextLeaf(), firstStage)) return;
  }
}

/** Visits a node's children by share; true when nothing is left of the agent. */
function visitNode(node: i32, firstStage: bool): bool {
  const list = listOf(node);
  if (list == 0) return false;
  const flagsOf = load<i32>(link(node), L.LINK_FLAGS);
  const spent = <usize>load<u32>(link(node), L.LINK_SPENT);
  if ((flagsOf & L.ENTITY_LEAF) != 0 && hasRandomFrameworks()) {
    shuffleClients(list);
  } else if ((flagsOf & L.ENTITY_SORTED) == 0) {
    sort(list);
    if (spent != 0) sort(spent);
    store<i32>(link(node), flagsOf | L.ENTITY_SORTED, L.LINK_FLAGS);
  }
  if (flagsOf & L.ENTITY_LEAF) return firstStage ? visitGuaranteed(node, list) : visitFair(node, list);
  if (spent != 0 && isSpecial && size(spent) > 0) return visitBoth(list, spent);
  for (let place = 0, last = end(list); place < last; place = next(list, place)) {
    if (visitNode(entityAt(list, place), firstStage)) return true;
  }
  return false;
}

/** Second stage, an agent with special things: children that are spent take their turn as well. */
function visitBoth(list: usize, spent: usize): bool {
  let left = 0, right = 0;
  const leftEnd = end(list), rightEnd = end(spent);
  while (left < leftEnd || right < rightEnd) {
    const takeLeft = left < leftEnd && (right >= rightEnd || isBefore(entityAt(list, left), entityAt(spent, right)));
    const child = takeLeft ? entityAt(list, left) : entityAt(spent, right);
    if (takeLeft) left = next(list, left);
    else right = next(spent, right);
    if (visitNode(child, false)) return true;
  }
  return false;
}

function visitGuaranteed(leaf: i32, list: usize): bool {
  const quota = quotaRow(load<i32>(link(leaf), L.LINK_QUOTA));
  if (!isLacking(quota)) return false;
  for (let place = 0, last = end(list); place < last; place = next(list, place)) {
    const client = entityAt(list, place);
    if (examineGuaranteed(leaf, client) != 0) continue;
    grantOffered(leaf, client, true);
    if (isEmpty()) return true;
    if (!isLacking(quota)) return false;
  }
  return false;
}

function visitFair(leaf: i32, list: usize): bool {
  let isKnown = false, whole = false;
  for (let place = 0, last = end(list); place < last; place = next(list, place)) {
    const client = entityAt(list, place);
    if (quiet > 0 && isAsked(client, quiet)) continue;
    const against = reasonAgainst(client);
    if (against == L.REASON_REFUSED && ++refusals == PATIENCE && isAllFiltered()) return true;
    if (against != 0) continue;
    if (!isKnown) whole = isWholeAllowed(leaf);
    isKnown = true;
    if (!whole) isQuiet = false;
    if (reasonAgainstFair(leaf, client, whole) != 0) continue;
    isQuiet = false;
    if (whole) {
      grantWhole(leaf, client);
      return true;
    }
    grantOffered(leaf, client, false);
    if (isEmpty()) return true;
    isKnown = false;
  }
  return false;
}

function examineGuaranteed(leaf: i32, client: i32): i32 {
  let reason = reasonAgainst(client);
  if (reason == 0) reason = chooseGuaranteed(leaf, client);
  if (reason != 0) return reason;
  dropEmpty();
  return reasonAgainstOffer(client, false, true);
}

function examineFair(leaf: i32, client: i32): i32 {
  const against = reasonAgainst(client);
  return against != 0 ? against : reasonAgainstFair(leaf, client, isWholeAllowed(leaf));
}

function reasonAgainstFair(leaf: i32, client: i32, whole: bool): i32 {
  const reason = whole ? 0 : chooseFair(leaf, client);
  return reason != 0 ? reason : reasonAgainstOffer(client, whole, false);
}

/** Would all that is left be offered to the role as it is: nothing special in it, and within limits and headroom? */
function isWholeAllowed(leaf: i32): bool {
  if (load<i32>(record, L.RECORD_FLAGS) & L.RECORD_SPECIAL) return false;
  const all = quantityOf(record);
  if (isRequired) {
    for (let k = 0; k < kinds; k++) {
      const value = load<f64>(all + (<usize>k << 3));
      if (value > 0.0 && !atMost(value, surplus(k))) return false;
    }
  }
  const quota = load<i32>(link(leaf), L.LINK_QUOTA);
  if (quota < 0 || (load<i32>(quotaRow(quota), L.QUOTA_FLAGS) & L.QUOTA_LIMITED) == 0) return true;
  for (let k = 0; k < kinds; k++) {
    const value = load<f64>(all + (<usize>k << 3));
    if (value > 0.0 && !atMost(value, withinLimit(quotaRow(quota), k))) return false;
  }
  return true;
}

/**
 * Would the client be offered each agent of this cycle if it were its turn first? Writes 0 or the reason why not per
 * agent. Stage 1 counts: a role with a guarantee gets there what headroom would deny it in stage 2.
 */
export function explainClient(address: usize, client: i32, reasons: usize): void {
  enterCycle(address);
  const leaf = load<i32>(link(client), L.LINK_PARENT);
  const quota = load<i32>(link(leaf), L.LINK_QUOTA);
  const lacks = quota >= 0 && (load<i32>(quotaRow(quota), L.QUOTA_FLAGS) & L.QUOTA_GUARANTEED) != 0 &&
    isLacking(quotaRow(quota));
  for (let i = 0; i < agents; i++) {
    visit(indexAt(i));
    let reason = isEmpty() ? L.REASON_NOTHING_LEFT : 0;
    if (reason == 0 && !(lacks && examineGuaranteed(leaf, client) == 0)) {
      reason = examineFair(leaf, client);
    }
    store<i32>(reasons + (<usize>i << 2), reason);
  }
}
