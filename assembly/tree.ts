/**
 * The tree of a stage: root, role nodes, leaves and their clients, with only those that can be given something. A
 * leaf that is also an inner node is the leaf "." below it, as in Mesos.
 */
import * as L from "./layout";
import { entities, link, parentOf, quotaRow, quotas } from "./context";
import { isHopeless, isLacking, isLimited, isSpent } from "./headroom";
import { countGrants, end, entityAt, listOf, moveTo, newList, next, push, remove, reposition, size } from "./order";
import { close, findPassed, noteClosed, noteOpen } from "./quiet";
import { scratch } from "./chunk";
import { hasRandomFrameworks, hasRandomRoles } from "./random";
import { refreshShare } from "./share";

/** Entities granted something at this agent: they move when the agent is left. */
let touched: usize = 0;
let touchedCount: i32 = 0;
/** Does nobody in this stage take offers without scalars? */
export let everyoneNeedsScalars: bool = true;

/** Builds the lists of a stage; false if nobody is in it. */
export function buildTree(firstStage: bool, only: i32): bool {
  touched = scratch(<usize>entities << 2);
  touchedCount = 0;
  everyoneNeedsScalars = true;
  for (let e = 0; e < entities; e++) {
    store<i32>(link(e), 0, L.LINK_LIVE);
    store<u32>(link(e), 0, L.LINK_LIST);
    store<u32>(link(e), 0, L.LINK_SPENT);
    const flags = load<i32>(link(e), L.LINK_FLAGS);
    if (flags & L.ENTITY_CLIENT) store<i32>(link(e), flags & ~L.ENTITY_SORTED, L.LINK_FLAGS);
    else store<i32>(link(e), (flags & ~(L.ENTITY_SORTED | L.ENTITY_SPENT)) | L.ENTITY_NEEDS_SCALARS, L.LINK_FLAGS);
    if (flags & L.ENTITY_LEAF) store<i32>(link(e), 0, L.LINK_HOPE);
  }
  let any = false;
  for (let e = 0; e < entities; e++) {
    if (!isLive(e, firstStage, only)) continue;
    any = true;
    if ((load<i32>(link(e), L.LINK_FLAGS) & L.ENTITY_NEEDS_SCALARS) == 0) {
      everyoneNeedsScalars = false;
      const leaf = link(parentOf(e));
      store<i32>(leaf, load<i32>(leaf, L.LINK_FLAGS) & ~L.ENTITY_NEEDS_SCALARS, L.LINK_FLAGS);
    }
    for (let at = parentOf(e); at != L.NO_ENTITY; at = parentOf(at)) {
      const live = load<i32>(link(at), L.LINK_LIVE);
      store<i32>(link(at), live + 1, L.LINK_LIVE);
      if (live != 0) break;
    }
  }
  if (!any) return false;
  for (let e = 0; e < entities; e++) {
    const live = load<i32>(link(e), L.LINK_LIVE);
    if (live == 0) continue;
    store<u32>(link(e), <u32>newList(live), L.LINK_LIST);
    if (!firstStage && quotas > 0) store<u32>(link(e), <u32>newList(live), L.LINK_SPENT);
  }
  for (let e = 0; e < entities; e++) {
    if ((load<i32>(link(e), L.LINK_FLAGS) & L.ENTITY_CLIENT) == 0) continue;
    const takesPart = isLive(e, firstStage, only);
    if (takesPart) push(listOf(parentOf(e)), e);
    if (firstStage) continue;
    if (takesPart) noteOpen(e);
    else noteClosed(e);
  }
  for (let e = 0; e < entities; e++) {
    const parent = parentOf(e);
    if (load<i32>(link(e), L.LINK_LIVE) == 0 || parent == L.NO_ENTITY) continue;
    if (!firstStage && becomesSpent(e)) {
      close(listOf(e));
      push(load<u32>(link(parent), L.LINK_SPENT), e);
    } else {
      push(listOf(parent), e);
    }
  }
  if (!firstStage) findPassed();
  return true;
}

/**
 * Marks a leaf whose limits leave nothing that its clients could be offered of an agent with nothing but plain things:
 * such agents pass it by without a look.
 */
function becomesSpent(e: i32): bool {
  const at = link(e);
  if ((load<i32>(at, L.LINK_FLAGS) & (L.ENTITY_LEAF | L.ENTITY_SPENT)) != L.ENTITY_LEAF) return false;
  if (hasRandomRoles()) return false;
  const quota = load<i32>(at, L.LINK_QUOTA);
  const needsScalars = (load<i32>(at, L.LINK_FLAGS) & L.ENTITY_NEEDS_SCALARS) != 0;
  if (!(needsScalars && isSpent(quota)) && !areAllHopeless(e, quota)) return false;
  store<i32>(at, load<i32>(at, L.LINK_FLAGS) | L.ENTITY_SPENT, L.LINK_FLAGS);
  return true;
}

