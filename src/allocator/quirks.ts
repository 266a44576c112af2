/**
 * Where Mesos' allocator does what its documentation does not say. `--allocator=hierarchical` keeps all of it, because
 * clusters live with it; `--allocator=hierarchical-strict` switches every one off. Each is in one place.
 */
export interface Quirks {
  /**
   * A quota binds only frameworks of the very role it is set on: those of its children neither help to meet the
   * guarantee nor are held to the limit, although what they use is charged to it from the next run on. Strict: the
   * quota of a top-level role binds its whole subtree. (`linkQuotas` in snapshot.ts; `chooseGuaranteed` in
   * assembly/chop.ts for what is reserved above.)
   */
  readonly quotaBindsOnlyItsOwnRole: boolean;
  /**
   * The weight of a role without frameworks of its own is looked up when its node in the share tree is first sorted;
   * later changes do nothing until the node is made anew. Strict: weights count at once. (`setWeight` in roles.ts)
   */
  readonly weightsCachedAtFirstSort: boolean;
  /** One run offers a shared volume to several frameworks. Strict: to one. (`grantOffered` in assembly/grant.ts) */
  readonly sharedVolumeOfferedOftenPerRun: boolean;
  /**
   * A framework that accepted an inverse offer without a filter gets the same one again on the next run. Strict: it
   * is not asked again for that unavailability. (`makeInverseOffers` in verbs/inverse.ts)
   */
  readonly acceptedInverseOfferRepeated: boolean;
}

export const MESOS_QUIRKS: Quirks = {
  quotaBindsOnlyItsOwnRole: true, weightsCachedAtFirstSort: true, sharedVolumeOfferedOftenPerRun: true,
  acceptedInverseOfferRepeated: true,
};
export const NO_QUIRKS: Quirks = {
  quotaBindsOnlyItsOwnRole: false, weightsCachedAtFirstSort: false, sharedVolumeOfferedOftenPerRun: false,
  acceptedInverseOfferRepeated: false,
};
