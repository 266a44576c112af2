/**
 * Where Mesos' allocator does what its documentation does not say. `--allocator=hierarchical` keeps all of it, because
 * clusters live with it; `--allocator=hierarchical-strict` switches every one off. Those marked kernel are in `assembly/`
 * behind `isStrict()`.
 */
export interface Quirks {
  /**
   * The weight of a role without frameworks of its own is looked up when its node in the share tree is first sorted;
   * later changes do nothing until the node is made anew. Strict: weights count at once.
   */
  readonly cachedInnerWeights: boolean;
  /**
   * (kernel: headroom.ts, chop.ts, cycle.ts) What a role without quota of its own is offered in a run is not charged to
   * the quota above it until the next run, and the limits above do not bound it. Strict: limits hold for the subtree.
   */
  readonly limitsStopAtChildren: boolean;
  /** (kernel: grant.ts) One run offers a shared volume to several frameworks. Strict: to one. */
  readonly sharedOfferedAgain: boolean;
}

export const MESOS_QUIRKS: Quirks = { cachedInnerWeights: true, limitsStopAtChildren: true, sharedOfferedAgain: true };
export const NO_QUIRKS: Quirks = { cachedInnerWeights: false, limitsStopAtChildren: false, sharedOfferedAgain: false };