/** Do the limits leave less than the minimum of every client? Each draw at a visited leaf counts, so not with draws. */
function areAllHopeless(leaf: i32, quota: i32): bool {
  if (!isLimited(quota) || hasRandomFrameworks()) return false;
  const known = load<i32>(link(leaf), L.LINK_HOPE);
  if (known != 0 && !isHopeless(known, quota)) return false;
  const list = listOf(leaf);
  for (let place = 0, last = end(list); place < last; place = next(list, place)) {
    const client = entityAt(list, place);
    if (isHopeless(client, quota)) continue;
    store<i32>(link(leaf), client, L.LINK_HOPE);
    return false;
  }
  return true;
}

function isLive(e: i32, firstStage: bool, only: i32): bool {
  const wanted = L.ENTITY_CLIENT | L.ENTITY_ACTIVE | L.ENTITY_USED;
  if ((load<i32>(link(e), L.LINK_FLAGS) & wanted) != wanted) return false;
  if (only != L.NO_ENTITY && e != only) return false;
  if (!firstStage) return true;
  const quota = load<i32>(link(parentOf(e)), L.LINK_QUOTA);
  if (quota < 0 || (load<i32>(quotaRow(quota), L.QUOTA_FLAGS) & L.QUOTA_GUARANTEED) == 0) return false;
  return isLacking(quotaRow(quota));
}

/** The client and all above it have been granted something once more. */
export function touch(client: i32): void {
  for (let at = client; at != L.NO_ENTITY; at = parentOf(at)) {
    const times = load<i32>(link(at), L.LINK_TOUCHED);
    store<i32>(link(at), times + 1, L.LINK_TOUCHED);
    if (times != 0) continue;
    store<i32>(touched + (<usize>touchedCount << 2), at);
    touchedCount++;
  }
}

/** Moves those touched to their places; leaves whose guarantee is met leave the first stage. */
export function settle(firstStage: bool): void {
  for (let i = 0; i < touchedCount; i++) {
    const e = load<i32>(touched + (<usize>i << 2));
    const times = load<i32>(link(e), L.LINK_TOUCHED);
    store<i32>(link(e), 0, L.LINK_TOUCHED);
    const parent = parentOf(e);
    if (parent == L.NO_ENTITY) continue;
    if (isDrawn(e)) {
      countGrants(e, times);
    } else if (load<i32>(link(e), L.LINK_FLAGS) & L.ENTITY_SPENT) {
      putInPlace(load<u32>(link(parent), L.LINK_SPENT), listOf(parent), e, times);
    } else if (!firstStage && quotas > 0 && becomesSpent(e)) {
      close(listOf(e));
      moveTo(listOf(parent), load<u32>(link(parent), L.LINK_SPENT), e, times);
    } else {
      putInPlace(listOf(parent), load<u32>(link(parent), L.LINK_SPENT), e, times);
    }
  }
  if (firstStage && !hasRandomRoles()) {
    for (let i = 0; i < touchedCount; i++) {
      const e = load<i32>(touched + (<usize>i << 2));
      if ((load<i32>(link(e), L.LINK_FLAGS) & L.ENTITY_LEAF) == 0) continue;
      if (!isLacking(quotaRow(load<i32>(link(e), L.LINK_QUOTA)))) leave(e);
    }
  }
  touchedCount = 0;
}

/** Moves it to where it belongs. Alone in its list it is still compared with siblings in the other one, if there are. */
function putInPlace(list: usize, others: usize, e: i32, times: i32): void {
  reposition(list, e, times);
  if (size(list) == 1 && others != 0 && size(others) > 0) refreshShare(e);
}

/** Is its place among its siblings a matter of chance, not of its share? */
function isDrawn(e: i32): bool {
  return load<i32>(link(e), L.LINK_FLAGS) & L.ENTITY_CLIENT ? hasRandomFrameworks() : hasRandomRoles();
}

/** Takes a node out, and the inner nodes above it below which nobody is left. */
function leave(node: i32): void {
  const parent = parentOf(node);
  if (parent == L.NO_ENTITY) return;
  remove(listOf(parent), node);
  if (size(listOf(parent)) == 0) leave(parent);
}
