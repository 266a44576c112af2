/**
 * Agents that are passed by without a look. In a large cluster most agents have been refused by all who want offers,
 * and between two cycles little changes.
 *
 * A client is open while it takes part and the limits of its role may let it have something (tree.ts). When an agent
 * is visited and every open client either cannot have it at all or would not even have all that is left of it, be the
 * limits what they may, the agent is quiet since this run. Whatever is less than that would not be offered either, and
 * so it remains until the agent changes, or a filter of it goes: then it is not quiet any more. It may be passed by if
 * all who are open now were so, as they are now, in all of the run since which it is quiet: those were asked then.
 */
import * as L from "./layout";
import { scratch } from "./chunk";
import { entities, flags, link, word } from "./context";
import { isCertain } from "./filters";
import { end, entityAt, next } from "./order";

/** Number of the run. */
let run: i32 = 0;
/** Of those who are open: how many, how many of them since this run only, and the last run since which others are. */
let open: i32 = 0;
let fresh: i32 = 0;
let latest: i32 = 0;
/** The fresh ones; each knows its place. */
let freshOnes: usize = 0;
/** If there are no more fresh ones, it is looked up whether an agent is refused by all of them. */
const FEW: i32 = 8;

/** Agents that are quiet since this run or a later one may be passed by. Never those at which there are draws. */
export let passed: i32 = 0;

export function enterQuiet(): void {
  run = <i32>word(L.H_RUN);
  open = 0;
  fresh = 0;
  latest = 0;
  freshOnes = scratch(<usize>entities << 2);
}

/** A client takes part. */
export function noteOpen(client: i32): void {
  const since = load<i32>(link(client), L.LINK_SINCE);
  open++;
  if (since >= run) putFresh(client, fresh++);
  else if (since > latest) latest = since;
}

function putFresh(client: i32, place: i32): void {
  store<i32>(freshOnes + (<usize>place << 2), client);
  store<i32>(link(client), place, L.LINK_FRESH);
}

// @ts-ignore: decorator
@inline
function freshAt(place: i32): i32 {
  return load<i32>(freshOnes + (<usize>place << 2));
}

/** A client does not take part. */
export function noteClosed(client: i32): void {
  store<i32>(link(client), run + 1, L.LINK_SINCE);
}

/** Was it asked already, as it is now, in the run since which an agent is quiet? */
// @ts-ignore: decorator
@inline
export function isAsked(client: i32, quietSince: i32): bool {
  return load<i32>(link(client), L.LINK_SINCE) <= quietSince;
}

/** Nobody of this list is open any more in this run. */
export function close(clients: usize): void {
  for (let place = 0, last = end(clients); place < last; place = next(clients, place)) {
    const client = entityAt(clients, place);
    open--;
    // The last takes its place.
    if (load<i32>(link(client), L.LINK_SINCE) >= run) putFresh(freshAt(--fresh), load<i32>(link(client), L.LINK_FRESH));
    noteClosed(client);
  }
  findPassed();
}

/** All clients have been noted. */
export function findPassed(): void {
  if (flags & (L.FLAG_RANDOM_ROLES | L.FLAG_RANDOM_FRAMEWORKS)) passed = i32.MAX_VALUE;
  else passed = fresh > 0 ? run : open > 0 ? latest : 0;
}

/** Is an agent that is quiet since this run refused by those who were not asked then, and they are few? */
export function isQuietStill(quietSince: i32): bool {
  if (quietSince < latest || quietSince <= 0 || fresh > FEW) return false;
  for (let i = 0; i < fresh; i++) {
    if (!isCertain(load<i32>(link(freshAt(i)), L.LINK_BIT))) return false;
  }
  return true;
}

export function thisRun(): i32 {
  return run;
}
