/**
 * The tree of a stage: root, role nodes, leaves and their clients, with only those that can be given something. A leaf that
 * is also an inner node is the leaf "." below it, as in Mesos.
 */
import * as L from "./layout";
import { entities, link, parentOf, quotaRow } from "./context";
import { isLacking } from "./headroom";
import { listOf, newList, push, remove, reposition, size } from "./order";
import { scratch } from "./chunk";

/** Entities granted something at this agent: they move when the agent is left. */
let touched: usize = 0;
let touchedCount: i32 = 0;

/** Builds the lists of a stage; false if nobody is in it. */
export function buildTree(firstStage: bool, only: i32): bool {
  touched = scratch(<usize>entities << 2);
  touchedCount = 0;
  for (let e = 0; e < entities; e++) {
    store<i32>(link(e), 0, L.LINK_LIVE);
    store<u32>(link(e), 0, L.LINK_LIST);
    const flags = load<i32>(link(e), L.LINK_FLAGS);
    store<i32>(link(e), flags & ~L.ENTITY_SORTED, L.LINK_FLAGS);
  }
  let any = false;
  for (let e = 0; e < entities; e++) {
    if (!isLive(e, firstStage, only)) continue;
    any = true;
    for (let at = parentOf(e); at != L.NO_ENTITY; at = parentOf(at)) {
      const live = load<i32>(link(at), L.LINK_LIVE);
      store<i32>(link(at), live + 1, L.LINK_LIVE);
      if (live != 0) break;
    }
  }
  if (!any) return false;
  for (let e = 0; e < entities; e++) {
    const live = load<i32>(link(e), L.LINK_LIVE);
    if (live > 0) store<u32>(link(e), <u32>newList(live), L.LINK_LIST);
  }
  for (let e = 0; e < entities; e++) {
    if (load<i32>(link(e), L.LINK_LIVE) == 0 && !isLive(e, firstStage, only)) continue;
    const parent = parentOf(e);
    if (parent != L.NO_ENTITY) push(listOf(parent), e);
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
    if (parent != L.NO_ENTITY) reposition(listOf(parent), e, times);
  }
  if (firstStage) {
    for (let i = 0; i < touchedCount; i++) {
      const e = load<i32>(touched + (<usize>i << 2));
      if ((load<i32>(link(e), L.LINK_FLAGS) & L.ENTITY_LEAF) == 0) continue;
      if (!isLacking(quotaRow(load<i32>(link(e), L.LINK_QUOTA)))) leave(e);
    }
  }
  touchedCount = 0;
}

/** Takes a node out, and the inner nodes above it below which nobody is left. */
function leave(node: i32): void {
  const parent = parentOf(node);
  if (parent == L.NO_ENTITY) return;
  remove(listOf(parent), node);
  if (size(listOf(parent)) == 0) leave(parent);
}
