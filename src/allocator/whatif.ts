/**
 * What if: the next cycles of a copy of the live state, with a change and without it, and what differs. The copies
 * run the same kernel, with the same seeds and at the same times as the real one would; time passes in batch
 * intervals, and nobody declines or launches anything in between.
 */
import type { Allocator, AllocatorOffer, WhatIfOutcome } from "./allocator.ts";
import { imageOf } from "./image.ts";
import { restoreState } from "./restore.ts";
import type { State } from "./state.ts";

export function whatIf(
  state: State, allocatorOver: (state: State) => Allocator, nowMs: number, cycles: number,
  change?: (allocator: Allocator) => void,
): WhatIfOutcome {
  const after = lookAhead(state, allocatorOver, nowMs, cycles, change);
  const before = change === undefined ? after : lookAhead(state, allocatorOver, nowMs, cycles);
  const keyOf = (offer: AllocatorOffer): string => JSON.stringify(offer);
  const known = new Set(before.map(keyOf));
  const made = new Set(after.map(keyOf));
  return {
    offers: after,
    made: after.filter((offer) => !known.has(keyOf(offer))),
    lost: before.filter((offer) => !made.has(keyOf(offer))),
  };
}

/** Offers of the cycle that is asked for, if one is, and of the ticks after it. */
function lookAhead(
  state: State, allocatorOver: (state: State) => Allocator, nowMs: number, cycles: number,
  change?: (allocator: Allocator) => void,
): readonly AllocatorOffer[] {
  const copy = restoreState(
    { ...imageOf(state), isRunning: false }, state.options, state.module, ({ id }) => state.frameworks.get(id)!.constraints,
  );
  const allocator = allocatorOver(copy);
  change?.(allocator);
  const offers: AllocatorOffer[] = [];
  let atMs = nowMs;
  for (let cycle = 0; cycle < cycles; cycle++) {
    if (!allocator.wantsCycle()) {
      atMs = Math.max(atMs, copy.nextTickMs);
      allocator.expire(atMs);
      allocator.tick(atMs);
    }
    if (!allocator.wantsCycle()) continue;
    const { cycle: number, address } = allocator.beginCycle(atMs);
    offers.push(...allocator.finishCycle({ cycle: number, status: copy.kernel.run(address) }, atMs).offers);
  }
  return offers;
}
