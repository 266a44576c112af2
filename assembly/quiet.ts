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
import { flags, link, word } from "./context";
import { end, entityAt, next } from "./order";

/** Number of the run. */
let run: i32 = 0;
/** Of those who are open: how many, how many of them since this run only, and the last run since which others are. */
let open: i32 = 0;
let fresh: i32 = 0;
let latest: i32 = 0;

export function enterQuiet(): void {
  run = <i32>word(L.H_RUN);
  open = 0;
  fresh = 0;
  latest = 0;
}

/** A client that takes part: is it open? */
export function noteClient(client: i32, isOpen: bool): void {
  const at = link(client);
  if (!isOpen) {
    store<i32>(at, run + 1, L.LINK_SINCE);
    return;
  }
  const since = load<i32>(at, L.LINK_SINCE);
  open++;
  if (since >= run) fresh++;
  else if (since > latest) latest = since;
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
    const at = link(entityAt(clients, place));
    open--;
    if (load<i32>(at, L.LINK_SINCE) >= run) fresh--;
    store<i32>(at, run + 1, L.LINK_SINCE);
  }
}

/** Agents that are quiet since this run or a later one may be passed by. Never those at which there are draws. */
export function passedFrom(): i32 {
  if (flags & (L.FLAG_RANDOM_ROLES | L.FLAG_RANDOM_FRAMEWORKS)) return i32.MAX_VALUE;
  if (fresh > 0) return run;
  return open > 0 ? latest : 0;
}

export function thisRun(): i32 {
  return run;
}
