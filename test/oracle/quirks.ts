/**
 * What the original does and its documentation does not say, one switch each (README.md next to the recordings,
 * "Surprises"). The recordings show all of them on; strict mode turns them off and keeps the documented promise.
 */
export interface Quirks {
  /**
   * A quota binds only frameworks of the very role it is set on: those of its children neither help to meet the
   * guarantee nor are held to the limit, although what they use is charged to it from the next run on
   * (quota_limit_not_applied_to_children, quota_guarantee_not_served_through_children, quota_on_nested_role). Off: the
   * quota of a top-level role binds its whole subtree at once; on a nested role it means nothing.
   */
  readonly quotaBindsOnlyItsOwnRole: boolean;
  /**
   * The weight of a node of the role sorter is looked up when the node is sorted first; a later change reaches only
   * nodes that are roles with a framework of their own (weight_change_inner_role_ignored). Off: weights are live.
   */
  readonly weightsCachedAtFirstSort: boolean;
  /**
   * What was offered of shared volumes in a run is remembered with its role and compared without, so nothing is held
   * back: one run can offer the same volume to several frameworks (shared_volume_offered_again_while_used). Off: once
   * per run.
   */
  readonly sharedVolumeOfferedOftenPerRun: boolean;
  /**
   * A framework that accepted an inverse offer without a filter gets the same one again on the next run
   * (maintenance_inverse_offers). Off: having accepted, it is not asked again for that unavailability.
   */
  readonly acceptedInverseOfferRepeated: boolean;
}

/** As recorded. */
export const AS_RECORDED: Quirks = {
  quotaBindsOnlyItsOwnRole: true,
  weightsCachedAtFirstSort: true,
  sharedVolumeOfferedOftenPerRun: true,
  acceptedInverseOfferRepeated: true,
};

/** As documented. */
export const STRICT: Quirks = {
  quotaBindsOnlyItsOwnRole: false,
  weightsCachedAtFirstSort: false,
  sharedVolumeOfferedOftenPerRun: false,
  acceptedInverseOfferRepeated: false,
};
